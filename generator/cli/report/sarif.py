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
# A hold is not wrong, it waits; `properties.severity` keeps the difference.
LEVELS = {
    Severity.ERROR: "error",
    Severity.HOLD: "warning",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}
_HEAD = re.compile(r"\A# BT\d{3} (?P<vi>.+)\n+\*English: (?P<en>.+)\*\n+(?P<why>(?:.+\n)+)")
Json = dict[str, object]


def as_sarif(findings: Sequence[Located], language: Language) -> str:
    """One run with the rules that found something; columns count code points."""
    found_by = {f.diagnostic.problem.code: f.diagnostic.problem.severity for f in findings}
    rules = [_rule(code, severity, language) for code, severity in sorted(found_by.items())]
    run = {
        "tool": {"driver": {"name": "bulletin", "version": VERSION, "rules": rules}},
        "language": language.value,
        "columnKind": "unicodeCodePoints",
        "results": list(_results(findings, sorted(found_by), language)),
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return orjson.dumps(document, option=orjson.OPT_INDENT_2).decode()


def _rule(code: str, severity: Severity, language: Language) -> Json:
    """A rule as its page tells it."""
    rule: Json = {"id": code, "defaultConfiguration": {"level": LEVELS[severity]}}
    page = page_of(code)
    text = page.read_text("utf-8") if page else ""
    if page and (head := _HEAD.match(text)):
        why = " ".join(head["why"].split()) if language is Language.VI else head["en"]
        rule |= {
            "name": page.stem.partition("-")[2],
            "shortDescription": {"text": head[language.value]},
            "fullDescription": {"text": why},
            "help": {"text": why, "markdown": text},
        }
    return rule


def _results(
    findings: Sequence[Located], codes: Sequence[str], language: Language
) -> Iterator[Json]:
    seen: Counter[str] = Counter()
    for found in findings:
        problem, message = found.diagnostic.problem, found.diagnostic.message(language)
        # Not the line: a finding stays the same one when others are mended above it.
        same = digest([problem.code, found.span.path, message])
        seen[same] += 1
        yield {
            "ruleId": problem.code,
            "ruleIndex": codes.index(problem.code),
            "level": LEVELS[problem.severity],
            "message": {"text": f"{message}\n{FIX.to(language)}: {found.diagnostic.fix(language)}"},
            "locations": [{"physicalLocation": _location(found.span)}],
            "partialFingerprints": {"bulletin/v1": f"{same.removeprefix('sha256:')}:{seen[same]}"},
            "properties": {
                "severity": problem.severity.value,
                "record": record_of(found.span.path),
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
