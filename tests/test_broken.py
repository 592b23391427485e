"""Whatever a person gets wrong is told at its line, in their words, with the way to mend it."""

import itertools
import random
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.base.diagnostics import Located, Severity
from generator.base.text import Language
from generator.model.corpus.state import Sign, signs
from generator.pipeline import compile_content
from generator.source.files.file_list import model_of
from generator.source.files.parallel_load import Means
from generator.workspace import MemoryWorkspace
from tests.breaking import Break, Sort, breaks_of
from tests.conftest import ROOT
from tests.exercise import INCLUDED, Desk, plan, record_files
from tests.plain_words import faults
from tests.support import BASE, FACT, approvals, check, corpus_of, in_memory, places, remembering

SEED = 2026
BREAKS_OF_A_SORT = 45  # three for each kind of file
OWN_MOMENT = datetime.fromisoformat("2026-11-24T08:00+07:00")
PROGRAMME, UNITS = "content/registry/programme.yml", "content/registry/units.yml"
OLD_UNIT = "  - {id: ban-cu, name: Ban đã sáp nhập, kind: party_body, successor: dan-van}\n"
RECALL = """record: ND-2026-0009
unit: dan-van
office: truong-ban
at: 2026-11-30T08:05+07:00
reason: Có kết quả mới, đang xác minh.
instead: ND-2026-0001
"""
# The lists of topics name nothing else.
WITHOUT = {Sort.REFERENCE: {"TopicsFile"}}
SETTINGS = "timezone: Asia/Ho_Chi_Minh\nlanguage: vi\nsmall_count: 5\n"


@cache
def valid_workspaces() -> tuple[MemoryWorkspace, ...]:
    """The exercise with sign-offs of every sort, and the content of this repository."""
    files = record_files() | plan("BT-2026-0001", INCLUDED)
    files["content/recalls/ND-2026-0009.yml"] = RECALL
    files[PROGRAMME] = in_memory({}).read(PROGRAMME).decode() + SETTINGS
    files[UNITS] = in_memory({}).read(UNITS).decode() + OLD_UNIT
    corpus = corpus_of(in_memory(files))
    files |= approvals(corpus, "BT-2026-0001") | approvals(corpus, "ND-2026-0001")
    own = {path.relative_to(ROOT).as_posix(): path for path in (ROOT / "content").rglob("*.yml")}
    content = {path: file.read_bytes() for path, file in own.items()}
    return in_memory(files), MemoryWorkspace(content, OWN_MOMENT)


def kinds_of_files() -> Mapping[str, list[tuple[MemoryWorkspace, str]]]:
    """Every valid file, by what it holds."""
    found: dict[str, list[tuple[MemoryWorkspace, str]]] = {}
    for workspace in valid_workspaces():
        for path in workspace.contents:
            model = model_of(path)
            if model is not None:
                found.setdefault(model.__name__, []).append((workspace, path))
    return found


@cache
def broken(sort: Sort, seed: int, wanted: int) -> tuple[tuple[MemoryWorkspace, Break], ...]:
    """So many breaks of a sort, spread over all kinds of files that can be broken so."""
    rng = random.Random(f"{seed} {sort}")  # noqa: S311  to repeat, not to keep a secret
    files = list(kinds_of_files().values())
    made: list[tuple[MemoryWorkspace, Break]] = []
    for kind in itertools.cycle(files):
        if len(made) == wanted:
            return tuple(made)
        workspace, path = rng.choice(kind)
        possible = breaks_of(sort, path, workspace.read(path).decode(), rng)
        if possible:
            made.append((workspace, rng.choice(possible)))
    raise AssertionError("there are no files")


@cache
def means_of(moment: datetime) -> Means:
    """Of a workspace each file is read once, and of its breaks only what is broken."""
    del moment
    return remembering()


@cache
def _known(moment: datetime) -> Counter[tuple[str, int, str]]:
    (workspace,) = (one for one in valid_workspaces() if one.moment == moment)
    return Counter(map(_said, compile_content(workspace, means_of(moment)).findings))


def _said(found: Located) -> tuple[str, int, str]:
    return found.span.path, found.span.line, found.diagnostic.message(Language.VI)


def reported(workspace: MemoryWorkspace, broken: Break) -> list[Located]:
    """What is said of the broken record, beyond what was said before it was broken."""
    files = {**workspace.contents, broken.path: broken.text.encode()}
    moment = workspace.moment
    found = compile_content(MemoryWorkspace(files, moment), means_of(moment)).findings
    known = _known(workspace.moment)
    return [one for one in found if one.span.path == broken.path and _said(one) not in known]


def complaints(workspace: MemoryWorkspace, broken: Break) -> list[str]:
    """What is wrong with the report of a break."""
    found = reported(workspace, broken)
    lines = {one.span.line for one in found}
    if not lines & {broken.line, *broken.above}:
        return [f"reported at {sorted(lines)} and not at {broken.line} or {broken.above}"]
    if len(found) > 3:
        return [f"{len(found)} findings for one cause"]
    return [fault for one in found for fault in faults(one)]


