"""Signed approvals: only the holder of a unit's key signs for it, and anybody can find that out."""

import os
import re
import shutil
import signal
import subprocess
import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from generator.base.text import Language
from generator.cli.main import _run
from generator.editions.chain import HEAD
from generator.editions.freeze import as_body
from generator.model.corpus.edition_digests import frozen_digest
from generator.model.edition.edition import Edition, Redacted, body_digest, file_bytes
from generator.model.edition.redaction import asked_of, redacted_body, request_in
from generator.model.registry.signoff import Approval
from generator.views.bulletin.document import document
from tests.keys import private_key, public_key, signature, signers
from tests.support import BASE

MESSAGE = "content/records/message/2026/ND-2026-0002.yml"
SIGNERS = "content/registry/signers"
PROGRAMME = "content/registry/programme.yml"
OWN = "content/approvals/ND-2026-0002/dan-van"
PARTIES = ("tuyen-giao", "dan-van")
FILES: Mapping[str, str] = {
    **BASE,
    "mkdocs.yml": "site_name: Bản tin\n",
    PROGRAMME: BASE[PROGRAMME] + "approval: signed\n",
    MESSAGE: """id: ND-2026-0002
title: An toàn nước sinh hoạt
unit: tuyen-giao
created: 2026-11-29
areas: [song-xanh]
topic: moi-truong
audience: [residents]
question: Nước sinh hoạt hiện nay có an toàn không?
say:
  - {text: Cả 21 mẫu nước đều đạt quy chuẩn., because: [TT-2026-0001]}
basis: [VB-2024-0001]
contact: dan-van
valid: {from: 2026-11-29T18:00+07:00, until: 2026-12-15T18:00+07:00}
next_update: 2026-12-05T17:00+07:00
""",
}
BULLETIN = """id: BT-2026-000{number}
title: Bản tin nhanh số {number}
unit: tuyen-giao
created: 2026-11-29
kind: quick
number: {number}
mode: exercise
circulation: public
period: {{from: 2026-11-28, until: 2026-11-29}}
highlights:
  - {{text: Cả 21 mẫu nước đều đạt quy chuẩn., because: [TT-2026-0001]}}
include: [ND-2026-0002]
signers: [{{unit: tuyen-giao, office: truong-ban}}, {{unit: dan-van, office: truong-ban}}]
next_issue: 2026-12-05T17:00+07:00
"""


