"""When the parties differ: how far the matter is, what is held back, what a conclusion releases."""

import json
import re
from collections.abc import Iterator

import pytest

from generator.base.text import Language
from generator.model.corpus.matter import MatterState, matter_state
from generator.model.corpus.standing import Standing
from generator.model.edition.edition import Relation
from generator.views.bulletin.bulletin_print import bulletin_job
from generator.views.bulletin.document import document
from generator.views.context.page import Page
from generator.views.site.all_pages import plan_site
from tests.exercise import RECORDS, Desk, Files, plan, record_files, text_of
from tests.prints import print_once
from tests.sites import BEFORE_THE_CONCLUSION, repository, site_of
from tests.support import REGISTRY, corpus_of, in_memory
from tests.test_pdf import folded, texts_of
from tests.test_pdf import text_of as text_of_pdf

VI = Language.VI
TALK = f"{RECORDS}/consultation/2026/TD-2026-0001.yml"
HEAD = """id: {id}
title: Cách nói về kết quả kiểm nghiệm
unit: dan-van
created: 2026-11-28
areas: [song-xanh]
topic: moi-truong
event: SV-2026-0001
about: [ND-2026-0001]
"""
MEETING = """meeting:
  on: 2026-11-29
  chaired_by: dan-van
  attended: [{unit: dan-van, office: truong-ban}, {unit: tuyen-giao, office: truong-ban}]
"""
ONE = "  - {unit: dan-van, opinion: Nói ngay kết quả đã có., reasons: Dân đang chờ.}\n"
BOTH = ONE + "  - {unit: tuyen-giao, opinion: Chờ đủ kết quả., reasons: Nói một lần cho chắc.}\n"
REFERRAL = "referral: {to: btv, on: 2026-11-30, reference: Tờ trình số hai}\n"
DIFFERING = f"{MEETING}outcome: differing\npositions:\n{BOTH}{REFERRAL}"


def conclusion(decision: str, on: str = "2026-12-01", by: str = "btv") -> str:
    given = f"by: {by}, on: {on}, reference: Thông báo số chín, text: Nói kết quả đã có."
    return f"conclusion: {{{given}, decision: {decision}}}\n"


def talk(body: str, number: int = 1, created: str = "2026-11-28") -> Files:
    head = HEAD.format(id=f"TD-2026-000{number}").replace("2026-11-28", created)
    return {TALK.replace("0001", f"000{number}"): head + body}


# ── how far a matter is ──────────────────────────────────────────────────────────────────────

STATES = {
    "": (MatterState.RAISED, "2026-11-28", "dan-van"),
    MEETING: (MatterState.MET, "2026-11-29", "dan-van"),
    f"{MEETING}outcome: agreed\nagreement: Cùng nói.\n": (MatterState.AGREED, "2026-11-29", ""),
    f"{MEETING}outcome: differing\npositions:\n{ONE}": (
        MatterState.INCOMPLETE,
        "2026-11-29",
        "tuyen-giao",
    ),
    f"positions:\n{BOTH}": (MatterState.TO_REFER, "2026-11-28", "dan-van"),
    DIFFERING: (MatterState.REFERRED, "2026-11-30", "btv"),
    DIFFERING + conclusion("as_proposed"): (MatterState.AS_PROPOSED, "2026-12-01", ""),
    DIFFERING + conclusion("directed"): (MatterState.DIRECTED, "2026-12-01", ""),
    DIFFERING + conclusion("verify_further"): (MatterState.VERIFYING, "2026-12-01", "dan-van"),
    DIFFERING + conclusion("directed", by="tuyen-giao"): (
        MatterState.REFERRED,
        "2026-11-30",
        "btv",
    ),
    DIFFERING + conclusion("directed", on="2026-12-02"): (
        MatterState.REFERRED,
        "2026-11-30",
        "btv",
    ),
    f"{DIFFERING}retired: {{on: 2026-11-30, reason: Viết trùng}}\n": (
        MatterState.RETIRED,
        "2026-11-30",
        "",
    ),
}


@pytest.mark.parametrize("body", STATES, ids=lambda body: str(STATES[body][0]))
def test_the_state_of_a_matter_follows_from_its_record(body: str) -> None:
    matter = matter_state(corpus_of(in_memory(talk(body))), "TD-2026-0001")
    assert (matter.state, str(matter.since), ", ".join(matter.waits_for)) == STATES[body]


def test_a_matter_to_be_verified_is_settled_only_by_a_later_one_about_all_of_it() -> None:
    verifying = talk(DIFFERING + conclusion("verify_further", "2026-11-30"))
    agreed = "outcome: agreed\nagreement: Cùng nói.\n"

    def state(later: Files) -> MatterState:
        return matter_state(corpus_of(in_memory({**verifying, **later})), "TD-2026-0001").state

    assert state(talk(agreed, 2, "2026-11-30")) is MatterState.CONTINUED
    assert state(talk(agreed, 2, "2026-11-29")) is MatterState.VERIFYING
    assert state(talk(DIFFERING, 2, "2026-11-30")) is MatterState.VERIFYING
    other: Files = {
        path: str(text).replace("ND-2026-0001", "ND-2026-0009")
        for path, text in talk(agreed, 2, "2026-11-30").items()
    }
    assert state(other) is MatterState.VERIFYING


