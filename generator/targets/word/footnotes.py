"""Footnotes of a Word file: python-docx writes none, so the part is written here."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.text.paragraph import Paragraph

from generator.targets.word import looks
from generator.targets.word.oxml import add_field, element

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FIRST = 2  # 0 and 1 are the lines that part footnotes from the text


class Footnotes:
    """The footnotes of one file, in the order of their calls."""

    def __init__(self) -> None:
        self.texts: dict[int, str] = {}

    def call(self, paragraph: Paragraph, text: str) -> None:
        """A footnote and the number that calls it."""
        number = _FIRST + len(self.texts)
        self.texts[number] = text
        mark = {"id": number, "name": f"_Ref{number}"}
        paragraph._p.append(element("bookmarkStart", **mark))
        run = paragraph.add_run()
        run._r.style = looks.CALL.replace(" ", "")
        run._r.append(element("footnoteReference", id=number))
        paragraph._p.append(element("bookmarkEnd", id=number))

    def call_again(self, paragraph: Paragraph, shown: str) -> None:
        """The number of a footnote that was called before."""
        before = len(paragraph.runs)
        add_field(paragraph, f"NOTEREF _Ref{int(shown) + _FIRST - 1} \\h", shown)
        for run in paragraph.runs[before:]:
            run.font.superscript = True

    def put_into(self, document: Document) -> None:
        """Write the part; a file without footnotes gets none."""
        if not self.texts:
            return
        styles = {name: name.replace(" ", "") for name in (looks.NOTE, looks.CALL)}
        part = Part(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            self._written(styles).encode(),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _written(self, styles: Mapping[str, str]) -> str:
        lines = (("separator", 0), ("continuationSeparator", 1))
        parting = (
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
            "</w:footnote>"
            for kind, number in lines
        )
        notes = (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{styles[looks.NOTE]}"/>'
            f'</w:pPr><w:r><w:rPr><w:rStyle w:val="{styles[looks.CALL]}"/></w:rPr>'
            f'<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r>'
            "</w:p></w:footnote>"
            for number, text in self.texts.items()
        )
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f'{head}<w:footnotes xmlns:w="{_SPACE}">{"".join((*parting, *notes))}</w:footnotes>'
