"""The state of a consultation, computed: from the matter raised to the conclusion, and since when.

Nothing here knows whether the records come from the editors' desk or from issued editions.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.base.text import Choice
from generator.model.corpus.corpus import Corpus
from generator.model.kinds.consultation import Conclusion, Consultation, Decision, Outcome


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


# While a matter is in one of these, what it is about may not be released.
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
# In these the parties, or the deciding body for them, have answered the matter itself.
SETTLED = frozenset({MatterState.AGREED, MatterState.AS_PROPOSED, MatterState.DIRECTED})


@dataclass(frozen=True, slots=True)
class Matter:
    """The state, the day since when, and the units that act next.

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
    """Who must be heard, who may conclude, and the day it is."""

    parties: tuple[str, ...]
    deciders: Collection[str]
    today: date


class Talk(NamedTuple):
    """A consultation among those who take part in it."""

    record: Consultation
    body: Body


def matter_state(corpus: Corpus, record_id: str) -> Matter:
    """The state of a consultation on the desk; raises KeyError when it is none."""
    return corpus.once(_on_the_desk)[record_id]


def _on_the_desk(corpus: Corpus) -> Mapping[str, Matter]:
    entries = corpus.of(Consultation)
    return matters([Talk(e.record, body_of(corpus, e.record.id)) for e in entries])


def body_of(corpus: Corpus, record_id: str) -> Body:
    """The parties are those of the last edition that prints the consultation, else today's.

    A programme may change its deciding body while a matter waits; then either may conclude.
    """
    now = corpus.registry.programme
    today = corpus.now.astimezone(now.zone).date()
    printed = corpus.holding(record_id)
    if not printed:
        return Body(now.parties, {now.deciding_body}, today)
    then = printed[-1].registry["programme"]
    return Body(tuple(then["parties"]), {now.deciding_body, then["deciding_body"]}, today)


def matters(talks: Iterable[Talk]) -> Mapping[str, Matter]:
    """The state of each consultation, knowing the others."""
    known = tuple(talks)
    found = {talk.record.id: matter_of(*talk) for talk in known}
    settled: dict[str, list[Consultation]] = {}
    for talk in known:
        if found[talk.record.id].state in SETTLED:
            for about in talk.record.about:
                settled.setdefault(about, []).append(talk.record)
    for talk in known:
        if found[talk.record.id].state is MatterState.VERIFYING:
            later = _later(talk.record, settled)
            if later:
                found[talk.record.id] = Matter(
                    MatterState.CONTINUED, later.created, through=later.id
                )
    return found


def _later(record: Consultation, settled: Mapping[str, list[Consultation]]) -> Consultation | None:
    """A later consultation that settled everything this one is about."""
    conclusion = record.conclusion
    if conclusion is None or not record.about:
        return None
    candidates = settled.get(record.about[0], ())
    return next(
        (c for c in candidates if c.created >= conclusion.on and {*record.about} <= {*c.about}),
        None,
    )


def matter_of(record: Consultation, body: Body) -> Matter:
    """The state that one consultation has by itself."""
    if record.retired:
        return Matter(MatterState.RETIRED, record.retired.on)
    conclusion = conclusion_of(record, body)
    if conclusion:
        waits = (record.unit,) if conclusion.decision is Decision.VERIFY_FURTHER else ()
        return Matter(_CONCLUDED[conclusion.decision], conclusion.on, waits)
    since = record.meeting.on if record.meeting else record.created
    if is_differing(record):
        return _differing(record, body, since)
    if record.outcome is Outcome.AGREED:
        return Matter(MatterState.AGREED, since)
    state = MatterState.MET if record.meeting else MatterState.RAISED
    return Matter(state, since, (record.unit,))


_CONCLUDED = {
    Decision.AS_PROPOSED: MatterState.AS_PROPOSED,
    Decision.DIRECTED: MatterState.DIRECTED,
    Decision.VERIFY_FURTHER: MatterState.VERIFYING,
}


def conclusion_of(record: Consultation, body: Body) -> Conclusion | None:
    """The conclusion, once it is there: by the deciding body and nobody else, and not to come."""
    given = record.conclusion
    is_given = given is not None and given.by in body.deciders and given.on <= body.today
    return given if is_given else None


def is_differing(record: Consultation) -> bool:
    """Whether opinions differ; what is referred or has positions does, even if nobody said so."""
    if record.outcome is not None:
        return record.outcome is Outcome.DIFFERING
    return bool(record.positions) or record.referral is not None


def missing_positions(record: Consultation, parties: Iterable[str]) -> tuple[str, ...]:
    """The parties whose opinion is not written down, in the programme's order."""
    written = {position.unit for position in record.positions}
    return tuple(party for party in parties if party not in written)


def _differing(record: Consultation, body: Body, since: date) -> Matter:
    missing = missing_positions(record, body.parties)
    if missing:
        return Matter(MatterState.INCOMPLETE, since, missing)
    if record.referral is None:
        return Matter(MatterState.TO_REFER, since, (record.unit,))
    return Matter(MatterState.REFERRED, record.referral.on, (record.referral.to,))
