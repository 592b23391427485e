"""bulletin fix: mends what is only spelling of a file, and shows every change."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.base.diagnostics import BulletinError
from generator.base.text import Bilingual
from generator.cli.report.report import record_of, say
from generator.cli.session import completion
from generator.cli.session.one_writer import one_writer
from generator.cli.session.session import Session
from generator.model.registry.signoff import signature_path
from generator.source.files.file_list import collect
from generator.source.yaml.mending import Mended, mended
from generator.writer import write_files


@click.command("fix")
@click.argument("wanted", nargs=-1, metavar="[ID | PATH]...", shell_complete=completion.records)
@click.option("--dry-run", is_flag=True, help="Chỉ xem, không ghi · Show only, write nothing")
@click.pass_obj
@one_writer
def command(session: Session, wanted: tuple[str, ...], *, dry_run: bool) -> int:
    outcomes = {
        path: mended(path, session.workspace.read(path)) for path in _paths(session, wanted)
    }
    files = {path: outcome.content for path, outcome in outcomes.items() if outcome.changes}
    for path in files:
        _show(session, path, outcomes[path])
    for path, outcome in outcomes.items():
        _tell_left(session, path, outcome)
    if files and not dry_run:
        write_files(session.root, files)
    places = sum(len(outcome.changes) for outcome in outcomes.values())
    say(session.words(_closing(len(files), places, is_dry=dry_run)))
    return int(any(outcome.problem for outcome in outcomes.values()))


def _paths(session: Session, wanted: Sequence[str]) -> Iterator[str]:
    """The files to mend: those that are read as records, registry and sign-offs, in their order."""
    everything = {file.path for file in session.files}
    chosen = {path for name in wanted for path in _named(session, everything, name)}
    for path in collect(session.files).models:
        is_signed = signature_path(path) in everything  # a signature covers the bytes
        if (not wanted or path in chosen) and not is_signed:
            yield path


def _named(session: Session, paths: set[str], name: str) -> set[str]:
    """The files that an id, a file or a folder names; raises BulletinError for none."""
    places = [place.resolve() for place in (Path(name), session.root / name) if place.exists()]
    inside = [p.relative_to(session.root) for p in places if p.is_relative_to(session.root)]
    found = {path for path in paths if record_of(path) == name}
    for place in inside:
        found |= {path for path in paths if Path(path).is_relative_to(place)}
    if not found:
        raise BulletinError(
            f"Không có bản ghi hay tệp nào là “{name}” trong kho bản tin này.",
            f"There is no record or file “{name}” in this workspace.",
        )
    return found


def _show(session: Session, path: str, outcome: Mended) -> None:
    for change in outcome.changes:
        click.echo(f"{path}:{change.line}  {session.words(change.what)}")
        if change.after.strip():
            click.echo(f"  + {change.after}")


def _tell_left(session: Session, path: str, outcome: Mended) -> None:
    """A file that cannot be read even so is left as it is."""
    if outcome.problem is None:
        return
    sentence, mend = outcome.problem.sentence, outcome.problem.mend
    at = outcome.problem.place
    line = getattr(at, "line", 1)
    left = Bilingual(
        f"{path}:{line}  để nguyên, vì phải có người sửa: {sentence.vi} Sửa: {mend.vi}",
        f"{path}:{line}  left as it is, somebody must correct it: {sentence.en} Fix: {mend.en}",
    )
    click.echo(session.words(left))


def _closing(files: int, places: int, *, is_dry: bool) -> Bilingual:
    if not files:
        return Bilingual(
            "Không có gì để sửa bằng lệnh này. Tiếp theo: bulletin check",
            "There is nothing that this verb mends. Next: bulletin check",
        )
    if is_dry:
        return Bilingual(
            f"{places} chỗ trong {files} tệp sẽ được sửa; chưa ghi gì. Để sửa thật, gõ lại lệnh, bỏ"
            " --dry-run.",
            f"{places} places in {files} files would be mended; nothing is written. Run it without"
            " --dry-run to write.",
        )
    return Bilingual(
        f"Đã sửa {places} chỗ trong {files} tệp. Tiếp theo: git diff để xem lại, rồi bulletin"
        " check",
        f"Mended {places} places in {files} files. Next: git diff to look, then bulletin check",
    )
