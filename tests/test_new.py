"""A new record: the next free id on any branch, every key explained, and nothing to correct yet."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.base.text import nfc
from generator.cli.main import verbs
from generator.cli.verbs.new import _of_bulletin, kind_called
from generator.model.kinds import KINDS, path_of
from generator.model.kinds.message import Message
from generator.model.record.record import Record
from generator.source.yaml.characters import in_source
from generator.source.yaml.loader import load
from generator.targets.editor.scaffold import scalar
from tests.conftest import Run
from tests.exercise import record_files
from tests.support import approvals, corpus_of, git, in_memory

AT = ("--at", "2026-11-30T22:20+07:00")
TITLE = 'Nước: "sạch" #1 – có ‘mùi’?\n[tin] 🚰 \\ đúng: không'


def started(folder: Path, *arguments: str) -> str:
    """The text of the record that `bulletin new` made."""
    ran = CliRunner().invoke(verbs, ("-C", str(folder), *AT, "new", *arguments))
    assert ran.exit_code == 0, ran.output
    return (folder / ran.stdout.strip()).read_text("utf-8")


def values_of(text: str) -> dict[str, object]:
    outcome = load("", text.encode())
    assert outcome.value is not None and not outcome.problems
    return outcome.value


def uncommented(text: str) -> str:
    """The scaffold with its optional keys taken into use, as its first lines say: without the #."""
    return re.sub(r"^#((?:  )*(?:- )?[a-z_]+:)", r"\1", text, flags=re.MULTILINE)


# ── what it holds ────────────────────────────────────────────────────────────────────────────


def test_a_new_record_of_every_kind_is_checked_without_an_error(
    workspace: Path, bulletin: Run
) -> None:
    for kind in KINDS:
        text = started(workspace, kind.kind, "--title", TITLE)
        assert values_of(text)["title"] == " ".join(TITLE.split())
    found = json.loads(bulletin(workspace, *AT, "check", "--format", "json").stdout)
    told = {one["code"] for one in found["findings"] if one["severity"] != "hold"}
    assert told == {"BT612"}, "paper has no letter for one of its signs; nothing else is wrong"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.kind))
def test_it_lists_every_key_with_its_label(workspace: Path, kind: type[Record]) -> None:
    text = started(workspace, kind.prefix)
    used = load("", uncommented(text).encode())
    assert not used.problems
    for name, field in kind.model_fields.items():
        line = rf"^#?{field.alias or name}:.*# .*{re.escape(str(field.title))}"
        assert re.search(line, text, re.MULTILINE), name


def test_what_is_due_stands_before_what_is_optional(workspace: Path) -> None:
    text = started(workspace, "message")
    order = ["id:", "created:", "areas:", "next_update:", "#event:", "#script:"]
    assert [text.index(f"\n{key}") for key in order] == sorted(
        text.index(f"\n{key}") for key in order
    )
    assert "residents (người dân), officials (cán bộ)" in text


def test_the_labels_are_english_when_english_is_asked_for(workspace: Path, bulletin: Run) -> None:
    ran = bulletin(workspace, "--lang", "en", *AT, "new", "message", "--unit", "dan-van")
    text = (workspace / ran.stdout.strip()).read_text("utf-8")
    assert "# • Audience: residents (residents)" in text
    (next_step,) = ran.stderr.splitlines()
    assert next_step.startswith(f"Next: open {ran.stdout.strip()}")


def test_its_dates_are_those_that_most_messages_need(workspace: Path) -> None:
    values = values_of(started(workspace, "message"))
    assert values["created"] == "2026-11-30"
    assert values["next_update"] == "2026-12-01T17:00+07:00"
    valid = {"from": "2026-11-30T23:00+07:00", "until": "2026-12-07T23:00+07:00"}
    assert values["valid"] == valid
    assert started(workspace, "BT").count("next_issue: 2026-12-07T17:00+07:00") == 1


def test_without_a_unit_the_first_party_is_taken_and_said(workspace: Path, bulletin: Run) -> None:
    ran = bulletin(workspace, *AT, "new", "ND")
    (notice, next_step) = ran.stderr.splitlines()
    assert notice == "Chưa nêu --unit nên ghi tuyen-giao; các bên: tuyen-giao, dan-van."
    assert "bulletin check ND-" in next_step
    assert values_of(started(workspace, "ND", "--unit", "ubnd"))["unit"] == "ubnd"


def test_it_takes_area_and_topic_from_its_event(workspace: Path) -> None:
    values = values_of(started(workspace, "ND", "--event", "SV-2026-0001"))
    event = load("", (workspace / path_of("SV-2026-0001")).read_bytes()).value
    assert event is not None
    assert values["event"] == "SV-2026-0001"
    assert [values["areas"], values["topic"]] == [event["areas"], event["topic"]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("mesage",), "có phải: message?"),
        (("ND", "--event", "SV-2026-0010"), "Không có sự việc SV-2026-0010; có phải:"),
        (("ND", "--unit", "tuyen-gia"), "có phải: tuyen-giao?"),
    ],
    ids=["kind", "event", "unit"],
)
def test_what_does_not_exist_is_refused_and_nothing_is_written(
    workspace: Path, bulletin: Run, arguments: tuple[str, ...], said: str
) -> None:
    before = sorted(workspace.rglob("*"))
    ran = bulletin(workspace, *AT, "new", *arguments)
    assert ran.returncode == 2
    assert said in ran.stderr
    assert sorted(workspace.rglob("*")) == before


@pytest.mark.parametrize("name", ["message", "ND", "nd", "nội dung", "Nội dung định hướng"])
def test_a_kind_may_be_called_as_people_call_it(name: str) -> None:
    assert kind_called(name) is Message


