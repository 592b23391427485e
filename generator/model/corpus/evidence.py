"""Evidence: whether a record establishes anything on a day (spec 3, “what establishes”).

The one judgement behind every `because`, `basis` and highlight, for editors and for readers. What
people did to a record (retired, recalled) is judged on the day of reading; what ends by its own
terms is judged on the day of the sentence, so that a timeline may say what was true then.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple, Protocol, TypeVar

from generator.base.digest import Json
from generator.base.text import Choice
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.matter import Matter, MatterState, matter_state
from generator.model.corpus.pending import day_of
from generator.model.corpus.state import is_retired
from generator.model.kinds import is_of
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive, Stage
from generator.model.kinds.information import Information, Result, Step
from generator.model.record.record import Record

R = TypeVar("R", bound=Record)
_FALSE = frozenset({Result.REFUTED, Result.UNFOUNDED})


class Flaw(Choice):
    """Why a record establishes nothing, in the words that stand beside a citation of it."""

    RETIRED = "retired", "căn cứ đã ngừng dùng", "basis no longer in use"
    RECALLED = "recalled", "căn cứ đã bị thu hồi", "basis recalled"
    NOT_CONCLUDED = "not_concluded", "căn cứ chưa được kết luận", "basis not concluded"
    TOO_EARLY = "too_early", "căn cứ được kết luận sau đó", "basis concluded later"
    REFUTED = "refuted", "căn cứ được kết luận là sai", "basis concluded to be false"
    UNANSWERED = "unanswered", "tin đồn chưa được trả lời", "rumour not answered"
    PAST = "past", "căn cứ đã hết hạn giá trị", "basis past its validity"
    OVER = "over", "điều được nêu đã qua", "what it says is over"
    SUPERSEDED = "superseded", "căn cứ đã có thông tin mới", "basis replaced by newer information"
    NOT_ISSUED = "not_issued", "văn bản chưa được ban hành", "document not issued"
    UNDATED = "undated", "văn bản chưa ghi ngày ban hành", "document without a date"
    NO_ISSUER = "no_issuer", "văn bản chưa ghi cơ quan ban hành", "document without an issuer"
    COMING = "coming", "văn bản chưa có hiệu lực", "document not in force yet"
    EXPIRED = "expired", "văn bản đã hết hiệu lực", "document no longer in force"
    REPLACED = "replaced", "văn bản đã được thay thế", "document replaced"
    OPEN = "open", "việc này chưa thống nhất", "matter not settled"
    UNMET = "unmet", "việc này chưa có cuộc họp", "matter not met on"
    UNWRITTEN = "unwritten", "chưa ghi nội dung thống nhất", "agreement not written down"


class Doubt(NamedTuple):
    """Why a record establishes nothing, since (or until) which day, and what stands instead.

    `told` is the day of which a superseded information speaks: that of its conclusion.
    """

    flaw: Flaw
    day: date | None = None
    instead: str = ""
    told: date | None = None

    @property
    def is_stop(self) -> bool:
        """Whether people stopped the record: nothing that rests on it may be read out any more."""
        return self.flaw in (Flaw.RECALLED, Flaw.RETIRED)


class Days(NamedTuple):
    """The day of the sentence, the day on which it is read, and by when it must be proved.

    A timeline may tell what was proved later; an answer was given to people on its day.
    """

    told: date
    read: date
    proved: date


class Witness(Protocol):
    """What the judgement asks about other records; editors and readers know different ones."""

    def find(self, record_id: str, kind: type[R]) -> R | None:
        """The record with that id and kind, if it is known."""

    def newer(self, record_id: str) -> str | None:
        """The established information that supersedes this one."""

    def matter(self, record_id: str) -> Matter:
        """The state of a consultation."""

    def is_recalled(self, record_id: str) -> bool:
        """Whether a party recalled it."""


def doubt_about(record: Record, days: Days, witness: Witness) -> Doubt | None:
    """Why a record establishes nothing; None when it does."""
    if record.retired and record.retired.on <= days.read:
        return Doubt(Flaw.RETIRED, record.retired.on, record.retired.replaced_by or "")
    if witness.is_recalled(record.id):
        return Doubt(Flaw.RECALLED)
    match record:
        case Information():
            return _unproved(record, days.proved) or _ended(record, days.told, witness)
        case Directive():
            return _not_issued(record) or _out_of_force(record, days.told, witness)
        case Consultation():
            return _unsettled(record, witness.matter(record.id))
        case _:
            return None  # other kinds report what they hold; each of their sentences is judged


def _unproved(information: Information, by: date = date.max) -> Doubt | None:
    """The doubt about an information that was not concluded by a day, or concluded to be false."""
    conclusion = information.conclusion
    if conclusion is None or conclusion.result is None:
        return Doubt(Flaw.NOT_CONCLUDED)
    if all(step.on > by for step in information.verification if step.step is Step.CONCLUDED):
        return Doubt(Flaw.TOO_EARLY, conclusion.on)
    if conclusion.result in _FALSE:
        if not information.is_rumour:
            return Doubt(Flaw.REFUTED, conclusion.on)
        if information.answer is None:
            return Doubt(Flaw.UNANSWERED, conclusion.on)
    return None


def is_proved(information: Information) -> bool:
    """Whether it was concluded, and not found false; a false rumour is proved with its answer."""
    return _unproved(information) is None


def takes_over(frozen: Json) -> bool:
    """Whether an issued record takes the place of what it supersedes: an unproved one does not."""
    record_id = str(frozen["id"])
    if not is_of(record_id, Information):
        return True
    return is_proved(Information.model_validate(frozen))


def days_of_evidence(frozen: Json) -> Iterator[str]:
    """The days, as text, from which on a frozen record establishes more, or no longer the same."""
    for key in ("valid_until", "holds_until", "expires"):
        if frozen.get(key):
            yield (date.fromisoformat(frozen[key]) + timedelta(days=1)).isoformat()
    for key in ("effective", "dated"):
        if frozen.get(key):
            yield str(frozen[key])


def establishes_answer_only(record: Record) -> bool:
    """Whether it is a rumour found false: then only its answer is established."""
    if not isinstance(record, Information) or not record.is_rumour or record.conclusion is None:
        return False
    return record.conclusion.result in _FALSE


def _ended(information: Information, day: date, witness: Witness) -> Doubt | None:
    if information.valid_until and information.valid_until < day:
        return Doubt(Flaw.PAST, information.valid_until)
    if information.holds_until and information.holds_until < day:
        return Doubt(Flaw.OVER, information.holds_until)
    newer = witness.find(witness.newer(information.id) or "", Information)
    since = newer.conclusion.on if newer and newer.conclusion else None
    if newer and since and since <= day:
        told = information.conclusion.on if information.conclusion else None
        return Doubt(Flaw.SUPERSEDED, since, newer.id, told)
    return None


def _not_issued(directive: Directive) -> Doubt | None:
    if directive.stage not in (Stage.ISSUED, Stage.REPLACED):
        return Doubt(Flaw.NOT_ISSUED)
    if directive.dated is None:
        return Doubt(Flaw.UNDATED)
    return None if _is_written(directive.issuer) else Doubt(Flaw.NO_ISSUER)


def _is_written(text: str | None) -> bool:
    """Whether a text says anything: a dash or dots fill a key and say nothing."""
    return any(letter.isalnum() for letter in text or "")


def _out_of_force(directive: Directive, day: date, witness: Witness) -> Doubt | None:
    """Why an issued document is not in force on a day; None when it is."""
    start = directive.effective or directive.dated
    if start and day < start:
        return Doubt(Flaw.COMING, start)
    if directive.expires and directive.expires < day:
        return Doubt(Flaw.EXPIRED, directive.expires)
    if directive.stage is not Stage.REPLACED and not directive.replaced_by:
        return None
    heir = witness.find(directive.replaced_by or "", Directive)
    since = (heir.effective or heir.dated or heir.created) if heir else None
    if day < since if since else directive.expires:
        return None
    return Doubt(Flaw.REPLACED, since, heir.id if heir else "")


_CONCLUDED = frozenset({MatterState.AS_PROPOSED, MatterState.DIRECTED})


def _unsettled(consultation: Consultation, matter: Matter) -> Doubt | None:
    if matter.state in _CONCLUDED:
        return None
    if matter.state is not MatterState.AGREED:
        return Doubt(Flaw.OPEN, matter.since, matter.through)
    if consultation.meeting is None:
        return Doubt(Flaw.UNMET)
    return None if _is_written(consultation.agreement) else Doubt(Flaw.UNWRITTEN)


class _Desk(NamedTuple):
    """What editors know of other records."""

    corpus: Corpus

    def find(self, record_id: str, kind: type[R]) -> R | None:
        return self.corpus.find(record_id, kind)

    def newer(self, record_id: str) -> str | None:
        return self.corpus.once(_newer_information).get(record_id)

    def matter(self, record_id: str) -> Matter:
        return matter_state(self.corpus, record_id)

    def is_recalled(self, record_id: str) -> bool:
        return record_id in self.corpus.recalls


def doubt_on_desk(
    corpus: Corpus, record_id: str, told: date | None = None, proved: date | None = None
) -> Doubt | None:
    """Why a record of the desk establishes nothing for a sentence of the day `told`, or today.

    `proved` is the day by which it must have been proved, if that is not today.
    """
    today = day_of(corpus.now, corpus)
    return _doubt(corpus, record_id, Days(told or today, today, proved or today))


def doubt_on_the_day(corpus: Corpus, record_id: str, day: date) -> Doubt | None:
    """Why a record of the desk established nothing on a day, as it was read then."""
    return _doubt(corpus, record_id, Days(day, day, day))


def _doubt(corpus: Corpus, record_id: str, days: Days) -> Doubt | None:
    entry = corpus.records.get(record_id)
    return doubt_about(entry.record, days, _Desk(corpus)) if entry else None


def _newer_information(corpus: Corpus) -> Mapping[str, str]:
    """For each superseded information, the proved one that supersedes it; the last id wins."""
    return {
        str(entry.record.supersedes): entry.record.id
        for entry in sorted(corpus.of(Information), key=lambda entry: entry.record.id)
        if entry.record.supersedes
        and is_proved(entry.record)
        and not is_retired(corpus, entry.record)
    }
