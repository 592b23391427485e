"""What waits for whom, and since which day: the same for rules, the desk and its page."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from generator.base.diagnostics import Wait
from generator.base.span import FieldPath
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.matter import MatterState, matter_state
from generator.model.corpus.state import PartySign, Sign, signs
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.concern import Concern
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.event import Doing, Event
from generator.model.kinds.information import Information, Step
from generator.model.kinds.message import Message
from generator.model.record.record import Record, Task, TaskStatus

TO_WRITE = Bilingual("viết cho xong", "finish writing it")
_TO_APPROVE = Bilingual("phê duyệt", "approve")
_TO_APPROVE_AGAIN = Bilingual("phê duyệt lại, nội dung đã đổi", "approve again, it changed")
_TO_SIGN = Bilingual("ký số phê duyệt", "sign its approval")
_TO_MEET = Bilingual("họp lãnh đạo các bên", "meet with the leaders of all parties")
_TO_SETTLE = Bilingual("thống nhất và ghi kết quả trao đổi", "settle it and write the outcome")
TO_STATE = Bilingual("ghi ý kiến của đơn vị mình", "write its own position")
_TO_REFER = Bilingual("trình cấp quyết định", "refer it to the deciding body")
_TO_DECIDE = Bilingual("kết luận", "conclude it")
_TO_VERIFY = Bilingual("xác minh thêm rồi trình lại", "verify further and refer it again")

TO_FINISH = Bilingual("hoàn thành việc", "finish the task")
TO_UPDATE = Bilingual("cập nhật sự việc", "update the event")
_TO_RENEW = Bilingual("gia hạn hoặc thay nội dung sắp hết hiệu lực", "renew the message")
_TO_ISSUE_NEXT = Bilingual("ra bản tin kỳ tới", "issue the next bulletin")
_TO_LOOK_BACK = Bilingual("ghi thực tế của dự báo", "write what became of the forecast")
_NEXT_STEP = {
    MatterState.RAISED: _TO_MEET,
    MatterState.INCOMPLETE: TO_STATE,
    MatterState.TO_REFER: _TO_REFER,
    MatterState.REFERRED: _TO_DECIDE,
    MatterState.VERIFYING: _TO_VERIFY,
}


def end_of_day(day: date, corpus: Corpus) -> datetime:
    """The last moment of a day where the programme is."""
    zone = corpus.registry.programme.zone
    return datetime.combine(day + timedelta(days=1), time(), zone) - timedelta(microseconds=1)


def day_of(moment: datetime, corpus: Corpus) -> date:
    """The day of a moment where the programme is."""
    return moment.astimezone(corpus.registry.programme.zone).date()


def approval_of(corpus: Corpus, record: Record, sign: PartySign) -> Wait:
    """A party's missing or lapsed approval.

    It waits since the first other party approved the present content; without one, since its own
    lapsed approval; without that, since the record was written.
    """
    others = [
        party_sign.approval
        for party_sign in signs(corpus, record.id)
        if party_sign.sign is Sign.APPROVED
    ]
    moments = sorted(approval.record.at for approval in others if approval)
    what = _TO_APPROVE_AGAIN if sign.sign is Sign.LAPSED else _TO_APPROVE
    lapsed = [sign.approval.record.at] if sign.approval else []
    moment = next(iter((*moments, *lapsed)), None)
    return Wait(sign.party, what, day_of(moment, corpus) if moment else record.created)


def verification_step(information: Information) -> Wait:
    """The next step of verification; the unit of the information must do it."""
    steps = information.verification
    done = {step.step for step in steps}
    next_step = next((step for step in Step if step not in done), Step.CONCLUDED).label
    received = information.source.received if information.source else information.created
    since = steps[-1].on if steps else received
    return Wait(information.unit, Bilingual(f"{next_step.vi} thông tin", next_step.en), since)


def missing_signature(corpus: Corpus, record: Record, sign: PartySign) -> Wait:
    """A party approved without the signature that the programme asks for."""
    approved_at = sign.approval.record.at if sign.approval else None
    return Wait(
        sign.party, _TO_SIGN, day_of(approved_at, corpus) if approved_at else record.created
    )


def approval_again(party: str, since: date) -> Wait:
    """An approval that a party must give again."""
    return Wait(party, _TO_APPROVE_AGAIN, since)


def steps_of(corpus: Corpus, consultation: Consultation) -> tuple[Wait, ...]:
    """The next steps of an open consultation: several if several parties must act."""
    matter = matter_state(corpus, consultation.id)
    what = _NEXT_STEP.get(matter.state, _TO_SETTLE)
    if matter.state is MatterState.RAISED and not consultation.important:
        what = _TO_SETTLE
    return tuple(Wait(unit, what, matter.since) for unit in matter.waits_for)


def update_of(corpus: Corpus, event: Event) -> Wait:
    """The next update of an event, waited for since its last timeline entry."""
    last_entry_at = max((entry.at for entry in event.timeline), default=None)
    since = day_of(last_entry_at, corpus) if last_entry_at else event.created
    return Wait(event.unit, TO_UPDATE, since, event.next_update)


def work_of(corpus: Corpus, record: Record, unit: str | None, due: date) -> Wait:
    """A task; it is late after the end of its due day."""
    return Wait(unit or record.unit, TO_FINISH, record.created, end_of_day(due, corpus))


def unfinished_work(
    record: Event | Concern, *, goes_on: bool
) -> Iterator[tuple[FieldPath, Task | Doing]]:
    """Each with the path of its keys; what is being done in an event ends with the event."""
    for number, task in enumerate(record.tasks):
        if task.status is not TaskStatus.DONE:
            yield ("tasks", number), task
    if isinstance(record, Event) and goes_on:
        for number, doing in enumerate(record.doing):
            yield ("doing", number), doing


def renewal_of(message: Message, until: datetime, notice: timedelta) -> Wait:
    """The renewal of a message that expires at `until`; it waits since `notice` before that."""
    return Wait(message.unit, _TO_RENEW, (until - notice).date(), until)


def outcome_of(corpus: Corpus, record: Record, until: date) -> Wait:
    """The outcome of a forecast, to be written once its time is over."""
    return Wait(record.unit, _TO_LOOK_BACK, until, end_of_day(until, corpus))


def next_issue_of(corpus: Corpus, bulletin: Bulletin, due: datetime) -> Wait:
    """The next bulletin, at the moment that the last one announced."""
    return Wait(bulletin.unit, _TO_ISSUE_NEXT, day_of(due, corpus), due)


def last_signed(corpus: Corpus, record: Record) -> date:
    """The day of the last approval of a record, its own or through a bulletin's edition."""
    moments = [
        party_sign.approval.record.at
        for party_sign in signs(corpus, record.id)
        if party_sign.approval
    ]
    return day_of(max(moments), corpus) if moments else record.created
