"""What readers find, in a real browser: with and without diacritics, from anywhere, at any time."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, TypeAlias
from unicodedata import category, normalize

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page

from generator.base import fold
from generator.targets.build.inputs import Wish
from generator.targets.search import search_index
from generator.targets.site.site_build import build_site
from tests.benchmarks.corpus import write_corpus
from tests.benchmarks.shares import Plan
from tests.browser import PHONE, served
from tests.conftest import ROOT, run_bulletin
from tests.queries import PAIRS
from tests.shared import folder_of
from tests.sites import NOW, repository, site_of

AFTER_ALL = "2028-01-01T08:00+07:00"
CORPUS_NOW = "2026-11-01T12:00+07:00"
THOUSAND = Plan(records=1000, bulletins=20, seed=1)
CASES = json.loads((ROOT / "tests/fold.json").read_text("utf-8"))
RECORD_PAGE = re.compile(
    r"(events|messages|information|opinions|concerns|consultations|directives|network)/[A-Z]{2}-\d{4}-\d{4,}/"
)
Ask = Callable[..., "Answer"]


class Answer:
    """What the page says to one question: its status line, and the results in their order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.status = page.inner_text("#search-status")
        self.pages: list[str] = page.evaluate(
            "Promise.all(SearchPage.found.pages.map(async (one) =>"
            " (await SearchPage.index.result(one.page)).address))"
        )

    @property
    def shown(self) -> list[str]:
        return [one.inner_text() for one in self.page.query_selector_all("#search-results > li")]

    @property
    def standings(self) -> list[str]:
        found: list[str] = self.page.evaluate(
            "SearchPage.found.pages.map((one) => SearchPage.index.standing(one.page, Date.now()))"
        )
        return found


pytestmark = pytest.mark.large


@pytest.fixture(scope="module")
def exercise() -> Path:
    """The repository's own site, in folder y of folder x."""
    return site_of(repository(), NOW, "--no-pdf")


@pytest.fixture(scope="module")
def corpus() -> Path:
    """A thousand generated records."""
    return folder_of("thousand/workspace", lambda workspace: write_corpus(THOUSAND, workspace))


@pytest.fixture(scope="module")
def thousand(corpus: Path) -> Path:
    """Their site."""
    return site_of(corpus, CORPUS_NOW, "--no-pdf")


def asking(context: BrowserContext, root: str) -> Ask:
    """A page on which one question is typed after the other; opened anew for other filters."""
    page = context.new_page()
    said: list[str] = []
    chosen: list[dict[str, str]] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    def ask(query: str, **filters: str) -> Answer:
        if chosen[-1:] != [filters]:
            address = "&".join(f"{name}={value}" for name, value in filters.items())
            page.goto(f"{root}search/index.html?{address}")
            page.wait_for_function("() => SearchPage.found")
            chosen.append(filters)
        page.fill("#search-query", query)
        page.evaluate("SearchPage.found = null")
        page.press("#search-query", "Enter")
        page.wait_for_function(
            "() => SearchPage.found && (SearchPage.shown.length || !SearchPage.found.pages.length)"
        )
        assert said == []
        return Answer(page)

    return ask


@pytest.fixture
def ask(chromium: Browser, exercise: Path) -> Iterator[Ask]:
    """Questions to the repository's own site, at the moment it was built."""
    with served(exercise) as root:
        yield asking(_at(chromium, NOW), root)


def _at(chromium: Browser, moment: str) -> BrowserContext:
    context = chromium.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    context.clock.set_fixed_time(datetime.fromisoformat(moment))
    return context


def test_a_small_site_hands_over_its_index_at_once(chromium: Browser, exercise: Path) -> None:
    assert _parts_asked(chromium, exercise, "nước") == {"columns.js"}


def test_a_large_site_hands_over_what_is_asked(chromium: Browser, thousand: Path) -> None:
    asked = _parts_asked(chromium, thousand, "nước")
    there = sum(1 for _ in (thousand / "search/parts").iterdir())
    assert 3 <= len(asked) < there / 4


