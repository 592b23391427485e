"""Findings as SARIF 2.1.0, for forges and editors that show them beside the lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import quote

import orjson

from generator import VERSION
from generator.base.diagnostics import Located, Severity
from generator.base.digest import digest
from generator.base.span import Span
from generator.base.text import Language
from generator.cli.report.report import FIX, record_of
from generator.resources import page_of

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# A hold is no error, it waits; `properties.severity` keeps the difference.
LEVELS = {
    Severity.ERROR: "error",
    Severity.HOLD: "warning",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}
_HEAD = re.compile(r"\A# BT\d{3} (?P<vi>.+)\n+\*English: (?P<en>.+)\*\n+(?P<why>(?:.+\n)+)")
Json = dict[str, object]


def as_sarif(findings: Sequence[Located], language: Language) -> str:
    """A SARIF run with the rules that found something; columns count code points."""
    severities = {
        finding.diagnostic.problem.code: finding.diagnostic.problem.severity for finding in findings
    }
    rules = [_rule(code, severity, language) for code, severity in sorted(severities.items())]
    run = {
        "tool": {"driver": {"name": "bulletin", "version": VERSION, "rules": rules}},
        "language": language.value,
        "columnKind": "unicodeCodePoints",
        "results": list(_results(findings, sorted(severities), language)),
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return orjson.dumps(document, option=orjson.OPT_INDENT_2).decode()


def _rule(code: str, severity: Severity, language: Language) -> Json:
    """A rule, described by its page."""
    rule: Json = {"id": code, "defaultConfiguration": {"level": LEVELS[severity]}}
    page = page_of(code)
    text = page.read_text("utf-8") if page else ""
    if page and (heading := _HEAD.match(text)):
        reason = " ".join(heading["why"].split()) if language is Language.VI else heading["en"]
        rule |= {
            "name": page.stem.partition("-")[2],
            "shortDescription": {"text": heading[language.value]},
            "fullDescription": {"text": reason},
            "help": {"text": reason, "markdown": text},
        }
    return rule


def _results(
    findings: Sequence[Located], codes: Sequence[str], language: Language
) -> Iterator[Json]:
    seen: Counter[str] = Counter()
    for finding in findings:
        problem, message = finding.diagnostic.problem, finding.diagnostic.message(language)
        # Without the line: a finding keeps its identity when lines above it change.
        identity = digest([problem.code, finding.span.path, message])
        seen[identity] += 1
        yield {
            "ruleId": problem.code,
            "ruleIndex": codes.index(problem.code),
            "level": LEVELS[problem.severity],
            "message": {
                "text": f"{message}\n{FIX.to(language)}: {finding.diagnostic.fix(language)}"
            },
            "locations": [{"physicalLocation": _location(finding.span)}],
            "partialFingerprints": {
                "bulletin/v1": f"{identity.removeprefix('sha256:')}:{seen[identity]}"
            },
            "properties": {
                "severity": problem.severity.value,
                "record": record_of(finding.span.path),
            },
        }


def _location(span: Span) -> Json:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.line,
        "endColumn": span.column + span.width,
    }
    artifact = {"uri": quote(span.path), "uriBaseId": "%SRCROOT%"}
    return {"artifactLocation": artifact, "region": region}
