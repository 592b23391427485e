"""What waits for somebody, and since which day; the same for rules, the desk and its page."""

from datetime import date, datetime, time, timedelta

from generator.base.diagnostics import Wait
from generator.base.text import Bilingual
from generator.model.corpus import Corpus
from generator.model.kinds.consultation import Consultation, Outcome
from generator.model.kinds.information import Information, Step
from generator.model.record import Record
from generator.model.state import PartySign, Sign, signs

_TO_APPROVE = Bilingual("phê duyệt", "approve")
_TO_APPROVE_AGAIN = Bilingual("phê duyệt lại, nội dung đã đổi", "approve again, it changed")
_TO_MEET = Bilingual("họp lãnh đạo các bên", "meet with the leaders of all parties")
_TO_SETTLE = Bilingual("thống nhất và ghi kết quả trao đổi", "settle it and write the outcome")
TO_STATE = Bilingual("ghi ý kiến của đơn vị mình", "write its own position")
_TO_REFER = Bilingual("trình cấp quyết định", "refer it to the deciding body")
_TO_DECIDE = Bilingual("kết luận", "conclude it")
_TO_VERIFY = Bilingual("xác minh thêm rồi trình lại", "verify further and refer it again")


def end_of(day: date, corpus: Corpus) -> datetime:
    """The last moment of a day where the programme is."""
    zone = corpus.registry.programme.zone
    return datetime.combine(day + timedelta(days=1), time(), zone) - timedelta(microseconds=1)


def day_of(moment: datetime, corpus: Corpus) -> date:
    return moment.astimezone(corpus.registry.programme.zone).date()


def approval_of(corpus: Corpus, record: Record, sign: PartySign) -> Wait:
    """A party's missing or lapsed approval.

    It is waited for since the first other party approved what stands there; before that, since
    its own lapsed approval, else since the record was written.
    """
    others = [one.approval for one in signs(corpus, record.id) if one.sign is Sign.APPROVED]
    given = sorted(approval.record.at for approval in others if approval)
    what = _TO_APPROVE_AGAIN if sign.sign is Sign.LAPSED else _TO_APPROVE
    lapsed = [sign.approval.record.at] if sign.approval else []
    moment = next(iter((*given, *lapsed)), None)
    return Wait(sign.party, what, day_of(moment, corpus) if moment else record.created)


def conclusion_of(information: Information) -> Wait:
    """The step of verification that comes next; its unit is that of the information."""
    steps = information.verification
    done = {step.step for step in steps}
    coming = next((step for step in Step if step not in done), Step.CONCLUDED).label
    received = information.source.received if information.source else information.created
    since = steps[-1].on if steps else received
    return Wait(information.unit, Bilingual(f"{coming.vi} thông tin", coming.en), since)


def steps_of(corpus: Corpus, one: Consultation) -> tuple[Wait, ...]:
    """What an open consultation waits for; positions may be missing from several parties."""
    since = one.meeting.on if one.meeting else one.created
    if one.conclusion:
        return (Wait(one.unit, _TO_VERIFY, one.conclusion.on),)
    if one.outcome is not Outcome.DIFFERING:
        is_met = one.meeting is not None or not one.important
        return (Wait(one.unit, _TO_SETTLE if is_met else _TO_MEET, since),)
    if one.referral:
        return (Wait(one.referral.to, _TO_DECIDE, one.referral.on),)
    stated = {position.unit for position in one.positions}
    silent = [p for p in corpus.registry.programme.parties if p not in stated]
    return tuple(Wait(p, TO_STATE, since) for p in silent) or (Wait(one.unit, _TO_REFER, since),)


def last_signed(corpus: Corpus, record: Record) -> date:
    """The day of the last approval of a record, its own or through a bulletin's edition."""
    at = [s.approval.record.at for s in signs(corpus, record.id) if s.approval]
    return day_of(max(at), corpus) if at else record.created
