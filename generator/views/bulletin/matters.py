"""What sections hold of consultations on which the parties differ."""

from generator.model.kinds.consultation import Consultation
from generator.views.blocks.consultation import ConsultationBlock, consultation_block
from generator.views.blocks.record_header import entry_with
from generator.views.bulletin.section import Holds
from generator.views.bulletin.selection import differing
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import Row, filled


def differing_in_short(context: EditionContext) -> Holds:
    """Every position in full; of the other facts only state, minutes and referral."""
    blocks = (
        (matter, consultation_block(context.formatter, matter)) for matter in differing(context)
    )
    return {
        "records": tuple(
            entry_with(
                context.formatter, matter, block._replace(rows=_rows(context, matter, block))
            )
            for matter, block in blocks
        )
    }


def _rows(
    context: EditionContext, matter: Consultation, block: ConsultationBlock
) -> tuple[Row, ...]:
    """What `withheld` already says is not said again: what the matter is about, and its state."""
    formatter, minutes = context.formatter, matter.meeting.minutes if matter.meeting else None
    about, state_label = "; ".join(matter.about), formatter.label("matter_state")
    state = () if block.withheld else (row for row in block.rows if row.label == state_label)
    return filled(
        formatter.row("consultation_about", "" if block.withheld else about),
        *state,
        formatter.row("meeting_minutes", minutes or ""),
        *block.referral,
    )
