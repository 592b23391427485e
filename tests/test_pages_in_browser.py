"""Every type of page in a real browser, wide and narrow, light and dark."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import DESK, PHONE, browser, served_zipped
from tests.conftest import ROOT
from tests.page_types import COMING, PAGE_TYPES, READ_AT, PageType, addresses, specimen, type_of
from tests.visits import SCHEMES, Window, visitor

AXE = ROOT / "tests" / "web" / "node_modules" / "axe-core" / "axe.min.js"
# Everything that is not experimental, best practices too; what axe leaves out by default added.
JUDGE = """() => axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: {"target-size": {enabled: true}},
  resultTypes: ["violations"],
}).then((found) => found.violations)"""
each_type = pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.name)
each_window = pytest.mark.parametrize("size", [PHONE, DESK], ids=lambda size: str(size[0]))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def site(sample_site: Path) -> Iterator[str]:
    with served_zipped(sample_site) as address:
        yield address


def page_of(kind: PageType, site: Path) -> str:
    """The fullest page of a type; what is still being built may be missing."""
    address = specimen(site, kind)
    if address is None:
        pytest.skip(f"the site has no page of the type {kind.name}")
    return address


def test_every_page_is_of_a_known_type(sample_site: Path) -> None:
    assert [one for one in addresses(sample_site) if type_of(one) is None] == []


def test_there_is_a_page_of_every_type(sample_site: Path) -> None:
    missing = {one.name for one in PAGE_TYPES if specimen(sample_site, one) is None}
    assert missing <= COMING


@each_window
@each_type
def test_a_page_is_quiet_and_accessible(
    kind: PageType, size: tuple[int, int], chromium: Browser, site: str, sample_site: Path
) -> None:
    """No message, no error, no request elsewhere, nothing that the policy refuses; and nothing
    that axe finds fault with. It is brought in only after the page has been quiet."""
    address = page_of(kind, sample_site)
    with visitor(chromium, site, Window(*size, at=READ_AT)) as reader:
        page = reader.open(address)
        page.wait_for_load_state("networkidle")
        assert reader.noted(page) == []
        page.evaluate(AXE.read_text("utf-8"))
        faults = {}
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            faults[scheme] = [told(fault) for fault in violations(page)]
        assert faults == dict.fromkeys(SCHEMES, [])


def violations(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(JUDGE)
    return found


def told(fault: dict[str, Any]) -> str:
    """A fault with the first places where it stands."""
    places = [f"{node['target']} {node['html'][:120]}" for node in fault["nodes"][:5]]
    return f"{fault['id']} ({len(fault['nodes'])}): {'; '.join(places)}"
