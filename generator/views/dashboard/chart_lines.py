"""The chart of lines over months: each line has its own mark and dashes and its last value."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.views.dashboard.charts import (
    LETTER,
    LINE,
    WIDTH,
    Chart,
    drawing,
    label_lines,
    short,
    text,
)

_LEFT, _RIGHT, _HEIGHT = 30, 34, 150
_MONTH_WIDTH = 62  # the width of a printed month with the space around it
MOST_LINES = 4


class ChartLine(NamedTuple):
    """A line with a value for each month."""

    label: str
    values: tuple[int, ...]


class _Look(NamedTuple):
    """The mark and the dashes of a line, so that lines differ without colour."""

    mark: Markup
    dashes: str


_LOOKS = (
    _Look(Markup('<circle cx="{x}" cy="{y}" r="4" class="mark mark-full"/>'), "none"),
    _Look(Markup('<path d="M{x} {y}m-4 -4h8v8h-8z" class="mark mark-open"/>'), "7 3"),
    _Look(Markup('<path d="M{x} {y}m0 -5l5 9h-10z" class="mark mark-full"/>'), "2 3"),
    _Look(Markup('<path d="M{x} {y}m0 -5l5 5l-5 5l-5 -5z" class="mark mark-open"/>'), "9 3 2 3"),
)


class _Scale(NamedTuple):
    """The vertical scale: `top` is the height at which the value `highest` stands."""

    top: float
    highest: int


def lines(chart: Chart, months: Sequence[str], chart_lines: Sequence[ChartLine]) -> Markup:
    """Draw at most MOST_LINES lines; `months` are the months as printed."""
    parts: list[Markup] = []
    top = _legend(parts, chart_lines) + 14
    highest = _round_maximum(max((max(line.values) for line in chart_lines), default=0))
    for tick in sorted({0, highest // 2, highest}):
        y = top + _HEIGHT * (1 - tick / highest)
        parts.append(_path(f"M{_LEFT} {short(y)}H{WIDTH - _RIGHT}", "axis"))
        parts.append(text(_LEFT - 6, y + 4, str(tick), "value at-end"))
    scale = _Scale(top, highest)
    ends = [_line(parts, number, line, scale) for number, line in enumerate(chart_lines)]
    parts += _end_values(ends, chart_lines, _month_x(len(months) - 1, len(months)) + 10)
    parts += _month_names(months, top + _HEIGHT + 20)
    return drawing(chart, top + _HEIGHT + 28, parts)


def _legend(parts: list[Markup], chart_lines: Sequence[ChartLine]) -> float:
    y = 0.0
    for look, line in zip(_LOOKS, chart_lines, strict=False):
        parts.append(_path(f"M0 {short(y + 9)}H34", "line", look.dashes))
        parts.append(look.mark.format(x=17, y=short(y + 9)))
        for label_line in label_lines(line.label, WIDTH - 42):
            parts.append(text(42, y + 13, label_line))
            y += LINE
    return y


def _line(parts: list[Markup], number: int, line: ChartLine, scale: _Scale) -> tuple[float, int]:
    """Add a line to `parts`; return the height of its last point, and its number."""
    top, highest = scale
    points = [
        (short(_month_x(month, len(line.values))), top + _HEIGHT * (1 - value / highest))
        for month, value in enumerate(line.values)
    ]
    path = "L".join(f"{x} {short(y)}" for x, y in points)
    parts.append(_path(f"M{path}", "line", _LOOKS[number].dashes))
    parts += (_LOOKS[number].mark.format(x=x, y=short(y)) for x, y in points)
    return points[-1][1], number


def _month_x(number: int, months: int) -> float:
    """The horizontal place of a month."""
    return _LEFT + 5 + number * (WIDTH - _LEFT - _RIGHT - 10) / max(months - 1, 1)


def _end_values(
    ends: list[tuple[float, int]], chart_lines: Sequence[ChartLine], x: float
) -> list[Markup]:
    """The last value of each line beside its end; values that would overlap are moved apart."""
    parts, floor = list[Markup](), 0.0
    for y, number in sorted(ends):
        floor = max(y + 4, floor + 14)
        parts.append(text(x, floor, str(chart_lines[number].values[-1]), "label"))
    return parts


def _month_names(months: Sequence[str], y: float) -> list[Markup]:
    """The names of as many months as have room; the first and the last always have a name."""
    step = _month_x(1, len(months)) - _month_x(0, len(months))
    interval = max(1, -(-_MONTH_WIDTH // max(int(step), 1)))
    last_month = len(months) - 1
    chosen = [
        month
        for month in range(0, len(months), interval)
        if month == last_month or (last_month - month) * step > _MONTH_WIDTH + 4
    ]
    centres = ((month, _month_x(month, len(months))) for month in sorted({*chosen, last_month}))
    half = LETTER * 7 / 2
    return [
        text(min(max(x, half), WIDTH - half), y, months[month], "value at-middle")
        for month, x in centres
    ]


def _path(path: str, look: str, dashes: str = "none") -> Markup:
    dash_attribute = Markup(' stroke-dasharray="{}"').format(dashes) if dashes != "none" else ""
    return Markup('<path d="{}" class="{}"{}/>').format(path, look, dash_attribute)


def _round_maximum(highest: int) -> int:
    """The next even number of one or two digits and zeros, so that the middle tick is whole."""
    size = int("1" + "0" * max(len(str(highest)) - 2, 0))
    whole = -(-highest // size)
    return max(whole + whole % 2, 2) * size
