"""What readers see at the moment of reading, in a real browser with a clock of its own, offline."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

from generator.model.edition.edition import Relation
from generator.targets.build.inputs import Wish
from generator.targets.site.site_build import build_site
from tests.browser import DESK, PHONE, served
from tests.conftest import ROOT
from tests.exercise import BODIES, Desk, Files, plan, week
from tests.shared import folder_of
from tests.support import REGISTRY

BUILT = "2026-12-02T08:00:00+07:00"
NEWS = "messages/ND-2026-0001/"  # in force from 1/12 to 20/12 8 giờ, its update due on 3/12 17 giờ
COMING = "messages/ND-2026-0002/"  # in force from 5/12
RECALLED = "messages/ND-2026-0003/"
NEWEST, OLD = "bulletins/BT-2026-0002/v2/", "bulletins/BT-2026-0002/v1/"
SAID = "Nước đạt quy chuẩn và dùng được."
FROM, UNTIL = "2026-12-01T08:00+07:00", "2026-12-20T08:00+07:00"
RECALL = """record: ND-2026-0003
unit: dan-van
office: truong-ban
at: 2026-12-02T07:00+07:00
reason: Có kết quả mới.
instead: ND-2026-0001
"""


def message(record_id: str, start: str) -> Files:
    head = f"id: {record_id}\ntitle: Tiêu đề {record_id}\nunit: dan-van\ncreated: 2026-11-28\n"
    body = BODIES["message/2026/ND-2026-0001"].replace(FROM, start)
    return {f"content/records/message/2026/{record_id}.yml": head + body}


def desk() -> Desk:
    """A week with a message in force, one that is coming, and one that is recalled."""
    held = week()
    held.files |= message("ND-2026-0002", "2026-12-05T08:00+07:00")
    held.files |= message("ND-2026-0003", FROM)
    held.files |= plan("BT-2026-0003", ["ND-2026-0002", "ND-2026-0003"], "quick", "exercise")
    held.issue("BT-2026-0003")
    held.files["content/recalls/ND-2026-0003.yml"] = RECALL
    return held


def written(files: Files, folder: Path) -> Path:
    """A workspace with these files and the guide of this repository."""
    shutil.copytree(ROOT / "content" / "guide", folder / "content" / "guide", dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for path, content in {**REGISTRY, **files}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def build(files: Files, workspace: Path, moment: str) -> Path:
    build_site(written(files, workspace), Wish(at=moment, with_pdf=False), workspace / "site")
    return workspace / "site"


@pytest.fixture(scope="module")
def folder() -> Path:
    return folder_of("reading", lambda at: build(desk().files, at, BUILT)) / "site"


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address


@dataclass
class Reader:
    """Somebody with a page before them, a clock, and what the browser complained of."""

    page: Page
    complaints: list[str]

    def go_offline(self) -> None:
        self.page.wait_for_load_state("networkidle")
        self.page.context.set_offline(True)

    def wait_until(self, moment: str) -> None:
        """The device's clock jumps, as after a night in a pocket, and then a minute passes."""
        self.page.clock.set_system_time(moment)
        self.page.clock.run_for(60_000)

    def badge(self) -> Locator:
        return self.page.locator(".record-line .badge[data-state]").first

    def instruction(self) -> Locator:
        return self.page.locator("main details.instruction").first

    def is_closed(self) -> bool:
        return not self.instruction().evaluate("one => one.open")


