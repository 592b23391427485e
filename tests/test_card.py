"""What is handed out with a message: the one-page card, the loudspeaker script, the short texts."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base import sms
from generator.base.text import Language
from generator.base.times import length_text
from generator.guard.allowance import Allowance, phones_in
from generator.model.edition.edition import Relation
from generator.model.kinds.message import Message
from generator.model.ledger.ledger import Ledger
from generator.model.registry.signoff import Recall
from generator.rules.use.card_room import MM
from generator.targets.build.inputs import Wish
from generator.targets.build.output import FileContent, Output
from generator.targets.build.output_guard import Guard
from generator.targets.build.plan import Plan, plan_of
from generator.targets.pdf import message_papers
from generator.views.context.pdf_job import PdfJob
from generator.views.context.qr import qr_svg
from generator.views.context.site_context import SiteContext
from generator.views.message.announcement import PACE, announcement, seconds_of
from generator.views.message.card import CARDS, card_jobs
from generator.views.message.handout import Handout, handout_of
from generator.views.site.all_pages import plan_site
from tests.exercise import RECORDS, Desk, plan, record_files, week
from tests.exercise import text_of as shown
from tests.measure import unpacked
from tests.prints import fit_once, print_once
from tests.test_pdf import SHIPPED, elements_of, fonts_of, text_of

ONE = "ND-2026-0001"
PATH = f"{RECORDS}/message/2026/{ONE}.yml"
RECALL = Recall.model_validate(
    {
        "record": ONE,
        "unit": "dan-van",
        "office": "truong-ban",
        "at": datetime.fromisoformat("2026-12-02T07:30+07:00"),
        "reason": "Số mẫu trong bản này bị ghi sai.",
    }
)
SAY = "\n  - {text: Nước đạt quy chuẩn và dùng được., because: [TT-2026-0001]}\n"


def issued(mode: str = "actual", **changes: str) -> Desk:
    """One bulletin with the message, some of its keys written otherwise."""
    files = record_files()
    text = str(files[PATH])
    for key, written in changes.items():
        text = re.sub(rf"^{key}:.*\n(?:  .*\n)*", "", text, flags=re.MULTILINE)
        text += f"{key}: {written}\n" if written else ""
    files[PATH] = text
    included = ["SV-2026-0001", ONE, "TT-2026-0002"]
    desk = Desk(files | plan("BT-2026-0001", included, mode=mode))
    desk.issue("BT-2026-0001")
    return desk


def handout(ledger: Ledger, base_url: str = "") -> Handout:
    return handout_of(SiteContext(ledger, Language.VI), ONE, base_url)


def card(one: Handout, document: str = "card") -> bytes:
    return fit_once(card_jobs(one, document))


@cache
def plain() -> bytes:
    return card(handout(issued().ledger()))


def said(pdf: bytes) -> str:
    return " ".join(text_of(pdf).split())


# ── the card ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.pdf
def test_a_card_says_in_this_order_until_when_what_what_not_and_who_answers() -> None:
    text = said(plain())
    parts = (
        "Tiêu đề ND-2026-0001",
        "Nước có an toàn không?",
        "ND-2026-0001 · phiên bản 1 · in trong BT-2026-0001, phiên bản 1",
        "ĐANG DÙNG DÙNG ĐẾN 8 giờ 00 ngày 20/12/2026",
        "NÓI Nước đạt quy chuẩn và dùng được.",
        "KHÔNG NÓI",
        "Mai sẽ hết mùi. Chưa có kết luận về thời điểm.",
        "CHƯA RÕ",
        "Thời điểm hết mùi hoàn toàn.",
        "CĂN CỨ",
        "Kết quả kiểm nghiệm nước (TT-2026-0001, ngày 29/11/2026)",
        "AI TRẢ LỜI",
        "truc-ban.dan-van@example.vn",
        "Cập nhật tới: 17 giờ 00 ngày 03/12/2026",
    )
    places = [text.find(part) for part in parts]
    assert -1 not in places, (parts[places.index(-1)], text)
    assert places == sorted(places)


@pytest.mark.pdf
def test_its_footer_names_the_message_its_validity_and_the_edition() -> None:
    digest = issued().editions[-1].digest.removeprefix("sha256:")[:12]
    foot = said(plain()).partition("thời hạn này")[2]
    for part in ("ND-2026-0001 · phiên bản 1", "DÙNG ĐẾN 8 giờ 00", f"Mã kiểm tra: {digest}"):
        assert part in foot


@pytest.mark.pdf
@pytest.mark.parametrize("document", CARDS)
def test_a_card_keeps_every_rule_of_accessible_pdfs(document: str) -> None:
    for one in (handout(issued().ledger()), handout(superseded())):
        report = page.validate_pdf_bytes(card(one, document), profile="ua-1")
        assert [(one.rule_id, one.message) for one in report.failures] == []


@pytest.mark.pdf
def test_it_is_one_tagged_vietnamese_page_whose_text_copies_out() -> None:
    assert set(fonts_of(plain())) <= SHIPPED
    with pikepdf.open(BytesIO(plain())) as opened:
        assert len(opened.pages) == 1
        assert opened.Root.Lang == "vi"
        assert [str(one.Alt) for one in elements_of(opened) if "/Alt" in one] == []  # no code
    leading = card(handout(issued().ledger(), "https://bantin.example/"))
    with pikepdf.open(BytesIO(leading)) as opened:
        codes = [str(one.Alt) for one in elements_of(opened) if "/Alt" in one]
    assert codes == ["QR: https://bantin.example/messages/ND-2026-0001/"]
    assert text_of(plain()) == unicodedata.normalize("NFC", text_of(plain()))
    assert card(handout(issued().ledger())) == plain()


@pytest.mark.pdf
def test_its_code_leads_to_the_page_where_the_site_has_an_address() -> None:
    address = "https://bantin.example/messages/ND-2026-0001/"
    job = next(card_jobs(handout(issued().ledger(), "https://bantin.example/")))
    assert qr_svg(address, f"QR: {address}") in job.html
    assert address in text_of(print_once(job))


@pytest.mark.pdf
def test_an_exercise_says_so_on_its_card() -> None:
    text = said(card(handout(issued("exercise").ledger())))
    assert text.startswith("DIỄN TẬP.")
    assert "DIỄN TẬP · ND-2026-0001" in text
    assert "DIỄN TẬP" not in said(plain())


@pytest.mark.pdf
def test_a_message_to_come_says_from_when() -> None:
    desk = issued(valid="{from: 2026-12-10T08:00+07:00, until: 2026-12-20T08:00+07:00}")
    text = said(card(handout(desk.ledger())))
    validity = "CHỈ DÙNG TỪ 8 giờ 00 ngày 10/12/2026 ĐẾN 8 giờ 00 ngày 20/12/2026"
    assert f"CHƯA ĐẾN LÚC DÙNG {validity}" in text
    assert "ĐANG DÙNG" not in text


# ── out of use ───────────────────────────────────────────────────────────────────────────────


def superseded() -> Ledger:
    desk = issued()
    newer = str(desk.files[PATH]).replace(ONE, "ND-2026-0002") + f"supersedes: {ONE}\n"
    desk.files[PATH.replace("0001.yml", "0002.yml")] = newer
    desk.files |= plan("BT-2026-0002", ["SV-2026-0001", "ND-2026-0002"])
    desk.issue("BT-2026-0002")
    return desk.ledger()


def withdrawn() -> Ledger:
    desk = issued()
    desk.issue("BT-2026-0001", Relation.WITHDRAWAL, "Bản này sai.")
    return desk.ledger()


ENDS: Mapping[str, tuple[Callable[[], Ledger], str, str, str]] = {
    "recalled": (
        lambda: issued().ledger("2026-12-02T08:00+07:00", RECALL),
        "ĐÃ THU HỒI – KHÔNG DÙNG",
        "Từ 7 giờ 30 ngày 02/12/2026.",
        "",
    ),
    "expired": (
        lambda: issued().ledger("2026-12-21T08:00+07:00"),
        "ĐÃ HẾT HIỆU LỰC – KHÔNG DÙNG",
        "Từ 8 giờ 00 ngày 20/12/2026.",
        "",
    ),
    "superseded": (
        superseded,
        "ĐÃ ĐƯỢC THAY THẾ – KHÔNG DÙNG",
        "Từ 10 giờ 00 ngày 01/12/2026.",
        "ND-2026-0002",
    ),
    "withdrawn": (
        withdrawn,
        "ĐÃ NGỪNG DÙNG – KHÔNG DÙNG NỮA",
        "Từ 10 giờ 00 ngày 01/12/2026.",
        "",
    ),
}
UNUSABLE = ("Nước đạt quy chuẩn", "Mai sẽ hết mùi", "Tin ngắn về nước", "bà con", "hết mùi hoàn")


@pytest.mark.pdf
@pytest.mark.parametrize("end", ENDS)
def test_what_is_out_of_use_says_only_so_on_its_card_and_in_its_texts(end: str) -> None:
    make, stamp, since, instead = ENDS[end]
    one = handout(make())
    text, script = said(card(one)), announcement(one).text
    for told in (text, script):
        assert stamp in told
        assert since in told
        assert instead in told
        assert [gone for gone in UNUSABLE if gone in told] == []
    assert "DÙNG ĐẾN" not in text
    assert announcement(one).parts == ()


# ── room on the page ─────────────────────────────────────────────────────────────────────────

LONG = "Bà con mở vòi xả từ ba đến năm phút trước khi dùng nước để ăn, uống, nấu và pha sữa"


def long_desk(sentences: int, refusals: int) -> Desk:
    say = "".join(
        f"\n  - {{text: '{LONG} {n}.', because: [TT-2026-0001]}}" for n in range(sentences)
    )
    refused = "".join(
        f"\n  - {{text: '{LONG} không {n}.', why: '{LONG}.'}}" for n in range(refusals)
    )
    return issued(say=say, do_not_say=refused)


@pytest.mark.pdf
@pytest.mark.parametrize(("sentences", "refusals"), [(3, 3), (3, 8), (3, 20), (40, 40)])
def test_a_long_card_stays_one_page_and_is_cut_between_sentences_only(
    sentences: int, refusals: int
) -> None:
    one = handout(long_desk(sentences, refusals).ledger())
    pdf = card(one)
    text = said(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert len(opened.pages) == 1
    spoken = [f"{LONG} {n}." for n in range(sentences)]
    refused = [f"{LONG} không {n}." for n in range(refusals)]
    whole = [line for line in (*spoken, *refused) if line in text]
    assert len(re.findall(re.escape(LONG), text.replace(f"{LONG}.", ""))) == len(whole)
    reasons = text.count(f"{LONG}.")
    is_whole = len(whole) + reasons == sentences + 2 * refusals and "CĂN CỨ" in text
    assert ("xem đủ ở bản tin BT-2026-0001" in text) is not is_whole
    assert spoken[0] in text
    assert "DÙNG ĐẾN 8 giờ 00 ngày 20/12/2026" in text
    assert page.validate_pdf_bytes(pdf, profile="ua-1").is_compliant


@pytest.mark.pdf
def test_what_matters_least_is_given_up_first() -> None:
    """The reasons, the evidence and the unknown go before any sentence that must not be said."""
    text = said(card(handout(long_desk(3, 8).ledger())))
    assert f"{LONG} không 7." in text or "CĂN CỨ" not in text
    assert all(f"{LONG} {n}." in text for n in range(3))


PAPERS: Mapping[str, tuple[float, float, float]] = {  # width and height in mm, least type in pt
    "card": (210, 297, 12),
    "card-a5": (148, 210, 9),
}


@pytest.mark.pdf
@pytest.mark.parametrize("document", CARDS)
def test_a_card_has_its_paper_and_no_type_that_is_read_is_too_small(document: str) -> None:
    width, height, given = PAPERS[document]
    least = given - 0.01
    one = handout(long_desk(3, 12).ledger())
    with unpacked(card(one, document)) as opened:
        (sheet,) = opened.pages
        assert float(sheet.width) == pytest.approx(width * MM, abs=0.1)
        assert float(sheet.height) == pytest.approx(height * MM, abs=0.1)
        foot = max(line["top"] for line in sheet.chars if line["size"] >= least)
        read = [letter for letter in sheet.chars if letter["top"] <= foot]
        assert min(letter["size"] for letter in read) >= least
        assert {letter["size"] for letter in sheet.chars if letter["top"] > foot} != set()


@pytest.mark.pdf
@pytest.mark.parametrize("document", CARDS)
def test_the_question_is_the_headline_and_key_messages_are_as_large(document: str) -> None:
    pdf = card(handout(issued().ledger()), document)
    with unpacked(pdf) as opened:
        sizes = {
            words: round(max(one["chars"][0]["size"] for one in opened.pages[0].search(words)), 2)
            for words in (
                "Nước đạt quy chuẩn và",
                "Nước có an toàn không",
                "Mai sẽ hết",
                "nghiệm nước",
            )
        }
    said, question, refused, fact = sizes.values()
    assert said == question
    assert said >= 1.3 * refused
    assert refused >= fact
    assert said == {"card": 28, "card-a5": 20.5}[document]


@pytest.mark.pdf
def test_a_full_card_still_has_key_messages_of_22_points() -> None:
    """Three sentences, three things not to say with their reasons: the usual card, on A4."""
    clause = LONG.partition(" trước")[0]
    say = "".join(f"\n  - {{text: {clause} {n}., because: [TT-2026-0001]}}" for n in "abc")
    refused = "".join(f"\n  - {{text: {clause} {n}., why: Chưa có kết luận.}}" for n in "def")
    pdf = card(handout(issued("exercise", say=say, do_not_say=refused).ledger()))
    with unpacked(pdf) as opened:
        (sheet,) = opened.pages
        sizes = [one["chars"][0]["size"] for one in sheet.search(rf"{clause} [abc]\.")]
    assert len(sizes) == 3
    assert min(sizes) >= 21.99
    assert "Thẻ chỉ đủ chỗ" not in said(pdf)


@pytest.mark.pdf
@pytest.mark.parametrize("document", CARDS)
def test_a_short_card_fills_its_page_with_larger_type_than_a_long_one(document: str) -> None:
    def largest(desk: Desk) -> float:
        with unpacked(card(handout(desk.ledger()), document)) as opened:
            return float(max(letter["size"] for letter in opened.pages[0].chars))

    assert largest(issued()) > 1.2 * largest(long_desk(3, 6))


# ── the texts ────────────────────────────────────────────────────────────────────────────────


def parts_of(desk: Desk) -> dict[str, str]:
    return {one.title: one.text for one in announcement(handout(desk.ledger())).parts}


def test_a_script_is_composed_in_the_order_in_which_people_listen() -> None:
    text = parts_of(
        issued(script="", say=SAY + "  - {text: Xả vòi từ 3 đến 5 phút., because: [TT-2026-0001]}")
    )["Lời đọc loa"]
    parts = (
        "Kính thưa bà con phường Sông Xanh.",
        "Ban Tuyên giáo và Ban Dân vận thông báo:",
        "Nước đạt quy chuẩn và dùng được.",
        "Xả vòi từ ba đến năm phút.",
        "Cần hỏi thêm, xin liên hệ Trực ban, Ban Dân vận, trực giờ hành chính.",
        "Đến nay còn chưa rõ: thời điểm hết mùi hoàn toàn.",
        "Thông tin tiếp theo sẽ có lúc mười bảy giờ ngày mùng ba tháng mười hai năm hai nghìn",
        "có giá trị đến tám giờ ngày hai mươi tháng mười hai",
        "Xin trân trọng cảm ơn.",
    )
    places = [text.find(part) for part in parts]
    assert -1 not in places, (parts[places.index(-1)], text)
    assert places == sorted(places)
    assert not any(letter.isdigit() for letter in text)


def test_a_script_that_editors_wrote_is_read_as_they_wrote_it_with_its_numbers_said() -> None:
    parts = parts_of(issued(script="Kính thưa bà con, 21 mẫu nước đều đạt."))
    assert parts["Lời đọc loa"] == "Kính thưa bà con, hai mươi mốt mẫu nước đều đạt."
    assert parts["Tin ngắn cho nhóm nhắn tin"] == "Tin ngắn về nước máy của phường."
    assert parts["Tin SMS không dấu"] == "Tin ngan ve nuoc may cua phuong."


def test_the_file_tells_how_long_reading_takes_and_when_to_stop() -> None:
    text = announcement(handout(issued(script="tiếng " * 330).ledger())).text
    assert "Đọc khoảng 2 phút: 330 tiếng, tính 165 tiếng một phút" in text
    assert "ngừng đọc lúc 8 giờ 00 ngày 20/12/2026" in text
    assert text.endswith("\n") and "\r" not in text
    assert text == unicodedata.normalize("NFC", text)


def test_how_long_reading_takes_is_told_in_minutes_and_seconds() -> None:
    told = {count: seconds_of(count) for count in (1, PACE, 230, PACE * 3)}
    assert told == {1: 5, PACE: 60, 230: 85, PACE * 3: 180}
    assert [length_text(seconds, Language.VI) for seconds in told.values()] == [
        "5 giây",
        "1 phút",
        "1 phút 25 giây",
        "3 phút",
    ]
    assert length_text(61, Language.EN) == "1 minute 1 second"
    assert length_text(125, Language.EN) == "2 minutes 5 seconds"


def test_the_times_that_are_set_for_the_loudspeaker_stand_in_the_text_file() -> None:
    readings = "[{on: 2026-12-05, at: ['17:00', '06:30']}, {on: 2026-12-04, at: ['06:05']}]"
    text = announcement(handout(issued(readings=readings).ledger())).text
    assert "Giờ phát đã hẹn: 04/12/2026: 6 giờ 05; 05/12/2026: 6 giờ 30, 17 giờ 00." in text
    assert "Giờ phát" not in announcement(handout(issued().ledger())).text


def test_an_exercise_says_so_first_and_last_in_the_file_and_in_every_text() -> None:
    one = announcement(handout(issued("exercise").ledger()))
    lines = one.text.splitlines()
    assert (lines[0], lines[-1]) == ("DIỄN TẬP", "DIỄN TẬP")
    script, short, plain_text = (part.text for part in one.parts)
    assert script.splitlines()[0].startswith("DIỄN TẬP.")
    assert script.splitlines()[-1].startswith("DIỄN TẬP.")
    assert short.startswith("DIỄN TẬP. ") and short.endswith(" DIỄN TẬP.")
    assert plain_text.startswith("DIEN TAP. ") and plain_text.endswith(" DIEN TAP.")
    assert "DIỄN TẬP" not in announcement(handout(issued().ledger())).text


@pytest.mark.parametrize("mode", ["actual", "exercise"])
@pytest.mark.parametrize("words", [3, 40, 120])
def test_a_composed_short_text_has_room_and_whole_sentences(mode: str, words: int) -> None:
    say = "".join(f"\n  - {{text: '{'nước ' * words}{n}.'}}" for n in range(3))
    short = parts_of(issued(mode, short_text="", say=say))["Tin ngắn cho nhóm nhắn tin"]
    assert len(short) <= 300
    assert "Hỏi Trực ban, Ban Dân vận." in short
    assert short.count("nước") in (0, words, 2 * words, 3 * words)


@pytest.mark.parametrize(
    ("text", "plain_text", "parts"),
    [
        ("Đường ống “A” – 5 m³, 30 °C…", 'Duong ong "A" - 5 m3, 30  do C...', 1),
        ("a" * 160, "a" * 160, 1),
        ("a" * 161, "a" * 161, 2),
        ("a" * 306, "a" * 306, 2),
        ("a" * 307, "a" * 307, 3),
        ("a" * 159 + "€", "a" * 159 + "€", 2),
        ("ế" * 70, "e" * 70, 1),
    ],
)
def test_a_text_for_every_telephone_has_plain_letters_and_is_counted(
    text: str, plain_text: str, parts: int
) -> None:
    assert sms.unmarked(text).replace("  ", " ") == plain_text.replace("  ", " ")
    assert sms.parts(sms.unmarked(text)) == parts


# 3GPP TS 23.038 and 23.040: places in one message, and in each of several.
@pytest.mark.parametrize(("letter", "one", "each"), [("a", 160, 153), ("ế", 70, 67), ("€", 80, 76)])
def test_a_text_is_sent_in_as_many_parts_as_telephones_make_of_it(
    letter: str, one: int, each: int
) -> None:
    """€ takes two places of the plain alphabet, and is not parted: 76 of it in 153 places."""
    counts = (1, one, one + 1, 2 * each, 2 * each + 1, 3 * each, 3 * each + 1)
    assert [sms.parts(letter * count) for count in counts] == [1, 1, 2, 2, 3, 3, 4]


@pytest.mark.parametrize(("text", "places"), [("a", 1), ("€", 2), ("ế", 1), ("😀", 2), ("a€\\", 5)])
def test_a_letter_takes_as_many_places_as_a_telephone_counts(text: str, places: int) -> None:
    assert sms.length(text) == places


def test_one_letter_with_a_mark_makes_the_whole_text_wide() -> None:
    assert sms.parts("a" * 160) == 1
    assert sms.parts("a" * 159 + "ă") == 3
    assert sms.is_plain("à ê é".replace("ê", "e")) and not sms.is_plain("đ")


@given(st.text(alphabet="aăâđơưếộỹẨĐ “”–…,.0 ", max_size=400))
def test_no_vietnamese_text_needs_more_than_the_plain_alphabet(text: str) -> None:
    assert sms.is_plain(sms.unmarked(text))
    assert sms.parts(sms.unmarked(text)) <= sms.parts(text + "ế")


# ── on the site ──────────────────────────────────────────────────────────────────────────────


def test_the_page_of_a_message_shows_and_links_what_is_handed_out() -> None:
    pages = {p.address: p for p in plan_site(week().ledger(), Language.VI)}
    body = pages[f"messages/{ONE}/"].make().body
    for end in (".pdf", "-a5.pdf", "-loa.pdf", ".txt"):
        assert f'href="{ONE}{end}"' in body
    text = shown(body)
    for part in announcement(handout(week().ledger())).parts:
        assert " ".join(part.text.split()) in text
        assert part.title in text
    assert body.count("Tin ngắn về nước máy của phường.") == 1


def test_every_message_has_its_files_and_no_pdf_when_none_is_wished(workspace: Path) -> None:
    for with_pdf in (True, False):
        plan = plan_of(workspace, Wish(at="2026-11-23T18:00+07:00", with_pdf=with_pdf))
        paths = {o.path: o for o in message_papers.of_messages(plan)}
        ids = plan.ledger.of(Message)
        assert {f"messages/{one}/{one}.txt" for one in ids} <= set(paths)
        ends = (".pdf", "-a5.pdf", "-loa.pdf")
        cards = {f"messages/{one}/{one}{end}" for one in ids for end in ends}
        assert cards & set(paths) == (cards if with_pdf else set())
        assert all(paths[name].is_heavy for name in cards & set(paths))


def test_a_paper_is_not_rendered_twice_for_the_same_words(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def counted(jobs: Iterable[PdfJob], _: int = 0) -> bytes:
        made.append(next(iter(jobs)).title)
        return b"%PDF"

    monkeypatch.setattr("generator.targets.pdf.engine.render_on_one_page", counted)
    monkeypatch.setattr("generator.targets.pdf.engine.render_pdf", lambda job: counted([job]))
    for _ in range(2):
        plan = plan_of(workspace, Wish(at="2026-11-23T18:00+07:00"))
        outputs = [o for o in message_papers.of_messages(plan) if o.path.endswith(".pdf")]
        assert {output.make().content for output in outputs} == {b"%PDF"}
    is_stopped = [handout_of(plan.context, one).stop for one in plan.ledger.of(Message)]
    assert (is_stopped.count(None), len(is_stopped)) == (2, 3)
    assert len(made) == 3 * 2 + 1


@pytest.mark.parametrize("end", ENDS)
def test_a_stopped_message_has_one_sheet_under_every_address_and_an_ended_one_none(
    end: str, workspace: Path
) -> None:
    plan = Plan(workspace, ENDS[end][0](), "", "", Language.VI)
    sheets = {o.path: o for o in message_papers.of_messages(plan) if o.is_heavy and ONE in o.path}
    said = {"".join(output.prints()) for output in sheets.values() if output.prints}
    is_over = end == "expired"
    assert len(said) == (0 if is_over else 1)
    assert len(sheets) == (0 if is_over else 3)
    page = next(page for page in plan.pages if page.address == f"messages/{ONE}/").make()
    shown = re.findall(rf'href="({ONE}[^"]*)"', page.body)
    assert sorted(set(shown)) == ([f"{ONE}.txt"] if is_over else [f"{ONE}.pdf", f"{ONE}.txt"])


def test_a_registered_telephone_may_be_said_in_words_and_no_other() -> None:
    guard = Guard(Allowance(phones=phones_in("024 3355 7788")), week().ledger())
    said_so = "Gọi số điện thoại không hai bốn, ba ba năm năm, bảy bảy tám tám, trực cả ngày."
    other = said_so.replace("tám tám", "tám chín")

    def checked(text: str) -> FileContent:
        made = FileContent(text.encode())
        return guard.guarded(Output("a.txt", "k", lambda: made)).make()

    assert checked(said_so).content
    with pytest.raises(Exception, match="BT501"):
        checked(other)


# ── in English ───────────────────────────────────────────────────────────────────────────────


def in_english(desk: Desk) -> Handout:
    return handout_of(SiteContext(desk.ledger(), Language.EN), ONE)


@pytest.mark.pdf
def test_in_english_a_card_says_the_same_in_the_same_order() -> None:
    text = said(card(in_english(issued())))
    parts = (
        "Message card",
        "Nước có an toàn không?",
        "ND-2026-0001 · version 1 · in BT-2026-0001, 1",
        "IN USE USE UNTIL",
        "After that, do not use it.",
        "SAY",
        "Nước đạt quy chuẩn và dùng được.",
        "DO NOT SAY",
        "NOT YET KNOWN",
        "EVIDENCE",
        "WHO ANSWERS",
        "Next update:",
        "Check code:",
    )
    places = [text.find(part) for part in parts]
    assert -1 not in places, (parts[places.index(-1)], text)
    assert places == sorted(places)


def test_in_english_the_texts_are_the_same_texts() -> None:
    desk = issued("exercise", script="", short_text="")
    one = announcement(in_english(desk))
    assert one.text.startswith("EXERCISE\n")
    script, short, plain_text = one.parts
    assert script.title == "Loudspeaker script"
    assert "Dear residents of phường Sông Xanh." in script.text
    assert "To ask more, turn to" in script.text
    assert "Thank you." in script.text
    assert script.lines[0].startswith("About ")
    assert short.text.startswith("EXERCISE. ") and len(short.text) <= 300
    assert sms.is_plain(plain_text.text)
    assert f"{sms.length(plain_text.text)} characters, {sms.parts(plain_text.text)} SMS" in str(
        plain_text.lines
    )


@pytest.mark.pdf
@pytest.mark.parametrize("end", ENDS)
def test_in_english_too_what_is_out_of_use_says_only_so(end: str) -> None:
    one = handout_of(SiteContext(ENDS[end][0](), Language.EN), ONE)
    text = said(card(one)) + announcement(one).text
    assert text.count("DO NOT USE") >= 2
    assert [gone for gone in UNUSABLE if gone in text] == []
