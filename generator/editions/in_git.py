"""Editions held to what git had first: somebody could write them again, digests and all."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from generator.base.digest import blob_ids
from generator.base.workspace import Version, Workspace, begun, blob
from generator.editions.reading import FOLDER, read_edition
from generator.model.edition.edition import EDITION_FILE, Edition, Link, Redacted
from generator.model.edition.redaction import is_redaction_of

RECALLS = "content/recalls"
# What may not go: asked of git at once.
WATCHED = (FOLDER, RECALLS)


@dataclass(frozen=True)
class InGit:
    """What git tells of the files of editions; `contents` are those of the workspace, by path."""

    workspace: Workspace
    contents: Mapping[str, bytes]

    @cached_property
    def _versions(self) -> Sequence[Version]:
        told = self.workspace.versions(WATCHED)
        return [version for version in told if EDITION_FILE.match(version.path)]

    @cached_property
    def _first(self) -> Mapping[str, frozenset[str]]:
        """The digests of the first versions, by path."""
        return begun(self._versions)

    @cached_property
    def _kept(self) -> frozenset[str]:
        """The paths whose file is one of the first versions."""
        in_both = self._first.keys() & self.contents.keys()
        return frozenset(
            path for path in in_both if not self._first[path].isdisjoint(self._ids(path))
        )

    def rewritten(self, links: Sequence[Link]) -> Iterator[Link]:
        """Editions that are not as git first got them.

        Who drops the own edition and issues again begins its file a second time, which may be
        right. A redacted form never stands for itself: it is held to the edition that git had.
        """
        replaced = self._replaced_under_others(links)
        for link in links:
            if isinstance(link, Redacted):
                is_known = self._is_of_one(link) and self._is_as_taken_out(link)
            else:
                is_kept = link.path not in self._first or link.path in self._kept
                is_known = is_kept or self._is_dropped(link.path)
            if not is_known or link.path in replaced:
                yield link

    def replaced_root(self, present: Set[str]) -> Edition | None:
        """The first edition that git ever had; None while each edition is as it was begun, once."""
        are_begun_once = all(len(blobs) == 1 for blobs in self._first.values())
        if are_begun_once and self._first.keys() <= self._kept & present:
            return None
        begun_ones = (version for version in self._versions if version.is_begun)
        first = (self._read(version.path, version.digest) for version in begun_ones)
        roots = (one for one in first if isinstance(one, Edition) and one.previous is None)
        return next(roots, None)

    def _replaced_under_others(self, links: Sequence[Link]) -> frozenset[str]:
        """The paths of editions that another had followed, and in whose place others stand.

        Who issued twice in a row while somebody else was first drops both: that one stands in the
        chain, and follows what the dropped ones followed.
        """
        standing = {link.digest for link in links}
        gone = {
            link.digest: link
            for path, blobs in self._first.items()
            if len(blobs) > 1 or path not in self._kept
            for blob in blobs.difference(self._ids(path))
            if (link := self._read(path, blob)) and link.digest not in standing
        }
        followed = {link.previous.digest for link in gone.values() if link.previous}
        first = [link for link in links if len(self._first.get(link.path, ())) == 1]
        return frozenset(
            link.path
            for link in gone.values()
            if link.digest in followed and not _was_second(link, gone, first)
        )

    def _is_dropped(self, path: str) -> bool:
        """Whether the last commit about a file has removed it: what stands there is new."""
        revision = self.workspace.revision_of(path)
        return revision is not None and self.workspace.read_at(revision, path) is None

    def _is_of_one(self, link: Redacted) -> bool:
        """Whether a redacted form says what one of the first versions in git was.

        True also where git lacks them: that is how content leaves a repository for good.
        """
        first = (self._read(link.path, blob) for blob in self._first.get(link.path, ()))
        whole = [edition for edition in first if isinstance(edition, Edition)]
        return not whole or any(is_redaction_of(link, edition) for edition in whole)

    def _is_as_taken_out(self, link: Redacted) -> bool:
        """Whether a redacted form is the first that git had: no approval covers its moment."""
        digests = [version.digest for version in self._versions if version.path == link.path]
        taken = (blob for blob in digests if isinstance(self._read(link.path, blob), Redacted))
        return next(taken, None) in (None, *self._ids(link.path))

    def _read(self, path: str, digest: str) -> Link | None:
        content = blob(self.workspace, digest)
        return read_edition(path, content).value if content else None

    def _ids(self, path: str) -> Iterator[str]:
        """The digests under which git may hold the present file, found one by one."""
        return blob_ids(self.contents[path]) if path in self.contents else iter(())


def _was_second(link: Link, gone: Mapping[str, Link], first: Sequence[Link]) -> bool:
    """Whether it, or what it followed, came after the same edition as one that stands."""
    if any(one.path != link.path and one.previous == link.previous for one in first):
        return True
    before = gone.get(link.previous.digest) if link.previous else None
    return before is not None and _was_second(before, gone, first)
