"""Nothing impossible is issued: 1,000 random changes of days and counts, judged by an oracle."""

import json
import random
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeAlias

import pytest

from generator.base.diagnostics import Severity
from generator.editions.freeze import Request, freeze
from generator.model.corpus.day_orders import IN_ORDER, ORDERS, SUCCESSIONS, TOLD
from generator.model.edition.edition import Relation
from generator.model.record.fields import HAPPENED, Part, says
from generator.model.record.record import Period
from generator.model.record.scalars import Day
from generator.model.record.written_days import happened_in, periods_of, written_days
from generator.pipeline import compile_content
from tests.conftest import Run
from tests.keys import public_key
from tests.support import MOMENT, approvals, corpus_of, in_memory
from tests.test_guide import keys_of

Value: TypeAlias = Any
Content: TypeAlias = dict[str, Value]
At: TypeAlias = tuple[str | int, ...]

COUNT = 1000
TODAY = "2026-12-01"
# The codes that say that a day, a moment or a count cannot be.
CODES = {"BT104", "BT206", "BT207", "BT302", "BT410", "BT411", "BT602"}
BULLETIN = "BT-2026-0001"
FOLDERS = {
    **{"TT": "information", "DL": "opinion", "SV": "event", "ND": "message", "BX": "concern"},
    **{"TD": "consultation", "VB": "directive", "LL": "network"},
}


def record(record_id: str, created: str, **keys: Value) -> Content:
    shared = {"title": "Việc chung", "unit": "dan-van", "created": created}
    return {"id": record_id, **shared, "areas": ["song-xanh"], "topic": "moi-truong", **keys}


