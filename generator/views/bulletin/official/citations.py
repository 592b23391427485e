"""What footnotes and grounds call a document by: its type, number, day and issuer."""

from generator.model.kinds.directive import Directive
from generator.model.kinds.information import Information
from generator.model.record.record import Record
from generator.views.bulletin.official.lines import Words
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import Cite


def directive_name(words: Words, directive: Directive) -> str:
    """A document as papers cite it; what its title says already is not said again."""
    formatter, title = words.formatter, directive.title
    kind = formatter.document_type(directive.type)
    is_named = title.casefold().startswith(kind.casefold()) or not kind
    named = title if is_named else f"{kind} “{title}”"
    number, issuer = directive.number or "", directive.issuer or ""
    parts = (
        named,
        "" if number in title else words.clause("official_numbered", number=number),
        words.clause("official_dated", day=formatter.day(directive.dated)),
        "" if issuer in title else words.clause("official_by", unit=issuer),
    )
    return ", ".join(filter(None, parts))


def footnote(context: EditionContext, cite: Cite) -> str:
    """What a sentence rests on: the paper itself, its id in the bulletin, its state."""
    words = Words(context.formatter)
    mark = ", ".join(filter(None, (cite.id, cite.note)))
    if cite.id not in context.edition.records or cite.is_stopped:
        return f"{mark}."
    name = _name(words, context.edition.record(cite.id))
    return f"{name} ({mark})."


def _name(words: Words, record: Record) -> str:
    match record:
        case Information():
            return _information(words, record)
        case Directive():
            return directive_name(words, record)
        case _:
            return record.title


def _information(words: Words, record: Information) -> str:
    """The paper that concluded a fact; its title while nothing was concluded."""
    formatter, conclusion = words.formatter, record.conclusion
    if conclusion is None or not conclusion.reference:
        return record.title
    day = words.clause("official_dated", day=formatter.day(conclusion.on))
    by = words.clause("official_by", unit=formatter.unit(conclusion.by))
    return ", ".join(filter(None, (conclusion.reference, day, by)))


def source_of(words: Words, record: Record) -> str:
    """What a record's heading is explained by: its id, who supplied it, when, of which event."""
    formatter = words.formatter
    supplied = words.clause(
        "official_supplied", unit=formatter.unit(record.unit), day=formatter.day(record.created)
    )
    event = words.clause("official_of_event", event=record.event or "")
    parts = (record.id, supplied, event, formatter.choice(record.circulation))
    return f"{', '.join(filter(None, parts))}."
