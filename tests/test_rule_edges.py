"""The edges of the rules: what the pages, which are for editors, are too short to show."""

from datetime import datetime

import pytest

from generator.base.text import Language
from generator.editions.freeze import Request
from generator.model.edition.edition import Relation
from generator.pipeline import Compilation, compile_content
from tests.support import BASE, FACT, approvals, check, corpus_of, in_memory, issue, pdf, places

RECORDS = "content/records"
EVENT = f"{RECORDS}/event/2026/SV-2026-0001.yml"
MESSAGE = f"{RECORDS}/message/2026/ND-2026-0002.yml"
BULLETIN = "content/bulletins/2026/BT-2026-0001.yml"
CONCERN = f"{RECORDS}/concern/2026/BX-2026-0001.yml"
RUMOUR = f"{RECORDS}/information/2026/TT-2026-0003.yml"
TALK = f"{RECORDS}/consultation/2026/TD-2026-0001.yml"
PROGRAMME = "content/registry/programme.yml"
DAY = datetime.fromisoformat("2026-11-30T17:00+07:00")


def head(record_id: str, more: str) -> str:
    return f"id: {record_id}\ntitle: Nước sinh hoạt\nunit: dan-van\ncreated: 2026-11-29\n{more}"


def found(compilation: Compilation) -> set[tuple[str, str]]:
    """(file name, code) of each finding but the missing approvals."""
    named = {(path.rpartition("/")[2], code) for path, _, code in places(compilation.findings)}
    return {one for one in named if one[1] != "BT401"}


def reported(files: dict[str, str]) -> set[tuple[str, str]]:
    return found(check(dict(files)))


def issued(files: dict[str, str], bulletin: str = "BT-2026-0001") -> dict[str, str]:
    """The files and a first edition of a bulletin, which every party has approved."""
    workspace = in_memory(files, moment=DAY)
    edition = issue(corpus_of(workspace), Request(bulletin, Relation.NEW))
    return {**files, **{path: content.decode() for path, content in edition.items()}}


def approved(files: dict[str, str], record_id: str) -> dict[str, str]:
    return {**files, **approvals(corpus_of(in_memory(files, moment=DAY)), record_id)}


# ── BT1xx ────────────────────────────────────────────────────────────────────────────────────


def complete(written: str) -> str:
    return head("TT-2026-0003", f"areas: [song-xanh]\ntopic: do-thi\nstatement: Có.\n{written}")


SOURCE = "source: {kind: hotline, received: 2026-11-28}\n"


@pytest.mark.parametrize(
    ("written", "missing"),
    [
        (f"nature: fact\n{SOURCE}", set()),
        (f"nature: rumour\n{SOURCE}", {"answer"}),
        ("nature: fact\n", {"source"}),
    ],
)
def test_an_approved_rumour_needs_its_answer(written: str, missing: set[str]) -> None:
    findings = check({**approved({RUMOUR: complete(written)}, "TT-2026-0003")}).findings
    assert {str(f.diagnostic.facts["key"]) for f in findings} == missing


def test_an_empty_list_is_missing_too() -> None:
    files = {RUMOUR: complete(f"nature: fact\n{SOURCE}").replace("[song-xanh]", "[]")}
    assert reported(approved(files, "TT-2026-0003")) == {("TT-2026-0003.yml", "BT106")}


@pytest.mark.parametrize(
    ("closed", "expected"), [("", {"BT106"}), ("closed: 2026-11-29T09:00\n", set())]
)
def test_only_an_open_event_says_when_it_is_updated(closed: str, expected: set[str]) -> None:
    whole = (
        "areas: [song-xanh]\ntopic: do-thi\nlevel: watch\nurgency: urgent\ncontact: dan-van\n"
        "started: 2026-11-28T09:00\n"
        "timeline: [{at: 2026-11-28T09:00, text: Có phản ánh., because: [TT-2026-0001]}]\n"
    )
    files = approved({EVENT: head("SV-2026-0001", whole + closed)}, "SV-2026-0001")
    assert {code for _, code in reported(files)} == expected


