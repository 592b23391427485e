"""On a fresh clone, with no network, an editor completes, explains and underlines in Vietnamese."""

import json
import socket
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator

from generator.cli.main import verbs
from generator.cli.verbs.init import starting_files
from generator.model.kinds import KINDS, path_of
from generator.source.files.file_list import model_of
from generator.targets.editor.schema import KIND_SCHEMAS, schema_of
from generator.targets.editor.vscode import editor_files, pattern_of
from tests.conftest import ROOT, Run
from tests.language_server import Complaint, Editor, editor

NUMBERS = count(1)
HEAD = "id: ND-2026-0099\ntitle: Nước sạch\nunit: dan-van\ncreated: 2026-11-18\n"
READ = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "content").rglob("*.yml")
    if model_of(path.relative_to(ROOT).as_posix())
)


def fresh(prefix: str = "ND") -> str:
    """The path of a record that was not opened before."""
    return path_of(f"{prefix}-2099-{next(NUMBERS):04}")


def underlined(here: Editor, text: str) -> list[Complaint]:
    """What is underlined in a message that says this."""
    (found,) = here.complaints({fresh(): text}).values()
    return found


@pytest.fixture(scope="module")
def here() -> Iterator[Editor]:
    """The repository, opened."""
    with editor(ROOT) as opened:
        yield opened


# ── the files it works with ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", sorted(editor_files()))
def test_the_files_in_the_repository_are_those_the_program_makes(path: str) -> None:
    """After a change of a kind: bulletin schema --write, and review the difference."""
    assert (ROOT / path).read_bytes() == editor_files()[path]


def test_every_file_that_is_read_has_a_schema_and_a_new_workspace_gets_them() -> None:
    for path in READ:
        (name,) = [n for n in KIND_SCHEMAS if Path(path).match(pattern_of(n))]
        assert KIND_SCHEMAS[name] is model_of(path)
    assert editor_files().items() <= starting_files().items()


@pytest.mark.parametrize("name", KIND_SCHEMAS)
def test_a_schema_is_valid_and_every_key_has_a_title_and_help(name: str) -> None:
    schema = schema_of(name)
    Draft7Validator.check_schema(schema)
    waiting = [schema]
    while waiting:
        node = waiting.pop()
        for key, below in node.get("properties", {}).items():
            assert below["title"] and below["description"].startswith(below["title"]), key
            assert below["errorMessage"].endswith("."), key
            waiting.append(below)
        if "items" in node:
            waiting.append(node["items"])
        if "enum" in node:
            assert len(node["enum"]) == len(node["enumDescriptions"])


def test_schemas_are_renewed_and_settings_left_to_people(workspace: Path, bulletin: Run) -> None:
    bulletin(workspace, "schema", "--write")
    settings = workspace / ".vscode/settings.json"
    settings.write_text("{}\n", "utf-8")
    (workspace / ".vscode/schemas/message.json").unlink()
    assert bulletin(workspace, "schema", "--write").returncode == 0
    assert settings.read_text("utf-8") == "{}\n"
    printed = json.loads(bulletin(workspace, "schema", "message").stdout)
    assert json.loads((workspace / ".vscode/schemas/message.json").read_text("utf-8")) == printed


# ── underlined ───────────────────────────────────────────────────────────────────────────────


def test_nothing_is_underlined_in_what_the_compiler_accepts(here: Editor) -> None:
    files = {path: (ROOT / path).read_text("utf-8") for path in READ}
    assert {p: found for p, found in here.complaints(files).items() if found} == {}


def test_nothing_is_underlined_in_a_new_record(here: Editor, workspace: Path) -> None:
    files = {}
    for kind in KINDS:
        asked = ("-C", str(workspace), "new", kind.kind, "--event", "SV-2026-0001")
        path = CliRunner().invoke(verbs, asked).stdout.strip()
        files[path] = (workspace / path).read_text("utf-8")
    assert len(files) == len(KINDS)
    assert {p: found for p, found in here.complaints(files).items() if found} == {}


def test_nothing_is_underlined_in_a_new_workspace(tmp_path: Path, bulletin: Run) -> None:
    bulletin(tmp_path, "init", "kho")
    files = {p: text.decode() for p, text in starting_files().items() if model_of(p)}
    with editor(tmp_path / "kho") as opened:
        assert {p: found for p, found in opened.complaints(files).items() if found} == {}
        assert underlined(opened, HEAD + "mesage: x\n") != []


WHATEVER = "title: 2026\nquestion: no\nnote: ~\nsay:\ntopic:\n"


