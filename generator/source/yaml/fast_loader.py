"""Phase 1 for ordinary files: libyaml's events to values.

A file with anything unusual is left to `load`, which reads it carefully and reports problems with
their places; so this module reports none. It takes two thirds of the time of `load`.
"""

import re
from collections.abc import Callable
from typing import Any

from yaml import (
    CSafeLoader,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)

MAX_DEPTH = 20
NOT_GIVEN = frozenset({"", "null", "~"})
# A text with one of these may hold an anchor, an alias, a tag, a merge key or an escape.
SIGNS = ("&", "*", "!", "\\", "<<")
# At the start of a line: directives, and documents that begin or end.
STARTS = ("%", "---", "...")
# A comment after a value or perhaps in a text.
COMMENTS = (" #", "\t#")
CURLY = "“”„‟‘’‚‛"
# Where a value may begin with a curly quote; searched for only in a text that has one.
CURLY_VALUE = re.compile(rf"(?:(?<=[:,-] )|(?<=[:-]  )|(?<=[\[{{,]))[{CURLY}]")

Values = dict[str, Any]
Next = Callable[[], Any]


class _UnusualError(Exception):
    """The file needs careful reading."""


def quick(text: str) -> Values | None:
    """The values of an ordinary text, or None when it must be read carefully."""
    if any(sign in text for sign in SIGNS) or text.startswith(STARTS):
        return None
    if any(f"\n{start}" in text for start in STARTS) or is_doubtful(text):
        return None
    try:
        return _document(CSafeLoader(text).get_event)
    except (_UnusualError, YAMLError):
        return None


def is_doubtful(text: str) -> bool:
    """Whether it may say something else than was meant; plain `in` is far quicker than a search."""
    if "*" in text or any(sign in text for sign in COMMENTS):
        return True
    return any(quote in text for quote in CURLY) and bool(CURLY_VALUE.search(text))


def _document(next_event: Next) -> Values:
    next_event()
    next_event()
    if type(next_event()) is not MappingStartEvent:
        raise _UnusualError
    values = _mapping(next_event, 1)
    next_event()
    if type(next_event()) is not StreamEndEvent:
        raise _UnusualError
    return values


def _mapping(next_event: Next, depth: int) -> Values:
    values: Values = {}
    while type(event := next_event()) is ScalarEvent:
        key = event.value
        if key in values:
            raise _UnusualError
        event = next_event()
        if type(event) is ScalarEvent:  # the common case, inline for speed
            text = event.value
            values[key] = None if text in NOT_GIVEN and not event.style else text
        else:
            values[key] = _group(event, next_event, depth)
    if type(event) is not MappingEndEvent:
        raise _UnusualError
    return values


def _sequence(next_event: Next, depth: int) -> list[Any]:
    items: list[Any] = []
    while type(event := next_event()) is not SequenceEndEvent:
        if type(event) is ScalarEvent:
            text = event.value
            items.append(None if text in NOT_GIVEN and not event.style else text)
        else:
            items.append(_group(event, next_event, depth))
    return items


def _group(event: Any, next_event: Next, depth: int) -> Any:  # noqa: ANN401  libyaml has no types
    if depth >= MAX_DEPTH:
        raise _UnusualError
    if type(event) is MappingStartEvent:
        return _mapping(next_event, depth + 1)
    if type(event) is SequenceStartEvent:
        return _sequence(next_event, depth + 1)
    raise _UnusualError