@contextmanager
def reader(
    chromium: Browser, address: str, now: str = BUILT, *, scripts: bool = True
) -> Iterator[Reader]:
    width, height = PHONE
    context: BrowserContext = chromium.new_context(
        viewport={"width": width, "height": height},
        timezone_id="Asia/Ho_Chi_Minh",
        java_script_enabled=scripts,
    )
    page = context.new_page()
    complaints: list[str] = []

    def complain(said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            complaints.append(said.text)

    page.on("console", complain)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.clock.install(time=now)
    page.goto(address)
    yield Reader(page, complaints)
    assert complaints == []
    context.close()


# ── time passes ──────────────────────────────────────────────────────────────────────────────


def test_a_message_expires_before_the_readers_eyes_without_network(
    chromium: Browser, site: str
) -> None:
    with reader(chromium, site + NEWS) as one:
        expect(one.badge()).to_have_text("Đang có hiệu lực, đến 8 giờ 00 ngày 20/12/2026")
        assert not one.is_closed()
        expect(one.page.get_by_text(SAID)).to_be_visible()
        one.go_offline()
        one.page.clock.set_system_time("2026-12-20T07:59:40+07:00")
        one.page.clock.run_for(60_000)
        assert one.is_closed()
        expect(one.badge()).to_have_text("Hết hiệu lực từ 8 giờ 00 ngày 20/12/2026")
        expect(one.badge()).to_have_class(re.compile("badge-bad"))
        expect(one.page.get_by_text(SAID)).to_be_hidden()
        stop = one.page.locator(".notice-stop", has_text="Đã hết hiệu lực lúc 8 giờ 00")
        expect(stop).to_be_visible()
        expect(one.page.locator("#reading-time .unseen")).to_contain_text("Không dùng nội dung này")
        expect(one.page.locator("summary").first).to_be_visible()
        one.page.locator("summary").first.click()
        expect(one.page.get_by_text(SAID)).to_be_visible()
        one.page.clock.run_for(90_000)
        assert not one.is_closed(), "what a reader opens stays open"


def test_a_page_that_is_opened_after_the_end_is_closed_at_once(
    chromium: Browser, site: str
) -> None:
    for address in (NEWS, NEWEST, "events/SV-2026-0001/"):
        with reader(chromium, site + address, "2027-01-05T08:00:00+07:00") as one:
            for details in one.page.locator("main details.instruction").all():
                assert not details.evaluate("one => one.open"), address
            assert one.page.locator("main details.instruction").count() > 0


def test_the_last_instant_of_validity_still_counts(chromium: Browser, site: str) -> None:
    with reader(chromium, site + NEWS, "2026-12-20T07:59:00+07:00") as one:
        one.page.clock.pause_at("2026-12-20T08:00:00+07:00")
        one.page.evaluate("document.dispatchEvent(new Event('reading'))")
        expect(one.badge()).to_have_attribute("data-state", "in-force")
        one.page.clock.pause_at("2026-12-20T08:00:01+07:00")
        one.page.evaluate("document.dispatchEvent(new Event('reading'))")
        expect(one.badge()).to_have_attribute("data-state", "expired")


def test_coming_back_to_the_page_looks_at_the_clock_again(chromium: Browser, site: str) -> None:
    with reader(chromium, site + NEWS) as one:
        one.page.clock.set_system_time("2026-12-21T08:00:00+07:00")
        one.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert one.is_closed()


def test_a_coming_message_comes_into_force(chromium: Browser, site: str) -> None:
    with reader(chromium, site + COMING) as one:
        expect(one.badge()).to_have_text("Sắp có hiệu lực, dùng từ 8 giờ 00 ngày 05/12/2026")
        early = one.page.get_by_text("Chưa có hiệu lực; dùng từ 8 giờ 00 ngày 05/12/2026.")
        expect(early).to_be_visible()
        one.go_offline()
        one.wait_until("2026-12-05T08:00:00+07:00")
        expect(one.badge()).to_have_text("Đang có hiệu lực, đến 8 giờ 00 ngày 20/12/2026")
        expect(early).to_be_hidden()


AGES = {  # each moment of reading: how long ago the page says its last issue was on 1/12
    "2026-12-02T07:00:00+07:00": "",  # earlier than the build: the clock is wrong
    "2026-12-02T13:30:00+07:00": " (hôm qua)",
    "2026-12-03T00:10:00+07:00": " (2 ngày trước)",
    "2027-12-01T12:00:00+07:00": " (365 ngày trước)",
}


@pytest.mark.parametrize("now", AGES)
def test_a_page_says_how_long_ago_it_was_brought_up_to_date(
    chromium: Browser, site: str, now: str
) -> None:
    for address in ("", NEWS, NEWEST, "events/", "events/SV-2026-0001/"):
        with reader(chromium, site + address, now) as one:
            expect(one.page.locator("h1 + .as-of")).to_have_text(
                re.compile(rf"^Cập nhật \d+ giờ 00 ngày 01/12/2026{re.escape(AGES[now])}$")
            )


def test_within_a_day_hours_are_counted(chromium: Browser, site: str) -> None:
    with reader(chromium, site, BUILT) as one:
        expect(one.page.locator(".as-of")).to_have_text(re.compile(r" \(20 giờ trước\)$"))
        one.wait_until("2026-12-02T13:00:00+07:00")
        expect(one.page.locator(".as-of")).to_have_text(re.compile(r" \(hôm qua\)$"))


def test_without_scripts_a_page_still_says_as_of_when(chromium: Browser, site: str) -> None:
    with reader(chromium, site + NEWS, scripts=False) as one:
        said = one.page.locator("h1 + .as-of")
        expect(said).to_have_text(re.compile(r"^Cập nhật \d+ giờ 00 ngày 01/12/2026$"))
    for address in ("search/", "corrections/"):
        with reader(chromium, site + address, scripts=False) as one:
            expect(one.page.locator(".as-of")).to_have_count(0)


def test_the_page_of_an_old_bulletin_leads_to_the_newest_that_the_site_has(
    chromium: Browser, folder: Path, site: str
) -> None:
    facts = (folder / "assets/site.js").read_text("utf-8")
    assert '"quick":["BT-2026-0003"' in facts
    later = facts.replace('"quick":["BT-2026-0003"', '"quick":["BT-2026-0009"')
    with reader(chromium, site) as one:
        # What a service worker fetches is not routed.
        one.page.evaluate("navigator.serviceWorker?.ready.then((worker) => worker.unregister())")
        one.page.route("**/assets/site.js", lambda route: route.fulfill(body=later))
        one.page.goto(site + NEWEST)
        newest = one.page.locator(".notice a", has_text="BT-2026-0003")
        expect(newest).to_have_attribute("href", re.compile("/BT-2026-0009/$"))
        one.page.evaluate("navigator.serviceWorker?.ready.then((worker) => worker.unregister())")
        one.page.unroute("**/assets/site.js")
        one.page.goto(site + OLD)
        expect(newest).to_have_attribute("href", re.compile("/BT-2026-0003/$"))


def test_every_page_names_whose_bulletin_it_is(chromium: Browser, site: str) -> None:
    with reader(chromium, site) as one:
        expect(one.page.locator("h1 ~ .owners")).to_have_text(
            "Bản tin phối hợp · Ban Tuyên giáo, Ban Dân vận"
        )
        for address in (NEWS, "search/"):
            one.page.goto(site + address)
            owners = one.page.locator(".bar-home .bar-owners")
            expect(owners).to_be_hidden()
            one.page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
            expect(owners).to_have_text("Ban Tuyên giáo, Ban Dân vận")
            one.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})