def test_who_rejects_a_draft_does_not_vouch_for_it() -> None:
    files = approved({RUMOUR: head("TT-2026-0003", "")}, "TT-2026-0003")
    rejected = {p: c.replace("decision: approve", "decision: reject") for p, c in files.items()}
    assert reported(rejected) == set()


def test_a_bulletin_that_is_issued_and_all_it_prints_must_be_complete() -> None:
    files = {
        BULLETIN: head("BT-2026-0001", "include: [TT-2026-0003]\n"),
        RUMOUR: head("TT-2026-0003", ""),
    }
    compilation = compile_content(in_memory(files), issuing="BT-2026-0001")
    lacking = {f.span.path for f in compilation.findings if f.diagnostic.problem.code == "BT106"}
    assert lacking == {BULLETIN, RUMOUR}


def test_a_link_to_a_record_that_does_not_exist_is_refused() -> None:
    files = {RUMOUR: head("TT-2026-0003", "details: Xem [bản đó](TT-2026-0009).\n")}
    assert reported(files) == {("TT-2026-0003.yml", "BT112")}


def test_an_issued_record_that_cannot_be_read_has_not_vanished() -> None:
    files = issued({BULLETIN: head("BT-2026-0001", "include: [TT-2026-0001]\n")})
    assert reported({**files, FACT: "id: [\n"}) == {("TT-2026-0001.yml", "BT101")}


# ── BT2xx ────────────────────────────────────────────────────────────────────────────────────


def test_retired_records_that_replace_each_other_are_a_circle() -> None:
    retired = "retired: {{on: 2026-11-29, reason: Ghi trùng, replaced_by: {}}}\n"
    files = {
        RUMOUR: head("TT-2026-0003", retired.format("TT-2026-0004")),
        RUMOUR.replace("0003", "0004"): head("TT-2026-0004", retired.format("TT-2026-0003")),
    }
    assert reported(files) == {("TT-2026-0004.yml", "BT203")}


# ── BT3xx ────────────────────────────────────────────────────────────────────────────────────

DOUBTFUL = head("TT-2026-0003", "statement: Có.\n")
CITES = "{text: Có., because: [TT-2026-0003]}"


@pytest.mark.parametrize(
    ("path", "written", "expected"),
    [
        (EVENT, f"known: [{CITES}]\n", {"BT301"}),
        (EVENT, f"known: [{CITES}]\nclosed: 2026-11-29T09:00\n", set()),
        (EVENT, "known: [{text: Có.}]\n", {"BT304"}),
        (CONCERN, f"answer: {CITES.replace('{', '{on: 2026-11-29, ')}\n", {"BT301"}),
        (CONCERN, "answer: {on: 2026-11-29, text: Có.}\n", {"BT304"}),
    ],
    ids=["known", "closed", "known without", "answer", "answer without"],
)
def test_events_and_concerns_rest_on_facts_too(path: str, written: str, expected: set[str]) -> None:
    record_id = path.rpartition("/")[2].removesuffix(".yml")
    files = {RUMOUR: DOUBTFUL, path: head(record_id, written)}
    assert {code for _, code in reported(files)} == expected


def test_an_answer_given_while_its_fact_held_stays_right() -> None:
    answer = "answer: {on: 2026-11-29, text: Đạt., because: [TT-2026-0001]}\n"
    held = {CONCERN: head("BX-2026-0001", answer), FACT: BASE[FACT] + "valid_until: 2026-11-29\n"}
    assert reported(held) == set()
    held[FACT] = BASE[FACT] + "valid_until: 2026-11-28\n"
    assert reported(held) == {("BX-2026-0001.yml", "BT301")}


