"""E-mail addresses and accounts of persons in social networks."""

import re
from collections.abc import Iterator

from generator.guard.names.name_words import UPPER
from generator.guard.text.patterns import later
from generator.guard.text.plain_text import Glance
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_MAIL = later(
    r"[\w.+%-]+ ?(?:@|[(\[]at[)\]]|[(\[]a(?: còng)?[)\]]|\ba (?:còng|cong)\b) ?[\w-]+(?: ?(?:\."
    r"|[(\[](?:dot|chấm)[)\]]|\bchấm\b|\bcham\b) ?[a-z]{2,}){1,3}",
    re.IGNORECASE,
)
_PAGE = later(
    r"(?:https?://)?(?:[\w-]+\.)*(?:facebook|fb|zalo|tiktok|instagram|threads|twitter|youtube"
    r"|linkedin|messenger"
    r"|telegram|t|m|x)\.(?:com|me|net|vn|watch)/[^\s\"<>“”)\],]*[\w=]",
    re.IGNORECASE,
)
_HANDLE = later(r"(?<![\w.@/+-])@[^\W\d_][\w.]{2,}\w")
_OF_PERSON = later(
    r"(?<!\w)(?:nick(?:name)?|tài khoản|trang cá nhân|face(?:book)?|fb|zalo|tiktok|instagram"
    r"|telegram"
    r"|viber|người dùng|tên zalo|tên facebook)(?: (?:cá nhân|facebook|fb|zalo|tiktok"
    r"|mạng xã hội|tên|có tên|mang tên"
    r"|là|của|instagram|telegram|youtube|nick))* ?:? ?(?P<name>[“\"'‘«][^”\"'’»\n]{2,40}[”\"'’»])",
    re.IGNORECASE,
)
_UNQUOTED = later(
    rf"(?<!\w)(?i:facebook|fb|zalo|tiktok|instagram|nick|tên zalo|tên facebook)(?i: cá nhân"
    rf"| tên| là)*(?: ?: ?|(?<=tên) |(?<=là) )"
    rf"(?P<name>[{UPPER}]\w+(?: [{UPPER}]\w+)+)"
)
_NETWORK = later(r"facebook|fb|zalo|tiktok|instagram|telegram|viber|mạng|nick|cá nhân|người dùng")
_SPELT_AT = ("(a", "[a", "a còng", "a cong")
_SHARED = later(r"(?<!\w)(?:nhóm|trang|fanpage|kênh|hội|group|page) $")
_MAILBOX = later(r"gmail|yahoo|hotmail|outlook|icloud", re.IGNORECASE)
MAIL_SIGNS = Signs(as_written=(_HANDLE, _MAIL))
ACCOUNT_SIGNS = Signs(as_written=(_PAGE, _UNQUOTED, _OF_PERSON))


def mails(glance: Glance) -> Iterator[Sighting]:
    """E-mail addresses, spelled-out ones too, and handles."""
    if "@" in glance.text:
        for found in _HANDLE.finditer(glance.text):
            if not _MAILBOX.match(found[0][1:]):
                yield Sighting("BT502", found.start(), found.end(), found[0], "account")
    elif not any(spelt in glance.low for spelt in _SPELT_AT):
        return
    for found in _MAIL.finditer(glance.text):
        kind = "link" if glance.before(found.start(), 7) == "mailto:" else "e-mail"
        yield Sighting("BT502", found.start(), found.end(), found[0], kind)


def accounts(glance: Glance) -> Iterator[Sighting]:
    """Pages of social networks, and accounts told by their names."""
    for found in _PAGE.finditer(glance.text):
        yield Sighting("BT502", found.start(), found.end(), found[0], "account")
    for found in _UNQUOTED.finditer(glance.text):
        yield Sighting("BT502", found.start("name"), found.end("name"), found["name"], "account")
    for found in _OF_PERSON.finditer(glance.text):
        is_shared = _SHARED.search(glance.before(found.start(), 16))
        if _NETWORK.search(found[0].lower()) and not is_shared:
            yield Sighting(
                "BT502", found.start("name"), found.end("name"), found["name"], "account"
            )
