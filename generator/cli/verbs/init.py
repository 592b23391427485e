"""bulletin init: a new workspace for another locality, which checks clean and builds."""

import tempfile
from pathlib import Path

import click

from generator.base.diagnostics import BulletinError
from generator.base.text import Bilingual
from generator.cli.report.report import say
from generator.cli.session.session import Session
from generator.resources import STARTER, shipped
from generator.source.files.workspace_files import PROGRAMME
from generator.source.yaml.loader import load
from generator.targets.editor.forge import forge_files
from generator.targets.editor.vscode import editor_files
from generator.workspace import write_files

_MARK = "mkdocs.yml"

NEXT = (
    Bilingual(
        "1. Sửa bốn tệp trong content/registry: tên, đơn vị và địa bàn của địa phương mình.",
        "1. Edit the four files in content/registry: your own names, units and areas.",
    ),
    Bilingual(
        "2. Vào thư mục đó, chạy: bulletin check",
        "2. In that folder, run: bulletin check",
    ),
    Bilingual(
        "3. Viết bản ghi đầu tiên theo content/guide/1-ban-ghi-dau-tien.md.",
        "3. Write the first record as content/guide/1-ban-ghi-dau-tien.md shows.",
    ),
)


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def command(session: Session, folder: Path) -> None:
    """Tạo kho bản tin mới cho một địa phương · Start a new workspace."""
    files = starting_files()
    try:
        _refuse_occupied(folder)
        _fill(folder, files)
    except OSError as error:
        raise BulletinError(
            f"Không ghi được vào {folder}: {error.strerror}.", f"{folder} cannot be written."
        ) from error
    message = Bilingual(
        f"Đã tạo kho bản tin trong {folder} ({len(files)} tệp). Việc tiếp theo:",
        f"Started a workspace in {folder} ({len(files)} files). What to do next:",
    )
    for line in (message, *NEXT):
        say(session.words(line))


def starting_files() -> dict[str, bytes]:
    """Every file of a new workspace by its path: starter, guide, and what is made from them."""
    guide = shipped("guide")
    starter = {
        path.relative_to(STARTER).as_posix(): path for path in STARTER.rglob("*") if path.is_file()
    }
    pages = {f"content/guide/{page.name}": page for page in guide.glob("*.md")}
    pages |= {f"content/guide/hinh/{picture.name}": picture for picture in guide.glob("hinh/*.png")}
    files = {path: source.read_bytes() for path, source in (starter | pages).items()}
    values = load(PROGRAMME, files[PROGRAMME]).value or {}
    made_files = editor_files() | forge_files(values["parties"])
    return dict(sorted((files | made_files).items()))


def _refuse_occupied(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BulletinError(
            f"{folder} đã có sẵn; hãy nêu một thư mục mới hoặc còn trống.",
            f"{folder} is already there; name a new or an empty folder.",
        )


def _fill(folder: Path, files: dict[str, bytes]) -> None:
    """Write to a temporary folder, then move; mkdocs.yml, which marks a workspace, comes last."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".init-") as staging:
        write_files(Path(staging), files)
        for part in sorted(Path(staging).iterdir(), key=lambda part: part.name == _MARK):
            part.rename(folder / part.name)
