"""bulletin why: the chain of reasons for a record's state, each with its file and line."""

from collections.abc import Iterator

import click

from generator.base.text import Language
from generator.cli.report.machine_form import in_form, print_json, reason_tree
from generator.cli.report.named_records import record_named
from generator.cli.report.next_steps import after_why
from generator.cli.report.reasons import Chain, Reason
from generator.cli.report.report import say
from generator.cli.report.source_places import SourceLocator
from generator.cli.session import completion
from generator.cli.session.compilation import corpus_of
from generator.cli.session.session import Session
from generator.model.record.record import Record
from generator.pipeline import compile_desk


@click.command("why")
@click.argument("record_id", metavar="ID", shell_complete=completion.records)
@in_form
@click.pass_obj
def command(session: Session, record_id: str, form: str) -> None:
    corpus, compilation = corpus_of(session)
    record_named(corpus, compilation.findings, record_id, Record)
    items = compile_desk(session.workspace, compilation)
    chain = Chain(corpus, compilation.findings, items, SourceLocator(session.workspace))
    if form == "json":
        print_json(reason_tree(chain.of(record_id), session.language(corpus)))
        return
    for line in _lines(chain.of(record_id), session.language(corpus)):
        click.echo(line)
    waiting = next((item for item in items if record_id in (item.record, *item.holds)), None)
    mend = waiting.findings[0].diagnostic.mend if waiting else None
    say(session.words(after_why(record_id, mend), corpus))


def _lines(reason: Reason, language: Language, depth: int = 0) -> Iterator[str]:
    """A line for each reason, with its causes indented below it."""
    arrow = f"{'    ' * (depth - 1)}  ← " if depth else ""
    yield f"{arrow}{reason.text.to(language)}  {reason.where}".rstrip()
    for cause in reason.causes:
        yield from _lines(cause, language, depth + 1)
