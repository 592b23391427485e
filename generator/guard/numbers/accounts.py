"""E-mail addresses and accounts of persons in social networks."""

import re
from collections.abc import Iterator

from generator.guard.names.name_words import NOT_NAMES, UPPER
from generator.guard.text.patterns import lazy_regex
from generator.guard.text.plain_text import Passage, split_words
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_MAIL = lazy_regex(
    r"[\w.+%-]+ ?(?:@|[(\[]at[)\]]|[(\[]a(?: còng)?[)\]]|\ba (?:còng|cong)\b) ?(?:[\w-]+(?: ?(?:\."
    r"|[(\[](?:dot|chấm)[)\]]|\bchấm\b|\bcham\b) ?[a-z]{2,}){1,3}"
    r"|(?:gmail|yahoo|hotmail|outlook|icloud)(?!\w))",
    re.IGNORECASE,
)
_PAGE = lazy_regex(
    r"(?:https?://)?youtu\.be/[\w-]+|(?:https?://)?(?:[\w-]{1,40}\.){0,4}(?:facebook|fb|zalo"
    r"|tiktok|instagram|threads|twitter|youtube"
    r"|linkedin|messenger"
    r"|telegram|t|m|x)\.(?:com|me|net|vn|watch)/[^\s\"<>“”)\],]*[\w=]",
    re.IGNORECASE,
)
_HANDLE = lazy_regex(r"(?<![\w.@/+-])@[^\W\d_][\w.]{2,}\w")
_OF_PERSON = lazy_regex(
    r"(?<!\w)(?:nick(?:name)?|tài khoản|trang cá nhân|face(?:book)?|fb|zalo|tiktok|instagram"
    r"|telegram"
    r"|viber|người dùng|tên zalo|tên facebook)(?: (?:cá nhân|facebook|fb|zalo|tiktok"
    r"|mạng xã hội|tên|có tên|mang tên"
    r"|là|của|instagram|telegram|youtube|nick)){0,6}"
    r"(?:(?: của)?(?: (?!xã|phường|ubnd|ủy|uỷ|ban|trường|trạm|công an|tổ |thôn)[^\W\d_]+){1,5}"
    r" (?:(?:để|đặt|lấy|ghi|mang|dùng|có) (?:tên|nick|nickname)(?: là)?|hiển thị(?: tên)?))? ?:? ?"
    r"(?P<name>[“\"'‘«][^”\"'’»\n]{2,40}[”\"'’»])",
    re.IGNORECASE,
)
_UNQUOTED = lazy_regex(
    rf"(?<!\w)(?i:facebook|fb|zalo|tiktok|instagram|nick|tên zalo|tên facebook)(?i: cá nhân"
    rf"| tên| là)*(?: ?: ?|(?<=tên) |(?<=là) )"
    rf"(?P<name>[{UPPER}]\w+(?: [{UPPER}]\w+)+)"
)
# “tài khoản Facebook cá nhân Trương Thị Kiều”: the name is a person’s, and seen as such.
_LEAD = lazy_regex(
    r"(?:(?:tài khoản|nick|acc)(?: mạng xã hội)? (?:facebook|fb|zalo|tiktok|instagram|youtube"
    r"|telegram|x)|(?:facebook|fb|zalo|tiktok|instagram|telegram) cá nhân)"
    r"(?: cá nhân| của| tên| mang tên| có tên| là){0,6} "
)
_NAME = lazy_regex(rf"[{UPPER}]\w*(?: [{UPPER}]\w*)+")
# “zalo: lananh98”: letters together with figures, dots or lines.
_HANDLE_NAMED = lazy_regex(
    r"(?:facebook|fb|zalo|tiktok|instagram|telegram|nick|username|user)(?: cá nhân| tên| là"
    r"| id)*[: ]+(?P<name>(?=[a-z.]*[\d_.][\w.]*\w)[a-z][\w.]{3,30}\w)(?![\w/@-])"
)
_NETWORK = lazy_regex(
    r"facebook|fb|zalo|tiktok|instagram|telegram|viber|mạng|nick|cá nhân|người dùng"
)
_BODIES = NOT_NAMES | {"Official", "OA", "Messenger", "Lite", "Business", "Pay", "Shop"}
_ABOUT_ACCOUNTS = split_words(
    "face|fb|zalo|tiktok|instagram|telegram|viber|nick|tài khoản|tai khoan|acc|người dùng|user"
    "|trang cá nhân",
    "|",
)
_SPELT_AT = ("(a", "[a", "a còng", "a cong")
_SHARED = lazy_regex(r"(?<!\w)(?:nhóm|trang|fanpage|kênh|hội|group|page) $")
_MAILBOX = lazy_regex(r"gmail|yahoo|hotmail|outlook|icloud", re.IGNORECASE)
MAIL_SIGNS = Signs(as_written=(_HANDLE, _MAIL))
ACCOUNT_SIGNS = Signs(in_any_case=(_LEAD, _HANDLE_NAMED), as_written=(_PAGE, _UNQUOTED, _OF_PERSON))


def mails(passage: Passage) -> Iterator[Sighting]:
    """E-mail addresses (also spelled out in words) and handles such as @name."""
    if "@" in passage.text:
        for match in _HANDLE.finditer(passage.text):
            if not _MAILBOX.match(match[0][1:]):
                yield Sighting("BT502", match.start(), match.end(), match[0], "account")
    elif not any(word in passage.low for word in _SPELT_AT):
        return
    for match in _MAIL.finditer(passage.text):
        kind = "link" if passage.before(match.start(), 7) == "mailto:" else "e-mail"
        yield Sighting("BT502", match.start(), match.end(), match[0], kind)


def accounts(passage: Passage) -> Iterator[Sighting]:
    """Pages of social networks, and accounts given by their names."""
    for match in _PAGE.finditer(passage.text):
        yield Sighting("BT502", match.start(), match.end(), match[0], "account")
    if any(word in passage.low for word in _ABOUT_ACCOUNTS):
        yield from _named_accounts(passage)


def _named_accounts(passage: Passage) -> Iterator[Sighting]:
    for match in (
        *_UNQUOTED.finditer(passage.text),
        *_HANDLE_NAMED.finditer(passage.low),
        *(match for match in _OF_PERSON.finditer(passage.text) if _is_private(passage, match)),
    ):
        start, end = match.span("name")
        yield Sighting("BT502", start, end, passage.text[start:end], "account")
    for match in _LEAD.finditer(passage.low):
        name = _NAME.match(passage.text, match.end())
        if name and name[0].split()[0] not in _BODIES:
            yield Sighting("BT502", match.start(), match.end(), name[0], "account")


def _is_private(passage: Passage, match: re.Match[str]) -> bool:
    is_shared = _SHARED.search(passage.before(match.start(), 16))
    return bool(_NETWORK.search(match[0].lower())) and not is_shared
