"""bulletin.zip: the whole site for a USB stick, opened from its folder without network or server.

What has not changed since the zip before is taken from it as it is, still compressed. A zip has the
same bytes however its members came: a fixed date, order and strength of compression.
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
_STRENGTH = 6
_PACKED_ALREADY = (".pdf", ".png", ".jpg", ".jpeg", ".webp", ".woff2")
_LOCAL_HEAD = 30  # bytes before the name, whose length stands in bytes 26–27 (APPNOTE 4.3.7)

Before = Callable[[], Path | None]


class Contents(NamedTuple):
    """What a zip holds: files of the site by sha256, and texts of its own."""

    site: Mapping[str, str]
    own: Mapping[str, bytes]


def stick(plan: Plan, before: Before) -> Derived:
    """The zip of every file so far; `before` gives the last one, if it is as it was written."""

    def outputs(written: States, folder: Path) -> Sequence[CombinedFile]:
        del folder
        contents = _contents(plan, {path: one.sha256 for path, one in written.items()})
        key = digest_bytes(contents.own[MANIFEST])
        return (CombinedFile(PATH, key, partial(gather, contents, before)),)

    return outputs


def _contents(plan: Plan, site: Mapping[str, str]) -> Contents:
    """The site, what to read first, and a manifest of both, so that `verify` can check it."""
    hint = labels(plan.language)["stick_read"].format(site=plan.site_name).encode()
    listed = {**site, READ_FIRST: digest_bytes(hint).removeprefix("sha256:")}
    return Contents(site, {READ_FIRST: hint, MANIFEST: manifest_of(plan.ledger, listed)})


def gather(contents: Contents, before: Before, folder: Path, target: Path) -> None:
    """Write the zip, one member after the other."""
    with _opened(before()) as old, zipfile.ZipFile(target, "w") as archive:
        known = _known(old)
        for path in sorted({*contents.site, *contents.own}):
            sha256 = contents.site.get(path)
            if old and sha256 and known.get(path) == sha256:
                _put(archive, *_taken(old, path))
            elif sha256:
                _put(archive, *_packed(path, (folder / path).read_bytes()))
            else:
                _put(archive, *_packed(path, contents.own[path]))


@contextmanager
def _opened(path: Path | None) -> Iterator[zipfile.ZipFile | None]:
    if path is None:
        yield None
        return
    with zipfile.ZipFile(path) as archive:
        yield archive


def _known(old: zipfile.ZipFile | None) -> Mapping[str, str]:
    """What the zip before says of its own members."""
    if old is None:
        return {}
    files: dict[str, str] = orjson.loads(old.read(MANIFEST))["files"]
    return files


def _taken(old: zipfile.ZipFile, path: str) -> tuple[zipfile.ZipInfo, bytes]:
    """A member of the zip before, with its bytes as they stand there."""
    found = old.getinfo(path)
    file = old.fp
    assert file is not None  # noqa: S101  it is open
    file.seek(found.header_offset)
    head = file.read(_LOCAL_HEAD)
    name, extra = struct.unpack("<HH", head[26:30])
    file.seek(name + extra, 1)
    info = _info(path, found.compress_type)
    info.CRC, info.file_size, info.compress_size = found.CRC, found.file_size, found.compress_size
    return info, file.read(found.compress_size)


def _packed(path: str, content: bytes) -> tuple[zipfile.ZipInfo, bytes]:
    stored = path.endswith(_PACKED_ALREADY)
    info = _info(path, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    packed = content if stored else zlib.compress(content, _STRENGTH, -zlib.MAX_WBITS)
    info.CRC, info.file_size, info.compress_size = zlib.crc32(content), len(content), len(packed)
    return info, packed


def _info(path: str, way: int) -> zipfile.ZipInfo:
    """A member that looks the same whatever machine wrote it."""
    info = zipfile.ZipInfo(path)  # dated 1980-01-01
    info.compress_type, info.create_system = way, 3
    info.external_attr = 0o100644 << 16
    return info


def _put(archive: zipfile.ZipFile, info: zipfile.ZipInfo, packed: bytes) -> None:
    """Add bytes that are already compressed, which zipfile itself offers no way to do."""
    file = archive.fp
    assert file is not None  # noqa: S101  it is open
    info.header_offset = file.tell()
    file.write(info.FileHeader())
    file.write(packed)
    archive.start_dir = file.tell()
    archive.filelist.append(info)
    archive.NameToInfo[info.filename] = info
