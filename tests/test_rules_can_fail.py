"""A page that could not fail would prove nothing: every rule is broken, and its page must fail."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from generator import pipeline
from generator.base.diagnostics import Located, Problem
from generator.model.corpus.corpus import Corpus
from generator.rules import RULES
from generator.rules.rule import Check, Finding, Rule, found
from tests.rule_pages import Section, Story, sections
from tests.test_rules import PROBLEMS

# What is always required is missed while reading already, before any rule is asked.
SAID_WHILE_READING = {"BT106": ["Sai: thiếu khóa luôn bắt buộc"]}
Report = Callable[..., tuple[Located, ...]]


def passes(section: Section) -> bool:
    story = Story(section.page[:5])
    story.tell(section.text)
    return sorted(story.found()) == sorted(story.expected)


def examples(code: str, title: str) -> list[Section]:
    """The examples of a page whose title begins so: Sai are reported, Đúng are not."""
    told = [s for s in sections() if s.page.startswith(code) and s.title.startswith(title)]
    assert told, f"the page of {code} has no example “{title}”"
    return told


def still_passing(code: str, title: str) -> list[str]:
    return [section.title for section in examples(code, title) if passes(section)]


def put(monkeypatch: pytest.MonkeyPatch, rule: Rule, check: Check) -> None:
    """Let the pipeline run another function in place of a rule's own."""
    rules = tuple(replace(one, check=check) if one is rule else one for one in RULES)
    monkeypatch.setattr(pipeline, "RULES", rules)


def silent(_corpus: Corpus) -> Iterator[Finding]:
    return iter(())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.problem.code)
def test_without_its_rule_every_wrong_example_fails(
    rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(monkeypatch, rule, silent)
    code = rule.problem.code
    assert still_passing(code, "Sai") == SAID_WHILE_READING.get(code, [])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.problem.code)
def test_a_rule_that_reports_one_thing_more_fails_on_every_example(
    rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    def zealous(corpus: Corpus) -> Iterator[Finding]:
        yield from rule.check(corpus)
        yield found(next(iter(corpus.records.values())).place("title"), **AnyFact())

    put(monkeypatch, rule, zealous)
    assert still_passing(rule.problem.code, "") == []


class AnyFact(dict[str, str]):
    """Facts for any sentence: the test looks at places and codes only."""

    def __missing__(self, key: str) -> str:
        return key


# ── every problem, also those that reading, linking and the chain report themselves ──────────


def report(monkeypatch: pytest.MonkeyPatch, change: Callable[[Located], list[Located]]) -> None:
    """Let the pipeline report something else than what was found."""
    honest: Report = pipeline.located

    def changed(*arguments: object) -> tuple[Located, ...]:
        return tuple(new for one in honest(*arguments) for new in change(one))

    monkeypatch.setattr(pipeline, "located", changed)


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.code)
def test_when_a_problem_goes_unreported_every_wrong_example_fails(
    problem: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hidden(one: Located) -> list[Located]:
        return [] if one.diagnostic.problem.code == problem.code else [one]

    report(monkeypatch, hidden)
    assert still_passing(problem.code, "Sai") == []


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.code)
def test_when_a_problem_is_reported_one_line_too_low_every_wrong_example_fails(
    problem: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lower(one: Located) -> list[Located]:
        span = replace(one.span, line=one.span.line + 1)
        return [one._replace(span=span)] if one.diagnostic.problem.code == problem.code else [one]

    report(monkeypatch, lower)
    assert still_passing(problem.code, "Sai") == []
