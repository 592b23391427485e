"""A panel of the dashboard: a finding in words, its chart, and a table of the same numbers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator.base.digest import Json
from generator.base.text import Language
from generator.views.catalogue.labels import labels
from generator.views.context.formatter import sentence_case
from generator.views.dashboard.charts import Bar, Chart, Series, stacked_bars

FEW = 10  # a finding from fewer cases carries a warning
ENOUGH = 5  # fewer are told in a sentence and not drawn
MOST_BARS = 15
_MOST_TIED = 3


class TableRow(NamedTuple):
    """One line of a table."""

    head: str
    cells: tuple[str, ...]


class Table(NamedTuple):
    """The numbers of a chart; `heads` are the column heads, the first is that of the row heads."""

    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]


class Panel(NamedTuple):
    """A chart with its text and table; `table` is None when there are no cases to show.

    `chart` is empty with fewer than ENOUGH cases; `finding` then tells all that it would show.
    """

    id: str
    title: str
    finding: str
    chart: Markup = Markup()
    note: str = ""
    table: Table | None = None


class PanelHead(NamedTuple):
    """What every panel with cases starts with; `finding` is the sentence above the chart.

    `trend` is what stands out among many cases; `warning` says that they are too few for one.
    """

    id: str
    title: str
    finding: str
    cases: int
    warning: str = ""
    trend: str = ""


class Picture(NamedTuple):
    """A chart, if it is drawn; the sentence that says the same, and a note only for the chart."""

    draw: Callable[[Chart], Markup]
    told: str
    note: str = ""


class PanelGroup(NamedTuple):
    """Panels under one heading."""

    id: str
    title: str
    panels: tuple[Panel, ...]


class NamedCounts(NamedTuple):
    """A row of counts under its printed name; one count for each series."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The words of a dashboard in one language, and the registry rows by id."""

    language: Language
    topics: Mapping[str, Json]
    areas: Mapping[str, Json]
    units: Mapping[str, Json]

    def label(self, name: str, /, **facts: object) -> str:
        sentence = labels(self.language)[f"dash_{name}"]
        return sentence.format(**facts) if facts else sentence

    def topic(self, topic: str) -> str:
        return _name_in(self.topics, topic) or self.label("no_topic")

    def area(self, area: str) -> str:
        return _name_in(self.areas, area)

    def unit(self, unit: str) -> str:
        row = self.units.get(unit, {})
        return str(row.get("short_name") or row.get("name") or unit or self.label("no_unit"))

    def number(self, value: float) -> str:
        """A whole number without decimals, any other with one; Vietnamese has a decimal comma."""
        printed = f"{value:.1f}".removesuffix(".0")
        return printed.replace(".", ",") if self.language is Language.VI else printed

    def empty_panel(self, panel: str, title: str) -> Panel:
        return Panel(panel, title, self.label("nothing"))

    def most_frequent(
        self, label: str, counts: Sequence[tuple[str, int]], /, **facts: object
    ) -> str:
        """A sentence that names the most frequent; empty without cases or with more than 3 ties."""
        highest = max((count for _, count in counts), default=0)
        names = [name for name, count in counts if count == highest]
        if not highest or len(names) > _MOST_TIED:
            return ""
        return self.label(label, names=", ".join(names), count=highest, **facts)

    def few_cases_warning(self, cases: int) -> str:
        return self.label("few", count=cases) if 0 < cases < FEW else ""

    def told(self, rows: Iterable[NamedCounts], series: Sequence[Series]) -> str:
        """The rows of a chart as a sentence, without those that are zero."""
        pairs = ((row.name, _printed_counts(row.counts, series)) for row in rows)
        said = "; ".join(f"{name}: {printed}" for name, printed in pairs if printed)
        return f"{said}." if said else ""

    def panel(self, head: PanelHead, picture: Picture, table: Table, note: str = "") -> Panel:
        """Drawn with ENOUGH cases; with fewer, only told."""
        is_drawn = head.cases >= ENOUGH
        told = head.trend if is_drawn else picture.told
        finding = sentences(head.finding, told, head.warning)
        chart = Chart(f"chart-{head.id}", head.title, finding)
        drawn = picture.draw(chart) if is_drawn else Markup()
        notes = sentences(note, picture.note if is_drawn else "")
        return Panel(head.id, head.title, finding, drawn, notes, table)


def _name_in(table: Mapping[str, Json], row_id: str) -> str:
    return str(table[row_id]["name"]) if row_id in table else row_id


def sentences(*parts: str) -> str:
    return " ".join(filter(None, parts))


def bars_of(rows: Iterable[NamedCounts], series: Sequence[Series]) -> list[Bar]:
    """Bars with their counts printed as text; zeros and what is not known are not printed."""
    return [Bar(row.name, row.counts, _printed_counts(row.counts, series)) for row in rows]


def _printed_counts(counts: Sequence[int], series: Sequence[Series]) -> str:
    pairs = zip(counts, series, strict=True)
    parts = (f"{entry.label} {count}" for count, entry in pairs if count > 0)
    return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)


def table_of(head: str, rows: Iterable[NamedCounts], heads: Iterable[str]) -> Table:
    table_rows = (TableRow(row.name, tuple(map(str, row.counts))) for row in rows)
    return Table((head, *map(sentence_case, heads)), tuple(table_rows))


def stacked_panel(
    board: Board,
    panel_head: PanelHead,
    table: Table,
    rows: Sequence[NamedCounts],
    series: Sequence[Series],
) -> Panel:
    """A panel of stacked bars: the chart shows at most MOST_BARS rows, the table all of them."""
    bars = bars_of(rows[:MOST_BARS], series)
    note = board.label("first_rows", count=MOST_BARS) if len(rows) > MOST_BARS else ""
    picture = Picture(
        lambda chart: stacked_bars(chart, series, bars), board.told(rows, series), note
    )
    return board.panel(panel_head, picture, table)
