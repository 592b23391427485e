"""What is written ahead has not come: retirements and ends, for editors and for readers alike."""

from datetime import datetime
from pathlib import Path

import pytest

from generator.model.corpus.matter import matter_state
from generator.model.corpus.standing import Standing
from generator.model.corpus.state import Desk as DeskState
from generator.model.desk.desk_state import desk_state
from generator.pipeline import Compilation, compile_content
from generator.targets.build.output_guard import must_be_known
from generator.views.lists.list_entries import TONE_OF
from tests.conftest import Run
from tests.exercise import BODIES, RECORDS, Desk, Files, plan, record_files
from tests.machine import Files as Machines
from tests.support import in_memory

EVENT, HELD, TALK = "SV-2026-0001", "ND-2026-0009", "TD-2026-0001"
NOW = datetime.fromisoformat("2026-12-02T08:00+07:00")
LATER = datetime.fromisoformat("2026-12-09T08:00+07:00")
RETIRED_AHEAD = "retired: {on: 2026-12-08, reason: Không còn cần nữa.}\n"


def with_more(files: Files, path: str, text: str) -> Files:
    """The files, with more keys at the end of one record."""
    return {**files, f"{RECORDS}/{path}.yml": str(files[f"{RECORDS}/{path}.yml"]) + text}


def compiled(files: Files, moment: datetime = NOW) -> Compilation:
    return compile_content(in_memory(files, moment))


def codes_of(compilation: Compilation, record_id: str) -> set[str]:
    return {
        finding.diagnostic.problem.code
        for finding in compilation.findings
        if record_id in finding.span.path
    }


def test_a_matter_holds_until_the_day_on_which_its_consultation_retires() -> None:
    files = with_more(record_files(), f"consultation/2026/{TALK}", RETIRED_AHEAD)
    for moment, is_open in ((NOW, True), (LATER, False)):
        corpus = compiled(files, moment).corpus
        assert corpus is not None
        assert matter_state(corpus, TALK).is_open is is_open
    desk = Desk(files | plan("BT-2026-0001", [TALK]))
    desk.issue("BT-2026-0001")
    assert HELD in desk.ledger(NOW.isoformat()).held
    assert HELD not in desk.ledger(LATER.isoformat()).held


def test_a_message_that_retires_tomorrow_is_in_use_today_also_for_its_editors() -> None:
    files = with_more(record_files(), "message/2026/ND-2026-0001", RETIRED_AHEAD)
    files |= plan("BT-2026-0001", ["ND-2026-0001"])
    today, later = compiled(files), compiled(files, LATER)
    assert "BT705" not in codes_of(today, "BT-2026-0001")
    assert "BT705" in codes_of(later, "BT-2026-0001")
    states = [
        desk_state(c.corpus, "ND-2026-0001", ()) for c in (today, later) if c.corpus is not None
    ]
    assert states[0] is not DeskState.RETIRED and states[1] is DeskState.RETIRED


def test_an_event_that_ends_next_year_must_still_rest_on_what_is_established() -> None:
    files = record_files()
    path = f"{RECORDS}/information/2026/TT-2026-0001.yml"
    files[path] = str(files[path]).replace("result: confirmed", "result: refuted")
    ending = with_more(files, f"event/2026/{EVENT}", "closed: 2027-11-30T08:00+07:00\n")
    ended = with_more(files, f"event/2026/{EVENT}", "closed: 2026-11-30T08:00+07:00\n")
    assert "BT301" in codes_of(compiled(ending), EVENT)
    assert "BT301" not in codes_of(compiled(ended), EVENT)


def test_no_update_is_announced_for_a_time_after_the_end() -> None:
    files = with_more(record_files(), f"event/2026/{EVENT}", "closed: 2026-12-02T08:00+07:00\n")
    assert "next_update: 2026-12-03" in BODIES[f"event/2026/{EVENT}"]
    desk = Desk(files | plan("BT-2026-0001", [EVENT]))
    desk.issue("BT-2026-0001")
    calendar = Machines(desk.ledger(NOW.isoformat())).made["calendar.ics"].decode()
    assert f"UID:{EVENT}-due" in calendar and f"UID:{EVENT}-next-update" not in calendar


@pytest.mark.parametrize("verb", ["approve", "issue"])
def test_a_bulletin_with_a_record_that_cannot_be_read_is_not_released(
    verb: str, workspace: Path, bulletin: Run
) -> None:
    """It used to be frozen without that record, and the changes said that it was left out."""
    record = workspace / "content/records/event/2026/SV-2026-0001.yml"
    record.write_text(f"{record.read_text('utf-8')}wat: 1\n", "utf-8")
    by = ("--unit", "dan-van", "--office", "truong-ban")
    more = by if verb == "approve" else ("--relation", "update", "--change-note", "Cập nhật.")
    run = bulletin(workspace, "--at", "2026-11-30T22:00+07:00", verb, "BT-2026-0006", *more)
    assert run.returncode == 1
    assert "BT103" in run.stdout and "SV-2026-0001.yml" in run.stdout


def test_what_must_not_be_used_is_never_shown_in_a_friendly_colour() -> None:
    for standing in Standing:
        assert (TONE_OF[standing] == "bad") is not standing.is_usable


def test_endings_are_known_in_capital_letters_too() -> None:
    for name in ("attachments/X.PNG", "attachments/R.Pdf", "attachments/R.JPG"):
        must_be_known(name)
