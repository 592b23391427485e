"""Addresses down to the house, and plots of land."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.names.name_words import CLEAR_PLAIN_SURNAMES, STRONG_SURNAMES, UPPER
from generator.guard.names.proper_names import is_historical
from generator.guard.text.plain_text import Passage, split_words, word_forms
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_N = r"\d{1,5}[a-zđ]?\d{0,3}(?: ?[/-] ?\d{1,4}[a-z]?){0,5}(?: ?(?:bis|ter)(?!\w))?"
_SAID = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|mốt|tư|lăm"
_WAY = "đường|phố|hẻm|kiệt|quốc lộ|tỉnh lộ|hương lộ|huyện lộ|liên tỉnh lộ|đại lộ|ql|tl|hl|đt"
_ROAD = f"{_WAY}|ngõ|ngách|lô"
_HOUSE = lazy_regex(
    rf"(?<!\w)(?:số nhà|nhà số|hộ số(?! \d{{5}})|căn nhà số"
    rf"|địa chỉ(?: nhà)?:? số)[: ]+{_N}(?:[, ]+(?:{_ROAD}) {_N})*"
    rf"|(?<!\w)(?<!tháo )(?<!tiểu )(?<!mía )(?<!lượng )"
    rf"(?:{_ROAD})[: ]+(?:số )?\d+[a-z]? ?/ ?\d+[\w/]*(?!/(?:19"
    rf"|20))"
    rf"|(?<!\w)số[: ]+{_N}(?:(?:, ?| và ){_N}){{0,6}}[, -]+(?:{_ROAD}) [\w]+"
    r"|(?<!\w)(?:ở|tại|trú|ngụ|nhà)[: ]+\d+[a-z]?,? (?:ngõ|ngách|hẻm"
    r"|kiệt) \d+[\w/]*(?![\w/])(?! và \d)"
    r"|(?<!\w)(?:địa chỉ|trú|ngụ|chỗ ở): ?\d+[a-z]?(?:/\d+)*,? (?:tổ|thôn|xóm|ấp|tdp|khu phố) \w+"
    r"|(?<!\w)số \d+/\d+[a-z]?(?:/\d+)*[, -]+(?:tổ|thôn|xóm|ấp|khu phố|tdp) \w+"
    rf"|(?:^|[,;:(\n-] ?)số {_N},? (?:tổ|thôn|xóm|ấp|khu phố|tdp|khóm|bản) \w+"
    rf"|(?<!\w)(?:ở|tại|trú|ngụ|hộ|nhà)(?: \w+)? số {_N},? (?:tổ|thôn|xóm|ấp|tdp|khóm|khu|bản"
    rf"|buôn) \w+"
    rf"|(?<!\w)(?:nhà|sn|s\.n|s/n)[:. ]+(?!(?:19|20)\d\d){_N}[, ]+"
    rf"(?:{_ROAD}|tổ|thôn|xóm|ấp|khu|đ)[. ]*\w+"
    rf"|(?<!\w)(?:nơi ở|chỗ ở|ở|trú tại|ngụ tại|tư gia"
    rf"|nhà riêng)[:, ]+(?:số )?{_N},? (?:đường|phố) \w"
    rf"|(?<!\w)(?:nơi ở|chỗ ở|trú tại|ngụ tại|tư gia|nhà riêng)[:, ]+(?:số )?{_N},? (?:ngõ"
    rf"|hẻm|kiệt|ấp"
    r"|thôn|xóm|khóm|bản|tổ) \w"
    rf"|(?<!\w)(?:số nhà|nhà số) (?:{_SAID})(?:[ ,]+(?:{_SAID}|mươi|trăm|linh|lẻ))*[, ]+\w"
    rf"|(?<!\w)(?:ngách|hẻm) {_N}[, ]+(?:ngõ|ngách) {_N}"
    rf"|(?<!\w)(?:ngõ|ngách) {_N}[, ]+(?:ngách|hẻm) {_N}"
    r"|(?<![\w/])(?<!ngày )(?<!sáng )(?<!tháng )(?<!hôm )(?:k"
    rf"|h)?\d+[a-z]?/\d+(?:/\d+)*[a-z]?,? (?:{_WAY})"
    r" (?!dây|ống|sắt|thủy|bộ|biên)\w"
    r"|(?<![\w/])(?:\d+[a-z],? (?:ngõ|ngách|hẻm|kiệt) \d+|\d+,? (?:ngõ|ngách|hẻm"
    r"|kiệt) \d+[\w/]*,? (?:phố|đường) \w)"
    r"|(?<!\w)nhà (?:số )?k?\d+[a-z]?/\d+(?:/\d+)*(?!/(?:19|20))"
)
_FLAT = lazy_regex(
    r"(?<!\w)(?:căn hộ|căn)(?: số"
    r"| mã)?[: ]+(?P<door>[a-z]{0,2}\d?[. -]?\d{2,4}[a-z]?(?:\d{2})?)(?!\w)(?! (?:căn|hộ|m2"
    r"|triệu|tỷ))"
    r"|(?<!\w)p\.?\d{3,4}[a-z]?,? (?:ở )?(?:tòa|toà|nhà|chung cư|cc|ct|ktt|khu|block)(?!\w)"
    r"|(?<!\w)(?:phòng|p\.?)(?: số)? ?(?:\d{3,4}[a-z]?"
    r"|\d{1,2}\.\d{2})[,\- ]+(?:ở )?(?:tầng \w+[, ]+)?(?:tòa|toà"
    r"|nhà|chung cư|cư xá|ký túc xá|ktx|cc|block|khối|ct|ktt|khu|dãy|n)(?!\w*ng dẫn)[ \w]{0,6}"
    r"|(?<!\w)phòng(?: trọ)?(?: số)? \d{1,3}[a-z]?,? (?:ở )?(?:dãy|xóm trọ|(?:khu )?(?:nhà )?trọ)"
    r"|(?<!\w)phòng trọ số \d+"
    r"|(?<!\w)lk ?\d+-\d+|(?<!\w)p\.?\d{3,4}[a-z]?,? [a-z]{1,2}\d{1,2}(?!\w)"
    r"|(?<!\w)lô \d+ (?:liền kề|biệt thự|dãy|khu) \w"
    r"|(?<!\w)(?:biệt thự|liền kề)(?: số \d| (?:lô )?[a-z]{1,3}\d)[\w.-]*"
    r"|(?<!\w)(?:nhà tập thể|chung cư|tòa|toà|khu tập thể|ktt|nhà) ?[a-z]{0,2}\d+\w*,? (?:phòng"
    r"|căn|p\.?) ?\d{3,4}"
)
_STREET_NUMBER = lazy_regex(
    rf"\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}}[A-Za-z]?){{0,4}}(?: ?(?:[Bb]is|[Tt]er|BIS"
    rf"|TER))?,? [{UPPER}][^\W\d_]+(?: [{UPPER}][^\W\d_]+)+"
)
# “nhà E5-12”, “LK12-05”: the lot of a house in a new quarter.
_LOT = lazy_regex(
    r"(?<!\w)(?:(?:lô|nhà|căn|căn góc|ô|liền kề|biệt thự) [a-z]{1,3}\d{0,2}[.-]\d{1,3}"
    r"|(?:lk|bt|sh)\d{1,2}-\d{1,3}|(?:nhà|căn) [a-z]\d{1,2}(?= (?:khu|kđt|tđc))|ô số \d+ lô \w+"
    r"|\d+/\d+[a-z] (?:ấp|tổ|khu phố|kp|khóm|thôn) \d+|\d+(?:, \d+[a-z]?)+(?= (?:phố|đường) ))"
    r"(?![\w-])"
)
_LETTERS = lazy_regex(r"^[\d/]+[A-Za-z]?(?:/\d+)*(?: ?(?i:bis|ter))?,? ")
_LISTED = lazy_regex(r"(?:^|[,;:(|\n–-]) ?$")
# “bà Thơm, 9 Nguyễn Sơn Hà”: after a person the number begins an address.
_BESIDE_NAME = lazy_regex(
    r"(?<!\w)(?:ông|bà|anh|chị|cô|chú|bác|cụ|hộ|nhà|gia đình|chủ \w+)(?: \w+){1,5} ?[,;(–-] ?\(?$"
)
_LISTED_AFTER = lazy_regex(r" ?(?:[,;.)|–-]|$)")
_DAY = lazy_regex(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?![\d/])")
_FRACTION = lazy_regex(r"(?:1/[2-9]|2/[3579]|3/[4-9]|4/[5-9])(?= (?:đường|phố) [a-zđà-ỹ])")
_TIME = lazy_regex(r"(?<!\w)(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|thứ|tháng|lịch|lúc)(?!\w)|\d/\d")
_KIET = lazy_regex(r"(?<!\w)[kh]$")
_LANE = lazy_regex(
    r"\d+/\d+/\d{1,3}(?![\d/])|\d+[A-Z]/\d|\d+/\d+[A-Z]|\d{3}/\d|\d+ ?(?i:bis|ter)(?!\w)"
)
_AT = lazy_regex(
    r"(?<!\w)(?:tại|ở|địa chỉ:?|nhà|trú|đ/c:|số|sn|ngụ|đến|về|ra|giao|gửi|tới|chuyển|cửa"
    r"|tiệm(?: \w+)?|quán|cạnh|gần|đối diện)(?: số)?:? $"
    r"|(?<!\w)(?:trước|sau|bên|ngoài|ngay)(?: (?:cửa|cổng|hiên|sân|mặt))?(?: nhà)?(?: số)? $"
    r"|(?:địa chỉ|nơi ở|chỗ ở|số nhà|tư gia|nhà riêng)[^|]{0,20}$"
)
_PLOT = r"thửa(?: đất)?(?: số| mang số)?[: ]+\d+"
# A sheet of the map holds many plots; alone it shows nobody’s.
_SHEET = r"tờ(?: bản đồ)?(?: địa chính)?(?: số)?[: ]+\d+"
_PARCEL = lazy_regex(
    rf"(?<!\w)(?:{_PLOT}(?:[,; ]+(?:thuộc |trên )?{_SHEET})?|{_SHEET}[,; ]+(?:thuộc |có )?{_PLOT}"
    r"|số vào sổ[: ]+\w*\d+)"
)
_POINT = lazy_regex(r"\d{1,2}\.\d{4,},? +1\d{2}\.\d{4,}|\d{1,2}°\d{1,2}['’′]\d{1,2}")
# The seat of a public body is not a home.
_SEAT = lazy_regex(
    r"(?<!\w)(?:trụ sở|trạm|trường|ubnd|ủy ban|uỷ ban|nhà văn hóa|nhà văn hoá|bưu điện|chợ"
    r"|trung tâm|cơ quan"
    r"|đơn vị|công an|đồn|bộ phận|hội trường|nhà sinh hoạt|thư viện|bệnh viện"
    r"|phòng khám|điểm (?:tiếp|giao|bưu|tiêm|bầu|trường)"
    r"|hội đồng|tòa án|toà án|kho bạc|chi cục|sở|công viên|nhà thi đấu"
    r"|phòng tiếp|ban tiếp"
    r"|mặt trận|tiếp công dân|một cửa|dự án|chi nhánh|ban quản lý|bến xe|ban chỉ huy"
    r"|đảng ủy|quỹ)(?!\w)"
)
_LIVED_IN = lazy_regex(r"(?<!\w)(?:nhà|hộ|ông|bà|anh|chị|cụ|gia đình|căn|trú|ngụ|chủ)(?!\w)")
_SOMEBODY = lazy_regex(
    r"(?<!\w)(?:nhà (?:ông|bà|anh|chị|chú|cô|bác|em|cháu)|gia đình|hộ (?:ông|bà|anh|chị)|trú"
    r"|thường trú|cư trú|ngụ|nhà riêng)(?!\w)"
)
_PLOT_HEADING = lazy_regex(r"^(?:số )?thửa(?: đất)?(?: số)?$")
_PLOT_TABLE = lazy_regex(r"thửa[^|\n]*(?:\||\n)")
_STRETCH = 30
_FIGURE = lazy_regex(rf"\d+|(?<!\w)số (?:{_SAID})(?!\w)")
_NEAR = 12
HOME_WORDS = word_forms(
    split_words(
        "nhà ngõ ngách hẻm kiệt quốc tỉnh đại căn phòng tập tòa thửa đồ sổ nha "
        "ngo ngach hem can phong thua trú ngụ p đường phố toà chung ktt duong pho tổ sn biệt "
        "liền lk trước tư nơi ở chỗ"
    )
)
_REACH = 64
PARCEL_SIGNS = Signs(in_any_case=(_PARCEL, _PLOT_TABLE))
HOME_SIGNS = Signs(in_any_case=(_HOUSE, _FLAT, _LOT), as_written=(_STREET_NUMBER, _POINT))


def homes(passage: Passage) -> Iterator[Sighting]:
    """Addresses of a single house or flat, unless a public body has its seat there."""
    if not HOME_WORDS.isdisjoint(passage.words):
        for start, end in _door_stretches(passage):
            yield from _addresses_within(passage, start, end)
    for match in _STREET_NUMBER.finditer(passage.text):
        if _is_door(passage, match):
            yield from _home_sighting(passage, match.start(), match.end())
    points = (
        match
        for match in _POINT.finditer(passage.text)
        if _is_lived_in(_clause_around(passage, match))
    )
    for match in (*passage.matches(_LOT), *points):
        yield Sighting("BT506", match.start(), match.end(), match[0], "house")


def _is_lived_in(clause: str) -> bool:
    """A point on the map is a home only when somebody lives there."""
    return bool(_LIVED_IN.search(clause)) and not _SEAT.search(clause)


def _is_door(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a number before capitals is that of a house: “tại 5 Tô Hiệu”, “bà Tẹo, 5 Lê Lợi”."""
    before = passage.before(match.start(), _NEAR)
    if " Tháng " in match[0] and "/" not in match[0]:
        return False
    if match[0].isupper() and not _is_known_road(match[0]):  # in capitals every word looks like one
        return False
    if "/" in match[0] and _KIET.search(before):
        return True
    if _AT.search(before) or _LANE.match(match[0]) or _AT.search(passage.heading(match.start())):
        return True
    road = _LETTERS.sub("", match[0]).strip(" ,")
    is_surname = road.split()[0] in STRONG_SURNAMES | CLEAR_PLAIN_SURNAMES
    is_listed = _LISTED.search(before) and _LISTED_AFTER.match(passage.after(match.end(), _NEAR))
    is_road = is_historical(road.casefold()) or (
        is_surname and any(passage.matches(_BESIDE_NAME, passage.before(match.start(), _STRETCH)))
    )
    return bool(is_listed) and is_road and not _is_date(passage, match)


