"""Phase 3, link: every reference leads to something of the right kind."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from generator.base.diagnostics import Diagnostic
from generator.base.span import Place
from generator.base.text import Bilingual, nearest
from generator.model import layouts
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.kinds import BY_NAME, BY_PREFIX
from generator.model.kinds.bulletin import Bulletin
from generator.model.record.citations import NamedValue, references
from generator.model.record.reference import OfficeRef, Ref
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
    """What names nothing, or something of the wrong kind. Broken files are not reported again."""
    for record_id, entry in corpus.records.items():
        for named in corpus.references[record_id]:
            yield from _unlinked(corpus, entry, named)
    for other in _others(corpus):
        for named in references(other.record):
            yield from _unlinked(corpus, other, named)
    yield from _unknown_layouts(corpus)


def _unknown_layouts(corpus: Corpus) -> Iterator[Diagnostic]:
    """A layout is a data file of the theme; a new one is there as soon as its file is."""
    known = layouts.profile_names()
    for given, place in _named_layouts(corpus):
        if given not in known:
            near = nearest(given, known)
            hint = Bilingual(f"có phải {near}? ", f"did you mean {near}? ") if near else NO_HINT
            allowed = ", ".join(known)
            yield NOT_IN_LIST.at(place, given=given, key="layout", hint=hint, allowed=allowed)


def _named_layouts(corpus: Corpus) -> Iterator[tuple[str, Place]]:
    yield corpus.registry.programme.layout, Place(PROGRAMME, ("layout",))
    for entry in corpus.of(Bulletin):
        official = entry.record.official
        if official and official.layout:
            yield official.layout, entry.place("official", "layout")


def _others(corpus: Corpus) -> Iterable[Entry[BaseModel]]:
    yield from corpus.approvals.values()
    yield from corpus.recalls.values()
    for entry in corpus.registry_files.values():
        if isinstance(entry.record, BaseModel):
            yield Entry(entry.record, entry.path)


def _unlinked(
    corpus: Corpus, entry: Entry[BaseModel], named: NamedValue[Ref]
) -> Iterator[Diagnostic]:
    ref = named.value
    if isinstance(ref, OfficeRef):
        yield from _unknown_office(corpus, entry, named)
    elif ref.target != "record":
        known = corpus.registry.named(ref.target)
        if ref not in known:
            yield _nothing(entry, named, _like(ref, {k: _name(v) for k, v in known.items()}))
    elif ref not in corpus.records:
        if ref not in corpus.broken and not corpus.holding(ref):  # BT114 says it
            yield _nothing(entry, named, _similar_record(corpus, ref))
    elif ref.kinds and corpus.records[ref].record.kind not in ref.kinds:
        yield _wrong_kind(entry, named, ref)


def _unknown_office(
    corpus: Corpus, entry: Entry[BaseModel], named: NamedValue[Ref]
) -> Iterator[Diagnostic]:
    unit = corpus.registry.units.get(getattr(named.holder, "unit", ""))
    if unit is not None and unit.office(named.value) is None:
        offices = {office.id: office.title for office in unit.offices}
        yield _nothing(entry, named, _like(named.value, offices))


def _nothing(entry: Entry[BaseModel], named: NamedValue[Ref], hint: Bilingual) -> Diagnostic:
    ref = named.value
    return NOTHING_THERE.at(entry.place(*named.at), what=TARGETS[ref.target], id=ref, hint=hint)


def _similar_record(corpus: Corpus, ref: Ref) -> Bilingual:
    kinds = [BY_NAME[name] for name in ref.kinds] or list(BY_NAME.values())
    prefixes = {kind.prefix for kind in kinds}
    titles = {i: e.record.title for i, e in corpus.records.items() if i[:2] in prefixes}
    same_start = {i: t for i, t in titles.items() if i[:7] == ref[:7]}
    return _like(ref, same_start or titles)


def _like(given: str, known: dict[str, str]) -> Bilingual:
    near = nearest(given, known)
    if near is None:
        listed = ", ".join(sorted(known)[:8])
        return Bilingual(
            f"kiểm tra lại mã; đang có: {listed}."
            if listed
            else "tạo mục đó trước, rồi mới nêu mã.",
            f"check the id; there are: {listed}." if listed else "write it first, then name it.",
        )
    return Bilingual(f"có phải {near} “{known[near]}”?", f"did you mean {near} “{known[near]}”?")


def _name(thing: object) -> str:
    return str(getattr(thing, "name", thing))


def _wrong_kind(entry: Entry[BaseModel], named: NamedValue[Ref], ref: Ref) -> Diagnostic:
    kinds = [BY_NAME[name] for name in ref.kinds]
    return WRONG_KIND.at(
        entry.place(*named.at),
        id=ref,
        key=named.key,
        given=BY_PREFIX[ref[:2]].label,
        allowed=Bilingual(
            ", ".join(f"{kind.label.vi} ({kind.prefix}-…)" for kind in kinds),
            ", ".join(f"{kind.label.en} ({kind.prefix}-…)" for kind in kinds),
        ),
    )
