"""Completes the structure of a PDF, which screen readers use (PDF/UA-1).

The objects are those of the engine before they are written: dictionaries that refer to each other
by references such as `12 0 R`.
"""

from collections.abc import Iterator

import pydyf  # type: ignore[import-untyped]  # it ships no types

from generator.targets.pdf.archive import name_both_standards

_PARTS_OF_AN_ITEM = ("/Lbl", "/LBody")
_HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")


def complete(document: object, pdf: pydyf.PDF) -> None:
    """Correct lists, set the scope of header cells, relate the attached file to the document, and
    name both standards.
    """
    del document
    name_both_standards(_object_at(pdf.catalog["Metadata"], pdf))
    mend(pdf, 0, 0)


def mend(pdf: pydyf.PDF, start: int, lowered: int) -> None:
    """The same for the objects from `start` on; headings go down by `lowered` levels."""
    dictionaries = [item for item in pdf.objects[start:] if isinstance(item, pydyf.Dictionary)]
    for element in dictionaries:
        _mend_element(element, pdf, lowered)
    for element in dictionaries:
        if element.get("S") == "/LI":
            _move_into_body(element, pdf)


def _mend_element(element: pydyf.Dictionary, pdf: pydyf.PDF, lowered: int) -> None:
    match element.get("S") or element.get("Type"):
        case "/TH":
            element["A"]["Scope"] = _scope(element, pdf)
        case "/L":
            _tag_items(element, pdf)
        case "/Filespec":
            element["AFRelationship"] = "/Source"
            pdf.catalog["AF"] = pydyf.Array([element.reference])
        case str(kind) if kind in _HEADINGS:
            element["S"] = _HEADINGS[min(_HEADINGS.index(kind) + lowered, len(_HEADINGS) - 1)]


def _scope(header: pydyf.Dictionary, pdf: pydyf.PDF) -> str:
    """Header cells in the head of a table belong to a column, other header cells to a row."""
    row = _object_at(header["P"], pdf)
    return "/Column" if _object_at(row["P"], pdf)["S"] == "/THead" else "/Row"


def _tag_items(list_element: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """A group (div) of dt and dd in a dl is an item; dt is its label, the rest its body."""
    item = list_element
    for kid in list(_kids(list_element, pdf)):
        if kid["S"] == "/Div":
            item = kid
            _tag_parts(item, pdf)
        elif kid["S"] == "/Span":  # the white space between items on the same line
            _move(kid, list_element, item)


def _tag_parts(item: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    item["S"] = "/LI"
    for place, part in enumerate(_kids(item, pdf)):
        part["S"] = _PARTS_OF_AN_ITEM[min(place, 1)]
        for inner in _kids(part, pdf):
            inner["S"] = "/Div"


def _move_into_body(item: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """Move whatever stands beside the body of an item, such as a list, into the body."""
    kids = list(_kids(item, pdf))
    strays = [kid for kid in kids if kid["S"] not in _PARTS_OF_AN_ITEM]
    if not strays:
        return
    body = next((kid for kid in kids if kid["S"] == "/LBody"), None) or _new_body(item, pdf)
    for stray in strays:
        _move(stray, item, body)


def _move(element: pydyf.Dictionary, source: pydyf.Dictionary, target: pydyf.Dictionary) -> None:
    source["K"].remove(element.reference)
    target["K"].append(element.reference)
    element["P"] = target.reference


def _new_body(item: pydyf.Dictionary, pdf: pydyf.PDF) -> pydyf.Dictionary:
    """Add a body to an item without one, as on the second page of an item."""
    body = pydyf.Dictionary({**item, "S": "/LBody", "K": pydyf.Array(), "P": item.reference})
    pdf.add_object(body)
    item["K"].append(body.reference)
    return body


def _kids(element: pydyf.Dictionary, pdf: pydyf.PDF) -> Iterator[pydyf.Dictionary]:
    """The child elements, without bare text and references to annotations."""
    objects = (_object_at(kid, pdf) for kid in element["K"] if isinstance(kid, bytes))
    return (kid for kid in objects if "S" in kid)


def _object_at(reference: bytes, pdf: pydyf.PDF) -> pydyf.Dictionary:
    return pdf.objects[int(reference.split()[0])]
