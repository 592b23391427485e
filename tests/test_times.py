"""Days and moments stand in one form in everything that is told to a person."""

import re

import pytest

from generator.base.text import Language
from generator.base.times import value_text
from generator.pipeline import compile_content
from tests.rule_pages import Section, Story, sections
from tests.support import MOMENT

# What an editor has typed or is to type stands in quotation marks, in braces, or after “như”, “:”.
TYPED = re.compile(r"“[^”]*”|\{[^}]*\}|(?:như|as|năm-tháng-ngày:|year-month-day:) [0-9T:+-]+")
AS_TYPED = re.compile(r"\d{4}-\d{2}-\d{2}")


@pytest.mark.parametrize("section", sections(), ids=lambda s: f"{s.page[:5]} {s.title}")
def test_no_sentence_of_a_rule_tells_a_day_as_it_is_typed(section: Section) -> None:
    story = Story(section.page[:5])
    story.tell(section.text)
    findings = compile_content(story.workspace(MOMENT), issuing=story.issuing).findings
    told = [
        text
        for finding in findings
        for language in Language
        for text in (finding.diagnostic.message(language), finding.diagnostic.fix(language))
    ]
    assert [text for text in told if AS_TYPED.search(TYPED.sub("", text))] == []


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("2026-02-05", "05/02/2026", "5 February 2026"),
        ("2026-11-30T17:00+07:00", "17 giờ 00 ngày 30/11/2026", "17:00 on 30 November 2026"),
        ("2026-02-31", "2026-02-31", "2026-02-31"),
        ("Từ 2026-11-30", "Từ 2026-11-30", "Từ 2026-11-30"),
        (12, "12", "12"),
    ],
)
def test_a_value_is_told_in_words(value: object, vi: str, en: str) -> None:
    assert (value_text(value, Language.VI), value_text(value, Language.EN)) == (vi, en)
