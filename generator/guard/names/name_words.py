"""Word lists for names: surnames, titles and roles before a name, things named after people."""

from generator.base.lazy_regex import lazy_regex
from generator.guard.text.plain_text import split_words, unaccented

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))

# Surnames that show a person whenever a given name follows.
STRONG_SURNAMES = frozenset(
    split_words(
        """
    Nguyễn Trần Lê Phạm Huỳnh Võ Vũ Đặng Bùi Đỗ Ngô Phan Trương Trịnh Đinh Đoàn Nguyền Lương Lưu
    Tạ Phùng Doãn Quách Khuất Nghiêm Chử Ngụy Tống Hứa Lều Ứng Thích
    """
    )
)
# Surnames of the highlands that no word and no place looks like.
HIGHLAND_SURNAMES = frozenset(
    split_words(
        "Giàng Sùng Thào Vừ Tẩn Phàn Chảo Pờ Lường Coor Blúp Zơrâm Ating Neáng Néang Quàng Lừu Xồng"
        " Moong Cụt Khoàng Sầm Hờ Êban Ayŭn Êya Adrơng Hđơk Kriêng Kbuor Kđoh Mjâo Út"
        " Ksor Siu Kpă Rmah Rcom Rahlan Ralan Kpuih Bríu Alăng Zơrâm Bhling Bling Pơloong Cơlâu"
        " Arất"
        " Niê Mlô Kbuôr Knul Byă Ktla Hwing Hmok Adrơng Bloong Bnướch Cil Chamaléa Katơr Pinăng"
    )
)
# Other surnames; many are also ordinary words or parts of places, so they need further evidence.
WEAK_SURNAMES = frozenset(
    split_words(
        """
    Hoàng Dương Lý Hà Cao Mai Tô Chu Châu Đàm La Lâm Thái Tăng Quang Vi Vương Ông Âu Ân Bạch
    Bành Bế Ca Cái Cấn Cầm Cù Cung Diệp Dư Đái Đan Đậu Điêu Đồng Đổng Đường Giang Giàng Hàn Hàng
    Hầu Hoa Hùng Kha Khúc Khương Kiều Kim Kiên Kông Lã Lã Lạc Lại Lăng Liêu Liễu Lò Lộc Lô Lù
    Lục Lữ Lừu Ma Mã Mạc Mạch Mẫn Mâu Mông Mùa Nhâm Nhan Nhữ Ninh Nông Ong Ổ Phí Phó Phú Phương
    Quan Quàng Quản Sái Sầm Sơn Sùng Tào Thạch Thào Thi Thẩm Thiều Thôi Tiêu Tôn Tòng Tòng Trà
    Trang Triệu Triển Trình Trưng Từ Tưởng Ung Uông Ưng Văn Vàng Vày Viên Vừ Xa Xuân Y Yên An
    Bàng Bồ Cống Cồ Đới Đào Hồ Khổng Giáp Thân Chế Danh Cil Ngọ Kră Lơ Păng Liêng Bon Rmah Kpuih
    Zơ Rơ Ka Bríu Alăng Pơloong Hối Coor Ating Bling Kring Blúp Tơ Ngôl Dagout Sơn Kiên Thạch
    Châu Neang Tăng Trượng Quảng Nại Lộ Ksor Siu Rơ Niê Êban Hờ Rahlan Kpă Nay Chảo Tẩn Phàn
    Chẻo Tráng Cư Hạng Sình Thao Vang Ngần
    Lầu Chau Cháng Cứ Giả Hảng Lỳ Ly Lồ Phản Sồng Thò Thèn Xồng Mua Lỷ Lèng Lèo Lường Bạc Cà Đèo
    Lự Mào Mè Sa Vì Khoàng Tằng Chang Chào Dào Chìu Phùn Chíu Voòng Vòng Sỳ Rcom Ralan Hiao Ayun
    Adrơng Krông Êya Kbuôr Knul Mlô Byă Ktla Hwing Hmok Hiên Arất Bhling Cơlâu Katơr Chamaléa
    Pinăng Pờ Giềng Khà Moong Cụt Ốc Xeo Viêng Néang Neáng Lìm Chíp Làn Phù Pịt
    Lu Bàn Biện Bì Chiêm Chung Cổ Giản Hán Hoắc Khâu Khưu Khiếu Lãnh Lôi Lỗ Luyện Lư Mang Mấu
    Mầu Nghê Nguỵ Nhiếp Nhiêu Ôn Phụng Sầm Sử Sừng Tề Thang Tiết Tiền Trác Trầm Trì Trịnh Trưng
    Uất Vạn Ngân Lang Hủn Chớ Phàng Phừ Dình Ngải Vạ Vảng Tếnh Bồn Khoàng Vù Tò Cáo Chìn Pàn Sìn
    Lùng Củng Chúng Sềnh Hủng Xìn Tải Ván Sám Chẩn Ngũ Dỉn Vùi Chướng Sẩm Lìu Slỳ Nình Phoóng Lày
    Tsằn Hỉn Phún Ngôo Zơrum Bhnướch Riah Tơngôl Abing Avô Arâl Hôih Pơling Rapat Clâu Nglang Brôl
    Đàng Não Báo Miêu Dụng Thuận Touneh Banahria Krajan Toneh Sơ Ndu Dagôut Bkrông Kđoh Kpơr Hđơk
    Ênuôl Êñuôl Kriêng Ktul Mjâo Hlong Mdrang Bdap Êcăm Rmăh Rơmah Rơchâm Rchâm Rahlăn Puih Kpui
    Hồng Bo Patâu Chamalé Mohamach Mohamad Haji Abdol Danh Thị Park Lee Choi Kang Cho Yoon Jang Lim
    Han Shin Kwon Hwang Wang Zhang Liu Chen Yang Huang Zhao Zhou Tanaka Suzuki Sato Yamada
    """
    )
)
SURNAMES = STRONG_SURNAMES | WEAK_SURNAMES | HIGHLAND_SURNAMES
PLAIN_SURNAMES = frozenset(
    split_words(
        """
    Nguyen Tran Le Pham Huynh Vo Vu Dang Bui Do Ngo Phan Truong Trinh Dinh Doan Luong Hoang
    Duong Ly Ha Cao Mai Dao Luu Ta Phung Quach Lam Trieu Nong Ho Dam
    """
    )
)
# Surnames without marks that do not look like words of another language.
CLEAR_PLAIN_SURNAMES = frozenset(split_words("Nguyen Tran Pham Huynh Dang Bui Truong Trinh Hoang"))
MIDDLE_NAMES = frozenset(
    split_words(
        """
    Văn Thị Đình Hữu Đức Bá Xuân Ngọc Thanh Minh Quang Quốc Thế Công Trọng Duy Hoàng Thu Kim
    Thùy Thuỳ Bích Phương Anh Tuấn Việt Gia Bảo Khánh Hải Mạnh Tiến Viết Như Diệu Mỹ Hồng Tuyết
    Khắc Phú Vĩnh Chí Đăng Đắc Huy Trung Thành Tùng Sỹ Sĩ Phúc Lan Hoài Hà Thảo Cẩm Thúy Thuý
    Quỳnh Nhật Thái Tất Doãn Huyền Mai Thục Tường Trường Thiện Hùng Đại Đỗ Lê Trần Nguyễn Phạm
    Thất Nữ
    Vũ Bùi Đặng Thiên Hạnh Khôi Nam Tú Vân Yến A Seo Mí Láo Phủ Sô Sà Chỉn Sín Nhè Vần Thó Mùi
    """
    )
)
PLAIN_MIDDLE_NAMES = frozenset(unaccented(name) for name in MIDDLE_NAMES)

