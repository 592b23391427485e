"""The yearbook: `bulletin render --year` makes one book of what was issued in a year."""

import re
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import page
import pikepdf
import pytest

from generator.model.edition.edition import Relation
from tests.conftest import run_bulletin
from tests.exercise import Files, plan, week
from tests.measure import unpacked
from tests.shared import bytes_of
from tests.support import REGISTRY
from tests.test_pdf import elements_of, text_of

pytestmark = pytest.mark.pdf

AT = ("--at", "2026-12-05T08:00+07:00")
RECALL = ("--unit", "dan-van", "--office", "truong-ban", "--reason", "Số mẫu trong bản bị ghi sai.")
NOTE = "Bản tin này in nhầm kỳ trước."
MANY = 200  # words, of a page that is more than a heading
PROGRAMME = "content/registry/programme.yml"


def written(folder: Path, files: Files) -> Path:
    for name, content in {"mkdocs.yml": "site_name: Bản tin\n", **REGISTRY, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@cache
def year() -> Files:
    """A periodic bulletin, a quick one of an exercise that was corrected, and a withdrawn one."""
    desk = week()
    desk.files |= plan("BT-2026-0003", ["SV-2026-0001", "TT-2026-0002"])
    desk.files["content/bulletins/2026/BT-2026-0003.yml"] = str(
        desk.files["content/bulletins/2026/BT-2026-0003.yml"]
    ).replace("number: 1", "number: 2")
    desk.issue("BT-2026-0003")
    desk.issue("BT-2026-0003", Relation.WITHDRAWAL, NOTE)
    return desk.files


def rendered(folder: Path, *more: str) -> bytes:
    ran = run_bulletin(folder, *AT, "render", "--year", "2026", "--out", "book.pdf", *more)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return (folder / "book.pdf").read_bytes()


def book() -> bytes:
    """The year's book after one message was recalled."""
    return bytes_of("yearbook", book_made_anew)


def book_made_anew() -> bytes:
    with TemporaryDirectory() as folder:
        made = written(Path(folder), year())
        recalled = run_bulletin(made, *AT, "recall", "ND-2026-0001", *RECALL)
        assert recalled.returncode == 0, recalled.stdout + recalled.stderr
        return rendered(made)


@cache
def pages() -> list[str]:
    """The text of each page, its white space as one blank; the first page stands at 1."""
    texts = text_of(book()).split("\f")[:-1]
    return ["", *(" ".join(text.split()) for text in texts)]


def outline(opened: pikepdf.Pdf) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []

    def walk(items: Iterable[pikepdf.OutlineItem], depth: int) -> None:
        for item in items:
            found.append((depth, item.title))
            walk(item.children, depth + 1)

    with opened.open_outline() as whole:
        walk(whole.root, 0)
    return found


def test_the_contents_name_the_pages_on_which_the_bulletins_begin() -> None:
    starts = {
        number: re.search(r"Trang (\d+)", text)[1]  # type: ignore[index]
        for number, text in enumerate(pages())
        if "Trang " in text
    }
    assert all(str(number) == printed for number, printed in starts.items())
    contents = next(text for text in pages() if "Mục lục" in text)
    for bulletin in ("BT-2026-0001", "BT-2026-0002", "BT-2026-0003"):
        number = int(re.findall(rf"Bản tin {bulletin}[^.]*?(?: \.)+ (\d+)", contents)[0])
        assert f"{bulletin} · phiên bản" in pages()[number], bulletin
        assert f"Bản tin {bulletin}" in pages()[number]
        assert f"{bulletin} · phiên bản" not in pages()[number - 1]
        assert number % 2 == 1


def test_the_contents_name_the_pages_of_corrections_and_indexes() -> None:
    contents = next(text for text in pages() if "Mục lục" in text)
    titles = ("Đính chính, thu hồi", "Tra theo địa bàn", "Tra theo lĩnh vực", "Tra theo sự việc")
    for title in titles:
        number = int(re.findall(rf"{title}(?: \.)+ (\d+)", contents)[0])
        assert title in pages()[number], title


def test_each_number_in_the_index_is_a_page_that_prints_the_record() -> None:
    after = " ".join(pages()[-3:])
    entries = re.findall(r"([A-Z]{2}-2026-\d{4})(?: DIỄN TẬP)?(?: \.)+ (\d+(?:, \d+)*)", after)
    assert {one for one, _ in entries} >= {"SV-2026-0001", "ND-2026-0001", "BX-2026-0001"}
    for record_id, numbers in entries:
        for number in numbers.split(", "):
            assert record_id in pages()[int(number)], (record_id, number)
    assert any("," in numbers for _, numbers in entries)


def test_every_link_leads_to_a_place_and_stays_in_its_bulletin() -> None:
    with pikepdf.open(BytesIO(book())) as opened:
        names = list(opened.Root.Names.Dests.Names)
        pairs = zip(names[::2], names[1::2], strict=True)
        places: dict[str, Any] = {str(name): place[0].objgen for name, place in pairs}
        assert len(places) == len(names) // 2
        numbers: dict[Any, int] = {
            one.objgen: number for number, one in enumerate(opened.pages, start=1)
        }
        inside = 0
        for number, one in enumerate(opened.pages, start=1):
            for link in one.get("/Annots", ()):
                if "/Dest" not in link:
                    continue
                target = str(link.Dest)
                shown = pages()[number]
                if re.match(r"BT-\S+\.", target) and re.search(r"BT-2026-000\d · phiên bản", shown):
                    inside += 1
                    assert f"{target[:12]} · phiên bản" in pages()[numbers[places[target]]]
                    assert f"{target[:12]} · phiên bản" in shown
        assert inside > 0


def test_bookmarks_are_nested_bulletin_section_record() -> None:
    with pikepdf.open(BytesIO(book())) as opened:
        marks = outline(opened)
    top = [title for depth, title in marks if depth == 0]
    assert top[:3] == ["Tập bản tin năm 2026", "Mục lục", "Bản tin BT-2026-0001"]
    assert top[-2:] == ["Tra theo sự việc", "Kiểm tra tập này"]
    start = marks.index((0, "Bản tin BT-2026-0001"))
    assert (1, "Điểm chính") in marks[start : marks.index((0, "Bản tin BT-2026-0002"))]
    assert {depth for depth, _ in marks} == {0, 1, 2}


def test_the_file_is_accessible_and_has_one_first_heading() -> None:
    assert [one.message for one in page.validate_pdf_bytes(book(), profile="ua-1").failures] == []
    with pikepdf.open(BytesIO(book())) as opened:
        kinds = [str(one.S) for one in elements_of(opened) if one.get("/Type") == "/StructElem"]
        assert kinds.count("/H1") == 1
        assert opened.docinfo.Title == "Bản tin phối hợp: Tập bản tin năm 2026"
        assert opened.Root.Lang == "vi"


def test_corrections_recalls_and_withdrawals_are_named() -> None:
    table = next(text for text in pages() if "Các lần đính chính, thu hồi trong năm 2026" in text)
    for said in ("BT-2026-0002/v2", "Số mẫu đúng là 12.", "BT-2026-0003/v2", NOTE, "ND-2026-0001"):
        assert said in table, said
    first = next(text for text in pages() if "BẢN TIN ĐỊNH KỲ · Số 1" in text)
    assert "Sau khi phát hành, ND-2026-0001" in first
    stub = " ".join(text for text in pages() if "BT-2026-0003 · phiên bản 2" in text)
    assert "Bản tin này đã thu hồi." in stub
    assert NOTE in stub
    assert "Điểm chính" in first
    assert "Điểm chính" not in stub


def test_only_the_pages_of_an_exercise_say_so_in_their_head() -> None:
    with unpacked(book()) as opened:
        for one in opened.pages:
            head = one.crop((0, 0, one.width, 52)).extract_text()
            assert ("DIỄN TẬP" in head) == ("BT-2026-0002" in head), head


def test_one_internal_bulletin_makes_every_page_internal(tmp_path: Path) -> None:
    desk = week()
    desk.files |= plan("BT-2026-0004", ["SV-2026-0001"], "quick")
    path = "content/bulletins/2026/BT-2026-0004.yml"
    desk.files[path] = str(desk.files[path]).replace("public", "internal")
    desk.issue("BT-2026-0004")
    texts = text_of(rendered(written(tmp_path, desk.files))).split("\f")[:-1]
    assert all("lưu hành nội bộ" in text.lower() for text in texts)
    assert not any("Công khai" in text for text in pages() if "nội bộ" in text)


def test_exercises_are_left_out_where_the_programme_hides_them(tmp_path: Path) -> None:
    folder = written(tmp_path, year())
    programme = folder / PROGRAMME
    programme.write_text(programme.read_text("utf-8") + "exercises: hide\n", "utf-8")
    text = text_of(rendered(folder))
    assert "BT-2026-0001" in text
    assert "BT-2026-0002 · phiên bản" not in text


def test_the_margin_of_the_binding_is_the_inner_one() -> None:
    with unpacked(book()) as opened:
        full = [one for one in opened.pages if len(one.extract_words()) > MANY]
        lefts = {one.page_number % 2: min(w["x0"] for w in one.extract_words()) for one in full}
    assert lefts[1] - lefts[0] == pytest.approx((30 - 15) / 25.4 * 72, abs=1)


def test_the_same_year_gives_the_same_bytes() -> None:
    assert book_made_anew() == book()


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (("--year", "2025"), 1, "Năm 2025 chưa có bản tin nào được phát hành."),
        (("--year", "năm nay"), 2, "“năm nay” không phải là năm; viết bốn chữ số"),
        (("BT-2026-0001", "--year", "2026"), 2, "Chỉ chọn một: BT-2026-0001, hoặc --year 2026"),
        ((), 2, "Thiếu mã bản tin hoặc mã trao đổi cần in"),
    ],
)
def test_what_cannot_be_a_book_is_refused(
    tmp_path: Path, asked: tuple[str, ...], code: int, said: str
) -> None:
    ran = run_bulletin(written(tmp_path, year()), *AT, "render", *asked)
    assert ran.returncode == code
    assert said in ran.stdout + ran.stderr
    assert not list(tmp_path.glob("*.pdf"))
