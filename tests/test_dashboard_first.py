"""The first screen of the dashboard: five numbers, their lists, one sheet of paper, the files."""

import csv
import io
import json
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.base.spreadsheet import spreadsheet
from generator.base.text import Language
from generator.model.edition.edition import Relation
from generator.views.dashboard.lists import ADDRESS
from tests.browser import DESK, PHONE
from tests.exercise import BODIES, INCLUDED, RECORDS, Desk, Files, head_of, plan, record_files
from tests.shared import folder_of
from tests.test_dashboard import Rows, dashboard, tables
from tests.test_printing import pages_of
from tests.test_reading import BUILT, build, reader, site

__all__ = ["site"]

WORK = "Việc phải làm, quá hạn trước"
OPEN = "Vấn đề bức xúc đang mở, lâu nhất trước"
WAITING = "Việc đang chờ, và chờ ai"
ANSWERED = "Vấn đề đã trả lời người dân trong tháng 12/2026"
PARTS = ("overdue", "due-soon", "open-long", "waiting", "answered")
ANSWER = "answer: {on: 2026-12-01, text: Sẽ có thêm thùng rác., because: [TT-2026-0001]}\n"
NUMBER = re.compile(r'<strong data-counts="([\w-]+)">(\d+)</strong>')
PART = re.compile(r'<tbody id="([\w-]+)".*?</tbody>', re.DOTALL)
DAY = re.compile(r"(\d\d)/(\d\d?)/(\d{4})")


def concern(number: int, since: str, due: str, more: str = "") -> Files:
    """An open concern with one thing to do."""
    path = f"concern/2026/BX-2026-{number:04}"
    body = BODIES["concern/2026/BX-2026-0001"].partition("answer:")[0] + more
    for before, after in (("from: 2026-11-01", f"from: {since}"), ("2026-12-30", due)):
        assert before in body
        body = body.replace(before, after)
    return {f"{RECORDS}/{path}.yml": head_of(path) + body}


def proposed() -> Files:
    """A document that waits for those who drafted it."""
    path = "directive/2026/VB-2026-0002"
    body = BODIES["directive/2026/VB-2026-0001"].replace("stage: issued", "stage: proposed")
    return {f"{RECORDS}/{path}.yml": head_of(path) + body}


def desk(more: Files | None = None) -> Desk:
    """Issued on 1/12: as of then two things are overdue, two due soon, one problem is long open."""
    files = record_files() | proposed() | (more or {})
    files |= concern(2, "2026-10-15", "2026-11-20")
    files |= concern(3, "2026-11-05", "2026-12-08", ANSWER)
    files |= concern(4, "2026-11-25", "2026-12-09")
    added = [Path(path).stem for path in files if "/BX-" in path and "0001" not in path]
    made = Desk(files | plan("BT-2026-0001", [*INCLUDED, "VB-2026-0002", *added]))
    made.issue("BT-2026-0001")
    return made


def rows_in(part: str) -> int:
    return part.count('<tr data-from="') + part.count("<tr><th")


def counted(body: str) -> dict[str, int]:
    """The rows of each part of a list."""
    return {found[1]: rows_in(found[0]) for found in PART.finditer(body)}


def numbers(body: str) -> dict[str, int]:
    return {part: int(number) for part, number in NUMBER.findall(body)}


def days(rows: Rows, column: int) -> list[date]:
    found = [DAY.search(row[column]) for row in rows if len(row) > column]
    return [date(int(day[3]), int(day[2]), int(day[1])) for day in found if day]


# ── the numbers and their lists ──────────────────────────────────────────────────────────────


def test_each_number_is_that_of_the_rows_it_leads_to() -> None:
    body = dashboard(desk().ledger()).body
    shown, rows = numbers(body), counted(body)
    assert tuple(shown) == PARTS
    assert shown == {part: rows[part] for part in PARTS}
    assert shown == {"overdue": 2, "due-soon": 2, "open-long": 1, "waiting": 2, "answered": 1}
    assert [f'href="#{part}"' in body for part in PARTS] == [True] * len(PARTS)


