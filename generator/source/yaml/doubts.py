"""What can be read and yet says something else than its writer meant: # and curly quotes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from generator.base.diagnostics import Diagnostic, Problem, Severity
from generator.base.span import FieldPath, Span
from generator.base.text import Bilingual
from generator.source.problems import READ_OTHERWISE, fix_command
from generator.source.yaml.known_keys import markdown_keys, text_keys
from generator.source.yaml.line_spelling import CURLY, in_quotes, is_in_curly_quotes
from generator.source.yaml.typed_signs import IN_QUOTES, quoted_line

# libyaml's events are typed too loosely to be of use.
Event: TypeAlias = Any

_PERHAPS = replace(READ_OTHERWISE, severity=Severity.WARNING)
_COMMENT = re.compile(r"([ \t]*)#([^\r\n]*)")
_COMMENT_LINE = re.compile(r"#(?:\s|[^\W\d_])")  # “#2 …” continues a sentence
_COMMENT_BEHIND = re.compile(r"(?<=\S) (?=# \S)")
_CODE = re.compile(r"[!-~]*")  # an id, a day, an address: no text of ours
# Words between single or double stars, as in Markdown; stars between figures are signs.
_STARS = re.compile(r"(?<![\w*])(\*\*?)(?=[^\W\d])[^*\n]{1,400}(?<=\S)\1(?![\w*])")
_SHOWN = 60
_OWN_LINE = Bilingual(
    "nếu là chú thích, chuyển nó lên một dòng riêng phía trên khóa",
    "if it is a comment, move it to a line of its own above the key",
)


def doubts(path: str, text: str, event: Event, at: FieldPath) -> Iterator[Diagnostic]:
    """The problems of one value, a scalar event of libyaml at this key."""
    key = next((part for part in reversed(at) if isinstance(part, str)), "")
    if "*" in event.value and key in text_keys() - markdown_keys():
        yield from _printed_stars(path, event, key)
    if event.style:
        if event.style in "|>" or event.start_mark.line < event.end_mark.line:
            yield from _comments_inside(path, text, event, key)
    elif key in text_keys():
        yield from _lost_words(path, text, event, key)
        if is_in_curly_quotes(event.value):
            yield _in_curly_quotes(path, event, key)


def _lost_words(path: str, text: str, event: Event, key: str) -> Iterator[Diagnostic]:
    """Words behind a #, which are dropped; a comment stands two spaces away, or after a code."""
    start, end = event.start_mark, event.end_mark
    match = _COMMENT.match(text, end.index)
    if not match or not match[2].strip() or text[end.index - 1 : end.index] == "\n":
        return
    is_word = match[2][0].isalnum()
    is_near = match[1] == " " and event.value and not _CODE.fullmatch(event.value)
    if not is_word and not is_near:
        return
    lost = f"#{match[2]}".strip()
    words = lost if len(lost) <= _SHOWN else f"{lost[:_SHOWN]}…"
    what = Bilingual(
        f"Từ dấu # trở đi là chú thích, nên “{key}” không có phần “{words}”",
        f"From the # on it is a comment, so “{key}” lacks “{words}”",
    )
    column = start.index - end.index if event.value else len(match[1])
    is_one_line = start.line == end.line
    mend = quoted_line(text, end.index + column) if is_one_line else IN_QUOTES
    mend = Bilingual(f"{mend.vi}; {_OWN_LINE.vi}", f"{mend.en}; {_OWN_LINE.en}")
    place = Span(path, end.line + 1, end.column + len(match[1]) + 1, len(lost))
    yield _PERHAPS.at(place, what=what, mend=mend)


def _printed_stars(path: str, event: Event, key: str) -> Iterator[Diagnostic]:
    """Words between stars, where no text is bold: the stars are printed and read aloud."""
    match = _STARS.search(event.value)
    if match:
        mark, stars = event.start_mark, match[0]
        words = stars if len(stars) <= _SHOWN else f"{stars[:_SHOWN]}…"
        what = Bilingual(
            f"“{key}” không có chữ đậm hay nghiêng, nên dấu * trong “{words}” sẽ bị in ra",
            f"“{key}” has no bold or italic type, so the * in “{words}” will be printed",
        )
        mend = Bilingual("bỏ các dấu * đó", "leave out these *")
        yield _PERHAPS.at(Span(path, mark.line + 1, mark.column + 1), what=what, mend=mend)


def _in_curly_quotes(path: str, event: Event, key: str) -> Diagnostic:
    mark = event.start_mark
    meant = in_quotes(event.value[1:-1].strip())
    shown = f": “{key}: {meant}”" if len(meant) <= _SHOWN else ""
    mend = Bilingual(
        f"chạy {fix_command(path)}; hoặc thay bằng dấu nháy thẳng{shown}",
        f"run {fix_command(path)}; or put straight quotes{shown}",
    )
    sentence = Bilingual(CURLY.vi[:1].upper() + CURLY.vi[1:], CURLY.en[:1].upper() + CURLY.en[1:])
    place = Span(path, mark.line + 1, mark.column + 1, max(len(event.value), 1))
    return _PERHAPS.at(place, what=sentence, mend=mend)


def _comments_inside(path: str, text: str, event: Event, key: str) -> Iterator[Diagnostic]:
    """Lines of a text that were meant as comments, and are printed."""
    if event.style == "|" and key in markdown_keys():  # there, # begins a heading
        return
    first, is_block = event.start_mark, event.style in "|>"
    opening = text[text.rfind("\n", 0, first.index) + 1 : first.index]
    lines = text[first.index : event.end_mark.index].split("\n")[1:]
    for number, line in enumerate(lines, start=first.line + 1):
        words, column = line.strip(), len(line) - len(line.lstrip())
        if words and is_block and column <= len(opening) - len(opening.lstrip(" ")):
            return
        if _COMMENT_LINE.match(words):
            yield _comment_inside(
                READ_OTHERWISE, Span(path, number + 1, column + 1, len(words)), key
            )
        elif is_block and (match := _COMMENT_BEHIND.search(line)):
            yield _comment_inside(_PERHAPS, Span(path, number + 1, match.end() + 1), key)


def _comment_inside(problem: Problem, place: Span, key: str) -> Diagnostic:
    what = Bilingual(
        f"Chú thích này nằm trong đoạn chữ của “{key}”, nên sẽ được in ra như chữ của bản ghi",
        f"This comment stands inside the text of “{key}”, so it would be printed as text",
    )
    mend = Bilingual(
        f"xóa nó, hoặc chuyển lên một dòng riêng phía trên “{key}”; nếu # thuộc về câu, viết liền"
        " vào dòng trước",
        f"delete it, or move it to a line above “{key}”; if the # belongs to the sentence, join it"
        " to the line before",
    )
    return problem.at(place, what=what, mend=mend)
