"""Tables of counts become concerns and opinions; every line that does not is told."""

from collections.abc import Sequence
from io import BytesIO

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from generator.base.diagnostics import Refused
from generator.model.kinds.concern import Concern
from generator.model.registry.registry import Registry
from generator.targets.incoming import counts, reader
from generator.targets.incoming.sheet import Line, Table
from tests.support import corpus_of, in_memory

HEADS = ("Tiêu đề", "Số lượt phản ánh", "Từ ngày", "Đến ngày", "Kênh", "Tóm tắt", "Địa bàn")
GOOD = ("Rác tồn đọng", "37", "01/11/2026", "2026-11-27", "tiếp dân, hotline", "Chậm.", "song-xanh")


@pytest.fixture(scope="module")
def registry() -> Registry:
    return corpus_of(in_memory({})).registry


def rows(registry: Registry, *every: tuple[str, ...]) -> list[counts.Read]:
    lines = [
        Line(number, {head: cell for head, cell in zip(HEADS, row, strict=True) if cell})
        for number, row in enumerate(every, 2)
    ]
    kind = counts.kind_of(HEADS)
    assert kind is not None
    return list(counts.read(kind, lines, registry))


def changed(column: str, text: str) -> tuple[str, ...]:
    return tuple(text if head == column else cell for head, cell in zip(HEADS, GOOD, strict=True))


def test_a_row_of_counts_is_a_concern(registry: Registry) -> None:
    (row,) = rows(registry, GOOD)
    assert row.flaw is None
    assert row.values == {
        "title": "Rác tồn đọng",
        "reported": {
            "count": "37",
            "from": "2026-11-01",
            "until": "2026-11-27",
            "channels": ["reception", "hotline"],
        },
        "summary": "Chậm.",
        "areas": ["song-xanh"],
    }


@pytest.mark.parametrize(
    ("column", "text", "why"),
    [
        ("Số lượt phản ánh", "3", "số lượt 3 nhỏ hơn 5"),
        ("Số lượt phản ánh", "37.5", "“37.5” không hợp cột Số lượt phản ánh"),
        ("Số lượt phản ánh", "vài", "“vài” không hợp cột Số lượt phản ánh"),
        ("Đến ngày", "32/11/2026", "“32/11/2026” không hợp cột Đến ngày"),
        ("Kênh", "bồ câu", "“bồ câu” không hợp cột Kênh"),
        ("Tiêu đề", "", "thiếu Tiêu đề"),
        ("Tóm tắt", "Gọi số 0912 345 678.", "có 091•••78 (BT501)"),
    ],
)
def test_every_line_that_is_no_record_has_its_finding(
    registry: Registry, column: str, text: str, why: str
) -> None:
    good, bad = rows(registry, GOOD, changed(column, text))
    assert good.flaw is None
    assert bad.line == 3
    assert bad.flaw is not None
    assert bad.flaw.vi == why


def sheet(*rows: Sequence[object]) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.Workbook()
    assert isinstance(book.active, Worksheet)
    for row in rows:
        book.active.append(row)
    return book, book.active


def of_book(book: openpyxl.Workbook) -> Table:
    output = BytesIO()
    book.save(output)
    return reader.table("a.xlsx", output.getvalue(), counts.is_head)


def of_csv(*rows: Sequence[str]) -> Table:
    written = "\n".join(";".join(row) for row in rows).encode("utf-8-sig")
    return reader.table("a.csv", written, counts.is_head)


def test_workbooks_and_csv_files_hold_the_same_lines() -> None:
    book, _ = sheet(HEADS, GOOD)
    assert of_book(book) == of_csv(HEADS, GOOD)


def test_lines_above_the_heads_and_columns_that_count_rows_are_told() -> None:
    book, active = sheet(("BẢNG TỔNG HỢP", "", ""), (), ("STT", *HEADS), (1, *GOOD))
    active.merge_cells("A1:H1")
    found = of_book(book)
    assert [line.number for line in found.lines] == [4]
    notes = [*found.notes, *counts.serial(found.heads)]
    assert [note.vi for note in notes] == [
        "dòng 1 ở trên tên các cột, không lấy: “BẢNG TỔNG HỢP”",
        "cột “STT” không lấy",
    ]


