"""Pages printed from a browser: black on white, complete, with nothing that needs a screen."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from generator.base.text import Language
from generator.targets.site.page_assets import SHEETS
from generator.views.bulletin.document import document, paper
from generator.views.catalogue.words import words
from generator.views.context.site_context import SiteContext
from generator.views.message.card import card_jobs
from generator.views.message.handout import handout_of
from tests.conftest import ROOT
from tests.papers import ledger
from tests.shared import folder_of
from tests.sites import NOW, repository, site_of

WEB = "https://bantin.example.vn/"
PAGES = {
    "front": "index.html",
    "list": "messages/index.html",
    "message": "messages/ND-2026-0003/index.html",
    "old": "messages/ND-2026-0001/index.html",
    "event": "events/SV-2026-0001/index.html",
    "bulletin": "bulletins/BT-2026-0005/v1/index.html",
    "dashboard": "dashboard/index.html",
}
PRINTED_AT = "2026-12-01T02:05:40Z"
HEIGHTS = range(110, 210, 4)  # mm


@pytest.fixture(scope="module")
def printed(chromium: Browser) -> Mapping[str, Path]:
    """Each page as the browser prints it, opened from a folder."""
    site = site_of(repository(), NOW, "--no-pdf")

    def print_all(folder: Path) -> None:
        tab = chromium.new_page(color_scheme="dark")
        tab.clock.set_fixed_time(PRINTED_AT)
        for name, path in PAGES.items():
            tab.goto((site / path).as_uri())
            tab.pdf(path=str(folder / f"{name}.pdf"), prefer_css_page_size=True)
        tab.goto((site / PAGES["message"]).as_uri())
        for height in HEIGHTS:
            path = str(folder / f"high-{height}.pdf")
            tab.pdf(path=path, width="210mm", height=f"{height}mm")

    folder = folder_of("printed", print_all)
    names = (*PAGES, *(f"high-{height}" for height in HEIGHTS))
    return {name: folder / f"{name}.pdf" for name in names}


def text_of(pdf: Path) -> str:
    ran = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True)
    return ran.stdout.decode()


def pages_of(pdf: Path) -> list[str]:
    return [" ".join(one.split()) for one in text_of(pdf).split("\f")[:-1]]


@pytest.mark.parametrize("name", PAGES)
def test_a_printed_page_is_black_on_white_even_from_a_dark_screen(
    name: str, printed: Mapping[str, Path], tmp_path: Path
) -> None:
    subprocess.run(
        ["pdftoppm", "-r", "30", "-png", "-l", "3", str(printed[name]), str(tmp_path / "p")],
        check=True,
    )
    for drawn in tmp_path.glob("*.png"):
        with Image.open(drawn) as picture:
            assert picture.convert("RGB").getpixel((2, 2)) == (255, 255, 255)
            colours = picture.convert("RGB").getcolors(1 << 24) or []
            assert max(max(c) - min(c) for _, c in colours if isinstance(c, tuple)) <= 8
            dark = sum(count for count, c in colours if isinstance(c, tuple) and sum(c) < 384)
            assert dark < 0.25 * picture.width * picture.height


@pytest.mark.parametrize("name", PAGES)
def test_a_printed_page_has_no_navigation_and_no_address_that_leads_nowhere(
    name: str, printed: Mapping[str, Path]
) -> None:
    text = " ".join(text_of(printed[name]).split())
    for gone in (
        "Tìm trong bản tin",
        "Các mục",
        "Trên trang này",
        "Chỉ dùng nội dung còn hiệu lực.",
    ):
        assert gone not in text
    assert not re.search(r"https?://|file://|\.\./|index\.html", text)
    assert PAGES[name].removesuffix("index.html") not in text.replace(" ", "") or name == "front"


@pytest.mark.parametrize("name", PAGES)
def test_a_printed_page_says_first_when_it_was_printed(
    name: str, printed: Mapping[str, Path]
) -> None:
    first = pages_of(printed[name])[0].removeprefix("DIỄN TẬP ")
    assert first.startswith("Bản tin phối hợp · In lúc 9 giờ 05 ngày 01/12/2026 ")


def test_from_the_web_its_address_stands_beside_and_that_of_the_pdf_is_whole(
    chromium: Browser, tmp_path: Path
) -> None:
    tab = chromium.new_page()
    folder = site_of(repository(), NOW, "--no-pdf")
    tab.route(f"{WEB}**", lambda route: route.fulfill(path=folder / route.request.url[len(WEB) :]))
    tab.clock.set_fixed_time(PRINTED_AT)
    tab.goto(f"{WEB}{PAGES['message']}")
    tab.pdf(path=str(tmp_path / "p.pdf"))
    text = re.sub(r"[\s-]", "", pages_of(tmp_path / "p.pdf")[0])  # lines end at hyphens too
    assert f"ngày01/12/2026·{WEB}messages/ND20260003/index.html" in text
    assert f"mộttrangđểin:{WEB}messages/ND20260003/ND20260003.pdf" in text


def test_a_message_and_a_bulletin_name_the_pdf_that_prints_them(
    printed: Mapping[str, Path],
) -> None:
    first = {name: pages_of(printed[name])[0] for name in PAGES}
    assert "Có bản PDF một trang để in: ND-2026-0003.pdf" in first["message"]
    assert "cùng thứ tự với trang này: BT-2026-0005-v1.pdf" in first["bulletin"]
    assert [name for name in PAGES if "Có bản PDF" in first[name]] == ["message", "old", "bulletin"]


def test_a_message_is_printed_in_the_order_of_its_card_with_the_essential_on_the_first_page(
    printed: Mapping[str, Path],
) -> None:
    job = next(card_jobs(handout_of(SiteContext(ledger(), Language.VI), "ND-2026-0003")))
    on_card = re.findall("<h2>(.+?)</h2>", job.html)
    parts = [head for head in ("Nói", "Không nói", "Chưa rõ") if head in on_card]
    assert [head for head in on_card if head in (*parts, "Ai trả lời")] == [*parts, "Ai trả lời"]
    sheets = pages_of(printed["message"])
    text = " ".join(sheets)
    ends_of_times = text.find("Sẽ cập nhật lúc")
    places = [text.find(f" {head} ", ends_of_times) for head in parts]
    places += [text.rfind("Nơi trả lời"), text.find("Hỏi – đáp")]
    assert -1 not in places
    assert places == sorted(places)
    headline = re.search("<h1>(.+?)</h1>", job.html)
    assert headline and headline[1] in sheets[0]
    assert "Không nói" in sheets[0]


@pytest.mark.parametrize("name", ["BT-2026-0005/v1", "BT-2026-0006/v1"])
def test_the_page_of_a_bulletin_has_the_order_of_its_pdf(name: str) -> None:
    (edition,) = (one for one in ledger().editions if one.name == name)
    shown = [one.title for one in document(edition, Language.VI, None).sections]
    on_paper = [one.title for one in paper(edition, Language.VI, None).sections]
    assert len(on_paper) > 3
    assert [title for title in shown if title in on_paper] == on_paper


def test_a_printed_message_carries_its_id_validity_and_what_was_closed_on_the_screen(
    printed: Mapping[str, Path],
) -> None:
    text = " ".join(text_of(printed["message"]).split())
    for part in (
        "ND-2026-0003",
        "0 giờ 00 ngày 30/12/2026",
        "Đường ống được súc xả mỗi quý một lần",
        "Kính thưa bà con phường Sông Xanh",
        "DIEN TAP. Duong ong duoc suc xa",
    ):
        assert part in text


def test_a_printed_page_is_compact_and_has_no_lists_of_other_pages(
    printed: Mapping[str, Path],
) -> None:
    """A message takes two sheets, its card's parts the first; a bulletin half of what it did."""
    sheets = {name: text_of(printed[name]).count("\f") for name in ("message", "bulletin")}
    assert sheets["message"] <= 3
    assert sheets["bulletin"] <= 9
    for name in sheets:
        text = " ".join(text_of(printed[name]).split())
        for heading in ("Trang của từng bản ghi", "Các phiên bản", "Đã in trong bản tin"):
            assert heading not in text


