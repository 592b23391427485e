"""What is written by hand where a command writes: the mend is what the person can really do."""

import pytest

from generator.base.text import Language
from tests.support import BASE, FACT, approvals, check, corpus_of, in_memory

MESSAGE = "content/records/message/2026/ND-2026-0002.yml"
TEXT = """id: ND-2026-0002
title: An toàn nước sinh hoạt
unit: tuyen-giao
created: 2026-11-29
say: [{text: Nước đạt quy chuẩn., because: [TT-2026-0001]}]
"""
FOLDER = "content/approvals/ND-2026-0002"
OWN, OTHER = f"{FOLDER}/tuyen-giao.yml", f"{FOLDER}/dan-van.yml"
REDACTION = "content/redactions/BT-2026-0001-v1.yml"
FORGE = "tệp này phải ghi"


def signed() -> dict[str, str]:
    """The files with a message and the approvals of both parties."""
    files = {**BASE, MESSAGE: TEXT}
    return files | approvals(corpus_of(in_memory(files)), "ND-2026-0002")


def mends(files: dict[str, str], path: str, code: str) -> str:
    """How the findings of this code in a file are to be mended."""
    found = [f.diagnostic for f in check(dict(files)).findings if f.span.path == path]
    return " ".join(one.fix(Language.VI) for one in found if one.problem.code == code)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (f"{FOLDER}/Dan-Van.yml", "đổi tên tệp thành dan-van.yml"),
        ("content/approvals/nd-2026-0002/dan-van.yml", f"chuyển tệp sang {OTHER}"),
    ],
)
def test_an_approval_with_other_capitals_in_its_path_is_renamed(written: str, told: str) -> None:
    files = signed()
    files[written] = files.pop(OTHER)
    assert mends(files, written, "BT107") == told


def test_a_copy_of_another_unit_s_approval_is_never_made_its_own() -> None:
    files = signed()
    files[OTHER] = files[OWN]
    told = mends(files, OTHER, "BT107")
    assert told.startswith("xóa tệp này; ")
    assert "bulletin approve ND-2026-0002 --unit dan-van" in told
    assert FORGE not in told


def test_an_approval_that_nobody_knows_where_to_put_is_told_with_both_ways() -> None:
    files = signed()
    files[OTHER] = files[OTHER].replace("unit: dan-van", "unit: ubnd")
    told = mends(files, OTHER, "BT107")
    assert "đổi tên tệp thành ubnd.yml" in told
    assert "bulletin approve ND-2026-0002 --unit dan-van" in told


@pytest.mark.parametrize(
    ("digest", "code"), [("", "BT106"), ("digest:\n", "BT106"), ("digest: abc\n", "BT104")]
)
@pytest.mark.parametrize(
    ("decision", "command"),
    [
        ("approve", "“bulletin approve ND-2026-0002 --unit dan-van --office truong-ban”"),
        ("reject", '--office truong-ban --reject --reason "…"”'),
    ],
)
def test_nobody_is_asked_to_type_a_digest(
    decision: str, command: str, digest: str, code: str
) -> None:
    files = signed()
    lines = [line for line in files[OTHER].splitlines() if not line.startswith("digest")]
    text = "\n".join(lines).replace("decision: approve", f"decision: {decision}")
    files[OTHER] = f"{text}\n{digest}"
    told = mends(files, OTHER, code)
    assert command in told
    assert "ghi “digest" not in told
    assert "điền" not in told


def test_the_digest_of_a_redaction_is_written_by_its_own_command() -> None:
    text = "edition: BT-2026-0001/v1\nat: 2026-11-30T08:00+07:00\nreason: Có tên người.\n"
    for files in ({REDACTION: text}, {REDACTION: f"{text}digest: abc\nterms: abc\n"}):
        told = mends(
            {**BASE, **files}, REDACTION, "BT104" if "abc" in files[REDACTION] else "BT106"
        )
        assert "bulletin redact BT-2026-0001 v1" in told
        assert "bulletin approve" not in told


@pytest.mark.parametrize("written", ["BT-2026-0001-v1", "bt-2026-0001/V1", "BT-2026-1 v01"])
def test_a_version_is_told_as_it_is_written(written: str) -> None:
    text = f"edition: {written}\nat: 2026-11-30T08:00+07:00\nreason: Có tên người.\n"
    assert "BT-2026-0001/v1" in mends({**BASE, REDACTION: text}, REDACTION, "BT104")


def test_a_key_without_a_value_is_filled_in_and_not_written_again() -> None:
    text = TEXT.replace("created: 2026-11-29", "created:")
    told = mends({**BASE, MESSAGE: text}, MESSAGE, "BT106")
    assert "điền vào sau “created:” ở dòng 4" in told
    assert "ghi “created: …”" not in told
    assert "ghi “created: …”" in mends(
        {**BASE, MESSAGE: text.replace("created:\n", "")}, MESSAGE, "BT106"
    )


def test_a_key_to_be_written_before_an_issue_is_filled_in_where_it_stands() -> None:
    """Of a record that an approved message cites."""
    text = BASE[FACT].replace(
        "statement: Cả 21 mẫu nước lấy ngày 27/11/2026 đạt quy chuẩn.", "statement:"
    )
    told = mends(signed() | {FACT: text}, FACT, "BT106")
    assert "điền vào sau “statement:” ở dòng 8" in told
