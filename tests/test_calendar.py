"""The calendar: what has a date, read back with icalendar; stable, bounded, cancelled when over."""

from datetime import date, datetime
from typing import NamedTuple

import icalendar
import pytest
from icalendar import Component

from generator.model.edition.edition import Relation
from tests.exercise import INCLUDED, Desk, plan, record_files, week
from tests.machine import SITE, Files, moment, recall
from tests.support import REGISTRY

HOSTILE = 'A; B, C\\ \\n ]]> <script> & " 🚱 ' + "đường ống nước " * 12 + "end:VEVENT"


@pytest.fixture(scope="module")
def files() -> Files:
    return Files(week().ledger())


class Seen(NamedTuple):
    """One appointment as icalendar reads it."""

    uid: str
    on: date | datetime
    stamp: datetime
    sequence: int
    status: str
    summary: str
    text: str
    url: str


def seen(one: Component) -> Seen:
    return Seen(
        uid=str(one["UID"]),
        on=one.decoded("DTSTART"),
        stamp=one.decoded("DTSTAMP"),
        sequence=int(one.decoded("SEQUENCE")),
        status=str(one["STATUS"]),
        summary=str(one["SUMMARY"]),
        text=str(one["DESCRIPTION"]),
        url=str(one.get("URL", "")),
    )


def events(files: Files) -> dict[str, Seen]:
    """Every appointment by the part of its UID that we chose."""
    read = icalendar.Calendar.from_ical(files.made["calendar.ics"])
    assert not read.errors
    found = {one.uid.partition("@")[0]: one for one in map(seen, read.walk("VEVENT"))}
    assert len(found) == len(read.walk("VEVENT"))
    return found


def only(files: Files, part: str) -> Seen:
    (found,) = (one for uid, one in events(files).items() if uid.startswith(part))
    return found


def test_updates_ends_issues_and_tasks_have_their_dates(files: Files) -> None:
    starts = {uid: one.on for uid, one in events(files).items()}
    assert starts["ND-2026-0001-until"] == moment("2026-12-20T08:00+07:00")
    assert starts["ND-2026-0001-next-update"] == moment("2026-12-03T17:00+07:00")
    assert starts["SV-2026-0001-next-update"] == moment("2026-12-03T17:00+07:00")
    assert starts["BT-2026-0001-next-issue"] == moment("2026-12-08T17:00+07:00")
    days = {one for uid, one in starts.items() if "-due-" in uid}
    assert days == {date(2026, 11, 29), date(2026, 12, 5), date(2026, 12, 30)}


def test_a_summary_names_kind_and_id_and_an_exercise_says_so(files: Files) -> None:
    end = events(files)["ND-2026-0001-until"]
    said = "Hết hiệu lực: Nội dung định hướng thống nhất ND-2026-0001"
    assert end.summary == f"DIỄN TẬP · {said}"
    task = only(files, "BX-2026-0001-due")
    assert task.summary == ("Hạn nhiệm vụ, UBND phường: Vấn đề bức xúc BX-2026-0001")
    assert "Thu gom hai lần mỗi ngày." in task.text


def test_what_is_done_or_closed_has_no_date() -> None:
    desk = week()
    desk.change("BX-2026-0001", "status: doing", "status: done, result: Xong.")
    desk.files |= plan("BT-2026-0003", ["BX-2026-0001"], "quick")
    desk.issue("BT-2026-0003")
    assert not [uid for uid in events(Files(desk.ledger())) if uid.startswith("BX")]


def test_a_changed_record_keeps_its_uid_and_counts_its_versions() -> None:
    desk = week()
    before = events(Files(desk.ledger()))["ND-2026-0001-until"]
    desk.change("ND-2026-0001", "until: 2026-12-20T08:00", "until: 2026-12-25T08:00")
    desk.files |= plan("BT-2026-0003", ["ND-2026-0001"], "quick")
    desk.issue("BT-2026-0003")
    after = events(Files(desk.ledger()))["ND-2026-0001-until"]
    assert after.uid == before.uid
    assert (before.sequence, after.sequence) == (0, 1)
    assert after.stamp == desk.editions[-1].issued_at > before.stamp
    assert after.on == moment("2026-12-25T08:00+07:00")


def test_what_is_recalled_is_taken_back() -> None:
    desk = week()
    before = events(Files(desk.ledger()))["ND-2026-0001-until"]
    recalled = Files(desk.ledger("2026-12-02T08:00+07:00", recall()))
    after = events(recalled)["ND-2026-0001-until"]
    assert (before.status, after.status) == ("CONFIRMED", "CANCELLED")
    assert after.sequence > before.sequence
    assert after.stamp == moment("2026-12-01T20:00+07:00")
    assert "Không còn dùng." in after.text


