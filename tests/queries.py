"""What people type: the same question with its diacritics and without, some of it by a slip."""

from unicodedata import normalize

# (typed with diacritics, typed without). Tones stand on the other letter (hoà, thuỷ) or are wrong.
PAIRS: tuple[tuple[str, str], ...] = (
    ("nước sinh hoạt", "nuoc sinh hoat"),
    ("an toàn nước", "an toan nuoc"),
    ("kết quả kiểm nghiệm", "ket qua kiem nghiem"),
    ("mẫu nước đạt", "mau nuoc dat"),
    ("NƯỚC MÁY", "NUOC MAY"),
    ("ĐƯỜNG ỐNG", "DUONG ONG"),
    ("Định hướng thống nhất", "Dinh huong thong nhat"),
    (normalize("NFD", "tin đồn"), "tin don"),
    (normalize("NFD", "dư luận"), "du luan"),
    (normalize("NFD", "điểm cấp nước"), "diem cap nuoc"),
    (normalize("NFD", "BAN DÂN VẬN"), "BAN DAN VAN"),
    (normalize("NFD", "quyết định"), "quyet dinh"),
    ("điện thoại", "dien thoai"),
    ("đính chính", "dinh chinh"),
    ("mạng xã hội", "mang xa hoi"),
    ("người dân", "nguoi dan"),
    ("nưóc sach", "nuoc sach"),
    ("kiễm tra", "kiem tra"),
    ("hổ trợ", "ho tro"),
    ("thông bào", "thong bao"),
    ("ủy ban", "uy ban"),
    ("uỷ ban nhân dân", "uy ban nhan dan"),
    ("hoà giải", "hoa giai"),
    ("văn hoá", "van hoa"),
    ("phường Sông Xanh", "phuong song xanh"),
    ("lịch cắt nước", "lich cat nuoc"),
    ("bức xúc", "buc xuc"),
    ("trả lời câu hỏi", "tra loi cau hoi"),
    ("thẩm tra, xác minh", "tham tra xac minh"),
    ("ngày 19/11", "ngay 19/11"),
)
