"""A page of the site as its frame needs it, and a page that is still to be made."""

from collections.abc import Callable, Mapping
from typing import NamedTuple


class Heading(NamedTuple):
    """One line of a page's table of contents; level 2 or 3."""

    level: int
    id: str
    text: str


class Page(NamedTuple):
    """One finished page. `body` is safe HTML that begins with its h1; its links are relative."""

    address: str
    section: str
    title: str
    summary: str
    headings: tuple[Heading, ...]
    body: str


class Key(str):
    """The digest of everything that a page depends on.

    `inputs` tells by a checksum for each record or bulletin what the page takes from it, and under
    "" the rest, so that it can be told why a page is made again.
    """

    inputs: Mapping[str, int]


class Planned(NamedTuple):
    """A page to be made, and the digest of everything it depends on.

    `alone` makes it as a file of its own, whose links begin at a base URL or at NOWHERE.
    """

    address: str
    section: str
    key: str
    make: Callable[[], Page]
    alone: Callable[[str], Page] | None = None
