"""The referral packet: all that the deciding body needs to conclude, as finished text.

It is a working paper of the parties; it must not look like an official paper.
"""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.base.digest import digest, digest12
from generator.model.corpus.holds import hold_of
from generator.model.kinds.consultation import Decision
from generator.model.record.record import Circulation
from generator.views.blocks.components import files
from generator.views.blocks.consultation import ConsultationBlock, consultation_block, matter_text
from generator.views.blocks.record_header import Entry, entry_of
from generator.views.bulletin.bulletin_print import print_word
from generator.views.bulletin.section import DocumentSection
from generator.views.catalogue.labels import labels
from generator.views.context.formatter import Row, filled, sentence_case
from generator.views.context.pdf_job import PdfJob, Setting, Sheet, set_job
from generator.views.context.templates import IN_DOCUMENT, Tags, render
from generator.views.packet.interim_rule import interim
from generator.views.packet.referral import Referred

_IN_SECTION = Tags("h3", "h3")
_LINES_TO_WRITE = 9
_OPEN_LABELS = ("packet_earlier", "packet_interim")


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


class ProposedRecord(NamedTuple):
    """A proposed record; `mark` warns that it may not be used yet."""

    entry: Entry
    mark: str


class ConclusionOption(NamedTuple):
    """A possible conclusion and its consequence."""

    label: str
    text: str


class DecisionForm(NamedTuple):
    """The form where the deciding body writes; `lines` are empty lines."""

    choices: tuple[ConclusionOption, ...]
    lines: range
    decider: str


def packet(referred: Referred) -> Packet:
    """The content of the packet at the moment of the corpus."""
    formatter, corpus = referred.formatter, referred.corpus
    programme = corpus.registry.programme
    is_over = referred.record.conclusion is not None and not referred.matter.is_open
    heading = formatter.label("packet_concluded" if is_over else "packet_heading")
    as_of = formatter.label("as_of").format(moment=formatter.moment(corpus.now))
    state = sentence_case(matter_text(formatter, referred.matter))
    referred_ids = (referred.record_id, *referred.proposed)
    digests = {record_id: corpus.digest(record_id) for record_id in referred_ids}
    return Packet(
        heading=heading.format(decider=referred.decider),
        title=referred.record.title,
        exercise=formatter.label("exercise") if referred.is_exercise else "",
        name=programme.short_title,
        programme=programme.title,
        parties=tuple(formatter.unit(party) for party in corpus.parties),
        terms=(state, as_of, formatter.label("packet_form")),
        as_of=as_of,
        sections=tuple(_sections(referred, is_over=is_over)),
        digests=tuple(
            Row(formatter.label("proof_digest").format(id=record_id), record_digest)
            for record_id, record_digest in digests.items()
        ),
        digest=digest(digests),
    )


def packet_job(referred: Referred) -> PdfJob:
    """The packet for print. It is never issued, so every page says DỰ THẢO."""
    content, language = packet(referred), referred.language
    label = labels(language)
    sheet = Sheet(
        look=f"draft-{language.value} packet",
        banner=" · ".join(filter(None, (content.exercise, label["draft"]))),
        issue=f"{referred.record_id} · {label['packet']}",
        reach=sentence_case(Circulation.INTERNAL.label.to(language)),
        validity=content.as_of,
        code=print_word("code", language).format(digest=digest12(content.digest)),
        page=print_word("page", language),
    )
    corpus = referred.corpus
    setting = Setting(corpus.registry.programme.layout, "packet", language, corpus.now)
    return set_job(
        setting, (content.exercise, content.heading, content.title), sheet, packet=content
    )


def _sections(referred: Referred, *, is_over: bool) -> Iterator[DocumentSection]:
    """The matter, the interim rule, the opinions, the texts, the evidence, the conclusion."""
    block = consultation_block(referred.formatter, referred.record)
    conclusion_label, interim_label = ("packet_given", "packet_now") if is_over else _OPEN_LABELS
    decider = referred.decider
    for name, label, html in (
        ("matter", "packet_matter", _matter(referred, block)),
        ("interim", interim_label, interim(referred.corpus, referred.formatter, referred.record)),
        ("positions", "packet_positions", _positions(referred, block)),
        ("conclusion", conclusion_label, _conclusion(referred, block)),
        ("proposed", "packet_proposed", _proposed(referred)),
        ("evidence", "packet_evidence", _evidence(referred)),
        ("form", "packet_choice", Markup() if is_over else _form(referred)),
    ):
        if html:
            title = referred.formatter.label(label).format(decider=decider)
            yield DocumentSection(name, title, html)


def _matter(referred: Referred, block: ConsultationBlock) -> Markup:
    formatter, record = referred.formatter, referred.record
    rows = filled(
        formatter.row("record_id", record.id),
        formatter.row("written", formatter.day(record.created)),
        formatter.row("record_areas", formatter.areas(record.areas)),
        formatter.row("record_topic", formatter.topic(record.topic)),
        formatter.row("record_event", "", filter(None, (record.event,))),
    )
    html = _block(referred, "blocks/rows.html", rows=rows + block.rows + block.referral)
    attachments = files(record.attachments)
    return html + (
        _block(referred, "blocks/files.html", files=attachments) if attachments else Markup()
    )


def _positions(referred: Referred, block: ConsultationBlock) -> Markup:
    name = "pdf/packet_positions.html"
    return _block(referred, name, lines=block.positions, tag=_IN_SECTION)


def _conclusion(referred: Referred, block: ConsultationBlock) -> Markup:
    if block.conclusion is None:
        return Markup()
    return _block(referred, "pdf/packet_conclusion.html", conclusion=block.conclusion)


def _proposed(referred: Referred) -> Markup:
    proposed = tuple(
        ProposedRecord(_record(referred, record_id), _warning_mark(referred, record_id))
        for record_id in referred.proposed
    )
    if not proposed:
        return Markup()
    return _block(referred, "pdf/packet_proposed.html", proposed=proposed, tag=IN_DOCUMENT)


def _warning_mark(referred: Referred, record_id: str) -> str:
    if hold_of(referred.corpus, record_id) is None:
        return ""
    why = sentence_case(matter_text(referred.formatter, referred.matter))
    return referred.formatter.label("not_to_be_used").format(id=record_id, why=why)


def _evidence(referred: Referred) -> Markup:
    records = tuple(_record(referred, record_id) for record_id in referred.evidence)
    return _block(referred, "sections/page/records.html", records=records, tag=IN_DOCUMENT)


def _record(referred: Referred, record_id: str) -> Entry:
    return entry_of(referred.formatter, referred.corpus.records[record_id].record)


def _form(referred: Referred) -> Markup:
    formatter = referred.formatter
    choices = tuple(
        ConclusionOption(
            sentence_case(formatter.choice(decision)), formatter.label(f"choice_{decision.value}")
        )
        for decision in Decision
    )
    form = DecisionForm(choices, range(_LINES_TO_WRITE), referred.decider)
    return _block(referred, "pdf/packet_form.html", form=form)


def _block(referred: Referred, template: str, **values: object) -> Markup:
    return render(template, referred.language, **values)
