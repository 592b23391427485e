"""Texts for paper, kept short: evidence by its id, units by their short names."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from generator.model.kinds.bulletin import Highlight
from generator.model.record.record import Attachment, Cited, Record
from generator.views.blocks import block_of, template_of
from generator.views.blocks.components import TaskLine, files, retirement
from generator.views.blocks.record_header import head_of
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import Cite, Formatter, PublicContact, Sentence
from generator.views.context.templates import IN_DOCUMENT, render

NOTHING = Markup()


class CitedLine(NamedTuple):
    """A sentence with `lead` before it (a moment, a question) and its evidence (`proof`) by id."""

    text: str
    lead: str = ""
    proof: str = ""
    close: str = ""


class TaskRow(NamedTuple):
    """One task as a line of a table; `state` is its status and its result."""

    do: str
    unit: str
    due: str
    late: str
    state: str


def evidence_text(cites: Iterable[Cite]) -> str:
    """The ids of cited records with their results: (TT-2026-0003, đúng; TT-2026-0005, đúng)."""
    names = "; ".join(", ".join(filter(None, (cite.id, cite.note))) for cite in cites)
    return f"({names})" if names else ""


def proof_of(formatter: Formatter, because: Iterable[str]) -> str:
    return evidence_text(formatter.cites(because))


def cited_lines(formatter: Formatter, cited: Iterable[Cited | Highlight]) -> tuple[CitedLine, ...]:
    return tuple(
        evidenced(formatter, formatter.sentence(sentence.text, sentence.because))
        for sentence in cited
    )


def evidenced(formatter: Formatter, said: Sentence, lead: str = "", close: str = "") -> CitedLine:
    """A sentence with its evidence; a note in its place if people stopped it."""
    told = formatter.label("sentence_left_out") if said.is_stopped else said.text
    return CitedLine(told, lead, evidence_text(said.cites), close)


def spoken_line(formatter: Formatter, label: str, cited: Iterable[Cited]) -> CitedLine:
    """A text to be read out or sent, as one line: its sentences, then all they rest on."""
    told = tuple(cited)
    because = dict.fromkeys(name for sentence in told for name in sentence.because)
    text = " ".join(line.text for line in cited_lines(formatter, told))
    return CitedLine(text, formatter.label(label), proof_of(formatter, because), ":")


def in_year(context: EditionContext, text: str) -> str:
    """A day or moment; its year is left out when it is the year of issue."""
    year = str(context.formatter.as_of.year)
    return text.removesuffix(year).rstrip(" /") if text.endswith(year) else text


def short_unit_name(formatter: Formatter, name: str) -> str:
    """The short name of the unit with this name; the name itself if no unit has it."""
    units = formatter.names.units.values()
    return next((unit.called for unit in units if unit.name == name), name)


def task_lines(formatter: Formatter, tasks: Iterable[TaskLine]) -> tuple[TaskRow, ...]:
    return tuple(
        TaskRow(
            task.do,
            short_unit_name(formatter, task.unit),
            task.due,
            task.late,
            ": ".join(filter(None, (task.status, task.result))),
        )
        for task in tasks
    )


def paper_record(context: EditionContext, record: Record, **replaced: object) -> Markup:
    """A whole record under its head; `replaced` empties the fields that are printed elsewhere."""
    return with_head(context, record, paper_block(context, record, **replaced))


def paper_block(context: EditionContext, record: Record, **replaced: object) -> Markup:
    """The text of a record without its head."""
    block = block_of(context.formatter, record)._replace(**replaced)
    name = template_of(record)
    return render_template(context, name, block=block, tag=IN_DOCUMENT, anchor=f"{record.id}-")


def with_head(context: EditionContext, record: Record, body: Markup) -> Markup:
    """A record's title and a line with id, unit, day and event, then `body`, then its files."""
    words = context.formatter
    line = (
        short_unit_name(words, words.unit(record.unit)),
        words.day(record.created),
        record.event,
    )
    head = head_of(words, record)._replace(line=" · ".join(filter(None, line)), event=())
    return render_template(context, "pdf/record.html", head=head, body=body)


def contact_lines(context: EditionContext, contacts: Iterable[PublicContact | None]) -> Markup:
    """Each contact once, on one line that may break only between its parts."""
    unique = tuple(dict.fromkeys(contact for contact in contacts if contact is not None))
    lines = tuple(
        tuple(filter(None, (*contact[:3], contact.email, contact.hours))) for contact in unique
    )
    return render_template(context, "pdf/contacts.html", lines=lines) if lines else NOTHING


def paper_records(context: EditionContext, records: Iterable[Record], **replaced: object) -> Markup:
    return join_html(paper_record(context, record, **replaced) for record in records)


def paper_part(context: EditionContext, record: Record, body: Markup) -> Markup:
    """A part of a record under its title; the whole record is printed elsewhere."""
    heading = {"title": record.title, "id": record.id, "href": ""}
    return render_template(context, "blocks/part.html", body=body, **heading)


def retired_notice(context: EditionContext, record: Record) -> Markup:
    """A notice that the record no longer stands, for a text that is printed without its head."""
    retired = retirement(context.formatter, record)
    return render_template(context, "blocks/retired.html", retired=retired) if retired else NOTHING


def cited_list(
    context: EditionContext, sentences: Iterable[CitedLine], look: str = "told"
) -> Markup:
    lines = tuple(sentences)
    return render_template(context, "pdf/told.html", told=lines, look=look) if lines else NOTHING


def attachments_of(records: Iterable[Record]) -> tuple[Attachment, ...]:
    return tuple(attachment for record in records for attachment in record.attachments)


def files_named(context: EditionContext, attachments: Iterable[Attachment]) -> Markup:
    """The names and descriptions of attached files."""
    listed = files(attachments)
    return render_template(context, "blocks/files.html", files=listed) if listed else NOTHING


def render_template(context: EditionContext, template: str, **values: object) -> Markup:
    return render(template, context.language, **values)


def in_columns(context: EditionContext, html: Markup) -> Markup:
    return render_template(context, "pdf/in_columns.html", html=html) if html else NOTHING


def join_html(parts: Iterable[Markup]) -> Markup:
    return NOTHING.join(parts)
