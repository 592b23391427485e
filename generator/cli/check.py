"""bulletin check: everything that is wrong, and where."""

import click

from generator.base.diagnostics import BulletinError, Located, Severity
from generator.cli.compiled import judged
from generator.cli.report import as_json, print_findings, record_of, say, summary
from generator.cli.session import Session


@click.command("check")
@click.argument("wanted", nargs=-1, metavar="[ID | PATH]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.pass_obj
def command(session: Session, wanted: tuple[str, ...], form: str) -> int:
    """Kiểm tra toàn bộ nội dung · Check the content."""
    verdict = judged(session)
    language = verdict.language
    unknown = [one for one in wanted if not _exists(session, one)]
    if unknown:
        raise BulletinError(
            f"Không có bản ghi hay tệp nào là “{unknown[0]}”.",
            f"There is no record or file “{unknown[0]}”.",
        )
    findings = tuple(f for f in verdict.findings if _is_wanted(f, wanted))
    if form == "json":
        click.echo(as_json(findings, verdict.records, language))
    else:
        print_findings(findings, session.workspace.read, language)
        say(summary(findings, verdict.records, language))
    return int(any(f.diagnostic.problem.severity is Severity.ERROR for f in findings))


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
