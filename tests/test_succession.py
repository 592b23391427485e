"""Units that end: what check asks of editors, what readers are told, what an edition carries."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import orjson
import pytest

from generator.base.text import Language
from generator.editions.fold import fold_editions
from generator.editions.verify import verify_editions
from generator.model.corpus.state import Desk as DeskState
from generator.model.desk.desk_state import desk_state
from generator.model.edition.edition import Edition, body_digest, file_bytes
from generator.model.ledger.frozen_directory import Roll
from generator.model.ledger.ledger import Ledger
from generator.model.registry.registry import Unit
from generator.pipeline import Compilation, compile_content
from generator.views.context.site_context import SiteContext
from generator.views.message.announcement import announcement
from generator.views.message.event_questions import questions_of
from generator.views.message.handout import handout_of
from generator.views.message.questions_sheet import questions_sheet
from tests.exercise import Desk, Files, plan, record_files, text_of
from tests.machine import Files as Machines
from tests.support import REGISTRY, approval, in_memory
from tests.test_ahead import codes_of

UNITS, PROGRAMME = "content/registry/units.yml", "content/registry/programme.yml"
AREAS = "content/registry/areas.yml"
MESSAGE, EVENT, BULLETIN = "ND-2026-0001", "SV-2026-0001", "BT-2026-0001"
BEFORE, AFTER = "2026-12-05T23:59+07:00", "2026-12-06T00:00+07:00"
BODY, OFFICE = "Ban Xây dựng Đảng", "Trực ban Đảng ủy"
NEW = f"""  - id: xdd
    name: {BODY}
    kind: party_body
    contact: {{title: {OFFICE}, email: truc-ban.xdd@example.vn}}
    valid: {{from: 2026-12-06}}
    offices: [{{id: truong-ban, title: Trưởng ban}}]
"""


def ending(unit: str, until: str = "2026-12-05", successor: str = "xdd") -> str:
    """The units' file, where one unit ends and another may follow it."""
    heir = f"\n    successor: {successor}" if successor else ""
    head = f"  - id: {unit}\n"
    lines = f"{head}    valid: {{until: {until}}}{heir}\n"
    return REGISTRY[UNITS].replace(head, lines) + NEW


def programme(parties: str) -> str:
    return REGISTRY[PROGRAMME].replace("[tuyen-giao, dan-van]", parties)


def found(files: Mapping[str, str | bytes], moment: str) -> Compilation:
    return compile_content(in_memory(files, datetime.fromisoformat(moment)))


def sentences(compilation: Compilation, code: str) -> list[str]:
    """What is wrong and how to mend it, of each finding of a code."""
    diagnostics = (finding.diagnostic for finding in compilation.findings)
    return [
        f"{d.message(Language.VI)} {d.fix(Language.VI)}"
        for d in diagnostics
        if d.problem.code == code
    ]


# ── the parties of a day ─────────────────────────────────────────────────────────────────────

DATED = "[{unit: tuyen-giao, until: 2026-12-05}, dan-van, {unit: ubnd, from: 2026-12-06}]"


@pytest.mark.parametrize(
    ("moment", "parties"),
    [(BEFORE, ("tuyen-giao", "dan-van")), (AFTER, ("dan-van", "ubnd"))],
)
def test_the_parties_change_at_midnight_where_the_programme_is(
    moment: str, parties: tuple[str, ...]
) -> None:
    corpus = found({PROGRAMME: programme(DATED)}, moment).corpus
    assert corpus is not None
    assert corpus.parties == parties


def test_an_edition_freezes_the_plain_list_of_its_day() -> None:
    desk = Desk(record_files() | plan(BULLETIN, [MESSAGE]) | {PROGRAMME: programme(DATED)})
    edition = desk.issue(BULLETIN)
    assert edition.registry["programme"]["parties"] == ["tuyen-giao", "dan-van"]


def test_a_message_in_force_stays_issued_when_the_parties_change() -> None:
    desk = Desk(record_files() | plan(BULLETIN, [MESSAGE]) | {PROGRAMME: programme(DATED)})
    desk.issue(BULLETIN)
    compilation = found(desk.files, AFTER)
    assert compilation.corpus is not None
    assert desk_state(compilation.corpus, MESSAGE, ()) is DeskState.ISSUED
    assert not [s for s in sentences(compilation, "BT401") if MESSAGE in s]


@pytest.mark.parametrize("parties", ["[tuyen-giao]", "[tuyen-giao, tuyen-giao]", "[]"])
def test_a_programme_of_fewer_than_two_parties_is_an_error(parties: str) -> None:
    assert len(sentences(found({PROGRAMME: programme(parties)}, BEFORE), "BT204")) == 1


