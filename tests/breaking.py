"""Valid records, each broken in one place in the ways in which people break them.

What would leave a record valid is never produced: every break says by construction why the record
is wrong afterwards. A break keeps the number of lines, so that findings can be compared.
"""

import random
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

import yaml
from pydantic import BaseModel

from generator.base.text import Choice
from generator.model.kinds import KINDS
from generator.model.record.reference import OfficeRef, Ref, RegistryRef
from generator.model.registry.registry import REGISTRY_FILES
from generator.model.registry.signoff import Approval, Recall
from generator.source.files.file_list import model_of
from tests.spots import Node, Spot, keys_of, spots

ELSEWHERE = {"information": "TT", "event": "SV", "network": "LL", "message": "ND"}
ALWAYS_THERE = {"id", "title", "unit", "created"}
FILES: tuple[type[BaseModel], ...] = (*KINDS, *REGISTRY_FILES.values(), Approval, Recall)
ON_TOP = {key for model in FILES for key in keys_of(model)}
LETTERS = "abcdeghiklmnopqrstuvxy"


class Sort(StrEnum):
    """What was done to a record."""

    KEY = "typo in key"
    VALUE = "typo in value"
    INDENT = "wrong indentation"
    QUOTE = "missing quote"
    TYPE = "wrong type"
    REFERENCE = "wrong reference"


class Break(NamedTuple):
    """A broken file: the line that was touched, and the lines of the keys above it."""

    sort: Sort
    path: str
    text: str
    line: int
    above: tuple[int, ...]

    def touched(self) -> str:
        return self.text.split("\n")[self.line - 1]


class Change(NamedTuple):
    """Replace the text between two places; the first line that differs is the broken one."""

    start: int
    end: int
    new: str


Breaker = Callable[[str, Spot, random.Random], Iterator[Change]]


def breaks_of(sort: Sort, path: str, text: str, rng: random.Random) -> list[Break]:
    """Every place of a file where this sort of mistake can be made, one mistake each."""
    model = model_of(path)
    assert model is not None
    found = []
    for spot in spots(text, model):
        changes = list(BREAKERS[sort](text, spot, rng))
        if changes:
            found.append(_carried_out(sort, path, text, spot, rng.choice(changes)))
    return found


def _carried_out(sort: Sort, path: str, text: str, spot: Spot, change: Change) -> Break:
    removed = text[change.start : change.end]
    end = change.start + len(removed.rstrip() if "\n" in removed else removed)
    lost = text.count("\n", change.start, end)
    broken = text[: change.start] + change.new + "\n" * lost + text[end:]
    assert broken != text and broken.count("\n") == text.count("\n"), (path, change)
    return Break(sort, path, broken, text.count("\n", 0, change.start) + 1, spot.above)


# ── a typo ───────────────────────────────────────────────────────────────────────────────────


def mistyped(word: str, taken: Mapping[str, object], rng: random.Random) -> str:
    """The word with one slip of a finger, and not a word that exists."""
    while True:
        at = rng.randrange(len(word))
        typed = rng.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + rng.choice(LETTERS) + word[at + 1 :],
                word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
                word.capitalize(),
            )
        )
        if typed not in (word, "", "-") and typed not in taken and typed[0].isalpha():
            return typed


def typo_in_key(_text: str, spot: Spot, rng: random.Random) -> Iterator[Change]:
    """No key of this name exists there; or the colon after it is lost."""
    if spot.key is None:
        return
    start, end = spot.key.start_mark.index, spot.key.end_mark.index
    yield Change(start, end, mistyped(spot.name, keys_of(spot.holder), rng))
    if spot.is_block and spot.is_scalar and not spot.value.style and spot.value.value:
        yield Change(start, spot.value.start_mark.index, f"{spot.name} ")


def typo_in_value(text: str, spot: Spot, rng: random.Random) -> Iterator[Change]:
    """A word of no list, a day that is none, a number that is none, a character nobody sees."""
    if not spot.is_scalar or spot.is_many or not spot.value.value or spot.value.value == "null":
        return
    start, end = spot.value.start_mark.index, spot.value.end_mark.index
    for wrong in _miswritten(spot.leaf, spot.name, spot.value.value, rng):
        yield Change(start, end, wrong)
    if spot.leaf is str or spot.leaf.__name__ == "Prose":
        yield from _unseen(text, spot.value, rng)


