"""bulletin explain: why a rule exists, with an example that fails and one that passes."""

import click

from generator.base.diagnostics import BulletinError
from generator.cli.report.next_steps import after_explain
from generator.cli.report.report import say
from generator.cli.session import completion
from generator.cli.session.session import Session
from generator.resources import page_of, shipped


@click.command("explain")
@click.argument("code", metavar="CODE", shell_complete=completion.codes)
@click.pass_obj
def command(session: Session, code: str) -> None:
    page = page_of(code.upper())
    if page is None:
        known = sorted(page.stem[:5] for page in shipped("rules").glob("BT*.md"))
        listed = ", ".join(known)
        raise BulletinError(f"Không có quy tắc {code}. Có: {listed}.", f"There is no rule {code}.")
    click.echo(page.read_text("utf-8"))
    say(session.words(after_explain()))
