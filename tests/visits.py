"""A visit to pages in a real browser, with everything noted that no page of ours may do."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

Scheme: TypeAlias = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
TROUBLE = ("error", "warning")
OWN = ("data:", "blob:", "about:")
# Kept in the page itself, because an event of the policy reaches no other listener.
LISTEN = """self.refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
  self.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));"""


class Window(NamedTuple):
    """How the reader has set up the browser.

    `at` is what the device takes for the present; whoever `wants_rest` has asked for no motion;
    without workers nothing is fetched but what the page itself asks for.
    """

    width: int
    height: int
    at: datetime
    wants_rest: bool = False
    has_workers: bool = True


class Visitor:
    """Somebody new to the site, in one tab, who notes what goes wrong on its pages."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.context, self.site = context, site
        self.troubles: list[str] = []
        context.on("console", self._console)
        context.on("weberror", lambda error: self.troubles.append(f"error: {error.error}"))
        context.on("request", self._request)
        context.on("dialog", lambda dialog: self.troubles.append(f"dialog: {dialog.message}"))
        context.add_init_script(LISTEN)
        self.page = context.new_page()

    def open(self, address: str, size: tuple[int, int] | None = None) -> Page:
        """The page once everything that it loads has come; what was noted before is forgotten."""
        self.troubles.clear()
        if size:
            self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.goto(self.site + address)
        self.page.evaluate("document.fonts.ready.then(() => true)")
        return self.page

    def noted(self) -> list[str]:
        """What went wrong on this page until now, and what its own policy has refused."""
        refused: list[str] = self.page.evaluate("self.refused")
        return [*self.troubles, *(f"refused: {one}" for one in refused)]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in TROUBLE:
            self.troubles.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.site, *OWN)):
            self.troubles.append(f"asks elsewhere: {request.url}")


@contextmanager
def visitor(browser: Browser, site: str, window: Window) -> Iterator[Visitor]:
    with browser.new_context(
        viewport={"width": window.width, "height": window.height},
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        reduced_motion="reduce" if window.wants_rest else "no-preference",
        service_workers="allow" if window.has_workers else "block",
    ) as context:
        context.clock.set_fixed_time(window.at)
        yield Visitor(context, site)
