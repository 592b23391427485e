"""BT4xx, how the parties come to agree: meetings, positions, and matters without conclusion."""

from collections.abc import Collection, Iterable, Iterator

from generator.base.diagnostics import Severity, Wait
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.holds import Hold, hold_of
from generator.model.corpus.matter import (
    ConclusionFlaw,
    MatterState,
    body_of,
    flaws_of_conclusion,
    is_met,
    matter_state,
    parties_at,
)
from generator.model.corpus.pending import approval_again, steps_of
from generator.model.corpus.state import is_alive, is_pending, is_retired
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.consultation import Consultation, Meeting, Outcome
from generator.model.kinds.message import Message
from generator.rules.naming import in_one_sentence, included_at, unit_name
from generator.rules.rule import Finding, found, rule


def _concluded_entries(corpus: Corpus) -> Iterator[Entry[Consultation]]:
    """The consultations that claim an outcome."""
    entries = (entry for entry in corpus.of(Consultation) if entry.record.outcome)
    return (entry for entry in entries if not is_retired(corpus, entry.record))


@rule(
    "BT407",
    Bilingual(
        "Vấn đề quan trọng phải qua cuộc họp lãnh đạo các bên rồi mới kết thúc, nhưng {reason}.",
        "An important matter is met on by the leaders before it is settled, but {reason}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
def important_matter_without_its_meeting(corpus: Corpus) -> Iterator[Finding]:
    """The programme demands it: the unit that raises the matter chairs a meeting of all leaders."""
    for entry in _concluded_entries(corpus):
        if entry.record.important:
            for place, reason, mend in _meeting_flaws(corpus, entry, entry.record.meeting):
                yield found(place, reason=reason, mend=mend)


def _meeting_flaws(
    corpus: Corpus, entry: Entry[Consultation], meeting: Meeting | None
) -> Iterator[tuple[Place, Bilingual, Bilingual]]:
    raiser = entry.record.unit
    if meeting is None:
        yield (
            entry.key("important"),
            Bilingual("chưa có cuộc họp nào", "there was no meeting"),
            Bilingual("ghi khóa “meeting” khi đã họp", "write the key “meeting” after it"),
        )
        return
    if meeting.chaired_by != raiser:
        yield (
            entry.place("meeting", "chaired_by"),
            Bilingual(
                f"cuộc họp do {unit_name(corpus, meeting.chaired_by)} chủ trì",
                f"{unit_name(corpus, meeting.chaired_by)} chaired the meeting",
            ),
            Bilingual(
                f"đơn vị nêu vấn đề ({raiser}) chủ trì cuộc họp",
                f"the unit that raised the matter ({raiser}) chairs it",
            ),
        )
    present = {leader.unit for leader in meeting.attended}
    absent = _missing_parties(corpus, parties_at(corpus, entry.record.id, meeting.on), present)
    if absent:
        yield (
            entry.key("meeting", "attended"),
            Bilingual(f"thiếu lãnh đạo {absent}", f"leaders of {absent} were absent"),
            Bilingual(
                f"họp lại có đủ lãnh đạo các bên, rồi ghi thêm {absent} vào “attended”",
                f"meet again with the leaders of all parties and add {absent} to “attended”",
            ),
        )


def _missing_parties(corpus: Corpus, parties: Iterable[str], present: Collection[str]) -> str:
    """The names of the parties that are not `present`, joined by commas."""
    missing = [party for party in parties if party not in present]
    return ", ".join(unit_name(corpus, party) for party in missing)


@rule(
    "BT408",
    Bilingual(
        "Còn ý kiến khác nhau, nhưng chưa ghi ý kiến của {parties}.",
        "Opinions differ, but the position of {parties} is not written down.",
    ),
    Bilingual(
        "ghi nguyên văn ý kiến của {parties} vào “positions”.",
        "write the position of {parties}, in its own words, under “positions”.",
    ),
)
def position_missing(corpus: Corpus) -> Iterator[Finding]:
    """The deciding body must see every opinion in full; an opinion it cannot read has no weight."""
    for entry in _concluded_entries(corpus):
        if entry.record.outcome is Outcome.DIFFERING:
            authors = {position.unit for position in entry.record.positions}
            heard = body_of(corpus, entry.record.id).parties
            parties = _missing_parties(corpus, heard, authors)
            if parties:
                step = next(iter(steps_of(corpus, entry.record)), None)
                yield found(entry.place("outcome"), step, parties=parties)


@rule(
    "BT409",
    Bilingual(
        "Chưa thể phát hành {id}: {consultation} “{title}” {reason}.",
        "{id} may not be released: {consultation} “{title}” {reason}.",
    ),
    Bilingual("{mend}.", "{mend}."),
    Severity.HOLD,
)
def matter_still_open(corpus: Corpus) -> Iterator[Finding]:
    """While the parties differ, neither view may go out as if it were the view of all."""
    for message in corpus.of(Message):
        hold = hold_of(corpus, message.record.id)
        if hold and is_alive(corpus, message.record):
            yield _hold_finding(corpus, message.place("id"), message.record.id, hold)
    for bulletin in corpus.of(Bulletin):
        if is_pending(corpus, bulletin.record):
            yield from _bulletin_findings(corpus, bulletin)


def _bulletin_findings(corpus: Corpus, bulletin: Entry[Bulletin]) -> Iterator[Finding]:
    """A bulletin may print an open consultation with all positions, but no record it holds back."""
    for record_id in corpus.closure(bulletin.record.id):
        hold = hold_of(corpus, record_id)
        if hold:
            yield _hold_finding(corpus, included_at(bulletin, record_id), bulletin.record.id, hold)
            return


def _hold_finding(corpus: Corpus, place: Place, record_id: str, hold: Hold) -> Finding:
    consultation = hold.consultation.record
    reason, mend = (
        _unknown_direction(corpus, hold) if hold.unaware else _open_matter(corpus, consultation)
    )
    names = {"consultation": consultation.id, "title": consultation.title}
    return found(place, _wait(corpus, hold), id=record_id, **names, reason=reason, mend=mend)


def _wait(corpus: Corpus, hold: Hold) -> Wait:
    """The first unit that must act: on the matter, or by approving again after its conclusion."""
    consultation = hold.consultation.record
    if hold.unaware:
        return approval_again(hold.unaware[0], matter_state(corpus, consultation.id).since)
    return steps_of(corpus, consultation)[0]._replace(cause=consultation.id)


def _unknown_direction(corpus: Corpus, hold: Hold) -> tuple[Bilingual, Bilingual]:
    """Reason and mend when the deciding body gave a direction after the approvals."""
    parties = ", ".join(unit_name(corpus, party) for party in hold.unaware)
    talk = hold.consultation.record.id
    since = in_words(matter_state(corpus, talk).since)
    return (
        Bilingual(
            f"có kết luận chỉ đạo ngày {since.vi}, mà phê duyệt của {parties} chưa tính đến",
            f"was directed on {since.en}, which the approval of {parties} does not know",
        ),
        Bilingual(
            f"sửa nội dung theo kết luận; nêu {talk} trong “because” của câu nói theo kết luận ấy,"
            f" rồi {parties} phê duyệt lại, được tính ngay trong ngày. Không nêu thì phê duyệt lại"
            f" sau ngày {since.vi}, hoặc phê duyệt bản tin in cả {talk}",
            f"change it as directed; cite {talk} under “because” of the sentence that follows it,"
            f" and {parties} approves again, which counts the same day. Without citing it, approve"
            f" again after {since.en}, or approve a bulletin that prints {talk}",
        ),
    )


def _open_matter(corpus: Corpus, consultation: Consultation) -> tuple[Bilingual, Bilingual]:
    """Reason and mend: what the matter waits for and since when; who must act."""
    matter = matter_state(corpus, consultation.id)
    label, since = matter.state.label, in_words(matter.since)
    reason = Bilingual(f"{label.vi}, từ ngày {since.vi}", f"is {label.en}, since {since.en}")
    void = _void_reasons(corpus, consultation)
    reason = in_one_sentence((reason, *void))
    is_wrong = bool(void) and consultation.conclusion is not None
    who = ", ".join(unit_name(corpus, unit) for unit in matter.waits_for)
    decider = unit_name(corpus, corpus.registry.programme.deciding_body)
    mend = _MEND_CONCLUSION if is_wrong else _MEND_AGREEMENT if void else _NEXT[matter.state]
    names = {"who": who, "decider": decider, "id": consultation.id}
    return reason, Bilingual(mend.vi.format(**names), mend.en.format(**names))


def _void_reasons(corpus: Corpus, consultation: Consultation) -> tuple[Bilingual, ...]:
    """Why the conclusion or the agreement that is written there does not count."""
    body = body_of(corpus, consultation.id)
    if consultation.conclusion is not None:
        return tuple(_FLAWS[flaw] for flaw in flaws_of_conclusion(consultation, body))
    if consultation.outcome is not Outcome.AGREED:
        return ()
    reasons = [] if consultation.agreement else [_NO_AGREEMENT]
    if consultation.important and not is_met(consultation, body):
        reasons.append(_NO_MEETING)
    return tuple(reasons)


_FLAWS = {
    ConclusionFlaw.OTHER_BODY: Bilingual(
        "kết luận đã ghi không phải của cấp quyết định",
        "the conclusion written there is not by the deciding body",
    ),
    ConclusionFlaw.AHEAD: Bilingual(
        "kết luận đã ghi đề ngày chưa đến", "the conclusion written there is of a day to come"
    ),
    ConclusionFlaw.BEFORE_MEETING: Bilingual(
        "kết luận đã ghi có trước cuộc họp",
        "the conclusion written there is older than the meeting",
    ),
    ConclusionFlaw.BEFORE_REFERRAL: Bilingual(
        "kết luận đã ghi có trước khi trình",
        "the conclusion written there is older than the referral",
    ),
}
_NO_AGREEMENT = Bilingual(
    "đã ghi là thống nhất, nhưng chưa ghi thống nhất điều gì (agreement)",
    "it says agreed, but not on what (agreement)",
)
_NO_MEETING = Bilingual(
    "đã ghi là thống nhất, nhưng vấn đề quan trọng mà chưa họp",
    "it says agreed, but this important matter was not met on",
)
_MEND_CONCLUSION = Bilingual(
    "sửa kết luận ghi ở {id} cho đúng cơ quan, đúng ngày; chưa có thì bỏ “conclusion” và đợi"
    " {decider} kết luận",
    "correct who concluded {id}, and when; if nobody has, remove “conclusion” until {decider} does",
)
_MEND_AGREEMENT = Bilingual(
    "{who} ghi ở {id} điều các bên đã thống nhất (agreement), và cuộc họp (meeting) nếu là vấn đề"
    " quan trọng",
    "{who} writes in {id} what was agreed (agreement), and the meeting if it is important",
)
_NEXT = {
    MatterState.RAISED: Bilingual(
        "{who} chủ trì trao đổi; các bên thống nhất rồi ghi “outcome”, hoặc trình {decider}",
        "{who} chairs; the parties agree and write “outcome”, or refer it to {decider}",
    ),
    MatterState.MET: Bilingual(
        "{who} ghi kết quả cuộc họp vào “outcome”",
        "{who} writes what came of the meeting under “outcome”",
    ),
    MatterState.INCOMPLETE: Bilingual(
        "{who} ghi nguyên văn ý kiến của mình vào “positions”",
        "{who} writes its position, in its own words, under “positions”",
    ),
    MatterState.TO_REFER: Bilingual(
        "{who} trình {decider} (bulletin render {id}) rồi ghi “referral”",
        "{who} refers it to {decider} (bulletin render {id}) and writes “referral”",
    ),
    MatterState.REFERRED: Bilingual(
        "{decider} kết luận; trong khi chờ, bản tin in đủ các ý kiến",
        "{decider} concludes; meanwhile a bulletin may print all positions",
    ),
    MatterState.VERIFYING: Bilingual(
        "{who} xác minh rồi trình lại {decider}, hoặc nêu lại việc ở một bản trao đổi (TD) mới",
        "{who} verifies it and refers it to {decider} again, or raises it anew in another TD",
    ),
}
