"""Rows of counts as values of new concerns and reports on opinion, or what is wrong with a row."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from pydantic import BaseModel

from generator.base.text import Bilingual, Choice, nearest
from generator.guard.text.sighting import masked
from generator.model.edition.public_names import allowance_of, forbidden_in
from generator.model.kinds.concern import Concern
from generator.model.kinds.opinion import Opinion
from generator.model.record.fields import title_of
from generator.model.record.record import Record
from generator.model.record.reference import Ref
from generator.model.registry.registry import Registry
from generator.targets.editor.key_help import Shape, field_of, shape_of
from generator.targets.incoming.blocks import begun
from generator.targets.incoming.sheet import Line

Path = tuple[str, ...]
# The column by which a table is known, for each kind; and the groups whose keys are columns.
_KNOWN_BY: Mapping[type[Record], Path] = {
    Concern: ("reported", "count"),
    Opinion: ("method", "reports"),
}
_GROUPS: Mapping[type[Record], Path] = {
    Concern: ("reported",),
    Opinion: ("period", "method", "streams"),
}
_PLAIN: Mapping[type[Record], Path] = {
    Concern: ("title", "unit", "areas", "topic", "event", "summary", "competent_body"),
    Opinion: ("title", "unit", "areas", "topic", "event"),
}
_WHOLE = re.compile(r"[0-9]+|[0-9]{1,3}(?:[. ][0-9]{3})+")  # 1200, 1.200; 1.5 is none
# What counts the rows themselves: nothing of a record.
_SERIAL = frozenset({"stt", "tt", "số tt", "số thứ tự", "no", "no.", "#"})
_NUMBER = re.compile(r"[-+]?[0-9][0-9., ]*%?")
_SUM = r"tổng|cộng|lũy kế|luỹ kế|total|subtotal|sum"
_OF_SUM = r"cộng|số|chung|dồn|hợp|lũy kế|luỹ kế"
_TOTAL = re.compile(rf"(?:{_SUM})(?=$|[:.(]| (?:{_OF_SUM})\b| [(IVX0-9])", re.IGNORECASE)
_TOTAL_ALONE = re.compile(rf"(?:{_SUM})(?: (?:{_OF_SUM}))*[ :.]*", re.IGNORECASE)
_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")


class Read(NamedTuple):
    """One row: the values of a record, or why it is none."""

    line: int
    values: dict[str, Any]
    flaw: Bilingual | None
    total: Bilingual | None = None  # what it says, when it only adds up other rows


class Column(NamedTuple):
    """A column: where its values stand in a record, and what they are."""

    path: Path
    title: Bilingual
    shape: Shape


def kind_of(heads: Iterable[str]) -> type[Record] | None:
    """Concerns or opinions, by the heads of the columns; None when the table has neither's."""
    folded = {_folded(head) for head in heads}
    for kind, path in _KNOWN_BY.items():
        if folded & set(_names(_column(kind, path))):
            return kind
    return None


def is_head(cells: Sequence[str]) -> bool:
    """Whether a row names the columns of a table of counts."""
    return kind_of(cells) is not None


def columns_of(kind: type[Record]) -> tuple[Column, ...]:
    shapes = ((group, _shape(kind, (group,))) for group in _GROUPS[kind])
    grouped = ((group, key) for group, shape in shapes for key in shape.keys())  # noqa: SIM118
    return tuple(_column(kind, path) for path in (*((key,) for key in _PLAIN[kind]), *grouped))


def read(kind: type[Record], lines: Sequence[Line], registry: Registry) -> Iterator[Read]:
    """Every row; of one with several flaws the first is told."""
    by_name: dict[str, Column] = {}
    for column in columns_of(kind):
        for name in _names(column):
            by_name.setdefault(name, column)
    for line in lines:
        if is_total(line):
            yield Read(line.number, {}, None, _total(line))
            continue
        values, flaw = _values(line, by_name, registry)
        flaw = line.flaw or flaw
        yield Read(line.number, _grouped(kind, values), flaw or _missing(kind, values, registry))


def serial(heads: Iterable[str]) -> Iterator[Bilingual]:
    """What to say of columns that only count the rows."""
    for head in heads:
        if _folded(head) in _SERIAL:
            yield Bilingual(f"cột “{head}” không lấy", f"the column “{head}” was left out")


def is_total(line: Line) -> bool:
    """Whether a row adds up others: it says so, and says nothing else but numbers."""
    said = [cell for cell in line.cells.values() if not _NUMBER.fullmatch(cell)]
    if not said or not _TOTAL.match(said[0]):
        return False
    return len(said) == 1 or bool(_TOTAL_ALONE.fullmatch(said[0]))


