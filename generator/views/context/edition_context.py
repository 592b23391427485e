"""One edition for its page or print: records as objects of their kinds, in the plan's order."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from generator.base.text import Language
from generator.base.times import day_text
from generator.model.corpus.evidence import Doubt
from generator.model.edition.edition import Edition
from generator.model.kinds.bulletin import Bulletin
from generator.model.ledger.evidence import doubt_as_printed
from generator.model.ledger.queries import concluded_result
from generator.model.record.record import Record
from generator.model.registry.directory import Directory
from generator.views.context.corrections import Correction
from generator.views.context.evidence_note import evidence_note
from generator.views.context.formatter import (
    Cite,
    Formatter,
    contact_in_short,
    nothing_corrected,
    nothing_stopped,
)
from generator.views.context.usability import Use

R = TypeVar("R", bound=Record)


class Reading(NamedTuple):
    """What the site adds to an edition: what still holds, what was corrected, who answers now.

    Without a `directory` people are told to ask the units as they were at the issue.
    """

    use: Callable[[str], Use]
    doubt: Callable[[str], Doubt | None]
    is_stopped_text: Callable[[str], bool]
    directory: Directory | None = None
    corrected: Callable[[str], str] = nothing_corrected


class Later(NamedTuple):
    """What a paper says that the edition does not hold: what was corrected before, stopped since.

    `corrections` since the last periodic bulletin are None if the caller does not know them;
    `stops` are the records that people recalled or retired, whose words are left out, and
    `is_stopped_text` knows these words where other records say them too.
    """

    corrections: tuple[Correction, ...] | None = None
    stops: Mapping[str, Doubt] = MappingProxyType({})
    is_stopped_text: Callable[[str], bool] = nothing_stopped


NOTHING_LATER = Later()


class Room(NamedTuple):
    """How much of what the annex has too a paper prints: moments of a quick and of a periodic
    bulletin, the newest; questions of a quick one, the first."""

    moments: int
    course: int
    questions: int


# Tried in turn, with the smaller sizes of type, until a paper has few enough pages.
FULL, LESS, LEAST = Room(4, 1000, 5), Room(3, 8, 3), Room(2, 4, 1)


@dataclass(frozen=True)
class EditionContext:
    """One edition in one language, with the corrections since the last periodic bulletin.

    `since` is None if the caller does not know them. On paper there is no `reading`: everything is
    printed as issued but for the `stops`, what people recalled or retired since, by record, and
    links lead only to the `anchors`: the records that the paper prints under their heads.
    `previous` is the version of this bulletin before it.
    """

    edition: Edition
    language: Language
    since: tuple[Correction, ...] | None = None
    reading: Reading | None = None
    previous: Edition | None = None
    stops: Mapping[str, Doubt] = field(default_factory=dict)
    is_stopped_text: Callable[[str], bool] = nothing_stopped
    anchors: Container[str] | None = None
    room: Room = FULL

    @cached_property
    def plan(self) -> Bulletin:
        return self.edition.bulletin_plan

    @cached_property
    def formatter(self) -> Formatter:
        names, directory = self.edition.names, self.reading and self.reading.directory
        is_stopped = self.reading.is_stopped_text if self.reading else self.is_stopped_text
        corrected = self.reading.corrected if self.reading else nothing_corrected
        day, known = self.edition.day, self._known
        return Formatter(self.language, names, day, known, directory, is_stopped, corrected)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records that the plan includes, in its order, then the cited ones, by id.

        On paper, where nothing can be closed, without those that people stopped.
        """
        included = [
            record_id for record_id in self.plan.include if record_id in self.edition.records
        ]
        cited = sorted({*self.edition.records} - {*included})
        return tuple(
            self.edition.record(record_id)
            for record_id in (*dict.fromkeys(included), *cited)
            if record_id not in self.stops
        )

    def of(self, kind: type[R]) -> Iterator[R]:
        return (record for record in self.records if isinstance(record, kind))

    def included(self, records: Iterable[R]) -> Iterator[R]:
        return (record for record in records if record.id in self.plan.include)

    def use_of(self, record_id: str) -> Use | None:
        return self.reading.use(record_id) if self.reading else None

    def is_out(self, record_id: str) -> bool:
        """Whether a message is not to be used any more, whatever its validity says."""
        use = self.use_of(record_id)
        return record_id in self.stops if use is None else use.is_out

    def fold_of(self, record_id: str) -> Use | None:
        """How the words of a record that people stopped are closed on a page."""
        if self.reading is None or not self.formatter.cite(record_id).is_stopped:
            return None
        return Use(None, is_out=True, closed=self.formatter.label("closed_old"))

    def _known(self, record_id: str) -> Cite:
        """A record of this edition with its link inside the document; other records by id only."""
        content = self.edition.records.get(record_id)
        known = self.reading.doubt(record_id) if self.reading else self.stops.get(record_id)
        is_stopped = known is not None and known.is_stop
        if content is None:
            return Cite(record_id, is_stopped=is_stopped)
        is_plain = self.reading is None and known is None
        doubt = doubt_as_printed(self.edition, record_id) if is_plain else known
        day = partial(day_text, language=self.language)
        note = evidence_note(doubt, concluded_result(content), self.language, day)
        is_anchor = self.anchors is None or record_id in self.anchors
        href = f"#{record_id}" if is_anchor else ""
        return Cite(record_id, str(content["title"]), note, href, is_stopped, is_here=True)


def printed_address(edition: Edition) -> str:
    """The address of this version's page; empty if the site's is not known."""
    base_url = edition.names.programme.base_url
    return f"{base_url.rstrip('/')}/bulletins/{edition.name}/" if base_url else ""


def elsewhere(context: EditionContext) -> str:
    """Where paper says that more can be read, or who is asked where the site has no address.

    That is said in short, as often as something is left out: the address, and all about who
    answers, stand once, where the print is checked.
    """
    formatter = context.formatter
    if printed_address(context.edition):
        return formatter.label("elsewhere_see")
    whom = contact_in_short(formatter, context.plan.unit)
    return formatter.label("elsewhere_ask").format(whom=whom)


def file_of(edition: Edition) -> str:
    """The name of the edition's JSON file that is attached to its PDF."""
    return f"{edition.name.replace('/', '-')}.json"
