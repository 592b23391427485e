"""Reading without a network: saved copies, a bulletin in one file, the site on a USB stick."""

import os
import re
import shutil
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import orjson
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.targets.build.inputs import Wish
from generator.targets.offline import usb_zip
from generator.targets.site.site_build import build_site
from tests.browser import PHONE, served
from tests.conftest import Run, run_bulletin
from tests.sites import NOW, repository, site_of, with_an_address

LATER = "2026-11-23T18:40+07:00"
EVENT, MESSAGE = "events/SV-2026-0001/", "messages/ND-2026-0002/"
SEARCHED = "search/?q=nuoc+sinh+hoat"
NOT_SAVED = "network/LL-2026-0001/"
AGE = re.compile(r"Bản lưu trên máy, lấy lúc \d+ giờ \d\d ngày [\d/]+ \(.+\)\.")


# Asks the worker to bring the copies up to date, and whether that went well.
REFRESHED = """() => new Promise(resolve => {
  const channel = new MessageChannel();
  channel.port1.onmessage = answer => resolve(answer.data.reached);
  navigator.serviceWorker.controller.postMessage({ wish: "refresh" }, [channel.port2]);
})"""


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    """A visitor who was never here before."""
    context = chromium.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    yield context
    context.close()


@pytest.fixture(scope="module")
def site() -> Path:
    return site_of(repository(), NOW, "--no-pdf", "--bundle")


def build(workspace: Path, moment: str) -> Path:
    out = workspace / "site"
    build_site(workspace, Wish(at=moment, with_pdf=False, with_bundle=True), out)
    return out


def visit(page: Page, address: str) -> None:
    """Open a page and wait until the copies for a time without network are saved."""
    page.goto(address)
    expect(page.locator("#saved-kept")).to_be_visible()


def port_of(address: str) -> int:
    return urlsplit(address).port or 0


def test_what_matters_opens_without_a_network_and_tells_its_age(
    site: Path, phone: BrowserContext
) -> None:
    page = phone.new_page()
    with served(site) as address:
        visit(page, address)
    bulletin = "bulletins/BT-2026-0006/"
    for path in ("", EVENT, MESSAGE, f"{MESSAGE}index.html", bulletin, "corrections/", SEARCHED):
        page.goto(address + path)
        expect(page.locator("#saved-copy")).to_have_text(AGE)
        shown = page.evaluate("getComputedStyle(document.querySelector('.bar')).position")
        assert shown == "sticky", f"{path}: without its style"
    expect(page.locator("main")).to_contain_text("An toàn nước sinh hoạt")


def test_a_page_from_the_network_says_nothing_of_copies(site: Path, phone: BrowserContext) -> None:
    page = phone.new_page()
    with served(site) as address:
        visit(page, address)
        page.goto(address + MESSAGE)
        expect(page.locator("#saved-kept")).to_contain_text("để đọc khi mất mạng")
        assert page.locator("#saved-copy").inner_text() == ""


def test_the_age_grows_while_the_page_is_read(site: Path, phone: BrowserContext) -> None:
    page = phone.new_page()
    with served(site) as address:
        visit(page, address)
    page.clock.install()
    page.goto(address)
    expect(page.locator("#saved-copy")).to_contain_text("(vừa xong)")
    page.clock.fast_forward("03:05:00")
    expect(page.locator("#saved-copy")).to_contain_text("(3 giờ trước)")


def test_a_network_that_does_not_answer_is_not_waited_for(
    site: Path, phone: BrowserContext
) -> None:
    page = phone.new_page()
    with served(site) as address:
        visit(page, address)
    with socket.create_server(("127.0.0.1", port_of(address))):
        page.goto(address + MESSAGE)
        expect(page.locator("#saved-copy")).to_have_text(AGE)


def test_a_recall_is_seen_and_saved_once_the_network_is_back(
    workspace: Path, bulletin: Run, phone: BrowserContext
) -> None:
    site, page = build(workspace, NOW), phone.new_page()
    with served(site) as address:
        visit(page, address)
    by = ("--unit", "dan-van", "--office", "truong-ban", "--reason", "Chờ xác minh số liệu mới")
    moment = "2026-11-23T18:30+07:00"
    assert bulletin(workspace, "--at", moment, "recall", "ND-2026-0002", *by).returncode == 0
    build(workspace, LATER)
    page.goto(address + MESSAGE)
    assert "Chờ xác minh số liệu mới" not in page.locator("main").inner_text()
    with served(site, port_of(address)):
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(page.get_by_role("link", name="Đã có mạng: xem bản mới nhất")).to_be_visible()
        page.goto(address + MESSAGE)
        assert "Chờ xác minh số liệu mới" in page.locator("main").inner_text()
    page.goto(address + MESSAGE)
    expect(page.locator("#saved-copy")).to_have_text(AGE)
    assert "Chờ xác minh số liệu mới" in page.locator("main").inner_text()
    assert page.evaluate("caches.keys().then(names => names.length)") == 2


