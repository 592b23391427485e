"""--log-format json: how long each phase took, for machines, and no word of what was read."""

import json
from pathlib import Path

import pytest

from generator.cli.main import _run
from tests.conftest import Run
from tests.test_guide_pages import AT
from tests.test_one_writer import AT as AT_OFFICE
from tests.test_one_writer import office

KEYS = {"verb", "phase", "milliseconds", "counts"}
PHASES = {
    "check": ["read", "rules", "history", "total"],
    "status": ["read", "rules", "total"],
    "verify": ["editions", "total"],
}
BUILT = ["ledger", "frame", "files"]


def logged(told: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in told.splitlines() if line.startswith("{")]


@pytest.mark.parametrize("verb", PHASES)
def test_each_phase_is_one_line_of_numbers(verb: str, workspace: Path, bulletin: Run) -> None:
    lines = logged(bulletin(workspace, *AT, "--log-format", "json", verb).stderr)
    assert [line["phase"] for line in lines] == PHASES[verb]
    for line in lines:
        assert set(line) == KEYS
        assert line["verb"] == verb
        counts = line["counts"]
        assert isinstance(counts, dict)
        assert all(type(count) is int for count in counts.values())
        assert isinstance(line["milliseconds"], float)


def test_what_was_counted_is_told_and_how_it_ended(workspace: Path, bulletin: Run) -> None:
    stray = workspace / "content/records/message/2026/ND-2026-0002.yml"
    stray.write_text(stray.read_text("utf-8") + "khong_co: 1\n", "utf-8")
    ran = bulletin(workspace, *AT, "--log-format", "json", "check")
    counts = {line["phase"]: line["counts"] for line in logged(ran.stderr)}
    rules, total = counts["rules"], counts["total"]
    assert isinstance(rules, dict)
    assert (rules["findings"] > 0, rules["records"] > 0, total) == (True, True, {"exit": 1})


def test_a_build_tells_its_phases_too(workspace: Path, bulletin: Run) -> None:
    ran = bulletin(workspace, *AT, "--log-format", "json", "build", "--no-pdf")
    lines = logged(ran.stderr)
    assert [line["phase"] for line in lines] == [*BUILT, "total"]
    written = lines[2]["counts"]
    assert isinstance(written, dict)
    assert written["files"] > 100


def test_publishing_archiving_and_verifying_what_one_holds_tell_theirs(
    workspace: Path, bulletin: Run
) -> None:
    def phases(*verb: str) -> list[object]:
        told = bulletin(workspace, *AT, "--log-format", "json", *verb).stderr
        return [line["phase"] for line in logged(told)]

    published = phases("publish", "ban-tin", "--no-pdf")
    assert published == ["editions", *BUILT, "stage", "compare", "switch", "total"]
    assert phases("verify", "ban-tin") == ["compare", "total"]
    archived = phases("archive", "2026", "--out", str(workspace / "year"), "--no-pdf")
    assert archived == ["editions", "ledger", "keep", *BUILT, "bundle", "total"]


def test_issuing_tells_how_long_it_tried_and_wrote(tmp_path: Path, bulletin: Run) -> None:
    folder = office(tmp_path)
    ran = bulletin(folder, *AT_OFFICE, "--log-format", "json", "issue", "BT-2026-0002")
    lines = logged(ran.stderr)
    assert [line["phase"] for line in lines][-3:] == ["rehearse", "write", "total"]
    assert lines[-2]["counts"] == {"files": 2}


def test_without_being_asked_it_tells_nothing(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor does a run that was asked make a later one of the same process tell."""
    told = []
    for asked in (["--log-format", "json"], []):
        _run(["-C", str(workspace), *AT, *asked, "verify"])
        told.append(len(logged(capsys.readouterr().err)))
    assert told == [2, 0]


def test_a_refusal_is_logged_without_what_was_refused(workspace: Path, bulletin: Run) -> None:
    told = bulletin(
        workspace, *AT, "--log-format", "json", "new", "TT", "--title", "Bà Trần Thị Mận"
    )
    lines = logged(told.stderr)
    assert lines[-1]["counts"] == {"exit": 1}
    assert "Mận" not in json.dumps(lines, ensure_ascii=False)
