"""A check of an unchanged workspace is remembered, and only as long as it would say the same."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.text import Language
from generator.cli.main import _run
from generator.cli.session import compilation as compiling
from generator.cli.session.check_memory import CheckResult
from generator.cli.session.session import Session
from generator.pipeline import Compilation, compile_content
from generator.workspace import MemoryWorkspace
from tests.conftest import ROOT
from tests.support import git, remembering

LONG_AGO = 1_700_000_000
CONTENT = {
    path.relative_to(ROOT).as_posix(): path.read_bytes()
    for path in (ROOT / "content").rglob("*")
    if path.is_file()
}
# From the first records of the exercise to long after its last promise.
SPRING = datetime.fromisoformat("2026-11-01T00:00+07:00")
MEANS = remembering()
MINUTES = st.integers(min_value=0, max_value=60 * 24 * 270)


def at(moment: datetime) -> Compilation:
    return compile_content(MemoryWorkspace(CONTENT, moment), MEANS)


def said(compilation: Compilation) -> list[tuple[str, str, str]]:
    return [
        (str(found.span), found.diagnostic.problem.code, found.diagnostic.message(Language.VI))
        for found in compilation.findings
    ]


@settings(max_examples=25, deadline=None)
@given(MINUTES, st.floats(min_value=0, max_value=1, exclude_max=True))
def test_what_is_found_stands_until_the_moment_that_is_told(start: int, part: float) -> None:
    now = SPRING + timedelta(minutes=start)
    first = at(now)
    assert now < first.until <= now + timedelta(days=1)
    last = first.until - timedelta(microseconds=1)  # a share near 1 is rounded up to the end
    assert said(at(min(now + (first.until - now) * part, last))) == said(first)


def checked(folder: Path, moment: str) -> tuple[CheckResult, bool]:
    """The verdict, and whether the workspace was compiled for it."""
    compilations: list[Compilation] = []
    compiled = compiling.compile_session

    def counted(session: Session) -> Compilation:
        compilations.append(compiled(session))
        return compilations[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiling, "compile_session", counted)
        # A change of a file's time is no writing: the run begins long after the files were made.
        session = Session(folder, None, moment, started_ns=(LONG_AGO << 2) * 10**9)
        verdict = compiling.check_result(session)
    return verdict, bool(compilations)


def test_an_unchanged_workspace_is_not_compiled_again(workspace: Path) -> None:
    first, was_compiled = checked(workspace, "2026-12-03T12:00+07:00")
    again, is_compiled = checked(workspace, "2026-12-03T12:30+07:00")
    assert (was_compiled, is_compiled) == (True, False)
    assert again == first


def test_a_written_file_a_removed_file_and_midnight_are_noticed(workspace: Path) -> None:
    checked(workspace, "2026-12-03T12:00+07:00")
    assert checked(workspace, "2026-12-04T00:00+07:00")[1]
    assert checked(workspace, "2026-12-03T12:00+07:00")[1]  # the clock went back
    record = next((workspace / "content/records/information").rglob("*.yml"))
    record.write_bytes(record.read_bytes().replace(b"title:", b"titel:"))
    verdict, is_compiled = checked(workspace, "2026-12-03T12:00+07:00")
    assert is_compiled
    assert "BT103" in {found.diagnostic.problem.code for found in verdict.findings}
    record.unlink()
    assert checked(workspace, "2026-12-03T12:00+07:00")[1]


def test_a_commit_and_a_branch_fetched_since_are_noticed(workspace: Path) -> None:
    """What a check says of lapsed approvals and of taken ids rests on git."""
    moment = "2026-12-03T12:00+07:00"
    checked(workspace, moment)
    git(workspace, "init", "-q")
    for command in (("commit", "--allow-empty", "-qm", "x"), ("branch", "khac")):
        git(workspace, *command)
        assert checked(workspace, moment)[1]
    git(workspace, "update-ref", "refs/remotes/origin/main", "main")
    assert [checked(workspace, moment)[1] for _ in range(2)] == [True, False]


def test_findings_come_back_with_their_words_in_both_languages(workspace: Path) -> None:
    stray = workspace / "content/records/{message}.txt"
    stray.write_text("x", "utf-8")
    first, _ = checked(workspace, "2026-12-03T12:00+07:00")
    again, is_compiled = checked(workspace, "2026-12-03T12:00+07:00")
    assert not is_compiled
    for one, other in zip(first.findings, again.findings, strict=True):
        for language in Language:
            assert one.diagnostic.message(language) == other.diagnostic.message(language)
            assert one.diagnostic.fix(language) == other.diagnostic.fix(language)
        assert one.span == other.span
    assert "{message}" in str(again.findings[0].span)


def test_a_language_that_was_chosen_once_is_not_remembered(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checked(workspace, "2026-12-03T12:00+07:00")
    told = []
    for chosen in (["--lang", "en"], []):
        _run(["-C", str(workspace), "--at", "2026-12-03T12:30+07:00", *chosen, "check"])
        told.append(capsys.readouterr().err)
    assert ["all clean" in told[0], "không có gì phải sửa" in told[1]] == [True, True]


def test_a_file_written_just_now_is_looked_at_again(workspace: Path) -> None:
    session = Session(workspace, None, "2026-12-03T12:00+07:00")
    compiling.check_result(session)
    assert checked(workspace, "2026-12-03T12:00+07:00")[1]


def test_a_moment_in_a_record_and_the_day_before_it_end_what_stands() -> None:
    record = next(path for path in CONTENT if "/message/" in path)
    written = CONTENT[record] + b"next_update: 2026-12-03T17:00\n"
    for now, until in (
        ("2026-12-03T12:00+07:00", "2026-12-03T17:00+07:00"),
        ("2026-12-02T12:00+07:00", "2026-12-02T17:00+07:00"),
        ("2026-12-03T18:00+07:00", "2026-12-04T00:00+07:00"),
    ):
        world = MemoryWorkspace({**CONTENT, record: written}, datetime.fromisoformat(now))
        assert compile_content(world).until == datetime.fromisoformat(until)


def test_nothing_is_said_of_the_future_when_an_escape_may_hide_a_moment() -> None:
    record = next(path for path in CONTENT if "/message/" in path)
    written = CONTENT[record] + b'note: "2026\\u002d12-03T17:00"\n'
    world = MemoryWorkspace({**CONTENT, record: written}, SPRING)
    assert compile_content(world).until == SPRING
