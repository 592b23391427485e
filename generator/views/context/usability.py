"""Whether a wording may be used, and from when until when: what blocks show and scripts read."""

from typing import NamedTuple


class UsePeriod(NamedTuple):
    """From when until when something may be used (ISO), and what is said of it.

    `text` is true whenever it is read; the others in one state each.
    """

    since: str
    until: str
    text: str
    coming: str
    in_force: str
    expired: str


class Use(NamedTuple):
    """Whether a message's wording may be used: its times, and why it is closed when it is."""

    span: UsePeriod | None
    is_out: bool
    closed: str
