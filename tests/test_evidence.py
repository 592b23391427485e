"""What establishes a sentence, for editors and for readers, and what stands beside a citation."""

import re
from datetime import datetime, timedelta

import pytest

from generator.base.text import Language
from generator.model.corpus.evidence import Flaw, doubt_on_desk
from generator.model.ledger.evidence import doubt_about_issued
from generator.model.ledger.ledger import Ledger
from generator.views.bulletin.bulletin_print import bulletin_job
from generator.views.bulletin.document import document
from generator.views.context.site_context import SiteContext
from generator.views.machine.current import in_force_document
from generator.views.machine.machine_context import MachineContext
from generator.views.message.announcement import announcement, script_of, short_of
from generator.views.message.card import card_of
from generator.views.message.handout import handout_of
from generator.views.site.all_pages import plan_site
from generator.views.site.record_page import plan_record
from tests.exercise import Desk, Files, plan, record_files, text_of
from tests.machine import Files as Machines
from tests.support import FACT, RECORDS, corpus_of, in_memory
from tests.support import check as compiled

VI = Language.VI
NOW = "2026-12-02T08:00+07:00"
MESSAGE = "content/records/message/2026/ND-2026-0001.yml"
RUMOUR = "content/records/information/2026/TT-2026-0002.yml"
NEWER = "content/records/information/2026/TT-2026-0003.yml"


def with_more(files: Files, path: str, more: str) -> Files:
    return {**files, path: f"{files[path]!s}{more}"}


def newer_fact(more: str = "supersedes: TT-2026-0001\n") -> Files:
    text = RECORDS[FACT].replace("TT-2026-0001", "TT-2026-0003").replace("Cả 21 mẫu", "Cả 30 mẫu")
    return {NEWER: text.replace("2026-11-29, by", "2026-12-01, by") + more}


def issued(files: Files, *include: str, kind: str = "periodic") -> Desk:
    desk = Desk(files | plan("BT-2026-0001", list(include), kind))
    desk.issue("BT-2026-0001")
    return desk


def page(ledger: Ledger, address: str) -> str:
    planned = next(planned for planned in plan_site(ledger, VI) if planned.address == address)
    return text_of(planned.make().body)


def paper(desk: Desk) -> str:
    """The words of the first edition on paper, before they are set."""
    return text_of(bulletin_job(desk.editions[0], None, VI, b"{}").html)


# ── the judgement changes with time, and the site with it ────────────────────────────────────


@pytest.mark.parametrize(
    ("more", "flaw"),
    [("valid_until: 2026-12-05\n", Flaw.PAST), ("holds_until: 2026-12-05\n", Flaw.OVER)],
)
def test_evidence_ends_with_its_last_day_for_editors_and_readers(more: str, flaw: Flaw) -> None:
    files = with_more(record_files(), FACT, more)
    ledger = issued(files, "ND-2026-0001").ledger
    for moment, expected in (("2026-12-05T23:59+07:00", None), ("2026-12-06T00:00+07:00", flaw)):
        doubt = doubt_about_issued(ledger(moment), "TT-2026-0001")
        assert (doubt and doubt.flaw) == expected
        corpus = corpus_of(in_memory(files, datetime.fromisoformat(moment)))
        doubt = doubt_on_desk(corpus, "TT-2026-0001")
        assert (doubt and doubt.flaw) == expected


def test_the_site_is_made_again_when_evidence_ends() -> None:
    files = with_more(record_files(), FACT, "valid_until: 2026-12-05\n")
    desk = issued(files, "ND-2026-0001")
    before, after = desk.ledger(), desk.ledger("2026-12-06T00:00+07:00")
    turns = [before.changes_at(timedelta(0))]
    while turns[-1] is not None and turns[-1] < after.moment:
        turns.append(desk.ledger(turns[-1].isoformat()).changes_at(timedelta(0)))
    assert after.moment in turns
    keys = [plan_record(SiteContext(ledger, VI), "ND-2026-0001").key for ledger in (before, after)]
    assert keys[0] != keys[1]
    told = "messages/ND-2026-0001/"
    assert "căn cứ đã hết hạn giá trị" not in page(before, told)
    assert ": căn cứ đã hết hạn giá trị." in page(after, told)


def test_evidence_that_is_plain_is_named_without_its_state() -> None:
    desk = issued(record_files(), "ND-2026-0001", "TT-2026-0002")
    told = page(desk.ledger(), "messages/ND-2026-0001/")
    assert "TT-2026-0001 Kết quả kiểm nghiệm nước" in told
    assert "(đúng)" not in told


def test_a_fact_that_is_true_in_part_says_so_beside_the_sentence() -> None:
    files = record_files()
    files[FACT] = str(files[FACT]).replace("result: confirmed", "result: partly")
    assert ": đúng một phần." in page(
        issued(files, "ND-2026-0001").ledger(), "messages/ND-2026-0001/"
    )


