"""The loudspeaker script on paper: the text in large type, and when it is and may be read.

The table beside the terms holds the times that the record sets, and empty rows for those that the
broadcaster writes by hand. A sheet is one page: a long script is set closer, as STEPS says.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.base.text import syllables
from generator.views.blocks.message import Turn, schedule_of
from generator.views.context.pdf_job import PdfJob, set_job
from generator.views.context.qr import WayToCheck
from generator.views.message.announcement import length_line, script_of
from generator.views.message.handout import Handout

DOCUMENT = "script"
# How a script is set, the most open first, by classes in script.css: a line for each breath in the
# type of a short script, in the least type, and at last one breath after another in that type.
STEPS = ("open", "close", "running", "running tight")
MOST_PAGES = 1
LEAST_TURNS = 3  # rows of the table for the times of broadcasting
BY_HAND = Turn("", ())
# Syllables in one breath of a speaker in the open air: about four seconds at `PACE`.
BREATH = 12
_MAY_PAUSE = re.compile(r"(?<=[,;:])\s+")
_ENDS = re.compile(r"(?<=[.!?…])\s+(?=\S)")

# A word such as mi-li-gam, which no line may divide.
_HYPHENATED = re.compile(r"(\S+-\S+)")

Sentence = tuple[str, ...]


class Term(NamedTuple):
    """One line of what the speaker must know before reading."""

    label: str
    text: str


class Run(NamedTuple):
    """Words that may stand on two lines, and the one after them that may not; each may be empty."""

    text: str
    whole: str


Breath = tuple[Run, ...]


class ScriptSheet(NamedTuple):
    """A paragraph holds sentences; a sentence holds pieces, each read in one breath."""

    exercise: str
    label: str
    title: str
    origin: str
    until: str
    terms: tuple[Term, ...]
    paragraphs: tuple[tuple[tuple[Breath, ...], ...], ...]
    turns: tuple[Turn, ...]
    check: WayToCheck


def script_job(handout: Handout) -> PdfJob:
    """The PDF of the script of a message that may be used; ValueError for another one."""
    if handout.stop:
        raise ValueError(handout.record.id)
    sheet = script_sheet(handout)
    titles = (sheet.exercise, sheet.label, sheet.title)
    ends = handout.sheet(f"{handout.name} · {sheet.label}", handout.reach, sheet.until)
    first, *others = (
        set_job(
            handout.setting(DOCUMENT),
            titles,
            ends._replace(look=f"{ends.look} {step}"),
            script=sheet,
        )
        for step in STEPS
    )
    denser = tuple(job.html for job in others)
    return first._replace(denser=denser, pages=MOST_PAGES)


def script_sheet(handout: Handout) -> ScriptSheet:
    record = handout.record
    return ScriptSheet(
        exercise=handout.exercise,
        label=handout.said("script_title"),
        title=record.title,
        origin=handout.origin,
        until=_until(handout),
        terms=tuple(_terms(handout)),
        paragraphs=tuple(map(_set_paragraph, script_of(handout).splitlines())),
        turns=_turns(handout),
        check=handout.check,
    )


def _until(handout: Handout) -> str:
    """The times between which the script may be read."""
    return handout.holds_as("air_open", "air_between", "air_until")


def _turns(handout: Handout) -> tuple[Turn, ...]:
    """The days and times that are set, and at least one row to be filled in by hand."""
    planned = schedule_of(handout.formatter, handout.record)
    return planned + (BY_HAND,) * max(1, LEAST_TURNS - len(planned))


def _terms(handout: Handout) -> Iterator[Term]:
    """The unit to ask stands in the way to check, where no code leads to the page."""
    contact, formatter = handout.contact, handout.formatter
    yield Term(handout.said("air_length"), length_line(handout, "air_length_says"))
    repeat = "air_planned" if handout.record.readings else "air_repeat_says"
    yield Term(handout.said("air_repeat"), handout.said(repeat))
    moment = formatter.moment(handout.record.next_update)
    if moment:
        yield Term(handout.said("air_next"), handout.said("air_next_says", moment=moment))
    if contact and handout.check.address:
        reached = (contact.unit, contact.title, contact.phone, contact.hours)
        yield Term(handout.said("air_ask"), " · ".join(filter(None, reached)))


# ── sentences and breaths ────────────────────────────────────────────────────────────────────


def sentences_of(paragraph: str) -> tuple[Sentence, ...]:
    """The sentences of a paragraph; joined with spaces they give the same paragraph."""
    return tuple(tuple(_breaths(sentence)) for sentence in _ENDS.split(paragraph))


def _set_paragraph(paragraph: str) -> tuple[tuple[Breath, ...], ...]:
    return tuple(tuple(map(_runs, sentence)) for sentence in sentences_of(paragraph))


def _runs(breath: str) -> Breath:
    pieces = _HYPHENATED.split(breath)
    return tuple(map(Run, pieces[::2], [*pieces[1::2], ""]))


def _breaths(sentence: str) -> Iterator[str]:
    """Pieces that end where a speaker may pause; short ones are joined up to BREATH syllables."""
    breath = ""
    for piece in _MAY_PAUSE.split(sentence):
        joined = f"{breath} {piece}".strip()
        if breath and syllables(joined) > BREATH:
            yield breath
            joined = piece
        breath = joined
    yield breath
