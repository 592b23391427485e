"""`verify` of what somebody holds: a zip, a site on the network, one PDF."""

import shutil
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import orjson
import pytest
from pypdf import PdfReader, PdfWriter

from generator.model.edition.edition import file_bytes
from tests.browser import served
from tests.conftest import Run, run_bulletin
from tests.support import in_memory
from tests.test_agreement import issued_files
from tests.test_desk import written_to

pytestmark = pytest.mark.pdf
AT = ("--at", "2026-12-02T09:00+07:00")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = written_to(tmp_path_factory.mktemp("holding") / "kho", issued_files())
    ran = run_bulletin(folder, *AT, "build", "--bundle")
    assert ran.returncode == 0, ran.stderr
    return folder


@pytest.fixture
def site(office: Path, tmp_path: Path) -> Iterator[Path]:
    shutil.copytree(office / "site", tmp_path / "site")
    yield tmp_path / "site"


def verified(bulletin: Run, office: Path, target: object) -> tuple[int, str]:
    ran = bulletin(office, *AT, "verify", str(target))
    return ran.returncode, ran.stdout + ran.stderr


def test_the_zip_for_a_stick_is_verified(site: Path, office: Path, bulletin: Run) -> None:
    path = site / "bulletin.zip"
    assert verified(bulletin, office, path)[0] == 0
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("events/moi.html", "x")
    code, said = verified(bulletin, office, path)
    assert (code, "events/moi.html: tệp thừa" in said) == (1, True), said


def test_a_zip_with_a_flipped_bit_is_told_in_a_sentence(
    site: Path, office: Path, bulletin: Run
) -> None:
    path = site / "bulletin.zip"
    content = bytearray(path.read_bytes())
    for place in (50, 60, 400, len(content) // 2):
        flipped = bytearray(content)
        flipped[place] ^= 4
        path.write_bytes(flipped)
        code, said = verified(bulletin, office, path)
        assert code in (0, 1, 2), said
    assert "Traceback" not in said


def test_verify_opens_no_link_in_the_place_of_editions(
    tmp_path: Path, office: Path, bulletin: Run
) -> None:
    folder = shutil.copytree(office, tmp_path / "copy", ignore=shutil.ignore_patterns("site"))
    editions = folder / "content/editions"
    one = next(editions.rglob("v1.json"))
    kept = one.rename(tmp_path / "outside.json")
    one.symlink_to(kept)
    ran = bulletin(folder, *AT, "verify")
    assert (ran.returncode, "liên kết" in ran.stdout) == (1, True), ran.stdout
    editions.rename(tmp_path / "editions")
    for is_link in (True, False):
        editions.symlink_to(tmp_path / "editions") if is_link else editions.touch()
        ran = bulletin(folder, *AT, "verify")
        assert (ran.returncode, "liên kết" in ran.stdout) == (1, True), ran.stdout
        editions.unlink()


@pytest.mark.parametrize("name", ["../ngoai.html", "/etc/ngoai.html", "a/../../ngoai.html"])
def test_a_zip_writes_nothing_beside_its_folder(
    name: str, tmp_path: Path, office: Path, bulletin: Run
) -> None:
    path = tmp_path / "la.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(name, "x")
    code, said = verified(bulletin, office, path)
    assert (code, "nằm ngoài thư mục" in said) == (2, True), said


def test_a_site_on_the_network_is_verified(site: Path, office: Path, bulletin: Run) -> None:
    with served(site) as address:
        assert verified(bulletin, office, address)[0] == 0
        page = site / "index.html"
        page.write_bytes(page.read_bytes() + b" ")
        (site / "calendar.ics").unlink()
        code, said = verified(bulletin, office, address)
    assert code == 1
    assert ("index.html: nội dung đã khác" in said, "calendar.ics: thiếu" in said) == (True, True)
    code, said = verified(bulletin, office, address)
    assert (code, "không lấy được trang này" in said) == (2, True), said


def test_a_pdf_is_compared_with_the_edition_that_it_carries(
    site: Path, office: Path, bulletin: Run, tmp_path: Path
) -> None:
    path = site / "bulletins/BT-2026-0001/v1/BT-2026-0001-v1.pdf"
    code, said = verified(bulletin, office, path)
    assert (code, "BT-2026-0001/v1: bản gốc đính kèm khớp mã băm" in said) == (0, True), said
    body = orjson.loads(PdfReader(path).attachments["BT-2026-0001-v1.json"][0])
    body["plan"]["title"] = "Tiêu đề khác"
    code, said = verified(bulletin, office, carrying(path, file_bytes(body), tmp_path / "a.pdf"))
    assert (code, "không còn khớp mã băm" in said) == (1, True), said
    other = in_memory(issued_files()).read("content/editions/BT-2026-0002/v1.json")
    code, said = verified(bulletin, office, carrying(path, other, tmp_path / "b.pdf"))
    assert (code, "không in số kiểm tra" in said) == (1, True), said
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7 x")
    assert verified(bulletin, office, tmp_path / "c.pdf")[0] == 2
    card = site / "messages/ND-2026-0001/ND-2026-0001.pdf"
    code, said = verified(bulletin, office, card)
    assert (code, "so 12 chữ số kiểm tra" in said) == (2, True), said


def carrying(path: Path, edition: bytes, out: Path) -> Path:
    """The pages of a PDF with another edition attached."""
    writer, content = PdfWriter(), BytesIO()
    for page in PdfReader(path).pages:
        writer.add_page(page)
    writer.add_attachment("BT-2026-0001-v1.json", edition)
    writer.write(content)
    out.write_bytes(content.getvalue())
    return out
