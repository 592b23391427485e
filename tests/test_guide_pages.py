"""Hand-written pages of the guide stand beside the bulletin, and are held to the same rules."""

import os
import shutil
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from generator.source.corpus import guide_pages
from generator.workspace import MemoryWorkspace
from tests.conftest import Run
from tests.test_attachments import pdf

PAGE = "content/guide/ghi-chu.md"
AT = ("--at", "2026-11-30T22:00+07:00")


def _write(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def _picture(sort: str = "JPEG", exif: Image.Exif | None = None, comment: str = "") -> bytes:
    output = BytesIO()
    hidden = {"exif": exif} if exif else {"comment": comment}
    Image.new("RGB", (8, 8)).save(output, sort, **hidden)
    return output.getvalue()


def _camera() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = "Nhà ông Tèo"
    return exif


def _position() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.IFD.GPSInfo] = {1: "N", 2: (21.0, 1.0, 1.0), 3: "E", 4: (105.0, 1.0, 1.0)}
    return exif


WHO, CALL = "Nguyễn Văn Tèo", "0912345678"
GUIDE = "content/guide"
WRONG: dict[str, tuple[str, str | bytes, str]] = {
    "a script": (PAGE, "# A\n\n<script src=x.js></script>", f"{PAGE}:3:1  lỗi  BT117"),
    "a remark in HTML": (PAGE, "# A\n\n<!-- mật -->", f"{PAGE}:3:1  lỗi  BT117"),
    "a lost link": (PAGE, "# A\n[b](b.md)", f"{PAGE}:2:5  lỗi  BT117"),
    "a lost picture": (PAGE, "![b](hinh/b.png)", f"{PAGE}:1:6  lỗi  BT117"),
    "a link out of the guide": (PAGE, "[b](../registry/units.yml)", f"{PAGE}:1:5  lỗi  BT117"),
    "a script in a link": (PAGE, "[b](javascript:alert)", f"{PAGE}:1:5  lỗi  BT117"),
    "another alphabet": (PAGE, "# Xã".encode("latin-1"), f"{PAGE}:1:1  lỗi  BT117"),
    "marks beyond measure": (PAGE, "[" * 200_000, f"{PAGE}:1:1  lỗi  BT117"),
    "a page of HTML": ("content/guide/a.html", "<p>A", "content/guide/a.html:1:1  lỗi  BT117"),
    "a drawing": ("content/guide/hinh/a.svg", "<svg/>", "hinh/a.svg:1:1  lỗi  BT117"),
    "no picture": ("content/guide/hinh/a.png", "MZ", "hinh/a.png:1:1  lỗi  BT117"),
    "a number of a person": (PAGE, "# A\n\nCCCD 001085012345", f"{PAGE}:3:6  lỗi  BT503"),
    "a person in a name": (f"{GUIDE}/{WHO}.md", "# A", f"{WHO}.md:1:1  lỗi  BT507"),
    "a number in a name": (f"{GUIDE}/{CALL}.pdf", pdf(), f"{CALL}.pdf:1:1  lỗi  BT501"),
    "a person in a folder": (f"{GUIDE}/{WHO}/a.md", "# A", f"{WHO}/a.md:1:1  lỗi  BT507"),
    "a person's picture": (f"{GUIDE}/a/{WHO}.png", _picture("PNG"), f"{WHO}.png:1:1  lỗi  BT507"),
    "a camera": (f"{GUIDE}/a.jpg", _picture(exif=_camera()), "a.jpg:1:1  lỗi  BT515"),
    "a place": (f"{GUIDE}/a.webp", _picture("WEBP", exif=_position()), "a.webp:1:1  lỗi  BT515"),
    "a remark in a photo": (
        f"{GUIDE}/a.jpg",
        _picture(comment=f"Ông {WHO}"),
        "a.jpg:1:1  lỗi  BT507",
    ),
    "words about a PDF": (
        f"{GUIDE}/a.pdf",
        pdf(lambda writer: writer.add_metadata({"/Subject": f"Gọi {CALL}"})),
        "a.pdf:1:1  lỗi  BT501",
    ),
    "a secrecy mark": (PAGE, "# A\n\nTài liệu TUYỆT MẬT.", f"{PAGE}:3:10  lỗi  BT512"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_a_record_may_not_hold_a_page_may_not(
    name: str, workspace: Path, bulletin: Run
) -> None:
    path, text, told = WRONG[name]
    (workspace / path).parent.mkdir(exist_ok=True)
    (workspace / path).write_bytes(_write(text))
    checked = bulletin(workspace, *AT, "check")
    assert (checked.returncode, told in checked.stdout) == (1, True), checked.stdout
    built = bulletin(workspace, *AT, "build", "--no-pdf")
    assert built.returncode == 1, built.stderr
    assert not (workspace / "site").exists()


@pytest.mark.parametrize(
    "place", ["content/guide/a.md", "content/records/event/2026/SV-2026-0009.yml"]
)
@pytest.mark.parametrize("sort", ["link", "pipe"])
def test_a_link_or_a_pipe_is_told_and_never_read(
    sort: str, place: str, workspace: Path, bulletin: Run
) -> None:
    path = workspace / place
    path.symlink_to("/etc/passwd") if sort == "link" else os.mkfifo(path)
    checked = bulletin(workspace, *AT, "check")
    assert f"{place}:1:1  lỗi  BT11" in checked.stdout
    assert "liên kết hoặc tệp đặc biệt" in checked.stdout
    assert bulletin(workspace, *AT, "build", "--no-pdf").returncode == ("guide" in place)


def test_ordinary_pages_and_the_program_s_own_are_built(workspace: Path, bulletin: Run) -> None:
    (workspace / PAGE).write_text(
        "\ufeff# Ghi chú\n\nGõ `<mã>`; xem [đầu trang](#ghi-chu), [quy tắc](rules/BT117.md),"
        " [trang sau](con%20nua.md), [web](https://example.gov.vn/).\n\n```text\n<b>\n```\n"
    )
    (workspace / "content/guide/con nua.md").write_text("# Còn nữa\n")
    checked = bulletin(workspace, *AT, "check")
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stdout
    assert bulletin(workspace, *AT, "build", "--no-pdf").returncode == 0
    assert "Còn nữa" in (workspace / "site/guide/ghi-chu/index.html").read_text()


def test_an_editor_may_change_and_delete_the_program_s_own_pages(
    workspace: Path, bulletin: Run
) -> None:
    guide = workspace / GUIDE
    for page in ("2-phe-duyet-phat-hanh.md", "con-y-kien-khac.md"):
        with (guide / page).open("a") as file:
            file.write("\nPhường ta họp vào sáng thứ hai.\n")
    (guide / "ky-so.md").unlink()
    shutil.rmtree(guide / "hinh")
    checked = bulletin(workspace, *AT, "check")
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stdout
    built = bulletin(workspace, *AT, "build", "--no-pdf")
    assert (built.returncode, "Doc file" in built.stderr) == (0, False), built.stderr
    site = workspace / "site/guide"
    assert "sáng thứ hai" in (site / "2-phe-duyet-phat-hanh/index.html").read_text()
    assert not [page for page in site.glob("*/index.html") if "ky-so.md" in page.read_text()]


def test_what_an_editor_adds_to_a_page_of_the_program_is_judged(
    workspace: Path, bulletin: Run
) -> None:
    page = workspace / GUIDE / "2-phe-duyet-phat-hanh.md"
    page.write_text(f"{page.read_text()}\nMột bà cụ nói: “Tôi không chịu nổi mùi này nữa.”\n")
    checked = bulletin(workspace, *AT, "check")
    lines = len(page.read_text().splitlines())
    assert [line for line in checked.stdout.splitlines() if "lỗi" in line] == [
        f"{GUIDE}/{page.name}:{lines}:17  lỗi  BT510"
    ]


def test_a_site_without_a_guide_and_with_a_broken_mkdocs_yml_is_built(
    workspace: Path, bulletin: Run
) -> None:
    """Its settings are the program's own: what `issue` froze is built, whatever a desk has lost."""
    shutil.rmtree(workspace / GUIDE)
    (workspace / "mkdocs.yml").write_text("plugins: [\n")
    assert bulletin(workspace, *AT, "check").returncode == 0
    built = bulletin(workspace, *AT, "build", "--no-pdf")
    assert built.returncode == 0, built.stderr
    assert "rules/" in (workspace / "site/guide/index.html").read_text()


def test_the_program_s_own_pages_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check does not read them again, as long as they are what every workspace gets."""
    own = guide_pages.own_pages()
    workspace = MemoryWorkspace(own, datetime.fromisoformat(AT[1]))
    monkeypatch.setattr(guide_pages, "_own_lines", frozenset)
    monkeypatch.setattr(guide_pages, "own_pages", lambda: dict.fromkeys(own, b""))
    guide = guide_pages.read_guide(workspace)
    assert guide.problems == ()
    # They show what `approve` prints: the words of messages, in quotation marks.
    assert {sighting.code for seen in guide.sightings.values() for _, sighting in seen} <= {"BT510"}
    assert set(guide.files) == set(own)


@pytest.mark.parametrize(
    "folder", ["recalls", "editions", "registry", "records", "bulletins", "guide"]
)
def test_a_folder_that_is_a_link_is_told_and_nothing_is_built_without_it(
    folder: str, workspace: Path, tmp_path: Path, bulletin: Run
) -> None:
    """A recall in it would stop nothing, and nobody would know."""
    real, there = workspace / "content" / folder, tmp_path / "elsewhere"
    real.rename(there) if real.exists() else there.mkdir()
    real.symlink_to(there)
    checked = bulletin(workspace, *AT, "check")
    told = [line for line in checked.stdout.splitlines() if line.startswith(f"content/{folder}:")]
    assert len(told) == 1, checked.stdout
    assert "lỗi  BT11" in told[0]
    assert "tệp hoặc thư mục thật" in checked.stdout
    assert bulletin(workspace, *AT, "build", "--no-pdf").returncode == 1


def test_a_finding_about_a_file_that_is_gone_is_printed_without_its_line(
    workspace: Path, bulletin: Run
) -> None:
    (workspace / "content/editions/head.json").unlink()
    checked = bulletin(workspace, *AT, "check")
    assert "content/editions/head.json:1:1  lỗi  BT702" in checked.stdout, checked.stderr
    assert checked.returncode == 1
