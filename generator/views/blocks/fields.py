"""The block for kinds without their own: every key under its title, none left out."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.model.record.citations import references
from generator.model.record.record import Record
from generator.views.context.formatter import Formatter, Row, filled
from generator.views.context.value_text import key_title, value_text


class FieldsBlock(NamedTuple):
    """The keys that the kind adds to those of every record."""

    rows: tuple[Row, ...]


def fields_block(formatter: Formatter, record: Record) -> FieldsBlock:
    return FieldsBlock(filled(*_rows(formatter, record)))


def _rows(formatter: Formatter, record: Record) -> Iterator[Row]:
    content, whole = record.content(), _whole_references(record)
    for name, field in type(record).model_fields.items():
        key = field.alias or name
        if name in Record.model_fields or key not in content:
            continue
        cites = formatter.cites(whole.get(key, ()))
        text = "" if cites else value_text(formatter, record.id, (key,), content[key])
        yield Row(key_title(record.id, (key,), formatter.language), text, cites)


def _whole_references(record: Record) -> Mapping[str, tuple[str, ...]]:
    """The keys whose values are only record ids, with these ids."""
    ids_by_key: dict[str, tuple[str, ...]] = {}
    for reference in references(record):
        if reference.at[0] == reference.key and reference.value.target == "record":
            ids_by_key[reference.key] = (*ids_by_key.get(reference.key, ()), str(reference.value))
    return ids_by_key
