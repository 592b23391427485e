"""Attachments: only plain PDF and image files below content/attachments, hashed."""

import importlib
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from generator.base.diagnostics import Diagnostic
from generator.base.digest import digest_bytes
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.base.workspace import FileEntry, Workspace
from generator.model.corpus.attachment_text import Extract
from generator.model.record.record import Record
from generator.source.files.parallel_load import Means
from generator.source.files.workspace_files import WorkspaceFiles
from generator.source.problems import BAD_FILE

FOLDER = "content/attachments"
MAX_BYTES = 20 * 1024 * 1024
# Magic bytes by ending (PDF, PNG, JPEG, WebP).
MAGIC: Mapping[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
}
_MEND = Bilingual(
    "đặt tệp PDF, PNG, JPEG hoặc WebP (tối đa 20 MiB) trong content/attachments và ghi đúng tên",
    "put a PDF, PNG, JPEG or WebP file (20 MiB at most) into content/attachments and name it",
)

_OPEN = Bilingual(
    "lưu lại thành tệp PDF hoặc ảnh không khóa, ngắn hơn, rồi kiểm tra lại",
    "save it again as a shorter file without a lock, and check again",
)


class Attached(NamedTuple):
    """The sha256 and the content of every usable attachment, and what is wrong with the others."""

    digests: Mapping[str, str]
    extracts: Mapping[str, Extract]
    problems: tuple[Diagnostic, ...]


def attach(workspace: Workspace, reading: WorkspaceFiles, means: Means) -> Attached:
    """Look at every attachment that a record names, and into those that may be looked into."""
    named = [
        (entry.place("attachments", number, "file"), attached.file)
        for entry in reading.entries
        if isinstance(entry.record, Record)
        for number, attached in enumerate(entry.record.attachments)
    ]
    if not named:
        return Attached({}, {}, ())
    files = {file.path: file for file in workspace.files(FOLDER)}
    refused = {
        name: next(_refusals(workspace, files.get(f"{FOLDER}/{name}"), name), None)
        for name in dict.fromkeys(name for _, name in named)
    }
    usable = [name for name, reason in refused.items() if reason is None]
    digests = {name: digest_bytes(workspace.read(f"{FOLDER}/{name}")) for name in usable}
    opened = _opened(workspace, digests, means)
    problems = (_problem(place, name, refused[name], opened.get(name)) for place, name in named)
    extracts = {name: one for name, one in opened.items() if isinstance(one, Extract)}
    return Attached(digests, extracts, tuple(problem for problem in problems if problem))


def _problem(
    place: Place, name: str, refused: Bilingual | None, opened: Extract | Bilingual | None
) -> Diagnostic | None:
    if refused:
        return BAD_FILE.at(place, reason=refused, mend=_MEND)
    if isinstance(opened, Bilingual):
        reason = Bilingual(f"{name} {opened.vi}", f"{name}: {opened.en}")
        return BAD_FILE.at(place, reason=reason, mend=_OPEN)
    return None


def _opened(
    workspace: Workspace, digests: Mapping[str, str], means: Means
) -> Mapping[str, Extract | Bilingual]:
    """What each file holds, or why it could not be looked at; each content is opened once."""
    known = dict(means.extracts.recall()) if means.extracts else {}
    keys = {name: f"{digest} {name.rpartition('.')[2].lower()}" for name, digest in digests.items()}
    fresh = {key: name for name, key in keys.items() if key not in known}
    done = means.spread(partial(_open, workspace), list(fresh.values()), least=2)
    opened = {**known, **dict(zip(fresh, done, strict=True))}
    if means.extracts and fresh:
        means.extracts.keep({key: opened[key] for key in keys.values()})
    return {name: _thawed(opened[key]) for name, key in keys.items()}


def _open(workspace: Workspace, name: str) -> list[Any]:
    """In a form that travels and is kept: the parts of an Extract, or two sentences."""
    reader = importlib.import_module(
        "generator.source.corpus.attachment_contents"
    )  # slow to load, seldom needed
    found = reader.extract(name, workspace.read(f"{FOLDER}/{name}"))
    return [found.vi, found.en] if isinstance(found, Bilingual) else [list(found.texts), *found[1:]]


def _thawed(kept: list[Any]) -> Extract | Bilingual:
    match kept:
        case [str(vi), str(en)]:
            return Bilingual(vi, en)
        case [texts, *flags]:
            return Extract(tuple(texts), *flags)
        case _:
            raise ValueError(kept)


def _refusals(workspace: Workspace, file: FileEntry | None, name: str) -> Iterator[Bilingual]:
    ending = "." + name.rpartition(".")[2].lower()
    if ".." in name.split("/") or name.startswith("/") or "\\" in name:
        yield Bilingual(f"{name} ở ngoài content/attachments", f"{name} is outside its folder")
    elif file is None:
        yield Bilingual(f"không có tệp {name}", f"there is no file {name}")
    elif file.is_link:
        yield Bilingual(f"{name} là liên kết", f"{name} is a symbolic link")
    elif file.size > MAX_BYTES:
        yield Bilingual(f"{name} lớn hơn 20 MiB", f"{name} is larger than 20 MiB")
    elif not workspace.read(file.path).startswith(MAGIC.get(ending, (b"\0none",))):
        yield Bilingual(f"{name} không phải tệp PDF hay ảnh", f"{name} is no PDF or image")
