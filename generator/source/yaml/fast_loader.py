"""Phase 1 for the common file: libyaml's events to values, with nothing unusual in them.

Whatever could be refused, or needs a second look, is left to `load`, which reads it carefully and
says what and where; so this module knows no problems. It takes two thirds of the time.
"""

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
# Where one of these stands there may be an anchor, an alias, a tag, a merge key or an escape.
SIGNS = ("&", "*", "!", "\\", "<<")
# At the start of a line: directives, and documents that begin or end.
STARTS = ("%", "---", "...")

Values = dict[str, Any]
Next = Callable[[], Any]


class _UnusualError(Exception):
    """The file needs careful reading."""


def quick(text: str) -> Values | None:
    """The values of an ordinary text, or None when it must be read carefully."""
    if any(sign in text for sign in SIGNS) or text.startswith(STARTS):
        return None
    if any(f"\n{start}" in text for start in STARTS):
        return None
    try:
        return _document(CSafeLoader(text).get_event)
    except (_UnusualError, YAMLError):
        return None


def _document(following: Next) -> Values:
    following()
    following()
    if type(following()) is not MappingStartEvent:
        raise _UnusualError
    values = _mapping(following, 1)
    following()
    if type(following()) is not StreamEndEvent:
        raise _UnusualError
    return values


def _mapping(following: Next, depth: int) -> Values:
    values: Values = {}
    while type(event := following()) is ScalarEvent:
        key = event.value
        if key in values:
            raise _UnusualError
        event = following()
        if type(event) is ScalarEvent:  # the common case, in place
            text = event.value
            values[key] = None if text in NOT_GIVEN and not event.style else text
        else:
            values[key] = _group(event, following, depth)
    if type(event) is not MappingEndEvent:
        raise _UnusualError
    return values


def _sequence(following: Next, depth: int) -> list[Any]:
    items: list[Any] = []
    while type(event := following()) is not SequenceEndEvent:
        if type(event) is ScalarEvent:
            text = event.value
            items.append(None if text in NOT_GIVEN and not event.style else text)
        else:
            items.append(_group(event, following, depth))
    return items


def _group(event: Any, following: Next, depth: int) -> Any:  # noqa: ANN401  libyaml has no types
    if depth >= MAX_DEPTH:
        raise _UnusualError
    if type(event) is MappingStartEvent:
        return _mapping(following, depth + 1)
    if type(event) is SequenceStartEvent:
        return _sequence(following, depth + 1)
    raise _UnusualError