def test_a_page_that_is_not_saved_says_so_and_names_those_that_are(
    site: Path, phone: BrowserContext
) -> None:
    page = phone.new_page()
    with served(site) as address:
        visit(page, address)
    page.goto(address + NOT_SAVED)
    expect(page.locator("h1")).to_have_text("Đang không có mạng")
    expect(page.locator("#offline-again")).to_have_attribute("href", address + NOT_SAVED)
    assert "Đang không có mạng" not in page.locator("#offline-saved").inner_text()
    saved = page.locator("#offline-saved a", has_text="An toàn nước sinh hoạt")
    saved.click()
    expect(page).to_have_url(address + MESSAGE)


def test_an_update_that_fails_leaves_the_older_copy_whole(
    site: Path, tmp_path: Path, phone: BrowserContext
) -> None:
    broken, page = tmp_path / "site", phone.new_page()
    shutil.copytree(site, broken)
    with served(broken) as address:
        visit(page, address)
        listed = orjson.loads((broken / "offline.json").read_bytes())
        for file in listed["files"]:
            file["sha256"] = "0" * 64
        (broken / "offline.json").write_bytes(orjson.dumps({**listed, "digest": "other"}))
        page.reload()
        assert page.evaluate(REFRESHED) is False
    for path in ("", EVENT, MESSAGE):
        page.goto(address + path)
        expect(page.locator("#saved-copy")).to_have_text(AGE)


def test_the_list_names_what_is_published_and_everything_of_the_search(site: Path) -> None:
    listed = orjson.loads((site / "offline.json").read_bytes())["files"]
    files = orjson.loads((site / "manifest.json").read_bytes())["files"]
    known = {**files, **{path.removesuffix("index.html"): files[path] for path in files}}
    known["index.html"] = files["index.html"]
    assert [one["path"] for one in listed if known[one["path"]] != one["sha256"]] == []
    paths = {one["path"] for one in listed}
    searched = {path.removesuffix("index.html") for path in files if path.startswith("search/")}
    assert searched <= paths
    assert {MESSAGE, EVENT, "offline/", "bulletins/BT-2026-0006/v1/"} <= paths


def test_the_app_has_its_name_and_pictures(site: Path) -> None:
    app = orjson.loads((site / "app.webmanifest").read_bytes())
    assert (app["start_url"], app["scope"], app["display"], app["lang"]) == (
        "./",
        "./",
        "standalone",
        "vi",
    )
    assert {icon["purpose"] for icon in app["icons"]} == {"any", "maskable"}
    for icon in app["icons"]:
        head = (site / icon["src"]).read_bytes()[:24]
        size = int(icon["sizes"].partition("x")[0])
        assert head[16:24] == size.to_bytes(4, "big") * 2
    assert (
        'rel="manifest" href="../../app.webmanifest" crossorigin="use-credentials"'
        in (site / MESSAGE / "index.html").read_text()
    )


class Heard:
    """What a page asked for, and what its console said."""

    def __init__(self, page: Page) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda said: self.complaints.append(said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))


def test_a_bulletin_in_one_file_needs_no_other(
    site: Path, tmp_path: Path, phone: BrowserContext
) -> None:
    name = "BT-2026-0006-v1.html"
    assert f'/{name}" download>' in (site / "bulletins/BT-2026-0006/v1/index.html").read_text()
    file = shutil.copy(site / "bulletins/BT-2026-0006/v1" / name, tmp_path)
    page = phone.new_page()
    heard = Heard(page)
    page.goto(Path(file).as_uri())
    assert (heard.requests, heard.complaints) == ([Path(file).as_uri()], [])
    assert "Bản tin định kỳ số 6" in page.locator("h1").inner_text()
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.masthead')).borderTopStyle")
        == "solid"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    assert links
    assert [one for one in links if not one.startswith(("#", "mailto:", "tel:", "https:"))] == []
    policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    assert "unsafe" not in policy


def test_a_bulletin_in_one_file_tells_what_holds_at_the_moment_of_reading(
    site: Path, tmp_path: Path, phone: BrowserContext
) -> None:
    name = "BT-2026-0007-v1.html"
    file = Path(shutil.copy(site / "bulletins/BT-2026-0007/v1" / name, tmp_path))
    page = phone.new_page()
    heard = Heard(page)
    page.clock.install(time="2026-11-25T08:00:00+07:00")
    page.goto(file.as_uri())
    assert page.locator("[data-state=expired]").count() == 0
    expect(page.locator("details.instruction").first).to_have_attribute("open", "")
    page.clock.set_fixed_time("2027-12-05T08:00:00+07:00")
    page.clock.run_for(60_000)
    expect(page.locator("details.instruction-out").first).to_be_visible()
    assert page.locator("details.instruction[open]").count() == 0
    page.clock.set_fixed_time("2020-01-01T08:00:00+07:00")
    page.reload()
    expect(page.locator("#reading-time")).to_contain_text("lập trang (8 giờ 10 ngày 23/11/2026)")
    assert heard.complaints == []


