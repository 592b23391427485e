"""`serve --drafts`: the desk as a page, every draft beside it, and nothing of either in a build."""

import re
import threading
import time
from collections.abc import Iterator
from functools import partial
from html import unescape
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser as Chromium

from generator.model.kinds import KINDS, path_of
from generator.pipeline import compile_content
from generator.targets.site.frame import PreviewSite
from generator.targets.site.page_assets import POLICY
from generator.targets.site.preview import with_desk
from generator.workspace import DiskWorkspace
from tests.conftest import run_bulletin
from tests.exercise import text_of, week
from tests.support import MOMENT
from tests.test_desk import EVENT, FACT_FILE, MESSAGE, ND, NEW_FACT, written_to

pytestmark = pytest.mark.pdf

AT = MOMENT.isoformat()
UNTOLD = "Câu chưa ai được biết"
COLUMNS = "search/parts/columns.js"
BROKEN = "content/records/information/2026/TT-2026-0008.yml"
BARE = "id: {id}\ntitle: Bản nháp {id}\nunit: dan-van\ncreated: 2026-11-30\n"
PLAN = BARE.format(id="BT-2026-0005") + "include: [ND-2026-0005]\nmode: exercise\n"
WAIT = 60.0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two bulletins were issued; now there is a draft of every kind, and a file nobody can read."""
    files = {**week().files, FACT_FILE: NEW_FACT, BROKEN: 'id: TT-2026-0008\ntitle: "Mở\n'}
    files[ND] = MESSAGE.replace("TT-2026-0001", "TT-2026-0009").replace("Cả 21 mẫu", UNTOLD)
    for kind in KINDS:
        record_id = f"{kind.prefix}-2026-0005"
        files[path_of(record_id)] = BARE.format(id=record_id)
    files[path_of("BT-2026-0005")] = PLAN
    files[path_of("SV-2026-0006")] = EVENT.replace("SV-2026-0001", "SV-2026-0006")
    return written_to(tmp_path_factory.mktemp("desk") / "workspace", files)


def contents(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


class Browser:
    """Somebody who opens pages of the preview."""

    def __init__(self, port: int) -> None:
        self.root = f"http://127.0.0.1:{port}/"

    def open(self, address: str) -> str:
        with urlopen(urljoin(self.root, address), timeout=WAIT) as answer:  # noqa: S310  loopback
            html: str = answer.read().decode()
        return html

    def open_when(self, address: str, shows: str) -> str:
        """The page once it shows something: it is made again in the background."""
        deadline = time.monotonic() + WAIT
        while shows not in (html := self.open(address)):
            assert time.monotonic() < deadline, f"{address} never showed {shows}"
            time.sleep(0.2)
        return html


@pytest.fixture(scope="module")
def browser(folder: Path) -> Iterator[Browser]:
    before = contents(folder)
    server = PreviewSite(folder, partial(with_desk, folder, AT), 0)
    server.make()
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    while not server.serve_thread.is_alive():
        time.sleep(0.05)
    yield Browser(server.server_port)
    server.close()
    running.join(WAIT)
    assert contents(folder) == before, "nothing is written in the workspace"
    assert not server.folder.exists()


@pytest.fixture(scope="module")
def desk(browser: Browser) -> str:
    return browser.open("desk/")


def own_part(html: str) -> str:
    return html[html.index("<main") : html.index("</main")]


def test_the_desk_names_every_finding_under_the_unit_that_acts(desk: str, folder: Path) -> None:
    units = re.findall(r'<h2 id="([^"]+)">', own_part(desk))
    assert units == ["ubnd", "dan-van", "tuyen-giao", "nobody", "btv", "writing"] or set(units) == {
        "ubnd",
        "dan-van",
        "tuyen-giao",
        "nobody",
        "btv",
        "writing",
    }
    workspace = DiskWorkspace(folder, MOMENT)
    for found in compile_content(workspace).findings:
        assert str(found.span) in desk, found.span
        assert found.diagnostic.problem.code in desk
    late = own_part(desk).split('<h2 id="')[1]
    assert "trễ 6 ngày" in late


def test_every_link_of_the_desk_leads_to_a_page_and_a_line(browser: Browser, desk: str) -> None:
    links = {unescape(one) for one in re.findall(r'<a href="([^"]+)"', own_part(desk))}
    assert any("guide/rules/BT301/" in one for one in links)
    for link in links:
        page, _, line = urljoin(f"{browser.root}desk/", link).partition("#")
        html = browser.open(page)
        assert not line or f'id="{line}"' in html, link


def test_each_page_says_that_it_is_a_draft_and_stays_out_of_every_index(browser: Browser) -> None:
    for address in ("desk/", "desk/ND-2026-0002/", "desk/BT-2026-0005/"):
        html = browser.open(address)
        assert '<meta name="robots" content="noindex, nofollow">' in html
        assert 'class="draft-watermark"' in html
        assert "assets/desk.css" in html
        assert "<title>DỰ THẢO · " in html
    style = browser.open("assets/desk.css")
    assert ".draft-watermark" in style.partition("@media print")[2]
    columns = browser.open(COLUMNS)
    marks = enumerate(re.findall("[0-9a-f]{8}", re.findall(r'"texts":"(\w+)"', columns)[0]))
    files = [f"search/parts/t{n}-{mark}.js" for n, mark in marks if f'["t{n}",' not in columns]
    shown = [columns, *map(browser.open, files)]
    assert len(shown) > 2
    assert not [text for text in shown if UNTOLD in text or '"desk/' in text]
    assert UNTOLD not in browser.open("")


def test_a_draft_of_every_kind_can_be_seen_as_it_stands(browser: Browser) -> None:
    for kind in KINDS:
        record_id = f"{kind.prefix}-2026-0005"
        page = text_of(own_part(browser.open(f"desk/{record_id}/")))
        assert f"Bản nháp {record_id}" in page
        assert f"id: {record_id}" in page, "its file is shown line by line"
    message = own_part(browser.open("desk/ND-2026-0002/"))
    assert f"{UNTOLD} nước đều đạt quy chuẩn." in message.partition('<ol class="source">')[0]


def test_a_bulletin_is_shown_as_the_document_it_would_be(browser: Browser) -> None:
    page = own_part(browser.open("desk/BT-2026-0005/"))
    assert 'class="masthead"' in page
    assert "DIỄN TẬP" in page
    assert 'id="ND-2026-0005"' in page


def test_a_file_that_breaks_becomes_a_finding_and_the_page_comes_back(
    browser: Browser, folder: Path
) -> None:
    registry = folder / "content/registry/units.yml"
    whole = registry.read_text("utf-8")
    registry.write_text(whole.replace("units:", "units: ["), "utf-8")
    broken = browser.open_when("desk/", "units.yml:")
    assert "BT101" in broken
    registry.write_text(whole, "utf-8")
    assert "Ban Tuyên giáo" in browser.open_when("desk/", 'id="tuyen-giao"')


def test_no_page_names_a_folder_of_this_machine(browser: Browser, desk: str, folder: Path) -> None:
    pages = [desk, browser.open("desk/ND-2026-0002/"), browser.open("desk/BT-2026-0005/")]
    assert not any(str(folder) in page for page in pages)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:{port}"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "null"},
    ],
)
@pytest.mark.parametrize("address", ["desk/", "livereload/1/1", "livereload/1.js"])
def test_other_sites_in_the_same_browser_get_nothing(
    browser: Browser, headers: dict[str, str], address: str
) -> None:
    port = browser.root.rstrip("/").rpartition(":")[2]
    named = {name: value.replace("{port}", port) for name, value in headers.items()}
    with pytest.raises(HTTPError, match="403") as refused:
        urlopen(Request(browser.root + address, headers=named), timeout=WAIT)  # noqa: S310  loopback
    assert UNTOLD.encode() not in refused.value.read()


def test_the_preview_sends_the_policy_of_the_pages(browser: Browser) -> None:
    with urlopen(f"{browser.root}desk/", timeout=WAIT) as answer:  # noqa: S310  loopback
        sent = answer.headers
    assert sent["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert (sent["X-Content-Type-Options"], sent["Cache-Control"]) == ("nosniff", "no-store")


def test_a_page_that_is_open_comes_again_when_a_file_changes(
    browser: Browser, folder: Path, chromium: Chromium
) -> None:
    page = chromium.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(f"{browser.root}desk/")
    before = (folder / BROKEN).read_text("utf-8")
    try:
        with page.expect_navigation(timeout=WAIT * 1000):
            (folder / BROKEN).write_text(BARE.format(id="TT-2026-0008"), "utf-8")
    finally:
        with page.expect_navigation(timeout=WAIT * 1000):
            (folder / BROKEN).write_text(before, "utf-8")
    assert not [text for text in refused if "Content Security Policy" in text]


def test_a_build_knows_nothing_of_the_desk(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    built = run_bulletin(folder, "build", "--as-of", AT, "--no-pdf", "--out", str(out))
    assert built.returncode == 0, built.stderr
    files = contents(out)
    assert not [path for path in files if path.startswith("desk") or "desk.css" in path]
    for path, content in files.items():
        if path.endswith((".html", ".json", ".xml")) and not path.startswith("guide/"):
            assert UNTOLD.encode() not in content, path
            assert b"draft-watermark" not in content, path
