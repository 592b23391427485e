"""The years of the bulletins and of all they tell (spec, 2): times outside them are refused."""

from datetime import UTC, datetime, tzinfo

FIRST_YEAR, LAST_YEAR = 1900, 2199


def is_in_our_years(moment: datetime, zone: tzinfo) -> bool:
    """Whether a moment lies in these years as it is written, in `zone` and in UTC."""
    try:
        readings = (moment, moment.astimezone(zone), moment.astimezone(UTC))
    except OverflowError:  # there, it would be in the year 0 or 10000
        return False
    return all(FIRST_YEAR <= reading.year <= LAST_YEAR for reading in readings)