@pytest.mark.parametrize(
    "fact",
    [
        BASE[FACT] + "retired: {on: 2026-11-30, reason: Ghi nhầm}\n",
        BASE[FACT].replace("Thông báo số 03, result: confirmed", "Thông báo số 03"),
    ],
    ids=["retired", "concluded without a result"],
)
def test_a_fact_that_is_retired_or_has_no_result_establishes_nothing(fact: str) -> None:
    says = head("ND-2026-0002", "say: [{text: Đạt., because: [TT-2026-0001]}]\n")
    assert reported({MESSAGE: says, FACT: fact}) == {("ND-2026-0002.yml", "BT301")}


def test_an_issued_bulletin_is_not_asked_again_about_its_rumours() -> None:
    files = {
        BULLETIN: head("BT-2026-0001", "include: [TT-2026-0003]\n"),
        RUMOUR: head("TT-2026-0003", "nature: rumour\n"),
    }
    assert reported(files) == {("BT-2026-0001.yml", "BT303")}
    assert reported(issued(files)) == set()


# ── BT4xx ────────────────────────────────────────────────────────────────────────────────────


def test_a_newly_cited_record_is_named_as_the_change() -> None:
    says = head("ND-2026-0002", "say:\n  - {text: Đạt., because: [TT-2026-0001]}\n")
    other = BASE[FACT].replace("TT-2026-0001", "TT-2026-0004")
    files = {MESSAGE: says, FACT.replace("0001", "0004"): other}
    signed = approved(files, "ND-2026-0002")
    now = {**signed, MESSAGE: says.replace("TT-2026-0001", "TT-2026-0004")}
    findings = check({**now}, past={"approved": {**signed}}).findings
    said = [f.diagnostic.message(Language.EN) for f in findings if f.span.path != MESSAGE]
    lapsed = [sentence for sentence in said if "has lapsed" in sentence]
    assert len(lapsed) == len(corpus_of(in_memory(files)).registry.programme.parties)
    assert all("before “TT-2026-0001”, now “TT-2026-0004”" in sentence for sentence in lapsed)


def without_tuyen_giao(files: dict[str, str]) -> dict[str, str]:
    changed = BASE[PROGRAMME].replace("[tuyen-giao, dan-van]", "[dan-van, ubnd]")
    return {**files, PROGRAMME: changed}


def test_what_a_party_signed_stays_signed_after_it_left_the_programme() -> None:
    files = approved({BULLETIN: head("BT-2026-0001", "include: [TT-2026-0001]\n")}, "BT-2026-0001")
    later = without_tuyen_giao(issued(files))
    path = "content/approvals/BT-2026-0001/tuyen-giao.yml"
    late = later[path].replace("at: 2026-11-30", "at: 2026-12-01")
    # until every party, old and new, has agreed to that, it stays one
    assert ("programme.yml", "BT412") in reported(later)
    assert ("tuyen-giao.yml", "BT404") not in reported({**later, path: late})
    second = BULLETIN.replace("0001", "0002")
    later[second] = head("BT-2026-0002", "include: [TT-2026-0001]\n")
    agreed = issued(later, "BT-2026-0002")
    assert not {("programme.yml", "BT412"), ("tuyen-giao.yml", "BT404")} & reported(agreed)
    assert ("tuyen-giao.yml", "BT404") in reported({**agreed, path: late})


def test_an_issued_consultation_keeps_the_parties_it_had() -> None:
    positions = "[{unit: dan-van, opinion: Báo ngay.}, {unit: tuyen-giao, opinion: Chờ.}]"
    talk = head("TD-2026-0001", f"outcome: differing\npositions: {positions}\n")
    files = {TALK: talk, BULLETIN: head("BT-2026-0001", "include: [TD-2026-0001]\n")}
    assert ("TD-2026-0001.yml", "BT408") in reported(without_tuyen_giao(files))
    assert ("TD-2026-0001.yml", "BT408") not in reported(without_tuyen_giao(issued(files)))


