"""Health, religion, ethnicity and politics of a few people, or of one residential group."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.names.name_words import UPPER
from generator.guard.statements.sensitive_words import FAITH, FEW_OF, HEALTH, PEOPLES, POLITICS
from generator.guard.text.patterns import any_of, both_tones, phrases
from generator.guard.text.plain_text import Passage
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_TRAIT = lazy_regex(
    rf"{any_of(HEALTH + FAITH + POLITICS)}|(?<!\w)(?:{PEOPLES})(?!\w)"
    r"|(?<!\w)dân tộc(?= ?[|\n])"
    r"|(?<!\w)(?<!thắc )(?<!vướng )mắc (?!mưu|kẹt|lỗi|mớ|nợ|cỡ|cạn|phải|vào|ở|của|trong|khi"
    r"|và|sai|khuyết)\w+"
)
_NUMBER = r"[1-9]/\d{1,2}|0?[1-9]|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|vài|mấy"
r"|cả hai|dăm|đôi ba|một vài"
_FEW = lazy_regex(
    r"(?<![\w/.,-])(?<!mươi )(?<!trăm )(?<!mười )(?<!nghìn )(?<!triệu )"
    rf"(?:{_NUMBER}) (?:{both_tones(FEW_OF)})(?!\w)"
)
# A single person named by title, kinship or work; “bà con”, “anh chị em” are plural.
_SINGLE = lazy_regex(
    r"(?<!\w)(?<!các )(?<!những )(?<!nhiều )(?<!chị )(?<!anh )(?<!ông )(?<!của )(?:(?:con trai"
    r"|con gái|vợ|chồng|mẹ"
    r"|bố|cha|con) (?:của )?(?:ông|bà|anh|chị|chủ)|người (?:phụ nữ|đàn ông|mẹ|vợ|chồng|con"
    r"|này)|cụ (?:ông|bà)"
    r"|cháu (?:bé|gái|trai)|em bé|bé (?:gái|trai)|chủ (?:hộ|quán|nhà|trọ|cửa|tiệm|sạp|xưởng|vườn)"
    r"|(?:ông|bà|anh|chị|cô|chú|bác|cụ) (?!con|em|chị|anh|bà|ông|chú|cháu|mẹ|cha|nội|ngoại"
    r"|giáo|hiệu)"
    r"(?:\w\.|\w+)) "
    r"|(?<!\w)(?:hộ|gia đình|người|nhà|cháu|em) duy nhất "
    r"|(?<!\w)(?:hộ|gia đình|nhà) (?:ở )?(?:đầu|cuối|giữa|cạnh|sau|đối diện|bên) \w+ "
    r"|(?<!\w)nhà (?:bên cạnh|đối diện|kế bên|sát vách|hàng xóm|(?:đầu|cuối) \w+) có "
    r"(?:người|con|cháu|mẹ|bố|vợ|chồng|bà|ông) "
    r"|(?<!\w)(?<!các )(?:(?:trưởng|phó) (?:thôn|bản|ấp|xóm|khu)|tổ trưởng|bí thư|hiệu trưởng"
    r"|kế toán|thủ quỹ|chủ tịch|giám đốc|tài xế|nạn nhân|người trông \w+|người bán \w+)"
    r"(?: \w+){0,4}"
    r" (?:bị|mắc|nhiễm|đang (?:điều trị|chữa)|theo|là (?:người|giáo dân|tín đồ)|có) "
)
_ONE_GROUP = lazy_regex(
    r"(?<!\w)(?i:tổ dân phố|tổ|tdp|thôn|xóm|ấp|bản|buôn|sóc|phum|làng|khu phố|khu dân cư"
    r"|tổ nhân dân|ngõ|hẻm"
    r"|ngách|kiệt|khu tập thể|tập thể|cụm dân cư|cụm|khu nhà trọ|nhà trọ|dãy trọ|dãy|tòa"
    r"|toà|đội|khóm|khối|(?<!học )lớp|liên gia|xóm trọ|khu trọ|chung cư)"
    r"(?: (?i:số)| (?:chài|trọ|đạo|tái định cư|nhà trọ|ven sông|công nhân|dân cư|tập thể))?"
    r" (?:[A-ZĐ]?\d+\w?|[A-ZĐÁÀẢÃẠĂÂÉÈÊÍÌÓÒÔƠÚÙƯÝ]\w*)"
)
_NUMBERED = lazy_regex(
    r"(?<!\w)(?:tổ|khu|số|thôn|cụm|tổ dân phố|ngày|tháng|năm|một số|điểm|hàng|điều|vào|quý"
    r"|tuần|lớp|cấp|mức|độ"
    r"|thứ|khoản|phần|mục|câu|phòng|quận|bảng|đợt|lần|vòng|kỳ) $"
)
# Words for programmes, bodies and places: the matter that follows concerns no person.
_OF_NOBODY = lazy_regex(
    any_of(
        phrases(
            r"phòng,? chống(?: (?:dịch|bệnh|tác hại))?|phòng|ngừa|phòng ngừa|tầm soát",
            r"sàng lọc|tiêm|tiêm chủng",
            r"hội người|hội phụ nữ|hội nạn nhân|ban|bệnh viện|khoa|phòng khám|trung tâm",
            r"trường|bảo hiểm|luật",
            r"ngày (?:quốc tế|thế giới|hội)|quỹ|tháng hành động|tuần lễ|vắc-xin|vaccine",
            r"vắc xin|văc xin|thuốc",
            r"chương trình|dự án|về|tuyên truyền|tuyên truyền về|ủy ban|sở|bộ|hội đồng",
            r"công tác|chính sách|lễ hội",
            r"văn nghệ|nhà thờ|khăn|trang phục|bánh|món|múa|hát|văn hóa|tiếng|bản sắc",
            r"(?<!có )(?<!một )(?<!hai )(?<!đứa )con",
            r"truyền thông|nghiên cứu|khám|hội thảo|tập huấn|thông tư|nghị định|nghị quyết",
            r"phiếu|tờ khai|giáo hội",
        )
    )
    + r"(?: (?:bệnh|dịch|hoạt động|dịch bệnh|dân tộc|các|những|người|cho|về|nguy cơ))*,? $"
    r"|(?<!bán )(?<!nuôi )(?<!hàng )(?<!\w)(?:lợn|gà|vịt|chó|mèo|trâu|bò|dê|cây|lúa|tôm|(?<!\d )cá"
    r"|đàn \w+|nước) $"
)
_GENERAL = lazy_regex(
    any_of(
        phrases(
            r"phòng,? (?:chống|ngừa)|tuyên truyền|tập huấn|quy định|tầm soát|tiêm chủng",
            r"đại đoàn kết",
            r"ban tôn giáo|hội người khuyết tật|hoạt động tôn giáo|dân tộc và tôn giáo",
            r"dân tộc, tôn giáo|luật",
            r"ngày hội|chính sách|công tác|mô hình|hội thảo|chuyên đề|đoàn kết|kế hoạch",
            r"nguy cơ|triệu chứng",
        )
    )
)
_ANIMALS = lazy_regex(
    r"(?<!\w)(?<!nuôi )(?<!bán )(?:đàn (?:gà|vịt|lợn|heo|trâu|bò|dê|cá)|gà|vịt|lợn|heo|trâu|bò"
    r"|chó|gia súc"
    r"|gia cầm|vật nuôi|tôm|cây|lúa)(?: (?!nhà |hộ |ông |bà |người |cắn)\w+){0,3} $"
)
_PART_OF_PLACE = lazy_regex(rf"(?<!\w)[{UPPER}]\w* $")
_GROUP_HEADING = lazy_regex(
    r"^(?:tổ|tổ dân phố|tdp|thôn|xóm|ấp|bản|buôn|khóm|cụm|hộ|hộ dân|chủ hộ|ngõ|khu|kp|khối|làng|sóc"
    r"|phum|bon|họ tên|họ và tên|ông|bà|tên|danh sách|dãy|lớp)(?!\w)"
)
_END = lazy_regex(r"[!?;\x00]|\.(?=\s|$)|\n\n|\n(?=[-•*])")
_FAR, _BESIDE = 400, 48
# The name of a people has a capital: “người Kháng”, but “người kháng chiến”.
_A_PEOPLE = lazy_regex(rf"(?:{PEOPLES})$")
# “hộ Thái Bình” are from a place.
# Without marks only these names of peoples are no other word.
_PLAIN_PEOPLES = (
    " cham",
    " khmer",
    " mong",
    " hmong",
    " nung",
    " muong",
    " e de",
    " ba na",
    " xtieng",
)
_ALSO_PLACES = (" thái", " hoa", " mường", " tày", " thổ", " cống", " thượng", " lào", " co", " mạ")
_NAME_AFTER = lazy_regex(rf" [{UPPER}]")
_MINORITY = lazy_regex("dân tộc")
# Without marks, a short word is usually another word.
_SURE_WITHOUT_MARKS, _PLAIN = 6, frozenset(("hiv", "aids", "f0", "ca lao"))
SENSITIVE_SIGNS = Signs(in_any_case=(_TRAIT,))


def sensitive(passage: Passage) -> Iterator[Sighting]:
    """One sighting for each sentence; kind `unplaced` when only the record's area can decide."""
    reached = -1
    for trait in passage.matches(_TRAIT):
        if trait.start() < reached or _is_of_nobody(passage, trait):
            continue
        start, reached = _sentence_around(passage.low, trait.start())
        is_few = _is_of_few(passage, start, reached, trait)
        if is_few is not None:
            kind = "group" if is_few else "unplaced"
            yield Sighting("BT513", trait.start(), trait.end(), trait[0], kind)