class Office:
    """A workspace on disk, and people who type commands in it."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.capsys = root, capsys
        self.at = "2026-12-01T09:00+07:00"
        for path, text in FILES.items():
            self.write(path, text)
        self.write(SIGNERS, signers("tuyen-giao tg", "dan-van dv"))

    def write(self, path: str, content: str | bytes) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    def plan(self, number: int) -> str:
        name = f"BT-2026-000{number}"
        self.write(f"content/bulletins/2026/{name}.yml", BULLETIN.format(number=number))
        return name

    def run(self, *arguments: str) -> tuple[int, str]:
        """The exit code and everything that is printed."""
        self.capsys.readouterr()
        code = _run(["-C", str(self.root), "--at", self.at, *arguments])
        printed = self.capsys.readouterr()
        return code, printed.out + printed.err

    def approve(self, record: str, unit: str, key: str | None = None) -> tuple[int, str]:
        by = ("--unit", unit, "--office", "truong-ban")
        sign = ("--sign", str(private_key(key))) if key else ()
        return self.run("approve", record, *by, *sign)

    def sign_all(self, record: str) -> None:
        for unit, key in zip(PARTIES, ("tg", "dv"), strict=True):
            assert self.approve(record, unit, key)[0] == 0

    def issue(self, number: int, *options: str) -> tuple[int, str]:
        return self.run("issue", f"BT-2026-000{number}", *options)

    def codes(self) -> list[tuple[str, str]]:
        """(path, code) of every finding."""
        _, printed = self.run("check", "--format", "json")
        findings = orjson.loads(printed[: printed.rindex("}") + 1])["findings"]
        return [(found["path"], found["code"]) for found in findings]

    def edition(self, name: str) -> dict[str, Any]:
        body: dict[str, Any] = orjson.loads(self.read(f"content/editions/{name}.json"))
        return body


@pytest.fixture
def office(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Office:
    monkeypatch.setenv("COLUMNS", "160")
    return Office(tmp_path / "kho", capsys)


# ── signing ──────────────────────────────────────────────────────────────────────────────────


def levels(office: Office) -> list[str]:
    """How each party has approved the message, as `status` tells."""
    return re.findall(r"đã phê duyệt .* · (\w+ \w+)", office.run("status", "ND-2026-0002")[1])


def test_a_message_signed_by_every_party_is_agreed(office: Office) -> None:
    office.sign_all("ND-2026-0002")
    assert office.codes() == []
    assert levels(office) == ["ký số", "ký số"]
    assert re.search("Ban Dân vận đã phê duyệt .* · ký số", office.run("why", "ND-2026-0002")[1])


def test_ssh_keygen_alone_verifies_what_was_signed(office: Office, tmp_path: Path) -> None:
    office.sign_all("ND-2026-0002")
    command = ("ssh-keygen", "-Y", "verify", "-f", str(office.root / SIGNERS), "-I", "dan-van")
    signed = ("-n", "bulletin", "-s", str(office.root / f"{OWN}.sig"))
    message = office.read(f"{OWN}.yml")
    assert subprocess.run((*command, *signed), input=message, check=False).returncode == 0


def test_a_declared_approval_does_not_count_where_signatures_are_asked_for(office: Office) -> None:
    code, said = office.approve("ND-2026-0002", "dan-van")
    assert (code, "chỉ được tính khi ký thêm" in said) == (0, True)
    office.approve("ND-2026-0002", "tuyen-giao", "tg")
    assert office.codes() == [(f"{OWN}.yml", "BT406")]
    assert "ký số phê duyệt" in office.run("status", "--unit", "dan-van")[1]
    assert "nhưng chưa ký số" in office.run("why", "ND-2026-0002")[1]


def test_a_declared_approval_counts_where_that_is_the_level(office: Office) -> None:
    office.write(PROGRAMME, BASE[PROGRAMME])
    office.approve("ND-2026-0002", "dan-van")
    office.approve("ND-2026-0002", "tuyen-giao", "tg")
    assert office.codes() == []
    assert levels(office) == ["ký số", "khai báo"]


def test_declaring_again_takes_the_old_signature_away(office: Office) -> None:
    office.sign_all("ND-2026-0002")
    office.at = "2026-12-01T10:00+07:00"
    office.approve("ND-2026-0002", "dan-van")
    assert not (office.root / f"{OWN}.sig").exists()
    assert office.codes() == [(f"{OWN}.yml", "BT406")]


def test_a_locked_key_is_unlocked_by_ssh_keygen_and_its_wrong_passphrase_is_said(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = private_key("locked", passphrase="dung mat khau")  # noqa: S106  a throw-away key
    office.write(SIGNERS, signers("tuyen-giao tg") + f"dan-van {_public(locked)}\n")
    for spoken, code in (("dung mat khau", 0), ("sai", 2)):
        asking = tmp_path / f"askpass-{code}"
        asking.write_text(f"#!/bin/sh\necho '{spoken}'\n")
        asking.chmod(0o700)
        monkeypatch.setenv("SSH_ASKPASS", str(asking))
        monkeypatch.setenv("SSH_ASKPASS_REQUIRE", "force")
        by = ("--unit", "dan-van", "--office", "truong-ban", "--sign", str(locked))
        found, said = office.run("approve", "ND-2026-0002", *by)
        assert (found, "sai mật khẩu" in said) == (code, code == 2)


def _public(key: Path) -> str:
    return " ".join(key.with_name(f"{key.name}.pub").read_text().split()[:2])


def test_a_key_that_is_not_there_is_named(office: Office) -> None:
    by = ("--unit", "dan-van", "--office", "truong-ban", "--sign", "khong-co")
    code, said = office.run("approve", "ND-2026-0002", *by)
    assert (code, said.splitlines()[-1]) == (2, "Không ký được bằng khong-co: không có tệp này.")
    assert not (office.root / f"{OWN}.yml").exists()


def test_a_file_that_is_no_key_is_refused(office: Office) -> None:
    office.write("thu.txt", "không phải khóa")
    (office.root / "thu.txt").chmod(0o600)
    by = ("--unit", "dan-van", "--office", "truong-ban", "--sign", str(office.root / "thu.txt"))
    code, said = office.run("approve", "ND-2026-0002", *by)
    assert (code, "không phải là khóa ký dùng được" in said) == (2, True)


def test_without_ssh_keygen_nothing_is_called_clean(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office.sign_all("ND-2026-0002")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    code, said = office.run("check")
    assert (code, "thiếu ssh-keygen" in said) == (2, True)
    code, said = office.approve("ND-2026-0002", "dan-van", "dv")
    assert (code, "thiếu ssh-keygen" in said) == (2, True)


def test_a_public_key_signs_when_the_agent_holds_its_secret_half(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = tmp_path / "dv.pub"
    public.write_text(f"{public_key('dv')}\n")
    by = ("--unit", "dan-van", "--office", "truong-ban", "--sign", str(public))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    code, said = office.run("approve", "ND-2026-0002", *by)
    assert (code, "ssh-agent" in said) == (2, True)
    socket = tmp_path / "agent"
    agent = subprocess.Popen(
        ("ssh-agent", "-D", "-a", str(socket)), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        assert agent.stdout is not None
        agent.stdout.readline()
        monkeypatch.setenv("SSH_AUTH_SOCK", str(socket))
        subprocess.run(("ssh-add", "-q", str(private_key("dv"))), check=True)
        assert office.run("approve", "ND-2026-0002", *by)[0] == 0
    finally:
        agent.terminate()
        agent.communicate()


def test_what_was_once_found_sound_is_not_asked_again(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office.sign_all("ND-2026-0002")
    assert office.codes() == []
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office.codes() == []
    office.write(f"{OWN}.yml", office.read(f"{OWN}.yml").replace(b"T09", b"T08"))
    assert office.run("check")[0] == 2


def test_interrupting_leaves_no_approval_without_its_signature(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(self: Path, target: Path) -> None:
        if target.suffix == ".sig":
            # To this thread, the only one of the command; a worker of the tests has more.
            signal.pthread_kill(threading.get_ident(), signal.SIGINT)
        os.replace(self, target)  # noqa: PTH105  what Path.replace does

    monkeypatch.setattr(Path, "replace", interrupted)
    # A shell that runs the tests in the background has interrupts ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert office.approve("ND-2026-0002", "dan-van", "dv")[0] == 130
    finally:
        signal.signal(signal.SIGINT, before)
    monkeypatch.undo()
    assert sorted(p.name for p in (office.root / OWN).parent.iterdir()) == [
        "dan-van.sig",
        "dan-van.yml",
    ]


# ── what nobody else can sign ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("key", ["tg", "stranger"])
def test_only_a_listed_key_of_the_unit_itself_signs(office: Office, key: str) -> None:
    code, said = office.approve("ND-2026-0002", "dan-van", key)
    assert code == 1
    assert f'dan-van namespaces="bulletin" {public_key(key)}' in said
    assert not (office.root / f"{OWN}.yml").exists()
    assert not (office.root / f"{OWN}.sig").exists()


# What is put in place of a signature, made over the approval's bytes, and what is said of it.
Forgery = tuple[Callable[[bytes], bytes], str]
FORGERIES: Mapping[str, Forgery] = {
    "the key of another unit": (lambda it: signature("tg", it), "là của tuyen-giao"),
    "a key nobody listed": (lambda it: signature("stranger", it), "không có trong danh sách"),
    "a signature of another file": (lambda it: signature("dv", it + b"\n"), "không khớp"),
    "a signature for another use": (lambda it: signature("dv", it, "file"), "việc khác (“file”)"),
    "an empty file": (lambda _: b"", "không đúng dạng"),
    "any text": (lambda _: b"ok\n", "không đúng dạng"),
    "half a signature": (lambda it: signature("dv", it)[:150], "không đúng dạng"),
    "a changed letter": (
        lambda it: signature("dv", it).replace(b"U1NI", b"U1NJ"),
        "không đúng dạng",
    ),
    "a huge file": (lambda it: signature("dv", it) + b"\n" * 20_000, "lớn hơn 16 KiB"),
}


@pytest.mark.parametrize("name", FORGERIES)
@pytest.mark.parametrize("level", ["signed", "declared"])
def test_a_forged_signature_is_an_error_and_does_not_count(
    office: Office, name: str, level: str
) -> None:
    office.write(PROGRAMME, f"{BASE[PROGRAMME]}approval: {level}\n")
    office.sign_all("ND-2026-0002")
    forged, reason = FORGERIES[name]
    office.write(f"{OWN}.sig", forged(office.read(f"{OWN}.yml")))
    assert office.codes() == [(f"{OWN}.sig", "BT405")]
    code, said = office.run("check")
    assert (code, reason in said) == (1, True)
    assert "chữ ký không có giá trị" in office.run("why", "ND-2026-0002")[1]


@pytest.mark.parametrize(
    ("before", "after"),
    [("office: truong-ban", "office: pho-truong-ban"), ("record:", "# x\nrecord:"), ("T09", "T08")],
)
def test_an_approval_changed_after_signing_does_not_count(
    office: Office, before: str, after: str
) -> None:
    office.sign_all("ND-2026-0002")
    path = f"{OWN}.yml"
    office.write(path, office.read(path).decode().replace(before, after))
    assert office.codes() == [(f"{OWN}.sig", "BT405")]


def test_a_signed_approval_is_written_in_one_way_only(office: Office) -> None:
    office.sign_all("ND-2026-0002")
    odd = office.read(f"{OWN}.yml") + "# Đã ký bằng tay\n".encode()
    office.write(f"{OWN}.yml", odd)
    office.write(f"{OWN}.sig", signature("dv", odd))
    assert office.codes() == [(f"{OWN}.sig", "BT405")]


def test_a_signature_without_its_approval_is_stray(office: Office) -> None:
    office.sign_all("ND-2026-0002")
    (office.root / f"{OWN}.yml").unlink()
    assert set(office.codes()) == {(f"{OWN}.sig", "BT113"), (MESSAGE, "BT401")}


def test_a_link_in_place_of_a_signature_is_refused(office: Office, tmp_path: Path) -> None:
    office.sign_all("ND-2026-0002")
    kept = tmp_path / "kept.sig"
    shutil.move(office.root / f"{OWN}.sig", kept)
    (office.root / f"{OWN}.sig").symlink_to(kept)
    assert office.codes() == [(f"{OWN}.sig", "BT405")]


def test_line_ends_of_windows_change_nothing(office: Office) -> None:
    office.sign_all("ND-2026-0002")
    for path in (f"{OWN}.yml", f"{OWN}.sig"):
        office.write(path, office.read(path).replace(b"\n", b"\r\n"))
    assert office.codes() == []


# ── how long a key lasts ─────────────────────────────────────────────────────────────────────


def _dated(office: Office, option: str) -> None:
    office.write(SIGNERS, signers("tuyen-giao tg", f"dan-van {option} dv"))


def test_what_was_signed_while_the_key_was_valid_stays_signed(office: Office) -> None:
    _dated(office, 'valid-before="20261201120000"')
    office.sign_all("ND-2026-0002")
    office.at = "2026-12-10T09:00+07:00"
    assert office.codes() == []
    code, said = office.approve("ND-2026-0002", "dan-van", "dv")
    assert (code, "hết hạn" in said) == (1, True)


@pytest.mark.parametrize(
    ("option", "reason"),
    [
        ('valid-before="20261201085959"', "hết hạn"),
        ('valid-after="20261201090001"', "chưa có hiệu lực"),
        ('valid-before="20261201015959Z"', "hết hạn"),
        ('namespaces="file,bulletin",valid-after="20261202"', "chưa có hiệu lực"),
    ],
)
def test_an_approval_outside_the_dates_of_its_key_does_not_count(
    office: Office, option: str, reason: str
) -> None:
    office.sign_all("ND-2026-0002")
    _dated(office, option)
    assert office.codes() == [(f"{OWN}.sig", "BT405")]
    assert reason in office.run("check")[1]


@pytest.mark.parametrize(
    "option", ['valid-before="20261201090000"', 'valid-after="20261201020000Z"']
)
def test_the_dates_of_a_key_include_their_ends_in_the_programmes_own_time(
    office: Office, option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    office.sign_all("ND-2026-0002")
    _dated(office, option)
    assert office.codes() == []


def test_a_unit_may_have_several_keys(office: Office) -> None:
    office.write(SIGNERS, signers("tuyen-giao tg", "dan-van dv", "dan-van spare"))
    office.approve("ND-2026-0002", "tuyen-giao", "tg")
    assert office.approve("ND-2026-0002", "dan-van", "spare")[0] == 0
    assert office.codes() == []


@pytest.mark.parametrize("kind", [("-t", "ecdsa"), ("-t", "rsa", "-b", "3072")])
def test_keys_of_other_kinds_sign_as_well(office: Office, kind: tuple[str, ...]) -> None:
    key = private_key(kind[1], *kind)
    office.write(SIGNERS, signers("tuyen-giao tg") + f"dan-van {_public(key)}\n")
    by = ("--unit", "dan-van", "--office", "truong-ban", "--sign", str(key))
    assert office.run("approve", "ND-2026-0002", *by)[0] == 0
    office.approve("ND-2026-0002", "tuyen-giao", "tg")
    assert office.codes() == []


# ── the list of signers ──────────────────────────────────────────────────────────────────────

ED25519 = "ssh-ed25519"
WRONG_LINES = {
    "a pattern of units": ("* {key}", "BT104", 1),
    "two units": ("dan-van,tuyen-giao {key}", "BT104", 1),
    "a negated unit": ("!dan-van {key}", "BT104", 1),
    "an unknown unit": ("dan-vam {key}", "BT201", 1),
    "a certificate authority": ("dan-van cert-authority {key}", "BT104", 9),
    "another use": ('dan-van namespaces="file" {key}', "BT104", 9),
    "an unknown option": ("dan-van no-touch-required {key}", "BT104", 9),
    "a date that is none": ('dan-van valid-before="20261399" {key}', "BT104", 9),
    "a date given twice": (
        'dan-van valid-after="20260101",valid-after="20250101" {key}',
        "BT104",
        32,
    ),
    "an old type of key": ("dan-van ssh-dss AAAAB3NzaC1kc3MAAACB", "BT104", 9),
    "a key cut short": ("dan-van ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEhXVbj4", "BT104", 21),
    "a key of another type": ("dan-van ssh-rsa {blob}", "BT104", 17),
    "no key": ("dan-van", "BT104", 1),
    "a key without its material": ("dan-van ssh-ed25519", "BT104", 9),
    "a quote never closed": ('dan-van valid-before="2026 {key}', "BT104", 9),
}


@pytest.mark.parametrize("name", WRONG_LINES)
def test_a_line_that_lists_no_key_is_shown_at_its_place(office: Office, name: str) -> None:
    line, code, column = WRONG_LINES[name]
    key = public_key("spare")
    line = line.format(key=key, blob=key.split()[-1])
    office.write(SIGNERS, "# Khóa ký\n\n" + signers("tuyen-giao tg") + f"{line}\n")
    ran, said = office.run("check", "content/registry")
    assert ran == 1
    assert f"{SIGNERS}:4:{column}  lỗi  {code}" in said


def test_one_key_for_two_units_is_refused(office: Office) -> None:
    office.write(SIGNERS, signers("tuyen-giao tg", "dan-van tg"))
    assert (SIGNERS, "BT104") in office.codes()
    assert office.approve("ND-2026-0002", "dan-van", "tg")[0] == 1


def test_a_list_in_another_encoding_is_named(office: Office) -> None:
    office.write(SIGNERS, b"dan-van \xff\n")
    assert (SIGNERS, "BT109") in office.codes()


# ── editions ─────────────────────────────────────────────────────────────────────────────────


def _issued(office: Office, number: int = 1) -> str:
    name = office.plan(number)
    office.sign_all(name)
    code, said = office.issue(number)
    assert code == 0, said
    return f"{name}/v1"


def test_an_edition_holds_what_is_needed_to_verify_its_signatures(office: Office) -> None:
    name = _issued(office)
    for folder in ("records", "bulletins", "approvals", "registry"):
        shutil.rmtree(office.root / "content" / folder)
    code, said = office.run("verify")
    assert (code, "2 chữ ký đều đúng" in said) == (0, True)
    assert office.edition(name)["registry"]["signers"] == sorted(
        f'{unit} namespaces="bulletin" {public_key(key)}'
        for unit, key in (("dan-van", "dv"), ("tuyen-giao", "tg"))
    )


def test_readers_see_which_approvals_were_signed(office: Office) -> None:
    office.write(PROGRAMME, BASE[PROGRAMME])
    office.plan(1)
    office.approve("BT-2026-0001", "tuyen-giao")
    office.approve("BT-2026-0001", "dan-van", "dv")
    assert office.issue(1)[0] == 0
    edition = Edition.model_validate(office.edition("BT-2026-0001/v1"))
    blocks = document(edition, Language.VI, None).signatures
    said = {block.unit: block.approval for block in blocks}
    assert said["Ban Tuyên giáo"].endswith(", chưa ký số")
    assert said["Ban Dân vận"].startswith("đã ký số phê duyệt lúc ")


def test_a_bulletin_is_not_issued_on_declared_approvals(office: Office) -> None:
    office.plan(1)
    office.approve("BT-2026-0001", "tuyen-giao", "tg")
    office.approve("BT-2026-0001", "dan-van")
    code, said = office.issue(1)
    assert (code, "BT406" in said) == (1, True)
    assert "--unit dan-van --office truong-ban --sign KHÓA" in said


def test_messages_are_signed_through_their_bulletin(office: Office) -> None:
    _issued(office)
    assert office.codes() == []
    assert "BT-2026-0001/v1" in office.run("why", "ND-2026-0002")[1]


def test_messages_issued_on_declared_approvals_are_held_once_signatures_are_asked_for(
    office: Office,
) -> None:
    office.write(PROGRAMME, BASE[PROGRAMME])
    office.plan(1)
    for unit in PARTIES:
        office.approve("BT-2026-0001", unit)
    assert office.issue(1)[0] == 0
    assert office.codes() == []
    office.write(PROGRAMME, FILES[PROGRAMME])
    assert office.codes() == [(MESSAGE, "BT406"), (MESSAGE, "BT406")]


def forge(office: Office, true: Mapping[str, object], change: Mapping[str, object]) -> None:
    """Write an edition anew so that its digest and the head of the chain fit the change."""
    body = {**true, **change}
    body["digest"] = body_digest(body)
    edition = Edition.model_validate(body)
    office.write(edition.path, file_bytes(as_body(edition)))
    office.write(HEAD, file_bytes({"edition": edition.name, "digest": edition.digest}))


def _without_signature(approvals: list[dict[str, str]]) -> list[dict[str, str]]:
    return [{k: v for k, v in one.items() if k != "signature"} for one in approvals]


def test_an_edition_made_up_without_the_keys_is_found(office: Office) -> None:
    name = _issued(office)
    true = office.edition(name)
    approvals: list[dict[str, str]] = true["approvals"]
    swapped = [{**approvals[0], "signature": approvals[1]["signature"]}, approvals[1]]
    plan = {**true["plan"], "title": "Tiêu đề khác"}
    registry: dict[str, Any] = true["registry"]
    declared = {**registry["programme"], "approval": "declared"}
    stranger = signers("dan-van stranger", "tuyen-giao tg").splitlines()
    forgeries: list[dict[str, object]] = [
        {"approvals": _without_signature(approvals)},
        {"approvals": approvals[:1]},
        {"approvals": swapped},
        {"approvals": [{**approvals[0], "office": "pho-truong-ban"}, approvals[1]]},
        {"plan": plan},
        {"registry": {**registry, "signers": stranger}},
        {"registry": {**registry, "programme": declared}},
    ]
    for change in forgeries:
        forge(office, true, change)
        code, said = office.run("verify")
        assert (code, "BT701" in said) == (1, True), change
        assert ("content/editions/BT-2026-0001/v1.json", "BT701") in office.codes()
    forge(office, true, {})
    assert office.run("verify")[0] == 0


def test_what_is_printed_as_approved_is_signed_where_the_bulletin_is(office: Office) -> None:
    assert office.approve("ND-2026-0002", "dan-van")[0] == 0
    name = _issued(office)
    true = office.edition(name)
    assert all("signature" in approval for approval in true["approvals"])
    digest = frozen_digest(Edition.model_validate(true), "ND-2026-0002")
    own = {k: v for k, v in true["approvals"][0].items() if k != "signature"}
    declared = {**own, "record": "ND-2026-0002", "digest": digest, "reason": "Đồng ý."}
    forge(office, true, {"approvals": [*true["approvals"], declared]})
    code, said = office.run("verify")
    assert (code, "(ND-2026-0002)" in said, "thiếu chữ ký" in said) == (1, True, True), said


def _follow(office: Office, name: str, change: Mapping[str, object]) -> None:
    """Append an edition to the chain without asking anybody."""
    true = office.edition(name)
    forge(office, {**true, "previous": {"edition": name, "digest": true["digest"]}}, change)


def test_an_edition_that_does_not_hold_brings_no_key_into_force(office: Office) -> None:
    name = _issued(office)
    theirs = signers("dan-van stranger", "tuyen-giao tg")
    registry = {**office.edition(name)["registry"], "signers": theirs.splitlines()}
    _follow(office, name, {"version": 2, "relation": "update", "registry": registry})
    office.write(SIGNERS, theirs)
    office.plan(2)
    code, said = office.approve("ND-2026-0002", "dan-van", "stranger")
    assert (code, "không có trong danh sách khóa ký đang có hiệu lực" in said) == (1, True), said


def test_a_withdrawal_carries_the_approvals_of_the_version_before(office: Office) -> None:
    name = _issued(office)
    told = {"version": 2, "relation": "withdrawal", "change_note": "Không dùng nữa."}
    by = {"withdrawn_by": {"unit": "dan-van", "office": "truong-ban"}}
    _follow(office, name, {**told, **by, "approvals": []})
    code, said = office.run("verify")
    assert (code, "không giữ đúng nội dung và các phê duyệt" in said) == (1, True)
    _follow(office, name, told)
    code, said = office.run("verify")
    assert (code, "không ghi đơn vị nào thu hồi" in said) == (1, True)
    _follow(office, name, {**told, **by})
    assert office.run("verify")[0] == 0


def test_nothing_is_built_from_an_edition_that_nobody_signed(office: Office) -> None:
    name = _issued(office)
    forge(office, office.edition(name), {"approvals": []})
    code, said = office.run("build", "--no-pdf", "--out", str(office.root / "site"))
    assert (code, "thiếu chữ ký" in said) == (1, True)


def test_without_ssh_keygen_editions_are_not_called_verified(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _issued(office)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    code, said = office.run("verify")
    assert (code, "thiếu ssh-keygen" in said) == (2, True)


# ── who may change who may sign ──────────────────────────────────────────────────────────────


def test_a_changed_list_counts_only_once_every_party_has_signed_it(office: Office) -> None:
    _issued(office)
    office.at = "2026-12-02T09:00+07:00"
    office.write(SIGNERS, signers("tuyen-giao tg", "dan-van new"))
    office.plan(2)
    code, said = office.approve("BT-2026-0002", "dan-van", "new")
    assert (code, "Lần này hãy ký bằng khóa cũ" in said) == (1, True)
    code, said = office.approve("BT-2026-0002", "dan-van", "dv")
    assert code == 0
    assert "Danh sách khóa ký thay đổi:" in said
    assert ("  - Ban Dân vận: SHA256:" in said, "  + Ban Dân vận: SHA256:" in said) == (True, True)
    office.approve("BT-2026-0002", "tuyen-giao", "tg")
    assert office.issue(2)[0] == 0
    office.at = "2026-12-03T09:00+07:00"
    office.plan(3)
    assert office.approve("BT-2026-0003", "dan-van", "dv")[0] == 1
    assert office.approve("BT-2026-0003", "dan-van", "new")[0] == 0
    office.approve("BT-2026-0003", "tuyen-giao", "tg")
    assert office.issue(3)[0] == 0
    assert office.run("verify")[0] == 0


SOON = 'dan-van valid-before="20261220" dv'


@pytest.mark.parametrize(
    ("at", "line", "is_told"),
    [
        ("2026-12-01T10:00+07:00", SOON, True),
        ("2026-12-25T09:00+07:00", SOON, True),
        ("2026-12-01T10:00+07:00", 'dan-van valid-before="20270102" dv', False),
        ("2026-12-02T00:00+07:00", 'dan-van valid-before="20270102" dv', True),
        ("2026-12-01T10:00+07:00", "dan-van dv", False),
    ],
)
def test_the_unit_whose_last_key_expires_is_told_thirty_days_before(
    office: Office, at: str, line: str, *, is_told: bool
) -> None:
    office.write(SIGNERS, signers("tuyen-giao tg", line))
    _issued(office)
    office.at = at
    assert ((SIGNERS, "BT413") in office.codes()) is is_told
    _, desk = office.run("status", "--unit", "dan-van")
    assert (SIGNERS in desk) is is_told


def test_it_is_told_until_an_edition_holds_another_key(office: Office) -> None:
    office.write(SIGNERS, signers("tuyen-giao tg", SOON))
    _issued(office)
    office.at = "2026-12-02T09:00+07:00"
    office.write(SIGNERS, signers("tuyen-giao tg", SOON, "dan-van new"))
    assert (SIGNERS, "BT413") in office.codes()
    assert "ghi một khóa mới của dan-van vào" in office.run("check", SIGNERS)[1]
    office.plan(2)
    office.sign_all("BT-2026-0002")
    assert office.issue(2)[0] == 0
    assert (SIGNERS, "BT413") not in office.codes()
    office.at = "2026-12-25T09:00+07:00"
    code, said = office.approve("ND-2026-0002", "dan-van", "dv")
    assert (code, "Ký bằng khóa khác của đơn vị: SHA256:" in said) == (1, True)
    assert office.approve("ND-2026-0002", "dan-van", "new")[0] == 0


OVER = 'dan-van valid-before="20261203" dv'


@pytest.mark.parametrize("key", ["dv", "new", "spare"])
def test_when_every_key_has_expired_the_refusal_says_what_is_left(office: Office, key: str) -> None:
    """Nobody may vouch for the unit: neither its expired key, nor one that is listed only now."""
    office.write(SIGNERS, signers("tuyen-giao tg", OVER))
    _issued(office)
    office.at = "2026-12-04T09:00+07:00"
    office.write(SIGNERS, signers("tuyen-giao tg", OVER, "dan-van new"))
    office.plan(2)
    code, said = office.approve("BT-2026-0002", "dan-van", key)
    assert (code, "Mọi khóa của đơn vị đã hết hạn" in said) == (1, True), said
    assert "bulletin init" in said and "bulletin recall" in said
    assert "khóa cũ" not in said and "Thêm dòng này" not in said
    _, told = office.run("check", SIGNERS)
    assert "đã hết hạn lúc 0 giờ 00 ngày 03/12/2026" in told and "bulletin init" in told
    stop = ("--unit", "dan-van", "--office", "truong-ban", "--reason", "Đang xác minh lại")
    assert office.run("recall", "BT-2026-0001", *stop)[0] == 0


def test_a_key_that_begins_later_is_named_with_its_time(office: Office) -> None:
    office.write(SIGNERS, signers("tuyen-giao tg", OVER, 'dan-van valid-after="20261231" new'))
    _issued(office)
    office.at = "2026-12-04T09:00+07:00"
    office.plan(2)
    code, said = office.approve("BT-2026-0002", "dan-van", "dv")
    assert (code, "Đơn vị ký được từ 0 giờ 00 ngày 31/12/2026" in said) == (1, True), said


def test_where_no_signature_is_asked_for_an_expired_key_holds_nobody_up(office: Office) -> None:
    office.write(PROGRAMME, BASE[PROGRAMME])
    office.write(SIGNERS, signers("tuyen-giao tg", OVER))
    _issued(office)
    office.at = "2026-12-04T09:00+07:00"
    office.write(SIGNERS, signers("tuyen-giao tg", "dan-van new"))
    office.plan(2)
    code, said = office.approve("BT-2026-0002", "dan-van", "new")
    assert (code, "lần này phê duyệt không có --sign" in said) == (1, True), said
    for unit, key in (("dan-van", None), ("tuyen-giao", "tg")):
        assert office.approve("BT-2026-0002", unit, key)[0] == 0
    assert office.issue(2)[0] == 0
    assert (office.run("verify")[0], office.codes()) == (0, [])
    office.plan(3)
    assert office.approve("BT-2026-0003", "dan-van", "new")[0] == 0


def test_the_first_list_is_mended_where_it_stands(office: Office) -> None:
    """Before the first issue nobody has agreed on it yet."""
    office.write(SIGNERS, signers("tuyen-giao tg", SOON))
    office.at = "2026-12-25T09:00+07:00"
    code, said = office.approve("ND-2026-0002", "dan-van", "dv")
    assert (code, f"Sửa ngày của khóa trong {SIGNERS}" in said) == (1, True), said
    office.write(SIGNERS, signers("tuyen-giao tg", "dan-van dv"))
    assert office.approve("ND-2026-0002", "dan-van", "dv")[0] == 0


def test_approvals_given_before_the_list_changed_do_not_cover_the_change(office: Office) -> None:
    _issued(office)
    office.plan(2)
    office.at = "2026-12-02T09:00+07:00"
    office.sign_all("BT-2026-0002")
    office.write(SIGNERS, signers("tuyen-giao tg", "dan-van new"))
    code, said = office.issue(2)
    assert (code, "BT402" in said) == (1, True)
    office.write(SIGNERS, "# Khóa cũ\n" + signers("dan-van dv", "tuyen-giao tg"))
    assert office.issue(2)[0] == 0


def test_a_lapsed_approval_says_that_the_list_changed(office: Office) -> None:
    office.plan(1)
    office.sign_all("BT-2026-0001")
    _git(office, "init", "-qb", "main")
    _git(office, "add", "-A")
    _git(office, "commit", "-qm", "approved")
    office.write(SIGNERS, signers("tuyen-giao tg", "dan-van dv", "dan-van spare"))
    assert "danh sách khóa ký hoặc mức phê duyệt đã đổi" in office.run("check")[1]


@pytest.mark.parametrize("how", ["the level", "the list", "both"])
def test_nobody_lowers_the_demand_alone(office: Office, how: str) -> None:
    _issued(office)
    office.at = "2026-12-02T09:00+07:00"
    if how != "the list":
        office.write(PROGRAMME, BASE[PROGRAMME])
    if how != "the level":
        (office.root / SIGNERS).unlink()
    office.plan(2)
    for unit in PARTIES:
        office.approve("BT-2026-0002", unit)
    code, said = office.issue(2)
    assert (code, "BT406" in said) == (1, True)
    office.sign_all("BT-2026-0002")
    assert office.issue(2)[0] == 0
    assert office.run("verify")[0] == 0


def test_lowering_the_level_is_shown_to_who_signs_it(office: Office) -> None:
    _issued(office)
    office.write(PROGRAMME, BASE[PROGRAMME])
    office.plan(2)
    assert (
        "Mức phê duyệt thay đổi: ký số → khai báo"
        in office.approve("BT-2026-0002", "dan-van", "dv")[1]
    )


def test_withdrawing_an_old_bulletin_does_not_bring_old_keys_back(office: Office) -> None:
    test_a_changed_list_counts_only_once_every_party_has_signed_it(office)
    office.at = "2026-12-04T09:00+07:00"
    by = ("--unit", "dan-van", "--office", "truong-ban")
    note = ("--relation", "withdrawal", "--change-note", "Không dùng nữa.")
    code, said = office.issue(1, *note, *by)
    assert code == 0, said
    office.plan(4)
    assert office.approve("BT-2026-0004", "dan-van", "dv")[0] == 1
    assert office.approve("BT-2026-0004", "dan-van", "new")[0] == 0
    assert office.run("verify")[0] == 0


def test_a_new_party_brings_its_first_key_with_it(office: Office) -> None:
    _issued(office)
    office.at = "2026-12-02T09:00+07:00"
    programme = FILES[PROGRAMME].replace("[tuyen-giao, dan-van]", "[tuyen-giao, dan-van, ubnd]")
    office.write(PROGRAMME, programme)
    office.write(SIGNERS, signers("tuyen-giao tg", "dan-van dv", "ubnd spare"))
    office.plan(2)
    office.sign_all("BT-2026-0002")
    assert office.issue(2)[0] == 1
    assert office.approve("BT-2026-0002", "ubnd", "spare")[0] == 0
    code, said = office.issue(2)
    assert code == 0, said
    assert office.run("verify")[0] == 0


# ── taking content out ───────────────────────────────────────────────────────────────────────


REASON = ("--reason", "Có dữ liệu cá nhân.")


def _take_out(office: Office, name: str, keys: Mapping[str, str]) -> tuple[int, str]:
    """Ask for it, sign it by each party with its key, and do it."""
    bulletin, _, version = name.partition("/")
    assert office.run("redact", bulletin, version, *REASON)[0] == 0
    for unit, key in keys.items():
        code, said = office.approve(name, unit, key)
        assert code == 0, said
    return office.run("redact", bulletin, version)


def _redacted(office: Office) -> dict[str, Any]:
    """The redacted form of the first edition, signed by both parties; another one follows it."""
    name = _issued(office)
    office.plan(2)
    office.sign_all("BT-2026-0002")
    assert office.issue(2)[0] == 0
    office.at = "2026-12-05T09:00+07:00"
    code, said = _take_out(office, name, {"tuyen-giao": "tg", "dan-van": "dv"})
    assert code == 0, said
    return office.edition(name)


def test_a_redaction_is_signed_by_every_party(office: Office) -> None:
    name = _issued(office)
    assert office.run("redact", "BT-2026-0001", "v1", *REASON)[0] == 0
    for unit in PARTIES:
        office.approve(name, unit)
    code, said = office.run("redact", "BT-2026-0001", "v1")
    assert (code, "còn thiếu phê duyệt" in said) == (1, True), said
    office.sign_all(name)
    assert office.run("redact", "BT-2026-0001", "v1")[0] == 0
    assert office.run("verify")[0] == 0
    assert all("signature" in a for a in office.edition(name)["redaction"]["approvals"])


def _with_foreign_keys(note: dict[str, Any]) -> None:
    """One party writes the redacted form alone, with keys of its own for the other."""
    terms = note["terms"] | {"signers": signers("tuyen-giao tg", "dan-van stranger").splitlines()}
    _signed_again(note, {"terms": terms}, {"tuyen-giao": "tg", "dan-van": "stranger"})


def _signed_again(note: dict[str, Any], change: Mapping[str, Any], keys: Mapping[str, str]) -> None:
    """A changed request, approved with right digests and signed with these keys."""
    note.update(change)
    name = note["approvals"][0]["record"]
    body = {**_PLACE, "redaction": note}
    link = Redacted.model_validate(body)
    for written, (unit, key) in zip(note["approvals"], keys.items(), strict=True):
        written |= {"unit": unit, "digest": request_in(link).own_digest}
        written.pop("signature")
        declared = Approval.model_validate(written)
        written["signature"] = signature(key, declared.written()).decode()
    assert name == link.name


_PLACE = {
    "form": "redacted",
    "bulletin": "BT-2026-0001",
    "version": 1,
    "issued_at": "2026-12-01T09:00:00+07:00",
}


def _declared(note: dict[str, Any]) -> None:
    note["approvals"] = _without_signature(note["approvals"])


def _signed_by_one(note: dict[str, Any]) -> None:
    """One party signs in its own name and in the other's."""
    _signed_again(note, {}, {"tuyen-giao": "tg", "dan-van": "tg"})


