"""As of when a page speaks: the moment of the newest issue that it shows.

How long ago that was depends on the moment of reading, so `theme/assets/reading.js` adds it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from generator.model.edition.edition import Edition
from generator.views.context.site_context import SiteContext


class AsOf(NamedTuple):
    """The moment in words, and in ISO with the programme's offset for the script."""

    text: str
    at: str


def as_of(context: SiteContext, editions: Iterable[Edition]) -> AsOf | None:
    """The newest of these issues; None for a page that shows none."""
    newest = max(editions, key=lambda edition: edition.issued_at, default=None)
    if newest is None:
        return None
    text = context.label("updated").format(moment=context.moment(newest.issued_at, newest))
    return AsOf(text, newest.issued_at.astimezone(newest.zone).isoformat())
