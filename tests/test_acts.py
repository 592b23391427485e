"""What a reader does at one tap on the page of a message or an event: call, copy, send, print."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import PHONE
from tests.page_types import IN_FORCE, READ_AT, RECALLED, REPLACED, file_of
from tests.sample_pages import site

__all__ = ["site"]

MESSAGE, EVENT = f"messages/{IN_FORCE}/", "events/SV-2026-0001/"
AFTER = datetime.fromisoformat("2029-01-01T08:00+07:00")


@contextmanager
def phone(
    browser: Browser, at: datetime = READ_AT, *, script: bool = True
) -> Iterator[BrowserContext]:
    width, height = PHONE
    with browser.new_context(
        viewport={"width": width, "height": height}, java_script_enabled=script
    ) as context:
        context.clock.set_fixed_time(at)
        yield context


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def shown(page: Page) -> list[str]:
    """The acts that one can tap, by their words."""
    acts = page.locator(".acts .action:visible")
    return [text.split("\n")[0].split(" Ban ")[0].strip() for text in acts.all_inner_texts()]


@pytest.mark.parametrize("address", [MESSAGE, EVENT])
def test_the_copied_text_is_the_one_on_the_page(address: str, chromium: Browser, site: str) -> None:
    with phone(chromium) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = opened(context, site + address)
        assert shown(page) == ["Gọi", "Chép tin ngắn", "Gửi", "Thẻ", "Loa", "In"]
        page.locator("[data-act=copy]").click()
        expect(page.locator(".act-done")).to_have_text("Đã chép tin ngắn.")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("[data-short]").text_content()
        assert copied.startswith("DIỄN TẬP.")


def test_what_cannot_be_copied_is_shown_and_selected(chromium: Browser, site: str) -> None:
    with phone(chromium) as context:
        context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page = opened(context, site + MESSAGE)
        page.locator("[data-act=copy]").click()
        assert page.locator("[data-short]").is_visible()
        text = page.locator("[data-short]").text_content()
        assert page.evaluate("getSelection().toString().trim()") == text


def test_sending_hands_the_text_to_the_device(chromium: Browser, site: str) -> None:
    with phone(chromium) as context:
        context.add_init_script(
            "navigator.share = async (what) => { self.shared = what; }; self.asked = '';"
        )
        page = opened(context, site + MESSAGE)
        page.locator("[data-act=send]").click()
        text = page.locator("[data-short]").text_content()
        assert page.evaluate("self.shared") == {"text": text}


def test_without_a_share_sheet_an_sms_is_begun(chromium: Browser, site: str) -> None:
    with phone(chromium) as context:
        context.add_init_script("Object.defineProperty(navigator, 'share', {value: undefined})")
        page = opened(context, site + MESSAGE)
        asked = list[str]()
        session = context.new_cdp_session(page)
        session.on("Page.frameRequestedNavigation", lambda event: asked.append(event["url"]))
        session.send("Page.enable")
        page.locator("[data-act=send]").click()
        text = page.locator("[data-short]").text_content()
        said = page.evaluate("(text) => `sms:?body=${encodeURIComponent(text)}`", text)
        assert asked == [said]


@pytest.mark.parametrize("address", [MESSAGE, EVENT])
def test_nothing_of_a_message_that_expired_can_be_copied_or_sent(
    address: str, chromium: Browser, site: str
) -> None:
    with phone(chromium, AFTER) as context:
        assert shown(opened(context, site + address)) == []


def test_a_page_that_stays_open_past_the_end_copies_nothing(chromium: Browser, site: str) -> None:
    with phone(chromium) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = opened(context, site + MESSAGE)
        page.evaluate("navigator.clipboard.writeText('trước')")
        context.clock.set_fixed_time(AFTER)
        page.evaluate("document.querySelector('[data-act=copy]').click()")
        assert page.evaluate("navigator.clipboard.readText()") == "trước"


@pytest.mark.parametrize("record_id", [REPLACED, RECALLED])
def test_a_message_out_of_use_has_no_acts(record_id: str, sample_site: Path) -> None:
    html = file_of(sample_site, f"messages/{record_id}/").read_text("utf-8")
    assert 'class="actions acts"' not in html
    assert "data-short" not in html


def test_without_scripts_only_links_are_shown(chromium: Browser, site: str) -> None:
    with phone(chromium, script=False) as context:
        assert shown(opened(context, site + MESSAGE)) == ["Gọi", "Thẻ", "Loa"]