def test_the_mend_of_a_party_that_has_ended_works() -> None:
    files = {UNITS: ending("dan-van")}
    (said,) = sentences(found(files, AFTER), "BT204")
    new, old = "{unit: xdd, from: 2026-12-06}", "{unit: dan-van, until: 2026-12-05}"
    assert new in said and old in said
    mended = {**files, PROGRAMME: programme(f"[tuyen-giao, {old}, {new}]")}
    assert sentences(found(mended, AFTER), "BT204") == []
    assert sentences(found(mended, BEFORE), "BT204") == []


TALK = "content/records/consultation/2026/TD-2026-0002.yml"


def talk_files(more: str) -> Files:
    """A matter of November between tuyen-giao and dan-van; ubnd takes the place of tuyen-giao."""
    meeting = """important: true
meeting:
  on: 2026-11-29
  chaired_by: dan-van
  attended: [{unit: dan-van, office: truong-ban}, {unit: tuyen-giao, office: truong-ban}]
"""
    files = record_files() | {PROGRAMME: programme(DATED)}
    text = str(files[TALK]).partition("outcome:")[0]
    return {**files, TALK: f"{text}{meeting}{more}"}


def test_a_settled_matter_is_judged_by_the_parties_of_its_meeting() -> None:
    compilation = found(talk_files("outcome: agreed\nagreement: Cùng một nội dung.\n"), AFTER)
    assert not {"BT407", "BT408"} & codes_of(compilation, "TD-2026-0002")


def test_an_open_matter_is_one_of_the_parties_of_today() -> None:
    positions = """outcome: differing
positions:
  - {unit: dan-van, opinion: Báo lịch thật sớm., reasons: Dân cần chuẩn bị.}
  - {unit: tuyen-giao, opinion: Báo khi đã chắc giờ., reasons: Đổi giờ mất lòng tin.}
"""
    (before, after) = (found(talk_files(positions), moment) for moment in (BEFORE, AFTER))
    assert "BT408" not in codes_of(before, "TD-2026-0002")
    assert [s for s in sentences(after, "BT408") if "UBND phường" in s]


@pytest.mark.parametrize(
    ("signed_at", "code"),
    [("2026-12-05T20:00+07:00", ""), ("2026-12-06T08:00+07:00", "BT404")],
)
def test_a_former_party_has_signed_only_what_it_signed_while_it_was_one(
    signed_at: str, code: str
) -> None:
    files = record_files() | {PROGRAMME: programme(DATED)}
    corpus = found(files, signed_at).corpus
    assert corpus is not None
    signed = found({**files, **approval(corpus, MESSAGE, "tuyen-giao")}, "2026-12-07T08:00+07:00")
    assert ("BT404" in codes_of(signed, MESSAGE)) is bool(code)


# ── a contact that ends ──────────────────────────────────────────────────────────────────────


def message_files(contact: str = "dan-van", until: str = "2026-12-20T08:00+07:00") -> Files:
    files = record_files() | {UNITS: ending("dan-van")}
    path = f"content/records/message/2026/{MESSAGE}.yml"
    text = str(files[path]).replace("contact: dan-van", f"contact: {contact}")
    return {**files, path: text.replace("2026-12-20T08:00+07:00", until)}


def contact_findings(files: Files, moment: str) -> list[str]:
    return [s for s in sentences(found(files, moment), "BT208") if "nội dung này" in s]


def test_before_the_end_the_mend_is_to_end_the_message_too() -> None:
    (said,) = contact_findings(message_files(), BEFORE)
    assert "hết ngày 05/12/2026" in said and "contact: xdd" in said
    assert contact_findings(message_files(until="2026-12-05T20:00+07:00"), BEFORE) == []


def test_after_the_end_the_mend_is_the_successor_although_it_is_younger_than_the_message() -> None:
    (said,) = contact_findings(message_files(), AFTER)
    assert f"ghi “contact: xdd” (“{BODY}”)" in said
    mended = found(message_files("xdd"), AFTER)
    assert not {"BT204", "BT208"} & codes_of(mended, MESSAGE)


def test_a_message_that_is_over_may_name_a_unit_that_is_gone() -> None:
    assert contact_findings(message_files(), "2027-01-10T08:00+07:00") == []


