"""BT2xx, messages that answer the same people about the same thing at the same time."""

from bisect import insort
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from generator.base.diagnostics import Severity
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import is_alive, is_pending
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.message import Message
from generator.rules.naming import moment
from generator.rules.rule import Finding, found, rule

# So many others are named for one message; the rest show up once these are settled.
MOST_NAMED = 3
# So many of those that hold at once are looked at, so that a long chain of drafts costs little.
MOST_LOOKED_AT = 64


class Held(NamedTuple):
    """A message that holds for a time; the order is that in which validities end.

    `is_printed`: a bulletin prints it, issued or planned; others are only being thought of.
    """

    until: datetime
    id: str
    start: datetime
    is_printed: bool


# A topic, an audience and an area.
Bucket = tuple[str, str, str]
# The messages of a bucket; True when they are for the area itself, not for one within it.
Crowd = dict[Held, bool]


@rule(
    "BT205",
    Bilingual(
        "{id} và {other} “{title}” cùng đối tượng, địa bàn, lĩnh vực, cùng có hiệu lực từ {start}"
        " đến {until}; không nội dung nào thay cho nội dung kia.",
        "{id} and {other} “{title}” have an audience, an area and a topic in common and both hold"
        " from {start} until {until}; neither supersedes the other.",
    ),
    Bilingual(
        "ghi “supersedes: {other}” vào {id}, hoặc tách đối tượng, địa bàn, thời hạn của hai nội"
        " dung.",
        "write “supersedes: {other}” in {id}, or part the audiences, areas or times of the two.",
    ),
    Severity.WARNING,
)
def overlapping_messages(corpus: Corpus) -> Iterator[Finding]:
    """Of two agreed answers to the same people, each will be quoted against the other."""
    later: dict[str, dict[str, Held]] = {}
    for crowd in _crowds(corpus).values():
        for pair in _meeting(corpus, crowd):
            earlier, last = sorted(pair, key=lambda held: _age(corpus, held.id))
            shared = last._replace(until=min(pair).until, start=max(held.start for held in pair))
            later.setdefault(last.id, {})[earlier.id] = shared
    for last_id, others in sorted(later.items()):
        for other_id, shared in sorted(others.items())[:MOST_NAMED]:
            yield found(
                corpus.records[last_id].place("id"),
                id=last_id,
                other=other_id,
                title=corpus.records[other_id].record.title,
                start=moment(shared.start),
                until=moment(shared.until),
            )


def _crowds(corpus: Corpus) -> Mapping[Bucket, Crowd]:
    """Every message that may be used, under each topic, audience and area it is for."""
    crowds: dict[Bucket, Crowd] = {}
    for held, message in _holding(corpus):
        for audience in message.audience:
            for area in message.areas:
                for number, one in enumerate(corpus.registry.lineage(area)):
                    crowd = crowds.setdefault((str(message.topic), audience.value, one), {})
                    crowd[held] = crowd.get(held, False) or number == 0
    return crowds


def _holding(corpus: Corpus) -> Iterator[tuple[Held, Message]]:
    printed = _printed(corpus)
    for entry in corpus.of(Message):
        message, valid = entry.record, entry.record.valid
        is_real = valid is not None and valid.start < valid.until and message.topic
        if valid and is_real and is_alive(corpus, message):
            is_printed = message.id in printed
            yield Held(valid.until, message.id, valid.start, is_printed), message


def _printed(corpus: Corpus) -> frozenset[str]:
    """The records that a bulletin prints, issued or planned."""
    coming = (e.record.id for e in corpus.of(Bulletin) if is_pending(corpus, e.record))
    planned = {record_id for bulletin in coming for record_id in corpus.closure(bulletin)}
    return frozenset(i for i in corpus.records if i in planned or corpus.holding(i))


def _meeting(corpus: Corpus, crowd: Crowd) -> Iterator[tuple[Held, Held]]:
    """The pairs of a crowd that hold at the same time.

    Two messages for areas within the same area do not meet there, and two that nothing prints are
    only drafts of one another.
    """
    begun: dict[tuple[bool, bool], list[Held]] = {}
    for one in sorted(crowd, key=lambda held: held.start):
        here = (crowd[one], one.is_printed)
        for there, others in begun.items():
            if all(either or other for either, other in zip(here, there, strict=True)):
                for other in _still_held(corpus, one, others):
                    yield one, other
        insort(begun.setdefault(here, []), one)


def _still_held(corpus: Corpus, one: Held, others: list[Held]) -> Iterator[Held]:
    """A few of those begun earlier that have not ended when this one begins."""
    left = MOST_NAMED
    for other in islice(reversed(others), MOST_LOOKED_AT):
        if other.until <= one.start or not left:
            return
        if not _are_related(corpus, one.id, other.id):
            left -= 1
            yield other


def _are_related(corpus: Corpus, one: str, other: str) -> bool:
    """Whether one of the two supersedes the other, directly or not; a circle relates to all."""
    families = corpus.once(_families)
    own, others = families.get(one), families.get(other)
    return own is None or others is None or own.start in others or others.start in own


def _families(corpus: Corpus) -> Mapping[str, range]:
    """Numbers for messages: what supersedes a message, directly or not, begins within its range."""
    heirs: dict[str, list[str]] = {}
    for entry in corpus.of(Message):
        before = entry.record.supersedes
        known = before if before and corpus.find(before, Message) else ""
        heirs.setdefault(known, []).append(entry.record.id)
    begun: dict[str, int] = {}
    families: dict[str, range] = {}
    waiting = heirs.get("", [])
    while waiting:
        one = waiting.pop()
        if one in begun:
            families[one] = range(begun[one], len(begun))
        else:
            begun[one] = len(begun)
            waiting += [one, *heirs.get(one, ())]
    return families


def _age(corpus: Corpus, message_id: str) -> tuple[bool, str, str]:
    """What was issued is older than what was not: the other can still be changed."""
    created = corpus.records[message_id].record.created
    return (not corpus.holding(message_id), created.isoformat(), message_id)
