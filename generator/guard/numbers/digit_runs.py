"""Runs of digits: telephones, identity numbers, accounts; shape and nearby words decide which."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.base.lazy_regex import lazy_regex
from generator.guard.numbers.disguised_phones import DISGUISED, disguised_phones
from generator.guard.numbers.phones import is_service_number, is_telephone, is_unlisted_line
from generator.guard.text.plain_text import Passage
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

# Seven digits or more, perhaps in groups, as people write them; never across words.
_RUN = lazy_regex(
    r"(?<![^\W\d_])(?<![A-Za-zĐ]-)(?<!\d)(?<!\d[.,])(?:\(?\+ ?"
    r"|\()?\d(?:[ .\-()]{0,3}\d){6,}(?!\d)(?![.,]\d)(?![^\W_])"
)
_DATE = lazy_regex(
    r"(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])[-. ]{1,2}(?:0?[1-9]|1[0-2])[-. ]{1,2}(?:19|20)\d\d"
    r"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)"
)
_YEARS = lazy_regex(r"(?:(?:19|20)\d\d[ -]+)+(?:19|20)\d\d")
_REACH, _REACH_AFTER = 48, 24


class _Context(NamedTuple):
    """Words that say what a nearby number is, and how many digits such a number has."""

    code: str
    kind: str
    words: re.Pattern[str]
    least: int
    most: int

    def holds(self, digits: str) -> bool:
        """Whether a number of this kind has so many digits."""
        return self.least <= len(digits) <= self.most


def _context(code: str, kind: str, words: str, least: int, most: int) -> _Context:
    return _Context(code, kind, lazy_regex(rf"(?<![^\W_])(?:{words})(?![^\W_])"), least, most)


_CONTEXTS = (
    _context(
        "BT503",
        "identity",
        "cccd|căn cước|định danh|cmnd|cmt|cmtnd|chứng minh|giấy tờ tùy thân|cmqđ|cmsq"
        "|thẻ ngành|thẻ đảng viên|thẻ thương binh"
        "|can cuoc|chung minh|dinh danh|ddcn|đdcn",
        8,
        12,
    ),
    _context("BT503", "licence", "gplx|giấy phép lái xe|bằng lái|giay phep lai xe|bang lai", 8, 12),
    _context("BT503", "insurance", "bhyt|bhxh|bảo hiểm|bao hiem|mã số bh|thẻ bh", 8, 15),
    _context("BT503", "passport", "hộ chiếu|passport|ho chieu", 7, 9),
    _context(
        "BT505",
        "tax",
        "mst|mã số thuế|ma so thue|mã thuế|mst cá nhân"
        "|mã số doanh nghiệp|mã số hộ kinh doanh|mã số hộ|thuế[^.;]{0,40} mã số",
        10,
        13,
    ),
    _context(
        "BT505",
        "account",
        "stk|số tk|tk|ck|c/k|tài khoản|so tai khoan|tai khoan|chuyển khoản|số thẻ"
        "|thẻ atm|thẻ ngân hàng|ngân hàng|vietcombank|vietinbank|bidv|agribank|techcombank"
        "|\\w*bank|mb|acb|vcb|tcb|iban|vib|msb|shb|ocb|hdb|scb|ncb|bvb|gpb|pgb|vtb|stb|lpb"
        "|tpb|vpb|napas|visa|mastercard"
        "|số thẻ tín dụng|thẻ tín dụng|thẻ ghi nợ|tk nhận|chuyển tiền|bản việt|kho bạc"
        "|tiết kiệm|số sổ tiết kiệm|ngan hang"
        "|chuyen khoan|techcom|vietcom|vietin|sacom|agri|eximbank|quân đội|bắc á|nam á|kiên long"
        "|việt á|đông á|bảo việt",
        6,
        19,
    ),
    _context(
        "BT501",
        "phone",
        "điện thoại|đt|đtdđ|sđt|sdt|zalo|viber|telegram|whatsapp|di động|hotline"
        "|đường dây nóng|liên hệ|gọi|nhắn tin|số máy|tel|phone|mobile|alo|so dien thoai"
        "|dien thoai"
        "|dt|lien he|dtdd|máy bàn|fax|imo|momo",
        7,
        13,
    ),
)
# “ck 1090… Vietinbank”: what stands right after the number is nearest to it.
_AT_BANK = lazy_regex(
    r",? ?[(-]? ?(?:tại |mở tại |của |ở )?(?:ngân hàng |nh )?(?:[a-z]{2,7}bank|bidv|agribank|mbbank"
    r"|vietin|vietcom|techcom|sacom)(?!\w)"
)
_ORGANISATION = lazy_regex(
    r"(?<!\w)(?:công ty|doanh nghiệp|hợp tác xã|htx|chi nhánh|tổ chức|đơn vị|cơ quan|ubnd"
    r"|ủy ban|trường|quỹ"
    r"|mttq|mặt trận|kho bạc|nhà thầu|tnhh|ban vận động|ngân sách|bệnh viện|trung tâm)(?!\w)"
)
_ACCOUNT_RIGHT_HERE = lazy_regex(
    r"(?<!\w)(?:\w*bank|mb|acb|vcb|tcb|vib|msb|shb|ocb|bidv)[ :–-]*(?:số|stk)?[ :]*$"
    r"|(?<!\w)(?:stk|tk|tài khoản|tai khoan|mst|mã số thuế|ma so thue|thẻ"
    r"|mã số doanh nghiệp)[ :]*(?:số|cá nhân|là"
    r"|của \w+)?[ :]*$"
)
_MONEY = lazy_regex(r"\s*(?:đồng|đ|vnđ|vnd|tỷ|triệu|m3|m²|m2|kwh|usd)(?!\w)")
_OF = lazy_regex(r"[\d .-]*,? ?\(?(?:của|thuộc|là của|-|cấp cho) ")
_THOUSANDS = lazy_regex(r"[1-9]\d{0,2}(?:\.\d{3}){2,}")
_IDENTITY_RIGHT_HERE = lazy_regex(
    r"(?<!\w)(?:cccd|căn cước(?: công dân)?|can cuoc(?: cong dan)?|định danh(?: cá nhân)?|cmnd|cmt"
    r"|cmtnd|đdcn|ddcn|chứng minh(?: nhân dân| thư)?|chung minh|gplx|bằng lái|bhxh|bhyt)[ :]*"
    r"(?:số|so|là|la|cũ|mới)?[ :]*$"
)
_PHONE_RIGHT_HERE = lazy_regex(
    r"(?<!\w)(?:liên hệ|lh|gọi|alo|call|điện thoại|đt|sđt|đtdđ|di động|số máy|tel|mobile|zalo"
    r"|viber|hotline)[ :.]*(?:số)?[ :]*$"
)
_IDENTITY = lazy_regex(r"0(?:0[1-9]|[1-8]\d|9[0-6])[0-9]\d{8}")
_HEALTH_CARD = lazy_regex(
    r"(?<!\w)(?!TK |TP |VN |MB |SO |NH )[A-Z]{2}[ -]?[1-5][ -]?\d{2}[ -]?(?:\d[ -]?){10}(?!\w)"
)
# The cards of our banks begin with 9704; those of the world with 4 or 5, in four groups.
_BANK_CARD = lazy_regex(r"9704(?:[ -]?\d{4}){3}|(?:4\d{3}|5[1-5]\d\d)(?:[ -]\d{4}){3}")
_PASSPORT = lazy_regex(r"(?<!\w)[A-Z]{1,2}[ -]?\d{7,9}(?!\w)")
_LETTERED_ACCOUNT = lazy_regex(r"\d(?<![\w/.-].)\d{1,3}[A-Z]{1,2}\d{6,12}(?![\w/-])")
_ACCOUNT = next(context for context in _CONTEXTS if context.kind == "account")
_LONGEST_PHONE, _IDENTITY_LENGTH = 15, 12
_DIGITS = lazy_regex(r"\d+")
_PHONE_LENGTH, _MOST_GROUPS = 10, 4  # a mobile telephone, and in how many groups it is written
NUMBER_SIGNS = Signs(as_written=(_RUN, _HEALTH_CARD, _LETTERED_ACCOUNT, DISGUISED))


def numbers(passage: Passage) -> Iterator[Sighting]:
    """Every run of digits that is a number of a person."""
    for card in _HEALTH_CARD.finditer(passage.text):
        yield Sighting("BT503", card.start(), card.end(), card[0], "insurance")
    yield from _lettered_accounts(passage)
    yield from disguised_phones(passage)
    for run in _RUN.finditer(passage.text):
        for start, end in _without_dates(passage.text, *run.span()):
            as_one = tuple(_sightings_in(passage, start, end))
            yield from as_one or _several_numbers(passage.text, start, end)


def _without_dates(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The (start, end) parts of a run that remain when dates are removed."""
    at = start
    for date in _DATE.finditer(text, start, end):
        yield at, date.start()
        at = date.end()
    yield at, end


