"""Charts as inline SVG: bars, lines over months, and ranges. Plain markup, no styles, no scripts.

All lengths are units of a drawing 320 wide, which fills a phone; text is 13 high. Segments differ
by hatching and not by colour alone (theme/assets/dashboard.css), and every value is printed.
"""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from markupsafe import Markup

WIDTH = 320
LETTER, LETTER_OF_TEXT = 7.2, 6.6  # mean width of a letter at size 13, bold and plain
LINE = 17
BAR = 16
_BAR_ALONE = 262  # the longest bar when its value stands beside it
_GAP = 12
_SWATCH = 22


class Series(NamedTuple):
    """A hatching and its label; `fill` is one of FILLS."""

    label: str
    fill: str


class Bar(NamedTuple):
    """A row of a chart: a value for each series, and the values as printed text."""

    label: str
    values: tuple[int, ...]
    printed: str


class RangeRow(NamedTuple):
    """A row of ranges; `values` are (least, lower, middle, upper, most)."""

    label: str
    values: Sequence[float]
    printed: str


class Chart(NamedTuple):
    """What every chart has: an id unique on the page, a title, a text for screen readers."""

    id: str
    title: str
    description: str


_SHAPES = {
    "solid": Markup('<rect width="8" height="8" class="fill-{0}"/>'),
    "lines": Markup('<path d="M-2 2l4-4M0 8l8-8M6 10l4-4" class="line-{0}"/>'),
    "dots": Markup(
        '<circle cx="2" cy="2" r="1.4" class="fill-{0}"/>'
        '<circle cx="6" cy="6" r="1.4" class="fill-{0}"/>'
    ),
    "grid": Markup('<path d="M0 0l8 8M0 8l8-8" class="line-{0}"/>'),
    "empty": Markup(""),
}
_TONES = ("info", "good", "warn", "bad")
FILLS = tuple(f"{shape}-{tone}" for tone in _TONES for shape in _SHAPES)


def hatches() -> Markup:
    """The definitions of all hatchings; a page needs them once."""
    patterns = Markup("").join(_pattern(fill) for fill in FILLS)
    return Markup(
        '<svg class="hatches" width="0" height="0" aria-hidden="true" focusable="false">'
        "<defs>{}</defs></svg>"
    ).format(patterns)


def _pattern(fill: str) -> Markup:
    shape, _, tone = fill.partition("-")
    return Markup(
        '<pattern id="{}" width="8" height="8" patternUnits="userSpaceOnUse">'
        '<rect width="8" height="8" class="fill-paper"/>{}</pattern>'
    ).format(fill, _SHAPES[shape].format(tone))


def drawing(chart: Chart, height: float, parts: Iterable[Markup]) -> Markup:
    """The whole SVG; the title must be its first element, as screen readers expect."""
    return Markup(
        '<svg class="chart" viewBox="0 0 {w} {h:.0f}" role="img" '
        'aria-labelledby="{id}-name {id}-desc"><title id="{id}-name">{title}</title>'
        '<desc id="{id}-desc">{desc}</desc>{parts}</svg>'
    ).format(
        w=WIDTH,
        h=height,
        id=chart.id,
        title=chart.title,
        desc=chart.description,
        parts=Markup("").join(parts),
    )


def text(x: float, y: float, content: str, look: str = "") -> Markup:
    """One line of text; `look` is its CSS class or classes."""
    class_attribute = Markup(' class="{}"').format(look) if look else ""
    return Markup('<text x="{}" y="{}"{}>{}</text>').format(
        short(x), short(y), class_attribute, content
    )


def short(number: float) -> str:
    """A length with one decimal at most."""
    return f"{number:.1f}".removesuffix(".0")


def label_lines(label: str, width: float, letter_width: float = LETTER) -> list[str]:
    """The lines of a label that fit into `width`, computed from the mean width of a letter."""
    return wrap(label, max(int(width / letter_width), 6)) or [""]


