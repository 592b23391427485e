"""The loudspeaker script on paper: what a reader at the microphone holds in hand."""

import re
import unicodedata
from io import BytesIO
from itertools import pairwise

import page
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.diagnostics import Refused
from generator.base.text import Language, syllables
from generator.guard.allowance import Allowance, phones_in
from generator.model.layouts import profile_names
from generator.model.ledger.ledger import Ledger
from generator.targets.build.output import FileContent, Output
from generator.targets.build.output_guard import Guard
from generator.views.context.site_context import SiteContext
from generator.views.message.announcement import script_of, seconds_of
from generator.views.message.handout import handout_of
from generator.views.message.script_sheet import BREATH, script_job, sentences_of
from tests.measure import every_page_says, unpacked
from tests.prints import print_once
from tests.test_card import ENDS, ONE, handout, issued
from tests.test_pdf import SHIPPED, elements_of, fonts_of, text_of

pytestmark = pytest.mark.pdf

# How many sentences make a script that has room to spare, and one that no single sheet holds.
SHORT, TOO_LONG = 2, 12
WEEK = "[{on: 2026-12-05, at: ['17:00', '06:30']}, {on: 2026-12-04, at: ['06:05']}]"
LONG = "Từ 7 giờ 30 đến 21 giờ ngày 5/12/2026, Trạm Y tế đo clo dư 0,2–0,5 mg/l; xả vòi 3 phút. "


def printed(ledger: Ledger) -> str:
    return " ".join(text_of(print_once(script_job(handout(ledger)))).split())


def test_it_says_how_long_until_when_what_to_read_and_leaves_room_for_the_times() -> None:
    text = printed(issued(script="Kính thưa bà con, 21 mẫu nước đều đạt.").ledger())
    parts = (
        "Lời đọc loa",
        "Tiêu đề ND-2026-0001",
        "CHỈ PHÁT ĐẾN 8 giờ 00 ngày 20/12/2026",
        "Khoảng 5 giây, 11 tiếng.",
        "Ghi ngày, giờ từng lần phát vào bảng bên",
        "Có thông tin tiếp theo lúc 17 giờ 00 ngày 03/12/2026",
        "Muốn biết nội dung này còn dùng được không, hỏi: Ban Dân vận · truc-ban.dan-van@",
        "Ngày Giờ phát Người phát (ký)",
        "Kính thưa bà con, hai mươi mốt mẫu nước đều đạt.",
    )
    places = [text.find(part) for part in parts]
    assert -1 not in places, (parts[places.index(-1)], text)
    assert places == sorted(places)


@pytest.mark.parametrize("layout", profile_names())
def test_a_script_of_a_minute_and_a_half_is_one_sheet_in_type_of_16_points(layout: str) -> None:
    one = handout(issued("exercise", script=LONG * 5, readings=WEEK).ledger())
    assert 90 <= seconds_of(syllables(script_of(one))) <= 105
    with unpacked(print_once(script_job(one)._replace(layout=layout))) as opened:
        (sheet,) = opened.pages
        read = sheet.filter(_is_large)
        sizes = {round(letter["size"], 2) for letter in read.chars}
        words = [word["text"] for word in read.extract_words()]
    assert (words, sizes) == (script_of(one).split(), {16})


def test_the_times_that_the_record_sets_stand_in_the_table_in_the_order_of_days() -> None:
    text = printed(issued(readings=WEEK).ledger())
    assert "Người phát (ký) 04/12/2026 6 giờ 05 05/12/2026 6 giờ 30 · 17 giờ 00" in text
    assert "Theo lịch ở bảng bên" in text
    assert "Ghi ngày, giờ" not in text


def test_what_copies_out_is_what_is_read() -> None:
    ledger = issued(script=LONG * 12).ledger()
    text = text_of(print_once(script_job(handout(ledger))))
    kept = [line for line in text.splitlines() if not _is_of_the_page(line)]
    assert script_of(handout(ledger)) in " ".join(" ".join(kept).split())
    assert text == unicodedata.normalize("NFC", text)


def _is_of_the_page(line: str) -> bool:
    return bool(re.search(r"phiên bản|Công khai|CHỈ PHÁT|Mã kiểm tra|Trang", line))


