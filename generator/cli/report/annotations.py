"""Findings as workflow commands (`::error file=…::…`), which a forge shows beside the lines."""

from collections.abc import Sequence

from generator.base.diagnostics import Located, Severity
from generator.base.text import Language
from generator.cli.report.report import FIX, LABELS

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.HOLD: "warning",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})


def as_commands(findings: Sequence[Located], language: Language) -> str:
    """One line for each finding; nothing when there is none."""
    return "\n".join(_command(finding, language) for finding in findings)


def _command(finding: Located, language: Language) -> str:
    span, problem = finding.span, finding.diagnostic.problem
    properties = {
        "file": span.path,
        "line": span.line,
        "endLine": span.line,
        "col": span.column,
        "endColumn": span.column + span.width,
        "title": f"{problem.code} {LABELS[problem.severity].to(language)}",
    }
    property_list = ",".join(
        f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in properties.items()
    )
    message, fix = finding.diagnostic.message(language), finding.diagnostic.fix(language)
    text = f"{message}\n{FIX.to(language)}: {fix}".translate(_IN_TEXT)
    return f"::{_COMMANDS[problem.severity]} {property_list}::{text}"
