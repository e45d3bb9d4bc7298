"""Make the game's three fonts: small static subsets of Noto Sans SC and Noto Serif SC.

Run by hand when a text needs a character the fonts lack (``tests/screens/test_fonts.py`` says so):
``python assets/make_fonts.py``. Needs ``npm`` and the ``fonttools`` package; the game itself
needs neither.

Noto SC draws quotation marks, dots and the ellipsis a full character wide, which is right in
Chinese and wrong in English. The narrow forms hide behind a layout feature that the text renderer
cannot switch on, so they are put at private code points; ``game.ui.type`` asks for them in English.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from copy import deepcopy
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
SANS = "@expo-google-fonts/noto-sans-sc@0.4.3"
SERIF = "@expo-google-fonts/noto-serif-sc@0.4.3"
MADE_FROM = (
    ("NotoSansSC-Regular.ttf", SANS, "400Regular/NotoSansSC_400Regular.ttf"),
    ("NotoSansSC-Bold.ttf", SANS, "700Bold/NotoSansSC_700Bold.ttf"),
    ("NotoSerifSC-Bold.ttf", SERIF, "700Bold/NotoSerifSC_700Bold.ttf"),
)
LICENCES = (("OFL-NotoSansSC.txt", SANS), ("OFL-NotoSerifSC.txt", SERIF))
NARROW = {
    0x2018: 0xE018,
    0x2019: 0xE019,
    0x201C: 0xE01C,
    0x201D: 0xE01D,
    0x2026: 0xE026,
    0x00B7: 0xE0B7,
    0x2022: 0xE022,
}
"""Code points with a narrow form, and the private code points it is put at."""
DOT_ADVANCE = 620
"""Thousandths of an em a middle dot takes in English."""
DOT_ADVANCE = 620
"""Thousandths of an em a middle dot takes in English."""

SYMBOLS = (
    "−·•→←↑↓↔¥‰≤≥≈≠×÷½⅓¼¾✓✗“”‘’–—⸺…‹›«»°±√∞▲▼◆●○■□★☆①②③④⑤⑥⑦⑧⑨⑩"
    "《》〈〉「」『』【】〔〕（），。！？、；：％＋－＝～／＂＇．￥\u3000"
)
RARER_HANZI = ""
"""Characters of the game's texts that GB 2312 lacks."""


def hanzi() -> str:
    """The 6,763 characters of GB 2312, levels 1 and 2."""
    cells = (
        bytes((row, column)).decode("gb2312", errors="ignore")
        for row in range(0xB0, 0xF8)
        for column in range(0xA1, 0xFF)
    )
    return "".join(cells)


def characters() -> set[int]:
    """Every code point the fonts hold, but for the private ones."""
    # The sources hold only some of Latin Extended-A.
    latin = {*range(0x20, 0x7F), *range(0xA0, 0x180)}
    greek = {*range(0x391, 0x3A2), *range(0x3A3, 0x3AA), *range(0x3B1, 0x3CA)}
    full_width = {*range(0x3001, 0x3020), *range(0xFF01, 0xFF5F)}
    return (
        latin
        | greek
        | full_width
        | {ord(character) for character in hanzi() + SYMBOLS + RARER_HANZI}
    )


def narrow_glyphs(font: TTFont) -> dict[int, str]:
    """The glyph of each private code point, from the font's ``pwid`` feature."""
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "pwid"
        for index in record.Feature.LookupListIndex
    }
    narrow: dict[str, str] = {}
    for index in lookups:
        for subtable in table.LookupList.Lookup[index].SubTable:
            narrow |= getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
    names = font.getBestCmap()
    return {
        private: narrow.get(names[wide]) or trimmed(font, names[wide])
        for wide, private in NARROW.items()
    }


def trimmed(font: TTFont, name: str) -> str:
    """A copy of a full-width glyph with half of its advance, for dots without a narrow form."""
    advance, bearing = font["hmtx"][name]
    if advance <= DOT_ADVANCE:
        return name
    copy, shift = f"{name}.narrow", (advance - DOT_ADVANCE) // 2
    if copy not in font.getGlyphOrder():
        glyph = deepcopy(font["glyf"][name])
        glyph.coordinates.translate((-shift, 0))
        font["glyf"][copy] = glyph
        font["hmtx"][copy] = (DOT_ADVANCE, bearing - shift)
        font.setGlyphOrder(list(font["glyf"].glyphOrder))
    return copy


def make(source: Path, target: Path) -> None:
    """Write the subset of one font."""
    font = TTFont(source)
    private = narrow_glyphs(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap |= private
    options = Options(
        layout_features=["kern"],
        hinting=False,
        glyph_names=False,
        legacy_kern=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 4, 5, 6, 13, 14],
        name_languages=[0x409],
        drop_tables=["GSUB", "GDEF", "BASE", "STAT", "vhea", "vmtx", "VORG", "DSIG", "meta"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters() | set(private))
    subsetter.subset(font)
    missing = characters() - set(font.getBestCmap())
    print(f"{target.name}: not in the source: " + "".join(map(chr, sorted(missing))))
    font.save(target)
    print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size:,} bytes")


def unpack(package: str, folder: Path) -> Path:
    """Fetch one npm package into ``folder`` and return where its files are."""
    shown = subprocess.run(
        ["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True
    )
    target = folder / package.split("/")[1]
    with tarfile.open(folder / shown.stdout.strip().splitlines()[-1]) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def main() -> int:
    """Make all fonts and copy their licences beside them."""
    FONTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folders = {package: unpack(package, Path(temporary)) for package in (SANS, SERIF)}
        for name, package, inside in MADE_FROM:
            make(folders[package] / inside, FONTS / name)
        for name, package in LICENCES:
            (FONTS / name).write_bytes((folders[package] / "LICENSE_FONT").read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
