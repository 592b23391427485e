"""Counts of citizens below the programme's `small_count`, and totals that give one away."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus import Corpus, Entry
from generator.model.kinds.concern import Concern
from generator.model.kinds.opinion import Opinion
from generator.model.record import Record
from generator.model.refs import prose
from generator.rules.seen import seen

_ROW = re.compile(r"^ *\|(.+)\| *$", re.MULTILINE)
_HIDDEN = re.compile(r"<\s*\d+|dưới \d+|ít hơn \d+|…|\.\.\.|\*")
_TOTAL = re.compile(r"tổng|cộng|total", re.IGNORECASE)
_GATHER = Bilingual(
    "gộp với địa bàn hoặc kỳ khác, hoặc viết “dưới ngưỡng” thay cho con số",
    "join it with another area or period, or say that it is below the least count",
)
_HIDE_TWO = Bilingual(
    "giấu thêm một ô nữa hoặc bỏ ô tổng, để không ai trừ ra được",
    "hide one more cell or leave out the total, so that nobody can subtract",
)


class SmallCount(NamedTuple):
    """Where a count is too small, the count, and how to mend it."""

    place: Place
    shown: str
    mend: Bilingual


def small_counts(corpus: Corpus) -> Iterator[SmallCount]:
    """In the fields that count citizens, in sentences, and in tables with a hidden cell."""
    least = corpus.registry.programme.small_count
    for entry in corpus.of(Concern):
        reported = entry.record.reported
        if reported and reported.count < least:
            yield SmallCount(entry.place("reported", "count"), str(reported.count), _GATHER)
    for opinion in corpus.of(Opinion):
        method = opinion.record.method
        if method and method.reports < least:
            yield SmallCount(opinion.place("method", "reports"), str(method.reports), _GATHER)
    for one in seen(corpus, "BT511"):
        yield SmallCount(one.place, one.sighting.value, _GATHER)
    for record in corpus.records.values():
        yield from _given_away(record, least)


def _given_away(entry: Entry[Record], least: int) -> Iterator[SmallCount]:
    """A column with one hidden cell and its total: whoever subtracts knows the cell."""
    for named in prose(entry.record):
        rows = [[cell.strip() for cell in row.split("|")] for row in _ROW.findall(named.value)]
        for column in zip(*rows, strict=False) if "|" in named.value else ():
            hidden = _subtracted(column, [row[0] for row in rows])
            if hidden is not None and 0 < hidden < least:
                yield SmallCount(entry.place(*named.at), str(hidden), _HIDE_TWO)


def _subtracted(column: Sequence[str], labels: Sequence[str]) -> int | None:
    """The one hidden cell of a column, when the total gives it away."""
    parts = [cell for cell, label in zip(column, labels, strict=True) if not _TOTAL.search(label)]
    totals = [cell for cell, label in zip(column, labels, strict=True) if _TOTAL.search(label)]
    hidden = [cell for cell in parts if _HIDDEN.fullmatch(cell)]
    known = [int(cell) for cell in parts if cell.isdigit()]
    if len(hidden) != 1 or len(totals) != 1 or not totals[0].isdigit():
        return None
    return int(totals[0]) - sum(known)
