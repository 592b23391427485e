"""The texts of a consultation: matter, meeting, every position in full, conclusion."""

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
    """The full opinion of one party; all have equal space, in the programme's order."""

    unit: str
    opinion: str
    reasons: str


class ConclusionText(NamedTuple):
    """What the deciding body concluded."""

    text: str
    rows: tuple[Row, ...]


class ConsultationBlock(NamedTuple):
    """`withheld` names the records that wait for this matter, without their text.

    `positions` are lines of positions printed side by side, the same number in every line.
    """

    rows: tuple[Row, ...]
    withheld: tuple[str, ...]
    agreement: str
    positions: tuple[tuple[PositionText, ...], ...]
    referral: tuple[Row, ...]
    conclusion: ConclusionText | None


def consultation_block(formatter: Formatter, record: Consultation) -> ConsultationBlock:
    return ConsultationBlock(
        rows=_rows(formatter, record),
        withheld=tuple(_withheld(formatter, record)),
        agreement=record.agreement or "",
        positions=_position_lines(_positions(formatter, record.positions)),
        referral=_referral(formatter, record.referral) if record.referral else (),
        conclusion=_conclusion(formatter, record.conclusion) if record.conclusion else None,
    )


def matter_text(formatter: Formatter, matter: Matter) -> str:
    """The state of a matter, since when, and who acts next."""
    name = "matter_since" if matter.is_open else "matter_on"
    state = matter.state.label.to(formatter.language)
    sentence = formatter.label(name).format(state=state, day=formatter.day(matter.since))
    if not matter.waits_for:
        return sentence
    return formatter.label("matter_waits").format(
        matter=sentence, who=formatter.units(matter.waits_for)
    )


def state_text(formatter: Formatter, record: Consultation) -> str:
    """The state of a consultation on the day of issue."""
    return matter_text(formatter, _matter(formatter, record))


def _matter(formatter: Formatter, record: Consultation) -> Matter:
    """Its state on the day of issue, computed from this record alone."""
    programme, day = formatter.names.programme, formatter.as_of
    return matter_of(record, Body(programme.parties_on(day), {programme.deciding_body}, day, day))


def _parties(formatter: Formatter) -> tuple[str, ...]:
    return formatter.names.programme.parties_on(formatter.as_of)


def _withheld(formatter: Formatter, record: Consultation) -> Iterator[str]:
    matter = _matter(formatter, record)
    for about in record.about if matter.is_open else ():
        cite = formatter.cite(about)
        if not (cite.href or cite.is_here):
            why = matter_text(formatter, matter)
            yield formatter.label("withheld").format(id=about, why=why)


def _positions(formatter: Formatter, positions: tuple[Position, ...]) -> tuple[PositionText, ...]:
    """In the order in which the programme names the parties, which favours no opinion."""
    order = {party: place for place, party in enumerate(_parties(formatter))}
    ordered = sorted(positions, key=lambda position: order.get(position.unit, len(order)))
    return tuple(
        PositionText(formatter.unit(position.unit), position.opinion, position.reasons or "")
        for position in ordered
    )


def _position_lines(positions: tuple[PositionText, ...]) -> tuple[tuple[PositionText, ...], ...]:
    """Two short positions side by side; in all other cases each position on its own line."""
    is_long = any(len(position.opinion) + len(position.reasons) > _LONG for position in positions)
    if len(positions) == _BESIDE and not is_long:
        return (positions,)
    return tuple((position,) for position in positions)


_BESIDE = 2
_LONG = 1200  # letters: a column of half a page


def _rows(formatter: Formatter, record: Consultation) -> tuple[Row, ...]:
    important = sentence_case(formatter.label("yes" if record.important else "no"))
    rows = filled(
        formatter.row("raised_by", formatter.unit(record.unit)),
        formatter.row("consultation_important", "" if record.important is None else important),
        formatter.row("consultation_about", "", record.about),
        formatter.row("consultation_outcome", formatter.said(record.outcome)),
        formatter.row("matter_state", sentence_case(state_text(formatter, record))),
    )
    return rows + (_meeting(formatter, record.meeting) if record.meeting else ())


def _meeting(formatter: Formatter, meeting: Meeting) -> tuple[Row, ...]:
    attended = "; ".join(
        f"{formatter.office(attendance.unit, attendance.office)}, {formatter.unit(attendance.unit)}"
        for attendance in meeting.attended
    )
    return filled(
        formatter.row("meeting_on", formatter.day(meeting.on)),
        formatter.row("meeting_chaired_by", formatter.unit(meeting.chaired_by)),
        formatter.row("meeting_attended", attended),
        formatter.row("meeting_minutes", meeting.minutes or ""),
    )


def _referral(formatter: Formatter, referral: Referral) -> tuple[Row, ...]:
    return filled(
        formatter.row("referral_to", formatter.unit(referral.to)),
        formatter.row("referral_on", formatter.day(referral.on)),
        formatter.row("referral_reference", referral.reference or ""),
    )


def _conclusion(formatter: Formatter, conclusion: Conclusion) -> ConclusionText:
    rows = filled(
        formatter.row("conclusion_by", formatter.unit(conclusion.by)),
        formatter.row("conclusion_on", formatter.day(conclusion.on)),
        formatter.row("conclusion_reference", conclusion.reference or ""),
        formatter.row("conclusion_decision", formatter.said(conclusion.decision)),
    )
    return ConclusionText(conclusion.text, rows)
