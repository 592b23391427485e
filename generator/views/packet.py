"""The referral packet: all that the deciding body needs to conclude, as finished text.

It is a working paper of the parties and looks like none of the official ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from generator.base.digest import digest
from generator.base.text import Language
from generator.model.corpus import Corpus
from generator.model.kinds.bulletin import Bulletin, Mode
from generator.model.kinds.consultation import Consultation, Decision
from generator.model.kinds.information import Information
from generator.model.matter import Matter, body_of, conclusion_of, matter_state
from generator.model.record import Record
from generator.model.state import carriers
from generator.model.withheld import hold_of
from generator.views.blocks import BLOCKS
from generator.views.blocks.consultation import ConsultationBlock, consultation_block, matter_text
from generator.views.blocks.shared import files
from generator.views.document import DocumentSection
from generator.views.heads import record_html
from generator.views.interim import interim
from generator.views.printed import is_exercise
from generator.views.templates import Tags, render
from generator.views.wording import Cite, Row, Wording, filled, sentence_case

_IN_SECTION = Tags("h3", "h3")
_LINES_TO_WRITE = 9
_NOT_YET = ("packet_earlier", "packet_interim")


class Packet(NamedTuple):
    """Everything that the packet prints."""

    heading: str
    title: str
    exercise: str
    name: str
    programme: str
    parties: tuple[str, ...]
    terms: tuple[str, ...]
    as_of: str
    sections: tuple[DocumentSection, ...]
    digests: tuple[Row, ...]
    digest: str


class Proposed(NamedTuple):
    """One record that is proposed, and that it may not be used yet."""

    html: Markup
    mark: str


class Option(NamedTuple):
    """One way to conclude, and what follows from it."""

    label: str
    text: str


class Form(NamedTuple):
    """Where the deciding body writes."""

    choices: tuple[Option, ...]
    lines: range
    decider: str


@dataclass(frozen=True)
class Referred:
    """A consultation on the desk with the records that it is about, in one language."""

    corpus: Corpus
    record_id: str
    language: Language

    @cached_property
    def record(self) -> Consultation:
        """As it stands today: a conclusion that is none yet is left out."""
        record = self.corpus.find(self.record_id, Consultation)
        assert record is not None  # noqa: S101  asked for by its id
        if conclusion_of(record, body_of(self.corpus, record.id)):
            return record
        return record.model_copy(update={"conclusion": None})

    @cached_property
    def matter(self) -> Matter:
        return matter_state(self.corpus, self.record_id)

    @cached_property
    def wording(self) -> Wording:
        corpus = self.corpus
        today = corpus.now.astimezone(corpus.registry.programme.zone).date()
        return Wording(self.language, corpus.registry, today, self._known)

    @cached_property
    def proposed(self) -> tuple[str, ...]:
        """What the matter is about, then the messages that may not be used because of it."""
        holds = ((one, hold_of(self.corpus, one)) for one in self.corpus.records)
        held = (i for i, hold in holds if hold and hold.consultation.record.id == self.record_id)
        found = dict.fromkeys((*map(str, self.record.about), *held))
        return tuple(one for one in found if self._is_printed(one))

    @cached_property
    def evidence(self) -> tuple[str, ...]:
        """Everything that the proposed records rest on, by id."""
        reached = {i for one in self.proposed for i in self.corpus.closure(one)}
        return tuple(sorted(reached - {*self.proposed, self.record_id}))

    @property
    def is_exercise(self) -> bool:
        """Whether the matter belongs to an exercise: as last issued, else as planned."""
        printed = self.corpus.holding(self.record_id)
        if printed:
            return is_exercise(printed[-1])
        planned = self.corpus.once(carriers).get(self.record_id, ())
        plans = (self.corpus.find(one, Bulletin) for one in planned)
        return any(plan is not None and plan.mode is Mode.EXERCISE for plan in plans)

    @property
    def decider(self) -> str:
        """The unit that was asked to conclude."""
        referral = self.record.referral
        asked = referral.to if referral else self.corpus.registry.programme.deciding_body
        return self.wording.unit(asked)

    def _is_printed(self, record_id: str) -> bool:
        entry = self.corpus.records.get(record_id)
        return entry is not None and entry.record.kind in BLOCKS and record_id != self.record_id

    def _known(self, record_id: str) -> Cite:
        """Another record of this packet stands in it; any other is only named."""
        entry = self.corpus.records.get(record_id)
        if entry is None:
            return Cite(record_id)
        is_here = record_id in self.proposed or record_id in self.evidence
        href = f"#{record_id}" if is_here else ""
        return Cite(record_id, entry.record.title, _result(entry.record, self.language), href)


def _result(record: Record, language: Language) -> str:
    concluded = record.conclusion if isinstance(record, Information) else None
    result = concluded.result if concluded else None
    return result.label.to(language) if result else ""


def packet(referred: Referred) -> Packet:
    """The packet as of the corpus' moment."""
    wording, corpus = referred.wording, referred.corpus
    programme = corpus.registry.programme
    is_over = referred.record.conclusion is not None and not referred.matter.is_open
    heading = wording.label("packet_concluded" if is_over else "packet_heading")
    as_of = wording.label("as_of").format(moment=wording.moment(corpus.now))
    state = sentence_case(matter_text(wording, referred.matter))
    referred_ids = (referred.record_id, *referred.proposed)
    digests = {one: corpus.digest(one) for one in referred_ids}
    return Packet(
        heading=heading.format(decider=referred.decider),
        title=referred.record.title,
        exercise=wording.label("exercise") if referred.is_exercise else "",
        name=programme.short_title,
        programme=programme.title,
        parties=tuple(wording.unit(party) for party in programme.parties),
        terms=(state, as_of, wording.label("packet_form")),
        as_of=as_of,
        sections=tuple(_sections(referred, is_over=is_over)),
        digests=tuple(
            Row(wording.label("proof_digest").format(id=one), found)
            for one, found in digests.items()
        ),
        digest=digest(digests),
    )