def legend(series: Sequence[Series]) -> tuple[list[Markup], float]:
    """Swatches with their labels, and their height; a single series has no legend."""
    parts: list[Markup] = []
    x, y = 0.0, 0.0
    for entry in series if len(series) > 1 else ():
        width = _SWATCH + len(entry.label) * LETTER + 10
        if x and x + width > WIDTH:
            x, y = 0, y + LINE + 3
        parts += [_block(x + 1, y + 1, 14, 14, entry.fill), text(x + _SWATCH, y + 13, entry.label)]
        x += width + 2
    return parts, y + LINE + _GAP if parts else 0


def _block(x: float, y: float, width: float, height: float, fill: str) -> Markup:
    return Markup(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="url(#{})" class="block"/>'
    ).format(short(x), short(y), short(width), short(height), fill)


def stacked_bars(chart: Chart, series: Sequence[Series], bars: Sequence[Bar]) -> Markup:
    """A bar for each row, divided into its series; both keep their order."""
    parts, y = legend(series)
    is_alone = len(series) == 1
    longest = max((sum(bar.values) for bar in bars), default=0) or 1
    unit = (_BAR_ALONE if is_alone else WIDTH - 2) / longest
    for bar in bars:
        for line in label_lines(bar.label, WIDTH):
            parts.append(text(0, y + 13, line, "label"))
            y += LINE
        x = 1.0
        for value, entry in zip(bar.values, series, strict=True):
            if value:
                parts.append(_block(x, y + 1, value * unit, BAR, entry.fill))
                x += value * unit
        if is_alone:
            parts.append(text(x + 6 if x > 1 else 0, y + 14, bar.printed, "value"))
            y += BAR + _GAP
        else:
            y += BAR + 3
            y = _values_below(parts, bar.printed, y)
    return drawing(chart, y, parts)


def _values_below(parts: list[Markup], values: str, y: float) -> float:
    """Add the values below a bar; return the height below the values."""
    for line in label_lines(values, WIDTH, LETTER_OF_TEXT):
        parts.append(text(0, y + 13, line, "value"))
        y += LINE
    return y + _GAP


def grouped_bars(chart: Chart, series: Sequence[Series], bars: Sequence[Bar]) -> Markup:
    """Under each label a thin bar with its value for each series; -1 means not known: no bar."""
    parts, y = legend(series)
    longest = max((max(bar.values) for bar in bars), default=0) or 1
    for bar in bars:
        for line in label_lines(bar.label, WIDTH):
            parts.append(text(0, y + 13, line, "label"))
            y += LINE
        for value, entry in zip(bar.values, series, strict=True):
            if value >= 0:
                width = value * _BAR_ALONE / longest
                parts.append(_block(1, y + 1, width, 12, entry.fill))
                parts.append(text(width + 8, y + 12, str(value), "value"))
                y += 15
        y += _GAP
    return drawing(chart, y, parts)


def ranges(chart: Chart, rows: Sequence[RangeRow]) -> Markup:
    """For each row a line from least to most with a box from lower to upper."""
    most = max((values[-1] for _, values, _ in rows), default=0) or 1
    parts, y = list[Markup](), 0.0
    for label, values, printed in rows:
        for line in label_lines(label, WIDTH):
            parts.append(text(0, y + 13, line, "label"))
            y += LINE
        parts += _span([6 + value * (WIDTH - 12) / most for value in values], y + 12)
        y = _values_below(parts, printed, y + 24)
    return drawing(chart, y, parts)


def _span(places: Sequence[float], y: float) -> Iterator[Markup]:
    least, lower, middle, upper, most = places
    for x1, x2, look in ((6.0, WIDTH - 6.0, "axis"), (least, most, "span")):
        yield Markup('<path d="M{} {}H{}" class="{}"/>').format(
            short(x1), short(y), short(x2), look
        )
    yield _block(lower, y - 6, max(upper - lower, 1), 12, "lines-info")
    yield Markup('<circle cx="{}" cy="{}" r="5" class="middle"/>').format(short(middle), short(y))
