"""What a command costs: seconds on the clock, seconds of processor, and memory at its peak."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

KIB_A_MIB = 1024


class Cost(NamedTuple):
    """Seconds, seconds, and the MiB of the largest process among the command and its workers."""

    wall: float
    cpu: float
    peak: float


def cost_of(command: Sequence[str], folder: Path, settings: Mapping[str, str]) -> Cost:
    """Run a command to its end; raises RuntimeError when it fails.

    The kernel charges a child with the size of the process that starts it, so whoever measures must
    stay small: corpora and pages are made by commands of their own.
    """
    with (folder / "last-output.txt").open("wb") as output:
        begun = time.perf_counter()
        started = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **settings}, stdout=output, stderr=output
        )
        _, status, used = os.wait4(started.pid, 0)
        wall = time.perf_counter() - begun
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        said = (folder / "last-output.txt").read_text("utf-8", "replace")
        raise RuntimeError(f"{' '.join(command)} ended with {started.returncode}:\n{said[-2000:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / KIB_A_MIB)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure by itself."""
    return Cost(*(median(figures) for figures in zip(*costs, strict=True)))
