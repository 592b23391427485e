"""The manifest, made from all other files, and the check of a built site against it."""

import hashlib
from collections.abc import Callable, Container, Iterator, Mapping, Sequence, Set
from functools import partial
from pathlib import Path
from typing import NamedTuple

import orjson

from generator import VERSION
from generator.base.diagnostics import BulletinError
from generator.base.digest import digest_bytes
from generator.base.text import Bilingual
from generator.model.ledger.ledger import Ledger
from generator.targets.build.output import FileContent, Output
from generator.targets.build.tree import Derived, States

MANIFEST = "manifest.json"


class Told(NamedTuple):
    """Digests by path: of what each paper of a bulletin tells, and of all a sheet is made of.

    The sheets are those of messages and events; what they are made of includes the program.
    """

    papers: Mapping[str, str] = {}
    sheets: Mapping[str, str] = {}

    def among(self, paths: Container[str]) -> "Told":
        """The same, of what is among these paths."""
        return Told(*({p: told for p, told in part.items() if p in paths} for part in self))

    def as_json(self) -> dict[str, dict[str, str]]:
        """What the manifest says of it; nothing of a kind of which there is none."""
        parts = zip(self._fields, self, strict=True)
        return {name: dict(sorted(part.items())) for name, part in parts if part}


def manifest(ledger: Ledger, told: Told) -> Derived:
    """The manifest: sha256 of every file, digest of every edition, version of the program."""

    def outputs(written: States, folder: Path) -> Sequence[Output]:
        del folder
        digests = {path: file.sha256 for path, file in written.items()}
        text = manifest_of(ledger, digests, told.among(written))
        return (Output(MANIFEST, digest_bytes(text), partial(FileContent, text)),)

    return outputs


def manifest_of(ledger: Ledger, files: Mapping[str, str], told: Told | None = None) -> bytes:
    """The JSON of the manifest; `files` gives the sha256 by path."""
    editions = {edition.name: edition.digest for edition in ledger.editions}
    closed = {closed.name: closed.digest for closed in ledger.closed}
    return manifest_text(editions | closed, files, told)


def manifest_text(
    editions: Mapping[str, str], files: Mapping[str, str], told: Told | None = None
) -> bytes:
    """The JSON: digests of editions by name, sha256 of files by path, of what papers tell."""
    content = {
        "form": 1,
        "tool": {"bulletin": VERSION},
        "editions": dict(editions),
        "files": dict(sorted(files.items())),
        **(told.as_json() if told else {}),
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2) + b"\n"


class Placed(NamedTuple):
    """What a manifest says when the site is published: for whom, and after which release.

    `kept` are the files of that release that pages still open ask for.
    """

    circulation: str
    follows: str
    followed_digest: str
    kept: frozenset[str]


class Manifest(NamedTuple):
    """What a site says of itself: the digest of each edition, by name, and sha256 of each file.

    `placed` is None for a site that is no release.
    """

    editions: Mapping[str, str]
    files: Mapping[str, str]
    told: Told = Told()
    placed: Placed | None = None


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a built site; raises BulletinError when it cannot be read."""
    try:
        said = orjson.loads((folder / MANIFEST).read_bytes())
        placed = _placed(said["release"]) if "release" in said else None
        told = Told(*(_texts(said.get(name, {})) for name in Told._fields))
        return Manifest(_texts(said["editions"]), _texts(said["files"]), told, placed)
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise BulletinError(
            f"Không đọc được {MANIFEST} trong {folder}.", f"No readable {MANIFEST} in {folder}."
        ) from error


def _placed(said: Mapping[str, object]) -> Placed:
    follows = _texts(said["follows"] or {"name": "", "manifest": ""})
    kept = said["kept"]
    if not isinstance(kept, list):
        raise TypeError(kept)
    names = frozenset(map(str, kept))
    return Placed(str(said["circulation"]), follows["name"], follows["manifest"], names)


def as_release(built: bytes, files: Mapping[str, str], placed: Placed) -> bytes:
    """The manifest of a built site as that of a release with these files."""
    follows = {"name": placed.follows, "manifest": placed.followed_digest}
    release = {
        "circulation": placed.circulation,
        "follows": follows if placed.follows else None,
        "kept": sorted(placed.kept),
    }
    said = orjson.loads(built) | {"release": release, "files": dict(sorted(files.items()))}
    return orjson.dumps(said, option=orjson.OPT_INDENT_2) + b"\n"


def _texts(said: object) -> Mapping[str, str]:
    """A table of texts; raises TypeError for anything else."""
    if not isinstance(said, dict) or not all(isinstance(text, str) for text in said.values()):
        raise TypeError(said)
    return said


def differences_from(manifest: Manifest, folder: Path) -> Iterator[Bilingual]:
    """In what the files of a folder differ from what its manifest says, file by file."""
    there = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*")}
    present = {path: p for path, p in there.items() if p.is_symlink() or not p.is_dir()}

    def sha256_of(path: str) -> str:
        """Nothing for a pipe or a device, which is never opened: it would wait for ever."""
        content = present[path].read_bytes() if present[path].is_file() else None
        return hashlib.sha256(content).hexdigest() if content is not None else ""

    return differences_between(manifest, present.keys(), sha256_of)


def differences_between(
    manifest: Manifest, present: Set[str], sha256_of: Callable[[str], str]
) -> Iterator[Bilingual]:
    """In what files, wherever they are, differ from what a manifest says."""
    files = manifest.files
    for path in sorted(present - {*files, MANIFEST}):
        yield Bilingual(f"{path}: tệp thừa", f"{path}: not in the manifest")
    for path, sha256 in sorted(files.items()):
        if path not in present:
            yield Bilingual(f"{path}: thiếu", f"{path}: missing")
        elif sha256_of(path) != sha256:
            yield Bilingual(f"{path}: nội dung đã khác", f"{path}: the content differs")
