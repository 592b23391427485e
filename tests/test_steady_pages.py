"""What a reader sees does not move while a page loads on a slow phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import PHONE, served

pytestmark = pytest.mark.browser

MOST = 0.05  # cumulative layout shift; 0.1 is called good
PAGES = ("bulletins/BT-2026-0003/v1/", "messages/ND-2026-0002/", "events/SV-2026-0001/")
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
WATCH = """self.shift = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) self.shift += one.value;
}).observe({type: "layout-shift", buffered: true});"""


def test_nothing_moves_while_a_page_loads(sample_site: Path, chromium: Browser) -> None:
    moved: dict[str, float] = {}
    with served(sample_site) as site:
        for address in PAGES:
            context = chromium.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
            page = context.new_page()
            network = context.new_cdp_session(page)
            network.send("Network.enable")
            network.send("Network.emulateNetworkConditions", SLOW)
            page.add_init_script(WATCH)
            page.goto(site + address, wait_until="networkidle")
            assert page.locator("h1").count() == 1
            moved[address] = page.evaluate("self.shift")
            context.close()
    assert max(moved.values()) <= MOST, moved
