"""How a rule is declared: code, severity, message and mend in both languages, and a function.

The clock alone never makes an error (`overtaken`). A rule may compare `corpus.now` only with
moments written in the content, with one day before them,
and with days: the result of a check is kept until the next of these (source/files/next_change.py).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.base.diagnostics import Diagnostic, Fact, Problem, Severity, Wait
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus


class Finding(NamedTuple):
    """Where a rule is broken, the facts for its sentences, and which unit must act.

    Without a `wait` the record's own unit must act; holds and findings with a due date have it.
    `severity` is set where this finding is less grave than the rule.
    """

    place: Place
    facts: Mapping[str, Fact]
    wait: Wait | None = None
    severity: Severity | None = None


Check = Callable[[Corpus], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `why` is its function's docstring."""

    problem: Problem
    name: str
    why: str
    check: Check

    def run(self, corpus: Corpus) -> Iterator[Diagnostic]:
        for place, facts, wait, severity in self.check(corpus):
            problem = replace(self.problem, severity=severity) if severity else self.problem
            yield problem.at(place, wait, **facts)


def rule(
    code: str, message: Bilingual, fix: Bilingual, severity: Severity = Severity.ERROR
) -> Callable[[Check], Rule]:
    """Turn a function into a rule; its docstring says why the rule exists."""

    def declare(check: Check) -> Rule:
        name = check.__name__.replace("_", "-")
        return Rule(Problem(code, message, fix, severity), name, check.__doc__ or "", check)

    return declare


def found(place: Place, wait: Wait | None = None, /, **facts: Fact) -> Finding:
    return Finding(place, facts, wait)


def doubtful(place: Place, **facts: Fact) -> Finding:
    """A finding that is only a warning, whatever the rule's severity."""
    return Finding(place, facts, None, Severity.WARNING)


def overtaken(corpus: Corpus, place: Place, **facts: Fact) -> Finding:
    """A finding that time alone made, or the recall of another record: nobody changed this one.

    Only the issue that would print it is refused: an hour that strikes must not stop a recall or
    another unit's change.
    """
    return found(place, **facts) if corpus.issuing else doubtful(place, **facts)
