"""The structure of every page of the sample site, read as a screen reader would."""

import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.page_types import addresses, file_of

NEEDED = (("th", "scope"), ("img", "alt"), ("script", "src"))


class Structure(HTMLParser):
    """Headings, tables and named things of a page, in the order they are met."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language = ""
        self.headings: list[int] = []
        self.faults: list[str] = []
        self.tables: list[set[str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.faults += _faults(tag, given)
        match tag:
            case "html":
                self.language = given.get("lang", "")
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self.headings.append(int(tag[1]))
            case "table":
                self.tables.append({"own"} if given.get("class") else set())
            case "caption":
                self.tables[-1].add("caption")


def _faults(tag: str, given: Mapping[str, str]) -> Iterator[str]:
    """What no element may have, or must not lack."""
    yield from (f"<{tag} {name}>" for name in given if name == "style" or name[:2] == "on")
    if tag == "style":
        yield "inline style"
    for needs, name in NEEDED:
        if tag == needs and name not in given:
            yield f"{tag} without {name}"


def headings(page: Structure) -> Iterator[str]:
    """One h1, first; no level is jumped over on the way down."""
    if page.headings.count(1) != 1 or page.headings[0] != 1:
        yield f"h1: {page.headings}"
    pairs = zip(page.headings, page.headings[1:], strict=False)
    yield from (f"h{below} after h{above}" for above, below in pairs if below > above + 1)


def language(page: Structure) -> Iterator[str]:
    if page.language not in ("vi", "en"):
        yield f"lang: {page.language!r}"


def captions(page: Structure) -> Iterator[str]:
    """Tables that templates make; in a text of Markdown, words above a table say what it is."""
    yield from ("table without caption" for one in page.tables if one == {"own"})


def markup(page: Structure) -> Iterator[str]:
    yield from page.faults


@pytest.mark.parametrize("look", [headings, language, captions, markup], ids=lambda f: f.__name__)
def test_every_page_is_well_built(
    look: Callable[[Structure], Iterator[str]], sample_site: Path
) -> None:
    found = {
        address: faults
        for address in addresses(sample_site)
        if (faults := list(_found(look, sample_site, address)))
    }
    assert found == {}


def _found(look: Callable[[Structure], Iterator[str]], site: Path, address: str) -> Iterator[str]:
    """A file that stands alone holds one style and one script, which its policy names by digest."""
    page = file_of(site, address).read_text("utf-8")
    stands_alone = re.search(r"-v\d+\.html$|^404\.html$", address)
    own = ["inline style", "script without src"] if stands_alone else []
    for fault in look(Structure(page)):
        if fault in own:
            own.remove(fault)
        else:
            yield fault