# ── what readers are told ────────────────────────────────────────────────────────────────────


def pages_of(desk: Desk, moment: str = "2026-12-03T08:00+07:00") -> dict[str, Page]:
    return {planned.address: planned.make() for planned in plan_site(desk.ledger(moment), VI)}


def disputed(event: str = "event: SV-2026-0001\n") -> Desk:
    """A message was issued; then a bulletin prints that the parties differ about it."""
    files: Files = {k: v for k, v in record_files().items() if "/consultation/" not in k}
    desk = Desk({**files, **plan("BT-2026-0001", ["SV-2026-0001", "ND-2026-0001"])})
    desk.issue("BT-2026-0001")
    desk.files |= talk(DIFFERING)
    desk.change("TD-2026-0001", "event: SV-2026-0001\n", event)
    desk.files |= plan("BT-2026-0002", ["SV-2026-0001", "TD-2026-0001"], "quick")
    desk.issue("BT-2026-0002")
    return desk


def concluded(desk: Desk, decision: str, include: list[str]) -> Desk:
    desk.files[TALK] = str(desk.files[TALK]) + conclusion(decision)
    desk.files |= plan("BT-2026-0003", include, "quick")
    desk.issue("BT-2026-0003")
    return desk


def test_a_message_in_dispute_is_no_longer_in_force_and_says_why_and_since_when() -> None:
    desk = disputed()
    assert desk.ledger().standing("ND-2026-0001") is Standing.HELD
    pages = pages_of(desk)
    shown = text_of(pages["messages/ND-2026-0001/"].body)
    why = "đã trình, chờ kết luận, từ ngày 30/11/2026; chờ Ban Thường vụ"
    assert f"Đang tạm giữ: {why}. Không dùng nội dung này." in shown
    assert 'href="../../consultations/TD-2026-0001/"' in pages["messages/ND-2026-0001/"].body
    event = text_of(pages["events/SV-2026-0001/"].body)
    assert f"ND-2026-0001 đang tạm giữ, chưa được dùng: {why}." in event
    assert "Nước đạt quy chuẩn và dùng được." not in text_of(pages[""].body)
    assert "Nấu ăn được như thường." not in event


@pytest.mark.parametrize(
    ("decision", "printed", "standing"),
    [
        ("as_proposed", ["TD-2026-0001"], Standing.IN_FORCE),
        ("directed", ["TD-2026-0001"], Standing.HELD),
        ("directed", ["TD-2026-0001", "ND-2026-0001"], Standing.IN_FORCE),
        ("verify_further", ["TD-2026-0001"], Standing.HELD),
    ],
)
def test_a_conclusion_releases_what_it_leaves_as_it_was(
    decision: str, printed: list[str], standing: Standing
) -> None:
    desk = concluded(disputed(), decision, printed)
    assert desk.ledger().standing("ND-2026-0001") is standing
    shown = text_of(pages_of(desk)["messages/ND-2026-0001/"].body)
    assert ("Được dùng theo TD-2026-0001" in shown) is (standing is Standing.IN_FORCE)


def test_a_message_issued_anew_after_the_direction_is_released() -> None:
    desk = concluded(disputed(), "directed", ["TD-2026-0001"])
    desk.change("ND-2026-0001", "dùng được.", "dùng được ngay.")
    desk.issue("BT-2026-0001", Relation.UPDATE, "Viết lại theo kết luận.")
    assert desk.ledger().standing("ND-2026-0001") is Standing.IN_FORCE
    talk_page = text_of(pages_of(desk)["consultations/TD-2026-0001/"].body)
    assert "Được dùng theo kết quả này ND-2026-0001" in talk_page


def test_a_message_that_replaces_the_disputed_one_is_named_on_both_pages() -> None:
    desk = concluded(disputed(), "directed", ["TD-2026-0001"])
    path = f"{RECORDS}/message/2026/ND-2026-0001.yml"
    newer = str(desk.files[path]).replace("ND-2026-0001", "ND-2026-0002")
    desk.files[path.replace("0001", "0002")] = newer + "supersedes: ND-2026-0001\n"
    desk.files |= plan("BT-2026-0004", ["ND-2026-0002"])
    desk.issue("BT-2026-0004")
    pages = pages_of(desk)
    assert "Đã được thay bằng ND-2026-0002" in text_of(pages["consultations/TD-2026-0001/"].body)
    assert desk.ledger().standing("ND-2026-0001") is Standing.SUPERSEDED
    assert "messages/ND-2026-0002/" in pages["messages/ND-2026-0001/"].body


