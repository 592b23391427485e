"""What pages and documents say: everything that was issued, nothing that is withheld, safely."""

import re
from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from itertools import pairwise
from posixpath import join, normpath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.base.text import Language
from generator.base.times import day_text, moment_text
from generator.model.edition.edition import Edition, Relation
from generator.model.ledger.ledger import Ledger
from generator.model.record.scalars import Prose
from generator.model.registry.signoff import Recall
from generator.views.bulletin.document import Document, document
from generator.views.catalogue.labels import labels
from generator.views.changes.change_list import change_sentences
from generator.views.changes.word_diff import word_runs
from generator.views.context.addresses import SECTIONS
from generator.views.context.corrections import corrections_before
from generator.views.context.page import Page
from generator.views.site.all_pages import plan_site
from tests.exercise import INCLUDED, Desk, plan, record_files, text_of, week
from tests.support import REGISTRY

VI, EN = Language.VI, Language.EN
WITHHELD = "Cắt nước đêm thứ bảy lúc hai mươi hai giờ."
RUMOUR = "Có tin nói nước chứa chất thải."


@pytest.fixture(scope="module")
def desk() -> Desk:
    return week()


@pytest.fixture(scope="module")
def pages(desk: Desk) -> dict[str, Page]:
    return pages_of(desk.ledger())


def pages_of(ledger: Ledger, language: Language = VI) -> dict[str, Page]:
    return {planned.address: planned.make() for planned in plan_site(ledger, language)}


def document_of(desk: Desk, number: int) -> Document:
    """The edition issued as this one, with the version before it and what was corrected."""
    edition = desk.editions[number]
    before = [e for e in desk.editions[:number] if e.bulletin == edition.bulletin]
    since = corrections_before(desk.ledger())[edition.digest]
    return document(edition, VI, before[-1] if before else None, since)


def said(shown: Document) -> str:
    html = " ".join(f"<h2>{one.title}</h2>{one.html}" for one in shown.sections)
    return " ".join([text_of(html), *shown.recipients, shown.title, shown.change_note or ""])