def test_what_is_overdue_comes_first_and_then_what_is_due_next() -> None:
    rows = tables(dashboard(desk().ledger()))[WORK]
    assert days(rows, 2) == sorted(days(rows, 2))
    assert days(rows, 2)[:3] == [date(2026, 11, 20), date(2026, 11, 29), date(2026, 12, 5)]
    parts = [row[0].partition(":")[0] for row in rows[1:] if len(row) == 1]
    assert parts == ["Quá hạn", "Đến hạn trong 7 ngày", "Hạn xa hơn"]
    since = days(tables(dashboard(desk().ledger()))[OPEN], 2)
    assert since == sorted(since)


def test_the_unit_with_the_most_overdue_comes_first() -> None:
    """Another has more work, but less of it is overdue."""
    made = desk()
    late = "tasks: [{do: Gửi báo cáo., unit: dan-van, due: 2026-11-02}"
    made.change("BX-2026-0004", "tasks: [{", f"{late}, {late[8:]}, {late[8:]}, {{")
    made.files |= plan("BT-2026-0002", ["BX-2026-0004"])
    made.issue("BT-2026-0002")
    rows = tables(dashboard(made.ledger()))["Việc đã giao theo đơn vị"]
    assert rows == [
        ["Đơn vị", "Quá hạn", "Còn trong hạn", "Đã xong"],
        ["Ban Dân vận", "3", "0", "0"],
        ["UBND phường", "2", "4", "0"],
    ]


def test_what_is_held_names_who_must_act() -> None:
    page = dashboard(desk().ledger())
    rows = {row[0]: row[1:] for row in tables(page)[WAITING][1:]}
    assert rows["Tiêu đề TD-2026-0001"] == [
        "Ban Thường vụ",
        "đã trình, chờ kết luận",
        "30/11/2026",
        "ND-2026-0009",
        "TD-2026-0001",
    ]
    assert rows["Tiêu đề VB-2026-0002"][:2] == ["Ban Tuyên giáo", "mới đề xuất, chờ trình"]
    assert "chờ Ban Tuyên giáo (1), Ban Thường vụ (1)" in page.body


CONCLUDED = """conclusion:
  by: btv
  on: 2026-12-01
  text: Chỉ báo giờ đã xác nhận.
  decision: directed
"""


def test_a_message_to_be_issued_again_is_held_by_its_own_unit() -> None:
    """It was issued before the direction was known; the matter itself is no longer open."""
    made = desk()
    made.change("TD-2026-0002", "about: [ND-2026-0001]", "about: [ND-2026-0001]\nimportant: true")
    made.change(
        "TD-2026-0002",
        "outcome: agreed\nagreement: Cùng dùng một nội dung trên mọi kênh.\n",
        CONCLUDED,
    )
    made.files |= plan("BT-2026-0002", ["TD-2026-0002"])
    made.issue("BT-2026-0002")
    ledger = made.ledger()
    assert ledger.held["ND-2026-0001"] == "TD-2026-0002"
    rows = {row[0]: row[1:] for row in tables(dashboard(ledger))[WAITING][1:]}
    assert rows["Tiêu đề TD-2026-0002"][0] == "Ban Dân vận"
    assert rows["Tiêu đề TD-2026-0002"][1] == "đã kết luận, chờ phát hành lại theo kết luận"


def test_what_is_done_settled_or_withdrawn_is_no_longer_counted() -> None:
    made = desk()
    made.change("BX-2026-0002", "status: doing", "status: done")
    made.change("VB-2026-0002", "stage: proposed", "stage: issued")
    made.files |= plan("BT-2026-0002", ["BX-2026-0002", "VB-2026-0002"])
    made.issue("BT-2026-0002")
    assert numbers(dashboard(made.ledger()).body) | {"open-long": 1} == {
        **{"overdue": 1, "due-soon": 2, "open-long": 1, "waiting": 1, "answered": 1}
    }
    made.issue("BT-2026-0001", Relation.WITHDRAWAL, "Phát hành nhầm.")
    gone = numbers(dashboard(made.ledger()).body)
    assert gone == {"overdue": 0, "due-soon": 0, "open-long": 1, "waiting": 0, "answered": 0}


def test_without_work_the_lists_say_so() -> None:
    made = Desk(record_files() | plan("BT-2026-0001", ["VB-2026-0001"]))
    made.issue("BT-2026-0001")
    page = dashboard(made.ledger())
    assert set(numbers(page.body).values()) == {0}
    assert page.body.count(": không có việc nào<") == 3
    assert "Không có việc nào phải chờ." in page.body


