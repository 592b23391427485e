"""What a first question to the search costs on a phone: python -m tests.benchmarks.search SITE.

Chromium with its processor slowed down four times; nothing is compressed and nothing is cached.
Busy seconds are processor time of the page's thread, whatever else the machine does.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession

from tests.browser import PHONE, browser, served

SLOWER = 4
MOST_SECONDS, MOST_BYTES = 1.0, 600_000
QUESTIONS = ("nước sinh hoạt", "nuoc sinh hoat", "đường gom dân sinh", "ban tin", "ND-2026-0003")


class Asked(NamedTuple):
    """Seconds from Enter to the first results, busy seconds of them, bytes and files moved."""

    seconds: float
    busy: float
    of_index: int
    whole: int
    files: int


def lines(site: Path) -> Iterator[str]:
    """A table of first questions, each by a new visitor."""
    yield f"  search, at 1/{SLOWER} speed: first results, busy, bytes of the index, of all, files"
    with browser() as chromium, served(site) as root:
        for question in QUESTIONS:
            one = first_question(chromium, root, question)
            is_good = one.busy <= MOST_SECONDS and one.whole <= MOST_BYTES
            verdict = "as expected" if is_good else "NOT as expected"
            yield (
                f"    {question:22}{one.seconds:6.2f} s{one.busy:6.2f} s busy"
                f"{one.of_index:9,}{one.whole:9,}{one.files:4}  {verdict}"
            )


def first_question(chromium: Browser, root: str, question: str) -> Asked:
    """A new visitor opens the page and asks; all bytes since the page was opened count."""
    context = chromium.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    moved = _moved(session)
    page.goto(f"{root}search/", wait_until="networkidle")
    page.fill("#search-query", question)
    before, begun = _busy(session), page.evaluate("performance.now()")
    page.press("#search-query", "Enter")
    page.wait_for_selector("#search-results > li")
    ended = page.evaluate("performance.getEntriesByName('first results').pop().startTime")
    busy = _busy(session) - before
    page.wait_for_load_state("networkidle")
    parts = [size for url, size in moved if "/search/parts/" in url]
    context.close()
    return Asked(
        (ended - begun) / 1000, busy, sum(parts), sum(size for _, size in moved), len(parts)
    )


def _moved(session: CDPSession) -> list[tuple[str, int]]:
    """What arrives, as it arrives: address and bytes."""
    names: dict[str, str] = {}
    moved: list[tuple[str, int]] = []
    session.on(
        "Network.requestWillBeSent", lambda e: names.update({e["requestId"]: e["request"]["url"]})
    )
    session.on(
        "Network.loadingFinished",
        lambda e: moved.append((names.get(e["requestId"], ""), int(e["encodedDataLength"]))),
    )
    session.send("Network.enable")
    return moved


def _busy(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")


if __name__ == "__main__":
    for line in lines(Path(sys.argv[1])):
        sys.stdout.write(f"{line}\n")
