"""What waits although no rule is broken: matters under discussion, dates to keep, papers to issue.

The desk shows these beside the findings; what is past its day is a finding.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.diagnostics import Diagnostic, Problem, Severity, Wait
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.matter import MatterState, matter_state
from generator.model.corpus.pending import (
    TO_FINISH,
    TO_UPDATE,
    last_signed,
    steps_of,
    update_of,
    verification_step,
    work_of,
)
from generator.model.corpus.state import Sign, is_alive, is_open, is_pending, last_edition_of, signs
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.concern import Concern
from generator.model.kinds.consultation import Consultation, Outcome
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.record.record import Record, TaskStatus


class _Task(NamedTuple):
    """A kind of work: what to do, and how."""

    what: Bilingual
    fix: Bilingual

    def at(self, place: Place, wait: Wait, about: str) -> Diagnostic:
        """`about` is what the record says of it, in its own words."""
        problem = Problem("", Bilingual("{about}", "{about}"), self.fix, Severity.NOTE)
        return problem.at(place, wait, about=about)


_WRITE = Bilingual(
    "làm xong thì ghi vào bản ghi này.", "write it into this record when it is done."
)
_TASK = _Task(TO_FINISH, _WRITE)
_UPDATE = _Task(TO_UPDATE, _WRITE)
_MATTER = _Task(
    Bilingual("đi đến thống nhất", "settle the matter"),
    Bilingual(
        "xong thì ghi vào bản ghi này: meeting, outcome, positions, referral hoặc conclusion.",
        "then write it into this record: meeting, outcome, positions, referral or conclusion.",
    ),
)
_STEP = _Task(
    Bilingual("xác minh thông tin", "verify the information"),
    Bilingual(
        "xong thì ghi thêm một bước vào “verification”, có ngày, đơn vị và văn bản.",
        "then add a step to “verification”, with its day, unit and document.",
    ),
)
_ISSUE = _Task(
    Bilingual("phát hành bản tin", "issue the bulletin"),
    Bilingual("các bên đã đồng ý: bulletin issue …", "all parties agree: bulletin issue …"),
)
_INCLUDE = _Task(
    Bilingual("đưa vào một bản tin", "include it in a bulletin"),
    Bilingual(
        "ghi mã này vào “include” của một bản tin.", "write its id under “include” of a bulletin."
    ),
)


def unfinished(corpus: Corpus) -> Iterator[Diagnostic]:
    """Everything that waits for somebody, of every record that is not retired."""
    for entry in corpus.records.values():
        if entry.record.retired is None:
            yield from _of(corpus, entry)


def _of(corpus: Corpus, entry: Entry[Record]) -> Iterator[Diagnostic]:
    match entry.record:
        case Event() as event:
            yield from _update(corpus, entry, event)
            yield from _tasks(corpus, entry, event)
        case Concern() as concern if is_open(corpus, concern):
            yield from _tasks(corpus, entry, concern)
        case Message() as message:
            yield from _message(corpus, entry, message)
        case record:
            yield from _matter(corpus, entry, record)


def _matter(corpus: Corpus, entry: Entry[Record], record: Record) -> Iterator[Diagnostic]:
    """What the parties have to agree on, to find out, or to print."""
    match record:
        case Consultation() if matter_state(corpus, record.id).is_open:
            for wait in _untold(corpus, record):
                yield _MATTER.at(entry.place(_reached(record)), wait, record.title)
        case Information(verification=steps) if not _is_concluded(record):
            at = ("verification", len(steps) - 1) if steps else ("id",)
            yield _STEP.at(entry.place(*at), verification_step(record), record.title)
        case Bulletin() if is_pending(corpus, record):
            yield from _ready(corpus, entry, _ISSUE)


def _untold(corpus: Corpus, matter: Consultation) -> tuple[Wait, ...]:
    """The next steps; BT408 speaks of the first party whose position is missing."""
    is_missing = matter_state(corpus, matter.id).state is MatterState.INCOMPLETE
    is_told = is_missing and matter.outcome is Outcome.DIFFERING
    return steps_of(corpus, matter)[int(is_told) :]


def _is_concluded(information: Information) -> bool:
    concluded = information.conclusion
    return concluded is not None and concluded.result is not None


def _reached(matter: Consultation) -> str:
    """The last key that the parties have come to."""
    keys = ("conclusion", "referral", "outcome", "meeting")
    return next((key for key in keys if getattr(matter, key)), "id")


def _update(corpus: Corpus, entry: Entry[Record], event: Event) -> Iterator[Diagnostic]:
    if is_open(corpus, event) and event.next_update and event.next_update >= corpus.now:
        yield _UPDATE.at(entry.place("next_update"), update_of(corpus, event), event.title)


def _tasks(corpus: Corpus, entry: Entry[Record], record: Event | Concern) -> Iterator[Diagnostic]:
    for number, task in enumerate(record.tasks):
        if task.status is not TaskStatus.DONE and task.due and task.due >= corpus.now.date():
            wait = work_of(corpus, record, task.unit, task.due)
            yield _TASK.at(entry.place("tasks", number, "due"), wait, task.do)


def _message(corpus: Corpus, entry: Entry[Record], message: Message) -> Iterator[Diagnostic]:
    if not is_alive(corpus, message):
        return
    is_issued = last_edition_of(corpus, message.id) is not None
    if not is_issued and message.id not in corpus.once(_planned):
        yield from _ready(corpus, entry, _INCLUDE)


def _planned(corpus: Corpus) -> frozenset[str]:
    """What bulletins to come carry."""
    coming = [e.record.id for e in corpus.of(Bulletin) if is_pending(corpus, e.record)]
    return frozenset(one for bulletin in coming for one in corpus.closure(bulletin))


def _ready(corpus: Corpus, entry: Entry[Record], task: _Task) -> Iterator[Diagnostic]:
    """All parties agree to it, and it stays where it is."""
    record = entry.record
    if all(one.sign is Sign.APPROVED for one in signs(corpus, record.id)):
        wait = Wait(record.unit, task.what, last_signed(corpus, record))
        yield task.at(entry.place("id"), wait, record.title)
