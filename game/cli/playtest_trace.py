"""The page ``test-pack`` writes for a failed test: the life year by year, and where it fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Final

from game.cli.playtest_html import POLICY, STYLE
from game.core.diagnostics import shown
from game.core.folders import scenarios, user_data
from game.core.life import Scheme
from game.core.text import Language, Text, yuan
from game.play.playtest.tracing import Trace, TracedYear
from game.play.problems import Problem
from game.play.storage import write_text
from game.scenario.compiler import Loaded

FOLDER: Final = "reports"
TITLE: Final = Text("Test {number}: {name}", "测试 {number}：{name}")
ABOUT: Final = Text(
    "{pack} {version}. The life of {person}, as the test plays it. Each row is a year as it ended.",
    "{pack} {version}。{person}的一生，照测试过完。每行是一年结束时的样子。",
)
ABOUT_ONE_OF_MANY: Final = Text(
    "{pack} {version}. Life {life} of those the test lives, {person}: it shows what is amiss.",
    "{pack} {version}。测试过的许多人里的第 {life} 个（{person}），问题在他身上看得到。",
)
FAILED: Final = Text("What failed", "哪里没通过")
AT: Final = Text("line {line}: {why}", "第 {line} 行：{why}")
FIRST: Final = Text("» fails here", "» 从这一年起不符")
FAILS: Final = Text("» fails", "» 不符")
DIED: Final = Text("dies", "去世")
OF: Final = Text("{paid} of {all}", "{all} 个月缴了 {paid} 个")
SCHEMES: Final = {
    Scheme.NONE: Text("none", "不参保"),
    Scheme.RESIDENT: Text("resident", "居民"),
    Scheme.EMPLOYEE: Text("employee", "职工"),
}
EMPLOYEE_AT: Final = Text("employee, {base}", "职工，基数 {base}")
COLUMNS: Final = (
    Text("age", "年龄"),
    Text("year", "年份"),
    Text("pension plan", "养老方案"),
    Text("months paid", "已缴月数"),
    Text("medical plan", "医保方案"),
    Text("months paid", "已缴月数"),
    Text("income", "收入"),
    Text("savings", "积蓄"),
    Text("debt", "欠款"),
    Text("pension a year", "全年养老金"),
    Text("what happened", "发生的事"),
)
OWN_STYLE: Final = """
main{max-width:76rem}td,th{white-space:nowrap}td.w{white-space:normal;min-width:14rem}
tr.fails td{background:#f3ddd3;font-weight:600}td.gap{background:#f4e8c9}
div.wide{overflow-x:auto}li{margin:.25rem 0}
"""


def written(found: Loaded, number: int, trace: Trace, language: Language) -> Path | None:
    """Write the page beside the pack, else to the player's folder; where it is, if anywhere.

    Args:
        found: the pack.
        number: of the test, from 1.
        trace: the life.
        language: of the page.
    """
    text = page(found, number, trace, language)
    for path in _places(found, number):
        if not isinstance(write_text(path, text, keeps_previous=False), Problem):
            return path
    return None


def remove(found: Loaded, number: int) -> None:
    """Take away the page of a test that failed once and passes now.

    Args:
        found: the pack.
        number: of the test, from 1.
    """
    for path in _places(found, number):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _places(found: Loaded, number: int) -> Iterator[Path]:
    name = f"test-{number}.html"
    files = found.merged.packs.get("")
    if files is not None and files.root.is_dir() and not _is_bundled(files.root):
        yield files.root / FOLDER / (name if files.is_folder else f"{found.id}-{name}")
    yield user_data() / FOLDER / found.id / name


def _is_bundled(root: Path) -> bool:
    with suppress(OSError):
        return root.resolve().is_relative_to(scenarios().resolve())
    return False


def page(found: Loaded, number: int, trace: Trace, language: Language) -> str:
    """The whole page: no script, nothing fetched, every word escaped."""
    title = _said(TITLE, language, number=str(number), name=trace.name.in_language(language))
    about = ABOUT if trace.life is None else ABOUT_ONE_OF_MANY
    gaps = {"pack": found.id, "version": found.version, "life": str(trace.life)}
    person = trace.person.in_language(language)
    parts = [
        f'<!doctype html><html lang="{"zh-CN" if language == "zh" else "en"}"><head>',
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f"<title>{title}</title><style>{STYLE}{OWN_STYLE}</style></head><body><main>",
        f"<h1>{title}</h1>",
        f"<p>{_said(about, language, person=person, **gaps)}</p>",
        f"<h2>{_said(FAILED, language)}</h2><ul>",
        *_failures(trace, language),
        '</ul><div class="wide"><table>',
        f"<tr>{''.join(f'<th>{_said(head, language)}</th>' for head in COLUMNS)}</tr>",
        *_years(trace, language),
        "</table></div></main></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _said(text: Text, language: Language, **gaps: str) -> str:
    return _safe(text.filled(gaps).in_language(language))


def _safe(words: str) -> str:
    """Words of an author as they may stand in a page."""
    return escape(shown(words), quote=True)


def _failures(trace: Trace, language: Language) -> Iterator[str]:
    for each in trace.failures:
        why = each.why.in_language(language)
        yield f"<li>{_said(AT, language, line=str(each.place.line), why=why)}</li>"
    if trace.gap.en:
        yield f"<li>{_said(trace.gap, language)}</li>"


def _years(trace: Trace, language: Language) -> Iterator[str]:
    is_first = True
    for year in trace.years:
        mark = ""
        if year.fails:
            mark = _said(FIRST if is_first else FAILS, language)
            is_first = False
        yield _row(year, mark, language)


def _row(year: TracedYear, mark: str, language: Language) -> str:
    plan = SCHEMES[year.pension_plan]
    if year.pension_plan == Scheme.EMPLOYEE:
        plan = EMPLOYEE_AT.filled({"base": f"{100 * year.base:.0f}%"})
    money = (year.income, year.cash, year.debt, year.pension)
    cells = [
        f'<td class="n">{year.age}</td><td class="n">{year.year}</td>',
        f"<td>{_said(plan, language)}</td>",
        _months(year.months_pension, year.months_pension_missed, language),
        f"<td>{_said(SCHEMES[year.medical_plan], language)}</td>",
        _months(year.months_medical, year.months_medical_missed, language),
        *(f'<td class="n">{yuan(each, language)}</td>' for each in money),
        f'<td class="w">{"; ".join(_happened(year, mark, language))}</td>',
    ]
    return f'<tr class="{"fails" if mark else "goes"}">{"".join(cells)}</tr>'


def _months(paid: int, missed: int, language: Language) -> str:
    if not missed:
        return f'<td class="n">{paid or "–"}</td>'
    words = _said(OF, language, paid=str(paid), all=str(paid + missed))
    return f'<td class="n gap">{words}</td>'


def _happened(year: TracedYear, mark: str, language: Language) -> Iterator[str]:
    if mark:
        yield mark
    for event, choice in year.met:
        told = _safe(event.in_language(language))
        if choice.en:
            told += f" → {_safe(choice.in_language(language))}"
        yield told
    if year.has_died:
        yield _said(DIED, language)
