"""How times are written (spec, 2), and the years of the bulletins: others are refused."""

import re
from datetime import UTC, datetime, tzinfo

FIRST_YEAR, LAST_YEAR = 1900, 2199
# Python reads more forms, as 20261128T0630 or 2026-W48-6T06:30, and digits of every script.
MOMENT = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?"
    r"(Z|[+-][0-9]{2}:?[0-9]{2})?$"
)


def moment_of(written: str) -> datetime | None:
    """The moment that a text writes in our one form, with or without an offset; else None."""
    if not re.fullmatch(MOMENT, written):
        return None
    try:
        return datetime.fromisoformat(written)
    except ValueError:  # as the 31st of November
        return None


def is_in_our_years(moment: datetime, zone: tzinfo) -> bool:
    """Whether a moment lies in these years as it is written, in `zone` and in UTC."""
    try:
        readings = (moment, moment.astimezone(zone), moment.astimezone(UTC))
    except OverflowError:  # there, it would be in the year 0 or 10000
        return False
    return all(FIRST_YEAR <= reading.year <= LAST_YEAR for reading in readings)
