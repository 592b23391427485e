"""What a bulletin for a meeting of a Party cell has of its own: its parts, questions, and lines."""

from generator.views.bulletin.section import Build, Holds
from generator.views.context.edition_context import EditionContext

# Lines to write on below each question and for the conclusion; rows for what is assigned.
LINES_OF_A_QUESTION, LINES_OF_A_CONCLUSION, ASSIGNED = 3, 4, 5


def part(name: str) -> Build:
    """The opening of a part of the meeting: what its chair does there."""
    return lambda context: {"paragraphs": (context.formatter.label(name),)}


def discussion(context: EditionContext) -> Holds:
    lines = tuple(range(LINES_OF_A_QUESTION))
    return {"questions": context.plan.discuss, "lines": lines if context.plan.discuss else ()}


def minutes(_: EditionContext) -> Holds:
    return {
        "lines": tuple(range(LINES_OF_A_CONCLUSION)),
        "rows": tuple(range(ASSIGNED)),
    }
