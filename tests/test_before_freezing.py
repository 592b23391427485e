"""What cannot be published is not issued, and what was issued can always be published."""

import itertools
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from uuid import NAMESPACE_URL, uuid5

import pytest

from generator.base.diagnostics import Refused
from generator.base.digest import digest_bytes
from generator.base.text import Language
from generator.guard.scan import as_one_text, sightings
from generator.model.ledger.ledger import Ledger
from generator.targets.build.own_units import OwnUnits
from generator.targets.build.plan import Plan
from generator.targets.site import rehearsal
from generator.targets.site.outputs import composed_outputs
from generator.targets.site.rehearsal import judge_pages
from tests.exercise import RECORDS, Desk, record_files
from tests.exercise import plan as planned

Run = Callable[..., CompletedProcess[str]]
AT = ("--at", "2026-11-30T22:00+07:00")
PERSON = "Bà Trần Thị Mận, điện thoại 0987 654 321"
# Each is clean by itself; behind a day, a number, a name or an id it looks like somebody's address,
# number, plate, child or date of birth.
HARD = (
    "Đường tổ 1 thông một làn",
    "Phố Hàng Than đào rãnh",
    "Hẻm 5 có đèn",
    "Ngõ 12 lát gạch xong",
    "12 tuyến phố được tưới nước",
    "Tổ 3 đã có nước",
    "Lớp 5A nghỉ học một buổi",
    "Trường trung học Bến Nước mở cửa",
    "sinh hoạt chi bộ lúc 19 giờ",
    "Sinh ngày hội đọc sách",
    "Điện trở lại lúc 20 giờ",
    "Gọi 1022 khi thấy mùi lạ",
    "2026 hộ đăng ký nước sạch",
    "30 xe bồn đã đến",
    "A 123 là mã trạm bơm",
    "Mật độ xe giảm",
    "Kiệt sức vì nắng nóng, 12 lượt khám",
)


def issued(first: str, second: str) -> Ledger:
    """A bulletin in which two hard texts are the titles and sentences of neighbours."""
    files = record_files()
    for record_id, text in (("TT-2026-0001", first), ("TT-2026-0002", second)):
        path = f"{RECORDS}/information/2026/{record_id}.yml"
        files[path] = "\n".join(
            f"title: {text}" if line.startswith("title:") else line
            for line in str(files[path]).split("\n")
        )
    desk = Desk(files | planned("BT-2026-0001", ["SV-2026-0001", "ND-2026-0001", "TT-2026-0002"]))
    desk.issue("BT-2026-0001")
    return desk.ledger()


@pytest.mark.parametrize(("first", "second"), list(itertools.pairwise((*HARD, HARD[0]))))
def test_texts_that_are_clean_by_themselves_can_be_published_beside_one_another(
    first: str, second: str, tmp_path: Path
) -> None:
    assert not [seen for text in (first, second) for seen in sightings(text)]
    ledger = issued(first, second)
    frozen = {edition.path: b"{}" for edition in ledger.editions}
    plan = Plan(tmp_path, ledger, "Bản tin", "", Language.VI, coming=frozen)
    judge_pages(plan, {})
    for output in composed_outputs(plan):
        rehearsal.judge(plan.guard, output)


def test_what_stands_in_two_texts_is_never_read_as_one() -> None:
    units = OwnUnits(("Đường tổ 1 thông một làn", "Nguyễn Văn Trỗi là tên đường"))
    piece = "Ngày nhận: 26/11/2026 Đường tổ 1 thông một làn"
    assert sightings(piece)
    assert list(units.parts(piece)) == ["Ngày nhận: 26/11/2026 ", "Đường tổ 1 thông một làn"]
    shortened = "Ngày 26/11/2026 Đường tổ 1 thông …"
    assert list(units.parts(shortened)) == ["Ngày 26/11/2026 ", "Đường tổ 1 thông", " …"]
    assert list(units.parts("là tên đường")) == ["Nguyễn Văn Trỗi là tên đường"]
    assert list(units.parts("Gọi 0912 345 678")) == ["Gọi 0912 345 678"]


def test_no_string_that_we_generate_is_ever_read() -> None:
    """A feed's `urn:uuid` forbade one build in 1,250 for ever: nobody could edit it away."""
    digests = [digest_bytes(str(number).encode()) for number in range(5_000)]
    uuids = [f"{uuid5(NAMESPACE_URL, digest)}" for digest in digests]
    written = [*digests, *uuids, *(f"urn:uuid:{uuid}" for uuid in uuids)]
    written += [f"BT-2026-0001@{uuid}" for uuid in uuids]
    written += [digest.removeprefix("sha256:") for digest in digests]
    written += [f"../../attachments/{digest[7:19]}/so-do.png" for digest in digests]
    for first in range(0, len(written), 1000):
        assert not sightings(as_one_text(written[first : first + 1000]))
    assert sightings("căn cước 001085012345")


@pytest.mark.parametrize(
    "arguments",
    [
        ("issue", "BT-2026-0001", "--relation", "correction", "--change-note", PERSON),
        (
            "recall",
            "ND-2026-0001",
            "--unit",
            "dan-van",
            "--office",
            "truong-ban",
            "--reason",
            PERSON,
        ),
        ("recall", "ND-2026-0001", "--unit", "dan-van", "--office", "truong-ban", "--reason", " "),
        (
            *("approve", "BT-2026-0001", "--unit", "dan-van", "--office", "truong-ban"),
            *("--reject", "--reason", PERSON),
        ),
        ("new", "TT", "--title", PERSON),
        ("new", "TT", "--title", "ẩn\u202e"),
    ],
    ids=[
        "change note",
        "reason of a recall",
        "empty reason",
        "rejection",
        "title",
        "hidden letter",
    ],
)
def test_a_text_that_a_verb_takes_is_judged_before_anything_is_written(
    arguments: tuple[str, ...], workspace: Path, bulletin: Run
) -> None:
    before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    ran = bulletin(workspace, *AT, *arguments)
    assert ran.returncode == 1, ran.stderr
    assert "Chưa ghi gì." in ran.stderr
    assert "Mận" not in ran.stderr
    after = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    assert after == before


def test_what_the_rules_never_saw_is_found_when_the_pages_are_composed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plan = Plan(tmp_path, issued(HARD[0], HARD[1]), "Bản tin", "", Language.VI)
    monkeypatch.setattr(rehearsal, "texts_of_html", lambda _: ["Gọi 0912 345 678"])
    with pytest.raises(Refused, match="BT501"):
        judge_pages(plan, {})