def test_papers_and_voices_that_cannot_cite_leave_out_what_no_longer_rests() -> None:
    files = with_more(record_files(), FACT, "valid_until: 2026-12-05\n")
    lines = str(files[MESSAGE]).splitlines(keepends=True)
    files[MESSAGE] = "".join(one for one in lines if not one.startswith(("script", "short_text")))
    files = with_more(files, MESSAGE, "")
    both = "{text: Nước đạt quy chuẩn và dùng được., because: [TT-2026-0001]}"
    more = "{text: Nên mở vòi xả trước khi dùng., because: [VB-2024-0001]}"
    files[MESSAGE] = str(files[MESSAGE]).replace(both, f"{both}\n  - {more}")
    desk = issued(files, "ND-2026-0001")
    before, after = (
        handout_of(SiteContext(desk.ledger(moment), VI), "ND-2026-0001")
        for moment in (NOW, "2026-12-06T08:00+07:00")
    )
    for told in (script_of, short_of):
        assert "Nước đạt quy chuẩn và dùng được." in told(before)
        assert "Nước đạt quy chuẩn và dùng được." not in told(after)
        assert "Nên mở vòi xả trước khi dùng." in told(after)
    assert card_of(after).say == ("Nên mở vòi xả trước khi dùng.",)
    assert "Nấu ăn được như thường." not in script_of(after)
    front = page(desk.ledger("2026-12-06T08:00+07:00"), "")
    assert "Nên mở vòi xả trước khi dùng." in front
    assert "Nước đạt quy chuẩn và dùng được." not in front


def test_a_message_of_which_nothing_rests_any_more_is_not_handed_out() -> None:
    files = with_more(record_files(), FACT, "valid_until: 2026-12-05\n")
    ledger = issued(files, "ND-2026-0001").ledger("2026-12-06T08:00+07:00")
    handout = handout_of(SiteContext(ledger, VI), "ND-2026-0001")
    text = announcement(handout).text
    assert "CĂN CỨ KHÔNG CÒN – KHÔNG DÙNG" in text
    assert "dùng được" not in text
    assert card_of(handout).say == ()
    assert "Căn cứ của nội dung này không còn" in page(ledger, "")


def test_what_is_true_in_part_says_so_where_nothing_is_cited() -> None:
    files = record_files()
    files[FACT] = str(files[FACT]).replace("result: confirmed", "result: partly")
    lines = str(files[MESSAGE]).splitlines(keepends=True)
    files[MESSAGE] = "".join(one for one in lines if not one.startswith(("script", "short_text")))
    ledger = issued(files, "ND-2026-0001").ledger()
    handout = handout_of(SiteContext(ledger, VI), "ND-2026-0001")
    told = "Nước đạt quy chuẩn và dùng được. Điều này đúng một phần."
    assert told in script_of(handout) and told in short_of(handout)
    assert card_of(handout).say == (told,)
    assert told in page(ledger, "")
    assert Machines(ledger).json("api/v1/in-force.json")["messages"][0]["say"] == [told]


def test_the_event_and_the_api_do_not_tell_what_no_longer_rests() -> None:
    files = with_more(record_files(), FACT, "holds_until: 2026-12-05\n")
    ledger = issued(files, "SV-2026-0001", "ND-2026-0001").ledger("2026-12-06T08:00+07:00")
    event = page(ledger, "events/SV-2026-0001/")
    known = event[event.index("Đã xác minh") :][:120]
    assert "Nước đạt quy chuẩn vi sinh." in known and ": điều được nêu đã qua." in known
    digest = (
        next(p for p in plan_site(ledger, VI) if p.address == "events/SV-2026-0001/").make().body
    )
    note = (
        r'</details> <span class="cite-note">(<a[^>]*>)?TT-2026-0001(</a>)?: điều được nêu đã qua'
    )
    assert re.search(note, digest)  # the note is not folded with the citation
    source = MachineContext(SiteContext(ledger, VI), "Bản tin", "")
    messages = in_force_document(source).messages
    assert [message.as_mapping()["say"] for message in messages] == [()]


# ── a refuted rumour proves its answer ───────────────────────────────────────────────────────


def answering(text: str = "Nước không chứa chất thải.") -> Files:
    files = record_files()
    message = str(files[MESSAGE]).replace(
        "{text: Nước đạt quy chuẩn và dùng được., because: [TT-2026-0001]}",
        f"{{text: {text}, because: [TT-2026-0002]}}",
    )
    return {**files, MESSAGE: message}


def test_no_true_sentence_is_followed_by_false() -> None:
    desk = issued(answering(), "ND-2026-0001", kind="quick")
    print_, site = paper(desk), page(desk.ledger(), "messages/ND-2026-0001/")
    assert "(TT-2026-0002)" in print_
    for told in (print_, site):
        assert "TT-2026-0002, sai" not in told
        assert "(sai)" not in told


