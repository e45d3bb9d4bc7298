"""SC1xx: how a file is written."""

from __future__ import annotations

from typing import Final

from game.core.diagnostics import Catalogue, Message
from game.core.text import Text

WRITING: Final[Catalogue] = {
    "SC101": Message(
        what=Text(
            "a tab character is used for indentation", "缩进使用了制表符（Tab），请改用两个空格"
        ),
        help=Text(
            "use 2 spaces; the command `fix` replaces all tabs of a pack",
            "每一级缩进写两个空格；`fix` 命令可以一次全部替换",
        ),
    ),
    "SC102": Message(
        what=Text(
            "full-width colon '：' after a key", "键名后使用了全角冒号“：”，请改为半角冒号加空格"
        ),
        help=Text("write ':' and one space: `{key}: …`", "写成 `{key}: …`，冒号后留一个空格"),
    ),
    "SC103": Message(
        what=Text(
            "full-width comma '{sign}' in a list; it would be read as ONE word",
            "列表中使用了全角标点“{sign}”，请改为半角逗号",
        ),
        help=Text("write `{better}`", "写成 `{better}`"),
    ),
    "SC103.map": Message(
        what=Text(
            "full-width comma '{sign}' between keys, or in a text without quotes",
            "键与键之间（或没加引号的文本里）使用了全角标点“{sign}”",
        ),
        help=Text(
            "between keys write ', '; put a text in straight quotes",
            "键与键之间用半角逗号加空格；文本请用英文直引号括起来",
        ),
    ),
    "SC103.thousands": Message(
        what=Text("no comma inside a number", "数字里不要用逗号分隔千位"),
        help=Text("write `{better}`", "写成 `{better}`"),
    ),
    "SC103.bracket": Message(
        what=Text("full-width bracket '{sign}'", "使用了全角括号“{sign}”"),
        help=Text(
            "write `{narrow}`, or put the text in straight quotes",
            "改为半角 `{narrow}`；如果是文本，请用英文直引号括起来",
        ),
    ),
    "SC103.sign": Message(
        what=Text("full-width sign '{sign}' in a condition", "条件中使用了全角符号“{sign}”"),
        help=Text("write `{narrow}`", "改为半角 `{narrow}`"),
    ),
    "SC104": Message(
        what=Text(
            "key '{key}' appears twice in {owner}",
            "{owner}中“{key}”写了两次（第一次在第{first}行）",
        ),
        help=Text(
            "the first one is at line {first}; delete one", "第一次在第{first}行，请删去一处"
        ),
    ),
    "SC105": Message(
        what=Text("no space after ':'", "冒号后缺少空格，应写成 {key}: {value}"),
        help=Text("write `{key}: {value}`", "写成 `{key}: {value}`"),
    ),
    "SC105.text": Message(
        what=Text(
            "{mark} belongs into a text, but no quotes stand around it",
            "“{mark}”应写在文本里，这里却没有引号",
        ),
        help=Text(
            "put the whole text in straight quotes, one before it and one behind it",
            "给整段文本前后都加上英文直引号",
        ),
    ),
    "SC106": Message(
        what=Text(
            "a text that contains ': ' must be in quotes", "文本中含有冒号，请用英文引号括起来"
        ),
        help=Text('write `{key}: "{text}"`', '写成 `{key}: "{text}"`'),
    ),
    "SC106.other": Message(
        what=Text(
            "a second ': ' on this line; a text that contains it must be in quotes",
            "这一行又出现了冒号；含有冒号的文本请用英文引号括起来",
        ),
        help=Text(
            "put the text in straight quotes, or begin a new line",
            "给文本加英文直引号，或者另起一行",
        ),
    ),
    "SC107": Message(
        what=Text(
            "anchors and aliases (&, *, <<) are not part of the scenario language",
            "不支持 YAML 锚点/别名（&、*、<<），请使用 extends",
        ),
        help=Text(
            "to reuse another event or profile write `extends: its_id`",
            "要沿用另一个事件或人物，请写 `extends: 它的编号`",
        ),
    ),
    "SC107.tag": Message(
        what=Text("tags (!) are not part of the scenario language", "不支持 YAML 标签（!）"),
        help=Text(
            "delete the word that begins with '!', or put the text in quotes",
            "请删去以“!”开头的词；如果是文本，请加英文直引号",
        ),
    ),
    "SC108": Message(
        what=Text("this text has no closing quote on its line", "文本缺少结尾的引号"),
        help=Text(
            "add the same quote at the end; a text stands on one line",
            "在结尾补上同样的引号；一段文本写在同一行",
        ),
    ),
    "SC109": Message(
        what=Text(
            "the file is not UTF-8; it looks like GBK/GB18030",
            "文件编码不是 UTF-8（疑似 GBK），请另存为 UTF-8",
        ),
        help=Text(
            "save it as 'UTF-8' in your editor; the command `fix` converts it and keeps a copy",
            "在编辑器里选择“另存为”，编码选 UTF-8；`fix` 命令可以转换并保留原件",
        ),
    ),
    "SC109.csv": Message(
        what=Text(
            "the table is not UTF-8; it looks like GBK (Excel 'CSV')",
            "表格编码不是 UTF-8（疑似 GBK），请另存为“CSV UTF-8”",
        ),
        help=Text("save it as 'CSV UTF-8'", "在 Excel 里“另存为”，选“CSV UTF-8”"),
    ),
    "SC109.binary": Message(
        what=Text("the file is not text", "这不是文本文件"),
        help=Text("a scenario is a text file saved as UTF-8", "情景文件应是 UTF-8 编码的文本文件"),
    ),
    "SC110": Message(
        what=Text(
            "hidden character {sign} in this text",
            "文本中含有隐藏的控制字符 {sign}，请删除后重新输入",
        ),
        help=Text(
            "delete and retype the word; the command `fix` takes it out",
            "删掉这个词，重新输入；`fix` 命令可以去掉它",
        ),
    ),
    "SC111": Message(
        what=Text(
            "' #' starts a comment here: the text ends before it",
            "“#”之后的内容会被当作注释丢掉，请给整段文本加引号",
        ),
        help=Text("put the whole text in quotes", "给整段文本加英文直引号"),
    ),
    "SC112": Message(
        what=Text(
            "typographic quotes “ ” do not quote here",
            "“ ”这样的引号在这里不起作用，请使用英文直引号",
        ),
        help=Text('use straight quotes: "{text}"', '写成 "{text}"'),
    ),
    "SC113": Message(
        what=Text(
            "this way of writing is not part of the scenario language", "情景语言不支持这种写法"
        ),
        help=Text("write keys, lists and texts in quotes", "请用键、列表和带引号的文本来写"),
    ),
    "SC113.empty": Message(
        what=Text("the file is empty", "文件是空的"),
        help=Text("begin with a key, such as `events:`", "请从一个键写起，例如 `events:`"),
    ),
    "SC113.no_keys": Message(
        what=Text("the file must begin with keys", "文件开头应是键名"),
        help=Text("begin with a key, such as `events:`", "请从一个键写起，例如 `events:`"),
    ),
    "SC113.documents": Message(
        what=Text(
            "'---' and '%' parts are not part of the scenario language", "不支持用“---”或“%”分段"
        ),
        help=Text("put the second part in a file of its own", "请把后一部分放到单独的文件里"),
    ),
    "SC113.block": Message(
        what=Text(
            "texts with | or > are not part of the scenario language", "不支持用 | 或 > 写多行文本"
        ),
        help=Text("put the text on one line, in quotes", "把文本写在同一行，并加英文直引号"),
    ),
    "SC113.lines": Message(
        what=Text("this value runs on over several lines", "这个值跨了好几行"),
        help=Text(
            "write it on one line; or a line below is indented too far, or lacks its ':'",
            "请写在同一行；也可能是下面某行缩进过深，或漏了冒号",
        ),
    ),
    "SC113.complex_key": Message(
        what=Text("a key must be a word", "键名必须是一个词"),
        help=Text(
            "write `word: …`; a text in brackets must be in quotes",
            "写成 `词: …`；带括号的文本请加英文直引号",
        ),
    ),
    "SC114": Message(
        what=Text("the file cannot be read from here on", "从这里开始读不下去"),
        help=Text(
            "look at this line and the one before: quotes, brackets, ': ' and indentation",
            "请检查这一行和上一行：引号、括号、冒号后的空格和缩进",
        ),
    ),
    "SC114.bracket": Message(
        what=Text("this bracket is not closed as it should be", "这个括号没有正确闭合"),
        help=Text(
            "close '[' with ']' and '{' with '}'; between items write ', '",
            "“[”用“]”闭合，“{”用“}”闭合；各项之间用半角逗号加空格",
        ),
    ),
    "SC114.indent": Message(
        what=Text(
            "this line is indented differently from its neighbours", "这一行的缩进与同级的行不一致"
        ),
        help=Text(
            "keys of one thing begin in the same column; also look at the line before",
            "同一级的键要左对齐；也请看看上一行",
        ),
    ),
    "SC114.escape": Message(
        what=Text(
            "a '\\' in this text is followed by a letter that means nothing",
            "这段文本里“\\”后面的字符没有意义",
        ),
        help=Text("write '\\\\' for a backslash", "要写反斜杠，请写两个：\\\\"),
    ),
    "SC115.reason": Message(
        what=Text("'ok {code}' has no reason", "“ok {code}”没有写理由"),
        help=Text("write `# ok {code}: why it may stay`", "请写 `# ok {code}: 为什么可以保留`"),
    ),
    "SC115.nothing": Message(
        what=Text("there is no {code} in the next line any more", "下一行已经没有 {code} 了"),
        help=Text("delete this line", "请删去这一行"),
    ),
    "SC115.error": Message(
        what=Text("{code} is an error and cannot be silenced", "{code} 是错误，不能屏蔽"),
        help=Text("correct it, and delete this line", "请更正错误，并删去这一行"),
    ),
}
