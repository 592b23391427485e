"""Particulars: days, hours, numbers and places, compared with their own kind."""

import pytest

from generator.model.record.particulars import held_in, particulars, unstated
from generator.model.record.wording import wording

SAME = [
    ("Nước hết mùi lúc 17h30 ngày 19/11", "17 giờ 30 ngày 19 tháng 11 năm 2026"),
    ("ngày 20/11 và ngày 21/11", "các ngày 20, 21 và 22/11/2026"),
    ("ngày 21/11", "từ 20 đến 22/11/2026"),
    ("mười một giờ ba mươi", "lúc 11:30"),
    ("bảy giờ mười lăm", "lúc 7 giờ 15"),
    ("năm giờ rưỡi chiều", "17 giờ 30"),
    ("ngày 18-11-2026", "ngày 18/11/2026"),
    ("9 giờ tối", "21 giờ"),
    ("2 xe bồn", "Hai xe bồn"),
    ("hai mươi mốt mẫu", "21 mẫu"),
    ("hai chục hộ", "20 hộ"),
    ("một trăm hai lăm hộ", "125 hộ"),
    ("một nghìn không trăm linh năm hộ", "1.005 hộ"),
    ("1.500.000 đồng", "1,5 triệu đồng"),
    ("ba mươi nghìn đồng", "30.000 đồng"),
    ("50 phần trăm", "50%"),
    ("phường Vĩnh Hoà", "Phường Vĩnh Hòa"),
    ("Bà con phường VĨNH HÒA", "phường Vĩnh Hòa"),
    ("về TP. Hồ Chí Minh", "không có địa danh nào"),
    ("ngày 25 hằng tháng", "trước 17 giờ ngày 25"),
    ("tháng 11/2026", "ngày 18/11/2026"),
    ("theo Công văn số 112", "có 5 mẫu"),
    ("theo Nghị định 30/2020/NĐ-CP", "có 5 mẫu"),
    ("Quý IV năm 2026 sẽ xong", "xong trong quý IV/2026"),
    ("hai ban thống nhất một nội dung, như mọi năm", "không có số nào"),
]
OTHER = [
    ("21 mẫu", "ngày 21/11/2026"),
    ("9 người", "9 giờ"),
    ("7 người", "2026-12-03T17:00:00+07:00"),
    ("lúc 7 giờ", "2026-12-03T17:00:00+07:00"),
    ("2.026 hộ", "năm 2026"),
    ("112 hộ", "Công văn số 112"),
    ("Chín người nhập viện", "có 8 người"),
    ("hăm lăm hộ", "20 hộ"),
    ("ngày 18/11/2025", "ngày 18/11/2026"),
    ("9 giờ tối", "9 giờ sáng"),
    ("tại Hà Nội", "ở Hà Đông"),
    ("Cầu Mới đã đóng", "Cầu Cũ đã đóng, có tin mới"),
    ("Tổ dân phố số Chín", "tổ 8"),
]


def missing(told: str, evidence: str) -> tuple[str, ...]:
    return unstated(particulars(told), [held_in(wording(evidence))])


@pytest.mark.parametrize(("told", "evidence"), SAME)
def test_what_is_written_in_another_way_is_the_same(told: str, evidence: str) -> None:
    assert missing(told, evidence) == ()


@pytest.mark.parametrize(("told", "evidence"), OTHER)
def test_a_figure_is_not_proved_by_one_of_another_kind(told: str, evidence: str) -> None:
    assert missing(told, evidence) != ()