def _is_of_nobody(passage: Passage, trait: re.Match[str]) -> bool:
    is_short = len(trait[0]) < _SURE_WITHOUT_MARKS or trait[0].startswith("mac ")
    if passage.is_plain and is_short and trait[0] not in _PLAIN:
        return True
    if _is_place(passage, trait):
        return True
    is_people = any(match.start() == 0 for match in passage.matches(_A_PEOPLE, trait[0]))
    if is_people and not any(passage.matches(_MINORITY, trait[0])):
        is_sure = passage.is_plain and trait[0].endswith(_PLAIN_PEOPLES)
        return not is_sure and passage.text[: trait.end()].split()[-1].islower()
    before = passage.before(trait.start(), _BESIDE)
    return any(passage.matches(_ANIMALS, before)) or any(
        match.end() == _BESIDE for match in _general_matches(passage, trait.start())
    )


def _is_place(passage: Passage, trait: re.Match[str]) -> bool:
    """“Cù Lao Chàm”, “hộ Thái Bình”: the word is a part of the name of a place."""
    written = passage.text[trait.start() : trait.end()]
    before = passage.text[: trait.start()][-12:]
    is_inside = written.startswith("Bà ") and before.strip() and before.rstrip()[-1].isalnum()
    is_part = written.istitle() and (is_inside or _PART_OF_PLACE.search(before))
    may_be = trait[0].endswith(_ALSO_PLACES) and trait[0].startswith(("hộ ", "gia đình "))
    return bool(is_part or (may_be and _NAME_AFTER.match(passage.text, trait.end())))


