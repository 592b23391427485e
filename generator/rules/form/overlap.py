"""BT205: messages that answer the same question of the same people at the same time."""

from bisect import insort
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from generator.base.diagnostics import Severity
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import is_alive, records_in_preparation
from generator.model.kinds.message import Message
from generator.model.record.questions import Asked, asked
from generator.rules.naming import moment
from generator.rules.rule import Finding, found, rule

# At most so many overlaps are reported for one message; the rest appear after these are fixed.
MOST_NAMED = 3
# At most so many messages valid at the same time are compared: long chains of drafts stay cheap.
MOST_LOOKED_AT = 64


class ValidMessage(NamedTuple):
    """A message with its time of validity; tuples sort by the end of validity.

    `is_printed`: an issued or planned bulletin prints it; the others are only drafts.
    """

    until: datetime
    id: str
    start: datetime
    is_printed: bool


# What is asked, an audience and an area.
Bucket = tuple[Asked, str, str]
# The messages of a bucket; True when a message is for the area itself, not for a smaller area.
MessagesInBucket = dict[ValidMessage, bool]


@rule(
    "BT205",
    Bilingual(
        "{id} và {other} “{title}” cùng trả lời một câu hỏi (“{question}”) cho cùng đối tượng, địa"
        " bàn, cùng có hiệu lực từ {start} đến {until}.",
        "{id} and {other} “{title}” answer one question (“{question}”) for the same audience and"
        " area, and both hold from {start} until {until}.",
    ),
    Bilingual(
        "hỏi hai việc khác nhau thì viết lại “question” của {id} cho rõ; hỏi một việc thì chỉ để"
        " một nội dung trả lời, hoặc tách đối tượng, địa bàn, thời hạn của hai nội dung.",
        "if they ask different things, word the “question” of {id} so; if they ask the same, let"
        " one message answer it, or part the audiences, areas or times of the two.",
    ),
    Severity.WARNING,
)
def overlapping_messages(corpus: Corpus) -> Iterator[Finding]:
    """With two agreed answers to the same people, each will be quoted against the other."""
    overlaps: dict[str, dict[str, ValidMessage]] = {}
    for messages in _buckets(corpus).values():
        for pair in _overlapping_pairs(corpus, messages):
            older, newer = sorted(pair, key=lambda message: _age(corpus, message.id))
            shared_time = newer._replace(
                until=min(pair).until, start=max(message.start for message in pair)
            )
            overlaps.setdefault(newer.id, {})[older.id] = shared_time
    for newer_id, shared_times in sorted(overlaps.items()):
        for older_id, shared_time in sorted(shared_times.items())[:MOST_NAMED]:
            yield found(
                corpus.records[newer_id].place("id"),
                id=newer_id,
                other=older_id,
                title=corpus.records[older_id].record.title,
                question=_question(corpus, newer_id),
                start=moment(corpus, shared_time.start),
                until=moment(corpus, shared_time.until),
            )


def _question(corpus: Corpus, message_id: str) -> str:
    message = corpus.find(message_id, Message)
    return message.question or "" if message else ""


def _buckets(corpus: Corpus) -> Mapping[Bucket, MessagesInBucket]:
    """Every usable message, under what it answers, for each audience and area (and wider area)."""
    buckets: dict[Bucket, MessagesInBucket] = {}
    for valid_message, message in _valid_messages(corpus):
        question = asked(message.question)
        for audience in message.audience:
            for area in message.areas:
                for number, wider_area in enumerate(corpus.registry.lineage(area)):
                    messages = buckets.setdefault((question, audience.value, wider_area), {})
                    messages[valid_message] = messages.get(valid_message, False) or number == 0
    return buckets


def _valid_messages(corpus: Corpus) -> Iterator[tuple[ValidMessage, Message]]:
    printed = _printed_ids(corpus)
    for entry in corpus.of(Message):
        message, valid = entry.record, entry.record.valid
        is_real = valid is not None and valid.start < valid.until and message.question
        if valid and is_real and is_alive(corpus, message):
            is_printed = message.id in printed
            yield ValidMessage(valid.until, message.id, valid.start, is_printed), message


def _printed_ids(corpus: Corpus) -> frozenset[str]:
    """The ids of the records that an issued or planned bulletin prints."""
    planned = corpus.once(records_in_preparation)
    return frozenset(i for i in corpus.records if i in planned or corpus.holding(i))


def _overlapping_pairs(
    corpus: Corpus, messages: MessagesInBucket
) -> Iterator[tuple[ValidMessage, ValidMessage]]:
    """The pairs of messages in a bucket that are valid at the same time.

    Two messages for smaller areas do not count in the wider area, and two messages that no bulletin
    prints are only drafts.
    """
    started: dict[tuple[bool, bool], list[ValidMessage]] = {}
    for message in sorted(messages, key=lambda valid_message: valid_message.start):
        group = (messages[message], message.is_printed)
        for other_group, others in started.items():
            if all(flag or other_flag for flag, other_flag in zip(group, other_group, strict=True)):
                for other in _still_valid(corpus, message, others):
                    yield message, other
        insort(started.setdefault(group, []), message)


def _still_valid(
    corpus: Corpus, message: ValidMessage, others: list[ValidMessage]
) -> Iterator[ValidMessage]:
    """The first few of `others` (sorted by end) that are still valid when `message` starts."""
    left = MOST_NAMED
    for other in islice(reversed(others), MOST_LOOKED_AT):
        if other.until <= message.start or not left:
            return
        if not _are_related(corpus, message.id, other.id):
            left -= 1
            yield other


def _are_related(corpus: Corpus, message_id: str, other_id: str) -> bool:
    """Whether a message supersedes the other, directly or not; True within a circle."""
    families = corpus.once(_families)
    own, others = families.get(message_id), families.get(other_id)
    return own is None or others is None or own.start in others or others.start in own


def _families(corpus: Corpus) -> Mapping[str, range]:
    """A range for each message, from a walk over its successors: the range of every message that
    supersedes it, directly or not, starts inside its own range.
    """
    heirs: dict[str, list[str]] = {}
    for entry in corpus.of(Message):
        superseded = entry.record.supersedes
        root = superseded if superseded and corpus.find(superseded, Message) else ""
        heirs.setdefault(root, []).append(entry.record.id)
    numbers: dict[str, int] = {}
    families: dict[str, range] = {}
    waiting = heirs.get("", [])
    while waiting:
        message_id = waiting.pop()
        if message_id in numbers:
            families[message_id] = range(numbers[message_id], len(numbers))
        else:
            numbers[message_id] = len(numbers)
            waiting += [message_id, *heirs.get(message_id, ())]
    return families


def _age(corpus: Corpus, message_id: str) -> tuple[bool, str, str]:
    """Sort key: issued messages come before unissued ones, which can still be changed."""
    created = corpus.records[message_id].record.created
    return (not corpus.holding(message_id), created.isoformat(), message_id)
