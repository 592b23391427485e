"""bulletin check: everything that is wrong, and where."""

from collections.abc import Sequence

import click

from generator.base.diagnostics import BulletinError, Located, Severity
from generator.base.text import Language
from generator.cli.annotations import as_commands
from generator.cli.compiled import compiled
from generator.cli.report import as_json, print_findings, record_of, say, summary
from generator.cli.sarif import as_sarif
from generator.cli.session import Session
from generator.model.kinds import BY_PREFIX, path_of

ID_DASHES = 2
FORMS = ("text", "json", "sarif", "github")
FOR_PEOPLE = ("text", "github")


@click.command("check")
@click.argument("wanted", nargs=-1, metavar="[ID | PATH]...")
@click.option("--format", "form", type=click.Choice(FORMS), default="text")
@click.pass_obj
def command(session: Session, wanted: tuple[str, ...], form: str) -> int:
    """Kiểm tra toàn bộ nội dung · Check the content."""
    compilation = compiled(session)
    language = session.language(compilation.corpus)
    records = len(compilation.corpus.records) if compilation.corpus else 0
    unknown = [one for one in wanted if not _exists(session, one)]
    if unknown:
        raise BulletinError(
            f"Không có bản ghi hay tệp nào là “{unknown[0]}”.",
            f"There is no record or file “{unknown[0]}”.",
        )
    findings = tuple(f for f in compilation.findings if _is_wanted(f, wanted))
    _print(session, form, findings, (records, language))
    return int(any(f.diagnostic.problem.severity is Severity.ERROR for f in findings))


def _print(
    session: Session, form: str, findings: Sequence[Located], of: tuple[int, Language]
) -> None:
    """The findings in one of FORMS; those that people read end with a summary."""
    records, language = of
    match form:
        case "json":
            click.echo(as_json(findings, records, language))
        case "sarif":
            click.echo(as_sarif(findings, language))
        case "github":
            click.echo(as_commands(findings, language), nl=bool(findings))
        case _:
            print_findings(findings, session.workspace.read, language)
    if form in FOR_PEOPLE:
        say(summary(findings, records, language))


def _exists(session: Session, wanted: str) -> bool:
    """Whether what is asked for is there, so that a misspelt id never looks clean."""
    if BY_PREFIX.get(wanted[:2]) and "/" not in wanted and wanted.count("-") == ID_DASHES:
        return (session.root / path_of(wanted)).exists()
    return (session.root / wanted).exists()


def _is_wanted(found: Located, wanted: tuple[str, ...]) -> bool:
    path = found.span.path
    names = [one.strip("/").removeprefix("./") for one in wanted]
    return not names or any(
        record_of(path) == one or path == one or path.startswith(f"{one}/") for one in names
    )
