"""Style sheets cut to what our pages can use: rules for things that no page has are left out.

A rule stays when every class and id that its selector asks for is written somewhere in the sources
of the pages. What nobody can know there (elements, what a reader points at) is taken to be used.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

import tinycss2

_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_NAME = re.compile(r"[\w-]+")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_KEYFRAMES = "@keyframes "
# At-rules that hold rules, as a style sheet does; others hold declarations.
_GROUPS = frozenset({"media", "supports", "keyframes"})

Node: TypeAlias = Any  # tinycss2 has no types


class Selector(NamedTuple):
    """What stands before the braces, and the names that a page must have for it."""

    text: str
    names: frozenset[str]


class Declaration(NamedTuple):
    """A property; one whose name begins with `--` is for other declarations alone."""

    name: str
    value: str


class Rule(NamedTuple):
    """Selectors, or an at-rule as the only one; without a body it is a sentence by itself."""

    selectors: tuple[Selector, ...]
    body: "Body | None"


Body: TypeAlias = tuple[Rule | Declaration, ...]


def names_in(sources: Iterable[str]) -> frozenset[str]:
    """Every word in the attributes that are written in these sources of pages; names of data."""
    found = (pair for text in sources for pair in _ATTRIBUTE.findall(text))
    words = (f"{name} {value}" if name.startswith("data-") else value for name, value in found)
    return frozenset(name for text in words for name in _NAME.findall(text))


@lru_cache(maxsize=1)
def cut(sheet: str, names: frozenset[str]) -> str:
    """The rules of a style sheet that can mean something on pages with these names."""
    return _text(_possible(_read(sheet), names))


@lru_cache(maxsize=1)
def slim(sheet: str) -> str:
    """A style sheet without comments, spare spaces, and what is declared and nowhere asked for."""
    before, body = None, _read(sheet)
    while body != before:
        before, body = body, _wanted(body, _asked(body))
    return _text(body)


def _read(sheet: str) -> Body:
    tokens = tinycss2.parse_component_value_list(sheet, skip_comments=True)
    return _body(tinycss2.parse_stylesheet(tokens, skip_whitespace=True))


def _body(nodes: Iterable[Node]) -> Body:
    return tuple(map(_item, nodes))


def _item(node: Node) -> Rule | Declaration:
    match node.type:
        case "declaration":
            mark = "!important" if node.important else ""
            return Declaration(node.name, f"{_squeezed(node.value)}{mark}")
        case "qualified-rule":
            inside = tinycss2.parse_blocks_contents(node.content, skip_whitespace=True)
            return Rule(tuple(_selectors(node.prelude)), _body(inside))
        case "at-rule":
            before = f"@{node.at_keyword} {_squeezed(node.prelude)}".rstrip()
            return Rule((Selector(before, frozenset()),), _body_of_at_rule(node))
    raise ValueError(f"style sheet, line {node.source_line}: {node.message}")


def _body_of_at_rule(node: Node) -> Body | None:
    if node.content is None:
        return None
    is_group = node.at_keyword in _GROUPS
    parse = tinycss2.parse_rule_list if is_group else tinycss2.parse_blocks_contents
    return _body(parse(node.content, skip_whitespace=True))


def _selectors(prelude: Sequence[Node]) -> Iterator[Selector]:
    commas = [place for place, node in enumerate(prelude) if node == ","]
    for start, end in pairwise((-1, *commas, len(prelude))):
        tokens = prelude[start + 1 : end]
        yield Selector(_squeezed(tokens), frozenset(_names_asked(tokens)))


def _names_asked(tokens: Sequence[Node]) -> Iterator[str]:
    """Classes, ids and exact values; what stands in `:not()` and the like is not asked for."""
    for before, token in pairwise((None, *tokens)):
        if token.type == "hash" or (token.type == "ident" and before == "."):
            yield token.value
        elif token.type == "[] block":
            yield from _names_of_attribute(token.content)


def _names_of_attribute(tokens: Sequence[Node]) -> Iterator[str]:
    """The value, if it must be just this; otherwise the name, if only scripts could set it."""
    name = tokens[0].value
    if any(node == "=" for node in tokens):
        yield tokens[-1].value
    elif name.startswith("data-"):
        yield name


def _squeezed(tokens: Iterable[Node]) -> str:
    """Tokens as text, with one space for all between two of them."""
    return "".join(
        " " if token.type == "whitespace" else tinycss2.serialize([token]) for token in tokens
    ).strip()


def _possible(body: Body, names: frozenset[str]) -> Body:
    return tuple(_kept(body, names))


def _kept(body: Body, names: frozenset[str]) -> Iterator[Rule | Declaration]:
    for item in body:
        if isinstance(item, Declaration) or item.body is None:
            yield item
            continue
        selectors = tuple(one for one in item.selectors if one.names <= names)
        if selectors and (inside := _possible(item.body, names)):
            yield Rule(selectors, inside)


def _asked(body: Body) -> frozenset[str]:
    """The variables and animations that declarations name."""
    return frozenset(name for one in _declarations(body) for name in _asked_by(one))


def _asked_by(declaration: Declaration) -> Iterable[str]:
    is_animation = declaration.name.startswith("animation")
    return (_NAME if is_animation else _VARIABLE).findall(declaration.value)


def _declarations(body: Body) -> Iterator[Declaration]:
    for item in body:
        if isinstance(item, Declaration):
            yield item
        else:
            yield from _declarations(item.body or ())


def _wanted(body: Body, asked: frozenset[str]) -> Body:
    """The same without variables and animations that are not asked for, and without empty rules."""
    slimmer = (
        item
        if isinstance(item, Declaration) or not item.body
        else item._replace(body=_wanted(item.body, asked))
        for item in body
    )
    return tuple(item for item in slimmer if _is_wanted(item, asked))


def _is_wanted(item: Rule | Declaration, asked: frozenset[str]) -> bool:
    if isinstance(item, Declaration):
        return not item.name.startswith("--") or item.name in asked
    first = item.selectors[0].text
    is_asked = not first.startswith(_KEYFRAMES) or first.removeprefix(_KEYFRAMES) in asked
    return item.body != () and is_asked


def _text(body: Body) -> str:
    return "".join(map(_text_of_item, body))


def _text_of_item(item: Rule | Declaration) -> str:
    if isinstance(item, Declaration):
        return f"{item.name}:{item.value};"
    before = ",".join(selector.text for selector in item.selectors)
    return f"{before};" if item.body is None else f"{before}{{{_text(item.body)}}}\n"
