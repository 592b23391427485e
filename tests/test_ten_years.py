"""Ten years of one programme: what was issued stays, and nobody is sent to a unit that is gone."""

import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.issued import compile_ledger
from generator.model.record.record import Circulation
from generator.targets.build.inputs import Wish
from generator.targets.site.site_build import build_site
from generator.workspace import DiskWorkspace, moment_of_run
from tests import shared
from tests.conftest import ROOT
from tests.ten_years import (
    FIRST,
    ISSUES,
    NAMES,
    ONE,
    PHONES,
    RENAMED,
    THREE,
    TWO,
    TWO_AGAIN,
    at,
    publish,
    write_records,
    write_step,
)

ALONE = "2025-03-10T09:00+07:00"
LAST = "2034-06-01T09:00+07:00"
BETWEEN = {"2025-03-10", "2025-07-10", "2028-03-01", "2031-03-01", "2034-06-01"}
OF_A_VERSION = re.compile(r"bulletins/BT-\d{4}-0001/v\d+/|api/v1/editions/|search/|bulletin\.zip")


def history(folder: Path) -> None:
    """The ten years up to their end, each step as the editors did it."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "content/guide").mkdir(parents=True)
    (folder / "content/guide/index.md").write_text("# Hướng dẫn\n", "utf-8")
    write_step(folder, TWO)
    publish(folder, ISSUES[0])
    write_step(folder, ONE)
    shutil.copytree(folder, folder.with_name("alone"))
    for step, issue in zip((THREE, TWO_AGAIN, RENAMED), ISSUES[1:], strict=True):
        write_step(folder, step)
        publish(folder, issue)


@pytest.fixture(scope="module")
def home(cache_of_its_own: None) -> Path:
    """`years` as it stands in 2034, and `alone` as it stood in March 2025; nobody writes there."""

    def make(place: Path) -> None:
        history(place / "years")

    return shared.folder_of("ten-years", make)


@pytest.fixture
def alone(home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(home / "alone", tmp_path / "alone"))


@pytest.fixture
def years(home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(home / "years", tmp_path / "years"))


def dead_on(day: str) -> set[str]:
    """The units that have ended before a day."""
    return {
        unit for unit, span in RENAMED.units.items() if span.until != "null" and span.until < day
    }


def sent_to(site: Path, units: set[str]) -> list[str]:
    """The living files of a site that name the telephone of one of these units."""
    phones = [PHONES[unit] for unit in units]
    files = (path for path in site.rglob("*") if path.suffix in (".html", ".txt", ".json", ".js"))
    named = {
        path.relative_to(site).as_posix()
        for path in files
        if any(phone in path.read_text("utf-8") for phone in phones)
    }
    return sorted(path for path in named if not OF_A_VERSION.search(path))


def site_at(folder: Path, moment: str, out: Path) -> Path:
    build_site(folder, Wish(at=moment, with_pdf=False), out)
    return out


def test_after_ten_years_every_edition_verifies_and_has_the_parties_of_its_day(years: Path) -> None:
    code, said = at(years, LAST, "verify")
    assert code == 0, said
    assert "4" in said
    _, ledger = compile_ledger(
        DiskWorkspace(years, moment_of_run(LAST), lambda _: True), Circulation.INTERNAL
    )
    assert [edition.parties for edition in ledger.editions] == [issue.parties for issue in ISSUES]


def test_while_one_party_is_left_nothing_is_issued_and_everything_can_be_stopped(
    alone: Path,
) -> None:
    code, said = at(alone, ALONE, "check")
    assert code == 1
    assert "chỉ có một bên là Ban Tuyên giáo và Dân vận" in said
    only = ISSUES[1]._replace(
        day="03-10", parties=("tgdv", "btv"), contact="tgdv", area="to-11", until="2025-12-31"
    )
    write_records(alone, only)
    by = ("--unit", "tgdv", "--office", "truong-ban")
    at(alone, ALONE, "approve", only.bulletin, *by)
    code, said = at(alone, ALONE, "issue", only.bulletin)
    assert (code, (alone / f"content/editions/{only.bulletin}").exists()) == (1, False), said
    code, said = at(alone, ALONE, "recall", FIRST.message, *by, "--reason", "Đang xác minh lại")
    assert code == 0, said


def test_what_former_parties_agreed_stays_issued(alone: Path) -> None:
    _, said = at(alone, ALONE, "why", FIRST.message)
    assert said.splitlines()[0].split(": ")[1].startswith("đã phát hành"), said
    assert "BT401" not in at(alone, ALONE, "check")[1]


@pytest.mark.parametrize("verb", ["approve", "recall"])
def test_a_unit_that_has_ended_signs_nothing_and_its_successor_is_named(
    alone: Path, verb: str
) -> None:
    more = ("--reason", "Thử") if verb == "recall" else ()
    by = ("--unit", "dan-van", "--office", "truong-ban")
    code, said = at(alone, ALONE, verb, FIRST.message, *by, *more)
    assert code in (1, 2)
    assert "đã kết thúc hoạt động" in said and "tgdv “Ban Tuyên giáo và Dân vận”" in said
    assert not list((alone / "content").glob(f"{verb}s/{FIRST.message}*"))


def test_an_office_that_has_ended_signs_nothing_and_the_one_that_follows_is_named(
    years: Path,
) -> None:
    by = ("--unit", "mttq", "--office", "truong-ban")
    code, said = at(years, LAST, "recall", FIRST.message, *by, "--reason", "Thử")
    assert (code, "phu-trach" in said) == (2, True), said
    assert not list((years / "content").glob("recalls/*"))


def test_a_new_record_is_not_begun_by_a_unit_that_has_ended(years: Path) -> None:
    code, said = at(years, LAST, "new", "message", "--unit", "dan-van")
    assert (code, "xdd “Ban Xây dựng Đảng phường”" in said) == (2, True), said
    code, said = at(years, LAST, "new", "message")
    assert (code, "mttq, xdd" in said) == (0, True), said


@pytest.mark.parametrize("day", sorted(BETWEEN))
def test_on_no_day_does_a_living_page_send_anybody_to_a_dead_unit(
    home: Path, tmp_path: Path, day: str
) -> None:
    folder = home / ("alone" if day == ALONE[:10] else "years")
    site = site_at(folder, f"{day}T12:00+07:00", tmp_path / "site")
    assert sent_to(site, dead_on(day)) == []
    first = (site / f"messages/{FIRST.message}/index.html").read_text("utf-8")
    if day == ALONE[:10]:
        # No party is left that an edition holds; the one that follows waits for the next edition.
        assert "Ban Dân vận (đơn vị này đã ngừng hoạt động)" in first
        assert sent_to(site, {"tgdv"}) == []
        return
    now = "xdd" if day > "2031" else "tgdv"
    assert f"Ban Dân vận (nay là {NAMES[now][0]})" in first and PHONES[now] in first


def test_the_page_of_a_version_keeps_its_own_names_and_says_whom_to_ask_now(
    home: Path, tmp_path: Path
) -> None:
    site = site_at(home / "years", LAST, tmp_path / "site")
    version = (site / "bulletins/BT-2024-0001/v1/index.html").read_text("utf-8")
    assert PHONES["dan-van"] in version
    assert "Ban Dân vận Quận ủy đã kết thúc hoạt động ngày 28/02/2025." in version
    assert PHONES["xdd"] in version


def test_the_lists_of_units_and_areas_tell_the_ten_years(home: Path, tmp_path: Path) -> None:
    site = site_at(home / "years", LAST, tmp_path / "site")
    listed = re.findall(
        r'class="record-id">([\w-]+)<', (site / "units/index.html").read_text("utf-8")
    )
    assert listed == ["mttq", "xdd", "btv", "dan-van", "phu-nu", "tgdv", "tuyen-giao"]
    page = (site / "units/dan-van/index.html").read_text("utf-8")
    assert "Đã kết thúc hoạt động ngày 28/02/2025" in page
    assert 'href="../../units/xdd/"' in page and 'href="../../units/tgdv/"' in page
    area = (site / "areas/to-11/index.html").read_text("utf-8")
    assert "Tổ dân phố Kênh Mới" in area and 'href="../../areas/to-moi/"' in area
    merged = (site / "areas/to-moi/index.html").read_text("utf-8")
    assert "Tổ dân phố 12" in merged
    assert FIRST.message in merged.partition('id="all"')[0], "what its predecessor was told holds"
    message = (site / f"messages/{FIRST.message}/index.html").read_text("utf-8")
    assert "Tổ dân phố 11 (nay là Tổ dân phố Kênh Mới)" in message


def test_a_site_that_lived_through_it_is_the_one_that_is_built_at_the_end(
    years: Path, tmp_path: Path
) -> None:
    lived = tmp_path / "lived"
    for moment in ("2025-02-28T23:00+07:00", "2025-03-01T01:00+07:00", "2030-12-31T12:00+07:00"):
        site_at(years, moment, lived)
    site_at(years, LAST, lived)
    fresh = site_at(years, LAST, tmp_path / "fresh")
    files = sorted(p.relative_to(fresh) for p in fresh.rglob("*") if p.is_file())
    assert files == sorted(p.relative_to(lived) for p in lived.rglob("*") if p.is_file())
    assert [p for p in files if (fresh / p).read_bytes() != (lived / p).read_bytes()] == []


@pytest.mark.pdf
def test_the_first_bulletin_prints_its_own_names_in_the_same_bytes_ten_years_later(
    home: Path, tmp_path: Path
) -> None:
    printed = [
        _printed(home / "years", moment, tmp_path / moment[:4])
        for moment in ("2024-06-01T09:00+07:00", LAST)
    ]
    assert printed[0] == printed[1]
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(printed[1])).pages)
    assert PHONES["dan-van"] in text and PHONES["xdd"] not in text


def _printed(folder: Path, moment: str, out: Path) -> bytes:
    build_site(folder, Wish(at=moment), out)
    return (out / "bulletins/BT-2024-0001/v1/BT-2024-0001-v1.pdf").read_bytes()
