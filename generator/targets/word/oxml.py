"""What Word's files can say and python-docx has no word for."""

from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length
from docx.text.paragraph import Paragraph


def element(name: str, /, **values: object) -> BaseOxmlElement:
    """An element of WordprocessingML with its values, as in `element("tblHeader", val="true")`."""
    made = cast(BaseOxmlElement, OxmlElement(f"w:{name}"))
    for key, value in values.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def add_field(paragraph: Paragraph, code: str, shown: str = "") -> None:
    """A field such as PAGE, with what stands there until Word counts it anew."""
    kinds = (("begin", None), (None, code), ("separate", None), (None, None), ("end", None))
    for kind, instruction in kinds:
        run = paragraph.add_run("" if kind or instruction else shown)
        if kind:
            run._r.append(element("fldChar", fldCharType=kind))
        elif instruction:
            made = element("instrText")
            made.text = instruction
            run._r.append(made)


def draw_rule(paragraph: Paragraph, aside: Length) -> None:
    """A line under the paragraph that leaves as much room at both its ends."""
    add_borders(paragraph, ("bottom",))
    paragraph.paragraph_format.left_indent = aside
    paragraph.paragraph_format.right_indent = aside


def add_borders(paragraph: Paragraph, sides: tuple[str, ...]) -> None:
    borders = element("pBdr")
    for side in sides:
        borders.append(element(side, val="single", sz=6, space=1, color="000000"))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
