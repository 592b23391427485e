"""What tests read off a printed page: figures of its layout, lines, rules; all in points."""

from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf
from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from generator.model.layouts import layout_of
from generator.views.context.pdf_job import PdfJob
from tests.prints import print_once

MM = 72 / 25.4
NEAR = 0.5 * MM  # half a millimetre
SIZE = 0.1  # points
Line = dict[str, Any]


def unpacked(pdf: bytes) -> PDF:
    """A file to measure, its objects unpacked: pdfplumber reads a whole pack of them for one."""
    loose = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as packed:
        packed.save(loose, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return pdfplumber.open(loose)


def pages_of_job(job: PdfJob) -> tuple[Page, ...]:
    return tuple(unpacked(print_once(job)).pages)


def figure(layout: str, document: str, name: str) -> float:
    """A figure of a type of document in a profile."""
    return points(layout_of(layout, document).figures[name])


def points(written: str) -> float:
    return float(written[:-2]) * {"mm": MM, "pt": 1.0}[written[-2:]]


def lines(one: Page) -> list[Line]:
    return [line for line in one.extract_text_lines(return_chars=True) if line["text"].strip()]


def face(row: Line) -> str:
    return str(row["chars"][0]["fontname"]).partition("+")[2]


def size(row: Line) -> float:
    return float(row["chars"][0]["size"])


def middle(row: Line) -> float:
    return float((row["x0"] + row["x1"]) / 2)


def rules(one: Page) -> Iterator[tuple[float, float, float, float]]:
    """Every filled or stroked box and line: left, top, right, bottom."""
    for drawn in (*one.rects, *one.lines, *one.curves):
        yield drawn["x0"], drawn["top"], drawn["x1"], drawn["bottom"]


def every_page_says(pdf: bytes, *parts: str) -> None:
    """Each of several pages bears these texts, and which of how many it is."""
    with unpacked(pdf) as file:
        texts = [one.extract_text() for one in file.pages]
    assert len(texts) > 1
    for number, text in enumerate(texts, 1):
        for part in (*parts, f"Trang {number}/{len(texts)}"):
            assert part in text, f"{part!r} is not on page {number}"


def read_aloud(pdf: bytes) -> Iterator[str]:
    """The texts of a file in the order of its tags, not of its pages.

    `pdfinfo -struct-text` says the same, and reads a page again for each of its texts.
    """
    with unpacked(pdf) as file:
        marked: dict[tuple[int, int], str] = defaultdict(str)
        for sign in (char for one in file.pages for char in one.chars):
            marked[sign["page_number"], sign["mcid"]] += sign["text"]
        for element in _elements(file.structure_tree):
            for mark in element.get("mcids", ()):
                yield marked[element["page_number"], mark]


def _elements(tree: list[Any]) -> Iterator[dict[str, Any]]:
    for element in tree:
        yield element
        yield from _elements(element.get("children", []))