# Hidden characters are refused before; a title is one line.
TITLES = st.text(min_size=1).map(lambda text: nfc(" ".join(text.split()))).filter(bool)


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(TITLES.filter(lambda text: not any(in_source("", text))))
def test_whatever_a_title_says_it_is_read_back(title: str) -> None:
    assert load("", f"title: {scalar(title)}  # Tiêu đề\n".encode()).value == {"title": title}


def test_a_text_in_several_lines_may_be_written_at_any_text_key(workspace: Path) -> None:
    for kind in KINDS:
        text = uncommented(started(workspace, kind.kind))
        for key in ("statement", "details", "summary", "note", "question", "agreement"):
            text = re.sub(
                rf"^({key}:) *(#.*)$", r"\1 >-   \2\n  một dòng\n  hai dòng", text, flags=re.M
            )
        assert not load("", text.encode()).problems
        assert "#" not in str(load("", text.encode()).value)


def test_no_optional_day_is_filled_in_with_today(workspace: Path) -> None:
    text = started(workspace, "information")
    assert re.search(r"^#valid_until: +# .*viết như 2026-11-18$", text, re.MULTILINE)
    assert not {"valid_until", "holds_until"} & values_of(uncommented(text)).keys()


def test_a_bulletin_says_who_signs_what_is_agreed_and_the_next_numbers(workspace: Path) -> None:
    text = started(workspace, "bulletin")
    values = values_of(text)
    assert values["signers"] == [
        {"unit": "tuyen-giao", "office": "truong-ban"},
        {"unit": "dan-van", "office": "truong-ban"},
    ]
    assert "tuyen-giao: truong-ban (Trưởng ban), pho-truong-ban" in text
    next_numbers = r"số kế tiếp: \d+ \(định kỳ\), \d+ \(nhanh\), \d+ \(sinh hoạt chi bộ\)"
    assert re.search(next_numbers, " ".join(text.replace("#", " ").split()))


def test_a_bulletin_includes_the_messages_that_every_party_approved() -> None:
    files = record_files()
    corpus = corpus_of(in_memory(files))
    assert "include" not in _of_bulletin(corpus)
    agreed = corpus_of(in_memory(files | approvals(corpus, "ND-2026-0001")))
    assert _of_bulletin(agreed)["include"] == ["ND-2026-0001"]


# ── its id ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def forge(workspace: Path) -> Path:
    """The workspace in git, below the top of its repository."""
    git(workspace.parent, "init", "-q")
    git(workspace.parent, "add", "-A")
    git(workspace.parent, "commit", "-qm", "x")
    return workspace


def test_two_branches_do_not_take_the_same_id(forge: Path) -> None:
    git(forge, "switch", "-qc", "khac")
    assert "id: ND-2026-0004" in started(forge, "ND")
    git(forge, "add", "-A")
    git(forge, "commit", "-qm", "y")
    git(forge, "switch", "-q", "main")
    assert not (forge / path_of("ND-2026-0004")).exists()
    assert "id: ND-2026-0005" in started(forge, "ND")


def test_a_branch_that_was_only_fetched_counts_too(forge: Path) -> None:
    colleague = forge.parent.parent / "colleague"
    git(forge.parent.parent, "clone", "-q", str(forge.parent), "colleague")
    (colleague / forge.name / path_of("ND-2026-0041")).write_text("id: ND-2026-0041\n")
    git(colleague, "add", "-A")
    git(colleague, "commit", "-qm", "y")
    git(forge, "fetch", "-q", str(colleague), "main:refs/remotes/colleague/main")
    assert "id: ND-2026-0042" in started(forge, "ND")


def test_an_id_that_only_an_edition_holds_is_used(workspace: Path) -> None:
    held = sorted((workspace / "content/records/information/2026").glob("*.yml"))
    issued = (workspace / "content/editions/BT-2026-0008/v1.json").read_text("utf-8")
    highest = max(file for file in held if f'"{file.stem}"' in issued)
    for file in held:
        if file >= highest:
            file.unlink()
    following = int(highest.stem[-4:]) + 1
    assert f"id: TT-2026-{following:04}" in started(workspace, "TT")


def test_after_9999_comes_10000(workspace: Path) -> None:
    (workspace / path_of("ND-2026-9999")).write_text("id: ND-2026-9999\n")
    assert "id: ND-2026-10000" in started(workspace, "ND")


REFUSALS = {
    "fatal: detected dubious ownership in repository at '/x'": "git config --global --add safe",
    "fatal: bad config line 3 in file .git/config": "bad config line 3 in file .git/config",
    "": "Cài git rồi thử lại",
}


@pytest.mark.parametrize(("said", "told"), REFUSALS.items())
def test_a_git_that_refuses_is_never_no_git(
    forge: Path, bulletin: Run, monkeypatch: pytest.MonkeyPatch, said: str, told: str
) -> None:
    """Else an id that stands on another branch would be given again."""
    programs = forge.parent / "programs"
    programs.mkdir()
    if said:
        (programs / "git").write_text(f'#!/bin/sh\necho "{said}" >&2\nexit 128\n')
        (programs / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/bin" if said else str(programs))
    done = bulletin(forge, "new", "information")
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr


def test_what_a_hook_hands_down_hides_no_branch(
    forge: Path, bulletin: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(forge, "switch", "-qc", "khac")
    there = bulletin(forge, "new", "information").stdout
    git(forge, "add", "-A")
    git(forge, "commit", "-qm", "y")
    git(forge, "switch", "-q", "main")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", "elsewhere")
    here = bulletin(forge, "new", "information").stdout
    assert here and here != there