def _total(line: Line) -> Bilingual:
    said = begun(" ".join(line.cells.values()))
    return Bilingual(
        f"dòng {line.number} là dòng cộng, không lấy: {said}",
        f"line {line.number} adds up others and was left out: {said}",
    )


def _values(
    line: Line, by_name: Mapping[str, Column], registry: Registry
) -> tuple[dict[Path, Any], Bilingual | None]:
    values: dict[Path, Any] = {}
    for head, cell in line.cells.items():
        column = by_name.get(_folded(head))
        if _folded(head) in _SERIAL:
            continue
        if column is None:
            near = nearest(_folded(head), by_name)
            vi, en = (f"; có phải “{near}”", f"; is it “{near}”") if near else ("", "")
            return values, Bilingual(f"không rõ cột “{head}”{vi}", f"unknown column “{head}”{en}")
        value = _value(column.shape, cell, registry)
        if value is None:
            return values, Bilingual(
                f"“{cell}” không hợp cột {column.title.vi}",
                f"“{cell}” does not suit the column {column.title.en}",
            )
        values[column.path] = value
    return values, None


def _missing(
    kind: type[Record], values: Mapping[Path, Any], registry: Registry
) -> Bilingual | None:
    """What a row lacks, or what it may not say."""
    for path in (("title",), _KNOWN_BY[kind]):
        if path not in values:
            title = _column(kind, path).title
            return Bilingual(f"thiếu {title.vi}", f"{title.en} is missing")
    least, count = registry.programme.small_count, values.get(("reported", "count"))
    if count is not None and int(count) < least:
        return Bilingual(f"số lượt {count} nhỏ hơn {least}", f"the count {count} is below {least}")
    allowance = allowance_of(registry)
    for text in filter(lambda value: isinstance(value, str), values.values()):
        for sighting in forbidden_in(text, allowance):
            seen = f"{masked(sighting)} ({sighting.code})"
            return Bilingual(f"có {seen}", f"it holds {seen}")
    return None


def _value(shape: Shape, cell: str, registry: Registry) -> Any:  # noqa: ANN401  a YAML value
    if shape.is_many:
        items = [
            _one(shape.leaf, part.strip(), registry) for part in cell.replace(";", ",").split(",")
        ]
        return None if None in items else items
    return _one(shape.leaf, cell, registry)


def _one(leaf: type, cell: str, registry: Registry) -> str | None:
    """The value as records write it; None when the cell says nothing of the kind."""
    if issubclass(leaf, Choice):
        return next((one.value for one in leaf if _folded(cell) in _labels(one)), None)
    if issubclass(leaf, Ref):
        return _id(leaf, cell, registry)
    if issubclass(leaf, date):
        return _day(cell)
    if issubclass(leaf, int):
        return re.sub("[. ]", "", cell) if _WHOLE.fullmatch(cell) else None
    return cell.replace("\n", " ")


def _labels(one: Choice) -> tuple[str, ...]:
    return tuple(map(_folded, (one.value, one.label.vi, one.label.en)))


def _id(leaf: type[Ref], cell: str, registry: Registry) -> str | None:
    if leaf.target == "record":
        return cell
    for entry_id, entry in registry.named(leaf.target).items():
        names = (
            entry_id,
            str(getattr(entry, "name", "")),
            getattr(entry, "short_name", None) or "",
        )
        if _folded(cell) in map(_folded, names):
            return entry_id
    return None


def _day(cell: str) -> str | None:
    for form in _DAYS:
        try:
            return datetime.strptime(cell, form).date().isoformat()  # noqa: DTZ007  a day alone
        except ValueError:
            continue
    return None


def _grouped(kind: type[Record], values: Mapping[Path, Any]) -> dict[str, Any]:
    """The values in their groups, as a scaffold takes them."""
    grouped: dict[str, Any] = {}
    for path, value in values.items():
        *above, key = path
        group = grouped.setdefault(above[0], {}) if above else grouped
        group[key] = value
    for key in tuple(grouped):
        shape = _shape(kind, (key,))
        if shape.is_many and isinstance(grouped[key], dict):
            grouped[key] = [grouped[key]]
    return grouped


def _shape(kind: type[BaseModel], path: Path) -> Shape:
    shape = Shape(kind, is_many=False)
    for key in path:
        shape = shape_of(field_of(shape.leaf, key).annotation)
    return shape


def _column(kind: type[Record], path: Path) -> Column:
    owner = _shape(kind, path[:-1]).leaf
    return Column(path, title_of(owner, path[-1]), _shape(kind, path))


def _names(column: Column) -> tuple[str, ...]:
    return tuple(map(_folded, (column.title.vi, column.title.en, ".".join(column.path))))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
