"""bulletin schema: the JSON Schema of a record kind, with Vietnamese titles and help."""

import click

from generator.base.diagnostics import BulletinError
from generator.targets.schema import KIND_SCHEMAS, as_json, schema_of


@click.command("schema")
@click.argument("kind", required=False)
def command(kind: str | None) -> None:
    """Lược đồ JSON của một loại bản ghi · JSON Schema of a kind."""
    if kind is not None and kind not in KIND_SCHEMAS:
        known = ", ".join(KIND_SCHEMAS)
        raise BulletinError(f"Không có loại “{kind}”. Có: {known}.", f"No kind “{kind}”: {known}.")
    wanted = schema_of(kind) if kind else {name: schema_of(name) for name in KIND_SCHEMAS}
    click.echo(as_json(wanted))
