"""The words of names: surnames, what is said before a person's name, what is named after people."""

import re

from generator.guard.glance import unaccented

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))

# Surnames that stand for a person wherever a given name follows.
STRONG_SURNAMES = frozenset(
    """Nguyễn Trần Lê Phạm Huỳnh Võ Vũ Đặng Bùi Đỗ Ngô Phan Trương Trịnh Đinh Đoàn Nguyền Lương
    Lưu Tạ Phùng Doãn Quách Khuất Nghiêm Chử Ngụy Tống Hứa Lều Ứng""".split()
)
# Other surnames; many are ordinary words or parts of places, so more must speak for a person.
WEAK_SURNAMES = frozenset(
    """Hoàng Dương Lý Hà Cao Mai Tô Chu Châu Đàm La Lâm Thái Tăng Quang Vi Vương Ông Âu Ân Bạch Bành
    Bế Ca Cái Cấn Cầm Cù Cung Diệp Dư Đái Đan Đậu Điêu Đồng Đổng Đường Giang Giàng Hàn Hàng Hầu
    Hoa Hùng Kha Khúc Khương Kiều Kim Kiên Kông Lã Lã Lạc Lại Lăng Liêu Liễu Lò Lộc Lô Lù Lục Lữ Lừu
    Ma Mã Mạc Mạch Mẫn Mâu Mông Mùa Nhâm Nhan Nhữ Ninh Nông Ong Ổ Phí Phó Phú Phương Quan Quàng Quản
    Sái Sầm Sơn Sùng Tào Thạch Thào Thi Thẩm Thiều Thôi Tiêu Tôn Tòng Tòng Trà Trang Triệu Triển
    Trình Trưng Từ Tưởng Ung Uông Ưng Văn Vàng Vày Viên Vừ Xa Xuân Y Yên An Bàng Bồ Cống Cồ Đới
    Đào Hồ Khổng Giáp Thân Chế Danh Cil Ngọ Kră Lơ Păng Liêng Bon Rmah Kpuih Zơ Rơ Ka Bríu Alăng Pơloong
    Hối Coor Ating Bling Kring Blúp Tơ Ngôl Dagout Sơn Kiên Thạch Châu Neang Tăng Trượng Quảng Nại Lộ
    Ksor Siu Rơ Niê Êban Hờ Rahlan Kpă Nay Chảo Tẩn Phàn Chẻo Tráng Cư Hạng Sình Thao Vang Ngần""".split()
)
SURNAMES = STRONG_SURNAMES | WEAK_SURNAMES
PLAIN_SURNAMES = frozenset(
    """Nguyen Tran Le Pham Huynh Vo Vu Dang Bui Do Ngo Phan Truong Trinh Dinh Doan Luong Hoang Duong
    Ly Ha Cao Mai Dao Luu Ta Phung Quach Lam Trieu Nong Ho Dam""".split()
)
# Those that no other language's words resemble.
CLEAR_PLAIN_SURNAMES = frozenset("Nguyen Tran Pham Huynh Dang Bui Truong Trinh Hoang".split())
MIDDLE_NAMES = frozenset(
    """Văn Thị Đình Hữu Đức Bá Xuân Ngọc Thanh Minh Quang Quốc Thế Công Trọng Duy Hoàng Thu Kim Thùy
    Thuỳ Bích Phương Anh Tuấn Việt Gia Bảo Khánh Hải Mạnh Tiến Viết Như Diệu Mỹ Hồng Tuyết Khắc Phú
    Vĩnh Chí Đăng Đắc Huy Trung Thành Tùng Sỹ Sĩ Phúc Lan Hoài Hà Thảo Cẩm Thúy Thuý Quỳnh Nhật
    Thái Tất Doãn Huyền Mai Thục Tường Trường Thiện Hùng Đại Đỗ Lê Trần Nguyễn Phạm Vũ Bùi Đặng
    Thiên Hạnh Khôi Nam Tú Vân Yến""".split()
)
PLAIN_MIDDLE_NAMES = frozenset(unaccented(name) for name in MIDDLE_NAMES)

