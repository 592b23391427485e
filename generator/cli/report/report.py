"""Findings as text for people and as JSON for machines."""

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import groupby

import click
import orjson

from generator.base.diagnostics import BulletinError, Located, Severity
from generator.base.text import Bilingual, Language

LABELS = {
    Severity.ERROR: Bilingual("lỗi", "error"),
    Severity.HOLD: Bilingual("tạm giữ", "hold"),
    Severity.WARNING: Bilingual("cảnh báo", "warning"),
    Severity.NOTE: Bilingual("lưu ý", "note"),
}
_COLOURS = {Severity.ERROR: "red", Severity.HOLD: "yellow", Severity.WARNING: "magenta"}
FIX = Bilingual("Sửa", "Fix")
_SHOWN = 96
_ID = re.compile(r"[A-Z]{2}-[0-9]{4}-[0-9]{4,}$")

Read = Callable[[str], bytes]


def say(text: str) -> None:
    """Print a line for the person at the terminal, on stderr, so that pipes do not get it.

    Where stderr went into a pipe that reads no more, nobody misses the line.
    """
    with suppress(BrokenPipeError):
        click.echo(text, err=True)


@contextmanager
def progress(text: str) -> Iterator[None]:
    """Show a line on a terminal while long work is done; show nothing on a pipe."""
    is_shown = sys.stderr.isatty()
    if is_shown:
        click.echo(text, nl=False, err=True)
    try:
        yield
    finally:
        if is_shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def print_findings(findings: Sequence[Located], read: Read | None, language: Language) -> None:
    """Print every finding, with its source line when the file can be read."""
    for path, in_file in groupby(findings, key=lambda finding: finding.span.path):
        lines = _source_lines(path, read) if read else ()
        for finding in in_file:
            click.echo(as_text(finding, lines, language), color=_wants_colour())


def _wants_colour() -> bool | None:
    """NO_COLOR (no-color.org) and FORCE_COLOR decide; else a terminal is coloured, a pipe not."""
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def _source_lines(path: str, read: Read) -> Sequence[str]:
    """The lines of a file, read once for all its findings; none when it cannot be read."""
    if path.lower().endswith(_WITHOUT_LINES):
        return ()
    try:
        return read(path)[: 1 << 20].decode("utf-8", "replace").split("\n")
    except (OSError, KeyError, BulletinError):
        return ()


_WITHOUT_LINES = (".pdf", ".png", ".jpg", ".jpeg", ".webp")
# The source line would show, in logs that others read, what the message masks; or no text at all.
_WITHOUT_EXCERPT = ("BT50", "BT113")


def as_text(finding: Located, source: Sequence[str], language: Language) -> str:
    """A finding, with its line of the source file if there is one."""
    problem = finding.diagnostic.problem
    label = click.style(
        LABELS[problem.severity].to(language), fg=_COLOURS.get(problem.severity), bold=True
    )
    lines = [
        f"{finding.span}  {label}  {problem.code}",
        f"  {finding.diagnostic.message(language)}",
        *(() if problem.code.startswith(_WITHOUT_EXCERPT) else _excerpt(finding, source)),
        f"  {FIX.to(language)}: {finding.diagnostic.fix(language)}",
        "",
    ]
    return "\n".join(lines)


def _excerpt(finding: Located, source: Sequence[str]) -> list[str]:
    """The source line and a marker below the place; long lines are cut around it."""
    if finding.span.line > len(source) or not source[finding.span.line - 1].strip("\0 \t\r"):
        return []
    line, column = source[finding.span.line - 1].rstrip("\r"), finding.span.column - 1
    start = max(0, column - _SHOWN // 2) if len(line) > _SHOWN else 0
    part = line[start : start + _SHOWN]
    width = max(1, min(finding.span.width, len(part) - (column - start)))
    number = f"{finding.span.line:5}"
    mark = click.style("^" * width, fg="red", bold=True)
    return [f"{number} | {part}", f"{' ' * len(number)} | {' ' * (column - start)}{mark}"]


def as_json(findings: Sequence[Located], records: int, language: Language) -> str:
    """The machine form of spec/4-cli.md."""
    counts = Counter(finding.diagnostic.problem.severity for finding in findings)
    summary = {
        "records": records,
        **{f"{severity.value}s": counts[severity] for severity in Severity},
    }
    document = {
        "findings": [finding_item(finding, language) for finding in findings],
        "summary": summary,
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2).decode()


def finding_item(finding: Located, language: Language) -> dict[str, object]:
    """A finding in the machine form."""
    diagnostic = finding.diagnostic
    return {
        "code": diagnostic.problem.code,
        "severity": diagnostic.problem.severity.value,
        "path": finding.span.path,
        "line": finding.span.line,
        "column": finding.span.column,
        "record": record_of(finding.span.path),
        "message": diagnostic.message(language),
        "fix": diagnostic.fix(language),
    }


def record_of(path: str) -> str | None:
    """The id of the record that a file belongs to."""
    parts = path.removesuffix(".yml").removesuffix(".json").split("/")
    record_ids = [part for part in parts if _ID.match(part)]
    return record_ids[-1] if record_ids else None


def summary(findings: Sequence[Located], what: str, language: Language) -> str:
    """One closing line; `what` was checked."""
    counts = Counter(finding.diagnostic.problem.severity for finding in findings)
    if not counts:
        return Bilingual(f"{what}, không có gì phải sửa.", f"{what}, all clean.").to(language)
    listing = ", ".join(
        f"{counts[severity]} {LABELS[severity].to(language)}"
        for severity in Severity
        if counts[severity]
    )
    return f"{what}: {listing}."
