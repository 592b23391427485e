"""verify.py, which stands beside every site, checks a copy of it without the program."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pytest

from generator.model.edition.edition import body_digest, file_bytes
from generator.targets.machine import verify
from tests.conftest import ROOT, Run
from tests.test_agreement import AT, by, issued_files, third_with
from tests.test_desk import written_to
from tests.test_signing import Office, office  # noqa: F401  a fixture

LONGEST = 150
FIRST, NEWEST = "api/v1/editions/BT-2026-0001/v1.json", "api/v1/editions/BT-2026-0002/v1.json"
Body = dict[str, Any]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.conftest import run_bulletin  # noqa: PLC0415

    folder = written_to(tmp_path_factory.mktemp("office"), issued_files())
    assert run_bulletin(folder, *AT, "build", "--no-pdf").returncode == 0
    return folder / "site"


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "copy")


def checked(site: Path) -> tuple[int, str]:
    """What the copy's own program says, run by Python without anything of ours."""
    ran = subprocess.run(
        (sys.executable, "-I", "-S", str(site / "verify.py")),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.returncode, ran.stdout


def rewritten(site: Path, path: str, content: bytes) -> None:
    """A file changed together with the manifest, as whoever owns the server could."""
    (site / path).write_bytes(content)
    manifest = orjson.loads((site / "manifest.json").read_bytes())
    manifest["files"][path] = sha256(content).hexdigest()
    body = orjson.loads(content)
    manifest["editions"][f"{body['bulletin']}/v{body['version']}"] = body["digest"]
    (site / "manifest.json").write_bytes(orjson.dumps(manifest))


def forged(site: Path, change: Callable[[Body], object], path: str = NEWEST) -> None:
    body = orjson.loads((site / path).read_bytes())
    change(body)
    body["digest"] = body_digest(body)
    rewritten(site, path, file_bytes(body))


def test_it_is_short_enough_to_be_read() -> None:
    text = Path(verify.__file__).read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST
    imports = {line.split()[1] for line in text.splitlines() if line.startswith(("import", "from"))}
    assert not {name for name in imports if name.split(".")[0] not in sys.stdlib_module_names}


def test_a_whole_copy_is_clean(site: Path) -> None:
    assert checked(site) == (0, "0 chỗ không khớp · differences\n")


def test_files_that_differ_are_named(site: Path) -> None:
    (site / "index.html").write_text("x", "utf-8")
    (site / "feed.xml").unlink()
    (site / "thừa.html").write_text("x", "utf-8")
    code, said = checked(site)
    assert code == 1 and said.count("\n") == 4
    for line in ("feed.xml: thiếu", "index.html: nội dung đã khác", "thừa.html: tệp thừa"):
        assert line in said


def test_a_pipe_is_named_and_never_opened(site: Path, bulletin: Run) -> None:
    """Beside the files of the manifest, and in the place of one; a link that leads nowhere too."""
    (site / "feed.xml").unlink()
    os.mkfifo(site / "feed.xml")
    os.mkfifo(site / "api" / "ống")
    (site / "lối").symlink_to("/nowhere")
    code, said = checked(site)
    assert (code, said.count("\n")) == (1, 4), said
    for line in ("api/ống: tệp thừa", "lối: tệp thừa", "feed.xml: thiếu, hoặc không phải tệp"):
        assert line in said
    ran = bulletin(site, "verify", str(site))
    told = " ".join(ran.stdout.split())
    for line in ("api/ống: tệp thừa", "lối: tệp thừa", "feed.xml: nội dung đã khác"):
        assert line in told, told


FORGERIES: dict[str, tuple[Callable[[Body], object], str]] = {
    "a text": (lambda b: b["records"]["TT-2026-0001"].update(statement="x"), "other content"),
    "a title": (lambda b: b["plan"].update(title="x"), "approved other content"),
    "an approval less": (lambda b: b["approvals"].pop(), "did not approve: dan-van"),
    "a rejection": (lambda b: b["approvals"][0].update(decision="reject"), "no valid approval"),
    "too late": (lambda b: b["approvals"][0].update(at="2027-01-01T00:00+07:00"), "no valid"),
    "new terms": (lambda b: b.update(changes_terms=True), "approved other content"),
    "a record more": (
        lambda b: b["records"].update(
            {"TT-2026-0098": {**b["records"]["TT-2026-0001"], "id": "TT-2026-0098"}}
        ),
        "nobody approved it",
    ),
    "a signature": (lambda b: b["approvals"][0].update(signature="x"), "signature does not hold"),
    "from the start": (lambda b: b.update(previous=None), "two editions follow the start"),
    "another before": (
        lambda b: b["previous"].update(digest="sha256:" + "0" * 64),
        "is not what it follows",
    ),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_edition_is_found_although_the_manifest_fits(forgery: str, site: Path) -> None:
    change, told = FORGERIES[forgery]
    forged(site, change)
    code, said = checked(site)
    assert (code, told in said) == (1, True), said


def test_an_edition_written_otherwise_or_with_another_digest_is_found(site: Path) -> None:
    rewritten(site, NEWEST, (site / NEWEST).read_bytes().replace(b'","', b'", "', 1))
    assert "does not fit its digest" in checked(site)[1]
    body = orjson.loads((site / FIRST).read_bytes())
    body["digest"] = "sha256:" + "0" * 64
    rewritten(site, FIRST, file_bytes(body))
    assert "does not fit its digest" in checked(site)[1]


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"files": 5, "editions": {}}', "[" * 9999])
def test_what_is_no_copy_of_a_site_is_said_to_be_none(manifest: str, site: Path) -> None:
    (site / "manifest.json").write_text(manifest, "utf-8")
    code, said = checked(site)
    assert (code, "no site" in said) == (1, True), said


def test_changed_terms_withdrawals_and_recalls_are_no_differences(
    tmp_path: Path, bulletin: Run
) -> None:
    folder = written_to(tmp_path, {**issued_files(), **third_with("[tuyen-giao, ubnd]")})
    for unit in ("tuyen-giao", "ubnd", "dan-van"):
        assert bulletin(folder, *AT, "approve", "BT-2026-0003", *by(unit)).returncode == 0
    assert bulletin(folder, *AT, "issue", "BT-2026-0003").returncode == 0
    note = ("--relation", "withdrawal", "--change-note", "Rút.", *by("tuyen-giao"))
    assert bulletin(folder, *AT, "issue", "BT-2026-0001", *note).returncode == 0
    recalled = ("recall", "BT-2026-0002", *by("ubnd"), "--reason", "Sai.")
    assert bulletin(folder, *AT, *recalled).returncode == 0
    assert bulletin(folder, *AT, "build", "--no-pdf").returncode == 0
    assert checked(folder / "site") == (0, "0 chỗ không khớp · differences\n")


def test_signatures_are_asked_of_ssh_keygen(office: Office) -> None:  # noqa: F811  the fixture
    name = office.plan(1)
    office.sign_all(name)
    assert office.run("issue", name)[0] == 0
    office.write("content/guide/index.md", "# Hướng dẫn\n")
    office.write("mkdocs.yml", (ROOT / "mkdocs.yml").read_bytes())
    code, said = office.run("build", "--no-pdf", "--out", str(office.root / "site"))
    assert code == 0, said
    site = office.root / "site"
    assert checked(site) == (0, "0 chỗ không khớp · differences\n")
    path = f"api/v1/editions/{name}/v1.json"
    forged(site, lambda b: b["approvals"][0].update(unit="dan-van"), path)
    assert "signature does not hold" in checked(site)[1]


def test_layers_of_evidence_cost_as_much_as_there_are() -> None:
    """Forty records, each cited by all before: read once each, not once for every way to them."""
    names = [f"TT-2026-{number:04}" for number in range(40)]
    records = {name: {"because": names[place + 1 :]} for place, name in enumerate(names)}
    body: Body = {"records": records, "bulletin": "BT-2026-0001", "plan": {}, "attachments": {}}
    known: dict[str, str] = {}
    assert verify.covered(body | {"registry": {"programme": {}}}, names[0], known) in known.values()
    assert len(known) == len(names)
