"""BT612: a sign or a table that paper cannot show, found before anything is issued."""

from collections.abc import Iterator

from generator.base.prose import tables
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.record.citations import prose, texts
from generator.model.record.letters import named, unprintable
from generator.model.record.table_room import MOST_PARTS, NARROWEST, needs, parts
from generator.rules.rule import Finding, found, rule


@rule(
    "BT612",
    Bilingual("Giấy không in được {what}.", "Paper cannot show {what}."),
    Bilingual("{mend}.", "{mend}."),
)
def paper_cannot_show(corpus: Corpus) -> Iterator[Finding]:
    """A sign that no typeface has, or columns that have no room, would be missing on paper alone:
    who signs it and who reads it would see two texts."""
    for entry in corpus.records.values():
        for text in texts(entry.record):
            for run in unprintable(text.value):
                at = text.value.find(run[0])
                place = entry.place(*text.at).part(at, at + 1)
                yield found(place, what=_sign(run), mend=_OTHER_SIGN)
        for prose_value in prose(entry.record):
            for table in tables(prose_value.value):
                if len(parts(needs(table), NARROWEST)) > MOST_PARTS:
                    what = _table(max(map(len, table)))
                    yield found(entry.place(*prose_value.at), what=what, mend=_TWO_TABLES)


def _sign(run: str) -> Bilingual:
    said = f"“{run[:_SHOWN]}” ({named(run)})"
    return Bilingual(f"dấu {said}", f"the sign {said}")


def _table(count: int) -> Bilingual:
    return Bilingual(f"bảng {count} cột", f"a table of {count} columns")


_SHOWN = 12
_OTHER_SIGN = Bilingual(
    "viết bằng chữ, hoặc dùng dấu in được như ✓ ✗ ☐ ☑ ★ ☎ ⚠ ①",
    "write it in words, or use a sign that is printed, as ✓ ✗ ☐ ☑ ★ ☎ ⚠ ①",
)
_TWO_TABLES = Bilingual(
    f"chia thành nhiều bảng, hoặc đính kèm tệp; bản in chỉ tách một bảng thành {MOST_PARTS} phần",
    f"make several tables of it, or attach a file; paper divides a table into {MOST_PARTS} at most",
)
