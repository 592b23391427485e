"""Attachments: only plain PDF and image files below content/attachments, hashed."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.base.diagnostics import Diagnostic
from generator.base.digest import digest_bytes
from generator.base.text import Bilingual
from generator.base.workspace import FileEntry, Workspace
from generator.model.extract import Extract
from generator.model.record import Record
from generator.source.extract import extract
from generator.source.problems import BAD_FILE
from generator.source.read import Reading

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


def attach(workspace: Workspace, reading: Reading) -> Attached:
    """Look at every attachment that a record names."""
    named = [
        (entry, number, attached.file)
        for entry in reading.entries
        if isinstance(entry.record, Record)
        for number, attached in enumerate(entry.record.attachments)
    ]
    if not named:
        return Attached({}, {}, ())
    files = {file.path: file for file in workspace.files(FOLDER)}
    digests: dict[str, str] = {}
    extracts: dict[str, Extract] = {}
    problems: list[Diagnostic] = []
    for entry, number, name in named:
        reasons = list(_refusals(workspace, files.get(f"{FOLDER}/{name}"), name))
        place = entry.place("attachments", number, "file")
        problems += [BAD_FILE.at(place, reason=reason, mend=_MEND) for reason in reasons[:1]]
        if not reasons:
            content = workspace.read(f"{FOLDER}/{name}")
            digests[name] = digest_bytes(content)
            opened = extract(name, content)
            if isinstance(opened, Extract):
                extracts[name] = opened
            else:
                told = Bilingual(f"{name} {opened.vi}", f"{name}: {opened.en}")
                problems.append(BAD_FILE.at(place, reason=told, mend=_OPEN))
    return Attached(digests, extracts, tuple(problems))


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
