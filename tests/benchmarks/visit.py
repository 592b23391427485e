"""What a first visit costs on a slow phone: python -m tests.benchmarks.visit SITE.

Slow 4G (1.44 Mb/s, 150 ms before each answer), the processor four times slower, texts compressed,
nothing cached, no worker of the site. Medians of several visitors; on a busy machine too high.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from tests.browser import DESK, PHONE, browser, served_zipped

SLOWER = 4
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 180_000,
    "uploadThroughput": 84_000,
}
VISITORS = 5
QUESTION = "nước có dùng được không"
PAINTED = """() => new Promise((resolve) => {
  const told = (seen) => resolve(seen.getEntries().pop().startTime);
  new PerformanceObserver(told).observe({type: "largest-contentful-paint", buffered: true});
})"""
NOW = "performance.timeOrigin + performance.now()"
ANSWERED = """() => performance.getEntriesByName("first results")[0].startTime"""
ANSWERED_AT = "performance.timeOrigin + performance.getEntriesByName('first results')[0].startTime"
RESULT = "#search-results > li"


class Measured(NamedTuple):
    """One thing that a visitor waits for, and the most milliseconds that it may take."""

    name: str
    most: int
    wait: Callable[[Page, str], float]


def _painted(page: Page, address: str) -> float:
    """The largest text of a page stands there."""
    page.goto(address, wait_until="networkidle")
    return float(page.evaluate(PAINTED))


def _front_painted(page: Page, root: str) -> float:
    return _painted(page, root)


def _asked_by_address(page: Page, root: str) -> float:
    """From following a link with a question to its first result."""
    page.goto(f"{root}search/?q={QUESTION}")
    page.wait_for_selector(RESULT)
    return float(page.evaluate(ANSWERED))


def _asked_from_front(page: Page, root: str) -> float:
    """From the focus in the box of the front page, with no time to type, to the first result."""
    page.goto(root, wait_until="networkidle")
    begun = page.evaluate(NOW)
    page.focus("#bar-query")
    page.keyboard.insert_text(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_selector(RESULT)
    return float(page.evaluate(ANSWERED_AT) - begun)


def _asked_from_link(page: Page, root: str) -> float:
    """From the tap on a phone that opens the search to the first result, with no time to type."""
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.goto(root, wait_until="networkidle")
    begun = page.evaluate(NOW)
    page.click(".bar-find")
    page.wait_for_selector("#search-query:focus")
    page.keyboard.insert_text(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_selector(RESULT)
    return float(page.evaluate(ANSWERED_AT) - begun)


WAITS = (
    Measured("front page: largest text painted", 1_200, _front_painted),
    Measured("search: link with a question", 1_500, _asked_by_address),
    Measured("search: focus in the box of the front page", 1_500, _asked_from_front),
    Measured("search: tap on a phone, then typed", 1_500, _asked_from_link),
)


def lines(site: Path) -> Iterator[str]:
    """A table: each wait, its median in milliseconds, and what is expected."""
    yield "  slow 4G, processor at 1/4: milliseconds"
    with browser() as chromium, served_zipped(site) as root:
        for one in WAITS:
            took = median(_of_new_visitor(chromium, root, one) for _ in range(VISITORS))
            verdict = "as expected" if took <= one.most else "NOT as expected"
            yield f"    {one.name:45}{took:7.0f}, at most {one.most}: {verdict}"


def _of_new_visitor(chromium: Browser, root: str, one: Measured) -> float:
    with _slow(chromium) as page:
        return one.wait(page, root)


@contextmanager
def _slow(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context(service_workers="block") as context:
        page = context.new_page()
        page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        yield page


if __name__ == "__main__":
    for line in lines(Path(sys.argv[1])):
        sys.stdout.write(f"{line}\n")
