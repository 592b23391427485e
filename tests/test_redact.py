"""All parties may take the content of a frozen version out; its place in the chain stays."""

import re
import shutil
from pathlib import Path
from typing import Any

import orjson
import pytest

from generator.model.edition.edition import body_digest, file_bytes
from tests.conftest import ROOT, Run
from tests.exercise import RECORDS, Desk, Files, plan, record_files
from tests.test_yearbook import written

LATER = ("--at", "2026-12-02T09:00+07:00")
REASON = ("--reason", "Có dữ liệu cá nhân; gỡ theo Luật 91/2025/QH15.")
WORD = "Thuyền-vỡ-đáy"  # a word that stands in everything the version prints


def told_files() -> Files:
    """A bulletin in whose plan, and in whose every record, the word stands.

    But for the basis of the programme, which outlives any bulletin that prints it.
    """
    files = record_files() | plan("BT-2026-0001", ["SV-2026-0001", "ND-2026-0001", "BX-2026-0001"])
    desk = Desk(files)
    printed = {*desk.issue("BT-2026-0001").records, "BT-2026-0001"} - {"VB-2024-0001"}
    return {
        path: f"{text!s}".replace("\ntitle: ", f"\ntitle: {WORD} ", 1)
        if path.rpartition("/")[2].removesuffix(".yml") in printed
        else text
        for path, text in files.items()
    }


