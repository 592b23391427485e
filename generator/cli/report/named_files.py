"""The files that a person names: by a record's id or by a path, however it is spelled."""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from generator.base.diagnostics import BulletinError
from generator.base.text import nearest, nfc
from generator.cli.report.report import record_of


def files_named(root: Path, paths: Sequence[str], names: Iterable[str]) -> frozenset[str]:
    """The files and folders, of these below `root`, that the names mean; `is_among` reads them.

    Raises BulletinError for a name that stands for none.

    A path may be absolute, with “..” or through a link, from the current folder or from the
    workspace, with “\\” between its folders, and in any normalisation of Unicode.
    """
    return frozenset(path for name in names for path in _files_named(root, paths, name))


def is_among(path: str, named: Collection[str]) -> bool:
    """Whether a file is named, or lies in a named folder, even if it should be there and is not."""
    return any(path == own or path.startswith(f"{own}/") for own in named)


def _files_named(root: Path, paths: Sequence[str], name: str) -> tuple[str, ...]:
    of_record = tuple(path for path in paths if record_of(path) == name.strip().upper())
    if of_record:
        return of_record
    folders = dict.fromkeys(_below_workspace(root, name))
    for folder in folders:
        if folder == ".":
            return ("content",)
        inside = next((path for path in paths if is_among(nfc(path), (folder,))), None)
        if inside is not None:
            return ("/".join(inside.split("/")[: folder.count("/") + 1]),)
    raise _nothing(root, paths, name, tuple(folders))


def _below_workspace(root: Path, name: str) -> Iterator[str]:
    """The paths below the workspace that a name may mean, as text with forward slashes."""
    for written in (name, name.replace("\\", "/")) if name.strip() else ():
        for start in (Path.cwd(), root):
            path = start / written
            for spelled in (Path(os.path.normpath(path)), path.resolve()):
                if spelled.is_relative_to(root):
                    yield nfc(spelled.relative_to(root).as_posix())


def _nothing(
    root: Path, paths: Sequence[str], name: str, folders: tuple[str, ...]
) -> BulletinError:
    """What to say of a name that names no file of the content."""
    there = next((folder for folder in folders if (root / folder).exists()), None)
    if there is not None:
        return BulletinError(
            f"“{name}” không có tệp nào để kiểm tra; nội dung được kiểm tra nằm trong “content”.",
            f"“{name}” holds no file to check; what is checked is in “content”.",
        )
    near = nearest(name, {record_of(path) or path for path in paths})
    vi, en = (f" Có phải {near}?", f" Did you mean {near}?") if near else ("", "")
    return BulletinError(
        f"Không có bản ghi hay tệp nào là “{name}” trong kho này.{vi}",
        f"There is no record or file “{name}” in this workspace.{en}",
    )
