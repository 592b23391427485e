"""Builds the site: frame and pages are put together in the output folder."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import orjson

from generator.base.diagnostics import BulletinError
from generator.base.digest import digest, digest_bytes
from generator.base.phases import phase
from generator.resources import STARTER, code_digest, theme_digest
from generator.targets.build.cache import ANOTHER_BUILD, Cache
from generator.targets.build.inputs import Wish, inputs_of
from generator.targets.build.limits import NotPrinted
from generator.targets.build.output import Output
from generator.targets.build.tree import States, Tree
from generator.targets.site import guide
from generator.workspace import moment_of_run
from generator.writer import PATIENCE, SHARED, locked, steady

if TYPE_CHECKING:
    from generator.targets.build.plan import Plan


class Built(NamedTuple):
    """All files of the site, and the PDFs that could not be made; their pages say so."""

    written: States
    unmade: tuple[NotPrinted, ...] = ()


def build_site(root: Path, wish: Wish, out: Path, jobs: int = 0) -> Built:
    """Bring the folder `out` up to date in one step; `jobs` 0 uses every core.

    When no input has changed, and no text depends on the time since then, the folder is only
    checked.
    """
    tree, moment = Tree(out, Cache(root)), moment_of_run(wish.at)
    with steady(root):
        inputs, memo = inputs_of(root, wish), _Memo.of(tree)
        is_known = memo and memo.inputs == inputs and memo.covers(moment)
        if is_known and (seen := tree.complete_states()):
            return Built(seen)
        from generator.targets.build.plan import plan_of  # noqa: PLC0415

        plan = plan_of(root, wish)
    from generator.targets.offline import usb_zip  # noqa: PLC0415
    from generator.targets.site import outputs, rebuild  # noqa: PLC0415  when something is to build
    from generator.views.site.front_page import RECENT  # noqa: PLC0415

    with _frame(plan) as frame:
        first = outputs.outputs(plan, frame)
        derived = outputs.derived(plan, first, partial(tree.intact_file, usb_zip.PATH))

        def repaired(_: States, __: Path) -> Sequence[Output]:
            why = {path: failure.reason for path, failure in tree.unmade.items()}
            return outputs.told_unmade(replace(plan, unmade=why), frame, first) if why else ()

        written = tree.update(first, (repaired, *derived), jobs)
    rebuild.keep_trace(tree, plan)
    if not tree.unmade:
        _Memo(inputs, moment, plan.ledger.changes_at(RECENT)).keep(tree)
    return Built(written, tuple(tree.unmade.values()))


class _Memo(NamedTuple):
    """The inputs of the last update of a folder, and the period in which it stays valid."""

    inputs: str
    since: datetime
    until: datetime | None

    @classmethod
    def of(cls, tree: Tree) -> "_Memo | None":
        content = tree.cache.load(tree.memo)
        if content is None:
            return None
        inputs, since, until = orjson.loads(content)
        parsed = datetime.fromisoformat(until) if until else None
        return cls(inputs, datetime.fromisoformat(since), parsed)

    def covers(self, moment: datetime) -> bool:
        return self.since <= moment and (self.until is None or moment < self.until)

    def keep(self, tree: Tree) -> None:
        until = self.until.isoformat() if self.until else None
        tree.cache.save(tree.memo, orjson.dumps([self.inputs, self.since.isoformat(), until]))


@contextmanager
def _frame(plan: "Plan") -> Iterator[Path]:
    """The folder with the rendered frame, which no other build removes while this one uses it.

    Workspaces with the same guide and names share it: MkDocs takes seconds.
    """
    key, cache = _frame_key(plan), Cache()
    frames = cache.folder / "frames"
    frames.mkdir(parents=True, exist_ok=True, mode=0o700)
    with ExitStack() as use:
        with phase("frame"), locked(frames, PATIENCE, ANOTHER_BUILD):
            _render(plan, cache, key)
            use.enter_context(locked(_lock_of(frames, key), PATIENCE, ANOTHER_BUILD, SHARED))
            os.utime(frames / key)
            _forget_oldest(cache, frames)
        yield frames / key


_MOST_FRAMES = 8


def _forget_oldest(cache: Cache, frames: Path) -> None:
    """Frames that were used longest ago go, but for those that another build is using."""
    used = sorted((path.stat().st_mtime_ns, path) for path in frames.iterdir() if path.is_dir())
    for _, other in used[:-_MOST_FRAMES]:
        with suppress(BulletinError):
            with locked(_lock_of(frames, other.name), 0, ANOTHER_BUILD):
                shutil.rmtree(other, ignore_errors=True)
                cache.forget(f"frames/{other.name}.sum")
            _lock_of(frames, other.name).unlink(missing_ok=True)


def _lock_of(frames: Path, key: str) -> Path:
    """The file by which users of a frame hold it; taken and removed only while `frames` is held."""
    return frames / f"{key}.lock"


def _render(plan: "Plan", cache: Cache, key: str) -> None:
    """MkDocs runs only when one of its inputs changed."""
    folder = cache.folder / "frames" / key
    seal = f"frames/{key}.sum"
    if folder.is_dir() and cache.load(seal) == _digest_below(folder):
        return
    from generator.targets.site.frame import build_frame  # noqa: PLC0415  MkDocs is slow to import

    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".") as temporary:
        build_frame(plan, Path(temporary) / "frame")
        shutil.rmtree(folder, ignore_errors=True)  # damaged, or not ours
        shutil.move(Path(temporary) / "frame", folder)
    cache.save(seal, _digest_below(folder))


def _digest_below(folder: Path) -> bytes:
    """The digest of every name and byte below a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    told = [[str(path.relative_to(folder)), digest_bytes(path.read_bytes())] for path in files]
    return digest(told).encode()


def _frame_key(plan: "Plan") -> str:
    pages = sorted((plan.root / "content" / "guide").rglob("*"))
    files = {
        str(path.relative_to(plan.root)): digest_bytes(path.read_bytes())
        for path in pages
        if path.is_file()
    }
    settings = digest_bytes((STARTER / "mkdocs.yml").read_bytes())
    rules = [digest([name, text]) for name, text in guide.rule_pages()]
    names, links = [plan.site_name, plan.owners, plan.base_url], [plan.shells, plan.with_bundle]
    values = [*names, plan.exercise, plan.language, *links]
    return digest([files, settings, rules, values, code_digest(), theme_digest()]).removeprefix(
        "sha256:"
    )
