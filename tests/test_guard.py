"""The guard against a labelled set of sentences, and at its edges."""

from pathlib import Path

import pytest

from generator.guard.scan import sightings, sightings_of_file_name
from generator.guard.text.sighting import masked
from tests.guard_figures import ALL, HARDER, LABELLED, UNLABELLED, UNSEEN, codes_of, figures, lines
from tests.support import check, pdf, places

RECALL, PRECISION = 0.99, 0.97
# Sentences that no author of a detector has read, as first measured; the aim is that of those seen.
UNSEEN_RECALL, UNSEEN_PRECISION = 0.885, 0.975
# Sets that were such judges once, and whose kinds have been learned from since, but not all.
HARDER_RECALL, HARDER_PRECISION = 0.96, 0.985
STATEMENT = "content/records/information/2026/TT-2026-0002.yml"
HEAD = "id: TT-2026-0002\ntitle: Nước sinh hoạt\nunit: dan-van\ncreated: 2026-11-28\n"


def test_the_labelled_sentences_are_judged_as_people_judged_them() -> None:
    assert LABELLED
    told = figures(LABELLED)
    for code, line in zip(told.codes(), lines(told), strict=True):
        assert told.recall(code) >= RECALL, line
        assert told.precision(code) >= PRECISION, line


def test_the_sentences_of_earlier_judges_are_judged_no_worse() -> None:
    told = figures(HARDER, UNLABELLED)
    assert told.recall(ALL) >= HARDER_RECALL, "\n".join(lines(told))
    assert told.precision(ALL) >= HARDER_PRECISION, "\n".join(lines(told))


