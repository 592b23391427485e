"""What ends quietly: a bulletin without a next one, a message before its time, content/ itself."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from generator.base.text import Language
from generator.model.corpus.completeness import missing_keys
from generator.model.ledger.bulletin_lines import announced, bulletin_lines
from generator.model.ledger.frozen_directory import Roll
from generator.model.ledger.ledger import Ledger
from generator.pipeline import compile_content
from generator.views.context.site_context import SiteContext
from generator.views.message.announcement import announcement
from generator.views.message.card import CARDS, card_jobs
from generator.views.message.handout import handout_of
from generator.views.site.all_pages import plan_site
from generator.workspace import DiskWorkspace
from tests.conftest import ROOT
from tests.exercise import INCLUDED, Desk, Files, plan, record_files, text_of
from tests.support import corpus_of, in_memory

NOW = datetime.now(UTC)
MESSAGE, EVENT = "ND-2026-0001", "SV-2026-0001"
NEXT = "next_issue: 2026-12-08T17:00+07:00\n"


@pytest.mark.parametrize("days", [0, 1, 29, 30, 31, 59, 90, 365, 730, 3652])
def test_content_needs_no_mending_at_any_date(days: int) -> None:
    corpus = compile_content(DiskWorkspace(ROOT, NOW)).corpus
    assert corpus is not None
    last = max(edition.issued_at for edition in corpus.editions)
    for start in (last, NOW):
        moment = start + timedelta(days=days, minutes=1)
        assert compile_content(DiskWorkspace(ROOT, moment)).findings == ()


def about_event(bulletin: str, kind: str, ending: str = NEXT) -> Files:
    (path, text), *_ = plan(bulletin, INCLUDED, kind).items()
    assert isinstance(text, str) and NEXT in text
    return {path: f"{text.replace(NEXT, ending)}event: {EVENT}\n"}


def closed() -> Files:
    """The records with the event closed before the first issue."""
    files = record_files()
    path = f"content/records/event/2026/{EVENT}.yml"
    text = files[path]
    assert isinstance(text, str)
    ended = text.replace("next_update: 2026-12-03T17:00+07:00", "closed: 2026-11-30T17:00+07:00")
    return {**files, path: ended}


@pytest.mark.parametrize("kind", ["quick", "periodic"])
def test_only_a_bulletin_of_a_closed_event_needs_no_next_one(kind: str) -> None:
    for files, missing in ((closed(), []), (record_files(), ["next_issue"])):
        corpus = corpus_of(in_memory(files | about_event("BT-2026-0001", kind, "")))
        bulletin = corpus.records["BT-2026-0001"].record
        assert [*missing_keys(corpus, bulletin)] == missing


def promised(ledger: Ledger) -> dict[str, bool]:
    lines = bulletin_lines(ledger)
    return {one.name: announced(ledger, lines, one) is not None for one in ledger.editions}


@pytest.mark.parametrize("kind", ["quick", "periodic"])
def test_what_was_promised_of_an_event_ends_with_it(kind: str) -> None:
    desk = Desk(record_files() | about_event("BT-2026-0001", kind))
    desk.issue("BT-2026-0001")
    assert promised(desk.ledger()) == {"BT-2026-0001/v1": True}
    assert "Bản tin tiếp theo" in front(desk)
    before = keys(desk)
    desk.change(EVENT, "next_update: 2026-12-03T17:00+07:00", "closed: 2026-12-01T09:30+07:00")
    desk.files |= about_event("BT-2026-0002", kind, "")
    desk.issue("BT-2026-0002")
    assert not any(promised(desk.ledger()).values())
    assert "Bản tin tiếp theo" not in front(desk) and "BT-2026-0002" in front(desk)
    assert keys(desk)["bulletins/BT-2026-0001/v1/"] != before["bulletins/BT-2026-0001/v1/"]
    late = compile_content(in_memory(desk.files, datetime.fromisoformat("2027-12-01T09:00+07:00")))
    assert "BT708" not in {one.diagnostic.problem.code for one in late.findings}


def front(desk: Desk) -> str:
    planned = plan_site(desk.ledger(), Language.VI)
    return text_of(next(one for one in planned if one.address == "").make().body)


def keys(desk: Desk) -> dict[str, str]:
    return {one.address: one.key for one in plan_site(desk.ledger(), Language.VI)}


def test_a_message_that_is_to_be_retired_is_used_only_until_then_in_every_channel() -> None:
    files = record_files()
    path = f"content/records/message/2026/{MESSAGE}.yml"
    retired = "retired: {on: 2026-12-10, reason: Cuộc họp đã chốt ngày dừng.}\n"
    desk = Desk({**files, path: f"{files[path]!s}{retired}"} | about_event("BT-2026-0001", "quick"))
    desk.issue("BT-2026-0001")
    ledger = desk.ledger()
    context = SiteContext(ledger, Language.VI)
    handout = handout_of(context, MESSAGE)
    told = {one.address: text_of(one.make().body) for one in plan_site(ledger, Language.VI)}
    channels = {
        **{address: told[address] for address in ("", f"messages/{MESSAGE}/", f"events/{EVENT}/")},
        **{size: text_of(next(card_jobs(handout, size)).html) for size in CARDS},
        "text": announcement(handout).text,
        "bulletin": told["bulletins/BT-2026-0001/v1/"],
    }
    for name, text in channels.items():
        assert "ngày 20/12/2026" not in text, name
        assert "ngày 10/12/2026" in text, name


def test_the_newest_bulletin_of_a_message_that_is_retired_later_still_tells_it() -> None:
    """The retirement is written after the issue: until then the wording stands as it was."""
    desk = Desk(record_files() | about_event("BT-2026-0001", "quick"))
    desk.issue("BT-2026-0001")
    retired = Roll(retired={MESSAGE: {"on": "2026-12-10", "reason": "Cuộc họp đã chốt."}})
    ledger = replace(desk.ledger(), roll=retired)
    planned = plan_site(ledger, Language.VI)
    body = next(one for one in planned if one.address == "bulletins/BT-2026-0001/v1/").make().body
    assert "Không còn nội dung thống nhất nào" not in body and "instruction-out" not in body
    assert "Nội dung thống nhất có hiệu lực đến 0 giờ 00 ngày 10/12/2026" in body
    own = next(one for one in planned if one.address == f"messages/{MESSAGE}/").make().body
    assert '<p class="notice notice-due"><strong>Ngừng dùng từ 10/12/2026' in own
    later = replace(desk.ledger("2026-12-11T08:00+07:00"), roll=retired)
    then = next(o for o in plan_site(later, Language.VI) if o.address == f"messages/{MESSAGE}/")
    assert '<p class="notice notice-stop"><strong>Ngừng dùng từ 10/12/2026' in then.make().body
