"""What waits although no rule is broken: matters under discussion, dates to keep, papers to issue.

The desk shows these beside the findings. Where a rule says the same (`code`), its finding wins.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from generator.base.diagnostics import Diagnostic, Problem, Severity, Wait
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus import Corpus, Entry
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.concern import Concern
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.kinds.opinion import Opinion
from generator.model.record import Record, TaskStatus
from generator.model.state import Sign, is_alive, is_pending, last_edition_of, signs
from generator.model.waiting import TO_STATE, conclusion_of, day_of, end_of, last_signed, steps_of

SOON = timedelta(hours=24)


class _Task(NamedTuple):
    """A kind of work: the rule that speaks of it once it is due, what to do, and how."""

    code: str
    what: Bilingual
    fix: Bilingual

    def at(self, place: Place, wait: Wait, about: str, *, is_due: bool = True) -> Diagnostic:
        """`about` is what the record says of it, in its own words."""
        code = self.code if is_due else ""
        problem = Problem(code, Bilingual("{about}", "{about}"), self.fix, Severity.NOTE)
        return problem.at(place, wait, about=about)


_WRITE = Bilingual(
    "làm xong thì ghi vào bản ghi này.", "write it into this record when it is done."
)
_TASK = _Task("BT606", Bilingual("hoàn thành việc", "finish the task"), _WRITE)
_UPDATE = _Task("BT604", Bilingual("cập nhật sự việc", "update the event"), _WRITE)
_ISSUE_NEXT = _Task(
    "BT708",
    Bilingual("ra bản tin kỳ tới", "issue the next bulletin"),
    Bilingual(
        "lập bản tin mới, hoặc dời “next_issue”.", "write a new bulletin, or move “next_issue”."
    ),
)
_RENEW = _Task(
    "BT603",
    Bilingual("gia hạn hoặc thay nội dung sắp hết hiệu lực", "renew the message about to expire"),
    Bilingual(
        "gia hạn “valid”, hoặc lập nội dung mới có “supersedes”.",
        "extend “valid”, or write a new message with “supersedes”.",
    ),
)
_OUTCOME = _Task(
    "BT306",
    Bilingual("ghi thực tế của dự báo", "write what became of the forecast"),
    Bilingual("ghi khóa “outcome” cho dự báo này.", "write the key “outcome” of this forecast."),
)
_MATTER = _Task(
    "",
    Bilingual("đi đến thống nhất", "settle the matter"),
    Bilingual(
        "xong thì ghi vào bản ghi này: meeting, outcome, positions, referral hoặc conclusion.",
        "then write it into this record: meeting, outcome, positions, referral or conclusion.",
    ),
)
_POSITION = _MATTER._replace(code="BT408")
_STEP = _Task(
    "",
    Bilingual("xác minh thông tin", "verify the information"),
    Bilingual(
        "xong thì ghi thêm một bước vào “verification”, có ngày, đơn vị và văn bản.",
        "then add a step to “verification”, with its day, unit and document.",
    ),
)
_ISSUE = _Task(
    "",
    Bilingual("phát hành bản tin", "issue the bulletin"),
    Bilingual("các bên đã đồng ý: bulletin issue …", "all parties agree: bulletin issue …"),
)
_INCLUDE = _Task(
    "",
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
    yield from _next_bulletin(corpus)


def _of(corpus: Corpus, entry: Entry[Record]) -> Iterator[Diagnostic]:
    match entry.record:
        case Event() as event:
            yield from _update(corpus, entry, event)
            yield from _tasks(corpus, entry, event)
            yield from _forecasts(corpus, entry, event)
        case Opinion() as opinion:
            yield from _forecasts(corpus, entry, opinion)
        case Concern(settled=None) as concern:
            yield from _tasks(corpus, entry, concern)
        case Message() as message:
            yield from _message(corpus, entry, message)
        case record:
            yield from _matter(corpus, entry, record)


def _matter(corpus: Corpus, entry: Entry[Record], record: Record) -> Iterator[Diagnostic]:
    """What the parties have to agree on, to find out, or to print."""
    match record:
        case Consultation(is_open=True):
            for wait in steps_of(corpus, record):
                task = _POSITION if wait.what is TO_STATE else _MATTER
                yield task.at(entry.place(_reached(record)), wait, record.title)
        case Information(verification=steps) if not _is_concluded(record):
            at = ("verification", len(steps) - 1) if steps else ("id",)
            yield _STEP.at(entry.place(*at), conclusion_of(record), record.title)
        case Bulletin() if is_pending(corpus, record):
            yield from _ready(corpus, entry, _ISSUE)


def _is_concluded(information: Information) -> bool:
    concluded = information.conclusion
    return concluded is not None and concluded.result is not None


def _reached(matter: Consultation) -> str:
    """The last key that the parties have come to."""
    keys = ("conclusion", "referral", "outcome", "meeting")
    return next((key for key in keys if getattr(matter, key)), "id")


def _update(corpus: Corpus, entry: Entry[Record], event: Event) -> Iterator[Diagnostic]:
    if event.closed is None and event.next_update:
        told = max((one.at for one in event.timeline), default=None)
        since = day_of(told, corpus) if told else event.created
        wait = Wait(event.unit, _UPDATE.what, since, event.next_update)
        is_due = event.next_update < corpus.now
        yield _UPDATE.at(entry.place("next_update"), wait, event.title, is_due=is_due)


def _tasks(corpus: Corpus, entry: Entry[Record], record: Event | Concern) -> Iterator[Diagnostic]:
    for number, task in enumerate(record.tasks):
        if task.status is not TaskStatus.DONE and task.due:
            due = end_of(task.due, corpus)
            wait = Wait(task.unit or record.unit, _TASK.what, record.created, due)
            place = entry.place("tasks", number, "due")
            yield _TASK.at(place, wait, task.do, is_due=due < corpus.now)


def _forecasts(
    corpus: Corpus, entry: Entry[Record], record: Event | Opinion
) -> Iterator[Diagnostic]:
    for number, one in enumerate(record.forecast):
        if one.until and one.outcome is None and (due := end_of(one.until, corpus)) < corpus.now:
            wait = Wait(record.unit, _OUTCOME.what, one.until, due)
            yield _OUTCOME.at(entry.place("forecast", number, "until"), wait, one.scenario)


def _message(corpus: Corpus, entry: Entry[Record], message: Message) -> Iterator[Diagnostic]:
    if not is_alive(corpus, message):
        return
    if last_edition_of(corpus, message.id) is None:
        if message.id not in corpus.once(_planned):
            yield from _ready(corpus, entry, _INCLUDE)
    elif message.valid and message.valid.until - corpus.now <= SOON:
        since = day_of(message.valid.until - SOON, corpus)
        wait = Wait(message.unit, _RENEW.what, since, message.valid.until)
        yield _RENEW.at(entry.place("valid", "until"), wait, message.title)


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


def _next_bulletin(corpus: Corpus) -> Iterator[Diagnostic]:
    """What the newest bulletin announced as the next, when nothing followed."""
    newest = corpus.editions[-1] if corpus.editions else None
    entry = corpus.records.get(newest.bulletin) if newest else None
    if entry and isinstance(entry.record, Bulletin) and entry.record.next_issue:
        due: datetime = entry.record.next_issue
        if due < corpus.now:
            wait = Wait(entry.record.unit, _ISSUE_NEXT.what, day_of(due, corpus), due)
            yield _ISSUE_NEXT.at(entry.place("next_issue"), wait, entry.record.title)
