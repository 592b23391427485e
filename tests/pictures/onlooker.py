"""The reader of the guide, whose screen is looked at."""

import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.pictures.terminal import environment, typed
from tests.test_guide import Reader


class Onlooker(Reader):
    """Runs commands as the guide's test does; of those pictured, keeps what a terminal shows."""

    def __init__(self, root: Path, pictured: frozenset[str]) -> None:
        self.root, self.pictured = root, pictured
        self.at, self.screen = "", ""

    def run(self, command: str) -> str:
        """A pictured command is first typed in a copy, because many can be run only once."""
        if f"$ {command}" in self.pictured:
            with tempfile.TemporaryDirectory(prefix="hinh-") as copy:
                there = shutil.copytree(self.root, Path(copy) / "ban-tin")
                self.screen = typed(command, there, self.at)
        return self._piped(command)

    def _piped(self, command: str) -> str:
        given = ["--at", self.at, *shlex.split(command)[1:]]
        done = subprocess.run(
            [sys.executable, "-m", "generator", *given],
            cwd=self.root,
            env=environment() | {"COLUMNS": "120"},
            capture_output=True,
            text=True,
            check=False,
        )
        lines = (done.stdout + done.stderr).splitlines()
        return "\n".join(line.rstrip() for line in lines) + "\n"