def test_recent_is_counted_from_the_moment_of_reading(chromium: Browser, site: str) -> None:
    with reader(chromium, site) as one:
        alerts = one.page.locator("section.alerts")
        expect(alerts).to_be_visible()
        expect(alerts).to_contain_text("ngày 01/12/2026")
        one.wait_until("2026-12-15T11:30:00+07:00")  # a correction was issued on 1/12 at 11
        expect(alerts.locator("li", has_text="Số mẫu đúng là 12.")).to_be_hidden()
        one.wait_until("2027-12-15T08:00:00+07:00")
        expect(alerts).to_be_hidden()


def test_cards_of_the_front_page_move_to_where_they_belong(chromium: Browser, site: str) -> None:
    with reader(chromium, site) as one:
        part = {name: one.page.locator(f"[data-holds={name}]") for name in ("in-force", "coming")}
        gone = one.page.locator("[data-holds=expired]")
        expect(part["in-force"].locator(".card")).to_have_count(1)
        expect(part["coming"].locator(".card")).to_have_count(1)
        expect(gone).to_be_hidden()
        one.go_offline()
        one.wait_until("2026-12-06T08:00:00+07:00")
        expect(part["in-force"].locator(".card")).to_have_count(2)
        expect(part["coming"]).to_be_hidden()
        one.wait_until("2026-12-20T08:00:01+07:00")
        expect(gone.locator(".card")).to_have_count(2)
        expect(gone.get_by_role("heading", name="Vừa hết hiệu lực")).to_be_visible()
        expect(one.page.get_by_text("Không có nội dung nào đang có hiệu lực.")).to_be_visible()
        expect(gone.get_by_text(SAID).first).to_be_hidden()
        expect(gone.locator(".badge-bad").first).to_have_text(re.compile("^Hết hiệu lực từ"))


# ── what was due ─────────────────────────────────────────────────────────────────────────────


DUE = [
    (NEWS, "2026-12-03T17:00:00+07:00", "Lẽ ra đã có nội dung mới hơn lúc 17 giờ 00"),
    ("events/SV-2026-0001/", "2026-12-03T17:00:00+07:00", "Lẽ ra đã có cập nhật về sự việc này"),
    ("", "2026-12-08T17:00:00+07:00", "Lẽ ra đã có bản tin tiếp theo lúc 17 giờ 00"),
    ("bulletins/BT-2026-0003/", "2026-12-08T17:00:00+07:00", "Lẽ ra đã có bản tin tiếp theo lúc"),
    (NEWEST, "2026-12-20T08:00:00+07:00", "đã hết hiệu lực từ 8 giờ 00 ngày 20/12/2026"),
]


