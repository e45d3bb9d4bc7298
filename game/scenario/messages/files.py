"""Packs that are looked for, and the files of a pack: SC209, SC210, SC219 and SC7xx."""

from __future__ import annotations

from typing import Final

from game.core.diagnostics import Catalogue, Message
from game.core.text import Text
from game.scenario.messages.keys import MEANT

FILES: Final[Catalogue] = {
    "SC209": Message(
        what=Text("there is no pack '{id}'", "找不到情景包“{id}”"),
        help=Text("packs found: {known}", "找到的情景包：{known}"),
        hints={"meant": MEANT},
    ),
    "SC209.two": Message(
        what=Text("two packs have the id '{id}'", "有两个情景包的编号都是“{id}”"),
        help=Text(
            "change one id, or move one away: {known}", "请改掉一个编号，或移走一个：{known}"
        ),
    ),
    "SC209.version": Message(
        what=Text(
            "'{id}' is version {has}, this pack asks for {wanted}",
            "“{id}”的版本是 {has}，而本情景包要求 {wanted}",
        ),
        help=Text(
            "get that version, or change the range behind `extends`",
            "请换成合适的版本，或修改 `extends` 后面的范围",
        ),
    ),
    "SC209.range": Message(
        what=Text("'{value}' is no range of versions", "“{value}”不是版本范围"),
        help=Text("write it like `extends: china >=0.1`", "例如 `extends: china >=0.1`"),
    ),
    "SC210": Message(
        what=Text(
            "packs or profiles extend one another in a circle: {chain}",
            "互相沿用，形成循环：{chain}",
        ),
        help=Text("delete one `extends`", "请删去其中一个 `extends`"),
    ),
    "SC219": Message(
        what=Text(
            "this pack is written for a newer game (language {value})",
            "此情景包需要更新版本的游戏（语言版本 {value}）",
        ),
        help=Text("update the game", "请更新游戏"),
    ),
    "SC219.older": Message(
        what=Text("there is no version {value} of the language", "没有第 {value} 版情景语言"),
        help=Text("write `scenario: 1`", "请写 `scenario: 1`"),
    ),
    "SC701": Message(
        what=Text(
            "file not found: {file} (names are case-sensitive)", "找不到文件 {file}（区分大小写）"
        ),
        help=Text("check the name and the folder", "请检查文件名和文件夹"),
        hints={"meant": MEANT},
    ),
    "SC702": Message(
        what=Text("a path may not leave the scenario folder", "路径不能超出情景文件夹"),
        help=Text("copy the file into the folder of the pack", "请把文件复制到情景文件夹里"),
    ),
    "SC702.name": Message(
        what=Text("'{file}' is no name for a file of a pack", "“{file}”不能作为情景包的文件名"),
        help=Text("small letters, digits, _ - . and / only", "只能用小写字母、数字和 _ - . /"),
    ),
    "SC703": Message(
        what=Text(
            "'{file}' is a link or a device, not a file", "“{file}”是链接或设备，不是普通文件"
        ),
        help=Text("copy the file itself", "请复制文件本身"),
    ),
    "SC704": Message(
        what=Text("the life table cannot be read", "生命表读不出来"),
        help=Text(
            "first line sex,age,2015,2020,…; then one line for each sex and age",
            "第一行写 sex,age,2015,2020,…；以下每行一个性别和年龄",
        ),
    ),
    "SC705": Message(
        what=Text("the table of texts cannot be read", "文本表格读不出来"),
        help=Text(
            "its first line holds at least id,en,zh; save it as 'CSV UTF-8'",
            "第一行至少写 id,en,zh；请另存为“CSV UTF-8”",
        ),
    ),
}