def test_a_sentence_that_tells_the_rumour_itself_is_held() -> None:
    files = answering("Có tin nói nước chứa chất thải.")
    codes = {
        (f.diagnostic.problem.code, f.diagnostic.problem.severity.value)
        for f in compiled(files).findings
        if f.span.path == MESSAGE
    }
    assert ("BT307", "hold") in codes


# ── facts end: newer information ─────────────────────────────────────────────────────────────


def test_a_replaced_fact_says_when_it_was_true_and_where_to_look_now() -> None:
    desk = issued(record_files(), "ND-2026-0001", "TT-2026-0001")
    desk.files |= newer_fact() | plan("BT-2026-0002", ["TT-2026-0003"])
    desk.issue("BT-2026-0002")
    told = "úng lúc 29/11/2026; từ 01/12/2026 xem TT-2026-0003"
    assert f"Đ{told}" in page(desk.ledger(), "information/TT-2026-0001/")
    assert f"TT-2026-0001: đ{told}." in page(desk.ledger(), "messages/ND-2026-0001/")


def test_a_newer_fact_that_nobody_concluded_replaces_nothing() -> None:
    files = {**record_files(), **newer_fact()}
    files[NEWER] = str(files[NEWER]).partition("verification:")[0] + "supersedes: TT-2026-0001\n"
    assert doubt_on_desk(corpus_of(in_memory(files)), "TT-2026-0001") is None
    ledger = issued(files, "TT-2026-0001", "TT-2026-0003").ledger()
    assert doubt_about_issued(ledger, "TT-2026-0001") is None
    assert ledger.standing("TT-2026-0001").applies_now


# ── loudspeaker, short texts, and what residents should do ───────────────────────────────────


def test_texts_of_earlier_editions_are_still_read_out_and_sent() -> None:
    """Until 2026 they were texts without evidence; what was issued is printed as it was."""
    desk = issued(record_files(), "ND-2026-0001", kind="quick")
    edition = desk.editions[0]
    frozen = {
        **edition.records["ND-2026-0001"],
        "script": "Câu một.\nCâu hai.",
        "short_text": "Tin.",
    }
    records = {**edition.records, "ND-2026-0001": frozen}
    old = edition.model_copy(update={"records": records})
    handout = handout_of(
        SiteContext(Ledger((old,), {}, datetime.fromisoformat(NOW)), VI), "ND-2026-0001"
    )
    assert script_of(handout) == "Câu một.\nCâu hai."
    assert short_of(handout) == "Tin."
    assert "Câu một. Câu hai." in text_of("".join(s.html for s in document(old, VI, None).sections))


def test_without_texts_of_its_own_a_message_is_read_out_in_its_agreed_sentences() -> None:
    files = record_files()
    lines = str(files[MESSAGE]).splitlines(keepends=True)
    files[MESSAGE] = "".join(one for one in lines if not one.startswith(("script", "short_text")))
    handout = handout_of(SiteContext(issued(files, "ND-2026-0001").ledger(), VI), "ND-2026-0001")
    script = script_of(handout)
    asked = "Có nấu ăn được không? Nấu ăn được như thường."
    assert script.index("Nước đạt quy chuẩn và dùng được.") < script.index(asked)
    assert "Nước đạt quy chuẩn và dùng được." in short_of(handout)


def test_what_residents_should_do_holds_every_message_for_them_in_the_editors_order() -> None:
    files = record_files()
    second = str(files[MESSAGE]).replace("ND-2026-0001", "ND-2026-0002")
    second = second.replace("Nước đạt quy chuẩn và dùng được.", "Hãy lên nhà văn hóa.")
    second = "".join(
        one
        for one in second.splitlines(keepends=True)
        if not one.startswith(("script", "short_text"))
    )
    third = second.replace("ND-2026-0002", "ND-2026-0003").replace(
        "Hãy lên nhà văn hóa.", "Hãy trực tại chỗ."
    )
    folder = MESSAGE.rpartition("/")[0]
    files |= {
        f"{folder}/ND-2026-0002.yml": second,
        f"{folder}/ND-2026-0003.yml": third.replace("[residents]", "[officials]"),
    }
    desk = issued(files, "ND-2026-0003", "ND-2026-0002", "ND-2026-0001", kind="quick")
    sections = {s.id: text_of(s.html) for s in document(desk.editions[0], VI, None).sections}
    box = sections["people"]
    assert box.index("Hãy lên nhà văn hóa.") < box.index("Tin ngắn về nước máy của phường.")
    assert "Hãy trực tại chỗ." not in box
    print_ = paper(desk)
    advice = print_.partition("Người dân nên làm gì")[2].partition("Nơi trả lời")[0]
    assert "Hãy lên nhà văn hóa." in advice
    assert "Tin ngắn về nước máy" not in print_  # it asks for nothing: the annex has it
