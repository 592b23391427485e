"""The first screen: five numbers, and the lists whose rows they count.

Rows whose place depends on the day carry the time of `Window`: the script of every page moves them
to where they belong at the moment of reading, and the numbers follow. All rows of a list are in one
order, so that moving changes none: what is overdue is what was due first.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from generator.base.text import Language
from generator.base.times import day_text, month_text
from generator.model.corpus.standing import Standing, Window
from generator.model.kinds.concern import Concern
from generator.model.ledger.issued_work import (
    LONG_DAYS,
    SOON_DAYS,
    Waiting,
    Work,
    open_since,
    short_open,
)
from generator.views.context.addresses import address_of, relative_link
from generator.views.dashboard.figures_first import FirstFigures
from generator.views.dashboard.panels import Board, Table, TableRow

ADDRESS = "dashboard/"
_MOST_NAMED = 3


class Span(NamedTuple):
    """From when until when (ISO) a row is in the middle of its list: due soon, open not long."""

    since: str
    until: str


class ListRow(NamedTuple):
    """A row; `href` leads to its record."""

    head: str
    cells: tuple[str, ...]
    href: str
    span: Span | None = None


class ListPart(NamedTuple):
    """Rows under a title; `holds` is the state of the rows that belong here (reading.js)."""

    id: str
    title: str
    none: str
    rows: tuple[ListRow, ...]
    holds: str = ""


class BoardList(NamedTuple):
    """A table in parts; `heads` are the column heads, the first is that of the row heads."""

    id: str
    title: str
    heads: tuple[str, ...]
    parts: tuple[ListPart, ...]

    @property
    def table(self) -> Table:
        """The same rows in the same order, as a file has them."""
        rows = (row for part in self.parts for row in part.rows)
        return Table(self.heads, tuple(TableRow(row.head, row.cells) for row in rows))


class KeyNumber(NamedTuple):
    """A number of the first screen; `part` holds the rows that it counts."""

    part: str
    number: int
    label: str
    detail: str = ""


class Moment(NamedTuple):
    """The moment for which a page is made, and the programme's time zone."""

    at: datetime
    zone: tzinfo


def lists(board: Board, figures: FirstFigures, moment: Moment) -> tuple[BoardList, ...]:
    return (
        _work_list(board, figures.work, moment),
        _open_list(board, figures.open, moment),
        _waiting_list(board, figures.waiting),
        _answered_list(board, figures),
    )


def key_numbers(
    board: Board, figures: FirstFigures, shown: tuple[BoardList, ...]
) -> tuple[KeyNumber, ...]:
    """One for each of the parts that leaders ask for first, with what its rows are."""
    rows = {part.id: part.rows for board_list in shown for part in board_list.parts}
    labels = {
        "overdue": board.label("first_overdue"),
        "due-soon": board.label("first_soon", days=SOON_DAYS),
        "open-long": board.label("first_long", days=LONG_DAYS),
        "waiting": board.label("first_waiting"),
        "answered": board.label("first_answered", month=_month(board, figures)),
    }
    details = {"waiting": _waited_for(board, figures.waiting)}
    return tuple(
        KeyNumber(part, len(rows[part]), label, details.get(part, ""))
        for part, label in labels.items()
    )


def _waited_for(board: Board, waiting: Iterable[Waiting]) -> str:
    """The units that are waited for, the most waited for first."""
    counter = Counter(unit for matter in waiting for unit in matter.waits_for)
    said = _first([f"{board.unit(unit)} ({count})" for unit, count in counter.most_common()])
    return board.label("first_waited", names=said) if said else ""


def _first(names: Sequence[str]) -> str:
    more = ", …" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


def _month(board: Board, figures: FirstFigures) -> str:
    month = month_text(figures.month, board.language)
    return month.lower() if board.language is Language.VI else month