# ── at the moment of reading ─────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def folder() -> Path:
    return folder_of("dashboard", lambda at: build(desk().files, at, BUILT)) / "site"


def seen(page: Page) -> tuple[dict[str, int], dict[str, int]]:
    """The numbers that a reader sees, and the rows that the lists show below them."""
    said = {part: int(page.locator(f"[data-counts={part}]").inner_text()) for part in PARTS}
    rows = "all => all.filter((one) => one.checkVisibility()).length"
    below = {part: page.locator(f"#{part} > tr:not(.part)").evaluate_all(rows) for part in PARTS}
    return said, below


MOMENTS = {
    "2026-12-02T08:00:00+07:00": (2, 3, 1),
    "2026-12-05T23:58:00+07:00": (2, 3, 1),
    "2026-12-06T00:00:30+07:00": (3, 2, 2),
    "2026-12-25T08:00:00+07:00": (5, 1, 2),
    "2027-06-01T08:00:00+07:00": (6, 0, 3),
    "2026-11-01T08:00:00+07:00": (2, 2, 1),  # a wrong clock: nothing is claimed
}


@pytest.mark.parametrize("now", MOMENTS)
def test_the_numbers_count_the_rows_at_the_moment_of_reading(
    chromium: Browser, site: str, now: str
) -> None:
    with reader(chromium, f"{site}{ADDRESS}", now) as one:
        said, below = seen(one.page)
        assert said == below
        assert (said["overdue"], said["due-soon"], said["open-long"]) == MOMENTS[now]
        assert (said["waiting"], said["answered"]) == (2, 1)


def test_a_day_passes_before_the_readers_eyes(chromium: Browser, site: str) -> None:
    with reader(chromium, f"{site}{ADDRESS}", "2026-12-05T23:58:00+07:00") as one:
        overdue = one.page.locator("[data-counts=overdue]")
        told = one.page.locator("[data-today]")
        expect(overdue).to_have_text("2")
        expect(told).to_contain_text("hôm nay, 05/12/2026")
        one.go_offline()
        one.wait_until("2026-12-06T00:00:01+07:00")
        expect(overdue).to_have_text("3")
        expect(told).to_contain_text("hôm nay, 06/12/2026")
        heads = one.page.locator("#overdue > tr:not(.part) > th")
        expect(heads).to_have_text(
            ["Thu gom hai lần mỗi ngày.", "Lấy mẫu hằng ngày.", "Súc xả tuyến ống lớn."]
        )


def test_without_a_script_the_numbers_are_dated(chromium: Browser, site: str) -> None:
    with reader(chromium, f"{site}{ADDRESS}", "2027-06-01T08:00+07:00", scripts=False) as one:
        expect(one.page.locator("[data-counts=overdue]")).to_have_text("2")
        expect(one.page.locator(".as-of")).to_have_text(
            re.compile("Tính đến 9 giờ 00 ngày 01/12/2026, lúc phát hành bản tin mới nhất")
        )


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_first_screen_has_the_five_numbers_and_each_leads_to_its_rows(
    chromium: Browser, site: str, size: tuple[int, int]
) -> None:
    with reader(chromium, f"{site}{ADDRESS}") as one:
        one.page.set_viewport_size({"width": size[0], "height": size[1]})
        for part in PARTS:
            link = one.page.locator(f'.key-numbers a[href="#{part}"]')
            one.page.evaluate("scrollTo(0, 0)")
            box = link.bounding_box()
            assert box is not None and box["y"] + box["height"] <= size[1]
            link.click()
            expect(one.page.locator(f"#{part}")).to_be_in_viewport()


# ── on paper ─────────────────────────────────────────────────────────────────────────────────


LONG = "Kiểm tra và thống kê rồi báo cáo đầy đủ tình hình thu gom rác tại từng khu tập thể cũ " * 3


def crowded() -> Desk:
    """Much more to do than a sheet has room for, in long sentences."""
    more: Files = {}
    for number in range(10, 50):
        files = concern(number, "2026-10-01", f"2026-11-{number % 28 + 1:02}")
        more |= {
            path: str(text).replace("Thu gom hai lần mỗi ngày.", LONG.strip() + ".")
            for path, text in files.items()
        }
    talk = BODIES["consultation/2026/TD-2026-0001"]
    for number in range(10, 20):
        path = f"consultation/2026/TD-2026-{number:04}"
        title = f"title: Tiêu đề TD-2026-{number:04}"
        head = head_of(path).replace(title, f'{title[:7]}"{LONG.strip()}"')
        more |= {f"{RECORDS}/{path}.yml": head + talk}
    made = desk(more)
    talks = [f"TD-2026-{number:04}" for number in range(10, 20)]
    made.files |= plan("BT-2026-0002", talks)
    made.issue("BT-2026-0002")
    return made


