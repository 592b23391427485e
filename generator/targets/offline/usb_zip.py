"""bulletin.zip: the whole site for a USB stick, to be read from its folder without a server.

Unchanged files are copied from the previous zip, still compressed. The bytes of a zip do not depend
on that: date, order and level of compression are fixed.
"""

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import orjson

from generator.base.digest import digest_bytes
from generator.targets.build.manifest import MANIFEST, manifest_of
from generator.targets.build.output import CombinedFile
from generator.targets.build.plan import Plan
from generator.targets.build.tree import Derived, States
from generator.views.catalogue.labels import labels

PATH = "bulletin.zip"
READ_FIRST = "DOC-TRUOC.txt"
_LEVEL = 6
_COMPRESSED_ALREADY = (".pdf", ".png", ".jpg", ".jpeg", ".webp", ".woff2")
_LOCAL_HEADER = 30  # bytes before the name; bytes 26–27 give its length (APPNOTE 4.3.7)

PreviousZip = Callable[[], Path | None]


class ZipContents(NamedTuple):
    """The contents of a zip: sha256 of the site's files by path, and its own texts by path."""

    site: Mapping[str, str]
    own: Mapping[str, bytes]


def site_zip(plan: Plan, previous: PreviousZip) -> Derived:
    """The zip of all files so far; `previous` gives the path of the last zip, if it is intact."""

    def outputs(written: States, folder: Path) -> Sequence[CombinedFile]:
        del folder
        contents = _contents(plan, {path: file.sha256 for path, file in written.items()})
        key = digest_bytes(contents.own[MANIFEST])
        return (CombinedFile(PATH, key, partial(gather, contents, previous)),)

    return outputs


def _contents(plan: Plan, site: Mapping[str, str]) -> ZipContents:
    """The site, a text to read first, and a manifest of both for `bulletin verify`."""
    hint = _hint(plan)
    digests = {**site, READ_FIRST: digest_bytes(hint).removeprefix("sha256:")}
    return ZipContents(site, {READ_FIRST: hint, MANIFEST: manifest_of(plan.ledger, digests)})


def _hint(plan: Plan) -> bytes:
    """The text to read first, with the line ends that every editor of Windows knows."""
    text = labels(plan.language)["stick_read"].format(site=plan.site_name)
    return "".join(f"{line}\r\n" for line in text.split("\n")).encode()


def gather(contents: ZipContents, previous: PreviousZip, folder: Path, target: Path) -> None:
    """Write the zip, member by member."""
    with _opened_zip(previous()) as old, zipfile.ZipFile(target, "w") as archive:
        old_digests = _known_digests(old)
        for path in sorted({*contents.site, *contents.own}):
            sha256 = contents.site.get(path)
            if old and sha256 and old_digests.get(path) == sha256:
                _put(archive, *_old_member(old, path))
            elif sha256:
                _put(archive, *_packed(path, (folder / path).read_bytes()))
            else:
                _put(archive, *_packed(path, contents.own[path]))


@contextmanager
def _opened_zip(path: Path | None) -> Iterator[zipfile.ZipFile | None]:
    if path is None:
        yield None
        return
    with zipfile.ZipFile(path) as archive:
        yield archive


def _known_digests(old: zipfile.ZipFile | None) -> Mapping[str, str]:
    """The sha256 of the members of the previous zip, from its own manifest."""
    if old is None:
        return {}
    files: dict[str, str] = orjson.loads(old.read(MANIFEST))["files"]
    return files


def _old_member(old: zipfile.ZipFile, path: str) -> tuple[zipfile.ZipInfo, bytes]:
    """A member of the previous zip, with its compressed bytes."""
    member = old.getinfo(path)
    file = old.fp
    assert file is not None  # noqa: S101  it is open
    file.seek(member.header_offset)
    head = file.read(_LOCAL_HEADER)
    name, extra = struct.unpack("<HH", head[26:30])
    file.seek(name + extra, 1)
    info = _info(path, member.compress_type)
    info.CRC, info.file_size, info.compress_size = (
        member.CRC,
        member.file_size,
        member.compress_size,
    )
    return info, file.read(member.compress_size)


def _packed(path: str, content: bytes) -> tuple[zipfile.ZipInfo, bytes]:
    stored = path.endswith(_COMPRESSED_ALREADY)
    info = _info(path, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    packed = content if stored else zlib.compress(content, _LEVEL, -zlib.MAX_WBITS)
    info.CRC, info.file_size, info.compress_size = zlib.crc32(content), len(content), len(packed)
    return info, packed


def _info(path: str, method: int) -> zipfile.ZipInfo:
    """The header of a member, the same on every machine."""
    info = zipfile.ZipInfo(path)  # dated 1980-01-01
    info.compress_type, info.create_system = method, 3
    info.external_attr = 0o100644 << 16
    return info


def _put(archive: zipfile.ZipFile, info: zipfile.ZipInfo, packed: bytes) -> None:
    """Add bytes that are already compressed; zipfile has no function for it."""
    file = archive.fp
    assert file is not None  # noqa: S101  it is open
    info.header_offset = file.tell()
    file.write(info.FileHeader())
    file.write(packed)
    archive.start_dir = file.tell()
    archive.filelist.append(info)
    archive.NameToInfo[info.filename] = info
