"""BT2xx: references that lead back to themselves, or to what was not valid on the day."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pydantic import BaseModel

from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.kinds.directive import Directive
from generator.model.kinds.message import Message
from generator.model.record.citations import NamedValue, references
from generator.model.record.reference import Ref
from generator.model.registry.registry import AreasFile, Office
from generator.model.registry.signoff import Approval, Recall
from generator.rules.form.validity import (
    TARGETS,
    Limited,
    bounded_entries,
    day_of_use,
    instead,
    other_basis,
    out_of_force,
    registry_key,
    why_not,
)
from generator.rules.rule import Finding, found, rule

AREAS = "content/registry/areas.yml"


class Arrow(NamedTuple):
    """One thing that names another, and where."""

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
        "supersedes": _superseding(corpus),
        "replaced_by": _replaced(corpus),
        "parent": _parents(corpus),
    }
    for key, arrows in tables.items():
        for ids in _circles(arrows):
            shown = " → ".join((*ids, ids[0]))
            yield found(arrows[ids[0]].place, key=key, circle=shown)


def _superseding(corpus: Corpus) -> Mapping[str, Arrow]:
    return {
        entry.record.id: Arrow(entry.record.supersedes, entry.place("supersedes"))
        for entry in corpus.of(Message)
        if entry.record.supersedes
    }


def _replaced(corpus: Corpus) -> Mapping[str, Arrow]:
    arrows: dict[str, Arrow] = {}
    for record_id, entry in corpus.records.items():
        record = entry.record
        if isinstance(record, Directive) and record.replaced_by:
            arrows[record_id] = Arrow(record.replaced_by, entry.place("replaced_by"))
        elif record.retired and record.retired.replaced_by:
            place = entry.place("retired", "replaced_by")
            arrows[record_id] = Arrow(record.retired.replaced_by, place)
    return arrows


def _parents(corpus: Corpus) -> Mapping[str, Arrow]:
    file = corpus.registry_files.get(AREAS)
    areas = file.record.areas if file and isinstance(file.record, AreasFile) else ()
    return {
        area.id: Arrow(area.parent, Place(AREAS, ("areas", number, "parent")))
        for number, area in enumerate(areas)
        if area.parent
    }


def _circles(arrows: Mapping[str, Arrow]) -> Iterator[tuple[str, ...]]:
    """Each circle once, beginning with its greatest id: the one most likely written last."""
    walked: set[str] = set()
    for start in arrows:
        path: dict[str, None] = {}
        one = start
        while one in arrows and one not in walked and one not in path:
            path[one] = None
            one = arrows[one].to
        if one in path:
            ids = list(path)[list(path).index(one) :]
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
    for entry, all_named in _writings(corpus) if table else ():
        for named in all_named:
            if named.value in ids and (thing := table.get(registry_key(named))):
                yield from _outdated(corpus, entry, named, thing)
    for message in corpus.of(Message):
        yield from _lapsed_bases(corpus, message)


def _writings(corpus: Corpus) -> Iterator[tuple[Entry[BaseModel], Iterable[NamedValue[Ref]]]]:
    for record_id, entry in corpus.records.items():
        yield Entry(entry.record, entry.path), corpus.references[record_id]
    for signoff in (*corpus.approvals.values(), *corpus.recalls.values()):
        yield Entry(signoff.record, signoff.path), references(signoff.record)


def _outdated(
    corpus: Corpus, entry: Entry[BaseModel], named: NamedValue[Ref], thing: Limited
) -> Iterator[Finding]:
    if isinstance(entry.record, Approval | Recall) and isinstance(thing, Office):
        return  # BT404 says it
    used = day_of_use(corpus, entry.record, named)
    if not thing.valid.covers(used):
        yield found(
            entry.place(*named.at),
            what=TARGETS[type(thing)],
            id=named.value,
            day=str(used),
            reason=why_not(thing.valid, used),
            mend=instead(corpus, named, thing, used),
        )


def _lapsed_bases(corpus: Corpus, message: Entry[Message]) -> Iterator[Finding]:
    written = message.record.created
    for number, named in enumerate(message.record.basis):
        directive = corpus.find(named, Directive)
        reason = directive and out_of_force(corpus, directive, written)
        if directive and reason:
            yield found(
                message.place("basis", number),
                what=TARGETS[Directive],
                id=named,
                day=str(written),
                reason=reason,
                mend=other_basis(corpus, directive),
            )