@pytest.mark.parametrize(("address", "due", "said"), DUE)
def test_a_reader_learns_that_something_newer_was_due(
    chromium: Browser, site: str, address: str, due: str, said: str
) -> None:
    with reader(chromium, site + address) as one:
        one.go_offline()
        notice = one.page.locator(".notice-due", has_text=said)
        one.page.clock.pause_at(due)
        one.page.evaluate("document.dispatchEvent(new Event('reading'))")
        expect(notice).to_be_hidden()
        one.page.clock.run_for(60_000)
        expect(notice).to_be_visible()


def test_a_promise_that_was_kept_is_not_asked_for(chromium: Browser, site: str) -> None:
    """BT-2026-0003 came after BT-2026-0002, both quick; an older version owes nothing either."""
    for address in (NEWEST, OLD):
        with reader(chromium, site + address, "2026-12-09T08:00:00+07:00") as one:
            assert one.page.get_by_text("Lẽ ra đã có bản tin tiếp theo").count() == 0


def test_what_has_expired_is_not_waited_for(chromium: Browser, site: str) -> None:
    with reader(chromium, site + NEWS, "2026-12-21T08:00:00+07:00") as one:
        expect(one.page.locator(".notice-due")).to_be_hidden()


# ── the device's clock ───────────────────────────────────────────────────────────────────────


def test_a_clock_before_the_build_is_told_and_nothing_is_called_in_force(
    chromium: Browser, site: str
) -> None:
    for address in (NEWS, ""):
        with reader(chromium, site + address, "2020-01-01T00:00:00+07:00") as one:
            warned = one.page.locator("#reading-time")
            expect(warned).to_contain_text("Ngày giờ trên máy này sớm hơn lúc lập trang")
            expect(warned).to_contain_text("8 giờ 00 ngày 02/12/2026")
            expect(one.page.locator("#reading-time .notice")).to_be_visible()
            assert one.page.locator("[data-state=in-force], [data-state=coming]").count() == 0
            for claim in ("Đang có hiệu lực,", "Được dùng lúc này", "Không có nội dung nào đang"):
                assert claim not in one.page.locator("main").inner_text()
            expect(one.page.locator("main .badge[data-state=doubt]").first).to_have_text(
                re.compile("^Có hiệu lực")
            )
            one.wait_until("2026-12-02T09:00:00+07:00")
            expect(one.page.locator("#reading-time .notice")).to_have_count(0)
            assert one.page.locator("[data-state=in-force]").count() > 0


def test_a_clock_that_is_a_minute_slow_is_no_wrong_clock(chromium: Browser, site: str) -> None:
    with reader(chromium, site + NEWS, "2026-12-02T07:59:00+07:00") as one:
        expect(one.page.locator("#reading-time .notice")).to_have_count(0)


def test_what_was_over_at_the_build_stays_over_whatever_the_clock_says(
    chromium: Browser, tmp_path: Path
) -> None:
    late = build(desk().files, tmp_path, "2027-01-05T08:00:00+07:00")
    with served(late) as site, reader(chromium, site + NEWS, "2026-12-10T08:00:00+07:00") as one:
        expect(one.badge()).to_have_attribute("data-state", "expired")
        assert one.is_closed()


# ── without script, and without a server ─────────────────────────────────────────────────────


def test_without_script_absolute_times_stand_first_and_nothing_claims_now(
    chromium: Browser, site: str
) -> None:
    with reader(chromium, site + NEWS, scripts=False) as one:
        text = one.page.locator("main").inner_text()
        first = text.index("Có hiệu lực đến 8 giờ 00 ngày 20/12/2026")
        times = text.index("Từ 8 giờ 00 ngày 01/12/2026 đến 8 giờ 00 ngày 20/12/2026")
        assert first < times < text.index(SAID)
        assert "Đang có hiệu lực" not in text


@pytest.mark.parametrize("address", [RECALLED, OLD, "bulletins/BT-2026-0003/"])
def test_without_script_what_is_out_of_use_is_closed(
    chromium: Browser, site: str, address: str
) -> None:
    with reader(chromium, site + address, scripts=False) as one:
        closed = one.page.locator("main details.instruction-out")
        assert closed.count() > 0
        for details in closed.all():
            assert not details.get_attribute("open")
            expect(details.locator(":scope > summary")).to_be_visible()
            words = details.locator("ol.say, .spoken, dl.answers, .sentence, .prose")
            expect(words.first).to_be_hidden()
    with reader(chromium, site + NEWS, scripts=False) as one:
        expect(one.page.get_by_text(SAID)).to_be_visible()
        expect(one.page.locator("summary").first).to_be_hidden()


