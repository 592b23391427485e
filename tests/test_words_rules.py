"""The edges of the rules on overlap, conclusions and rumours: what a page is too short to show."""

import re

import pytest

from generator.base.text import Language
from tests.cases import AREAS, FOLDER, MESSAGE, RUMOUR, codes, head, held, issued, plan, said
from tests.support import check

# ── BT205: messages that overlap ─────────────────────────────────────────────────────────────


def test_of_many_that_overlap_each_names_a_few() -> None:
    files: dict[str, str] = {}
    for number in range(2, 42):
        files |= held(number)
    included = ", ".join(path.rpartition("/")[2].removesuffix(".yml") for path in files)
    assert codes({**files, **plan(included)}) == {"BT205": 1 + 2 + 3 * 37}


def test_a_pair_that_meets_in_several_areas_is_told_once() -> None:
    both = held(2, areas="ha-dong, song-xanh") | held(3, areas="song-xanh, ha-dong")
    assert codes({**both, **plan("ND-2026-0002")}) == {"BT205": 1}


def test_a_circle_of_areas_ends() -> None:
    round_about = """areas:
  - {id: ha-dong, name: Quận Hà Đông, parent: song-xanh}
  - {id: song-xanh, name: Phường Sông Xanh, parent: ha-dong}
"""
    files = {AREAS: round_about, **held(2), **held(3, areas="ha-dong"), **plan("ND-2026-0002")}
    assert codes(files) == {"BT203": 1, "BT205": 1}


def test_a_circle_of_replacements_ends() -> None:
    both = held(2, "supersedes: ND-2026-0003") | held(3, "supersedes: ND-2026-0002")
    assert codes({**both, **plan("ND-2026-0002")}) == {"BT203": 1}


def test_the_warning_stands_at_the_draft_even_when_it_was_written_first() -> None:
    files = issued({**held(3), **plan("ND-2026-0003")}) | held(2)
    [found] = [f for f in check(dict(files)).findings if f.diagnostic.problem.code == "BT205"]
    assert found.span.path == MESSAGE
    assert "ND-2026-0003 “Nước sinh hoạt”" in found.diagnostic.message(Language.VI)
    assert "until 18:00 on 15 December 2026" in found.diagnostic.message(Language.EN)


def asking(question: str) -> dict[str, str]:
    """A message like the others, with another question."""
    return {
        path: re.sub(r"question: .*", f"question: {question}", text)
        for path, text in held(3).items()
    }


@pytest.mark.parametrize(
    "question",
    [
        "NƯỚC DÙNG ĐƯỢC CHƯA",
        "Hiện nay, nước có dùng được không ạ?!",
        "Dùng nước thế nào?",
    ],
)
def test_one_question_is_one_however_it_is_put(question: str) -> None:
    assert codes({**held(2), **asking(question), **plan("ND-2026-0002")})["BT205"] == 1


@pytest.mark.parametrize(
    "question",
    [
        "Trẻ nhỏ có dùng nước được không?",
        "Nước có dùng được không, ngày mai?",
        "Có phải sơ tán không?",
        "Không ạ?",
        "",
    ],
)
def test_another_question_of_the_same_people_is_another_message(question: str) -> None:
    assert not codes({**held(2), **asking(question), **plan("ND-2026-0002")})["BT205"]


def test_the_mend_of_two_answers_never_ends_a_valid_message() -> None:
    both = {**held(2), **held(3), **plan("ND-2026-0002")}
    [found] = [f for f in check(dict(both)).findings if f.diagnostic.problem.code == "BT205"]
    assert "supersedes" not in found.diagnostic.fix(Language.VI)


# ── BT305: conclusions ───────────────────────────────────────────────────────────────────────


def test_a_step_without_a_result_does_not_hide_the_verification_before_it() -> None:
    steps = """verification:
  - {step: examined, on: 2026-11-28, by: dan-van}
  - {step: verified, on: 2026-11-28, by: tuyen-giao, result: refuted}
  - {step: verified, on: 2026-11-28, by: ubnd}
  - {step: concluded, on: 2026-11-29, by: dan-van, result: confirmed}
"""
    [found] = check({RUMOUR: head("TT-2026-0003", steps)}).findings
    assert found.diagnostic.problem.code == "BT305"
    assert (
        "trái với xác minh ngày 28/11/2026 của Ban Tuyên giáo (“sai”)"
        in found.diagnostic.message(Language.VI)
    )


# ── BT307: the words of a rumour ─────────────────────────────────────────────────────────────

STATEMENT = "Trên mạng xã hội lan truyền tin rằng đê sắp vỡ và phải di dời ngay trong đêm."
RUMOURED = head(
    "TT-2026-0003", f"nature: rumour\nstatement: {STATEMENT}\nanswer: Đê an toàn.\n", "Đê ven sông"
)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("de sap vo va phai di doi", 1),
        ("ĐÊ SẮP VỠ VÀ PHẢI DI DỜI!", 1),
        ("Đê sắp vỡ, và phải di dời: không đúng.", 1),
        ("Đê sắp vỡ và phải sơ tán ngay.", 0),
        ("Đê sắp vỡ. Và phải di dời ngay.", 0),
        ("Trên mạng xã hội lan truyền tin rằng nước lên.", 0),
    ],
)
def test_a_rumour_is_known_by_six_syllables_in_a_row(text: str, times: int) -> None:
    assert codes({RUMOUR: RUMOURED, MESSAGE: said(text)})["BT307"] == times


def test_words_that_no_one_hears_any_more_repeat_nothing() -> None:
    words = "Đê sắp vỡ và phải di dời ngay."
    over = "valid: {from: 2026-11-28T18:00+07:00, until: 2026-11-30T18:00+07:00}\n"
    assert not codes({RUMOUR: RUMOURED, MESSAGE: said(words, over)})
    gone = f"{RUMOURED}retired: {{on: 2026-11-30, reason: Nhập nhầm.}}\n"
    assert not codes({RUMOUR: gone, MESSAGE: said(words)})
    told = f"highlights:\n  - {{text: {words}, because: [TT-2026-0001]}}\n"
    coming = {RUMOUR: RUMOURED, **plan("TT-2026-0001", told)}
    assert codes(coming) == {"BT307": 1}
    assert not codes(issued(coming))


def test_a_rumour_may_bear_its_own_words_as_its_title_and_others_may_not() -> None:
    title = "Đê sắp vỡ và phải di dời ngay"
    assert not codes({RUMOUR: RUMOURED.replace("Đê ven sông", title)})
    other = f"{FOLDER}/opinion/2026/DL-2026-0001.yml"
    assert codes({RUMOUR: RUMOURED, other: head("DL-2026-0001", "", title)}) == {"BT307": 1}
