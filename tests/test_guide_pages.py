"""Hand-written pages of the guide stand beside the bulletin, and are held to the same rules."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from generator.source.corpus import guide_pages
from generator.workspace import MemoryWorkspace
from tests.conftest import Run

PAGE = "content/guide/ghi-chu.md"
AT = ("--at", "2026-11-23T18:00+07:00")


def _write(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


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
    "a secrecy mark": (PAGE, "# A\n\nTài liệu TUYỆT MẬT.", f"{PAGE}:3:10  lỗi  BT512"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_a_record_may_not_hold_a_page_may_not(
    name: str, workspace: Path, bulletin: Run
) -> None:
    path, text, told = WRONG[name]
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


def test_the_program_s_own_pages_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check does not read them again, as long as they are what every workspace gets."""
    own = guide_pages.own_pages()
    workspace = MemoryWorkspace(own, datetime.fromisoformat(AT[1]))
    monkeypatch.setattr(guide_pages, "own_pages", dict)
    guide = guide_pages.read_guide(workspace)
    assert guide.problems == ()
    # They show what `approve` prints: the words of messages, in quotation marks.
    assert {sighting.code for seen in guide.sightings.values() for _, sighting in seen} <= {"BT510"}
    assert set(guide.files) == set(own)
