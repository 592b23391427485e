"""What a bulletin opens with: its highlights, and what was corrected since the last one."""

from typing import NamedTuple

from generator.model.kinds.message import Message
from generator.model.ledger.stopped_words import sentence_key
from generator.views.blocks.components import sentences
from generator.views.bulletin.section import Holds
from generator.views.changes.change_list import change_sentences
from generator.views.context.corrections import Correction, correction_of
from generator.views.context.edition_context import EditionContext, elsewhere
from generator.views.context.formatter import Sentence
from generator.views.context.usability import Use


class HighlightLine(NamedTuple):
    """A highlight; one that repeats the wording of a message is closed when that is."""

    sentence: Sentence
    use: Use | None


def highlights(context: EditionContext) -> Holds:
    cited = sentences(context.formatter, context.plan.highlights)
    lines = tuple(HighlightLine(said, _use_of_words(context, said.text)) for said in cited)
    return {"highlights": lines}


def _use_of_words(context: EditionContext, text: str) -> Use | None:
    """Whether the message that says the same may be used; one that may is enough."""
    key = sentence_key(text) if context.reading else ""
    saying = (message for message in context.of(Message) if key and key in _said_keys(message))
    uses = [use for message in saying if (use := context.use_of(message.id))]
    return min(uses, key=lambda use: use.is_out, default=None)


def _said_keys(message: Message) -> set[str]:
    said = (*message.say, *message.short_text, *message.script)
    return {sentence_key(sentence.text) for sentence in said}


def corrections(context: EditionContext) -> Holds:
    """What was corrected since the last periodic bulletin; a correction also lists itself."""
    if context.since is None:
        sentence = context.formatter.label("corrections_elsewhere")
        return {"paragraphs": (sentence.format(where=elsewhere(context)),)}
    own = (correction_of(context.edition),) if context.edition.is_correction else ()
    every = (*context.since, *own)
    return {"paragraphs": tuple(_correction_text(context, correction) for correction in every)}


def changes(context: EditionContext) -> Holds:
    """Every change since the version before, of which page 1 says what concerns readers."""
    before = context.previous
    said = change_sentences(before, context.edition, context.language) if before else ()
    return {"paragraphs": said}


def _correction_text(context: EditionContext, correction: Correction) -> str:
    label, moment = correction.label.to(context.language), context.formatter.moment(correction.at)
    return f"{correction.name} ({label}, {moment}): {correction.note}".removesuffix(": ")
