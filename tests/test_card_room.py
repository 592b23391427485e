"""Editors learn before a bulletin is issued that a message has no room on its one-page card."""

from collections.abc import Iterator
from itertools import cycle, islice
from typing import NamedTuple

import pytest
import yaml
from fontTools.ttLib import TTFont

from generator.base.diagnostics import Severity
from generator.rules.rule import Finding
from generator.rules.use import card_room
from generator.rules.use.card_room import A4, A5, MM, CardSheet, card_too_full
from generator.views.message.card import card_of
from tests.conftest import ROOT
from tests.exercise import Desk
from tests.support import corpus_of, in_memory
from tests.test_card import card, handout, issued, said

TEXT = """nước sinh hoạt đạt quy chuẩn bà con mở vòi xả trước khi dùng đường ống Ủy ban nhân dân
phường Trạm Y tế kết quả kiểm nghiệm được công bố hằng tháng lúc 17 giờ 30 ngày 25/11/2026"""
WORDS = TEXT.split()
# Lines that the estimate may be beside the truth, so that editors are not asked for nothing.
MOST_TOO_EARLY = 4
DOCUMENTS = {"A4": "card", "A5": "card-a5"}
VIETNAMESE = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyzfjwAĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYZFJW0123456789.,:;!?()–-“”%…/"
)
TONES = "áàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"


class Written(NamedTuple):
    """A message to come, for an exercise, with so many sentences of so many syllables."""

    title: int
    say: tuple[int, ...]
    refused: tuple[int, ...]

    def desk(self, seed: int) -> Desk:
        def text(count: int) -> str:
            return " ".join(islice(cycle(WORDS), seed, seed + count))

        say = "".join(f"\n  - {{text: '{text(one)}', because: [TT-2026-0001]}}" for one in self.say)
        refused = "".join(
            f"\n  - {{text: '{text(one)} {number}', why: Sai.}}"
            for number, one in enumerate(self.refused, 100)
        )
        coming = "{from: 2026-12-10T08:00+07:00, until: 2026-12-20T08:00+07:00}"
        written = {"title": text(self.title), "question": text(self.title), "valid": coming}
        return issued("exercise", say=say, do_not_say=refused, **written)


def written() -> Iterator[Written]:
    """Around the border of either sheet, with few long and with many short sentences."""
    for syllables, counts in (
        (4, (18, 21, 25)),
        (11, (4, 13, 18)),
        (23, (2, 6, 11)),
        (37, (2, 4, 6)),
    ):
        for number, count in enumerate(counts):
            yield Written(12, (syllables, 40, 30)[: 1 + number], (syllables,) * count)
    yield Written(60, (40, 40, 40), (20,) * 6)


CASES = tuple(written())


def findings(desk: Desk) -> dict[str, Finding]:
    """What the rule says, by the sheet that has no room."""
    corpus = corpus_of(in_memory(desk.files))
    return {str(one.facts["sheet"]): one for one in card_too_full.check(corpus)}


def is_whole(desk: Desk, document: str) -> bool:
    """Whether the printed card has its title, its question, what to say and what not to say."""
    one = handout(desk.ledger())
    whole, text = card_of(one), said(card(one, document))
    refused = (refusal.text for refusal in whole.do_not_say)
    return all(part in text for part in (whole.title, str(whole.question), *whole.say, *refused))


@pytest.mark.pdf
@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_card_that_would_lack_something_is_told_of_before_and_no_roomy_one_is(
    case: Written,
) -> None:
    desk = case.desk(len(case.refused))
    told = findings(desk)
    fits_a4, fits_a5 = is_whole(desk, "card"), is_whole(desk, "card-a5")
    assert fits_a4 or "A4" in told
    assert fits_a5 or told
    if fits_a4 and "A4" in told:
        assert int(str(told["A4"].facts["lines"])) <= MOST_TOO_EARLY
    if fits_a5 and "A5" in told:
        assert int(str(told["A5"].facts["lines"])) <= MOST_TOO_EARLY


def test_the_cases_stand_on_both_sides_of_the_border_of_both_sheets() -> None:
    told = [findings(case.desk(len(case.refused))) for case in CASES]
    assert {tuple(one) for one in told} == {(), ("A4",), ("A5",)}


def test_no_room_on_a4_stops_an_issue_and_no_room_in_the_pocket_only_warns() -> None:
    told = [one for case in CASES for one in findings(case.desk(len(case.refused))).items()]
    assert {(sheet, one.severity) for sheet, one in told} == {
        ("A4", None),
        ("A5", Severity.WARNING),
    }
    assert card_too_full.problem.severity is Severity.ERROR


@pytest.mark.parametrize("sheet", [A4, A5], ids=lambda one: one.name)
def test_the_sheets_of_the_rule_are_those_that_are_printed(sheet: CardSheet) -> None:
    path = ROOT / f"theme/pdf/documents/{DOCUMENTS[sheet.name]}.yml"
    figures = yaml.safe_load(path.read_text("utf-8"))["figures"]
    mm = {name: one["value"].replace("mm", "").split() for name, one in figures.items()}
    margin, foot = float(mm["margin"][0]), float(mm["margin-foot"][0])
    wide, high = map(float, mm["paper"])
    type_size, least = figures["size-closest"]["value"], figures["least-size"]["value"]
    assert sheet[1:] == pytest.approx(
        (
            (wide - 2 * margin) * MM,
            (high - margin - foot) * MM,
            float(type_size.removesuffix("pt")),
            float(least.removesuffix("pt")),
            float(mm["gap"][0]) * MM,
            float(mm["code-side"][0]) * MM,
        )
    )


@pytest.mark.parametrize("face", ["Regular", "Bold"])
def test_no_letter_is_wider_in_print_than_in_the_rule(face: str) -> None:
    with TTFont(ROOT / f"theme/assets/fonts/Arimo-{face}.ttf") as font:
        named, metrics = font.getBestCmap(), font["hmtx"]
        em = font["head"].unitsPerEm
        wider = {
            one: metrics[named[ord(one)]][0] / em * 1000
            for one in VIETNAMESE + TONES + TONES.upper()
            if metrics[named[ord(one)]][0] / em * 1000 > card_room._width(one)
        }
    assert wider == {}
