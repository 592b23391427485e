"""A panel of the dashboard: a finding in words, its chart, and a table of the same numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator.base.digest import Json
from generator.base.text import Language
from generator.views.catalogue.labels import labels
from generator.views.context.formatter import sentence_case
from generator.views.dashboard.charts import Bar, Chart, Series, stacked_bars

FEW = 10  # below this many cases a finding warns
MOST_BARS = 15
_MOST_TIED = 3


class TableRow(NamedTuple):
    """One line of a table."""

    head: str
    cells: tuple[str, ...]


class Table(NamedTuple):
    """The numbers of a chart; the first of `heads` stands above the heads of the rows."""

    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]


class Panel(NamedTuple):
    """One chart with everything around it; without a table there is nothing to show."""

    id: str
    title: str
    finding: str
    chart: Markup = Markup()
    note: str = ""
    table: Table | None = None


class PanelGroup(NamedTuple):
    """Panels under one heading."""

    id: str
    title: str
    panels: tuple[Panel, ...]


class NamedCounts(NamedTuple):
    """A series of counts under a name that readers know."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The words and names of one dashboard."""

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
        """Whole numbers plainly, others with one decimal, after a comma in Vietnamese."""
        printed = f"{value:.1f}".removesuffix(".0")
        return printed.replace(".", ",") if self.language is Language.VI else printed

    def empty_panel(self, panel: str, title: str) -> Panel:
        return Panel(panel, title, self.label("nothing"))

    def most_frequent(
        self, label: str, counts: Sequence[tuple[str, int]], /, **facts: object
    ) -> str:
        """A sentence about what is most frequent; none when nothing or too much is."""
        highest = max((count for _, count in counts), default=0)
        names = [name for name, count in counts if count == highest]
        if not highest or len(names) > _MOST_TIED:
            return ""
        return self.label(label, names=", ".join(names), count=highest, **facts)

    def few_cases_warning(self, cases: int) -> str:
        return self.label("few", count=cases) if 0 < cases < FEW else ""

    def chart(self, panel: str, title: str, finding: str) -> Chart:
        return Chart(f"chart-{panel}", title, finding)


def _name_in(table: Mapping[str, Json], row_id: str) -> str:
    return str(table[row_id]["name"]) if row_id in table else row_id


def sentences(*parts: str) -> str:
    return " ".join(filter(None, parts))


def bars_of(named: Iterable[NamedCounts], series: Sequence[Series]) -> list[Bar]:
    """Bars that print what is in them, noughts left out."""
    return [Bar(row.name, row.counts, _printed_counts(row.counts, series)) for row in named]


def _printed_counts(counts: Sequence[int], series: Sequence[Series]) -> str:
    pairs = zip(counts, series, strict=True)
    parts = (f"{entry.label} {count}" for count, entry in pairs if count)
    return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)


def table_of(head: str, named: Iterable[NamedCounts], heads: Iterable[str]) -> Table:
    rows = (TableRow(row.name, tuple(map(str, row.counts))) for row in named)
    return Table((head, *map(sentence_case, heads)), tuple(rows))


def stacked_panel(
    board: Board,
    told: tuple[str, str, str],
    head: str,
    named: Sequence[NamedCounts],
    series: Sequence[Series],
) -> Panel:
    """Stacked bars, the longest list cut in the picture only; `told` is id, title and finding."""
    panel, title, finding = told
    bars = bars_of(named[:MOST_BARS], series)
    note = board.label("first_rows", count=MOST_BARS) if len(named) > MOST_BARS else ""
    picture = stacked_bars(board.chart(panel, title, finding), series, bars)
    table = table_of(head, named, (entry.label for entry in series))
    return Panel(panel, title, finding, picture, note, table)