def _work_list(board: Board, work: Iterable[Work], moment: Moment) -> BoardList:
    rows = [(_work_row(board, owed, moment), owed.soon(moment.zone)) for owed in work]
    none = board.label("no_work")
    parts = (
        ListPart("overdue", board.label("overdue_title"), none, (), _PAST),
        ListPart("due-soon", board.label("soon_title", days=SOON_DAYS), none, (), _NOW),
        ListPart("due-later", board.label("later_title"), none, (), _LATER),
    )
    heads = ("work", "unit", "due", "record")
    return _in_parts(board, "work", heads, [_filled(part, rows, moment) for part in parts])


# The states of a row as scripts name them.
_LATER, _NOW, _PAST = "coming", "in-force", "expired"
_STATES = {Standing.COMING: _LATER, Standing.IN_FORCE: _NOW, Standing.EXPIRED: _PAST}


def _filled(part: ListPart, rows: list[tuple[ListRow, Window]], moment: Moment) -> ListPart:
    """The part with the rows whose time puts them there."""
    own = (row for row, window in rows if _STATES[window.standing(moment.at)] == part.holds)
    return part._replace(rows=tuple(own))


def _in_parts(
    board: Board, list_id: str, heads: tuple[str, ...], parts: Iterable[ListPart]
) -> BoardList:
    title = board.label(f"list_{list_id}")
    return BoardList(
        f"list-{list_id}", title, tuple(board.label(f"head_{head}") for head in heads), tuple(parts)
    )


def _work_row(board: Board, work: Work, moment: Moment) -> ListRow:
    due = day_text(work.due, board.language) if work.due else board.label("no_day")
    cells = (board.unit(work.unit), due, work.record)
    return ListRow(work.text, cells, _href(work.record), _span(work.soon(moment.zone)))


def _span(window: Window) -> Span:
    return Span(window.start.isoformat(), window.until.isoformat())


def _href(record_id: str) -> str:
    return relative_link(ADDRESS, address_of(record_id))


def _open_list(board: Board, concerns: Iterable[Concern], moment: Moment) -> BoardList:
    rows = [
        (_open_row(board, concern, moment), short_open(concern, moment.zone))
        for concern in concerns
    ]
    none = board.label("no_concern")
    parts = (
        ListPart("open-long", board.label("long_title", days=LONG_DAYS), none, (), _PAST),
        ListPart("open-short", board.label("short_title", days=LONG_DAYS), none, (), _NOW),
    )
    heads = ("concern", "body", "reported", "record")
    return _in_parts(board, "open", heads, [_filled(part, rows, moment) for part in parts])


def _open_row(board: Board, concern: Concern, moment: Moment) -> ListRow:
    since = day_text(open_since(concern), board.language)
    cells = (board.unit(concern.competent_body or ""), since, concern.id)
    span = _span(short_open(concern, moment.zone))
    return ListRow(concern.title, cells, _href(concern.id), span)


def _waiting_list(board: Board, waiting: Iterable[Waiting]) -> BoardList:
    rows = tuple(_waiting_row(board, matter) for matter in waiting)
    part = ListPart("waiting", "", board.label("waiting_none"), rows)
    heads = ("matter", "waits_for", "state", "since", "holds", "record")
    return _in_parts(board, "waiting", heads, [part])


def _waiting_row(board: Board, waiting: Waiting) -> ListRow:
    cells = (
        ", ".join(map(board.unit, waiting.waits_for)) or board.unit(""),
        waiting.state.to(board.language),
        _day(board, waiting.since),
        _first(waiting.holds),
        waiting.record,
    )
    return ListRow(waiting.title, cells, _href(waiting.record))


def _day(board: Board, day: date) -> str:
    return day_text(day, board.language)


def _answered_list(board: Board, figures: FirstFigures) -> BoardList:
    rows = tuple(
        ListRow(
            concern.title,
            (_day(board, concern.answer.on), concern.answer.text, concern.id),
            _href(concern.id),
        )
        for concern in figures.answered
        if concern.answer
    )
    part = ListPart("answered", "", board.label("answered_none"), rows)
    answered = _in_parts(board, "answered", ("concern", "answered", "answer", "record"), [part])
    return answered._replace(title=answered.title.format(month=_month(board, figures)))
