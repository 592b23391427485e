"""What is read over a loudspeaker: every number, day, time, unit and short form in words."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.speech.doubts import doubts
from generator.base.speech.numerals import cardinal, decimal, digits
from generator.base.speech.speech import aloud

ROWS = (Path(__file__).parent / "spoken.tsv").read_text("utf-8").splitlines()[1:]
# What people write, how it is said, and whence the row is: “blind” by somebody who had not seen the
# program, some then changed to the way of saying that the program keeps throughout.
TABLE = [tuple(row.split("\t")) for row in ROWS]


def test_a_text_is_said_as_people_say_it() -> None:
    heard = [(written, said, aloud(written)) for written, said, _ in TABLE]
    assert not [row for row in heard if row[1] != row[2]]


def test_the_table_is_long_enough_to_mean_something() -> None:
    written = [row[0] for row in TABLE]
    assert len(written) == len(set(written)) >= 900
    assert sum(whence.startswith("blind") for _, _, whence in TABLE) >= 450


UNSURE = (
    "3/4", "5.2", "1-2/3", "1/2", "trên 60t", "họp T4", "50,000 đ", "1,234", "CN Sông Xanh",
    "TT 05", "mốc XIV", "theo VBND", "dài 12kx", "đến 10-12", "Cấm từ 5-12", "các ngày 10-12",
    "các ngày 3-5, 8-10", "đợt 10-12", "024 3382 xxxx", "lô A2-NV5", "phòng HT&ĐT", "Sở VH-TT",
    "Đ.5", "→ 5", "☑ đạt", "50Hz; 12V; 5A", "24/7", "Chi bộ 3/2", "tới CA nhé", "5 ¥", "15/2026",
    "Báo cáo 11/2026", "dùng 20K", "9-12-14", "8°30'N", "Th.S Nam", "XIII", "bảy hmx", "7h5",
    "xe 10T", "100,200,300", "Chi đoàn 26/3", "80 l/p", "Bản tin 12/2026", "mua @ chợ",
)  # fmt: skip
SURE = (
    "sáng thứ 4, 3/4 số hộ", "UBND PHƯỜNG SÔNG XANH", "ngày 3/4", "16-22/11", "1,25 tỷ đồng",
    "1.250 đ/m³", "nhắn Zalo, gas và clo", "Facebook, camera", "Km12+500-Km13+200", "trực 24/7",
    "từ 5-12 đến 10-12", "hạn 15-12", "UBND-HĐND", "QĐ số 5/2026", "dài 1m65", "VNeID", "T2-T6",
    "Số 1/4 phố Huế", "tại ngõ 3/4", "bể 12,5 m³", "COVID-19", "QCVN 01-1:2024/BYT", "lớp 10A2",
    "8/3",
)  # fmt: skip


@pytest.mark.parametrize("written", UNSURE)
def test_what_cannot_be_read_for_sure_is_told(written: str) -> None:
    assert list(doubts(written))


@pytest.mark.parametrize("written", SURE)
def test_what_is_clear_is_not_doubted(written: str) -> None:
    assert not list(doubts(written))


def test_a_doubt_is_told_once_and_shows_what_would_be_said() -> None:
    assert list(doubts("đến 10-12, CT1-CT5")) == [
        ("đến 10-12", "đến ngày mùng mười tháng mười hai"),
        ("CT", "CT"),
    ]


def test_few_rows_of_the_table_are_doubted() -> None:
    doubted = [row[0] for row in TABLE if list(doubts(row[0]))]
    assert len(doubted) <= 5, doubted


# ── properties ───────────────────────────────────────────────────────────────────────────────

_VALUES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_SCALES = {"nghìn": 10**3, "triệu": 10**6}


def understood(said: str) -> int:
    """The number that a listener hears, by a reading of its own."""
    high, _, low = said.rpartition(" tỷ")
    total, group, unit = 0, 0, 0
    for word in low.split():
        if word in _SCALES:
            total, group, unit = total + (group + unit) * _SCALES[word], 0, 0
        elif word in ("trăm", "mươi"):
            group, unit = group + unit * (100 if word == "trăm" else 10), 0
        elif word != "linh":
            group, unit = (group, _VALUES[word]) if word != "mười" else (group + 10, 0)
    return (understood(high) * 10**9 if high else 0) + total + group + unit


@given(st.integers(0, 10**13))
def test_a_number_is_heard_as_it_is_written(number: int) -> None:
    assert understood(cardinal(number)) == number
    assert cardinal(-number) == ("không" if number == 0 else f"âm {cardinal(number)}")


@given(st.integers(0, 10**13))
def test_no_number_is_said_as_nobody_says_it(number: int) -> None:
    said = f" {cardinal(number)} "
    for wrong in (
        "mươi năm ",
        "mươi một ",
        "mươi bốn ",
        "mười năm ",
        "mười mốt ",
        "mười tư ",
        "  ",
    ):
        assert wrong not in said
    assert not re.search(r"(?:^ |linh )(?:lăm|mốt)", said)


@given(st.from_regex(r"[0-9]{1,20}", fullmatch=True), st.from_regex(r"[0-9]{1,8}", fullmatch=True))
def test_a_decimal_loses_no_digit(whole: str, fraction: str) -> None:
    said = decimal(whole, fraction).partition(" phẩy ")[2]
    heard = [_VALUES[word] for word in said.split() if word in _VALUES]
    short = len(fraction) <= 2 and not fraction.startswith("0")
    assert understood(said) == int(fraction) if short else heard == [int(one) for one in fraction]


PIECES = st.sampled_from(
    [row[0] for row in TABLE]
    + ["nước", "(", ")", ".", ",", "/", "-", "–", ":", "\n", "%", "°C", "h", "ngày", "tháng", "quý"]
)
NUMBERS = st.from_regex(r"[0-9]{1,5}([.,/:-][0-9]{1,4}){0,3}[a-zđA-Z%]?", fullmatch=True)


@given(st.lists(st.one_of(PIECES, NUMBERS), max_size=8), st.sampled_from(["", " "]))
def test_whatever_is_written_leaves_no_digit(pieces: list[str], between: str) -> None:
    said = aloud(between.join(pieces))
    assert not any(letter.isdecimal() for letter in said)
    assert "  " not in said
    assert said == said.strip()


@given(st.lists(st.one_of(st.sampled_from([row[0] for row in TABLE]), NUMBERS), max_size=8))
def test_what_is_in_words_is_said_as_it_is(pieces: list[str]) -> None:
    said = aloud("; ".join(pieces))
    assert aloud(said) == said


@given(st.text(max_size=80))
def test_any_text_is_nfc_and_without_digits_of_ours(text: str) -> None:
    said = aloud(text)
    assert not re.search("[0-9]", said)
    assert said == unicodedata.normalize("NFC", said)


@given(st.from_regex(r"0[0-9]{2} [0-9]{4} [0-9]{4}", fullmatch=True))
def test_a_telephone_number_keeps_every_digit_in_order(number: str) -> None:
    heard = [
        _VALUES[word] for word in aloud(f"Gọi {number}.").strip(".").replace(",", "").split()[1:]
    ]
    assert heard == [int(one) for one in number if one != " "]
    assert digits(number).split() == aloud(number).replace(",", "").split()
