"""Verbs killed at random system calls, and verbs that race: make crash ARGS="1000 1 50".

The SIGKILL comes at the n-th call of a kind (tests/tracer.py); n is drawn among the calls that an
undisturbed run makes. What two verbs at once may leave is what they leave one after the other.
After a kill no file is torn or lost, and no worker lives on; the same verb, run again, ends where
an undisturbed run ends: in the content, in what readers see and in what `check` says.
"""

import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations_with_replacement, permutations
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from generator.targets.build.manifest import MANIFEST, read_manifest
from tests.exercise import BODIES, EVENT, RECORDS, Desk, Files, head_of, plan
from tests.fork_server import Ended, Forks, Run, forks
from tests.support import PNG
from tests.test_desk import written_to
from tests.tracer import EVERY, Kill

AT = ("--at", "2026-12-02T09:00+07:00")
BY = ("--unit", "dan-van", "--office", "truong-ban")
TARGET, SITE = "ban-tin", "site"
VERBS: Mapping[str, tuple[str, ...]] = {
    "new": ("new", "ND", "--unit", "dan-van"),
    "approve": ("approve", "BT-2026-0003", *BY),
    "recall": ("recall", "ND-2026-0001", *BY, "--reason", "Sai số mẫu."),
    "issue": ("issue", "BT-2026-0002"),
    "redact": ("redact", "BT-2026-0001", "v1"),
    "build": ("build", "--no-pdf", "--jobs", "2"),
    "publish": ("publish", TARGET, "--no-pdf"),
}
# A verb may also meet itself, another party's approval, and the issue of another bulletin.
PARTNERS: Mapping[str, tuple[str, ...]] = {
    **VERBS,
    "approve by another": ("approve", "BT-2026-0003", "--unit", "tuyen-giao", *BY[2:]),
    "issue another": ("issue", "BT-2026-0004"),
}
PAIRS = tuple(combinations_with_replacement(PARTNERS, 2))
FOR_READERS = {"build": SITE, "publish": TARGET}
GIVES_WAY = ("Một lệnh khác đang", "Một lần dựng khác đang")  # says who finds another at work
TURNS: Sequence[str | None] = (*VERBS, None, None, None)  # none: two verbs at once
COLD = 0.2  # the share of the kills in which no earlier run has filled the cache
LAST = 8  # calls of a kind
SHORT = 0.5  # seconds by which a verb begins at most after the other
Names = tuple[str, ...]
Tree = Mapping[str, bytes]


class Outcome(NamedTuple):
    """What verbs leave, one after the other: content, readers' files, what `check` says."""

    codes: tuple[int, ...]
    content: Tree
    shown: Tree
    found: str


# What the verbs of a trial leave in each order, and what each of them leaves alone.
Rehearsal = Mapping[Names, Outcome]


class Tried(NamedTuple):
    """One trial: the verbs, where the first was killed, how it stood then, what was wrong."""

    names: Names
    call: str
    state: str
    flaw: str


# ── the office ───────────────────────────────────────────────────────────────────────────────

USED = ("message/2026/ND-2026-0001", "opinion/2026/DL-2026-0001", "event/2026/SV-2026-0001")
INCLUDED = (["ND-2026-0001", "SV-2026-0001"], ["DL-2026-0001"], *[["ND-2026-0001"]] * 3)
AFTER_PUBLISHING = "BT-2026-0005"


def office(folder: Path) -> Path:
    """The smallest workspace in which each of the verbs has something to do."""
    bodies = {path: head_of(path) + BODIES[path].replace(EVENT, "") for path in USED}
    desk = Desk({f"{RECORDS}/{path}.yml": text for path, text in bodies.items()})
    desk.files["content/attachments/so-do.png"] = PNG
    for number, include in enumerate(INCLUDED, 1):
        ((path, text),) = plan(f"BT-2026-{number:04}", include, mode="exercise").items()
        desk.files[path] = str(text).replace("number: 1", f"number: {number}")
    desk.issue("BT-2026-0001")
    before: Files = {**desk.files}
    for name in ("BT-2026-0002", "BT-2026-0004", AFTER_PUBLISHING):
        desk.issue(name)
    approvals = {p: c for p, c in desk.files.items() if p.startswith("content/approvals/")}
    return written_to(folder, {**before, **approvals})


