"""The full Vietnamese words for short forms that are read aloud: units and abbreviations."""

from collections.abc import Mapping

UNITS: Mapping[str, str] = {
    "km": "ki-lô-mét", "hm": "héc-tô-mét", "m": "mét", "dm": "đề-xi-mét", "cm": "xăng-ti-mét",
    "mm": "mi-li-mét", "µm": "mi-crô-mét", "μm": "mi-crô-mét", "km²": "ki-lô-mét vuông",
    "km2": "ki-lô-mét vuông", "m²": "mét vuông", "m2": "mét vuông", "cm²": "xăng-ti-mét vuông",
    "cm2": "xăng-ti-mét vuông", "ha": "héc-ta", "m³": "mét khối", "m3": "mét khối",
    "cm³": "xăng-ti-mét khối", "cm3": "xăng-ti-mét khối", "l": "lít", "L": "lít", "lít": "lít",
    "ml": "mi-li-lít", "mL": "mi-li-lít", "kg": "ki-lô-gam", "g": "gam", "mg": "mi-li-gam",
    "µg": "mi-crô-gam", "μg": "mi-crô-gam", "tấn": "tấn", "tạ": "tạ", "yến": "yến", "s": "giây",
    "giây": "giây", "h": "giờ", "giờ": "giờ", "ngày": "ngày", "phút": "phút", "ngđ": "ngày đêm",
    "ng.đ": "ngày đêm", "ngày.đêm": "ngày đêm", "ngày đêm": "ngày đêm", "kWh": "ki-lô-oát giờ",
    "kW": "ki-lô-oát", "MW": "mê-ga-oát", "GW": "gi-ga-oát", "W": "oát", "kV": "ki-lô-vôn",
    "kVA": "ki-lô-vôn am-pe", "MVA": "mê-ga-vôn am-pe", "V": "vôn", "Hz": "héc",
    "MHz": "mê-ga-héc", "dB": "đề-xi-ben", "dBA": "đề-xi-ben", "mmHg": "mi-li-mét thủy ngân",
    "bar": "ba", "Pa": "pát-can", "hPa": "héc-tô pát-can", "MPa": "mê-ga pát-can",
    "NTU": "đơn vị NTU",
    "ppm": "phần triệu", "người": "người", "hộ": "hộ", "con": "con", "°C": "độ C", "℃": "độ C",
    "°F": "độ F",
    "$": "đô la", "€": "ơ-rô", "Mbps": "mê-ga-bít trên giây", "GB": "gi-ga-bai", "MB": "mê-ga-bai",
    "USD": "đô la Mỹ", "am-pe": "am-pe",
    "oC": "độ C", "ºC": "độ C", "°": "độ", "%": "phần trăm", "‰": "phần nghìn", "đ": "đồng",
    "₫": "đồng", "VNĐ": "đồng", "VND": "đồng", "đồng": "đồng", "tr": "triệu", "k": "nghìn",
    "tr.đ": "triệu đồng", "trđ": "triệu đồng", "tr.đồng": "triệu đồng", "nđ": "nghìn đồng",
    "tỷ": "tỷ", "triệu": "triệu", "tháng": "tháng", "năm": "năm", "suất": "suất", "lần": "lần",
    "lượt": "lượt", "ca": "ca", "cái": "cái",
}  # fmt: skip

