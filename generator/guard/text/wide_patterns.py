"""A Python pattern rewritten for RE2, an engine without backtracking, and made wider."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from re import IGNORECASE, Pattern, _constants, _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

# A long repetition needs only its beginning, upper bounds above 1 are dropped: fewer states.
_LONGEST = 7
_ANY, _WIDE = "(?s:.)", "(?s:.*)"
# A letter is a wide range, a forbidden letter a narrow range: both compile fast.
_WORD = r"\w\x{80}-\x{10FFFF}"
_LETTERS = r"\x{c0}-\x{d6}\x{d8}-\x{f6}\x{f8}-\x{24f}\x{1e00}-\x{1eff}"
_START_OF_WORD, _END_OF_WORD = rf"(?:^|[^\w{_LETTERS}])", rf"(?:$|[^\w{_LETTERS}])"
# The same, where “_” separates words too.
START_OF_LETTERS, _END_OF_LETTERS = (
    rf"(?:^|[^0-9A-Za-z{_LETTERS}])",
    rf"(?:$|[^0-9A-Za-z{_LETTERS}])",
)
_EVERY_LETTER = r"\x{0}-\x{10FFFF}"
# The most that a class can contain, and the least that its negation excludes.
_CLASSES_AT_MOST = {
    _constants.CATEGORY_DIGIT: r"\p{Nd}",
    _constants.CATEGORY_SPACE: r"\s\x{b}\x{1c}-\x{1f}\x{85}\pZ",
    _constants.CATEGORY_WORD: _WORD,
}
_CLASSES_AT_LEAST = {
    _constants.CATEGORY_DIGIT: r"\d",
    _constants.CATEGORY_SPACE: r"\s",
    _constants.CATEGORY_WORD: r"\w",
}
_NOT_WORD, _DIGIT = _constants.CATEGORY_NOT_WORD, _constants.CATEGORY_DIGIT
_NO_LETTER = (
    (_constants.NEGATE, None),
    (_constants.CATEGORY, _NOT_WORD),
    (_constants.LITERAL, ord("_")),
)
Tree = Sequence[tuple[Any, Any]]


class PatternEnds(NamedTuple):
    """Whether a part stands at the beginning and at the end of the whole pattern."""

    is_first: bool
    is_last: bool


_WHOLE, _WITHIN = (
    PatternEnds(is_first=True, is_last=True),
    PatternEnds(is_first=False, is_last=False),
)


@cache
def wide_pattern(pattern: Pattern[str]) -> str:
    """A wider pattern in RE2 syntax: it matches in every text in which the given one matches."""
    body = _sequence(_parser.parse(pattern.pattern, pattern.flags), _WHOLE)
    return f"(?i:{body})" if pattern.flags & IGNORECASE else body


def _sequence(tree: Tree, place: PatternEnds = _WITHIN) -> str:
    pattern = ""
    for number, (kind, argument) in enumerate(tree):
        is_last = place.is_last and number == len(tree) - 1
        pattern += _item(kind, argument, PatternEnds(place.is_first and not pattern, is_last))
    return pattern


def _item(kind: object, argument: Any, place: PatternEnds) -> str:  # noqa: ANN401  the parser's tree
    if kind in _GROUPS:
        return _GROUPS[kind](argument, place)
    return _LEAVES[kind](argument) if kind in _LEAVES else _WIDE


def _branch(argument: tuple[None, Sequence[Tree]], place: PatternEnds) -> str:
    return f"(?:{'|'.join(_sequence(branch, place) for branch in argument[1])})"


def _group(argument: tuple[int | None, int, int, Tree], place: PatternEnds) -> str:
    flag = "i" if argument[1] & IGNORECASE else ""
    return f"(?{flag}:{_sequence(argument[3], place)})"


def _not_beside(argument: tuple[int, Tree], place: PatternEnds) -> str:
    """Negative look-around: kept only for a letter before or after the whole pattern."""
    direction, tree = argument
    parts = tuple(tree[0][1]) if len(tree) == 1 and tree[0][0] is _constants.IN else ()
    if not (place.is_first if direction < 0 else place.is_last):
        return ""
    if (_constants.CATEGORY, _constants.CATEGORY_WORD) in parts:
        return _START_OF_WORD if direction < 0 else _END_OF_WORD
    if parts == _NO_LETTER:
        return START_OF_LETTERS if direction < 0 else _END_OF_LETTERS
    return ""


def _repeated(argument: tuple[int, int, Tree]) -> str:
    least, most, tree = argument
    fewest = min(least, _LONGEST)
    upper = most if most in (1, fewest) else ""
    return f"(?:{_sequence(tree)}){{{fewest},{upper}}}"


def _class(parts: Tree) -> str:
    if parts[0][0] is not _constants.NEGATE:
        return f"[{''.join(_part(part, _CLASSES_AT_MOST) for part in parts)}]"
    kinds = {argument for kind, argument in parts if kind is _constants.CATEGORY}
    if _NOT_WORD in kinds:
        return r"[A-Za-z\x{80}-\x{10FFFF}]" if _DIGIT in kinds else f"[{_WORD}]"
    left_out = "".join(_part(part, _CLASSES_AT_LEAST) for part in parts[1:])
    return f"[^{left_out}]" if left_out else _ANY


def _part(part: tuple[Any, Any], classes: Mapping[object, str]) -> str:
    kind, argument = part
    if kind is _constants.LITERAL:
        return _letter(argument)
    if kind is _constants.RANGE:
        return f"{_letter(argument[0])}-{_letter(argument[1])}"
    return classes.get(argument, _EVERY_LETTER if classes is _CLASSES_AT_MOST else "")


def _letter(code: int) -> str:
    return chr(code) if chr(code).isalnum() else f"\\x{{{code:x}}}"


_GROUPS: Mapping[object, Callable[..., str]] = {
    _constants.BRANCH: _branch,
    _constants.SUBPATTERN: _group,
    _constants.ASSERT_NOT: _not_beside,
    _constants.ASSERT: lambda _held, _place: "",
    _constants.AT: lambda _held, _place: "",
}
_LEAVES: Mapping[object, Callable[[Any], str]] = {
    _constants.LITERAL: _letter,
    _constants.NOT_LITERAL: lambda code: f"[^{_letter(code)}]",
    _constants.ANY: lambda _: _ANY,
    _constants.IN: _class,
    _constants.MAX_REPEAT: _repeated,
    _constants.MIN_REPEAT: _repeated,
}
