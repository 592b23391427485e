"""What belongs to a year: the editions issued in it, and every file that their proof needs."""

from collections.abc import Iterable, Iterator
from datetime import tzinfo
from typing import NamedTuple

from generator.base.digest import digest_bytes
from generator.base.workspace import Workspace
from generator.model.edition.edition import Edition, History, Link, Redacted, places_of
from generator.model.registry.signoff import file_stem

_ROOT = "content/"


class IssuedYear(NamedTuple):
    """The chain of one year of the programme's time zone, oldest first."""

    number: int
    links: tuple[Link, ...]


def year_of(history: History, number: int, zone: tzinfo) -> IssuedYear:
    links = (link for link in history.links if link.issued_at.astimezone(zone).year == number)
    return IssuedYear(number, tuple(links))


def kept_files(workspace: Workspace, year: IssuedYear) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of the editions, of their approvals, signatures and stops, of the registry and
    of the attachments as issued; the paths are those below content/."""
    names = frozenset(name for link in year.links for name in _names(link))
    editions = frozenset(link.path for link in year.links)
    attached = dict(_attachments(year.links))
    for file in workspace.files(_ROOT.rstrip("/")):
        path = file.path.removeprefix(_ROOT)
        wanted = file.path in editions or file.path in attached or _proves(path, names)
        if file.is_regular and wanted:
            content = workspace.read(file.path)
            if digest_bytes(content) == attached.get(file.path, digest_bytes(content)):
                yield path, content


def _names(link: Link) -> Iterator[str]:
    """The names under which sign-offs of an edition, and of what it printed, stand."""
    printed = link.redaction.records if isinstance(link, Redacted) else link.records
    yield from map(file_stem, (link.name, link.bulletin, *printed))


def _proves(path: str, names: frozenset[str]) -> bool:
    match path.split("/"):
        case ["registry", *_]:
            return True
        case ["approvals", name, _]:
            return name in names
        case ["recalls" | "redactions", file]:
            return file.removesuffix(".yml") in names
    return False


def _attachments(links: Iterable[Link]) -> Iterator[tuple[str, str]]:
    """(path, digest) of every place where an attachment may be kept as it was issued."""
    for link in links:
        if isinstance(link, Edition):
            for name, sha256 in link.attachments.items():
                yield from ((place, sha256) for place in places_of(name, sha256))
