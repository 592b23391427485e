"""What several kinds share: sentences with evidence, tasks, forecasts, attachments, withdrawal."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from generator.model.kinds.bulletin import Highlight
from generator.model.record.record import Attachment, Cited, Forecast, Record, Task, TaskStatus
from generator.views.context.formatter import Cite, Formatter, Row, Sentence, filled


class TaskLine(NamedTuple):
    """One task; `late` says that it was overdue on the day of issue."""

    do: str
    unit: str
    due: str
    status: str
    late: str
    result: str


class ForecastLine(NamedTuple):
    """One scenario with its facts: likelihood, end, signs, response, outcome."""

    scenario: str
    rows: tuple[Row, ...]


class File(NamedTuple):
    """One attachment; `href` is empty in a document, which must work without the site."""

    title: str
    description: str
    file: str
    href: str


class Retirement(NamedTuple):
    """When and why a record is withdrawn, and what replaces it; `is_ahead` while it still holds."""

    on: str
    reason: str
    instead: tuple[Cite, ...]
    is_ahead: bool = False


def sentences(formatter: Formatter, cited: Iterable[Cited | Highlight]) -> tuple[Sentence, ...]:
    return tuple(formatter.sentence(sentence.text, sentence.because) for sentence in cited)


def tasks(formatter: Formatter, listed: Iterable[Task]) -> tuple[TaskLine, ...]:
    """Overdue tasks first, then open ones, then finished ones; each group by due date."""
    ordered = sorted(listed, key=lambda task: _urgency_of(formatter, task))
    return tuple(_task_line(formatter, task) for task in ordered)


def is_late(formatter: Formatter, task: Task) -> bool:
    return (
        task.status is not TaskStatus.DONE and task.due is not None and task.due < formatter.as_of
    )


def _urgency_of(formatter: Formatter, task: Task) -> tuple[bool, bool, str]:
    due = task.due.isoformat() if task.due else "9999"
    return not is_late(formatter, task), task.status is TaskStatus.DONE, due


def _task_line(formatter: Formatter, task: Task) -> TaskLine:
    return TaskLine(
        do=task.do,
        unit=formatter.unit(task.unit),
        due=formatter.day(task.due),
        status=formatter.choice(task.status),
        late=formatter.label("overdue") if is_late(formatter, task) else "",
        result=task.result or "",
    )


def forecasts(formatter: Formatter, scenarios: Iterable[Forecast]) -> tuple[ForecastLine, ...]:
    return tuple(
        ForecastLine(
            forecast.scenario,
            filled(
                formatter.row("forecast_likelihood", formatter.said(forecast.likelihood)),
                formatter.row("forecast_until", formatter.day(forecast.until)),
                formatter.row("forecast_signs", forecast.signs or ""),
                formatter.row("forecast_response", forecast.response or ""),
                formatter.row("forecast_outcome", formatter.said(forecast.outcome)),
            ),
        )
        for forecast in scenarios
    )


def files(
    attachments: Iterable[Attachment], href_of: Callable[[str], str] | None = None
) -> tuple[File, ...]:
    """Attachments; `href_of` gives the link to a file on a page; without it there are no links."""
    return tuple(
        File(
            attachment.title,
            attachment.description or "",
            attachment.file,
            href_of(attachment.file) if href_of else "",
        )
        for attachment in attachments
    )


def retirement(formatter: Formatter, record: Record) -> Retirement | None:
    retired = record.retired
    if retired is None:
        return None
    instead = (retired.replaced_by,) if retired.replaced_by else ()
    return Retirement(formatter.day(retired.on), retired.reason, formatter.cites(instead))
