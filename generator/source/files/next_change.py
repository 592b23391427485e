"""When findings may change although no file is written: at a moment, or at midnight.

A rule may compare the present with moments of the content, with a day before them, and with days
(rules/rule.py). Until the next of these moments the findings stay the same.
"""

import re
from collections.abc import Iterable
from datetime import datetime, time, timedelta, tzinfo

from generator.base.years import is_in_our_years

DAY = timedelta(days=1)
# Written days of moments, in any time zone, that can matter today or within the next day.
_AROUND = range(-1, 4)
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")


class MomentFinder:
    """Finds the moments in a file that are near the present."""

    def __init__(self, now: datetime) -> None:
        self.days = [f"{(now + number * DAY).date()}".encode() for number in _AROUND]

    def in_yaml(self, content: bytes) -> tuple[str, ...]:
        """As `moments`; if an escape may hide a moment, `\\`, which `next_change` cannot read."""
        return ("\\",) if b"\\" in content else self.moments(content)

    def moments(self, content: bytes) -> tuple[str, ...]:
        """The moments near the present, as they are written."""
        if not any(day in content for day in self.days):
            return ()
        return tuple(match.decode() for match in _MOMENT.findall(content))


def next_change(now: datetime, moments: Iterable[str], zone: tzinfo) -> datetime:
    """The first moment after `now` when a finding may change; `now` if a text is no moment."""
    local_now = now.astimezone(zone)
    changes = [datetime.combine(local_now.date() + DAY, time(), zone)]
    for written in moments:
        try:
            moment = datetime.fromisoformat(written)
        except ValueError:
            return now
        moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        if is_in_our_years(moment, zone):  # others are refused, whatever the time
            changes += (moment, moment - DAY)
    return min(change for change in changes if change > now)
