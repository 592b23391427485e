"""BT2xx: references that form a circle, or name something not valid on the day of use."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from pydantic import BaseModel

from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.contacts import answers_somewhere
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.signoff_times import approvals_to_judge
from generator.model.kinds.directive import Directive
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.record.citations import NamedValue, references
from generator.model.record.reference import Ref
from generator.model.registry.registry import Area, AreasFile, Office, Unit, UnitsFile
from generator.model.registry.signoff import Approval, Recall
from generator.rules.doubts import lapsed_basis, mend_of, reason_of
from generator.rules.form.programme import flaws_of_programme
from generator.rules.form.validity import (
    TARGETS,
    BoundedEntry,
    bounded_entries,
    day_of_use,
    invalidity_reason,
    registry_key,
    replacement_advice,
)
from generator.rules.rule import Finding, found, rule

AREAS = "content/registry/areas.yml"


class Arrow(NamedTuple):
    """A reference: the id that an entry names, and the place where it names it."""

    to: str
    place: Place


@rule(
    "BT203",
    Bilingual(
        "Khóa “{key}” tạo thành một vòng lặp: {circle}.",
        "The key “{key}” leads round in a circle: {circle}.",
    ),
    Bilingual("bỏ “{key}” ở một trong các mục của vòng.", "remove “{key}” from one of them."),
)
def circle(corpus: Corpus) -> Iterator[Finding]:
    """A chain of replacements must end somewhere, or nobody can tell which one holds."""
    tables = {
        "supersedes": _supersedes_arrows(corpus),
        "replaced_by": _replacement_arrows(corpus),
        "parent": _parent_arrows(corpus),
    }
    by_key = [*tables.items(), *(("successor", arrows) for arrows in _successor_arrows(corpus))]
    for key, arrows in by_key:
        for ids in _circles(arrows):
            path = " → ".join((*ids, ids[0]))
            yield found(arrows[ids[0]].place, key=key, circle=path)


def _supersedes_arrows(corpus: Corpus) -> Mapping[str, Arrow]:
    newer: Iterator[Entry[Message | Information]]
    newer = chain(corpus.of(Message), corpus.of(Information))
    return {
        entry.record.id: Arrow(entry.record.supersedes, entry.place("supersedes"))
        for entry in newer
        if entry.record.supersedes
    }


def _replacement_arrows(corpus: Corpus) -> Mapping[str, Arrow]:
    arrows: dict[str, Arrow] = {}
    for record_id, entry in corpus.records.items():
        record = entry.record
        if isinstance(record, Directive) and record.replaced_by:
            arrows[record_id] = Arrow(record.replaced_by, entry.place("replaced_by"))
        elif record.retired and record.retired.replaced_by:
            place = entry.place("retired", "replaced_by")
            arrows[record_id] = Arrow(record.retired.replaced_by, place)
    return arrows


def _successor_arrows(corpus: Corpus) -> Iterator[Mapping[str, Arrow]]:
    """Those of the units, then those of the areas: the same id may stand for one of each."""
    for path, entry in corpus.registry_files.items():
        file = entry.record
        if isinstance(file, UnitsFile):
            yield _to_successors(path, "units", file.units)
        elif isinstance(file, AreasFile):
            yield _to_successors(path, "areas", file.areas)


def _to_successors(path: str, section: str, entries: Sequence[Unit | Area]) -> Mapping[str, Arrow]:
    return {
        entry.id: Arrow(entry.successor, Place(path, (section, number, "successor")))
        for number, entry in enumerate(entries)
        if entry.successor
    }


def _parent_arrows(corpus: Corpus) -> Mapping[str, Arrow]:
    file = corpus.registry_files.get(AREAS)
    areas = file.record.areas if file and isinstance(file.record, AreasFile) else ()
    return {
        area.id: Arrow(area.parent, Place(AREAS, ("areas", number, "parent")))
        for number, area in enumerate(areas)
        if area.parent
    }


def _circles(arrows: Mapping[str, Arrow]) -> Iterator[tuple[str, ...]]:
    """Each circle once, starting at its greatest id, which was most likely written last."""
    walked: set[str] = set()
    for start in arrows:
        path: dict[str, None] = {}
        current = start
        while current in arrows and current not in walked and current not in path:
            path[current] = None
            current = arrows[current].to
        if current in path:
            ids = list(path)[list(path).index(current) :]
            first = ids.index(max(ids))
            yield (*ids[first:], *ids[:first])
        walked.update(path)


@rule(
    "BT204",
    Bilingual(
        "{what} {id} không có hiệu lực vào ngày {day}: {reason}.",
        "{what} {id} is not valid on {day}: {reason}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
def not_valid_on_the_day(corpus: Corpus) -> Iterator[Finding]:
    """A body that no longer exists cannot answer, and a document out of force is no basis."""
    table = bounded_entries(corpus.registry)
    ids = frozenset(key[-1] for key in table)
    for entry, entry_references in _entries_with_references(corpus) if table else ():
        for reference in entry_references:
            if reference.value in ids and (bounded := table.get(registry_key(reference))):
                yield from _outdated_reference(corpus, entry, reference, bounded)
    for message in corpus.of(Message):
        yield from _lapsed_bases(corpus, message)
    yield from flaws_of_programme(corpus)


def _entries_with_references(
    corpus: Corpus,
) -> Iterator[tuple[Entry[BaseModel], Iterable[NamedValue[Ref]]]]:
    for record_id, entry in corpus.records.items():
        yield Entry(entry.record, entry.path), corpus.references[record_id]
    for signoff in (*approvals_to_judge(corpus), *corpus.recalls.values()):
        yield Entry(signoff.record, signoff.path), references(signoff.record)


def _outdated_reference(
    corpus: Corpus, entry: Entry[BaseModel], reference: NamedValue[Ref], bounded: BoundedEntry
) -> Iterator[Finding]:
    if isinstance(entry.record, Approval | Recall) and isinstance(bounded, Office):
        return  # BT404 says it
    if _is_contact_of_its_days(corpus, entry.record, reference, bounded):
        return  # BT208 looks at the days to come
    day = day_of_use(corpus, entry.record, reference)
    if not bounded.valid.covers(day):
        yield found(
            entry.place(*reference.at),
            what=TARGETS[type(bounded)],
            id=reference.value,
            day=day,
            reason=invalidity_reason(bounded.valid, day),
            mend=replacement_advice(corpus, reference, bounded, day),
        )


def _is_contact_of_its_days(
    corpus: Corpus, record: BaseModel, reference: NamedValue[Ref], bounded: BoundedEntry
) -> bool:
    if reference.key != "contact" or not isinstance(record, Message | Event):
        return False
    return isinstance(bounded, Unit) and answers_somewhere(corpus, record, bounded)


def _lapsed_bases(corpus: Corpus, message: Entry[Message]) -> Iterator[Finding]:
    day = message.record.created
    for number, basis_id in enumerate(message.record.basis):
        doubt = lapsed_basis(corpus, basis_id, day)
        if doubt:
            yield found(
                message.place("basis", number),
                what=TARGETS[Directive],
                id=basis_id,
                day=day,
                reason=reason_of(doubt),
                mend=mend_of(corpus, doubt),
            )