# Said before a person's name, whatever the name is. The value: what must stand before the word.
TITLES = {
    **dict.fromkeys(
        "ông bà anh chị cô chú bác cụ cậu dì mợ thím thầy em cháu bé ngài bạn cu nhóc".split(), ""
    ),
    **{"chí": "đồng", "đ/c": ""},
}
MINOR_TITLES = frozenset({"em", "cháu", "bé", "cu", "nhóc"})
MINOR_ROLES = re.compile(
    r"(?:học sinh|nam sinh|nữ sinh|trẻ|trẻ em|con trai|con gái|thiếu niên)(?: lớp \w+)?(?: tên| là)? ?$"
)
# Before a name these only count when a surname and another syllable follow.
ROLES = frozenset(
    """hộ đình vợ chồng con trai gái mẹ bố cha má tía sinh viên bộ tượng can cáo dân nhân xế lái xe
    giáo sĩ tá dưỡng sư đảng hội đoàn tri tịch thư trưởng phó đốc úy uý tướng chủ tên nick trẻ bạn là
    của do bởi với gặp gọi người ký đơn phạm gồm cho nhận nhà làng lý""".split()
)
# Roles that only one person has: a name of two syllables follows, whatever its surname.
PERSONAL_ROLES = frozenset("tá úy uý sĩ nhân sư".split())
# “nhà Tư Đờn”: children are called by their order in the South.
BIRTH_ORDER = frozenset("Hai Ba Tư Năm Sáu Bảy Tám Chín Út".split())
# Right before a title these make it speak of many, or of a country.
PLURALS = (
    "trẻ|các|chị|anh|bà|ông|những|mọi|hai|tre|cac|đàn|học sinh|tiếng|nước|vương quốc|giữa|quê|đội"
).split("|")
OFFICE_WORDS = frozenset("Trưởng Phó Bí Chủ Giám Hiệu Tổ Ủy Uỷ Chánh Đảng".split())
# Words after a title that are no names: bodies, offices, places, peoples.
NOT_NAMES = frozenset(
    """Ban Bí Trưởng Phó Chủ Chánh Giám Hiệu Tổ Tổng Ủy Uỷ Đảng Thường Đại Hội Đoàn Công Mặt Cán
    Trường Phường Xã Quận Huyện Tỉnh Thành TP Thủ Khu Phố Đường Thôn Ấp Bản Làng Mầm Tiểu Trung THCS
    THPT UBND HĐND MTTQ CLB Cộng Bộ Sở Phòng Viện Trạm Bệnh Nhà Hộ Việt Kinh Khmer Chăm Tày Thái Mường
    Nùng Mông Hoa Phật Tin Hồi Quốc Liên Liệt Cựu Phụ Hưu Cảnh Dân Chi Cơ Quý Các Ở Tại Trong Khi Nếu
    Và Là Đã Sẽ Vì Do Theo Từ Tết Nà Bụt Trời Sài KTT KĐT BTV BCH Bưu Điện Tòa Toà Kiểm Thượng Hạ
    Tây Đông Cụm Ngõ Khối Xóm HTX Nông CCB ĐVTN TNXP Đội""".split()
)
# What is named after people: after one of these a name is a place or a body.
NAMED_AFTER = (
    "đường|phố|đại lộ|quốc lộ|tỉnh lộ|ngõ|ngách|hẻm|kiệt|cầu|cầu vượt|hầm|nút giao|ngã ba|ngã tư"
    "|ngã năm|ngã sáu|vòng xuyến|tuyến|trục|đoạn|công viên|vườn hoa|quảng trường|chợ|siêu thị"
    "|(?<!hiệu )trường|thpt|thcs|tiểu học|mầm non|mẫu giáo|trung học|đại học|cao đẳng|học viện|chuyên"
    "|phường|xã|quận|huyện|tỉnh|thành phố|tp|thị trấn|thị xã|làng|thôn|ấp|bản|khu|cụm|xóm"
    "|khu đô thị|kđt|ktt|khu tập thể|tập thể|khu dân cư|tổ dân phố|tổ|hồ|sông|kênh|mương|ao|đảo"
    "|chùa|(?<!gia )đình|đền|miếu|phủ|am|giải|giải thưởng|cúp|quỹ|học bổng|nhà thi đấu|sân vận động|sân"
    "|bệnh viện|phòng khám|bảo tàng|nhà hát|rạp|tượng đài|tượng|nghĩa trang|ga|bến|bến xe|cảng"
    "|công ty|doanh nghiệp|hợp tác xã|htx|khách sạn|nhà hàng|nhà máy|xí nghiệp|đội|câu lạc bộ|clb"
    "|liên đội|chi đội|lớp|phong trào|bưu điện|hội trường|tòa nhà|toà nhà|tòa|tháp|chung cư"
    "|nhà văn hóa|nhà văn hoá|di tích|khu lưu niệm|lăng|nhà thờ|dòng họ|họ|tư tưởng|thư viện|tnhh"
    "|cp|cổ phần|thương mại|tên gọi|đại hội|chi bộ|đảng bộ|chi nhánh|cửa hàng|hiệu thuốc|nhà thuốc"
    "|gara|xưởng|bãi xe|bãi đỗ xe|trạm|điểm|cổng|dốc|đê|đập|bờ|làng nghề|đoàn|trung tâm|nhánh|nút"
)
BETWEEN = (
    "thcs|thpt|tiểu học|mầm non|mẫu giáo|trung học|cơ sở|phổ thông|chuyên|dân lập|tư thục|quốc tế"
    "|đa khoa|tnhh|cp|cổ phần|mtv|một thành viên|hai thành viên|thương mại|xây dựng|hữu hạn"
    "|trách nhiệm|tên|mang tên|tập thể|đô thị|dân cư|phố|liên cấp|nội trú|dân tộc|bóng đá|vượt"
    r"|chuyên biệt|cộng sản|thanh niên|thiếu niên|tiền phong|số \d+\w?|\d+\w?|cũ|mới|các|những"
    "|liên phường|trục chính|phố cổ|văn học|báo chí|sáng tạo|toán học|khoa học|đường|trung tâm"
)
# Figures of history whose names are streets, schools and prizes even where the word is left out.
HISTORICAL = frozenset(
    line.strip()
    for line in """Hồ Chí Minh,Trần Phú,Lê Lợi,Nguyễn Trãi,Lê Hồng Phong,Nguyễn Văn Cừ,Hà Huy Tập,
    Nguyễn Thị Minh Khai,Lê Duẩn,Trường Chinh,Võ Nguyên Giáp,Phạm Văn Đồng,Nguyễn Chí Thanh,
    Hoàng Văn Thụ,Phạm Hùng,Lê Đức Thọ,Tôn Đức Thắng,Nguyễn Lương Bằng,Võ Văn Kiệt,Nguyễn Văn Linh,
    Trần Hưng Đạo,Lý Thường Kiệt,Lý Thái Tổ,Lý Nam Đế,Lý Tự Trọng,Ngô Quyền,Đinh Tiên Hoàng,Lê Hoàn,
    Lê Thánh Tông,Trần Nhân Tông,Trần Thái Tông,Trần Quang Khải,Trần Khánh Dư,Trần Quốc Toản,
    Trần Nhật Duật,Phạm Ngũ Lão,Nguyễn Huệ,Nguyễn Du,Nguyễn Đình Chiểu,Nguyễn Công Trứ,Nguyễn Khuyến,
    Nguyễn Bỉnh Khiêm,Nguyễn Thái Học,Nguyễn Tri Phương,Nguyễn Trường Tộ,Nguyễn Khắc Nhu,Nguyễn Xiển,
    Nguyễn Khang,Nguyễn Tuân,Nguyễn Huy Tưởng,Nguyễn Phong Sắc,Nguyễn Văn Trỗi,Nguyễn Viết Xuân,
    Nguyễn Khánh Toàn,Nguyễn Hữu Thọ,Nguyễn Cơ Thạch,Nguyễn Văn Huyên,Nguyễn Hoàng Tôn,Nguyễn Siêu,
    Nguyễn Hữu Huân,Nguyễn Gia Thiều,Nguyễn Thượng Hiền,Nguyễn Quyền,Nguyễn Trung Trực,Nguyễn Hiền,
    Nguyễn Thị Định,Nguyễn Cao Luyện,Nguyễn Thị Thập,Nguyễn Ngọc Vũ,Nguyễn Phúc Lai,Nguyễn Văn Lộc,
    Nguyễn Xí,Nguyễn Biểu,Nguyễn Hoàng,Nguyễn Trực,Nguyễn Thanh Bình,Nguyễn Sơn,Nguyễn Văn Tố,
    Nguyễn Chánh,Nguyễn Thị Lưu,Lê Trọng Tấn,Lê Văn Lương,Lê Thanh Nghị,Lê Quý Đôn,Lê Văn Hưu,
    Lê Đại Hành,Lê Chân,Lê Lai,Lê Ngọc Hân,Lê Văn Thiêm,Lê Văn Tám,Lê Thái Tổ,Lê Hữu Trác,Lê Phụng Hiểu,
    Lê Trực,Lê Thạch,Lê Đức Anh,Lê Khả Phiêu,Lê Anh Xuân,Lê Lộ,Phan Bội Châu,Phan Chu Trinh,
    Phan Châu Trinh,Phan Đình Phùng,Phan Đình Giót,Phan Huy Chú,Phan Huy Ích,Phan Kế Bính,
    Phan Phu Tiên,Phan Văn Trường,Phan Đăng Lưu,Phan Trọng Tuệ,Phan Thiết,Phan Rang,Phan Xi Păng,
    Phan Xích Long,Võ Thị Sáu,Võ Chí Công,Võ Văn Dũng,Võ Nhai,Vũ Trọng Phụng,Vũ Ngọc Phan,Vũ Tông Phan,
    Vũ Phạm Hàm,Vũ Hữu,Vũ Thư,Vũ Trọng Khánh,Vũ Quang,Đặng Dung,Đặng Tiến Đông,Đặng Thai Mai,
    Đặng Thùy Trâm,Đặng Trần Côn,Đặng Xá,Đặng Văn Ngữ,Bùi Thị Xuân,Bùi Xương Trạch,Bùi Huy Bích,
    Bùi Bằng Đoàn,Bùi Xuân Phái,Đỗ Quang,Đỗ Hành,Đỗ Nhuận,Đỗ Đức Dục,Đỗ Xá,Đỗ Ngọc Du,Ngô Thì Nhậm,
    Ngô Thì Sĩ,Ngô Gia Tự,Ngô Xuân Quảng,Ngô Gia Khảm,Ngô Sĩ Liên,Ngô Tất Tố,Ngô Đình Mẫn,Phùng Hưng,
    Phùng Khoang,Phùng Chí Kiên,Phùng Khắc Khoan,Đào Tấn,Đào Duy Anh,Đào Duy Từ,Đinh Lễ,Đinh Công Tráng,
    Đinh Liệt,Đoàn Thị Điểm,Đoàn Trần Nghiệp,Đoàn Nhữ Hài,Đoàn Kết,Đoàn Khuê,Trần Duy Hưng,Trần Bình,
    Trần Bình Trọng,Trần Cung,Trần Điền,Trần Đại Nghĩa,Trần Đăng Ninh,Trần Khát Chân,Trần Nguyên Đán,
    Trần Nguyên Hãn,Trần Quốc Hoàn,Trần Quốc Vượng,Trần Thánh Tông,Trần Thủ Độ,Trần Tế Xương,
    Trần Vỹ,Trần Văn Cẩn,Trần Văn Chuông,Trần Cao Vân,Trần Huy Liệu,Trần Quang Diệu,Trần Đề,
    Trần Kim Xuyến,Trần Hữu Dực,Trần Hữu Tước,Trần Xuân Soạn,Trần Thái,Trương Định,Trương Công Định,
    Trương Hán Siêu,Trương Công Giai,Trịnh Hoài Đức,Trịnh Công Sơn,Trịnh Văn Bô,Lương Thế Vinh,
    Lương Văn Can,Lương Định Của,Lương Ngọc Quyến,Lương Sơn,Lưu Hữu Phước,Lưu Quang Vũ,Huỳnh Thúc Kháng,
    Huỳnh Tấn Phát,Tạ Quang Bửu,Tạ Hiện,Tô Hiến Thành,Tô Hiệu,Tô Ngọc Vân,Tô Vĩnh Diện,Tô Hoài,
    Hoàng Diệu,Hoàng Hoa Thám,Hoàng Quốc Việt,Hoàng Minh Giám,Hoàng Ngân,Hoàng Đạo Thúy,Hoàng Sâm,
    Hoàng Cầu,Hoàng Mai,Hoàng Tăng Bí,Hoàng Công Chất,Hoàng Văn Thái,Hoàng Sa,Hoàng Liên Sơn,
    Dương Đình Nghệ,Dương Nội,Dương Quảng Hàm,Dương Văn Bé,Dương Khuê,Chu Văn An,Cao Bá Quát,
    Cao Xuân Huy,Cao Bằng,Mai Hắc Đế,Mai Thúc Loan,Mai Xuân Thưởng,Mai Châu,Mai Dịch,Mạc Đĩnh Chi,
    Mạc Thái Tổ,Khúc Thừa Dụ,Khúc Hạo,Tôn Thất Thuyết,Tôn Thất Tùng,Hồ Tùng Mậu,Hồ Xuân Hương,
    Hồ Đắc Di,Hồ Ba Mẫu,Hồ Gươm,Hồ Tây,Hồ Nguyên Trừng,Đào Xá,Lâm Đồng,Thái Hà,Thái Bình,Hà Trì,
    Phạm Hồng Thái,Phạm Ngọc Thạch,Phạm Tuấn Tài,Phạm Thận Duật,Phạm Văn Bạch,Phạm Sư Mạnh,Phạm Huy Thông,
    Phạm Đình Hổ,Nguyễn Văn Luông,Văn Tiến Dũng,Văn Cao,Xuân Thủy,Xuân Diệu,Xuân La,Quang Trung,
    Kim Đồng,Kim Mã,Kim Giang,Triệu Việt Vương,Triệu Quang Phục,Giang Văn Minh,Đoàn Thanh,Đoàn Viên,
    Đoàn Thể,Hứa Hành,Giáp Bát,Giáp Nhất,Tống Duy Tân,Thân Nhân Trung,Đào Cam Mộc,Đinh Núp,
    Đồng Mai,Văn Quán,Phú La,Yên Nghĩa,Hà Cầu,Lương Khánh Thiện,Lương Yên,Phùng Thị Cúc,Hồ Học Lãm,
    Hồ Dzếnh,Bùi Ngọc Dương,Nguyễn Văn Bé,Nguyễn Bá Ngọc,Cù Chính Lan,La Văn Cầu,Phạm Quang""".split(
        ","
    )
)
# Said of these with a title they are legends, leaders of old or feasts, not people of today.
LEGENDARY = tuple(
    "bác hồ|cụ hồ|bác tôn|ông công|ông táo|bà trưng|bà triệu|bà rịa|bà đen|bà chúa|cô tô|cô vy|ông địa"
    "|bà huyện thanh quan|ông ích khiêm|chú cuội|ông đồ|chú ý|bà nà".split("|")
)
