"""Attachments as people have them: locked, active, of sixteen bits; read, or told why not."""

import struct
import unicodedata
import warnings
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageStat
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from generator.base.text import Bilingual
from generator.model.corpus.attachment_text import Extract
from generator.source.corpus.attachment_contents import extract
from generator.targets.pdf.picture_files import fit
from tests.support import Files, check

PATH = "content/records/information/2026/TT-2026-0002.yml"
RECORD = """id: TT-2026-0002
title: Kết quả đo mùi
unit: dan-van
created: 2026-11-28
attachments: [{{file: {}, title: Bản đồ, description: Bản đồ khu dân cư}}]
"""
Change = Callable[[PdfWriter], object]


def group(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def action(kind: str, **entries: PdfObject) -> DictionaryObject:
    return group(S=NameObject(f"/{kind}"), **entries)


WORDS = TextStringObject("x")


def pdf(change: Change = lambda _: None) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Title": "Kết quả kiểm nghiệm"})
    change(writer)
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def opens_with(what: PdfObject) -> Change:
    return lambda writer: writer.root_object.update({NameObject("/OpenAction"): what})


def has_link(what: PdfObject) -> Change:
    link = ArrayObject([group(Subtype=NameObject("/Link"), A=what)])
    return lambda writer: writer.pages[0].update({NameObject("/Annots"): link})


def address(words: str, **entries: PdfObject) -> DictionaryObject:
    return action("URI", URI=TextStringObject(words), **entries)


ACTIVE: dict[str, tuple[str, Change]] = {
    "a script on opening": ("đoạn mã", opens_with(action("JavaScript", JS=WORDS))),
    "a script among the names": (
        "đoạn mã",
        lambda writer: writer.root_object.update(
            {NameObject("/Names"): group(JavaScript=group(Names=ArrayObject()))}
        ),
    ),
    "a program": ("mở chương trình", opens_with(action("Launch", F=WORDS))),
    "a program after a link": (
        "mở chương trình",
        has_link(address("https://a.vn", Next=action("Launch"))),
    ),
    "a link that is a script": ("mở chương trình", has_link(address(" JavaScript:x"))),
    "a link to a file of the reader": ("mở chương trình", has_link(address("file:///etc/x"))),
    "a form that is sent": (
        "gửi hoặc nhận",
        lambda writer: writer.pages[0].update(
            {NameObject("/AA"): group(O=action("SubmitForm", F=WORDS))}
        ),
    ),
    "a file inside": ("tệp khác giấu", lambda writer: writer.add_attachment("a.exe", b"MZ")),
    "a film": (
        "phim",
        lambda writer: writer.pages[0].update(
            {NameObject("/Annots"): ArrayObject([group(Subtype=NameObject("/RichMedia"))])}
        ),
    ),
}
QUIET: dict[str, Change] = {
    "nothing": lambda _: None,
    "a first page": opens_with(action("GoTo", D=ArrayObject())),
    "a link": has_link(address("https://example.vn/a")),
    "a letter": has_link(address("mailto:a@example.vn")),
    "a form to fill": lambda writer: writer.root_object.update(
        {NameObject("/AcroForm"): group(Fields=ArrayObject())}
    ),
}


@pytest.mark.parametrize("name", ACTIVE)
def test_a_pdf_that_does_more_than_be_read_is_refused_in_plain_words(name: str) -> None:
    words, change = ACTIVE[name]
    refused = extract("a.pdf", pdf(change))
    assert isinstance(refused, Bilingual)
    assert words in refused.vi


def words(text: str) -> TextStringObject:
    return TextStringObject(text)


def has_note(**entries: PdfObject) -> Change:
    note = ArrayObject([group(Subtype=NameObject("/Text"), **entries)])
    return lambda writer: writer.pages[0].update({NameObject("/Annots"): note})


def has_packet(inner: str) -> Change:
    """Metadata as a program writes them, with ids and times of its own."""
    packet = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"'
        ' x:xmptk="Adobe XMP Core 5.6-c017 91.164464, 2020/06/15"><rdf:Description'
        f' xmpMM:DocumentID="uuid:0912345678"{inner}</x:xmpmeta><?xpacket end="w"?>'
    )

    def change(writer: PdfWriter) -> None:
        stream = DecodedStreamObject()
        stream.set_data(packet.encode())
        stream.update({NameObject("/Type"): NameObject("/Metadata")})
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)

    return change


NAME = "Nguyễn Văn Bình"
BESIDE: dict[str, Change] = {
    "a note": has_note(Contents=words(f"Hỏi lại {NAME}")),
    "the author of a note": has_note(T=words(NAME), Contents=words("x")),
    "a note with its layout": has_note(RC=words(f"<p>{NAME}</p>")),
    "a field": lambda writer: writer.root_object.update(
        {NameObject("/AcroForm"): group(Fields=ArrayObject([group(V=words(NAME))]))}
    ),
    "a choice of a field": lambda writer: writer.root_object.update(
        {
            NameObject("/AcroForm"): group(
                Fields=ArrayObject([group(Opt=ArrayObject([ArrayObject([WORDS, words(NAME)])]))])
            )
        }
    ),
    "a bookmark": lambda writer: writer.root_object.update(
        {NameObject("/Outlines"): group(First=group(Title=words(NAME)))}
    ),
    "the description of a picture": lambda writer: writer.root_object.update(
        {NameObject("/StructTreeRoot"): group(K=group(Alt=words(NAME)))}
    ),
    "the author": lambda writer: writer.add_metadata({"/Author": NAME}),
    "a key of the office's own": lambda writer: writer.add_metadata({"/NguoiSoan": NAME}),
    "metadata in tags": has_packet(f"><dc:creator><rdf:li>{NAME}</rdf:li></dc:creator>"),
    "metadata in an attribute": has_packet(f' dc:creator="{NAME}"/>'),
    "metadata with signs": has_packet(f"><dc:rights>{NAME} &amp; con</dc:rights>"),
}