def _acting_for_all(note: dict[str, Any]) -> None:
    acting = [{"party": "dan-van", "unit": "ubnd"}]
    terms = note["terms"] | {
        "signers": signers("tuyen-giao tg", "dan-van dv", "ubnd stranger").splitlines()
    }
    change = {"acting": acting, "terms": terms}
    _signed_again(note, change, {"tuyen-giao": "tg", "ubnd": "stranger"})


def _at_a_lower_level(note: dict[str, Any]) -> None:
    _signed_again(note, {"terms": note["terms"] | {"approval": "declared"}}, TRUE_KEYS)
    _declared(note)


def _before_it_was_issued(note: dict[str, Any]) -> None:
    """Every party signs, but at a time at which there was nothing to take out."""
    at = "2026-11-30T09:00:00+07:00"
    note |= {"at": at, "done": at}
    note["approvals"] = [a | {"at": at} for a in note["approvals"]]
    _signed_again(note, {}, TRUE_KEYS)


TRUE_KEYS = {"tuyen-giao": "tg", "dan-van": "dv"}


@pytest.mark.parametrize("done", ["2026-12-05T09:00:00+07:00", "2026-12-01T09:00:00+07:00"])
@pytest.mark.parametrize(
    "forgery",
    [
        _declared,
        _signed_by_one,
        _with_foreign_keys,
        _acting_for_all,
        _at_a_lower_level,
        _before_it_was_issued,
    ],
)
def test_nobody_takes_content_out_alone(
    office: Office, forgery: Callable[[dict[str, Any]], None], done: str
) -> None:
    body = _redacted(office)
    assert office.run("verify")[0] == 0
    _PLACE["digest"] = body["digest"]
    note = body["redaction"]
    note |= {"at": done, "done": done}
    note["approvals"] = [a | {"at": done} for a in note["approvals"]]
    forgery(note)
    office.write("content/editions/BT-2026-0001/v1.json", file_bytes(body))
    code, said = office.run("verify")
    assert (code, "BT701" in said) == (1, True), said
    assert ("content/editions/BT-2026-0001/v1.json", "BT701") in office.codes()
    assert office.run("build", "--no-pdf", "--out", str(office.root / "site"))[0] == 1


