"""Labels on people, and statements of guilt without a decision."""

import re
from collections.abc import Iterator

from generator.base.lazy_regex import lazy_regex
from generator.guard.names.name_words import UPPER
from generator.guard.statements.speakers import NAMED
from generator.guard.statements.verdict_words import ACCUSED, BADLY, GUILT, HEAPS, LABELS, MEN
from generator.guard.text.patterns import any_of, phrases
from generator.guard.text.plain_text import Passage, unaccented
from generator.guard.text.prefilter import Signs
from generator.guard.text.sighting import Sighting

_LABEL = lazy_regex(
    rf"(?<!\w)(?:{any_of(MEN)} {any_of(BADLY)}|(?:bọn|lũ|đám|tụi) (?P<them>{any_of(HEAPS)})"
    r"|(?:quân|bầy|phường) (?P<herd>trộm|cướp|phá|lừa|phản|côn đồ|lưu manh|ăn|vô|gian|khốn|sâu mọt)"
    r"|(?:tên )?tội phạm (?P<named>(?!hình|ma|công|mạng|mua|lừa|sử|trộm|có|và|về|trên|tại|ở|trong"
    r"|xảy|giảm|tăng|kinh|môi|liên|phi|nghiêm|chiếm|là|lợi|thường|hoạt|được|đã|sẽ|vẫn|xuyên|tín|cho"
    r"|cướp|mới|nguy|vị|tham|người|đang|bị)\w+)"
    r"|đối tượng (?:cần|phải|đáng|bị)? ?(?:để mắt|theo dõi|chú ý|đáng ngờ|khả nghi|cảnh giác)"
    r"|đối tượng (?P<who>\w+)|(?:một|mấy|những|các|hai|ba|bốn|là|bởi|do) tên (?:chuyên|trộm"
    r"|cướp|say"
    r"|nghiện|đầu|cò|lừa|buôn|bợm|bịp|vô|mất|côn|lưu|giang|tội|sát|bất|xấu)"
    r"|(?<!bà )(?<!đẻ )(?<!mê )(?<!thiên )mụ (?!vườn|đỡ|mẫm|mị|dạy)\w+"
    r"|(?:loại|đồ|hạng|giống|cái thứ|thứ) (?:hút máu|ăn hại|ăn bám|vô|mất dạy|cặn bã|khốn|đểu|lừa"
    r"|phản|bất|trộm|súc|chó|phá hoại|lừa đảo)|con mẹ (?:bán|ấy|đó|kia|hàng|chủ)"
    rf"|(?:bọn|bè lũ|tụi) (?P<they>\w+)|kẻ (?P<he>\w+)|{any_of(LABELS)})(?!\w)"
)
# The same words in another sense: bands, floods, drawn lines, words that only meet here.
_OTHER_SENSE = lazy_regex(
    r"(?:(?:bọn|tụi) (?:trẻ|mình|tôi|tui|tao|ta|chị|anh|em|tớ|nhỏ|cháu|con|cá (?!độ|cược)\w+"
    r"|tôm|cua|vịt|gà|ngan"
    r"|ếch|chim|cò (?:trắng|về|lửa)|heo|lợn|bò|trâu|dê|ong|mèo|nghé|bê|tằm|lươn|ốc)"
    r"|kẻ (?:bán|mua|khóc|cười|qua|ra|vào|tung|đưa|đón|chê|khen|ít|nhiều|giàu|nghèo|cao|thấp|đến"
    r"|về|trên|dưới|xuôi|ngược|đứng|ngồi|gánh|gồng|chờ|cần|thừa|thiếu|yêu|ghét|sớm|muộn|còn|chài"
    r"|cuốc|cày|câu|quét|nói)(?: \w+)?,? người|kẻ (?:thắng|thua|được|mất)"
    r"|kẻ thù (?:\w+ ){0,3}(?:của|với|cho) (?:\w+ )?(?:vườn|lúa|cây|ruộng|rừng|rau|sức khỏe"
    r"|sức khoẻ"
    r"|môi trường|nhà nông|mùa màng|giấc ngủ|biển|phổi|gan|tim|da|răng|trẻ nhỏ)"
    r"|kẻ (?:có|không|mới|sĩ|cả|trước|ở|đi|bị)"
    r"|kẻ (?:vạch|sọc|ô|biển|chữ|bảng|lại|thẳng|đường|hàng|mắt|khung|ngang|dọc|sơn|lối|thêm|và|chỉ"
    r"|tim|nhựa|lề|ly|làn|lằn|phấn|gạch|bậc|mốc|ranh|tuyến|phân)"
    r"|đám (?:người đưa|đông|cưới)|lũ (?:quét|trẻ|ống|lụt)|đám con|lũ con"
    r"|lũ (?:gây|phá (?:\d|hỏng|hủy|vỡ|sập)|đầu (?:mùa|năm|tiên|nguồn)|cướp đi|chống|dân|nhà)"
    r"|thằng (?:cu|bé|nhỏ|nhóc|cháu|con|út)"
    r"|gái gọi (?:điện|cho|báo|mẹ|bố|đến|tới|lại|\d)|người xấu số|chống phá (?:rừng|hoại|dỡ|thai)"
    r"|dân chơi (?:thể|cầu|bóng|cờ|với|ở|tại|xuân)"
    r"|bất mãn (?:với|về|vì|trước|do|chế độ|chính quyền))(?!\w)"
)
_OTHER_SENSE_AFTER = lazy_regex(
    r"(?:(?<!\w)(?:dòng|ô|vạch|vở|mưa|nước|cơn|trận|đợt|bão|đỉnh|mùa|chống|tránh|phòng|sau|do|vì|thước|giấy|sơn"
    r"|đường|người|con)) $"
)
# “Thủ phạm gây mùi là tảo lam”: nature and things are culprits too.
_NATURE = (
    r"(?:do |con |loài |đàn |các |những |một |đám |lớp |cái |cây |vi |hệ |chất )*(?:chuột|sâu|ốc"
    r"|rầy|chó|mèo|bò|trâu|khỉ"
    r"|mối|cỏ|bệnh|dịch|mặn|hạn|rác|nhựa|tảo|rong|bèo|lục bình|khí|chập|nước|mưa|nắng|lũ|bão|gió"
    r"|khuẩn"
    r"|virus|vi-rút|nấm|muỗi|mương|cống|bụi|khói|rễ|đất|phèn|dầu|mỡ|túi|ni lông|nilon|hóa chất|cá"
    r"|tôm"
    r"|ong|kiến|mọt|bọ|châu chấu|rêu|cát|sét|độ ẩm|nhiệt|thời tiết|triều|phù sa|tàn|ổ|mạch|axit"
    r"|thuốc"
    r"|phân bón|rượu|bia|đường|muối|ánh|tiếng|sóng|sụt|xói)(?!\w)"
)
_CULPRIT = ("thủ phạm", "hung thủ", "kẻ thù", "tội đồ")
_CULPRIT_IS = lazy_regex(rf"(?:(?!là )[^.;!?\n]){{0,60}}(?<!\w)(?:là|do|:) {_NATURE}")
_IS_CULPRIT = lazy_regex(rf"(?<!\w){_NATURE}(?: \w+){{0,4}} (?:là|thành)(?: \w+){{0,2}} $")
# Without marks these are other words: giống, đối tượng, mù.
_MARKED_ONLY = ("giong ", "loai ", "thu ", "cai thu ", "mu ", "doi tuong ", "con me ")
_BODIES_IN_EXILE = ("chính trị ", "tổ chức ", "chính phủ ", "nhóm ", "đảng ", "phái ")
_AMBIGUOUS = ("lũ", "kẻ", "dân chơi", "gái gọi")
_GUILT = lazy_regex(any_of(GUILT))
_SOMEBODY = lazy_regex(any_of(ACCUSED))
# “Tên Mẫu ăn cắp …”: such a “tên” is contempt.
_CALLED_NAMES = lazy_regex(rf"(?<!\w)[Tt]ên [{UPPER}]|{NAMED}")
# “Rõ ràng thủ kho đã lấy 20 bao phân”: sure of a deed that only an inquiry can tell.
_SURELY = lazy_regex(
    r"(?<!\w)(?:chắc chắn|rõ ràng|đích thị|rành rành|không ai khác|chính(?= (?:hắn|ông|bà"
    r"|anh|chị|lão"
    r"|nó|y|thằng|tên|tay)(?!\w)))(?: là)? (?:\w+ ){0,7}?(?:(?:đã|vừa|lại) )?(?:lấy|đổ|đốt|phá|chặt"
    r"|cắt|bẻ|đập|thả|xả|rút|nuốt|giấu|tráo|bán|đào|chiếm|bắt|vứt|ném|hắt|rải|bỏ) \w+"
)
# A cited decision, anywhere in the sentence.
_DECIDED = lazy_regex(
    any_of(
        phrases(
            "quyết định xử phạt|quyết định số|quyết định khởi tố|quyết định kỷ luật|quyết định của",
            "theo quyết định|bản án|tòa án|tòa tuyên|đã tuyên|đã kết luận|kết luận số",
            "kết luận thanh tra",
            "kết luận kiểm tra|kết luận điều tra|kết luận của|thông báo kết luận|biên bản vi phạm",
            "xử phạt|bị phạt|có hiệu lực pháp luật|bị tuyên|kết án|bị khởi tố|đã khởi tố",
            "lệnh bắt|cáo trạng",
            "bị kỷ luật|hình thức kỷ luật|kết luận giám định|án phạt|thi hành án",
            "cơ quan điều tra đã",
        )
    )
)
# “Dù chưa có kết luận thanh tra”, “chưa bị khởi tố”: no decision yet.
_UNDECIDED = lazy_regex(
    r"(?<!\w)(?:chưa|không|chua|khong|chờ|đợi|sắp|cần|dù|mặc|cho|chỉ chờ|trước khi|cho|doi)"
    r"(?: (?:có|hề|bị|ra|ban hành|co|he|bi))*"
    r"(?: (?:bất kỳ|một))?(?: \w+){2,4}"
)
_EVERYBODY_KNOWS = lazy_regex(r"(?<!\w)ai (?:cũng|mà chẳng|chẳng) (?:biết|thấy|rõ|hay)(?!\w)")
_TURN = lazy_regex(r"(?<!\w)(?:nhưng|song|tuy nhiên|thế mà|vậy mà|nhung)(?!\w)")
# Animals, weather and water do damage too; cheats and booklets fit into pockets.
_NO_DEED = lazy_regex(
    r"(?:(?<!\w)(?:chuột|sâu|sâu bệnh|dịch|bệnh|ốc|ốc bươu|bò|trâu|lợn|nắng|mưa|lũ|bão|hạn|mặn|nước"
    r"|khói|sạt lở|chập điện|gió|mối|kiến|châu chấu|rầy)(?: \w+){0,3}"
    r" (?:phá hoại|quấy phá|làm chết|gây ra (?:vụ|cái chết)|đốt nhà|hại dân|gây rối)"
    r"|gây rối loạn"
    r"|(?:cẩm nang|sổ tay|sách|tài liệu|bản đồ|máy)(?: \w+)? bỏ túi"
    r"|đứng sau (?:vạch|xe|cửa|hàng|lưng|cánh|quầy|rào|dây|quầy|lưới))(?!\w)"
)
# Words before the accusation that leave it open, forbid it or warn of it.
_OPEN = lazy_regex(
    any_of(
        phrases(
            r"nghi|nghi ngờ|tố cáo|tố giác|chưa có|chưa xác|chưa kết|phòng,? chống",
            r"phòng ngừa|ngăn chặn",
            r"ngăn ngừa|đấu tranh|bài trừ|cảnh giác|thủ đoạn|cảnh báo|nếu|trường hợp",
            r"không được|quy định",
            r"hành vi|dấu hiệu|tin báo|xác minh|bị cáo buộc|dấu vết|có hay không|tội phạm",
            r"tránh|cấm",
            r"nghiêm cấm|xử lý|phản ánh|luật|nghị định|thông tư|chỉ thị|bất kỳ|ai|người nào",
            r"tuyên truyền",
            r"nhận diện|nhận biết|tin đồn|tin giả|đề phòng|chuyên đề|công tác|vụ án",
            r"đường dây nóng|làm rõ",
            r"kiểm tra việc|giám sát việc|không để|nạn nhân|chiêu trò|kịch bản|không nói",
            r"nguy cơ|báo ngay|bắt|bắt quả tang|bắt giữ|triệt phá|triệt xóa|điều tra|tiếp nhận",
            r"khuyến cáo|ký cam kết|vận động|lừa đảo qua",
        )
    )
    + r"|(?<!\w)(?:không|chưa|chẳng|đừng|chống|bị|nạn"
    r"|tình trạng|vấn đề|tội|điểm|bãi|để)(?: \w+){0,2} $"
    r"|(?:^|những |các |một )(?:người|kẻ) $|(?:của|chiếc) xe $"
)
_TALE = lazy_regex(
    any_of(
        phrases(
            "truyện|cổ tích|vở kịch|vở diễn|vở chèo|bộ phim|phim|tiểu thuyết|rối nước|tích chèo"
        )
    )
)
_END, _FAR = lazy_regex(r"[!?;\x00]|\.(?=\s|$)"), 400
_SAME_CLAUSE, _CLOSE = 60, 12
# Without marks, a short label is usually another word.
_SURE_WITHOUT_MARKS, _PLAIN = 8, frozenset(("con do",))
_PLAIN_GUILT = frozenset(
    phrases(
        "tham nhung|pham toi|tron thue|trom cap|danh bac|tham o|hoi lo|an cap|an trom|bao che"
        "|lua dao|lua tien|an chan|xa trom|do trom|an bot"
        "|an tien"
    )
)
_HEAPS_WITHOUT_MARKS = frozenset(unaccented(phrase) for phrase in HEAPS if " " in phrase)
_UNSURE_PLAIN = frozenset(
    phrases("lam khong|ke khong|khai khong|bat trom|bao khe|lam loan|tung tin|ban re|lam ngo")
)
_BAD_WITHOUT_MARKS = frozenset(unaccented(phrase.split()[0]) for phrase in BADLY) - {"tu", "den"}
LABEL_SIGNS = Signs(in_any_case=(_LABEL, _GUILT, _SURELY))


