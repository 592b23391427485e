"""Phase 1, load: YAML text to plain values, and on request the place of each value.

Scalars stay text here; types are decided once, by the record kind, so that `no`, `1e3` or `12:30`
cannot change meaning. Only a plain empty value, `null` or `~` means "not given".
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

import yaml

from generator.base.diagnostics import Diagnostic, PhaseOutcome
from generator.base.span import FieldPath, Place, SourceMap, Span
from generator.base.text import Bilingual
from generator.source.problems import BAD_FILE, NOT_ALLOWED, REPEATED_KEY
from generator.source.yaml.characters import decode, in_source, in_value
from generator.source.yaml.complaints import EMPTY, NOT_KEYS, complaint, conflict
from generator.source.yaml.doubts import doubts
from generator.source.yaml.fast_loader import MAX_DEPTH, NOT_GIVEN, Values, is_doubtful, quick
from generator.source.yaml.known_keys import without_empty_keys
from generator.source.yaml.line_spelling import ODD_BLANKS, without_lines_of_tabs
from generator.source.yaml.positions import Scalar
from generator.source.yaml.reading_errors import misspelt_blanks, unreadable
from generator.source.yaml.typed_signs import quoted_line

MAX_BYTES = 256 * 1024
_ODD_BLANK = re.compile(f"(?:^|[-:])[ \t]*[{''.join(ODD_BLANKS)}]", re.MULTILINE)

# libyaml's events and marks are typed too loosely to be of use; a value is text, list or mapping.
Event: TypeAlias = Any
Mark: TypeAlias = Any
Value: TypeAlias = Any


class _StopError(Exception):
    """Reading cannot go on; carries the finding that says why."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.problem.code)
        self.problem = problem


def load(path: str, content: bytes) -> PhaseOutcome[Values | None]:
    """The values of a file, all as text, or None with the problem."""
    outcome = parse(path, content)
    return outcome._replace(value=without_empty_keys(outcome.value)) if outcome.value else outcome


