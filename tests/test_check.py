"""One mistake gives one finding, at its place; what was approved and changed says what changed."""

import re

import pytest

from generator.base.diagnostics import Located, Severity
from generator.base.text import Language
from tests.support import BASE, FACT, MOMENT, approvals, check, corpus_of, in_memory, places

EVENT = "content/records/event/2026/SV-2026-0001.yml"
GOOD = """id: SV-2026-0001
title: Nước sinh hoạt có mùi lạ
unit: tuyen-giao
created: 2026-11-28
areas: [song-xanh]
level: complex
started: 2026-11-28T06:30+07:00
known:
  - {text: Nước đạt quy chuẩn., because: [TT-2026-0001]}
next_update: 2026-12-05T17:00+07:00
"""
MESSAGE = "content/records/message/2026/ND-2026-0002.yml"
SAYS = """id: ND-2026-0002
title: An toàn nước sinh hoạt
unit: tuyen-giao
created: 2026-11-29
areas: [song-xanh]
topic: moi-truong
event: SV-2026-0001
audience: [residents]
question: Nước sinh hoạt hiện nay có an toàn không?
say:
  - {text: Cả 21 mẫu nước đều đạt quy chuẩn., because: [TT-2026-0001]}
basis: [VB-2024-0001]
contact: dan-van
valid: {from: 2026-11-29T18:00+07:00, until: 2026-12-15T18:00+07:00}
next_update: 2026-12-05T17:00+07:00
"""
RIGHT = {EVENT: GOOD, MESSAGE: SAYS}
MISTAKES = {
    "a misspelt key": (GOOD.replace("level:", "levle:"), 6, "BT103"),
    "a misspelt key that is required": (GOOD.replace("created:", "creatd:"), 4, "BT103"),
    "a misspelt value": (GOOD.replace("complex", "complx"), 6, "BT105"),
    "an impossible date": (GOOD.replace("2026-11-28\n", "2026-02-30\n"), 4, "BT104"),
    "an impossible time": (GOOD.replace("T06:30", "T26:30"), 7, "BT104"),
    "a reference to nothing": (GOOD.replace("TT-2026-0001", "TT-2026-0030"), 9, "BT201"),
    "a unit that does not exist": (GOOD.replace("tuyen-giao", "tuyen-gia"), 3, "BT201"),
    "the same key twice": (GOOD + "level: watch\n", 11, "BT102"),
    "an id that is not the file's": (GOOD.replace("SV-2026-0001", "SV-2026-0010"), 1, "BT107"),
    "a tab for indentation": (GOOD.replace("  - {", "\t- {"), 9, "BT101"),
    "a quote never closed": (GOOD.replace("title: ", 'title: "'), 2, "BT101"),
    "an alias": (GOOD.replace("[song-xanh]", "&a [*a]"), 5, "BT110"),
    "a hidden reversal": (GOOD.replace("Nước sinh hoạt có mùi lạ", '"Nước \\u202e"'), 2, "BT109"),
    "another encoding": (b"id: SV-2026-0001\ntitle: Th\xf4ng b\xe1o\n", 2, "BT109"),
    "five megabytes": (GOOD + "note: " + "x" * 5_000_000, 1, "BT111"),
    "nothing": ("", 1, "BT101"),
    "only a comment": ("# Viết sau\n", 1, "BT101"),
}


def errors(files: dict[str, str | bytes]) -> list[tuple[str, int, str]]:
    return places(check(files).of(Severity.ERROR))


def test_the_record_that_the_mistakes_are_made_in_is_right() -> None:
    assert errors(dict(RIGHT)) == []


