"""The sentences of the command line, in both languages.

They stand here and not with the interface's words because most of them are said when nothing is
installed yet, or when no window can be opened.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.core.text import Text

SETUP: Mapping[str, Text] = {
    "begin": Text(
        "Setting up the game, once; this takes a minute or two. Making a Python environment ...",
        "首次运行，正在准备游戏，需要一两分钟。正在创建 Python 环境……",
    ),
    "fetch": Text("  fetching {it}", "  正在下载 {it}"),
    "done": Text("Ready.", "准备完成。"),
    "wait": Text(
        "Another window is setting up the game; waiting for it. If there is none, delete {it}",
        "另一个窗口正在准备游戏，请稍候。如果没有别的窗口，请删除 {it}",
    ),
    "venv": Text(
        "This Python cannot make environments. On Debian or Ubuntu run: {it}; then start again.",
        "当前 Python 缺少 venv 组件。Debian、Ubuntu 请先运行：{it}，然后重新启动。",
    ),
    "network": Text(
        "The packages the game needs could not be fetched. Go online and start again. (Log: {it})",
        "无法下载游戏所需的组件。请连上网络后重新启动。（日志：{it}）",
    ),
    "failed": Text(
        "The packages the game needs could not be installed. See why at the end of {it}, then"
        " start again.",
        "游戏所需的组件没有装上。原因见日志末尾：{it}，处理后请重新启动。",
    ),
    "full": Text(
        "The disk is full. Free about 1 GB for {it} and start again.",
        "磁盘已满。请为 {it} 腾出约 1 GB 空间，再重新启动。",
    ),
    "folder": Text(
        "The game cannot set itself up in {it}. Close its other windows, or copy it to a folder of"
        " your own, and start again.",
        "游戏无法写入 {it}。请关闭其他游戏窗口，或把游戏复制到自己的文件夹里，再重新启动。",
    ),
    "taken": Text(
        "In {it} both .venv and .venv-game were made by something else. Rename .venv-game and start"
        " again.",
        "{it} 里的 .venv 和 .venv-game 都不是本游戏创建的。请给 .venv-game 改名，再重新启动。",
    ),
    "again": Text(
        "Something is still missing from {it} after a repair. Delete that folder and start again.",
        "修复后 {it} 里仍缺少组件。请删除这个文件夹，再重新启动。",
    ),
}

COMMANDS: Mapping[str, Text] = {
    "demo": Text("plays one life by itself", "自动演示一个人的一生"),
    "check": Text("checks a scenario pack and names every mistake", "检查情景包，列出所有错误"),
    "twins": Text("two lives on the same luck, side by side", "同样的运气，两种方案，并排看"),
    "new": Text("makes a scenario pack of three answers", "回答三个问题，新建情景包"),
    "fix": Text("mends slips of the keyboard in a pack", "修正情景包里的输入错误"),
    "test-pack": Text("runs the tests a pack holds", "运行情景包自带的测试"),
    "playtest": Text("lives a pack thousands of times and reports", "把情景包玩上几千遍并出报告"),
    "texts": Text("a pack's texts to a spreadsheet and back", "导出、导入情景包的文本"),
    "show": Text("where a thing of a pack is defined", "查看某项内容写在哪里"),
    "names": Text("every name a condition may use", "列出条件里能用的名称"),
    "schema": Text("the language for an editor that completes", "输出供编辑器自动补全的格式"),
    "migrate": Text("brings a pack to today's language", "把情景包升级到现在的语言版本"),
    "pack": Text("puts a pack into one .lifepack file", "把情景包打成一个 .lifepack 文件"),
    "open": Text("opens one moment of a playtested life", "打开试玩中某个人生的某一刻"),
    "simulate": Text("lives many lives and prints what came of them", "模拟许多人的一生并列出结果"),
    "shots": Text("saves pictures of the screens", "把各个画面存成图片"),
}

OWN_LANGUAGE = frozenset({"shots"})
"""Commands that read ``--lang`` themselves, since they take several."""

HELP = Text(
    """\
