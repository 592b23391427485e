"""Health, religion, ethnicity and politics of a few people, or of one residential group."""

from collections.abc import Iterator

from generator.guard.glance import Glance, parted, triggers
from generator.guard.later import later
from generator.guard.sighting import Sighting
from generator.guard.signs import Signs

_HEALTH = (
    r"mắc (?:bệnh|lao|covid|sốt|hiv|ung thư|tâm thần|cúm|sởi|tay chân miệng|\w+)|bị (?:bệnh|lao"
    r"|tâm thần|ung thư|hiv|nhiễm|ngộ độc)|nhiễm (?:hiv|covid|bệnh|lao|vi|sars|hiv/aids)|hiv|aids"
    r"|dương tính|f0|bệnh nhân|người bệnh|ca (?:bệnh|mắc|nhiễm|sốt xuất huyết|sởi|lao|covid"
    r"|dương tính)|tâm thần|ung thư|trầm cảm|nghiện|sa sút trí tuệ"
    r"|khuyết tật|tự kỷ|bệnh lao|bệnh phong|viêm gan|người lao phổi|cai nghiện|sảy thai|vô sinh"
    r"|động kinh|tiểu đường|suy thận|methadone"
)
_FAITH = (
    r"công giáo|phật giáo|có đạo|không theo đạo|bỏ đạo|phật tử|tin lành|theo đạo|tín đồ|giáo dân"
    r"|hồi giáo|cao đài|hòa hảo|tôn giáo|theo tà đạo|hội thánh|thánh đức chúa trời|pháp luân công"
    r"|theo phật|đạo (?:thiên chúa|phật|tin lành|công giáo|cao đài|hồi)"
)
_PEOPLES = (
    r"dân tộc \w+"
    r"|người (?:mông|thái|tày|nùng|dao|hoa|khmer|chăm|mường|dân tộc|h'mông|hmông"
    r"|ê đê|gia rai)(?!\w)"
)
_POLITICS = (
    r"quan điểm chính trị|tư tưởng chính trị|lập trường chính trị|bất mãn|chống đối"
    r"|chống (?:đảng|nhà nước|chính quyền)|phản động|ủng hộ (?:đảng|tổ chức|phe)|phai nhạt lý tưởng"
    r"|tự diễn biến|tự chuyển hóa|không tin (?:vào )?(?:đường lối của )?(?:đảng|chính quyền"
    r"|chế độ)|đòi đa đảng|đa nguyên|đa đảng|khuynh hướng chính trị|thái độ chính trị"
    r"|quan điểm trái|không đi bầu|không bỏ phiếu|tẩy chay bầu cử"
)
_TRAIT = later(rf"(?<!\w)(?:{_HEALTH}|{_FAITH}|{_PEOPLES}|{_POLITICS})(?!\w)")
_FEW = later(
    r"(?<![\w/.,-])(?<!mươi )(?<!trăm )(?<!mười )(?:0?[1-9]|một|hai|ba|bốn|năm|sáu|bảy|tám|chín"
    r"|vài|mấy) (?:hộ|người|trường hợp|ca|gia đình|giáo viên|cô giáo|phật tử|tín đồ|cử tri"
    r"|cán bộ|chị|anh|bà|ông|trẻ|bạn|tiểu thương|đoàn viên|cụ già|nhân viên|cư dân|công dân"
    r"|sinh viên|phụ huynh|bé|em|cháu|cụ|phụ nữ|học sinh|bệnh nhân|thanh niên|công nhân|nữ|nam"
    r"|đảng viên|cá nhân|thành viên|cặp)(?!\w)"
)
_ONE_GROUP = later(
    r"(?<!\w)(?:tổ dân phố|tổ|tdp|thôn|xóm|ấp|bản|khu phố|tổ nhân dân|ngõ|hẻm|ngách|khu tập thể"
    r"|cụm dân cư|khu nhà trọ|dãy trọ|tòa|toà)(?: số)? (?:\d+\w?|[A-ZĐ]\w*)"
)
_NUMBERED = later(
    r"(?<!\w)(?:tổ|khu|số|thôn|cụm|tổ dân phố|ngày|tháng|năm|một số|điểm|hàng|điều|vào) $"
)
_GENERAL = later(
    r"(?<!\w)(?:phòng,? (?:chống|ngừa)|tuyên truyền|tập huấn|quy định|tầm soát|tiêm chủng"
    r"|đoàn kết|chính sách|luật|ban tôn giáo|hội người khuyết tật|công tác|hoạt động tôn giáo"
    r"|đại đoàn kết|dân tộc và tôn giáo|ngày hội)(?!\w)"
)
_END = later(r"[!?;\x00]|\.(?=\s|$)|\n\n|\n(?=[-•*])")
_NEAR, _FAR = 32, 400
SENSITIVE_WORDS = (
    triggers(
        parted(
            "ca mắc bệnh nhiễm hiv aids f0 tâm ung trầm nghiện khuyết kỷ viêm cai phật tín đạo tộc"
            " mãn chống phản nguyên trị pháp"
            " kinh suy thận tích dương tẩy đường phai diễn tính trái bầu phiếu methadone sảy vô ngộ"
        )
    )
    | frozenset(
        form
        for one in parted(
            "Công Tin Cao Hòa Hồi Mông Thái Tày Nùng Dao Hoa Khmer"
            " Chăm Mường Hmông H'Mông Ê Gia Tôn Hội Thánh Đảng"
        )
        for form in triggers((one,))
        if not form.islower()
    )
    | triggers(("giáo",))
)
SENSITIVE_SIGNS = Signs(in_any_case=(_TRAIT,))


def sensitive(glance: Glance) -> Iterator[Sighting]:
    """One sighting for each sentence; `unplaced` where only the record's area can tell."""
    reached = -1
    for trait in glance.finds_near(SENSITIVE_WORDS, _TRAIT, _NEAR):
        if trait.start() < reached:
            continue
        start, reached = _sentence_around(glance.low, trait.start())
        if not any(glance.finds(_GENERAL, glance.low[start:reached])):
            kind = "group" if _is_of_few(glance, glance.text[start:reached]) else "unplaced"
            yield Sighting("BT513", trait.start(), trait.end(), trait[0], kind)


def _sentence_around(low: str, at: int) -> tuple[int, int]:
    """From the end of the sentence before to the end of this one."""
    start = max((end.end() for end in _END.finditer(low, max(0, at - _FAR), at)), default=0)
    end = _END.search(low, at)
    return start, end.start() if end else len(low)


def _is_of_few(glance: Glance, sentence: str) -> bool:
    low = sentence.lower()
    if any(glance.finds(_ONE_GROUP, sentence)) or any(glance.finds(_ONE_GROUP, low)):
        return True
    return any(not _NUMBERED.search(low[: one.start()]) for one in glance.finds(_FEW, low))
