"""Whether a message's wording may be used, and when: for blocks and for scripts."""

from typing import NamedTuple


class UsePeriod(NamedTuple):
    """From when until when a message may be used (ISO), and the texts that say so.

    `text` is true at any moment; each of the other texts is true in one state.
    """

    since: str
    until: str
    text: str
    coming: str
    in_force: str
    expired: str


class Use(NamedTuple):
    """Whether a message's wording may be used; `closed` says why it is closed if `is_out`."""

    span: UsePeriod | None
    is_out: bool
    closed: str
