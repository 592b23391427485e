"""Whether every issued edition was agreed on, as the terms of its time demand.

Asked by `check`, `build`, `publish` and `verify` alike, wherever editions are read: what was not
agreed on is found, counts for nothing, and changes no terms.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.base.diagnostics import Diagnostic, PhaseOutcome
from generator.base.digest import Json
from generator.editions.agreement_flaws import Case, problems_of
from generator.editions.problems import altered_file
from generator.editions.redactions import Takeout, redaction_flaws
from generator.model.corpus.corpus import Corpus
from generator.model.edition.edition import Edition, Link, Redacted
from generator.model.edition.terms import (
    Terms,
    Vouches,
    frozen_in,
)


def agreed_links(
    chain: Sequence[Link], vouches: Vouches, root: Edition | None = None
) -> PhaseOutcome[tuple[Link, ...]]:
    """What was agreed on, oldest first, and the problems of the other editions and redactions.

    Where editions were replaced, the first that git had (`root`) tells the terms before them: else
    whoever replaces all would tell them alone.
    """
    reading = _Reading(vouches, frozen_in(root) if root else Terms())
    for number, link in enumerate(chain):
        if isinstance(link, Redacted):
            later = (other for other in chain[number + 1 :] if isinstance(other, Edition))
            reading.take(link, _redaction_problems(link, reading, later))
        else:
            reading.take(link, problems_of(reading.case(link)))
    return PhaseOutcome(tuple(reading.agreed), tuple(reading.problems))


def next_problems(corpus: Corpus, edition: Edition, vouches: Vouches) -> Sequence[Diagnostic]:
    """Why readers of the chain would not accept an edition that is to be issued next."""
    reading = _Reading(
        vouches,
        corpus.agreed,
        places={link.bulletin: link for link in corpus.chain},
        taken=[*corpus.redacted],
        known={section: {**corpus.frozen_entries(section)} for section in ("units", "areas")},
    )
    return tuple(problems_of(reading.case(edition)))


@dataclass
class _Reading:
    """What was found until now while the chain is read, oldest first."""

    vouches: Vouches
    terms: Terms
    agreed: list[Link] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    places: dict[str, Link] = field(default_factory=dict)
    taken: list[Redacted] = field(default_factory=list)
    known: dict[str, dict[str, Json]] = field(default_factory=dict)

    def case(self, edition: Edition) -> Case:
        return Case(
            edition=edition,
            own=frozen_in(edition),
            before=self.terms,
            place=self.places.get(edition.bulletin),
            taken=tuple(self.taken),
            known=self.known,
            vouches=self.vouches,
        )

    def take(self, link: Link, problems: Iterable[Diagnostic]) -> None:
        """Only what is agreed on counts, and changes the terms."""
        found = list(problems)
        self.problems += found
        if found:
            return
        self.agreed.append(link)
        self.terms = self.terms.then(link)
        self.places[link.bulletin] = link
        if isinstance(link, Redacted):
            self.taken.append(link)
        else:
            for section in ("units", "areas"):
                table = self.known.setdefault(section, {})
                table.update((entry["id"], entry) for entry in link.entries(section))

    def then(self, editions: Iterable[Edition]) -> Terms:
        """The terms after these as well, if they are agreed on."""
        known = {section: dict(table) for section, table in self.known.items()}
        onwards = replace(
            self,
            agreed=[],
            problems=[],
            places=dict(self.places),
            taken=[*self.taken],
            known=known,
        )
        for edition in editions:
            onwards.take(edition, problems_of(onwards.case(edition)))
        return onwards.terms


def _redaction_problems(
    link: Redacted, reading: _Reading, later: Iterable[Edition]
) -> Iterator[Diagnostic]:
    """A redaction takes the parties of then, and those of the day on which the content went.

    Neither is taken from the redacted file alone: whoever forges it could leave them out. The first
    edition of all has nothing before it, so that the one after it is asked.
    """
    following = list(later)
    until = [edition for edition in following if edition.issued_at <= link.redaction.done]
    if not reading.terms.members and not until:
        until = following[:1]
    takeout = Takeout(link, reading.terms, reading.then(until), reading.vouches)
    for reason in redaction_flaws(takeout):
        yield altered_file(link.name, link.path, reason)


def signature_count(editions: tuple[Edition, ...]) -> int:
    return sum("signature" in approval for edition in editions for approval in edition.approvals)