def stigma(passage: Passage) -> Iterator[Sighting]:
    """Words that judge people instead of describing what happened."""
    for match in passage.matches(_LABEL):
        if _is_of_people(passage, match):
            yield Sighting("BT514", match.start(), match.end(), match[0], "label")
    for deed in passage.matches(_SURELY):
        start, end = _sentence_around(passage.low, deed.start())
        is_somebody = any(passage.matches(_SOMEBODY, passage.low[start : deed.end()]))
        if is_somebody and not _is_decided(passage, passage.low[start:end]):
            yield Sighting("BT514", deed.start(), deed.end(), deed[0], "guilt")
    reached = -1
    for guilt in passage.matches(_GUILT):
        start, end = _sentence_around(passage.low, guilt.start())
        is_sure = len(guilt[0]) >= _SURE_WITHOUT_MARKS or guilt[0] in _PLAIN_GUILT
        is_sure = is_sure and guilt[0] not in _UNSURE_PLAIN
        is_new = guilt.start() >= reached and (is_sure or not passage.is_plain)
        if is_new and _accuses_somebody(passage, start, guilt.start(), end):
            reached = end
            yield Sighting("BT514", guilt.start(), guilt.end(), guilt[0], "guilt")


def _is_of_people(passage: Passage, label: re.Match[str]) -> bool:
    sentence = passage.before(label.start(), _SAME_CLAUSE) + passage.after(
        label.start(), _SAME_CLAUSE
    )
    if any(passage.matches(_TALE, sentence)):
        return False
    if passage.is_plain and not _is_sure_without_marks(label):
        return False
    return not _has_other_sense(passage, label)


