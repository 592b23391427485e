"""Templates place finished text: they call nothing, compare nothing, compute nothing."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from generator.views.blocks import BLOCKS
from generator.views.bulletin.sections import SECTIONS
from tests.conftest import ROOT

THEME = ROOT / "theme"
FOLDERS = ("blocks", "pages", "pdf", "sections")
TEMPLATES = sorted(path for folder in FOLDERS for path in (THEME / folder).rglob("*.html"))
REFUSED = (nodes.Call, nodes.Assign, nodes.AssignBlock, nodes.Compare, nodes.BinExpr, nodes.Macro)
INLINE = re.compile(r"<style|<script|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)


def name_of(path: Path) -> str:
    return path.relative_to(THEME).as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_decides_nothing(path: Path) -> None:
    found = Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(REFUSED)
    assert [f"{type(node).__name__} in line {node.lineno}" for node in found] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_escapes_everything(path: Path) -> None:
    filters = Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(nodes.Filter)
    assert not [node.lineno for node in filters if node.name in ("safe", "forceescape")]


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_has_no_inline_style_or_script(path: Path) -> None:
    assert not INLINE.search(path.read_text("utf-8"))


def test_every_block_and_page_is_used() -> None:
    code = " ".join(
        path.read_text("utf-8")
        for path in (*(ROOT / "generator" / "views").rglob("*.py"), *TEMPLATES)
    )
    kinds = {f"blocks/{kind.kind}.html" for kind in BLOCKS} | {"blocks/fields.html"}
    placed = {f"sections/{name}.html" for one in SECTIONS for name in (one.page, one.paper)}
    for path in TEMPLATES:
        name = name_of(path)
        if name.startswith("sections/"):
            assert name in code or name in placed | {"sections/page/none.html"}, name
            continue
        named = name in code or f'"{path.stem}"' in code or name in kinds
        assert named or path.parent.name == "pdf", name


@pytest.mark.parametrize("sheet", ["tokens.css", "frame.css", "screen.css"])
def test_a_style_sheet_names_only_tokens_that_exist(sheet: str) -> None:
    tokens = (THEME / "assets" / "tokens.css").read_text("utf-8")
    declared = set(re.findall(r"^\s+(--bt-[a-z0-9-]+):", tokens, re.MULTILINE))
    used = set(re.findall(r"var\((--bt-[a-z0-9-]+)\)", (THEME / "assets" / sheet).read_text()))
    assert used <= declared
    assert sheet == "tokens.css" or used


def test_fonts_named_by_the_style_are_shipped() -> None:
    tokens = (THEME / "assets" / "tokens.css").read_text("utf-8")
    named = re.findall(r'url\("([^"]+)"\)', tokens)
    assert named
    assert not [name for name in named if not (THEME / "assets" / name).is_file()]


PAIRS = ("good", "warn", "bad", "info", "plain", "exercise")


# Where the colours of each palette begin.
PALETTES = {"light": ":root {", "dark": "prefers-color-scheme: dark) {"}


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize("name", PAIRS)
def test_statuses_can_be_read(scheme: str, name: str) -> None:
    """Contrast of 4.5 or more (WCAG 2.2, 1.4.3), computed as the guideline defines it."""
    tokens = (THEME / "assets" / "tokens.css").read_text("utf-8")
    block = tokens.partition(PALETTES[scheme])[2].partition("}")[0]
    colours = dict(re.findall(r"(--[a-z-]+): (#[0-9a-f]{6});", block))
    ink, ground = colours[f"--bt-{name}"], colours[f"--bt-{name}-ground"]
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