TASK = {"do": "Thu gom rác.", "unit": "ubnd", "due": "2026-12-30", "status": "doing"}
WHY = {"because": ["TT-2026-0001"]}
FORECAST = {"scenario": "Hỏi nhiều.", "likelihood": "likely"}
LEADERS = [{"unit": u, "office": "truong-ban"} for u in ("dan-van", "tuyen-giao")]
VALID: tuple[Content, ...] = (
    record(
        "VB-2026-0001",
        "2026-11-05",
        **{"type": "chuong-trinh", "stage": "replaced", "replaced_by": "VB-2026-0002"},
        **{"dated": "2026-11-02", "effective": "2026-11-03", "expires": "2026-11-20"},
        issuer="Ủy ban nhân dân phường",
    ),
    record(
        "VB-2026-0002",
        "2026-11-12",
        **{"type": "chuong-trinh", "stage": "issued", "dated": "2026-11-10"},
        **{"effective": "2026-11-11", "expires": "2027-11-11"},
        issuer="Ủy ban nhân dân phường",
    ),
    record(
        "SV-2026-0001",
        "2026-11-20",
        **{"level": "complex", "urgency": "urgent", "started": "2026-11-20T06:30+07:00"},
        timeline=[
            {"at": "2026-11-20T07:30+07:00", "text": "Một việc.", **WHY},
            {"at": "2026-11-25T08:30+07:00", "text": "Hai việc.", **WHY},
        ],
        closed="2026-11-28T17:00+07:00",
        doing=[{"text": "Súc xả đường ống.", "unit": "ubnd", "due": "2026-12-20"}],
        forecast=[{**FORECAST, "until": "2026-11-28", "outcome": "happened"}],
        tasks=[TASK],
        contact="dan-van",
        next_update="2026-12-05T17:00+07:00",
    ),
    record(
        "BX-2026-0001",
        "2026-11-02",
        reported={"count": 37, "from": "2026-10-01", "until": "2026-10-31", "channels": ["front"]},
        **{"summary": "Rác chậm được thu gom.", "competent_body": "ubnd"},
        tasks=[{**TASK, "status": "done"}],
        answer={"on": "2026-11-10", "text": "Đã tăng chuyến.", **WHY},
        settled={"on": "2026-11-30", "result": "Đã thu gom đều.", **WHY},
    ),
    record(
        "DL-2026-0001",
        "2026-11-20",
        period={"from": "2026-11-10", "until": "2026-11-20"},
        method={"reports": 24, "limits": "Chưa nghe khu nhà trọ"},
        streams=[
            {"summary": "Đề nghị công bố.", "kind": "request", "tendency": "concerned"}
            | {"breadth": "many", "intensity": "high", "trend": "falling"}
        ],
        forecast=[{**FORECAST, "until": "2026-11-28", "outcome": "did_not_happen"}],
        proposals=[{"to": "ubnd", "text": "Công bố hằng ngày.", "due": "2026-12-20"}],
    ),
    record(
        "LL-2026-0001",
        "2026-11-30",
        period={"from": "2026-10-01", "until": "2026-12-31"},
        coverage=[
            {"area": "ha-dong", "groups": 40, "collaborators": 60, "reporting": 50},
            {"area": "song-xanh", "groups": 18, "collaborators": 21, "reporting": 19},
        ],
        training=[{"on": "2026-11-05", "title": "Kỹ năng", "participants": 40}],
    ),
    record(
        "TD-2026-0001",
        "2026-11-20",
        **{"about": ["TT-2026-0001"], "important": True},
        meeting={"on": "2026-11-22", "chaired_by": "dan-van", "attended": LEADERS},
        outcome="differing",
        positions=[
            {"unit": "dan-van", "opinion": "Báo trước một ngày."},
            {"unit": "tuyen-giao", "opinion": "Báo trước hai ngày."},
        ],
        referral={"to": "btv", "on": "2026-11-23", "reference": "Tờ trình số 02"},
        conclusion={
            "by": "btv",
            "on": "2026-11-25",
            "text": "Hai ngày.",
            "decision": "as_proposed",
        },
    ),
    record(
        "ND-2026-0001",
        "2026-11-20",
        valid={"from": "2026-11-20T08:00+07:00", "until": "2026-12-20T08:00+07:00"},
        retired={"on": "2026-11-29", "reason": "Đã có nội dung mới."},
    ),
    record(
        "ND-2026-0002",
        "2026-11-29",
        **{"audience": ["residents"], "question": "Nước có đạt quy chuẩn không?"},
        say=[{"text": "Cả 21 mẫu nước đạt quy chuẩn.", **WHY}],
        **{"basis": ["VB-2026-0002"], "contact": "dan-van", "supersedes": "ND-2026-0001"},
        valid={"from": "2026-11-29T18:00+07:00", "until": "2026-12-20T18:00+07:00"},
        next_update="2026-12-10T17:00+07:00",
    ),
    record(
        BULLETIN,
        "2026-11-29",
        **{"kind": "periodic", "number": 1, "mode": "exercise", "circulation": "internal"},
        period={"from": "2026-11-20", "until": "2026-11-29"},
        highlights=[{"text": "Nước đạt quy chuẩn.", **WHY}],
        include=[f"{p}-2026-0001" for p in ("SV", "BX", "DL", "LL", "TD", "VB")] + ["ND-2026-0002"],
        signers=LEADERS,
        next_issue="2026-12-08T17:00+07:00",
    ),
    record(
        "TT-2026-0001",
        "2026-11-28",
        **{"nature": "fact", "statement": "Cả 21 mẫu nước đạt quy chuẩn."},
        source={"kind": "document", "reference": "Công văn số 112", "received": "2026-11-28"},
        verification=[
            {"step": "examined", "on": "2026-11-28", "by": "dan-van"},
            {"step": "verified", "on": "2026-11-28", "by": "tuyen-giao", "result": "confirmed"}
            | {"reference": "Biên bản số 09"},
            {"step": "concluded", "on": "2026-11-29", "by": "dan-van", "result": "confirmed"}
            | {"reference": "Thông báo số 03"},
        ],
        valid_until="2026-12-20",
    ),
)


def path_of(content: Content) -> str:
    record_id = content["id"]
    prefix, year, _ = record_id.split("-")
    folder = "bulletins" if prefix == "BT" else f"records/{FOLDERS[prefix]}"
    return f"content/{folder}/{year}/{record_id}.yml"


def files_of(records: tuple[Content, ...]) -> dict[str, str]:
    return {path_of(r): json.dumps(r, ensure_ascii=False, indent=1) for r in records}


def codes(records: tuple[Content, ...]) -> set[str]:
    """The codes of the errors that stand in the way of the bulletin."""
    found = compile_content(in_memory(files_of(records)), issuing=BULLETIN).of(Severity.ERROR)
    return {f.diagnostic.problem.code for f in found}


