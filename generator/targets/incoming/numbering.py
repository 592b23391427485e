"""The numbers that an office program puts before items: a file holds only how they count."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 9
_PLACE = re.compile(r"%([1-9])")
_MOST_ROMAN, _MOST_LETTERS = 3_999, 26 * 20
BULLET = "bullet"


class Level(NamedTuple):
    """How items of one depth are numbered: `text` has %1 for the number of the first depth."""

    form: str
    text: str
    start: int = 1


Levels = Mapping[int, Level]


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    letters = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
    made = ""
    for value, letter in zip(values, letters, strict=True):
        count, number = divmod(number, value)
        made += letter * count
    return made


def _letters(number: int) -> str:
    """a … z, then aa, bb, as Word and LibreOffice count."""
    if not 0 < number <= _MOST_LETTERS:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


# By the names of Word, then those of OpenDocument.
_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "none": lambda _: "",
    "1": str,
    "a": _letters,
    "A": lambda number: _letters(number).upper(),
    "i": lambda number: _roman(number).lower(),
    "I": _roman,
    "": lambda _: "",
}


class Counts:
    """The numbers that one list has reached, by depth."""

    def __init__(self) -> None:
        self._reached: dict[int, int] = {}

    def restart(self, depth: int, start: int) -> None:
        self._reached[depth] = start - 1

    def label(self, levels: Levels, depth: int) -> str:
        """The next label at a depth; deeper items begin anew."""
        level = levels[depth]
        self._reached[depth] = self._reached.get(depth, level.start - 1) + 1
        for deeper in [one for one in self._reached if one > depth]:
            del self._reached[deeper]
        return _PLACE.sub(lambda place: self._written(levels, int(place[1]) - 1), level.text)

    def _written(self, levels: Levels, depth: int) -> str:
        level = levels.get(depth, Level("decimal", ""))
        return _FORMS.get(level.form, str)(self._reached.get(depth, level.start))


# ── Word ─────────────────────────────────────────────────────────────────────────────────────


class _List(NamedTuple):
    """A list of Word: what it is an instance of, its levels, and where it starts anew."""

    of: str
    levels: dict[int, Level]
    anew: dict[int, int]


def write_numbers(
    body: etree._Element, numbering: etree._Element | None, styles: etree._Element | None
) -> None:
    """Put the number of every item before its words; items with a bullet stay as they are."""
    lists = {} if numbering is None else dict(_lists(numbering))
    by_style = {} if styles is None else dict(_by_style(styles))
    counts: dict[str, Counts] = {}
    begun: set[str] = set()
    for paragraph in body.iter(f"{_W}p"):
        name, depth = _list_of(paragraph, by_style)
        listed = lists.get(name)
        if listed is None or listed.levels.get(depth, Level(BULLET, "")).form == BULLET:
            continue
        counting = counts.setdefault(listed.of, Counts())
        if name not in begun:
            begun.add(name)
            for at, start in listed.anew.items():
                counting.restart(at, start)
        _write(paragraph, counting.label(listed.levels, depth))


def _lists(root: etree._Element) -> Iterator[tuple[str, _List]]:
    abstract = {
        one.get(f"{_W}abstractNumId", ""): dict(_levels(one))
        for one in root.iter(f"{_W}abstractNum")
    }
    for one in root.iter(f"{_W}num"):
        of = _value(one, "abstractNumId")
        levels, anew = dict(abstract.get(of, {})), dict[int, int]()
        for changed in one.iter(f"{_W}lvlOverride"):
            levels.update(_levels(changed))
            if start := _value(changed, "startOverride"):
                anew[_whole(changed.get(f"{_W}ilvl"))] = _whole(start)
        yield one.get(f"{_W}numId", ""), _List(of, levels, anew)


def _levels(parent: etree._Element) -> Iterator[tuple[int, Level]]:
    for level in parent.iterchildren(f"{_W}lvl"):
        form, text = _value(level, "numFmt") or "decimal", _value(level, "lvlText")
        start = _whole(_value(level, "start") or "1")
        yield _whole(level.get(f"{_W}ilvl")), Level(form, text, start)


def _by_style(root: etree._Element) -> Iterator[tuple[str, tuple[str, int]]]:
    """The list of every style of paragraphs that has one, also by what it is based on."""
    every = {style.get(f"{_W}styleId", ""): style for style in root.iter(f"{_W}style")}
    for name in every:
        above = name
        for _ in range(_DEEPEST):
            if above not in every:
                break
            found = every[above].find(f"{_W}pPr/{_W}numPr")
            if found is not None:
                yield name, (_value(found, "numId"), _whole(_value(found, "ilvl")))
                break
            above = _value(every[above], "basedOn")


def _list_of(paragraph: etree._Element, by_style: Mapping[str, tuple[str, int]]) -> tuple[str, int]:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return "", 0
    own = properties.find(f"{_W}numPr")
    name, depth = by_style.get(_value(properties, "pStyle"), ("", 0))
    if own is not None:
        name = _value(own, "numId") or name
        depth = _whole(_value(own, "ilvl") or str(depth))
    return name, depth


def _write(paragraph: etree._Element, label: str) -> None:
    """The label as words; the item is no item any more for those who read on."""
    properties = paragraph.find(f"{_W}pPr")
    assert properties is not None  # noqa: S101  its list was found there
    for own in properties.findall(f"{_W}numPr"):
        properties.remove(own)
    none = etree.SubElement(properties, f"{_W}numPr")
    for tag in ("ilvl", "numId"):
        etree.SubElement(none, f"{_W}{tag}").set(f"{_W}val", "0")
    if label and any((text.text or "").strip() for text in paragraph.iter(f"{_W}t")):
        run = etree.Element(f"{_W}r")
        etree.SubElement(run, f"{_W}t").text = f"{label.strip()} "
        paragraph.insert(paragraph.index(properties) + 1, run)


def _value(parent: etree._Element, tag: str) -> str:
    found = parent.find(f"{_W}{tag}")
    return "" if found is None else found.get(f"{_W}val", "")


def _whole(text: str | None) -> int:
    """A small whole number; what is none is 0."""
    return int(text) if text and re.fullmatch(r"[0-9]{1,6}", text) else 0


# ── OpenDocument ─────────────────────────────────────────────────────────────────────────────


def open_levels(nodes: Iterable[etree._Element]) -> Iterator[tuple[int, Level]]:
    """The levels of a list style of OpenDocument, from its elements."""
    for node in nodes:
        given = {etree.QName(key).localname: str(value) for key, value in node.attrib.items()}
        depth = _whole(given.get("level")) - 1
        if etree.QName(node).localname != "list-level-style-number":
            yield depth, Level(BULLET, "")
            continue
        shown = max(1, min(_whole(given.get("display-levels", "1")), depth + 1))
        inner = ".".join(f"%{number}" for number in range(depth - shown + 2, depth + 2))
        text = f"{given.get('num-prefix', '')}{inner}{given.get('num-suffix', '')}"
        yield depth, Level(given.get("num-format", ""), text, _whole(given.get("start-value", "1")))
