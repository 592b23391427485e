"""The computed state of a consultation, from the matter raised to the conclusion, and since when.

It is the same for records from the editors' desk and from issued editions.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.base.text import Choice
from generator.model.corpus.corpus import Corpus
from generator.model.kinds.consultation import Conclusion, Consultation, Decision, Outcome
from generator.model.record.record import Record


class MatterState(Choice):
    """How far a matter has come between the parties and the deciding body."""

    RAISED = "raised", "mới nêu, chưa họp", "raised, not yet met on"
    MET = "met", "đã họp, chưa ghi kết quả", "met on, outcome not written"
    INCOMPLETE = (
        "incomplete",
        "còn ý kiến khác nhau, chưa đủ ý kiến các bên",
        "differing, positions missing",
    )
    TO_REFER = "to_refer", "còn ý kiến khác nhau, chờ trình", "differing, to be referred"
    REFERRED = "referred", "đã trình, chờ kết luận", "referred, awaiting the conclusion"
    VERIFYING = "verifying", "đã kết luận: phải xác minh thêm", "concluded: verify further"
    CONTINUED = (
        "continued",
        "đã giải quyết ở lần trao đổi sau",
        "settled in a later consultation",
    )
    AGREED = "agreed", "đã thống nhất", "agreed"
    AS_PROPOSED = (
        "as_proposed",
        "đã kết luận: theo phương án đề xuất",
        "concluded: as proposed",
    )
    DIRECTED = "directed", "đã kết luận: cho ý kiến chỉ đạo", "concluded: directed"
    RETIRED = "retired", "ngừng dùng", "retired"


# While a matter is in one of these states, the records it is about may not be released.
OPEN = frozenset(
    {
        MatterState.RAISED,
        MatterState.MET,
        MatterState.INCOMPLETE,
        MatterState.TO_REFER,
        MatterState.REFERRED,
        MatterState.VERIFYING,
    }
)
# In these states the parties, or the deciding body, have answered the matter itself.
SETTLED = frozenset({MatterState.AGREED, MatterState.AS_PROPOSED, MatterState.DIRECTED})


@dataclass(frozen=True, slots=True)
class Matter:
    """The state, since which day, and the units that must act next.

    `through` is the later consultation in which a matter to be verified further was settled.
    """

    state: MatterState
    since: date
    waits_for: tuple[str, ...] = ()
    through: str = ""

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


class Body(NamedTuple):
    """The parties that must be heard, the units that may conclude, and two dates.

    A conclusion counts if it was there on `today`, the day of the record; a retirement counts if
    it has come on `read_on`, the day of the reader.
    """

    parties: tuple[str, ...]
    deciders: Collection[str]
    today: date
    read_on: date


class Talk(NamedTuple):
    """A consultation, and the units that take part in it."""

    record: Consultation
    body: Body


def matter_state(corpus: Corpus, record_id: str) -> Matter:
    """The state of a consultation on the desk; raises KeyError when the id is none."""
    return corpus.once(_matters_on_desk)[record_id]


def _matters_on_desk(corpus: Corpus) -> Mapping[str, Matter]:
    entries = corpus.of(Consultation)
    return matters([Talk(entry.record, body_of(corpus, entry.record.id)) for entry in entries])


def body_of(corpus: Corpus, record_id: str) -> Body:
    """The parties of the last edition that prints the consultation; without one, of its day.

    A matter that is settled was settled between the parties of the day of its meeting; one that
    is still open is a matter of today's parties. If the programme changes its deciding body while
    a matter waits, the old and the new body may conclude.
    """
    programme, today = corpus.registry.programme, corpus.now.date()
    deciders = {str(programme.deciding_body)}
    deciders |= {
        str(edition.registry["programme"]["deciding_body"])
        for edition in corpus.holding(record_id)[-1:]
    }
    day = _day_of_parties(corpus.records[record_id].record, today)
    return Body(parties_at(corpus, record_id, day), deciders, today, today)


def parties_at(corpus: Corpus, record_id: str, day: date) -> tuple[str, ...]:
    """The parties that a consultation concerned on a day; once printed, those of its edition."""
    printed = corpus.holding(record_id)
    return printed[-1].parties if printed else corpus.registry.programme.parties_on(day)


def _day_of_parties(record: Record, today: date) -> date:
    """The day whose parties a matter concerns, while no edition prints it."""
    if not isinstance(record, Consultation):
        return today
    is_settled = record.outcome is Outcome.AGREED or record.conclusion is not None
    met_on = record.meeting.on if record.meeting else record.created
    return met_on if is_settled else today


def matters(talks: Iterable[Talk]) -> Mapping[str, Matter]:
    """The state of each consultation; a later consultation may settle an earlier one."""
    all_talks = tuple(talks)
    states = {talk.record.id: matter_of(*talk) for talk in all_talks}
    settled: dict[str, list[Consultation]] = {}
    for talk in all_talks:
        if states[talk.record.id].state in SETTLED:
            for about in talk.record.about:
                settled.setdefault(about, []).append(talk.record)
    for talk in all_talks:
        if states[talk.record.id].state is MatterState.VERIFYING:
            later = _later(talk.record, settled)
            if later:
                states[talk.record.id] = Matter(
                    MatterState.CONTINUED, later.created, through=later.id
                )
    return states


def _later(record: Consultation, settled: Mapping[str, list[Consultation]]) -> Consultation | None:
    """A later consultation that settled all records that this record is about."""
    conclusion = record.conclusion
    if conclusion is None or not record.about:
        return None
    candidates = settled.get(record.about[0], ())
    return next(
        (
            candidate
            for candidate in candidates
            if candidate.created >= conclusion.on and {*record.about} <= {*candidate.about}
        ),
        None,
    )


def matter_of(record: Consultation, body: Body) -> Matter:
    """The state of a consultation without regard to later ones."""
    if record.retired and record.retired.on <= body.read_on:
        return Matter(MatterState.RETIRED, record.retired.on)
    conclusion = conclusion_of(record, body)
    if conclusion:
        waits = (record.unit,) if conclusion.decision is Decision.VERIFY_FURTHER else ()
        return Matter(_CONCLUDED[conclusion.decision], conclusion.on, waits)
    since = record.meeting.on if record.meeting and is_met(record, body) else record.created
    if is_differing(record):
        return _differing_matter(record, body, since)
    if is_agreed(record, body):
        return Matter(MatterState.AGREED, since)
    state = MatterState.MET if is_met(record, body) else MatterState.RAISED
    return Matter(state, since, (record.unit,))


_CONCLUDED = {
    Decision.AS_PROPOSED: MatterState.AS_PROPOSED,
    Decision.DIRECTED: MatterState.DIRECTED,
    Decision.VERIFY_FURTHER: MatterState.VERIFYING,
}


class ConclusionFlaw(StrEnum):
    """Why a written conclusion settles nothing."""

    OTHER_BODY = "other_body"
    AHEAD = "ahead"
    BEFORE_MEETING = "before_meeting"
    BEFORE_REFERRAL = "before_referral"


def conclusion_of(record: Consultation, body: Body) -> Conclusion | None:
    """The conclusion, if it settles the matter: nothing is wrong with who gave it and when."""
    return None if flaws_of_conclusion(record, body) else record.conclusion


def flaws_of_conclusion(record: Consultation, body: Body) -> tuple[ConclusionFlaw, ...]:
    """What is wrong with the written conclusion; nothing when there is none."""
    conclusion, meeting, referral = record.conclusion, record.meeting, record.referral
    if conclusion is None:
        return ()
    flaws = {
        ConclusionFlaw.OTHER_BODY: conclusion.by not in body.deciders,
        ConclusionFlaw.AHEAD: conclusion.on > body.today,
        ConclusionFlaw.BEFORE_MEETING: meeting is not None and conclusion.on < meeting.on,
        ConclusionFlaw.BEFORE_REFERRAL: referral is not None and conclusion.on < referral.on,
    }
    return tuple(flaw for flaw, is_so in flaws.items() if is_so)


def is_met(record: Consultation, body: Body) -> bool:
    """Whether a meeting took place; one that is written ahead has not."""
    return record.meeting is not None and record.meeting.on <= body.today


def is_agreed(record: Consultation, body: Body) -> bool:
    """Whether the parties settled it: what they agreed is written, important ones met on."""
    is_written = record.outcome is Outcome.AGREED and record.agreement is not None
    return is_written and (not record.important or is_met(record, body))


def is_referred(record: Consultation, body: Body) -> bool:
    """Whether the deciding body has the matter; a referral written ahead has not arrived."""
    referral = record.referral
    return referral is not None and referral.to in body.deciders and referral.on <= body.today


def is_differing(record: Consultation) -> bool:
    """Whether opinions differ: the outcome says so, or without one, positions or a referral."""
    if record.outcome is not None:
        return record.outcome is Outcome.DIFFERING
    return bool(record.positions) or record.referral is not None


def missing_positions(record: Consultation, parties: Iterable[str]) -> tuple[str, ...]:
    """The parties whose opinion is not written down, in the programme's order."""
    written = {position.unit for position in record.positions}
    return tuple(party for party in parties if party not in written)


def _differing_matter(record: Consultation, body: Body, since: date) -> Matter:
    missing = missing_positions(record, body.parties)
    if missing:
        return Matter(MatterState.INCOMPLETE, since, missing)
    if record.referral is None or not is_referred(record, body):
        return Matter(MatterState.TO_REFER, since, (record.unit,))
    return Matter(MatterState.REFERRED, record.referral.on, (record.referral.to,))
