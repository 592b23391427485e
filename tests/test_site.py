"""The site as it is built from the repository's own editions."""

import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from generator.targets.build.inputs import Wish
from generator.targets.build.plan import plan_of
from generator.targets.site import frame
from tests.conftest import copy_content, run_bulletin, run_bulletin_apart
from tests.sites import BEFORE_THE_CONCLUSION, NOW, repository, site_of, with_an_address

pytestmark = pytest.mark.pdf

# After everything that was ever issued here: what lies ahead of its clock MkDocs does not build.
LATE, LATE_EPOCH = "2026-11-30T22:00+07:00", "1796050800"


@pytest.fixture(scope="module")
def workspace() -> Path:
    """Nobody writes into it."""
    return repository()


@pytest.fixture(scope="module")
def late(workspace: Path) -> Path:
    """The same, later."""
    return site_of(workspace, LATE)


@pytest.fixture(scope="module")
def site(workspace: Path) -> Path:
    """The whole site with its PDFs."""
    return site_of(workspace, NOW)


def files_of(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def text_of(page: Path) -> str:
    """The words of a page's own part, without tags."""
    html = page.read_text("utf-8")
    body = html[html.index("<main") : html.index("</main")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def without_generator(page: bytes) -> bytes:
    return re.sub(rb'<meta name="generator"[^>]*>', b"", page)


def target_of(page: Path, address: str) -> Path:
    """The file that a link on a page leads to."""
    path = unquote(urlsplit(address).path)
    target = (page.parent / path).resolve() if path else page
    return target / "index.html" if target.is_dir() else target


class Addresses(HTMLParser):
    """Collects what a page links to and what it loads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link" and given.get("rel") in ("stylesheet", "icon", "preload"):
            self.loads.append(given["href"])
        elif "src" in given:
            self.loads.append(given["src"])


def test_the_current_messages_stand_first(site: Path) -> None:
    text = text_of(site / "index.html")
    first = text.index("An toàn nước sinh hoạt phường Sông Xanh")
    assert first < text.index("Bản tin định kỳ")
    assert "ND-2026-0001" not in text[:first]


def test_the_first_version_reads_as_it_was_and_names_the_newer(site: Path) -> None:
    first = site / "bulletins/BT-2026-0003/v1/index.html"
    second = site / "bulletins/BT-2026-0003/v2/index.html"
    assert "12 mẫu" in text_of(first)
    assert "21 mẫu" in text_of(second)
    assert second in [target_of(first, link) for link in Addresses(first.read_text("utf-8")).links]
    assert (site / "bulletins/BT-2026-0003/v2/changes/index.html").exists()
    assert "BT-2026-0003" in text_of(site / "corrections/index.html")


def test_every_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        addresses = Addresses(page.read_text("utf-8"))
        for address in (*addresses.links, *addresses.loads):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                assert address in addresses.links, f"{page}: loads {address}"
                continue
            start = site / "index.html" if page.name == "404.html" else page
            target = target_of(start, address.removeprefix("/"))
            assert target.is_file(), f"{page}: {address}"


def test_a_page_not_found_links_from_the_root_of_its_host(
    site: Path, workspace: Path, tmp_path: Path
) -> None:
    """A host shows it at any depth, so that a relative link would lead anywhere."""
    alone = (site / "404.html").read_text("utf-8")
    assert "Không có trang này" in alone
    assert (Addresses(alone).links, Addresses(alone).loads) == (["/"], [])
    below = copy_content(tmp_path / "below")
    programme = below / "content/registry/programme.yml"
    text = programme.read_text("utf-8")
    url = 'base_url: "https://ban-tin.example.vn/x/y/"'
    programme.write_text(text.replace('base_url: ""', url), "utf-8")
    built = run_bulletin(below, "build", "--no-pdf", "--as-of", NOW)
    assert built.returncode == 0, built.stderr
    found = Addresses((below / "site/404.html").read_text("utf-8"))
    local = [one for one in (*found.links, *found.loads) if not one.startswith("#")]
    assert len(local) > 15
    for address in local:
        assert address.startswith("/x/y/"), address
        target = below / "site" / address.removeprefix("/x/y/").partition("#")[0]
        assert (target / "index.html" if target.is_dir() else target).is_file(), address


def test_styles_and_scripts_ask_no_other_host(site: Path) -> None:
    for style in site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(https?:)?//", style.read_text("utf-8")), style


def test_no_page_has_an_id_twice(site: Path) -> None:
    for page in site.rglob("index.html"):
        ids = Addresses(page.read_text("utf-8")).ids
        assert len(ids) == len(set(ids)), (page, sorted(i for i in ids if ids.count(i) > 1))


def test_two_builds_for_one_moment_are_the_same_bytes(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("TZ", "America/Lima")
    other = copy_content(tmp_path / "elsewhere")
    built = run_bulletin_apart(other, "build", "--as-of", NOW, "--jobs", "1")
    assert built.returncode == 0, built.stderr
    ours, theirs = files_of(site), files_of(other / "site")
    assert sorted(ours) == sorted(theirs)
    assert [path for path in ours if ours[path] != theirs[path]] == []
    assert sum(path.endswith(".pdf") for path in ours) >= 7


def test_mkdocs_itself_builds_the_same_files(late: Path, workspace: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": LATE_EPOCH}
    subprocess.run(
        (sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "out")),
        cwd=workspace,
        env=environment,
        check=True,
    )
    ours, theirs = files_of(late), files_of(tmp_path / "out")
    assert sorted(ours) == sorted(theirs)
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_filled_shells_equal_pages_that_mkdocs_renders(
    site: Path, workspace: Path, tmp_path: Path
) -> None:
    plan = plan_of(workspace, Wish(at=NOW, with_pdf=False))
    deep = [planned for planned in plan.pages if planned.address.count("/") > 1]
    samples = tuple(planned.make() for planned in deep)
    assert len(samples) > 40
    frame.build_frame(plan, tmp_path / "truth", samples)
    for sample in samples:
        rendered = (tmp_path / "truth" / sample.address / "index.html").read_bytes()
        assert (site / sample.address / "index.html").read_bytes() == rendered, sample.address


def test_a_withheld_message_is_nowhere_on_the_site(workspace: Path) -> None:
    target = site_of(workspace, BEFORE_THE_CONCLUSION)
    everything = b"\n".join(files_of(target).values()).decode("utf-8", "replace")
    title = "Lịch cắt nước để súc xả đường ống"
    assert title in (workspace / "content/records/message/2026/ND-2026-0003.yml").read_text("utf-8")
    assert title not in everything
    assert "TD-2026-0001" in everything
    assert not (target / "messages/ND-2026-0003").exists()


def test_an_altered_edition_builds_nothing(workspace: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(workspace, broken)
    edition = broken / "content/editions/BT-2026-0003/v1.json"
    edition.write_bytes(edition.read_bytes().replace(b"12 m", b"13 m", 1))
    ran = run_bulletin(broken, "build", "--no-pdf")
    assert (ran.returncode, "BT701" in ran.stdout) == (1, True)
    assert not (broken / "site").exists()


def test_the_manifest_holds_every_file(site: Path, workspace: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(site, copy)
    assert run_bulletin(workspace, "verify", str(copy)).returncode == 0
    page = copy / "index.html"
    page.write_bytes(page.read_bytes() + b" ")
    (copy / "stray.html").write_bytes(b"")
    ran = run_bulletin(workspace, "verify", str(copy))
    assert ran.returncode == 1
    assert "index.html" in ran.stdout
    assert "stray.html" in ran.stdout


def test_checking_needs_neither_weasyprint_nor_mkdocs(workspace: Path) -> None:
    without = (
        "import sys\n"
        "for name in ('weasyprint', 'mkdocs', 'material', 'jinja2', 'pikepdf'):\n"
        "    sys.modules[name] = None\n"
        "sys.argv = ['bulletin', '-C', sys.argv[1], *sys.argv[2:]]\n"
        "from generator.cli.main import main\n"
        "main()\n"
    )
    for verb in ("check", "status", "verify"):
        ran = subprocess.run(
            (sys.executable, "-c", without, str(workspace), verb),
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr


def test_a_site_with_an_address_names_each_page_by_it() -> None:
    site = site_of(with_an_address(), NOW, "--no-pdf")
    page = (site / "messages/ND-2026-0002/index.html").read_text("utf-8")
    assert '"https://bantin.example.vn/so/messages/ND-2026-0002/"' in page


def test_properdocs_can_take_the_place_of_mkdocs(
    late: Path, workspace: Path, tmp_path: Path
) -> None:
    """The way out when MkDocs ends: the same pages, but for the name of what made them."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": LATE_EPOCH}
    subprocess.run(
        (sys.executable, "-m", "properdocs", "build", "-q", "-d", str(tmp_path / "out")),
        cwd=workspace,
        env=environment,
        check=True,
    )
    ours, theirs = files_of(late), files_of(tmp_path / "out")
    assert sorted(ours) == sorted(theirs)
    for path in ours:
        if path.endswith("index.html"):
            assert without_generator(ours[path]) == without_generator(theirs[path]), path
