"""The floor under `bulletin check`: every file of content/ found, read and hashed, and no more.

With --parse every YAML file is read and parsed by libyaml into bare events, by every core.
"""

import argparse
import hashlib
import multiprocessing
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml


def main() -> None:
    given = argparse.ArgumentParser()
    given.add_argument("folder")
    given.add_argument("--parse", action="store_true")
    wanted = given.parse_args()
    paths = list(_paths(f"{wanted.folder}/content"))
    if wanted.parse:
        with multiprocessing.get_context("fork").Pool() as pool:
            done = pool.map(_events, (p for p in paths if p.endswith(".yml")), chunksize=100)
    else:
        done = [_hashed(path) for path in paths]
    sys.stdout.write(f"{sum(done)}\n")


def _paths(folder: str) -> Iterator[str]:
    for below, _, names in os.walk(folder):
        yield from (f"{below}/{name}" for name in names)


def _hashed(path: str) -> int:
    return len(hashlib.sha256(Path(path).read_bytes()).digest())


def _events(path: str) -> int:
    return sum(1 for _ in yaml.parse(Path(path).read_bytes(), yaml.CSafeLoader))


if __name__ == "__main__":
    main()
