"""Sample words are known for what they are: those of the scaffold and starter, or by their form."""

from pathlib import Path

import pytest
import yaml

from generator.base.diagnostics import Severity
from generator.cli.verbs.init import starting_files
from generator.model.corpus.placeholders import UNTITLED, placeholder_in, starter_places
from generator.model.kinds import KINDS
from generator.pipeline import Compilation, compile_content
from generator.workspace import MemoryWorkspace
from tests.conftest import Run
from tests.support import MOMENT

PLAN = """id: BT-2026-0001
title: Bản tin tuần 48
unit: ubnd
created: 2026-11-29
kind: periodic
number: 1
mode: {mode}
period: {{from: 2026-11-23, until: 2026-11-29}}
"""


def starter_with(mode: str, *changes: tuple[str, str]) -> Compilation:
    """The starter with one bulletin, after changes of its units."""
    files = starting_files()
    files["content/bulletins/2026/BT-2026-0001.yml"] = PLAN.format(mode=mode).encode()
    units = files["content/registry/units.yml"].decode()
    for before, after in changes:
        units = units.replace(before, after)
    files["content/registry/units.yml"] = units.encode()
    return compile_content(MemoryWorkspace(files, MOMENT))


def told(compilation: Compilation) -> list[tuple[Severity, str]]:
    return [
        (f.diagnostic.problem.severity, f.diagnostic.sentence.vi)
        for f in compilation.findings
        if f.diagnostic.problem.code == "BT610"
    ]


def test_a_real_bulletin_with_the_starters_registry_is_wrong() -> None:
    ((severity, sentence),) = told(starter_with("actual"))
    assert severity is Severity.ERROR
    assert "programme.yml" in sentence and "Bến Nước" in sentence


def test_an_exercise_is_warned_of_words_that_ask_to_be_replaced_and_of_nothing_else() -> None:
    ((severity, sentence),) = told(starter_with("exercise"))
    assert severity is Severity.WARNING and "thay bằng số thật" in sentence
    assert told(starter_with("exercise", (" (thay bằng số thật)", ""))) == []


def test_without_a_bulletin_nothing_is_said_of_a_new_workspace() -> None:
    assert compile_content(MemoryWorkspace(starting_files(), MOMENT)).findings == ()


def test_every_number_address_and_place_of_the_starter_is_known() -> None:
    files = starting_files()
    units = yaml.safe_load(files["content/registry/units.yml"])["units"]
    programme = yaml.safe_load(files["content/registry/programme.yml"])
    contacts = [unit["contact"] for unit in units if "contact" in unit]
    sample = [contact[key] for contact in contacts for key in ("phone", "email") if key in contact]
    sample += [unit["name"] for unit in units] + [unit["place"] for unit in units]
    sample += [programme["title"], programme["short_title"]]
    assert starter_places() and [text for text in sample if placeholder_in(text) is None] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.prefix)
def test_the_scaffold_writes_no_other_words_than_the_missing_title(
    kind: type, bulletin: Run, workspace: Path
) -> None:
    run = bulletin(workspace, "--at", "2026-11-29T08:00+07:00", "new", kind.__dict__["kind"])
    path = next(line for line in run.stdout.splitlines() if line.startswith("content/"))
    values = yaml.safe_load((workspace / path).read_text("utf-8"))
    words = [v for v in values.values() if isinstance(v, str) and " " in v]
    assert words == [UNTITLED.vi] and placeholder_in(UNTITLED.vi) == UNTITLED.vi


@pytest.mark.parametrize(
    "text",
    [
        *("000 0000 003", "0000000001", "000-0000-01", "gọi 000.0000.123"),
        *("a@example.vn", "https://Example.com/x", "THAY BẰNG SỐ THẬT", "(thay bằng tên thật)"),
        *("(chưa đặt tiêu đề)", "(no title yet)", "phường Bến Nước", "…", "...", "- ", "xxx"),
        *("[điền tên]", "‹ghi số vào đây›", "TODO: ghi sau", "Lorem ipsum dolor"),
    ],
)
def test_a_sample_is_seen(text: str) -> None:
    assert placeholder_in(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        *("1.000.000 đồng", "10 000 000 người", "2000 0000", "lúc 00:00", "024 3825 0000"),
        *("xem [bảng 1] trong phiếu", "Đường xx", "một câu … rồi thôi", "(ghi theo biên bản)"),
        *("for example. Vn", "examples.vn.example", "lễ cúng bến nước của làng", "1 000-000 000"),
    ],
)
def test_an_amount_or_a_word_is_no_sample(text: str) -> None:
    assert placeholder_in(text) is None
