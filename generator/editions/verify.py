"""Verify the issued editions: files, chain, signatures, and approvals of the frozen content."""

from collections.abc import Iterator

from generator.base.diagnostics import Diagnostic, PhaseOutcome
from generator.base.digest import digest_bytes
from generator.base.workspace import Workspace
from generator.editions.chain import read_editions
from generator.editions.problems import altered
from generator.model.corpus.edition_digests import frozen_digest
from generator.model.edition.edition import ATTACHMENTS, Edition, History, places_of


def verify_editions(workspace: Workspace) -> PhaseOutcome[History]:
    """Every edition that holds, and every problem of the others."""
    history, problems = read_editions(workspace)
    content_problems = [
        problem
        for edition in history.editions
        for problem in _approval_and_attachment_problems(workspace, edition)
    ]
    return PhaseOutcome(history, (*problems, *content_problems))


def _approval_and_attachment_problems(
    workspace: Workspace, edition: Edition
) -> Iterator[Diagnostic]:
    yield from _approval_problems(edition)
    present = {file.path for file in workspace.files(ATTACHMENTS)} if edition.attachments else set()
    for name, sha256 in edition.attachments.items():
        places = (path for path in places_of(name, sha256) if path in present)
        if all(digest_bytes(workspace.read(path)) != sha256 for path in places):
            yield altered(edition, f"tệp kèm theo {name} đã khác", f"the attachment {name} differs")


def _approval_problems(edition: Edition) -> Iterator[Diagnostic]:
    """Each approval was given for the frozen content, and every party gave one."""
    approving = set()
    for approval in edition.approvals:
        if frozen_digest(edition, approval["record"]) != approval["digest"]:
            who = f"{approval['unit']} ({approval['record']})"
            yield altered(
                edition,
                f"phê duyệt của {who} là cho nội dung khác",
                f"{who} approved other content",
            )
        elif approval["record"] == edition.bulletin:
            approving.add(approval["unit"])
    missing = sorted(set(edition.names.programme.parties) - approving)
    if missing and not edition.is_withdrawal:
        names = ", ".join(missing)
        yield altered(edition, f"thiếu phê duyệt của {names}", f"{names} did not approve")
