"""What a record may hold and paper may not: words without end, hundreds of rows, odd pictures."""

from functools import cache
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest
from pdfplumber.page import Page
from PIL import Image

from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.targets.build.attachment_files import issued_file
from generator.targets.pdf.picture_files import fit, issued_pictures
from generator.views.bulletin.bulletin_print import annex_job, bulletin_job
from generator.views.bulletin.pictures import picture_address
from tests.exercise import INCLUDED, RECORDS, Desk, Files, plan, record_files
from tests.measure import unpacked
from tests.prints import print_once
from tests.support import REGISTRY, UNIT
from tests.test_pdf import text_of

pytestmark = pytest.mark.pdf

PIECE = "dàivôtận"
WORD = PIECE * 250
UNITS = "content/registry/units.yml"
# Points: 25 and 13 mm, turned round overleaf; header and footer stand 8 and 5 mm from the edge.
BINDING, OUTER, TOP, BOTTOM = 70.9, 36.9, 22.7, 14.0


def is_between_the_margins(one: Page, x0: float, x1: float) -> bool:
    left, right = (BINDING, OUTER) if one.page_number % 2 else (OUTER, BINDING)
    return x0 > left - 1 and x1 < one.width - right + 1


def hostile() -> Files:
    """The small locality, where every limit of a sheet of paper is passed once."""
    files = record_files()
    added = "".join(UNIT.format(id=f"to-{n}", name=f"Tổ {n}", kind="party_body") for n in range(38))
    said = "".join(
        f"  - {{unit: to-{n}, opinion: Ý kiến {n}., reasons: Lẽ {n}.}}\n" for n in range(38)
    )
    rows = "".join(f"  - {{do: Việc {n}., unit: ubnd, due: 2026-12-05}}\n" for n in range(499))
    files[UNITS] = REGISTRY[UNITS] + added
    changes = {
        "consultation/2026/TD-2026-0001": ("referral:", f"{said}referral:"),
        "event/2026/SV-2026-0001": ("contact: dan-van", f"{rows}contact: dan-van"),
        "message/2026/ND-2026-0001": ("Nước đạt", f"{WORD} 😀 中文 العربية Nước đạt"),
        "information/2026/TT-2026-0002": ("Tiêu đề", WORD),
        "concern/2026/BX-2026-0001": ("hai lần", WORD),  # in a cell of a table
    }
    for name, (before, after) in changes.items():
        path = f"{RECORDS}/{name}.yml"
        assert before in str(files[path])
        files[path] = str(files[path]).replace(before, after, 1)
    return files


def issued(files: Files) -> Edition:
    return Desk(files | plan("BT-2026-0001", INCLUDED)).issue("BT-2026-0001")


@cache
def printed() -> bytes:
    return print_once(bulletin_job(issued(hostile()), None, Language.VI, b"{}"))


@cache
def annex() -> bytes:
    return print_once(annex_job(issued(hostile()), None, Language.VI, b"{}"))


def test_no_letter_stands_outside_the_text_area() -> None:
    with unpacked(printed()) as opened:
        outside = [
            (one.page_number, letter["text"])
            for one in opened.pages
            for letter in one.chars
            if not letter["text"].isspace()
            and not (
                is_between_the_margins(one, letter["x0"], letter["x1"])
                and letter["top"] > TOP - 1
                and letter["bottom"] < one.height - BOTTOM + 1
            )
        ]
    assert outside == []


def test_nothing_is_lost_of_a_word_without_end_of_forty_opinions_and_of_five_hundred_rows() -> None:
    said = text_of(printed()) + text_of(annex())
    broken_at_the_end_of_a_page = 4
    assert "".join(said.split()).count(PIECE) >= 3 * 250 - broken_at_the_end_of_a_page
    assert all(f"Việc {n}." in said for n in range(499))
    assert all(f"Ý kiến {n}." in said and f"Lẽ {n}." in said for n in range(38))
    assert page.validate_pdf_bytes(printed(), profile="ua-1").is_compliant


# ── pictures ─────────────────────────────────────────────────────────────────────────────────


def image(width: int, height: int, mode: str = "RGB", form: str = "PNG") -> bytes:
    made = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert(mode).save(made, form)
    return made.getvalue()


PICTURES = {
    "doc.png": image(1, 20_000),
    "ngang.png": image(20_000, 1),
    "anh.jpg": image(4000, 3000, "CMYK", "JPEG"),
    "nho.webp": image(40, 30, "RGB", "WEBP"),
    "hong.png": b"\x89PNG\r\n\x1a\n and nothing more",
}


def with_pictures() -> Files:
    event = f"{RECORDS}/event/2026/SV-2026-0001.yml"
    named = "".join(
        f"  - {{file: {name}, title: Ảnh {name}, description: Mô tả {name}.}}\n"
        for name in PICTURES
    )
    files = record_files()
    files[event] = str(files[event]) + named
    return files | {f"content/attachments/{name}": one for name, one in PICTURES.items()}


def test_attached_pictures_are_printed_within_the_page_and_told_in_words() -> None:
    job = annex_job(issued(with_pictures()), None, Language.VI, b"{}")
    pdf = print_once(
        job._replace(images={picture_address(n): fit(one) for n, one in PICTURES.items()})
    )
    with unpacked(pdf) as opened:
        drawn = [(one, image) for one in opened.pages for image in one.images]
        assert len(drawn) == len(PICTURES) - 1
        for one, shown in drawn:
            assert is_between_the_margins(one, shown["x0"], shown["x1"])
            assert shown["top"] > 56 and shown["bottom"] < one.height - 56
            assert max(shown["srcsize"]) <= 3000
    with pikepdf.open(BytesIO(pdf)) as opened:
        told = {
            str(o.Alt) for o in opened.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o
        }
    assert {f"Mô tả {name}." for name in PICTURES if name != "hong.png"} < told
    listed = print_once(bulletin_job(issued(with_pictures()), None, Language.VI, b"{}"))
    said = text_of(listed) + text_of(pdf)
    assert [said.count(f"Mô tả {name}.") for name in PICTURES] == [1, 1, 1, 1, 2]
    assert page.validate_pdf_bytes(pdf, profile="ua-1").is_compliant


@pytest.mark.parametrize("way", ["link", "folder", "up"])
def test_no_picture_is_read_through_a_link_or_outside_its_folder(way: str, tmp_path: Path) -> None:
    """Even where its bytes are those that were issued."""
    outside, attachments = tmp_path / "outside", tmp_path / "desk/content/attachments"
    outside.mkdir()
    attachments.mkdir(parents=True)
    edition = issued(with_pictures())
    (outside / "doc.png").write_bytes(PICTURES["doc.png"])
    name = {"link": "doc.png", "folder": "to/doc.png", "up": "../../../outside/doc.png"}[way]
    if way == "link":
        (attachments / "doc.png").symlink_to(outside / "doc.png")
    if way == "folder":
        (attachments / "to").symlink_to(outside)
    moved = edition.model_copy(update={"attachments": {name: edition.attachments["doc.png"]}})
    with pytest.raises(Exception, match="is not as it was issued"):
        issued_pictures(tmp_path / "desk", moved)
    (attachments / "own.png").write_bytes(PICTURES["doc.png"])
    found = issued_file(tmp_path / "desk", "own.png", edition.attachments["doc.png"])
    assert found == PICTURES["doc.png"]