def test_a_consultation_under_way_owes_no_positions_yet_and_a_retired_one_none_at_all() -> None:
    assert reported({TALK: head("TD-2026-0001", "important: true\n")}) == set()
    retired = "outcome: differing\nretired: {on: 2026-11-30, reason: Viết trùng}\n"
    assert reported({TALK: head("TD-2026-0001", retired)}) == set()


def test_an_open_consultation_withholds_nothing_that_is_over() -> None:
    over = "retired: {on: 2026-11-30, reason: Viết trùng}\n"
    files = {
        TALK: head("TD-2026-0001", "about: [ND-2026-0002]\n"),
        MESSAGE: head("ND-2026-0002", ""),
    }
    assert reported(files) == {("ND-2026-0002.yml", "BT409")}
    assert reported({**files, MESSAGE: head("ND-2026-0002", over)}) == set()


def test_a_withdrawn_bulletin_asks_for_nothing_even_when_its_plan_is_touched() -> None:
    files = approved({BULLETIN: head("BT-2026-0001", "include: [TT-2026-0001]\n")}, "BT-2026-0001")
    files = issued(files)
    request = Request("BT-2026-0001", Relation.WITHDRAWAL, "Phát hành nhầm")
    withdrawal = issue(corpus_of(in_memory(files)), request)
    files |= {path: content.decode() for path, content in withdrawal.items()}
    files[BULLETIN] += "recipients: [Các chi bộ]\n"
    codes = {code for _, _, code in places(check({**files}).findings)}
    assert not codes & {"BT401", "BT402", "BT403"}


# ── BT7xx ────────────────────────────────────────────────────────────────────────────────────


def test_a_number_that_was_issued_stays_taken_when_the_plan_moves_on() -> None:
    first = "kind: quick\nnumber: 1\ninclude: [TT-2026-0001]\n"
    files = issued({BULLETIN: head("BT-2026-0001", first)})
    files[BULLETIN] = files[BULLETIN].replace("number: 1", "number: 2")
    other = BULLETIN.replace("0001", "0003")
    files[other] = head("BT-2026-0003", first)
    assert reported(files) == {("BT-2026-0003.yml", "BT703"), ("BT-2026-0001.yml", "BT402")}


def test_a_plan_retired_before_its_issue_gives_its_number_back() -> None:
    numbered = "kind: quick\nnumber: 1\n"
    over = "retired: {on: 2026-11-30, reason: Gộp vào bản sau}\n"
    other = BULLETIN.replace("0001", "0002")
    files = {BULLETIN: head("BT-2026-0001", numbered + over), other: head("BT-2026-0002", numbered)}
    assert reported(files) == set()
    files = {BULLETIN: head("BT-2026-0001", numbered), other: head("BT-2026-0002", numbered + over)}
    assert reported(files) == set()


def test_a_retired_message_is_reported_where_the_bulletin_includes_it() -> None:
    over = "retired: {on: 2026-11-30, reason: Viết trùng}\n"
    plan = "highlights:\n  - {text: Đạt., because: [ND-2026-0002]}\ninclude:\n  - ND-2026-0002\n"
    files = {MESSAGE: head("ND-2026-0002", over), BULLETIN: head("BT-2026-0001", plan)}
    found_at = [p for p in places(check({**files}).findings) if p[2] == "BT705"]
    assert found_at == [(BULLETIN, 8, "BT705")]
    files[BULLETIN] = files[BULLETIN].partition("include:")[0]
    found_at = [p for p in places(check({**files}).findings) if p[2] == "BT705"]
    assert found_at == [(BULLETIN, 6, "BT705")]


