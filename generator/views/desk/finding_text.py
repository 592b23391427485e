"""A finding in words: its rule, what is wrong, what to do, and its line."""

from functools import cache
from typing import NamedTuple

from generator.base.diagnostics import Located, Severity
from generator.resources import shipped
from generator.views.context.addresses import relative_link
from generator.views.desk.drafts import Drafts

_TONES = {
    Severity.ERROR: "bad",
    Severity.HOLD: "warn",
    Severity.WARNING: "info",
    Severity.NOTE: "plain",
}


class FindingLine(NamedTuple):
    """A finding on a page; an empty `code` means work that waits and not a finding."""

    severity: str
    tone: str
    code: str
    code_href: str
    said: str
    fix: str
    place: str
    href: str


@cache
def _explained_rules() -> frozenset[str]:
    """The codes of the rules that have a page."""
    return frozenset(page.stem.partition("-")[0] for page in shipped("rules").glob("BT*.md"))


def finding_line(drafts: Drafts, finding: Located, start: str, title: str = "") -> FindingLine:
    """The finding for the page at `start`; its message is left out if it equals `title`."""
    diagnostic, problem = finding.diagnostic, finding.diagnostic.problem
    code, message = problem.code, diagnostic.message(drafts.language)
    return FindingLine(
        severity=drafts.word(problem.severity.value) if code else "",
        tone=_TONES[problem.severity],
        code=code,
        code_href=relative_link(start, f"guide/rules/{code}/")
        if code in _explained_rules()
        else "",
        said="" if message == title else message,
        fix=diagnostic.fix(drafts.language),
        place=str(finding.span),
        href=drafts.place(finding.span, start),
    )
