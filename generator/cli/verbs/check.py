"""bulletin check: everything that is wrong, and where."""

import importlib

import click

from generator.base.diagnostics import BulletinError, Located, Severity
from generator.cli.report.annotations import as_commands
from generator.cli.report.report import as_json, print_findings, record_of, say, summary
from generator.cli.session.check_memory import CheckResult
from generator.cli.session.compilation import judged
from generator.cli.session.session import Session

FORMS = ("text", "json", "sarif", "github")
FOR_PEOPLE = ("text", "github")


@click.command("check")
@click.argument("wanted", nargs=-1, metavar="[ID | PATH]...")
@click.option("--format", "form", type=click.Choice(FORMS), default="text")
@click.pass_obj
def command(session: Session, wanted: tuple[str, ...], form: str) -> int:
    """Kiểm tra toàn bộ nội dung · Check the content."""
    verdict = judged(session)
    unknown = [one for one in wanted if not _exists(session, one)]
    if unknown:
        raise BulletinError(
            f"Không có bản ghi hay tệp nào là “{unknown[0]}”.",
            f"There is no record or file “{unknown[0]}”.",
        )
    shown = tuple(found for found in verdict.findings if _is_wanted(found, wanted))
    _print(session, form, verdict._replace(findings=shown))
    return int(any(f.diagnostic.problem.severity is Severity.ERROR for f in shown))


def _print(session: Session, form: str, verdict: CheckResult) -> None:
    """The findings in one of FORMS; those that people read end with a summary."""
    findings, records, spoken = verdict
    language = session.chosen or spoken
    match form:
        case "json":
            click.echo(as_json(findings, records, language))
        case "sarif":
            sarif = importlib.import_module("generator.cli.report.sarif")  # loads every rule
            click.echo(sarif.as_sarif(findings, language))
        case "github":
            click.echo(as_commands(findings, language), nl=bool(findings))
        case _:
            print_findings(findings, session.workspace.read, language)
    if form in FOR_PEOPLE:
        say(summary(findings, records, language))


def _exists(session: Session, wanted: str) -> bool:
    """Whether what is asked for is there, so that a misspelt id never looks clean."""
    if (session.root / wanted).exists():
        return True
    return any(record_of(file.path) == wanted for file in session.files)


def _is_wanted(found: Located, wanted: tuple[str, ...]) -> bool:
    path = found.span.path
    names = [one.strip("/").removeprefix("./") for one in wanted]
    return not names or any(
        record_of(path) == one or path == one or path.startswith(f"{one}/") for one in names
    )
