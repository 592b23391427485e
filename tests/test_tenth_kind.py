"""A kind is one file and one line: with nothing more a tenth one is checked, cited and shown."""

import re
import subprocess
import sys
from typing import Any

import orjson
import pytest

from tests.conftest import ROOT

ORDER, ID = "Không dùng nước giếng trong khu vực.", "BP-2026-0001"


@pytest.fixture(scope="module")
def seen() -> dict[str, Any]:
    """What the program made of it, in a process of its own (`tests/tenth_kind.py`)."""
    run = subprocess.run(
        (sys.executable, "-m", "tests.tenth_kind"), cwd=ROOT, capture_output=True, check=False
    )
    assert run.returncode == 0, run.stderr.decode()
    found: dict[str, Any] = orjson.loads(run.stdout)
    return found


def test_it_is_checked(seen: dict[str, Any]) -> None:
    assert (seen["findings"], seen["wrong"]) == ([], ["BT103"])
    assert seen["editors_schema"] == "biện pháp"
    assert seen["untrue"] == ["BT301"]


def test_it_is_frozen_cites_and_is_cited(seen: dict[str, Any]) -> None:
    assert seen["frozen"] == ORDER
    assert seen["named_by"] == ["ND-2026-0001"]
    assert seen["names"] == [ID, "TT-2026-0001", "VB-2024-0001"]
    assert f"{ID} Tạm dừng lấy nước giếng" in seen["message"]


def test_its_page_tells_every_key_once_under_its_title(seen: dict[str, Any]) -> None:
    page = seen["page"]
    for told in (
        "Nội dung biện pháp Không được dùng nước giếng trong khu vực.",
        "Cơ quan ra lệnh UBND phường",
        "Văn bản căn cứ VB-2024-0001 Chương trình phối hợp giữa hai ban Các bước",
        "Niêm phong các giếng chung.",
        "Chi tiết của lệnh này.",
        "Áp dụng từ 28/11/2026",
        "Bãi bỏ 8 giờ 00 ngày 20/12/2026",
    ):
        assert page.count(told) == 1, told


def test_it_has_a_section_a_filter_and_stands_first_where_it_is_open(seen: dict[str, Any]) -> None:
    assert seen["list"].startswith(
        "Biện pháp Cập nhật 11 giờ 00 ngày 01/12/2026 Tạm dừng lấy nước giếng"
    )
    assert "Biện pháp" in seen["filters"] and seen["search"] == ["measures"]
    first, _, _ = seen["area"].partition("Tất cả, mới nhất đứng trước")
    assert seen["is_open"] and ID in first
    assert seen["offline"] and seen["calendar"]


def test_every_bulletin_prints_it_on_its_page_and_on_paper(seen: dict[str, Any]) -> None:
    assert len(seen["documents"]) == 4
    for text in seen["documents"]:
        assert ORDER in text and "Cơ quan ra lệnh UBND phường" in text


def test_machines_get_it_with_its_schema(seen: dict[str, Any]) -> None:
    assert seen["api"]["lifted"] == "2026-12-20T08:00:00+07:00"
    assert seen["schema"] == [1, "measure"] and seen["edition_schema"]


def test_its_changes_are_told(seen: dict[str, Any]) -> None:
    assert re.search("Nội dung biện pháp.*Không.*được.*dùng nước giếng", seen["changes"])
