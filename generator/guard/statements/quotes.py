"""Quotations that the text attributes to a citizen."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.statements.speakers import (
    CITIZEN,
    NAMED,
    NAMED_THING,
    OFFICE,
    SAYS,
    TITLED_THING,
    WORDED_THING,
)
from generator.guard.text.patterns import any_of
from generator.guard.text.plain_text import Passage
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_CLOSING = {"“": "”", "«": "»", "‘": "’", "„": "”“", "'": "'", '"': '"', "‹": "›", "`": "`"}
_OPENING = lazy_regex(r"[“«„‹\"]|(?<![^\W_])[‘'`](?=\w)")
_CITIZEN, _OFFICE, _SAYS = (lazy_regex(pattern) for pattern in (CITIZEN, OFFICE, any_of(SAYS)))
_NAMED = lazy_regex(NAMED)
_NAME_OF_THING = lazy_regex(
    any_of(NAMED_THING)
    + r"$|"
    + any_of(WORDED_THING)
    + r" ?:$|"
    + any_of(TITLED_THING)
    + r"(?:(?! (?:của|do|nói|phát biểu|theo))(?: [\w/.-]+)){0,6} ?:$"
)
# “Bà Thử, nhà số 2 phố Hàng Mành, nói:”: between the speaker and the verb only an address.
_WORDS_OF = lazy_regex(
    r"^(?:theo )?(?:lời|câu nói) (?:của )?(?:một|người|ông|bà|anh|chị|bác|cụ|cô|chú|em|cháu"
    r"|dân)(?!\w)"
)
_ADDRESS = lazy_regex(
    r"^(?:(?:ở|trú|ngụ|nhà|số|tại|ngõ|ngách|hẻm|đường|phố|tổ|thôn|xóm|ấp|bản|khu|khóm|buôn|cụm"
    r"|học sinh|lớp|trường|tiểu học|thcs|thpt|xã|phường|huyện|tỉnh|thành phố|quê|người|sinh|cán bộ"
    r" hưu trí)(?!\w)|\d)"
)
_SUBJECT = lazy_regex(
    r"^(?:theo |như |nghe |lời )?(?:một|1|có|cháu|em|ông|bà|anh|chị|cô|chú|bác|cụ|bạn)(?!\w)"
)
# “Bà Phó Thị Thử”: a surname that is also an office.
_SURNAME_OF_OFFICE = lazy_regex(r"(?<!\w)Phó (?=(?:Thị|Văn|Đức|Đình|Hữu|Bá|Công|Ngọc|Minh) )")
_MAY_HOLD_OFFICE = ("ông", "bà", "anh", "chị", "người", "cô", "thầy", "bác")
_SAYS_HERE = lazy_regex(any_of(SAYS) + r"(?: \w+){0,2},? ?$")
_ACCORDING = lazy_regex(r"(?<!\w)(?:theo|như|với|đối với)(?: lời| ý kiến)? ")
_SPEAKERS_FOR = lazy_regex(
    r"(?<!\w)đại diện (?:cho )?(?:các |một |những )?(?=(?:hộ|người|bà|phụ|cư|tiểu|cử|nhóm))"
    r"|(?<!\w)(?:nội dung )?(?:tin nhắn|thư|bài viết|bài đăng) của (?=ông|bà|anh|chị|cô|chú|bác|em"
    r"|cháu|một|người|dân|bạn)"
)
# The end of the sentence, before and after a quotation.
_STOP = lazy_regex(r"[.!?;\x00](?=\s|$)|\n|[”»](?=[.\s])")
_AFTER_END = lazy_regex(r"[.!?;\x00\n:“\"«]")
_FIRST_PERSON_WORDS = (
    r"(?<!\w)(?:tôi|chúng tôi|tụi em|chúng em|em|cháu|mình|nhà tôi|bọn tôi|con tôi|nhà mình"
    r"|tui|tao|bọn em)(?!\w)"
)
_FIRST_PERSON = lazy_regex(_FIRST_PERSON_WORDS)
_DASHED = lazy_regex(r"(?:\A|\n|: ?)[–—-] ?(?P<said>[^\n]{12,}?)(?=\n|\Z)")
_TURN = lazy_regex(r"(?P<mark>[,.!?…]) +(?:[–—-] ?)?|\s[–—-] ")
_TALKS_SIGN = lazy_regex(
    r"(?<!\w)(?:miệng|lưỡi|bua|nhằn|nỉ|nói|bảo|kêu|than|thở|vãn|gắt|quát|mắng|đáp|kể|lên|chửi"
    r"|thẳng|văn|sự) ?:\s"
)
# Verbs of speech itself; “phản ánh:” and “đề nghị:” report what somebody meant.
_TALKS_HERE = lazy_regex(
    r"(?<!\w)(?:chép miệng|tặc lưỡi|phân bua|cằn nhằn|nài nỉ|nói|bảo|kêu|than|than thở"
    r"|than vãn|gắt|quát|mắng|đáp|kể|thốt lên|chửi|nói thẳng"
    r"|nguyên văn|tâm sự) ?$"
)
_SAYING = lazy_regex(r"(?<!\w)(?:dân gian|các cụ|ông bà ta|người xưa|cha ông|tục ngữ)(?!\w)")
# “Nick … viết dưới bài: “…””: the piece is where it was said.
_WHERE_SAID = lazy_regex(
    r" (?:dưới|trong|ở|trên|vào|lên)(?: (?:phần|mục))?"
    r" (?:bài|ảnh|tin|nhóm|trang|clip|video|bình luận)(?: \w+){0,3} ?(?=:$)"
)
# “Biên bản ghi lời khai của người trông bãi xe: “…””: the paper only holds the words.
_HOLDS_WORDS = lazy_regex(r"^.*(?<!\w)(?:lời|ý kiến|câu nói)(?: (?!của)\w+)? của (?=\w)")
_SPOKEN_AS_IS = lazy_regex(r":\s+(?P<said>[^\n“\"«‘]{12,}?)(?=\n|\Z)")
QUOTE_SIGNS = Signs(
    in_any_case=(
        _OPENING,
        lazy_regex(
            rf"(?:\A|\n|: ?)[–—-] ?[^\n]*(?:{_FIRST_PERSON_WORDS}|[?!]|\s[–—-] |[,.!?…] +[–—-])"
        ),
        _FIRST_PERSON,
        _TALKS_SIGN,
    )
)
_LEAST, _LEAST_WITHIN, _SIGNED = 3, 4, 7
_BEFORE, _AFTER, _LONGEST, _TURNED = 130, 90, 600, 70


def quotes(passage: Passage) -> Iterator[Sighting]:
    """Words in quotation marks, after a dash or a colon, that are given as a citizen's speech."""
    reached = -1
    for start, end in sorted(
        (*_quoted_spans(passage), *_dashed_spans(passage), *_unmarked_spans(passage))
    ):
        if start > reached:
            reached = end
            yield Sighting(
                "BT510", start, end, passage.text[start:end], _speaker(passage, start, end)
            )


