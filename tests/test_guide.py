"""The guide says what is true: its files are read, and what it shows is what the program prints."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, get_args

import pytest
from pydantic import BaseModel

from generator.base.diagnostics import Severity
from generator.base.text import Language
from generator.cli.main import VERBS, main
from generator.cli.verbs.init import starting_files
from generator.model.kinds import BY_NAME, KINDS, path_of
from generator.model.record.record import Record
from generator.pipeline import compile_content
from generator.resources import shipped
from generator.workspace import MemoryWorkspace
from generator.writer import write_files
from tests.keys import private_key, signers

PAGES = sorted(shipped("guide").glob("*.md"))
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LAST_MOMENT = datetime.fromisoformat("2026-11-05T07:00+07:00")

TT = "content/records/information/2026/TT-2026-0001.yml"
ND = "content/records/message/2026/ND-2026-0001.yml"


@dataclass(frozen=True)
class Fence:
    """A file or a transcript that a page shows."""

    language: str
    text: str

    @property
    def is_record(self) -> bool:
        return self.language == "yaml" and self.text.startswith("id:")

    @property
    def is_recall(self) -> bool:
        return self.text.startswith("record:") and "decision:" not in self.text

    @property
    def is_transcript(self) -> bool:
        return self.text.startswith("$ ")

    @property
    def path(self) -> str:
        record = self.text.splitlines()[0].partition(":")[2].strip()
        return f"content/recalls/{record}.yml" if self.is_recall else path_of(record)


def fences(*names: str) -> list[Fence]:
    """The fences of all pages, or of those whose names begin so, in reading order."""
    pages = [page for page in PAGES if not names or page.name.startswith(names)]
    return [Fence(*f) for page in pages for f in FENCE.findall(page.read_text("utf-8"))]


# ── the files it shows ───────────────────────────────────────────────────────────────────────


def test_the_guide_shows_a_whole_record_of_every_kind_it_teaches() -> None:
    shown = {f.path.split("/")[-1][:2] for f in fences() if f.is_record}
    assert shown == {kind.prefix for kind in KINDS}


def test_every_record_is_free_of_errors_when_it_is_written() -> None:
    """Laid over a new workspace in reading order, no step of the reader is answered by an error.

    The registry keeps its sample numbers, and BT610 warns of them, as the guide says.
    """
    files = starting_files()
    for records in written():
        files |= {record.path: record.text.encode() for record in records}
        compilation = compile_content(MemoryWorkspace(files, LAST_MOMENT))
        found = compilation.of(Severity.ERROR, Severity.WARNING)
        errors = [e for e in found if e.diagnostic.problem.code != "BT610"]
        assert [str(e.span) + e.diagnostic.message(Language.VI) for e in errors] == []


def written() -> Iterator[list[Fence]]:
    """What is written between two looks at the errors; the examples of the kinds at once."""
    for page in PAGES:
        records = [fence for fence in fences(page.name) if fence.is_record]
        yield from [records] if page.name.startswith("4-") else ([one] for one in records)


# ── the mistakes it warns of ─────────────────────────────────────────────────────────────────

MISTAKES = re.compile(r"^\| [^|`]+ \| `(?P<wrong>[^`|]+)` \| `(?P<right>[^`|]+)` \|$", re.MULTILINE)


def mistakes() -> list[tuple[str, str]]:
    page = next(page for page in PAGES if page.name.startswith("1-"))
    return MISTAKES.findall(page.read_text("utf-8"))


def said_of(line: str) -> list[str]:
    """The codes reported when a line stands in place of the same key of the guide's message."""
    files = starting_files()
    files |= {f.path: f.text.encode() for f in fences() if f.is_record}
    key = line.partition(":")[0]
    shown = files[ND].decode()
    files[ND] = re.sub(rf"^{key}:.*$", lambda _: line, shown, flags=re.MULTILINE).encode()
    compilation = compile_content(MemoryWorkspace(files, LAST_MOMENT))
    codes = [one.diagnostic.problem.code for one in compilation.of(Severity.ERROR)]
    warned = [one.diagnostic.problem.code for one in compilation.of(Severity.WARNING)]
    return codes + [code for code in warned if code == "BT116"]


@pytest.mark.parametrize(("wrong", "right"), mistakes())
def test_what_it_calls_wrong_is_wrong_and_what_it_calls_right_is_right(
    wrong: str, right: str
) -> None:
    assert said_of(wrong)
    assert said_of(right) == []


# ── the keys it lists ────────────────────────────────────────────────────────────────────────

ROW = re.compile(r"^\| `([a-z_.]+)` \|", re.MULTILINE)


