"""An incoming file before it is opened: its size, and what a zip may hold."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.base.diagnostics import BulletinError, Refused

MOST_BYTES = 20_000_000  # of the file: a report with many pictures
MOST_UNPACKED = 100_000_000
MOST_ENTRIES = 2_000
MOST_RATIO = 150  # unpacked to packed; text in XML comes to about 20
_FREE = 1_000_000  # bytes that may be packed as tightly as they like
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")
_ENCRYPTED = 0x1
# What is raised on a part that is wrongly packed, or packed in a way that Python does not know.
_BROKEN = (BadZipFile, EOFError, OSError, ValueError, zlib.error, RuntimeError)


def read_file(path: Path) -> bytes:
    """The bytes of a file; BulletinError when it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BulletinError(
            f"Không đọc được {path.name}: {error.strerror}.",
            f"{path.name} cannot be read: {error.strerror}.",
        ) from error
    if len(content) > MOST_BYTES:
        raise refused(path.name, "lớn hơn 20 MB", "larger than 20 MB")
    return content


def opened(name: str, content: bytes) -> ZipFile:
    """A file of an office as a zip; Refused before anything of it is unpacked."""
    if content.startswith(_OLD_OFFICE):
        raise refused(
            name,
            "có mật khẩu hoặc ở dạng cũ (.doc, .xls); mở bằng Word hoặc LibreOffice, bỏ mật khẩu và"
            " lưu thành .docx, .xlsx",
            "locked by a password or of an old form (.doc, .xls); open it in Word or LibreOffice,"
            " take the password away and save it as .docx, .xlsx",
        )
    try:
        package = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError) as error:
        raise refused(
            name,
            "không phải tệp của Word, LibreOffice, Excel hoặc đã hỏng",
            "no file of Word, LibreOffice or Excel, or damaged",
        ) from error
    _refuse_bombs(name, package.infolist())
    _refuse_entities(name, package)
    return package


def _refuse_bombs(name: str, entries: list[ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise refused(name, f"hơn {MOST_ENTRIES} tệp bên trong", f"over {MOST_ENTRIES} parts")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise refused(name, "có phần bị khóa bằng mật khẩu", "partly locked by a password")
    unpacked = sum(entry.file_size for entry in entries)
    is_tight = any(
        entry.file_size > _FREE and entry.file_size > MOST_RATIO * entry.compress_size
        for entry in entries
    )
    if unpacked > MOST_UNPACKED or is_tight:
        raise refused(name, "bung ra quá lớn, như một tệp bẫy", "far too large when unpacked")


def _refuse_entities(name: str, package: ZipFile) -> None:
    """No file that an office program writes declares entities, with which a text can explode."""
    for entry in _xml_parts(package):
        try:
            text = package.read(entry).replace(b"\0", b"")  # UTF-16 is searched too
        except _BROKEN as error:
            raise refused(name, "đã hỏng", "damaged") from error
        if any(sign in text for sign in _ENTITIES):
            raise refused(name, "có khai báo XML không được nhận (DOCTYPE)", "declares entities")


def _xml_parts(package: ZipFile) -> Iterator[ZipInfo]:
    return (entry for entry in package.infolist() if entry.filename.endswith((".xml", ".rels")))


def refused(name: str, vi: str, en: str) -> Refused:
    """Why a file is not taken in."""
    return Refused(
        f"Không nhận tệp {name}: {vi}. Chưa ghi gì.",
        f"{name} is not taken in: {en}. Nothing was written.",
    )
