"""Quotations put into the mouth of a citizen."""

import re
from collections.abc import Iterator

from generator.guard.statements.speakers import (
    CITIZEN,
    NAMED,
    NAMED_THING,
    OFFICE,
    SAYS,
    WORDED_THING,
)
from generator.guard.text.patterns import any_of, later
from generator.guard.text.plain_text import Glance
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_CLOSING = {"“": "”", "«": "»", "‘": "’", "„": "”“", "'": "'", '"': '"', "‹": "›", "`": "`"}
_OPENING = later(r"[“«„‹\"]|(?<![^\W_])[‘'`](?=\w)")
_CITIZEN, _OFFICE, _SAYS = (later(one) for one in (CITIZEN, OFFICE, any_of(SAYS)))
_NAMED = later(NAMED)
_NAME_OF_THING = later(any_of(NAMED_THING) + r"$|" + any_of(WORDED_THING) + r" ?:$")
_MAY_HOLD_OFFICE = ("ông", "bà", "anh", "chị", "người", "cô", "thầy", "bác")
_SAYS_HERE = later(any_of(SAYS) + r"(?: \w+){0,2},? ?$")
_ACCORDING = later(r"(?<!\w)(?:theo|như|với|đối với)(?: lời| ý kiến)? ")
_SPEAKERS_FOR = later(
    r"(?<!\w)đại diện (?:cho )?(?:các |một |những )?(?=(?:hộ|người|bà|phụ|cư|tiểu|cử|nhóm))"
)
# Left and right of a quotation the sentence ends here.
_STOP = later(r"[.!?;\x00](?=\s|$)|\n|[”»](?=[.\s])")
_AFTER_END = later(r"[.!?;\x00\n:“\"«]")
_I = (
    r"(?<!\w)(?:tôi|chúng tôi|tụi em|chúng em|em|cháu|mình|nhà tôi|bọn tôi|con tôi|nhà mình"
    r"|tui|tao|bọn em)(?!\w)"
)
_ME = later(_I)
_DASHED = later(r"(?:\A|\n|: ?)[–—-] ?(?P<said>[^\n]{12,}?)(?=\n|\Z)")
_TURN = later(r"(?P<mark>[,.!?…]) +(?:[–—-] ?)?|\s[–—-] ")
_SPOKEN_AS_IS = later(r":\s+(?P<said>[^\n“\"«‘]{12,}?)(?=\n|\Z)")
QUOTE_SIGNS = Signs(
    in_any_case=(
        _OPENING,
        later(rf"(?:\A|\n|: ?)[–—-] ?[^\n]*(?:{_I}|[?!]|\s[–—-] |[,.!?…] +[–—-])"),
        later(rf":\s+[^\n“\"«‘.]*{_I}"),
    )
)
_LEAST, _LEAST_WITHIN = 3, 4
_BEFORE, _AFTER, _LONGEST, _TURNED = 130, 90, 600, 70


def quotes(glance: Glance) -> Iterator[Sighting]:
    """Words between quotation marks, after a dash or a colon, that a citizen is made to say."""
    reached = -1
    for start, end in sorted((*_quoted(glance), *_dashed(glance), *_unmarked(glance))):
        if start > reached:
            reached = end
            yield Sighting("BT510", start, end, glance.text[start:end])


def _quoted(glance: Glance) -> Iterator[tuple[int, int]]:
    reached = -1
    for mark in _OPENING.finditer(glance.text):
        if mark.start() < reached:
            continue
        start, end = mark.end(), _closing(glance.text, mark)
        reached = end + 1
        if len(glance.text[start:end].split()) >= _LEAST and _is_speech(glance, start, end):
            yield start, end


def _closing(text: str, mark: re.Match[str]) -> int:
    """Where a quotation ends: at its mark, else with its line."""
    closing = _CLOSING[mark[0]]
    for at in range(mark.end(), min(len(text), mark.end() + _LONGEST)):
        is_inside_word = text[at] in "’'" and text[at + 1 : at + 2].isalnum()
        if (text[at] in closing and not is_inside_word) or text[at] == "\x00":
            return at
    line = text.find("\n", mark.end())
    return line if line >= 0 else len(text)


def _is_speech(glance: Glance, start: int, end: int) -> bool:
    before = _STOP.split(glance.before(start - 1, _BEFORE))[-1].rstrip()
    at = glance.text.rfind(before, 0, start) if before else start
    if any(glance.finds(_NAME_OF_THING, before)):
        return False
    return _leads(glance, before, glance.text[at : at + len(before)], start, end) or _follows(
        glance, end
    )