class Scene:
    """The office as it is before every trial, and the place and cache in which trials happen."""

    def __init__(self, server: Forks, folder: Path) -> None:
        self.server = server
        self.place, self.cache = folder / "place", folder / "cache"
        self.start, self.warm = folder / "start", folder / "warm"
        self.outcome, self.calls = cache(self._outcome), cache(self._calls)
        office(self.place)
        for name in FOR_READERS:
            assert self.verb(*VERBS[name]).code == 0
        assert self.verb("issue", AFTER_PUBLISHING).code == 0
        self.verb("redact", "BT-2026-0001", "v1", "--reason", "Có dữ liệu cá nhân.")
        for unit in ("tuyen-giao", "dan-van"):
            self.verb("approve", "BT-2026-0001/v1", "--unit", unit, "--office", "truong-ban")
        self.place.rename(self.start)
        self.cache.rename(self.warm)
        self.set_up(FOR_READERS)
        self.before = Outcome((), self.content(), self.shown(FOR_READERS), "")

    def set_up(self, names: Sequence[str] | Mapping[str, str], *, is_cold: bool = False) -> None:
        """The office again, with what readers see if a verb changes that."""
        for folder in (self.place, self.cache):
            shutil.rmtree(folder, ignore_errors=True)
        left_out = () if FOR_READERS.keys() & {*names} else FOR_READERS.values()
        ignored = shutil.ignore_patterns(*left_out)
        shutil.copytree(self.start, self.place, symlinks=True, ignore=ignored)
        if not is_cold:
            shutil.copytree(self.warm, self.cache)

    def verb(self, *arguments: str) -> Ended:
        return self.at_once(Run(arguments))[0]

    def at_once(self, *runs: Run) -> Sequence[Ended]:
        """Run verbs at once; none may end in a traceback or leave a worker behind."""
        asked = [run._replace(arguments=(*AT, *run.arguments)) for run in runs]
        ended = self.server.run(self.place, self.cache, *asked)
        for one in ended:
            assert "Traceback" not in one.told, one.told
            assert not one.outlived, "a worker outlived its parent"
        return ended

    def rehearsal(self, names: Names) -> Rehearsal:
        counts = range(1, len(names) + 1)
        orders = dict.fromkeys(order for count in counts for order in permutations(names, count))
        return {order: self.outcome(order) for order in orders}

    def _outcome(self, names: Names) -> Outcome:
        self.set_up(names)
        codes = tuple(self.verb(*PARTNERS[name]).code for name in names)
        return Outcome(codes, self.content(), self.shown(names), self.verb("check").said)

    def _calls(self, name: str, is_cold: bool) -> Mapping[str, int]:  # noqa: FBT001
        """How often an undisturbed run makes each call."""
        self.set_up([name], is_cold=is_cold)
        (ended,) = self.at_once(Run(PARTNERS[name], kill=EVERY))
        assert ended.code == 0, ended.said
        return ended.calls

    def content(self) -> Tree:
        return files_in(self.place / "content")

    def shown(self, names: Sequence[str] | Mapping[str, str]) -> Tree:
        """What readers see of the verbs that show them something, and what lies beside it."""
        seen: dict[str, bytes] = {}
        for name in FOR_READERS.keys() & {*names}:
            folder = self.place / FOR_READERS[name]
            pages = folder / "current" if name == "publish" else folder
            passing = of_release_before(pages)
            files = {path: data for path, data in files_in(pages).items() if path not in passing}
            seen |= {f"{name}/{path}": data for path, data in files.items()}
            beside = [*self.place.iterdir(), *([] if pages == folder else folder.iterdir())]
            seen[f"beside {name}"] = " ".join(sorted(path.name for path in beside)).encode()
        return seen


def of_release_before(pages: Path) -> frozenset[str]:
    """What a release keeps and tells of the one before it, of which a trial may make one more."""
    placed = read_manifest(pages).placed if (pages / MANIFEST).is_file() else None
    about = {MANIFEST, f"{MANIFEST}.gz"}
    return placed.kept | about if placed else frozenset()