def test_a_forged_redaction_of_the_newest_lets_nobody_in(office: Office) -> None:
    """What a redacted form says of its own terms does not help it, nor what is issued after."""
    body = _redacted(office)
    name = "BT-2026-0002/v1"
    edition = office.edition(name)
    note = body["redaction"] | {"records": sorted(edition["records"])}
    _PLACE.update(bulletin="BT-2026-0002", digest=edition["digest"])
    note["approvals"] = [a | {"record": name} for a in note["approvals"]]
    _with_foreign_keys(note)
    kept = {k: edition[k] for k in ("bulletin", "version", "issued_at", "previous", "digest")}
    forged = {**kept, "form": "redacted", "redaction": note}
    office.write(f"content/editions/{name}.json", file_bytes(forged))
    _PLACE.update(bulletin="BT-2026-0001")
    code, said = office.run("verify")
    assert (code, "không có trong danh sách khóa ký" in said) == (1, True), said


def _taken_out(
    edition: Edition, at: str, terms: Mapping[str, Any], keys: Mapping[str, str]
) -> dict[str, Any]:
    """The redacted form of an edition, on terms that it tells itself, signed with these keys."""
    done = datetime.fromisoformat(at)
    body = redacted_body(edition, asked_of(edition, at, "Gỡ."), [], done)
    body["redaction"]["terms"] |= terms
    wanted = request_in(Redacted.model_validate(body)).own_digest
    given = {"record": edition.name, "office": "truong-ban", "decision": "approve", "at": at}
    for unit, key in keys.items():
        approval = Approval.model_validate({**given, "unit": unit, "digest": wanted})
        signed = signature(key, approval.written()).decode()
        written = approval.model_dump(mode="json", exclude_none=True) | {"signature": signed}
        body["redaction"]["approvals"].append(written)
    return body


