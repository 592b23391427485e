"""What `check` writes for machines: valid SARIF 2.1.0, and workflow commands."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from generator.base.diagnostics import Diagnostic, Located, Problem, Severity
from generator.base.span import Span
from generator.base.text import Bilingual, Language
from generator.cli.report.annotations import as_commands
from generator.cli.report.sarif import as_sarif
from tests.conftest import ROOT, Run
from tests.support import check

SCHEMA = "tests/editor/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
EVENT = "content/records/event/2026/SV-2026-0001.yml"
# An error, a hold and a warning, one of them twice.
WRONG = {
    EVENT: """id: SV-2026-0001
title: Nước sinh hoạt có mùi lạ
unit: tuyen-giao
created: 2026-11-28
known: [{text: Nước đạt., because: [TT-2026-0030]}, {text: Nước đạt., because: [TT-2026-0030]}]
""",
    "content/records/message/2026/ND-2026-0001.yml": """id: ND-2026-0001
title: An toàn nước
unit: tuyen-giao
created: 2026-11-28
""",
    "content/ghi chú.txt": "x",
}


@pytest.fixture(scope="session")
def official() -> Draft4Validator:
    """The validator of the published schema, which `make test` installs."""
    schema = json.loads((ROOT / SCHEMA).read_text("utf-8"))
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def run_of(document: str) -> dict[str, Any]:
    (run,) = json.loads(document)["runs"]
    return dict(run)


# ── SARIF ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("files", [WRONG, {}], ids=["findings", "nothing found"])
def test_sarif_is_valid_against_the_published_schema(
    official: Draft4Validator, files: dict[str, str | bytes], language: Language
) -> None:
    document = json.loads(as_sarif(check(files).findings, language))
    assert [error.message for error in official.iter_errors(document)] == []


def test_the_schema_would_notice_a_mistake(official: Draft4Validator) -> None:
    document = json.loads(as_sarif(check(WRONG).findings, Language.VI))
    document["runs"][0]["results"][0]["level"] = "hold"
    assert not official.is_valid(document)


def test_sarif_holds_every_finding_at_its_place_in_both_directions() -> None:
    found = check(WRONG).findings
    results = run_of(as_sarif(found, Language.VI))["results"]
    told = []
    for result in results:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        told.append((result["ruleId"], region["startLine"], region["startColumn"]))
        assert region["endColumn"] > region["startColumn"]
    assert told == [(f.diagnostic.problem.code, f.span.line, f.span.column) for f in found]
    levels = {r["properties"]["severity"]: r["level"] for r in results}
    assert levels == {"error": "error", "hold": "warning", "warning": "warning"}


def test_a_region_covers_exactly_the_value() -> None:
    found = check(WRONG).findings
    result = next(
        r for r in run_of(as_sarif(found, Language.VI))["results"] if r["ruleId"] == "BT201"
    )
    region = result["locations"][0]["physicalLocation"]["region"]
    line = WRONG[EVENT].splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "TT-2026-0030"


def test_a_rule_carries_its_name_its_reason_and_its_page() -> None:
    run = run_of(as_sarif(check(WRONG).findings, Language.VI))
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules["BT401"]["shortDescription"]["text"] == "Còn thiếu phê duyệt"
    assert rules["BT401"]["help"]["markdown"].startswith("# BT401 ")
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    english = run_of(as_sarif(check(WRONG).findings, Language.EN))["tool"]["driver"]["rules"]
    (waits,) = [rule for rule in english if rule["id"] == "BT401"]
    assert "approv" in waits["shortDescription"]["text"]


def test_a_fingerprint_outlives_a_line_added_above_and_is_never_shared() -> None:
    def marks(files: dict[str, str]) -> list[str]:
        results = run_of(as_sarif(check(files).findings, Language.VI))["results"]
        return [result["partialFingerprints"]["bulletin/v1"] for result in results]

    assert len(set(marks(WRONG))) == len(marks(WRONG))
    assert marks({**WRONG, EVENT: "# thêm một dòng\n" + WRONG[EVENT]}) == marks(WRONG)


def test_vietnamese_is_written_as_it_is_and_a_path_as_an_address() -> None:
    text = as_sarif(check(WRONG).findings, Language.VI)
    assert "mang mã TT-2026-0030" in text
    assert "\\u" not in text
    assert "content/ghi%20ch%C3%BA.txt" in text


# ── workflow commands ────────────────────────────────────────────────────────────────────────

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def unescaped(text: str) -> str:
    for escape, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, sign)
    return text


def located(path: str, sentence: str) -> Located:
    said = Bilingual(sentence, sentence)
    problem = Problem("BT999", said, said, Severity.NOTE)
    span = Span(path, 3, 5, 4)
    return Located(span, Diagnostic(span, problem))


def test_a_command_names_file_line_and_columns() -> None:
    lines = as_commands(check(WRONG).findings, Language.VI).splitlines()
    assert len(lines) == len(check(WRONG).findings)
    assert all(COMMAND.fullmatch(line) for line in lines)
    (first, *_) = [line for line in lines if "BT201" in line]
    assert first.startswith(
        f"::error file={EVENT},line=5,endLine=5,col=37,endColumn=49,title=BT201"
    )


@pytest.mark.parametrize(
    "text", ["100% đúng", "hai\ndòng\r\n", "a: b, c", "::error::", "%0A", "🚰"]
)
def test_no_text_breaks_a_command(text: str) -> None:
    (line,) = as_commands([located(f"content/{text}.yml", text)], Language.VI).split("\n")
    found = COMMAND.fullmatch(line)
    assert found is not None
    properties = dict(one.split("=", 1) for one in found[2].split(","))
    assert unescaped(properties["file"]) == f"content/{text}.yml"
    assert unescaped(found[3]) == f"{text}\nSửa: {text}"
    assert found[1] == "notice"


def test_nothing_found_gives_no_command() -> None:
    assert as_commands((), Language.VI) == ""


# ── the verb ─────────────────────────────────────────────────────────────────────────────────


def test_check_writes_both_forms_and_keeps_its_exit_code(workspace: Path, bulletin: Run) -> None:
    def checked(form: str) -> tuple[int, str]:
        ran = bulletin(workspace, "--at", "2026-11-30T22:00+07:00", "check", "--format", form)
        return ran.returncode, ran.stdout

    assert checked("github") == (0, "")
    code, document = checked("sarif")
    assert (code, run_of(document)["results"]) == (0, [])
    target = next((workspace / "content/records/message/2026").glob("*.yml"))
    target.write_text(target.read_text("utf-8") + "sya: x\n", "utf-8")
    assert checked("github")[0] == checked("sarif")[0] == 1
    assert checked("github")[1].startswith("::error file=content/records/message/2026/")
