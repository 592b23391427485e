"""When a finding may change although nothing is written: at a moment, or at midnight.

A rule may compare the present with moments of the content, with a day before them, and with days
(rules/rule.py). So until the next of these nothing changes, and what was found still holds.
"""

import re
from collections.abc import Iterable
from datetime import datetime, time, timedelta, tzinfo

DAY = timedelta(days=1)
# The days on which a moment, in any time zone, can fall on this day, or end within a day of it.
_AROUND = range(-1, 4)
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")


class Near:
    """Finds the moments in a file that lie near the present."""

    def __init__(self, now: datetime) -> None:
        self.days = [f"{(now + number * DAY).date()}".encode() for number in _AROUND]

    def in_yaml(self, content: bytes) -> tuple[str, ...]:
        """As in any text; but an escape may hide one: then `\\`, which no moment can be."""
        return ("\\",) if b"\\" in content else self.moments(content)

    def moments(self, content: bytes) -> tuple[str, ...]:
        """The moments near the present, as they are written."""
        if not any(day in content for day in self.days):
            return ()
        return tuple(found.decode() for found in _MOMENT.findall(content))


def next_turn(now: datetime, moments: Iterable[str], zone: tzinfo) -> datetime:
    """The first moment after `now` when a finding may change; `now` itself when it is unknown."""
    here = now.astimezone(zone)
    turns = [datetime.combine(here.date() + DAY, time(), zone)]
    for written in moments:
        try:
            moment = datetime.fromisoformat(written)
        except ValueError:
            return now
        moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        turns += (moment, moment - DAY)
    return min(turn for turn in turns if turn > now)