STRANGER = {"tuyen-giao": "tg", "dan-van": "stranger"}
FOREIGN = {"signers": signers("tuyen-giao tg", "dan-van stranger").splitlines()}
SELF_TOLD: dict[str, tuple[dict[str, Any], Mapping[str, str], bool]] = {
    "right": ({}, TRUE_KEYS, True),
    "own keys": (FOREIGN, STRANGER, False),
    "a lower level": ({"approval": "declared"}, STRANGER, False),
    "no parties but one": ({**FOREIGN, "members": ["tuyen-giao", "ubnd"]}, STRANGER, False),
    "another mode": ({"mode": "actual"}, TRUE_KEYS, False),
}


@pytest.mark.parametrize("told", SELF_TOLD)
def test_a_chain_that_is_all_taken_out_is_held_to_what_git_had(office: Office, told: str) -> None:
    """Where no whole edition is left, the redacted forms alone would say who had to sign."""
    _issued(office)
    _issued(office, 2)
    _git(office, "init", "-qb", "main")
    _git(office, "add", "-A")
    _git(office, "commit", "-qm", "issued")
    office.at = "2026-12-05T09:00+07:00"
    terms, keys, is_right = SELF_TOLD[told]
    for name in ("BT-2026-0001/v1", "BT-2026-0002/v1"):
        edition = Edition.model_validate(office.edition(name))
        body = _taken_out(edition, "2026-12-05T09:00:00+07:00", terms, keys)
        office.write(edition.path, file_bytes(body))
    for verb in (("verify",), ("check",), ("build", "--no-pdf", "--out", str(office.root / "x"))):
        code, said = office.run(*verb)
        assert (code == 0, "BT701" not in said) == (is_right, is_right), (verb, said)


