"""Promises to readers: work announced in a message, and the next bulletin."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

from generator.base.diagnostics import Severity
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.pending import next_issue_of
from generator.model.corpus.state import is_alive, is_last, is_retired, is_withdrawn
from generator.model.edition.edition import Edition
from generator.model.kinds.bulletin import Bulletin, BulletinKind
from generator.model.kinds.concern import Concern
from generator.model.kinds.event import Doing, Event
from generator.model.kinds.message import Message
from generator.model.record.record import Task
from generator.rules.naming import moment
from generator.rules.rule import Finding, found, rule
from generator.rules.truth.statements import PublicText, sayings

_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")
_PROMISE = re.compile(
    r"\bsẽ\b"
    r"|(?<!\bbản )(?<!\bký )(?<!\btheo )\bcam kết\b"
    r"|\bhứa\b(?! hẹn)"
    r"|\b(?:bảo đảm|đảm bảo)\b.*\b(?:trước|chậm nhất|trong (?:ngày|tuần|tháng|quý))\b",
    re.IGNORECASE,
)
# A sentence that says something is unknown, or not promised, is no promise.
_DOUBT = re.compile(
    r"\b(?:chưa|không) (?:thể )?"
    r"(?:rõ|biết|xác định|khẳng định|có căn cứ|có kết luận|nói|hứa|cam kết)\b",
    re.IGNORECASE,
)
# The key under which work is found: ("event", id, ""), or ("at" or "within", topic, area).
Key = tuple[str, str, str]


@rule(
    "BT607",
    Bilingual(
        "Câu “{sentence}” là một lời hứa, nhưng chưa có việc nào được giao để làm điều đó.",
        "“{sentence}” is a promise, but no task has been given to anyone to keep it.",
    ),
    Bilingual("{mend}, hoặc chỉ nói điều đã làm xong.", "{mend}, or say only what has been done."),
    Severity.WARNING,
)
def promise_without_work(corpus: Corpus) -> Iterator[Finding]:
    """People remember promises; a promise that is no unit's work is not kept."""
    for entry in corpus.of(Message):
        message = entry.record
        if is_alive(corpus, message):
            promise = next(_promises(message), None)
            if promise and not _has_work(corpus, message):
                yield found(
                    entry.place(*promise.at), sentence=promise.text, mend=_give_work(message)
                )


def _promises(message: Message) -> Iterator[PublicText]:
    """The sentences that promise something; questions and statements of doubt do not."""
    for at, text in sayings(message):
        for sentence in _SENTENCE.findall(text):
            if _is_promise(sentence):
                yield PublicText(at, sentence.strip().rstrip("."))


def _is_promise(sentence: str) -> bool:
    is_said = not sentence.endswith("?") and not _DOUBT.search(sentence)
    return is_said and _PROMISE.search(sentence) is not None


def _has_work(corpus: Corpus, message: Message) -> bool:
    """Whether there is work with an owner, due no earlier than the day the message was written.

    The work may be in the message's event, in a concern of that event, or in a concern of the same
    topic and of an overlapping area.
    """
    last_due = corpus.once(_last_due)
    keys: list[Key] = [("event", message.event or "", "")]
    for area in message.areas:
        keys.append(("within", message.topic or "", area))
        keys += [
            ("at", message.topic or "", wider_area) for wider_area in corpus.registry.lineage(area)
        ]
    return any(last_due.get(key, date.min) >= message.created for key in keys)


def _last_due(corpus: Corpus) -> Mapping[Key, date]:
    """The last day on which work is due: of each event, and of each topic in each area."""
    last: dict[Key, date] = {}
    records: Iterator[Entry[Event | Concern]] = chain(corpus.of(Event), corpus.of(Concern))
    for entry in records:
        days = [work.due for work in _work_items(entry.record) if work.unit and work.due]
        for key in _work_keys(corpus, entry.record) if days else ():
            last[key] = max(*days, last.get(key, date.min))
    return last


def _work_items(record: Event | Concern) -> tuple[Task | Doing, ...]:
    if record.retired:
        return ()
    return (*record.tasks, *record.doing) if isinstance(record, Event) else record.tasks


def _work_keys(corpus: Corpus, record: Event | Concern) -> Iterator[Key]:
    if isinstance(record, Event):
        yield ("event", record.id, "")
        return
    if record.event:
        yield ("event", record.event, "")
    for area in record.areas if record.topic else ():
        yield ("at", record.topic or "", area)
        for wider_area in corpus.registry.lineage(area):
            yield ("within", record.topic or "", wider_area)


def _give_work(message: Message) -> Bilingual:
    where = message.event or f"{Concern.prefix}-…"
    return Bilingual(
        f"ghi việc đó vào “tasks” của {where}, có đơn vị (unit) và hạn (due)",
        f"write the work under “tasks” of {where}, with its unit and its due date",
    )


@rule(
    "BT708",
    Bilingual(
        "{edition} hẹn ra bản tin tiếp theo lúc {next_issue}, đã quá hẹn mà chưa có.",
        "{edition} announced the next bulletin for {next_issue}; none has been issued since.",
    ),
    Bilingual("{mend}.", "{mend}."),
    Severity.WARNING,
)
def next_issue_overdue(corpus: Corpus) -> Iterator[Finding]:
    """A bulletin that says when the next one comes has made a promise to every reader."""
    for entry in corpus.of(Bulletin):
        versions = corpus.versions.get(entry.record.id, ())
        if versions and not is_retired(corpus, entry.record) and not is_withdrawn(versions):
            promise = versions[-1].bulletin_plan
            due = promise.next_issue
            if due and due < corpus.now and not _is_kept(corpus, promise):
                yield found(
                    entry.place("next_issue"),
                    next_issue_of(corpus, entry.record, due),
                    edition=versions[-1].name,
                    next_issue=moment(corpus, due),
                    mend=_QUICKLY if promise.series is BulletinKind.QUICK else _AGAIN,
                )


def _is_kept(corpus: Corpus, promise: Bulletin) -> bool:
    """Whether a newer bulletin was issued, or the event of the bulletin is over."""
    newest = corpus.once(_newest_bulletins)
    if is_last(corpus, promise):
        return True
    if promise.series is not BulletinKind.QUICK or promise.event is None:
        return newest[promise.series or "", ""] != promise.id
    return newest["", promise.event] != promise.id


def _newest_bulletins(corpus: Corpus) -> Mapping[tuple[str, str], str]:
    """The newest bulletin of each kind, and the newest that prints each event."""
    newest: dict[tuple[str, str], str] = {}
    for edition in _first_editions(corpus):
        newest[edition.plan.get("kind", ""), ""] = edition.bulletin
        events = {edition.plan.get("event"), *edition.records}
        newest |= {("", event): edition.bulletin for event in events if event}
    return newest


def _first_editions(corpus: Corpus) -> Iterator[Edition]:
    """Each bulletin that was issued and not withdrawn, by its first edition, in order of issue."""
    for edition in corpus.editions:
        if edition.version == 1 and not is_withdrawn(corpus.versions[edition.bulletin]):
            yield edition


_AGAIN = Bilingual(
    "phát hành bản tin định kỳ mới, hoặc cập nhật bản này với hẹn mới",
    "issue the next periodic bulletin, or update this one with a new date",
)
_QUICKLY = Bilingual(
    "phát hành bản tin mới về sự việc đó, cập nhật bản này với hẹn mới, hoặc kết thúc sự việc",
    "issue a newer bulletin about the event, update this one with a new date, or close the event",
)
