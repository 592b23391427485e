"""The edges of the rules on deadlines, promises and release: clocks, zones, what is over."""

from datetime import datetime

import pytest

from generator.base.text import Language
from generator.model.edition.edition import Relation
from generator.pipeline import compile_content
from tests.cases import BULLETIN, EVENT, MESSAGE, codes, head, held, issued, plan, said
from tests.support import FACT, RECORDS, check, corpus_of, in_memory

# ── BT306, BT603, BT604, BT606: days and hours ───────────────────────────────────────────────

MIDNIGHT = datetime.fromisoformat("2026-11-30T17:30+00:00")  # half past midnight in Hanoi
DATED = """next_update: 2026-12-03T17:00+07:00
tasks: [{do: Lấy mẫu., unit: ubnd, due: 2026-11-30, status: doing}]
forecast: [{scenario: Mùi trở lại., likelihood: possible, until: 2026-11-30}]
"""


def test_days_end_where_the_programme_is() -> None:
    files = {EVENT: head("SV-2026-0001", DATED)}
    assert codes(files, MIDNIGHT) == {"BT306": 1, "BT606": 1}
    assert not codes(files, datetime.fromisoformat("2026-11-30T16:30+00:00"))


@pytest.mark.parametrize(
    ("at", "times"),
    [("14T17:59", 0), ("14T18:00", 1), ("15T18:00", 1), ("15T18:01", 0)],
)
def test_a_message_warns_during_its_last_day(at: str, times: int) -> None:
    files = issued({**held(2), **plan("ND-2026-0002")})
    assert codes(files, datetime.fromisoformat(f"2026-12-{at}+07:00"))["BT603"] == times


def test_a_message_of_a_withdrawn_bulletin_is_not_in_force() -> None:
    files = issued({**held(2), **plan("ND-2026-0002")}, Relation.NEW, Relation.WITHDRAWAL)
    assert not codes(files, datetime.fromisoformat("2026-12-15T09:00+07:00"))


def test_a_message_of_a_few_hours_says_nothing_before_it_begins() -> None:
    short = "from: 2026-12-01T12:00+07:00, until: 2026-12-01T18:00+07:00"
    long = "from: 2026-11-28T18:00+07:00, until: 2026-12-15T18:00+07:00"
    files = {path: text.replace(long, short) for path, text in held(2).items()}
    assert not codes(issued({**files, **plan("ND-2026-0002")}))
    assert codes(
        issued(files | plan("ND-2026-0002")), datetime.fromisoformat("2026-12-01T12:00+07:00")
    )


def test_an_heir_that_was_retired_takes_nobodys_place() -> None:
    heir = held(3, "supersedes: ND-2026-0002\nretired: {on: 2026-11-30, reason: Nhầm.}\n")
    files = issued({**held(2), **plan("ND-2026-0002")}) | heir
    assert codes(files, datetime.fromisoformat("2026-12-15T09:00+07:00")) == {"BT603": 1}


def test_retired_work_is_nobodys() -> None:
    gone = f"{DATED}retired: {{on: 2026-11-30, reason: Gộp.}}\n"
    assert not codes({EVENT: head("SV-2026-0001", gone)})


def test_the_finding_says_whose_work_is_how_late() -> None:
    found = check(
        {EVENT: head("SV-2026-0001", DATED.replace("due: 2026-11-30", "due: 2026-11-28"))}
    )
    [late] = [f for f in found.findings if f.diagnostic.problem.code == "BT606"]
    assert late.diagnostic.message(Language.VI).startswith("Việc của UBND phường quá hạn 3 ngày")


# ── BT607: promises ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("Kết quả sẽ được công bố.", 1),
        ("Sẽ có xe bồn đến từng khu.", 1),
        ("UBND phường cam kết trả lời.", 1),
        ("Hai ban xin hứa trả lời mọi câu hỏi.", 1),
        ("Đơn vị cấp nước đảm bảo xong trước 17 giờ.", 1),
        ("Nước bảo đảm quy chuẩn.", 0),
        ("Nói khẽ trong giờ nghỉ.", 0),
        ("Hộ kinh doanh đã có bản cam kết.", 0),
        ("Chưa biết khi nào sẽ hết mùi.", 0),
        ("Không thể khẳng định mùi sẽ hết.", 0),
        ("Bao giờ sẽ có nước? Đã có từ 6 giờ.", 0),
        ("Nước đã trong. Mai sẽ đo lại. Chưa rõ nguyên nhân.", 1),
    ],
)
def test_a_sentence_promises_or_does_not(sentence: str, times: int) -> None:
    assert codes({MESSAGE: said(sentence)})["BT607"] == times


def test_only_the_first_promise_of_a_message_is_told() -> None:
    more = "short_text: [{text: Sẽ có kết quả. Sẽ có xe bồn., because: [TT-2026-0001]}]\n"
    [found] = [
        f
        for f in check({MESSAGE: said("Sẽ có kết quả.", more)}).findings
        if f.diagnostic.problem.code == "BT607"
    ]
    assert "“Sẽ có kết quả”" in found.diagnostic.message(Language.VI)


# ── BT706, BT707, BT708: what goes out ───────────────────────────────────────────────────────


def test_what_is_issued_stays_as_it_was_when_a_record_becomes_internal() -> None:
    files = issued(plan("TT-2026-0001", "circulation: public\n"))
    files[FACT] = f"{RECORDS[FACT]}circulation: internal\n"
    assert not codes(files)
    again = compile_content(in_memory(files), issuing="BT-2026-0001").findings
    assert "BT707" in {found.diagnostic.problem.code for found in again}


def test_a_record_that_says_nothing_of_circulation_has_the_digest_it_always_had() -> None:
    corpus = corpus_of(in_memory({}))
    assert "circulation" not in corpus.records["TT-2026-0001"].record.content()


def test_an_official_paper_without_its_number_is_told_once() -> None:
    files = plan("TT-2026-0001", "form: official\nkind: quick\n")
    found = compile_content(in_memory(files), issuing="BT-2026-0001").findings
    keys = [f.diagnostic.facts.get("key") for f in found if f.diagnostic.problem.code == "BT106"]
    assert "mode" in keys
    assert not {"number", "signers"} & set(keys)
    [form] = [f for f in found if f.diagnostic.problem.code == "BT706"]
    assert "number" in form.diagnostic.message(Language.EN)


ANNOUNCED = "kind: quick\nevent: SV-2026-0001\nnext_issue: 2026-12-01T08:00+07:00\n"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("next_update: 2026-12-03T17:00+07:00\n", {"BT708": 1}),
        ("closed: 2026-12-02T08:00+07:00\n", {"BT206": 1, "BT708": 1}),
        ("closed: 2026-11-30T08:00+07:00\n", {}),
        ("retired: {on: 2026-11-30, reason: Gộp.}\n", {}),
    ],
)
def test_a_quick_bulletin_promises_until_its_event_is_over(
    event: str, expected: dict[str, int]
) -> None:
    files = {EVENT: head("SV-2026-0001", event), **plan("TT-2026-0001", ANNOUNCED)}
    assert codes(issued(files)) == expected


def test_a_withdrawn_or_retired_bulletin_promises_nothing() -> None:
    files = {
        EVENT: head("SV-2026-0001", "next_update: 2026-12-03T17:00+07:00\n"),
        **plan("TT-2026-0001", ANNOUNCED),
    }
    assert not codes(issued(files, Relation.NEW, Relation.WITHDRAWAL))
    gone = issued(files)
    gone[BULLETIN] += "retired: {on: 2026-11-30, reason: Nhầm.}\n"
    assert not codes(gone)
