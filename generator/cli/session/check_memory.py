"""The result of a check is remembered, so that an unchanged workspace is not compiled again.

It is valid while no file of content/ was written, git has no other commits, the program is the
same, and no moment has passed at which a finding may change.
"""

from datetime import datetime
from typing import Any, NamedTuple

import orjson

from generator.base.diagnostics import Diagnostic, Located, Problem, Severity
from generator.base.digest import digest
from generator.base.span import Span
from generator.base.text import Bilingual, Language
from generator.cli.session.session import Session
from generator.resources import code_digest
from generator.targets.build.cache import Cache

NAME = "verdict.json"
# A file written so shortly before the run may be written again with the same time stamp.
SETTLED_NS = 1_000_000_000


class CheckResult(NamedTuple):
    """All findings of a workspace, its number of records, and its programme's language."""

    findings: tuple[Located, ...]
    records: int
    language: Language


def recall(session: Session) -> CheckResult | None:
    """The remembered result for exactly these files, if it is valid at this moment."""
    content = Cache(session.root).load(NAME)
    body = orjson.loads(content) if content else {}
    if body.get("key") != _key(session):
        return None
    now = session.workspace.now()
    if not datetime.fromisoformat(body["at"]) <= now < datetime.fromisoformat(body["until"]):
        return None
    findings = tuple(_from_plain(plain) for plain in body["findings"])
    return CheckResult(findings, body["records"], Language(body["language"]))


def keep(session: Session, result: CheckResult, until: datetime) -> None:
    """Remember a result until a moment, unless a file was written very recently."""
    newest = max((max(file.stamp[:2]) for file in session.files), default=0)
    if newest > session.started_ns - SETTLED_NS:
        return
    body = {
        "key": _key(session),
        "at": session.workspace.now().isoformat(),
        "until": until.isoformat(),
        "records": result.records,
        "language": result.language,
        "findings": [_to_plain(finding) for finding in result.findings],
    }
    Cache(session.root).save(NAME, orjson.dumps(body))


def _key(session: Session) -> str:
    written = [(file.path, file.size, file.is_regular, file.stamp) for file in session.files]
    return digest([code_digest(), session.workspace.history_mark(), written])


def _to_plain(finding: Located) -> list[Any]:
    diagnostic = finding.diagnostic
    texts = [
        text_in(language)
        for text_in in (diagnostic.message, diagnostic.fix)
        for language in Language
    ]
    span = (finding.span.path, finding.span.line, finding.span.column, finding.span.width)
    return [span, diagnostic.problem.code, diagnostic.problem.severity, *texts]


def _from_plain(plain: list[Any]) -> Located:
    span, code, severity, *texts = plain
    vi, en, mend_vi, mend_en = (text.replace("{", "{{").replace("}", "}}") for text in texts)
    problem = Problem(code, Bilingual(vi, en), Bilingual(mend_vi, mend_en), Severity(severity))
    return Located(Span(*span), Diagnostic(Span(*span), problem))