def _is_sure_without_marks(label: re.Match[str]) -> bool:
    """Without marks “kẻ” and “bọn” look like kế, kể and bốn: only a bad word after them shows."""
    if label["named"] or label["who"] or label[0].startswith(_MARKED_ONLY):
        return False
    if label["them"] in _HEAPS_WITHOUT_MARKS:
        return True
    follower = label["they"] or label["he"] or label["them"] or label["herd"]
    if follower:
        return follower.split()[0] in _BAD_WITHOUT_MARKS
    is_short = label[0].endswith((" thu", " den", " gian", " cap", " ngam"))
    return (len(label[0]) >= _SURE_WITHOUT_MARKS and not is_short) or label[0] in _PLAIN


def _has_other_sense(passage: Passage, label: re.Match[str]) -> bool:
    words = passage.text[label.start() : label.end()].split()
    if label["named"] or label["who"]:
        return not words[-1].istitle()
    if label[0] == "lưu vong" and passage.before(label.start(), _CLOSE).endswith(_BODIES_IN_EXILE):
        return True
    is_place = words[0] == "Kẻ" and words[1].istitle()
    before = passage.before(label.start(), _CLOSE)
    is_after = label[0].startswith(_AMBIGUOUS) and _OTHER_SENSE_AFTER.search(before)
    after = passage.after(label.start(), _SAME_CLAUSE)
    is_other = any(match.start() == 0 for match in passage.matches(_OTHER_SENSE, after))
    return is_place or bool(is_after) or is_other or _is_of_nature(passage, label)