def _leads(glance: Glance, before: str, written: str, start: int, end: int) -> bool:
    """A citizen is told of before, and the quotation is tied to the telling."""
    is_tied = before.endswith((":", ": -", ":-")) or any(glance.finds(_SAYS_HERE, before))
    if not is_tied:
        is_tied = bool(_ACCORDING.search(before)) or before.endswith(",")
        is_tied = is_tied and len(glance.text[start:end].split()) >= _LEAST_WITHIN
    return is_tied and _speaks(glance, before, written)


def _speaks(glance: Glance, said: str, written: str) -> bool:
    """Whether the nearest part of a clause that names anybody begins with a citizen."""
    for part in reversed(re.split(r", | - ", _SPEAKERS_FOR.sub("", said))):
        citizen = next(glance.finds(_CITIZEN, part), None)
        office = next(glance.finds(_OFFICE, part), None)
        if office and (
            citizen is None or (office.start(), citizen.end()) <= (citizen.start(), office.end())
        ):
            return False
        if citizen:
            is_title = citizen[0].split()[0] in _MAY_HOLD_OFFICE
            return not (office and is_title and office.start() - citizen.end() <= 1)
    return bool(_NAMED.search(written))


def _follows(glance: Glance, end: int) -> bool:
    """What stands after: “…”, một người dân nói; “…” – lời bà con."""
    after = glance.after(end + 1, _AFTER).lstrip(" ,.!?…")
    is_dashed = after.startswith(("-", "—"))
    after = _AFTER_END.split(after.lstrip("-— "), maxsplit=1)[0]
    at = glance.low.find(after, end)
    written = glance.text[at : at + len(after)] if after else ""
    first = next(glance.finds(_CITIZEN, after), None)
    is_told = any(glance.finds(_SAYS, after)) or (is_dashed and bool(first))
    if not is_told or not (first or _NAMED.match(written)):
        return False
    office = next(glance.finds(_OFFICE, after), None)
    is_office = bool(office and (first is None or office.start() <= first.end() + 1))
    return not is_office and (
        first is None or len(after[: first.start()].split()) <= _LEAST_WITHIN + 2
    )


def _dashed(glance: Glance) -> Iterator[tuple[int, int]]:
    """Dialogue: a line begun with a dash and told, in it or in the next, to be a citizen's."""
    for line in _DASHED.finditer(glance.text):
        start, end = line.span("said")
        said = glance.low[start:end]
        if _is_told_within(glance, start, end) or (
            _is_spoken(said)
            and (_is_introduced(glance, line.start()) or _is_told_next(glance, end))
        ):
            yield start, end


def _is_told_within(glance: Glance, start: int, end: int) -> bool:
    """“– Sao thu hai lần? – một cư dân hỏi.”"""
    said = glance.low[start:end]
    for turn in _TURN.finditer(said):
        rest = said[turn.end() : turn.end() + _TURNED].split(".")[0]
        citizen = next(glance.finds(_CITIZEN, rest), None)
        is_near = citizen is not None and len(rest[: citizen.start()].split()) <= _LEAST
        office = next(glance.finds(_OFFICE, rest), None)
        is_office = bool(office and citizen and office.start() <= citizen.end() + 1)
        is_dashed, is_spoken = "-" in turn[0] or "—" in turn[0], _is_spoken(said[: turn.end()])
        says = any(glance.finds(_SAYS, rest))
        is_told = (is_dashed and is_spoken) or (says and (is_dashed or is_spoken))
        if is_near and not is_office and is_told:
            return True
    return False


def _is_spoken(said: str) -> bool:
    return bool(_ME.search(said)) or "?" in said or "!" in said


def _is_introduced(glance: Glance, at: int) -> bool:
    """Before the dash: “Một bà cụ nói:”."""
    before = _STOP.split(glance.before(at + 1, _BEFORE).rstrip("\n -—"))[-1].rstrip()
    if not before.endswith(":"):
        return False
    start = glance.low.rfind(before, 0, at + 1)
    written = glance.text[start : start + len(before)]
    return any(glance.finds(_SAYS, before)) and _speaks(glance, before, written)


def _is_told_next(glance: Glance, end: int) -> bool:
    after = next(
        (
            line
            for line in glance.after(end, 2 * _BEFORE).split("\n")
            if line and line[0] not in "-—"
        ),
        "",
    )
    return any(glance.finds(_CITIZEN, after)) and any(glance.finds(_SAYS, after))


def _unmarked(glance: Glance) -> Iterator[tuple[int, int]]:
    """After a colon, without marks, in the first person."""
    for found in _SPOKEN_AS_IS.finditer(glance.text):
        said = glance.low[found.start("said") : found.end("said")]
        if _ME.search(said.split(".")[0]) and not said.startswith(("-", "—")):
            before = _STOP.split(glance.before(found.start(), _BEFORE))[-1]
            start = glance.low.rfind(before, 0, found.start() + 1)
            written = glance.text[start : start + len(before)]
            if any(glance.finds(_SAYS_HERE, before)) and _speaks(glance, before, written):
                yield found.span("said")
