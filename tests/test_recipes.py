"""Only who belongs reads the internal site: the shipped recipes, asked in every way."""

import gzip
import re
import shutil
import tempfile
import urllib.error
from base64 import b64encode
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from typing import Any

import brotli
import orjson
import pytest

from generator.targets.release.served import headers_of
from generator.targets.release.stage import unpacked
from generator.targets.site.page_assets import POLICY
from tests.browser import browser
from tests.conftest import ROOT
from tests.servers import (
    METHODS,
    ODD,
    PASSWORD,
    RECIPES,
    USER,
    Answered,
    Site,
    addresses,
    apache,
    asked,
    logged_in,
    nginx,
)
from tests.shared import folder_of
from tests.test_publish import FIRST, SECOND, published, written

RIGHT = {"Authorization": "Basic " + b64encode(f"{USER}:{PASSWORD}".encode()).decode()}
WRONG = {"Authorization": "Basic " + b64encode(f"{USER}:doan-mo".encode()).decode()}


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A target with two releases."""
    folder = tmp_path_factory.mktemp("may-chu")
    office = Path(shutil.copytree(folder_of("published/workspace", written), folder / "kho"))
    for moment in (FIRST, SECOND):
        published(office, folder / "noi-bo", moment)
    return folder / "noi-bo"


@pytest.fixture(scope="module")
def files(target: Path) -> Mapping[str, str]:
    listed: Mapping[str, str] = orjson.loads((target / "current/manifest.json").read_bytes())[
        "files"
    ]
    return listed


@pytest.fixture(scope="module")
def served(target: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with nginx(tmp_path_factory.mktemp("nginx"), target) as site:
        yield site


def test_without_or_with_a_wrong_password_no_address_shows_anything(
    served: Site, files: Mapping[str, str]
) -> None:
    for number, headers in enumerate(({}, WRONG), 2):
        connection = served.asker(f"127.0.0.{number}")
        got = {path: asked(connection, path, **headers) for path in addresses(files)}
        assert len(got) > 100
        assert {answer.status for answer in got.values()} == {401}
        assert not [path for path, one in got.items() if len(one.body) > 300]
        assert {one.headers["cache-control"] for one in got.values()} == {"no-store"}


def test_with_the_password_every_file_is_as_published(
    served: Site, files: Mapping[str, str], target: Path
) -> None:
    connection = served.asker("127.0.0.4")
    for path in files:
        plain = asked(connection, f"/{path}", **RIGHT)
        assert (plain.status, plain.body) == (200, (target / "current" / path).read_bytes()), path
        if path == unpacked(path):  # a bucket says of it what nginx says
            told = {"ContentType": "content-type", "CacheControl": "cache-control"}
            assert headers_of(path, "internal") == {k: plain.headers[v] for k, v in told.items()}
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress}
    for (way, opened), path in product(unpack.items(), files):
        if f"{path}.gz" in files:
            packed = asked(connection, f"/{path}", Accept_Encoding=way, **RIGHT)
            assert packed.headers["content-encoding"] == way, path
            assert opened(packed.body) == (target / "current" / path).read_bytes()


@pytest.mark.parametrize("path", ODD)
def test_an_odd_address_leads_nowhere(path: str, served: Site, target: Path) -> None:
    for headers in ({}, WRONG):
        assert asked(served.asker("127.0.0.5"), path, **headers).status in (400, 401, 414), path
    answer = asked(served.asker("127.0.0.5"), path, **RIGHT)
    assert answer.status in (200, 301, 400, 404, 405, 414)
    own = {(target / "current" / name).read_bytes() for name in ("index.html", "404.html")}
    assert answer.status != 200 or answer.body in own


@pytest.mark.parametrize("method", METHODS)
def test_nothing_but_reading_is_answered(method: str, served: Site) -> None:
    for headers in ({}, WRONG, RIGHT):
        answer = asked(served.asker("127.0.0.6"), "/index.html", method, **headers)
        assert answer.status in (400, 401, 403, 405, 501), headers
        assert b"<main" not in answer.body


def test_the_headers_keep_the_site_to_itself(served: Site, files: Mapping[str, str]) -> None:
    connection = served.asker("127.0.0.7")

    def head(path: str) -> Answered:
        return asked(connection, path, "HEAD", **RIGHT)

    page = head("/").headers
    assert page["content-security-policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert page["x-content-type-options"] == "nosniff"
    assert page["referrer-policy"] == "no-referrer"
    assert page["strict-transport-security"].startswith("max-age=31536000")
    assert "noindex" in page["x-robots-tag"] and "/" not in page["server"]
    alone = next(path for path in files if path.endswith("BT-2026-0001-v1.html"))
    assert head(f"/{alone}").headers["content-security-policy"] == "frame-ancestors 'none'"
    script = next(path for path in files if path.startswith("assets/page-"))
    assert "immutable" in head(f"/{script}").headers["cache-control"]
    for path in ("/", "/sw.js", "/offline.json", "/assets/site.js", "/manifest.json"):
        assert head(path).headers["cache-control"] == "private, no-cache", path
    kinds = {
        "/": "text/html; charset=utf-8",
        "/app.webmanifest": "application/manifest+json",
        "/calendar.ics": "text/calendar; charset=utf-8",
        "/feed.xml": "application/atom+xml",
        "/sw.js": "application/javascript; charset=utf-8",
    }
    assert {path: head(path).headers["content-type"] for path in kinds} == kinds


def test_a_switch_is_seen_by_the_next_request(served: Site, target: Path) -> None:
    connection = served.asker("127.0.0.8")
    before = asked(connection, "/manifest.json", **RIGHT)
    tag = before.headers["etag"]
    assert asked(connection, "/manifest.json", If_None_Match=tag, **RIGHT).status == 304
    other = next(p for p in (target / "releases").iterdir() if p != (target / "current").resolve())
    shown = (target / "current").readlink()
    try:
        (target / "new").symlink_to(Path("releases") / other.name)
        (target / "new").rename(target / "current")
        after = asked(connection, "/manifest.json", If_None_Match=tag, **RIGHT)
    finally:
        (target / "old").symlink_to(shown)
        (target / "old").rename(target / "current")
    assert (after.status, after.body) == (200, (other / "manifest.json").read_bytes())


def test_who_asks_too_much_has_to_wait(served: Site) -> None:
    connection = served.asker("127.0.0.9")
    codes = [asked(connection, "/sw.js").status for _ in range(1300)]
    assert {*codes} == {401, 429}


# ── single sign-on ───────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def office_login(target: Path) -> Iterator[Site]:
    """Apache reads as another user, so the target stands where everybody may look."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        copied = shutil.copytree(target, Path(folder) / "noi-bo", symlinks=True)
        with apache(Path(folder), copied) as site:
            yield site


