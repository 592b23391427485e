"""Retirements as the records say them today: stopping takes one, so they need no edition.

Most records have none, and a build reads no drafts: only files in which the key has a value are
parsed. A file that cannot be read any more stops its record all the same, without a reason.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from pydantic import ValidationError

from generator.base.workspace import Workspace
from generator.model.record.record import Retired
from generator.source.yaml.loader import load

FOLDERS = ("content/records", "content/bulletins")
# The key at the start of a line, also typed wrong (`retire:`, `Retired :`), with a value on it or
# below it; `null` and `~` are none.
_RETIRED = re.compile(
    rb"(?mi)^[\"']?reti[a-z]*[\"']?[ \t]*:[ \t]*"
    rb"(?:(?!(?:null|~)[ \t]*(?:#|\r?$))[^\s#]|(?:#[^\n]*)?\r?\n[ \t]+[a-z])"
)
# Lines that may tell one, or the day of one, for git.
SAYS_RETIRED = "^[\"']?[Rr][Ee][Tt][Ii]|^[ \t]+[\"']?on[\"']?:"
_NO_REASON = "chưa đọc được từ bản ghi"


def retiring_files(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) of the records that say that they are retired."""
    for file in (file for folder in FOLDERS for file in workspace.files(folder)):
        if file.path.endswith((".yml", ".yaml")) and file.is_regular:
            content = workspace.read(file.path)
            if _RETIRED.search(content):
                yield file.path, content


def retirements(workspace: Workspace) -> Mapping[str, Retired]:
    """By record, its retirement as the record says it today."""
    today = workspace.now().date()
    return {
        path.rpartition("/")[2].partition(".")[0]: _retirement(path, content, today)
        for path, content in retiring_files(workspace)
    }


def retirement_in(path: str, content: bytes, today: date) -> Retired | None:
    """The retirement that one file says, as it is or as git had it."""
    return _retirement(path, content, today) if _RETIRED.search(content) else None


def _retirement(path: str, content: bytes, today: date) -> Retired:
    values = load(path, content).value or {}
    try:
        return Retired.model_validate(values.get("retired"))
    except ValidationError:
        return Retired.model_validate({"on": today.isoformat(), "reason": _NO_REASON})