def by(unit: str) -> tuple[str, ...]:
    return ("--unit", unit, "--office", "truong-ban")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A workspace with one issued bulletin."""
    desk = Desk(told_files())
    desk.issue("BT-2026-0001")
    guide: Files = {"content/guide/index.md": "# Hướng dẫn\n"}
    folder = written(tmp_path / "office", guide | desk.files)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def holding(folder: Path, word: str) -> list[str]:
    files = sorted(
        path for path in folder.rglob("*") if path.is_file() and ".cache" not in str(path)
    )
    return [str(path.relative_to(folder)) for path in files if word.encode() in path.read_bytes()]


def redact(bulletin: Run, folder: Path, *more: str) -> tuple[int, str]:
    ran = bulletin(folder, *LATER, "redact", "BT-2026-0001", "v1", *more)
    return ran.returncode, ran.stdout + ran.stderr


def redacted(bulletin: Run, folder: Path) -> None:
    assert redact(bulletin, folder, *REASON)[0] == 0
    for unit in ("tuyen-giao", "dan-van"):
        ran = bulletin(folder, *LATER, "approve", "BT-2026-0001/v1", *by(unit))
        assert ran.returncode == 0, ran.stderr
    code, said = redact(bulletin, folder)
    assert code == 0, said


def test_it_takes_every_party_and_nothing_goes_before(office: Path, bulletin: Run) -> None:
    before = (office / "content/editions/BT-2026-0001/v1.json").read_bytes()
    assert redact(bulletin, office)[0] == 2  # no reason
    assert redact(bulletin, office, *REASON)[0] == 0
    code, said = redact(bulletin, office)
    assert (code, "còn thiếu phê duyệt của Ban Tuyên giáo, Ban Dân vận" in said) == (1, True), said
    assert bulletin(office, *LATER, "approve", "BT-2026-0001/v1", *by("dan-van")).returncode == 0
    code, said = redact(bulletin, office)
    assert (code, "còn thiếu phê duyệt của Ban Tuyên giáo." in said) == (1, True), said
    assert (office / "content/editions/BT-2026-0001/v1.json").read_bytes() == before
    waiting = bulletin(office, *LATER, "status").stdout
    assert "phê duyệt việc gỡ nội dung" in waiting


def test_no_word_of_it_stays_in_the_repository_or_on_the_site(office: Path, bulletin: Run) -> None:
    assert holding(office, WORD)
    redacted(bulletin, office)
    assert holding(office, WORD) == []
    ran = bulletin(office, *LATER, "build", "--no-pdf")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert holding(office, WORD) == []
    page = (office / "site/bulletins/BT-2026-0001/v1/index.html").read_text("utf-8")
    assert "Nội dung đã được các bên gỡ bỏ lúc 9 giờ 00 ngày 02/12/2026" in page
    assert "Luật 91/2025/QH15" in page
    ran = bulletin(office, *LATER, "check", "--format", "json")
    codes = {found["code"] for found in orjson.loads(ran.stdout)["findings"]}
    assert not {code for code in codes if code.startswith(("BT1", "BT2", "BT5", "BT7"))}


def test_the_chain_still_verifies_and_says_so(office: Path, bulletin: Run) -> None:
    redacted(bulletin, office)
    ran = bulletin(office, *LATER, "verify")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "Đã gỡ nội dung, chỉ còn mã băm trong chuỗi: BT-2026-0001/v1." in ran.stdout + ran.stderr


def test_the_next_version_follows_the_gap_and_no_id_is_used_again(
    office: Path, bulletin: Run
) -> None:
    digest = orjson.loads((office / "content/editions/BT-2026-0001/v1.json").read_bytes())["digest"]
    redacted(bulletin, office)
    files = plan("BT-2026-0002", ["VB-2026-0001"], mode="exercise")
    text = str(files["content/bulletins/2026/BT-2026-0002.yml"]).replace("number: 1", "number: 2")
    text = text.replace("because: [TT-2026-0001]", "because: [VB-2026-0001]")
    (office / "content/bulletins/2026/BT-2026-0002.yml").write_text(text, "utf-8")
    for unit in ("tuyen-giao", "dan-van"):
        ran = bulletin(office, *LATER, "approve", "BT-2026-0002", *by(unit))
        assert ran.returncode == 0, ran.stdout + ran.stderr
    ran = bulletin(office, *LATER, "issue", "BT-2026-0002")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    issued = orjson.loads((office / "content/editions/BT-2026-0002/v1.json").read_bytes())
    assert issued["previous"] == {"edition": "BT-2026-0001/v1", "digest": digest}
    assert bulletin(office, *LATER, "verify").returncode == 0
    (office / f"{RECORDS}/message/2026/ND-2026-0001.yml").unlink()
    (office / f"{RECORDS}/message/2026/ND-2026-0009.yml").unlink(missing_ok=True)
    made = bulletin(office, *LATER, "new", "ND", "--unit", "dan-van").stdout.strip()
    assert not made.endswith("ND-2026-0001.yml")


@pytest.mark.parametrize("change", ["approval", "reason", "parties"])
def test_a_redaction_that_not_every_party_approved_is_found(
    change: str, office: Path, bulletin: Run
) -> None:
    redacted(bulletin, office)
    path = office / "content/editions/BT-2026-0001/v1.json"
    body = orjson.loads(path.read_bytes())
    if change == "approval":
        body["redaction"]["approvals"].pop()
    elif change == "parties":
        body["redaction"] |= {
            "approvals": [],
            "terms": body["redaction"]["terms"] | {"parties": []},
        }
    else:
        body["redaction"]["reason"] = "Lý do khác."
    path.write_bytes(orjson.dumps(body, option=orjson.OPT_SORT_KEYS) + b"\n")
    ran = bulletin(office, *LATER, "verify")
    assert ran.returncode == 1
    assert "BT701" in ran.stdout


def change_term(office: Path, term: str, value: object) -> None:
    """Change a term of the redacted edition by hand."""
    path = office / "content/editions/BT-2026-0001/v1.json"
    body = orjson.loads(path.read_bytes())
    body["redaction"]["terms"][term] = value
    path.write_bytes(file_bytes(body))


MALFORMED: tuple[tuple[str, object], ...] = (
    *(("members", None), ("approval", "zz"), ("signers", None), ("signers", [None])),
    *(("parties", None), ("parties", 0), ("timezone", "Sao/Hỏa"), ("deciding_body", {})),
)


@pytest.mark.parametrize(("term", "value"), MALFORMED)
def test_a_redacted_edition_that_is_not_in_form_is_a_finding(
    term: str, value: object, office: Path, bulletin: Run
) -> None:
    redacted(bulletin, office)
    change_term(office, term, value)
    for verb in ("check", "verify", "build"):
        ran = bulletin(office, *LATER, verb)
        assert (ran.returncode, "BT701" in ran.stdout) == (1, True), ran.stdout + ran.stderr


@pytest.mark.parametrize("term", ["deciding_body", "mode", "circulation"])
def test_the_terms_that_stay_are_those_that_every_party_approved(
    term: str, office: Path, bulletin: Run
) -> None:
    """Else a redacted edition could bring terms into the chain that nobody agreed to."""
    redacted(bulletin, office)
    change_term(office, term, "ubnd")
    ran = bulletin(office, *LATER, "verify")
    assert (ran.returncode, "chưa có phê duyệt" in ran.stdout) == (1, True), ran.stdout


def test_what_is_typed_wrong_is_told(office: Path, bulletin: Run) -> None:
    ran = bulletin(office, *LATER, "redact", "BT-2026-0001", "v7", *REASON)
    assert (ran.returncode, "có: BT-2026-0001/v1" in ran.stderr) == (1, True)
    person = ("--reason", "Bà Trần Thị Mận yêu cầu.")
    assert redact(bulletin, office, *person)[0] == 1
    assert not (office / "content/redactions").exists()


def test_what_an_editor_has_written_since_is_not_destroyed(office: Path, bulletin: Run) -> None:
    path = office / f"{RECORDS}/message/2026/ND-2026-0001.yml"
    path.write_text(path.read_text("utf-8").replace(WORD, "Chữ mới"), "utf-8")
    redacted(bulletin, office)
    assert "Chữ mới" in path.read_text("utf-8")
    basis = office / f"{RECORDS}/directive/2024/VB-2024-0001.yml"
    assert "đã gỡ nội dung" not in basis.read_text("utf-8")


def test_it_cannot_be_approved_or_recalled_again(office: Path, bulletin: Run) -> None:
    redacted(bulletin, office)
    ran = bulletin(office, *LATER, "approve", "BT-2026-0001/v1", *by("dan-van"))
    assert (ran.returncode, "đã được gỡ từ trước" in ran.stderr) == (1, True)
    ran = bulletin(office, *LATER, "recall", "ND-2026-0001", *by("dan-van"), "--reason", "Sai.")
    assert (ran.returncode, "đã được các bên gỡ bỏ" in ran.stderr) == (1, True)


def test_another_reason_is_not_taken_in_silence_and_a_changed_request_is_approved_again(
    office: Path, bulletin: Run
) -> None:
    assert redact(bulletin, office, *REASON)[0] == 0
    path = office / "content/redactions/BT-2026-0001-v1.yml"
    before = path.read_bytes()
    code, said = redact(bulletin, office, "--reason", "Vì lý do khác.")
    assert (code, "thì bỏ --reason; muốn đổi thì sửa" in said) == (1, True), said
    assert path.read_bytes() == before
    for unit in ("tuyen-giao", "dan-van"):
        assert bulletin(office, *LATER, "approve", "BT-2026-0001/v1", *by(unit)).returncode == 0
    path.write_text(before.decode().replace("Luật", "Theo Luật"), "utf-8")
    code, said = redact(bulletin, office)
    assert (code, "(Ban Tuyên giáo, Ban Dân vận phải phê duyệt lại: phê duyệt" in said) == (
        1,
        True,
    ), said
    assert "phê duyệt lại việc gỡ nội dung" in bulletin(office, *LATER, "status").stdout


def request(office: Path) -> Path:
    return office / "content/redactions/BT-2026-0001-v1.yml"


@pytest.mark.parametrize("key", ["digest", "terms", "records"])
def test_a_request_for_another_content_takes_nothing_out(
    key: str, office: Path, bulletin: Run
) -> None:
    assert redact(bulletin, office, *REASON)[0] == 0
    text = request(office).read_text("utf-8")
    wrong = "[ND-2026-0001]" if key == "records" else "sha256:" + "0" * 64
    request(office).write_text(re.sub(rf"(?m)^{key}: .*$", f"{key}: {wrong}", text), "utf-8")
    for unit in ("tuyen-giao", "dan-van"):
        bulletin(office, *LATER, "approve", "BT-2026-0001/v1", *by(unit))
    before = (office / "content/editions/BT-2026-0001/v1.json").read_bytes()
    code, said = redact(bulletin, office)
    assert (code, f"“{key}” không phải của BT-2026-0001/v1" in said) == (1, True), said
    assert (office / "content/editions/BT-2026-0001/v1.json").read_bytes() == before
    checked = bulletin(office, *LATER, "check").stdout
    assert "BT201" in checked and "tệp này do lệnh bulletin redact ghi" in checked


def ended(office: Path, successor: str) -> None:
    """The second party ends, with this successor, and leaves the programme for another."""
    units = office / "content/registry/units.yml"
    head = "  - id: dan-van\n"
    over = f"{head}    valid: {{from: null, until: 2026-12-01}}\n    successor: {successor}\n"
    units.write_text(units.read_text("utf-8").replace(head, over), "utf-8")
    programme = office / "content/registry/programme.yml"
    now = "parties: [tuyen-giao, {unit: dan-van, until: 2026-12-01}, ubnd]"
    text = programme.read_text("utf-8").replace("parties: [tuyen-giao, dan-van]", now)
    programme.write_text(text, "utf-8")


@pytest.mark.parametrize("successor", ["ubnd", "null"])
def test_the_successor_of_a_party_that_has_ended_approves_for_it(
    successor: str, office: Path, bulletin: Run
) -> None:
    ended(office, successor)
    code, said = redact(bulletin, office, *REASON)
    assert (code, "Ban Dân vận" in said) == (0, False), said
    for unit in ("tuyen-giao", "ubnd"):
        ran = bulletin(office, *LATER, "approve", "BT-2026-0001/v1", *by(unit))
        assert ran.returncode == 0, ran.stderr
    code, said = redact(bulletin, office)
    assert code == 0, said
    ran = bulletin(office, *LATER, "verify")
    assert ran.returncode == 0, ran.stdout
    assert holding(office, WORD) == []


def test_a_rejection_of_a_redaction_is_told(office: Path, bulletin: Run) -> None:
    assert redact(bulletin, office, *REASON)[0] == 0
    no = ("--reject", "--reason", "Chưa cần gỡ.")
    ran = bulletin(office, *LATER, "approve", "BT-2026-0001/v1", *by("dan-van"), *no)
    assert ran.returncode == 0 and "viết sửa" not in ran.stderr
    assert "(Ban Dân vận: Chưa cần gỡ.)" in redact(bulletin, office)[1]
    waiting = bulletin(office, *LATER, "status").stdout
    assert "đề nghị gỡ bị từ chối" in waiting and "Chưa cần gỡ." in waiting


def test_what_was_taken_out_is_not_issued_again_on_old_approvals(
    office: Path, bulletin: Run
) -> None:
    files = (path for path in (office / "content").rglob("*") if path.is_file())
    content = {path: path.read_bytes() for path in files if "editions" not in path.parts}
    redacted(bulletin, office)
    for path, before in content.items():
        path.write_bytes(before)  # a merge brings the old files back
    note = ("--relation", "correction", "--change-note", "Bỏ điều sai.")
    ran = bulletin(office, *LATER, "issue", "BT-2026-0001", *note)
    assert (ran.returncode, "đã được các bên gỡ bỏ sau đó" in ran.stdout) == (1, True), ran.stdout
    assert not (office / "content/editions/BT-2026-0001/v2.json").exists()


def put_back(office: Path, old: dict[str, Any]) -> None:
    """An old edition as the next one of the chain, with right digests."""
    bulletin_id = str(old["bulletin"])
    is_next = bulletin_id == "BT-2026-0001"
    gone = orjson.loads((office / "content/editions/BT-2026-0001/v1.json").read_bytes())
    new = {
        **old,
        **({"version": 2, "relation": "update", "change_note": "Bổ sung."} if is_next else {}),
        "issued_at": "2026-12-02T10:00:00+07:00",
        "previous": {"edition": "BT-2026-0001/v1", "digest": gone["digest"]},
    }
    new["digest"] = body_digest(new)
    path = office / f"content/editions/{bulletin_id}/v{new['version']}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(file_bytes(new))
    head = {"edition": f"{bulletin_id}/v{new['version']}", "digest": new["digest"]}
    (office / "content/editions/head.json").write_bytes(file_bytes(head))


@pytest.mark.parametrize("bulletin_id", ["BT-2026-0001", "BT-2026-0002"])
def test_what_was_taken_out_does_not_come_back_as_another_edition_on_old_approvals(
    bulletin_id: str, office: Path, bulletin: Run
) -> None:
    """By hand, as the next version or under another name, approved before the content went."""
    kept = office / "content/editions/BT-2026-0001/v1.json"
    old = orjson.loads(kept.read_bytes())
    if bulletin_id != "BT-2026-0001":
        desk = Desk(told_files() | plan(bulletin_id, ["SV-2026-0001", "ND-2026-0001"]))
        desk.issue(bulletin_id)
        old = orjson.loads(desk.files[f"content/editions/{bulletin_id}/v1.json"])
    redacted(bulletin, office)
    put_back(office, old)
    for verb in (("check",), ("build", "--no-pdf"), ("verify",)):
        ran = bulletin(office, "--at", "2026-12-02T11:00+07:00", *verb)
        said = ran.stdout + ran.stderr
        assert (ran.returncode, "trước khi các bên gỡ nội dung" in said) == (1, True), (verb, said)
    assert holding(office / "site", WORD) == [] if (office / "site").exists() else True


def test_what_was_taken_out_is_not_said_to_be_unissued(office: Path, bulletin: Run) -> None:
    redacted(bulletin, office)
    gone = bulletin(office, *LATER, "recall", "BT-2026-0001", *by("dan-van"), "--reason", "Sai.")
    assert "đã được các bên gỡ bỏ" in gone.stderr and "chưa phát hành" not in gone.stderr
    for record in ("BT-2026-0001", "SV-2026-0001"):
        assert (
            "đã gỡ nội dung cùng BT-2026-0001/v1"
            in bulletin(office, *LATER, "status", record).stdout
        )
    note = ("--relation", "withdrawal", "--change-note", "Rút.", *by("dan-van"))
    ran = bulletin(office, *LATER, "issue", "BT-2026-0001", *note)
    assert (ran.returncode, "không còn gì để thu hồi" in ran.stderr) == (1, True), ran.stderr
    ran = bulletin(office, *LATER, "render", "--year", "2026")
    assert (ran.returncode, "Mọi bản tin của năm 2026" in ran.stderr) == (1, True), ran.stderr


def test_a_withdrawal_that_repeats_the_content_goes_first(office: Path, bulletin: Run) -> None:
    """It is compared with what it withdrew, and holds the same words."""
    note = ("--relation", "withdrawal", "--change-note", "Không dùng nữa.")
    ran = bulletin(office, *LATER, "issue", "BT-2026-0001", *note, *by("dan-van"))
    assert ran.returncode == 0, ran.stderr
    code, said = redact(bulletin, office, *REASON)
    assert (code, "BT-2026-0001 v2" in said) == (1, True), said
    for version in ("v2", "v1"):
        asked = ("redact", "BT-2026-0001", version)
        assert bulletin(office, *LATER, *asked, *REASON).returncode == 0
        for unit in ("tuyen-giao", "dan-van"):
            name = f"BT-2026-0001/{version}"
            assert bulletin(office, *LATER, "approve", name, *by(unit)).returncode == 0
        ran = bulletin(office, *LATER, *asked)
        assert ran.returncode == 0, ran.stderr
    assert bulletin(office, *LATER, "verify").returncode == 0
    assert bulletin(office, *LATER, "build", "--no-pdf").returncode == 0
    assert holding(office, WORD) == []
