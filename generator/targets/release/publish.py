"""Publishes: a site is built, staged as a release, verified, and only then shown to readers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.base.diagnostics import BulletinError, Refused
from generator.base.digest import digest_bytes
from generator.base.phases import phase
from generator.targets.build.cache import Cache
from generator.targets.build.inputs import Paper, Wish, printed_in
from generator.targets.build.limits import NotPrinted
from generator.targets.build.manifest import Manifest, differences_from, read_manifest
from generator.targets.release.stage import Staging, own_files
from generator.targets.release.target import Lost, Release, Target, name_of, refuse_damage
from generator.targets.site.site_build import build_site
from generator.workspace import moment_of_run

NOTHING = Manifest({}, {})


class Changes(NamedTuple):
    """The paths of files by what a release does to them."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    @classmethod
    def between(cls, before: Manifest, after: Manifest) -> "Changes":
        old, new = own_files(before), own_files(after)
        return cls(
            new=tuple(sorted(new.keys() - old.keys())),
            changed=tuple(sorted(p for p in new.keys() & old.keys() if new[p] != old[p])),
            gone=tuple(sorted(old.keys() - new.keys())),
        )


class Published(NamedTuple):
    """What a run did: the release that readers see, and what it changed for them.

    `release` is empty when nothing was switched; `reprinted` are the paths of papers of which
    readers hold other bytes, `removed` old releases, `unmade` PDFs.
    """

    release: str
    follows: str
    changes: Changes
    files: int
    reprinted: Sequence[str] = ()
    removed: Sequence[str] = ()
    unmade: Sequence[NotPrinted] = ()


class Built(NamedTuple):
    """A site in a folder of its own, ready to be published."""

    folder: Path
    manifest: Manifest
    unmade: Sequence[NotPrinted]


def build_apart(root: Path, wish: Wish, target: Target) -> Built:
    """Build the site of a workspace beside its caches, where no reader looks.

    The papers that readers of the target hold stay as they are, and what is on them still.
    """
    wish = replace(wish, papers={**sheets_in(target), **papers_in(target)})
    place = Cache(root).folder / "publishing" / wish.circulation.value / "site"
    unmade = build_site(root, wish, place).unmade
    return Built(place, read_manifest(place), unmade)


def papers_in(target: Target) -> Mapping[str, Paper]:
    """The papers that readers hold, by path: as the newest release that has one shows it."""
    papers: dict[str, Paper] = {}
    for release in target.releases():
        _, folder, manifest, _ = release
        target.bring(release, manifest.told.papers)
        for path, paper in printed_in(folder, manifest, manifest.told.papers):
            held = papers.get(path)
            same = held.files if held and held.sha256 == paper.sha256 else ()
            papers[path] = paper._replace(files=(*paper.files, *same))
    return papers


def sheets_in(target: Target) -> Mapping[str, Paper]:
    """The sheets of messages and events in the newest release, by path."""
    current = target.current()
    if current is None:
        return {}
    _, folder, manifest, _ = current
    target.bring(current, manifest.told.sheets)
    return dict(printed_in(folder, manifest, manifest.told.sheets))


def reused(folder: Path) -> Mapping[str, Paper]:
    """The papers and sheets of a built site or release; BulletinError if it is none."""
    manifest = read_manifest(folder)
    return dict(printed_in(folder, manifest, {**manifest.told.papers, **manifest.told.sheets}))


def foreseen(built: Built, target: Target) -> Published:
    """What publishing would change; nothing is written."""
    target.check()
    current = target.current()
    before = current.manifest if current else NOTHING
    changes = Changes.between(before, built.manifest)
    files = built.manifest.files
    reprinted = [
        path
        for path, paper in sorted(papers_in(target).items())
        if files.get(path, paper.sha256) != paper.sha256
    ]
    return Published(
        "", target.shown, changes, len(files), reprinted=reprinted, unmade=built.unmade
    )


class Order(NamedTuple):
    """What is to be published, and how many releases stay; `taken_out` names redacted editions."""

    wish: Wish
    keep: int
    taken_out: Collection[str] = ()


def publish(built: Built, target: Target, order: Order) -> Published:
    """Stage, verify and show the built site; nothing is done when readers have just this one."""
    refuse_mixture(target, order.wish.circulation.value)
    plan = foreseen(built, target)
    current = target.current()
    is_whole = current is not None and not any(target.flaws_of(current))
    if current and is_whole and _is_same(current.manifest, built.manifest):
        return plan._replace(release="", removed=target.prune(order.keep, order.taken_out))
    known = NOTHING
    if current and is_whole:
        files = target.bring(current, current.manifest.files)
        known = current.manifest._replace(files=files)
    name = _stage(Staging(built.folder, target.staging, current, known), order.wish)
    with phase("switch") as counts:
        release = target.add(target.staging, name, known)
        _show(target, release)
        removed = target.prune(order.keep, order.taken_out)
        counts["removed"] = len(removed)
    return plan._replace(release=name, files=len(release.manifest.files), removed=removed)


def _stage(staging: Staging, wish: Wish) -> str:
    """Fill the folder of a release and read it again; returns the name that it shall have."""
    with phase("stage") as counts:
        manifest = staging.fill(wish.circulation.value)
        staged = read_manifest(staging.folder)
        counts["files"] = len(staged.files)
    with phase("compare"):
        refuse_damage(differences_from(staged, staging.folder))
    return name_of(moment_of_run(wish.at), digest_bytes(manifest))


def _show(target: Target, release: Release) -> None:
    """Readers see a new release; one that came too late is as if it had never been."""
    try:
        target.switch(release)
    except Lost:
        target.drop(release.name)
        raise


def roll_back(target: Target) -> Published:
    """Show readers the release before, once it is verified; raises Refused when there is none."""
    current = target.current()
    before = target.release(current.follows) if current else None
    if current is None or before is None:
        raise Refused(
            f"Không còn bản nào đứng trước trong {target.place}; chưa đổi gì.",
            f"No release before it is left in {target.place}; nothing was changed.",
        )
    refuse_damage(target.flaws_of(before))
    target.switch(before)
    changes = Changes.between(current.manifest, before.manifest)
    return Published(before.name, current.name, changes, len(before.manifest.files))


def _is_same(current: Manifest, built: Manifest) -> bool:
    return current.editions == built.editions and own_files(current) == built.files


def refuse_mixture(target: Target, circulation: str) -> None:
    """Internal and public releases never stand side by side: old ones stay within reach."""
    target.refuse_unreadable()
    others = {r.manifest.placed.circulation for r in target.releases() if r.manifest.placed}
    for other in others - {circulation}:
        raise BulletinError(
            f"{target.place} là chỗ của bản “{other}”; bản “{circulation}” phải đăng vào"
            " một nơi khác, để không ai thấy nhầm.",
            f"{target.place} holds releases of the circulation “{other}”; publish"
            f" “{circulation}” to another place, so that nobody sees the wrong one.",
        )


def as_json(target: str, done: Published) -> dict[str, object]:
    """What a run did, for programs."""
    return {
        "target": target,
        "release": done.release or None,
        "before": done.follows or None,
        "files": done.files,
        **{kind: list(paths) for kind, paths in done.changes._asdict().items()},
        "reprinted": list(done.reprinted),
        "removed": list(done.removed),
        "unmade": [failure.title for failure in done.unmade],
    }
