"""bulletin status: what waits for whom; with ids, everything about these records."""

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from generator.base.diagnostics import BulletinError
from generator.base.text import Bilingual, Language
from generator.base.times import day_text
from generator.cli.report.machine_form import desk_items, in_form, print_json
from generator.cli.report.named_records import record_named
from generator.cli.report.next_steps import after_status
from generator.cli.report.record_status import describe
from generator.cli.report.report import say
from generator.cli.session import completion
from generator.cli.session.compilation import corpus_of
from generator.cli.session.session import Session
from generator.model.corpus.corpus import Corpus
from generator.model.desk.desk import NOBODY, NOTHING_WAITS, DeskItem, UnitDesk, by_unit
from generator.model.record.record import Record
from generator.pipeline import compile_desk

_HOLDS = Bilingual("đang giữ lại {ids}", "holds back {ids}")
_RECORD_WIDTH, _TIMES_WIDTH = 14, 14  # of a state and of a due date in Vietnamese


@click.command("status")
@click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=completion.records)
@click.option(
    "--unit",
    metavar="U",
    shell_complete=completion.units,
    help="Chỉ việc của một đơn vị · One unit's work only",
)
@in_form
@click.pass_obj
def command(session: Session, ids: tuple[str, ...], unit: str | None, form: str) -> None:
    corpus, compilation = corpus_of(session)
    language = session.language(corpus)
    for record_id in ids:
        record_named(corpus, compilation.findings, record_id, Record)
    _refuse_unknown(corpus, unit)
    items = compile_desk(session.workspace, compilation)
    acting = unit and corpus.directory.acting(unit)  # its successor, when it has ended
    shown_items = tuple(item for item in items if acting in (None, item.unit))
    if form == "json":
        named = tuple(item for item in shown_items if not ids or item.record in ids)
        print_json(desk_items(named, language))
    elif ids:
        for record_id in ids:
            for line in describe(corpus, compilation.findings, items, record_id):
                click.echo(line.to(language))
    else:
        _print(corpus, shown_items, language)


def _print(corpus: Corpus, shown_items: tuple[DeskItem, ...], language: Language) -> None:
    """The work of each unit as a table, and the next step."""
    console = Console(highlight=False)
    for group in by_unit(shown_items):
        console.print(Text(unit_text(corpus, group.unit).to(language), style="bold"))
        console.print(Padding(_table(corpus, group, language), (0, 0, 1, 2)))
    say(_summary(corpus, shown_items).to(language))
    first = next((item.record for item in shown_items if item.record), None)
    if first or not shown_items:
        say(after_status(first).to(language))


def unit_text(corpus: Corpus, unit: str) -> Bilingual:
    """The short name of a unit, or “nobody” for an unknown unit."""
    known = corpus.registry.units.get(unit)
    return Bilingual(known.called, known.called) if known else NOBODY


def _refuse_unknown(corpus: Corpus, unit: str | None) -> None:
    if unit and unit not in corpus.registry.units:
        listed = ", ".join(corpus.registry.units)
        raise BulletinError(
            f"Không có đơn vị “{unit}”; có: {listed}.", f"There is no unit “{unit}”, but {listed}."
        )


def _table(corpus: Corpus, group: UnitDesk, language: Language) -> Table:
    """A table of three columns, so that narrow terminals have room for the text."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, min_width=_RECORD_WIDTH)
    table.add_column(no_wrap=True, min_width=_TIMES_WIDTH)
    table.add_column(overflow="fold")
    for item in group.items:
        table.add_row(
            _record(item, language), _times(corpus, item, language), _work(item, language)
        )
    return table


def _record(item: DeskItem, language: Language) -> Text:
    if item.record is None or item.state is None:
        return Text("—")
    return Text(f"{item.record}\n{item.state.label.to(language)}")


def _times(corpus: Corpus, item: DeskItem, language: Language) -> Text:
    """Since when it waits, and how late it is or when it is due."""
    since = day_text(item.since, language) if item.since else "—"
    if lateness := item.lateness:
        return Text(f"{since}\n").append(lateness.to(language), style="red")
    due = item.due_in_words(corpus)
    return Text(f"{since}\n{due.to(language)}" if due else since)


def _work(item: DeskItem, language: Language) -> Text:
    """The work, its subject, and the records that wait for it."""
    about = item.findings[0].diagnostic.facts.get("about", item.title)
    subject = about.to(language) if isinstance(about, Bilingual) else f"“{about}”"
    lines = [item.what.to(language), subject if item.record else item.path]
    if item.holds:
        lines.append(_HOLDS.to(language).format(ids=", ".join(item.holds)))
    return Text("\n".join(lines))


def _summary(corpus: Corpus, items: tuple[DeskItem, ...]) -> Bilingual:
    if not items:
        return NOTHING_WAITS
    late = sum(item.late is not None for item in items)
    units = [(unit_text(corpus, group.unit), len(group.items)) for group in by_unit(items)]
    return Bilingual(
        f"{len(items)} việc đang chờ ({late} trễ hạn): "
        + ", ".join(f"{unit.vi} {count}" for unit, count in units)
        + ".",
        f"{len(items)} waiting ({late} late): "
        + ", ".join(f"{unit.en} {count}" for unit, count in units)
        + ".",
    )
