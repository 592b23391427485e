"""Sentences that nobody verified, planted in every place of a record that states something.

Each plant is one carrier (a message, an event, a concern or a bulletin) with one sentence, and the
record on which that sentence rests. The sentence holds a word that stands nowhere else.
"""

from collections.abc import Iterator, Mapping
from string import ascii_lowercase
from typing import NamedTuple

from tests.support import Files

HEAD = """id: {id}
title: {title}
unit: dan-van
created: 2026-11-28
areas: [song-xanh]
topic: moi-truong
"""
EXAMINED = "  - {step: examined, on: 2026-11-28, by: dan-van, reference: Phiếu số 21}\n"
VERIFIED = """  - step: verified
    on: 2026-11-28
    by: tuyen-giao
    reference: Biên bản số 22
    result: RESULT
"""
CONCLUDED = """  - step: concluded
    on: 2026-11-28
    by: dan-van
    reference: Thông báo số 23
    result: RESULT
"""
SOURCE = "source: {kind: document, reference: Công văn số 20, received: 2026-11-27}\n"
FACT = "nature: fact\nstatement: WORDS\n" + SOURCE
STEPS = "verification:\n" + EXAMINED + VERIFIED + CONCLUDED
PROVED = FACT + STEPS.replace("RESULT", "confirmed")
RUMOUR = "nature: rumour\nstatement: WORDS\n" + SOURCE
MET = """meeting:
  on: 2026-11-28
  chaired_by: dan-van
  attended: [{unit: dan-van, office: truong-ban}, {unit: tuyen-giao, office: truong-ban}]
"""
MATTER = "about: [TT-2026-0001]\nimportant: true\n"
DIFFERING = (
    MATTER
    + MET
    + """outcome: differing
positions: [{unit: dan-van, opinion: Một.}, {unit: tuyen-giao, opinion: Hai.}]
"""
)
PAPER = "issuer: Ban Thường vụ\nstage: issued\ndated: 2026-11-20\n"

# What a sentence rests on, by its fault: the kind's prefix and the keys of the record. WORDS are
# the planted words themselves, so that the record says exactly what the sentence says.
EVIDENCE: Mapping[str, tuple[str, str]] = {
    "a fact that nobody examined": ("TT", FACT),
    "a fact that was only examined": ("TT", FACT + "verification:\n" + EXAMINED),
    "a fact that was only verified": (
        "TT",
        FACT + "verification:\n" + EXAMINED + VERIFIED.replace("RESULT", "confirmed"),
    ),
    "a fact found false": ("TT", FACT + STEPS.replace("RESULT", "refuted")),
    "a fact found unfounded": ("TT", FACT + STEPS.replace("RESULT", "unfounded")),
    "a false rumour in its own words": (
        "TT",
        RUMOUR + "answer: Điều đó không có.\n" + STEPS.replace("RESULT", "refuted"),
    ),
    "a rumour without an answer": ("TT", RUMOUR + STEPS.replace("RESULT", "refuted")),
    "a rumour that nobody concluded": ("TT", RUMOUR + "answer: Điều đó không có.\n"),
    "a fact that was retired": ("TT", PROVED + "retired: {on: 2026-11-29, reason: Ghi nhầm.}\n"),
    "a fact past its validity": ("TT", PROVED + "valid_until: 2026-11-28\n"),
    "a fact that is over": ("TT", PROVED + "holds_until: 2026-11-28\n"),
    "a document that is proposed": ("VB", PAPER.replace("issued", "proposed")),
    "a document that was submitted": ("VB", PAPER.replace("issued", "submitted")),
    "a document without a stage": ("VB", PAPER.replace("stage: issued\n", "")),
    "a document without a date": ("VB", PAPER.replace("dated: 2026-11-20\n", "")),
    "a document without an issuer": ("VB", PAPER.replace("issuer: Ban Thường vụ\n", "")),
    "a document that expired": ("VB", PAPER + "expires: 2026-11-28\n"),
    "a document not in force yet": ("VB", PAPER + "effective: 2027-01-01\n"),
    "a document that was replaced": ("VB", PAPER.replace("issued", "replaced")),
    "a document that was retired": (
        "VB",
        PAPER + "retired: {on: 2026-11-29, reason: Ghi nhầm.}\n",
    ),
    "a matter that was only raised": ("TD", MATTER),
    "a matter that was only met on": ("TD", MATTER + MET),
    "a matter agreed without a meeting": (
        "TD",
        MATTER.replace("true", "false") + "outcome: agreed\nagreement: WORDS\n",
    ),
    "a matter whose agreement nobody wrote": ("TD", MATTER + MET + "outcome: agreed\n"),
    "a matter on which the parties differ": ("TD", DIFFERING),
    "a matter that was referred": ("TD", DIFFERING + "referral: {to: btv, on: 2026-11-29}\n"),
    "a matter concluded by a party": (
        "TD",
        DIFFERING
        + "referral: {to: btv, on: 2026-11-28}\n"
        + "conclusion: {by: tuyen-giao, on: 2026-11-29, text: WORDS, decision: as_proposed}\n",
    ),
    "a matter to be verified further": (
        "TD",
        DIFFERING
        + "referral: {to: btv, on: 2026-11-28}\n"
        + "conclusion: {by: btv, on: 2026-11-29, text: WORDS, decision: verify_further}\n",
    ),
}
FOLDERS = {"TT": "information", "VB": "directive", "TD": "consultation"}
# What a sentence adds to a fact that is established.
UNSTATED = {
    "a number nobody stated": "có 4.321 trường hợp",
    "a number in words nobody stated": "có bốn mươi bảy trường hợp",
    "a day nobody stated": "từ ngày 13/10",
    "an hour nobody stated": "lúc 3 giờ 25",
    "a place nobody stated": "ở chợ Mai Lĩnh",
}

