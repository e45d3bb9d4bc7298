"""The papers and the tree agree: links lead somewhere, the map is whole, no machine is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAPERS = sorted(
    [
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
        *(ROOT / "docs").glob("**/*.md"),
    ]
)
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)

MADE = re.compile(
    r"\.git|\.venv.*|\.\w+_cache|\.hypothesis|__pycache__|dist|build|.*\.egg-info|uv\.lock"
)
"""Names of what tools make in a checkout; git does not keep it."""
# Each pattern is written so that it does not match its own line.
LEAKS = {
    "a path of one machine": re.compile(r"(?<![\w.])/(?:wor[k]/|tm[p]/brief|op[t]/dev)"),
    "a package registry": re.compile(
        r"pyp[i]\.|python[h]osted\.|npm[j]s\.|crate[s]\.io|artifactor[y]\.|devp[i]\.|nexu[s]\."
        r"|(?:registr[y]|mirror[s]?)\.[a-z]|inde[x]-url",
        re.IGNORECASE,
    ),
}


# --- links -------------------------------------------------------------------------------------


def links(paper: Path) -> Iterator[str]:
    """Every link of a paper that leads to a file or a heading of this project."""
    for match in LINK.finditer(FENCED.sub("", paper.read_text(encoding="utf-8"))):
        if not ELSEWHERE.match(match.group(1)):
            yield unquote(match.group(1))


def headings(paper: Path) -> set[str]:
    """What can follow ``#`` in a link to a paper."""
    titles = re.findall(
        r"^#+ +(.+?) *$", FENCED.sub("", paper.read_text(encoding="utf-8")), re.MULTILINE
    )
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(paper: Path) -> None:
    for link in links(paper):
        name, _, heading = link.partition("#")
        target = (paper.parent / name).resolve() if name else paper
        assert target.is_relative_to(ROOT), f"{link} leads out of the project"
        assert target.exists(), f"{link} leads nowhere"
        assert not heading or heading in headings(target), f"{link}: there is no such heading"


def test_the_papers_link_to_each_other() -> None:
    assert sum(len(list(links(paper))) for paper in PAPERS) > 10


# --- the map -----------------------------------------------------------------------------------


def named_on_the_map() -> tuple[set[str], set[str]]:
    """Modules, and packages named as a whole, of the tree in ``docs/architecture.md``.

    A package whose line lists modules is named by them; one without stands for all it holds.
    """
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    tree = page.partition("## The tree")[2].partition("```")[2].partition("```")[0]
    lines = tree.partition("\ngame/\n")[2].splitlines()
    modules: set[str] = set()
    whole: set[str] = set()
    layer = ""
    for line in lines:
        depth = len(line) - len(line.lstrip())
        if depth == 0:
            break
        package = re.match(r" +(\w+)/", line)
        names = re.findall(r"\b\w+\.py\b", line)
        if depth == 2:
            layer = f"{package.group(1)}/" if package else ""
            modules |= {layer + name for name in names}
        elif package is None:
            modules |= {layer + name for name in names}
        elif names:
            modules |= {f"{layer}{package.group(1)}/{name}" for name in names}
        elif depth == 4:
            whole.add(f"{layer}{package.group(1)}/")
    return modules, whole


def test_the_map_names_every_module_and_no_other() -> None:
    modules, whole = named_on_the_map()
    files = {
        path.relative_to(ROOT / "game").as_posix()
        for path in (ROOT / "game").glob("**/*.py")
        if path.name != "__init__.py" and "_bundle" not in path.parts
    }
    assert len(modules) > 50
    apart = {path for path in files if not path.startswith(tuple(whole))}
    assert apart - modules == set(), "docs/architecture.md does not name these"
    assert modules - files == set(), "docs/architecture.md names what is not there"
    assert {package for package in whole if not (ROOT / "game" / package).is_dir()} == set()


# --- leaks -------------------------------------------------------------------------------------


def kept(folder: Path = ROOT) -> Iterator[Path]:
    """Every file of the project, without what tools make."""
    for path in sorted(folder.iterdir()):
        if MADE.fullmatch(path.name):
            continue
        if path.is_dir():
            yield from kept(path)
        elif not path.name.endswith(".pyc"):
            yield path


def test_no_file_names_a_machine_or_a_registry() -> None:
    files = list(kept())
    assert ROOT / "pyproject.toml" in files
    assert Path(__file__).resolve() in files
    told = [
        f"{path.relative_to(ROOT)}:{number}: {what}"
        for path in files
        for number, line in enumerate(
            path.read_bytes().decode("utf-8", errors="ignore").splitlines(), 1
        )
        for what, pattern in LEAKS.items()
        if pattern.search(line)
    ]
    assert not told, "\n".join(told)


@pytest.mark.parametrize(
    "parts", [("", "work", "main"), ("", "tmp", "brief", "x.md"), ("", "opt", "dev", "bin")]
)
def test_a_path_of_one_machine_is_seen(parts: tuple[str, ...]) -> None:
    seen = LEAKS["a path of one machine"]
    assert seen.search(f"run {'/'.join(parts)}")
    assert not seen.search(f"run tests{'/'.join(parts)}")


@pytest.mark.parametrize(
    "parts", [("pypi", "org"), ("files", "pythonhosted", "org"), ("registry", "npmjs", "org")]
)
def test_a_registry_is_seen(parts: tuple[str, ...]) -> None:
    seen = LEAKS["a package registry"]
    assert seen.search(f"from https://{'.'.join(parts)}/simple")
    assert not seen.search(f"from {' '.join(parts)}")
