"""Findings as text for people and as JSON for machines."""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click
import orjson

from generator.base.diagnostics import Located, Severity
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
_ID = re.compile(r"[A-Z]{2}-\d{4}-\d{4,}$")

Read = Callable[[str], bytes]


def say(text: str) -> None:
    """One line for the person at the terminal, beside what is printed for pipes."""
    click.echo(text, err=True)


@contextmanager
def progress(text: str) -> Iterator[None]:
    """One line while long work is done, on a terminal; nothing on a pipe."""
    is_shown = sys.stderr.isatty()
    if is_shown:
        click.echo(text, nl=False, err=True)
    try:
        yield
    finally:
        if is_shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def print_findings(findings: Sequence[Located], read: Read | None, language: Language) -> None:
    """Every finding with its line, when the file can be read."""
    for found in findings:
        click.echo(as_text(found, read, language))


# The line itself would repeat what the message masks, in logs that others read.
_PRIVATE = "BT50"


def as_text(found: Located, read: Read | None, language: Language) -> str:
    problem = found.diagnostic.problem
    label = click.style(
        LABELS[problem.severity].to(language), fg=_COLOURS.get(problem.severity), bold=True
    )
    lines = [
        f"{found.span}  {label}  {problem.code}",
        f"  {found.diagnostic.message(language)}",
        *(_excerpt(found, read) if read and not problem.code.startswith(_PRIVATE) else ()),
        f"  {FIX.to(language)}: {found.diagnostic.fix(language)}",
        "",
    ]
    return "\n".join(lines)


def _excerpt(found: Located, read: Read) -> list[str]:
    """The line with the place marked; long lines are cut around it."""
    try:
        source = read(found.span.path)[: 1 << 20].decode("utf-8", "replace").split("\n")
    except (OSError, KeyError):
        return []
    if found.span.line > len(source) or not source[found.span.line - 1].strip():
        return []
    line, column = source[found.span.line - 1].rstrip("\r"), found.span.column - 1
    start = max(0, column - _SHOWN // 2) if len(line) > _SHOWN else 0
    shown = line[start : start + _SHOWN]
    width = max(1, min(found.span.width, len(shown) - (column - start)))
    number = f"{found.span.line:5}"
    mark = click.style("^" * width, fg="red", bold=True)
    return [f"{number} | {shown}", f"{' ' * len(number)} | {' ' * (column - start)}{mark}"]


def as_json(findings: Sequence[Located], records: int, language: Language) -> str:
    """The machine form of spec/4-cli.md."""
    counted = Counter(found.diagnostic.problem.severity for found in findings)
    summary = {"records": records, **{f"{s.value}s": counted[s] for s in Severity}}
    document = {"findings": [_as_item(found, language) for found in findings], "summary": summary}
    return orjson.dumps(document, option=orjson.OPT_INDENT_2).decode()


def _as_item(found: Located, language: Language) -> dict[str, object]:
    diagnostic = found.diagnostic
    return {
        "code": diagnostic.problem.code,
        "severity": diagnostic.problem.severity.value,
        "path": found.span.path,
        "line": found.span.line,
        "column": found.span.column,
        "record": record_of(found.span.path),
        "message": diagnostic.message(language),
        "fix": diagnostic.fix(language),
    }


def record_of(path: str) -> str | None:
    """The id of the record that a file belongs to."""
    parts = path.removesuffix(".yml").removesuffix(".json").split("/")
    known = [part for part in parts if _ID.match(part)]
    return known[-1] if known else None


def summary(findings: Sequence[Located], records: int, language: Language) -> str:
    """One closing line."""
    counted = Counter(found.diagnostic.problem.severity for found in findings)
    if not counted:
        clean = Bilingual(
            f"{records} bản ghi, không có gì phải sửa.", f"{records} records, all clean."
        )
        return clean.to(language)
    said = ", ".join(f"{counted[s]} {LABELS[s].to(language)}" for s in Severity if counted[s])
    return Bilingual(f"{records} bản ghi: {said}.", f"{records} records: {said}.").to(language)