# ── the oracle: what cannot be, said plainly, kind by kind ───────────────────────────────────


def real(written: str) -> bool:
    """Whether it is a day or moment of our years."""
    try:
        (datetime if "T" in written else date).fromisoformat(written)
    except ValueError:
        return False
    return "1900" <= written[:4] <= "2199" and not written.startswith(("1900-01-01", "2199-12-31"))


def ahead(written: str) -> bool:
    return written > "2026-12-01T09:00+07:00" if "T" in written else written > TODAY


def backwards(*written: str) -> bool:
    """Whether one comes before the one before it; days and moments are compared by their days."""
    return any(
        later < earlier if len(later) == len(earlier) else later[:10] < earlier[:10]
        for earlier, later in pairwise(written)
    )


def impossible(records: tuple[Content, ...]) -> bool:
    by_id = {r["id"]: r for r in records}
    written = [value for r in records for _, value in days_in(r, ())]
    if not all(map(real, written)):
        return True
    return any(ahead(r["created"]) for r in records) or any(
        wrong(by_id)
        for wrong in (documents, event, concern, opinion, network, matter, messages, others)
    )


def documents(by_id: dict[str, Content]) -> bool:
    old, new = by_id["VB-2026-0001"], by_id["VB-2026-0002"]
    return (
        backwards(old["dated"], old["effective"], old["expires"])
        or backwards(new["dated"], new["effective"], new["expires"])
        or backwards(old["dated"], old["expires"])
        or backwards(new["dated"], new["expires"])
        or backwards(old["dated"], new["dated"])
        or ahead(old["dated"])
        or ahead(new["dated"])
    )


def event(by_id: dict[str, Content]) -> bool:
    it = by_id["SV-2026-0001"]
    first, second = (entry["at"] for entry in it["timeline"])
    forecast = it["forecast"][0]["until"]
    return (
        backwards(it["started"], first, second, it["closed"])
        or backwards(it["started"], it["closed"])
        or any(map(ahead, (it["started"], first, second, it["closed"])))
        or backwards(it["started"], it["next_update"])
        or backwards(it["created"], it["next_update"])
        or backwards(it["started"], it["doing"][0]["due"])
        or backwards(it["started"], it["tasks"][0]["due"])
        or backwards(it["started"], forecast)
        or forecast >= TODAY
    )


def concern(by_id: dict[str, Content]) -> bool:
    it = by_id["BX-2026-0001"]
    since, until = it["reported"]["from"], it["reported"]["until"]
    answer, settled = it["answer"]["on"], it["settled"]["on"]
    due = it["tasks"][0]["due"]
    return any(map(ahead, (until, answer, settled))) or any(
        backwards(since, later) for later in (until, answer, settled, due, it["created"])
    )


def opinion(by_id: dict[str, Content]) -> bool:
    it = by_id["DL-2026-0001"]
    since, until = it["period"]["from"], it["period"]["until"]
    forecast, due = it["forecast"][0]["until"], it["proposals"][0]["due"]
    later = (until, forecast, due, it["created"])
    return ahead(until) or forecast >= TODAY or any(backwards(since, day) for day in later)


def network(by_id: dict[str, Content]) -> bool:
    it = by_id["LL-2026-0001"]
    whole, part = it["coverage"]
    return (
        backwards(it["period"]["from"], it["period"]["until"])
        or backwards(it["period"]["from"], it["created"])
        or ahead(it["period"]["from"])
        or ahead(it["training"][0]["on"])
        or any(row["reporting"] > row["collaborators"] for row in (whole, part))
        or any(part[key] > whole[key] for key in ("groups", "collaborators", "reporting"))
    )


def matter(by_id: dict[str, Content]) -> bool:
    it = by_id["TD-2026-0001"]
    steps = [it[step]["on"] for step in ("meeting", "referral", "conclusion")]
    return backwards(*steps) or any(map(ahead, steps))


def messages(by_id: dict[str, Content]) -> bool:
    old, new = by_id["ND-2026-0001"], by_id["ND-2026-0002"]
    return (
        any(m["valid"]["until"] <= m["valid"]["from"] for m in (old, new))
        or any(backwards(m["created"], m["valid"]["until"]) for m in (old, new))
        or backwards(old["created"], old["retired"]["on"])
        or backwards(new["created"], new["next_update"])
        or backwards(old["created"], new["created"])
        or new["next_update"] > new["valid"]["until"]
    )


