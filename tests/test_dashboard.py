"""The dashboard's numbers, counted a second time from the editions themselves."""

import json
import re
from collections import Counter
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import pytest

from generator.base.text import Language
from generator.issued import compile_ledger
from generator.model.edition.edition import Relation
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import Circulation
from generator.model.registry.signoff import Recall
from generator.views.context.page import Page
from generator.views.dashboard.figures import CountedRecords
from generator.views.dashboard.figures_reach import day_spread
from generator.views.dashboard.figures_work import Promise, promise_figures
from generator.views.site.all_pages import plan_site
from generator.workspace import DiskWorkspace
from tests.conftest import ROOT
from tests.exercise import INCLUDED, Desk, plan, record_files, text_of, week, with_concerns

Rows = list[list[str]]
FOLDER = ROOT / "content" / "editions"
RUNNING = datetime.fromisoformat("2026-11-24T09:00+07:00")  # before the exercise ended


class _Tables(HTMLParser):
    """The rows of each table, by its caption."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, Rows] = {}
        self.caption, self.rows, self.said = "", list[list[str]](), ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("caption", "th", "td"):
            self.said = ""

    def handle_data(self, data: str) -> None:
        self.said += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "caption":
            self.caption, self.rows = self.said, []
        elif tag in ("th", "td"):
            self.rows[-1].append(self.said)
        elif tag == "table":
            self.found[self.caption] = self.rows


def tables(page: Page) -> dict[str, Rows]:
    reader = _Tables()
    reader.feed(page.body)
    return reader.found


def dashboard(ledger: Ledger, language: Language = Language.VI) -> Page:
    planned = plan_site(ledger, language)
    return next(one for one in planned if one.address == "dashboard/").make()


def own_ledger() -> Ledger:
    return compile_ledger(DiskWorkspace(ROOT, RUNNING), Circulation.INTERNAL)[1]


class Frozen(NamedTuple):
    """The repository's editions as plain JSON, and each record as the newest of them has it."""

    editions: list[dict[str, Any]]
    records: dict[str, dict[str, Any]]

    def of(self, prefix: str) -> list[dict[str, Any]]:
        return [one for key, one in self.records.items() if key.startswith(prefix)]


