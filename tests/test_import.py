"""What other offices send becomes drafts: their text as details, their head as the source."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
import yaml
from docx.document import Document

from generator.base.diagnostics import BulletinError, Refused
from generator.cli.session.word_part import needs_word_part
from generator.targets.incoming import package, reader
from generator.targets.incoming.blocks import markdown
from generator.targets.incoming.letter import Letter, letter
from tests.conftest import Run

AT = ("--at", "2026-11-30T22:00+07:00")
UNITS = ("Trạm Y tế",)
ISSUER = ("UBND PHƯỜNG SÔNG XANH", "TRẠM Y TẾ", "Số: 45/BC-TYT")
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Sông Xanh, ngày 05 tháng 11 năm 2026")
END = ("Nơi nhận:", "- Như trên;")


def report(*body: str) -> Document:
    """A report in the form of Nghị định 30."""
    file = docx.Document()
    cells = file.add_table(1, 2).rows[0].cells
    for cell, lines in zip(cells, (ISSUER, NATION), strict=True):
        for line in lines:
            cell.add_paragraph(line)
    for line in ("BÁO CÁO", "tình hình nước sinh hoạt\ntuần 47", *body, *END):
        file.add_paragraph(line)
    return file


def as_bytes(file: Document) -> bytes:
    output = BytesIO()
    file.save(output)
    return output.getvalue()


def read(name: str, content: bytes) -> Letter:
    return letter(reader.document(name, content).blocks, (), UNITS)


def test_the_head_gives_title_and_source_and_the_text_gives_details() -> None:
    file = report("1. Đã lấy 2*4 mẫu <nước>.", "- Khu A: 12 mẫu.", "- Khu B: 9 mẫu.")
    found = read("bc.docx", as_bytes(file))
    assert found.title == "tình hình nước sinh hoạt tuần 47"
    assert found.reference == "Báo cáo số 45/BC-TYT ngày 5/11/2026 của Trạm Y tế"
    assert markdown(found.body) == (
        "1. Đã lấy 2\\*4 mẫu \\<nước\\>.\n\n- Khu A: 12 mẫu.\n- Khu B: 9 mẫu."
    )


def test_lists_and_tables_stay_what_they_are() -> None:
    file = report("Kết quả:")
    end = file.paragraphs[-2]
    end.insert_paragraph_before("Khu A", style="List Bullet")
    table = file.add_table(2, 2)
    for cell, text in zip(table._cells, ("Khu", "Mẫu", "A | B", "12"), strict=True):
        cell.text = text
    end._p.addprevious(table._tbl)
    body = markdown(read("bc.docx", as_bytes(file)).body)
    assert body == "Kết quả:\n\n- Khu A\n\n| Khu | Mẫu |\n| --- | --- |\n| A \\| B | 12 |"


def test_cells_that_span_others_leave_every_word_in_its_column() -> None:
    file = report("Kết quả:")
    table = file.add_table(3, 3)
    texts = ("Khu", "Mẫu", "", "A", "1", "2", "", "3", "4")
    for cell, text in zip(table._cells, texts, strict=True):
        cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    file.paragraphs[-2]._p.addprevious(table._tbl)
    (block,) = (one for one in read("bc.docx", as_bytes(file)).body if one.rows)
    assert block.rows == (("Khu", "Mẫu", ""), ("A", "1", "2"), ("", "3", "4"))


def test_offices_that_a_dash_joins_issue_it_together() -> None:
    text = (
        "QUẬN ỦY HÀ ĐÔNG\nBAN TUYÊN GIÁO -\nTRẠM Y TẾ\n*\nSố 07-TB/BTG\nTHÔNG BÁO\n"
        "về nước\n-----\nNội dung."
    )
    found = read("tb.txt", text.encode())
    assert found.reference == "Thông báo số 07-TB/BTG của BAN TUYÊN GIÁO và Trạm Y tế"
    assert markdown(found.body) == "Nội dung."


def test_a_letter_without_a_type_is_known_by_its_matter() -> None:
    text = (
        "UBND PHƯỜNG SÔNG XANH\nSố: 12/UBND-VP\nV/v cấp nước dự phòng\n"
        "Sông Xanh, ngày 3 tháng 12 năm 2026\nKính gửi: Ban Dân vận\nĐề nghị bố trí xe."
    )
    found = read("cv.txt", text.encode())
    assert found.title == "cấp nước dự phòng"
    assert found.reference == "Công văn số 12/UBND-VP ngày 3/12/2026 của UBND PHƯỜNG SÔNG XANH"
    assert markdown(found.body) == "Kính gửi: Ban Dân vận\n\nĐề nghị bố trí xe."


def test_a_title_may_stand_behind_the_type() -> None:
    text = "BÁO CÁO KẾT QUẢ THÁNG 11\nĐã lấy\u200b mẫu."
    found = read("bc.txt", text.encode())
    assert (found.title, found.reference) == ("KẾT QUẢ THÁNG 11", "Báo cáo")
    assert markdown(found.body) == "Đã lấy mẫu."


HEAD = "UBND PHƯỜNG SÔNG XANH\nSố: 12/BC-UBND\nBÁO CÁO\nvề nước\n"
FOOT = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Cường\n"


@pytest.mark.parametrize(
    "text",
    [
        "Nơi nhận hàng cứu trợ: nhà văn hóa Tổ 2, từ 8h.",
        "Nơi nhận: nhà văn hóa Tổ 2.",
        "Nơi nhận:\n- Nhà văn hóa Tổ 2;\n- Trường tiểu học.",
        "CHỦ TỊCH phường yêu cầu các tổ chuẩn bị.",
    ],
)
def test_words_of_a_foot_within_a_text_end_nothing(text: str) -> None:
    found = read("bc.txt", f"{HEAD}{text}\nCó 30 hộ.\n{FOOT}".encode())
    said = [line for block in found.body for line in block.lines()]
    assert said == [*(line.removeprefix("- ") for line in text.split("\n")), "Có 30 hộ."]
    (note,) = found.notes
    assert note.vi.startswith(
        "phần cuối (nơi nhận, chữ ký) không lấy, 6 dòng: “Nơi nhận: Như trên;"
    )


@pytest.mark.parametrize(
    "annex",
    ["Phụ lục\nCó 55 hộ.", "PHỤ LỤC I", "DANH SÁCH HỘ\n- Tổ 1: 5 hộ", "1. Tổ 1: 5 hộ.", "- Tổ 1"],
)
def test_an_annex_behind_the_foot_is_taken_over(annex: str) -> None:
    found = read("bc.txt", f"{HEAD}Có 30 hộ.\n{FOOT}{annex}\n".encode())
    said = [line for block in found.body for line in block.lines()]
    assert said == ["Có 30 hộ.", *(line.removeprefix("- ") for line in annex.split("\n"))]


def test_a_table_with_a_column_of_recipients_is_no_foot() -> None:
    file = report("Có 30 hộ.")
    foot = file.paragraphs[-2]
    for texts in (("Nơi nhận", "Số thùng", "Tổ 1", "12"), ("Nơi nhận:\n- Lưu: VT.", "CHỦ TỊCH")):
        table = file.add_table(len(texts) // 2, 2)
        for cell, text in zip(table._cells, texts, strict=True):
            cell.text = text
        foot._p.addprevious(table._tbl)
    found = read("bc.docx", as_bytes(file))
    assert found.body[1].rows == (("Nơi nhận", "Số thùng"), ("Tổ 1", "12"))
    *_, note = found.notes
    assert note.vi.endswith("“Nơi nhận: - Lưu: VT. CHỦ TỊCH Nơi nhận:”")


@pytest.mark.parametrize("gap", ["\t", "\t\t", "      "])
def test_two_columns_that_tabs_or_spaces_make_are_read_one_after_the_other(gap: str) -> None:
    text = (
        f"UBND PHƯỜNG SÔNG XANH{gap}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"TRẠM Y TẾ{gap}Độc lập - Tự do - Hạnh phúc\nHỎA TỐC\n"
        f"Số: 18/CV-TYT{gap}Bến Nước, ngày 5 tháng 12 năm 2026\n"
        f"V/v cấp nước sạch{gap}\ncho Tổ 2\nKính gửi: Các tổ\nĐề nghị báo cho 250 hộ."
    )
    found = read("cv.txt", text.encode())
    assert found.title == "cấp nước sạch cho Tổ 2"
    assert found.reference == "Công văn số 18/CV-TYT ngày 5/12/2026 của Trạm Y tế"
    assert [note.vi for note in found.notes] == [
        "phần đầu không lấy, 2 dòng: “UBND PHƯỜNG SÔNG XANH HỎA TỐC”"
    ]


def test_one_space_between_two_columns_leaves_what_is_not_sure_out_of_the_source() -> None:
    text = (
        "UBND PHƯỜNG SÔNG XANH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 18/CV-UBND\n"
        "V/v cấp nước sạch Bến Nước, ngày 5 tháng 12 năm 2026\nKính gửi: Các tổ\nNội dung."
    )
    found = read("cv.txt", text.encode())
    assert found.title == "cấp nước sạch"
    assert found.reference == "Công văn số 18/CV-UBND ngày 5/12/2026 của UBND PHƯỜNG SÔNG XANH"


def odt(body: str, styles: str = "") -> bytes:
    names = {name: name for name in ("office", "text", "table", "style")}
    names |= {"draw": "drawing", "fo": "xsl-fo-compatible"}
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
        for name, full in names.items()
    )
    xml = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    return zipped({"content.xml": xml.encode()})


def zipped(parts: dict[str, bytes]) -> bytes:
    output = BytesIO()
    with ZipFile(output, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return output.getvalue()


def test_an_odt_file_reads_as_a_word_file_does() -> None:
    lines = (*ISSUER, *NATION, "BÁO CÁO", "tình hình nước<text:line-break/>tuần 47", "Đã lấy mẫu.")
    body = "".join(f"<text:p>{line}</text:p>" for line in (*lines, *END))
    found = read("bc.odt", odt(body))
    assert found.title == "tình hình nước tuần 47"
    assert found.reference == "Báo cáo số 45/BC-TYT ngày 5/11/2026 của Trạm Y tế"
    assert markdown(found.body) == "Đã lấy mẫu."


# ── what is told, what is refused ────────────────────────────────────────────────────────────


def bomb() -> bytes:
    return zipped({"word/document.xml": b" " * 60_000_000})


def many_parts() -> bytes:
    return zipped({f"a{number}": b"" for number in range(package.MOST_ENTRIES + 1)})


def entities() -> bytes:
    return zipped({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (bomb, "quá lớn"),
        (many_parts, "tệp bên trong"),
        (entities, "DOCTYPE"),
        (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "dạng cũ"),
        (lambda: b"PK\x03\x04 broken", "đã hỏng"),
        (lambda: zipped({"word/document.xml": b"<a><b>"}), "đã hỏng bên trong"),
        (lambda: zipped({"word/document.xml": b"<a/>"}), "đã hỏng bên trong"),
        (lambda: zipped({"a.xml": b"<a/>"}), "không phải tệp Word"),
    ],
)
def test_a_file_that_could_harm_is_refused_before_it_is_unpacked(
    make: Callable[[], bytes], why: str
) -> None:
    with pytest.raises(Refused) as refusal:
        reader.document("x.docx", make())
    assert why in refusal.value.sentence.vi


def test_letters_of_an_old_encoding_are_refused() -> None:
    with pytest.raises(Refused, match="UTF-8"):
        reader.document("x.txt", "Kính gửi".encode("cp1258", "ignore") + b"\xff")


def test_without_the_extra_a_sentence_says_what_to_type() -> None:
    @needs_word_part
    def act(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    with pytest.raises(BulletinError, match=r"bulletin-compiler\[word\]"):
        act("docx.oxml")
    with pytest.raises(ModuleNotFoundError):
        act("something")


# ── through the verb ─────────────────────────────────────────────────────────────────────────


def test_an_imported_report_is_a_draft_that_says_nothing_of_its_own(
    workspace: Path, bulletin: Run
) -> None:
    path = workspace / "bc.docx"
    path.write_bytes(as_bytes(report("Bác sĩ Nguyễn Văn An (0912 345 678) báo: nước đạt.")))
    ran = bulletin(workspace, *AT, "import", "bc.docx", "--unit", "tuyen-giao")
    said = ran.stdout + ran.stderr
    assert ran.returncode == 0, said
    assert "đã che 2 chỗ chỉ ra một người (BT501, BT507)" in said
    written = (workspace / ran.stdout.split()[0]).read_text("utf-8")
    record = yaml.safe_load(written)
    assert record["source"]["kind"] == "document"
    assert record["title"] == "Tình hình nước sinh hoạt tuần 47"
    assert "nước đạt" in record["details"]
    assert "0912" not in written
    assert "Văn An" not in written
    assert record["statement"] is None
    assert record["nature"] is None
    assert "verification" not in record
    checked = bulletin(workspace, *AT, "check", record["id"])
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_title_that_is_too_long_for_one_stands_whole_in_the_text(
    workspace: Path, bulletin: Run
) -> None:
    title = " ".join(f"việc{number}" for number in range(40))
    (workspace / "bc.txt").write_text(f"BÁO CÁO\n{title}\nCó 12 hộ.", "utf-8")
    ran = bulletin(workspace, *AT, "import", "bc.txt", "--unit", "tuyen-giao")
    record = yaml.safe_load((workspace / ran.stdout.split()[0]).read_text("utf-8"))
    assert record["title"].endswith(" …")
    assert record["details"] == f"{title}\n\nCó 12 hộ.\n"


def test_a_secret_paper_is_not_taken_in(workspace: Path, bulletin: Run) -> None:
    """Its mark stands where no text of the record comes from."""
    file = report("Nội dung.")
    file.sections[0].header.paragraphs[0].text = "TỐI MẬT"
    file.save(str(workspace / "bc.docx"))
    before = sorted(workspace.rglob("*.yml"))
    ran = bulletin(workspace, *AT, "import", "bc.docx")
    assert ran.returncode == 1
    assert "BT512" in ran.stdout + ran.stderr
    assert sorted(workspace.rglob("*.yml")) == before