def others(by_id: dict[str, Content]) -> bool:
    plan, fact = by_id[BULLETIN], by_id["TT-2026-0001"]
    received = fact["source"]["received"]
    steps = [step["on"] for step in fact["verification"]]
    return (
        backwards(plan["period"]["from"], plan["period"]["until"])
        or backwards(plan["created"], plan["next_issue"])
        or not ahead(plan["next_issue"])
        or backwards(received, *steps)
        or any(map(ahead, (received, *steps)))
        or backwards(received, fact["valid_until"])
    )


# ── random changes ───────────────────────────────────────────────────────────────────────────

EXTREMES = ("9999-12-31", "0001-01-01", "1899-12-31", "2200-01-01", "2027-02-29")
MOMENTS = ("9999-12-31T23:59Z", "0001-01-01T00:00+14:00", "2027-02-29T08:00+07:00")
LEAP = "2028-02-29"


class Change(NamedTuple):
    record: int
    at: At
    value: str | int


def days_in(value: Value, at: At) -> Iterator[tuple[At, str]]:
    """Every day and moment of a record."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        if isinstance(item, dict | list):
            yield from days_in(item, (*at, key))
        elif isinstance(item, str) and item[:2].isdigit() and item[4:5] == "-":
            yield (*at, key), item


def counts_in(content: Content) -> Iterator[tuple[At, int]]:
    for number, row in enumerate(content.get("coverage", ())):
        for key in ("groups", "collaborators", "reporting"):
            yield ("coverage", number, key), row[key]


def changes(chance: random.Random) -> Iterator[Change]:
    places = [(n, at, old) for n, r in enumerate(VALID) for at, old in days_in(r, ())]
    counts = [(n, at) for n, r in enumerate(VALID) for at, _ in counts_in(r)]
    for _ in range(COUNT):
        if chance.random() < 0.1:
            yield Change(*chance.choice(counts), chance.randrange(5, 80))
            continue
        number, at, old = chance.choice(places)
        is_moment, is_extreme = "T" in old, chance.random() < 0.1
        day = f"{date(2026, 11, 20) + timedelta(days=chance.randrange(-60, 60))}"
        new = chance.choice((*EXTREMES, LEAP)) if is_extreme else day
        if is_moment:
            hour = f"T{chance.randrange(24):02}:30+07:00"
            new = chance.choice(MOMENTS) if is_extreme else f"{new}{hour}"
        yield Change(number, at, new)


def changed(change: Change) -> tuple[Content, ...]:
    records = deepcopy(VALID)
    *above, last = change.at
    group: Value = records[change.record]
    for step in above:
        group = group[step]
    group[last] = change.value
    return records


def test_what_is_changed_was_possible_and_could_be_issued() -> None:
    assert not impossible(VALID)
    assert codes(VALID) == set()
    files = files_of(VALID)
    files |= approvals(corpus_of(in_memory(files)), BULLETIN)
    compilation = compile_content(in_memory(files), issuing=BULLETIN)
    assert compilation.of(Severity.ERROR, Severity.HOLD) == ()
    assert compilation.corpus is not None
    edition = freeze(compilation.corpus, Request(BULLETIN, Relation.NEW))
    assert edition.issued_at == MOMENT and len(edition.approvals) == 2


@pytest.mark.parametrize("seed", range(10))
def test_nothing_impossible_is_issued_and_nothing_possible_is_refused(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  changes that can be made again
    told = 0
    for number, change in enumerate(changes(chance)):
        if number % 10 != seed:
            continue
        records = changed(change)
        found, expected = codes(records) & CODES, impossible(records)
        assert bool(found) is expected, (VALID[change.record]["id"], change, found)
        told += expected
    assert 20 < told < 95


# Keys of the specification that a kind may not have yet.
SPECIFIED = {"holds_until", "proposals.answer.on", "tasks.done_on", "steps.on", "supersedes"}


def test_every_line_of_the_table_names_keys_of_its_kind() -> None:
    named = [(o.kind, key) for o in ORDERS for key in (o.earlier, o.later)] + list(IN_ORDER)
    named += [(t.kind, t.key) for t in TOLD]
    named += [(s.kind, key) for s in SUCCESSIONS for key in (s.key, s.own)]
    unknown = {key for kind, key in named if not set(keys_of(kind)) >= {key}}
    assert unknown <= SPECIFIED


class Measure(Part):
    """Keys as a new kind may declare them."""

    since: Annotated[Day, says("Từ", "Since"), HAPPENED]
    stays: tuple[Period, ...] = ()
    planned: Annotated[Period | None, says("Kế hoạch", "Plan")] = None
    past: Annotated[Period | None, says("Đã qua", "Past"), HAPPENED] = None


def test_a_key_that_is_marked_and_a_new_period_need_no_line() -> None:
    assert set(happened_in(Measure)) == {("since",), ("past", "until")}
    assert set(periods_of(Measure)) == {("stays",), ("planned",), ("past",)}
    stays = [{"from": "2026-11-01", "until": "2026-11-02"}, {"from": "2026-11-03", "until": TODAY}]
    measure = Measure.model_validate({"since": "2026-11-01", "stays": stays})
    written = written_days(measure)["stays", "until"]
    assert [day.at for day in written] == [("stays", 0, "until"), ("stays", 1, "until")]


# ── what was once issued ─────────────────────────────────────────────────────────────────────


def replaced(*changes: tuple[str, At, Value]) -> tuple[Content, ...]:
    """The valid records, with another value at each of these places; None takes a key away."""
    records = deepcopy(VALID)
    for record_id, (*above, last), value in changes:
        group: Value = next(r for r in records if r["id"] == record_id)
        for step in above:
            group = group[step]
        group[last] = value
        if value is None:
            del group[last]
    return records


NOT_YET: tuple[str, At, Value] = ("TD-2026-0001", ("conclusion",), None)
NOT_REFERRED: tuple[str, At, Value] = ("TD-2026-0001", ("referral",), None)
ONCE_ISSUED: tuple[tuple[str, tuple[tuple[str, At, Value], ...]], ...] = (
    ("BT410", (("TD-2026-0001", ("conclusion", "by"), "tuyen-giao"),)),
    ("BT410", (("TD-2026-0001", ("referral", "to"), "ubnd"),)),
    ("BT410", (("TD-2026-0001", ("conclusion", "on"), "2026-11-22"),)),
    ("BT206", (("TD-2026-0001", ("meeting", "on"), "2026-12-24"), NOT_YET, NOT_REFERRED)),
    ("BT309", (("TT-2026-0001", ("verification", 1, "reference"), None),)),
    ("BT309", (("TT-2026-0001", ("verification", 2, "reference"), "Bài đăng Facebook"),)),
    ("BT207", (("LL-2026-0001", ("coverage", 1, "reporting"), 40),)),
    ("BT207", (("LL-2026-0001", ("coverage", 0, "groups"), 17),)),
    ("BT206", (("DL-2026-0001", ("forecast", 0, "until"), None),)),
    ("BT206", ((BULLETIN, ("next_issue",), "2026-12-01T08:00+07:00"),)),
    ("BT610", ((BULLETIN, ("mode",), "actual"),)),
    ("BT106", (("TD-2026-0001", ("outcome",), "agreed"), NOT_YET)),
)


@pytest.mark.parametrize(("code", "change"), ONCE_ISSUED)
def test_what_was_issued_without_a_word_is_an_error(
    code: str, change: tuple[tuple[str, At, Value], ...]
) -> None:
    assert codes(replaced(*change)) == {code}


def test_a_void_conclusion_or_agreement_unlocks_nothing() -> None:
    """The message that the matter is about stays held, and its hold says why."""
    about: tuple[str, At, Value] = ("TD-2026-0001", ("about",), ["ND-2026-0002"])
    cases: tuple[tuple[str, tuple[str, At, Value]], ...] = (
        ("không phải của cấp quyết định", ("TD-2026-0001", ("conclusion", "by"), "tuyen-giao")),
        ("trước cuộc họp", ("TD-2026-0001", ("conclusion", "on"), "2026-11-21")),
        ("đề ngày chưa đến", ("TD-2026-0001", ("conclusion", "on"), "2026-12-24")),
    )
    for reason, change in cases:
        compilation = compile_content(in_memory(files_of(replaced(about, change))))
        holds = [f.diagnostic for f in compilation.of(Severity.HOLD)]
        (hold,) = [d for d in holds if d.problem.code == "BT409" and "ND-" in d.sentence.vi[:30]]
        assert reason in hold.sentence.vi
    agreed = (("TD-2026-0001", ("outcome",), "agreed"), NOT_YET, NOT_REFERRED, about)
    told = ("TD-2026-0001", ("agreement",), "Báo trước hai ngày.")
    assert "BT409" in all_codes(replaced(*agreed))
    assert "BT409" not in all_codes(replaced(*agreed, told))
    assert "BT409" in all_codes(replaced(*agreed, told, ("TD-2026-0001", ("meeting",), None)))


def all_codes(records: tuple[Content, ...]) -> set[str]:
    found = compile_content(in_memory(files_of(records))).findings
    return {f.diagnostic.problem.code for f in found}


def test_an_approval_from_the_future_counts_for_nothing() -> None:
    files = files_of(VALID)
    given = approvals(corpus_of(in_memory(files)), BULLETIN)
    late = {p: t.replace("at: 2026-12-01", "at: 2026-12-05") for p, t in given.items()}
    one = dict([*list(given.items())[:1], *list(late.items())[1:]])
    compilation = compile_content(in_memory(files | one), issuing=BULLETIN)
    (error,) = compilation.of(Severity.ERROR)
    assert error.diagnostic.problem.code == "BT411" and "chưa đến" in error.diagnostic.sentence.vi
    assert compilation.corpus is not None
    edition = freeze(compilation.corpus, Request(BULLETIN, Relation.NEW))
    assert len(edition.approvals) == 1


# ── the ends of the calendar ─────────────────────────────────────────────────────────────────

ENDS = (*MOMENTS, "2200-01-01T00:00+07:00", "1900-01-01T00:00+14:00")
BY = ("--unit", "dan-van", "--office", "truong-ban")
VERBS = (
    *(("check",), ("status",), ("why", "SV-2026-0001"), ("render", "BT-2026-0006")),
    ("approve", "BT-2026-0006", *BY),
    ("recall", "ND-2026-0002", *BY, "--reason", "Sai."),
    ("issue", "BT-2026-0006", "--relation", "update", "--change-note", "Cập nhật."),
)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_no_verb_fails_at_the_ends_of_the_calendar(
    verb: tuple[str, ...], bulletin: Run, workspace: Path
) -> None:
    for end in ENDS:
        run = bulletin(workspace, "--at", end, *verb)
        assert (run.returncode, "Traceback" in run.stderr) == (2, False), run.stderr
        assert end in run.stdout + run.stderr
    record = workspace / "content/records/event/2026/SV-2026-0001.yml"
    record.write_text(record.read_text("utf-8").replace("started: ", f"started: {ENDS[0]} # "))
    run = bulletin(workspace, *verb)
    assert run.returncode in (0, 1) and "Traceback" not in run.stderr, run.stderr


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("registry/areas.yml", "areas:", "areas:\n  - {id: x, name: X, valid: {from: 0001-01-01}}"),
        (
            "registry/units.yml",
            "kind: state_body",
            "kind: state_body\n    valid: {until: 9999-12-31}",
        ),
        (
            "registry/programme.yml",
            "waivers: []",
            f"waivers: [{{code: BT306, until: {EXTREMES[0]}}}]",
        ),
    ],
)
def test_no_verb_fails_on_a_registry_at_the_ends_of_the_calendar(
    path: str, before: str, after: str, bulletin: Run, workspace: Path
) -> None:
    file = workspace / "content" / path
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")
    for verb in (*VERBS, ("build",)):
        run = bulletin(workspace, *verb)
        assert (run.returncode in (0, 1, 2), "Traceback" in run.stderr) == (True, False), run.stderr
    assert "BT104" in bulletin(workspace, "check").stdout


@pytest.mark.parametrize("time", ["00010101", "99991231", "99991231235959Z", "20270229"])
def test_a_key_that_holds_until_the_end_of_the_calendar_is_refused_in_words(time: str) -> None:
    line = f'dan-van valid-before="{time}",namespaces="bulletin" {public_key("dan-van")}\n'
    found = compile_content(in_memory({"content/registry/signers": line})).of(Severity.ERROR)
    assert [f.diagnostic.problem.code for f in found] == ["BT104"]
