"""Problems found in the content. A problem is a value, never an exception."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from generator.base.span import Place, Span
from generator.base.text import Bilingual, Language
from generator.base.times import in_words

T_co = TypeVar("T_co", covariant=True)
# A part of a sentence; one that costs a search is found when the sentence is read.
Fact = str | int | date | Bilingual
FactOrSearch = Fact | Callable[[], Fact]


class Severity(StrEnum):
    """How grave a finding is; only errors make `check` fail."""

    ERROR = "error"
    HOLD = "hold"
    WARNING = "warning"
    NOTE = "note"


class Wait(NamedTuple):
    """Something that waits for a unit: what in a few words, and since which day.

    It is late after `due`; `cause` is the id of the record that must move first.
    """

    unit: str
    what: Bilingual
    since: date
    due: datetime | None = None
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One kind of problem: its stable code, its sentence and its remedy in both languages."""

    code: str
    message: Bilingual
    fix: Bilingual
    severity: Severity = Severity.ERROR

    def at(
        self, place: Place | Span, wait: Wait | None = None, /, **facts: FactOrSearch
    ) -> "Diagnostic":
        return Diagnostic(place, self, facts, wait)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at one place, with the facts for its sentences, and what waits for whom.

    `hinted` gives the words of a fact as they may be read by everybody.
    """

    place: Place | Span
    problem: Problem
    facts: Mapping[str, FactOrSearch] = field(default_factory=dict)
    wait: Wait | None = None
    hinted: Callable[[str], str] | None = field(default=None, compare=False)

    @property
    def sentence(self) -> Bilingual:
        """What is wrong, in both languages."""
        return Bilingual(self.message(Language.VI), self.message(Language.EN))

    @property
    def mend(self) -> Bilingual:
        """What to do, in both languages."""
        return Bilingual(self.fix(Language.VI), self.fix(Language.EN))

    def message(self, language: Language) -> str:
        return self._fill(self.problem.message, language)

    def fix(self, language: Language) -> str:
        return self._fill(self.problem.fix, language)

    def as_warning(self) -> "Diagnostic":
        """The same, which does not stop anybody."""
        return replace(self, problem=replace(self.problem, severity=Severity.WARNING))

    def with_more(self, more: int) -> "Diagnostic":
        """The same, saying that there are so many more like it in the file."""
        vi, en = self.problem.message.vi + _MORE.vi, self.problem.message.en + _MORE.en
        problem = replace(self.problem, message=Bilingual(vi, en))
        return replace(self, problem=problem, facts={**self.facts, "more": more})

    def _fill(self, sentence: Bilingual, language: Language) -> str:
        found = {name: fact() if callable(fact) else fact for name, fact in self.facts.items()}
        words = {
            name: in_words(fact) if isinstance(fact, date) else fact for name, fact in found.items()
        }
        facts = {
            name: word.to(language) if isinstance(word, Bilingual) else word
            for name, word in words.items()
        }
        if self.hinted:
            facts = {
                name: self.hinted(word) if isinstance(word, str) else word
                for name, word in facts.items()
            }
        return sentence.to(language).format_map(facts)


class Located(NamedTuple):
    """A diagnostic whose line is known, as it is reported."""

    span: Span
    diagnostic: Diagnostic


class PhaseOutcome(NamedTuple, Generic[T_co]):
    """The result of a phase, and the problems found in it."""

    value: T_co
    problems: tuple[Diagnostic, ...] = ()


class BulletinError(Exception):
    """The environment or the command does not work; one sentence per language."""

    exit_code = 2

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.sentence = Bilingual(vi, en)

    def __reduce__(self) -> tuple[type["BulletinError"], tuple[str, str]]:
        """Pickled with both sentences, so that a worker process can raise it."""
        return type(self), (self.sentence.vi, self.sentence.en)


class Refused(BulletinError):  # noqa: N818  it is an answer, not a failure
    """The content does not allow what was asked; the findings, if any, say why."""

    exit_code = 1

    def __init__(self, vi: str, en: str, findings: tuple[Located, ...] = ()) -> None:
        super().__init__(vi, en)
        self.findings = findings


# A person mends no more before the next check, and a report of thousands is read by nobody.
MOST_ALIKE = 100
_MORE = Bilingual(
    " Còn {more} chỗ nữa như vậy trong tệp này, sẽ báo tiếp khi các chỗ trên đã sửa.",
    " {more} more places in this file are alike; they are reported when these are mended.",
)


def first_of_many(problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Of very many findings of one code in a file the first; the last of these counts the others.

    What waits for a unit is never left out.
    """
    every = tuple(problems)
    counts = Counter((problem.place.path, problem.problem.code) for problem in every)
    passed: Counter[tuple[str, str]] = Counter()
    for problem in every:
        alike = problem.place.path, problem.problem.code
        passed[alike] += 1
        if passed[alike] == MOST_ALIKE < counts[alike]:
            yield problem.with_more(counts[alike] - MOST_ALIKE)
        elif passed[alike] <= MOST_ALIKE or problem.wait:
            yield problem


def in_reading_order(problems: Iterable[Located]) -> tuple[Located, ...]:
    return tuple(sorted(problems, key=lambda p: (p.span, p.diagnostic.problem.code)))
