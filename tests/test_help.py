"""The help of every verb is in one language, and a wrong call says what would be right."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from generator.cli.main import VERBS, verbs
from generator.cli.report.help_text import wrong_use
from generator.model.kinds import KINDS
from tests.conftest import ROOT, Run

ENGLISH = re.compile(
    r"(?<![-\w])(Usage|Options|Commands|Show|required|INTEGER|TEXT|PATH|KIND|DIR|CODE|and|the|of)\b"
)
VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ]|[\u1ea0-\u1ef9]")


@pytest.mark.parametrize("verb", ("", *VERBS))
def test_help_is_in_one_language(verb: str, tmp_path: Path, bulletin: Run) -> None:
    asked = (verb, "--help") if verb else ("--help",)
    vietnamese = bulletin(tmp_path, *asked).stdout
    assert ENGLISH.findall(vietnamese) == []
    assert " · " not in vietnamese
    if verb:
        assert VIETNAMESE.findall(bulletin(tmp_path, "--lang", "en", *asked).stdout) == []


def test_the_help_of_new_lists_the_kinds(tmp_path: Path, bulletin: Run) -> None:
    said = bulletin(tmp_path, "new", "--help").stdout
    assert [kind.kind for kind in KINDS if f"{kind.kind} ({kind.prefix})" not in said] == []


WRONG = {
    ("new",): "thiếu LOẠI. Xem: bulletin new --help",
    ("explain",): "thiếu MÃ-QUY-TẮC",
    ("issue", "X", "--relation", "y"): "chọn một trong: update, correction, withdrawal",
    ("why", "A", "B"): "thừa “B”",
    ("check", "--formt", "json"): "có phải --format không",
    ("build", "--jobs", "x"): "giá trị của --jobs không dùng được; cần một số",
    ("approve", "X"): "thiếu --unit",
    ("approve", "X", "--unit"): "sau --unit phải có giá trị",
}


@pytest.mark.parametrize("asked", WRONG, ids=" ".join)
def test_a_wrong_call_is_told_in_vietnamese(
    asked: tuple[str, ...], tmp_path: Path, bulletin: Run
) -> None:
    said = bulletin(tmp_path, *asked)
    assert (said.returncode, WRONG[asked] in said.stderr) == (2, True), said.stderr


def test_without_a_verb_the_help_is_shown(tmp_path: Path, bulletin: Run) -> None:
    assert "thiếu LỆNH. Xem: bulletin --help" in bulletin(tmp_path).stderr
    help_of_all = bulletin(tmp_path, "--help").stdout
    error = click.exceptions.NoArgsIsHelpError(click.Context(verbs, info_name="bulletin"))
    assert "bulletin" in help_of_all and "init" in wrong_use(error).vi


NOT_LOADED = """
import sys
from generator.cli.main import _run
_run(["--help"])
sys.exit("generator.model" in sys.modules or "pydantic" in sys.modules)
"""


def test_the_help_of_all_loads_no_verb() -> None:
    asked = subprocess.run(
        (sys.executable, "-c", NOT_LOADED), cwd=ROOT, capture_output=True, check=False
    )
    assert asked.returncode == 0
    assert b"check" in asked.stdout
