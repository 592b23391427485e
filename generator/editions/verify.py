"""Verify the issued editions: files, chain, approvals, and the attachments that they print."""

from collections.abc import Iterator, Mapping, Sequence
from string import hexdigits

from generator.base.diagnostics import Diagnostic, PhaseOutcome
from generator.base.digest import MARK_LENGTH, digest_bytes
from generator.base.phases import phase
from generator.base.workspace import Workspace
from generator.editions.chain import read_editions
from generator.editions.problems import altered, missing_editions, no_file
from generator.editions.reading import FOLDER
from generator.model.edition.edition import (
    ATTACHMENTS,
    Edition,
    History,
    places_of,
)


def verify_editions(workspace: Workspace) -> PhaseOutcome[History]:
    """Every edition that holds, and every problem of the others and of those that are gone."""
    with phase("editions") as counts:
        history, chain_problems = read_editions(workspace)
        content_problems = [
            problem
            for edition in history.editions
            for problem in _attachment_problems(workspace, edition)
        ]
        unread = [no_file(file.path) for file in workspace.files(FOLDER) if not file.is_regular]
        problems = (*chain_problems, *lost_editions(history.lost), *content_problems, *unread)
        counts |= {"editions": len(history.links), "problems": len(problems)}
    return PhaseOutcome(history, problems)


def lost_editions(names: Sequence[str]) -> tuple[Diagnostic, ...]:
    """The problem of editions that the git history of this branch holds and that are gone."""
    return (missing_editions(FOLDER, names),) if names else ()


def unknown_to(history: History, editions: Mapping[str, str]) -> tuple[str, ...]:
    """The names of editions (name: digest) that the chain does not hold, or holds otherwise."""
    known = {link.name: link.digest for link in history.links}
    return tuple(sorted(name for name, said in editions.items() if known.get(name) != said))


def holds_mark(history: History, mark: str) -> bool:
    """Whether the chain holds the edition with this digest, or with its first 12 digits or more."""
    wanted = mark.lower().removeprefix("sha256:").replace(" ", "")
    digests = [link.digest for link in history.links]
    is_mark = len(wanted) >= MARK_LENGTH and set(wanted) <= set(hexdigits)
    return is_mark and any(d.removeprefix("sha256:").startswith(wanted) for d in digests)


def _attachment_problems(workspace: Workspace, edition: Edition) -> Iterator[Diagnostic]:
    present = {file.path for file in workspace.files(ATTACHMENTS)} if edition.attachments else set()
    for name, sha256 in edition.attachments.items():
        places = (path for path in places_of(name, sha256) if path in present)
        if all(digest_bytes(workspace.read(path)) != sha256 for path in places):
            yield altered(edition, f"tệp kèm theo {name} đã khác", f"the attachment {name} differs")