def test_sentences_that_no_author_of_a_detector_has_read_are_judged_as_people_judged_them() -> None:
    told = figures(UNSEEN, UNLABELLED)
    assert told.right[ALL] + told.missed[ALL] > 250
    assert told.recall(ALL) >= UNSEEN_RECALL, "\n".join(lines(told))
    assert told.precision(ALL) >= UNSEEN_PRECISION, "\n".join(lines(told))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gọi ０９１２ ３４５ ６７８ để hỏi", {"BT501"}),
        ("Gọi (+84) 912 345 678 để hỏi", {"BT501"}),
        ("Gọi +1 202 555 0143 để hỏi", {"BT501"}),
        ("Gọi +44 20 7946 0958 để hỏi", {"BT501"}),
        ("Trực ban: 0243 355 7788 hoặc 024.3355.7788", set()),
        ("Khẩn cấp gọi 113, 114, 115; hành chính gọi 1022; tổng đài 1800 1234", set()),
        ("Từ 18-11-2026 đến 20-11-2026, các năm 2024 2025 2026", set()),
        ("Số CCCD 001 085 012 345 gửi về 0912345678", {"BT503", "BT501"}),
        ("Tổng mức 035.600.000.000 đồng", set()),
        ("Bác Hồ, Hai Bà Trưng, lễ ông Công ông Táo, bà con, ông bà, anh chị em", set()),
        ("NGUYEN VAN THU nop don", {"BT507"}),
        ("Kết luận của Phó Chủ tịch trực; Phó Bí thư chủ trì, do Phó Ban tổ chức ký", set()),
        ("Kết luận của Phó Đức Mẫu", {"BT507"}),
        ("Kính mời các bác. CÔNG VĂN NÀY NÊU RÕ", set()),
        ("Theo _Nguyễn Văn Thử_ thì nước đục", {"BT507"}),
        ("HỘI NGHỊ TRIỂN KHAI LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC", set()),
        ("Gọi 0912/345/678", {"BT501"}),
        ("Gọi O912.345.678 hoặc 09l2345678", {"BT501"}),
        ("Gọi O24 3355 7788 để hỏi", set()),
        ("Ngày 05/12/2026 14 giờ; số 035/2026/12345", set()),
        ("Anh Ðỗ Văn Ðức", {"BT507"}),
        ("| Họ tên | Năm sinh |\n|---|---|\n| Kră Jăn | 1985 |", {"BT507", "BT509"}),
        ("| Năm sinh | Số thanh niên |\n| 2007 | 41 |", set()),
        ("| Người làm | CMND |\n| Kế toán | 162774905 |", {"BT503"}),
        ("Chị Liên, anh Thành báo mất nước; anh Liên đoàn trưởng, các anh Công an", {"BT507"}),
        ("NguyenVanTam.pdf, duong-nguyen-van-cu.jpg", {"BT507"}),
        ("khu-do-thi-moi.pdf, mo-hinh-dan-van-kheo.pdf, duong-nguyen-van-cu.jpg", set()),
        ("ke hoach, ke khai; bon nguoi bi thuong", set()),
        ("Lũ phá 3 km đường; hồ Kẻ Gỗ xả nước; con gái gọi điện báo", set()),
        ("Mot ba cu noi: “Toi song day tu nho, chua khi nao ngap the”", {"BT510"}),
        ("Cau Ong Lanh, cho Ba Chieu; truong THCS Nguyen Trai; duong Hoang Dieu", set()),
        ("HỌ TÊN: ĐÀO QUANG LỊCH", {"BT507"}),
        ("NGÕ 12 PHỐ HUẾ CẤM XE TỪ 7 GIỜ ĐẾN 11 GIỜ ĐỂ LẮP ỐNG", set()),
        ("phuong an boi thuong, ho so 970226118845, doi tuong thu huong", set()),
        ("Đường 30/4 ngập, 3/4 đường làng chưa thảm", set()),
        ("Thủ phạm làm cá chết là khí độc; thủ phạm là hộ nuôi heo", {"BT514"}),
        ("Thủ phạm làm cá chết là khí độc dưới đáy ao", set()),
        ("| Tuyến | Chủ hộ |\n| Nguyễn Văn Thử | Lê Lợi |", set()),
        ("K'Rông Nô, Đắk R'Lấp và Cư M'gar có mưa", set()),
        ("Dạ em là Lê Văn Mẫu, cán bộ thôn", {"BT507"}),
        ("Bác Hồ Văn Thử báo mất nước", {"BT507"}),
        ("Jean-Luc Moreau, đại diện nhà tài trợ", {"BT507"}),
        ("World Vision, đại diện nhà tài trợ", set()),
        ("hoc-sinh-Lo-Van-Pao-lop-3B.jpg", {"BT508"}),
        ("TRAN VAN HUNG SINH NGAY 3 THANG 4 NAM 1967", {"BT507", "BT509"}),
        ("Cô giáo Phượng và anh bảo vệ Tuấn", {"BT507"}),
        ("Người giao: Thông. Người nhận: văn thư.", {"BT507"}),
        ("Vắng: Páo, Dở, Chư. Thành phần: Hội Nông dân, Mặt trận.", {"BT507"}),
        ("Tổ 4: Hòa Bình, Tổ 5: Thắng Lợi; ca 1: Sáng, ca 2: Chiều", set()),
        ("sung thi mai, sn 2015, bo hoc", {"BT508", "BT509"}),
        ("cac ho dan to 5 nop tien; ho so la ban sao; do thi moi", set()),
        ("LO THI UN – TO TRUONG; NGƯỜI NỘP HỒ SƠ MỚI", {"BT507"}),
        ("Công ty TNHH Xây lắp Hoàng Long, MST 0105533218", set()),
        ("Nick Zalo “Tống Phước Hậu” mời góp vốn", {"BT502", "BT507"}),
        ("Kênh YouTube Đài Truyền hình tỉnh; facebook Công an xã đăng tin", set()),
        ("Người đàn ông sinh năm 1976; tổng tỷ suất sinh năm 2025", {"BT509"}),
        ("Trường được xây năm 1975, đổi tên ngày 26/4/2024, Ban Quản lý ký", set()),
        ("stk: một không ba, tám bảy hai, không không năm, bốn bốn sáu", {"BT505"}),
        ("Bà Nguyễn Thị Minh Hạnh nhấn mạnh: “Không để dân đi lại hai lần”", set()),
        ("Lũ đã cướp đi mùa màng; đàn gà thôn 3 bị tiêu chảy", set()),
        ("Mự Hường gửi hai bao lúa; chị út mén nói cống nghẹt", {"BT507"}),
        ("Cống Trà Linh, cống Lân và hồ Mây cạn; chị tư vấn bảo hiểm", set()),
        ("Căn cước không bốn sáu một tám tám không không năm ba hai một", {"BT503"}),
        ("Biển số xe bảy lăm A, ba trăm mười hai chấm bốn sáu", {"BT504"}),
        ("Chị sinh năm bảy tám, xin việc", {"BT509"}),
        ("Nhà số năm mươi mốt, ngõ Chợ Đuổi cháy bếp", {"BT506"}),
        (
            "Nick @xom.nuoi_90 viết dưới bài: “Xả mà không báo, ruộng tôi mất trắng”",
            {"BT502", "BT510"},
        ),
        ("| Thôn | Số người khuyết tật |\n| Đồi Chè | 4 |", {"BT513"}),
        ("Rõ ràng thủ kho đã lấy 20 bao phân, dù chưa ai kết luận", {"BT514"}),
        ("Rõ ràng là mưa đã làm sạt bờ kè; theo kết luận thanh tra, thủ kho đã lấy 20 bao", set()),
    ],
)
def test_an_edge_is_seen_as_a_reader_sees_it(text: str, expected: set[str]) -> None:
    assert codes_of(text) == expected