def parse(path: str, content: bytes) -> PhaseOutcome[Values | None]:
    """As `load`, with None for every key that was left empty, known or unknown."""
    if len(content) > MAX_BYTES:
        return PhaseOutcome(None, (too_large(path, MAX_BYTES // 1024),))
    text = decode(path, content)
    if isinstance(text, Diagnostic):
        return PhaseOutcome(None, (text,))
    if conflicting := conflict(path, text):
        return PhaseOutcome(None, (conflicting,))
    bad_characters = tuple(in_source(path, text))
    if bad_characters:
        return PhaseOutcome(None, bad_characters)
    has_odd_blank = any(blank in text for blank in ODD_BLANKS) and _ODD_BLANK.search(text)
    misspelt = misspelt_blanks(path, text) if has_odd_blank else None
    if misspelt:
        return PhaseOutcome(None, (misspelt,))
    text = without_lines_of_tabs(text)
    values = quick(text)
    return PhaseOutcome(values) if values is not None else _read_carefully(path, text)


def _read_carefully(path: str, text: str) -> PhaseOutcome[Values | None]:
    reader = _EventReader(path, text)
    try:
        values = reader.document()
    except _StopError as stop:
        return PhaseOutcome(None, (stop.problem,))
    return PhaseOutcome(values, tuple(reader.problems))


def locate(path: str, content: bytes) -> SourceMap:
    """The place of every key and value of a file, up to the first error."""
    text = decode(path, content[:MAX_BYTES])
    if isinstance(text, Diagnostic):
        return SourceMap(path)
    places = _Places({}, {}, {})
    with suppress(_StopError):
        _EventReader(path, without_lines_of_tabs(text), places).document()
    return SourceMap(path, places.keys, places.values, places.texts)


def too_large(path: str, limit: int) -> Diagnostic:
    """The problem of a file that is too large; `limit` in KiB."""
    return BAD_FILE.at(
        Span(path),
        reason=Bilingual(f"tệp lớn hơn {limit} KiB", f"it is larger than {limit} KiB"),
        mend=Bilingual("tách thành nhiều bản ghi nhỏ hơn", "split it into smaller records"),
    )


class _Places(NamedTuple):
    """The places of keys and values, collected while reading."""

    keys: dict[FieldPath, Span]
    values: dict[FieldPath, Span]
    texts: dict[FieldPath, Scalar]


@dataclass
class _EventReader:
    """Reads libyaml's events once and collects values, places and problems."""

    path: str
    text: str
    places: _Places | None = None
    problems: list[Diagnostic] = field(default_factory=list)
    quoted: Any = None

    def __post_init__(self) -> None:
        self._next: Callable[[], Any] = yaml.CSafeLoader(self.text).get_event
        self.is_doubtful = self.places is None and is_doubtful(self.text)

    def document(self) -> Values:
        try:
            return self._document()
        except yaml.YAMLError as error:
            raise _StopError(unreadable(self.path, self.text, error, self.quoted)) from None

    def _document(self) -> Values:
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            raise _StopError(complaint(Span(self.path), EMPTY))
        if start.version or start.tags:
            raise _StopError(
                self._refusal(start, "dòng bắt đầu bằng %", "a line that begins with %")
            )
        root = self._next()
        if not isinstance(root, yaml.MappingStartEvent):
            is_blank = isinstance(root, yaml.ScalarEvent) and root.value in NOT_GIVEN
            reason = EMPTY if is_blank else NOT_KEYS
            raise _StopError(complaint(self._span(root), reason))
        values = self._mapping(root, (), 1)
        self._next()
        further_event = self._next()
        if not isinstance(further_event, yaml.StreamEndEvent):
            raise _StopError(
                self._refusal(further_event, "tài liệu thứ hai (---)", "a second document")
            )
        return values

    def _value(self, event: Event, above: FieldPath, key: str | int, depth: int) -> Value:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if self.is_doubtful:
                self.problems += doubts(self.path, self.text, event, (*above, key))
            if event.implicit[0] and event.anchor is None and event.tag is None:  # plain
                return None if event.value in NOT_GIVEN else event.value
            return self._scalar(event, (*above, key))
        at = (*above, key)
        self._refuse_unusual(event)
        if depth > MAX_DEPTH:
            raise _StopError(self._refusal(event, "quá 20 tầng lồng nhau", "over 20 levels"))
        if kind is yaml.MappingStartEvent:
            return self._mapping(event, at, depth)
        return self._sequence(at, depth)

    def _refuse_unusual(self, event: Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise _StopError(
                self._refusal(event, "dấu * ở đầu giá trị (bí danh)", "a * at the start (an alias)")
            )
        if event.anchor is not None:
            raise _StopError(
                self._refusal(event, "dấu & ở đầu giá trị (neo)", "an & at the start (an anchor)")
            )
        if event.tag is not None:
            raise _StopError(
                self._refusal(event, "dấu ! ở đầu giá trị (thẻ kiểu)", "a ! at the start (a tag)")
            )

    def _scalar(self, event: Event, at: FieldPath) -> str | None:
        self._refuse_unusual(event)
        text: str = event.value
        if event.style in ("'", '"'):
            self.quoted = event
            self._check(text, at)
            return text
        return text

    def _check(self, text: str, at: FieldPath) -> None:
        if not text.isascii():
            problem = in_value(Place(self.path, at), text)
            if problem:
                self.problems.append(problem)
        elif "\\" in self.text and (problem := in_value(Place(self.path, at), text)):
            self.problems.append(problem)

    def _sequence(self, at: FieldPath, depth: int) -> list[Any]:
        items: list[Any] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            if self.places is not None:
                self._place(self.places, (*at, len(items)), event)
            items.append(self._value(event, at, len(items), depth + 1))
        return items

    def _mapping(self, _start: Event, at: FieldPath, depth: int) -> Values:
        values: Values = {}
        seen: dict[str, Event] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            key = self._key(event)
            is_repeated = key in seen
            if is_repeated:
                self._report_repeated(event, key, seen[key])
            else:
                seen[key] = event
            value_event = self._next()
            if self.places is not None and not is_repeated:
                self.places.keys[*at, key] = self._span(event)
                self._place(self.places, (*at, key), value_event)
            value = self._value(value_event, at, key, depth + 1)
            if not is_repeated:
                values[key] = value
        return values

    def _key(self, event: Event) -> str:
        if type(event) is not yaml.ScalarEvent or event.anchor or event.tag:
            self._refuse_unusual(event)
            raise _StopError(self._refusal(event, "khóa không phải là chữ", "keys of no words"))
        key: str = event.value
        if key == "<<":
            raise _StopError(self._refusal(event, "khóa gộp (<<)", "merge keys (<<)"))
        if event.style and (problem := in_value(Place(self.path), key)):
            raise _StopError(Diagnostic(self._span(event), problem.problem, problem.facts))
        return key

    def _report_repeated(self, event: Event, key: str, first: Event) -> None:
        line = first.start_mark.line + 1
        hint = _OF_AN_ITEM if self._follows_deeper_line(event) else _NO_HINT
        self.problems.append(REPEATED_KEY.at(self._span(event), key=key, first=line, hint=hint))

    def _follows_deeper_line(self, event: Event) -> bool:
        """Whether the line above is an item or stands deeper, so that the key may belong to it."""
        start = event.start_mark.index - event.start_mark.column
        above = self.text[self.text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
        indent = len(above) - len(above.lstrip(" "))
        return above.lstrip().startswith("- ") or indent > event.start_mark.column

    def _place(self, places: _Places, at: FieldPath, event: Event) -> None:
        places.values[at] = self._span(event)
        if isinstance(event, yaml.ScalarEvent):
            places.texts[at] = Scalar(self.path, self.text, event)

    def _span(self, event: Event) -> Span:
        start, end = event.start_mark, event.end_mark
        is_one_line = start.line == end.line
        width = end.column - start.column if is_one_line else self._rest_of_line(start)
        return Span(self.path, start.line + 1, start.column + 1, max(width, 1))

    def _rest_of_line(self, mark: Mark) -> int:
        line = self._lines[mark.line]
        return len(line.rstrip()) - int(mark.column)

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def _refusal(self, event: Event, vi: str, en: str) -> Diagnostic:
        start = event.start_mark
        is_text = self.text[start.index : start.index + 1] in tuple("*&!")
        mend = quoted_line(self.text, start.index) if is_text else _PLAINLY
        return NOT_ALLOWED.at(self._span(event), what=Bilingual(vi, en), mend=mend)


_NO_HINT = Bilingual("", "")
_OF_AN_ITEM = Bilingual(
    "; nếu dòng này thuộc mục ngay trên thì thụt vào cho thẳng với các khóa của mục",
    "; if this line belongs to the item above, indent it like the keys of the item",
)
_PLAINLY = Bilingual(
    "viết thẳng giá trị, mỗi bản ghi một tệp", "write the value itself, one record a file"
)
