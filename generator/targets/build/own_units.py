"""The texts of the issued content, each a unit: what stands in two of them is never one text.

Pages and papers put texts of several records in one line: a date, then a title that begins with
“Đường”. Rules judge each text by itself; so does the last look at finished files.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.ledger.ledger import Ledger
from generator.model.ledger.text_sources import texts_of

_SHORTENED = "…"
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_WORDS = 2


class OwnUnits(NamedTuple):
    """Every text that editors wrote and that was issued, the longest first."""

    texts: tuple[str, ...]

    @classmethod
    def of(cls, ledger: Ledger) -> "OwnUnits":
        contents: list[object] = [
            recall.model_dump(mode="json") for recall in ledger.recalls.values()
        ]
        for edition in ledger.editions:
            contents += [edition.plan, edition.records, edition.registry, edition.change_note]
        texts = {" ".join(text.split()) for content in contents for text in texts_of(content)}
        return cls(
            tuple(sorted(filter(_LETTER.search, texts), key=lambda text: (-len(text), text)))
        )

    def parts(self, piece: str) -> Iterator[str]:
        """The units of a piece of a page, and what stands between them.

        A piece that is a part of a longer unit is judged as that unit was.
        """
        flat = " ".join(piece.split())
        whole = next((text for text in self.texts if flat in text), None)
        if whole is not None:
            yield whole
            return
        within = list(self._within(flat))
        if not within:
            yield piece
            return
        form = "|".join(map(re.escape, within))
        yield from filter(None, re.split(rf"(?<!\w)({form})(?!\w)", flat, flags=re.IGNORECASE))

    def _within(self, flat: str) -> Iterator[str]:
        """The units in a text, the longest first; of a shortened unit, its beginning."""
        low = flat.casefold()
        yield from (text for text in self.texts if text.casefold() in low)
        if _SHORTENED in low:
            yield from filter(None, (_beginning(text, low) for text in self.texts))


def _beginning(text: str, low: str) -> str | None:
    """The most words of a text that stand before “…” in another."""
    words = text.split()
    starts = (" ".join(words[:many]) for many in range(len(words) - 1, _FEWEST_WORDS - 1, -1))
    return next(
        (
            start
            for start in starts
            if f"{start.casefold()}{_SHORTENED}" in low or f"{start.casefold()} {_SHORTENED}" in low
        ),
        None,
    )
