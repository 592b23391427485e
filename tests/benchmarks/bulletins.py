"""One bulletin written: its records, and the plan that includes them."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from generator.model.kinds.bulletin import Bulletin
from generator.model.record.citations import rests_on
from generator.model.record.record import Record
from tests.benchmarks.records import records_of
from tests.benchmarks.shares import Share
from tests.benchmarks.voice import Values, Voice
from tests.benchmarks.words import Dice, Words

MOST_HIGHLIGHTS = 3


class Written(NamedTuple):
    """A bulletin's plan and its own records."""

    share: Share
    bulletin: Bulletin
    records: tuple[Record, ...]


def write_bulletin(words: Words, share: Share, dice: Dice, next_issue: datetime) -> Written:
    """The records of a share, and a plan whose closure holds every one of them."""
    directives = tuple(sorted({*share.own_directives, *share.shared_directives}))
    areas = tuple(dice.some(tuple(words.areas), 7))
    voices = [Voice(m, share.issued_at, dice, directives, areas) for m in share.matters]
    records = tuple(record for voice in voices for record in records_of(voice))
    plan = {
        **_head(share, voices),
        "number": share.number + 1,
        "highlights": list(_highlights(voices)),
        "include": list(_not_cited(records)),
        "next_issue": next_issue.isoformat(timespec="minutes"),
    }
    return Written(share, Bulletin.model_validate(plan), records)


def _head(share: Share, voices: list[Voice]) -> Values:
    first = voices[0]
    return {
        "id": share.id,
        "title": f"Bản tin định kỳ số {share.number + 1}: {first.matter.subject}",
        "unit": ("tuyen-giao", "dan-van")[share.number % 2],
        "created": first.day(-1),
        "kind": "periodic",
        "form": "masthead",
        "mode": "actual",
        "urgency": "routine",
        "circulation": ("internal", "public")[share.number % 2],
        "period": {"from": first.day(-12), "until": first.day(0)},
        "signers": [{"unit": unit, "office": "truong-ban"} for unit in ("tuyen-giao", "dan-van")],
        "recipients": ["Thường trực Thành ủy", "Các chi bộ trực thuộc", "Mặt trận và các đoàn thể"],
    }


def _highlights(voices: list[Voice]) -> Iterator[Values]:
    """Two or three sentences, on different matters when there are several."""
    for number in range(max(2, min(len(voices), MOST_HIGHLIGHTS))):
        voice = voices[number % len(voices)]
        yield {"text": voice.some("says", number + 1)[-1], "because": voice.because()}


def _not_cited(records: Iterable[Record]) -> Iterator[str]:
    """What must be included by name; the rest comes along as evidence."""
    own = tuple(records)
    cited = {one for record in own for one in rests_on(record)}
    return (record.id for record in own if record.id not in cited)
