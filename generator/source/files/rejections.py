"""Rejections that git had: whoever checks out the older approval does not take one back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import tzinfo

from generator.base.workspace import Workspace
from generator.model.registry.signoff import Approval, Rejection, Verdict, approval_path
from generator.source.files.file_list import APPROVAL
from generator.source.files.retirements import FOLDERS, SAYS_RETIRED
from generator.source.files.validation import validate
from generator.source.yaml.loader import load

APPROVALS = "content/approvals"
# What one unit stopped, asked of git at once: a walk through all commits takes longer than reading.
STOPPED = (*FOLDERS, APPROVALS)
SAYS_STOPPED = f"{SAYS_RETIRED}|[Rr][Ee][Jj][Ee][Cc][Tt]"


def rejections(workspace: Workspace, zone: tzinfo) -> Mapping[tuple[str, str], Sequence[Rejection]]:
    """By record and unit, when it was not approved, oldest commit first; nothing of the future."""
    found: dict[tuple[str, str], list[Rejection]] = defaultdict(list)
    for version in workspace.versions(STOPPED, saying=SAYS_STOPPED):
        digests = (*version.before, version.digest) if APPROVAL.match(version.path) else ()
        for digest in dict.fromkeys(digests):
            content = workspace.blob(digest)
            told = _rejection_in(version.path, content, zone) if content else None
            if told and told.at <= workspace.now():
                found[str(told.record), str(told.unit)].append(Rejection(told.at, version.commit))
    return found


def _rejection_in(path: str, content: bytes, zone: tzinfo) -> Approval | None:
    values = load(path, content).value
    told = validate(path, values, Approval, zone).value if values else None
    is_own = told is not None and approval_path(told.record, told.unit) == path
    return told if told and is_own and told.decision is Verdict.REJECT else None