def _miswritten(leaf: type, key: str, written: str, rng: random.Random) -> list[str]:
    if issubclass(leaf, Choice):
        return [mistyped(written, {str(member.value): 0 for member in leaf}, rng)]
    if key == "timezone":
        return [mistyped(written, {}, rng), "GMT+7", "+07:00"]
    if key in ("id", "digest"):
        return [written.swapcase(), written[:-1] + " x", f"{written[:2]}?{written[3:]}"]
    return next((list(slips(written)) for kind, slips in SLIPS if issubclass(leaf, kind)), [])


def _moments(written: str) -> tuple[str, ...]:
    day, _, hour = written.partition("T")
    return f"{day} {hour}", f"{day}T25{hour[2:]}", day, f"{day}T{hour.replace(':', 'g')}"


def _days(written: str) -> tuple[str, ...]:
    year, month, day = written.split("-")
    return f"{day}/{month}/{year}", f"{year}-{month}-32", f"{year}-13-{day}", f"{year}-{month}"


def _numbers(written: str) -> tuple[str, ...]:
    return "ba", f"{written}a", f"{written}.5", f"-{written}", f"{written} lượt"


def _flags(_written: str) -> tuple[str, ...]:
    return "True", "yes", "có"


# A moment is a day to Python, and true a number: the narrower kind stands first.
SLIPS: tuple[tuple[type, Callable[[str], tuple[str, ...]]], ...] = (
    (datetime, _moments),
    (date, _days),
    (bool, _flags),
    (int, _numbers),
)


def _unseen(text: str, value: Node, rng: random.Random) -> Iterator[Change]:
    """A zero-width space or a detached mark, as they come along when text is copied."""
    start, end = value.start_mark.index, value.end_mark.index
    if value.style in ("|", ">"):
        start = text.index("\n", start) + 1
    places = [i for i in range(start + 1, end) if text[i - 1].isalpha() and text[i].isalpha()]
    if places:
        at = rng.choice(places)
        yield Change(at, at, rng.choice(("\u200b", "\u00ad")))
    for at in range(start, end):
        if (apart := unicodedata.normalize("NFD", text[at])) != text[at]:
            yield Change(at, at + 1, apart)
            return


# ── the wrong type ───────────────────────────────────────────────────────────────────────────


def wrong_type(_text: str, spot: Spot, _rng: random.Random) -> Iterator[Change]:
    """A text where a list or a group must stand, and the other way round; or nothing at all."""
    end = spot.value.end_mark.index
    if spot.key is None:
        start, lead = spot.value.start_mark.index, ""
    else:
        start, lead = spot.key.end_mark.index, ": "
    for wrong in _other_forms(spot):
        yield Change(start, end, lead + wrong)
    if spot.is_required and spot.key is not None:
        yield Change(start, end, ": ")


def _other_forms(spot: Spot) -> tuple[str, ...]:
    if spot.is_many:
        return ("abc", "{a: b}")
    if issubclass(spot.leaf, BaseModel):
        return ("abc", "[a, b]")
    plain = ("abc",) if issubclass(spot.leaf, date | int | Choice) else ()
    return ("[abc]", "{a: b}", *plain)


def _is_block(value: Node) -> bool:
    is_group = isinstance(value, yaml.CollectionNode)
    return not value.flow_style if is_group else value.style in ("|", ">")


# ── the wrong reference ──────────────────────────────────────────────────────────────────────


def wrong_reference(_text: str, spot: Spot, rng: random.Random) -> Iterator[Change]:
    """An id that nothing bears, or that something of another kind bears, or that is no id."""
    if not spot.is_scalar or spot.is_many or not issubclass(spot.leaf, Ref):
        return
    if not spot.value.value or spot.value.value == "null":
        return
    for wrong in _wrong_ids(spot.leaf, spot.value.value, rng):
        yield Change(spot.value.start_mark.index, spot.value.end_mark.index, wrong)


