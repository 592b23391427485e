"""Phase 3, link: every reference leads to something of the right kind."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from pydantic import BaseModel

from generator.base.diagnostics import Diagnostic
from generator.base.span import Place
from generator.base.text import Bilingual, nearest
from generator.model import layouts
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.edition.redaction import request_flaw
from generator.model.kinds import BY_NAME, BY_PREFIX
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.record.citations import NamedValue, references
from generator.model.record.reference import IssuedRef, OfficeRef, Ref
from generator.source.files.workspace_files import PROGRAMME
from generator.source.problems import NOT_IN_LIST, NOTHING_THERE, WRONG_KIND

TARGETS = {
    "record": Bilingual("bản ghi", "record"),
    "unit": Bilingual("đơn vị", "unit"),
    "office": Bilingual("chức vụ", "office"),
    "area": Bilingual("địa bàn", "area"),
    "topic": Bilingual("lĩnh vực", "topic"),
    "document_type": Bilingual("loại văn bản", "document type"),
}


NO_HINT = Bilingual("", "")


def link(corpus: Corpus) -> Iterator[Diagnostic]:
    """References to nothing, or to the wrong kind. Broken files are not reported again."""
    for record_id, entry in corpus.records.items():
        for reference in corpus.references[record_id]:
            yield from _broken_reference(corpus, entry, reference)
    for other in _others(corpus):
        for reference in references(other.record):
            yield from _broken_reference(corpus, other, reference)
    yield from _foreign_leads(corpus)
    yield from _unknown_layouts(corpus)
    yield from _unfit_redactions(corpus)


def _foreign_leads(corpus: Corpus) -> Iterator[Diagnostic]:
    """Messages that lead an event to which they do not belong."""
    for entry in corpus.of(Event):
        event = entry.record
        leading = corpus.records.get(event.lead) if event.lead else None
        if leading and isinstance(leading.record, Message) and leading.record.event != event.id:
            own = Bilingual(f"nội dung có “event: {event.id}”", f"messages with event: {event.id}")
            place, id_ = entry.place("lead"), leading.record.id
            yield WRONG_KIND.at(place, id=id_, key="lead", given=_FOREIGN, allowed=own)


_FOREIGN = Bilingual("nội dung không thuộc sự việc này", "message of another event")


def _unfit_redactions(corpus: Corpus) -> Iterator[Diagnostic]:
    """Requests to take content out that are for another content than that of their edition."""
    for edition in corpus.editions:
        entry = corpus.redactions.get(edition.name)
        key = request_flaw(edition, entry.record) if entry else None
        if entry and key:
            again = f"bulletin redact {edition.name.replace('/', ' ')} --reason “…”"
            hint = Bilingual(
                f"tệp này do lệnh bulletin redact ghi; xóa tệp rồi chạy: {again}",
                f"this file is written by bulletin redact; delete it and run: {again}",
            )
            yield NOTHING_THERE.at(entry.place(key), what=_VERSION, id=edition.name, hint=hint)


_VERSION = Bilingual("phiên bản có nội dung như tệp này ghi", "version with what this file says,")


def _unknown_layouts(corpus: Corpus) -> Iterator[Diagnostic]:
    """Names of layouts that are no file of theme/pdf."""
    known = layouts.profile_names()
    for layout, place in _named_layouts(corpus):
        if layout not in known:
            near = nearest(layout, known)
            hint = Bilingual(f"có phải {near}? ", f"did you mean {near}? ") if near else NO_HINT
            allowed = ", ".join(known)
            yield NOT_IN_LIST.at(place, given=layout, key="layout", hint=hint, allowed=allowed)


def _named_layouts(corpus: Corpus) -> Iterator[tuple[str, Place]]:
    yield corpus.registry.programme.layout, Place(PROGRAMME, ("layout",))
    for entry in corpus.of(Bulletin):
        official = entry.record.official
        if official and official.layout:
            yield official.layout, entry.place("official", "layout")


def _others(corpus: Corpus) -> Iterable[Entry[BaseModel]]:
    yield from corpus.approvals.values()
    yield from corpus.recalls.values()
    yield from corpus.redactions.values()
    yield from corpus.redaction_approvals.values()
    for entry in corpus.registry_files.values():
        if isinstance(entry.record, BaseModel):
            yield Entry(entry.record, entry.path)


def _broken_reference(
    corpus: Corpus, entry: Entry[BaseModel], reference: NamedValue[Ref]
) -> Iterator[Diagnostic]:
    ref = reference.value
    if isinstance(ref, OfficeRef):
        yield from _unknown_office(corpus, entry, reference)
    elif ref.target != "record":
        known = corpus.registry.named(ref.target)
        if ref not in known:
            yield _unknown_id(entry, reference, partial(_similar_entry, ref, known))
    elif ref not in corpus.records:
        if not _is_known(corpus, ref):
            yield _unknown_id(entry, reference, partial(_similar_record, corpus, ref))
    elif ref.kinds and corpus.records[ref].record.kind not in ref.kinds:
        yield _wrong_kind(entry, reference, ref)


def _is_known(corpus: Corpus, ref: Ref) -> bool:
    """Whether a record that is not there is reported elsewhere (BT101, BT114), or is a version."""
    if isinstance(ref, IssuedRef) and ref != ref.record_id:
        return any(link.name == ref for link in corpus.chain)
    return ref in corpus.broken or bool(corpus.holding(ref))


def _unknown_office(
    corpus: Corpus, entry: Entry[BaseModel], reference: NamedValue[Ref]
) -> Iterator[Diagnostic]:
    unit = corpus.registry.units.get(getattr(reference.holder, "unit", ""))
    if unit is not None and unit.office(reference.value) is None:
        offices = {office.id: office.title for office in unit.offices}
        yield _unknown_id(entry, reference, partial(_hint_for, reference.value, offices))


def _unknown_id(
    entry: Entry[BaseModel], reference: NamedValue[Ref], hint: Callable[[], Bilingual]
) -> Diagnostic:
    ref = reference.value
    return NOTHING_THERE.at(entry.place(*reference.at), what=TARGETS[ref.target], id=ref, hint=hint)


def _similar_entry(unknown_id: str, known: Mapping[str, object]) -> Bilingual:
    return _hint_for(unknown_id, {entry_id: _name(value) for entry_id, value in known.items()})


def _similar_record(corpus: Corpus, ref: Ref) -> Bilingual:
    kinds = [BY_NAME[name] for name in ref.kinds] or list(BY_NAME.values())
    prefixes = {kind.prefix for kind in kinds}
    titles = {
        record_id: entry.record.title
        for record_id, entry in corpus.records.items()
        if record_id[:2] in prefixes
    }
    same_start = {
        record_id: title for record_id, title in titles.items() if record_id[:7] == ref[:7]
    }
    return _hint_for(ref, same_start or titles)


def _hint_for(unknown_id: str, known: dict[str, str]) -> Bilingual:
    near = nearest(unknown_id, known)
    if near is None:
        listed = ", ".join(sorted(known)[:8])
        return Bilingual(
            f"kiểm tra lại mã; đang có: {listed}."
            if listed
            else "tạo mục đó trước, rồi mới nêu mã.",
            f"check the id; there are: {listed}." if listed else "write it first, then name it.",
        )
    return Bilingual(f"có phải {near} “{known[near]}”?", f"did you mean {near} “{known[near]}”?")


def _name(entry: object) -> str:
    return str(getattr(entry, "name", entry))


def _wrong_kind(entry: Entry[BaseModel], reference: NamedValue[Ref], ref: Ref) -> Diagnostic:
    kinds = [BY_NAME[name] for name in ref.kinds]
    return WRONG_KIND.at(
        entry.place(*reference.at),
        id=ref,
        key=reference.key,
        given=BY_PREFIX[ref[:2]].label,
        allowed=Bilingual(
            ", ".join(f"{kind.label.vi} ({kind.prefix}-…)" for kind in kinds),
            ", ".join(f"{kind.label.en} ({kind.prefix}-…)" for kind in kinds),
        ),
    )
