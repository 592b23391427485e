"""Labels put on people, and guilt told before anybody decided it."""

from collections.abc import Iterator

from generator.guard.glance import Glance, parted, triggers
from generator.guard.later import later
from generator.guard.sighting import Sighting
from generator.guard.signs import Signs

_LABEL = later(
    r"(?<!\w)(?:(?:những |các |bọn |lũ |đám |một số )?(?:kẻ (?:xấu|gian|thù|phá hoại|quá khích"
    r"|cơ hội|cầm đầu|chủ mưu|gây rối|kích động|lừa đảo|trộm|cắp|cướp|phản động|giật dây"
    r"|xúi giục|\w+)"
    r"|phần tử (?:xấu|cực đoan|chống|quá khích|phản động|cơ hội|bất|kích động|gây rối|lưu vong"
    r"|khủng bố|tội phạm|thoái|tiêu cực|phá|lợi dụng|thù địch|ngoan cố|chây|ly khai|phản"
    r"|lưu manh|nguy hiểm|manh động|này)|thành phần (?:xấu|bất hảo|chống đối|phản động|cực đoan"
    r"|quá khích|bất mãn|cơ hội)|thế lực (?:thù địch|xấu|phản động|đen|chống|ngầm|thù|bên ngoài)"
    r"|đối tượng (?:xấu|cực đoan|quá khích|chống đối|cầm đầu|phản động|bất hảo|kích động"
    r"|gây rối|cơ hội|chủ mưu))"
    r"|(?:bọn|bè lũ) \w+|(?:lũ|đám|bầy|quân) (?:người \w+|lừa \w+|kẻ|chúng|côn|lưu|cướp|trộm"
    r"|phản|vô|ô hợp|quậy|đầu|nghiện|ăn|phá|giang|dân đen|con nghiện|con buôn)|côn đồ|lưu manh"
    r"|du côn|con nghiện|thằng|bè phái|đầu gấu|giang hồ|xã hội đen|phản động|ăn vạ|chây ì"
    r"|cố tình gây rối|vô học|vô ý thức"
    r"|dân trí thấp|ý thức kém|kém ý thức|lười biếng|tham lam|quấy rối chính quyền|cố chấp"
    r"|thủ phạm|hung thủ|tên (?:trộm|cướp|tội phạm)|con buôn|gian thương|chống phá)(?!\w)"
)
_NOT_PEOPLE = later(
    r"(?:bọn trẻ|kẻ (?:có|không|mới)|lũ (?:lụt|quét|ống|lớn|về|trên|dâng|sông|đến|tại|do|và|có"
    r"|ở|sau|rút|năm|cao|bùn|đang|sẽ|nguồn)|đám (?:cháy|cưới|hỏi|ma|tang|mây|đông|cỏ|giỗ|rước"
    r"|lá)|kẻ (?:vạch|sọc|ô|biển|chữ|bảng|lại|thẳng|đường|hàng|mắt)"
    r"|phần tử (?:dữ|hữu|hình|mảng)|bọn (?:trẻ|chúng)|bầy (?:chó|mèo|đàn|chim|ong|biện)"
    r"|thế lực (?:của|tài))"
)
_GUILT = later(
    r"(?<!\w)(?:(?:đã |là người )?(?:vi phạm pháp luật|phạm tội|lừa đảo|tham ô|tham nhũng"
    r"|trộm cắp|chiếm đoạt|nhận hối lộ|ăn cắp|biển thủ|cố ý gây thương tích|có tội|bao che"
    r"|cấu kết|ăn chặn|ăn bớt|rút ruột|trục lợi))(?!\w)"
)
_SOMEBODY = later(
    r"(?<!\w)(?:ông|bà|anh|chị|người này|đối tượng|chủ \w+|nhóm người|nhóm này|hộ này|hộ"
    r"|giám đốc|chủ đầu tư|doanh nghiệp|công ty|cán bộ|tổ trưởng|những người|lãnh đạo"
    r"|đơn vị thi công|cơ sở|nhà thầu|họ|một số hộ|chủ tịch|kế toán|nhân viên|bảo vệ"
    r"|trưởng \w+)(?!\w)"
)
_DECIDED = later(
    r"(?<!\w)(?:quyết định(?: xử phạt| số| khởi tố| của| kỷ luật)|bản án|tòa án|toà án"
    r"|đã (?:tuyên|kết luận)|kết luận (?:số|thanh tra|điều tra|của)|biên bản vi phạm|xử phạt"
    r"|có hiệu lực pháp luật|bị tuyên|kết án|thông báo kết luận|nghi|nghi ngờ|tố cáo|chưa (?:có"
    r"|xác|kết)|phòng,? chống|phòng ngừa|cảnh giác|thủ đoạn|cảnh báo|nếu|không được nói"
    r"|quy định|hành vi|dấu hiệu|tin báo|xác minh|bị cáo buộc|dấu vết|không nói|phản ánh"
    r"|có hay không|tội phạm)(?!\w)"
)
_SENTENCE = later(r"[^.!?;\x00]+")
GUILT_WORDS = triggers(
    parted("tội lừa tham trộm chiếm hối cắp biển che cấu bớt chặn ruột trục pháp")
)
LABEL_WORDS = GUILT_WORDS | triggers(
    parted(
        "kẻ tử hảo thù xấu đen ngầm chống đoan khích cầm mưu rối giục động bọn lũ đám bầy côn manh"
        " du thằng gấu giang"
        " vạ chây vô trí kém lười hung phạm buôn gian phá quấy cố nghiện phái xã bè tên quân"
    )
)
LABEL_SIGNS = Signs(in_any_case=(_LABEL, _GUILT))


def labels(glance: Glance) -> Iterator[Sighting]:
    """Words that judge people instead of telling what happened."""
    for found in glance.finds_near(LABEL_WORDS, _LABEL):
        if not _NOT_PEOPLE.match(found[0]):
            yield Sighting("BT514", found.start(), found.end(), found[0], "label")
    for sentence in () if GUILT_WORDS.isdisjoint(glance.words) else _SENTENCE.finditer(glance.low):
        guilt = next(glance.finds(_GUILT, sentence[0]), None)
        if (
            guilt
            and _SOMEBODY.search(sentence[0][: guilt.start()])
            and not _DECIDED.search(sentence[0])
        ):
            start = sentence.start() + guilt.start()
            yield Sighting("BT514", start, start + len(guilt[0]), guilt[0], "guilt")