def files_in(folder: Path) -> Tree:
    """Every file, with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


# ── trials ───────────────────────────────────────────────────────────────────────────────────


def killed(scene: Scene, names: Names, draw: random.Random) -> Tried:
    """Start the verbs at once, kill the first at a random call, look, and run it again."""
    rehearsal, is_cold = scene.rehearsal(names), draw.random() < COLD
    counts = scene.calls(names[0], is_cold)
    while True:
        kill = _drawn(counts, draw)
        scene.set_up(names, is_cold=is_cold)
        first, *others = _begun(names, draw)
        ended = scene.at_once(first._replace(kill=kill), *others)
        if ended[0].was_killed:
            break  # else it was done before so many calls
    state = _state(scene, names, rehearsal)
    flaws = [*_looked_at(scene, names, rehearsal)]
    refused = [name for name, one in zip(names[1:], ended[1:], strict=True) if one.code]
    flaws += _run_again(scene, (*refused, names[0]), rehearsal)
    flaws += _settled(scene, names, rehearsal)
    return Tried(names, f"{kill.call} {kill.number}", state, "; ".join(flaws))


def _drawn(counts: Mapping[str, int], draw: random.Random) -> Kill:
    """A call of any kind, every other one among the last: there verbs write what others see."""
    call = draw.choice([*counts])
    first = draw.choice((1, max(1, counts[call] - LAST)))
    return Kill(call, draw.randint(first, counts[call]))


def raced(scene: Scene, names: Names, draw: random.Random) -> Tried:
    """Start two verbs at once: each does all of its work, or says that the other is at work."""
    rehearsal = scene.rehearsal(names)
    scene.set_up(names)
    ended = scene.at_once(*_begun(names, draw))
    flaws = [*_looked_at(scene, names, rehearsal), *_serial(scene, names, ended, rehearsal)]
    gave_way = [name for name, one in zip(names, ended, strict=True) if _gave_way(one)]
    flaws += _run_again(scene, gave_way, rehearsal)
    flaws += _settled(scene, names, rehearsal)
    done = sum(one.code == 0 for one in ended)
    state = "one gave way" if gave_way else "both done" if done == len(ended) else "one was refused"
    return Tried(names, "", state, "; ".join(flaws))


def _begun(names: Names, draw: random.Random) -> list[Run]:
    """The verbs, one of which may begin a moment after the other."""
    late, pause = draw.randrange(len(names)), draw.choice((0, draw.random() * SHORT))
    return [
        Run(PARTNERS[name], pause if number == late else 0) for number, name in enumerate(names)
    ]


def _ends(names: Names, rehearsal: Rehearsal) -> Mapping[Names, Outcome]:
    return {order: end for order, end in rehearsal.items() if len(order) == len(names)}


def _state(scene: Scene, names: Names, rehearsal: Rehearsal) -> str:
    left, shown = _whole(scene.content()), scene.shown(names)
    before = {path: scene.before.shown[path] for path in scene.before.shown if path in shown}
    if left == scene.before.content and shown == before:
        return "before"
    ends = _ends(names, rehearsal).values()
    is_after = any(left == end.content and shown == end.shown for end in ends)
    return "after" if is_after else "between"


def _looked_at(scene: Scene, names: Names, rehearsal: Rehearsal) -> Iterator[str]:
    """Right afterwards no file is torn or lost, `check` can look, and readers have a whole site."""
    states = [scene.before.content, *(outcome.content for outcome in rehearsal.values())]
    left = _whole(scene.content())
    for path, data in left.items():
        if data not in [state.get(path) for state in states]:
            yield f"{path} is neither as before nor as after"
    for path in set.intersection(*map(set, states)) - left.keys():
        yield f"{path} is lost"
    if scene.verb("check").code not in (0, 1) or scene.verb("verify").code not in (0, 1):
        yield "check or verify cannot look"
    for name in FOR_READERS.keys() & {*names}:
        if scene.verb("verify", FOR_READERS[name]).code:
            yield f"readers have no whole {FOR_READERS[name]}"


def _run_again(scene: Scene, names: Sequence[str], rehearsal: Rehearsal) -> Iterator[str]:
    """What was killed or gave way is done by the next run, unless it was done already."""
    ends = [
        end.content
        for order, end in rehearsal.items()
        if len(order) == len(max(rehearsal, key=len))
    ]
    for name in names:
        if name not in FOR_READERS and _whole(scene.content()) not in ends:
            ran = scene.verb(*PARTNERS[name])
            if ran.code not in (0, 1):
                yield f"{name} cannot be run again: {ran.told}"


def _settled(scene: Scene, names: Names, rehearsal: Rehearsal) -> Iterator[str]:
    """All is as in an undisturbed run: content, what readers see, what is found."""
    for name in FOR_READERS.keys() & {*names}:
        if (ran := scene.verb(*PARTNERS[name])).code:
            yield f"{name} cannot be run again: {ran.told}"
    left, ends = scene.content(), _ends(names, rehearsal)
    fitting = [order for order, end in ends.items() if end.content == _whole(left)]
    if not fitting:
        near = min((_differing(left, end.content) for end in ends.values()), key=len)
        yield f"run again, it ends otherwise: {near}"
        return
    end = rehearsal[tuple(sorted(fitting[0], key=lambda name: name in FOR_READERS))]
    if shown := _differing(scene.shown(names), end.shown):
        yield f"readers see something else: {shown[:9]}"
    if scene.verb("check").said != end.found:
        yield "check finds something else"
    places = [(), *((FOR_READERS[name],) for name in FOR_READERS.keys() & {*names})]
    if any(scene.verb("verify", *place).code for place in places):
        yield "verify finds something"


def _serial(
    scene: Scene, names: Names, ended: Sequence[Ended], rehearsal: Rehearsal
) -> Iterator[str]:
    """The verbs said and left what they say and leave in one order or the other."""
    done = sorted(
        (name, one.code) for name, one in zip(names, ended, strict=True) if not _gave_way(one)
    )
    left = scene.content()
    for order, end in rehearsal.items():
        if left == end.content and sorted(zip(order, end.codes, strict=True)) == done:
            return
    told = " | ".join(one.told[-300:] for one in ended)
    yield f"in no order do the two end so: {done}: {told}"


def _gave_way(ended: Ended) -> bool:
    return ended.code == 2 and any(words in ended.told for words in GIVES_WAY)


def _whole(left: Tree) -> Tree:
    """Without what was being written."""
    return {path: data for path, data in left.items() if ".writing-" not in path}


def _differing(left: Tree, right: Tree) -> list[str]:
    return sorted(path for path in {*left, *right} if left.get(path) != right.get(path))


# ── so many of them ──────────────────────────────────────────────────────────────────────────


def kills(scene: Scene, count: int, draw: random.Random) -> Iterator[Tried]:
    """The verbs in turn, and two of them at once."""
    for number in range(count):
        name = TURNS[number % len(TURNS)]
        yield killed(scene, (name,) if name else tuple(draw.sample(draw.choice(PAIRS), 2)), draw)


def races(scene: Scene, count: int, draw: random.Random) -> Iterator[Tried]:
    """Two verbs at once, each pair before one comes again."""
    rounds = range(0, count, len(PAIRS))
    pairs = [pair for _ in rounds for pair in draw.sample(PAIRS, len(PAIRS))]
    for pair in pairs[:count]:
        yield raced(scene, pair, draw)


Trials = Callable[[Scene, int, random.Random], Iterator[Tried]]


def tried(trials: Trials, count: int, seed: int) -> Iterator[Tried]:
    """So many trials, in memory where there is room for files in it."""
    memory = "/dev/shm"  # noqa: S108  a folder of its own is made there
    place = memory if Path(memory).is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as folder, forks() as server:
        yield from trials(Scene(server, Path(folder)), count, random.Random(seed))  # noqa: S311


def main(kill_count: int, seed: int, race_count: int) -> int:
    """Print each flaw as it is found, and the figures."""
    flawed = 0
    for what, trials, count in (("kills", kills, kill_count), ("races", races, race_count)):
        began = monotonic()
        made = [*_told(tried(trials, count, seed))]
        by_verb = Counter(" + ".join(sorted(one.names)) for one in made)
        for names, number in sorted(by_verb.items(), key=lambda item: (" + " in item[0], item[0])):
            _say(f"  {number:4} {names}")
        states = ", ".join(f"{n} {state}" for state, n in Counter(o.state for o in made).items())
        flaws = sum(bool(one.flaw) for one in made)
        minutes = (monotonic() - began) / 60
        _say(f"{len(made)} {what} ({states}): {flaws} with something wrong; {minutes:.1f} minutes")
        flawed += flaws
    return int(flawed > 0)


def _told(trials: Iterator[Tried]) -> Iterator[Tried]:
    for number, one in enumerate(trials, 1):
        if one.flaw:
            _say(f"{' + '.join(one.names)} at {one.call or 'once'}, {one.state}: {one.flaw}")
        if number % 100 == 0:
            _say(f"{number} …")
        yield one


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*map(int, [*sys.argv[1:], *("100", "1", "20")[len(sys.argv) - 1 :]])))