def texts(model: BaseModel) -> Iterator[str]:
    """Every text that an editor wrote in a record, wherever it stands."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from texts(one)
            elif type(one) in (str, Prose) and one not in ("", model_id(model)):
                yield " ".join(one.split())


def model_id(model: BaseModel) -> str:
    return str(getattr(model, "id", ""))


def texts_of(edition: Edition) -> set[str]:
    records = [edition.record(one) for one in edition.records]
    return {text for model in (edition.bulletin_plan, *records) for text in texts(model)}


# ── documents ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("number", [0, 1, 2], ids=["periodic", "quick", "corrected"])
def test_every_text_of_an_edition_appears_in_its_document(desk: Desk, number: int) -> None:
    shown = said(document_of(desk, number))
    expected = texts_of(desk.editions[number])
    assert len(expected) > 40
    assert not [text for text in expected if text not in shown]


@pytest.mark.parametrize("kind", ["periodic", "quick"])
def test_a_document_prints_each_record_in_whatever_kind_of_bulletin(kind: str) -> None:
    desk = Desk(record_files() | plan("BT-2026-0003", INCLUDED, kind))
    edition = desk.issue("BT-2026-0003")
    shown = said(document(edition, VI, None))
    assert not [text for text in texts_of(edition) if text not in shown]


def test_a_periodic_bulletin_keeps_the_order_of_the_specification(desk: Desk) -> None:
    assert [one.id for one in document_of(desk, 0).sections] == [
        *("highlights", "corrections", "events", "streams", "rumours", "forecast", "messages"),
        *("questions", "differing", "consultations", "proposals", "work", "directives"),
        *("network", "basis", "annex"),
    ]


def test_a_quick_bulletin_keeps_the_order_of_the_specification(desk: Desk) -> None:
    assert [one.id for one in document_of(desk, 1).sections] == [
        *("messages", "do-not-say", "people", "contact", "happened", "state", "questions"),
        *("forecast", "next", "rumours", "streams", "proposals", "basis", "annex"),
    ]


def test_a_periodic_bulletin_says_when_there_is_no_correction_and_no_difference() -> None:
    desk = Desk(record_files() | plan("BT-2026-0001", ["SV-2026-0001"]))
    desk.issue("BT-2026-0001")
    shown = {one.id: text_of(one.html) for one in document_of(desk, 0).sections}
    assert shown["corrections"] == "Không có."
    assert shown["differing"] == "Không có."


def test_the_next_periodic_bulletin_tells_what_was_corrected_in_between() -> None:
    desk = week()
    desk.files |= plan("BT-2026-0003", INCLUDED)
    desk.issue("BT-2026-0003")
    shown = {one.id: text_of(one.html) for one in document_of(desk, 3).sections}
    assert shown["corrections"] == (
        "BT-2026-0002/v2 (đính chính, 11 giờ 00 ngày 01/12/2026): Số mẫu đúng là 12."
    )
    desk.files |= plan("BT-2026-0004", INCLUDED)
    desk.issue("BT-2026-0004")
    assert text_of(document_of(desk, 4).sections[1].html) == "Không có."


def test_without_knowing_of_corrections_a_document_does_not_say_there_are_none(desk: Desk) -> None:
    shown = {one.id: text_of(one.html) for one in document(desk.editions[0], VI, None).sections}
    assert "Không có" not in shown["corrections"]


def test_a_correction_says_what_changed_the_instruction_first() -> None:
    desk = week()
    desk.change("ND-2026-0001", "text: Nước đạt quy chuẩn", "text: Nước chưa đạt quy chuẩn")
    desk.change("SV-2026-0001", "level: complex", "level: hot_spot")
    desk.issue("BT-2026-0002", Relation.UPDATE, "Đổi lời.")
    assert change_sentences(desk.editions[2], desk.editions[3], VI) == (
        "ND-2026-0001 (Tiêu đề ND-2026-0001): sửa Nói, mục 1 (thêm “chưa”).",
        "SV-2026-0001 (Tiêu đề SV-2026-0001): sửa Mức độ (“phức tạp” thành “điểm nóng”).",
    )


def test_the_chairing_unit_signs_last_and_nothing_claims_to_be_signed(desk: Desk) -> None:
    blocks = document_of(desk, 0).signatures
    assert [one.unit for one in blocks] == ["Ban Dân vận", "Ban Tuyên giáo"]
    assert (
        blocks[0].approval == "đã phê duyệt trên hệ thống lúc 9 giờ 00 ngày 01/12/2026, chưa ký số"
    )


def test_a_party_that_the_plan_leaves_out_of_its_signers_is_shown_with_its_approval() -> None:
    listed = "signers: [{unit: dan-van, office: truong-ban}]"
    (path, text), *_ = plan("BT-2026-0001", ["TT-2026-0001"]).items()
    lines = [line for line in str(text).split("\n") if not line.startswith("signers:")]
    desk = Desk(record_files() | {path: "\n".join([*lines, listed, ""])})
    desk.issue("BT-2026-0001")
    blocks = document_of(desk, 0).signatures
    assert [(one.unit, one.office) for one in blocks] == [
        ("Ban Dân vận", "Trưởng ban"),
        ("Ban Tuyên giáo", "Trưởng ban"),
    ]
    assert all(one.approval.startswith("đã phê duyệt trên hệ thống lúc") for one in blocks)
    bare = desk.editions[0].model_copy(update={"approvals": ()})
    shown = [(one.unit, one.office) for one in document(bare, VI, None).signatures]
    assert shown == [("Ban Dân vận", "Trưởng ban"), ("Ban Tuyên giáo", "")]


def test_a_bulletin_without_approval_says_so(desk: Desk) -> None:
    bare = desk.editions[0].model_copy(update={"approvals": ()})
    assert {one.approval for one in document(bare, VI, None).signatures} == {"chưa có phê duyệt"}


def test_an_official_form_without_its_signed_copy_is_a_draft(desk: Desk) -> None:
    plan_of = {**desk.editions[0].plan, "form": "official"}
    body = desk.editions[0].model_dump(mode="json")
    drafted = Edition(**{**body, "plan": plan_of})
    signed = Edition(**{**body, "plan": {**plan_of, "signed_copy": "Bản ký số 5"}})
    assert document(drafted, VI, None).draft == "DỰ THẢO"
    assert document(signed, VI, None).draft is None
    assert document(signed, VI, None).signed_copy == "Bản ký số 5"


def test_an_exercise_is_named_in_title_and_band(desk: Desk, pages: dict[str, Page]) -> None:
    assert document_of(desk, 1).exercise == "DIỄN TẬP"
    page = pages["bulletins/BT-2026-0002/v1/"]
    assert page.title.startswith("DIỄN TẬP · ")
    assert 'class="exercise-band"' in page.body
    assert document_of(desk, 0).exercise is None
    assert 'class="exercise-band"' not in pages["bulletins/BT-2026-0001/v1/"].body


# ── what must not be said, or not yet ────────────────────────────────────────────────────────


def test_a_withheld_message_is_only_named(desk: Desk, pages: dict[str, Page]) -> None:
    everything = " ".join(page.body + page.summary for page in pages.values())
    assert WITHHELD not in everything
    assert "Bao giờ cắt nước?" not in everything
    assert "Tiêu đề ND-2026-0009" not in everything
    assert not [n for n in range(3) if WITHHELD in said(document_of(desk, n))]
    stub = "ND-2026-0009 đang tạm giữ, chưa được dùng: đã trình, chờ kết luận, từ ngày 30/11/2026"
    assert stub in text_of(pages["consultations/TD-2026-0001/"].body)
    assert stub in said(document_of(desk, 0))


def test_the_editors_note_is_never_printed(pages: dict[str, Page]) -> None:
    assert not [page.address for page in pages.values() if "chưa xong" in page.body]


def test_a_rumour_stands_after_its_answer(desk: Desk, pages: dict[str, Page]) -> None:
    for shown in (said(document_of(desk, 0)), text_of(pages["information/TT-2026-0002/"].body)):
        assert 0 <= shown.index("Mùi do tảo, không có chất thải.") < shown.index(RUMOUR)
    worded = {a: text_of(p.body) for a, p in pages.items() if RUMOUR in p.body + p.summary}
    assert "events/SV-2026-0001/" in worded
    for address, text in worded.items():
        assert address.startswith(("bulletins/", "events/", "information/TT-2026-0002/"))
        assert 0 <= text.index("Mùi do tảo, không có chất thải.") < text.index(RUMOUR)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("information", "  - {step: concluded, on: 2026-11-29, by: dan-van, reference: Thông báo"),
        ("information", "answer: Mùi do tảo, không có chất thải."),
    ],
    ids=["not concluded", "not answered"],
)
def test_a_rumour_is_not_worded_before_it_is_concluded_and_answered(path: str, text: str) -> None:
    files = record_files()
    name = next(name for name in files if path in name and name.endswith("TT-2026-0002.yml"))
    lines = str(files[name]).splitlines(keepends=True)
    files[name] = "".join(line for line in lines if not line.startswith(text))
    desk = week(files)
    shown = " ".join(page.body for page in pages_of(desk.ledger()).values())
    assert files[name] != "".join(lines)
    assert RUMOUR not in shown
    assert "Chi tiết đối chiếu với từng mẫu." not in shown


def test_a_fact_that_is_not_concluded_is_marked_so() -> None:
    desk = week()
    desk.change("TT-2026-0001", "step: concluded", "step: verified")
    desk.issue("BT-2026-0002", Relation.UPDATE, "Đang xác minh lại.")
    page = pages_of(desk.ledger())["information/TT-2026-0001/"]
    assert "Chưa kết luận, không dùng như sự việc đã xác minh" in text_of(page.body)


def test_positions_are_printed_in_full_in_the_same_form(pages: dict[str, Page]) -> None:
    body = pages["consultations/TD-2026-0001/"].body
    assert body.count('<section class="position">') == 2
    for text in ("Báo lịch thật sớm.", "Dân cần chuẩn bị nước.", "Báo khi đã chắc giờ."):
        assert text in body


# ── what holds ───────────────────────────────────────────────────────────────────────────────


def test_the_front_page_says_what_holds_until_when_and_who_answers(pages: dict[str, Page]) -> None:
    shown = text_of(pages[""].body)
    for part in (
        *("Nước đạt quy chuẩn và dùng được.", "iệu lực đến 8 giờ 00 ngày 20/12/2026"),
        *("truc-ban.dan-van@example.vn", "Sẽ cập nhật lúc: 17 giờ 00 ngày 03/12/2026."),
        *("Số mẫu đúng là 12.", "Bản tin tiếp theo: 17 giờ 00 ngày 08/12/2026"),
    ):
        assert part in shown, part
    order = ("Sự việc đang theo dõi", "Nước đạt quy chuẩn", "Số mẫu đúng là 12.", "Bản tin mới")
    assert sorted(order, key=shown.index) == [*order]


def test_an_expired_message_leaves_the_front_page_and_says_so_first(desk: Desk) -> None:
    pages = pages_of(desk.ledger("2026-12-21T08:00+07:00"))
    assert "Không có nội dung nào đang có hiệu lực." in text_of(pages[""].body)
    body = text_of(pages["messages/ND-2026-0001/"].body)
    assert body.index("Đã hết hiệu lực lúc 8 giờ 00 ngày 20/12/2026") < body.index("Nước đạt quy")


def test_a_recalled_message_says_who_recalled_it_and_why_first(desk: Desk) -> None:
    recall = Recall.model_validate(
        {
            "record": "ND-2026-0001",
            "unit": "dan-van",
            "office": "truong-ban",
            "at": "2026-12-01T20:00+07:00",
            "reason": "Có kết quả mới.",
        }
    )
    pages = pages_of(desk.ledger("2026-12-02T08:00+07:00", recall))
    body = text_of(pages["messages/ND-2026-0001/"].body)
    assert body.index("Đã thu hồi lúc 20 giờ 00 ngày 01/12/2026") < body.index("Có kết quả mới.")
    assert body.index("Có kết quả mới.") < body.index("Nước đạt quy chuẩn")
    assert "Có kết quả mới." in text_of(pages["corrections/"].body)
    assert "Có kết quả mới." in text_of(pages[""].body)
    assert "Nước đạt quy chuẩn và dùng được." not in text_of(pages[""].body)


def test_a_superseded_message_names_its_successor_first() -> None:
    desk = week()
    path = next(path for path in desk.files if path.endswith("ND-2026-0001.yml"))
    new = str(desk.files[path]).replace("ND-2026-0001", "ND-2026-0002")
    desk.files[path.replace("ND-2026-0001", "ND-2026-0002")] = new + "supersedes: ND-2026-0001\n"
    desk.files |= plan("BT-2026-0003", ["ND-2026-0002"], "quick")
    desk.issue("BT-2026-0003")
    body = pages_of(desk.ledger())["messages/ND-2026-0001/"].body
    notice = body.index("Đã được thay thế. Không dùng nội dung này.")
    assert notice < body.index('href="../../messages/ND-2026-0002/"') < body.index('id="say"')


def test_an_older_version_names_the_newer_one(pages: dict[str, Page]) -> None:
    old, new = pages["bulletins/BT-2026-0002/v1/"], pages["bulletins/BT-2026-0002/v2/"]
    assert "Đã có bản mới hơn: BT-2026-0002/v2" in text_of(old.body)
    assert 'href="../../../bulletins/BT-2026-0002/v2/"' in old.body
    assert "Đã có bản mới hơn" not in new.body
    assert "Số mẫu đúng là 12." in text_of(new.body)


def test_changed_words_are_marked_in_words(pages: dict[str, Page]) -> None:
    shown = text_of(pages["bulletins/BT-2026-0002/v2/changes/"].body)
    assert "Cả bỏ: 21 thêm: 12 mẫu nước lấy ngày 27/11/2026" in shown


def test_a_withdrawn_bulletin_warns_above_its_content() -> None:
    desk = week()
    desk.issue("BT-2026-0002", Relation.WITHDRAWAL, "Phát hành nhầm.")
    pages = pages_of(desk.ledger())
    body = text_of(pages["bulletins/BT-2026-0002/"].body)
    assert body.index("Bản tin này đã thu hồi.") < body.index("Diễn biến")
    assert "Phát hành nhầm." in text_of(pages["corrections/"].body)


def test_statuses_carry_absolute_times_for_scripts(pages: dict[str, Page]) -> None:
    body = pages["messages/ND-2026-0001/"].body
    assert 'data-from="2026-12-01T08:00:00+07:00" data-until="2026-12-20T08:00:00+07:00"' in body
    assert "Từ 8 giờ 00 ngày 01/12/2026 đến 8 giờ 00 ngày 20/12/2026" in body


# ── keys ─────────────────────────────────────────────────────────────────────────────────────


def keys_and_bodies(ledger: Ledger) -> dict[str, tuple[str, Page]]:
    return {one.address: (one.key, one.make()) for one in plan_site(ledger, VI)}


@settings(max_examples=12, deadline=None)
@given(st.sampled_from([*INCLUDED, "TT-2026-0001", "VB-2024-0001", "BT-2026-0001"]))
def test_pages_with_equal_keys_are_equal(record_id: str) -> None:
    """One title differs: every page that shows it has another key, and no other page has."""
    files = record_files() | plan("BT-2026-0001", INCLUDED)
    other = Desk(files)
    title = next(
        line
        for path, text in files.items()
        if path.endswith(f"{record_id}.yml")
        for line in str(text).splitlines()
        if line.startswith("title: ")
    )
    other.change(record_id, title, f"{title} khác")
    desk = Desk(files)
    for one in (desk, other):
        one.issue("BT-2026-0001")
    first, second = keys_and_bodies(desk.ledger()), keys_and_bodies(other.ledger())
    assert first.keys() == second.keys()
    other_key = {address for address in first if first[address][0] != second[address][0]}
    other_page = {address for address in first if first[address][1] != second[address][1]}
    assert other_key == other_page
    assert other_key


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("SV-2026-0001", "Thời điểm hết mùi hoàn toàn.", "Thời điểm hết mùi."),
        ("SV-2026-0001", "level: complex", "level: watch"),
        ("TT-2026-0001", "result: confirmed", "result: partly"),
        ("ND-2026-0001", "until: 2026-12-20T08:00", "until: 2026-12-01T10:00"),
        ("TD-2026-0001", "outcome: differing", "outcome: agreed"),
        ("units", "name: Ban Dân vận", "name: Ban khác"),
        ("areas", "name: Phường Sông Xanh", "name: Phường khác"),
        ("topics", "name: Môi trường", "name: Lĩnh vực khác"),
    ],
)
def test_whatever_differs_pages_with_equal_keys_are_equal(
    file: str, before: str, after: str
) -> None:
    files = {**REGISTRY, **record_files(), **plan("BT-2026-0001", INCLUDED)}
    desk, other = Desk(files), Desk(files)
    other.change(file, before, after)
    for one in (desk, other):
        one.issue("BT-2026-0001")
    first, second = keys_and_bodies(desk.ledger()), keys_and_bodies(other.ledger())
    differing = [a for a in first if first[a][1] != second[a][1]]
    assert differing
    assert not [address for address in differing if first[address][0] == second[address][0]]


WEEK = week()


@pytest.mark.parametrize("moment", ["2026-12-01T10:30", "2026-12-14T08:00", "2026-12-21T08:00"])
def test_the_moment_enters_pages_only_through_their_keys(moment: str) -> None:
    first = keys_and_bodies(WEEK.ledger())
    second = keys_and_bodies(WEEK.ledger(f"{moment}+07:00"))
    for address in first.keys() & second.keys():
        if first[address][0] == second[address][0]:
            assert first[address][1] == second[address][1], address


def test_a_moment_later_at_which_nothing_changes_leaves_every_key() -> None:
    keys = [
        [(one.address, one.key) for one in plan_site(WEEK.ledger(at), VI)]
        for at in ("2026-12-02T08:00+07:00", "2026-12-03T20:00+07:00")
    ]
    assert keys[0] == keys[1]


def test_a_withdrawal_changes_the_keys_of_the_versions_before_it() -> None:
    """Its records still stand in another bulletin, which had named it as the newer one."""
    desk = week()
    before = {one.address: one.key for one in plan_site(desk.ledger(), VI)}
    desk.issue("BT-2026-0002", Relation.WITHDRAWAL, "Phát hành nhầm.")
    after = {one.address: one.key for one in plan_site(desk.ledger(), VI)}
    changed = {address for address in before if before[address] != after[address]}
    assert changed == {
        *("", "bulletins/", "corrections/", "bulletins/BT-2026-0002/"),
        *("bulletins/BT-2026-0002/v1/", "bulletins/BT-2026-0002/v2/"),
        *("bulletins/BT-2026-0001/", "bulletins/BT-2026-0001/v1/"),
        "bulletins/BT-2026-0002/v2/changes/",
        *("bulletins/year/2026/", "bulletins/kind/quick/"),
        *("bulletins/area/song-xanh/", "bulletins/topic/moi-truong/"),
    }


def test_a_later_version_changes_the_key_of_the_version_before() -> None:
    desk = week()
    before = {one.address: one.key for one in plan_site(desk.ledger("2026-12-01T10:30+07:00"), VI)}
    after = {one.address: one.key for one in plan_site(desk.ledger(), VI)}
    assert before["bulletins/BT-2026-0002/v1/"] != after["bulletins/BT-2026-0002/v1/"]
    assert before["bulletins/BT-2026-0001/v1/"] != after["bulletins/BT-2026-0001/v1/"], "standing"


# ── safety and form ──────────────────────────────────────────────────────────────────────────

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(1)> [x](javascript:alert(1))'


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def hostile(model: dict[str, object], text_keys: frozenset[str]) -> dict[str, object]:
    """The same record with every text made hostile."""
    return {key: _hostile(key, value, text_keys) for key, value in model.items()}


def _hostile(key: str, value: object, text_keys: frozenset[str]) -> object:
    if isinstance(value, dict):
        return hostile(value, text_keys)
    if isinstance(value, list | tuple):
        return [_hostile(key, one, text_keys) for one in value]
    is_text = key in text_keys and not re.fullmatch("[a-z_]+", str(value))
    return f"{value} {HOSTILE}" if is_text else value


TEXT_KEYS = frozenset(
    (
        *("title", "statement", "details", "reference", "answer", "summary", "text", "scenario"),
        *("signs", "response", "limits", "why", "question", "say", "short_text", "script", "do"),
        *("result", "reason", "minutes", "agreement", "opinion", "reasons", "issuer", "number"),
        *("url", "file", "description", "name", "short_name", "superior", "phone", "email"),
        *("hours", "unknown", "recipients", "signed_copy", "place", "symbol"),
    )
)


def test_hostile_text_is_inert_in_every_kind(desk: Desk) -> None:
    editions = tuple(hostile_edition(edition) for edition in desk.editions)
    pages = pages_of(Ledger(editions, {}, desk.ledger().moment))
    told = [document(edition, VI, None) for edition in editions]
    shown = [*(p.body for p in pages.values()), *(s.html for d in told for s in d.sections)]
    assert "&lt;script&gt;" in pages["messages/ND-2026-0001/"].body
    for html in shown:
        for tag, attributes in Elements(html).found:
            assert tag not in ("script", "img", "style", "iframe", "object")
            assert not [name for name in attributes if name.startswith("on") or name == "style"]
            assert "javascript:" not in (attributes.get("href") or "")


def hostile_edition(edition: Edition) -> Edition:
    body = edition.model_dump(mode="json")
    registry = hostile(body["registry"], TEXT_KEYS)
    registry["programme"] = {**body["registry"]["programme"], "short_title": HOSTILE}
    records = {one: hostile(record, TEXT_KEYS) for one, record in body["records"].items()}
    plan_of = hostile(body["plan"], TEXT_KEYS - {"number"})
    short = {one: _short(record) for one, record in records.items()}
    files = {f"{name} {HOSTILE}": sha256 for name, sha256 in body["attachments"].items()}
    changed = {"registry": registry, "records": short, "plan": plan_of, "change_note": HOSTILE}
    return Edition(**{**body, **changed, "attachments": files})


def _short(record: dict[str, object]) -> dict[str, object]:
    """Statements and short texts have a greatest length."""
    return {k: v if k != "short_text" else HOSTILE for k, v in record.items()}


def all_pages() -> list[Page]:
    ledger = WEEK.ledger()
    return [*pages_of(ledger).values(), *pages_of(ledger, EN).values()]


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.address or "front")
def test_a_page_has_one_h1_first_and_no_heading_is_jumped(page: Page) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page.body)]
    assert page.body.startswith("<h1>")
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("page", all_pages(), ids=lambda page: page.address or "front")
def test_no_id_stands_twice_and_every_anchor_leads_somewhere(page: Page) -> None:
    elements = Elements(page.body).found
    ids = [given["id"] for _, given in elements if given.get("id")]
    assert len(ids) == len(set(ids))
    anchors = {(given.get("href") or "")[1:] for _, given in elements if _is_anchor(given)}
    assert anchors <= set(ids)
    assert {one.id for one in page.headings} <= set(ids)


def _is_anchor(given: dict[str, str | None]) -> bool:
    return (given.get("href") or "").startswith("#")


def test_every_link_leads_to_a_page_a_pdf_or_an_attachment(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for _, attributes in Elements(page.body).found:
            href = (attributes.get("href") or "").partition("#")[0]
            if not href or href.startswith("https://"):
                continue
            target = normpath(join("/", page.address, href)).lstrip("/")
            is_file = "." in target.rpartition("/")[2] or target.startswith("attachments/")
            assert is_file or (f"{target}/" if target else "") in pages, (page.address, href)


def test_every_page_stands_in_a_known_section_at_its_own_address(pages: dict[str, Page]) -> None:
    folders = {section.id: section.folder for section in SECTIONS}
    for address, page in pages.items():
        assert page.address == address
        assert address.startswith(folders[page.section])
        assert page.title
        assert page.summary


def test_tables_have_captions_and_scoped_headings(pages: dict[str, Page]) -> None:
    for page in pages.values():
        elements = Elements(page.body).found
        assert all(given.get("scope") for tag, given in elements if tag == "th")
        tags = [tag for tag, _ in elements]
        assert tags.count("table") == tags.count("caption")


def test_a_long_list_is_divided_into_months() -> None:
    files = record_files()
    fact = str(files["content/records/information/2026/TT-2026-0001.yml"])
    ids = [f"TT-2026-{number:04}" for number in range(101, 171)]
    for number, one in enumerate(ids):
        month = f"2026-{number % 2 + 9:02}-28"
        files[f"content/records/information/2026/{one}.yml"] = fact.replace(
            "TT-2026-0001", one
        ).replace("created: 2026-11-28", f"created: {month}")
    desk = Desk(files | plan("BT-2026-0001", ids))
    desk.issue("BT-2026-0001")
    pages = pages_of(desk.ledger())
    assert pages["information/"].body.count('class="line"') == 60
    listed = [pages[f"information/archive/2026-{m}/"].body for m in ("09", "10", "11")]
    assert sum(body.count('class="line"') for body in listed) == 71
    assert "Tháng 9/2026" in text_of(pages["information/"].body)


# ── words ────────────────────────────────────────────────────────────────────────────────────


def test_days_and_moments_have_one_form() -> None:
    moment = datetime.fromisoformat("2026-02-05T11:05+00:00")
    zone = datetime.fromisoformat("2026-02-05T11:05+07:00").tzinfo
    assert zone is not None
    assert moment_text(moment, zone, VI) == "18 giờ 05 ngày 05/02/2026"
    assert moment_text(moment, zone, EN) == "18:05 on 5 February 2026"
    assert day_text(datetime.fromisoformat("2026-11-19").date(), VI) == "19/11/2026"


def test_every_label_exists_in_both_languages() -> None:
    assert labels(VI).keys() == labels(EN).keys()
    assert all(labels(VI).values())
    assert all(labels(EN).values())


@given(st.text("ab ,.;:()“”\n1/", max_size=40), st.text("ab ,.;:()“”\n1/", max_size=40))
def test_compared_words_lose_nothing(before: str, after: str) -> None:
    runs = word_runs(before, after)
    assert "".join(run.text for run in runs if run.kind != "in") == before
    assert "".join(run.text for run in runs if run.kind != "out") == after