@pytest.mark.parametrize("place", BESIDE)
def test_what_a_pdf_says_beside_its_pages_is_read_and_judged(place: str) -> None:
    content = extract("a.pdf", pdf(BESIDE[place]))
    assert isinstance(content, Extract)
    assert any(NAME in text for text in content.texts)
    files: Files = {PATH: RECORD.format("a.pdf"), "content/attachments/a.pdf": pdf(BESIDE[place])}
    assert "BT507" in {found.diagnostic.problem.code for found in check(files).findings}


def test_what_programs_write_for_programs_is_no_text_of_a_person() -> None:
    quiet = has_packet(' xmp:CreateDate="2026-11-28T09:12:34+07:00"/>')
    times = has_note(NM=words("0912345678"), M=words("D:20261128091234+07'00'"))

    def change(writer: PdfWriter) -> None:
        quiet(writer)
        times(writer)
        writer.add_metadata({"/CreationDate": "D:20261128091234+07'00'"})

    content = extract("a.pdf", pdf(change))
    assert isinstance(content, Extract)
    assert not [text for text in content.texts if any(sign.isdigit() for sign in text)]


def test_a_packet_of_nothing_but_signs_is_read_in_no_time() -> None:
    content = extract("a.pdf", pdf(has_packet("<" * 1_000_000)))
    assert isinstance(content, Extract)


@pytest.mark.parametrize("name", QUIET)
def test_a_pdf_with_links_and_places_is_read(name: str) -> None:
    content = extract("a.pdf", pdf(QUIET[name]))
    assert isinstance(content, Extract)
    assert "Kết quả kiểm nghiệm" in content.texts


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_lock_that_opens_is_read_and_one_that_does_not_is_told(algorithm: str) -> None:
    """Scanners and offices forbid printing, which locks a file with an empty password."""
    unlocked = pdf(lambda writer: writer.encrypt("", "of the office", algorithm=algorithm))
    content = extract("a.pdf", unlocked)
    assert isinstance(content, Extract)
    assert "Kết quả kiểm nghiệm" in content.texts
    locked = pdf(lambda writer: writer.encrypt("of the office", algorithm=algorithm))
    refused = extract("a.pdf", locked)
    assert isinstance(refused, Bilingual)
    assert "có mật khẩu" in refused.vi


@pytest.mark.parametrize(
    ("there", "told"),
    [("Ban-Do.PDF", "chỉ có Ban-Do.PDF"), ("bản-đồ.pdf", "theo cách của máy Mac")],
)
def test_a_file_that_is_spelt_otherwise_is_told(there: str, told: str) -> None:
    asked = {"Ban-Do.PDF": "ban-do.pdf"}.get(there, there)
    record = RECORD.format(asked)
    files: dict[str, str | bytes] = {PATH: record}
    files |= {f"content/attachments/{unicodedata.normalize('NFD', there)}": pdf()}
    (found,) = [f for f in check(files).findings if f.diagnostic.problem.code == "BT111"]
    assert told in found.diagnostic.sentence.vi


@pytest.mark.parametrize(
    "name",
    ["nul", "AUX.png", "com1.tar.png", "a /x.png", "a./x.png", " a.png", "a<b.png", "x" * 190],
)
def test_a_name_that_windows_cannot_hold_is_told(name: str) -> None:
    codes = {f.diagnostic.problem.code for f in check({f"content/guide/{name}": ""}).findings}
    assert "BT115" in codes


def test_ordinary_names_are_left_alone() -> None:
    names = ("console.png", "Bản đồ tổ 3 (mới).png", "com10.png", "a.b.png", "nguồn nước.pdf")
    files = {f"content/attachments/{name}": "" for name in names}
    assert not [f for f in check(files).findings if f.diagnostic.problem.code == "BT115"]


def sixteen_bits(colour: int, channels: int) -> bytes:
    """A PNG whose brightness goes evenly from none to all."""

    def part(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    row = b"\0" + b"".join(struct.pack(">H", n * 65535 // 63) * channels for n in range(64))
    header = struct.pack(">IIBBBBB", 64, 64, 16, colour, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(row * 64)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(part(*one) for one in parts)


@pytest.mark.parametrize(("colour", "channels"), [(0, 1), (2, 3)])
def test_a_picture_of_sixteen_bits_keeps_its_brightness_on_paper(
    colour: int, channels: int
) -> None:
    with Image.open(BytesIO(fit(sixteen_bits(colour, channels)))) as image:
        assert ImageStat.Stat(image.convert("L")).mean[0] == pytest.approx(127, abs=1)
        assert image.mode in ("L", "RGB")


def test_a_very_large_picture_says_nothing_on_the_terminal() -> None:
    output = BytesIO()
    Image.new("1", (10_000, 9_500)).save(output, "PNG")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert isinstance(extract("a.png", output.getvalue()), Extract)
