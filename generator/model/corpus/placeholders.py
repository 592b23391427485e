"""Words that stand for what an editor has still to write: our own, and those of the starter."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from generator.base.span import FieldPath
from generator.base.text import Bilingual
from generator.model.corpus.completeness import reasons_to_be_complete
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import is_pending
from generator.model.kinds.bulletin import Bulletin, Mode
from generator.model.record.citations import texts
from generator.model.record.record import Record
from generator.model.registry.registry import Area, Programme, Unit
from generator.resources import STARTER

# The title that `bulletin new` writes when none was given.
UNTITLED = Bilingual("(chưa đặt tiêu đề)", "(no title yet)")
# Words that ask to be replaced, wherever they stand.
_ASKING = (
    r"thay bằng [^.,;()]{1,30} thật",
    r"[\[<‹]\s*(?:điền|ghi|nhập|bổ sung|viết)\b[^\]>›]{0,40}[\]>›]",
    r"\b(?:TODO|FIXME|TBD|lorem ipsum)\b",
    r"^[.…\-–—_?\s]+$|^x{2,}$",  # nothing but dots, dashes or crosses
)
# Numbers of nothing but zeros, as 000 0000 003 (1 000 000 is an amount), and names of the net that
# belong to nobody (RFC 2606). As the starter's place, they are wrong where people are to call, and
# right in an exercise, which had better not print what is real.
_INVENTED = (
    r"(?<!\d)(?<!\d[ .,-])0{3,4}[ .-]?0{3,4}(?:[ .-]?\d{1,4})?(?!\d)",
    r"\bexample\.[a-z]{2,}\b",
)


class Placeholder(NamedTuple):
    """A placeholder in a record: the path of its text, and the words."""

    at: FieldPath
    words: str


class NamedPlaceholder(NamedTuple):
    """A placeholder in an entry of the registry: its file, its id and key, and the words."""

    file: str
    key: str
    words: str


def placeholder_in(text: str, *, is_exercise: bool = False) -> str | None:
    """The first placeholder in a text, as it is written.

    An exercise may have invented places and numbers, but no words that ask to be replaced.
    """
    match = _placeholders(is_exercise).search(text)
    return match[0] if match else None


@cache
def _placeholders(is_exercise: bool) -> re.Pattern[str]:  # noqa: FBT001  the cache's key
    own = [re.escape(words) for words in (UNTITLED.vi, UNTITLED.en)]
    places = [rf"\b{re.escape(place)}\b" for place in starter_places()]
    signs = "|".join((*_ASKING, *own, *(() if is_exercise else _INVENTED)))
    # A place is a name: “bến nước” in small letters is a landing on any river.
    named = "" if is_exercise else "".join(f"|{place}" for place in places)
    return re.compile(f"(?i:{signs}){named}")


@cache
def starter_places() -> tuple[str, ...]:
    """The invented places of the starter: whatever names one was never made to fit."""
    units = (STARTER / "content/registry/units.yml").read_text("utf-8")
    return tuple(sorted({found[1] for found in re.finditer(r"^ *place: (.+?) *$", units, re.M)}))


def in_record(record: Record, *, is_exercise: bool) -> Iterator[Placeholder]:
    """The placeholders in a record's texts, without the editors' own note."""
    for named in texts(record):
        words = placeholder_in(named.value, is_exercise=is_exercise)
        if words and named.at != ("note",):
            yield Placeholder(named.at, words)


def in_registry(corpus: Corpus, bulletin: Bulletin) -> Iterator[NamedPlaceholder]:
    """The placeholders in what a bulletin prints of the registry."""
    is_exercise = bulletin.mode is not Mode.ACTUAL
    for file, entry_id, entry in _named_entries(corpus, bulletin):
        for named in texts(entry):
            words = placeholder_in(named.value, is_exercise=is_exercise)
            if words:
                keys = [entry_id, *(str(step) for step in named.at)]
                yield NamedPlaceholder(file, " › ".join(key for key in keys if key), words)


def _named_entries(
    corpus: Corpus, bulletin: Bulletin
) -> Iterator[tuple[str, str, Programme | Unit | Area]]:
    """The programme, its parties, and the units and areas that the bulletin's records name."""
    programme = corpus.registry.programme
    yield "programme.yml", "", programme.model_copy(update={"waivers": ()})
    named: dict[tuple[str, str], None] = {("unit", unit): None for unit in programme.parties}
    for record_id in corpus.closure(bulletin.id):
        for reference in corpus.references[record_id]:
            named[reference.value.target, str(reference.value)] = None
    for target, entry_id in named:
        if target in ("unit", "area"):
            entry = corpus.registry.named(target).get(entry_id)
            if isinstance(entry, Unit | Area):
                yield f"{target}s.yml", entry_id, entry


def where_released(corpus: Corpus) -> Mapping[str, bool]:
    """The records approved or in preparation, and whether an actual bulletin prints them."""
    released = dict.fromkeys(corpus.once(reasons_to_be_complete), False)
    for entry in corpus.of(Bulletin):
        if is_pending(corpus, entry.record):
            for record_id in corpus.closure(entry.record.id):
                is_actual = entry.record.mode is Mode.ACTUAL
                released[record_id] = released.get(record_id, False) or is_actual
    return released
