"""E-mail addresses and accounts of persons in social networks."""

import re
from collections.abc import Iterator

from generator.guard.names.name_words import UPPER
from generator.guard.text.patterns import lazy_regex
from generator.guard.text.plain_text import Passage
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_MAIL = lazy_regex(
    r"[\w.+%-]+ ?(?:@|[(\[]at[)\]]|[(\[]a(?: còng)?[)\]]|\ba (?:còng|cong)\b) ?[\w-]+(?: ?(?:\."
    r"|[(\[](?:dot|chấm)[)\]]|\bchấm\b|\bcham\b) ?[a-z]{2,}){1,3}",
    re.IGNORECASE,
)
_PAGE = lazy_regex(
    r"(?:https?://)?(?:[\w-]+\.)*(?:facebook|fb|zalo|tiktok|instagram|threads|twitter|youtube"
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
    r"|là|của|instagram|telegram|youtube|nick))* ?:? ?(?P<name>[“\"'‘«][^”\"'’»\n]{2,40}[”\"'’»])",
    re.IGNORECASE,
)
_UNQUOTED = lazy_regex(
    rf"(?<!\w)(?i:facebook|fb|zalo|tiktok|instagram|nick|tên zalo|tên facebook)(?i: cá nhân"
    rf"| tên| là)*(?: ?: ?|(?<=tên) |(?<=là) )"
    rf"(?P<name>[{UPPER}]\w+(?: [{UPPER}]\w+)+)"
)
_NETWORK = lazy_regex(
    r"facebook|fb|zalo|tiktok|instagram|telegram|viber|mạng|nick|cá nhân|người dùng"
)
_SPELT_AT = ("(a", "[a", "a còng", "a cong")
_SHARED = lazy_regex(r"(?<!\w)(?:nhóm|trang|fanpage|kênh|hội|group|page) $")
_MAILBOX = lazy_regex(r"gmail|yahoo|hotmail|outlook|icloud", re.IGNORECASE)
MAIL_SIGNS = Signs(as_written=(_HANDLE, _MAIL))
ACCOUNT_SIGNS = Signs(as_written=(_PAGE, _UNQUOTED, _OF_PERSON))


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
    for match in _UNQUOTED.finditer(passage.text):
        yield Sighting("BT502", match.start("name"), match.end("name"), match["name"], "account")
    for match in _OF_PERSON.finditer(passage.text):
        is_shared = _SHARED.search(passage.before(match.start(), 16))
        if _NETWORK.search(match[0].lower()) and not is_shared:
            yield Sighting(
                "BT502", match.start("name"), match.end("name"), match["name"], "account"
            )
