"""The style sheet is cut to what pages use, and every page looks as it does with the whole one."""

import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from generator.resources import shipped
from generator.targets.site import style_cut
from generator.targets.site.page_assets import MATERIAL, SHEETS, names_of_pages
from tests.browser import DESK, PHONE
from tests.conftest import ROOT
from tests.page_types import READ_AT, PageType
from tests.sample_pages import address, each_type, site
from tests.visits import Scheme, Visitor, Window, visitor

__all__ = ["address", "site"]


class Media(NamedTuple):
    """What a browser tells a page about where it is read."""

    scheme: Scheme
    name: Literal["screen", "print"]


class Seen(NamedTuple):
    """A thing on a page: its place in pixels, and the value of every property."""

    name: str
    place: tuple[float, ...]
    style: Mapping[str, str]


OWN_STYLE = ("single-file", "not-found")
WHOLE = "assets/whole.css"
PROPERTIES = (
    """() => Array.from(getComputedStyle(document.body)).filter((one) => !one.startsWith("--"))"""
)
# A browser may have drawn what is closed, or not.
OPEN = """() => document.querySelectorAll("details").forEach((one) => { one.open = true; })"""
SWAP = """async (address) => {
  const link = document.querySelector("link[rel=stylesheet]");
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
    link.href = address;
  });
  await document.fonts.ready;
}"""
# On a phone in the light, on a desk in the dark, and on paper.
LOOKS = (
    (PHONE, Media("light", "screen")),
    (DESK, Media("dark", "screen")),
    (DESK, Media("light", "print")),
)


@pytest.fixture(scope="module")
def material() -> str:
    """Material's sheet as it is installed."""
    spec = find_spec("material")
    assert spec and spec.submodule_search_locations
    (sheet,) = (Path(spec.submodule_search_locations[0]) / "templates").glob(MATERIAL)
    return sheet.read_text("utf-8")


@pytest.fixture(scope="module")
def whole(material: str) -> str:
    """The same, and ours."""
    ours = ((shipped("theme") / "assets" / name).read_text("utf-8") for name in SHEETS)
    return "\n".join((material, *ours))


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        (".card, .tabbed > a:hover {top: 0}", ".card{top:0;}"),
        ("p.tabbed, #tabs, [dir=rtl] p {top: 0}", ""),
        ("[data-md-toggle] p, [dir=ltr] p {top: 0}", "[dir=ltr] p{top:0;}"),
        ("a:not(.tabbed), [href] {top: 0}", "a:not(.tabbed),[href]{top:0;}"),
        ("@media print {.tabbed {top: 0} p {top: 0}}", "@media print{p{top:0;}}"),
        ("@media print {.tabbed {top: 0}}", ""),
        (".card {& p {top: 0} left: 0 !important}", ".card{& p{top:0;}left:0!important;}"),
    ],
)
def test_a_rule_stays_when_a_page_can_have_what_it_means(sheet: str, left: str) -> None:
    names = style_cut.names_in(['<p class="card {{ tone }}" dir="ltr">'])
    assert style_cut.cut(sheet, names).replace("\n", "") == left


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        ("/* why */ p  {top: 0;}", "p{top:0;}"),
        (
            "p {--a: var(--b); --b: 1; --c: 2; top: var( --a)}",
            "p{--a:var(--b);--b:1;top:var( --a);}",
        ),
        ("p {--a: var(--b)} a {--b: 1}", ""),
        (
            "@keyframes up {to {top: 0}} @keyframes on {to {top: 0}} p {animation: 1s up}",
            "@keyframes up{to{top:0;}}p{animation:1s up;}",
        ),
        ('p::before {content: "a  ·  b" attr(x)}', 'p::before{content:"a  ·  b" attr(x);}'),
        (
            '@charset "UTF-8"; @page {margin: 0; @top-center {content: "!"}}',
            '@charset "UTF-8";@page{margin:0;@top-center{content:"!";}}',
        ),
    ],
)
def test_what_nobody_asks_for_is_not_sent(sheet: str, left: str) -> None:
    assert style_cut.slim(sheet).replace("\n", "") == left


def test_a_sheet_that_cannot_be_read_is_no_sheet() -> None:
    with pytest.raises(ValueError, match="line 2"):
        style_cut.slim("p {top: 0}\np top: 0")


def test_a_sheet_beside_it_finds_all_that_it_asks_for(sample_site: Path) -> None:
    (sent,) = (sample_site / "assets").glob("site-*.css")
    beside = (shipped("theme") / "desk" / "desk.css").read_text("utf-8")
    declared = set(re.findall(r"(--[\w-]+):", sent.read_text("utf-8")))
    assert set(re.findall(r"var\((--[\w-]+)", beside)) <= declared


def test_all_that_any_page_has_is_known_from_the_sources(sample_site: Path, material: str) -> None:
    """Also what shows only under a finger, and on pages that are not looked at below."""
    sources = names_of_pages((ROOT / "content" / "guide").glob("*.md"))
    pages = style_cut.names_in(page.read_text("utf-8") for page in sample_site.rglob("*.html"))
    assert style_cut.cut(style_cut.cut(material, sources), pages) == style_cut.cut(material, pages)


@pytest.fixture(scope="module")
def reader(chromium: Browser, site: str) -> Iterator[Visitor]:
    """Nothing moves, and no worker stands between the page and the style sheet that we give it."""
    window = Window(*DESK, READ_AT, wants_rest=True, has_workers=False)
    with visitor(chromium, site, window) as visiting:
        yield visiting


@each_type
def test_a_page_looks_as_with_the_whole_style_sheet(
    kind: PageType, address: str, reader: Visitor, whole: str
) -> None:
    if kind.name in OWN_STYLE:
        pytest.skip("it holds a style of its own")
    page = reader.open(address)
    page.route(f"**/{WHOLE}", lambda route: route.fulfill(body=whole, content_type="text/css"))
    page.evaluate(OPEN)
    with_cut = list(_looks(page))
    page.evaluate(SWAP, reader.site + WHOLE)
    for look, expected in zip(with_cut, _looks(page), strict=True):
        assert len(look) > 15
        unlike = (_unlike(*pair) for pair in zip(look, expected, strict=False))
        assert list(islice(filter(None, unlike), 3)) == []
        assert len(look) == len(expected)


def _unlike(seen: Seen, expected: Seen) -> list[object]:
    """What is not the same: name or place of a thing, or properties."""
    if seen == expected:
        return []
    pairs = zip(seen.style.items(), expected.style.items(), strict=False)
    return [seen[:2], expected[:2], *(pair for pair in pairs if pair[0] != pair[1])]


def _looks(page: Page) -> Iterator[list[Seen]]:
    """All that has a place on the page, what styles put before and after things among it."""
    session = page.context.new_cdp_session(page)
    properties = page.evaluate(PROPERTIES)
    for (width, height), media in LOOKS:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=media.scheme, media=media.name)
        found = session.send("DOMSnapshot.captureSnapshot", {"computedStyles": properties})
        yield list(_seen(found, properties))
    session.detach()


def _seen(found: dict[str, Any], properties: list[str]) -> Iterator[Seen]:
    document, words = found["documents"][0], found["strings"]
    nodes, layout = document["nodes"], document["layout"]
    for node, styles, place in zip(
        layout["nodeIndex"], layout["styles"], layout["bounds"], strict=True
    ):
        values = [words[number] for number in styles]
        attributes = [words[number] for number in nodes["attributes"][node]]
        name = " ".join((words[nodes["nodeName"][node]], *attributes))
        yield Seen(name, tuple(place), dict(zip(properties, values, strict=False)))
