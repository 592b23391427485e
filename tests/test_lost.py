"""The page of a lost reader: styled, with a search and a way home, wherever the site stands."""

from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import PHONE, served
from tests.sites import NOW, repository, site_of, with_an_address


class Host(SimpleHTTPRequestHandler):
    """A host that shows the 404.html of the site at any address that it does not know."""

    def log_message(self, *_: object) -> None:
        """Tests have nothing to say about each request."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = (site_of(repository(), NOW, "--no-pdf") / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)


@pytest.fixture(scope="module", params=["", "so/", "mot/hai/"])
def lost(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site at the root of its host, or below it."""
    folder = tmp_path_factory.mktemp("host")
    site = site_of(repository(), NOW, "--no-pdf")
    below = request.param
    if below:
        (folder / below).parent.mkdir(parents=True, exist_ok=True)
        (folder / below.rstrip("/")).symlink_to(site)
    with served(folder if below else site, handler=Host) as address:
        yield f"{address}{below}"


def phone(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})


def home(page: Page) -> str:
    page.wait_for_load_state("networkidle")
    href: str = page.locator("main p a").evaluate("one => one.href")
    return href


@pytest.mark.parametrize("wrong", ["khong-co", "events/SV-9999-0001/", "a/b/c/d.html"])
def test_a_lost_reader_finds_home_and_the_search(wrong: str, lost: str, chromium: Browser) -> None:
    page = phone(chromium)
    page.goto(lost + wrong)
    assert page.locator("h1").inner_text() == "Không có trang này"
    assert home(page) == lost
    page.locator("#lost-query").fill("ND-2026-0002")
    page.locator("button").click()
    page.wait_for_url(f"{lost}search/?q=ND-2026-0002")
    assert page.locator("#search-query").input_value() == "ND-2026-0002"
    page.close()


def test_it_is_styled_and_its_policy_refuses_nothing(lost: str, chromium: Browser) -> None:
    page = phone(chromium)
    troubles = list[str]()
    page.on("console", lambda one: troubles.append(one.text))
    page.goto(f"{lost}khong-co")
    home(page)
    assert [one for one in troubles if "404" not in one] == []
    ground = "one => getComputedStyle(one).backgroundColor"
    assert page.locator("header").evaluate(ground) == "rgb(29, 63, 94)"
    page.close()


def test_from_a_folder_it_leads_to_the_page_beside_it(chromium: Browser) -> None:
    site = site_of(repository(), NOW, "--no-pdf")
    page = phone(chromium)
    page.goto((site / "404.html").as_uri())
    assert home(page) == (site / "index.html").as_uri()
    action = "document.querySelector('form').action"
    assert page.evaluate(action) == (site / "search/index.html").as_uri()
    page.close()


def test_a_site_that_knows_its_address_has_its_whole_frame_there() -> None:
    html = (site_of(with_an_address(), NOW, "--no-pdf") / "404.html").read_text("utf-8")
    assert 'action="/so/search/"' in html
    assert 'href="/so/." data-in-site' in html
    assert '<nav id="__sections"' in html
