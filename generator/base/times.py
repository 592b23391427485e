"""Days and moments in words, in one form everywhere.

Days below ten and the months January and February are written with a zero, as Nghị định
30/2020/NĐ-CP (annex I, II.4) requires for dates of documents.
"""

import re
from datetime import UTC, date, datetime, tzinfo

from generator.base.text import Bilingual, Language

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_PADDED_MONTHS = 2
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?")


def day_text(day: date, language: Language) -> str:
    """19/11/2026, or 19 November 2026."""
    if language is Language.EN:
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    month = f"{day.month:02}" if day.month <= _PADDED_MONTHS else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def moment_text(moment: datetime, zone: tzinfo, language: Language) -> str:
    """18 giờ 00 ngày 19/11/2026, or 18:00 on 19 November 2026, in the programme's time zone."""
    local = moment.astimezone(zone)
    if language is Language.EN:
        return f"{local:%H:%M} on {day_text(local, language)}"
    return f"{local.hour} giờ {local.minute:02} ngày {day_text(local, language)}"


def clock_text(clock: str, language: Language) -> str:
    """6 giờ 30, or 06:30, from 06:30."""
    hour, minute = clock.split(":")
    return clock if language is Language.EN else f"{int(hour)} giờ {minute}"


def length_text(seconds: int, language: Language) -> str:
    """1 phút 25 giây, or 1 minute 25 seconds; what is 0 is not said."""
    minutes, rest = divmod(seconds, 60)
    if language is Language.VI:
        parts = ((minutes, "phút"), (rest, "giây"))
    else:
        parts = ((minutes, _counted("minute", minutes)), (rest, _counted("second", rest)))
    return " ".join(f"{count} {unit}" for count, unit in parts if count)


def _counted(unit: str, count: int) -> str:
    return unit if count == 1 else f"{unit}s"


def value_text(value: object, language: Language) -> str:
    """A value of a record as text: days and moments, which stand there as 2026-11-19, in words."""
    written = str(value)
    if not _ISO.fullmatch(written):
        return written
    parse = datetime.fromisoformat if "T" in written else date.fromisoformat
    try:
        return _text(parse(written), language)
    except ValueError:  # no day of any calendar
        return written


def in_words(when: date) -> Bilingual:
    """A day, or a moment in its own time zone, in both languages."""
    return Bilingual(_text(when, Language.VI), _text(when, Language.EN))


def _text(when: date, language: Language) -> str:
    if isinstance(when, datetime):
        return moment_text(when, when.tzinfo or UTC, language)
    return day_text(when, language)


def month_text(month: str, language: Language) -> str:
    """Tháng 11/2026, or November 2026, from 2026-11."""
    year, number = month.split("-")
    if language is Language.EN:
        return f"{_MONTHS[int(number) - 1]} {year}"
    return f"Tháng {int(number)}/{year}"
