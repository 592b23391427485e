"""Who speaks: citizens, whose words may not be quoted; offices and papers, whose words may."""

from generator.guard.names.name_words import SURNAMES, UPPER
from generator.guard.text.patterns import any_of, phrases

_CITIZENS = phrases(
    "ghi âm|bình luận|lời nhắn|thư góp ý|phiếu góp ý|tin nhắn gửi đến|tin nhắn của dân|đơn của dân",
    "người dân|bà con|cư dân|hộ dân|nhân dân|dân|dân làng|dân bản|dân phố|dân cư|phụ huynh",
    "tiểu thương",
    "công nhân|nữ công nhân|học sinh|nữ sinh|nam sinh|sinh viên|cử tri|người cao tuổi",
    "cụ già|chủ hộ",
    "hàng xóm|láng giềng|nhân chứng|tài xế|lái xe|bác tài|shipper|công dân|hộ gia đình",
    "gia đình|bệnh nhân",
    "nạn nhân|nông dân|ngư dân|người lao động|lao động|hội viên|đoàn viên|khách|khách hàng",
    "hành khách",
    "du khách|độc giả|bạn đọc|thính giả|khán giả|facebooker|tiktoker|dư luận|học viên",
    "thanh niên|phụ nữ",
    "đảng viên|thành viên|tình nguyện viên|bố mẹ|cha mẹ|mẹ|cha|bố|vợ|chồng|già làng",
    "trưởng họ|giáo dân",
    "phật tử|tín đồ|cựu chiến binh|thương binh|nghệ nhân|nghệ sĩ|thợ|thợ hồ|thợ điện",
    "thợ may|xe ôm|đứa trẻ",
    "cậu bé|cô bé|em bé|bé|bé gái|bé trai|ông lão|bà lão|ông cụ|bà cụ|cụ ông|cụ bà|lão nông",
    "lão ngư|cư dân mạng",
    "đàn ông|cô gái|chàng trai|thiếu niên|xã viên|diêm dân|bạn trẻ|bạn đọc|thí sinh",
    "lao công|giúp việc",
    "tiểu thương|người mẹ|người cha|người bố|người con|người vợ|người chồng|chị em|anh em",
    "mọi người|các hộ",
    "nhiều hộ|một hộ|số hộ|hộ|người|chủ|tài khoản|nick|ý kiến|người thân|người nhà",
    "thân nhân|nhà vườn|nhà nông",
    "ai đó|việt kiều|kiều bào|khách tây|tây balô|có người|lão|cụ|họ|nhóm người|đám đông",
    "bà nội|bà ngoại|ông nội|ông ngoại|già|tổ viên|công nhân vệ sinh|nhân viên bán hàng",
    "bảo vệ|phu hồ|cửu vạn|ve chai|hàng rong|hàng nước|bán vé số|lái đò",
    "người bán|người mua|người thuê|người đi đường|người trồng|người nuôi|bà nội trợ",
    "nội trợ|hưu trí|trí thức",
    "đồng bào|giáo viên|cô giáo|thầy giáo|y tá|điều dưỡng|kỹ sư|doanh nhân|chủ quán",
    "chủ cửa hàng|chủ nhà",
)
# A title means a single person, unless the next word makes it plural or an office.
_TITLED = (
    r"(?:ông|bà|anh|chị|cô|chú|bác|cụ|cháu|em|dì|mợ|thím|cậu|thầy|bạn|nhóc|đứa|mệ|mế|mự|mạ|bủ|bầm"
    r"|bu|dượng|tía|thằng|con bé)"
    r"(?= [^\s,.:;“\"]|[,:]? ?$)(?! (?:em|đề|hùng) )"
)
CITIZEN = rf"(?:{any_of(_CITIZENS)}|(?<!\w){_TITLED}(?!\w))"
_NAMES = "|".join(sorted(SURNAMES, key=len, reverse=True))
NAMED = (
    rf"(?<!\w)(?:{_NAMES}) [{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)*"
    rf"|(?<![\w.])(?:[{UPPER}]\.){{2,4}}"
)
OFFICE = any_of(
    phrases(
        "đại diện|lãnh đạo|bí thư|phó bí thư|chủ tịch|phó chủ tịch|trưởng|phó|ubnd|ủy ban",
        "công an|cơ quan",
        "ban|báo cáo|công văn|thông báo|nghị quyết|nghị định|thông tư|luật|bộ luật",
        "quyết định|kết luận",
        "cán bộ|phát ngôn|đồng chí|loa|hội|đội|câu lạc bộ|clb|đảng ủy|hđnd|hội đồng|mặt trận|mttq",
        "đoàn thanh niên|tổ công tác",
        "giám đốc|hiệu trưởng|đại biểu|chỉ thị|hướng dẫn|khẩu hiệu|băng rôn|biểu ngữ",
        "áp phích|tờ rơi|pano",
        "mẫu|điều|khoản|chương trình|đề án|kế hoạch|quy chế|quy ước|hương ước|tin nhắn",
        "cổng thông tin",
        "trang thông tin|website|sở|bộ|cục|chi cục|công ty|doanh nghiệp|tập đoàn|trung tâm",
        "bệnh viện|nhà trường",
        "trường|nhà máy|nhà thầu|chủ đầu tư|đơn vị|văn phòng|phòng|tòa án|viện|thanh tra",
        "kho bạc|điện lực",
        "chính phủ|quốc hội|thủ tướng|bộ trưởng|tổng bí thư|bác hồ|phường|xã|thành phố|tỉnh",
        "biên bản",
        "tờ trình|phụ lục|bản tin|bài viết|bài báo|bảng tin|biển báo|biển|nội quy|hợp đồng",
        "cam kết|thư ngỏ",
        "thượng tá|đại tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy|thiếu tướng",
        "chuyên gia|tổng đài",
        "hiến pháp|pháp lệnh|tục ngữ|ca dao|câu hát|thành ngữ|bài hát|sách|chủ trương",
        "phương châm|mục tiêu",
    )
)
SAYS = phrases(
    "bảo|đáp|đáp lại|viết|viết lên|ghi|ghi lại|ghi lời|ghi rõ|nói|nói nguyên văn|nói rõ",
    "nói thêm|nói với",
    "cho biết|cho biết thêm|chia sẻ|bức xúc|than|than thở|than phiền|than vãn|kể|kể lại",
    "phàn nàn|bày tỏ",
    "phản ánh|cho rằng|nhận xét|khẳng định|đề nghị|hỏi|hỏi lại|bình luận|nêu|nêu ý kiến",
    "trả lời|phát biểu",
    "cho hay|tâm sự|kêu|kêu lên|kêu gọi|kêu ca|thắc mắc|kiến nghị|quả quyết|lo lắng|lo",
    "lo ngại|gọi điện|giãi bày",
    "trình bày|thốt lên|thốt|chất vấn|đặt câu hỏi|nhắn|nhắn nhủ|bộc bạch|cảm thán|khen|chê",
    "mong|mong muốn",
    "nguyên văn|lời|thì|rằng|cười|cười nói|khoe|reo|reo lên|hét|hét lên|gào|gắt|gắt lên",
    "mắng|quát|thở dài|thì thầm",
    "nghẹn ngào|xúc động|phấn khởi|vui mừng|mừng|hồ hởi|buồn bã|ngậm ngùi|ái ngại|băn khoăn",
    "trăn trở|day dứt",
    "góp ý|đề đạt|yêu cầu|van xin|xin|nài nỉ|năn nỉ|cầu cứu|khóc|phân trần|phân bua",
    "thanh minh|giải thích",
    "đề xuất|bổ sung|nhấn mạnh|tiếp lời|tiếp|nói tiếp|thừa nhận|thú nhận|thú thật|khai",
    "khẩn khoản|ca thán",
    "phân tích|đánh giá|cảm ơn|cám ơn|hứa|cam đoan|tự hào|hào hứng|hài hước|đùa|nói đùa",
    "nói vui|tếu táo",
    "câu hỏi|ý kiến|câu nói|tâm tư|nguyện vọng|nỗi lòng|lời than|giận dữ|gay gắt|bực bội",
    "tức giận|phẫn nộ",
    "nhớ lại|hồi tưởng|tiết lộ|mỉa mai|lên tiếng|phản đối|phản bác|đăng|đăng tải|đăng đàn",
    "comment|tuyên bố",
    "đặt vấn đề|đặt câu|thổ lộ|trải lòng|dặn|dặn dò|nhắc|thưa|trần tình|tường thuật|kể khổ",
    "nói nhỏ|lẩm bẩm|lắc đầu",
    "xuýt xoa|trầm trồ|tấm tắc|gật gù|mếu máo|sụt sùi|rơm rớm|hồn nhiên|thật thà|chua chát",
    "dí dỏm|nói như|gửi gắm",
    "gọi to|gọi với|gọi|kháo|kháo nhau|đồn|xì xào|bàn tán|đồng thanh|nói chắc nịch",
    "nghẹn giọng|nghẹn lời|hô|hô lớn|la lên|la lớn|giọng|than trời|xót xa|rưng rưng",
    "bật khóc|thở phào|mỉm cười|gật đầu",
    "chép miệng|chặc lưỡi|tặc lưỡi|nhăn mặt|ngán ngẩm|tiếc nuối|bùi ngùi|chỉ tay|xua tay",
    "ngập ngừng|thảng thốt|rụt rè|thỏ thẻ|thì thào|lí nhí|cằn nhằn|càu nhàu|làu bàu|rủ rỉ|la|réo",
    "cất tiếng|nói lớn|nói khẽ|kể chuyện|kêu trời|kêu cứu|nức nở|hăng hái|vui vẻ|sốt ruột",
    "nóng ruột|hỏi dồn|hỏi thăm",
)
# Quoted texts that are not speech, even after a colon: documents, slogans, forms, terms, works.
WORDED_THING = phrases(
    "về việc|chương trình|kế hoạch|phong trào|cuộc vận động|khẩu hiệu|chủ đề|mô hình|đề án",
    "cuốn|bài",
    "chuyên đề|câu lạc bộ|thông báo|tờ rơi|mẫu đơn|hội thi|cuộc thi|dự án|gọi là|mang tên|có tên",
    "nhan đề|danh hiệu|cụm từ|từ|mục|(?<!bản )tin|video|clip|hoạt động|ngày hội|gọi đây là|vở",
    "vở kịch|phim|bài thơ",
    "bài hát|ca khúc|tác phẩm|sách|tiêu đề|đề tài|cam kết|tin nhắn|chức năng|tính năng",
    "lễ hội|liên hoan",
    "tuần lễ|chiến dịch|tập|truyện|dòng chữ|chữ|băng rôn|biểu ngữ|áp phích|pano|nhãn",
    "con dấu|dấu|tủ sách",
    "phương châm|tinh thần|tọa đàm|hội thảo|triển lãm|tục ngữ|câu ca|ca dao|được coi là",
    "được ví|thuật ngữ",
    "khái niệm|nghĩa là|hiểu là|biệt danh|bí danh|thành ngữ|câu thơ|được gọi|hô vang",
    "cú pháp|biển báo|lời bài hát",
)
# The same where other words may stand before the colon: “Chủ đề tháng 12: “…””.
TITLED_THING = phrases(
    "chủ đề|khẩu hiệu|phong trào|cuộc vận động|chiến dịch|cuộc thi|hội thi|mô hình|thông điệp",
    "chuyên đề|tiêu đề|phương châm|đề tài|chương trình|kế hoạch|câu lạc bộ|nghị quyết|băng rôn",
    "biểu ngữ|áp phích|pano|biển báo|biển|mẫu đơn|mẫu|tờ rơi|tin nhắn mẫu|lời nhắc|quy ước|nội quy",
)
# Words directly before a quoted name of a place, a body or a button.
NAMED_THING = WORDED_THING + phrases(
    "biển|nhóm|ô|nút|ứng dụng|trang|fanpage|kênh|hội|đợt|tổ|đội|quỹ|giải|giải thưởng",
    "huy hiệu|cụm|đoạn|hộp thư",
    "sân chơi|chợ|quán|nhà hàng|cửa hàng|điểm|tuyến|đường|ngõ|vườn|lớp|khóa|gian hàng",
    "hình thức|bộ phận|tổ chức",
    "cổng|app|hashtag|diễn đàn|gọi|nói không với|hát|đọc|xem|treo|chọn|bấm|nhập|soạn|dự thi",
    "trưng bày|bảng",
)