def _speaker(passage: Passage, start: int, end: int) -> str:
    """The full name in the sentence around a quotation, if there is a single one."""
    before = passage.text[max(0, start - _BEFORE) : start].rpartition("\x00")[2]
    after = passage.text[end : end + _AFTER].partition("\x00")[0]
    parts = (_STOP.split(before)[-1], _AFTER_END.split(after.lstrip('”»" ,.'))[0])
    names = [match[0] for part in parts for match in _NAMED.finditer(part)]
    return names[0] if len(names) == 1 else ""


def _quoted_spans(passage: Passage) -> Iterator[tuple[int, int]]:
    reached = -1
    for mark in _OPENING.finditer(passage.text):
        if mark.start() < reached:
            continue
        start, end = mark.end(), _end_of_quotation(passage.text, mark)
        reached = end + 1
        words = passage.text[start:end].split()
        if len(words) >= _LEAST and _is_speech(passage, start, end) and not _is_name(words):
            yield start, end


def _is_name(words: list[str]) -> bool:
    """Whether every word has a capital, as in the name of an account: “Sóng Ngầm Miệt Thứ”."""
    return all(word.isdigit() or (word[0].isupper() and not word.isupper()) for word in words)


def _end_of_quotation(text: str, mark: re.Match[str]) -> int:
    """The offset where a quotation ends: at its closing mark, else at the end of its line."""
    closing = _CLOSING[mark[0]]
    for at in range(mark.end(), min(len(text), mark.end() + _LONGEST)):
        is_inside_word = text[at] in "’'" and text[at + 1 : at + 2].isalnum()
        if (text[at] in closing and not is_inside_word) or text[at] == "\x00":
            return at
    line = text.find("\n", mark.end())
    return line if line >= 0 else len(text)


