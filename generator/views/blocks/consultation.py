"""A consultation in words: the matter, the meeting, every position in full, the conclusion."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.kinds.consultation import Conclusion, Consultation, Meeting, Referral
from generator.views.wording import Row, Wording, filled, sentence_case


class PositionText(NamedTuple):
    """The full opinion of one party; all are shown with equal space, in the order given."""

    unit: str
    opinion: str
    reasons: str


class ConclusionText(NamedTuple):
    """What the deciding body concluded."""

    text: str
    rows: tuple[Row, ...]


class ConsultationBlock(NamedTuple):
    """`withheld` says which contents wait for this matter; never what they say."""

    rows: tuple[Row, ...]
    withheld: tuple[str, ...]
    agreement: str
    positions: tuple[PositionText, ...]
    referral: tuple[Row, ...]
    conclusion: ConclusionText | None


def consultation_block(wording: Wording, record: Consultation) -> ConsultationBlock:
    return ConsultationBlock(
        rows=_rows(wording, record),
        withheld=tuple(_withheld(wording, record)),
        agreement=record.agreement or "",
        positions=tuple(
            PositionText(wording.unit(one.unit), one.opinion, one.reasons or "")
            for one in record.positions
        ),
        referral=_referral(wording, record.referral) if record.referral else (),
        conclusion=_conclusion(wording, record.conclusion) if record.conclusion else None,
    )


def _withheld(wording: Wording, record: Consultation) -> Iterator[str]:
    if record.is_open:
        for about in record.about:
            if not wording.cite(about).href:
                yield wording.label("withheld").format(id=about)


def _rows(wording: Wording, record: Consultation) -> tuple[Row, ...]:
    important = sentence_case(wording.label("yes" if record.important else "no"))
    rows = filled(
        wording.row("raised_by", wording.unit(record.unit)),
        wording.row("consultation_important", "" if record.important is None else important),
        wording.row("consultation_about", "", record.about),
        wording.row("consultation_outcome", wording.said(record.outcome)),
    )
    return rows + (_meeting(wording, record.meeting) if record.meeting else ())


def _meeting(wording: Wording, meeting: Meeting) -> tuple[Row, ...]:
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


def _referral(wording: Wording, referral: Referral) -> tuple[Row, ...]:
    return filled(
        wording.row("referral_to", wording.unit(referral.to)),
        wording.row("referral_on", wording.day(referral.on)),
        wording.row("referral_reference", referral.reference or ""),
    )


def _conclusion(wording: Wording, conclusion: Conclusion) -> ConclusionText:
    rows = filled(
        wording.row("conclusion_by", wording.unit(conclusion.by)),
        wording.row("conclusion_on", wording.day(conclusion.on)),
        wording.row("conclusion_reference", conclusion.reference or ""),
        wording.row("conclusion_decision", wording.said(conclusion.decision)),
    )
    return ConclusionText(conclusion.text, rows)