@pytest.fixture(scope="module")
def frozen() -> Frozen:
    read = (json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*/v*.json"))
    editions = [one for one in read if datetime.fromisoformat(one["issued_at"]) <= RUNNING]
    editions.sort(key=lambda one: datetime.fromisoformat(one["issued_at"]))
    records = {key: one for edition in editions for key, one in edition["records"].items()}
    return Frozen(editions, records)


@pytest.fixture(scope="module")
def shown() -> dict[str, Rows]:
    return tables(dashboard(own_ledger()))


def column(rows: Rows, number: int) -> list[int]:
    return [int(row[number]) for row in rows[1:]]


def test_concerns_are_counted_by_topic_area_and_age(frozen: Frozen, shown: dict[str, Rows]) -> None:
    concerns = frozen.of("BX")
    open_ones = [one for one in concerns if not one.get("settled")]
    for caption in ("Vấn đề bức xúc theo lĩnh vực", "Vấn đề bức xúc theo địa bàn"):
        assert sum(column(shown[caption], 1)) == len(open_ones)
        assert sum(column(shown[caption], 2)) == len(concerns) - len(open_ones)
    newest = datetime.fromisoformat(frozen.editions[-1]["issued_at"]).date()
    ages = [(newest - date.fromisoformat(c["reported"]["from"])).days for c in open_ones]
    bands = Counter(min(n for n, end in enumerate((7, 30, 90, 10**6)) if a <= end) for a in ages)
    assert column(shown["Vấn đề đang mở đã bao lâu"], 1) == [bands[n] for n in range(4)]


def test_tasks_are_counted_by_unit_and_every_one_once(
    frozen: Frozen, shown: dict[str, Rows]
) -> None:
    tasks = [task for kind in ("SV", "BX") for one in frozen.of(kind) for task in one["tasks"]]
    doing = [done for one in frozen.of("SV") for done in one.get("doing", ())]
    rows = shown["Việc đã giao theo đơn vị"]
    assert rows[0] == ["Đơn vị", "Quá hạn", "Còn trong hạn", "Đã xong"]
    assert sum(sum(map(int, row[1:])) for row in rows[1:]) == len(tasks) + len(doing)
    assert sum(column(rows, 3)) == sum(task.get("status") == "done" for task in tasks) > 0
    newest = frozen.editions[-1]["issued_at"][:10]
    owed = [*(task for task in tasks if task.get("status") != "done"), *doing]
    assert sum(column(rows, 1)) == sum(one.get("due", "9999") < newest for one in owed)


def test_streams_are_counted_the_same_in_all_three_ways(
    frozen: Frozen, shown: dict[str, Rows]
) -> None:
    streams = [stream for one in frozen.of("DL") for stream in one["streams"]]
    for way in ("lĩnh vực", "khuynh hướng", "mức phổ biến"):
        rows = shown[f"Luồng ý kiến theo {way}"]
        assert sum(sum(map(int, row[1:])) for row in rows[1:]) == len(streams)
    leanings = Counter(stream["tendency"] for stream in streams)
    rows = shown["Luồng ý kiến theo khuynh hướng"]
    assert sum(column(rows, rows[0].index("Băn khoăn"))) == leanings["concerned"]


def test_forecasts_times_and_network_are_those_of_the_records(
    frozen: Frozen, shown: dict[str, Rows]
) -> None:
    forecasts = [f for kind in ("DL", "SV") for r in frozen.of(kind) for f in r.get("forecast", ())]
    outcomes = Counter(forecast.get("outcome") for forecast in forecasts)
    rows = shown["Dự báo theo khả năng và thực tế"]
    given = [outcomes[name] for name in ("happened", "partly", "did_not_happen")]
    assert [sum(column(rows, number)) for number in (1, 2, 3)] == given
    concluded = {
        one["id"]: (date.fromisoformat(step["on"]), date.fromisoformat(one["source"]["received"]))
        for one in frozen.of("TT")
        for step in reversed(one.get("verification", ()))
        if step["step"] == "concluded"
    }
    days = [(first - received).days for first, received in concluded.values()]
    times = shown["Số ngày xử lý thông tin"][1]
    assert times[1:5] == [str(len(days)), str(min(days)), f"{median(days):g}", str(max(days))]
    lines = frozen.of("LL")[0]["coverage"]
    printed = {tuple(map(int, row[1:4])) for row in shown["Tổ và cộng tác viên theo địa bàn"][1:]}
    assert printed == {(one["groups"], one["collaborators"], one["reporting"]) for one in lines}


def drawn_in(body: str) -> list[str]:
    return re.findall(r'<svg class="chart".*?<title id="chart-([^"]+)-name"', body)


def test_a_chart_prints_the_numbers_of_its_table_and_without_one_the_sentence_does() -> None:
    page = dashboard(own_ledger())
    panels = re.findall(r'<section class="panel".*?</section>', page.body, re.DOTALL)
    assert len(panels) == 11
    for panel in panels:
        drawn = panel.partition("<svg")[2].partition("</svg>")[0]
        told = re.findall(r'<p class="finding">([^<]+\.)</p>', panel)[0]
        shown = text_of(re.sub(r"<(title|desc).*?</\1>", "", drawn)) if drawn else told
        rows = next(iter(tables(page._replace(body=panel)).values()))
        numbers = {cell for row in rows[1:] for cell in row[1:] if cell.isdigit() and cell != "0"}
        assert numbers <= set(re.findall(r"\d+", shown)), (rows, shown)


@pytest.mark.parametrize(
    ("concerns", "drawn", "said"),
    [
        (4, [], "Môi trường: đang mở 4."),
        (
            5,
            ["concerns-topic", "concerns-area", "concerns-age"],
            "Đang mở nhiều nhất: Môi trường (5)",
        ),
    ],
)
def test_a_chart_is_drawn_from_five_cases(concerns: int, drawn: list[str], said: str) -> None:
    page = dashboard(with_concerns(concerns).ledger())
    assert drawn_in(page.body)[:3] == drawn
    assert ("map-open" in drawn_in(page.body)) is bool(drawn)
    told = re.search(r'id="concerns-topic".*?<p class="finding">([^<]+)<', page.body, re.DOTALL)
    assert told is not None and said in text_of(told[1])
    assert "Chấm là trung vị" not in page.body  # of one case nothing is drawn


def test_nobody_is_added_up_or_subtracted() -> None:
    """Persons stand only in numbers that a record prints: 27 - 21 and 27 + 25 are nobody's."""
    panel = dashboard(own_ledger()).body.partition('id="network-areas"')[2]
    assert not {"6", "5", "52", "41", "17"} & set(re.findall(r"\d+", text_of(panel)))


def test_the_page_is_as_of_the_newest_edition_and_not_of_the_build() -> None:
    desk = week()
    pages = {
        dashboard(desk.ledger(moment)).body
        for moment in ("2026-12-01T12:00+07:00", "2027-12-01T12:00+07:00")
    }
    assert len(pages) == 1
    assert "Tính đến 9 giờ 00 ngày 01/12/2026" in pages.pop()


def test_without_an_edition_there_are_no_figures() -> None:
    page = dashboard(Ledger((), {}, datetime.fromisoformat("2026-12-01T12:00+07:00")))
    assert "Chưa có số liệu." in page.body and "<svg" not in page.body


def test_each_chart_without_records_says_so() -> None:
    desk = Desk(record_files() | plan("BT-2026-0001", ["VB-2026-0001"]))
    desk.issue("BT-2026-0001")
    page = dashboard(desk.ledger())
    assert page.body.count("Chưa có số liệu.") == 9
    assert drawn_in(page.body) == []


def test_what_was_exercised_does_not_count_beside_the_actual() -> None:
    desk = Desk(record_files() | plan("BT-2026-0001", ["BX-2026-0001"], mode="exercise"))
    desk.issue("BT-2026-0001")
    alone = dashboard(desk.ledger())
    assert desk.ledger().is_exercise and "Có 1 vấn đề bức xúc" in alone.body
    desk.files |= plan("BT-2026-0002", ["LL-2026-0001"])
    desk.issue("BT-2026-0002")
    beside = dashboard(desk.ledger())
    assert not desk.ledger().is_exercise and "vấn đề bức xúc, trong" not in beside.body
    assert "Không đếm nội dung phát hành để diễn tập." in beside.body


def test_withdrawn_and_recalled_records_do_not_count() -> None:
    desk = Desk(record_files() | plan("BT-2026-0001", INCLUDED))
    desk.issue("BT-2026-0001")
    assert "tất cả đã giải quyết" in dashboard(desk.ledger()).body
    recall = Recall.model_validate(
        {
            "record": "BX-2026-0001",
            "unit": "dan-van",
            "office": "truong-ban",
            "at": "2026-12-01T20:00+07:00",
            "reason": "Ghi nhầm.",
        }
    )
    recalled = desk.ledger("2026-12-02T08:00+07:00", recall)
    assert "tất cả đã giải quyết" not in dashboard(recalled).body
    desk.issue("BT-2026-0001", Relation.WITHDRAWAL, "Phát hành nhầm.")
    assert "tất cả đã giải quyết" not in dashboard(desk.ledger()).body


PROMISES = {
    "doing, due tomorrow": ("2026-12-02", "doing", "doing", Promise.RUNNING),
    "doing, due on the day": ("2026-12-01", "doing", "doing", Promise.RUNNING),
    "doing, due before": ("2026-11-30", "doing", "doing", Promise.OVERDUE),
    "done when first printed": ("2026-12-01", "done", "done", Promise.DONE),
    "done, printed as done after its day": ("2026-11-30", "doing", "done", Promise.DONE),
}


@pytest.mark.parametrize("name", PROMISES)
def test_a_bulletin_that_comes_late_makes_no_work_late(name: str) -> None:
    due, first, then, expected = PROMISES[name]
    files = record_files()
    desk = Desk(files | plan("BT-2026-0001", ["BX-2026-0001"]))
    desk.change("BX-2026-0001", "due: 2026-12-30, status: doing", f"due: {due}, status: {first}")
    desk.issue("BT-2026-0001")
    desk.change("BX-2026-0001", f"status: {first}", f"status: {then}")
    desk.files |= plan("BT-2026-0002", ["BX-2026-0001"])
    desk.issue("BT-2026-0002")
    totals = promise_figures(CountedRecords(desk.ledger())).totals
    assert totals == tuple(int(one is expected) for one in Promise)


def test_days_are_summed_up_by_median_and_quartiles() -> None:
    assert day_spread([]) is None and day_spread([-3]) is None
    assert day_spread([4]) == (1, 4, 4, 4, 4, 4)
    assert day_spread([1, 2, 3, 4, 100]) == (5, 1, 2, 3, 4, 100)


def test_hostile_names_stay_text_on_the_page() -> None:
    hostile = "</svg><script>alert(1)</script>"
    files = record_files()
    desk = Desk(files | plan("BT-2026-0001", INCLUDED))
    registry = desk.files.setdefault("content/registry/topics.yml", "")
    assert not registry
    desk.files["content/registry/topics.yml"] = (
        f"topics: [{{id: moi-truong, name: '{hostile}'}}]\n"
        "document_types: [{id: chuong-trinh, name: Chương trình}]\n"
    )
    desk.issue("BT-2026-0001")
    body = dashboard(desk.ledger()).body
    assert "<script" not in body
    assert body.count("&lt;/svg&gt;&lt;script&gt;") > 2


def test_the_key_follows_what_the_page_shows() -> None:
    def keyed(desk: Desk) -> tuple[str, str]:
        planned = plan_site(desk.ledger(), Language.VI)
        one = next(one for one in planned if one.address == "dashboard/")
        return one.key, one.make().body

    desk = week()
    before = keyed(desk)
    assert keyed(week()) == before
    desk.files |= plan("BT-2026-0003", ["LL-2026-0001"])
    desk.issue("BT-2026-0003")
    after = keyed(desk)
    assert before[0] != after[0] and before[1] != after[1]


def test_english_speaks_of_the_same_numbers() -> None:
    ledger = own_ledger()
    vi, en = (dashboard(ledger, language) for language in Language)
    assert [[row[1:] for row in rows[1:]] for rows in tables(vi).values()][4] == [
        [row[1:] for row in rows[1:]] for rows in tables(en).values()
    ][4]
    assert "Có 2 vấn đề" not in en.body and "Concerns: 2, of which open: 1." in en.body


def test_the_text_of_charts_is_searched_before_it_is_published(tmp_path: Path) -> None:
    """The last look reads drawings as well: their labels are text."""
    from generator.targets.build.output_guard import texts_of_html  # noqa: PLC0415  only this test

    assert "Ông Nguyễn Văn A" in texts_of_html("<svg><text x='1'>Ông Nguyễn Văn A</text></svg>")
