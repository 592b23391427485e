"""Words for paper, where room is dear: evidence by its id, units by their short names."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from generator.model.kinds.bulletin import Highlight
from generator.model.record.record import Attachment, Cited, Record
from generator.views.blocks import block_of, template_of
from generator.views.blocks.components import TaskLine, files, retirement
from generator.views.blocks.record_header import head_of
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import Cite, Formatter, PublicContact
from generator.views.context.templates import IN_DOCUMENT, render

NOTHING = Markup()


class CitedLine(NamedTuple):
    """A sentence, what leads into it (a moment, a question), and what it rests on, by id."""

    text: str
    lead: str = ""
    proof: str = ""
    close: str = ""


class TaskRow(NamedTuple):
    """One task as a line of a table; `state` has its result with it."""

    do: str
    unit: str
    due: str
    late: str
    state: str


def evidence_text(cites: Iterable[Cite]) -> str:
    """(TT-2026-0003, đúng; TT-2026-0005, đúng): what it is called and what it was found to be."""
    named = "; ".join(", ".join(filter(None, (one.id, one.note))) for one in cites)
    return f"({named})" if named else ""


def proof_of(formatter: Formatter, because: Iterable[str]) -> str:
    return evidence_text(formatter.cites(because))


def cited_lines(formatter: Formatter, cited: Iterable[Cited | Highlight]) -> tuple[CitedLine, ...]:
    return tuple(CitedLine(one.text, proof=proof_of(formatter, one.because)) for one in cited)


def in_year(printed: EditionContext, said: str) -> str:
    """A day or moment without its year when that is the year of issue, as in the masthead."""
    year = str(printed.formatter.as_of.year)
    return said.removesuffix(year).rstrip(" /") if said.endswith(year) else said


def short_unit_name(formatter: Formatter, name: str) -> str:
    """The short name of the unit with this name."""
    units = formatter.names.units.values()
    return next((unit.called for unit in units if unit.name == name), name)


def task_lines(formatter: Formatter, tasks: Iterable[TaskLine]) -> tuple[TaskRow, ...]:
    return tuple(
        TaskRow(
            one.do,
            short_unit_name(formatter, one.unit),
            one.due,
            one.late,
            ": ".join(filter(None, (one.status, one.result))),
        )
        for one in tasks
    )


def paper_record(printed: EditionContext, record: Record, **replaced: object) -> Markup:
    """A whole record under its head; `replaced` blanks what is told elsewhere."""
    return headed(printed, record, paper_block(printed, record, **replaced))


def paper_block(printed: EditionContext, record: Record, **replaced: object) -> Markup:
    """What a record says, without its head."""
    block = block_of(printed.formatter, record)._replace(**replaced)
    name = template_of(record)
    return placed(printed, name, block=block, tag=IN_DOCUMENT, anchor=f"{record.id}-")


def headed(printed: EditionContext, record: Record, body: Markup) -> Markup:
    """A record's title with its id, unit and day in the same line; what it says; its files."""
    words = printed.formatter
    line = (
        short_unit_name(words, words.unit(record.unit)),
        words.day(record.created),
        record.event,
    )
    head = head_of(words, record)._replace(line=" · ".join(filter(None, line)), event=())
    return placed(printed, "pdf/record.html", head=head, body=body)


def contact_lines(printed: EditionContext, contacts: Iterable[PublicContact | None]) -> Markup:
    """Each contact once, in one line that breaks between its parts only."""
    given = tuple(dict.fromkeys(one for one in contacts if one is not None))
    lines = tuple(tuple(filter(None, (*one[:3], one.email, one.hours))) for one in given)
    return placed(printed, "pdf/contacts.html", lines=lines) if lines else NOTHING


def paper_records(printed: EditionContext, records: Iterable[Record], **replaced: object) -> Markup:
    return join_html(paper_record(printed, record, **replaced) for record in records)


def paper_part(printed: EditionContext, record: Record, body: Markup) -> Markup:
    """A part of a record that stands elsewhere as a whole, under the record's title."""
    named = {"title": record.title, "id": record.id, "href": ""}
    return placed(printed, "blocks/part.html", body=body, **named)


def retired_notice(printed: EditionContext, record: Record) -> Markup:
    """That a record no longer stands, where its text is told without its head."""
    retired = retirement(printed.formatter, record)
    return placed(printed, "blocks/retired.html", retired=retired) if retired else NOTHING


def cited_list(
    printed: EditionContext, sentences: Iterable[CitedLine], look: str = "told"
) -> Markup:
    given = tuple(sentences)
    return placed(printed, "pdf/told.html", told=given, look=look) if given else NOTHING


def attached(records: Iterable[Record]) -> tuple[Attachment, ...]:
    return tuple(one for record in records for one in record.attachments)


def files_named(printed: EditionContext, attachments: Iterable[Attachment]) -> Markup:
    """The names of attached files with what they show."""
    given = files(attachments)
    return placed(printed, "blocks/files.html", files=given) if given else NOTHING


def placed(printed: EditionContext, template: str, **values: object) -> Markup:
    return render(template, printed.language, **values)


def in_columns(printed: EditionContext, html: Markup) -> Markup:
    return placed(printed, "pdf/in_columns.html", html=html) if html else NOTHING


def join_html(parts: Iterable[Markup]) -> Markup:
    return NOTHING.join(parts)
