"""Does a built site still hold exactly the files of its manifest?"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import orjson

from generator.base.diagnostics import BulletinError
from generator.base.text import Bilingual
from generator.targets.manifest import MANIFEST


def verify_site(folder: Path) -> tuple[Bilingual, ...]:
    """What differs, by file; raises BulletinError when there is no manifest to hold it against."""
    try:
        files = orjson.loads((folder / MANIFEST).read_bytes())["files"]
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise BulletinError(
            f"Không đọc được {MANIFEST} trong {folder}.", f"No readable {MANIFEST} in {folder}."
        ) from error
    return tuple(_differences(folder, files))


def _differences(folder: Path, files: dict[str, str]) -> Iterator[Bilingual]:
    found = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    for path in sorted(found - {*files, MANIFEST}):
        yield Bilingual(f"{path}: tệp thừa", f"{path}: not in the manifest")
    for path, sha256 in sorted(files.items()):
        if path not in found:
            yield Bilingual(f"{path}: thiếu", f"{path}: missing")
        elif hashlib.sha256((folder / path).read_bytes()).hexdigest() != sha256:
            yield Bilingual(f"{path}: nội dung đã khác", f"{path}: the content differs")
