"""The pages of the rules are true: what they mark is reported, exactly, and what passes, passes."""

import re
from collections import Counter
from string import Formatter

import pytest

from generator.base.diagnostics import Problem
from generator.editions.problems import CHAIN_PROBLEMS
from generator.rules import RULES
from generator.source.problems import READING_PROBLEMS
from tests.rule_pages import Page, Section, Story, pages, sections

PROBLEMS: tuple[Problem, ...] = (
    *READING_PROBLEMS,
    *(rule.problem for rule in RULES),
    *CHAIN_PROBLEMS,
)
CODES = [problem.code for problem in PROBLEMS]


@pytest.mark.parametrize("section", sections(), ids=lambda s: f"{s.page[:5]} {s.title}")
def test_an_example_gives_exactly_what_it_marks(section: Section) -> None:
    story = Story(section.page[:5])
    story.tell(section.text)
    assert sorted(story.found()) == sorted(story.expected)
    marked = {code for _, _, code in story.expected}
    assert marked == ({section.page[:5]} if section.title.startswith("Sai") else set())


def test_every_code_has_exactly_one_page_and_every_page_its_code() -> None:
    assert Counter(page.code for page in pages()) == Counter(CODES)


def test_the_page_of_a_rule_is_named_after_it() -> None:
    named = {page.code: page.name for page in pages()}
    assert {rule.problem.code: rule.name for rule in RULES}.items() <= named.items()


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.code)
def test_every_page_has_a_reason_and_examples_of_both_sorts(page: Page) -> None:
    titles = [s.title for s in sections() if s.page == f"{page.code}-{page.name}"]
    assert page.reason.endswith(".")
    assert page.english.endswith(".")
    assert any(title.startswith("Sai") for title in titles)
    assert any(title.startswith("Đúng") for title in titles)


def test_every_rule_says_why_it_exists() -> None:
    assert not [rule.name for rule in RULES if not rule.why.strip().endswith(".")]


def test_codes_are_unique_and_stand_in_order() -> None:
    rules = [rule.problem.code for rule in RULES]
    assert rules == sorted(rules)
    assert len(set(CODES)) == len(CODES)
    assert all(re.fullmatch(r"BT[1-7]\d{2}", code) for code in CODES)


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.code)
def test_both_languages_name_the_same_facts(problem: Problem) -> None:
    assert _facts(problem.message.vi) == _facts(problem.message.en)
    assert _facts(problem.fix.vi) == _facts(problem.fix.en)


def _facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