def _general_matches(passage: Passage, at: int) -> Iterator[re.Match[str]]:
    return passage.matches(_OF_NOBODY, passage.before(at, _BESIDE).rjust(_BESIDE))


def _sentence_around(low: str, at: int) -> tuple[int, int]:
    """The (start, end) offsets of the sentence around an offset."""
    start = max((end.end() for end in _END.finditer(low, max(0, at - _FAR), at)), default=0)
    end = _END.search(low, at)
    return start, end.start() if end else len(low)


def _is_listed_by_group(passage: Passage, at: int) -> bool:
    """Whether a table gives the matter for each residential group."""
    cell = passage.cell(at)
    line = passage.before(at, _FAR).rpartition("\n")[2] + passage.after(at, _FAR).partition("\n")[0]
    row = [part.strip() for part in line.split("|")]
    headings = cell.headings if cell else row if len(row) > 1 else ()
    return any(any(passage.matches(_GROUP_HEADING, heading)) for heading in headings)


def _is_of_few(passage: Passage, start: int, end: int, trait: re.Match[str]) -> bool | None:
    """Whether few people are meant; None when the sentence concerns no person."""
    sentence, low = passage.text[start:end], passage.low[start:end]
    few = [
        group for group in passage.matches(_FEW, low) if not _NUMBERED.search(low[: group.start()])
    ]
    at = trait.start() - start
    is_only = low.startswith(" duy nhất", trait.end() - start)
    is_beside = is_only or any(-_BESIDE < at - group.end() < _BESIDE for group in few)
    single = passage.matches(_SINGLE, low[max(0, at - _BESIDE) : at])
    if is_beside or any(single) or _is_listed_by_group(passage, trait.start()):
        return True
    if any(passage.matches(_GENERAL, low)):
        return None
    return (
        bool(few)
        or any(passage.matches(_ONE_GROUP, sentence))
        or any(passage.matches(_ONE_GROUP, low))
    )
