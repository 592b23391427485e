"""What people type, paste and save from other programs is understood, or told so that it helps."""

import unicodedata

import pytest

from generator.base.diagnostics import BulletinError, Located
from generator.base.text import Language
from generator.workspace import moment_of_run
from tests.plain_words import faults
from tests.support import FACT, check, in_memory

VALID = in_memory({}).read(FACT).decode()
MESSAGE = "content/records/message/2026/ND-2026-0002.yml"
NEWS = """id: ND-2026-0002
title: An toàn nước sinh hoạt
unit: dan-van
created: 2026-11-28
areas: [song-xanh]
topic: moi-truong
audience: [residents]
question: Nước có an toàn không?
say:
  - text: Nước đạt quy chuẩn.
    because: [TT-2026-0001]
"""
NETWORK = "content/records/network/2026/LL-2026-0002.yml"
COLLABORATORS = """id: LL-2026-0002
title: Lực lượng nắm bắt dư luận
unit: dan-van
created: 2026-11-28
period: {from: 2026-10-01, until: 2026-11-20}
coverage: [{area: song-xanh, groups: 18, collaborators: 21, reporting: 12}]
"""


def found_in(path: str, text: str | bytes) -> list[Located]:
    """What is said of a file, in words that an editor reads; that it waits for approval is not."""
    found = [
        one
        for one in check({path: text}).findings
        if one.span.path == path and one.diagnostic.problem.code != "BT401"
    ]
    assert [fault for one in found for fault in faults(one)] == []
    return found


def told(path: str, text: str | bytes) -> list[tuple[int, str]]:
    return [(one.span.line, one.diagnostic.problem.code) for one in found_in(path, text)]


def mends(path: str, text: str | bytes) -> str:
    """What is wrong and what to do, of all findings of a file."""
    found = found_in(path, text)
    said = [(one.diagnostic.message(Language.VI), one.diagnostic.fix(Language.VI)) for one in found]
    return "\n".join(" ".join(parts) for parts in said)


def with_line(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


# ── digits, days and moments ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９", "०१२३४५६७८९"])
def test_only_the_digits_0_to_9_make_an_id_a_count_or_a_day(digits: str) -> None:
    other = str.maketrans("0123456789", digits)
    fullwidth = digits[0] == "０"
    for path, text, written in (
        (MESSAGE, NEWS, "2026-11-28"),
        (MESSAGE, NEWS, "TT-2026-0001"),
        (NETWORK, COLLABORATORS, "21"),
        (NETWORK, COLLABORATORS, "2026-10-01"),
    ):
        changed = with_line(text, written, written[:-1] + written[-1].translate(other))
        code = "BT109" if fullwidth else "BT104"
        assert told(path, changed)[:1] == [(line_of(text, written), code)]


MOMENTS = {
    "2026-11-29T17:00+07:00": True,
    "2026-11-29T17:00": True,
    "2026-11-29T17:00:30.5Z": True,
    "20261129T1700": False,
    "2026-W48-7T17:00+07:00": False,
    "2026-11-29T17:00,5": False,
    "2026-11-29T17:00:00,5+07:00": False,
    "2026-11-29T17": False,
    "2026-11-29 17:00+07:00": False,
    "2026-11-29t17:00": False,
    "2026-333T17:00": False,
    "1899-12-31T17:00": False,
    "2200-01-01T17:00": False,
}


@pytest.mark.parametrize("written", MOMENTS)
def test_a_moment_is_written_in_one_form_in_files_and_on_the_command_line(written: str) -> None:
    told_codes = told(MESSAGE, f"{NEWS}next_update: {written}\n")
    assert told_codes == ([] if MOMENTS[written] else [(NEWS.count("\n") + 1, "BT104")])
    if not MOMENTS[written]:
        with pytest.raises(BulletinError):
            moment_of_run(written)


# ── letters ──────────────────────────────────────────────────────────────────────────────────

DISGUISED = {
    "Ðỗ": "Đỗ",  # eth, as old fonts and their converters write it
    "Hà Ðông": "Đông",
    "Ɖường": "Đường",
    "d\u0335ường": "đường",
    "nước sạсh": "sạch",  # Cyrillic
    "Hà Nộі": "Nội",
    "tổ А": "A",
    "Νước": "Nước",  # Greek
    "sạch όng": "óng",
    "nhα": "nha",
    "ǎn": "ăn",
    "Ｈà": "Hà",
    "２０２６": "2026",
    "𝗡ước": "Nước",
    "ﬁle": "file",
}
REAL = (
    *("5 μg, 10 µm, 4 kΩ, 3 Ω", "TNFα, ΔT và tia α, β", "Ελλάδα", "Báo Правда", "Россия и СССР"),
    *("Lǎo Shě", "Þórður Ðorð", "越南 Ａ", "⚠️🚨 nước 1️⃣ 👨‍👩‍👧", "Đoàn, Đội", "m³ ½ № ₫"),
)


@pytest.mark.parametrize("written", DISGUISED)
@pytest.mark.parametrize("way", ["title: {}\n", 'title: "{}"\n', "note: >-\n  một\n  {}\n"])
def test_a_letter_that_looks_like_ours_is_told_with_the_right_word(written: str, way: str) -> None:
    lines = way.format(f"Tin {written} hôm nay")
    text = with_line(VALID, "title: Kết quả kiểm nghiệm nước\n", lines)
    said = mends(FACT, text)
    assert told(FACT, text) == [(line_of(text, written), "BT109")]
    assert f"“{DISGUISED[written]}”" in said


@pytest.mark.parametrize("written", REAL)
def test_words_of_other_writings_units_and_picture_signs_are_left_alone(written: str) -> None:
    assert told(FACT, with_line(VALID, "title: Kết quả", f"title: {written} kết quả")) == []


def test_an_escaped_letter_is_seen_too() -> None:
    text = with_line(VALID, "title: Kết quả kiểm nghiệm nước", 'title: "H\\u00e0 \\u00d0\\u00f4ng"')
    assert told(FACT, text) == [(2, "BT109")]


@pytest.mark.parametrize("part", ["Kết quả kiểm nghiệm nước", VALID])
def test_detached_marks_are_told_once_for_each_key_and_mended_by_fix(part: str) -> None:
    text = VALID.replace(part, unicodedata.normalize("NFD", part))
    lines = [line for line, code in told(FACT, text) if code == "BT109"]
    assert len(lines) == len(set(lines)) == (1 if part != VALID else 4)
    assert f"bulletin fix {FACT}" in mends(FACT, text)


def test_hidden_signs_are_told_once_for_each_key_and_named() -> None:
    text = VALID.replace("Cả 21 mẫu nước", ">-\n  Cả 21\u200b mẫu\n  nước\u00ad").replace(
        "kiểm nghiệm", "kiểm\u202e nghiệm"
    )
    assert told(FACT, text) == [(2, "BT109"), (9, "BT109")]
    hidden, zero_width = mends(FACT, text).split("\n")
    assert "U+202E" in hidden and "bulletin fix" not in hidden  # somebody must look at the order
    assert "U+200B, U+00AD" in zero_width and "bulletin fix" in zero_width
