"""BT4xx, how the parties come to agree: meetings, positions, and what waits for a conclusion."""

from collections.abc import Collection, Iterator

from generator.base.diagnostics import Severity, Wait
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.holds import Hold, hold_of
from generator.model.corpus.matter import MatterState, body_of, matter_state
from generator.model.corpus.pending import approval_again, steps_of
from generator.model.corpus.state import is_alive, is_pending
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.consultation import Consultation, Meeting, Outcome
from generator.model.kinds.message import Message
from generator.rules.naming import in_one_sentence, included_at, unit_name
from generator.rules.rule import Finding, found, rule


def _concluded(corpus: Corpus) -> Iterator[Entry[Consultation]]:
    """The consultations that claim an outcome."""
    return (e for e in corpus.of(Consultation) if e.record.outcome and not e.record.retired)


@rule(
    "BT407",
    Bilingual(
        "Vấn đề quan trọng phải qua cuộc họp lãnh đạo các bên rồi mới kết thúc, nhưng {reason}.",
        "An important matter is met on by the leaders before it is settled, but {reason}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
def important_matter_without_its_meeting(corpus: Corpus) -> Iterator[Finding]:
    """The programme says so: who raises the matter chairs a meeting of all leaderships."""
    for entry in _concluded(corpus):
        if entry.record.important:
            for place, reason, mend in _flaws(corpus, entry, entry.record.meeting):
                yield found(place, reason=reason, mend=mend)


def _flaws(
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
    absent = _without(corpus, entry.record, {one.unit for one in meeting.attended})
    if absent:
        yield (
            entry.key("meeting", "attended"),
            Bilingual(f"thiếu lãnh đạo {absent}", f"leaders of {absent} were absent"),
            Bilingual(
                f"họp lại có đủ lãnh đạo các bên, rồi ghi thêm {absent} vào “attended”",
                f"meet again with the leaders of all parties and add {absent} to “attended”",
            ),
        )


def _without(corpus: Corpus, consultation: Consultation, present: Collection[str]) -> str:
    """The parties that are not there, by name."""
    missing = [p for p in body_of(corpus, consultation.id).parties if p not in present]
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
    """The deciding body must see every opinion in full; a missing one has already lost."""
    for entry in _concluded(corpus):
        if entry.record.outcome is Outcome.DIFFERING:
            written = {position.unit for position in entry.record.positions}
            parties = _without(corpus, entry.record, written)
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
            yield _held(corpus, message.place("id"), message.record.id, hold)
    for bulletin in corpus.of(Bulletin):
        if is_pending(corpus, bulletin.record):
            yield from _held_bulletin(corpus, bulletin)


def _held_bulletin(corpus: Corpus, bulletin: Entry[Bulletin]) -> Iterator[Finding]:
    """A bulletin may print an open consultation, with all positions, but not what it withholds."""
    for record_id in corpus.closure(bulletin.record.id):
        hold = hold_of(corpus, record_id)
        if hold:
            yield _held(corpus, included_at(bulletin, record_id), bulletin.record.id, hold)
            return


def _held(corpus: Corpus, place: Place, record_id: str, hold: Hold) -> Finding:
    one = hold.consultation.record
    reason, mend = _unaware(corpus, hold) if hold.unaware else _waiting(corpus, one)
    said = {"consultation": one.id, "title": one.title}
    return found(place, _wait(corpus, hold), id=record_id, **said, reason=reason, mend=mend)


def _wait(corpus: Corpus, hold: Hold) -> Wait:
    """The first unit that must act: on the matter, or by approving again, knowing its end."""
    one = hold.consultation.record
    if hold.unaware:
        return approval_again(hold.unaware[0], matter_state(corpus, one.id).since)
    return steps_of(corpus, one)[0]._replace(cause=one.id)


def _unaware(corpus: Corpus, hold: Hold) -> tuple[Bilingual, Bilingual]:
    """The deciding body gave a direction after the approvals: they do not know it."""
    parties = ", ".join(unit_name(corpus, party) for party in hold.unaware)
    since = matter_state(corpus, hold.consultation.record.id).since
    return (
        Bilingual(
            f"có kết luận chỉ đạo ngày {since}, mà phê duyệt của {parties} chưa tính đến",
            f"was directed on {since}, which the approval of {parties} does not know",
        ),
        Bilingual(
            f"sửa nội dung theo kết luận nếu cần; {parties} phê duyệt lại sau ngày {since}, hoặc "
            "phê duyệt bản tin in cả kết luận này; hoặc viết nội dung mới thay cho nó",
            f"change it as directed if need be; {parties} approves again after {since}, or a "
            "bulletin that prints this conclusion; or write a message that supersedes it",
        ),
    )


def _waiting(corpus: Corpus, one: Consultation) -> tuple[Bilingual, Bilingual]:
    """What the matter waits for and since when; who acts."""
    matter = matter_state(corpus, one.id)
    label, since = matter.state.label, matter.since
    reason = Bilingual(f"{label.vi}, từ ngày {since}", f"is {label.en}, since {since}")
    if _is_void(one, matter.state):
        reason = in_one_sentence((reason, _VOID))
    who = ", ".join(unit_name(corpus, unit) for unit in matter.waits_for)
    decider = unit_name(corpus, corpus.registry.programme.deciding_body)
    mend = _NEXT[matter.state]
    said = {"who": who, "decider": decider, "id": one.id}
    return reason, Bilingual(mend.vi.format(**said), mend.en.format(**said))


def _is_void(one: Consultation, state: MatterState) -> bool:
    """Whether a conclusion is written that is none: by another unit, or dated in the future."""
    return one.conclusion is not None and state is not MatterState.VERIFYING


_VOID = Bilingual(
    "kết luận đã ghi không phải của cấp quyết định, hoặc đề ngày chưa đến",
    "the conclusion written there is not by the deciding body, or of a day to come",
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
