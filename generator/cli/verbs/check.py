"""bulletin check: every finding, with its place."""

import importlib

import click

from generator.base.diagnostics import BulletinError, Located, Severity
from generator.cli.report.annotations import as_commands
from generator.cli.report.report import as_json, print_findings, record_of, say, summary
from generator.cli.session.check_memory import CheckResult
from generator.cli.session.compilation import check_result
from generator.cli.session.session import Session

FORMS = ("text", "json", "sarif", "github")
FOR_PEOPLE = ("text", "github")


@click.command("check")
@click.argument("wanted", nargs=-1, metavar="[ID | PATH]...")
@click.option("--format", "form", type=click.Choice(FORMS), default="text")
@click.pass_obj
def command(session: Session, wanted: tuple[str, ...], form: str) -> int:
    """Kiểm tra toàn bộ nội dung · Check the content."""
    result = check_result(session)
    unknown = [name for name in wanted if not _exists(session, name)]
    if unknown:
        raise BulletinError(
            f"Không có bản ghi hay tệp nào là “{unknown[0]}”.",
            f"There is no record or file “{unknown[0]}”.",
        )
    findings = tuple(finding for finding in result.findings if _is_wanted(finding, wanted))
    _print(session, form, result._replace(findings=findings))
    return int(any(finding.diagnostic.problem.severity is Severity.ERROR for finding in findings))


def _print(session: Session, form: str, result: CheckResult) -> None:
    """Print the findings in one of FORMS; forms for people end with a summary."""
    findings, records, programme_language = result
    language = session.chosen or programme_language
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
    """Whether the id or path exists, so that a misspelt id is not reported as clean."""
    if (session.root / wanted).exists():
        return True
    return any(record_of(file.path) == wanted for file in session.files)


def _is_wanted(finding: Located, wanted: tuple[str, ...]) -> bool:
    path = finding.span.path
    names = [name.strip("/").removeprefix("./") for name in wanted]
    return not names or any(
        record_of(path) == name or path == name or path.startswith(f"{name}/") for name in names
    )