@pytest.mark.parametrize("sort", Sort)
def test_a_broken_record_is_reported_at_its_line_in_plain_vietnamese(sort: Sort) -> None:
    for workspace, one in broken(sort, SEED, BREAKS_OF_A_SORT):
        assert complaints(workspace, one) == [], (one.path, one.line, one.touched())


def test_every_sort_of_mistake_is_made_in_every_kind_of_file() -> None:
    for sort in Sort:
        paths = [one.path for _, one in broken(sort, SEED, BREAKS_OF_A_SORT)]
        kinds = {getattr(model_of(path), "__name__", "") for path in paths}
        assert set(kinds_of_files()) - kinds <= WITHOUT.get(sort, set()), sort
        assert len(paths) >= 30


# ── pure garbage ─────────────────────────────────────────────────────────────────────────────

VALID = in_memory({}).read(FACT)
GARBAGE: Mapping[str, bytes] = {
    "nothing": b"",
    "only blank lines": b"\n\n  \n",
    "only a comment": b"# TT-2026-0001\n",
    "a list": b"- a\n- b\n",
    "a text": "Nước sạch".encode(),
    "a PDF": b"%PDF-1.7\n\x00\x01",
    "NUL": VALID.replace(b"quy", b"q\x00y"),
    "UTF-16": VALID.decode().encode("utf-16"),
    "half a letter": VALID[: VALID.index("ế".encode()) + 1],
    "a lone surrogate": VALID.replace(b"fact", b'"\\ud800"'),
    "a surrogate in UTF-8": VALID.replace(b"fact", b"\xed\xa0\x80"),
    "an escape of nothing": VALID.replace(b"fact", b'"\\x"'),
    "an escape beyond Unicode": VALID.replace(b"fact", b'"\\U00110000"'),
    "deep lists": b"areas: " + b"[" * 5000 + b"]" * 5000,
    "deep groups": b"source: " + b"{a: " * 3000 + b"}" * 3000,
    "deep lines": b"\n".join(b" " * n + b"a:" for n in range(300)),
    "a long line": VALID.replace(b"fact", b"f" * 200_000),
    "a large file": VALID + b"# x\n" * 100_000,
    "aliases of aliases": b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "a directive": b"%YAML 1.1\n---\n" + VALID,
    "two documents": VALID + b"---\n" + VALID,
    "a mark in the middle": VALID.replace(b"fact", "\ufefffact".encode()),
    "a tag": VALID.replace(b"fact", b"!!python/object:os.system fact"),
    "a complex key": b"? [a, b]\n: c\n",
    "a key that is a list": b"[a, b]: c\n",
    "another key": b"<<: {id: x}\n",
    "no values": b"\n".join(b"k%d:" % n for n in range(2000)),
    "a number of many digits": VALID.replace(b"2026-11-28\n", b"9" * 5000 + b"\n"),
    "a huge year": VALID.replace(b"2026-11-28\n", b"99999-11-28\n"),
    "an unclosed list": b"areas: [a, b\ntopic: x\n",
    "an unclosed group": VALID.replace(b"28}", b"28"),
    "a conflict": b"<<<<<<< HEAD\n" + VALID + b"=======\n" + VALID + b">>>>>>> x\n",
    "old line ends": VALID.replace(b"\n", b"\r").replace(b"fact", b"fakt"),
}


def findings_of(content: bytes) -> list[Located]:
    return [one for one in check({FACT: content}).findings if one.span.path == FACT]


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_is_refused_in_plain_vietnamese(name: str) -> None:
    found = findings_of(GARBAGE[name])
    assert found
    assert [fault for one in found for fault in faults(one)] == []


@pytest.mark.parametrize("ends", [b"\r\n", b"\n"])
def test_line_ends_and_a_byte_order_mark_change_nothing(ends: bytes) -> None:
    assert findings_of(b"\xef\xbb\xbf" + VALID.replace(b"\n", ends)) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(min_size=1, max_size=300))
def test_random_bytes_are_refused_in_plain_vietnamese(content: bytes) -> None:
    found = findings_of(content)
    assert found
    assert [fault for one in found for fault in faults(one)] == []


@settings(deadline=None)
@given(st.integers(0, len(VALID) - 1), st.integers(0, len(VALID)), st.binary(max_size=4))
def test_a_record_with_a_hole_in_it_brings_no_traceback(start: int, end: int, by: bytes) -> None:
    content = VALID[:start] + by + VALID[max(start, end) :]
    found = findings_of(content)
    assert [fault for one in found for fault in faults(one)] == []


@pytest.mark.parametrize("cut", range(0, len(VALID), 7))
def test_a_record_that_ends_too_early_brings_no_traceback(cut: int) -> None:
    found = findings_of(VALID[:cut])
    assert [fault for one in found for fault in faults(one)] == []


