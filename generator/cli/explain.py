"""bulletin explain: why a rule exists, what fails and what passes."""

import click

from generator.base.diagnostics import BulletinError
from generator.resources import shipped


@click.command("explain")
@click.argument("code")
def command(code: str) -> None:
    """Giải thích một quy tắc, như BT301 · Explain a rule."""
    pages = sorted(shipped("rules").glob(f"{code.upper()}-*.md")) if code.isalnum() else []
    if not pages:
        known = sorted(page.stem[:5] for page in shipped("rules").glob("BT*.md"))
        listed = ", ".join(known)
        raise BulletinError(f"Không có quy tắc {code}. Có: {listed}.", f"There is no rule {code}.")
    click.echo(pages[0].read_text("utf-8"))
