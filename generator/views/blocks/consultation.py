"""A consultation in words: the matter, the meeting, every position in full, the conclusion."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.corpus.matter import Body, Matter, matter_of
from generator.model.kinds.consultation import (
    Conclusion,
    Consultation,
    Meeting,
    Position,
    Referral,
)
from generator.views.context.formatter import Formatter, Row, filled, sentence_case


class PositionText(NamedTuple):
    """The full opinion of one party; all are shown with equal space, in the programme's order."""

    unit: str
    opinion: str
    reasons: str


class ConclusionText(NamedTuple):
    """What the deciding body concluded."""

    text: str
    rows: tuple[Row, ...]


class ConsultationBlock(NamedTuple):
    """`withheld` says which contents wait for this matter; never what they say.

    `positions` come in lines of as many as stand side by side, in every line the same number.
    """

    rows: tuple[Row, ...]
    withheld: tuple[str, ...]
    agreement: str
    positions: tuple[tuple[PositionText, ...], ...]
    referral: tuple[Row, ...]
    conclusion: ConclusionText | None


def consultation_block(wording: Formatter, record: Consultation) -> ConsultationBlock:
    return ConsultationBlock(
        rows=_rows(wording, record),
        withheld=tuple(_withheld(wording, record)),
        agreement=record.agreement or "",
        positions=_in_lines(_positions(wording, record.positions)),
        referral=_referral(wording, record.referral) if record.referral else (),
        conclusion=_conclusion(wording, record.conclusion) if record.conclusion else None,
    )


def matter_text(wording: Formatter, matter: Matter) -> str:
    """How far a matter is, since when, and who acts next."""
    name = "matter_since" if matter.is_open else "matter_on"
    state = matter.state.label.to(wording.language)
    said = wording.label(name).format(state=state, day=wording.day(matter.since))
    if not matter.waits_for:
        return said
    return wording.label("matter_waits").format(matter=said, who=wording.units(matter.waits_for))


def _matter(wording: Formatter, record: Consultation) -> Matter:
    """Its state on the day of issue, by itself."""
    programme = wording.names.programme
    return matter_of(record, Body(programme.parties, {programme.deciding_body}, wording.as_of))


def _withheld(wording: Formatter, record: Consultation) -> Iterator[str]:
    matter = _matter(wording, record)
    for about in record.about if matter.is_open else ():
        if not wording.cite(about).href:
            why = matter_text(wording, matter)
            yield wording.label("withheld").format(id=about, why=why)


def _positions(wording: Formatter, positions: tuple[Position, ...]) -> tuple[PositionText, ...]:
    """In the order in which the programme names the parties, which favours no opinion."""
    order = {party: place for place, party in enumerate(wording.names.programme.parties)}
    ordered = sorted(positions, key=lambda one: order.get(one.unit, len(order)))
    return tuple(
        PositionText(wording.unit(one.unit), one.opinion, one.reasons or "") for one in ordered
    )


def _in_lines(given: tuple[PositionText, ...]) -> tuple[tuple[PositionText, ...], ...]:
    """Two side by side; three or more, or with a long one among them, one below the other."""
    is_long = any(len(one.opinion) + len(one.reasons) > _LONG for one in given)
    if len(given) == _BESIDE and not is_long:
        return (given,)
    return tuple((one,) for one in given)


_BESIDE = 2
_LONG = 1200  # letters: a column of half a page


def _rows(wording: Formatter, record: Consultation) -> tuple[Row, ...]:
    important = sentence_case(wording.label("yes" if record.important else "no"))
    rows = filled(
        wording.row("raised_by", wording.unit(record.unit)),
        wording.row("consultation_important", "" if record.important is None else important),
        wording.row("consultation_about", "", record.about),
        wording.row("consultation_outcome", wording.said(record.outcome)),
        wording.row("matter_state", sentence_case(matter_text(wording, _matter(wording, record)))),
    )
    return rows + (_meeting(wording, record.meeting) if record.meeting else ())


def _meeting(wording: Formatter, meeting: Meeting) -> tuple[Row, ...]:
    attended = "; ".join(
        f"{wording.office(one.unit, one.office)}, {wording.unit(one.unit)}"
        for one in meeting.attended
    )
    return filled(
        wording.row("meeting_on", wording.day(meeting.on)),
        wording.row("meeting_chaired_by", wording.unit(meeting.chaired_by)),
        wording.row("meeting_attended", attended),
        wording.row("meeting_minutes", meeting.minutes or ""),
    )


def _referral(wording: Formatter, referral: Referral) -> tuple[Row, ...]:
    return filled(
        wording.row("referral_to", wording.unit(referral.to)),
        wording.row("referral_on", wording.day(referral.on)),
        wording.row("referral_reference", referral.reference or ""),
    )


def _conclusion(wording: Formatter, conclusion: Conclusion) -> ConclusionText:
    rows = filled(
        wording.row("conclusion_by", wording.unit(conclusion.by)),
        wording.row("conclusion_on", wording.day(conclusion.on)),
        wording.row("conclusion_reference", conclusion.reference or ""),
        wording.row("conclusion_decision", wording.said(conclusion.decision)),
    )
    return ConclusionText(conclusion.text, rows)
