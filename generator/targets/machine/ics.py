"""iCalendar (RFC 5545), as far as a list of appointments needs it.

Written without a library: only three forms of property are needed, and importing the library that
the tests use takes longer than writing the whole calendar.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from generator import VERSION
from generator.base.text import Language
from generator.views.machine.calendar import Appointment

_MOST_OCTETS = 75  # of a line without its end (RFC 5545, 3.1)
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def calendar(
    name: str, language: Language, appointments: Iterable[Appointment], base_url: str
) -> bytes:
    """The whole file; it has links only when the site's address is known."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//bulletin-compiler//{VERSION}//{language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        *(line for appointment in appointments for line in _event(appointment, base_url)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded_line(line)}\r\n" for line in lines).encode()


def _event(appointment: Appointment, base_url: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{appointment.uid}"
    yield f"DTSTAMP:{_moment(appointment.stamp)}"
    yield f"LAST-MODIFIED:{_moment(appointment.stamp)}"
    yield from _date_lines(appointment.on)
    yield f"SEQUENCE:{appointment.sequence}"
    yield f"STATUS:{'CANCELLED' if appointment.is_cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_text(appointment.title)}"
    yield f"DESCRIPTION:{_text(appointment.text)}"
    if base_url:
        yield f"URL:{base_url}{appointment.address}"
    yield "END:VEVENT"


def _date_lines(on: datetime | date) -> Iterator[str]:
    """A moment in UTC, which needs no time zone table; a day without a time zone."""
    if isinstance(on, datetime):
        yield f"DTSTART:{_moment(on)}"
    else:
        yield f"DTSTART;VALUE=DATE:{on:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{on + timedelta(days=1):%Y%m%d}"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    return value.translate(_ESCAPED)


def _folded_line(line: str) -> str:
    """The line folded to at most 75 octets, never inside a letter."""
    if len(line.encode()) <= _MOST_OCTETS:
        return line
    parts, size = [""], 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _MOST_OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += letter
        size += width
    return "\r\n".join(parts)