# Whole words, in exactly these letters.
ABBREVIATIONS: Mapping[str, str] = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "MTTQ": "Mặt trận Tổ quốc", "TP": "thành phố", "TX": "thị xã", "KĐT": "khu đô thị",
    "KDC": "khu dân cư", "TDP": "tổ dân phố", "KCN": "khu công nghiệp", "CCN": "cụm công nghiệp",
    "BCĐ": "Ban Chỉ đạo", "BCH": "Ban Chấp hành", "BTV": "Ban Thường vụ", "BTC": "Ban Tổ chức",
    "BTG": "Ban Tuyên giáo", "BDV": "Ban Dân vận", "ĐU": "Đảng ủy", "TU": "Tỉnh ủy",
    "QU": "Quận ủy", "HU": "Huyện ủy", "TW": "Trung ương", "TƯ": "Trung ương",
    "BCT": "Bộ Chính trị", "NĐ": "Nghị định", "QĐ": "Quyết định", "NQ": "Nghị quyết",
    "CV": "Công văn", "KH": "Kế hoạch", "TB": "Thông báo", "HD": "Hướng dẫn", "TTr": "Tờ trình",
    "CP": "Chính phủ", "TTg": "Thủ tướng", "QH": "Quốc hội", "BC": "Báo cáo",
    "BYT": "Bộ Y tế", "BTNMT": "Bộ Tài nguyên và Môi trường", "BXD": "Bộ Xây dựng",
    "QCVN": "quy chuẩn Việt Nam", "TCVN": "tiêu chuẩn Việt Nam", "PCCC": "phòng cháy chữa cháy",
    "CNCH": "cứu nạn cứu hộ", "PCTT": "phòng chống thiên tai", "CSGT": "cảnh sát giao thông",
    "ANTT": "an ninh trật tự", "ATGT": "an toàn giao thông", "ATTP": "an toàn thực phẩm",
    "VSMT": "vệ sinh môi trường", "TNMT": "tài nguyên và môi trường", "BHYT": "bảo hiểm y tế",
    "BHXH": "bảo hiểm xã hội", "CCCD": "căn cước công dân", "TYT": "Trạm Y tế",
    "THCS": "trung học cơ sở", "THPT": "trung học phổ thông", "HTX": "hợp tác xã",
    "CLB": "câu lạc bộ", "LĐLĐ": "Liên đoàn Lao động", "CCB": "cựu chiến binh",
    "TNCS": "Thanh niên Cộng sản", "LHPN": "Liên hiệp Phụ nữ", "GPMB": "giải phóng mặt bằng",
    "NTM": "nông thôn mới", "KT-XH": "kinh tế xã hội", "DVC": "dịch vụ công",
    "TTHC": "thủ tục hành chính", "CNTT": "công nghệ thông tin",
    "SĐT": "số điện thoại", "VNĐ": "đồng", "VND": "đồng", "TNHH": "trách nhiệm hữu hạn",
    "MTV": "một thành viên", "TMCP": "thương mại cổ phần", "VSATTP": "vệ sinh an toàn thực phẩm",
    "CHQS": "Chỉ huy quân sự", "BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng",
    "BGDĐT": "Bộ Giáo dục và Đào tạo", "GDĐT": "giáo dục và đào tạo",
    "LĐTBXH": "lao động thương binh và xã hội", "QSDĐ": "quyền sử dụng đất", "TĐC": "tái định cư",
    "HSSV": "học sinh, sinh viên", "NCT": "người cao tuổi", "NKT": "người khuyết tật",
    "TNXK": "thanh niên xung kích", "ANQP": "an ninh quốc phòng", "QPAN": "quốc phòng an ninh",
    "TTATXH": "trật tự an toàn xã hội", "SXKD": "sản xuất kinh doanh", "XDCB": "xây dựng cơ bản",
    "KHHGĐ": "kế hoạch hóa gia đình", "SKSS": "sức khỏe sinh sản", "TCMR": "tiêm chủng mở rộng",
    "SXH": "sốt xuất huyết", "ĐBQH": "đại biểu Quốc hội", "TXCT": "tiếp xúc cử tri",
    "CBCC": "cán bộ công chức", "CBCCVC": "cán bộ công chức viên chức",
    "ĐVTN": "đoàn viên thanh niên", "DQTV": "dân quân tự vệ", "BVTV": "bảo vệ thực vật",
    "UBKT": "Ủy ban Kiểm tra", "BQL": "Ban Quản lý", "BQLDA": "Ban Quản lý dự án",
    "VPĐU": "Văn phòng Đảng ủy", "NVH": "nhà văn hóa", "BGH": "Ban Giám hiệu",
    "HCM": "Hồ Chí Minh", "DVCTT": "dịch vụ công trực tuyến", "VPCP": "Văn phòng Chính phủ",
    "CAP": "Công an phường", "GCNQSDĐ": "giấy chứng nhận quyền sử dụng đất",
    "TKCN": "tìm kiếm cứu nạn", "BSCKI": "bác sĩ chuyên khoa một",
    "BSCKII": "bác sĩ chuyên khoa hai", "SN": "sinh năm", "ÂL": "âm lịch", "T.Ư": "Trung ương",
    "No.": "số", "v.v…": "vân vân", "v.v...": "vân vân", "v.v.": "vân vân", "v.v": "vân vân",
    "vv...": "vân vân", "vv…": "vân vân", "vv.": "vân vân", "vv": "vân vân",
}  # fmt: skip