MESSAGE = """audience: [residents]
question: Việc này thế nào?
basis: [VB-2024-0001]
contact: dan-van
valid: {from: 2026-12-01T08:00+07:00, until: 2026-12-20T08:00+07:00}
next_update: 2026-12-03T17:00+07:00
"""
SAY = "say: [{text: Nước đạt quy chuẩn., because: [TT-2026-0001]}]\n"
EVENT = """level: complex
urgency: urgent
started: 2026-11-28T06:30+07:00
contact: dan-van
next_update: 2026-12-03T17:00+07:00
"""
CONCERN = """reported: {count: 37, from: 2026-11-01, until: 2026-11-27, channels: [reception]}
summary: Rác thu gom chậm.
competent_body: ubnd
tasks: [{do: Thu gom rác., unit: ubnd, due: 2026-12-30, status: doing}]
"""
CITED = "{text: TEXT, because: [CITED]}"
FIRST = """timeline:
  - {at: 2026-11-28T06:30+07:00, text: Phản ánh đầu tiên., because: [TT-2026-0001]}
"""
# Every place of a record that states something: the carrier's folder, and its keys.
FIELDS: Mapping[str, tuple[str, str]] = {
    "say": ("message/ND", MESSAGE + f"say: [{CITED}]\n"),
    "answers": (
        "message/ND",
        MESSAGE + SAY + "answers: [{question: Thế nào?, answer: TEXT, because: [CITED]}]\n",
    ),
    "short_text": ("message/ND", MESSAGE + SAY + f"short_text: [{CITED}]\n"),
    "script": ("message/ND", MESSAGE + SAY + f"script: [{CITED}]\n"),
    "timeline": (
        "event/SV",
        EVENT + FIRST + "  - {at: 2026-11-30T06:30+07:00, text: TEXT, because: [CITED]}\n",
    ),
    "known": ("event/SV", EVENT + FIRST + f"known: [{CITED}]\n"),
    "answer": (
        "concern/BX",
        CONCERN + "answer: {on: 2026-11-30, text: TEXT, because: [CITED]}\n",
    ),
    "settled": (
        "concern/BX",
        CONCERN.replace("doing", "done")
        + "settled: {on: 2026-11-30, result: TEXT, because: [CITED]}\n",
    ),
    "highlights": ("bulletin/BT", ""),
}
CHANNELS = ("short_text", "script")
AGREED = ("say", "answers")
PLAN = """kind: periodic
form: masthead
number: NUMBER
mode: exercise
circulation: public
period: {from: 2026-11-24, until: 2026-11-30}
highlights: [HIGHLIGHT]
include: [INCLUDE]
signers: [{unit: tuyen-giao, office: truong-ban}, {unit: dan-van, office: truong-ban}]
next_issue: 2026-12-08T17:00+07:00
"""
HIGHLIGHT = CITED.replace("TEXT", "Nước đạt quy chuẩn.").replace("CITED", "TT-2026-0001")


