"""The dates of the calendar: next updates and issues, ends of validity, due tasks.

An appointment belongs to a record as last issued. When a record is taken out of use, its later
appointments are kept but marked as cancelled, so that calendars that have them remove them.
Appointments more than OLDEST_SHOWN before the newest issue or recall are left out.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from generator.base.digest import Json
from generator.model.corpus.standing import Standing, window_of
from generator.model.edition.edition import Edition
from generator.model.kinds import kind_of, kinds_with
from generator.model.ledger.bulletin_lines import announced
from generator.model.ledger.queries import is_over, is_retired, stopped_at
from generator.model.record.record import TaskStatus
from generator.views.context.addresses import address_of, address_of_edition
from generator.views.context.formatter import sentence_case
from generator.views.machine.machine_context import MachineContext

OLDEST_SHOWN = timedelta(days=90)
_DATED_KEYS = ("next_update", "valid", "tasks", "doing")


class Appointment(NamedTuple):
    """An entry of the calendar; `on` is a moment, or a day without a time."""

    uid: str
    on: datetime | date
    stamp: datetime
    sequence: int
    is_cancelled: bool
    title: str
    text: str
    address: str


class RecordDate(NamedTuple):
    """A date of a record; `part` becomes part of the id of the appointment, `label` its title."""

    part: str
    on: datetime | date
    label: str
    text: str = ""
    unit: str = ""


def appointments(source: MachineContext) -> tuple[Appointment, ...]:
    """All appointments on or after the first day that is shown, by date and id."""
    if source.as_of is None:
        return ()
    first_day = (source.as_of - OLDEST_SHOWN).date()
    dated = [*_record_appointments(source, first_day), *_issue_appointments(source, first_day)]
    return tuple(sorted(dated, key=lambda appointment: (_day(appointment.on), appointment.uid)))


def _record_appointments(source: MachineContext, first_day: date) -> Iterator[Appointment]:
    ledger = source.context.ledger
    for record_id in ledger.of(*kinds_with(*_DATED_KEYS)):
        is_out = is_retired(ledger, record_id, source.as_of)
        record_dates = [
            record_date
            for record_date in _with_unique_parts(_record_dates(source, record_id))
            if _day(record_date.on) >= first_day
        ]
        if record_dates and not is_out and ledger.stop(record_id) is not Standing.HELD:
            yield from _appointments_of(source, record_id, record_dates)


def _appointments_of(
    source: MachineContext, record_id: str, record_dates: Iterable[RecordDate]
) -> Iterator[Appointment]:
    edition = source.context.ledger.issued[record_id][-1].edition
    stopped = stopped_at(source.context.ledger, record_id)
    sequence = len(source.context.ledger.versions(record_id)) - 1
    for record_date in record_dates:
        if stopped is None or _day(record_date.on) >= stopped.astimezone(edition.zone).date():
            yield Appointment(
                uid=_uid(source, record_id, record_date.part),
                on=record_date.on,
                stamp=stopped or edition.issued_at,
                sequence=sequence + (stopped is not None),
                is_cancelled=stopped is not None,
                title=_title(source, edition, record_id, record_date),
                text=_text(source, record_id, record_date, is_over=stopped is not None),
                address=address_of(record_id),
            )


def _record_dates(source: MachineContext, record_id: str) -> Iterator[RecordDate]:
    """The dates in a record as last issued."""
    ledger = source.context.ledger
    edition, content = ledger.issued[record_id][-1][:2]
    next_update = content.get("next_update")
    if next_update and not is_over(ledger, record_id, _moment(next_update)):
        yield RecordDate("next-update", _moment(next_update), "calendar_update")
    if window := window_of(content, edition.zone):
        yield RecordDate("until", window.until, "calendar_end")
    for key, text_key in (("tasks", "do"), ("doing", "text")):
        for task in content.get(key, ()):
            if task.get("due") and task.get("status") != TaskStatus.DONE:
                yield _task_date(key, task, str(task[text_key]))


def _with_unique_parts(record_dates: Iterable[RecordDate]) -> Iterator[RecordDate]:
    """A number is added to a part that occurs again: the same task written twice."""
    occurrences: dict[str, int] = {}
    for record_date in record_dates:
        occurrence = occurrences[record_date.part] = occurrences.get(record_date.part, 0) + 1
        suffix = f"-{occurrence}" if occurrence > 1 else ""
        yield record_date._replace(part=f"{record_date.part}{suffix}")


def _task_date(key: str, task: Json, text: str) -> RecordDate:
    """A task has no id, so its appointment is known by a digest of its text."""
    unit = str(task.get("unit", ""))
    mark = hashlib.sha256(f"{key} {unit} {text}".encode()).hexdigest()[:12]
    label = "calendar_task" if unit else "calendar_task_nobody"
    return RecordDate(f"due-{mark}", date.fromisoformat(task["due"]), label, text, unit)


def _issue_appointments(source: MachineContext, first_day: date) -> Iterator[Appointment]:
    """The next issue that the newest version of each bulletin announces."""
    ledger = source.context.ledger
    lines = source.context.lines
    for bulletin, versions in ledger.bulletins.items():
        edition = versions[-1]
        next_issue = announced(ledger, lines, edition)
        if next_issue and _day(next_issue) >= first_day:
            title = source.context.label("calendar_issue").format(name=bulletin)
            yield Appointment(
                uid=_uid(source, bulletin, "next-issue"),
                on=next_issue,
                stamp=edition.issued_at,
                sequence=edition.version - 1,
                is_cancelled=False,
                title=source.marked(title, is_exercise=edition.is_exercise),
                text=str(edition.plan["title"]),
                address=address_of_edition(edition.name),
            )


def _uid(source: MachineContext, name: str, part: str) -> str:
    """An id that differs from those of all other calendars and never changes."""
    return f"{name}-{part}@{source.host}"


def _title(
    source: MachineContext, edition: Edition, record_id: str, record_date: RecordDate
) -> str:
    kind = sentence_case(kind_of(record_id).label.to(source.context.language))
    name = source.context.label("kind_and_id").format(kind=kind, id=record_id)
    unit = _unit(source, edition, record_date.unit) if record_date.unit else ""
    title = source.context.label(record_date.label).format(name=name, unit=unit)
    return source.marked(title, is_exercise=edition.is_exercise)


def _unit(source: MachineContext, edition: Edition, unit_id: str) -> str:
    """The short name of a unit, with that of its successor if it has ended."""
    called, answer = edition.unit_called(unit_id), source.context.ledger.directory.answer(unit_id)
    if answer is None or answer.unit is None or not answer.is_heir:
        return called
    succeeded = source.context.label("unit_succeeded")
    return succeeded.format(named=called, unit=answer.unit.called)


def _text(source: MachineContext, record_id: str, record_date: RecordDate, *, is_over: bool) -> str:
    notice = f"{source.context.label('calendar_over')}." if is_over else ""
    title = str(source.context.content(record_id)["title"])
    return "\n".join(filter(None, (notice, record_date.text, title)))


def _moment(written: object) -> datetime:
    return datetime.fromisoformat(str(written))


def _day(on: datetime | date) -> date:
    return on.date() if isinstance(on, datetime) else on
