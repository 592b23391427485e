"""Whether a table of a record has room on paper, and how: smaller, or in parts.

An estimate without the PDF engine: no letter is assumed to be narrower than it is on average.
"""

from collections.abc import Iterator, Sequence

MM = 72 / 25.4
FLOOR = 8.0  # points: the least for a table that is looked up
_LETTER, _WIDE_LETTER = 0.5, 0.75  # of the type size: others; capitals, m and w
_BROKEN = 30  # letters: a longer word is broken over lines (theme/pdf/text.css, `.long-word`)
_COMFORT = 12  # letters: a longer text gets at least so many on a line
PADDING = 2.4 * MM + 0.5  # of a cell, at both its sides, with its line
INDENT = 8 * MM  # what quotations and lists around a table take
MOST_PARTS = 6
NARROWEST = 150 * MM  # the text of the narrowest sheet of A4 that a profile has
Row = Sequence[str]
Part = tuple[int, ...]  # columns, by number, that stand in one table


def needs(rows: Sequence[Row]) -> tuple[float, ...]:
    """What each column needs, in type sizes."""
    columns = range(max(map(len, rows), default=0))
    return tuple(max(_need(row[n]) for row in rows if n < len(row)) for n in columns)


def _need(text: str) -> float:
    words = [word[:_BROKEN] for word in text.split()]
    return max(map(_width, (*words, text[:_COMFORT])))


def _width(text: str) -> float:
    wide = sum(letter.isupper() or letter in "mw" for letter in text)
    return wide * _WIDE_LETTER + (len(text) - wide) * _LETTER


def has_room(columns: Sequence[float], size: float, room: float) -> bool:
    """Whether columns with these needs stand side by side in so many points."""
    return sum(need * size + PADDING for need in columns) <= room


def parts(columns: Sequence[float], room: float) -> tuple[Part, ...]:
    """The columns in tables of the smallest type; each begins with the first column.

    As few as there can be, and these as equal as they can be.
    """
    fewest = tuple(_parts(columns, room))
    for hundredths in range(95, 0, -5):
        tried = tuple(_parts(columns, room * hundredths / 100))
        if len(tried) > len(fewest):
            break
        fewest = tried
    return fewest


def _parts(columns: Sequence[float], room: float) -> Iterator[Part]:
    held: Part = (0,)
    for number in range(1, len(columns)):
        wider = (*held, number)
        if len(held) > 1 and not has_room([columns[n] for n in wider], FLOOR, room):
            yield held
            wider = (0, number)
        held = wider
    yield held
