"""The loudspeaker script on paper: the text in large type, and when it may be read.

The record has no schedule: the broadcaster writes the times by hand in the table below the
script. The record says until when the script may be read, and when the next update comes.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.base.text import syllables
from generator.model.corpus.standing import Standing
from generator.views.context.pdf_job import PdfJob, Setting, Sheet, set_job
from generator.views.context.qr import WayToCheck
from generator.views.message.announcement import reading_lines, script_of
from generator.views.message.handout import Handout, Stop

DOCUMENT = "script"
TURNS = 6  # rows of the table for the times of broadcasting
# Syllables in one breath of a speaker in the open air: about four seconds at `PACE`.
BREATH = 12
_MAY_PAUSE = re.compile(r"(?<=[,;:])\s+")
_ENDS = re.compile(r"(?<=[.!?…])\s+(?=\S)")

Sentence = tuple[str, ...]


class Term(NamedTuple):
    """One line of what the speaker must know before reading."""

    label: str
    text: str


class ScriptSheet(NamedTuple):
    """A paragraph holds sentences; a sentence holds pieces, each read in one breath."""

    exercise: str
    label: str
    title: str
    origin: str
    stop: Stop | None
    until: str
    terms: tuple[Term, ...]
    paragraphs: tuple[tuple[Sentence, ...], ...]
    turns: tuple[int, ...]
    check: WayToCheck


def script_job(handout: Handout) -> PdfJob:
    """The PDF of the script; for a message out of use, a sheet that forbids reading it."""
    layout, sheet = handout.formatter.names.programme.layout, script_sheet(handout)
    setting = Setting(layout, DOCUMENT, handout.context.language, handout.last.edition.issued_at)
    titles = (sheet.exercise, sheet.stop and sheet.stop.stamp, sheet.label, sheet.title)
    return set_job(setting, titles, message_sheet(handout, sheet.label), script=sheet)


def script_sheet(handout: Handout) -> ScriptSheet:
    record, stop = handout.record, handout.stop
    return ScriptSheet(
        exercise=handout.exercise,
        label=handout.said("script_title"),
        title=record.title,
        origin=handout.origin,
        stop=stop,
        until="" if stop else _until(handout),
        terms=() if stop else tuple(_terms(handout)),
        paragraphs=() if stop else tuple(map(sentences_of, script_of(handout).splitlines())),
        turns=() if stop else tuple(range(1, TURNS + 1)),
        check=handout.check,
    )


def message_sheet(handout: Handout, label: str) -> Sheet:
    """The head and the foot of every page of a message's papers."""
    issue = f"{handout.record.id} · {handout.said('card_version', number=handout.version)}"
    return Sheet(
        look="exercise" if handout.exercise else "plain",
        banner=handout.exercise,
        issue=f"{issue} · {label}",
        reach=handout.reach,
        validity=handout.stop.stamp if handout.stop else _until(handout),
        code=handout.said("print_code", digest=handout.digest12),
        page=handout.said("print_page"),
    )


def _until(handout: Handout) -> str:
    """The times between which the script may be read."""
    valid, formatter = handout.record.holds, handout.formatter
    if valid is None:
        return handout.said("air_open")
    name = "air_between" if handout.standing is Standing.COMING else "air_until"
    return handout.said(
        name, start=formatter.moment(valid.start), until=formatter.moment(valid.until)
    )


def _terms(handout: Handout) -> Iterator[Term]:
    contact, formatter = handout.contact, handout.formatter
    length, *_ = reading_lines(handout)
    yield Term(handout.said("air_length"), length)
    yield Term(handout.said("air_repeat"), handout.said("air_repeat_says"))
    moment = formatter.moment(handout.record.next_update)
    if moment:
        yield Term(handout.said("air_next"), handout.said("air_next_says", moment=moment))
    if contact:
        reached = (contact.unit, contact.title, contact.phone, contact.hours)
        yield Term(handout.said("air_ask"), " · ".join(filter(None, reached)))


# ── sentences and breaths ────────────────────────────────────────────────────────────────────


def sentences_of(paragraph: str) -> tuple[Sentence, ...]:
    """The sentences of a paragraph; joined with spaces they give the same paragraph."""
    return tuple(tuple(_breaths(sentence)) for sentence in _ENDS.split(paragraph))


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