STRANGERS: tuple[dict[str, str], ...] = (
    {},
    {"Cookie": "mod_auth_openidc_session=doan-mo"},
    {"OIDC_CLAIM_groups": "ban-tin"},
)


def test_without_a_login_no_address_shows_anything(
    office_login: Site, files: Mapping[str, str]
) -> None:
    for headers in STRANGERS:
        connection = office_login.asker()
        got = {path: asked(connection, path, **headers) for path in addresses(files)}
        assert {one.status for one in got.values()} == {401}
        assert not [path for path, one in got.items() if len(one.body) > 600]


def test_who_opens_a_page_is_sent_to_the_login(office_login: Site) -> None:
    opened = {"Accept": "text/html", "Sec-Fetch-Mode": "navigate"}
    answer = asked(office_login.asker(), "/messages/", **opened)
    assert answer.status == 302 and "/auth?" in answer.headers["location"]
    assert "no-store" in answer.headers["cache-control"]


def test_who_is_named_reads_everything_and_others_nothing(
    office_login: Site, files: Mapping[str, str], target: Path
) -> None:
    reader, stranger = (logged_in(office_login, account) for account in ("lan", "ke-la"))
    start = f"https://localhost:{office_login.port}"
    for path in files:
        with reader.open(f"{start}/{path}", timeout=20) as answer:
            assert answer.read() == (target / "current" / path).read_bytes(), path
    for path in ("", "manifest.json", "messages/", "bulletin.zip"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            stranger.open(f"{start}/{path}", timeout=20)
        assert refused.value.code in (401, 403)
        refused.value.close()
    with reader.open(f"{start}/", timeout=20) as page:
        told = {name.lower(): value for name, value in page.getheaders()}
    assert told["content-security-policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert told["cache-control"] == "private, no-cache"
    assert told["content-type"].lower() == "text/html; charset=utf-8"


@pytest.mark.parametrize("path", ODD)
def test_an_odd_address_leads_past_no_login(path: str, office_login: Site) -> None:
    answer = asked(office_login.asker(), path)
    assert answer.status in (400, 401, 403, 404, 414), path
    assert b"<main" not in answer.body


@pytest.mark.parametrize("method", METHODS)
def test_a_login_lets_nobody_do_more_than_read(method: str, office_login: Site) -> None:
    answer = asked(office_login.asker(), "/index.html", method)
    assert answer.status in (400, 401, 403, 405, 501)


@pytest.mark.browser
def test_the_site_installs_as_an_app_behind_a_password(served: Site) -> None:
    with ThreadPoolExecutor(1) as apart:  # the other tests of this process have their own browser
        refused, app = apart.submit(_visited, served).result()
    assert (refused, app["errors"]) == ([], []) and "start_url" in app["data"]


def _visited(served: Site) -> tuple[list[str], dict[str, Any]]:
    """What was refused to somebody who opened the site, and what the browser says of the app."""
    refused: list[str] = []
    with browser("--ignore-certificate-errors") as opened:
        credentials = {"username": USER, "password": PASSWORD}
        context = opened.new_context(http_credentials=credentials, ignore_https_errors=True)  # type: ignore[arg-type]
        page = context.new_page()
        page.on("response", lambda one: refused.append(one.url) if one.status >= 400 else None)
        page.goto(f"https://localhost:{served.port}/")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        app = context.new_cdp_session(page).send("Page.getAppManifest")
    return refused, app


def test_the_guide_names_files_that_are_shipped() -> None:
    page = (ROOT / "content/guide/len-mang-noi-bo.md").read_text("utf-8")
    named = re.findall(r"\$mau/([\w./-]*\w)", page)
    assert len(named) > 5 and not [name for name in named if not (RECIPES / name).is_file()]


# Where the public recipe may differ from the internal one, besides names and addresses.
OWN = re.compile(r"satisfy|allow|deny|auth_basic|X-Robots-Tag|#|server_name|listen|return 301|^$")
NAMES = (("cong_khai", "ban_tin"), ("cong-khai", "noi-bo"), ('"public, ', '"private, '))


def test_the_public_recipe_differs_only_in_who_may_read() -> None:
    internal, public = (
        (RECIPES / "nginx" / name).read_text("utf-8") for name in ("ban-tin.conf", "cong-khai.conf")
    )
    for own, other in NAMES:
        public = public.replace(own, other)
    public = public.replace("ban-tin/noi-bo.pem", "ban-tin/ban-tin.pem")
    public = public.replace("ban-tin/noi-bo.key", "ban-tin/ban-tin.key")
    lines = {*internal.splitlines()} ^ {*public.splitlines()}
    assert [line for line in lines if not OWN.search(line)] == []
    assert "auth_basic" not in public and "auth_basic_user_file" in internal