# Short forms that hold a sign which is read otherwise elsewhere.
WITH_SIGNS: Mapping[str, str] = {
    "GD&ĐT": "giáo dục và đào tạo", "TN&MT": "tài nguyên và môi trường",
    "LĐ-TB&XH": "lao động thương binh và xã hội", "LĐTB&XH": "lao động thương binh và xã hội",
    "NN&PTNT": "nông nghiệp và phát triển nông thôn", "NN&MT": "nông nghiệp và môi trường",
    "TH&THCS": "tiểu học và trung học cơ sở", "VH&TT": "văn hóa và thể thao",
    "VH-XH": "văn hóa xã hội", "KH&CN": "khoa học và công nghệ",
}  # fmt: skip

# Only in the symbol of a document.
IN_SYMBOLS: Mapping[str, str] = {
    "TT": "Thông tư", "CT": "Chỉ thị", "GM": "Giấy mời", "VP": "Văn phòng", "KL": "Kết luận",
    "BB": "Biên bản", "TTLT": "Thông tư liên tịch", "CTr": "Chương trình", "ĐA": "Đề án",
    "PA": "Phương án", "QC": "Quy chế",
}  # fmt: skip

# Said letter by letter, or as they are.
LETTERS = frozenset((
    "USB", "ATM", "SOS", "PM", "AQI", "COVID", "SARS", "HIV", "HPV", "AIDS", "MW", "SIM", "DNA",
    "ADN", "GPS", "SMS", "QR", "PDF", "TV", "FM", "LED", "VNPT", "EVN", "VTV", "VOV", "CCTV",
    "WHO", "UNICEF", "ASEAN", "VNEID", "NTU", "AED", "ABC", "BOD", "COD", "TSS", "DPT", "AI",
))  # fmt: skip

# Foreign words and names that are read as they are, however they are written.
NAMES = frozenset((
    "pH", "VNeID", "WiFi", "wifi", "Wi", "Fi", "Covid", "http", "https", "www", "gov", "vn", "com",
    "org", "net", "info", "fb", "bytes", "sms", "YouTube", "TikTok", "MobiFone", "VinaPhone",
    "MoMo", "ViettelPay", "eTax", "iOS", "iPhone", "iPad", "MyVNPT", "VssID", "VietGAP", "OCOP",
    "HTML", "OTP", "CoV", "QRCode", "Mr", "Ms", "GRDP", "GDP", "RON", "CO", "NO", "SO", "VAT",
))  # fmt: skip

# Words with a point, before a name or a number.
BEFORE_NAMES: Mapping[str, str] = {
    "TP.": "thành phố", "TX.": "thị xã", "TT.": "thị trấn", "Q.": "quận", "H.": "huyện",
    "P.": "phường", "X.": "xã", "Tp.": "thành phố", "Tx.": "thị xã", "ĐT.": "điện thoại",
    "ThS.": "thạc sĩ",
    "TS.": "tiến sĩ", "BS.": "bác sĩ", "PGS.": "phó giáo sư", "GS.": "giáo sư",
    "GS.TS.": "giáo sư tiến sĩ", "PGS.TS.": "phó giáo sư tiến sĩ",
    "PGS.TS": "phó giáo sư tiến sĩ", "GS.TS": "giáo sư tiến sĩ", "KS.": "kỹ sư", "Ô.": "ông",
    "Đ.": "đường", "CN.": "cử nhân",
}  # fmt: skip

# Roads, before their number.
ROADS: Mapping[str, str] = {
    "QL": "quốc lộ", "TL": "tỉnh lộ", "ĐT": "đường tỉnh", "HL": "hương lộ", "ĐH": "đường huyện",
}  # fmt: skip

SIGNS: Mapping[str, str] = {
    "≥": "từ", "≤": "không quá", ">": "trên", "<": "dưới", "±": "cộng trừ", "≈": "khoảng",
    "~": "khoảng", "≠": "khác", "%": "phần trăm", "+": "cộng", "=": "bằng", "×": "nhân", "§": "mục",
}  # fmt: skip
