"""Attachments: only PDF and image files below content/attachments, checked and hashed."""

import importlib
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from generator.base.diagnostics import Diagnostic
from generator.base.digest import digest_bytes
from generator.base.span import Place
from generator.base.text import Bilingual, nfc
from generator.base.workspace import FileEntry, Workspace
from generator.model.corpus.attachment_text import Extract
from generator.model.record.record import Record
from generator.source.files.file_names import one_spelling
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
    "mở tệp, in ra một tệp PDF mới không khóa, không kèm gì thêm, tối đa 200 trang, rồi thay tệp"
    " này",
    "open it, print it to a new PDF without lock or extras, 200 pages at most, and replace it",
)


class AttachmentContents(NamedTuple):
    """The sha256 and the content of every usable attachment, and the problems of the others."""

    digests: Mapping[str, str]
    extracts: Mapping[str, Extract]
    problems: tuple[Diagnostic, ...]


def attach(workspace: Workspace, files: WorkspaceFiles, means: Means) -> AttachmentContents:
    """Check every attachment that a record names, and extract the content of the usable ones."""
    named_files = [
        (entry.place("attachments", number, "file"), attachment.file)
        for entry in files.entries
        if isinstance(entry.record, Record)
        for number, attachment in enumerate(entry.record.attachments)
    ]
    if not named_files:
        return AttachmentContents({}, {}, ())
    files_by_path = {file.path: file for file in workspace.files(FOLDER)}
    spellings = {one_spelling(path): path for path in files_by_path}
    refusals = {
        name: next(_refusals(workspace, files_by_path.get(f"{FOLDER}/{name}"), name), None)
        for name in dict.fromkeys(name for _, name in named_files)
    }
    refusals |= {
        name: _spelt_otherwise(name, there)
        for name in refusals
        if f"{FOLDER}/{name}" not in files_by_path
        and (there := spellings.get(one_spelling(f"{FOLDER}/{name}")))
    }
    usable = [name for name, reason in refusals.items() if reason is None]
    digests = {name: digest_bytes(workspace.read(f"{FOLDER}/{name}")) for name in usable}
    contents = _contents(workspace, digests, means)
    problems = (
        _problem(place, name, refusals[name], contents.get(name)) for place, name in named_files
    )
    extracts = {name: content for name, content in contents.items() if isinstance(content, Extract)}
    return AttachmentContents(digests, extracts, tuple(problem for problem in problems if problem))


def _problem(
    place: Place, name: str, refusal: Bilingual | None, content: Extract | Bilingual | None
) -> Diagnostic | None:
    if refusal:
        return BAD_FILE.at(place, reason=refusal, mend=_MEND)
    if isinstance(content, Bilingual):
        reason = Bilingual(f"{name} {content.vi}", f"{name}: {content.en}")
        return BAD_FILE.at(place, reason=reason, mend=_OPEN)
    return None


def _contents(
    workspace: Workspace, digests: Mapping[str, str], means: Means
) -> Mapping[str, Extract | Bilingual]:
    """The content of each file, or why it cannot be checked; equal bytes are opened once."""
    remembered = dict(means.extracts.recall()) if means.extracts else {}
    keys = {name: f"{digest} {name.rpartition('.')[2].lower()}" for name, digest in digests.items()}
    unread_names = {key: name for name, key in keys.items() if key not in remembered}
    results = means.spread(partial(_open, workspace), list(unread_names.values()), least=2)
    contents = {**remembered, **dict(zip(unread_names, results, strict=True))}
    if means.extracts and unread_names:
        means.extracts.keep({key: contents[key] for key in keys.values()})
    return {name: _unpack(contents[key]) for name, key in keys.items()}


def _open(workspace: Workspace, name: str) -> list[Any]:
    """As JSON for other processes and the cache: the parts of an Extract, or two sentences."""
    reader = importlib.import_module(
        "generator.source.corpus.attachment_contents"
    )  # slow to load, seldom needed
    content = reader.extract(name, workspace.read(f"{FOLDER}/{name}"))
    return (
        [content.vi, content.en]
        if isinstance(content, Bilingual)
        else [list(content.texts), *content[1:]]
    )


def _unpack(packed: list[Any]) -> Extract | Bilingual:
    match packed:
        case [str(vi), str(en)]:
            return Bilingual(vi, en)
        case [texts, *flags]:
            return Extract(tuple(texts), *flags)
        case _:
            raise ValueError(packed)


def _spelt_otherwise(name: str, there: str) -> Bilingual:
    """Why a file is missing that seems to be there: capitals, or accents as macOS writes them."""
    found = there.removeprefix(f"{FOLDER}/")
    if nfc(found) == nfc(name):
        return Bilingual(
            f"tên tệp {name} trong thư mục ghi dấu theo cách của máy Mac; gõ lại tên tệp ấy",
            f"the name of the file {name} has its accents as macOS writes them; type it anew",
        )
    return Bilingual(
        f"không có tệp {name}, chỉ có {found}: khác chữ hoa, chữ thường",
        f"there is no file {name}, only {found}: the capitals differ",
    )


def _refusals(workspace: Workspace, file: FileEntry | None, name: str) -> Iterator[Bilingual]:
    ending = "." + name.rpartition(".")[2].lower()
    if ".." in name.split("/") or name.startswith("/") or "\\" in name:
        yield Bilingual(f"{name} ở ngoài content/attachments", f"{name} is outside its folder")
    elif file is None:
        yield Bilingual(f"không có tệp {name}", f"there is no file {name}")
    elif not file.is_regular:
        yield Bilingual(f"{name} là liên kết", f"{name} is a symbolic link")
    elif file.size > MAX_BYTES:
        yield Bilingual(f"{name} lớn hơn 20 MiB", f"{name} is larger than 20 MiB")
    elif not workspace.read(file.path).startswith(MAGIC.get(ending, (b"\0none",))):
        yield Bilingual(f"{name} không phải tệp PDF hay ảnh", f"{name} is no PDF or image")
