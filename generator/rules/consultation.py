"""BT4xx, how the parties come to agree: meetings, positions, and what waits for a conclusion."""

from collections.abc import Collection, Iterator, Mapping

from generator.base.diagnostics import Severity
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus import Corpus, Entry
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.consultation import Consultation, Meeting, Outcome
from generator.model.kinds.message import Message
from generator.model.state import is_alive, is_pending, open_consultations
from generator.rules.rule import Finding, found, rule
from generator.rules.wording import called, included_at


def _concluded(corpus: Corpus) -> Iterator[Entry[Consultation]]:
    """The consultations that claim an outcome."""
    return (e for e in corpus.of(Consultation) if e.record.outcome and not e.record.retired)


def _parties(corpus: Corpus, consultation: Consultation) -> tuple[str, ...]:
    """The parties then: those of the last edition that prints the consultation, else today's."""
    for edition in reversed(corpus.holding(consultation.id)):
        return tuple(edition.registry["programme"]["parties"])
    return corpus.registry.programme.parties


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
                f"cuộc họp do {called(corpus, meeting.chaired_by)} chủ trì",
                f"{called(corpus, meeting.chaired_by)} chaired the meeting",
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
    missing = [p for p in _parties(corpus, consultation) if p not in present]
    return ", ".join(called(corpus, party) for party in missing)


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
                yield found(entry.place("outcome"), parties=parties)


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
        open_one = corpus.once(_withholding).get(message.record.id)
        if open_one and is_alive(corpus, message.record):
            yield _held(corpus, message.place("id"), message.record.id, open_one)
    for bulletin in corpus.of(Bulletin):
        if is_pending(corpus, bulletin.record):
            yield from _held_bulletin(corpus, bulletin)


def _held_bulletin(corpus: Corpus, bulletin: Entry[Bulletin]) -> Iterator[Finding]:
    """A bulletin may print an open consultation, with all positions, but not what it withholds."""
    for record_id in corpus.closure(bulletin.record.id):
        open_one = corpus.once(_withholding).get(record_id)
        if open_one:
            place = included_at(bulletin, record_id)
            yield _held(corpus, place, bulletin.record.id, open_one)
            return


def _withholding(corpus: Corpus) -> Mapping[str, Consultation]:
    """For each record that may not be released, an open consultation that is the reason.

    A record is withheld when a consultation is about it; a message also when what it rests on is
    withheld, or is itself such a consultation.
    """
    held: dict[str, Consultation] = {}
    for record_id, entry in corpus.records.items():
        direct = next(open_consultations(corpus, record_id), None)
        if direct:
            held[record_id] = direct.record
        elif isinstance(entry.record, Message):
            below = (_below(corpus, one) for one in corpus.closure(record_id))
            indirect = next((one for one in below if one), None)
            if indirect:
                held[record_id] = indirect
    return held


def _below(corpus: Corpus, record_id: str) -> Consultation | None:
    """The open consultation that a record of the closure is, or that withholds it."""
    one = corpus.find(record_id, Consultation)
    if one and one.is_open and not one.retired:
        return one
    about = next(open_consultations(corpus, record_id), None)
    return about.record if about else None


def _held(corpus: Corpus, place: Place, record_id: str, one: Consultation) -> Finding:
    reason, mend = _waiting(corpus, one)
    return found(
        place, id=record_id, consultation=one.id, title=one.title, reason=reason, mend=mend
    )


def _waiting(corpus: Corpus, one: Consultation) -> tuple[Bilingual, Bilingual]:
    """What the matter waits for and since when; who acts."""
    decider = called(corpus, corpus.registry.programme.deciding_body)
    if one.conclusion:
        return (
            Bilingual(
                f"phải xác minh thêm theo kết luận ngày {one.conclusion.on}",
                f"must be verified further, as concluded on {one.conclusion.on}",
            ),
            Bilingual(
                f"{called(corpus, one.unit)} xác minh rồi trình lại {decider}",
                f"{called(corpus, one.unit)} verifies it and refers it to {decider} again",
            ),
        )
    if one.outcome is Outcome.DIFFERING:
        since = one.referral.on if one.referral else one.created
        return (
            Bilingual(
                f"còn ý kiến khác nhau, chưa có kết luận từ ngày {since}",
                f"is not concluded, the parties differ since {since}",
            ),
            Bilingual(
                f"{decider} kết luận; trong khi chờ, bản tin in đủ các ý kiến",
                f"{decider} concludes; meanwhile a bulletin may print all positions",
            ),
        )
    return (
        Bilingual(
            f"còn đang trao đổi từ ngày {one.created}",
            f"has been under discussion since {one.created}",
        ),
        Bilingual(
            "các bên thống nhất rồi ghi “outcome”, hoặc trình cấp quyết định",
            "the parties agree and write “outcome”, or refer it to the deciding body",
        ),
    )
