"""BT510 to BT514: speech, small numbers, secrecy marks, sensitive matters, labels."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.diagnostics import Severity
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.kinds.concern import Concern
from generator.model.kinds.opinion import Opinion
from generator.model.record.citations import prose
from generator.model.record.record import Record
from generator.rules.privacy.guard_findings import masked_findings, placed_sightings
from generator.rules.rule import Finding, found, rule


@rule(
    "BT510",
    Bilingual(
        "Trích nguyên lời một người dân: “{shown}”.",
        "The very words of a citizen are quoted: “{shown}”.",
    ),
    Bilingual(
        "kể lại thành luồng ý kiến chung, không để trong dấu ngoặc kép.",
        "tell it as a stream of opinion, without quotation marks.",
    ),
)
def quoted_citizen(corpus: Corpus) -> Iterator[Finding]:
    """Neighbours recognise a person by the words; people then stop speaking openly."""
    return masked_findings(corpus, "BT510")


@rule(
    "BT511",
    Bilingual(
        "Số người hoặc số lượt quá nhỏ: {shown}, trong khi ngưỡng là {least}.",
        "Too small a count of people or reports: {shown}, while the least is {least}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
def count_too_small(corpus: Corpus) -> Iterator[Finding]:
    """When only three people are counted, their neighbours know who they are."""
    least = corpus.registry.programme.small_count
    for place, shown, mend in small_counts(corpus):
        yield found(place, shown=shown, least=least, mend=mend)


@rule(
    "BT512",
    Bilingual("Có dấu chỉ độ mật: {shown}.", "There is a secrecy mark: {shown}."),
    Bilingual(
        "đưa tệp này ra khỏi máy nối mạng và báo người phụ trách bảo mật; không dùng chữ này để"
        " nhấn mạnh.",
        "take this file off any networked computer and tell whoever keeps secrets; never use the"
        " word for emphasis.",
    ),
)
def secrecy_mark(corpus: Corpus) -> Iterator[Finding]:
    """Secret texts may not be drafted on a networked computer, nor other texts be marked secret."""
    return masked_findings(corpus, "BT512")


@rule(
    "BT513",
    Bilingual(
        "Điều nhạy cảm ({shown}) gắn với một nhóm rất nhỏ hoặc một tổ dân cư.",
        "A sensitive matter ({shown}) is tied to very few people or to one residential group.",
    ),
    Bilingual(
        "nói ở phạm vi toàn phường, hoặc bỏ con số và tên tổ.",
        "tell it of the whole ward, or leave out the count and the group.",
    ),
    Severity.WARNING,
)
def sensitive_matter_of_a_few(corpus: Corpus) -> Iterator[Finding]:
    """Health, faith, ethnicity and politics are the facts that hurt a few people most."""
    return masked_findings(corpus, "BT513")


@rule(
    "BT514",
    Bilingual(
        "Lời quy kết: “{shown}”.", "Words that label people or tell guilt undecided: “{shown}”."
    ),
    Bilingual(
        "kể điều đã xảy ra; nói vi phạm thì nêu quyết định của cơ quan có thẩm quyền.",
        "tell what happened; for an offence, name the decision of the competent body.",
    ),
    Severity.WARNING,
)
def label_on_people(corpus: Corpus) -> Iterator[Finding]:
    """People who are labelled stop listening, and only the competent body decides about guilt."""
    return masked_findings(corpus, "BT514")


_ROW = re.compile(r"^ *\|(.+)\| *$", re.MULTILINE)
_HIDDEN = re.compile(r"<\s*\d+|dưới \d+|ít hơn \d+|…|\.\.\.|\*")
_TOTAL = re.compile(r"tổng|cộng|total", re.IGNORECASE)
_GATHER = Bilingual(
    "gộp với địa bàn hoặc kỳ khác, hoặc viết “dưới ngưỡng” thay cho con số",
    "join it with another area or period, or say that it is below the least count",
)
# A key that holds a number takes no words instead.
_ADD_UP = Bilingual(
    "cộng với địa bàn khác hoặc kỳ dài hơn cho đủ số; chưa đủ thì chưa đưa bản ghi này vào bản tin",
    "add up more areas or a longer time; until there are enough, leave the record out of bulletins",
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
            yield SmallCount(entry.place("reported", "count"), str(reported.count), _ADD_UP)
    for opinion in corpus.of(Opinion):
        method = opinion.record.method
        if method and method.reports < least:
            yield SmallCount(opinion.place("method", "reports"), str(method.reports), _ADD_UP)
    for placed in placed_sightings(corpus, "BT511"):
        yield SmallCount(placed.place, placed.sighting.value, _GATHER)
    for record in corpus.records.values():
        yield from _subtractable_counts(record, least)


def _subtractable_counts(entry: Entry[Record], least: int) -> Iterator[SmallCount]:
    """Columns with a total and a single hidden cell: subtraction gives the hidden count."""
    for prose_value in prose(entry.record):
        rows = [
            [cell.strip() for cell in row.split("|")] for row in _ROW.findall(prose_value.value)
        ]
        for column in zip(*rows, strict=False) if "|" in prose_value.value else ():
            hidden = _hidden_count(column, [row[0] for row in rows])
            if hidden is not None and 0 < hidden < least:
                yield SmallCount(entry.place(*prose_value.at), str(hidden), _HIDE_TWO)


def _hidden_count(column: Sequence[str], labels: Sequence[str]) -> int | None:
    """The value of the single hidden cell of a column, when the total reveals it."""
    parts = [cell for cell, label in zip(column, labels, strict=True) if not _TOTAL.search(label)]
    totals = [cell for cell, label in zip(column, labels, strict=True) if _TOTAL.search(label)]
    hidden_cells = [cell for cell in parts if _HIDDEN.fullmatch(cell)]
    visible_counts = [int(cell) for cell in parts if cell.isdigit()]
    if len(hidden_cells) != 1 or len(totals) != 1 or not totals[0].isdigit():
        return None
    return int(totals[0]) - sum(visible_counts)
