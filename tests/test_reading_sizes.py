"""Every type of page on small screens, with large letters, wide spacing, and without motion."""

import pytest
from playwright.sync_api import Page

from tests.browser import DESK, PHONE
from tests.page_types import PageType
from tests.sample_pages import address, each_type, reader, site
from tests.visits import Visitor

__all__ = ["address", "reader", "site"]

SMALL = (320, 640)
# How far the page itself reaches, and what makes it wider than the window.
WIDER = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room && document.body.scrollWidth <= room) return [];
  const scrolls = (one) => one && one !== document.documentElement
    && (getComputedStyle(one).overflowX !== "visible" || scrolls(one.parentElement));
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > room + 1 && !scrolls(one.parentElement))
    .slice(0, 5).map((one) => one.outerHTML.slice(0, 120));
}"""
# Letters that nobody can read because their box is too small and does not scroll.
CUT = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const style = getComputedStyle(one);
  const hides = (way) => way === "hidden" || way === "clip";
  if (!one.checkVisibility() || !one.textContent.trim()) return false;
  if (one.closest(".unseen, svg")) return false;
  return (hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1)
    || (hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1);
}).slice(0, 5).map((one) => one.outerHTML.slice(0, 120))"""
MOVES = """() => [...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  return (style.animationName !== "none" && lasts(style.animationDuration))
    || (style.transitionProperty !== "none" && lasts(style.transitionDuration))
    || style.scrollBehavior === "smooth";
}).slice(0, 5).map((one) => one.outerHTML.slice(0, 120))"""
# As a reader's own style sheet would say it; a sheet made this way is not stopped by the policy.
ADD = """(rules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
TWICE = "html { font-size: 250% !important; }"
# WCAG 2.2, 1.4.12.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""


def faults(page: Page) -> list[str]:
    wider: list[str] = page.evaluate(WIDER)
    cut: list[str] = page.evaluate(CUT)
    return [*(f"too wide: {one}" for one in wider), *(f"cut: {one}" for one in cut)]


@each_type
def test_a_page_fits_into_320_pixels(kind: PageType, address: str, reader: Visitor) -> None:
    assert faults(reader.open(address, SMALL)) == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=lambda size: str(size[0]))
@each_type
def test_letters_may_be_twice_as_large(
    kind: PageType, size: tuple[int, int], address: str, reader: Visitor
) -> None:
    page = reader.open(address, size)
    before: float = page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"
    )
    page.evaluate(ADD, TWICE)
    after: float = page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"
    )
    assert after >= 2 * before - 0.01
    assert faults(page) == []


@each_type
def test_letters_may_stand_farther_apart(kind: PageType, address: str, reader: Visitor) -> None:
    page = reader.open(address, PHONE)
    page.evaluate(ADD, SPACED)
    assert faults(page) == []


@each_type
def test_nothing_moves_for_who_wants_no_motion(
    kind: PageType, address: str, reader: Visitor
) -> None:
    assert reader.open(address, DESK).evaluate(MOVES) == []