def _parts_asked(chromium: Browser, site: Path, query: str) -> set[str]:
    """The files of the index that a browser asks for, for one question."""
    with served(site) as root, _at(chromium, NOW) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{root}search/?q={query}")
        page.wait_for_selector("#search-results > li")
        return {one.rpartition("/")[2] for one in asked if "/search/parts/" in one}


# ── judged by what stands on the pages, not by the index ─────────────────────────────────────


def plain(text: str) -> str:
    bare = "".join(one for one in normalize("NFD", text) if category(one) != "Mn")
    return bare.replace("đ", "d").replace("Đ", "d").lower()


def words(text: str) -> set[str]:
    return set("".join(one if one.isalnum() else " " for one in plain(text)).split())


class Own(HTMLParser):
    """What a page says of itself: its content, not its controls and states, nor other pages."""

    INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "mark", "span", "strong", "time"})
    EMPTY = frozenset({"br", "img", "input", "hr", "wbr"})
    OTHERS = frozenset(
        ("related", "printed", "versions", "record", "sheets", "do-not-say", "history", "records")
    )
    OF_EVENTS = frozenset(("say", "rumours"))
    OF_BULLETINS = frozenset(("", "changes", "highlights", "happened"))
    TAGS = frozenset(("h2", "h3", "summary", "thead", "button", "script", "style", "svg"))
    CLASSES = frozenset(
        {"badge", "exercise-mark", "exercise-band", "part-label", "change-line", "cites"}
        | {"cite-note"}
        | {"record-line", "actions", "follow", "printed-at", "notice", "saved-copy"}
    )

    def __init__(self, page: str, html: str) -> None:
        super().__init__()
        self.page, self.said = page, list[str]()
        self.open: list[bool] = []
        self.heading, self.in_rows = "", 0
        self.feed(html[html.index("<main") : html.index("</main>")])

    @property
    def is_other(self) -> bool:
        if self.page.startswith("bulletins/"):
            return self.heading not in self.OF_BULLETINS
        own = self.OTHERS | (self.OF_EVENTS if self.page.startswith("events/") else frozenset())
        return self.heading in own

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        self.said.append("" if tag in self.INLINE else " ")
        if tag in self.EMPTY:
            return
        if tag == "h2":
            self.heading = about.get("id") or ""
        classes = set((about.get("class") or "").split())
        self.in_rows += tag == "dl" and "rows" in classes
        is_label = tag == "dt" and self.in_rows > 0
        is_unsaid = tag in self.TAGS or "hidden" in about or classes & self.CLASSES or is_label
        is_guide = self.page.startswith("guide/")
        self.open.append(bool(is_unsaid) and not is_guide)

    def handle_endtag(self, tag: str) -> None:
        self.said.append("" if tag in self.INLINE else " ")
        if tag not in self.EMPTY and self.open:
            self.open.pop()
        self.in_rows -= tag == "dl" and self.in_rows > 0

    def handle_data(self, data: str) -> None:
        if not (any(self.open) or self.is_other):
            self.said.append(data)


