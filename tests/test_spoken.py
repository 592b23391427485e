"""What is read over a loudspeaker: every number, day, time, unit and short form in words."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.speech.numerals import cardinal, decimal, digits
from generator.base.speech.speech import aloud

CASES = """
0 | không
4 | bốn
5 | năm
10 | mười
11 | mười một
14 | mười bốn
15 | mười lăm
20 | hai mươi
21 | hai mươi mốt
24 | hai mươi tư
25 | hai mươi lăm
40 | bốn mươi
55 | năm mươi lăm
91 | chín mươi mốt
100 | một trăm
101 | một trăm linh một
105 | một trăm linh năm
110 | một trăm mười
115 người | một trăm mười lăm người
221 hộ | hai trăm hai mươi mốt hộ
1000 | một nghìn
1.005 | một nghìn không trăm linh năm
1.015 hộ | một nghìn không trăm mười lăm hộ
2026 | hai nghìn không trăm hai mươi sáu
20.005 | hai mươi nghìn không trăm linh năm
100.000 người | một trăm nghìn người
523.056 | năm trăm hai mươi ba nghìn không trăm năm mươi sáu
1.000.005 | một triệu không trăm linh năm
1.234.567 đồng | một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng
1.000.101.017 | một tỷ một trăm linh một nghìn không trăm mười bảy
3 tỷ đồng | ba tỷ đồng
Phiếu số 04 | Phiếu số không bốn
12,5 | mười hai phẩy năm
1.234,5 | một nghìn hai trăm ba mươi tư phẩy năm
0,05 | không phẩy không năm
7,25 | bảy phẩy hai mươi lăm
1.5 lít | một phẩy năm lít
3,1416 | ba phẩy một bốn một sáu
-5 °C | âm năm độ C
35°C | ba mươi lăm độ C
12,5% | mười hai phẩy năm phần trăm
3-5% | ba đến năm phần trăm
từ 3 đến 5 phút | từ ba đến năm phút
nhiệm kỳ 2025–2030 | nhiệm kỳ hai nghìn không trăm hai mươi lăm đến hai nghìn không trăm ba mươi
10 km | mười ki-lô-mét
60 km/h | sáu mươi ki-lô-mét trên giờ
0,5 mg/l | không phẩy năm mi-li-gam trên lít
25 µg/m³ | hai mươi lăm mi-crô-gam trên mét khối
12–15 m³/ngày | mười hai đến mười lăm mét khối trên ngày
tính bằng mg/l | tính bằng mi-li-gam trên lít
2 ha và 300 m² | hai héc-ta và ba trăm mét vuông
90 dBA | chín mươi đề-xi-ben
50.000đ | năm mươi nghìn đồng
50.000 VNĐ | năm mươi nghìn đồng
3/4 số hộ | ba phần tư số hộ
2/3 số hộ | hai phần ba số hộ
40/50 tổ | bốn mươi trên năm mươi tổ
trực 24/24 giờ | trực hai mươi tư trên hai mươi tư giờ
trực 24/7 | trực hai mươi tư trên bảy
18/11/2026 | ngày mười tám tháng mười một năm hai nghìn không trăm hai mươi sáu
ngày 18/11/2026 | ngày mười tám tháng mười một năm hai nghìn không trăm hai mươi sáu
2026-11-18 | ngày mười tám tháng mười một năm hai nghìn không trăm hai mươi sáu
ngày 05/02/2027 | ngày mùng năm tháng hai năm hai nghìn không trăm hai mươi bảy
ngày 19/11 | ngày mười chín tháng mười một
chiều 19/11 | chiều mười chín tháng mười một
đến 21/11 | đến ngày hai mươi mốt tháng mười một
ngày 5/11 | ngày mùng năm tháng mười một
ngày 20 và 21/11 | ngày hai mươi và hai mươi mốt tháng mười một
ngày 20-22/11/2030 | ngày hai mươi đến hai mươi hai tháng mười một năm hai nghìn không trăm ba mươi
ngày 30/4 | ngày ba mươi tháng tư
ngày 4 tháng 4 | ngày mùng bốn tháng tư
ngày 25 hằng tháng | ngày hai mươi lăm hằng tháng
trong 5 ngày | trong năm ngày
tháng 2, tháng 5 | tháng hai, tháng năm
tháng 4/2027 | tháng tư năm hai nghìn không trăm hai mươi bảy
11/2026 | tháng mười một năm hai nghìn không trăm hai mươi sáu
quý 4/2026 | quý bốn năm hai nghìn không trăm hai mươi sáu
Quý IV/2026 | Quý bốn năm hai nghìn không trăm hai mươi sáu
Đại hội lần thứ XIV | Đại hội lần thứ mười bốn
thứ 4 và thứ 7 | thứ tư và thứ bảy
lần thứ 1 | lần thứ nhất
6 giờ 30 | sáu giờ ba mươi phút
6 giờ 30 phút | sáu giờ ba mươi phút
18 giờ 00 | mười tám giờ
lúc 8h30 | lúc tám giờ ba mươi phút
06:05 | sáu giờ năm phút
22h–4h | hai mươi hai giờ đến bốn giờ
từ 22 giờ đến 4 giờ | từ hai mươi hai giờ đến bốn giờ
024 3355 7788 | không hai bốn, ba ba năm năm, bảy bảy tám tám
0912.345.678 | không chín một hai, ba bốn năm, sáu bảy tám
19001234 | một chín không không một hai ba bốn
gọi 115 | gọi một một năm
tổng đài 1022 | tổng đài một không hai hai
115 xe | một trăm mười lăm xe
UBND phường | Ủy ban nhân dân phường
HĐND và UBND TP. Hà Nội | Hội đồng nhân dân và Ủy ban nhân dân thành phố Hà Nội
TP.HCM | Thành phố Hồ Chí Minh
Ủy ban MTTQ | Ủy ban Mặt trận Tổ quốc
P. 12, Q. 1 | phường mười hai, quận một
TDP số 3 | tổ dân phố số ba
PCCC & CNCH | phòng cháy, chữa cháy và cứu nạn, cứu hộ
điện, nước, v.v. | điện, nước, vân vân
Nghị định 30/2020/NĐ-CP | Nghị định ba mươi năm hai nghìn không trăm hai mươi, Chính phủ
số 15-KH/BTG | số mười lăm, Kế hoạch Ban Tuyên giáo
đạt QCVN | đạt quy chuẩn Việt Nam
nước sạch (căn cứ: TT-2026-0004, TT-2026-0010). | nước sạch.
nước sạch, theo TT-2026-0004/v2. | nước sạch,.
tổ 12A | tổ mười hai A
COVID-19 | COVID mười chín
pH 7,2 | pH bảy phẩy hai
≥ 5 người | từ năm người
hỏi a.b1@vi.vn | hỏi a chấm b một a còng vi chấm vn
Cả 21 mẫu | Cả hai mươi mốt mẫu
từ 7 giờ 30 đến 21 giờ | từ bảy giờ ba mươi phút đến hai mươi mốt giờ
0,2–0,5 mg/l | không phẩy hai đến không phẩy năm mi-li-gam trên lít
150 m³/ngày đêm | một trăm năm mươi mét khối trên ngày đêm
1.200 m3/ngđ | một nghìn hai trăm mét khối trên ngày đêm
12.000 m³/ngày.đêm | mười hai nghìn mét khối trên ngày đêm
35,5 °C | ba mươi lăm phẩy năm độ C
(024) 3355 7788 | không hai bốn, ba ba năm năm, bảy bảy tám tám
+84 24 3355 7788 | cộng tám bốn, hai bốn, ba ba năm năm, bảy bảy tám tám
UBND, HĐND, MTTQ | Ủy ban nhân dân, Hội đồng nhân dân, Mặt trận Tổ quốc
ống D200 | ống D hai trăm
tuyến D200-D300 | tuyến D hai trăm đến D ba trăm
quý IV | quý bốn
5/12/2026 | ngày mùng năm tháng mười hai năm hai nghìn không trăm hai mươi sáu
16–22/11 | ngày mười sáu đến hai mươi hai tháng mười một
16-22/11/2026 | ngày mười sáu đến hai mươi hai tháng mười một năm hai nghìn không trăm hai mươi sáu
từ 16/11–22/11 | từ ngày mười sáu tháng mười một đến ngày hai mươi hai tháng mười một
ngõ 12/3 | ngõ mười hai trên ba
2 lần/ngày | hai lần một ngày
TCVN 7:2010/BYT | tiêu chuẩn Việt Nam bảy, năm hai nghìn không trăm mười, Bộ Y tế
cúm A/H5N1 | cúm A H năm N một
Đ/c Bí thư | đồng chí Bí thư
"""
TABLE = [tuple(line.split(" | ")) for line in CASES.strip().splitlines()]


@pytest.mark.parametrize(("written", "said"), TABLE, ids=[row[0] for row in TABLE])
def test_a_text_is_said_as_people_say_it(written: str, said: str) -> None:
    assert aloud(written) == said


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len({written for written, _ in TABLE}) >= 80


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
