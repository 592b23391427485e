"""Every type of page with the keyboard alone."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser import DESK, PHONE
from tests.page_types import PageType
from tests.sample_pages import address, each_type, reader, site
from tests.visits import Visitor

__all__ = ["address", "reader", "site"]

# What can be reached with Tab, in the order of the document; a mark on each tells them apart.
REACHABLE = """() => {
  const all = "a[href], button, input, select, textarea, summary, [tabindex]";
  const shown = (one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled
    && one.tabIndex >= 0 && !one.closest("[inert]");
  return [...document.querySelectorAll(all)].filter(shown)
    .map((one, number) => one.dataset.stop = String(number));
}"""
# What has the focus: its mark, whether one sees that it has, and whether something lies over it.
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return null;
  const style = getComputedStyle(one);
  const box = one.getClientRects()[0];
  const at = (share) => document.elementFromPoint(
    Math.min(box.left + box.width * share, innerWidth - 2), Math.max(0, box.top + box.height / 2));
  const free = (top) => top && (one.contains(top) || top.contains(one));
  const seen = [0.1, 0.5, 0.9].some((share) => free(at(share)));
  return {
    stop: one.dataset.stop ?? null,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: seen && box.top >= 0 && box.top < innerHeight,
    says: `${one.localName} ${one.className} ${one.textContent.trim().slice(0, 40)}`,
  };
}"""
MOST = 400


@pytest.mark.parametrize("size", [PHONE, DESK], ids=lambda size: str(size[0]))
@each_type
def test_tab_reaches_everything_in_order_and_one_sees_where_it_is(
    kind: PageType, size: tuple[int, int], address: str, reader: Visitor
) -> None:
    page = reader.open(address, size)
    wanted: list[str] = page.evaluate(REACHABLE)
    walked = _walk(page)
    # In a file that stands alone nothing comes before the content that one might skip.
    assert kind.name in ("single-file", "not-found") or "skip" in walked[0]["says"]
    assert [one["says"] for one in walked if not one["ring"]] == []
    assert [one["says"] for one in walked if not one["seen"]] == []
    # What scrolls sideways is a stop of its own in Chromium; it has no mark.
    assert [one["stop"] for one in walked if one["stop"]] == wanted


def _walk(page: Page) -> list[dict[str, Any]]:
    """What has the focus after each Tab, until it leaves the page or begins again."""
    walked: list[dict[str, Any]] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        focus: dict[str, Any] | None = page.evaluate(FOCUS)
        if focus is None or (walked and focus["stop"] == walked[0]["stop"]):
            return walked
        walked.append(focus)
    raise AssertionError(f"the focus never leaves the page: {walked[-1]['says']}")


def test_the_skip_link_leads_into_the_content(reader: Visitor) -> None:
    for start in ("", "guide/", "messages/ND-2026-0002/"):
        page = reader.open(start, DESK)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null"), start


def test_the_sections_open_and_close_with_the_keyboard_on_a_phone(reader: Visitor) -> None:
    page = reader.open("messages/ND-2026-0002/", PHONE)
    page.locator(".bar-menu").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('#__sections :is(a, button)')")
    assert page.locator("#__sections a").last.is_visible()
    page.locator(".sections-close").focus()
    page.keyboard.press("Enter")
    assert not page.locator(".sections-close").is_visible()