@pytest.mark.parametrize(("written", "line", "code"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_gives_exactly_one_error_at_its_place(
    written: str | bytes, line: int, code: str
) -> None:
    assert errors({**RIGHT, EVENT: written}) == [(EVENT, line, code)]


def test_two_mistakes_in_two_files_are_both_reported() -> None:
    files = {EVENT: GOOD.replace("level:", "levle:"), MESSAGE: SAYS.replace("say:", "sya:")}
    assert errors(dict(files)) == [(EVENT, 6, "BT103"), (MESSAGE, 10, "BT103")]


def test_two_mistakes_in_one_file_are_both_reported() -> None:
    written = GOOD.replace("complex", "complx").replace("2026-11-28\n", "2026-02-30\n")
    assert errors({EVENT: written}) == [(EVENT, 4, "BT104"), (EVENT, 6, "BT105")]


def test_everything_is_reported_in_reading_order() -> None:
    found = check({EVENT: GOOD.replace("complex", "complx"), MESSAGE: SAYS}).findings
    assert [f.span for f in found] == sorted(f.span for f in found)


def approved(fact: str) -> tuple[Located, ...]:
    """What is found when the message was approved by both parties and the fact then reads so."""
    then = {**BASE, **RIGHT}
    signed = approvals(corpus_of(in_memory(RIGHT)), "ND-2026-0002")
    return check({**then, **signed, FACT: fact}, past={"approved": then}).findings


def test_what_every_party_approved_is_clean() -> None:
    assert approved(BASE[FACT]) == ()


def test_a_changed_word_of_a_cited_fact_lapses_both_approvals_and_is_named() -> None:
    found = approved(BASE[FACT].replace("21 mẫu", "12 mẫu"))
    files = [f"content/approvals/ND-2026-0002/{unit}.yml" for unit in ("dan-van", "tuyen-giao")]
    assert places(found) == [(file, 6, "BT402") for file in files]
    for one in found:
        assert one.diagnostic.problem.severity is Severity.HOLD
        assert "statement trong TT-2026-0001" in one.diagnostic.message(Language.VI)
        assert "trước “Cả 21 mẫu nước…”" in one.diagnostic.message(Language.VI)
        assert "now “Cả 12 mẫu nước…”" in one.diagnostic.message(Language.EN)


def test_a_word_changed_and_changed_back_leaves_the_approvals_whole() -> None:
    changed = BASE[FACT].replace("21 mẫu", "12 mẫu")
    assert approved(changed.replace("12 mẫu", "21 mẫu")) == ()


def test_an_editors_note_lapses_nothing() -> None:
    assert approved(BASE[FACT] + "note: Bản gốc lưu ở văn phòng.\n") == ()


def test_a_new_line_in_the_event_lapses_nothing() -> None:
    signed = approvals(corpus_of(in_memory(RIGHT)), "ND-2026-0002")
    event = GOOD + "unknown: [Thời điểm hết mùi.]\n"
    assert check({**RIGHT, EVENT: event, **signed}).findings == ()


def test_without_history_a_lapsed_approval_says_that_the_change_cannot_be_named() -> None:
    signed = approvals(corpus_of(in_memory(RIGHT)), "ND-2026-0002")
    changed = {**RIGHT, **signed, FACT: BASE[FACT].replace("21 mẫu", "12 mẫu")}
    said = {f.diagnostic.message(Language.VI) for f in check(changed).findings}
    assert len(said) == len(signed)
    assert all("không tìm thấy bản nào có mã băm" in sentence for sentence in said)


@pytest.mark.parametrize(
    "ending",
    [
        "retired: {on: 2026-11-30, reason: Viết trùng}\n",
        "valid: {from: 2026-11-29T18:00+07:00, until: 2026-11-30T18:00+07:00}\n",
    ],
    ids=["retired", "expired"],
)
def test_a_message_that_is_over_waits_for_nobody(ending: str) -> None:
    start = SAYS.partition("valid:")[0]
    assert check({EVENT: GOOD, MESSAGE: start + ending}).findings == ()


def test_a_recalled_message_waits_for_nobody() -> None:
    recall = f"""record: ND-2026-0002
unit: dan-van
office: truong-ban
at: {MOMENT.isoformat()}
reason: Có kết quả kiểm nghiệm mới.
"""
    assert check({**RIGHT, "content/recalls/ND-2026-0002.yml": recall}).findings == ()


def test_an_approval_with_a_digest_of_nothing_is_not_told_as_changed_content() -> None:
    signed = approvals(corpus_of(in_memory(RIGHT)), "ND-2026-0002")
    by_hand = {
        path: re.sub(r"sha256:\w+", f"sha256:{'1' * 64}", text) for path, text in signed.items()
    }
    lapsed = [
        f for f in check({**RIGHT, **by_hand}).findings if f.diagnostic.problem.code == "BT402"
    ]
    told = [f.diagnostic.message(Language.VI) for f in lapsed]
    assert told and all("mã ghi nhầm" in text and "vì nội dung đã đổi" not in text for text in told)


def test_a_number_too_small_for_its_key_is_not_to_be_written_in_words() -> None:
    concern = """id: BX-2026-0001
title: Rác
unit: dan-van
created: 2026-11-28
reported: {count: 4, from: 2026-11-01, until: 2026-11-27}
"""
    path = "content/records/concern/2026/BX-2026-0001.yml"
    (found,) = [f for f in check({path: concern}).findings if f.diagnostic.problem.code == "BT511"]
    assert "dưới ngưỡng" not in found.diagnostic.fix(Language.VI)