def printed(chromium: Browser, site: Path, to: Path, now: str = BUILT) -> list[str]:
    page = chromium.new_page(color_scheme="dark")
    page.clock.set_fixed_time(now)
    page.goto((site / ADDRESS / "index.html").as_uri())
    page.pdf(path=str(to), prefer_css_page_size=True)
    size = subprocess.run(["pdfinfo", str(to)], capture_output=True, check=True).stdout.decode()
    assert "(A4)" in size
    return pages_of(to)


def test_the_page_prints_as_one_sheet_that_stands_alone(
    chromium: Browser, folder: Path, tmp_path: Path
) -> None:
    (sheet,) = printed(chromium, folder, tmp_path / "sheet.pdf")
    for said in ("Tính đến 9 giờ 00 ngày 01/12/2026", "việc quá hạn", "vấn đề đã trả lời"):
        assert said in sheet
    assert "Lấy mẫu hằng ngày." in sheet and "UBND phường" in sheet
    assert "Ban Thường vụ" in sheet and "đã trình, chờ kết luận" in sheet
    for left_out in ("CSV", "Vấn đề bức xúc theo lĩnh vực", "Tờ in chỉ ghi"):
        assert left_out not in sheet


def test_a_crowded_page_is_still_one_sheet_and_says_that_there_is_more(
    chromium: Browser, tmp_path: Path
) -> None:
    site = folder_of("crowded", lambda at: build(crowded().files, at, BUILT)) / "site"
    for now in (BUILT, "2027-06-01T08:00:00+07:00", "2026-11-01T08:00:00+07:00"):
        (sheet,) = printed(chromium, site, tmp_path / "sheet.pdf", now)
    assert sheet.count("Tờ in chỉ ghi những dòng đầu") == 1
    assert "1/1" in sheet


# ── as files ─────────────────────────────────────────────────────────────────────────────────


def test_beside_every_table_stands_a_file_with_the_same_rows(folder: Path) -> None:
    html = (folder / ADDRESS / "index.html").read_text("utf-8")
    page = dashboard(desk().ledger())._replace(body=html)
    links = re.findall(
        r'<a href="([\w-]+\.csv)" download>Tải bảng này \(CSV\)<span class="unseen">: ([^<]+)<',
        html,
    )
    shown = tables(page)
    assert {title for _, title in links} == {*shown} and len(links) == html.count("<table")
    for name, title in links:
        content = (folder / ADDRESS / name).read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert rows == [row for row in shown[title] if len(row) > 1], name
    assert len(links) > 10


def test_the_files_are_kept_for_reading_without_network(folder: Path) -> None:
    kept = {one["path"] for one in json.loads((folder / "offline.json").read_bytes())["files"]}
    files = {f"{ADDRESS}{path.name}" for path in (folder / ADDRESS).glob("*.csv")}
    assert files and files <= kept


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+84 xã", "'+84 xã"),
        ("- dọn rác", "'- dọn rác"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1+1", "'  =1+1"),
        ("\t=1+1", "'\t=1+1"),
        ("\N{FULLWIDTH EQUALS SIGN}1+1", "'\N{FULLWIDTH EQUALS SIGN}1+1"),
        ("-3", "-3"),
        ("+2,5", "+2,5"),
        ("Thu gom = sạch", "Thu gom = sạch"),
        ("", ""),
    ],
)
def test_no_cell_of_a_file_is_a_formula(cell: str, written: str) -> None:
    rows = csv.reader(io.StringIO(spreadsheet(["Việc"], [[cell]]).decode("utf-8-sig"), newline=""))
    assert [*rows] == [["Việc"], [written]]


def test_english_has_the_same_numbers_and_rows() -> None:
    ledger = desk().ledger()
    vi, en = (dashboard(ledger, language).body for language in Language)
    assert numbers(vi) == numbers(en) and counted(vi) == counted(en)
    assert "by Ban Tuyên giáo (1), Ban Thường vụ (1)" in en