@pytest.mark.parametrize("mode", ["actual", "exercise"])
def test_it_keeps_every_rule_of_accessible_pdfs_on_every_page(mode: str) -> None:
    pdf = print_once(script_job(handout(issued(mode, script=LONG * 12).ledger())))
    report = page.validate_pdf_bytes(pdf, profile="ua-1")
    assert [(one.rule_id, one.message) for one in report.failures] == []
    assert set(fonts_of(pdf)) <= SHIPPED
    with pikepdf.open(BytesIO(pdf)) as opened:
        tags = [str(one.get("/S")) for one in elements_of(opened)]
        tags = [tag for tag in tags if re.fullmatch("/H[1-6]", tag)]
    assert tags.count("/H1") == 1
    assert set(tags) == {"/H1", "/H2"}


def test_every_page_says_which_message_it_is_until_when_and_that_it_is_an_exercise() -> None:
    pdf = print_once(script_job(handout(issued("exercise", script=LONG * 12).ledger())))
    every_page_says(pdf, f"{ONE} · phiên bản 1", "CHỈ PHÁT ĐẾN", "Mã kiểm tra: ", "DIỄN TẬP")


@pytest.mark.parametrize("times", [SHORT, TOO_LONG])
def test_what_is_read_is_large_airy_and_no_word_of_it_is_divided(times: int) -> None:
    one = handout(issued(script=LONG * times).ledger())
    with unpacked(print_once(script_job(one))) as opened:
        large = [sheet.filter(_is_large) for sheet in opened.pages]
        words = [word["text"] for sheet in large for word in sheet.extract_words()]
        tops = [sorted({round(word["top"]) for word in s.extract_words()}) for s in large]
    assert words == script_of(one).split()
    apart = min(low - high for lines in tops for high, low in pairwise(lines))
    assert apart >= (24 if times == SHORT else 19.5)
    assert len(large) == (1 if times == SHORT else 2)


def _is_large(found: dict[str, object]) -> bool:
    size = found.get("size")
    return isinstance(size, float) and 15.9 <= size <= 19 and "Bold" not in str(found["fontname"])


@pytest.mark.parametrize("end", ENDS)
def test_out_of_use_there_is_nothing_to_read(end: str) -> None:
    with pytest.raises(ValueError, match=ONE):
        script_job(handout(ENDS[end][0]()))


def test_a_registered_telephone_may_be_read_out_from_paper_and_no_other() -> None:
    """In words it takes more than a line; the last look before publishing sees it whole."""
    script = "Cần hỏi thêm, xin gọi số điện thoại 024 3355 7788, từ 7 giờ đến 21 giờ hằng ngày."
    ledger = issued(script=script).ledger()
    sheet = script_job(handout(ledger))
    made = Output("messages/a-loa.pdf", "k", lambda: FileContent(b"%PDF"), lambda: sheet.shown)
    mail = frozenset({"truc-ban.dan-van@example.vn"})
    other = Allowance(phones=phones_in("024 3355 7789"), accounts=mail)
    with pytest.raises(Refused, match="BT501"):
        Guard(other, ledger).guarded(made).make()
    allowed = Guard(Allowance(phones=phones_in("024 3355 7788"), accounts=mail), ledger)
    assert allowed.guarded(made).make().content == b"%PDF"


def test_a_message_to_come_says_from_when_it_may_be_broadcast() -> None:
    coming = "{from: 2026-12-10T08:00+07:00, until: 2026-12-20T08:00+07:00}"
    text = printed(issued(valid=coming).ledger())
    assert "CHỈ PHÁT TỪ 8 giờ 00 ngày 10/12/2026 ĐẾN 8 giờ 00 ngày 20/12/2026" in text


def test_in_english_it_is_the_same_sheet() -> None:
    one = handout_of(SiteContext(issued(script="").ledger(), Language.EN), ONE)
    text = " ".join(text_of(print_once(script_job(one))).split())
    for part in (
        "Loudspeaker script",
        "BROADCAST UNTIL",
        "Not yet known:",
        "Thank you.",
        "Page 1/",
    ):
        assert part in text


@given(st.lists(st.sampled_from(["nước", "máy", "đạt,", "xả;", "vòi.", "dùng", "ăn:"]), min_size=1))
def test_breaths_lose_no_word_and_are_long_only_where_nobody_may_pause(words: list[str]) -> None:
    paragraph = " ".join(words)
    breaths = [one for sentence in sentences_of(paragraph) for one in sentence]
    assert " ".join(breaths) == paragraph
    for one in breaths:
        assert syllables(one) <= BREATH or not re.search(r"[,;:] ", one)