# Titles that show a person before any name; the value is the word that must come before the title.
TITLES = {
    **dict.fromkeys(
        split_words(
            "ông bà anh chị cô chú bác cụ cậu dì mợ thím thầy em cháu bé ngài bạn cu nhóc má tía"
            " thiếm thằng gã mụ lão mc"
            " mr mrs ms miss"
        ),
        "",
    ),
    **{"chí": "đồng", "đ/c": ""},
}
MINOR_TITLES = frozenset({"em", "cháu", "bé", "cu", "nhóc", "chau", "be", "nhoc"})
MINOR_ROLES = lazy_regex(
    r"(?<!\w)(?<!nhóm )(?:học sinh|nam sinh|nữ sinh|(?P<child>bạn nhỏ|bé trai|bé gái|bé sơ sinh"
    r"|cậu bé|cô bé|em bé|em nhỏ|cháu bé|cháu nhỏ|con lớn|con nhỏ|con đầu|đứa nhỏ|đứa bé|đứa trẻ"
    r"|(?:hai|ba) (?:cháu|bé)|cặp song sinh"
    r"|cháu gái|cháu trai|nhóc|hai anh em|hai chị em|con út|(?:cháu nội|cháu ngoại|con trai"
    r"|con gái|con|cháu) (?:của )?(?:ông|bà|anh|chị|cô|chú|bác|cụ) \w+(?= tên))|trẻ|trẻ em"
    r"|con trai|con gái|thiếu niên|thiếu nữ|thiếu nhi|nhi đồng|hs|\w+ nhí"
    r"|lớp trưởng|lớp phó|bí thư lớp|liên đội trưởng|chi đội trưởng|học trò"
    r"|đội viên)(?: (?:sơ sinh|nam|nữ|nhỏ|bị lạc|đi lạc|xuất sắc|học tập|tiêu biểu|út"
    r"|đầu lòng|nghèo|vượt khó|mồ côi|khuyết tật|giỏi|mất tích|bị nạn)){0,2}"
    r"(?:,? \(?(?:[1-9]|1[0-7]) tuổi\)?)?(?:,? (?:(?:học )?(?:lớp|khối) \w+|(?:1[0-2]"
    r"|[1-9])[a-k]\d?))?"
    r"(?:,? (?:trường|tiểu học|thcs|thpt"
    r"|mầm non) [^,.;:]{3,40}?)?,?(?: có)?"
    r"(?P<named> tên(?: ở nhà| thường gọi| gọi)?(?: là)?| là)?[ :“\"'(]*$"
)
# Roles: they count only when a surname and another syllable follow.
ROLES = frozenset(
    split_words(
        """
    hộ đình vợ chồng con trai gái mẹ bố cha má tía sinh viên bộ tượng can cáo dân nhân xế lái xe
    giáo sĩ sỹ tá dưỡng sư đảng hội đoàn tri tịch thư trưởng phó đốc úy uý tướng chủ tên nick trẻ
    già tọa toạ thượng bạn là của do bởi với gặp vệ toán khoản quỹ hại quán thôn bản khu ấp xóm
    trại phố
    nại nghị quản tá khách thuê gọi người ký đơn phạm gồm cho nhận nhà làng lý
    """
    )
)
# Roles that only one person has: a name of two syllables follows, whatever its surname.
PERSONAL_ROLES = frozenset(split_words("tá úy uý sĩ sỹ nhân sư tướng"))
# Roles of which only both words show a person: “chuyên gia”, but “tham gia”.
ROLE_LEADS = {
    **{"gia": "chuyên", "thủ": "cầu", "đức": "đại", "cả": "sư", "kheo": "tỳ", "mục": "linh"},
    **{
        "môn": "thủ",
        "achar": "",
        "thượng": "hòa",
        "xứ": "cha",
        "mo": "thầy",
        "nông": "lão",
        "lý": "trợ",
    },
}
# Roles before foreign names: “du khách John Smith”.
ROLES_ABROAD = (
    "imam|hakem|hakim|giáo cả|achar|acha|à cha|ong gru|tỳ kheo|chuyên gia|du khách|khách"
    "|khách hàng|khách lưu trú|khách trọ|kỹ sư|kỹ sư trưởng|tài xế|lái xe"
    "|thuyền trưởng|thuyền viên|thủy thủ|máy trưởng|công nhân|thợ|quản đốc|cố vấn|tư vấn|giám sát"
    "|điều phối viên|trưởng đoàn|chủ đầu tư|trợ lý|phiên dịch|giáo sư|tiến sĩ|sinh viên"
    "|giáo viên tình nguyện|tình nguyện viên quốc tế|du khách quốc tế|chuyên gia nước ngoài"
    "|khách nước ngoài|khách quốc tế|sư cô|linh mục|mục sư|cha|xơ|sr|fr|dr|prof|đạo diễn|nhạc sĩ"
    "|họa sĩ|nghệ sĩ|bác sĩ|người thuê"
    "|giám đốc dự án|giám đốc điều hành|tổng giám đốc|phi công|lao động|nhà khoa học|quản lý"
    "|nạn nhân|bị can|bị cáo|nghi phạm|đối tượng|người tên"
    "|hướng dẫn viên|kỹ thuật viên|điều dưỡng viên|nghiên cứu viên|thực tập sinh|nghiên cứu sinh"
    "|tình nguyện|thương nhân|nhà đầu tư|hành khách|người mẫu|huấn luyện|đại sứ|lãnh sự|ông chủ"
    "|nhân viên|thành viên|học viên|hội viên|thuyền phó|đầu bếp|kiến trúc sư|lập trình viên"
    "|phóng viên|giáo viên|giảng viên|vận động viên|huấn luyện viên"
    "|tình nguyện viên|cầu thủ|ca sĩ|nhà báo|giám đốc|chủ tịch|công dân|người nước ngoài"
)
# First syllables of names of the Central Highlands; alone they are only letters.
HIGHLAND = frozenset(split_words("A Y Ka Ama Amí Điểu Êban Hơ Ksơr Blong"))
# After a year’s stem these name a year: Đinh Mùi.
ZODIAC = frozenset(split_words("Tý Tí Sửu Dần Mão Mẹo Thìn Tỵ Tị Ngọ Mùi Thân Dậu Tuất Hợi"))
# “nhà Tư Đờn”: children are called by their order in the South.
BIRTH_ORDER = frozenset(split_words("Hai Ba Tư Năm Sáu Bảy Tám Chín Út"))
# Directly before a title these make it plural, or name a country.
PLURALS = split_words(
    "trẻ|các|ba|chị|anh|bà|ông|những|mọi|hai|tre|cac|đàn|học sinh|tiếng|nước|vương quốc|giữa|quê"
    "|đội",
    "|",
)
OFFICE_WORDS = frozenset(split_words("Trưởng Phó Bí Chủ Giám Hiệu Tổ Ủy Uỷ Chánh Đảng"))
# Words after a title that are no names: bodies, offices, places, peoples.
NOT_NAMES = frozenset(
    split_words(
        """
    Ban Bí Trưởng Phó Chủ Chánh Giám Hiệu Tổ Tổng Ủy Uỷ Đảng Thường Đại Hội Đoàn Công Mặt Cán
    Trường Phường Xã Quận Huyện Tỉnh Thành TP Thủ Khu Phố Đường Thôn Ấp Bản Làng Mầm Tiểu Trung
    THCS THPT UBND HĐND MTTQ CLB Cộng Bộ Sở Phòng Viện Trạm Bệnh Nhà Hộ Việt Kinh Khmer Chăm Tày
    Thái Mường Nùng Mông Hoa Phật Tin Hồi Quốc Liên Liệt Cựu Phụ Hưu Cảnh Dân Chi Cơ Quý Các Ở
    Tại Trong Khi Nếu Và Là Đã Sẽ Vì Do Theo Từ Tết Nà Bụt Trời Sài KTT KĐT BTV BCH Bưu Điện Tòa
    Cúp Giải Lễ Đề Toà Kiểm Thượng Hạ Tây Đông Cụm Ngõ Khối Xóm HTX Nông CCB ĐVTN TNXP Đội
    """
    )
)
# Given names that are such words too: “chị Liên”, but “anh Liên đoàn trưởng”.
ALSO_NAMES = {
    "Tin": "lành|học|tức|nhắn|bão|vui|mừng",
    "Lễ": "hội|tết|phép|đài",
    "Điện": "lực|biên|máy|thoại|ảnh",
    "Hoa": "kỳ|kiều",
    "Liên": "đoàn|minh|hợp|đội|gia|xã|hiệp|bang|chi|tịch|hoan",
    "Thành": "phố|ủy|uỷ|viên|đoàn|phần",
    "Quốc": "hội|phòng|gia|lộ|tế|khánh|dân|doanh",
    "Công": "an|ty|đoàn|nhân|chức|giáo|nghiệp|trình|tác|binh|thương|cộng|ích|vụ|viên",
    "Trung": "tâm|ương|đoàn|học|đội|tá|úy|uý|tướng|quốc|thu|niên|cấp|ngoại|cổ",
    "Đông": "y|dược|nam|bắc|á|âu",
    "Thái": "lan",
    "Hạ": "viện|sĩ",
    "Dân": "quân|phòng|vận|số|cư|tộc|sự|chính|ca|chủ|phố",
    "Quý": "vị|khách|ông|bà|nhân",
    "Đoàn": "thanh|viên|kết|thể|phường|xã|kiểm|trường|tncs|thanh|đại",
    "Thường": "trực|vụ|dân",
    "Chi": "huy|tiêu|phí|trả|viện|bộ|hội|đoàn|cục|nhánh|ủy|uỷ|đội",
    "Việt": "nam|kiều|minh|cộng|kiều",
    "Tây": "balô|ba|nguyên|bắc|nam|y",
    "Đại": "tá|úy|uý|tướng|diện|biểu|đức|sứ|gia|hội|học",
}
# Things named after people: a name after these words is a place or a body.
NAMED_AFTER = (
    "đường|phố|đại lộ|quốc lộ|tỉnh lộ|ngõ|ngách|hẻm|kiệt|cầu|cầu vượt|hầm|nút giao|ngã ba|ngã tư"
    "|ngã năm|ngã sáu|vòng xuyến|tuyến|trục|đoạn|công viên|vườn hoa|quảng trường|chợ|siêu thị"
    "|(?<!hiệu )trường|thpt|thcs|tiểu học|mầm non|mẫu giáo|trung học|đại học|cao đẳng|học viện"
    "|chuyên"
    "|phường|xã|quận|huyện|tỉnh|thành phố|tp|thị trấn|thị xã|làng|thôn|ấp|bản|khu|cụm|xóm"
    "|khu đô thị|kđt|ktt|khu tập thể|tập thể|khu dân cư|tổ dân phố|tổ|hồ|sông|kênh|mương|ao|đảo"
    "|chùa|(?<!gia )đình|đền|miếu|phủ|am|giải|giải thưởng|cúp|quỹ|học bổng|nhà thi đấu"
    "|sân vận động|sân"
    "|bệnh viện|phòng khám|bảo tàng|nhà hát|rạp|tượng đài|(?<!đối )tượng|nghĩa trang|ga|bến"
    "|bến xe|cảng"
    "|công ty|doanh nghiệp|hợp tác xã|htx|khách sạn|nhà hàng|nhà máy|xí nghiệp|đội|câu lạc bộ|clb"
    "|nhóm trẻ|xe khách|nhà xe|hãng|hãng xe|nhãn hiệu|thương hiệu|dự án|tập đoàn|ngân hàng"
    "|giống|gạo|bưởi|ứng dụng|chè"
    "|bão|cơn bão|tàu|lễ hội|phim|vở|truyện|bài hát|bài thơ|sách|tác phẩm|vua|nước|đài|báo"
    "|sữa|nước mắm|kem|quán"
    "|liên đội|chi đội|lớp|phong trào|bưu điện|hội trường|tòa nhà|toà nhà|tòa|tháp|chung cư"
    "|nhà thiếu nhi|cung thiếu nhi|nhà văn hóa|nhà văn hoá|di tích"
    "|khu lưu niệm|lăng|nhà thờ|dòng họ|họ|tư tưởng|thư viện|tnhh"
    "|cp|cổ phần|thương mại|tên gọi|đại hội|chi bộ|đảng bộ|chi nhánh|cửa hàng|hiệu thuốc|nhà thuốc"
    "|gara|xưởng|bãi xe|bãi đỗ xe|trạm|điểm|cổng|dốc|đê|đập|bờ|làng nghề|đoàn|trung tâm|nhánh|nút"
)
BETWEEN = (
    "bơm|biến áp|công nghiệp|chế xuất|kinh tế|du lịch|di tích|tưởng niệm|lưu niệm|sinh thái"
    "|công nghệ cao"
    "|nông nghiệp|thể thao|văn hóa|văn hoá|quốc gia|cộng đồng|mới|nhà ở|xã hội|tái định cư"
    "|chèo|kịch|cải lương|tuồng|múa rối|dạy nghề|nghề|ngoại ngữ|năng khiếu|y tế|phụ sản|nhi"
    "|thcs|thpt|tiểu học|mầm non|mẫu giáo|trung học|cơ sở|phổ thông|chuyên|dân lập|tư thục|quốc tế"
    "|đa khoa|tnhh|cp|cổ phần|mtv|một thành viên|hai thành viên|thương mại|xây dựng|hữu hạn"
    "|trách nhiệm|tên|mang tên|tập thể|đô thị|dân cư|phố|liên cấp|nội trú|dân tộc|bóng đá|vượt"
    r"|chuyên biệt|cộng sản|thanh niên|thiếu niên|tiền phong|số \d+\w?|\d+\w?|cũ|mới|các|những"
    "|liên phường|trục chính|phố cổ|văn học|báo chí|sáng tạo|toán học|khoa học|đường|trung tâm"
)
# Title and name of legends, historical leaders or feasts, not of people today.
LEGENDARY = split_words(
    "bác hồ|cụ hồ|bác tôn|ông công|ông táo|bà trưng|bà triệu|bà rịa|bà đen|bà chúa|cô tô|cô vy"
    "|ông địa|cô tấm|cô gái|ông tơ|bà nguyệt|ông già noel|ông noel|ông bụt|bà tiên|chú tễu"
    "|chị dậu|anh khoai|ông trời"
    "|bác ba phi|chị hằng nga|cô bé lọ lem|cô bé quàng|anh cả nông|ông hoàng|bà hoàng"
    "|chị em|bà con|anh em|cô bác|ông vua|bà mẹ việt|thầy thuốc"
    "|bà rá|ông đốc|ông thìn|ông tạ|ông lãnh|bà chiểu|bà điểm|bà quẹo|bà hom|bà hạt|bà đầm"
    "|bà huyện thanh quan|ông ích khiêm|chú cuội|ông đồ|chú ý|bà nà",
    "|",
)
# Countries, provinces and districts that read like surname and given name.
PLACES = frozenset(
    place.strip().casefold()
    for place in split_words(
        """
    Nam Định, Hưng Yên, Hải Dương, Hải Phòng, Hòa Bình, Bắc Giang, Bắc Ninh, Bắc Kạn, Vĩnh Phúc,
    Thanh Hóa, Nghệ An, Đà Nẵng, Phú Yên, Bình Định, Khánh Hòa, Bình Thuận, Gia Lai, Kon Tum,
    Đắk Lắk, Đắk Nông, Đà Lạt, Bình Dương, Bình Phước, Tây Ninh, Vũng Tàu, Sài Gòn, Long An,
    Tiền Giang, Bến Tre, Vĩnh Long, Hậu Giang, Cần Thơ, Sóc Trăng, Bạc Liêu, Cà Mau, Điện Biên,
    Tuyên Quang, Trung Quốc, Nhật Bản, Việt Nam, Đài Loan, Ấn Độ, Thụy Sĩ, Tây Nguyên, Nam Bộ,
    Hà Lan, Hà Nội, Hà Đông, Hà Nam, Hà Giang, Hà Tĩnh, Hà Tây, Hà Tiên, Hà Bắc, Thái Lan,
    Thái Bình, Thái Nguyên,
    Cao Bằng, Cao Lãnh, Lâm Đồng, Ninh Bình, Ninh Thuận, An Giang, An Khê, Sơn La, Sơn Tây,
    Yên Bái, Lai Châu, Phú Thọ,
    Phú Yên, Phú Quốc, Kiên Giang, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Quảng Bình,
    Hoàng Mai, Hoàng Sa,
    Trường Sa, Kim Bôi, Kim Bảng, Mai Châu, Mai Dịch, Mai Sơn, Lạng Sơn, Vi Xuyên, Hồ Tây, Hồ
    Gươm, Triều Tiên, Ma Rốc,
    Đồng Nai, Đồng Tháp, Đồng Văn, Đồng Bãi, Đông Anh, Thạch Thất, Thạch Hà, Tân An, Văn
    Giang, Văn Lâm, Văn Miếu,
    Đường Lâm, Xuân Trường, Xuân Lộc, Trà Vinh, Trà Mi, Phương Mai, Phương Liệt, Ông Táo, Bà
    Rịa, Lý Sơn, Lý Nhân,
    Lương Sơn, Đan Phượng, Tây Hồ, Châu Á, Châu Âu, Châu Phi, Châu Đốc, Kim Mã, Kim Sơn, Giang
    Nam, Nông Cống,
    Lục Nam, Lục Ngạn, Lạc Sơn, Bạch Mai, Bạch Đằng, Tô Lịch, Từ Liêm, Từ Sơn, Đàm Hà, Ba Na, Lô Lô,
    La Hủ, La Chí, Si La, Hà Nhì, Cao Lan, Cao Đài, Hoa Kỳ, Lạc Long Quân, Âu Cơ, Sơn Tinh,
    Thủy Tinh, Mai An Tiêm, Hàn Quốc, Y Tế, Y Học, Y Dược, Y Tý,
    A Di Đà, A Lưới, Ba Lan, La Mã, Đan Mạch, Bồ Đào Nha, Anh Quốc,
    Thạch Sanh, Lý Thông, Thái Tổ, Thái Tông, Thánh Tông, Nhân Tông,
    Anh Tông, Lam Sơn, Cù Lao Chàm, Bình Long, Yên Thế, Mê Linh, Trưng Trắc, Chí Linh, Hoa Lư
    """,
        ",",
    )
)
# What people do, as the word right after a name in small letters.
DEEDS = frozenset(
    split_words(
        """
    nói bảo kể hỏi gửi tặng cho đưa nhận ký trực giữ xin góp nhờ báo viết đăng trả chia cười khóc
    than mong chờ đi về ra vào lên xuống làm mượn mua bán thay giúp dẫn hướng kiểm chọn quét đọc ghi
    chụp quay chạy chở bắt cứu hứa thổi dệt gói đứng ngồi nằm ốm bị được đã sẽ đang chưa không có là
    ở sinh trú ngụ học nghỉ vắng đến tới đạt giành thắng sửa chèo múc phát nộp trình đề phản cảm
    thực đảm phụ vừa mới cũng còn cùng nhặt hái cấy bơi lội khiêng vác nấu hát múa đàn thấy nghe
    biết nghĩ lo dạy khám chữa may vá đan câu lái cầm kéo đẩy trèo ngã té chết mất bỏ đòi quyết nhắc
    nhắn rủ mời kêu gọi la mắng chửi đánh ăn uống ngủ tắm giặt phơi trồng nuôi tưới bón phun mang
    xách soạn in chốt thu chi trông canh gác đóng mở khóa lắp tháo bàn họp dự chủ điều nhé nha nhen
    nghen ơi ạ nhớ hẹn khai thưa chịu ngại sợ ghé lấy gánh chặt phơi khoan vét kiện thử
    """
    )
)
