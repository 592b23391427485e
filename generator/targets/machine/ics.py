"""iCalendar (RFC 5545), as far as one list of appointments needs it.

Written by hand: three forms of property are all there is, and the library that tests read it back
with takes longer to import than the whole calendar to write.
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
    """The whole file; links stand in it only where the site's address is known."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//bulletin-compiler//{VERSION}//{language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        *(line for one in appointments for line in _event(one, base_url)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(one: Appointment, base_url: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.uid}"
    yield f"DTSTAMP:{_moment(one.stamp)}"
    yield f"LAST-MODIFIED:{_moment(one.stamp)}"
    yield from _when(one.on)
    yield f"SEQUENCE:{one.sequence}"
    yield f"STATUS:{'CANCELLED' if one.is_cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_text(one.title)}"
    yield f"DESCRIPTION:{_text(one.text)}"
    if base_url:
        yield f"URL:{base_url}{one.address}"
    yield "END:VEVENT"


def _when(on: datetime | date) -> Iterator[str]:
    """A moment in UTC, which needs no time zone table; a day as the day it is everywhere."""
    if isinstance(on, datetime):
        yield f"DTSTART:{_moment(on)}"
    else:
        yield f"DTSTART;VALUE=DATE:{on:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{on + timedelta(days=1):%Y%m%d}"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    return value.translate(_ESCAPED)


def _folded(line: str) -> str:
    """No line longer than 75 octets, none cut inside a letter."""
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