def _several_numbers(text: str, start: int, end: int) -> Iterator[Sighting]:
    """The telephones and identity numbers of a run in which several stand one after the other."""
    groups = list(_DIGITS.finditer(text, start, end))
    first = 0
    while first < len(groups):
        for last in range(first, min(first + _MOST_GROUPS, len(groups))):
            value = text[groups[first].start() : groups[last].end()]
            digits = "".join(group[0] for group in groups[first : last + 1])
            is_one = len(digits) == _PHONE_LENGTH or first == last
            verdict = _shape_verdict(value, digits) if is_one and digits[0] == "0" else None
            if verdict:
                place = groups[first].start(), groups[last].end()
                yield Sighting(verdict[0], *place, value, verdict[1])
                first = last
                break
        first += 1


def _sightings_in(passage: Passage, start: int, end: int) -> Iterator[Sighting]:
    value = passage.text[start:end].strip(" .-")
    start = passage.text.find(value, start, end) if value else start
    end = start + len(value)
    digits = "".join(char for char in value if char.isdigit())
    if is_service_number(digits):
        return
    verdict = verdict_of(passage, (start, end), value, digits)
    if _THOUSANDS.fullmatch(value) and not _is_named_right_here(passage.before(start, 24)):
        return
    if verdict and not _YEARS.fullmatch(value) and not _MONEY.match(passage.after(end, 8)):
        yield Sighting(verdict[0], start, end, value, verdict[1])


