"""BT6xx, what passing time makes wrong: expired messages, updates and work that are overdue."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import chain

from generator.base.diagnostics import Severity
from generator.base.span import FieldPath
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.pending import renewal_of, unfinished_work, update_of, work_of
from generator.model.corpus.state import is_alive, is_offered, is_open, is_retired
from generator.model.kinds.concern import Concern
from generator.model.kinds.event import Doing, Event
from generator.model.kinds.message import Message
from generator.model.record.record import Task
from generator.rules.naming import moment, unit_name
from generator.rules.rule import Finding, found, rule

NOTICE = timedelta(hours=24)


@rule(
    "BT603",
    Bilingual(
        "Nội dung {id} “{title}” hết hiệu lực lúc {until}, mà chưa có nội dung nào thay.",
        "The message {id} “{title}” expires at {until}, and nothing supersedes it.",
    ),
    Bilingual(
        "viết nội dung mới có “supersedes: {id}”, hoặc phát hành lại {id} với thời hạn mới.",
        "write a message with “supersedes: {id}”, or issue {id} again with a new validity.",
    ),
    Severity.WARNING,
)
def expires_unreplaced(corpus: Corpus) -> Iterator[Finding]:
    """When agreed words expire, people still ask, and each unit then answers on its own."""
    for entry in corpus.of(Message):
        until = _last_hours(corpus, entry.record)
        if until and not _is_followed(corpus, entry.record.id, until):
            yield found(
                entry.place("valid", "until"),
                renewal_of(entry.record, until.astimezone(corpus.now.tzinfo), NOTICE),
                id=entry.record.id,
                title=entry.record.title,
                until=moment(corpus, until),
            )


def _last_hours(corpus: Corpus, message: Message) -> datetime | None:
    """When a message in force expires, if that is within a day; else None."""
    valid = message.valid
    if valid is None or corpus.now < valid.start or valid.until > corpus.now + NOTICE:
        return None
    is_held = is_alive(corpus, message) and is_offered(corpus, message.id)
    return valid.until if is_held else None


def _is_followed(corpus: Corpus, message_id: str, until: datetime) -> bool:
    """Whether another message (a draft at least) supersedes it and stays valid longer."""
    heirs = corpus.once(_heirs).get(message_id, ())
    return any(heir.valid is None or heir.valid.until > until for heir in heirs)


def _heirs(corpus: Corpus) -> Mapping[str, list[Message]]:
    """For each message, those that supersede it and may be used, issued or not."""
    heirs: dict[str, list[Message]] = {}
    for entry in corpus.of(Message):
        if entry.record.supersedes and is_alive(corpus, entry.record):
            heirs.setdefault(entry.record.supersedes, []).append(entry.record)
    return heirs


@rule(
    "BT604",
    Bilingual(
        "Sự việc {id} “{title}” hẹn cập nhật lúc {next_update}, đã quá hẹn mà chưa kết thúc.",
        "The event {id} “{title}” is open, and its update of {next_update} has not come.",
    ),
    Bilingual(
        "ghi diễn biến mới và hẹn lại “next_update”, hoặc ghi “closed” nếu đã kết thúc.",
        "write what is new and a new “next_update”, or “closed” when it is over.",
    ),
    Severity.WARNING,
)
def update_overdue(corpus: Corpus) -> Iterator[Finding]:
    """People were told when they would hear more; after that hour without news, rumours spread."""
    for entry in corpus.of(Event):
        event = entry.record
        due = event.next_update
        if due and due < corpus.now and is_open(corpus, event):
            yield found(
                entry.place("next_update"),
                update_of(corpus, event),
                id=event.id,
                title=event.title,
                next_update=moment(corpus, due),
            )


@rule(
    "BT606",
    Bilingual(
        "Việc của {unit} quá hạn {days} ngày (hạn {due}) mà chưa xong.",
        "Work of {unit} is {days} days overdue (due on {due}).",
    ),
    Bilingual("{mend}.", "{mend}."),
    Severity.WARNING,
)
def task_overdue(corpus: Corpus) -> Iterator[Finding]:
    """A date that passes in silence costs more trust than a late answer with its reason."""
    today = corpus.now.date()
    records: Iterator[Entry[Event | Concern]] = chain(corpus.of(Event), corpus.of(Concern))
    for entry in records:
        for at, work in _unfinished_work(corpus, entry.record):
            unit, due = work.unit, work.due
            if due and due < today:
                yield found(
                    entry.place(*at, "due"),
                    work_of(corpus, entry.record, unit, due),
                    about=work.do if isinstance(work, Task) else work.text,
                    unit=unit_name(corpus, unit) if unit else "…",
                    days=(today - due).days,
                    due=due,
                    mend=_FINISH if at[0] == "tasks" else _MOVE,
                )


def _unfinished_work(
    corpus: Corpus, record: Event | Concern
) -> Iterator[tuple[FieldPath, Task | Doing]]:
    """The unfinished work of a record, with the path of its keys."""
    if not is_retired(corpus, record):
        yield from unfinished_work(record, goes_on=is_open(corpus, record))


_FINISH = Bilingual(
    "làm xong thì ghi “status: done” và kết quả; chưa xong thì nói lý do, hẹn ngày mới",
    "when it is done write “status: done” and the result; else say why, and set a new day",
)
_MOVE = Bilingual(
    "xong rồi thì bỏ khỏi “doing” và ghi kết quả vào “timeline”; chưa xong thì hẹn ngày mới",
    "when it is done move it from “doing” to “timeline”; else set a new day",
)