def _is_speech(passage: Passage, start: int, end: int) -> bool:
    before = _STOP.split(passage.before(start - 1, _BEFORE))[-1].rstrip()
    at = passage.low.rfind(before, 0, start) if before else start
    before = _WHERE_SAID.sub("", before)
    if any(passage.matches(_NAME_OF_THING, before)) and not _WORDS_OF.search(before):
        return False
    return _is_tied_to_citizen(
        passage, before, passage.text[at : at + len(before)], start, end
    ) or _is_attributed_after(passage, end)


def _is_tied_to_citizen(passage: Passage, before: str, original: str, start: int, end: int) -> bool:
    """Whether the words before name a citizen and introduce the quotation."""
    is_tied = before.endswith((":", ": -", ":-", "|")) or any(passage.matches(_SAYS_HERE, before))
    if not is_tied:
        is_tied = bool(_ACCORDING.search(before)) or before.endswith(",")
        is_tied = is_tied and len(passage.text[start:end].split()) >= _LEAST_WITHIN
        is_tied = is_tied and not before.endswith("(")
    return is_tied and _is_of_citizen(passage, before, original)


def _is_of_citizen(passage: Passage, clause: str, original: str) -> bool:
    """Whether the last part of a clause that names anybody names a citizen, not an office."""
    if _SURNAME_OF_OFFICE.search(original):
        clause = clause.replace("phó ", "")
    clause = _HOLDS_WORDS.sub("lời ", clause)
    for part in _speaking_parts(passage, _SPEAKERS_FOR.sub("", clause)):
        citizen = next(passage.matches(_CITIZEN, part), None)
        office = next(passage.matches(_OFFICE, part), None)
        if office and (
            citizen is None or (office.start(), citizen.end()) <= (citizen.start(), office.end())
        ):
            return False
        if citizen:
            is_title = citizen[0].split()[0] in _MAY_HOLD_OFFICE
            return not (office and is_title and office.start() - citizen.end() <= 1)
    return bool(_NAMED.search(original))


def _speaking_parts(passage: Passage, clause: str) -> list[str]:
    """The parts of a clause, the last one first, without addresses after a citizen."""
    parts = re.split(r", | - ", clause)
    first = parts[0]
    is_citizen = _SUBJECT.search(first) and not any(passage.matches(_OFFICE, first))
    if is_citizen and any(passage.matches(_CITIZEN, first)):
        parts = [first, *(part for part in parts[1:] if not passage.begins(_ADDRESS, part))]
    return parts[::-1]


def _is_attributed_after(passage: Passage, end: int) -> bool:
    """Whether the words after name a citizen: “…”, một người dân nói; “…” – lời bà con."""
    after = passage.after(end + 1, _AFTER).lstrip(" ,.!?…(")
    is_dashed = after.startswith(("-", "—"))
    after = _AFTER_END.split(after.lstrip("-— "), maxsplit=1)[0]
    at = passage.low.find(after, end)
    original = passage.text[at : at + len(after)] if after else ""
    first = next(passage.matches(_CITIZEN, after), None)
    # “…”, cử tri ấp 4. “…” (một hộ ở ấp 6)
    is_signed = passage.after(end + 1, _LEAST).lstrip(" .!?…").startswith((",", "("))
    is_signed = is_signed and len(after.split()) <= _SIGNED
    is_signed = is_signed and (bool(first and not first.start()) or bool(_SUBJECT.search(after)))
    is_told = any(passage.matches(_SAYS, after)) or (bool(first) and (is_dashed or is_signed))
    if not is_told or not (first or _NAMED.match(original)):
        return False
    office = next(passage.matches(_OFFICE, after), None)
    is_office = bool(office and (first is None or office.start() <= first.end() + 1))
    return not is_office and (
        first is None or len(after[: first.start()].split()) <= _LEAST_WITHIN + 2
    )


