"""What the engine leaves undone in a PDF's structure, which screen readers go by (PDF/UA-1).

The objects are the engine's own, before they are written: dictionaries that refer to one another
by references such as `12 0 R`.
"""

from collections.abc import Iterator

import pydyf  # type: ignore[import-untyped]  # it ships no types

from generator.targets.pdf.archive import name_both_standards

_PARTS_OF_AN_ITEM = ("/Lbl", "/LBody")
_HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")


def complete(document: object, pdf: pydyf.PDF) -> None:
    """Mend lists, give header cells their scope, relate the attached file to the whole, and name
    the standards that the file keeps.
    """
    del document
    name_both_standards(_at(pdf.catalog["Metadata"], pdf))
    mend(pdf, 0, 0)


def mend(pdf: pydyf.PDF, start: int, lowered: int) -> None:
    """The same for the objects from `start` on; headings go down by `lowered` levels."""
    dictionaries = [one for one in pdf.objects[start:] if isinstance(one, pydyf.Dictionary)]
    for one in dictionaries:
        _mend_one(one, pdf, lowered)
    for one in dictionaries:
        if one.get("S") == "/LI":
            _take_in(one, pdf)


def _mend_one(one: pydyf.Dictionary, pdf: pydyf.PDF, lowered: int) -> None:
    match one.get("S") or one.get("Type"):
        case "/TH":
            one["A"]["Scope"] = _scope(one, pdf)
        case "/L":
            _name_items(one, pdf)
        case "/Filespec":
            one["AFRelationship"] = "/Source"
            pdf.catalog["AF"] = pydyf.Array([one.reference])
        case str(kind) if kind in _HEADINGS:
            one["S"] = _HEADINGS[min(_HEADINGS.index(kind) + lowered, len(_HEADINGS) - 1)]


def _scope(header: pydyf.Dictionary, pdf: pydyf.PDF) -> str:
    """Cells of a table's head name their column; header cells below it name their row."""
    row = _at(header["P"], pdf)
    return "/Column" if _at(row["P"], pdf)["S"] == "/THead" else "/Row"


def _name_items(listed: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """A group of dt and dd in a dl is an item; its term is the label, the rest is the body."""
    item = listed
    for kid in list(_kids(listed, pdf)):
        if kid["S"] == "/Div":
            item = kid
            _name_parts(item, pdf)
        elif kid["S"] == "/Span":  # the white space between items that stand in one line
            _move(kid, listed, item)


def _name_parts(item: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    item["S"] = "/LI"
    for place, part in enumerate(_kids(item, pdf)):
        part["S"] = _PARTS_OF_AN_ITEM[min(place, 1)]
        for inner in _kids(part, pdf):
            inner["S"] = "/Div"


def _take_in(item: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """What stands in an item beside its body, such as a list, belongs into the body."""
    kids = list(_kids(item, pdf))
    strays = [one for one in kids if one["S"] not in _PARTS_OF_AN_ITEM]
    if not strays:
        return
    body = next((one for one in kids if one["S"] == "/LBody"), None) or _body(item, pdf)
    for stray in strays:
        _move(stray, item, body)


def _move(one: pydyf.Dictionary, source: pydyf.Dictionary, target: pydyf.Dictionary) -> None:
    source["K"].remove(one.reference)
    target["K"].append(one.reference)
    one["P"] = target.reference


def _body(item: pydyf.Dictionary, pdf: pydyf.PDF) -> pydyf.Dictionary:
    """A body for an item that has none, as on the second page of an item."""
    body = pydyf.Dictionary({**item, "S": "/LBody", "K": pydyf.Array(), "P": item.reference})
    pdf.add_object(body)
    item["K"].append(body.reference)
    return body


def _kids(element: pydyf.Dictionary, pdf: pydyf.PDF) -> Iterator[pydyf.Dictionary]:
    """The elements in an element, without its bare text and its references to annotations."""
    found = (_at(kid, pdf) for kid in element["K"] if isinstance(kid, bytes))
    return (one for one in found if "S" in one)


def _at(reference: bytes, pdf: pydyf.PDF) -> pydyf.Dictionary:
    return pdf.objects[int(reference.split()[0])]