def _is_known_road(text: str) -> bool:
    words = _LETTERS.sub("", text).casefold().split()
    return any(is_historical(" ".join(words[:count])) for count in (2, 3, 4))


def _clause_around(passage: Passage, match: re.Match[str]) -> str:
    before = re.split(r"[.;!?]\s|\n", passage.before(match.start(), _REACH))[-1]
    return before + re.split(r"[.;!?]\s|\n", passage.after(match.end(), _REACH))[0]


def _is_date(passage: Passage, match: re.Match[str]) -> bool:
    """Whether “20/10 Đường …” is a day before a road, or “3/4 đường làng” a part of it."""
    if _FRACTION.match(passage.text, match.start()):
        return True
    day = _DAY.match(match[0])
    before = re.split(r"[.!?]\s|\n", passage.before(match.start(), _REACH))[-1]
    return bool(day and _TIME.search(before))


def _door_stretches(passage: Passage) -> Iterator[tuple[int, int]]:
    """The (start, end) stretches with a figure near a word for houses or lanes."""
    reached = 0
    for at in sorted(passage.offsets(HOME_WORDS)):
        if at >= reached and _FIGURE.search(passage.low, max(0, at - _NEAR), at + 2 * _NEAR):
            reached = at + 2 * _STRETCH
            yield max(0, at - _STRETCH), reached


