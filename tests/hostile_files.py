"""Files of other offices that nobody means well with, for the door of `bulletin import`."""

import random
from collections.abc import Callable
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import docx
import openpyxl

from generator.targets.incoming import counts, letter, reader
from generator.targets.incoming.blocks import markdown
from tests.test_import import as_bytes, odt, report
from tests.test_import_tables import HEADS

Change = Callable[[random.Random, bytes], bytes]
_XML = (
    b"<w:p>", b"</w:p>", b"<w:tbl><w:tr><w:tc>", b'<w:gridSpan w:val="-9"/>', b"&#0;", b"<![CDATA[",
    b'<w:vMerge w:val="restart"/>', b"<!DOCTYPE a>", b'w:val="999999999999"', b"<m:oMath/>",
    b'<w:sym w:char="ZZ"/>', b'r="A99999999999"', b't="s"', b"<v>99999</v>", b'ref="A1:XX"',
    b'table:number-columns-repeated="99999999"', b'text:level="-1"', b'hidden="1"', b"\xff\xfe",
    b'w:ilvl w:val="77"', b"<w:footnoteReference/>", b"<mc:AlternateContent/>", b"<w:sdt/>",
)  # fmt: skip
_MANY = 100_000


@cache
def _good() -> tuple[tuple[str, bytes], ...]:
    """A file of every form, with what most files have."""
    word = report("1. Đã lấy 2*4 mẫu.")
    word.add_paragraph("một", style="List Number")
    word.add_table(2, 2).cell(0, 0).merge(word.tables[-1].cell(1, 0))
    word.add_comment(docx.Document().add_paragraph("x").add_run("y"), "z", "a")
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (HEADS, ("Rác", 37, "01/11/2026"), ("Tổng", 37)):
        sheet.append(row)
    output = BytesIO()
    book.save(output)
    text = "UBND\tCỘNG HÒA\nSố: 1/BC\nBÁO CÁO\nvề nước\nNơi nhận:\n- Lưu: VT.\n"
    lines = "\n".join((";".join(HEADS), "Rác;37;01/11/2026", "Tổng;37"))
    listed = "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>"
    return (
        ("a.docx", as_bytes(word)),
        ("a.odt", odt(f"<text:p>Báo cáo</text:p>{listed}")),
        ("a.xlsx", output.getvalue()),
        ("a.csv", lines.encode("utf-8-sig")),
        ("a.txt", text.encode()),
    )


def _in_parts(chance: random.Random, content: bytes, change: Change) -> bytes:
    """A file with one of its parts changed; what is no zip is changed as it is."""
    try:
        package = ZipFile(BytesIO(content))
    except BadZipFile:
        return change(chance, content)
    chosen, output = chance.choice(package.namelist()), BytesIO()
    with ZipFile(output, "w", ZIP_DEFLATED) as written:
        for name in package.namelist():
            part = package.read(name)
            written.writestr(name, change(chance, part) if name == chosen else part)
        if chance.random() < 0.1:
            written.writestr("word/embeddings/a.zip", content)
    return output.getvalue()


def _with_xml(chance: random.Random, part: bytes) -> bytes:
    tags = [at for at, sign in enumerate(part) if sign in b"<>"] or [0]
    at = chance.choice(tags)
    return part[:at] + chance.choice(_XML) * chance.choice((1, 1, 40)) + part[at:]


def _deep(chance: random.Random, part: bytes) -> bytes:
    """Elements very deep in one another."""
    tag = chance.choice((b"w:tbl", b"w:p", b"w:sdt", b"text:list", b"m:oMath", b"w:txbxContent"))
    depth, (start, end) = chance.choice((60, 250, 5_000)), (b"<%s>" % tag, b"</%s>" % tag)
    at = part.rfind(b"</")
    return part[:at] + start * depth + end * depth + part[at:]


def _huge(chance: random.Random, part: bytes) -> bytes:
    at = part.rfind(b"</")
    return part[:at] + chance.choice((b" ", b"a", b"<w:p/>")) * _MANY + part[at:]


def read_changed(chance: random.Random, change: Change) -> None:
    """Read one of the files, changed once or a few times; BulletinError when it is refused."""
    name, content = chance.choice(_good())
    for _ in range(chance.choice((1, 1, 2, 4))):
        content = _in_parts(chance, content, chance.choice((change, _with_xml, _with_xml, _deep)))
    if chance.random() < 0.03:
        content = _in_parts(chance, content, _huge)
    if chance.random() < 0.1:
        content = change(chance, content)
    if reader.is_table(name):
        table = reader.table(name, content, counts.is_head)
        list(counts.serial(table.heads))
    else:
        markdown(letter.letter(reader.document(name, content).blocks, (), ()).body)