def test_what_rests_on_a_disputed_fact_is_held_too() -> None:
    desk = disputed()
    desk.change("TD-2026-0001", "about: [ND-2026-0001]", "about: [TT-2026-0001]")
    desk.issue("BT-2026-0002", Relation.CORRECTION, "Việc này là về thông tin, không phải câu chữ.")
    ledger = desk.ledger()
    assert ledger.held == {"TT-2026-0001": "TD-2026-0001", "ND-2026-0001": "TD-2026-0001"}
    assert ledger.standing("TT-2026-0001") is Standing.HELD


def test_pages_follow_every_step_of_a_matter_through_their_keys() -> None:
    """The event's page too, when only the message says that it belongs to the event."""
    first, second = disputed(event=""), disputed(event="")
    concluded(second, "verify_further", ["TD-2026-0001"])
    before, after = ({p.address: p for p in plan_site(d.ledger(), VI)} for d in (first, second))
    changed = {a for a in before if before[a].make().body != after[a].make().body}
    assert {"events/SV-2026-0001/", "messages/ND-2026-0001/"} <= changed
    assert not [address for address in changed if before[address].key == after[address].key]


# ── positions ────────────────────────────────────────────────────────────────────────────────

PARTIES = ("tuyen-giao", "dan-van", "ubnd", "btv")


def among(count: int, words: int = 3) -> Desk:
    """A matter among so many parties, each with an opinion of so many words, in another order."""
    files: Files = {k: v for k, v in record_files().items() if "/consultation/" not in k}
    desk = Desk({**REGISTRY, **files})
    parties = PARTIES[:count]
    desk.change("programme", "[tuyen-giao, dan-van]", f"[{', '.join(parties)}]")
    said = "".join(
        f"  - {{unit: {unit}, opinion: {f'ý{place} ' * words}hết., reasons: Vì {unit}.}}\n"
        for place, unit in reversed(tuple(enumerate(parties)))
    )
    desk.files |= talk(f"outcome: differing\npositions:\n{said}{REFERRAL}")
    desk.files |= plan("BT-2026-0001", ["TD-2026-0001"])
    return desk


def lines_of(html: str) -> Iterator[list[str]]:
    """The parties of each line of positions."""
    for line in html.split('<div class="positions">')[1:]:
        yield re.findall(r'<section class="position">\s*<h\d>([^<]+)', line)


@pytest.mark.parametrize(
    ("count", "lines"), [(2, [[0, 1]]), (3, [[0], [1], [2]]), (4, [[0], [1], [2], [3]])]
)
def test_positions_stand_in_the_order_of_the_programme_in_lines_of_equal_width(
    count: int, lines: list[list[int]]
) -> None:
    desk = among(count)
    edition = desk.issue("BT-2026-0001")
    names = [edition.names.units[unit].name for unit in PARTIES[:count]]
    expected = [[names[i] for i in line] for line in lines]
    page = pages_of(desk)["consultations/TD-2026-0001/"].body
    printed = next(s for s in document(edition, VI, None).sections if s.id == "differing")
    assert list(lines_of(page)) == list(lines_of(str(printed.html))) == expected


@pytest.mark.pdf
@pytest.mark.parametrize("count", [2, 3, 4])
def test_opinions_of_three_thousand_words_are_printed_in_full_with_equal_space(count: int) -> None:
    edition = among(count, 3000).issue("BT-2026-0001")
    said = text_of_pdf(print_once(bulletin_job(edition, None, VI, None))).split()
    assert [said.count(f"ý{place}") for place in range(count)] == ([3000] * count)


# ── nowhere ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.pdf
def test_what_is_withheld_stands_in_no_file_of_the_site_and_in_no_pdf() -> None:
    """At that moment the parties differed about the message; editors had written it already."""
    site = site_of(repository(), BEFORE_THE_CONCLUSION)
    editions = repository() / "content/editions"
    later = [json.loads((editions / f"BT-2026-000{n}/v1.json").read_text("utf-8")) for n in (5, 6)]
    withheld = {folded(text) for one in later for text in texts_of(one["records"]["ND-2026-0003"])}
    assert len(withheld) > 20
    files = [path for path in site.rglob("*") if path.is_file()]
    assert any(path.suffix == ".pdf" for path in files)
    assert any(path.match("search/parts/t0-*.js") for path in files)
    for path in files:
        content = path.read_bytes()
        shown = (
            text_of_pdf(content) if path.suffix == ".pdf" else content.decode("utf-8", "replace")
        )
        assert not [text for text in withheld if text in folded(shown)], path
    event = (site / "events/SV-2026-0001/index.html").read_text("utf-8")
    assert "ND-2026-0003 đang tạm giữ, chưa được dùng: đã trình, chờ kết luận" in text_of(event)
