"""The output folder: updated in a second folder beside it, then switched in one step.

There are two trees: the tree that readers see and, after the second build, a spare tree with the
build before. A build updates the spare (with hard links to files of the seen tree), then exchanges
the two names. An interrupted run leaves the seen tree as it was.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import orjson

from generator.base.diagnostics import BulletinError
from generator.base.phases import phase
from generator.system import exchange, link_or_copy
from generator.targets.build.cache import Cache
from generator.targets.build.executor import spread, spread_apart
from generator.targets.build.limits import INTERRUPTED, NotPrinted
from generator.targets.build.output import CombinedFile, Output, WrittenFile

_PAGES_A_PART = 64

States = Mapping[str, WrittenFile]
File = Output | CombinedFile
Derived = Callable[[States, Path], Sequence[File]]


class Tree:
    """One output folder with its spare; `unmade` are the PDFs that the last update left out."""

    def __init__(self, out: Path, cache: Cache) -> None:
        self.out = out
        self.spare = out.parent / f".{out.name}.previous"
        self.cache = cache
        name = hashlib.sha256(str(out.resolve()).encode()).hexdigest()[:16]
        self.seen_state, self.spare_state = f"trees/{name}.json", f"trees/{name}.previous.json"
        self.memo, self.lock = f"trees/{name}.memo.json", f"trees/{name}.lock"
        self.trace, self.earlier_trace = f"trees/{name}.trace.json", f"trees/{name}.earlier.json"
        self.unmade: dict[str, NotPrinted] = {}

    def complete_states(self) -> States | None:
        """The states of all files, if the folder is just as the last build left it; else None."""
        states = _load(self.cache, self.seen_state)
        is_whole = len(_intact(self.out, states)) == len(states) == _count(self.out)
        return states if is_whole else None

    def seen(self) -> States:
        """The states of the files in the folder that did not change since they were written."""
        return _intact(self.out, _load(self.cache, self.seen_state))

    def intact_file(self, path: str) -> Path | None:
        """The path of a seen file, if all its bytes are as written; else None."""
        state = _load(self.cache, self.seen_state).get(path)
        file = self.out / path
        if state is None or not file.is_file():
            return None
        return file if _digest_of(file) == state.sha256 else None

    def update(self, outputs: Sequence[Output], derived: Sequence[Derived], jobs: int) -> States:
        """Make the folder hold exactly these files; returns the state of each.

        Each of `derived` makes further outputs from the states of all files before it and their
        folder.
        """
        with self.cache.alone(self.lock), phase("files") as counts:
            written = self._update(outputs, derived, jobs)
            counts |= {"files": len(written), "unmade": len(self.unmade)}
        return written

    def _update(self, outputs: Sequence[Output], derived: Sequence[Derived], jobs: int) -> States:
        self._check_target()
        seen = self.seen()
        if _is_current(self.out, outputs, derived, seen):
            return seen
        spare_states = _load(self.cache, self.spare_state)
        intact_spare = _intact(self.spare, spare_states)
        self.cache.forget(self.spare_state)
        if not intact_spare:
            spare_states = {}
            shutil.rmtree(self.spare, ignore_errors=True)
        self.spare.mkdir(parents=True, exist_ok=True)
        written = self._fill(outputs, seen, intact_spare, jobs)
        for make_outputs in derived:
            written |= self._fill(make_outputs(written, self.spare), seen, intact_spare, jobs)
        for path in spare_states.keys() - written.keys():
            _remove(self.spare, path)
        self._switch(written, seen)
        return written

    def _check_target(self) -> None:
        is_ours = self.cache.load(self.seen_state) is not None
        if self.out.exists() and not is_ours and not _looks_like_a_site(self.out):
            raise BulletinError(
                f"Thư mục {self.out.name} có sẵn tệp khác; hãy chọn thư mục trống.",
                f"The folder {self.out.name} holds other files; choose an empty one.",
            )

    def _fill(
        self, outputs: Sequence[File], seen: States, spare: States, jobs: int
    ) -> dict[str, WrittenFile]:
        written: dict[str, WrittenFile] = {}
        due: list[File] = []
        for output in outputs:
            if output.path in spare and spare[output.path].key == output.key:
                written[output.path] = spare[output.path]
            elif output.path in seen and seen[output.path].key == output.key:
                _put(self.spare / output.path, partial(link_or_copy, self.out / output.path))
                written[output.path] = seen[output.path]
            else:
                due.append(output)
        light = [output for output in due if not output.is_heavy]
        make = partial(write_output, self.spare)
        results = spread(make, light, jobs=jobs, least=_PAGES_A_PART)
        written |= zip((output.path for output in light), results, strict=True)
        return written | self._print([output for output in due if output.is_heavy], jobs)

    def _print(self, heavy: Sequence[File], jobs: int) -> dict[str, WrittenFile]:
        """Make PDFs and what is as heavy, always in workers; a PDF that cannot be made is noted."""
        written: dict[str, WrittenFile] = {}
        results = spread_apart(partial(_write_or_say_why, self.spare), heavy, jobs=jobs)
        for output, result in zip(heavy, results, strict=True):
            if isinstance(result, WrittenFile):
                written[output.path] = result
                continue
            failure = result or NotPrinted(output.path, INTERRUPTED)
            if isinstance(output, CombinedFile):
                raise failure
            self.unmade[output.path] = failure
        return written

    def _switch(self, written: States, seen: States) -> None:
        self.cache.save(self.seen_state, _dump(written))
        if self.out.exists():
            exchange(self.spare, self.out)
            self.cache.save(self.spare_state, _dump(seen))
        else:
            self.spare.rename(self.out)


def _is_current(
    out: Path, outputs: Sequence[Output], derived: Sequence[Derived], seen: States
) -> bool:
    """Whether the folder holds every file as it must be, and no other file."""
    states: dict[str, WrittenFile] = {}
    stages: tuple[Derived, ...] = (lambda *_: outputs, *derived)
    for make_outputs in stages:
        for output in make_outputs(states, out):
            if output.path not in seen or seen[output.path].key != output.key:
                return False
            states[output.path] = seen[output.path]
    return len(states) == len(seen) == _count(out)


def _write_or_say_why(folder: Path, output: File) -> WrittenFile | NotPrinted:
    try:
        return write_output(folder, output)
    except NotPrinted as error:
        return error


def write_output(folder: Path, output: File) -> WrittenFile:
    target = folder / output.path
    if isinstance(output, CombinedFile):
        target.unlink(missing_ok=True)
        output.gather(folder, target)
        return _as_written(output.key, target, _digest_of(target))
    content = output.make().content
    _put(target, partial(_write_new, content))
    return _as_written(output.key, target, hashlib.sha256(content).hexdigest())


def _write_new(content: bytes, target: str) -> None:
    with open(target, "xb") as file:  # noqa: PTH123  as in _intact
        file.write(content)


def _put(target: Path, place: Callable[[str], None]) -> None:
    """Put a new file at a path; its folder is made, and what stands there is removed, if need be.

    What stands there may be a link to the seen tree, so nothing is written into it.
    """
    path = str(target)
    try:
        place(path)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        place(path)
    except FileExistsError:
        target.unlink()
        place(path)


def _as_written(key: str, target: Path, digest: str) -> WrittenFile:
    stat = os.stat(target)  # noqa: PTH116  as in _intact
    return WrittenFile(key, digest, stat.st_size, stat.st_mtime_ns)


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _remove(folder: Path, path: str) -> None:
    """Remove a file, and the folders that are empty after it."""
    target = folder / path
    target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == folder or (parent.exists() and any(parent.iterdir())):
            return
        if parent.exists():
            parent.rmdir()


def _intact(folder: Path, states: dict[str, WrittenFile]) -> dict[str, WrittenFile]:
    """The files that are still as written, judged by size and time of change."""
    base = str(folder)
    intact: dict[str, WrittenFile] = {}
    for path, state in states.items():
        try:
            stat = os.stat(f"{base}/{path}")  # noqa: PTH116  ten thousand times, pathlib is slow
        except OSError:
            continue
        if (stat.st_size, stat.st_mtime_ns) == (state.size, state.mtime_ns):
            intact[path] = state
    return intact


def _count(folder: Path) -> int:
    return sum(len(files) for _, _, files in os.walk(folder))


def _looks_like_a_site(folder: Path) -> bool:
    return (folder / "manifest.json").is_file() or not any(folder.iterdir())


def _load(cache: Cache, name: str) -> dict[str, WrittenFile]:
    content = cache.load(name)
    try:
        states = orjson.loads(content) if content else {}
    except orjson.JSONDecodeError:
        return {}
    return {path: WrittenFile(*state[: len(WrittenFile._fields)]) for path, state in states.items()}


def _dump(states: States) -> bytes:
    return orjson.dumps({path: tuple(state) for path, state in states.items()})