def _addresses_within(passage: Passage, start: int, end: int) -> Iterator[Sighting]:
    for match in passage.matches_within(_HOUSE, start, end):
        if not _is_date(passage, match):
            yield from _home_sighting(passage, match.start(), match.end())
    for match in passage.matches_within(_FLAT, start, end):
        yield Sighting("BT506", match.start(), match.end(), match[0], "house")


# A numbered alley is not a home: “Ngách 12/5 được trải nhựa”.
_ALLEY = lazy_regex(r"(?:ngõ|ngách|hẻm|kiệt) \d+[a-z]?/\d+\w*$")
# Roads named after a day: “đường 30/4”.
_DAY_ROAD = lazy_regex(r"(?:đường|phố|đại lộ)[: ]+(?:0?[1-9]|[12]\d|3[01]) ?/ ?(?:0?[1-9]|1[0-2])")
_DAY_ROAD_BEFORE = lazy_regex(r"(?:đường|phố|đại lộ) \d{1,2} ?/ ?\d{1,2}(?:,| và|, đường)? $")
_DOOR_NUMBER = lazy_regex(r"\d[a-z]?,? ?$")
_NUMBERS = ("số", *"0123456789")
_NUMBERED_THING = lazy_regex(
    r"(?<!\w)(?:cột(?: \w+)?|trụ(?: \w+)?|cống|hố ga|trạm(?: \w+)?|xe(?: \w+)?|tuyến|cầu|chốt|tủ"
    r"|điểm(?: \w+){0,2}|tổ|đội|nhánh|cây|vòi|bốt|bể|giếng|gói|lô|khu(?: vực)?|bảng|biển|đèn"
    r"|camera|bãi) $"
)
_DOOR_BEFORE = lazy_regex(
    r"(?<!\w)(?:nhà|số|hộ|trú|ở|tại|căn|địa chỉ|đ/c|ngụ|phòng|quán|ghé|đến|tới|về)(?: \w+)?[ :,]*$"
)


