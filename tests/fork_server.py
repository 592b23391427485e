"""Runs of the command, each forked from one process that has imported everything.

python -m tests.fork_server reads a line of JSON for runs that begin at once and answers with one
when they have ended: a new interpreter for each would take ten times as long. A run is what
`bulletin` does, in a session of its own, with nothing but what a program has after its imports.
"""

import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import generator
from generator.cli.main import program
from generator.guard.scan import sightings
from generator.resources import code_digest, theme_digest
from tests.tracer import Followed, Follower, Kill, alive_in, begin_to_follow, stop_at_calls

ROOT = Path(__file__).parent.parent


class Run(NamedTuple):
    """A verb, how long it waits before it begins (seconds), and where it is killed.

    Of runs at once only one may be killed.
    """

    arguments: Sequence[str]
    pause: float = 0
    kill: Kill | None = None


class Ended(NamedTuple):
    """How a run ended: its exit code, what it said on both streams, and what was followed.

    `outlived` counts processes of the run that did not end with it.
    """

    code: int
    said: str
    told: str
    outlived: int
    calls: Mapping[str, int]
    was_killed: bool


class Forks:
    """A server that runs."""

    def __init__(self, server: "subprocess.Popen[str]") -> None:
        self.server = server

    def run(self, folder: Path, cache: Path, *runs: Run) -> Sequence[Ended]:
        """Run these verbs at once in a workspace, with the cache there, to their ends."""
        assert self.server.stdin and self.server.stdout
        request = {"folder": str(folder), "cache": str(cache), "runs": [*runs]}
        self.server.stdin.write(json.dumps(request) + "\n")
        self.server.stdin.flush()
        return [Ended(*ended) for ended in json.loads(self.server.stdout.readline())]


@contextmanager
def forks() -> Iterator[Forks]:
    """A server for as long as it is needed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = (sys.executable, "-m", "tests.fork_server")
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True) as server:
        yield Forks(server)


# ── in the server ────────────────────────────────────────────────────────────────────────────


def _serve() -> None:
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    _know_the_program()
    for line in sys.stdin:
        request = json.loads(line)
        sys.stdout.write(json.dumps(_ended(request)) + "\n")
        sys.stdout.flush()


def _know_the_program() -> None:
    """What each run would compute anew from the program alone: half of the time of a short one."""
    code_digest(), theme_digest()
    for text in ("a", "ă"):
        sightings(text)


def _ended(request: Mapping[str, Any]) -> list[Ended]:
    runs = [Run(words, pause, kill and Kill(*kill)) for words, pause, kill in request["runs"]]
    os.environ["XDG_CACHE_HOME"] = request["cache"]
    ended: dict[int, int] = {}
    with tempfile.TemporaryDirectory() as place:
        begun = [_Begun(run, request["folder"], f"{place}/{n}") for n, run in enumerate(runs)]
        for one in sorted(begun, key=lambda one: one.run.pause):
            one.let_go()
        followed_first = sorted(begun, key=lambda one: one.run.kill is None)
        ends = {one.process: one.end(ended) for one in followed_first}
        return [ends[one.process] for one in begun]


class _Begun:
    """A forked process that waits at its gate."""

    def __init__(self, run: Run, folder: str, place: str) -> None:
        self.run, self.place = run, place
        reader, self.gate = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            os.close(self.gate)
            _carry_out(run, folder, place, reader)
        os.close(reader)
        if run.kill:
            begin_to_follow(self.process)

    def let_go(self) -> None:
        os.write(self.gate, b".")  # closing it would not do: those forked later hold it too
        os.close(self.gate)

    def end(self, ended: dict[int, int]) -> Ended:
        """Wait for its end; `ended` holds those that were waited for meanwhile."""
        followed = Followed({}, was_killed=False)
        if self.run.kill:
            followed = Follower(self.process, self.run.kill, ended).follow()
        elif self.process not in ended:
            _, ended[self.process] = os.waitpid(self.process, 0)
        said, told = (Path(f"{self.place}.{name}").read_text("utf-8") for name in ("said", "told"))
        code = os.waitstatus_to_exitcode(ended[self.process])
        return Ended(code, said, told, _outlived(self.process), *followed)


def _carry_out(run: Run, folder: str, place: str, gate: int) -> NoReturn:
    """What the command does, in this forked process, once the gate is opened."""
    try:
        os.setsid()
        writing = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(os.open(f"{place}.said", writing), 1)
        os.dup2(os.open(f"{place}.told", writing), 2)
        os.chdir(folder)
        sys.argv = ["bulletin", *run.arguments]
        os.read(gate, 1)
        os.close(gate)
        time.sleep(run.pause)
        if run.kill:
            stop_at_calls(run.kill)
        program()
    finally:
        os._exit(70)


_PATIENCE = 5  # seconds for workers to end after their parent


def _outlived(session: int) -> int:
    """Processes of a session whose first one has ended; they are ended too."""
    last = time.monotonic() + _PATIENCE
    while (left := [*alive_in(session)]) and time.monotonic() < last:
        time.sleep(0.002)
    for process in left:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    return len(left)


if __name__ == "__main__":
    _serve()
