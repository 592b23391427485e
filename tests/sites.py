"""Sites of the repository's own content, each built once for a run; nobody writes into them."""

import re
from pathlib import Path

from tests.conftest import copy_content, run_bulletin
from tests.shared import alone, folder_of

NOW = "2026-11-23T18:00+07:00"
BEFORE_THE_CONCLUSION = "2026-11-20T18:00+07:00"  # the parties still differ about one message
ADDRESS = "https://bantin.example.vn/so"
_NO_ADDRESS, _AN_ADDRESS = 'base_url: ""', f'base_url: "{ADDRESS}"'


def repository() -> Path:
    """The workspace that the sites are built of, without history."""
    return folder_of("repository/workspace", copy_content)


def with_an_address() -> Path:
    """The same workspace, where the programme says at what address its site stands."""
    return folder_of("addressed/workspace", _copy_with_an_address)


def site_of(workspace: Path, moment: str, *more: str) -> Path:
    """The folder of a site as `bulletin build` makes it; a workspace builds one at a time."""
    name = re.sub(r"[^\w-]", "", "-".join([moment, *more]))

    def build(out: Path) -> None:
        with alone(f"{workspace.parent.name}/building"):
            ran = run_bulletin(workspace, "build", "--as-of", moment, "--out", str(out), *more)
        assert ran.returncode == 0, ran.stderr

    return folder_of(f"{workspace.parent.name}/{name}/x/y", build)


def _copy_with_an_address(workspace: Path) -> None:
    programme = copy_content(workspace) / "content/registry/programme.yml"
    text = programme.read_text("utf-8")
    assert _NO_ADDRESS in text
    programme.write_text(text.replace(_NO_ADDRESS, _AN_ADDRESS), "utf-8")
