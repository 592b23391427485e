"""bulletin serve: local preview of what has been issued, with live reload."""

import click

from generator.cli.session import Session


@click.command("serve")
@click.pass_obj
def command(session: Session) -> None:
    """Xem trang trên máy này, tự cập nhật · Preview with live reload."""
    from generator.targets.frame import serve  # noqa: PLC0415  only here is MkDocs needed

    serve(session.root)