def _home_sighting(passage: Passage, start: int, end: int) -> Iterator[Sighting]:
    clause = re.split(r"[.;!?]\s|\n", passage.before(start, _REACH))[-1]
    is_alley = _ALLEY.fullmatch(passage.low[start:end]) and not _DOOR_BEFORE.search(clause)
    is_numbered = _DOOR_NUMBER.search(clause) and not _DAY_ROAD_BEFORE.search(clause)
    is_day = _DAY_ROAD.fullmatch(passage.low[start:end]) and not is_numbered
    if (
        is_alley
        or is_day
        or (passage.low.startswith(_NUMBERS, start) and _NUMBERED_THING.search(clause))
    ):
        return
    if not _SEAT.search(clause) or _SOMEBODY.search(clause):
        yield Sighting("BT506", start, end, passage.text[start:end], "house")


def parcels(passage: Passage) -> Iterator[Sighting]:
    """Plots of land by their numbers in the land register."""
    for cell in passage.cells:
        if any(passage.matches(_PLOT_HEADING, cell.heading)) and cell.is_number(passage.low):
            value = passage.text[cell.start : cell.end]
            yield Sighting("BT506", cell.start, cell.end, value, "parcel")
    for match in passage.matches_near(PARCEL_WORDS, _PARCEL, 60):
        value = passage.text[match.start() : match.end()]
        yield Sighting("BT506", match.start(), match.end(), value, "parcel")


PARCEL_WORDS = word_forms(("thửa", "tờ", "sổ"))
