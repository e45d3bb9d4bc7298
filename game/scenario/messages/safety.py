"""SX: what is refused for safety, whoever wrote it."""

from __future__ import annotations

from typing import Final

from game.core.diagnostics import Catalogue, Message
from game.core.text import Text

SAFETY: Final[Catalogue] = {
    "SX01.file": Message(
        what=Text("the file is larger than {limit}", "文件超过 {limit}"),
        help=Text(
            "split it and name the parts under `include`", "请拆成几个文件，写在 `include` 里"
        ),
    ),
    "SX01.pack": Message(
        what=Text(
            "the pack has more files or bytes than allowed ({limit})",
            "情景包的文件数或总大小超过限制（{limit}）",
        ),
        help=Text("leave some files out", "请减少文件"),
    ),
    "SX01.events": Message(
        what=Text("the file has more than {limit} parts", "文件的内容超过 {limit} 个单元"),
        help=Text(
            "split it and name the parts under `include`", "请拆成几个文件，写在 `include` 里"
        ),
    ),
    "SX01.line": Message(
        what=Text("a line longer than {limit} characters", "一行超过 {limit} 个字符"),
        help=Text("break it into several lines", "请分成多行"),
    ),
    "SX01.expressions": Message(
        what=Text("more than {limit} conditions and amounts", "条件和金额超过 {limit} 处"),
        help=Text("leave some out", "请删去一些"),
    ),
    "SX01.items": Message(
        what=Text("more than {limit} items in one list", "一个列表超过 {limit} 项"),
        help=Text("shorten the list", "请缩短列表"),
    ),
    "SX01.text": Message(
        what=Text("a text longer than {limit} characters", "一段文本超过 {limit} 个字符"),
        help=Text("shorten the text", "请缩短文本"),
    ),
    "SX01.count": Message(
        what=Text("more than {limit} of these: {noun}", "{noun}超过 {limit} 个"),
        help=Text("leave some out", "请删去一些"),
    ),
    "SX02": Message(
        what=Text("more than {limit} levels inside one another", "嵌套超过 {limit} 层"),
        help=Text("write it flatter", "请减少嵌套"),
    ),
    "SX02.if": Message(
        what=Text("more than {limit} 'if' inside one another", "if 嵌套超过 {limit} 层"),
        help=Text("join the conditions with `and`", "请用 `and` 合并条件"),
    ),
    "SX04": Message(
        what=Text("the packed scenario cannot be opened", "打不开这个压缩的情景包"),
        help=Text(
            "pack it again with the command `pack`, or as a plain zip",
            "请用 `pack` 命令重新打包，或存成普通 zip",
        ),
    ),
    "SX04.size": Message(
        what=Text("unpacked it is larger than {limit}", "解压后超过 {limit}"),
        help=Text("leave some files out", "请减少文件"),
    ),
    "SX04.entries": Message(
        what=Text("it holds more than {limit} files", "其中的文件超过 {limit} 个"),
        help=Text("leave some files out", "请减少文件"),
    ),
    "SX04.ratio": Message(
        what=Text("'{file}' unpacks to far more than it takes", "“{file}”解压后大得异常"),
        help=Text("leave this file out", "请去掉这个文件"),
    ),
    "SX04.encrypted": Message(
        what=Text("'{file}' is locked with a password", "“{file}”有密码"),
        help=Text("pack it without a password", "打包时不要设密码"),
    ),
    "SX04.link": Message(
        what=Text(
            "'{file}' is a link or a device, not a file", "“{file}”是链接或设备，不是普通文件"
        ),
        help=Text("pack the file itself", "请打包文件本身"),
    ),
    "SX04.name": Message(
        what=Text("'{file}' is no name for a file of a pack", "“{file}”不能作为情景包的文件名"),
        help=Text(
            "letters, digits, _ - . and /, inside the pack", "只能用字母、数字和 _ - . /，且在包内"
        ),
    ),
    "SX04.method": Message(
        what=Text("'{file}' is packed in an unusual way", "“{file}”的压缩方式不常见"),
        help=Text("pack it as a plain zip", "请存成普通 zip"),
    ),
    "SX04.nested": Message(
        what=Text("'{file}' is an archive inside the archive", "“{file}”是包中的压缩包"),
        help=Text("unpack it, and pack the files", "请先解压，再打包其中的文件"),
    ),
    "SX04.twice": Message(
        what=Text("'{file}' is in it twice", "“{file}”出现了两次"),
        help=Text(
            "keep one; small and capital letters count as the same",
            "请只留一个；大小写视为相同",
        ),
    ),
    "SX04.no_scenario": Message(
        what=Text("there is no scenario.yaml in it", "其中没有 scenario.yaml"),
        help=Text("pack the folder that holds scenario.yaml", "请打包 scenario.yaml 所在的文件夹"),
    ),
    "SX05": Message(
        what=Text("'{file}' is no picture the game can read", "“{file}”不是游戏能读的图片"),
        help=Text("save it as PNG, JPG or WEBP", "请存成 PNG、JPG 或 WEBP"),
    ),
    "SX05.ending": Message(
        what=Text("'{file}' is in truth a {kind} picture", "“{file}”实际上是 {kind} 图片"),
        help=Text("give it the ending of what it is", "请改成相应的后缀"),
    ),
    "SX05.side": Message(
        what=Text(
            "the picture measures {width} × {height}, more than {limit}",
            "图片大小为 {width} × {height}，超过 {limit}",
        ),
        help=Text("make it smaller", "请缩小图片"),
    ),
    "SX05.bytes": Message(
        what=Text("the picture '{file}' is larger than {limit}", "图片“{file}”超过 {limit}"),
        help=Text("save it smaller", "请压缩后再存"),
    ),
}