def with_address(files: Files) -> Files:
    """The message with a short text that gives the address of dan-van."""
    path = f"content/records/message/2026/{MESSAGE}.yml"
    text = str(files[path])
    short = "{text: Tin ngắn về nước máy của phường."
    assert short in text
    return {**files, path: text.replace(short, f"{short} Hỏi truc-ban.dan-van@example.vn.")}


def test_a_text_that_gives_the_address_of_a_unit_that_ends_is_found() -> None:
    (said,) = contact_findings(with_address(message_files("ubnd")), AFTER)
    assert "bỏ số điện thoại, địa chỉ" in said and "xdd" in said
    assert contact_findings(message_files("ubnd"), AFTER) == []


# ── what readers are told ────────────────────────────────────────────────────────────────────


def ledger_of(moment: str, *, successor: str = "xdd", known: bool = True) -> Ledger:
    """The message and its event were issued on 1 December; dan-van ends on the fifth.

    When it is not `known`, only the registry says so, after the issue.
    """
    units = ending("dan-van", successor=successor)
    files = record_files() | ({UNITS: units} if known else {})
    path = f"content/records/message/2026/{MESSAGE}.yml"
    files[path] = str(files[path]).partition("short_text:")[0]  # so that they are composed
    desk = Desk(files | plan(BULLETIN, [EVENT, MESSAGE]))
    desk.issue(BULLETIN)
    corpus = found({UNITS: units}, moment).corpus
    assert corpus is not None
    roll = Roll(tuple(corpus.registry.units.values()), ())
    return fold_editions(desk.editions, {}, datetime.fromisoformat(moment), roll)


def told(ledger: Ledger) -> dict[str, str]:
    """By place, everything that tells a reader whom to ask."""
    context, machines = SiteContext(ledger, Language.VI), Machines(ledger)
    handout = handout_of(context, MESSAGE)
    pages = {
        a: text_of(machines.pages[a].body)
        for a in ("", f"messages/{MESSAGE}/", f"events/{EVENT}/", f"bulletins/{BULLETIN}/")
    }
    return {
        **pages,
        "texts": announcement(handout).text,
        "card": str(handout.contact),
        "questions": str(questions_sheet(questions_of(context, EVENT))),
        "record": str(machines.record(MESSAGE)["names"]),
        "list": str(machines.json("api/v1/in-force.json")["messages"]),
    }


def test_everywhere_readers_are_sent_to_the_successor_from_the_day_after_the_end() -> None:
    before, after = (told(ledger_of(moment)) for moment in (BEFORE, AFTER))
    assert [place for place, text in before.items() if "Ban Dân vận" not in text] == []
    assert not [place for place, text in before.items() if BODY in text or OFFICE in text]
    assert [place for place, text in after.items() if BODY not in text and OFFICE not in text] == []
    assert not [place for place, text in after.items() if "truc-ban.dan-van@" in text]


LEADING = ("Ban Tuyên giáo", "truc-ban.tuyen-giao@")


def test_an_end_that_only_the_registry_tells_counts_but_no_word_about_who_follows() -> None:
    """No party has agreed to that name and that address; the leading party answers until then."""
    after = told(ledger_of(AFTER, known=False))
    words = (BODY, OFFICE, "truc-ban.dan-van@", "truc-ban.xdd@")
    assert [(place, word) for place, text in after.items() for word in words if word in text] == []
    asked = [place for place, text in after.items() if any(word in text for word in LEADING)]
    assert asked == [*after]
    said = "Ban Dân vận (đã ngừng hoạt động, nay hỏi Ban Tuyên giáo)"
    assert said in after[f"messages/{MESSAGE}/"] and said in after["card"]


def test_who_follows_is_told_once_an_edition_holds_it() -> None:
    """The next edition does, also one that names neither of the two."""
    desk = Desk(record_files() | plan(BULLETIN, [MESSAGE]))
    desk.issue(BULLETIN)
    desk.files[UNITS] = ending("dan-van")
    unknown = answers(desk, AFTER)
    desk.change("TT-2026-0001", "21 mẫu", "12 mẫu")
    desk.files |= plan("BT-2026-0002", ["TT-2026-0001"])
    desk.issue("BT-2026-0002")
    assert (unknown, answers(desk, AFTER)) == ("tuyen-giao", "xdd")
    desk.files[UNITS] = text_with(desk.files[UNITS], f"name: {BODY}", "name: Ban giả mạo")
    answer = on_roll(desk, AFTER).directory.answer("dan-van")
    assert answer is not None and answer.unit is not None and answer.unit.name == BODY


