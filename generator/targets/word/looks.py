"""How each line of an official paper looks in Word: its style, read off the figures of the form."""

from collections.abc import Mapping
from typing import NamedTuple

from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

Figures = Mapping[str, str]
FACE = "Times New Roman"
BODY, CELL, ITEM, NOTE = "Văn bản", "Ô bảng", "Gạch đầu dòng", "Chú thích"
CALL, FOOT = "Số chú thích", "Đầu và chân trang"
HEADINGS = {"h2": "Heading 1", "h3": "Heading 2", "h4": "Heading 3", "h5": "Heading 4"}
_UNITS = {"mm": Mm, "pt": Pt}
_BOLD = 600


class Look(NamedTuple):
    """A style of the form: its name, the figure of its size, its face, and the room below."""

    style: str
    size: str
    weight: str = ""
    slant: str = ""
    below: str = ""
    above: str = "0pt"
    is_centred: bool = True


# By the class that a line has in theme/pdf/official.html. A weight or a slant that is no word of
# CSS names a figure.
LOOKS: Mapping[str, Look] = {
    "superior": Look("Cơ quan cấp trên", "superior-size"),
    "issuers": Look("Cơ quan ban hành", "issuer-size", "bold"),
    "under-issuer": Look("Dưới cơ quan ban hành", "issuer-size", below="8pt"),
    "nation-name": Look("Quốc hiệu, tiêu đề", "nation-size", "bold"),
    "motto": Look("Tiêu ngữ", "motto-size", "bold"),
    "reference": Look("Số, ký hiệu", "reference-size"),
    "matter": Look("Trích yếu công văn", "matter-size", "", "matter-style", above="6pt"),
    "place-date": Look("Địa danh, ngày tháng", "place-size", "", "italic"),
    "stamp": Look("Độ khẩn", "stamp-type", "bold", above="6pt", below="2pt"),
    "circulation": Look("Phạm vi lưu hành", "circulation-size", "bold", above="6pt", below="2pt"),
    "type": Look("Tên loại", "type-size", "bold", above="12pt"),
    "abstract": Look("Trích yếu", "abstract-size", "bold"),
    "under-abstract": Look("Dưới trích yếu", "abstract-size", below="8pt"),
    "exercise-says": Look("Diễn tập", "body-size", "bold"),
    "addressees": Look("Kính gửi", "body-size", above="6pt", is_centred=False),
    "addressee": Look("Một nơi gửi", "body-size", is_centred=False),
    "ground": Look("Căn cứ", "body-size", "", "ground-style", "body-gap", is_centred=False),
    "unit": Look("Thẩm quyền ký", "authority-size", "bold", above="12pt"),
    "office-held": Look("Chức vụ", "position-size", "position-weight", "", "signing-room"),
    "holder": Look("Họ tên", "position-size", "bold"),
    "recipients-title": Look(
        "Nơi nhận", "recipients-size", "recipients-font", "recipients-font", is_centred=False
    ),
    "recipient": Look("Một nơi nhận", "recipient-size", is_centred=False),
    "annex-word": Look("Số phụ lục", "annex-size", "bold"),
    "annex-title": Look("Tên phụ lục", "annex-size", "bold", below="8pt"),
}


def length(written: str) -> Length:
    """A figure such as `20mm` or `14pt`."""
    return _UNITS[written[-2:]](float(written[:-2]))


def figure(figures: Figures, name: str, otherwise: str = "body-size") -> str:
    """A figure by name; papers of other types lack those of the form."""
    return figures.get(name) or figures[otherwise]


def add_line(into: Document | BlockItemContainer, style: str) -> Paragraph:
    """A new paragraph; python-docx looks a style up in time that grows with their number."""
    paragraph: Paragraph = into.add_paragraph()
    set_style(paragraph, style)
    return paragraph


def set_style(paragraph: Paragraph, style: str) -> None:
    paragraph._p.style = style.replace(" ", "")  # the id that python-docx gives it


def define_styles(document: Document, figures: Figures) -> None:
    """All styles of the form, with the sizes, faces and gaps of its profile."""
    _set_normal(document, figures)
    for name, size in zip(HEADINGS.values(), ("section", *["item"] * 3), strict=True):
        _set_heading(document.styles[name], figure(figures, f"{size}-size"), figures)
    for look in LOOKS.values():
        _define_look(document, look, figures)
    for name in (BODY, LOOKS["ground"].style):
        body = document.styles[name] if name != BODY else _style(document, BODY, "")
        body.paragraph_format.first_line_indent = length(figures.get("body-indent", "0mm"))
        body.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for name, indent in (("addressees", Mm(40)), ("addressee", Mm(48))):
        document.styles[LOOKS[name].style].paragraph_format.left_indent = indent
    item = _style(document, ITEM, "")
    item.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for name, size in ((CELL, figures["small-size"]), (NOTE, "10pt"), (FOOT, "9pt")):
        _set_close(_style(document, name, size), "1pt")
    call = document.styles.add_style(CALL, WD_STYLE_TYPE.CHARACTER)
    call.font.superscript = True


def _set_normal(document: Document, figures: Figures) -> None:
    normal = document.styles["Normal"]
    _set_face(normal, figures["body-size"])
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.rPr.append(language)
    form = normal.paragraph_format
    form.space_before, form.space_after = Pt(0), length(figures["body-gap"])
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = length(figures["body-line"])
    form.widow_control = True


def _set_face(style: ParagraphStyle, size: str) -> None:
    style.font.name, style.font.size = FACE, length(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().rFonts
    fonts.attrib.clear()
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FACE)


def _set_heading(style: ParagraphStyle, size: str, figures: Figures) -> None:
    _set_face(style, size)
    style.font.bold, style.font.italic = True, False
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(0), length(figures["body-gap"])
    if style.name != HEADINGS["h2"]:
        form.first_line_indent = length(figures.get("body-indent", "0mm"))
    form.keep_with_next = True


def _define_look(document: Document, look: Look, figures: Figures) -> None:
    style = _style(document, look.style, figure(figures, look.size))
    words = figures.get(look.weight, look.weight).split()
    style.font.bold = "bold" in words or any(w.isdigit() and int(w) > _BOLD for w in words)
    style.font.italic = "italic" in figures.get(look.slant, look.slant).split()
    if look.is_centred:
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _set_close(style, figures.get(look.below, look.below or "0pt"))
    style.paragraph_format.space_before = length(look.above)


def _style(document: Document, name: str, size: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)  # noqa: S101  what was asked for
    style.base_style = document.styles["Normal"]
    if size:
        style.font.size = length(size)
    return style


def _set_close(style: ParagraphStyle, below: str) -> None:
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    style.paragraph_format.line_spacing = 1.0
    style.paragraph_format.space_after = length(below)