def _replaced(office: Office, keys: Mapping[str, str]) -> None:
    """Another first edition than the one that git had, on a list of keys of its own."""
    office.write(SIGNERS, signers(*(f"{unit} {key}" for unit, key in keys.items())))
    office.write(MESSAGE, FILES[MESSAGE].replace("An toàn nước", "Nước"))
    office.plan(1)
    for unit, key in keys.items():
        assert office.approve("BT-2026-0001", unit, key)[0] == 0
    assert office.issue(1)[0] == 0


def _dropped(office: Office, away: Path, then: Callable[[], None]) -> None:
    """The first edition in a commit, and gone in the next; something else in its place."""
    _git(office, "init", "-qb", "main")
    _git(office, "add", "-A")
    _git(office, "commit", "-qm", "issued")
    shutil.move(office.root / ".git", away)
    for folder in ("editions", "approvals"):
        shutil.rmtree(office.root / "content" / folder)
    office.at = "2026-12-03T09:00+07:00"
    then()
    office.at = "2026-12-04T09:00+07:00"
    shutil.move(away, office.root / ".git")
    _git(office, "rm", "-rq", "--cached", "content/editions")
    _git(office, "commit", "-qm", "dropped")


@pytest.mark.parametrize("redacted", [False, True])
def test_a_chain_dropped_in_one_commit_and_replaced_in_another_is_found(
    office: Office, tmp_path: Path, *, redacted: bool
) -> None:
    """The terms before all editions are those of the first that git had."""
    issued = Edition.model_validate(office.edition(_issued(office)))

    def replace() -> None:
        if not redacted:
            _replaced(office, STRANGER)
            return
        body = _taken_out(issued, "2026-12-03T09:00:00+07:00", FOREIGN, STRANGER)
        office.write(issued.path, file_bytes(body))
        office.write(HEAD, file_bytes({"edition": issued.name, "digest": issued.digest}))

    _dropped(office, tmp_path / "kept", replace)
    for step in ("in the folder", "in a commit"):
        for verb in (("verify",), ("check",), ("build", "--no-pdf", "--out", f"{tmp_path}/x")):
            code, said = office.run(*verb)
            assert (code, "BT701" in said) == (1, True), (step, verb, said)
        if step == "in the folder":
            _git(office, "add", "-A")
            _git(office, "commit", "-qm", "replaced")