def test_a_number_is_a_text_and_an_empty_key_is_not_given_as_for_the_compiler(
    here: Editor,
) -> None:
    text = HEAD.replace("title: Nước sạch\n", "") + WHATEVER
    assert underlined(here, text) == []


BROKEN = {
    "a misspelt key": ("mesage: x\n", 5, "mesage", "chỉ dùng các khóa: id, title"),
    "a misspelt key inside": (
        "say: [{text: x, becuase: [TT-2026-0001]}]\n",
        5,
        "becuase",
        "chỉ dùng các khóa: text, because",
    ),
    "a value not in the list": (
        "audience:\n  - residnts\n",
        6,
        "residnts",
        "Chọn một trong: residents (người dân)",
    ),
    "an id of the wrong form": ("event: SV-1\n", 5, "SV-1", "Cần một mã như SV-2026-0001."),
    "an impossible day": (
        "retired: {on: 18/11/2026, reason: x}\n",
        5,
        "18/11/2026",
        "Cần một ngày có thật như 2026-11-18.",
    ),
    "a moment without a time": (
        "next_update: 2026-11-18\n",
        5,
        "2026-11-18",
        "Cần một thời điểm như 2026-11-18T17:00+07:00.",
    ),
    "a list where a text belongs": ("question: [a]\n", 5, "[a]", "Cần một đoạn chữ."),
    "a key that must be there": ("valid: {from: 2026-11-18T17:00+07:00}\n", 5, None, "phải có:"),
}


@pytest.mark.parametrize(("text", "line", "marked", "said"), BROKEN.values(), ids=BROKEN)
def test_a_mistake_is_underlined_at_its_place_with_a_vietnamese_sentence(
    here: Editor, text: str, line: int, marked: str | None, said: str
) -> None:
    (found,) = underlined(here, HEAD + text)
    assert found == Complaint(line, marked or found.marked, found.message)
    assert said in found.message


def test_the_id_of_another_kind_is_underlined(here: Editor) -> None:
    (found,) = underlined(here, HEAD.replace("ND-", "TT-"))
    assert (found.line, found.marked) == (1, "TT-2026-0099")


# ── completed and explained ──────────────────────────────────────────────────────────────────


def test_keys_are_completed_with_their_vietnamese_help(here: Editor) -> None:
    keys = here.completions(fresh(), HEAD + "‸")
    assert keys["say"].startswith("Nói (Say). Một đến ba câu, mỗi câu tối đa 40 tiếng")
    assert "Phải ghi trước khi phê duyệt" in keys["say"]
    assert "unit" not in keys, "a key that stands there already"


def test_values_are_completed_with_their_labels(here: Editor) -> None:
    values = here.completions(fresh(), HEAD + "audience:\n  - ‸")
    assert values["residents"] == "người dân"
    levels = here.completions(fresh("SV"), "id: SV-2026-0099\nlevel: ‸")
    assert (levels["hot_spot"], levels["watch"]) == ("điểm nóng", "theo dõi")


def test_keys_inside_a_list_are_completed(here: Editor) -> None:
    keys = here.completions(fresh(), HEAD + "say:\n  - text: Nước sạch.\n    ‸")
    assert "Căn cứ (Because). Mã các bản ghi làm căn cứ" in keys["because"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ne‸xt_update: 2026-11-18T17:00+07:00\n", "Sẽ cập nhật lúc"),
        ("audience: [re‸sidents]\n", "người dân"),
        ("say: [{te‸xt: x}]\n", "Nội dung"),
        ("event: SV-20‸26-0001\n", "Mã của sự việc phức tạp"),
    ],
)
def test_hovering_explains_in_vietnamese(here: Editor, text: str, said: str) -> None:
    assert said in here.hover(fresh(), HEAD + text)


# ── without a network ────────────────────────────────────────────────────────────────────────


@pytest.fixture
def outside() -> Iterator[socket.socket]:
    """A door that notices whoever knocks."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(3)
        yield listening


def was_asked(outside: socket.socket, settings: dict[str, object]) -> bool:
    """Whether an editor with these settings asked for anything from outside."""
    door = f"http://127.0.0.1:{outside.getsockname()[1]}"
    with editor(ROOT, door, settings) as opened:
        assert underlined(opened, HEAD) == []
        try:
            outside.accept()[0].close()
        except TimeoutError:
            return False
        return True


def test_nothing_is_asked_of_the_network(outside: socket.socket) -> None:
    assert not was_asked(outside, {})


def test_another_setting_would_have_asked(outside: socket.socket) -> None:
    assert was_asked(outside, {"yaml": {"schemaStore": {"enable": True}, "validate": True}})
