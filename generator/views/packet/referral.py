"""A consultation on the desk with all that its packet prints."""

from dataclasses import dataclass
from functools import cached_property

from generator.base.text import Language
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.evidence import doubt_on_desk
from generator.model.corpus.holds import hold_of
from generator.model.corpus.matter import Matter, body_of, conclusion_of, matter_state
from generator.model.corpus.state import carriers
from generator.model.kinds.bulletin import Bulletin, Mode
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.information import Information
from generator.model.record.record import Record
from generator.views.context.evidence_note import evidence_note
from generator.views.context.formatter import Cite, Formatter


@dataclass(frozen=True)
class Referred:
    """A consultation on the desk and the records it is about, in one language."""

    corpus: Corpus
    record_id: str
    language: Language

    @cached_property
    def record(self) -> Consultation:
        """The consultation; a conclusion that does not count yet is removed."""
        record = self.corpus.find(self.record_id, Consultation)
        assert record is not None  # noqa: S101  asked for by its id
        if conclusion_of(record, body_of(self.corpus, record.id)):
            return record
        return record.model_copy(update={"conclusion": None})

    @cached_property
    def matter(self) -> Matter:
        return matter_state(self.corpus, self.record_id)

    @cached_property
    def formatter(self) -> Formatter:
        corpus = self.corpus
        today = corpus.now.astimezone(corpus.registry.programme.zone).date()
        return Formatter(self.language, corpus.registry, today, self._cite, corpus.directory)

    @cached_property
    def proposed(self) -> tuple[str, ...]:
        """Ids of the records the matter is about, then of the messages that it holds back."""
        holds = ((record_id, hold_of(self.corpus, record_id)) for record_id in self.corpus.records)
        held_ids = (
            record_id
            for record_id, hold in holds
            if hold and hold.consultation.record.id == self.record_id
        )
        record_ids = dict.fromkeys((*map(str, self.record.about), *held_ids))
        return tuple(record_id for record_id in record_ids if self._is_printed(record_id))

    @cached_property
    def evidence(self) -> tuple[str, ...]:
        """Ids of all records that the proposed records rest on, sorted."""
        evidence_ids = {
            evidence_id
            for record_id in self.proposed
            for evidence_id in self.corpus.closure(record_id)
        }
        return tuple(sorted(evidence_ids - {*self.proposed, self.record_id}))

    @property
    def is_exercise(self) -> bool:
        """Whether the matter belongs to an exercise: by its last edition, else by its plans."""
        editions = self.corpus.holding(self.record_id)
        if editions:
            return editions[-1].is_exercise
        bulletin_ids = self.corpus.once(carriers).get(self.record_id, ())
        plans = (self.corpus.find(bulletin_id, Bulletin) for bulletin_id in bulletin_ids)
        return any(plan is not None and plan.mode is Mode.EXERCISE for plan in plans)

    @property
    def decider(self) -> str:
        """The unit that was asked to conclude."""
        referral = self.record.referral
        unit_id = referral.to if referral else self.corpus.registry.programme.deciding_body
        return self.formatter.unit(unit_id)

    def _is_printed(self, record_id: str) -> bool:
        entry = self.corpus.records.get(record_id)
        is_record = entry is not None and not isinstance(entry.record, Bulletin)
        return is_record and record_id != self.record_id

    def _cite(self, record_id: str) -> Cite:
        """A link to a record of this packet; other records are only named."""
        entry = self.corpus.records.get(record_id)
        if entry is None:
            return Cite(record_id)
        is_here = record_id in self.proposed or record_id in self.evidence
        href = f"#{record_id}" if is_here else ""
        return Cite(record_id, entry.record.title, self._note(entry.record), href)

    def _note(self, record: Record) -> str:
        concluded = record.conclusion if isinstance(record, Information) else None
        doubt, result = (
            doubt_on_desk(self.corpus, record.id),
            concluded.result if concluded else None,
        )
        return evidence_note(doubt, result, self.language, self.formatter.day)
