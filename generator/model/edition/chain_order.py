"""The order of the chain of editions: by time, and where that is the same, by what follows what."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.edition.edition import Link


def in_chain_order(links: "Iterable[Link]") -> "tuple[Link, ...]":
    """Oldest first by time of issue, also where the edition before is not known.

    Times are to the second: of the same one, each comes after the edition that it follows.
    """
    known = {link.name: link for link in links}

    def place(link: "Link") -> tuple[datetime, int, str, int]:
        return link.issued_at, _before_in_second(link, known), link.bulletin, link.version

    return tuple(sorted(known.values(), key=place))


def _before_in_second(link: "Link", known: "Mapping[str, Link]") -> int:
    """How many editions of its second it comes after; no more than there are, in a forged ring."""
    count = 0
    while link.previous and count < len(known):
        before = known.get(link.previous.edition)
        if before is None or before.issued_at != link.issued_at:
            break
        link, count = before, count + 1
    return count