def _wrong_ids(leaf: type[Ref], written: str, rng: random.Random) -> list[str]:
    if issubclass(leaf, RegistryRef):
        slip = mistyped(written, dict.fromkeys(LETTERS), rng)
        unknown = [f"{slip}-1"] if issubclass(leaf, OfficeRef) else [f"{slip}-1", f"x{written}"]
        return [*unknown, written.upper(), f"{written}?"]
    others = [
        f"{prefix}-2026-0001"
        for kind, prefix in ELSEWHERE.items()
        if leaf.kinds and kind not in leaf.kinds
    ]
    return [*others, f"{written[:8]}9{written[9:]}9", written.lower(), written[:-1], "TT-26-1"]


# ── the wrong indentation ────────────────────────────────────────────────────────────────────


def wrong_indentation(text: str, spot: Spot, rng: random.Random) -> Iterator[Change]:
    """A key moved so that it is aligned with nothing, or so that it lands in another group."""
    column = spot.start.column
    first = spot.start.index - column
    if spot.key is not None and spot.is_block and not text[first : spot.start.index].strip():
        yield from _moved_key(spot, first, column)
    if spot.key is None and spot.is_block and spot.number:
        yield from _moved_item(text, spot)
    if _is_text_block(spot):
        yield from _unindented_text(text, spot)
    del rng


def _moved_key(spot: Spot, first: int, column: int) -> Iterator[Change]:
    before = spot.before
    if before is not None and not _is_nothing(before):
        yield Change(first, first, " ")
        if not _is_block(before):
            yield Change(first, first, "  ")
            yield Change(first, first + column, " " * column + "\t")
    if column and len(spot.group.value) > 1 and (before is not None or _is_short(spot.value)):
        yield Change(first, first + 1, "")
        yield Change(first, first + column, "\t")
        if before is not None and (spot.name in ALWAYS_THERE or spot.name not in ON_TOP):
            yield Change(first, first + column, "")


def _moved_item(text: str, spot: Spot) -> Iterator[Change]:
    """An item that is a group; the words of a text would only continue the item before."""
    first = text.rindex("\n", 0, spot.start.index) + 1
    if isinstance(spot.value, yaml.MappingNode):
        yield Change(first, first, " ")
        if text.startswith("  ", first):
            yield Change(first, first + 1, "")


def _is_nothing(value: Node) -> bool:
    return isinstance(value, yaml.ScalarNode) and value.value in ("", "null")


def _is_short(value: Node) -> bool:
    return not _is_block(value) and not _is_nothing(value)


def _is_text_block(spot: Spot) -> bool:
    return spot.is_scalar and spot.value.style in ("|", ">")


def _unindented_text(text: str, spot: Spot) -> Iterator[Change]:
    """A line of a text block that begins where keys begin."""
    start = text.index("\n", spot.value.start_mark.index) + 1
    while start < spot.value.end_mark.index:
        end = text.index("\n", start)
        line = text[start:end]
        if line.strip():
            yield Change(start, start + len(line) - len(line.lstrip()), "")
        start = end + 1


# ── the missing quote ────────────────────────────────────────────────────────────────────────


def missing_quote(text: str, spot: Spot, _rng: random.Random) -> Iterator[Change]:
    """A text in quotes of which one was not typed, where without quotes it means something else."""
    if not spot.is_scalar or spot.is_many or spot.leaf is not str or not spot.value.value:
        return
    start, end = spot.value.start_mark.index, spot.value.end_mark.index
    written = text[start:end]
    if not spot.value.style and "\n" not in written:
        for mark in "\"'":
            if mark not in text:
                yield Change(start, end, mark + written)
                yield Change(start, end, f"Lưu ý: {written}{mark}")
                yield Change(start, end, f"{mark}Nói {mark}{written}{mark} rồi{mark}")
    elif spot.value.style in ("'", '"'):
        yield Change(end - 1, end, "")


BREAKERS: Mapping[Sort, Breaker] = {
    Sort.KEY: typo_in_key,
    Sort.VALUE: typo_in_value,
    Sort.INDENT: wrong_indentation,
    Sort.QUOTE: missing_quote,
    Sort.TYPE: wrong_type,
    Sort.REFERENCE: wrong_reference,
}