def test_a_unit_that_editions_hold_may_follow_as_soon_as_the_registry_says_so() -> None:
    desk = Desk(record_files() | plan(BULLETIN, [MESSAGE]))
    desk.change(MESSAGE, "contact: dan-van", "contact: ubnd")
    desk.issue(BULLETIN)
    desk.files[UNITS] = ending("ubnd", successor="dan-van")
    answer = on_roll(desk, AFTER).directory.answer("ubnd")
    assert answer is not None and answer.is_heir
    assert answers(desk, AFTER, "ubnd") == "dan-van"


def test_when_no_party_is_left_readers_are_told_the_end_and_nothing_else() -> None:
    desk = Desk(record_files() | plan(BULLETIN, [MESSAGE]))
    desk.issue(BULLETIN)
    over = "    valid: {until: 2026-12-05}\n    successor: xdd\n"
    head = "  - id: tuyen-giao\n"
    desk.files[UNITS] = text_with(ending("dan-van"), head, head + over)
    after = told_of_message(on_roll(desk, AFTER))
    assert "Ban Dân vận (đơn vị này đã ngừng hoạt động)" in after
    assert BODY not in after and OFFICE not in after


@pytest.mark.parametrize("until", ["2026-12-31", "2030-01-01", "null"])
def test_an_end_that_an_edition_holds_is_not_moved_on_by_the_registry_alone(until: str) -> None:
    desk = Desk(record_files() | {UNITS: ending("dan-van")} | plan(BULLETIN, [MESSAGE]))
    desk.issue(BULLETIN)
    desk.files[UNITS] = ending("dan-van", until=until, successor="ubnd")
    assert answers(desk, AFTER) == "xdd"
    desk.files[UNITS] = ending("dan-van", until="2026-12-03")
    assert answers(desk, "2026-12-04T08:00+07:00") == "tuyen-giao", "xdd begins on the sixth"


def test_the_name_of_an_area_that_follows_is_told_once_an_edition_holds_it() -> None:
    desk = Desk(record_files() | plan(BULLETIN, [MESSAGE]))
    desk.issue(BULLETIN)
    name, old = "Phường Giả Mạo", "name: Phường Sông Xanh, parent: ha-dong}"
    over = old.replace("}", ", valid: {until: 2026-12-05}, successor: moi}")
    text = text_with(REGISTRY[AREAS], old, over)
    desk.files[AREAS] = f"{text}  - {{id: moi, name: {name}, parent: ha-dong}}\n"
    before, page = on_roll(desk, AFTER), f"messages/{MESSAGE}/"
    assert before.directory.areas["song-xanh"].valid.until is not None
    assert name not in Machines(before).pages[page].body
    desk.change("TT-2026-0001", "21 mẫu", "12 mẫu")
    desk.files |= plan("BT-2026-0002", ["TT-2026-0001"])
    desk.issue("BT-2026-0002")
    assert f"Phường Sông Xanh (nay là {name})" in told_of_message(on_roll(desk, AFTER))


def on_roll(desk: Desk, moment: str) -> Ledger:
    """The ledger of what the desk has issued, with the registry as it stands."""
    at = datetime.fromisoformat(moment)
    corpus = compile_content(in_memory(desk.files, at)).corpus
    assert corpus is not None
    units, areas = corpus.registry.units.values(), corpus.registry.areas.values()
    return fold_editions(desk.editions, {}, at, Roll(tuple(units), tuple(areas)))


def answers(desk: Desk, moment: str, unit: str = "dan-van") -> str:
    return on_roll(desk, moment).directory.acting(unit)


def told_of_message(ledger: Ledger) -> str:
    return text_of(Machines(ledger).pages[f"messages/{MESSAGE}/"].body)


def text_with(text: str | bytes, before: str, after: str) -> str:
    assert isinstance(text, str) and before in text, before
    return text.replace(before, after)


def test_a_written_text_that_gives_a_dead_address_is_not_read_out_any_more() -> None:
    files = record_files() | {UNITS: ending("dan-van")}
    desk = Desk(with_address(files) | plan(BULLETIN, [MESSAGE]))
    desk.issue(BULLETIN)
    before, after = (
        announcement(handout_of(SiteContext(desk.ledger(moment), Language.VI), MESSAGE)).text
        for moment in (BEFORE, AFTER)
    )
    assert "truc-ban.dan-van@" in before
    assert "truc-ban.dan-van@" not in after and OFFICE in after


