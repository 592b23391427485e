"""What a first question to the search costs on a phone: python -m tests.benchmarks.search SITE.

Chromium with its processor slowed down four times; nothing is compressed and nothing is cached.
Busy seconds are those in which the page's own thread had work, loading the page itself included.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from playwright.sync_api import Browser, CDPSession

from tests.browser import PHONE, browser, served

SLOWER = 4
MOST_SECONDS, MOST_BYTES = 1.0, 600_000
QUESTIONS = ("nước sinh hoạt", "nuoc sinh hoat", "đường gom dân sinh", "ban tin", "ND-2026-0003")


class Asked(NamedTuple):
    """Seconds from Enter to the first results, busy seconds of them, bytes and files moved."""

    seconds: float
    busy: float
    index: int
    whole: int
    files: int


def lines(site: Path) -> Iterator[str]:
    """A table of first questions, each by a new visitor."""
    yield f"  search, at 1/{SLOWER} speed: first results, busy, bytes of the index, of all, files"
    with browser() as chromium, served(site) as root:
        for question in QUESTIONS:
            one = first_question(chromium, root, question)
            is_good = one.seconds <= MOST_SECONDS and one.whole <= MOST_BYTES
            verdict = "as expected" if is_good else "NOT as expected"
            yield (
                f"    {question:22}{one.seconds:6.2f} s{one.busy:6.2f} s busy"
                f"{one.index:9,}{one.whole:9,}{one.files:4}  {verdict}"
            )


def first_question(chromium: Browser, root: str, question: str) -> Asked:
    """A visitor opens the page by the question's address, as the box of every page does."""
    context = chromium.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Performance.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    moved: dict[str, int] = {}
    names: dict[str, str] = {}
    session.on(
        "Network.requestWillBeSent", lambda e: names.update({e["requestId"]: e["request"]["url"]})
    )
    session.on(
        "Network.loadingFinished",
        lambda e: moved.update({e["requestId"]: int(e["encodedDataLength"])}),
    )
    page.goto(f"{root}search/?q={quote(question)}", wait_until="commit")
    page.wait_for_selector("#search-results > li")
    seconds = page.evaluate("performance.getEntriesByName('first results')[0].startTime") / 1000
    busy = _metric(session, "TaskDuration")
    page.wait_for_load_state("networkidle")
    parts = [moved.get(one, 0) for one, url in names.items() if "/search/parts/" in url]
    context.close()
    return Asked(seconds, busy, sum(parts), sum(moved.values()), len(parts))


def _metric(session: CDPSession, name: str) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) for one in metrics if one["name"] == name)


if __name__ == "__main__":
    for line in lines(Path(sys.argv[1])):
        sys.stdout.write(f"{line}\n")