def keys_of(model: type[BaseModel], above: str = "") -> Iterator[str]:
    """Every key of a kind, with the keys inside a group as group.key."""
    for name, field in model.model_fields.items():
        key = above + (field.alias or name)
        yield key
        for inner in _parts(field.annotation):
            yield from keys_of(inner, f"{key}.")


def _parts(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def test_it_lists_every_key_of_every_kind_and_no_other() -> None:
    page = next(page for page in PAGES if page.name.startswith("4-")).read_text("utf-8")
    common, *rest = page.split("\n## ")[1:]
    assert ROW.findall(common) == list(keys_of(Record))
    for kind, section in zip(KINDS, rest, strict=False):
        shared = set(keys_of(Record))
        own = [key for key in keys_of(kind) if key not in shared]
        assert (kind.prefix, ROW.findall(section)) == (section.split(" ")[0], own)


def test_it_lists_every_value_of_every_closed_list() -> None:
    page = next(page for page in PAGES if page.name.startswith("4-")).read_text("utf-8")
    for kind in BY_NAME.values():
        schema = kind.model_json_schema()
        for name, part in schema.get("$defs", {}).items():
            for value in part.get("enum", ()):
                assert f"`{value}`" in page, (kind.kind, name, value)


# ── the commands it shows ────────────────────────────────────────────────────────────────────


def test_every_command_it_names_is_a_verb() -> None:
    text = "\n".join(page.read_text("utf-8") for page in PAGES)
    shown = re.findall(r"(?:`|^\$ |^)bulletin ([a-z]\w*)", text, re.MULTILINE)
    assert set(shown) <= {*VERBS}
    assert {"check", "status", "why", "approve", "issue", "recall", "diff", "verify"} <= set(shown)


class Reader:
    """Somebody who follows the guide in a folder of their own."""

    def __init__(
        self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.root, self.monkeypatch, self.capsys = root, monkeypatch, capsys
        self.at = "2026-11-04T15:00+07:00"
        self.is_updating = False

    def compare(self, shown: str, printed: str, *pages: str) -> None:
        """Fails when they differ; under --update the page gets what is printed now."""
        for page in PAGES if self.is_updating else ():
            if page.name.startswith(pages):
                text = page.read_text("utf-8")
                page.write_text(text.replace(f"\n{shown}```", f"\n{printed}```", 1), "utf-8")
        assert self.is_updating or printed == shown

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def change(self, path: str, before: str, after: str) -> None:
        text = (self.root / path).read_text("utf-8")
        assert before in text
        self.write(path, text.replace(before, after))

    def commit(self) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.vn")
        for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", "x")):
            subprocess.run(("git", *command), cwd=self.root, check=True, capture_output=True)

    def approve(self, *units: str) -> None:
        for unit in units:
            self.run(f"bulletin approve BT-2026-0001 --unit {unit} --office chu-tich")

    def run(self, command: str) -> str:
        """What a terminal of 120 columns shows."""
        _, *arguments = shlex.split(command)
        given = ["bulletin", "-C", str(self.root), "--at", self.at, *arguments]
        self.monkeypatch.setattr(sys, "argv", given)
        self.capsys.readouterr()
        with pytest.raises(SystemExit):
            main()
        printed = self.capsys.readouterr()
        lines = (printed.out + printed.err).splitlines()
        return "\n".join(line.rstrip() for line in lines) + "\n"


@pytest.fixture
def reader(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    pytestconfig: pytest.Config,
) -> Reader:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "120")
    someone = Reader(tmp_path / "ban-tin", monkeypatch, capsys)
    someone.is_updating = pytestconfig.getoption("--update")
    write_files(tmp_path / "ban-tin", starting_files())
    return someone


class Step(NamedTuple):
    """What the text before a transcript has told the reader to do."""

    at: str = ""
    commit: bool = False
    change: tuple[str, str, str] | None = None
    approve: tuple[str, ...] = ()
    run: tuple[str, ...] = ()


# By the number of the transcript on the first two pages, from 0.
STEPS = {
    0: Step(change=(TT, "statement:", "statment:")),
    1: Step(change=(TT, "statment:", "statement:")),
    3: Step(at="2026-11-04T16:00+07:00"),
    4: Step(commit=True, change=(TT, "theo làn tạm.", "theo làn tạm phía bắc.")),
    5: Step(change=(TT, "theo làn tạm phía bắc.", "theo làn tạm."), approve=("mttq",)),
    9: Step(at="2026-11-05T07:00+07:00", approve=("hoi-lhpn",)),
    11: Step(
        at="2026-11-06T09:00+07:00",
        change=(ND, "next_update: 2026-11-30", "next_update: 2026-11-27"),
    ),
    12: Step(approve=("ubnd", "mttq", "hoi-lhpn")),
    13: Step(at="2026-11-07T09:00+07:00"),
}


def do(reader: Reader, step: Step) -> None:
    reader.at = step.at or reader.at
    if step.commit:
        reader.commit()
    if step.change:
        reader.change(*step.change)
    reader.approve(*step.approve)
    for command in step.run:
        reader.run(command)


def replayed(reader: Reader, steps: Mapping[int, Step], *pages: str) -> Iterator[tuple[str, str]]:
    """(shown, printed) for every transcript of these pages."""
    number = 0
    for fence in fences(*pages):
        if fence.is_record or fence.is_recall:
            reader.write(fence.path, fence.text)
        elif fence.is_transcript:
            command = fence.text.splitlines()[0].removeprefix("$ ")
            do(reader, steps.get(number, Step()))
            yield fence.text, f"$ {command}\n{reader.run(command)}".rstrip() + "\n"
            number += 1


def test_the_commands_print_what_the_guide_shows(reader: Reader) -> None:
    for shown, printed in replayed(reader, STEPS, "1-", "2-"):
        reader.compare(shown, printed, "1-", "2-")


# ── signing ──────────────────────────────────────────────────────────────────────────────────

SEALED = "content/approvals/ND-2026-0001/mttq.yml"


class Signing:
    """The reader of the page on signing, whose colleagues have keys of their own."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        reader.at = "2026-11-04T16:00+07:00"
        for fence in fences("1-"):
            if fence.is_record:
                reader.write(fence.path, fence.text)
        programme = "content/registry/programme.yml"
        reader.change(programme, "approval: declared", "approval: signed")
        reader.write("content/registry/signers", signers("ubnd ub", "mttq mt", "hoi-lhpn hl"))

    def sign(self, unit: str, key: str) -> None:
        by = f"--unit {unit} --office chu-tich --sign {private_key(key)}"
        self.reader.run(f"bulletin approve ND-2026-0001 {by}")

    def before(self, number: int) -> None:
        """What the text before a transcript has told the readers to do."""
        if number == 4:
            self.sign("mttq", "mt")
            self.reader.change(SEALED, "office: chu-tich", "office: pho-chu-tich")
        if number == 5:
            self.reader.change(SEALED, "office: pho-chu-tich", "office: chu-tich")
            self.sign("hoi-lhpn", "hl")


def test_signing_prints_what_the_guide_shows(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signing = Signing(reader)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".ssh").mkdir()
    (tmp_path / ".ssh/ban-tin").symlink_to(private_key("ub"))
    shown = [f.text for f in fences("ky-so") if f.is_transcript]
    assert len(shown) == 6
    for number, text in enumerate(shown):
        signing.before(number)
        command = text.splitlines()[0].removeprefix("$ ")
        printed = f"$ {command}\n{reader.run(command)}".rstrip() + "\n"
        reader.compare(text, printed, "ky-so")


# ── when the parties differ ──────────────────────────────────────────────────────────────────

DISSENT = "con-"
TD = "content/records/consultation/2026/TD-2026-0001.yml"
ND2 = "content/records/message/2026/ND-2026-0002.yml"


def piece(beginning: str) -> str:
    """The lines that the page tells to add, by how they begin."""
    return next(f.text for f in fences(DISSENT) if f.text.startswith(beginning))


def add(path: str, beginning: str, after: str = "") -> tuple[str, str, str]:
    return path, after, f"{after}{piece(beginning)}"


def signed(*units: str) -> tuple[str, ...]:
    return tuple(f"bulletin approve ND-2026-0002 --unit {u} --office chu-tich" for u in units)


def steps_of_dissent() -> Mapping[int, Step]:
    """By the number of the transcript on the page, from 0."""
    last = "    reasons: Đi vòng xa thêm, dồn xe sang cầu Mới.\n"
    sure = "    because: [TT-2026-0001]\n"
    return {
        0: Step(run=signed("ubnd")),
        1: Step(change=add(TD, "meeting:", "important: true\n")),
        2: Step(change=add(TD, "  - unit: mttq", last)),
        4: Step(change=add(TD, "conclusion:", piece("referral:")), at="2026-11-05T16:00+07:00"),
        5: Step(
            change=add(ND2, "  - text: Từ 6 giờ", sure), run=signed("ubnd", "mttq", "hoi-lhpn")
        ),
    }


@pytest.mark.pdf
def test_the_page_on_differing_opinions_shows_what_the_commands_print(reader: Reader) -> None:
    reader.monkeypatch.chdir(reader.root)
    for fence in fences("1-"):
        if fence.is_record:
            reader.write(fence.path, fence.text)
    for shown, printed in replayed(reader, steps_of_dissent(), DISSENT):
        reader.compare(shown, printed, DISSENT)
        if "render" in shown and "Đã làm" in shown:
            reader.write(TD, (reader.root / TD).read_text("utf-8") + piece("referral:"))