def test_a_recalled_message_comes_to_life_at_no_time(chromium: Browser, site: str) -> None:
    with reader(chromium, site + RECALLED, "2026-12-10T08:00:00+07:00") as one:
        assert one.is_closed()
        expect(one.page.get_by_text("Đã thu hồi lúc 7 giờ 00 ngày 02/12/2026")).to_be_visible()
        assert one.page.locator(".record-line .badge").first.inner_text() == "Đã thu hồi"


def test_it_works_from_a_stick(chromium: Browser, folder: Path) -> None:
    stick = (folder / NEWS / "index.html").as_uri()
    with reader(chromium, stick, "2026-12-21T08:00:00+07:00") as one:
        expect(one.badge()).to_have_text("Hết hiệu lực từ 8 giờ 00 ngày 20/12/2026")
        assert one.is_closed()


def test_the_site_works_below_a_folder_and_says_when_it_was_made(
    chromium: Browser, folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "x" / "y")
    with served(tmp_path) as host, reader(chromium, f"{host}x/y/{NEWS}") as one:
        assert one.page.evaluate("self.bulletin.built") == "2026-12-02T01:00:00+00:00"
        expect(one.badge()).to_have_attribute("data-state", "in-force")


# ── since the last visit ─────────────────────────────────────────────────────────────────────


def visit(one: Reader) -> Locator:
    return one.page.locator("#visits")


def test_a_reader_who_comes_back_sees_what_is_new(chromium: Browser, tmp_path: Path) -> None:
    held = desk()
    files = {**held.files}
    build(files, tmp_path, BUILT)
    with served(tmp_path / "site") as site, reader(chromium, site) as one:
        expect(visit(one)).to_be_hidden()
        held.change("TT-2026-0001", "12 mẫu", "13 mẫu")
        held.issue("BT-2026-0002", Relation.CORRECTION, "Số mẫu đúng là 13.")
        build(held.files, tmp_path, "2026-12-02T09:00:00+07:00")
        one.page.clock.set_system_time("2026-12-02T09:30:00+07:00")
        one.page.reload()
        one.go_offline()
        expect(visit(one)).to_be_visible()
        expect(visit(one).locator("li:visible")).to_have_count(1)
        expect(visit(one)).to_contain_text("Thay đổi từ lần xem trước: 1 mục")
        expect(visit(one).locator("li:visible")).to_contain_text("BT-2026-0002/v3")
        one.page.get_by_role("button", name="Đánh dấu đã xem").click()
        expect(visit(one).locator("li:visible")).to_have_count(0)
        one.page.context.set_offline(False)
        one.page.reload()
        expect(visit(one)).to_be_hidden()


def test_a_recall_that_is_dated_back_is_new_all_the_same(chromium: Browser, tmp_path: Path) -> None:
    files = {**desk().files}
    recall = files.pop("content/recalls/ND-2026-0003.yml")
    build(files, tmp_path, BUILT)
    with served(tmp_path / "site") as site, reader(chromium, site) as one:
        early = str(recall).replace("2026-12-02T07:00", "2026-12-01T12:30")
        build({**files, "content/recalls/ND-2026-0003.yml": early}, tmp_path, BUILT)
        one.page.reload()
        expect(visit(one).locator("li:visible")).to_contain_text("Thu hồi Tiêu đề ND-2026-0003")


def test_a_browser_that_keeps_nothing_says_nothing(chromium: Browser, site: str) -> None:
    denied = "Object.defineProperty(self, 'localStorage', {get() {throw new Error('denied')}})"
    with reader(chromium, site) as one:
        one.page.add_init_script(denied)
        one.page.reload()
        expect(visit(one)).to_be_hidden()


def test_the_last_visit_is_kept_on_a_stick_too(chromium: Browser, folder: Path) -> None:
    with reader(chromium, (folder / "index.html").as_uri()) as one:
        one.page.evaluate("for (const key in localStorage) localStorage[key] = '[]'")
        one.page.reload()
        expect(visit(one).locator("li:visible")).to_have_count(0)
        visit(one).locator("summary").click()
        expect(visit(one).locator("li:visible")).to_have_count(5)


# ── the look ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_no_state_of_a_page_is_wider_than_its_window(
    chromium: Browser, site: str, size: tuple[int, int]
) -> None:
    for now in (BUILT, "2020-01-01T00:00:00+07:00", "2026-12-21T08:00:00+07:00"):
        for address in ("", NEWS, NEWEST):
            with reader(chromium, site + address, now) as one:
                one.page.set_viewport_size({"width": size[0], "height": size[1]})
                wide = one.page.evaluate("document.documentElement.scrollWidth")
                assert wide <= size[0], (address, now)