def test_what_is_superseded_is_taken_back_and_its_successor_stands() -> None:
    desk = week()
    path = next(path for path in desk.files if path.endswith("ND-2026-0001.yml"))
    new = str(desk.files[path]).replace("ND-2026-0001", "ND-2026-0002")
    desk.files[path.replace("ND-2026-0001", "ND-2026-0002")] = new + "supersedes: ND-2026-0001\n"
    desk.files |= plan("BT-2026-0003", ["ND-2026-0002"], "quick")
    desk.issue("BT-2026-0003")
    found = events(Files(desk.ledger()))
    assert found["ND-2026-0001-until"].status == "CANCELLED"
    assert found["ND-2026-0001-until"].stamp == desk.editions[-1].issued_at
    assert found["ND-2026-0002-until"].status == "CONFIRMED"


def test_a_withdrawn_bulletin_announces_nothing() -> None:
    desk = week()
    desk.issue("BT-2026-0002", Relation.WITHDRAWAL, "Phát hành nhầm.")
    assert "BT-2026-0002-next-issue" not in events(Files(desk.ledger()))


def test_what_ended_long_before_the_newest_content_is_left_out() -> None:
    desk = week()
    desk.change("SV-2026-0001", "due: 2026-12-05", "due: 2026-09-02")
    desk.change("SV-2026-0001", "due: 2026-11-29", "due: 2026-09-01")
    desk.files |= plan("BT-2026-0003", INCLUDED[:1], "quick")
    desk.issue("BT-2026-0003")  # on 1 December; ninety days before is 2 September
    days = [one.on for u, one in events(Files(desk.ledger())).items() if "SV" in u]
    assert date(2026, 9, 2) in days and date(2026, 9, 1) not in days


def test_the_moment_of_the_build_is_nowhere(files: Files) -> None:
    later = Files(week().ledger("2026-12-09T08:00+07:00"))
    assert later.made["calendar.ics"] == files.made["calendar.ics"]
    assert later.keys["calendar.ics"] == files.keys["calendar.ics"]


def test_links_stand_only_where_the_address_is_known(files: Files) -> None:
    assert all(one.url == "" for one in events(files).values())
    found = events(Files(week().ledger(), SITE))
    assert found["ND-2026-0001-until"].url == f"{SITE}messages/ND-2026-0001/"


def test_lines_are_folded_by_octets_and_end_as_the_format_asks(files: Files) -> None:
    lines = files.made["calendar.ics"].split(b"\r\n")
    assert lines[-1] == b"" and not [line for line in lines if b"\n" in line or b"\r" in line]
    assert max(map(len, lines)) <= 75
    assert [line for line in lines if line.startswith(b" ")]
    assert all(line.decode() for line in lines[:-1])


def test_hostile_texts_arrive_as_they_were_written() -> None:
    desk = Desk({**REGISTRY, **record_files(), **plan("BT-2026-0001", INCLUDED)})
    quoted = HOSTILE.replace("'", "''")
    desk.change("BX-2026-0001", "do: Thu gom hai lần mỗi ngày.", f"do: '{quoted}\n\n  dòng hai'")
    desk.issue("BT-2026-0001")
    files = Files(desk.ledger())
    task = only(files, "BX-2026-0001-due")
    assert task.text == f"{HOSTILE}\ndòng hai\nTiêu đề BX-2026-0001"
    assert "A\\; B\\, C\\\\ " in files.made["calendar.ics"].decode().replace("\r\n ", "")
    assert max(map(len, files.made["calendar.ics"].split(b"\r\n"))) <= 75


def test_a_task_written_twice_is_two_appointments() -> None:
    desk = Desk({**REGISTRY, **record_files(), **plan("BT-2026-0001", INCLUDED)})
    task = "do: Thu gom hai lần mỗi ngày., unit: ubnd, due: 2026-12-30, status: doing"
    desk.change("BX-2026-0001", f"[{{{task}}}]", f"[{{{task}}}, {{{task.replace('-30', '-31')}}}]")
    desk.issue("BT-2026-0001")
    assert len([uid for uid in events(Files(desk.ledger())) if uid.startswith("BX")]) == 2


def test_a_draft_has_no_dates() -> None:
    assert not [uid for uid in events(Files(week().ledger())) if uid.startswith("ND-2026-0009")]


def test_a_calendar_without_dates_is_one(files: Files) -> None:
    assert events(Files(Desk({}).ledger())) == {}
