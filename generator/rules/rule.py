"""How a rule is declared: code, severity, both sentences and both mends around one function.

A rule may compare `corpus.now` with moments of the content, with a day before them, and with days,
and with nothing else: what a check found is remembered until the next of these
(source/files/next_change.py).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.base.diagnostics import Diagnostic, Fact, Problem, Severity, Wait
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus


class Finding(NamedTuple):
    """Where a rule is broken, the facts that its sentences name, and who is waited for.

    Without a `wait` the record's own unit acts; holds and whatever has a due date say it.
    `severity` is given where this finding is less grave than the rule.
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
