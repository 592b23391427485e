"""Days and moments in words, in one form everywhere.

Days below ten and the months January and February are written with a zero, as Nghị định
30/2020/NĐ-CP (annex I, II.4) requires for dates of documents.
"""

from datetime import date, datetime, tzinfo

from generator.base.text import Language

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_PADDED_MONTHS = 2


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


def month_text(month: str, language: Language) -> str:
    """Tháng 11/2026, or November 2026, from 2026-11."""
    year, number = month.split("-")
    if language is Language.EN:
        return f"{_MONTHS[int(number) - 1]} {year}"
    return f"Tháng {int(number)}/{year}"
