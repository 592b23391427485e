"""Standing: whether an issued record holds at a moment, and during which time it may be used."""

from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from generator.base.digest import Json
from generator.base.text import Choice

When = str | date | datetime
INSTANT = timedelta(microseconds=1)


class Standing(Choice):
    """What an issued record is worth at a moment."""

    COMING = "coming", "sắp có hiệu lực", "coming"
    IN_FORCE = "in_force", "đang có hiệu lực", "in force"
    EXPIRED = "expired", "đã hết hiệu lực", "expired"
    SUPERSEDED = "superseded", "đã được thay thế", "superseded"
    RECALLED = "recalled", "đã thu hồi", "recalled"
    WITHDRAWN = "withdrawn", "đã ngừng dùng", "withdrawn"
    HELD = "held", "đang tạm giữ", "withheld"
    ISSUED = "issued", "đã phát hành", "issued"

    @property
    def applies_now(self) -> bool:
        """Whether it may be used now."""
        return self in (Standing.IN_FORCE, Standing.ISSUED)

    @property
    def is_usable(self) -> bool:
        """Whether it may be used now or later: nobody stopped it, and it has not ended."""
        return self.applies_now or self is Standing.COMING

    @property
    def is_timed(self) -> bool:
        """Whether time alone decides it, so that it may change between build and reading."""
        return self in (Standing.COMING, Standing.IN_FORCE, Standing.EXPIRED)


class Window(NamedTuple):
    """The time in which something may be used; the last instant is included."""

    start: datetime
    until: datetime

    def standing(self, moment: datetime) -> Standing:
        if moment < self.start:
            return Standing.COMING
        return Standing.EXPIRED if self.until < moment else Standing.IN_FORCE


def has_come(written: When | None, moment: datetime, zone: tzinfo) -> bool:
    """Whether a written day or moment (ISO text or a typed value) is not in the future.

    A day begins with its first instant in `zone`; None never comes.
    """
    return written is not None and begins(written, zone) <= moment


def begins(written: When, zone: tzinfo) -> datetime:
    """The first instant of a written day in `zone`, or the written moment itself."""
    if isinstance(written, str):
        is_moment = "T" in written
        written = datetime.fromisoformat(written) if is_moment else date.fromisoformat(written)
    return written if isinstance(written, datetime) else datetime.combine(written, time(), zone)


def retired_on(frozen: Json) -> str | None:
    """The day, as text, from which a frozen record is out of use by its own word."""
    return (frozen.get("retired") or {}).get("on")


def window_of(frozen: Json, zone: tzinfo) -> Window | None:
    """The validity of a frozen record, ended early by its retirement; None without validity."""
    valid, retired = frozen.get("valid"), retired_on(frozen)
    if not valid:
        return None
    until = begins(valid["until"], zone)
    if retired:
        until = min(until, begins(retired, zone))
    return Window(begins(valid["from"], zone), until)


def standing_by_time(frozen: Json, moment: datetime, zone: tzinfo) -> Standing:
    """The standing that follows from a frozen record's own retirement and validity."""
    if has_come(retired_on(frozen), moment, zone):
        return Standing.WITHDRAWN
    window = window_of(frozen, zone)
    return window.standing(moment) if window else Standing.ISSUED
