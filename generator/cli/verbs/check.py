"""bulletin check: every finding, with its place."""

import importlib
from collections import Counter

import click

from generator.base.diagnostics import Severity
from generator.base.text import Bilingual
from generator.cli.report.annotations import as_commands
from generator.cli.report.named_files import files_named, is_among
from generator.cli.report.next_steps import after_check
from generator.cli.report.report import as_json, print_findings, say, summary
from generator.cli.session import completion
from generator.cli.session.check_memory import CheckResult
from generator.cli.session.compilation import check_result
from generator.cli.session.session import Session

FORMS = ("text", "json", "sarif", "github")
FOR_PEOPLE = ("text", "github")


@click.command("check")
@click.argument("wanted", nargs=-1, metavar="[ID | PATH]...", shell_complete=completion.records)
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="text", help="Dạng kết quả · Form"
)
@click.pass_obj
def command(session: Session, wanted: tuple[str, ...], form: str) -> int:
    named = files_named(session.root, [file.path for file in session.files], wanted)
    result = check_result(session)
    # Without a registry no record is judged: then everything is shown, whatever was named.
    if named and result.records:
        findings = tuple(f for f in result.findings if is_among(f.span.path, named))
        result = result._replace(findings=findings)
    _print(session, form, result, wanted)
    findings = result.findings
    return int(any(finding.diagnostic.problem.severity is Severity.ERROR for finding in findings))


def _print(session: Session, form: str, result: CheckResult, wanted: tuple[str, ...]) -> None:
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
        count = Bilingual(f"{records} bản ghi", f"{records} records")
        say(summary(findings, ", ".join(wanted) or count.to(language), language))
    if form == "text":
        tally = Counter(finding.diagnostic.problem.severity for finding in findings)
        errors, holds = tally[Severity.ERROR], tally[Severity.HOLD]
        say(after_check(wanted, errors=errors, holds=holds).to(language))
