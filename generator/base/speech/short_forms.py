"""The full Vietnamese words for short forms that are read aloud: units and abbreviations."""

from collections.abc import Mapping

UNITS: Mapping[str, str] = {
    "km": "ki-lô-mét", "hm": "héc-tô-mét", "m": "mét", "dm": "đề-xi-mét", "cm": "xăng-ti-mét",
    "mm": "mi-li-mét", "µm": "mi-crô-mét", "μm": "mi-crô-mét",
    "km²": "ki-lô-mét vuông", "km2": "ki-lô-mét vuông", "m²": "mét vuông", "m2": "mét vuông",
    "cm²": "xăng-ti-mét vuông", "cm2": "xăng-ti-mét vuông", "ha": "héc-ta",
    "m³": "mét khối", "m3": "mét khối", "cm³": "xăng-ti-mét khối", "cm3": "xăng-ti-mét khối",
    "l": "lít", "L": "lít", "lít": "lít", "ml": "mi-li-lít", "mL": "mi-li-lít",
    "kg": "ki-lô-gam", "g": "gam", "mg": "mi-li-gam", "µg": "mi-crô-gam", "μg": "mi-crô-gam",
    "tấn": "tấn", "tạ": "tạ", "yến": "yến",
    "s": "giây", "giây": "giây", "h": "giờ", "giờ": "giờ", "ngày": "ngày", "phút": "phút",
    "ngđ": "ngày đêm", "ng.đ": "ngày đêm", "ngày.đêm": "ngày đêm", "ngày đêm": "ngày đêm",
    "kWh": "ki-lô-oát giờ", "kW": "ki-lô-oát", "MW": "mê-ga-oát", "W": "oát", "kV": "ki-lô-vôn",
    "V": "vôn", "Hz": "héc", "MHz": "mê-ga-héc", "dB": "đề-xi-ben", "dBA": "đề-xi-ben",
    "mmHg": "mi-li-mét thủy ngân", "bar": "ba", "Pa": "pát-can", "MPa": "mê-ga pát-can",
    "NTU": "đơn vị NTU", "ppm": "phần triệu", "người": "người", "hộ": "hộ", "con": "con",
    "°C": "độ C", "℃": "độ C", "oC": "độ C", "ºC": "độ C", "°": "độ",
    "%": "phần trăm", "‰": "phần nghìn",
    "đ": "đồng", "₫": "đồng", "VNĐ": "đồng", "VND": "đồng", "đồng": "đồng",
    "tr": "triệu", "k": "nghìn",
}  # fmt: skip

# Whole words, in exactly these letters.
ABBREVIATIONS: Mapping[str, str] = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc", "MTTQ": "Mặt trận Tổ quốc",
    "TP": "thành phố", "TX": "thị xã", "KĐT": "khu đô thị", "KDC": "khu dân cư",
    "TDP": "tổ dân phố", "KCN": "khu công nghiệp", "CCN": "cụm công nghiệp",
    "BCĐ": "Ban Chỉ đạo", "BCH": "Ban Chấp hành", "BTV": "Ban Thường vụ", "BTC": "Ban Tổ chức",
    "BTG": "Ban Tuyên giáo", "BDV": "Ban Dân vận", "ĐU": "Đảng ủy", "TU": "Tỉnh ủy",
    "QU": "Quận ủy", "HU": "Huyện ủy", "TW": "Trung ương", "TƯ": "Trung ương",
    "BCT": "Bộ Chính trị",
    "NĐ": "Nghị định", "QĐ": "Quyết định", "NQ": "Nghị quyết", "CT": "Chỉ thị", "CV": "Công văn",
    "KH": "Kế hoạch", "TB": "Thông báo", "HD": "Hướng dẫn", "TTr": "Tờ trình", "CP": "Chính phủ",
    "TTg": "Thủ tướng", "QH": "Quốc hội", "BC": "Báo cáo", "QC": "Quy chế",
    "BYT": "Bộ Y tế", "BTNMT": "Bộ Tài nguyên và Môi trường", "BXD": "Bộ Xây dựng",
    "QCVN": "quy chuẩn Việt Nam", "TCVN": "tiêu chuẩn Việt Nam",
    "PCCC": "phòng cháy, chữa cháy", "CNCH": "cứu nạn, cứu hộ", "PCTT": "phòng, chống thiên tai",
    "CSGT": "cảnh sát giao thông", "ANTT": "an ninh, trật tự", "ATGT": "an toàn giao thông",
    "ATTP": "an toàn thực phẩm", "VSMT": "vệ sinh môi trường", "TNMT": "tài nguyên và môi trường",
    "BHYT": "bảo hiểm y tế", "BHXH": "bảo hiểm xã hội", "CCCD": "căn cước công dân",
    "TYT": "Trạm Y tế", "THCS": "trung học cơ sở", "THPT": "trung học phổ thông",
    "HTX": "hợp tác xã", "CLB": "câu lạc bộ", "LĐLĐ": "Liên đoàn Lao động", "CCB": "cựu chiến binh",
    "TNCS": "Thanh niên Cộng sản", "LHPN": "Liên hiệp Phụ nữ", "GPMB": "giải phóng mặt bằng",
    "NTM": "nông thôn mới", "KT-XH": "kinh tế – xã hội", "DVC": "dịch vụ công",
    "TTHC": "thủ tục hành chính", "CNTT": "công nghệ thông tin", "QL": "quốc lộ", "TL": "tỉnh lộ",
    "ĐT": "điện thoại", "SĐT": "số điện thoại", "VNĐ": "đồng", "VND": "đồng",
    "v.v.": "vân vân", "v.v": "vân vân", "&": "và",
}  # fmt: skip

# Words with a point, before a name or a number.
BEFORE_NAMES: Mapping[str, str] = {
    "TP.": "thành phố", "TX.": "thị xã", "TT.": "thị trấn", "Q.": "quận", "H.": "huyện",
    "P.": "phường", "X.": "xã", "Tp.": "thành phố", "ĐT.": "điện thoại", "ThS.": "thạc sĩ",
    "TS.": "tiến sĩ", "BS.": "bác sĩ", "PGS.": "phó giáo sư", "GS.": "giáo sư",
}  # fmt: skip

ROMAN: Mapping[str, int] = {
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10,
    "XI": 11, "XII": 12, "XIII": 13, "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18,
    "XIX": 19, "XX": 20, "XXI": 21,
}  # fmt: skip

SIGNS: Mapping[str, str] = {
    "≥": "từ", "≤": "không quá", ">": "trên", "<": "dưới", "±": "cộng trừ", "≈": "khoảng",
    "~": "khoảng", "+": "cộng", "=": "bằng", "×": "nhân",
}  # fmt: skip
