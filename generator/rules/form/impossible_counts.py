"""BT207: counts that cannot be, because a part is larger than its whole."""

from collections.abc import Iterator

from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.counts import Excess, excesses
from generator.rules.rule import Finding, found, rule


@rule(
    "BT207",
    Bilingual("Số liệu không thể như vậy: {reason}.", "These counts cannot be: {reason}."),
    Bilingual("đếm lại, rồi sửa con số ghi nhầm.", "count again, and correct the wrong number."),
)
def impossible_counts(corpus: Corpus) -> Iterator[Finding]:
    """Who reads that 40 of 12 reported does not believe the next number either."""
    for entry in corpus.records.values():
        for excess in excesses(entry.record, corpus.registry):
            yield found(entry.place(*excess.at), reason=_reason(excess))


def _reason(excess: Excess) -> Bilingual:
    part, whole = excess.keys
    more, less = excess.counts
    if not excess.areas:
        return Bilingual(
            f"“{part}” ghi {more}, nhiều hơn “{whole}” ghi {less}",
            f"“{part}” says {more}, more than “{whole}”, which says {less}",
        )
    areas = ", ".join(excess.areas)
    return Bilingual(
        f"“{whole}” của {excess.whole_area} ghi {less}, ít hơn tổng của các địa bàn thuộc nó"
        f" ({areas}): {more}",
        f"“{whole}” of {excess.whole_area} says {less}, less than the areas in it"
        f" ({areas}) together: {more}",
    )