def test_what_is_hidden_in_a_workbook_is_left_out_and_told() -> None:
    book, active = sheet(HEADS, GOOD, ("Dòng kín", "99"), GOOD)
    active.row_dimensions[3].hidden = True
    active.column_dimensions["F"].hidden = True
    other = book.create_sheet("Riêng")
    other.append(("Bí mật", 77))
    other.sheet_state = "hidden"
    active["A2"].comment = Comment("hỏi lại tổ 3", "a")
    found = of_book(book)
    assert [line.number for line in found.lines] == [2, 4]
    assert all("Tóm tắt" not in line.cells for line in found.lines)
    assert [note.vi for note in found.notes] == [
        "trang tính “Riêng” (đang ẩn) không lấy: “Bí mật 77”",
        "dòng 3 đang ẩn, không lấy: “Dòng kín 99”",
        "cột F đang ẩn, không lấy: “Tóm tắt Chậm. Chậm.”",
        "lời bình ở ô A2 không lấy: “hỏi lại tổ 3”",
    ]


def test_what_a_cell_does_not_say_for_sure_is_told_by_line(registry: Registry) -> None:
    every = [
        ("Công thức", "=1+11"),
        ("Lỗi", "#REF!"),
        ("Phần trăm", 0.5),
        ("Phần lẻ", 1.265),
        ("Ngày là số", 12, 46351),
        ("Gộp", 12),
        ("Gộp", None),
        ("Gạch", 12),
        ("Cả", 1265),
        ("Ô thừa", "12", "", "", "", "", "", "không tên"),
    ]
    book, active = sheet(HEADS, *every)
    active["B4"].number_format = "0%"
    active.merge_cells("B7:B8")
    active["A9"].font = Font(strike=True)
    found = of_book(book)
    told = [row.flaw and row.flaw.vi for row in counts.read(Concern, found.lines, registry)]
    assert told == [
        "ô B2 là công thức chưa có kết quả: mở bằng Excel, lưu lại",
        "ô B3 báo lỗi #REF!",
        "“50%” không hợp cột Số lượt phản ánh",
        "“1,265” không hợp cột Số lượt phản ánh",
        "“46351” không hợp cột Từ ngày",
        "ô B7:B8 gộp nhiều dòng: bỏ gộp và điền từng dòng",
        "ô B7:B8 gộp nhiều dòng: bỏ gộp và điền từng dòng",
        "ô A9 bị gạch ngang",
        None,
        "ô không có tên cột: “không tên”",
    ]


@pytest.mark.parametrize(
    ("row", "is_total"),
    [
        (("Tổng cộng", "1265"), True),
        (("TỔNG SỐ:", "1.265"), True),
        (("Cộng", "1265"), True),
        (("Cộng dồn", "12"), True),
        (("Tổng (I+II)", "12"), True),
        (("Tổng cộng", "1265", "01/11/2026", "30/11/2026"), True),
        (("Tổng đài 1022 không trả lời", "12"), False),
        (("Cộng đồng dân cư thiếu nước", "12"), False),
        (("Tổng số tiền hỗ trợ chưa công khai", "12", "01/11/2026"), False),
    ],
)
def test_a_row_that_adds_up_others_is_no_record(
    registry: Registry, row: tuple[str, ...], *, is_total: bool
) -> None:
    (read,) = counts.read(Concern, of_csv(HEADS, row).lines, registry)
    assert bool(read.total) == is_total
    assert bool(read.values) != is_total


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ((HEADS,), "no row under its heads"),
        (((*HEADS, "Tiêu đề"), GOOD), "two columns are named “Tiêu đề”"),
        ((HEADS, (*GOOD, *[""] * 60, "x")), "over 60 columns"),
    ],
)
def test_a_table_that_cannot_be_read_for_sure_is_refused(
    rows: tuple[tuple[str, ...], ...], why: str
) -> None:
    with pytest.raises(Refused, match=why):
        of_csv(*rows)
