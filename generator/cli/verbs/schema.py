"""bulletin schema: the JSON Schema of a record kind, with Vietnamese titles and help."""

import click

from generator.base.diagnostics import BulletinError
from generator.base.text import Bilingual
from generator.cli.report.report import say
from generator.cli.session import completion
from generator.cli.session.session import Session
from generator.targets.editor.schema import KIND_SCHEMAS, as_json, schema_of
from generator.targets.editor.vscode import FOLDER, editor_files, schema_files
from generator.writer import write_files


@click.command("schema")
@click.argument("kind", metavar="[KIND]", required=False, shell_complete=completion.kinds)
@click.option(
    "--write", is_flag=True, help=f"Ghi vào {FOLDER} của kho · Renew them in the workspace"
)
@click.pass_obj
def command(session: Session, kind: str | None, *, write: bool) -> None:
    if kind is not None and kind not in KIND_SCHEMAS:
        known = ", ".join(KIND_SCHEMAS)
        raise BulletinError(f"Không có loại “{kind}”. Có: {known}.", f"No kind “{kind}”: {known}.")
    if write:
        _write(session)
        return
    schemas = schema_of(kind) if kind else {name: schema_of(name) for name in KIND_SCHEMAS}
    click.echo(as_json(schemas))


def _write(session: Session) -> None:
    """Write all schemas, and missing settings: existing settings may have been edited."""
    settings = {
        path: content
        for path, content in editor_files().items()
        if not (session.root / path).exists()
    }
    files = settings | schema_files()
    write_files(session.root, files)
    message = Bilingual(
        f"Đã ghi {len(files)} tệp vào {FOLDER}.", f"Wrote {len(files)} files to {FOLDER}."
    )
    say(session.words(message))