def _sections(referred: Referred, *, is_over: bool) -> Iterator[DocumentSection]:
    """The matter, the interim rule, the opinions, the texts, the evidence, the conclusion."""
    block = consultation_block(referred.wording, referred.record)
    given, meanwhile = ("packet_given", "packet_now") if is_over else _NOT_YET
    decider = referred.decider
    for name, label, html in (
        ("matter", "packet_matter", _matter(referred, block)),
        ("interim", meanwhile, interim(referred.corpus, referred.wording, referred.record)),
        ("positions", "packet_positions", _positions(referred, block)),
        ("conclusion", given, _conclusion(referred, block)),
        ("proposed", "packet_proposed", _proposed(referred)),
        ("evidence", "packet_evidence", _evidence(referred)),
        ("form", "packet_choice", Markup() if is_over else _form(referred)),
    ):
        if html:
            title = referred.wording.label(label).format(decider=decider)
            yield DocumentSection(name, title, html)


def _matter(referred: Referred, block: ConsultationBlock) -> Markup:
    wording, record = referred.wording, referred.record
    placed = filled(
        wording.row("record_id", record.id),
        wording.row("written", wording.day(record.created)),
        wording.row("record_areas", wording.areas(record.areas)),
        wording.row("record_topic", wording.topic(record.topic)),
        wording.row("record_event", "", filter(None, (record.event,))),
    )
    html = _block(referred, "blocks/rows.html", rows=placed + block.rows + block.referral)
    attached = files(record.attachments)
    return html + (_block(referred, "blocks/files.html", files=attached) if attached else Markup())


def _positions(referred: Referred, block: ConsultationBlock) -> Markup:
    name = "pdf/packet_positions.html"
    return _block(referred, name, lines=block.positions, tag=_IN_SECTION)


def _conclusion(referred: Referred, block: ConsultationBlock) -> Markup:
    if block.conclusion is None:
        return Markup()
    return _block(referred, "pdf/packet_conclusion.html", conclusion=block.conclusion)


def _proposed(referred: Referred) -> Markup:
    proposed = tuple(
        Proposed(_record(referred, one), _mark(referred, one)) for one in referred.proposed
    )
    return _block(referred, "pdf/packet_proposed.html", proposed=proposed) if proposed else Markup()


def _mark(referred: Referred, record_id: str) -> str:
    if hold_of(referred.corpus, record_id) is None:
        return ""
    why = sentence_case(matter_text(referred.wording, referred.matter))
    return referred.wording.label("not_to_be_used").format(id=record_id, why=why)


def _evidence(referred: Referred) -> Markup:
    return Markup().join(_record(referred, one) for one in referred.evidence)


def _record(referred: Referred, record_id: str) -> Markup:
    return record_html(referred.wording, referred.corpus.records[record_id].record)


def _form(referred: Referred) -> Markup:
    wording = referred.wording
    choices = tuple(
        Option(sentence_case(wording.choice(one)), wording.label(f"choice_{one.value}"))
        for one in Decision
    )
    form = Form(choices, range(_LINES_TO_WRITE), referred.decider)
    return _block(referred, "pdf/packet_form.html", form=form)


def _block(referred: Referred, template: str, **values: object) -> Markup:
    return render(template, referred.language, **values)