class Plant(NamedTuple):
    """A sentence in its place: the bulletin that would print it, and the files it takes."""

    field: str
    fault: str
    word: str
    bulletin: str
    files: Files

    @property
    def name(self) -> str:
        return f"{self.field}: {self.fault}"


def word_of(number: int) -> str:
    """A word that stands nowhere else, in letters only."""
    first, second = divmod(number % 676, 26)
    return f"Zqx{ascii_lowercase[number // 676]}{ascii_lowercase[first]}{ascii_lowercase[second]}j"


def planted(number: int, field: str, fault: str, text: str, evidence: tuple[str, str]) -> Plant:
    """The files of one plant; `evidence` is a prefix and keys, without keys the known fact."""
    word, (prefix, keys) = word_of(number), evidence
    words = f"Chuyện {word} {text} đã xảy ra như mọi người đều thấy."
    cited = f"{prefix}-2026-{number:04}" if keys else "TT-2026-0001"
    folder, body = FIELDS[field]
    kind, carrier = folder.partition("/")[0], f"{folder[-2:]}-2026-{number:04}"
    files: dict[str, str | bytes] = {}
    if keys:
        path = f"content/records/{FOLDERS[prefix]}/2026/{cited}.yml"
        files[path] = HEAD.format(id=cited, title="Căn cứ") + keys.replace("WORDS", words)
    stated = {"TEXT": words, "CITED": cited}
    bulletin = f"BT-2026-{number:04}"
    plan = PLAN.replace("NUMBER", str(number))
    if kind == "bulletin":
        plan = plan.replace("HIGHLIGHT", _with(CITED, stated)).replace("INCLUDE", "TT-2026-0001")
    else:
        files[f"content/records/{kind}/2026/{carrier}.yml"] = HEAD.format(
            id=carrier, title="Nước sinh hoạt"
        ) + _with(body, stated)
        plan = plan.replace("HIGHLIGHT", HIGHLIGHT).replace("INCLUDE", carrier)
    files[f"content/bulletins/2026/{bulletin}.yml"] = (
        HEAD.format(id=bulletin, title="Bản tin") + plan
    )
    return Plant(field, fault, word, bulletin, files)


def _with(text: str, stated: Mapping[str, str]) -> str:
    for name, value in stated.items():
        text = text.replace(name, value)
    return text


def all_plants() -> Iterator[Plant]:
    """Every fault in every field."""
    number = 100
    for field in FIELDS:
        for fault, evidence in EVIDENCE.items():
            number += 1
            yield planted(number, field, fault, "", evidence)
        for fault, text in UNSTATED.items():
            if field in AGREED and "number" not in fault:
                continue  # the parties may set a day, an hour, a place of their own
            number += 1
            yield planted(number, field, fault, text, ("TT", ""))


def sound_plants() -> Iterator[Plant]:
    """The same fields with a sentence that rests on a proved fact: these may go out."""
    for number, field in enumerate(FIELDS, start=900):
        yield planted(number, field, "a proved fact", "", ("TT", PROVED))
