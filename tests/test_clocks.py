"""Whatever the clock says, no page says of a time what is not so, nor two things of one matter."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import PHONE
from tests.page_types import addresses
from tests.test_pages_in_browser import AXE, JUDGE, told
from tests.test_reading import BUILT, NEWEST, NEWS, OLD, RECALLED, UNTIL, folder, site

__all__ = ["folder", "site"]

# Before the site was made, right after, at the end of a message and after it, and long after all.
CLOCKS = (
    "2026-11-30T08:00+07:00",
    BUILT,
    "2026-12-06T08:00+07:00",
    UNTIL,
    "2026-12-20T08:01+07:00",
    "2027-12-02T08:00+07:00",
)
MOMENT = r"(\d{1,2}) giờ (\d{2}) ngày (\d{1,2})/(\d{1,2})/(\d{4})"
# What may be said only before a moment, and only after it.
STILL = re.compile(rf"(?:Đang có hiệu lực, đến|Nội dung thống nhất có hiệu lực đến) {MOMENT}")
AHEAD = re.compile(rf"Chưa có hiệu lực; dùng từ {MOMENT}")
PAST = re.compile(rf"(?:Đã hết hiệu lực lúc|Lẽ ra đã có \D* lúc) {MOMENT}")
IN_USE = re.compile(r"Đang có hiệu lực, đến")
GUIDE = re.compile(r"guide/|api/|404\.html|offline/|search/")
SEEN = "document.querySelector('main').innerText.replace(/\\s+/g, ' ')"


def moments(pattern: re.Pattern[str], text: str) -> Iterator[datetime]:
    for hour, minute, day, month, year in pattern.findall(text):
        written = f"{year}-{month:>02}-{day:>02}T{hour:>02}:{minute}+07:00"
        yield datetime.fromisoformat(written)


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]}, timezone_id="Asia/Ho_Chi_Minh"
    ) as context:
        one = context.new_page()
        one.clock.install(time=BUILT)
        yield one


def untruths(text: str, now: datetime) -> list[str]:
    """What a page says that is not so at this moment."""
    is_early = now < datetime.fromisoformat(BUILT)
    found = [f"still: {at}" for at in moments(STILL, text) if at < now]
    found += [f"ahead: {at}" for at in moments(AHEAD, text) if at <= now]
    found += [f"past: {at}" for at in moments(PAST, text) if at > now and not is_early]
    if is_early and IN_USE.search(text):
        found.append("in use, by a clock that is wrong")
    return found


def test_every_page_tells_the_truth_at_six_clocks(page: Page, site: str, folder: Path) -> None:
    said = dict[str, list[str]]()
    checked = 0
    for address in addresses(folder):
        if GUIDE.match(address) or address.endswith(".html"):
            continue
        page.goto(f"{site}{address}")
        for clock in CLOCKS:
            page.clock.set_system_time(clock)
            page.clock.run_for(60_000)
            found = untruths(page.evaluate(SEEN), datetime.fromisoformat(clock))
            checked += 1
            if found:
                said[f"{address} at {clock}"] = found
    assert said == {}
    assert checked > 6 * 40


@pytest.mark.parametrize("address", ["", NEWS, RECALLED, OLD, NEWEST, "events/SV-2026-0001/"])
def test_axe_finds_no_fault_whatever_the_clock(address: str, page: Page, site: str) -> None:
    page.goto(f"{site}{address}")
    page.evaluate(AXE.read_text("utf-8"))
    for clock in CLOCKS:
        page.clock.set_system_time(clock)
        page.clock.run_for(60_000)
        assert [told(fault) for fault in page.evaluate(JUDGE)] == [], clock
