"""Every type of page of the site, once; tests of pages and `make screenshots` read this tuple.

A page whose address no pattern fits fails a test, so that a new type cannot be forgotten.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

ID = r"[A-Z]{2}-\d{4}-\d{4,}"
SLUG = r"[a-z0-9-]+"
MONTH = r"\d{4}-\d{2}"
# The moment the sample site is built for and, a little later, read at.
BUILT_AT = "2026-11-23T18:00+07:00"
READ_AT = datetime.fromisoformat("2026-11-23T18:10+07:00")
# Of the sample's messages one is in force, one was replaced; the third is recalled for the tests.
IN_FORCE, REPLACED, RECALLED = "ND-2026-0002", "ND-2026-0001", "ND-2026-0003"


class PageType(NamedTuple):
    """A type by the addresses that its pages have; the first pattern that fits counts."""

    name: str
    pattern: str

    def fits(self, address: str) -> bool:
        return re.fullmatch(self.pattern, address) is not None


PAGE_TYPES = (
    PageType("front", ""),
    PageType("not-found", r"404\.html"),
    PageType("search", "search/"),
    PageType("dashboard", "dashboard/"),
    PageType("offline", "offline/"),
    PageType("corrections", "corrections/"),
    PageType("bulletins", "bulletins/"),
    PageType("bulletins-by", rf"bulletins/(?!{ID}|archive)[a-z]+/({SLUG}/)?"),
    PageType("rumours", "rumours/"),
    PageType("opinions", "opinions/"),
    PageType("list", "(events|messages|information|concerns|consultations|directives|network)/"),
    PageType("month", rf"({SLUG}/){{1,3}}archive/{MONTH}/(\d+/)?"),
    PageType("bulletin", rf"bulletins/{ID}/"),
    PageType("version", rf"bulletins/{ID}/v\d+/"),
    PageType("changes", rf"bulletins/{ID}/v\d+/changes/"),
    PageType("single-file", rf"bulletins/{ID}/v\d+/[^/]+\.html"),
    PageType("event", rf"events/{ID}/"),
    PageType("message", f"messages/{IN_FORCE}/"),
    PageType("message-replaced", f"messages/{REPLACED}/"),
    PageType("message-recalled", f"messages/{RECALLED}/"),
    PageType("information", rf"information/{ID}/"),
    PageType("opinion", rf"opinions/{ID}/"),
    PageType("concern", rf"concerns/{ID}/"),
    PageType("consultation", rf"consultations/{ID}/"),
    PageType("directive", rf"directives/{ID}/"),
    PageType("network", rf"network/{ID}/"),
    PageType("areas", "areas/"),
    PageType("topics", "topics/"),
    PageType("units", "units/"),
    PageType("area", rf"areas/{SLUG}/"),
    PageType("topic", rf"topics/{SLUG}/"),
    PageType("unit", rf"units/{SLUG}/"),
    PageType("guide", "guide/"),
    PageType("rules", "guide/rules/"),
    PageType("rule", r"guide/rules/BT\d{3}/"),
    PageType("guide-page", rf"guide/{SLUG}/"),
)


def addresses(site: Path) -> Iterator[str]:
    """The address of every page of a built site, sorted."""
    for page in sorted(site.rglob("*.html")):
        yield page.relative_to(site).as_posix().removesuffix("index.html")


def type_of(address: str) -> PageType | None:
    return next((one for one in PAGE_TYPES if one.fits(address)), None)


def specimen(site: Path, kind: PageType) -> str | None:
    """The address of the fullest page of a type, or None when the site has none of it."""
    found = [one for one in addresses(site) if type_of(one) == kind]
    return max(found, key=lambda one: (file_of(site, one).stat().st_size, one), default=None)


def file_of(site: Path, address: str) -> Path:
    return site / (address if address.endswith(".html") else f"{address}index.html")
