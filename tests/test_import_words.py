"""Nothing that a Word or ODT file says is lost or changed without a word."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from generator.base.diagnostics import Refused
from generator.model.record.letters import unprintable
from generator.targets.incoming import reader
from generator.targets.incoming.blocks import Incoming, markdown
from generator.targets.word.footnotes import Footnotes
from tests.test_import import as_bytes, odt

SPACES = " ".join(
    (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
    )
)


def put(paragraph: Paragraph, xml: str) -> None:
    """Add elements; `xml` without the declarations of its names."""
    holder = parse_xml(f"<w:p {SPACES}>{xml}</w:p>")
    for element in list(holder):
        paragraph._p.append(element)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def taken(file: Document) -> Incoming:
    return reader.document("a.docx", as_bytes(file))


def line(xml: str) -> tuple[str, list[str]]:
    """What a paragraph with these elements becomes, and what is told of it."""
    file = docx.Document()
    put(file.add_paragraph("Có "), xml)
    incoming = taken(file)
    return markdown(incoming.blocks), [note.vi for note in incoming.notes]


RAISED, LOWERED = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
BOX = f"<w:txbxContent><w:p>{run('33 hộ')}</w:p></w:txbxContent>"
SHAPE = f"<w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>"
SUM = "".join(
    f"<w:r>{one}</w:r>"
    for one in (
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText>=SUM(A)</w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>120</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
)
DROPPED_BOX = (
    f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"
)
BALLOT = run("☒")
CHECKED = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (run("10") + run("6", RAISED) + run(" con"), "Có 10⁶ con"),
        (run("35 m") + run("3", RAISED) + run("/s"), "Có 35 m³/s"),
        (run("H") + run("2", LOWERED) + run("O"), "Có H₂O"),
        (run("x") + run("-1", RAISED), "Có x⁻¹"),
        (run("báo cáo", "<w:caps/>"), "Có BÁO CÁO"),
        (run("không gạch", '<w:strike w:val="0"/>'), "Có không gạch"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "Có ☑"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "Có ☐"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', "Có ☑"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "Có ≥"),
        (run("\uf0fe", '<w:rFonts w:ascii="Wingdings"/>'), "Có ☑"),
        (run("þ", '<w:rFonts w:ascii="Wingdings"/>'), "Có ☑"),
        (
            f"<w:sdt><w:sdtPr>{CHECKED}</w:sdtPr><w:sdtContent>{BALLOT}</w:sdtContent></w:sdt>",
            "Có ☒",
        ),
        (f"<w:sdt><w:sdtContent>{run('30/11')}</w:sdtContent></w:sdt>", "Có 30/11"),
        (f"<w:smartTag>{run('Tổ 2')}</w:smartTag>", "Có Tổ 2"),
        (f'<w:fldSimple w:instr="DATE">{run("28/11")}</w:fldSimple>', "Có 28/11"),
        (SUM, "Có 120"),
        ("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>", "Có a  \nb c"),
    ],
)
def test_what_stands_in_a_line_is_kept_as_people_see_it(xml: str, text: str) -> None:
    assert line(xml) == (text, [])
    assert not unprintable(text)


FRACTION = (
    "<m:f><m:num><m:r><m:t>a+1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
)
POWER = "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
DELETED = '<w:del w:id="1" w:author="a"><w:r><w:delText>50 hộ</w:delText></w:r></w:del>'


@pytest.mark.parametrize(
    ("xml", "text", "told"),
    [
        (run("ẩn 999", "<w:vanish/>"), "Có", "chữ ẩn không lấy: “ẩn 999”"),
        (run("ẩn 999", '<w:rStyle w:val="Kin"/>'), "Có", "chữ ẩn không lấy: “ẩn 999”"),
        (run("gạch 77", "<w:strike/>"), "Có", "chữ bị gạch ngang không lấy: “gạch 77”"),
        (run("gạch 77", "<w:dstrike/>"), "Có", "chữ bị gạch ngang không lấy: “gạch 77”"),
        (run("1") + run("er", RAISED), "Có 1er", "chữ nâng lên hoặc hạ xuống"),
        (DELETED + run("20 hộ"), "Có 20 hộ", "chữ xóa đang chờ duyệt (Track Changes)"),
        (f'<w:ins w:id="1" w:author="a">{run("9 hộ")}</w:ins>', "Có 9 hộ", "chữ chèn thêm đang"),
        (f"<m:oMath>{FRACTION}{POWER}</m:oMath>", "Có (a+1)/2x²", "công thức viết thành một"),
        ('<w:r><w:sym w:font="Riêng" w:char="F041"/></w:r>', "Có \uf041", "dấu của phông riêng"),
        (SHAPE, "Có\n\n33 hộ", "khung chữ, đã lấy sau đoạn cạnh nó: “33 hộ”"),
        (DROPPED_BOX, "Có\n\n33 hộ", "khung chữ, đã lấy sau đoạn cạnh nó: “33 hộ”"),
        (f"<w:other>{run('88 hộ')}</w:other>", "Có", "chữ không lấy được: “88 hộ”"),
    ],
)
def test_what_is_not_taken_as_it_stands_is_told_with_its_words(
    xml: str, text: str, told: str
) -> None:
    file = docx.Document()
    hidden = file.styles.add_style("Kin", WD_STYLE_TYPE.CHARACTER)
    hidden.font.hidden = True
    put(file.add_paragraph("Có "), xml)
    incoming = taken(file)
    assert markdown(incoming.blocks) == text
    (note,) = incoming.notes
    assert note.vi.startswith(told)


def test_what_stands_beside_the_text_is_told_and_footnotes_are_taken() -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("Có 12 hộ")
    notes = Footnotes()
    notes.call(paragraph, "Theo Tổ 2.")
    notes.put_into(file)
    file.sections[0].header.paragraphs[0].text = "Số liệu 44 hộ"
    file.sections[0].footer.paragraphs[0].text = "Trang 3/5"
    file.add_comment(paragraph.runs[0], "Hỏi lại tổ 3", "a")
    content = BytesIO(as_bytes(file))
    with ZipFile(content, "a") as package:
        for name in ("word/media/image1.png", "word/vbaProject.bin"):
            package.writestr(name, b"x")
    incoming = reader.document("a.docx", content.getvalue())
    assert [block.text for block in incoming.blocks] == ["Có 12 hộ[1]", "[1] Theo Tổ 2."]
    assert [note.vi for note in incoming.notes] == [
        "đầu trang không lấy: “Số liệu 44 hộ”",
        "lời bình không lấy: “Hỏi lại tổ 3”",
        "1 hình không được lấy",
        "1 mã lệnh (macro) không được lấy",
    ]


def numbered_file() -> Document:
    """A file with the lists of an office: articles, figures that go on, letters, bullets."""
    file = docx.Document()
    numbering = file.part.numbering_part.element
    levels = (("decimal", "Điều %1."), ("lowerLetter", "%2)"), ("upperRoman", "%1.%3"))
    inner = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(levels)
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {SPACES} w:abstractNumId="90">{inner}</w:abstractNum>')
    )
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    for number, override in ((91, ""), (92, anew)):
        inner = f'<w:abstractNumId w:val="90"/>{override}'
        numbering.append(parse_xml(f'<w:num {SPACES} w:numId="{number}">{inner}</w:num>'))
    return file


def add_item(file: Document, text: str, depth: int, number: int = 91) -> None:
    paragraph = file.add_paragraph(text)
    properties = f'<w:numPr {SPACES}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(properties))


def test_numbers_that_word_makes_are_written_as_it_shows_them() -> None:
    file = numbered_file()
    for text, depth in (("a", 0), ("b", 1), ("c", 1), ("d", 2)):
        add_item(file, text, depth)
    file.add_paragraph("Giữa.")
    for text, depth, number in (("e", 0, 91), ("f", 1, 91), ("g", 0, 92), ("h", 0, 92)):
        add_item(file, text, depth, number)
    file.add_paragraph("i", style="List Number")
    file.add_paragraph("k", style="List Bullet")
    incoming = taken(file)
    assert [" ".join(block.lines()) for block in incoming.blocks] == [
        *("Điều 1. a", "a) b", "b) c", "1.I d", "Giữa.", "Điều 2. e", "a) f"),
        *("Điều 7. g", "Điều 8. h", "1. i", "k"),
    ]
    assert incoming.notes == ()


# ── OpenDocument ─────────────────────────────────────────────────────────────────────────────

STYLES = {
    "S": '<style:text-properties style:text-position="super 58%"/>',
    "L": '<style:text-properties style:text-position="-33% 58%"/>',
    "H": '<style:text-properties text:display="none"/>',
    "X": '<style:text-properties style:text-line-through-style="solid"/>',
    "C": '<style:text-properties fo:text-transform="uppercase"/>',
}


def open_file(body: str) -> Incoming:
    """An ODT file with the styles above, and one of a list that begins at 3."""
    styles = "".join(
        f'<style:style style:name="{name}">{inner}</style:style>' for name, inner in STYLES.items()
    )
    listed = (
        '<text:list-style style:name="N"><text:list-level-style-number text:level="1"'
        ' style:num-format="1" style:num-suffix="." text:start-value="3"/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
        '</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet'
        ' text:level="1"/></text:list-style>'
    )
    return reader.document("a.odt", odt(f"<text:section>{body}</text:section>", styles + listed))


@pytest.mark.parametrize(
    ("xml", "text", "told"),
    [
        ('10<text:span text:style-name="S">6</text:span> con', "10⁶ con", None),
        ('H<text:span text:style-name="L">2</text:span>O', "H₂O", None),
        ('<text:span text:style-name="C">báo</text:span> cáo', "BÁO cáo", None),
        ('1<text:span text:style-name="S">er</text:span>', "1er", "chữ nâng lên"),
        ('a<text:span text:style-name="H">ẩn</text:span>b', "ab", "chữ ẩn không lấy: “ẩn”"),
        ('a<text:span text:style-name="X">bỏ</text:span>b', "ab", "chữ bị gạch ngang không lấy"),
        ("a<office:annotation><text:p>hỏi</text:p></office:annotation>b", "ab", "lời bình không"),
        ("a<draw:frame><text:p>33 hộ</text:p></draw:frame>b", "ab 33 hộ", "khung chữ, đã lấy"),
        (
            "a<text:note><text:note-body><text:p>Theo Tổ 2.</text:p></text:note-body></text:note>b",
            "a[1]b [1] Theo Tổ 2.",
            None,
        ),
    ],
)
def test_an_odt_file_comes_in_as_people_see_it(xml: str, text: str, told: str | None) -> None:
    incoming = open_file(f"<text:p>{xml}</text:p>")
    assert " ".join(block.text for block in incoming.blocks) == text
    assert [note.vi[: len(told or "")] for note in incoming.notes] == ([told] if told else [])


def test_numbers_of_an_odt_file_stay() -> None:
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('b', '')}{item.format('c', '')}</text:list>"
    first = item.format("a", inner) + item.format("d", "")
    body = (
        f'<text:list text:style-name="N">{first}</text:list>'
        f'<text:p>Giữa.</text:p><text:list text:style-name="N" text:continue-numbering="true">'
        f"{item.format('e', '')}</text:list>"
        f'<text:list text:style-name="B">{item.format("g", "")}</text:list>'
        f"<text:table-of-content><text:p>mục lục</text:p></text:table-of-content>"
    )
    incoming = open_file(body)
    assert [f"{block.mark}{block.text}" for block in incoming.blocks] == [
        *("3. a", "a) b", "b) c", "4. d", "Giữa.", "5. e", "-g", "mục lục")
    ]
    assert incoming.notes == ()


# ── letters from before Unicode ──────────────────────────────────────────────────────────────

OLD = ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam")


def old_files() -> Iterator[tuple[str, bytes]]:
    for text in OLD:
        file = docx.Document()
        file.add_paragraph(f"Có ký tự: {text}")
        yield "a.docx", as_bytes(file)
        yield "a.txt", f"Báo cáo\n{text}\n".encode()
        yield "a.odt", odt(f"<text:p>{text}</text:p>")
    file = docx.Document()
    put(file.add_paragraph("Có "), run("tæng", '<w:rFonts w:ascii=".VnTime"/>'))
    yield "a.docx", as_bytes(file)


@pytest.mark.parametrize(("name", "content"), [*old_files()])
def test_letters_from_before_unicode_are_refused_with_advice(name: str, content: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        reader.document(name, content)
    assert "đổi sang Unicode" in refusal.value.sentence.vi


@pytest.mark.parametrize(
    "text",
    [
        "Ông Müller, bà Besançon, 35 m³/s, 30°C, 1½ giờ, «a», 5×3 m, kW·h, §5, ±2, µg/m³.",
        "Độc lập – Tự do – Hạnh phúc · Nước đạt “QCVN 01”… ổ, ẵ, ỹ, đ, Ð.",
    ],
)
def test_other_signs_and_names_are_read(text: str) -> None:
    assert text in reader.document("a.txt", text.encode()).everything


def test_vietnamese_typed_in_an_old_font_is_read() -> None:
    xml = run("Tổng cộng hòa", '<w:rFonts w:ascii=".VnTime"/>')
    assert line(xml) == ("Có Tổng cộng hòa", [])


# ── texts ────────────────────────────────────────────────────────────────────────────────────


def test_lines_of_a_text_file_stay_lines() -> None:
    text = "Họp\n\n+ cộng 5 hộ\nThời gian: 7h\nĐịa điểm: nhà văn hóa\n1. Một\n   a) hai\n"
    found = markdown(reader.document("a.txt", text.encode()).blocks)
    assert found == (
        "Họp\n\n- cộng 5 hộ\n\nThời gian: 7h\n\nĐịa điểm: nhà văn hóa\n\n1. Một\n\na) hai"
    )
