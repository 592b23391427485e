"""Writes the archive of a year: a folder that is there whole or not at all."""

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.base.diagnostics import BulletinError
from generator.base.phases import phase
from generator.model.edition.edition import Link
from generator.targets.archive.year import IssuedYear, kept_files
from generator.targets.build.inputs import Wish
from generator.targets.build.limits import NotPrinted
from generator.targets.build.manifest import MANIFEST, manifest_text
from generator.targets.site.site_build import build_site
from generator.views.context.addresses import path_of_annex, path_of_paper
from generator.views.yearbook.archive_index import Setting, index_page, index_table, rows_of
from generator.workspace import DiskWorkspace, bundle_history
from generator.writer import STRAY

BUNDLE, VERIFIER = "history.bundle", "verify.py"


class Order(NamedTuple):
    """What to archive where: the year, the folder, how papers are made, and how it is told."""

    year: IssuedYear
    out: Path
    wish: Wish
    setting: Setting


class Made(NamedTuple):
    """How many files an archive holds, the papers that could not be made, and whether the git
    repository is among them."""

    files: int
    unmade: tuple[NotPrinted, ...]
    has_history: bool


def write_archive(workspace: DiskWorkspace, order: Order) -> Made:
    """Gather everything beside the place, then put it there in one step.

    Raises BulletinError when something stands there already, or when it cannot be written.
    """
    out = order.out
    if out.exists():
        raise BulletinError(
            f"Đã có {out}; không ghi đè lên hồ sơ lưu. Chọn chỗ khác bằng --out, hoặc chuyển thư"
            " mục ấy đi.",
            f"{out} is already there, and archives are never written over. Choose another place"
            " with --out, or move that folder away.",
        )
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=STRAY) as stage:
            made = _gather(workspace, order, Path(stage))
            Path(stage, "archive").rename(out)
    except OSError as error:
        raise BulletinError(
            f"Không ghi được vào {out}: {error.strerror}.", f"Cannot write to {out}."
        ) from error
    return made


def _gather(workspace: DiskWorkspace, order: Order, stage: Path) -> Made:
    folder, year = stage / "archive", order.year
    folder.mkdir()
    with phase("keep"):
        for path, content in kept_files(workspace, year):
            _put(folder / path, content)
    built = build_site(workspace.root, order.wish, stage / "site")
    papers = dict(_papers(year, stage / "site", folder))
    setting = order.setting._replace(papers=papers)
    rows = rows_of(year.links, setting)
    page = index_page(year.number, rows, workspace.now(), setting)
    _put(folder / "index.html", page.encode())
    _put(folder / "index.csv", index_table(rows, setting.language))
    _put(folder / VERIFIER, (stage / "site" / VERIFIER).read_bytes())
    with phase("bundle"):
        has_history = bundle_history(workspace.root, folder / BUNDLE)
    _put(folder / MANIFEST, _manifest(folder, year.links))
    count = sum(1 for path in folder.rglob("*") if path.is_file())
    return Made(count, built.unmade, has_history)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _papers(year: IssuedYear, site: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Copy the PDFs of each edition that is still shown; (edition, path in the archive).

    Its own comes last: the index links that one, which names the annex.
    """
    for link in year.links:
        for made in map(site.joinpath, (path_of_annex(link.name), path_of_paper(link.name))):
            if made.is_file():
                path = f"papers/{made.name}"
                _put(folder / path, made.read_bytes())
                yield link.name, path


def _manifest(folder: Path, links: Iterable[Link]) -> bytes:
    """In the form of a site's manifest, so that it is verified in the same ways."""
    files = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return manifest_text({link.name: link.digest for link in links}, files)
