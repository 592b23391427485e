"""The text of a new record: every key of its kind with its label, with useful dates filled in."""

import json
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeAlias

from pydantic import BaseModel

from generator.base.text import Bilingual, Language
from generator.model.record.fields import is_due
from generator.model.record.record import Record
from generator.model.record.scalars import Prose
from generator.model.registry.registry import Registry
from generator.source.yaml.loader import load
from generator.targets.editor.key_help import Remarks, Shape, field_of, shape_of

# A value that is already known: a text, a list of texts, or a group of keys (or a list of groups).
Given: TypeAlias = Any

HEAD = Bilingual(
    "{label} {id}. Kiểm tra: bulletin check {id}\n"
    "Dấu •: phải ghi trước khi phê duyệt, trích dẫn hoặc phát hành.\n"
    "Khóa đứng ngay sau dấu # là tùy chọn; muốn dùng thì xóa dấu # ở đầu dòng, không xóa gì khác.",
    "{label} {id}. To check it: bulletin check {id}\n"
    "•: must be filled in before it is approved, cited or issued.\n"
    "A key right behind a # is optional; to use it, delete the # and nothing else.",
)
_REMARK_AT = 38
_WIDTH = 118
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a new record starts from; `known` holds values, and `hints` remarks, by YAML key."""

    kind: type[Record]
    registry: Registry
    language: Language
    now: datetime
    known: Mapping[str, Given]
    hints: Mapping[str, Bilingual] = field(default_factory=dict)

    def text(self) -> str:
        """The file, which `bulletin check` accepts as a draft."""
        label = self.kind.label.to(self.language)
        head = HEAD.to(self.language).format(
            label=label[:1].upper() + label[1:], id=self.known["id"]
        )
        opening = [f"# {line}" for line in head.split("\n")]
        lines = [line.text() for line in _LineWriter(self).all()]
        return "\n".join([*opening, "", *lines]) + "\n"


def sensible(now: datetime) -> dict[str, Given]:
    """Dates and times that suit most new records; `now` is in the time zone of the programme."""
    today, evening = now.date(), now.replace(hour=17, minute=0, second=0, microsecond=0)
    hour = now.replace(minute=0, second=0, microsecond=0)
    start = hour + timedelta(hours=1)
    return {
        "created": today.isoformat(),
        "started": _moment(hour),
        "period": {
            "from": (today - timedelta(days=6)).isoformat(),
            "until": today.isoformat(),
        },
        "valid": {"from": _moment(start), "until": _moment(start + _WEEK)},
        "next_update": _moment(evening + timedelta(days=1)),
        "next_issue": _moment(evening + _WEEK),
    }


def scalar(text: str) -> str:
    """The text on one line: plain if our YAML loader reads it back unchanged, else in quotes."""
    loaded = load("", f"key: {text}  # -\n".encode())
    is_plain = not loaded.problems and loaded.value == {"key": text}
    return text if is_plain else json.dumps(text, ensure_ascii=False)


class _ScaffoldLine(NamedTuple):
    """`key: value` with its remark; a hidden line is a line of its own as soon as # is deleted.

    Below a text in several lines a second line of remarks would be read as text: `below` is one.
    """

    written: str
    remark: str
    is_hidden: bool
    may_wrap: bool = True
    below: str = ""

    def text(self) -> str:
        if self.below:
            indent = " " * (len(self.written) - len(self.written.lstrip()) + 2)
            return f"{self.written}  # {self.remark}\n{textwrap.indent(self.below, indent)}"
        start = ("#" if self.is_hidden else "") + self.written
        column = max(_REMARK_AT, len(start) + 2)
        width = max(_WIDTH - column, 40) if self.may_wrap else len(self.remark) + 1
        first, *rest = textwrap.wrap(self.remark, width, break_on_hyphens=False)
        margin = ("#" if self.is_hidden else "").ljust(_REMARK_AT)
        return "\n".join([f"{start:{column}}# {first}", *(f"{margin}#   {line}" for line in rest)])


class _LinePlace(NamedTuple):
    """The text before a key (indent and bullet), and whether its line is commented out."""

    start: str
    is_hidden: bool


class _LineWriter:
    """Writes the lines of a new record, key by key."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.remarks = Remarks(draft.registry, draft.language)

    def all(self) -> Iterator[_ScaffoldLine]:
        """The keys every record needs, then those due before use, then the optional ones."""
        kind = self.draft.kind
        keys = [field.alias or name for name, field in kind.model_fields.items()]
        for key in sorted(keys, key=lambda key: _rank(kind, key)):
            value = self.draft.known.get(key)
            is_hidden = _rank(kind, key) == _OPTIONAL and value is None
            yield from self._key(kind, key, value, _LinePlace("", is_hidden))

    def _key(
        self, model: type[BaseModel], key: str, value: Given, place: _LinePlace
    ) -> Iterator[_ScaffoldLine]:
        start, is_hidden = place
        shape = shape_of(field_of(model, key).annotation)
        remark = self.remarks.of(model, key)
        if not start and key in self.draft.hints:
            remark += f"; {self.draft.hints[key].to(self.draft.language)}"
        if isinstance(value, str) and "\n" in value:
            yield _ScaffoldLine(f"{start}{key}: |", remark, is_hidden=False, below=value)
            return
        if not shape.keys():
            text = _yaml_value(value) if value else "[]" if is_hidden and shape.is_many else ""
            is_text = shape.leaf in (str, Prose)
            line = f"{start}{key}: {text}".rstrip()
            yield _ScaffoldLine(line, remark, is_hidden, may_wrap=not is_text)
            return
        yield _ScaffoldLine(f"{start}{key}:", remark, is_hidden)
        for group in value if isinstance(value, list) else [value]:
            yield from self._group(shape, group, " " * (len(start) + 2))

    def _group(self, shape: Shape, group: Given, indent: str) -> Iterator[_ScaffoldLine]:
        for number, key in enumerate(shape.keys()):
            bullet = ("  " if number else "- ") if shape.is_many else ""
            value = group.get(key) if group else None
            yield from self._key(shape.leaf, key, value, _LinePlace(indent + bullet, value is None))


_OPTIONAL = 2


def _rank(model: type[BaseModel], key: str) -> int:
    field = field_of(model, key)
    if field.is_required():
        return 0
    return 1 if is_due(field) else _OPTIONAL


def _yaml_value(value: Given) -> str:
    return f"[{', '.join(value)}]" if isinstance(value, list) else scalar(value)


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