Before the Rain: one working life, and the insurance you may choose in it.

before-the-rain [PACK] [options]      play; PACK is a file or folder with a / in it
before-the-rain COMMAND [arguments]   do one of these:
{commands}

Options:
  --profile NAME    start with this person
  --seed NUMBER     the luck of the life; the same number brings the same storms
  --lang en|zh      language
  --text 100..200   text size, percent
  --motion on|off   moving pictures
  --version         the version
  --help            this page""",
    """\
未雨绸缪：过完一个劳动者的一生，社保怎么参，由你决定。

before-the-rain [情景包] [选项]     开始游戏；情景包是文件或文件夹，路径里要带 /
before-the-rain 命令 [参数]         执行下列命令：
{commands}

选项：
  --profile 名称    直接选定人物
  --seed 数字       运气种子，数字相同，风雨也相同
  --lang en|zh      语言
  --text 100..200   文字大小（百分比）
  --motion on|off   动画开关
  --version         版本号
  --help            显示本页""",
)
VERSION = Text("Before the Rain {version}", "未雨绸缪 {version}")

UNKNOWN_COMMAND = Text(
    "There is no command “{name}”.{guess} Commands: {commands}. To play a pack, give its path, such"
    " as ./{name}",
    "没有“{name}”这个命令。{guess}可用的命令：{commands}。"
    "要玩某个情景包，请写出路径，例如 ./{name}",
)
UNKNOWN_OPTION = Text(
    "There is no option “{name}”.{guess} Options: {options}.",
    "没有“{name}”这个选项。{guess}可用的选项：{options}。",
)
GUESS = Text(" Did you mean “{name}”?", "你要找的是不是“{name}”？")
NO_VALUE = Text("“{name}” needs a value: {wanted}.", "“{name}”后面要有一个值：{wanted}。")
WRONG_VALUE = Text(
    "“{name}” cannot be “{value}”. Give {wanted}.", "“{name}”不能是“{value}”，应为：{wanted}。"
)
ONE_PACK = Text(
    "Only one pack can be played at a time; “{name}” is one too many.",
    "一次只能玩一个情景包，“{name}”是多出来的。",
)
MISPLACED = Text(
    "“{name}” is neither an option nor a pack. A command comes first; a pack is given by its path,"
    " such as ./{name}",
    "“{name}”既不是选项，也不是情景包。命令要写在最前面；情景包要写路径，例如 ./{name}",
)
NO_PACK = Text(
    "There is no pack at {path}. Check the path; without one, the bundled pack is played.",
    "这里没有情景包：{path}。请检查路径；不写路径就玩自带的情景包。",
)
WANTED: Mapping[str, Text] = {
    "--profile": Text("the id of a profile", "人物的 id"),
    "--seed": Text("a whole number from 0 to {most}", "0 到 {most} 之间的整数"),
    "--lang": Text("en or zh", "en 或 zh"),
    "--text": Text("a whole number from 100 to 200", "100 到 200 之间的整数"),
    "--motion": Text("on or off", "on 或 off"),
}

OTHER_PYGAME = Text(
    "The package pygame stands in the way of pygame-ce, which the game needs. Run: {python} -m pip"
    " uninstall -y pygame pygame-ce, then {python} -m pip install pygame-ce",
    "已安装的 pygame 与游戏需要的 pygame-ce 冲突。请先运行：{python} -m pip uninstall -y pygame"
    " pygame-ce，再运行：{python} -m pip install pygame-ce",
)
CRASHED = Text(
    "The game ran into a mistake of its own and stopped; a life being played is saved. A report is in {path}",
    "游戏出错并退出，正在玩的人生已存档。错误报告在 {path}",
)
CRASHED_UNWRITTEN = Text(
    "The game ran into a mistake of its own and stopped, and no report could be written to {path}."
    " Start it again with BTR_DEBUG=1 to see the mistake here.",
    "游戏出错并退出，错误报告也无法写入 {path}。设置 BTR_DEBUG=1 再启动，可以在这里看到错误。",
)