def test_no_card_list_or_sheet_tells_a_sentence_that_gives_a_dead_address() -> None:
    files = record_files() | {UNITS: ending("dan-van")}
    path = f"content/records/message/2026/{MESSAGE}.yml"
    gone = "Hỏi truc-ban.dan-van@example.vn."
    first, answer = "{text: Nước đạt quy chuẩn và dùng được.,", "answer: Nấu ăn được như thường."
    text = str(files[path])
    assert first in text and answer in text
    kept = "{text: Nên mở vòi xả trước khi dùng., because: [VB-2024-0001]}"
    text = text.replace(first, f"{kept}\n  - {{text: {gone},").replace(answer, f"answer: {gone}")
    desk = Desk({**files, path: text} | plan(BULLETIN, [EVENT, MESSAGE]))
    desk.issue(BULLETIN)
    before, after = (told(desk.ledger(moment)) for moment in (BEFORE, AFTER))
    for place in ("", "questions", "list"):
        assert gone in before[place] and "mở vòi xả" in after[place]
        assert gone not in after[place]


def test_without_a_successor_the_leading_party_answers() -> None:
    after = told(ledger_of(AFTER, successor=""))
    said = "Ban Dân vận (đã ngừng hoạt động, nay hỏi Ban Tuyên giáo)"
    assert said in after[f"messages/{MESSAGE}/"] and said in after["card"]
    assert "truc-ban.tuyen-giao@" in after["card"]


def test_the_ledger_knows_when_a_unit_will_have_ended() -> None:
    ledger = ledger_of("2026-12-05T20:00+07:00")
    assert ledger.changes_at(timedelta(days=300)) == datetime.fromisoformat(AFTER)


def test_a_unit_that_ends_in_the_future_has_not_ended() -> None:
    answer = ledger_of(BEFORE).directory.answer("dan-van")
    assert answer is not None and answer.is_own


# ── what an edition carries ──────────────────────────────────────────────────────────────────


def test_an_edition_that_no_longer_names_a_unit_tells_of_its_end() -> None:
    desk = Desk(record_files() | plan(BULLETIN, [MESSAGE]))
    desk.change(MESSAGE, "contact: dan-van", "contact: ubnd")
    desk.issue(BULLETIN)
    desk.files[UNITS] = ending("ubnd", until="2026-11-30")
    desk.change("TT-2026-0001", "21 mẫu", "12 mẫu")
    desk.files |= plan("BT-2026-0002", ["TT-2026-0001"])
    second = desk.issue("BT-2026-0002")
    units = {unit["id"]: Unit.model_validate(unit) for unit in second.entries("units")}
    assert str(units["ubnd"].valid.until) == "2026-11-30"
    assert [unit["id"] for unit in second.succession["units"]] == ["ubnd"]
    assert "xdd" in [unit["id"] for unit in second.registry["units"]], "new, so it is approved"
    assert units["xdd"].name == BODY
    assert verify_editions(in_memory(desk.files)).problems == ()
    assert _told_of(desk, second, {**second.succession["units"][0], "name": "Ủy ban khác"})


@pytest.mark.parametrize("valid", [{}, {"until": "2030-01-01"}])
def test_an_end_that_readers_know_is_not_taken_back_without_approval(valid: dict[str, str]) -> None:
    desk = Desk(record_files() | plan(BULLETIN, [MESSAGE]))
    desk.change(MESSAGE, "contact: dan-van", "contact: ubnd")
    desk.issue(BULLETIN)
    for number, until in ((2, "2026-11-30"), (3, "2026-12-31")):
        desk.files[UNITS] = ending("ubnd", until=until)
        desk.change("TT-2026-0001", f"{10 * number + 1} mẫu", f"{10 * number + 11} mẫu")
        desk.files |= plan(f"BT-2026-000{number}", ["TT-2026-0001"])
        edition = desk.issue(f"BT-2026-000{number}")
    assert not edition.succession, "another end waits until an edition names the unit"
    ended = orjson.loads(desk.files["content/editions/BT-2026-0002/v1.json"])["succession"]
    assert not _told_of(desk, edition, ended["units"][0])
    assert _told_of(desk, edition, {**ended["units"][0], "valid": valid})


def _told_of(desk: Desk, edition: Edition, unit: Mapping[str, Any]) -> bool:
    """Whether an edition is found that says this of an ended unit."""
    body = orjson.loads(desk.files[edition.path])
    body["succession"] = {"units": [unit]}
    body["digest"] = body_digest(body)
    forged = desk.files | {edition.path: file_bytes(body)}
    found = [p.sentence.en for p in verify_editions(in_memory(forged)).problems]
    return any("ubnd differs from earlier editions" in sentence for sentence in found)
