"""bulletin init: a new workspace for another locality, which checks clean and builds."""

import tempfile
from contextlib import redirect_stderr, redirect_stdout
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from generator.base.diagnostics import BulletinError
from generator.base.text import Bilingual
from generator.cli.report.report import progress, say
from generator.cli.session.session import Session
from generator.resources import STARTER
from generator.source.corpus.guide_pages import own_pages
from generator.source.files.workspace_files import PROGRAMME
from generator.source.yaml.loader import load
from generator.targets.editor.example import Setting, example_registry, steps
from generator.targets.editor.forge import forge_files
from generator.targets.editor.vscode import editor_files
from generator.workspace import moment_of_run
from generator.writer import write_files

_MARK, _AGREEMENT = "mkdocs.yml", "content/records/directive/2026/VB-2026-0001.yml"
_ZONE, _PARTIES = ZoneInfo("Asia/Ho_Chi_Minh"), ("ubnd", "mttq", "hoi-lhpn")
_ISSUING = Bilingual("Đang lập cuộc diễn tập…", "Making the exercise…")

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


_TRY = (
    Bilingual(
        "Trong đó là một cuộc diễn tập quanh hôm nay: hai bản tin đã phát hành, bản thứ ba còn chờ"
        " các bên. Không có người, số điện thoại hay địa chỉ thật nào.",
        "It holds an exercise around today: two bulletins are issued, a third waits for the"
        " parties. No person, telephone or address in it is real.",
    ),
    Bilingual("1. Vào thư mục đó, xem việc đang chờ: bulletin status", "1. There: bulletin status"),
    Bilingual(
        "2. Xem như người đọc: bulletin build, rồi mở site/index.html",
        "2. As a reader sees it: bulletin build, then open site/index.html",
    ),
    Bilingual(
        "3. Thử phê duyệt và phát hành bản thứ ba; thu hồi, đính chính; hỏng thì xóa cả thư mục rồi"
        " làm lại",
        "3. Approve and issue the third one, recall, correct; if it breaks, delete the folder and"
        " start again",
    ),
)


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--example", is_flag=True, help="Kèm một cuộc diễn tập · With a whole exercise")
@click.pass_obj
def command(session: Session, folder: Path, *, example: bool) -> None:
    files = starting_files()
    setting = Setting(moment_of_run(session.at).astimezone(_ZONE).date(), _ZONE)
    if example:
        files |= example_registry(files, setting)
        del files[_AGREEMENT]
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
    if example:
        with progress(session.words(_ISSUING)):
            _issue_example(session, folder, setting)
    for line in (message, *(_TRY if example else NEXT)):
        say(session.words(line))


def _issue_example(session: Session, folder: Path, setting: Setting) -> None:
    """Each step of the exercise with the verbs that editors use, at its own moment."""
    for step in steps(setting):
        write_files(folder, step.files)
        if step.at is None:
            continue
        early = (step.at - timedelta(minutes=30)).isoformat()
        for unit in _PARTIES:
            by = ("--unit", unit, "--office", "chu-tich")
            _carry_out(session, folder, early, "approve", step.bulletin, *by)
        _carry_out(session, folder, step.at.isoformat(), "issue", step.bulletin)


def _carry_out(session: Session, folder: Path, at: str, *arguments: str) -> None:
    """Raises BulletinError when a verb of the exercise is refused: it would be a fault of ours."""
    program: Any = click.get_current_context().find_root().command
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as said:
        asked = ["-C", str(folder), "--at", at, *arguments]
        code = program.main(asked, prog_name="bulletin", standalone_mode=False)
    if code:
        raise BulletinError(
            f"Không lập được cuộc diễn tập: {said.getvalue().strip()}",
            f"The exercise cannot be made: {said.getvalue().strip()}",
        )


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