def test_a_bulletin_in_one_file_leads_to_the_site_when_it_has_an_address() -> None:
    site = site_of(with_an_address(), NOW, "--no-pdf")
    html = (site / "bulletins/BT-2026-0006/v1/BT-2026-0006-v1.html").read_text("utf-8")
    assert 'href="https://bantin.example.vn/so/messages/ND-2026-0002/"' in html
    assert 'href="https://bantin.example.vn/so/bulletins/BT-2026-0006/v1/"' in html
    assert 'href="../' not in html


@pytest.fixture(scope="module")
def unzipped(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ổ USB") / "Bản tin số 6 (để đọc)"
    with zipfile.ZipFile(site / "bulletin.zip") as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder


def test_the_zip_is_the_site(site: Path, unzipped: Path) -> None:
    def files(folder: Path) -> dict[str, bytes]:
        found = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}

    ours, theirs = files(site), files(unzipped)
    assert set(ours) - set(theirs) == {"bulletin.zip"}
    assert set(theirs) - set(ours) == {"DOC-TRUOC.txt"}
    assert [p for p in ours.keys() & theirs.keys() if ours[p] != theirs[p]] == ["manifest.json"]
    assert run_bulletin(unzipped, "verify", str(unzipped)).returncode == 0


def test_a_site_without_the_zip_offers_none(sample_site: Path) -> None:
    assert not (sample_site / "bulletin.zip").exists()
    assert "bulletin.zip" not in (sample_site / "index.html").read_text("utf-8")


def test_the_unzipped_site_is_read_by_clicking(unzipped: Path, phone: BrowserContext) -> None:
    page = phone.new_page()
    heard = Heard(page)
    page.goto((unzipped / "index.html").as_uri())
    page.locator(f"main a[href*='{EVENT}']:visible").first.click()
    expect(page).to_have_url((unzipped / EVENT / "index.html").as_uri())
    page.locator(f"main a[href*='{MESSAGE}']:not([href$='.pdf']):visible").first.click()
    expect(page).to_have_url((unzipped / MESSAGE / "index.html").as_uri())
    expect(page.locator("h1")).to_contain_text("An toàn nước sinh hoạt")
    page.locator(".bar-home").click()
    expect(page).to_have_url((unzipped / "index.html").as_uri())
    expect(page.locator(".stick")).to_be_hidden()
    assert heard.complaints == []
    assert [one for one in heard.requests if not one.startswith("file:")] == []


def test_the_search_box_of_the_unzipped_site_leads_to_its_page(
    unzipped: Path, chromium: Browser
) -> None:
    page = chromium.new_page()
    page.goto((unzipped / EVENT / "index.html").as_uri())
    page.locator("#bar-query").fill("nước")
    page.locator("#bar-query").press("Enter")
    target = (unzipped / "search/index.html").as_uri()
    expect(page).to_have_url(f"{target}?q=n%C6%B0%E1%BB%9Bc")
    page.get_by_role("link", name="An toàn nước sinh hoạt").first.click()
    expect(page).to_have_url((unzipped / MESSAGE / "index.html").as_uri())
    page.close()


def test_a_zip_has_the_same_bytes_however_its_members_came(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(workspace, NOW)
    noted, pack = tmp_path / "packed.txt", usb_zip._packed

    def watched(path: str, content: bytes) -> tuple[zipfile.ZipInfo, bytes]:
        with noted.open("a") as notes:  # the zip is made in a process of its own
            notes.write(f"{path}\n")
        return pack(path, content)

    monkeypatch.setattr(usb_zip, "_packed", watched)
    site = build(workspace, "2027-12-01T08:00+07:00")
    packed = noted.read_text().splitlines()
    assert "index.html" in packed
    assert "network/LL-2026-0001/index.html" not in packed
    fresh = tmp_path / "fresh"
    wish = Wish(at="2027-12-01T08:00+07:00", with_pdf=False, with_bundle=True)
    build_site(workspace, wish, fresh)
    assert "network/LL-2026-0001/index.html" in noted.read_text().splitlines()
    assert (site / "bulletin.zip").read_bytes() == (fresh / "bulletin.zip").read_bytes()


def test_nothing_is_taken_from_a_zip_that_was_tampered_with(
    workspace: Path, tmp_path: Path
) -> None:
    archive = build(workspace, NOW) / "bulletin.zip"
    stat, content = archive.stat(), bytearray(archive.read_bytes())
    with zipfile.ZipFile(archive) as before:
        place = before.getinfo("network/LL-2026-0001/index.html").header_offset + 200
    content[place] ^= 1
    archive.write_bytes(content)
    os.utime(archive, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    build(workspace, "2027-12-01T08:00+07:00")
    fresh = tmp_path / "fresh"
    wish = Wish(at="2027-12-01T08:00+07:00", with_pdf=False, with_bundle=True)
    build_site(workspace, wish, fresh)
    assert archive.read_bytes() == (fresh / "bulletin.zip").read_bytes()
