"""One judgement for one question: the model says it, and everything that leaves says the same."""

import ast
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

import orjson
import pytest

from generator.base.text import Language
from generator.model.corpus.standing import Standing
from generator.model.corpus.state import superseded_by
from generator.model.edition.edition import Edition, Relation
from generator.model.kinds import KINDS
from generator.model.ledger.ledger import Ledger
from generator.model.ledger.queries import is_open, open_events, stopped_at, successor
from generator.targets.build.site_script import site_script
from generator.views.bulletin.document import bound_paper, document
from generator.views.catalogue.words import words
from generator.views.context.site_context import SiteContext
from generator.views.site.offline_addresses import kept_addresses
from generator.views.site.search_entries import search_entries
from tests.conftest import ROOT
from tests.exercise import BODIES, RECORDS, Desk, Files, plan, record_files, text_of, week
from tests.machine import Files as Machines
from tests.machine import recall
from tests.support import corpus_of, in_memory

EVENT, CONCERN = "SV-2026-0001", "BX-2026-0001"
CLOSED = "2026-12-10T08:00+07:00"
BEFORE, AFTER = "2026-12-10T07:59+07:00", CLOSED
EVENT_FILE = f"{RECORDS}/event/2026/{EVENT}.yml"


def closing(desk: Desk) -> Desk:
    """The same week, in which the event's end is announced nine days ahead."""
    body = str(desk.files[EVENT_FILE])
    desk.files[EVENT_FILE] = body.replace("level: complex", f"closed: {CLOSED}\nlevel: complex")
    desk.issue("BT-2026-0003")
    return desk


@pytest.fixture(scope="module")
def ending() -> Desk:
    desk = week()
    desk.files |= plan("BT-2026-0003", [EVENT])
    return closing(desk)


# ── an end that is written ahead ─────────────────────────────────────────────────────────────────


def test_an_event_whose_end_lies_ahead_is_open_everywhere(ending: Desk) -> None:
    ledger = ending.ledger(BEFORE)
    files, context = Machines(ledger), SiteContext(ledger, Language.VI)
    assert open_events(ledger) == (EVENT,)
    front = text_of(files.pages[""].body)
    assert f"Tiêu đề {EVENT}" in front and "Không có sự việc nào đang mở" not in front
    assert kept_addresses(context).index(f"events/{EVENT}/") < 10
    (listed,) = files.json("api/v1/in-force.json")["events"]
    assert (listed["id"], listed["closed"]) == (EVENT, "2026-12-10T08:00:00+07:00")
    assert f"UID:{EVENT}-next-update" in files.made["calendar.ics"].decode()
    first, _, _ = files.pages["areas/song-xanh/"].body.partition("</ul>")
    assert f"events/{EVENT}/" in first and "Đang có hiệu lực, đang mở" in first


def test_an_event_is_over_from_the_moment_of_its_end(ending: Desk) -> None:
    ledger = ending.ledger(AFTER)
    assert open_events(ledger) == ()
    assert "không có sự việc nào đang theo dõi" in text_of(Machines(ledger).pages[""].body)


def test_the_site_is_made_again_when_an_event_ends(ending: Desk) -> None:
    before, after = ending.ledger(BEFORE), ending.ledger(AFTER)
    window = datetime.fromisoformat(AFTER) - datetime.fromisoformat("2020-01-01T00:00+07:00")
    assert before.changes_at(window) == datetime.fromisoformat(CLOSED)
    stamps = [SiteContext(one, Language.VI).stamp(EVENT) for one in (before, after)]
    assert stamps[0] != stamps[1]


def test_an_end_ahead_is_told_by_a_badge_that_waits_for_it(ending: Desk) -> None:
    html = Machines(ending.ledger(BEFORE)).pages[f"events/{EVENT}/"].body
    assert re.search(r'data-due="2026-12-10T08:00:00\+07:00"[^>]*hidden[^>]*>Đã kết thúc<', html)


def test_a_concern_is_settled_on_its_day_and_not_before() -> None:
    files = record_files()
    path = f"{RECORDS}/concern/2026/{CONCERN}.yml"
    files[path] = str(files[path]).replace("settled: {on: 2026-11-30", "settled: {on: 2026-12-10")
    desk = Desk(files | plan("BT-2026-0001", [CONCERN]))
    desk.issue("BT-2026-0001")
    assert is_open(desk.ledger("2026-12-09T23:59+07:00"), CONCERN)
    # It is the tenth there, whatever the clock of the machine that builds says.
    assert not is_open(desk.ledger("2026-12-09T17:00+00:00"), CONCERN)


