"""E-mail addresses and accounts of persons in social networks."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.names.name_words import (
    ALSO_NAMES,
    MIDDLE_NAMES,
    NOT_NAMES,
    STRONG_SURNAMES,
    UPPER,
)
from generator.guard.names.plain_words import GIVEN_NAMES
from generator.guard.names.proper_names import with_surname
from generator.guard.text.plain_text import Passage, split_words, unaccented
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_MAIL = lazy_regex(
    r"(?=[a-z_.]*\d)[\w.]{4,40}[ (]{0,2}(?:gmail|yahoo|hotmail|outlook|icloud)(?: ?(?:\."
    r"|chấm) ?com|\))"
    r"|[\w.+%-]+ ?(?:@|[(\[{<] ?(?:at|@|a|a[ -]?(?:còng|cong|móc|moc|vòng|vong)) ?[)\]}>]"
    r"|(?<![^\W_])a[ -]?(?:còng|cong|móc|moc|vòng|vong)"
    r"(?![^\W_])_?|\bạt\b)"
    r" ?(?:[\w-]+(?: ?(?:\.|[(\[{<] ?(?:dot|chấm|cham|\.) ?[)\]}>]|\bchấm\b|\bcham\b|\bdot\b)"
    r" ?[a-z]{2,}){1,3}"
    r"|(?:gmail|yahoo|hotmail|outlook|icloud|g m a i l|y a h o o|h o t m a i l)(?!\w))"
    r"|[\w.+%-]+ at (?:gmail|yahoo|hotmail|outlook|icloud)"
    r"(?: ?(?:\.|dot|chấm|cham) ?[a-z]{2,}){1,2}",
    re.IGNORECASE,
)
_PAGE = lazy_regex(
    r"(?:https?://)?(?:youtu\.be|linktr\.ee|discord\.gg|instagr\.am|g\.page)/[\w-]+|(?:https?://)?(?:[\w-]{1,40}\.){0,4}(?:facebook|fb|zalo"
    r"|tiktok|instagram|threads|twitter|youtube"
    r"|linkedin|messenger"
    r"|telegram|t|m|x|wa|ig)\.(?:com|me|net|vn|watch)/[^\s\"<>“”)\],]*[\w=]",
    re.IGNORECASE,
)
# “zalo.me/0967334128” gives the account and the telephone.
_PAGE_OF_PHONE = lazy_regex(
    r"(?:https?://)?(?:[\w-]{1,40}\.){0,4}(?:zalo|viber|t|wa|m)\.(?:me|com)/(?P<phone>\+?\d{9,12})(?!\w)"
)
_HANDLE = lazy_regex(r"(?<![\w.@/+-])@[^\W\d_][\w.]{2,}\w")
_OF_PERSON = lazy_regex(
    r"(?<!\w)(?:nick(?:name)?|acc|tài khoản|trang cá nhân|face(?:book)?|fb|zalo|tiktok|instagram"
    r"|insta|ig|skype|threads|youtube|telegram"
    r"|viber|người dùng|tên zalo|tên facebook)(?: (?:clone|ảo|phụ|cá nhân|facebook|fb|zalo|tiktok"
    r"|mạng xã hội|tên|có tên|mang tên"
    r"|là|của|instagram|telegram|youtube|nick)){0,6}"
    r"(?:(?: của)?(?: (?!xã|phường|ubnd|ủy|uỷ|ban|trường|trạm|công an|tổ |thôn)[^\W\d_]+){1,5}"
    r" (?:(?:để|đặt|lấy|ghi|mang|dùng|có) (?:tên|nick|nickname)(?: là)?|hiển thị(?: tên)?))? ?:? ?"
    r"(?P<name>[“\"'‘«][^”\"'’»\n]{2,40}[”\"'’»])",
    re.IGNORECASE,
)
_UNQUOTED = lazy_regex(
    rf"(?<!\w)(?i:facebook|fb|zalo|tiktok|instagram|insta|skype|telegram|viber|nick|acc"
    rf"|tên zalo|tên facebook|trang cá nhân)(?i: cá nhân| của \w+ \w+| mang| có"
    rf"| tên| là)*(?: ?: ?|(?<=tên) |(?<=là) )"
    rf"(?P<name>[{UPPER}]\w+(?: [{UPPER}]\w+)+)"
)
# “tài khoản Facebook cá nhân Trương Thị Kiều”: the name is a person’s, and seen as such.
_LEAD = lazy_regex(
    r"(?:(?:tài khoản|nick|acc|người dùng)(?: mạng xã hội)? (?:facebook|fb|zalo|tiktok|instagram"
    r"|youtube|telegram|x)|(?:facebook|fb|zalo|tiktok|instagram|telegram|trang) cá nhân|nick|acc)"
    r"(?: cá nhân| của| tên| mang tên| có tên| là){0,6} "
)
_NAME = lazy_regex(rf"[{UPPER}]\w*(?: [{UPPER}]\w*)+")
_ONLINE = lazy_regex(
    r" (?:\w+ )?(?:đăng|viết|bình luận|chia sẻ|tung|loan|live|phát|rao|nhắn|share|comment|tag|rải)"
)
# “facebook Hoa Nắng Xuân đăng tin sai”: what an account does.
_DOES = lazy_regex(
    rf"(?<!\w)(?:(?i:youtuber|tiktoker|facebooker|blogger|streamer)|face|fb|mess)(?: của)?"
    rf" (?P<who>[{UPPER}]\w*(?: [{UPPER}]\w*)+)"
    rf"|(?<!\w)(?i:facebook|face|fb|tiktok|zalo|instagram|insta|youtube|telegram|mạng xã hội"
    rf"|tài khoản tên"
    rf"|tài khoản có tên):? (?P<name>[{UPPER}]\w*(?: [{UPPER}]\w*)+"
    rf"|[{UPPER}]\w*(?= (?:\w+ )?(?:đăng"
    r"|viết|bình luận|chia sẻ|tung|loan|live|phát|rao|nhắn|mời|hỏi|trả lời|báo|kêu gọi|share"
    r"|comment"
    r"|tag|hứa|dọa|quay|nói|kể|khoe|than|rủ|bảo|tố|cho rằng)))"
)
# “zalo: lananh98”: letters together with figures, dots or lines.
_HANDLE_NAMED = lazy_regex(
    r"(?:facebook|fb|zalo|tiktok|instagram|insta|ig|skype|telegram|viber|threads|wechat|line|whatsapp|discord|gmail|twitter|nick"
    r"|acc|username|user)(?:: live)?(?: cá nhân| tên| là| tiktok| fb| facebook| zalo"
    r"| id)*[: ]+(?P<name>(?=[^\W\d_.]*(?:\.[^\W\d_]+)*[\d_.#][\w.#]*\w)"
    r"[^\W\d_][\w.#]{3,30}\w?)(?![\w/@-])"
)
_NETWORK = lazy_regex(
    r"facebook|fb|zalo|tiktok|insta|telegram|viber|skype|youtube|mạng|nick|acc|cá nhân|người dùng"
)
_BODIES = NOT_NAMES | {
    "Mini",
    "App",
    "Video",
    "Live",
    "Shorts",
    "Watch",
    "Official",
    "OA",
    "Messenger",
    "Lite",
    "Business",
    "Pay",
    "Shop",
}
_ABOUT_ACCOUNTS = split_words(
    "face|fb|zalo|tiktok|insta|telegram|viber|nick|tài khoản|tai khoan|acc|người dùng|user"
    "|trang cá nhân|skype|ig|youtube|threads|wechat|line|whatsapp|discord|gmail|mess|blogger",
    "|",
)
_SPELT_AT = (
    "(a",
    "[a",
    "( a",
    "[ a",
    "{",
    "<",
    "a còng",
    "a cong",
    "a-còng",
    "a-cong",
    *("a móc", "a moc", "a vòng", "a vong"),
    " at ",
    " ạt ",
    "mail",
    "yahoo",
    "outlook",
)
_SHARED = lazy_regex(r"(?<!\w)(?:nhóm|trang|fanpage|hội|group|page) $")
_OF_BODY = lazy_regex(
    r"(?<!\w)(?:đài|báo|ubnd|ủy ban|công an|trường|trạm|truyền hình|truyền thanh|xã|phường|hội|đoàn"
    r"|chợ|tin tức|bản tin|cổng)(?!\w)"
)
_MAILBOX = lazy_regex(r"gmail|yahoo|hotmail|outlook|icloud", re.IGNORECASE)
MAIL_SIGNS = Signs(as_written=(_HANDLE, _MAIL))
ACCOUNT_SIGNS = Signs(
    in_any_case=(_LEAD, _HANDLE_NAMED),
    as_written=(_PAGE, _PAGE_OF_PHONE, _UNQUOTED, _OF_PERSON, _DOES),
)


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
    for match in _PAGE_OF_PHONE.finditer(passage.text):
        start, end = match.span("phone")
        yield Sighting("BT502", match.start(), start, match[0], "account")
        yield Sighting("BT501", start, end, match["phone"], "phone")
    for match in _PAGE.finditer(passage.text):
        yield Sighting("BT502", match.start(), match.end(), match[0], "account")
    if any(word in passage.low for word in _ABOUT_ACCOUNTS):
        yield from _named_accounts(passage)


def _named_accounts(passage: Passage) -> Iterator[Sighting]:
    for match in (
        *_UNQUOTED.finditer(passage.text),
        *_doers(passage),
        *_HANDLE_NAMED.finditer(passage.low),
        *(
            match
            for match in passage.matches(_OF_PERSON, passage.text)
            if _is_private(passage, match)
        ),
    ):
        start, end = match.span(
            "who" if match.re.groupindex.get("who") and match["who"] else "name"
        )
        value = passage.text[start:end]
        if _is_person(value.strip("“”\"'‘’«»")):
            yield Sighting("BT502", match.start(), start, value, "account")
            yield Sighting("BT507", start, end, value, "bare")
        else:
            yield Sighting("BT502", start, end, value, "account")
    for match in _LEAD.finditer(passage.low):
        name = _NAME.match(passage.text, match.end())
        if name and _is_no_body(name[0]):
            yield Sighting("BT502", match.start(), match.end(), name[0], "account")


def _doers(passage: Passage) -> Iterator[re.Match[str]]:
    for match in _DOES.finditer(passage.text):
        if _is_no_body(match["who"] or match["name"]):
            yield match


def _is_no_body(name: str) -> bool:
    first = name.split(maxsplit=1)[0]
    is_body = first in _BODIES and first not in ALSO_NAMES
    # “Đoàn Trúc Lam” is a person, “Đoàn xã” is not.
    rest = name.removeprefix(first) if first in ALSO_NAMES else name
    return not is_body and not _OF_BODY.search(rest.lower())


def _is_person(name: str) -> bool:
    """Whether an account bears a person's name: “Tống Phước Hậu”, not “Gió Đồng Nội”."""
    syllables = tuple(name.split())
    is_full = len(syllables) in (3, 4) and all(map(str.istitle, syllables))
    if not (is_full and with_surname(syllables)):
        return False
    given = {unaccented(syllable).lower() for syllable in syllables[1:]}
    return syllables[0] in STRONG_SURNAMES or syllables[1] in MIDDLE_NAMES or given <= GIVEN_NAMES


def _is_private(passage: Passage, match: re.Match[str]) -> bool:
    does = bool(_ONLINE.match(passage.after(match.end(), 32)))
    is_shared = _SHARED.search(passage.before(match.start(), 16))
    is_channel = passage.before(match.start(), 5).endswith("kênh ")
    is_of_body = is_channel and _OF_BODY.search(match["name"].lower())
    is_online = does or bool(_NETWORK.search(match[0].lower()))
    return is_online and not (is_shared or is_of_body)
