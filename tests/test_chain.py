"""Issued editions never change silently: every altered byte and every missing file is named."""

import random
import shutil
from pathlib import Path

import pytest

from generator.editions.chain import HEAD
from generator.editions.reading import read_edition
from tests.conftest import ROOT, Run

EDITIONS = sorted((ROOT / "content" / "editions").glob("*/v*.json"))
NAMES = [path.relative_to(ROOT).as_posix() for path in EDITIONS]


def test_the_repository_holds_issued_editions() -> None:
    assert len(EDITIONS) >= 7


@pytest.mark.parametrize("path", NAMES)
def test_no_flipped_byte_of_an_edition_goes_unnoticed(path: str) -> None:
    content = (ROOT / path).read_bytes()
    chosen = random.Random(path)  # noqa: S311  a sample, not a secret
    places = {0, len(content) - 1, *chosen.sample(range(len(content)), 60)}
    for place in places:
        flipped = bytearray(content)
        flipped[place] ^= 1 << chosen.randrange(8)
        assert read_edition(path, bytes(flipped)).problems, f"byte {place}"
    assert not read_edition(path, content).problems


def test_an_edition_written_in_another_way_is_not_the_issued_file() -> None:
    content = (ROOT / NAMES[0]).read_bytes()
    for rewritten in (content + b"\n", content.replace(b":", b": ", 1), b" " + content):
        assert read_edition(NAMES[0], rewritten).problems


def test_verify_names_the_altered_edition(workspace: Path, bulletin: Run) -> None:
    altered = workspace / NAMES[2]
    altered.write_bytes(altered.read_bytes().replace("Nước".encode(), "Nươc".encode(), 1))
    ran = bulletin(workspace, "verify")
    assert ran.returncode == 1
    assert NAMES[2] in ran.stdout
    assert "BT701" in ran.stdout


@pytest.mark.parametrize("path", NAMES)
def test_a_missing_edition_breaks_the_chain(path: str, workspace: Path, bulletin: Run) -> None:
    (workspace / path).unlink()
    ran = bulletin(workspace, "verify")
    assert ran.returncode == 1
    assert "BT702" in ran.stdout
    assert path.removeprefix("content/editions/").removesuffix(".json") in ran.stdout


@pytest.mark.parametrize("damage", ["delete", "alter", '{"digest":{},"edition":{}}\n', "[]\n"])
def test_the_head_of_the_chain_is_held_as_well(damage: str, workspace: Path, bulletin: Run) -> None:
    head = workspace / HEAD
    if damage == "delete":
        head.unlink()
    else:
        head.write_bytes(head.read_bytes()[:-2] if damage == "alter" else damage.encode())
    ran = bulletin(workspace, "verify")
    assert (ran.returncode, "BT702" in ran.stdout) == (1, True)


def test_an_edition_under_another_name_is_refused(workspace: Path, bulletin: Run) -> None:
    source = workspace / NAMES[0]
    shutil.copy(source, source.with_name("v9.json"))
    ran = bulletin(workspace, "verify")
    assert (ran.returncode, "v9.json" in ran.stdout) == (1, True)


def test_the_unchanged_chain_is_clean(workspace: Path, bulletin: Run) -> None:
    ran = bulletin(workspace, "verify")
    assert (ran.returncode, ran.stdout) == (0, "")
