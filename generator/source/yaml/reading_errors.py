"""Errors of libyaml at the place where the mistake was made, in plain words."""

import re
from typing import Any, TypeAlias

import yaml

from generator.base.diagnostics import Diagnostic
from generator.base.span import Span
from generator.base.text import Bilingual
from generator.source.problems import fix_command
from generator.source.yaml.complaints import (
    AFTER_QUOTE,
    CHARACTER,
    COLON,
    COMMA,
    DIRECTIVE,
    ESCAPE,
    INDENT,
    INNER_QUOTE,
    NO_COLON,
    NO_SPACE,
    OTHER,
    QUOTE,
    TEXT,
    WRAPPED,
    Complaint,
    complaint,
)
from generator.source.yaml.known_keys import every_key
from generator.source.yaml.line_spelling import (
    CURLY,
    Respelling,
    respelled_blanks,
    respelled_quotes,
)
from generator.source.yaml.misplaced_lines import (
    in_text_block,
    keyed_lines,
    lost_colon,
    misplaced,
    start_of,
)
from generator.source.yaml.typed_signs import (
    bracket_cause,
    line_cause,
    quoted_line,
    requoted_line,
    sign_cause,
)

_DIRECTIVE_MARK = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\n)*(?=%)")
_BY_PHRASE: tuple[tuple[str, Complaint], ...] = (
    ("mapping values are not allowed", COLON),
    ("could not find expected ':'", NO_COLON),
    ("did not find expected key", INDENT),
    ("did not find expected '-'", INDENT),
    ("block sequence entries are not allowed", INDENT),
    ("did not find expected ',' or", COMMA),
    ("did not find expected node content", COMMA),
    ("unknown escape character", ESCAPE),
    ("did not find expected hexdecimal", ESCAPE),
    ("Unicode character code", ESCAPE),
    ("found unexpected end of stream", QUOTE),
    ("cannot start any token", CHARACTER),
    ("did not find expected <document start>", INDENT),
)
_ABOUT_LINES = (COLON, NO_COLON, INDENT)
_TIGHT_COLON = re.compile(r"^ *(?:- +)*([\w-]+):(?=\S)")
PAIR = 2

# libyaml's marks, events and errors are typed too loosely to be of use.
Error: TypeAlias = Any
Mark: TypeAlias = Any
Event: TypeAlias = Any


def misspelt_blanks(path: str, text: str) -> Diagnostic | None:
    """The problem of the first line whose blanks are no spaces; it may be read as another."""
    return next((_respelling(path, line) for line in respelled_blanks(text)), None)


def unreadable(path: str, text: str, error: yaml.YAMLError, quoted: Event | None) -> Diagnostic:
    """The problem at the place to correct; `quoted` is the last quoted text before the error."""
    text = text if text.endswith("\n") else f"{text}\n"  # libyaml ends the last line itself
    if directive := _DIRECTIVE_MARK.match(text):
        return complaint(Span(path, text.count("\n", 0, directive.end()) + 1), DIRECTIVE)
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return complaint(Span(path), _complaint_for(str(error)))
    last = text.count("\n")
    if error.problem_mark.line > last:  # libyaml counts lines after the last, or signs of its own
        return complaint(Span(path, last + 1), _complaint_for(str(error)))
    return misspelt_blanks(path, text) or _by_sign(path, text, error, quoted)


def _by_sign(path: str, text: str, error: Error, quoted: Event) -> Diagnostic:
    """The problem of a sign, if one is the cause; else what the error itself says."""
    lines = {error.problem_mark.line, getattr(error.context_mark, "line", -1)}
    for line in respelled_quotes(text):
        if line.number in lines:
            return _respelling(path, line)
    if cause := sign_cause(text, error):
        return complaint(Span(path, cause.line + 1, cause.column + 1), cause.complaint)
    if problem := _by_quotes(path, text, error, quoted):
        return problem
    if cause := bracket_cause(text, error) or line_cause(text, error):
        return complaint(Span(path, cause.line + 1, cause.column + 1), cause.complaint)
    return _by_lines(path, text, error)


def _respelling(path: str, line: Respelling) -> Diagnostic:
    indent = Bilingual(", thụt vào bằng phím cách", ", indented with the space bar")
    how = Bilingual("", "") if line.what is CURLY else indent
    mend = Bilingual(
        f"chạy {fix_command(path)}; hoặc gõ lại dòng này: “{line.line.strip()}”{how.vi}",
        f"run {fix_command(path)}; or type the line again: “{line.line.strip()}”{how.en}",
    )
    return complaint(Span(path, line.number + 1, line.column + 1), Complaint(line.what, mend))


