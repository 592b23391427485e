"""Rejections that git had: whoever checks out the older approval does not take one back."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import tzinfo

from generator.base.workspace import Workspace
from generator.model.registry.signoff import Approval, Rejection, Verdict, approval_path
from generator.source.files.file_list import APPROVAL
from generator.source.files.validation import validate
from generator.source.yaml.loader import load

APPROVALS = "content/approvals"
# Whatever a writer of YAML may do to the word, one of these is left of it.
_MAY_REJECT = re.compile(rb"reject|\\|\0|'|\"", re.IGNORECASE)


def rejections(workspace: Workspace, zone: tzinfo) -> Mapping[tuple[str, str], Sequence[Rejection]]:
    """By record and unit, when it was not approved, oldest commit first; nothing of the future."""
    told = [one for one in workspace.versions((APPROVALS,)) if APPROVAL.match(one.path)]
    contents = workspace.blobs({version.digest for version in told})
    refused = {
        (version.path, version.digest): said
        for version in told
        if (said := _rejection_in(version.path, contents.get(version.digest, b""), zone))
    }
    found: dict[tuple[str, str], list[Rejection]] = defaultdict(list)
    for version in told:
        said = refused.get((version.path, version.digest))
        if said and said.at <= workspace.now():
            found[str(said.record), str(said.unit)].append(Rejection(said.at, version.commit))
    return found


def _rejection_in(path: str, content: bytes, zone: tzinfo) -> Approval | None:
    if not _MAY_REJECT.search(content):
        return None
    values = load(path, content).value
    told = validate(path, values, Approval, zone).value if values else None
    is_own = told is not None and approval_path(told.record, told.unit) == path
    return told if told and is_own and told.decision is Verdict.REJECT else None
