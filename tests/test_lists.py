"""Lists never grow without bound, and bulletins are found by year, kind, area and topic."""

import re
from pathlib import Path

import pytest

from generator.base.text import Language
from generator.views.context.addresses import relative_link
from generator.views.context.page import Page
from generator.views.context.site_context import MOST_SHOWN
from generator.views.site.all_pages import plan_site
from tests.exercise import INCLUDED, Desk, plan, record_files, text_of, week

FACTS = "content/records/information/2026"
LINE = 'class="line"'
COUNT = 150


def pages_of(desk: Desk) -> dict[str, Page]:
    return {one.address: one.make() for one in plan_site(desk.ledger(), Language.VI)}


def many(count: int) -> Desk:
    """Facts of one November, issued together."""
    files = record_files()
    fact = str(files[f"{FACTS}/TT-2026-0001.yml"])
    ids = [f"TT-2026-{number:04}" for number in range(101, 101 + count)]
    for number, one in enumerate(ids):
        day = f"created: 2026-11-{number * 28 // COUNT + 1:02}"
        text = fact.replace("TT-2026-0001", one).replace("created: 2026-11-28", day)
        files[f"{FACTS}/{one}.yml"] = text
    desk = Desk(files | plan("BT-2026-0001", ids))
    desk.issue("BT-2026-0001")
    return desk


@pytest.fixture(scope="module")
def long() -> dict[str, Page]:
    return pages_of(many(COUNT))


@pytest.fixture(scope="module")
def short() -> dict[str, Page]:
    return pages_of(week())


def ids_in(page: Page) -> list[str]:
    return re.findall(r'<span class="record-id">(TT-\d{4}-\d+)</span>', page.body)


def test_no_list_is_longer_than_a_page_may_be(long: dict[str, Page]) -> None:
    lengths = {address: page.body.count(LINE) for address, page in long.items()}
    listed = {a: n for a, n in lengths.items() if "archive/" in a or a.count("/") == 1}
    assert max(listed.values()) == MOST_SHOWN
    assert max(lengths[a] for a in ("areas/song-xanh/", "topics/moi-truong/")) == MOST_SHOWN


@pytest.mark.parametrize("start", ["information/", "areas/song-xanh/", "units/dan-van/"])
def test_a_long_month_has_parts_that_hold_everything_once(
    long: dict[str, Page], start: str
) -> None:
    month = f"{start}archive/2026-11/"
    parts = [address for address in long if re.fullmatch(rf"{month}\d+/", address)]
    assert len(parts) == 3
    held = [one for address in parts for one in ids_in(long[address])]
    assert len(held) == len(set(held)) == COUNT + 1, "and the one that all cite"
    assert "01/11/2026 đến" in text_of(long[month].body)
    assert [f'href="{relative_link(month, one)}"' in long[month].body for one in parts] == [
        True
    ] * 3


def test_a_full_part_stays_as_it_is_when_more_comes(long: dict[str, Page]) -> None:
    first = "information/archive/2026-11/1/"
    fewer = pages_of(many(COUNT - 20))
    assert ids_in(fewer[first]) == ids_in(long[first])
    assert ids_in(fewer[first])[-1] == "TT-2026-0101"


def test_bulletins_are_listed_by_year_kind_area_and_topic(short: dict[str, Page]) -> None:
    body = short["bulletins/"].body
    for address, title, listed in (
        ("year/2026/", "Bản tin năm 2026", {"BT-2026-0001/v1", "BT-2026-0002/v2"}),
        ("kind/periodic/", "Bản tin định kỳ", {"BT-2026-0001/v1"}),
        ("kind/quick/", "Bản tin nhanh", {"BT-2026-0002/v2"}),
        ("area/song-xanh/", "Bản tin về Phường Sông Xanh", {"BT-2026-0001/v1", "BT-2026-0002/v2"}),
        ("topic/moi-truong/", "Bản tin về Môi trường", {"BT-2026-0001/v1", "BT-2026-0002/v2"}),
    ):
        assert f'href="../bulletins/{address}"' in body, address
        page = short[f"bulletins/{address}"]
        assert page.title == title
        assert set(re.findall(r'<span class="record-id">([^<]+)</span>', page.body)) == listed


def test_a_bulletin_that_names_areas_itself_stands_only_there() -> None:
    desk = Desk(record_files() | plan("BT-2026-0001", INCLUDED))
    desk.change("BT-2026-0001", "created: 2026-12-01\n", "created: 2026-12-01\nareas: [ha-dong]\n")
    desk.issue("BT-2026-0001")
    pages = pages_of(desk)
    assert "bulletins/area/ha-dong/" in pages
    assert "bulletins/area/song-xanh/" not in pages


def test_an_area_and_a_topic_lead_to_their_bulletins(short: dict[str, Page]) -> None:
    for subject, shelf in (
        ("areas/song-xanh/", "area/song-xanh/"),
        ("topics/moi-truong/", "topic"),
    ):
        assert f'href="../../bulletins/{shelf}' in short[subject].body
    assert 'id="facets"' not in short["units/dan-van/"].body


def test_areas_stand_in_their_tree_with_the_records_of_all_that_lie_in_them(
    sample_site: Path,
) -> None:
    html = (sample_site / "areas/index.html").read_text("utf-8")
    lines = re.findall(r'<li class="line([^"]*)">(.*?)</li>', html, re.DOTALL)
    told = [(mark.strip(), " ".join(re.sub(r"<[^>]+>", " ", line).split())) for mark, line in lines]
    assert [mark for mark, _ in told] == ["", "depth-1", "depth-2", "depth-2"]
    assert told[0][1].startswith("Quận Hà Đông")
    counts = [int(re.findall(r"(\d+) bản ghi", line)[0]) for _, line in told]
    assert counts[0] > counts[1] > counts[2] + counts[3]
    assert "tính cả các nơi trực thuộc" in told[0][1]
    assert "ha-dong" not in told[0][1]  # names, not ids
