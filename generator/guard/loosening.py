"""A pattern of Python's as one that an engine without backtracking can seek, made wider."""

from collections.abc import Callable, Mapping, Sequence
from re import IGNORECASE, Pattern, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

# Long runs are told by their beginning, bounds above one are dropped: fewer states.
_LONGEST = 7
_ANY, _WIDE = "(?s:.)", "(?s:.*)"
# Letters are a wide range here, and a narrow one where they must not stand: both build fast.
_WORD = r"\w\x{80}-\x{10FFFF}"
START_OF_WORD = r"(?:^|[^\w\x{c0}-\x{d6}\x{d8}-\x{f6}\x{f8}-\x{24f}\x{1e00}-\x{1eff}])"
_EVERY = r"\x{0}-\x{10FFFF}"
# What a class holds at most, and what its opposite leaves out at least.
_HELD = {
    _constants.CATEGORY_DIGIT: r"\p{Nd}",
    _constants.CATEGORY_SPACE: r"\s\x{b}\x{1c}-\x{1f}\x{85}\pZ",
    _constants.CATEGORY_WORD: _WORD,
}
_LEFT_OUT = {
    _constants.CATEGORY_DIGIT: r"\d",
    _constants.CATEGORY_SPACE: r"\s",
    _constants.CATEGORY_WORD: r"\w",
}
_NOT_WORD, _DIGIT = _constants.CATEGORY_NOT_WORD, _constants.CATEGORY_DIGIT
Tree = Sequence[tuple[Any, Any]]


def loosened(pattern: Pattern[str]) -> str:
    """The wider pattern; it matches in every text in which the given one does."""
    body = _sequence(_parser.parse(pattern.pattern, pattern.flags), is_first=True)
    return f"(?i:{body})" if pattern.flags & IGNORECASE else body


def _sequence(tree: Tree, *, is_first: bool = False) -> str:
    written = ""
    for kind, held in tree:
        written += _item(kind, held, is_first=is_first and not written)
    return written


def _item(kind: object, held: Any, *, is_first: bool) -> str:  # noqa: ANN401  the parser's tree
    if kind in _GROUPS:
        return _GROUPS[kind](held, is_first=is_first)
    return _SINGLE[kind](held) if kind in _SINGLE else _WIDE


def _branch(held: tuple[None, Sequence[Tree]], *, is_first: bool) -> str:
    return f"(?:{'|'.join(_sequence(one, is_first=is_first) for one in held[1])})"


def _group(held: tuple[int | None, int, int, Tree], *, is_first: bool) -> str:
    flag = "i" if held[1] & IGNORECASE else ""
    return f"(?{flag}:{_sequence(held[3], is_first=is_first)})"


def _not_after(held: tuple[int, Tree], *, is_first: bool) -> str:
    """Of all that must not stand around, only a letter before the whole is kept."""
    way, tree = held
    parts = tree[0][1] if len(tree) == 1 and tree[0][0] is _constants.IN else ()
    is_of_word = (_constants.CATEGORY, _constants.CATEGORY_WORD) in parts
    return START_OF_WORD if is_first and way < 0 and is_of_word else ""


def _repeated(held: tuple[int, int, Tree]) -> str:
    least, most, tree = held
    fewest = min(least, _LONGEST)
    most_said = most if most in (1, fewest) else ""
    return f"(?:{_sequence(tree)}){{{fewest},{most_said}}}"


def _class(parts: Tree) -> str:
    if parts[0][0] is not _constants.NEGATE:
        return f"[{''.join(_part(part, _HELD) for part in parts)}]"
    kinds = {held for kind, held in parts if kind is _constants.CATEGORY}
    if _NOT_WORD in kinds:
        return r"[A-Za-z\x{80}-\x{10FFFF}]" if _DIGIT in kinds else f"[{_WORD}]"
    left_out = "".join(_part(part, _LEFT_OUT) for part in parts[1:])
    return f"[^{left_out}]" if left_out else _ANY


def _part(part: tuple[Any, Any], classes: Mapping[object, str]) -> str:
    kind, held = part
    if kind is _constants.LITERAL:
        return _letter(held)
    if kind is _constants.RANGE:
        return f"{_letter(held[0])}-{_letter(held[1])}"
    return classes.get(held, _EVERY if classes is _HELD else "")


def _letter(code: int) -> str:
    return chr(code) if chr(code).isalnum() else f"\\x{{{code:x}}}"


_GROUPS: Mapping[object, Callable[..., str]] = {
    _constants.BRANCH: _branch,
    _constants.SUBPATTERN: _group,
    _constants.ASSERT_NOT: _not_after,
    _constants.ASSERT: lambda _, *, is_first: "",
    _constants.AT: lambda _, *, is_first: "",
}
_SINGLE: Mapping[object, Callable[[Any], str]] = {
    _constants.LITERAL: _letter,
    _constants.NOT_LITERAL: lambda code: f"[^{_letter(code)}]",
    _constants.ANY: lambda _: _ANY,
    _constants.IN: _class,
    _constants.MAX_REPEAT: _repeated,
    _constants.MIN_REPEAT: _repeated,
}