def _by_quotes(path: str, text: str, error: Error, quoted: Event | None) -> Diagnostic | None:
    mark = error.problem_mark
    if "quoted scalar" in str(error.context) and "end of stream" in str(error.problem):
        return _unclosed_quote(path, text, error.context_mark)
    if quoted is not None and mark.line - quoted.end_mark.line <= 1:
        if quoted.start_mark.line < quoted.end_mark.line:
            return _unclosed_quote(path, text, quoted.start_mark)
        if mark.line == quoted.end_mark.line:
            is_inner = text.split("\n")[mark.line].count(quoted.style) > PAIR
            reason = INNER_QUOTE if is_inner else AFTER_QUOTE
            mend = requoted_line(text, quoted.start_mark) or reason.mend
            return complaint(_at(path, mark), reason._replace(mend=mend))
    return None


def _unclosed_quote(path: str, text: str, opening: Mark) -> Diagnostic:
    lines = (line for line in respelled_quotes(text) if line.number == opening.line)
    curly = next(lines, None)
    return _respelling(path, curly) if curly else complaint(_at(path, opening), QUOTE)


def _by_lines(path: str, text: str, error: Error) -> Diagnostic:
    """The problem at the line to correct, which may be before the line that libyaml names."""
    mark: Mark = error.problem_mark
    reason = _complaint_for(str(error.problem))
    number = error.context_mark.line if reason is NO_COLON and error.context_mark else mark.line
    if reason is COLON and not _ends_a_key(text, mark):
        return _colon_in_text(path, text, mark)
    if reason not in _ABOUT_LINES:
        return complaint(_at(path, mark), reason)
    for wrong_line, line_reason in (
        (_tight_colon(text, number), NO_SPACE),
        (lost_colon(text, number), NO_COLON),
        (misplaced(text, number), INDENT),
    ):
        if wrong_line is not None:
            place = Span(path, wrong_line + 1, start_of(text, wrong_line) + 1)
            mend = _alignment(text, wrong_line) if line_reason is INDENT else None
            return complaint(place, line_reason._replace(mend=mend or line_reason.mend))
    if reason is NO_COLON:
        reason = TEXT if in_text_block(text, number) else WRAPPED
    return complaint(Span(path, number + 1, start_of(text, number) + 1), reason)


def _alignment(text: str, number: int) -> Bilingual | None:
    """With which key a line is to be aligned, when the keys before and after it agree on that."""
    lines = list(keyed_lines(text))
    here = next((line for line in lines if line.number == number), None)
    before = next((line for line in reversed(lines) if line.number < number), None)
    after = next((line for line in lines if line.number > number), before)
    if not here or not before or not after or before.column != after.column:
        return None
    spaces = before.column - (here.column - start_of(text, number))
    if spaces < 0 or here.column == before.column:
        return None
    return Bilingual(
        f"để {spaces} dấu cách ở đầu dòng này, cho thẳng với “{before.key}” ở dòng"
        f" {before.number + 1}",
        f"begin this line with {spaces} spaces, aligned with “{before.key}” on line"
        f" {before.number + 1}",
    )


def _colon_in_text(path: str, text: str, mark: Mark) -> Diagnostic:
    """A text that holds a colon and a blank: what stands before them is taken for a key."""
    line = text.split("\n")[mark.line]
    start = re.match(r" *(?:- +)*(?:[\w-]+: +)?", line)
    mend = quoted_line(text, mark.index - mark.column + (start.end() if start else 0))
    return complaint(_at(path, mark), COLON._replace(mend=mend))


def _tight_colon(text: str, number: int) -> int | None:
    """This line or the one before it, if it begins with a known key and no space follows."""
    lines = text.split("\n")
    for candidate in (number, number - 1):
        match = _TIGHT_COLON.match(lines[candidate]) if candidate >= 0 else None
        if match and match[1] in every_key():
            return candidate
    return None


def _ends_a_key(text: str, mark: Mark) -> bool:
    """Whether the text before the colon at the mark is only a key."""
    line: str = text.split("\n")[mark.line]
    return line[: mark.column].lstrip(" -").isidentifier()


def _complaint_for(problem: str) -> Complaint:
    return next((reason for phrase, reason in _BY_PHRASE if phrase in problem), OTHER)


def _at(path: str, mark: Mark) -> Span:
    return Span(path, mark.line + 1, mark.column + 1)