def test_a_retirement_ahead_ends_the_validity_in_pages_search_and_calendar_alike() -> None:
    files = record_files()
    path = f"{RECORDS}/message/2026/ND-2026-0001.yml"
    files[path] = str(files[path]) + "retired: {on: 2026-12-08, reason: Có bản mới.}\n"
    desk = Desk(files | plan("BT-2026-0001", ["ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    ledger = desk.ledger()
    (place,) = (
        p for p in search_entries(SiteContext(ledger, Language.VI)) if p.id == "ND-2026-0001"
    )
    assert place.until == "2026-12-08T00:00:00+07:00"
    made = Machines(ledger)
    assert 'data-until="2026-12-08T00:00:00+07:00"' in made.pages["messages/ND-2026-0001/"].body
    assert "DTSTART:20261207T170000Z" in made.made["calendar.ics"].decode()
    assert desk.ledger("2026-12-07T17:00+00:00").standing("ND-2026-0001") is Standing.WITHDRAWN


# ── differing, replaced, stopped ─────────────────────────────────────────────────────────────────

AGREED_WITH_POSITIONS = """about: [ND-2026-0001]
outcome: agreed
agreement: Cùng dùng một nội dung trên mọi kênh.
positions:
  - {unit: dan-van, opinion: Báo lịch thật sớm.}
  - {unit: tuyen-giao, opinion: Báo khi đã chắc giờ.}
"""


@pytest.mark.parametrize("kind", ["periodic", "quick"])
def test_an_agreed_matter_that_keeps_its_positions_is_no_difference(kind: str) -> None:
    files = record_files()
    path = f"{RECORDS}/consultation/2026/TD-2026-0002.yml"
    before = BODIES["consultation/2026/TD-2026-0002"]
    files[path] = str(files[path]).replace(before, AGREED_WITH_POSITIONS)
    desk = Desk(files | plan("BT-2026-0001", [EVENT, "ND-2026-0001", "TD-2026-0002"], kind))
    edition = desk.issue("BT-2026-0001")
    for made in (document(edition, Language.VI, None), bound_paper(edition, Language.VI, None)):
        told = {one.id: one.html for one in (*made.sections, *made.annex)}
        assert "TD-2026-0002" not in told.get("differing", "")
        assert "Báo lịch thật sớm." in told["consultations"]


def test_what_replaces_a_message_and_since_when_is_answered_once() -> None:
    files = record_files()
    newer = str(files[f"{RECORDS}/message/2026/ND-2026-0001.yml"])
    desk = Desk(files | plan("BT-2026-0001", ["ND-2026-0001", EVENT]))
    first = newer.replace("ND-2026-0001", "ND-2026-0002")
    desk.issue("BT-2026-0001")
    desk.files |= _plan_of(first, "BT-2026-0002", "ND-2026-0002")
    desk.issue("BT-2026-0002")
    desk.files |= _plan_of(f"{first}supersedes: ND-2026-0001\n", "BT-2026-0003", "ND-2026-0002")
    replacing = desk.issue("BT-2026-0003")
    ledger = desk.ledger()
    assert successor(ledger, "ND-2026-0001") == "ND-2026-0002"
    # Not since its successor was first issued, when that did not yet take its place.
    assert stopped_at(ledger, "ND-2026-0001") == replacing.issued_at
    recalled = desk.ledger("2026-12-02T08:00+07:00", recall("ND-2026-0002"))
    assert recalled.standing("ND-2026-0002") is Standing.RECALLED
    assert stopped_at(recalled, "ND-2026-0002") == recall("ND-2026-0002").at


def test_editors_and_readers_are_told_the_same_successor() -> None:
    """One issued with a bulletin that was withdrawn since, or only drafted, replaces nothing."""
    files = record_files()
    newer = str(files[f"{RECORDS}/message/2026/ND-2026-0001.yml"])
    desk = Desk(files | plan("BT-2026-0001", ["ND-2026-0001", EVENT]))
    second = newer.replace("ND-2026-0001", "ND-2026-0002")
    desk.issue("BT-2026-0001")
    desk.files |= _plan_of(second, "BT-2026-0002", "ND-2026-0002")
    desk.issue("BT-2026-0002")
    replacing = _plan_of(f"{second}supersedes: ND-2026-0001\n", "BT-2026-0002", "ND-2026-0002")
    desk.files |= replacing
    assert told_successors(desk) == ({}, {})
    desk.issue("BT-2026-0002", Relation.UPDATE, "Thay cho nội dung trước.")
    assert told_successors(desk) == ({"ND-2026-0001": "ND-2026-0002"},) * 2
    desk.issue("BT-2026-0002", Relation.WITHDRAWAL, "Bản tin này sai.")
    assert told_successors(desk) == ({}, {})


def told_successors(desk: Desk) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """As the corpus of the editors has it, and as the ledger of the readers has it."""
    now = datetime.fromisoformat("2026-12-02T08:00+07:00")
    return superseded_by(corpus_of(in_memory(desk.files, now))), desk.ledger().superseded_by


def _plan_of(message: str, bulletin: str, record_id: str) -> Files:
    path = f"{RECORDS}/message/2026/{record_id}.yml"
    return {path: message, **plan(bulletin, [record_id])}


# ── one table for pages, search and scripts ──────────────────────────────────────────────────────


def standings() -> Iterator[Ledger]:
    """The week at moments and with recalls that bring every standing of its message."""
    desk = week()
    for moment in ("2026-12-01T07:00+07:00", "2026-12-02T08:00+07:00", "2026-12-21T08:00+07:00"):
        if desk.ledger(moment).issued:
            yield desk.ledger(moment)
    yield desk.ledger("2026-12-02T08:00+07:00", recall())


def test_search_api_and_pages_say_the_same_of_every_record() -> None:
    for ledger in standings():
        made, context = Machines(ledger), SiteContext(ledger, Language.VI)
        found = {place.id: place for place in search_entries(context) if place.id in ledger.issued}
        for record_id in ledger.issued:
            standing, place = ledger.standing(record_id), found[record_id]
            state = made.record(record_id)["standing"]["state"]
            assert (state == "offered") == (ledger.stop(record_id) is None)
            assert place.standing == ("" if standing.is_timed or standing.applies_now else standing)


def test_scripts_are_told_what_every_standing_means() -> None:
    script = site_script(week().ledger(), Language.VI).make().content.decode()
    told = orjson.loads(script[script.index("(") + 1 : script.rindex(")")])["standings"]
    assert {one: told[one]["usable"] for one in told} == {one: one.is_usable for one in Standing}
    for standing in set(Standing) - {Standing.ISSUED}:
        for language in Language:
            said = words(language, "search")[standing.value]
            assert said.lower() == standing.label.to(language)


# ── nobody judges beside the model ───────────────────────────────────────────────────────────────

JUDGING = ROOT / "generator" / "model"
ELSEWHERE = [
    path
    for path in sorted((ROOT / "generator").rglob("*.py"))
    # The guard and the reading aloud know other short words that look like ours.
    if not path.is_relative_to(JUDGING) and path.parts[-2] not in ("guard", "speech")
]
PREFIXES = {kind.prefix for kind in KINDS}
# An id in a regular expression names its kind too.
_PATTERN = re.compile(rf"\b(?:{'|'.join(sorted(PREFIXES))})-\\d")
# Keys of frozen records from which something was once concluded beside the model.
JUDGED_KEYS = {"closed", "settled", "retired", "valid", "nature", "verification", "supersedes"}


def own_judgements(code: str) -> list[str]:
    """What looks like an answer of one's own: `"closed" in …`, a tuple of standings, "SV"."""
    return list(filter(None, map(_judges, ast.walk(ast.parse(code)))))


def _judges(node: ast.AST) -> str:
    match node:
        case ast.Compare(left=ast.Constant(value=str(key)), ops=[ast.In() | ast.NotIn()]):
            return f"{key} in …" if key in JUDGED_KEYS else ""
        case ast.Compare(comparators=[ast.Attribute(ast.Name(id="Relation"), attr=name)]):
            return "" if name == "NEW" else f"relation is {name}"
        case ast.Tuple(elts=elements) | ast.Set(elts=elements) | ast.List(elts=elements):
            return "a group of standings" if sum(map(_is_standing, elements)) > 1 else ""
        case ast.Constant(value=str(text)) if text in PREFIXES or _PATTERN.search(text):
            return f"a prefix: {text}"
        case ast.Call(func=ast.Attribute(attr="startswith"), args=[ast.Attribute(attr="prefix")]):
            return "a prefix"
        case _:
            return ""


def _is_standing(node: ast.expr) -> bool:
    match node:
        case ast.Attribute(ast.Name(id="Standing")):
            return True
        case _:
            return False


@pytest.mark.parametrize("path", ELSEWHERE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nobody_judges_beside_the_model(path: Path) -> None:
    assert own_judgements(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "code",
    [
        'is_open = "closed" not in content',
        "over = edition.relation is Relation.WITHDRAWAL",
        "used = standing in (Standing.COMING, Standing.IN_FORCE)",
        'ids = ledger.of("ND")',
        r'name = re.compile(r"BT-\d{4}")',
        "is_event = record_id.startswith(Event.prefix)",
    ],
)
def test_a_judgement_beside_the_model_is_seen(code: str) -> None:
    assert own_judgements(code)


def test_an_edition_says_itself_what_it_is(ending: Desk) -> None:
    edition: Edition = ending.editions[-1]
    assert (edition.is_withdrawal, edition.is_periodic, edition.is_quick) == (False, True, False)
    assert edition.day.isoformat() == "2026-12-01"