def test_the_name_of_a_minor_may_be_labelled_as_a_name_too(tmp_path: Path) -> None:
    file = tmp_path / "labels.yml"
    for codes in ("BT508", "BT507, BT508"):
        file.write_text(f'- {{text: "Em Lò Thị Dua đi học.", codes: [{codes}]}}', "utf-8")
        told = figures([file])
        assert (told.missed[ALL], told.wrong[ALL]) == (0, 0)
    file.write_text('- {text: "Em 9 tuổi ở thôn Hạ.", codes: [BT507, BT508]}', "utf-8")
    assert figures([file]).missed["BT507"] == 1


def test_one_number_is_one_sighting() -> None:
    assert [seen.code for seen in sightings("CCCD: 001085012345 – STK 0912345678901")] == [
        "BT503",
        "BT505",
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2026/don-nguyen-van-thu.pdf", {"BT507"}),
        ("2026/0912345678.pdf", {"BT501"}),
        ("2026/cv-toi-mat-05.pdf", {"BT512"}),
        ("2026/2026-11-18_bien-ban-song-xanh.pdf", set()),
    ],
)
def test_a_file_name_is_looked_at_too(name: str, expected: set[str]) -> None:
    assert {seen.code for seen in sightings_of_file_name(name)} == expected


def test_no_message_repeats_what_it_found() -> None:
    values = ["0912345678", "001085012345", "Nguyễn Văn Thử", "hoa.nguyen85@thu.example"]
    for value in values:
        (seen,) = sightings(f"Hỏi {value}, số căn cước" if value[0] == "0" else f"Hỏi bà {value}")
        assert value not in masked(seen)


def test_a_finding_stands_at_the_very_value() -> None:
    text = f"{HEAD}statement: Trong sạch.\ndetails: |\n  Dài.\nsource:\n  kind: hotline\n"
    text += "  reference: Ông Nguyễn Văn Thử báo\n  received: 2026-11-28\n"
    assert places(check({STATEMENT: text}).findings) == [(STATEMENT, 10, "BT507")]


def test_a_sensitive_matter_of_a_residential_group_is_told_by_its_area() -> None:
    areas = "areas:\n  - {id: ha-dong, name: Quận}\n  - {id: song-xanh, name: Phường}\n"
    areas += "  - {id: to-5, name: Tổ 5, level: tổ dân phố}\n"
    files = {
        "content/registry/areas.yml": areas,
        STATEMENT: f"{HEAD}areas: [to-5]\nstatement: Có 120 người mắc bệnh lao.\n",
    }
    assert [code for *_, code in places(check(files).findings)] == ["BT513"]


def test_a_reason_of_an_approval_and_of_a_recall_are_looked_at() -> None:
    recall = (
        "record: ND-2026-0001\nunit: dan-van\noffice: truong-ban\nat: 2026-11-30T08:00+07:00\n"
        "reason: Theo bà Trần Thị Mẫu.\n"
    )
    found = places(check({"content/recalls/ND-2026-0001.yml": recall}).findings)
    assert ("content/recalls/ND-2026-0001.yml", 5, "BT507") in found


SCAN = "attachments: [{file: 2026/cv.pdf, title: Công văn, description: Bản chụp công văn}]\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (pdf("Cong ty cap nuoc"), set()),
        (pdf("Lien he 0912 345 678"), {"BT501"}),
        (pdf("Cong van TOI MAT"), {"BT512"}),
        (pdf("", title="Nguyen Van Thu"), {"BT507"}),
        (b"%PDF-1.7 broken", {"BT111"}),
    ],
)
def test_a_pdf_is_opened_and_looked_at(content: bytes, expected: set[str]) -> None:
    files: dict[str, str | bytes] = {
        STATEMENT: HEAD + SCAN,
        "content/attachments/2026/cv.pdf": content,
    }
    assert {code for *_, code in places(check(files).findings)} == expected


def test_a_pdf_too_long_to_be_checked_is_not_taken_for_clean() -> None:
    long = pdf("x").replace(
        b"/Kids [3 0 R] /Count 1", b"/Kids [" + b"3 0 R " * 201 + b"] /Count 201"
    )
    files: dict[str, str | bytes] = {
        STATEMENT: HEAD + SCAN,
        "content/attachments/2026/cv.pdf": long,
    }
    assert [code for *_, code in places(check(files).findings)] == ["BT111"]


@pytest.mark.parametrize(
    "text",
    [
        "Gọi 0912345678 0987654321.",
        "Gọi 0912 345 678 0987 654 321.",
        "ĐT 0912345678 - 0987654321",
        "0912345678 (0987654321)",
    ],
)
def test_two_telephones_one_after_the_other_are_both_seen(text: str) -> None:
    assert [sighting.code for sighting in sightings(text)] == ["BT501", "BT501"]


@pytest.mark.parametrize("text", ["Các năm 2019 2020 2021 2022.", "Bảng: 0912 1200 3400 5600"])
def test_a_row_of_figures_is_no_telephone(text: str) -> None:
    assert sightings(text) == ()