def _dashed_spans(passage: Passage) -> Iterator[tuple[int, int]]:
    """Dialogue: a line that begins with a dash and that a nearby line attributes to a citizen."""
    for line in _DASHED.finditer(passage.text):
        start, end = line.span("said")
        speech = passage.low[start:end]
        if _is_attributed_within(passage, start, end) or (
            _is_spoken(speech)
            and (_is_introduced(passage, line.start()) or _is_attributed_next(passage, end))
        ):
            yield start, end


def _is_attributed_within(passage: Passage, start: int, end: int) -> bool:
    """Whether the line itself names the citizen: “– Sao thu hai lần? – một cư dân hỏi.”"""
    speech = passage.low[start:end]
    if not any(passage.matches(_CITIZEN, speech)):
        return False
    for turn in _TURN.finditer(speech):
        rest = speech[turn.end() : turn.end() + _TURNED].split(".")[0]
        citizen = next(passage.matches(_CITIZEN, rest), None)
        if citizen is None or len(rest[: citizen.start()].split()) > _LEAST:
            continue
        office = next(passage.matches(_OFFICE, rest), None)
        is_office = bool(office and office.start() <= citizen.end() + 1)
        is_dashed, is_spoken = "-" in turn[0] or "—" in turn[0], _is_spoken(speech[: turn.end()])
        says = any(passage.matches(_SAYS, rest))
        is_told = (is_dashed and is_spoken) or (says and (is_dashed or is_spoken))
        if is_told and not is_office:
            return True
    return False


def _is_spoken(speech: str) -> bool:
    return bool(_FIRST_PERSON.search(speech)) or "?" in speech or "!" in speech


def _is_introduced(passage: Passage, at: int) -> bool:
    """Whether the text before the dash names the citizen: “Một bà cụ nói:”."""
    before = _STOP.split(passage.before(at + 1, _BEFORE).rstrip("\n -—"))[-1].rstrip()
    if not before.endswith(":"):
        return False
    start = passage.low.rfind(before, 0, at + 1)
    original = passage.text[start : start + len(before)]
    return any(passage.matches(_SAYS, before)) and _is_of_citizen(passage, before, original)


def _is_attributed_next(passage: Passage, end: int) -> bool:
    after = next(
        (
            line
            for line in passage.after(end, 2 * _BEFORE).split("\n")
            if line and line[0] not in "-—"
        ),
        "",
    )
    return any(passage.matches(_CITIZEN, after)) and any(passage.matches(_SAYS, after))


def _unmarked_spans(passage: Passage) -> Iterator[tuple[int, int]]:
    """Speech in the first person after a colon, without quotation marks."""
    for match in _SPOKEN_AS_IS.finditer(passage.text):
        speech = passage.low[match.start("said") : match.end("said")]
        if speech.startswith(("-", "—")):
            continue
        before = _STOP.split(passage.before(match.start(), _BEFORE))[-1]
        is_first = _FIRST_PERSON.search(speech.split(".")[0])
        is_said = any(passage.matches(_SAYS_HERE if is_first else _TALKS_HERE, before))
        start = passage.low.rfind(before, 0, match.start() + 1)
        original = passage.text[start : start + len(before)]
        is_saying = any(passage.matches(_SAYING, before))
        if is_said and not is_saying and _is_of_citizen(passage, before, original):
            yield match.span("said")