def test_the_first_edition_dropped_and_issued_again_by_all_is_no_forgery(
    office: Office, tmp_path: Path
) -> None:
    _issued(office)
    _dropped(office, tmp_path / "kept", lambda: _replaced(office, TRUE_KEYS))
    assert office.run("verify")[0] == 0
    _git(office, "add", "-A")
    _git(office, "commit", "-qm", "again")
    assert office.run("verify")[0] == 0


def _another_issue(body: dict[str, Any]) -> None:
    body["issued_at"] = "2026-12-01T08:00:00+07:00"


def _a_stray_approval(body: dict[str, Any]) -> None:
    body["redaction"]["approvals"].append({"unit": "ubnd", "reason": "Đồng ý."})


def _an_approval_twice(body: dict[str, Any]) -> None:
    body["redaction"]["approvals"] *= 2


@pytest.mark.parametrize("change", [_another_issue, _a_stray_approval, _an_approval_twice])
def test_nothing_stands_in_a_redacted_form_that_nobody_approved(
    office: Office, change: Callable[[dict[str, Any]], None]
) -> None:
    body = _redacted(office)
    assert office.run("verify")[0] == 0
    change(body)
    office.write("content/editions/BT-2026-0001/v1.json", file_bytes(body))
    code, said = office.run("verify")
    assert (code, "BT701" in said) == (1, True), said


