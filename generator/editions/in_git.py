"""Editions held to what git had first: somebody could write them again, digests and all."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.base.digest import blob_ids
from generator.base.workspace import Version, Workspace, begun, blob
from generator.editions.agreement import agreed_links
from generator.editions.reading import FOLDER, read_edition
from generator.model.edition.edition import (
    EDITION_FILE,
    Edition,
    Link,
    Redacted,
    in_chain_order,
)
from generator.model.edition.redaction import is_redaction_of
from generator.model.edition.terms import Vouches

RECALLS = "content/recalls"
# What may not go: asked of git at once.
WATCHED = (FOLDER, RECALLS)


@dataclass(frozen=True)
class InGit:
    """What git tells of the files of editions; `contents` are those of the workspace, by path.

    `standing` are the editions that these hold. Whoever may commit could put anything into git and
    take it out again: only what was agreed on counts.
    """

    workspace: Workspace
    contents: Mapping[str, bytes]
    standing: Sequence[Link]

    @cached_property
    def _versions(self) -> Sequence[Version]:
        told = self.workspace.versions(WATCHED)
        return [version for version in told if EDITION_FILE.match(version.path)]

    @cached_property
    def _first(self) -> Mapping[str, frozenset[str]]:
        """The digests of the first versions, by path."""
        return begun(self._versions)

    @property
    def _are_begun_once(self) -> bool:
        return all(len(blobs) == 1 for blobs in self._first.values())

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

    def replaced_root(self) -> Edition | None:
        """The first edition that git ever had; None while each edition is as it was begun, once."""
        if self._are_begun_once and self._first.keys() <= self._kept & {
            link.path for link in self.standing
        }:
            return None
        begun_ones = (link for _, link in self._begun_links)
        roots = (one for one in begun_ones if isinstance(one, Edition) and one.previous is None)
        return next((root for root in roots if _is_agreed(root, (root,), self._vouches)), None)

    def lost(self, agreed: Sequence[Link]) -> tuple[str, ...]:
        """The names of editions that git had, that were agreed on, and that are gone.

        Not lost is what somebody issued who did not know that another had issued at once, and then
        dropped again.
        """
        if self._first.keys() <= self.contents.keys():
            return ()  # as nearly always: nothing is read from git
        gone = {v: link for v, link in self._begun_links if link.path not in self.contents}
        known = {link.digest: link for link in (*self._all_begun, *agreed)}
        names = {
            link.name
            for version, link in gone.items()
            if not self._was_second(version, link, agreed, known)
            and _is_agreed(link, _line(link, known), self._vouches)
        }
        return tuple(sorted(names))

    def _was_second(
        self, version: Version, link: Link, agreed: Sequence[Link], known: Mapping[str, Link]
    ) -> bool:
        """Whether it, or one that it followed, was issued beside one that stands now."""
        line = {one.previous for one in _line(link, known)}
        return any(
            other.previous in line
            and other.digest not in {one.digest for one in _line(link, known)}
            and not self._knew(other, version.commit)
            for other in agreed
        )

    def _knew(self, edition: Link, commit: str) -> bool:
        """Whether who issued an edition had that commit; who has not committed it yet has it.

        The file may also have been copied to where the commit is, to be merged.
        """
        own = {*self._ids(edition.path)}
        begun_at = [v.commit for v, link in self._begun_links if v.digest in own]
        return all(self.workspace.is_known_at(commit, one) for one in begun_at)

    def brought_back(self) -> Iterator[tuple[Edition, str]]:
        """Editions whose content all parties took out, and that are whole; with the commit."""
        for link in self.standing:
            if isinstance(link, Edition):
                forms = (form for form in self._redacted_forms if form[1].path == link.path)
                for commit, form in forms:
                    if is_redaction_of(form, link) and self._was_taken_out(form):
                        yield link, commit
                        break

    @cached_property
    def _begun_links(self) -> Sequence[tuple[Version, Link]]:
        """The first versions that can be read, with the edition that each holds."""
        begun_ones = [version for version in self._versions if version.is_begun]
        self.workspace.blobs(version.digest for version in begun_ones)  # all at once
        read = ((version, self._read(version.path, version.digest)) for version in begun_ones)
        return [(version, link) for version, link in read if link]

    @property
    def _all_begun(self) -> Iterator[Link]:
        return (link for _, link in self._begun_links)

    @cached_property
    def _redacted_forms(self) -> Sequence[tuple[str, Redacted]]:
        """(commit, form) of each redacted form that git had; few files were ever changed."""
        changed = (version for version in self._versions if not version.is_gone)
        several = Counter(version.path for version in self._versions)
        read = ((v.commit, self._read(v.path, v.digest)) for v in changed if several[v.path] > 1)
        return [(commit, link) for commit, link in read if isinstance(link, Redacted)]

    def _was_taken_out(self, form: Redacted) -> bool:
        """Whether the parties agreed to a redacted form, were it in the chain."""
        others = (link for link in self.standing if link.path != form.path)
        return _is_agreed(form, in_chain_order((*others, form)), self._vouches)

    @property
    def _vouches(self) -> Vouches:
        return self.workspace.vouches

    def _replaced_under_others(self, links: Sequence[Link]) -> frozenset[str]:
        """The paths of editions that another had followed, and in whose place others stand.

        Who issued twice in a row while somebody else was first drops both: that one stands in the
        chain, and follows what the dropped ones followed.
        """
        if self._are_begun_once and self._first.keys() == self._kept:
            return frozenset()
        standing = {link.digest for link in links}
        known = {link.digest: link for link in self._all_begun}
        gone = {
            link.digest: link
            for version, link in self._begun_links
            if len(self._first[version.path]) > 1 or version.path not in self._kept
            if version.digest not in {*self._ids(version.path)} and link.digest not in standing
            if _is_agreed(link, _line(link, known), self._vouches)
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
        """Whether a redacted form is the first that git had: no approval covers its moment.

        Two may have taken the content out at once, neither knowing of the other.
        """
        first: list[tuple[str, Redacted]] = []
        for commit, form in self._redacted_forms:
            is_of_it = form.path == link.path and self._was_taken_out(form)
            if is_of_it and not any(self.workspace.is_known_at(one, commit) for one, _ in first):
                first.append((commit, form))
        return not first or any(form == link for _, form in first)

    def _read(self, path: str, digest: str) -> Link | None:
        content = blob(self.workspace, digest)
        return read_edition(path, content).value if content else None

    def _ids(self, path: str) -> Iterator[str]:
        """The digests under which git may hold the present file, found one by one."""
        return blob_ids(self.contents[path]) if path in self.contents else iter(())


def _line(link: Link, known: Mapping[str, Link]) -> tuple[Link, ...]:
    """The edition and those that it follows, oldest first, as far as they are known."""
    line = [link]
    while line[0].previous:
        before = known.get(line[0].previous.digest)
        if before is None or before in line:
            break
        line.insert(0, before)
    return tuple(line)


def _is_agreed(link: Link, line: Sequence[Link], vouches: Vouches) -> bool:
    return any(one is link for one in agreed_links(line, vouches).value)


def _was_second(link: Link, gone: Mapping[str, Link], first: Sequence[Link]) -> bool:
    """Whether it, or what it followed, came after the same edition as one that stands."""
    if any(one.path != link.path and one.previous == link.previous for one in first):
        return True
    before = gone.get(link.previous.digest) if link.previous else None
    return before is not None and _was_second(before, gone, first)
