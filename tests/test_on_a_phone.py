"""Every type of page on a phone: nothing scrolls sideways, is too small to read or to hit."""

import pytest
from playwright.sync_api import Page

from generator.views.context.addresses import SECTIONS
from tests.browser import PHONE
from tests.page_types import IN_FORCE, PageType
from tests.sample_pages import address, each_type, reader, site
from tests.visits import Visitor

__all__ = ["address", "reader", "site"]

OPEN = "document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
# What scrolls sideways; a listing of commands may.
SIDEWAYS = """() => [...document.querySelectorAll("main *")].filter((one) => one.checkVisibility()
  && !one.closest(".unseen, pre, p:has(> img)") && one.scrollWidth > one.clientWidth + 1
  && ["auto", "scroll"].includes(getComputedStyle(one).overflowX))
  .map((one) => one.outerHTML.slice(0, 90))"""
# Letters under 14 px, and states with their times under 16; drawings have a scale of their own.
TINY = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  if (!own || !one.checkVisibility() || one.closest(".unseen, svg")) return false;
  const size = parseFloat(getComputedStyle(one).fontSize);
  return size < (one.matches(".badge[data-until]") ? 15.9 : 13.9);
}).map((one) => one.outerHTML.slice(0, 90))"""
LOW = """() => [...document.querySelectorAll("a, button, summary")].filter((one) => {
  const box = one.getBoundingClientRect();
  return one.checkVisibility() && !one.closest(".unseen, .skip") && box.height < 23.9;
}).map((one) => one.outerHTML.slice(0, 90))"""
# Every cell of a card says which column it is of.
UNNAMED = """() => [...document.querySelectorAll(".table td")]
  .filter((one) => one.textContent.trim())
  .filter((one) => !one.dataset.label || getComputedStyle(one.closest("tr")).display !== "block")
  .map((one) => one.outerHTML.slice(0, 90))"""


def opened(reader: Visitor, address: str, width: int) -> Page:
    page = reader.open(address, (width, PHONE[1]))
    page.evaluate(OPEN)
    return page


@pytest.mark.parametrize("width", [320, 390])
@each_type
def test_nothing_scrolls_sideways(
    kind: PageType, width: int, address: str, reader: Visitor
) -> None:
    assert opened(reader, address, width).evaluate(SIDEWAYS) == []


@each_type
def test_letters_can_be_read_and_links_be_hit(
    kind: PageType, address: str, reader: Visitor
) -> None:
    page = opened(reader, address, PHONE[0])
    assert page.evaluate(TINY) == []
    assert page.evaluate(LOW) == []


@each_type
def test_a_row_of_a_table_is_a_card_whose_cells_are_labelled(
    kind: PageType, address: str, reader: Visitor
) -> None:
    assert opened(reader, address, PHONE[0]).evaluate(UNNAMED) == []


def test_a_task_reads_as_text_then_who_until_when_and_state(reader: Visitor) -> None:
    page = opened(reader, "events/SV-2026-0001/", PHONE[0])
    row = page.locator(".tasks tbody tr").first
    labels = row.locator("td").evaluate_all("all => all.map((one) => one.dataset.label)")
    assert labels == ["Đơn vị chịu trách nhiệm", "Hạn", "Tình trạng", "Kết quả"]
    shown = "one => getComputedStyle(one, '::before').content"
    assert row.locator("td").first.evaluate(shown) == '"Đơn vị chịu trách nhiệm: "'


def test_a_wide_screen_keeps_its_tables(reader: Visitor) -> None:
    page = reader.open(f"messages/{IN_FORCE}/", (1280, 900))
    display = "one => getComputedStyle(one).display"
    assert page.locator(".versions tbody tr").first.evaluate(display) == "table-row"
    assert page.locator(".versions thead").evaluate(display) == "table-header-group"


GROUPS = """() => [...document.querySelectorAll("#__sections > ul")].map((list) => [
  document.getElementById(list.getAttribute("aria-labelledby")).textContent,
  list.querySelectorAll(":scope > li").length])"""


def test_the_menu_has_three_groups_and_misses_no_section(reader: Visitor) -> None:
    page = reader.open("events/SV-2026-0001/#__sections", PHONE)
    groups = dict(page.evaluate(GROUPS))
    assert [*groups] == ["Dùng ngay", "Tra cứu", "Theo dõi"]
    assert sum(groups.values()) == len(SECTIONS) + 1  # and the guide


@pytest.mark.parametrize("address", ["events/SV-2026-0001/", "bulletins/BT-2026-0006/"])
def test_a_long_page_has_a_closed_list_of_its_parts(address: str, reader: Visitor) -> None:
    page = reader.open(address, PHONE)
    links = page.locator(".jump a")
    assert links.count() >= 5
    assert not links.first.is_visible()
    page.locator(".jump summary").click()
    links.last.click()
    target = page.evaluate("document.querySelector(':target').getBoundingClientRect().top")
    assert 0 <= target < PHONE[1]


def test_the_annex_of_a_bulletin_is_closed_and_a_paper_of_its_own(
    reader: Visitor,
) -> None:
    page = reader.open("bulletins/BT-2026-0006/", PHONE)
    inside = page.locator("details.fold article.record").first
    assert not inside.is_visible()
    page.emulate_media(media="print")
    assert not inside.is_visible()
    assert not page.locator("details.fold > summary").first.is_visible()
    page.emulate_media(media="screen")
