"""An exercise is said once: by every page where all is exercise, else on its own pages."""

import re
from pathlib import Path

import pytest

from generator.base.text import Language
from generator.views.context.page import Page
from generator.views.site.all_pages import plan_site
from tests.exercise import Desk, plan, record_files
from tests.sites import NOW, repository, site_of

BAND = re.compile(r'<header class="bar">.*?<p class="bar-exercise">.*?</header>', re.DOTALL)
MARKS = re.compile(r'class="[^"]*\b(?:exercise-mark|exercise-band|badge-exercise)\b')
ALONE = re.compile(r"BT-\d{4}-\d{4}-v\d+\.html")


def pages_of(desk: Desk) -> dict[str, Page]:
    planned = plan_site(desk.ledger(), Language.VI)
    return {page.address: page for page in (one.make() for one in planned)}


@pytest.fixture(scope="module")
def html_by_path() -> dict[str, str]:
    site = site_of(repository(), NOW, "--no-pdf")
    return {str(path.relative_to(site)): path.read_text() for path in site.rglob("*.html")}


def test_every_page_of_an_exercise_says_so_in_its_header_and_title(
    html_by_path: dict[str, str],
) -> None:
    framed = {path for path in html_by_path if not ALONE.fullmatch(Path(path).name)}
    assert {"index.html", "404.html", "search/index.html", "offline/index.html"} <= framed
    for path in framed - {"404.html"}:
        assert len(BAND.findall(html_by_path[path])) == 1, path
    for path in framed:
        assert html_by_path[path].count('class="bar-exercise"') == 1, path
        assert re.search(r"<title>DIỄN TẬP · (?!DIỄN TẬP)", html_by_path[path]), path
        assert MARKS.findall(html_by_path[path]) == [], path


def test_a_file_that_stands_alone_says_so_once(html_by_path: dict[str, str]) -> None:
    alone = [path for path in html_by_path if ALONE.fullmatch(Path(path).name)]
    assert alone
    for path in alone:
        assert len(MARKS.findall(html_by_path[path])) == 1, path
        assert re.search(r"<title>DIỄN TẬP · (?!DIỄN TẬP)", html_by_path[path]), path


def test_beside_the_actual_only_the_pages_of_the_exercise_are_marked() -> None:
    desk = Desk(record_files() | plan("BT-2026-0001", ["BX-2026-0001"], mode="exercise"))
    desk.issue("BT-2026-0001")
    assert desk.ledger().is_exercise
    assert not any(MARKS.search(page.body) for page in pages_of(desk).values())
    desk.files |= plan("BT-2026-0002", ["LL-2026-0001"])
    desk.issue("BT-2026-0002")
    mixed = pages_of(desk)
    assert not desk.ledger().is_exercise
    for address in ("bulletins/BT-2026-0001/v1/", "concerns/BX-2026-0001/"):
        assert mixed[address].title.startswith("DIỄN TẬP · ")
        assert len(MARKS.findall(mixed[address].body)) >= 2, address  # beside the title, a band
    assert "badge-exercise" in mixed["concerns/"].body
    for address in ("bulletins/BT-2026-0002/v1/", "network/LL-2026-0001/"):
        assert not mixed[address].title.startswith("DIỄN TẬP · ")


def test_nothing_issued_is_no_exercise() -> None:
    assert not Desk(record_files()).ledger().is_exercise