def _is_of_nature(passage: Passage, label: re.Match[str]) -> bool:
    if not label[0].startswith(_CULPRIT):
        return False
    after = passage.after(label.end(), _SAME_CLAUSE)
    before = passage.before(label.start(), _SAME_CLAUSE)
    return passage.begins(_CULPRIT_IS, after) or any(passage.matches(_IS_CULPRIT, before))


def _sentence_around(low: str, at: int) -> tuple[int, int]:
    left = max((end.end() for end in _END.finditer(low, max(0, at - _FAR), at)), default=0)
    right = _END.search(low, at)
    return left, right.start() if right else len(low)


def _claim(passage: Passage, before: str) -> str:
    """What is asserted: “chưa có kết luận nhưng ai cũng biết thủ quỹ …” leaves nothing open."""
    before = _EVERYBODY_KNOWS.sub("", before)
    last = _TURN.split(before)[-1]
    return last if any(passage.matches(_SOMEBODY, last)) else before


def _accuses_somebody(passage: Passage, start: int, at: int, end: int) -> bool:
    """Whether a sentence accuses somebody and cites no decision."""
    sentence, before = passage.low[start:end], passage.low[start:at]
    is_called = _CALLED_NAMES.search(passage.text, start, at)
    is_somebody = is_called or any(passage.matches(_SOMEBODY, before))
    if not is_somebody or any(passage.matches(_OPEN, _claim(passage, before))):
        return False
    if any(passage.matches(_NO_DEED, sentence)):
        return False
    return not _is_decided(passage, sentence) and not any(passage.matches(_TALE, sentence))


def _is_decided(passage: Passage, sentence: str) -> bool:
    return any(passage.matches(_DECIDED, _UNDECIDED.sub("", sentence)))