# ── one cause, one finding ───────────────────────────────────────────────────────────────────

UNREAD = {
    "a bracket left open": ("areas: [song-xanh]", "areas: [song-xanh", "BT101"),
    "a key typed wrong": ("statement:", "statment:", "BT103"),
    "too much text": ("topic: moi-truong", f"topic: moi-truong\n# {'a' * 300_000}", "BT111"),
}


@pytest.mark.parametrize("name", UNREAD)
def test_nobody_approves_again_because_a_record_cannot_be_read(name: str) -> None:
    """What rests on it is not judged until it can be read: the approvals may still be right."""
    before, after, code = UNREAD[name]
    desk = Desk(record_files() | plan("BT-2026-0001", INCLUDED))
    desk.issue("BT-2026-0001")
    moment = datetime.fromisoformat("2026-12-01T10:00+07:00")
    whole = compile_content(in_memory(desk.files, moment))
    desk.files[FACT] = BASE[FACT].replace(before, after)
    unread = compile_content(in_memory(desk.files, moment))
    told = {one.diagnostic.problem.code for one in unread.findings if one.span.path == FACT}
    assert code in told
    assert set(places(unread.of(Severity.HOLD))) <= set(places(whole.of(Severity.HOLD)))
    assert unread.corpus
    assert {sign.sign for sign in signs(unread.corpus, "ND-2026-0001")} == {Sign.UNKNOWN}


# ── two versions in one file ─────────────────────────────────────────────────────────────────

JOINED = {
    "before the first key": (0, "<<<<<<< HEAD\n=======\n>>>>>>> nhanh\n", 1),
    "between two keys": (2, "<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> nhanh\n", 3),
    "one mark left": (2, ">>>>>>> nhanh\n", 3),
    "the middle left": (2, "=======\n", 3),
    "of Windows": (2, "<<<<<<< HEAD\r\n=======\r\n>>>>>>> nhanh\r\n", 3),
}
IN_CONFLICT = {
    "a record": (FACT, BASE[FACT]),
    "the programme": (PROGRAMME, BASE[PROGRAMME]),
    "the units": (UNITS, BASE[UNITS]),
    "a recall": ("content/recalls/ND-2026-0009.yml", RECALL),
    "the signers": ("content/registry/signers", "# khóa\n# ký\n# số\n"),
    "the boundaries": ("content/registry/areas.geojson", '{\n"type":\n"FeatureCollection"}\n'),
    "a page of the guide": ("content/guide/ghi-chu.md", "# A\n\nB\n"),
}


@pytest.mark.parametrize("mark", JOINED)
@pytest.mark.parametrize("name", IN_CONFLICT)
def test_what_git_could_not_join_is_told_as_that(name: str, mark: str) -> None:
    (path, text), (at, marks, line) = IN_CONFLICT[name], JOINED[mark]
    if path.endswith(".md") and mark == "the middle left":
        return  # it stands below a heading
    lines = text.splitlines(keepends=True)
    found = check({path: "".join([*lines[:at], marks, *lines[at:]])}).findings
    told = [one for one in found if one.span.path == path]
    assert [one.span.line for one in told] == [line]
    assert "git chưa ghép được" in told[0].diagnostic.message(Language.VI)
    assert "xóa ba dấu đó" in told[0].diagnostic.fix(Language.VI)


@pytest.mark.parametrize(
    ("end", "column", "told"),
    [
        ("areas: [song-xanh", 8, "ngoặc “[” mở ở đây không được đóng"),
        ("source: {kind: field", 9, "ngoặc “{” mở ở đây không được đóng"),
        ("areas: [song-xanh\n", 8, "ngoặc “[” mở ở đây không được đóng"),
        ('title: "Nước', 8, "dấu nháy mở ở đây không được đóng"),
    ],
)
def test_what_is_left_open_on_the_last_line_is_told_where_it_opens(
    end: str, column: int, told: str
) -> None:
    path = "content/records/information/2026/TT-2026-0002.yml"
    (found,) = check({path: f"id: TT-2026-0002\n{end}"}).findings
    assert (found.span.line, found.span.column) == (2, column)
    assert told in found.diagnostic.message(Language.VI)


@pytest.mark.parametrize("ending", [".yml.txt", ".yaml", ".YML"])
def test_no_rename_is_advised_that_would_lay_one_file_over_another(ending: str) -> None:
    path = FACT.replace(".yml", ending)
    (found,) = [one for one in check({path: BASE[FACT]}).findings if one.span.path == path]
    assert "Một bản ghi có hai tệp" in found.diagnostic.message(Language.VI)
    assert "đổi tên" not in found.diagnostic.fix(Language.VI)
    alone = path.replace("0001", "0007")
    (found,) = [one for one in check({alone: BASE[FACT]}).findings if one.span.path == alone]
    assert "đổi tên tệp thành TT-2026-0007.yml" in found.diagnostic.fix(Language.VI)
