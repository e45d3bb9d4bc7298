"""SC212–213: values of the wrong form. SC5xx: parameters and dates. SC6xx: texts."""

from __future__ import annotations

from typing import Final

from game.core.diagnostics import Catalogue, Message
from game.core.text import Text
from game.scenario.messages.keys import MEANT

_LIKE: Final = Text("write it like `{example}`", "例如 `{example}`")

VALUES: Final[Catalogue] = {
    "SC212": Message(what=Text("'{value}' is not {wanted}", "“{value}”不是{wanted}"), help=_LIKE),
    "SC212.map": Message(
        what=Text("keys stand here, but {wanted} must", "这里写了键，但应是{wanted}"), help=_LIKE
    ),
    "SC212.list": Message(
        what=Text("a list stands here, but {wanted} must", "这里写了列表，但应是{wanted}"),
        help=_LIKE,
    ),
    "SC212.keys": Message(
        what=Text("the keys of {noun} must stand here", "这里应写{noun}的键"),
        help=Text("such as: {keys}", "例如：{keys}"),
    ),
    "SC212.word": Message(
        what=Text("'{value}' is none of the words known here", "“{value}”不在可选范围内"),
        help=Text("one of: {known}", "可选：{known}"),
        hints={"meant": MEANT},
    ),
    "SC212.unit": Message(
        what=Text("the unit '{unit}' does not fit here", "单位“{unit}”不适用于这里"),
        help=Text("write it like `{better}`", "例如 `{better}`"),
    ),
    "SC212.no_unit": Message(
        what=Text("'{value}' needs a unit", "“{value}”需要写单位"),
        help=Text("write `{better}`", "请写 `{better}`"),
    ),
    "SC213": Message(
        what=Text("'{value}' is outside {low} to {high}", "“{value}”超出 {low} 到 {high} 的范围"),
        help=Text("choose a value inside", "请改为范围内的值"),
    ),
    "SC213.whole": Message(
        what=Text("'{value}' is not a whole number", "“{value}”不是整数"),
        help=Text("write a whole number", "请写整数"),
    ),
    "SC213.order": Message(
        what=Text("the range '{value}' runs backwards", "范围“{value}”前后颠倒"),
        help=Text("write `{better}`", "请写 `{better}`"),
    ),
    "SC501": Message(
        what=Text("'{value}' is not a date", "“{value}”不是有效日期，格式为 年-月-日"),
        help=Text("year-month-day, such as 2026-01-01", "例如 2026-01-01"),
    ),
    "SC501.month": Message(
        what=Text("'{value}' is not a month", "“{value}”不是有效年月，格式为 年-月"),
        help=Text("year-month, such as 2026-01", "例如 2026-01"),
    ),
    "SC502": Message(
        what=Text("this figure has no 'source'", "缺少来源 source"),
        help=Text(
            "add `source: {title: …, status: official}`; until then it counts as assumed",
            "请补上 `source: {title: …, status: official}`；在此之前按“假定”对待",
        ),
    ),
    "SC503": Message(
        what=Text(
            "{value} is {times} times the value before ({before})",
            "{value} 是上一期（{before}）的 {times} 倍",
        ),
        help=Text("check the digits", "请检查位数"),
        hints={
            "yearly": Text(
                "is it a yearly amount? Then set `unit: yuan/year`",
                "是否为年度金额？如是请写 `unit: yuan/year`",
            ),
        },
    ),
    "SC503.less": Message(
        what=Text(
            "{value} is a {times}th of the value before ({before})",
            "{value} 只有上一期（{before}）的 {times} 分之一",
        ),
        help=Text("check the digits", "请检查位数"),
    ),
    "SC504": Message(
        what=Text(
            "the last value is of {year}, and nothing says what holds afterwards",
            "数值只到 {year} 年，没有说明之后如何变化",
        ),
        help=Text(
            "add `afterwards: hold`, `grow 3% per year` or `follow wages`",
            "请补上 `afterwards: hold`、`grow 3% per year` 或 `follow wages`",
        ),
    ),
    "SC505": Message(
        what=Text(
            "'{name}' has no value before {date}, the scenario starts earlier",
            "“{name}”在 {date} 之前没有数值，而情景开始得更早",
        ),
        help=Text("add an earlier date under its values", "请在它的 values 下补一个更早的日期"),
    ),
    "SC506": Message(
        what=Text(
            "{value} is outside the stated range {low} to {high}",
            "{value} 超出标明的范围 {low} 到 {high}",
        ),
        help=Text("correct the value, or widen `range`", "请更正数值，或放宽 `range`"),
    ),
    "SC507": Message(
        what=Text(
            "a link must begin with https://; it will be shown as text",
            "链接应以 https:// 开头，否则只显示为文字",
        ),
        help=Text("write the whole address", "请写完整网址"),
    ),
    "SC508": Message(
        what=Text("{why}", "{why}"),
        help=Text("correct this parameter", "请更正这个参数"),
    ),
    "SC509": Message(
        what=Text(
            "the game reckons with the {noun} '{id}': it cannot be removed",
            "计算要用到{noun}“{id}”，不能移除",
        ),
        help=Text("change it under `override:` instead", "请在 `override:` 下修改它"),
    ),
    "SC509.unit": Message(
        what=Text(
            "the game reckons with this number in {unit}, not in {value}",
            "这个数的单位是 {unit}，不能改成 {value}",
        ),
        help=Text("write the value in {unit}", "请按 {unit} 写数值"),
    ),
    "SC601": Message(
        what=Text("no {language} text", "缺少{language}文本"),
        help=Text("the game will show the other language", "游戏将显示另一种语言"),
    ),
    "SC601.plain": Message(
        what=Text("one text for all languages", "所有语言共用一段文本"),
        help=Text('write `{en: "…", zh: "…"}`', '请写 `{en: "…", zh: "…"}`'),
    ),
    "SC602": Message(
        what=Text(
            "this text is too long for its place ({language}): {has} of {most} signs",
            "{language}文本太长，放不下：{has} 字，最多约 {most} 字",
        ),
        help=Text("cut about {over} signs", "请删去约 {over} 字"),
    ),
    "SC605.en": Message(
        what=Text(
            "the English text of '{id}' has changed since this row was written",
            "“{id}”的英文在导出之后改过",
        ),
        help=Text(
            "export the table, change the Chinese or write `ok` under `status`, and import it",
            "请导出表格，核对中文：改好，或在 status 列写 ok，再导入",
        ),
    ),
    "SC605.zh": Message(
        what=Text(
            "the Chinese text of '{id}' has changed since this row was written",
            "“{id}”的中文在导出之后改过",
        ),
        help=Text(
            "export the table, change the English or write `ok` under `status`, and import it",
            "请导出表格，核对英文：改好，或在 status 列写 ok，再导入",
        ),
    ),
    "SC606": Message(
        what=Text("the pack has no text '{id}'", "情景包里没有“{id}”这段文本"),
        help=Text("delete this row, or export the table anew", "请删去这一行，或重新导出表格"),
        hints={"meant": MEANT},
    ),
    "SC606.twice": Message(
        what=Text("'{id}' stands in the table twice", "表格里“{id}”出现了两次"),
        help=Text("keep one row", "请只留一行"),
    ),
    "SC603": Message(
        what=Text("{mark} is missing in the {language} text", "{language}文本缺少占位符 {mark}"),
        help=Text("add {mark}, as in the {other} text", "请补上 {mark}，与{other}文本一致"),
    ),
    "SC604": Message(
        what=Text("unknown placeholder {mark}", "未知占位符 {mark}"),
        help=Text("for a literal brace write {{", "要写花括号本身，请写 {{"),
        hints={
            "meant": Text(
                "did you mean {better}? For a literal brace write {{",
                "是否应为 {better}？要写花括号本身，请写 {{",
            )
        },
    ),
    "SC604.format": Message(
        what=Text("unknown format '{name}' in a placeholder", "占位符的格式“{name}”不存在"),
        help=Text("formats: {known}", "可用格式：{known}"),
    ),
    "SC604.brace": Message(
        what=Text("a single '{sign}' in a text", "文本里有单独的“{sign}”"),
        help=Text(
            "double it for a literal brace, or complete the placeholder",
            "要写花括号本身请写两个，或补全占位符",
        ),
    ),
}
