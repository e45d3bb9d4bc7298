"""SC3xx: conditions and amounts."""

from __future__ import annotations

from typing import Final

from game.core.diagnostics import Catalogue, Message
from game.core.text import Text

_WRITE: Final = Text("write `{better}`", "请写 `{better}`")

EXPRESSIONS: Final[Catalogue] = {
    "SC301": Message(
        what=Text("'=' is not a comparison", "比较相等请写“==”"),
        help=_WRITE,
    ),
    "SC302": Message(
        what=Text("'{word}' cannot stand here", "“{word}”不能写在这里"),
        help=Text(
            "look at what stands before it: an operator or a bracket is missing or too many",
            "请看它前面：可能少了或多了运算符、括号",
        ),
    ),
    "SC302.sign": Message(
        what=Text("'{sign}' is not part of a condition", "条件里不能用“{sign}”"),
        help=Text(
            "use names, numbers, + - * / ( ) and comparisons", "可用名称、数字、+ - * / ( ) 和比较"
        ),
    ),
    "SC302.bracket": Message(
        what=Text("a ')' too many", "多了一个右括号“)”"),
        help=Text("delete it", "请删去"),
    ),
    "SC303": Message(
        what=Text("something is missing at the end", "结尾缺少内容"),
        help=Text("finish it with a name or a number", "请在结尾补上名称或数字"),
    ),
    "SC303.empty": Message(
        what=Text("the condition is empty", "条件是空的"),
        help=Text("write one, or delete the key", "请写上条件，或删去这个键"),
    ),
    "SC304": Message(
        what=Text("longer than {limit} characters", "超过 {limit} 个字符"),
        help=Text("split it with `values:`", "请用 `values:` 拆开"),
    ),
    "SC304.nodes": Message(
        what=Text("more than {limit} parts", "超过 {limit} 个部分"),
        help=Text("split it with `values:`", "请用 `values:` 拆开"),
    ),
    "SC304.depth": Message(
        what=Text("more than {limit} brackets inside one another", "括号嵌套超过 {limit} 层"),
        help=Text("split it with `values:`", "请用 `values:` 拆开"),
    ),
    "SC304.digits": Message(
        what=Text("a number with too many digits", "数字位数太多"),
        help=Text("at most 15 digits, 9 behind the point", "整数最多15位，小数最多9位"),
    ),
    "SC305": Message(
        what=Text("this '(' is not closed", "左括号“(”没有闭合"),
        help=Text("add ')' where it ends", "请在结束处补上“)”"),
    ),
    "SC306": Message(
        what=Text("two comparisons in a row", "不能连写比较"),
        help=_WRITE,
    ),
    "SC307": Message(
        what=Text(
            "{function}() takes {wants} values, here are {has}",
            "{function}() 需要 {wants} 个值，这里有 {has} 个",
        ),
        help=Text("separate them by ', '", "各个值之间用半角逗号隔开"),
    ),
    "SC307.id": Message(
        what=Text("an id must stand here", "这里应写编号"),
        help=Text("write the id as it is, without quotes or signs", "直接写编号，不加引号和符号"),
    ),
    "SC307.sigma": Message(
        what=Text(
            "the second value of lognormal() must be a number from 0 to 3",
            "lognormal() 的第二个值应是 0 到 3 之间的数字",
        ),
        help=Text("write it out, such as 0.9", "请直接写数字，例如 0.9"),
    ),
    "SC308": Message(
        what=Text(
            "'{left}' is {left_kind}, '{right}' is {right_kind}",
            "“{left}”是{left_kind}，“{right}”是{right_kind}，不能放在一起",
        ),
        help=Text("both sides need the same kind", "两边应是同一类"),
        hints={"unit": _WRITE},
    ),
    "SC308.product": Message(
        what=Text(
            "'{left}' ({left_kind}) and '{right}' ({right_kind}) cannot be multiplied or divided",
            "“{left}”（{left_kind}）与“{right}”（{right_kind}）不能相乘除",
        ),
        help=Text(
            "money per month times months gives money; anything may be times a number",
            "每月金额乘以月数得到金额；任何数都可以乘以倍数",
        ),
    ),
    "SC308.slot": Message(
        what=Text(
            "'{part}' is {is_kind}; {wanted} must stand here",
            "“{part}”是{is_kind}，这里应是{wanted}",
        ),
        help=Text("change it so that it gives {wanted}", "请改为{wanted}"),
        hints={"unit": _WRITE},
    ),
    "SC308.order": Message(
        what=Text("{kind} has no larger and smaller", "{kind}不能比较大小"),
        help=Text("use == or !=", "请用 == 或 !="),
    ),
    "SC308.table": Message(
        what=Text(
            "the table '{table}' is read by {by}, this is something else",
            "表“{table}”按 {by} 查，这里写的不是",
        ),
        help=Text("write `of: {by}`", "请写 `of: {by}`"),
    ),
    "SC308.share": Message(
        what=Text("the table '{table}' does not hold chances", "表“{table}”里不是概率"),
        help=Text('its `unit` must be "%"', '它的 `unit` 应是 "%"'),
    ),
    "SC309": Message(
        what=Text("money needs a unit", "金额需要写单位"),
        help=_WRITE,
    ),
    "SC310": Message(
        what=Text("unknown unit '{unit}'", "未知单位“{unit}”"),
        help=Text(
            "units: % yuan yuan/month yuan/year months years hours/week points times",
            "可用单位：% yuan yuan/month yuan/year months years hours/week points times",
        ),
        hints={"meant": Text("write `{meant}`", "请写 `{meant}`")},
    ),
    "SC311": Message(
        what=Text("'{sign}' is not an operator here", "这里不能用“{sign}”"),
        help=Text("write `{instead}`", "请写 `{instead}`"),
    ),
    "SC311.quote": Message(
        what=Text("no quotes inside a condition", "条件里面不加引号"),
        help=Text("write ids as they are: `job == courier`", "直接写编号：`job == courier`"),
    ),
    "SC311.none": Message(
        what=Text("'{sign}' is not an operator here", "这里不能用“{sign}”"),
        help=Text(
            "there are + - * / < <= > >= == != and or not",
            "可用：+ - * / < <= > >= == != and or not",
        ),
    ),
    "SC312": Message(
        what=Text("no separators inside numbers", "数字中不要写千位分隔符"),
        help=_WRITE,
    ),
    "SC312.form": Message(
        what=Text("a number is written with digits and one point", "数字只写数字和一个小数点"),
        help=Text("write it like 1200 or 0.5", "例如 1200 或 0.5"),
    ),
    "SC313": Message(
        what=Text(
            "{function}() cannot be used here: this must give the same answer every time",
            "这里不能使用 {function}()：每次都必须得到同样的结果",
        ),
        help=Text("draw it under `values:` or in an effect", "请在 `values:` 或效果里使用"),
    ),
}
