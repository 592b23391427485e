"""bulletin fix mends the spelling of a file, shows every change, and touches nothing else."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.yaml.loader import load
from generator.source.yaml.mending import mended
from tests.conftest import ROOT, Run
from tests.support import FACT, in_memory

VALID = """# đầu tệp   # hai dấu
id: TT-2026-0009   # • Mã
title: "Nước ở “hồ chứa” đạt quy chuẩn"
unit:  dan-van
created: 2026-11-28

areas: [song-xanh,  ha-dong]
statement: >-   # gấp dòng
  Cả 21 mẫu
  đạt quy chuẩn.

    thụt sâu hơn
details: |
  một dòng
  \ttab ở trong đoạn, “nháy” và\u00a0dấu cách của Word
source:
  kind: document
  reference: 'Công văn số 112: nước'
  received: 2026-11-28
verification:
  - step: examined
    on: 2026-11-28
    by: dan-van
"""
# What a program or a person did to it.
SPOILED = {
    "detached marks": unicodedata.normalize("NFD", VALID),
    "byte order mark": "\ufeff" + VALID,
    "line ends of Windows": VALID.replace("\n", "\r\n"),
    "line ends of old machines": VALID.replace("\n", "\r"),
    "no-break indents": VALID.replace("\n  kind", "\n\u00a0\u00a0kind").replace(
        "\n    on", "\n \u00a0\u00a0 on"
    ),
    "a line that holds a tab": VALID.replace("\n\nareas", "\n \t \nareas"),
    "a tab before the blanks": VALID.replace("\n  - step", "\n\t  - step"),
    "a tab among the blanks": VALID.replace("\n  - step", "\n \t - step"),
    "a no-break space after the dash": VALID.replace("- step", "-\u00a0step"),
    "a no-break space after the key": VALID.replace("topic", "topic").replace(
        "kind: doc", "kind:\u00a0doc"
    ),
    "tab indents": VALID.replace("\n  kind", "\n\tkind").replace("\n  received", "\n\treceived"),
    "tabs of two widths": VALID.replace("\n  kind", "\n\tkind").replace("\n    by", "\n\tby"),
    "signs without width": VALID.replace("mẫu", "m\u200bẫ\u00adu\ufeff").replace("Mã", "M\u2060ã"),
    "all at once": "\ufeff"
    + unicodedata.normalize("NFD", VALID.replace("\n  kind", "\n\u00a0\u00a0kind")).replace(
        "\n", "\r\n"
    ),
}
QUOTED = {
    "unit: “dan-van”": 'unit: "dan-van"',
    "title: “Nước: sạch”": 'title: "Nước: sạch"',
    "title: “Nước sạch”   # • Tiêu đề": 'title: "Nước sạch"   # • Tiêu đề',
    "title: ‘Nước sạch’": 'title: "Nước sạch"',
    'title: "Nước sạch”': 'title: "Nước sạch"',
    'title: “Nước "sạch" \\ trong”': "title: 'Nước \"sạch\" \\ trong'",
    "areas: [“song-xanh”, ha-dong]": 'areas: ["song-xanh", ha-dong]',
    "say: [{text: “Nước sạch”, because: [x]}]": 'say: [{text: "Nước sạch", because: [x]}]',
    "unknown:\n  - “Giờ hết mùi”": 'unknown:\n  - "Giờ hết mùi"',
    "title: “Nước\n  sạch”": 'title: "Nước\n  sạch"',
}
LEFT = (
    *(
        "title: “Nước” và “sạch”",
        "title: Nước “sạch”",
        'title: "“Nước sạch”"',
        "title: Nói\n  “sạch”",
    ),
    *("note: >-\n  “Nước sạch”\n  “đạt”", "note: |\n  khóa: “x”", "# title: “Nước”\nid: x"),
)


@pytest.mark.parametrize("how", SPOILED)
def test_a_spoiled_file_becomes_what_it_was_byte_for_byte(how: str) -> None:
    spoiled = SPOILED[how].encode()
    outcome = mended("a.yml", spoiled)
    assert spoiled != VALID.encode()
    assert outcome.content.decode() == VALID
    assert outcome.changes and outcome.problem is None


@pytest.mark.parametrize("written", QUOTED)
@pytest.mark.parametrize("after", ["\n", "\nnote: x\n"])
def test_curly_quotes_round_a_value_become_straight_ones(written: str, after: str) -> None:
    outcome = mended("a.yml", (written + after).encode())
    assert outcome.content.decode() == QUOTED[written] + after
    values = load("a.yml", outcome.content).value
    assert values is not None and not set("“”‘’") & set(str(values))


@pytest.mark.parametrize("written", LEFT)
def test_quotations_in_a_text_stay(written: str) -> None:
    outcome = mended("a.yml", f"{written}\n".encode())
    assert (outcome.content.decode(), outcome.changes) == (f"{written}\n", ())


def test_a_good_file_is_not_touched() -> None:
    assert mended("a.yml", VALID.encode()) == (VALID.encode(), (), None)
    for path in sorted((ROOT / "content").rglob("*.yml")):
        content = path.read_bytes()
        assert mended(path.name, content).content == content, path


STRANGE = (
    "\u00a0",
    "\t",
    "\u200b",
    "\u0301",
    "“",
    "”",
    "\r\n",
    "\ufeff",
    "\u3000",
    '"',
    "- ",
    ": ",
)


@given(
    st.lists(
        st.tuples(st.integers(0, len(VALID)), st.sampled_from(STRANGE)), min_size=1, max_size=4
    )
)
def test_whatever_is_put_in_a_file_is_mended_once_and_for_all_or_left(
    places: list[tuple[int, str]],
) -> None:
    text = VALID
    for at, sign in places:
        text = text[:at] + sign + text[at:]
    outcome = mended("a.yml", text.encode())
    if outcome.problem:
        assert (outcome.content, outcome.changes) == (text.encode(), ())
        return
    assert load("a.yml", outcome.content).value is not None
    assert mended("a.yml", outcome.content) == (outcome.content, (), None)
    assert bool(outcome.changes) == (outcome.content != text.encode())


# ── the verb ─────────────────────────────────────────────────────────────────────────────────

GOOD = in_memory({}).read(FACT).decode().replace("TT-2026-0001", "TT-2026-0091")
PATH = "content/records/information/2026/TT-2026-0091.yml"
OTHER = "content/records/information/2026/TT-2026-0092.yml"


@pytest.fixture
def spoiled(workspace: Path) -> Path:
    """A workspace with a file of another program, and one that somebody must correct."""
    (workspace / PATH).write_bytes(SPOILED["all at once"].replace("0009", "0091").encode())
    broken = GOOD.replace("0091", "0092").replace("title: Kết", "title: *Kết").replace("\n", "\r\n")
    (workspace / OTHER).write_bytes(broken.encode())
    return workspace


def bytes_of(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("indent", ["\t  ", "\t   ", " \t ", "\t\t", "\t", "   \t"])
def test_an_item_behind_a_tab_is_aligned_with_the_items_above(indent: str) -> None:
    """A finding says that this command mends it."""
    items = "source: {kind: field}\nsay:\n  - {text: A}\n  - {text: B}\n"
    spoiled = items.replace("  - {text: B", f"{indent}- {{text: B")
    assert mended(PATH, spoiled.encode()).content.decode() == items


@pytest.mark.parametrize("line", ["\t", " \t ", "\t\r"])
def test_a_line_that_only_holds_a_tab_does_no_harm(line: str) -> None:
    text = VALID.replace("\n\nareas", f"\n{line}\nareas")
    assert load(PATH, text.encode()) == load(PATH, VALID.encode())


def test_a_dry_run_shows_every_change_and_writes_nothing(spoiled: Path, bulletin: Run) -> None:
    before = bytes_of(spoiled / "content")
    ran = bulletin(spoiled, "fix", "--dry-run", PATH)
    assert ran.returncode == 0
    assert f"{PATH}:17  " in ran.stdout and "  +   kind: document" in ran.stdout
    assert "kiểu Windows" in ran.stdout and "BOM" in ran.stdout
    assert "chưa ghi gì" in ran.stderr and "bỏ --dry-run" in ran.stderr
    assert bytes_of(spoiled / "content") == before


def test_it_writes_what_it_showed_and_leaves_what_cannot_be_read(
    spoiled: Path, bulletin: Run
) -> None:
    before = bytes_of(spoiled / "content")
    ran = bulletin(spoiled, "fix")
    after = bytes_of(spoiled / "content")
    changed = f"records/information/2026/{Path(PATH).name}"
    assert ran.returncode == 1
    assert {path for path in after if after[path] != before[path]} == {changed}
    assert after[changed].decode() == VALID.replace("0009", "0091")
    assert (
        f"{OTHER}:2  để nguyên, vì phải có người sửa: Không đọc được tệp này: dấu “*”" in ran.stdout
    )
    again = bulletin(spoiled, "fix", PATH)
    assert (again.returncode, again.stdout) == (0, "")
    assert "Không có gì để sửa" in again.stderr


@pytest.mark.parametrize("how", ["id", "path", "folder", "absolute", "roundabout"])
def test_a_file_is_found_however_it_is_named(spoiled: Path, bulletin: Run, how: str) -> None:
    names = {
        "id": "TT-2026-0091",
        "path": PATH,
        "folder": "content/records",
        "absolute": str(spoiled / PATH),
        "roundabout": f"./content/guide/../../{PATH}",
    }
    bulletin(spoiled, "fix", names[how])
    assert (spoiled / PATH).read_text("utf-8") == VALID.replace("0009", "0091")


@pytest.mark.parametrize("name", ["TT-2026-9999", "content/khong-co", "/"])
def test_a_name_that_names_nothing_is_wrong_use(spoiled: Path, bulletin: Run, name: str) -> None:
    before = bytes_of(spoiled / "content")
    ran = bulletin(spoiled, "fix", PATH, name)
    assert ran.returncode == 2
    assert f"“{name}”" in ran.stderr
    assert bytes_of(spoiled / "content") == before


def test_a_signed_approval_keeps_its_bytes(spoiled: Path, bulletin: Run) -> None:
    folder = spoiled / "content/approvals/ND-2026-0001"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dan-van.yml").write_bytes(b"record: ND-2026-0001\r\n")
    (folder / "tuyen-giao.yml").write_bytes(b"record: ND-2026-0001\r\n")
    (folder / "dan-van.sig").write_bytes(b"x")
    bulletin(spoiled, "fix", "content/approvals")
    assert (folder / "dan-van.yml").read_bytes() == b"record: ND-2026-0001\r\n"
    assert (folder / "tuyen-giao.yml").read_bytes() == b"record: ND-2026-0001\n"
