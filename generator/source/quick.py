"""Phase 1 for the common file: libyaml's events to values, with nothing unusual in them.

Whatever could be refused, or needs a second look, is left to `load`, which reads it carefully and
says what and where. So this module knows no problems.
"""

from collections.abc import Callable
from typing import Any

import yaml

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
        return _document(yaml.CSafeLoader(text).get_event)
    except (_UnusualError, yaml.YAMLError):
        return None


def _document(following: Next) -> Values:
    following()
    following()
    if type(following()) is not yaml.MappingStartEvent:
        raise _UnusualError
    values = _mapping(following, 1)
    following()
    if type(following()) is not yaml.StreamEndEvent:
        raise _UnusualError
    return values


def _mapping(following: Next, depth: int) -> Values:
    values: Values = {}
    is_complete = True
    while type(event := following()) is yaml.ScalarEvent:
        key = event.value
        if key in values:
            raise _UnusualError
        values[key] = value = _value(following(), following, depth)
        is_complete = is_complete and value is not None
    if type(event) is not yaml.MappingEndEvent or depth > MAX_DEPTH:
        raise _UnusualError
    return values if is_complete else {k: v for k, v in values.items() if v is not None}


def _sequence(following: Next, depth: int) -> list[Any]:
    if depth > MAX_DEPTH:
        raise _UnusualError
    items = []
    while type(event := following()) is not yaml.SequenceEndEvent:
        items.append(_value(event, following, depth))
    return items


def _value(event: Any, following: Next, depth: int) -> Any:  # noqa: ANN401  libyaml has no types
    kind = type(event)
    if kind is yaml.ScalarEvent:
        text = event.value
        return None if text in NOT_GIVEN and not event.style else text
    if kind is yaml.MappingStartEvent:
        return _mapping(following, depth + 1)
    if kind is yaml.SequenceStartEvent:
        return _sequence(following, depth + 1)
    raise _UnusualError
