"""What a check found, remembered: an unchanged workspace is not compiled again.

A verdict stands while no file of content/ was written, the program is the same, and no moment has
passed at which a finding may change. Messages that tell of git's history are never remembered.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

import orjson

from generator.base.diagnostics import Diagnostic, Located, Problem, Severity
from generator.base.digest import digest
from generator.base.span import Span
from generator.base.text import Bilingual, Language
from generator.base.workspace import FileEntry
from generator.cli.session.session import Session
from generator.resources import code_digest
from generator.targets.build.cache import Cache

NAME = "verdict.json"
LAPSED = "BT402"  # its message tells what the history of the workspace holds
# A file written this shortly before it was looked at may be written again under the same time.
SETTLED_NS = 1_000_000_000


class CheckResult(NamedTuple):
    """All findings of a workspace, its number of records, and its programme's language."""

    findings: tuple[Located, ...]
    records: int
    language: Language


def recall(session: Session) -> CheckResult | None:
    """The verdict on these very files at this moment, if one is remembered."""
    kept = Cache(session.root).load(NAME)
    body = orjson.loads(kept) if kept else {}
    if body.get("key") != _key(session.files):
        return None
    now = session.workspace.now()
    if not datetime.fromisoformat(body["at"]) <= now < datetime.fromisoformat(body["until"]):
        return None
    found = tuple(_located(one) for one in body["findings"])
    return CheckResult(found, body["records"], Language(body["language"]))


def keep(session: Session, verdict: CheckResult, until: datetime) -> None:
    """Remember a verdict until a moment, unless something about it is not settled."""
    newest = max((max(file.stamp[:2]) for file in session.files), default=0)
    is_history = any(found.diagnostic.problem.code == LAPSED for found in verdict.findings)
    if is_history or newest > session.started_ns - SETTLED_NS:
        return
    body = {
        "key": _key(session.files),
        "at": session.workspace.now().isoformat(),
        "until": until.isoformat(),
        "records": verdict.records,
        "language": verdict.language,
        "findings": [_plain(found) for found in verdict.findings],
    }
    Cache(session.root).save(NAME, orjson.dumps(body))


def _key(files: Sequence[FileEntry]) -> str:
    written = [(file.path, file.size, file.is_link, file.stamp) for file in files]
    return digest([code_digest(), written])


def _plain(found: Located) -> list[Any]:
    said = found.diagnostic
    texts = [tell(one) for tell in (said.message, said.fix) for one in Language]
    span = (found.span.path, found.span.line, found.span.column, found.span.width)
    return [span, said.problem.code, said.problem.severity, *texts]


def _located(plain: list[Any]) -> Located:
    span, code, severity, *texts = plain
    vi, en, mend_vi, mend_en = (text.replace("{", "{{").replace("}", "}}") for text in texts)
    problem = Problem(code, Bilingual(vi, en), Bilingual(mend_vi, mend_en), Severity(severity))
    return Located(Span(*span), Diagnostic(Span(*span), problem))