def test_a_new_attachment_is_a_change() -> None:
    scan = "content/attachments/a.pdf"
    fact = BASE[FACT] + "attachments: [{file: a.pdf, title: Biên bản, description: Biên bản}]\n"
    files = {
        BULLETIN: head("BT-2026-0001", "include: [TT-2026-0001]\n"),
        FACT: fact,
        scan: pdf("one").decode(),
    }
    files = issued(files)

    def codes(changed: dict[str, str]) -> set[str]:
        compilation = compile_content(in_memory({**changed}), issuing="BT-2026-0001")
        return {code for _, _, code in places(compilation.findings)}

    assert "BT704" in codes(files)
    assert "BT704" not in codes({**files, scan: pdf("two").decode()})


PROGRAMME = "content/registry/programme.yml"
ADDRESSES = {
    "https://bản-tin.example.vn/đường-dẫn/": "https://xn--bn-tin-bd8b.example.vn/"
    "%C4%91%C6%B0%E1%BB%9Dng-d%E1%BA%ABn/",
    "https://bulletin.example.vn/100%/a%20b": "https://bulletin.example.vn/100%25/a%20b",
    "HTTP://Bulletin.example.vn:8080": "http://bulletin.example.vn:8080",
}
NO_ADDRESSES = (
    *("bulletin.example.vn", "ftp://example.vn/", "https://", "https://a b.vn/", "//example.vn"),
    *("https://a:b@example.vn/", "https://example.vn/?a", "https://example.vn/#a"),
    *("https://example.vn:99999/", "javascript:alert(1)", "https://-a.vn/", "https://a..vn/"),
    *("https://a.vn/a b/", "https://a.vn/a\u00a0b/"),
)


@pytest.mark.parametrize(("written", "sent"), ADDRESSES.items())
def test_the_address_of_the_site_is_kept_as_addresses_are_sent(written: str, sent: str) -> None:
    text = f'{BASE[PROGRAMME]}base_url: "{written}"\n'
    corpus = corpus_of(in_memory({PROGRAMME: text}))
    assert corpus.registry.programme.base_url == sent


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("https://0912345678.vn/", "BT501"),
        ("https://a.vn/nguyen-van-teo/", "BT507"),
        ("https://facebook.com/teo", "BT502"),
    ],
)
def test_what_no_text_may_hold_the_address_of_the_site_may_not(written: str, code: str) -> None:
    """It stands on every page: what the build would refuse, the check says."""
    text = f'{BASE[PROGRAMME]}base_url: "{written}"\n'
    assert ("programme.yml", code) in reported({PROGRAMME: text})


@pytest.mark.parametrize("written", NO_ADDRESSES)
def test_what_is_no_address_of_a_site_is_refused(written: str) -> None:
    text = f'{BASE[PROGRAMME]}base_url: "{written}"\n'
    assert ("programme.yml", "BT104") in reported({PROGRAMME: text})


def test_no_finding_tells_what_the_guard_masks_elsewhere() -> None:
    """Findings are read in the logs of a forge; a file name tells as much as a text."""
    who = "Nguyễn Văn Tèo 0912345678"
    message = head("ND-2026-0002", "say: [{text: A., because: [TT-2026-0001]}]\n")
    files = {**BASE, MESSAGE: message}
    workspace = in_memory(files, moment=DAY)
    files |= approvals(corpus_of(workspace), "ND-2026-0002")
    attached = f"attachments: [{{file: {who}.pdf, title: A, description: B}}]\n"
    changed = {
        **files,
        FACT: BASE[FACT] + attached,
        MESSAGE: message.replace("created: 2026-11-29", f"created: {who}"),
        f"content/attachments/{who}.pdf": pdf("a").decode(),
    }
    for then in (changed, {**changed, MESSAGE: message}):
        past = {"then": {path: text.encode() for path, text in files.items()}}
        findings = compile_content(in_memory(then, moment=DAY, past=past)).findings
        told = [text for f in findings for text in (f.diagnostic.sentence, f.diagnostic.mend)]
        said = [words for text in told for words in (text.vi, text.en)]
        assert not [words for words in said if "Tèo" in words or "0912345678" in words]
        assert any("N.V.T." in words for words in said)
