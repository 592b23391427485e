"""Words that judge people: labels, faults laid on them, crimes said to be theirs."""

from generator.guard.phrases import phrases

# A label whoever it is said of.
LABELS = phrases(
    "côn đồ|lưu manh|du côn|du đãng|con nghiện|thằng nghiện|bè phái|đầu gấu|giang hồ|xã hội đen",
    "đầu trâu mặt ngựa|nhóm xấu|người xấu|thành phần cặn bã|cặn bã|trọc phú|lâm tặc|cát tặc",
    "sa tặc|phản động|phản quốc|phản dân hại nước|việt gian|ăn vạ|chây ì|chây lì|chây lười",
    "chầy cối",
    "thủ phạm|hung thủ|con buôn|gian thương|chống phá|cò đất|cò mồi|cò nhà đất|cò lúa|cò bệnh viện",
    "đầu nậu|ông trùm|bà trùm|trùm sỏ|tay sai|dân anh chị|tay anh chị|đàn anh đàn chị",
    "lừa bịp|trộm vặt|thằng|hắn|gã|thế lực bên ngoài|nghiện ngập|nát rượu|ăn bám|chí phèo",
    "cứng đầu|ngoan cố",
    "cố chấp|lì lợm|vô ơn|vô học|vô ý thức|mất dạy|ngu dốt|ngu muội|dốt nát|u mê|thiếu ý thức",
    "ý thức kém|kém ý thức|dân trí thấp|thiếu hiểu biết|kém hiểu biết|vô văn hóa|thiếu văn hóa",
    "kém văn hóa|ích kỷ|tham lam|lười biếng|lười nhác|lười lao động|bất hảo|bất lương|bất trị",
    "thoái hóa biến chất|thoái hóa, biến chất|sâu mọt|con sâu làm rầu|quan tham|cường hào|ác bá",
    "quấy rối chính quyền|cố tình gây rối|hư đốn|lêu lổng|bè lũ|vô lại",
    "vô công rồi nghề|ăn không ngồi rồi|đâm thuê chém mướn|bảo kê chợ|trẻ trâu|quá khích|bất mãn",
    "khét tiếng|cộm cán|máu mặt|có máu mặt|lật lọng|tráo trở|gian manh|gian xảo|xảo trá|xảo quyệt",
    "trơ trẽn|mất nhân tính|táng tận lương tâm|vô lương tâm|thất đức|độc ác|mụ ta|lão ta|gã ta",
    "tội đồ|nghịch tử|mạt hạng|hạ đẳng|hám lợi|hám tiền|đục nước béo cò|thọc gậy bánh xe",
    "chọc gậy bánh xe|mê muội|cuồng tín|lưu vong|phá bĩnh|quấy phá|càn quấy",
    "ăn cướp|lang băm|dân giang hồ|dân cờ bạc|dân chơi|tiểu nhân|lươn lẹo|láu cá|trốn việc",
    "trai hư|gái hư|gái gọi|gái làng chơi|gái mại dâm|bụi đời|dân tứ chiếng",
)
# Before a noun of people: these nouns with one of these words are labels.
BADLY = phrases(
    "xấu|gian|thù|thù địch|phá hoại|quá khích|cơ hội|cơ hội chính trị|cầm đầu|chủ mưu|gây rối",
    "kích động|lừa đảo|trộm|trộm cắp|trộm cướp|cắp|cướp|cướp giật|phản động|giật dây|xúi giục",
    "cực đoan|chống đối|chống phá|bất hảo|bất mãn|lưu vong|khủng bố|tội phạm|thoái hóa|tiêu cực",
    "lợi dụng|ngoan cố|chây ì|ly khai|lưu manh|nguy hiểm|manh động|côn đồ|cộm cán|giang hồ",
    "hung hãn",
    "nghiện|nghiện hút|càn quấy|quậy phá|phá rối|đen|đen tối|ngầm|hám lợi",
    "xấu xa|hình sự|chuyên gây rối|trục lợi|suy thoái|biến chất|lười biếng|vô lại|mất dạy|bảo kê",
    "trốn nợ|say xỉn|gây chuyện|thất học|vô học|vô công rồi nghề|đầu cơ|đầu trộm đuôi cướp|dốt nát",
)
MEN = phrases("phần tử|thành phần|thế lực|đối tượng|tên|hạng")
# Those in a heap: what follows is no flood, no wedding and no child.
HEAPS = phrases(
    "kẻ|chúng|côn đồ|lưu manh|cướp|trộm|phản động|vô|ô hợp|quậy|đầu|nghiện|ăn|phá|giang hồ",
    "con|người",
    "lừa|cò|buôn|lừa đảo|lười|cho vay|đòi nợ|chống|gây|kích|xúi|khiếu kiện|biểu tình|chuyên",
    "thanh niên",
    "choai choai|trẻ trâu|trai làng|trai|say|cờ bạc|bảo kê|cơ hội|tham|ngu|dốt|dân|thợ|chủ",
    "cán bộ|quan",
    "tài xế|lái|nhà|bán|trục lợi|phá hoại|thù|hám|gian|xấu|móc túi|cá độ|đua xe|nhậu|lang băm|bất",
)
# Deeds and faults that are an accusation once somebody is named before them.
GUILT = phrases(
    "hút trộm|đào trộm|cắt trộm|bơm trộm|câu trộm|chặt trộm|bắt trộm|hái trộm|móc trộm",
    "trộm cát|trộm điện|trộm nước",
    r"cố ý \w+|cố tình \w+|hại hàng xóm|phá đám|ém nhẹm|bưng bít|siết nợ|siết nhà",
    r"đòi nợ thuê|dụ dỗ",
    "vi phạm pháp luật|phạm tội|phạm pháp|lừa đảo|lừa dối|lừa gạt|lừa tiền|lừa dân|lừa bán|tham ô",
    "tham nhũng|trộm cắp|lấy trộm|lấy cắp|ăn trộm|ăn cắp|đánh cắp|chiếm đoạt|chiếm dụng|cướp đất",
    "cướp đoạt|nhận hối lộ|đưa hối lộ|hối lộ|nhận lót tay|nhận tiền lót tay|đòi lót tay|ăn hối lộ",
    "biển thủ|cố ý gây thương tích|có tội|bao che|cấu kết|thông đồng|móc nối|móc ngoặc|ăn chặn",
    "ăn bớt|ăn tiền|ăn chia|ăn hoa hồng|rút ruột|trục lợi|làm giả|làm khống|khai khống",
    "kê khống|khai gian",
    "gian lận|gian dối|giả mạo chữ ký|giả chữ ký|vu khống|bịa đặt|bịa chuyện|tung tin",
    "vòi tiền|vòi vĩnh",
    "vòi quà|vòi phong bì|nhũng nhiễu|sách nhiễu|hạch sách|cửa quyền|làm tiền|tống tiền",
    "bảo kê|cưỡng đoạt",
    "mua chuộc|bị mua chuộc|chạy án|chạy chức|chạy suất|mua phiếu|mua bằng|bán đứng|làm loạn",
    "gây rối|kích động|xúi giục|giật dây|đứng sau|chủ mưu|cầm đầu|chống đối",
    "chống chính quyền|phá hoại",
    "cố tình chống|cố tình gây|cố tình chây|cố tình vu|cố tình phá|cố tình trốn|cố ý gây|cố ý làm",
    "cố ý phá|cố ý đốt|xả trộm|xả lén|đổ trộm|đổ lén|đổ thải trộm|đốt trộm|xả thải trộm",
    "trốn thuế|quỵt",
    "quỵt tiền|quỵt lương|bỏ túi|đút túi|thụt két|tư túi|xà xẻo|bớt xén|cắt xén|lạm thu|lạm quyền",
    "lộng quyền|tắc trách|vô trách nhiệm|thiếu trách nhiệm|tiếp tay|dung túng|làm ngơ|chèn ép",
    "trù dập|hành hung|đánh người|bạo hành|xâm hại|hiếp dâm|giết người|đầu độc|là người gây ra",
    "phóng hỏa|đốt nhà|đốt sạp|đốt chợ|gây ra vụ|gây ra cái chết|làm chết|hại dân|hãm hại",
    "bán rẻ|phạm luật",
    "buôn lậu|buôn ma túy|bán ma túy|buôn bán ma túy|tàng trữ|cho vay nặng lãi|cờ bạc",
    "đánh bạc|mại dâm",
    "bán hàng giả|bán thuốc giả|làm hàng giả|bán thịt bẩn|đầu cơ|thổi giá|ém hàng|trộn tạp chất",
    "quân xanh|cố tình vi phạm|lừa|phá rừng|lấn chiếm đất công|chiếm đất công",
    "vi phạm đạo đức|có tật giật mình|chây ỳ|trốn tránh|trốn nghĩa vụ|chống lệnh",
)
# Who can be accused.
ACCUSED = phrases(
    r"đại gia|nhà giàu|thầu phụ|cò|chủ tàu|trùm|mụ|hắn|kiểm toán|dân phòng|quản giáo|bầu sô",
    r"ông|bà|anh|chị|cô|chú|bác|cậu|gã|lão|người này|kẻ này|đối tượng|chủ|nhóm|hộ|hộ dân|nhà thầu",
    r"giám đốc|phó giám đốc|chủ đầu tư|doanh nghiệp|công ty|cán bộ|công chức|tổ trưởng",
    r"tổ phó|lãnh đạo",
    r"người dân|dân|bà con|những người|mấy người|người|đơn vị thi công|đơn vị|cơ sở",
    r"chủ tịch|bí thư|kế toán",
    r"thủ quỹ|thủ kho|nhân viên|bảo vệ|trưởng|phó|hiệu trưởng|hiệu phó|giáo viên|bác sĩ",
    r"y tá|dược sĩ|thầy",
    r"hợp tác xã|ban quản lý|ban quản trị|tài xế|lái xe|thợ|kỹ sư|giám sát|trọng tài",
    r"cảnh sát|công an",
    r"thanh tra|kiểm lâm|hải quan|thuế vụ|quản lý|hàng xóm|chủ nhiệm|thư ký|môi giới",
    r"tiểu thương|phụ huynh",
    r"thanh niên|học sinh|xã viên|hội trưởng|trưởng thôn|chủ xưởng|nhà máy|tập đoàn|ban chủ nhiệm",
    r"đại lý|cửa hàng|quán|nhà xe|bệnh viện|phòng khám|lái buôn|thương lái|ứng cử viên",
    r"đại biểu|dân quân|chúng",
    r"sư|trụ trì|linh mục|mục sư|phóng viên|nhà báo|luật sư|chính quyền|vợ|chồng",
)
