"""bulletin init: a new workspace for another locality, which checks clean and builds."""

import tempfile
from pathlib import Path

import click

from generator.base.diagnostics import BulletinError
from generator.base.text import Bilingual
from generator.cli.report.report import say
from generator.cli.session.session import Session
from generator.resources import STARTER
from generator.source.corpus.guide_pages import own_pages
from generator.source.files.workspace_files import PROGRAMME
from generator.source.yaml.loader import load
from generator.targets.editor.forge import forge_files
from generator.targets.editor.vscode import editor_files
from generator.writer import write_files

_MARK = "mkdocs.yml"

NEXT = (
    Bilingual(
        "1. Vào thư mục đó, đưa vào git để giữ mọi lần sửa: git init -b main; git add -A; git"
        ' commit -m "Kho mới"',
        "1. In that folder, let git keep every change: git init -b main; git add -A; git commit -m"
        ' "New"',
    ),
    Bilingual(
        "2. Sửa bốn tệp trong content/registry: tên, đơn vị và địa bàn của địa phương mình; đổi tên"
        " đơn vị thì đổi cả trong .gitea/CODEOWNERS và .gitlab/CODEOWNERS.",
        "2. Edit the four files in content/registry: your own names, units and areas; the ids of"
        " units stand in .gitea/CODEOWNERS and .gitlab/CODEOWNERS too.",
    ),
    Bilingual(
        "3. Hoàn chỉnh văn bản ký kết content/records/directive/2026/VB-2026-0001.yml (stage:"
        " issued), ghi mã của nó vào “basis” của programme.yml.",
        "3. Complete the agreement content/records/directive/2026/VB-2026-0001.yml (stage: issued)"
        " and name it under “basis” in programme.yml.",
    ),
    Bilingual("4. Kiểm tra: bulletin check", "4. Check: bulletin check"),
    Bilingual(
        "5. Viết bản ghi đầu tiên: bulletin new information; từng bước ở"
        " content/guide/1-ban-ghi-dau-tien.md",
        "5. Write the first record: bulletin new information; step by step in"
        " content/guide/1-ban-ghi-dau-tien.md",
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
    starter = {
        path.relative_to(STARTER).as_posix(): path for path in STARTER.rglob("*") if path.is_file()
    }
    files = {path: source.read_bytes() for path, source in starter.items()} | own_pages()
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
