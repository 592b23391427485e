"""Every type of page in a real browser, wide and narrow, light and dark."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser import DESK, PHONE
from tests.conftest import ROOT
from tests.page_types import PAGE_TYPES, PageType, addresses, specimen, type_of
from tests.sample_pages import address, each_type, reader, site
from tests.visits import SCHEMES, Visitor

__all__ = ["address", "reader", "site"]

AXE = ROOT / "tests" / "web" / "node_modules" / "axe-core" / "axe.min.js"
# Everything that is not experimental, best practices too; what axe leaves out by default added.
JUDGE = """() => axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: {"target-size": {enabled: true}},
  resultTypes: ["violations"],
}).then((found) => found.violations)"""


def test_every_page_is_of_a_known_type(sample_site: Path) -> None:
    assert [one for one in addresses(sample_site) if type_of(one) is None] == []


def test_there_is_a_page_of_every_type(sample_site: Path) -> None:
    missing = {one.name for one in PAGE_TYPES if specimen(sample_site, one) is None}
    assert missing == set()


@each_type
def test_a_page_is_quiet(kind: PageType, address: str, reader: Visitor) -> None:
    """No message, no error, no request elsewhere, nothing that the page's own policy refuses."""
    for size in (PHONE, DESK):
        page = reader.open(address, size)
        page.emulate_media(color_scheme="dark")
        page.emulate_media(color_scheme="light")
        assert reader.noted() == []


@each_type
def test_axe_finds_no_fault(kind: PageType, address: str, reader: Visitor) -> None:
    page = reader.open(address, DESK)
    page.evaluate(AXE.read_text("utf-8"))
    for width, height in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert [told(fault) for fault in _violations(page)] == [], (width, scheme)


def _violations(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(JUDGE)
    return found


def told(fault: dict[str, Any]) -> str:
    """A fault with the first places where it stands."""
    places = [f"{node['target']} {node['html'][:120]}" for node in fault["nodes"][:5]]
    return f"{fault['id']} ({len(fault['nodes'])}): {'; '.join(places)}"