def test_content_that_changed_the_keys_goes_with_the_keys_before_it(office: Office) -> None:
    test_a_changed_list_counts_only_once_every_party_has_signed_it(office)
    code, said = _take_out(office, "BT-2026-0002/v1", {"tuyen-giao": "tg", "dan-van": "dv"})
    assert code == 0, said
    assert office.run("verify")[0] == 0
    office.plan(4)
    office.approve("BT-2026-0004", "dan-van", "new")
    office.approve("BT-2026-0004", "tuyen-giao", "tg")
    assert office.issue(4)[0] == 0
    assert office.run("verify")[0] == 0


def test_what_the_next_reader_would_refuse_is_not_taken_out(office: Office) -> None:
    """A new key that is known from the content alone cannot be checked once that is gone."""
    test_a_changed_list_counts_only_once_every_party_has_signed_it(office)
    before = office.read("content/editions/BT-2026-0002/v1.json")
    code, said = _take_out(office, "BT-2026-0002/v1", {"tuyen-giao": "tg", "dan-van": "new"})
    assert (code, "sẽ không còn đúng" in said, "chữ ký của dan-van" in said) == (1, True, True)
    assert office.read("content/editions/BT-2026-0002/v1.json") == before


def test_a_withdrawal_taken_out_does_not_bring_old_keys_back(office: Office) -> None:
    test_withdrawing_an_old_bulletin_does_not_bring_old_keys_back(office)
    office.at = "2026-12-05T09:00+07:00"
    code, said = _take_out(office, "BT-2026-0001/v2", {"tuyen-giao": "tg", "dan-van": "new"})
    assert code == 0, said
    assert office.run("verify")[0] == 0
    assert office.approve("BT-2026-0004", "dan-van", "dv")[0] == 1
    code, said = office.approve("BT-2026-0004", "dan-van", "new")
    assert code == 0, said


# ── git ──────────────────────────────────────────────────────────────────────────────────────


def _git(office: Office, *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.vn", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *who, *arguments), cwd=office.root, check=True, capture_output=True)


def _approved_on_a_branch(office: Office) -> None:
    """A history in which each party signs in a commit of its own, and main has moved on."""
    _git(office, "init", "-qb", "main")
    _git(office, "add", "-A")
    _git(office, "commit", "-qm", "start")
    _git(office, "switch", "-qc", "approvals")
    for unit, key in zip(PARTIES, ("tg", "dv"), strict=True):
        office.approve("ND-2026-0002", unit, key)
        _git(office, "add", "-A")
        _git(office, "commit", "-qm", f"approval of {unit}")
    _git(office, "switch", "-q", "main")
    office.write("content/guide/index.md", "# Trang\n")
    _git(office, "add", "-A")
    _git(office, "commit", "-qm", "elsewhere")


@pytest.mark.parametrize("way", ["squash", "rebase"])
def test_signatures_outlive_squash_and_rebase(office: Office, way: str) -> None:
    _approved_on_a_branch(office)
    if way == "squash":
        _git(office, "merge", "-q", "--squash", "approvals")
        _git(office, "commit", "-qm", "approvals, squashed")
    else:
        _git(office, "rebase", "-q", "main", "approvals")
    assert office.codes() == []
    assert levels(office) == ["ký số", "ký số"]