def test_what_is_out_of_use_stays_closed_on_paper(printed: Mapping[str, Path]) -> None:
    text = " ".join(text_of(printed["old"]).split())
    assert "Không dùng nội dung này." in text
    assert "nên dùng nước đun sôi" not in text


@pytest.mark.parametrize("name", ["message", "event", "bulletin", "dashboard"])
def test_an_exercise_says_so_on_every_sheet(name: str, printed: Mapping[str, Path]) -> None:
    pages = pages_of(printed[name])
    for number, text in enumerate(pages, 1):
        assert text.startswith("DIỄN TẬP")
        assert f"{number}/{len(pages)}" in text


def test_no_heading_stands_alone_at_the_foot(printed: Mapping[str, Path]) -> None:
    """On sheets of many heights, so that some would end just below a heading."""
    feet = [
        re.sub(r"\d+/\d+$", "", text).strip()
        for height in HEIGHTS
        for text in pages_of(printed[f"high-{height}"])
    ]
    heads = (
        "Nói",
        "Không nói",
        "Chưa rõ",
        "Hỏi – đáp",
        "Nơi trả lời",
        "Các phiên bản",
        "Liên quan",
    )
    assert len(feet) > 2 * len(HEIGHTS)
    assert [foot[-60:] for foot in feet if foot.endswith(heads)] == []


def test_the_words_on_exercise_sheets_are_those_of_the_pages() -> None:
    css = (ROOT / "theme" / "assets" / "print.css").read_text("utf-8")
    said = [words(language)["exercise"] for language in Language]
    assert re.findall(r'@top-center \{\s+content: "([^"]+)"', css) == said


def test_print_comes_last_among_the_styles() -> None:

    assert SHEETS[-1] == "print.css"