def _is_named_right_here(before: str) -> bool:
    patterns = (_ACCOUNT_RIGHT_HERE, _IDENTITY_RIGHT_HERE, _PHONE_RIGHT_HERE)
    return any(pattern.search(before) for pattern in patterns)


def verdict_of(
    passage: Passage, place: tuple[int, int], value: str, digits: str
) -> tuple[str, str] | None:
    """(code, kind) of a number by the words around it, else by its digits; None: nobody's."""
    return _context_verdict(passage, *place, digits) or _shape_verdict(value, digits)


def _context_verdict(passage: Passage, start: int, end: int, digits: str) -> tuple[str, str] | None:
    """(code, kind) of the number by the nearest word before it that names a kind of number."""
    if _AT_BANK.match(passage.after(end, _REACH_AFTER)) and _ACCOUNT.holds(digits):
        return "BT505", "account"
    # After a colon the words that name the number may begin the sentence.
    reach = 2 * _REACH if passage.before(start, 2).strip() == ":" else _REACH
    before = f"{_clause(passage.before(start, reach))} {passage.heading(start)}"
    nearest_end, nearest_context = -1, None
    for context in _CONTEXTS:
        for word in context.words.finditer(before):
            if word.end() > nearest_end:
                nearest_end, nearest_context = word.end(), context
    if nearest_context is None:
        after = re.split(r"[.;,\n]", passage.after(end, _REACH_AFTER), maxsplit=1)[0]
        nearest_context = next(
            (c for c in _CONTEXTS if c.code != "BT501" and c.words.search(after)), None
        )
    if nearest_context is None or not nearest_context.holds(digits):
        return None
    return _verdict(passage, nearest_context, start, digits)


def _verdict(
    passage: Passage, context: _Context, start: int, digits: str
) -> tuple[str, str] | None:
    if context.code == "BT501":
        is_complete = is_telephone(digits) or _IDENTITY.fullmatch(digits)
        return None if is_complete or not is_unlisted_line(digits) else ("BT501", "phone")
    if (
        context.kind == "account"
        and is_telephone(digits)
        and not _ACCOUNT_RIGHT_HERE.search(passage.before(start, 20))
    ):
        return None
    if context.kind == "tax" and _ORGANISATION.search(_surroundings(passage, start, digits)):
        return "BT505", "organisation"
    return context.code, context.kind


def _surroundings(passage: Passage, start: int, digits: str) -> str:
    """The text before a tax code, and “của công ty …” after it."""
    after = passage.after(start + len(digits), _REACH_AFTER)
    return passage.before(start, 2 * _REACH) + (after if _OF.match(after) else "")


def _shape_verdict(value: str, digits: str) -> tuple[str, str] | None:
    if _BANK_CARD.fullmatch(value):
        return "BT505", "account"
    if len(digits) == _IDENTITY_LENGTH and _IDENTITY.fullmatch(digits):
        return "BT503", "identity"
    if len(digits) <= _LONGEST_PHONE and is_telephone(digits, is_foreign="+" in value):
        return "BT501", "phone"
    return None


def _clause(before: str) -> str:
    """The part of the same sentence before the number, back to any other number."""
    return re.split(r"[.;!?](?=\s)|\n|\d[\d .\-]{5,}\d", before)[-1]


def _lettered_accounts(passage: Passage) -> Iterator[Sighting]:
    """Accounts in which letters stand among the digits, near a word for accounts."""
    for match in _LETTERED_ACCOUNT.finditer(passage.text):
        near = f"{_clause(passage.before(match.start(), _REACH))} {passage.heading(match.start())}"
        after = re.split(r"[.;,\n]", passage.after(match.end(), _REACH_AFTER), maxsplit=1)[0]
        if _ACCOUNT.words.search(near) or _ACCOUNT.words.search(after):
            yield Sighting("BT505", match.start(), match.end(), match[0], "account")


PASSPORT_WORDS = ("chiếu", "chieu", "passport", "visa")
PASSPORT_SIGNS = Signs(as_written=(_PASSPORT,))


def passports(passage: Passage) -> Iterator[Sighting]:
    """One or two letters and seven to nine digits near a word for passports."""
    for match in _PASSPORT.finditer(passage.text):
        near = passage.before(match.start(), _REACH) + passage.after(match.end(), _REACH_AFTER)
        if any(word in near for word in PASSPORT_WORDS):
            yield Sighting("BT503", match.start(), match.end(), match[0], "passport")