def said_on(site: Path) -> dict[str, set[str]]:
    """For each page of a record its words without diacritics."""
    pages = (path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html"))
    judged = filter(RECORD_PAGE.fullmatch, pages)
    return {one: words("".join(Own(one, html_of(site, one)).said)) for one in judged}


def html_of(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["exercise", "thousand"])
def test_every_page_that_says_the_words_is_found_in_both_forms(
    chromium: Browser, name: str, request: pytest.FixtureRequest
) -> None:
    site = request.getfixturevalue(name)
    said = said_on(site)
    asked = 0
    with served(site) as root:
        ask = asking(_at(chromium, NOW), root)
        for pair in PAIRS:
            relevant = {page for page, held in said.items() if words(pair[0]) <= held}
            asked += bool(relevant)
            for query in pair if relevant else ():
                answer = ask(query)
                missing = relevant - set(answer.pages)
                assert answer.status.startswith("Có "), query
                assert not missing, (query, len(relevant), sorted(missing)[:5])
    assert asked >= 20


def test_every_question_of_the_sixty_is_answered_somewhere(exercise: Path, thousand: Path) -> None:
    held = [*said_on(exercise).values(), *said_on(thousand).values()]
    assert [pair for pair in PAIRS if not any(words(pair[0]) <= one for one in held)] == []
    assert all(words(one) == words(other) for one, other in PAIRS)


# ── the order ────────────────────────────────────────────────────────────────────────────────


def test_a_full_id_finds_its_record_first(ask: Ask) -> None:
    for typed in ("ND-2026-0002", "nd-2026-0002", "ND 2026 0002", "nd20260002"):
        assert ask(typed).pages[0] == "messages/ND-2026-0002/", typed
    assert ask("BT-2026-0003/v1").pages[0] == "bulletins/BT-2026-0003/"


def test_words_typed_with_diacritics_come_before_words_that_only_look_alike(
    ask: Ask, exercise: Path
) -> None:
    answer = ask("hỏi")
    worths = answer.page.evaluate(
        "SearchPage.found.pages.map((one) => SearchPage.index.worth(one.page, Date.now()))"
    )
    by_worth: dict[int, list[bool]] = {}
    for page, worth in zip(answer.pages, worths, strict=True):
        if RECORD_PAGE.fullmatch(page) and worth:
            said = "".join(Own(page, html_of(exercise, page)).said).lower()
            by_worth.setdefault(worth, []).append("hỏi" in re.findall(r"\w+", said))
    assert any(True in exact and False in exact for exact in by_worth.values())
    assert all(exact == sorted(exact, reverse=True) for exact in by_worth.values()), by_worth


def test_what_is_in_force_stands_before_what_has_expired(chromium: Browser, thousand: Path) -> None:
    with served(thousand) as root:
        standings = asking(_at(chromium, CORPUS_NOW), root)("nội dung").standings
        later = asking(_at(chromium, AFTER_ALL), root)("nội dung").standings
    assert {"in_force", "expired"} <= set(standings)
    last = max(place for place, one in enumerate(standings) if one == "in_force")
    assert last < standings.index("expired")
    assert standings.index("expired") > max(n for n, one in enumerate(standings) if not one)
    assert "in_force" not in later


def test_a_message_expires_while_the_site_stays_as_it_was_built(
    chromium: Browser, exercise: Path
) -> None:
    with served(exercise) as root:
        now = asking(_at(chromium, NOW), root)("an toàn nước sinh hoạt")
        first = now.shown[0]
        ask_later = asking(_at(chromium, AFTER_ALL), root)
        later = ask_later("an toàn nước sinh hoạt")
        usable = [standing in ("", "coming", "in_force") for standing in later.standings]
        messages = ask_later("an toàn nước sinh hoạt", kind="messages")
    assert now.pages[0] == "messages/ND-2026-0002/"
    assert "Đang có hiệu lực" in first
    assert "Không dùng" not in first
    assert usable == sorted(usable, reverse=True)
    assert not usable[later.pages.index("messages/ND-2026-0002/")]
    expired = next(one for one in messages.shown if one.startswith("An toàn nước"))
    assert "Đã hết hiệu lực" in expired
    assert "Không dùng nội dung này." in expired


# ── what people ask ──────────────────────────────────────────────────────────────────────────

Question: TypeAlias = dict[str, Any]


@pytest.fixture(scope="module")
def begun() -> Path:
    """The site of the exercise with which `bulletin init --example` lets everybody begin."""
    return folder_of("begun", _begun) / "site"


def _begun(folder: Path) -> None:
    folder.mkdir(parents=True)
    for command in (("init", "--example", "."), ("build", "--no-pdf", "--out", "site")):
        ran = run_bulletin(folder, *command)
        assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize(
    ("place", "asked", "wrong"),
    [("exercise", "questions", 0.05), ("begun", "questions_example", 0.07)],
)
def test_natural_questions_find_the_page_that_answers(
    place: str, asked: str, wrong: float, chromium: Browser, request: pytest.FixtureRequest
) -> None:
    """Wanted of all 125: .95 first and .99 among the first three; measured: .952, and all."""
    questions = yaml.safe_load((ROOT / f"tests/{asked}.yml").read_text("utf-8"))
    with served(request.getfixturevalue(place)) as root:
        now = NOW if place == "exercise" else datetime.now(UTC).isoformat()
        missed, far = _misses(asking(_at(chromium, now), root), questions)
    assert len(missed) <= wrong * len(questions), missed
    assert len(far) <= 1, far


def _misses(ask: Ask, questions: list[Question]) -> tuple[list[object], list[object]]:
    """What has the wrong page first, and what has it not among the first three either."""
    missed, far = list[object](), list[object]()
    for question in sorted(questions, key=lambda one: str(one.get("filter"))):
        kind = {"kind": question["filter"]} if "filter" in question else {}
        pages = ask(question["ask"], **kind).pages[:3]
        if not set(pages[:1]) & set(question["first"]):
            missed.append((question["ask"], pages))
        if not set(pages) & set(question["first"]):
            far.append((question["ask"], pages))
    return missed, far


def test_the_message_in_force_is_offered_above_the_results(ask: Ask) -> None:
    page = ask("nuoc co uong duoc khong").page
    box = page.inner_text("#search-answer")
    for told in (
        "Nói gì lúc này",
        "An toàn nước sinh hoạt phường Sông Xanh",
        "nước máy đạt quy chuẩn, dùng được để ăn, uống như bình thường.",
        "Đang có hiệu lực, đến 0 giờ 00 ngày 30/12/2026",
        "Hỏi thêm: Ban Dân vận",
    ):
        assert told in box, (told, box)
    assert page.get_attribute("#search-answer a[href^='tel:']", "href") == "tel:02400000002"
    assert ask("ND-2026-0002").page.is_hidden("#search-answer")
    assert ask("xyzzy").page.is_hidden("#search-answer")


@pytest.mark.parametrize("moment", ["2026-11-20T08:00+07:00", AFTER_ALL])
def test_where_a_message_does_not_hold_or_the_clock_is_wrong_nothing_is_offered(
    chromium: Browser, exercise: Path, moment: str
) -> None:
    with served(exercise) as root:
        answer = asking(_at(chromium, moment), root)("nuoc co uong duoc khong")
    assert answer.page.is_hidden("#search-answer")
    assert "in_force" not in answer.standings
    assert not any("Đang có hiệu lực" in one for one in answer.shown)


def test_after_a_tap_on_search_one_types_at_once(chromium: Browser, exercise: Path) -> None:
    with served(exercise) as root:
        page = _at(chromium, NOW).new_page()
        page.goto(f"{root}messages/")
        page.click("a.bar-find")
        page.wait_for_selector("#search-query:focus")
        page.keyboard.type("nuoc")
        assert page.input_value("#search-query") == "nuoc"


def test_every_result_tells_its_state(ask: Ask) -> None:
    for asked, told in (
        ("TT-2026-0003", "Sai"),
        ("TT-2026-0004", "Đúng"),
        ("SV-2026-0001", "Theo dõi"),
        ("BX-2026-0001", "Đã kết thúc"),
        ("ND-2026-0001", "Đã được thay thế"),
        ("ND-2026-0002", "Đang có hiệu lực"),
    ):
        (shown,) = ask(asked).shown
        assert told in shown, (asked, shown)


STATES = re.compile(
    r"Đã hết hiệu lực|Chưa có hiệu lực|Lẽ ra đã có|Không dùng nội dung này|Nội dung cũ|Tải thẻ"
)


@pytest.mark.parametrize("moment", [NOW, "2026-12-25T08:00+07:00", "2027-06-15T08:00+07:00"])
def test_no_excerpt_says_other_than_its_badge(
    chromium: Browser, exercise: Path, moment: str
) -> None:
    """What time shows or hides, and what nobody may say, is no content to be found."""
    with served(exercise) as root:
        page = asking(_at(chromium, moment), root)("nước").page
        texts: list[dict[str, str]] = page.evaluate(
            "Promise.all(Array.from({length: SearchPage.index.columns.count},"
            " (_, number) => SearchPage.index.result(number)))"
        )
    records = [one for one in texts if RECORD_PAGE.fullmatch(one["address"])]
    assert len(records) > 20
    for one in records:
        assert not STATES.search(one["text"]), one
        assert "Nước không bao giờ có mùi trở lại" not in one["text"], one


# ── filters, and what else can be asked ──────────────────────────────────────────────────────


def test_each_filter_leaves_only_what_it_names(ask: Ask) -> None:
    everything = ask("nước").pages
    messages = ask("nước", kind="messages").pages
    assert messages
    assert messages == [one for one in everything if one.startswith("messages/")]
    rumours = ask("", kind="rumours").pages
    assert rumours
    assert all(one.startswith("information/") for one in rumours)
    of_event = ask("", event="SV-2026-0001").pages
    assert "events/SV-2026-0001/" in of_event
    assert "messages/ND-2026-0002/" in of_event
    assert set(ask("", now="1").standings) == {"in_force"}
    assert ask("nước", kind="guide", now="1").pages == []


def test_area_and_topic_are_filters_too(ask: Ask, exercise: Path) -> None:
    html = (exercise / "search/index.html").read_text("utf-8")
    for name in ("area", "topic"):
        select = html.partition(f'name="{name}"')[2].partition("</select>")[0]
        options = re.findall(r'<option value="([^"]+)"', select)
        listed = [one for one in options if (exercise / f"{name}s/{one}/index.html").is_file()]
        assert listed
        for one in listed:
            page = (exercise / f"{name}s/{one}/index.html").read_text("utf-8")
            links = set(re.findall(r'href="\.\./\.\./(\w+/[A-Z]{2}-\d{4}-\d{4}/)"', page))
            assert links <= set(ask("", **{name: one}).pages), one


def test_a_page_of_the_guide_and_a_rule_are_found(ask: Ask) -> None:
    asked = ask("phe duyet khong con gia tri", kind="guide")
    assert "guide/rules/BT402/" in asked.pages[:3]
    answer = ask("BT402")
    assert answer.pages[0] == "guide/rules/BT402/"
    assert answer.status.startswith("Không bản ghi nào có các từ này; phần hướng dẫn có ")
    assert not any(one.startswith("guide/") for one in ask("nước có dùng được không").pages)


def test_areas_topics_and_units_are_found_by_their_names(ask: Ask) -> None:
    assert any(one.startswith("areas/") for one in ask("phuong song xanh").pages)
    assert any(one.startswith("units/") for one in ask("ban dân vận").pages)


def test_where_no_page_holds_all_words_it_is_said_and_some_are_shown(ask: Ask) -> None:
    answer = ask("nước xyzzy")
    assert answer.status.startswith("Không có trang nào có đủ các từ này.")
    assert answer.shown
    nothing = ask("xyzzy")
    assert nothing.status.startswith("Không tìm thấy.")
    assert nothing.shown == []


def test_while_somebody_types_the_last_word_may_go_on(ask: Ask) -> None:
    page = ask("").page
    page.locator("#search-query").press_sequentially("kiem nghie")
    page.wait_for_function("() => SearchPage.shown.length > 0 && location.search.includes('nghie')")
    assert "<mark>nghiệm</mark>" in page.inner_html("#search-results")


def test_the_question_stands_in_the_address(ask: Ask) -> None:
    page = ask("nước", kind="messages").page
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == "nước"
    assert page.evaluate("new URLSearchParams(location.search).get('kind')") == "messages"
    page.reload()
    page.wait_for_function("() => SearchPage.shown && SearchPage.shown.length > 0")
    assert page.input_value("#search-query") == "nước"


def test_more_results_are_shown_with_the_keyboard(ask: Ask) -> None:
    page = ask("nước").page
    assert len(page.query_selector_all("#search-results > li")) == 10
    page.focus("#search-more")
    page.keyboard.press("Enter")
    page.wait_for_function("() => SearchPage.shown.length === 20")
    focused = page.evaluate("document.activeElement.closest('li') === SearchPage.shown[10].item")
    assert focused


# ── from anywhere ────────────────────────────────────────────────────────────────────────────


def test_it_works_below_another_address_and_from_a_folder(
    chromium: Browser, exercise: Path
) -> None:
    context = _at(chromium, NOW)
    with served(exercise.parent.parent) as root:
        below = asking(context, f"{root}x/y/")("dat quy chuan")
    folder = asking(context, f"{exercise.as_uri()}/")("dat quy chuan")
    assert below.pages
    assert below.pages == folder.pages
    page = folder.page
    page.click("#search-results a")
    page.wait_for_selector("main h1")
    assert page.url.startswith(f"{exercise.as_uri()}/")


def test_a_result_fits_a_narrow_phone(chromium: Browser, exercise: Path) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    with served(exercise) as root:
        page = asking(context, root)("nước", kind="messages").page
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_script_the_page_leads_to_the_lists(chromium: Browser, exercise: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    with served(exercise) as root:
        page = context.new_page()
        page.goto(f"{root}search/")
        assert "JavaScript" in page.inner_text("main")
        assert page.is_visible("main a[href='../messages/']")


# ── the table, the files ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_python_folds_as_the_table_says(case: dict[str, object]) -> None:
    found = fold.words(str(case["text"]))
    assert [one.fold for one in found] == case["fold"]
    assert [one.spelling for one in found] == case["spelling"]


def test_javascript_folds_as_the_table_says(chromium: Browser) -> None:
    page = chromium.new_page()
    page.add_script_tag(path=ROOT / "theme/assets/fold.js")
    found = page.evaluate(
        "(texts) => texts.map((text) => Fold.written(text)).map("
        "(words) => [words.map(Fold.fold), words.map(Fold.spelling)])",
        [case["text"] for case in CASES],
    )
    assert found == [[case["fold"], case["spelling"]] for case in CASES]


def test_one_more_edition_changes_the_last_segment_and_little_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is printed again tells a new day of issue, which is a word or two of an old segment."""
    monkeypatch.setattr(search_index, "SEGMENT", 64)
    corpus = tmp_path / "corpus"
    write_corpus(THOUSAND._replace(records=250), corpus)
    issued = sorted(
        json.loads(path.read_bytes())["issued_at"]
        for path in (corpus / "content/editions").rglob("v*.json")
    )
    before = _parts(corpus, issued[-2], tmp_path / "grown")
    after = _parts(corpus, issued[-1], tmp_path / "grown")
    assert after == _parts(corpus, issued[-1], tmp_path / "new")
    last = max((name.partition("-")[0] for name in after if name[0].isdigit()), key=int)
    assert int(last) >= 4
    early = {name for name in after if name[0].isdigit() and not name.startswith(f"{last}-")}
    assert len(early - before) < len(early) / 4
    texts = {name for name in after if name.startswith("t")}
    assert len(texts - before) < len(texts) / 4


def _parts(corpus: Path, at: str, out: Path) -> set[str]:
    build_site(corpus, Wish(at=at, with_pdf=False), out)
    return {path.name for path in (out / "search/parts").iterdir()}
