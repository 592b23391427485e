"""Everything the editors wrote, linked; rules and views read it and never change it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import takewhile
from typing import Generic, TypeVar, cast

from generator.base.digest import Json, digest
from generator.base.span import FieldPath, On, Place
from generator.guard.text.sighting import Sighting
from generator.model.corpus.attachment_text import Extract
from generator.model.edition.edition import Edition, History, Link, Redacted
from generator.model.edition.snapshot import Named, named_in, snapshot
from generator.model.edition.terms import (
    Terms,
    approvers,
    frozen_in,
    terms_after,
    terms_of,
    to_be_covered,
)
from generator.model.kinds import is_of
from generator.model.kinds.bulletin import Bulletin
from generator.model.record.citations import NamedValue, closure_of, references, supports
from generator.model.record.record import Record
from generator.model.record.reference import Ref
from generator.model.registry.directory import Directory
from generator.model.registry.registry import Registry, Unit
from generator.model.registry.signers import Key
from generator.model.registry.signoff import Approval, Recall, Redaction, Rejection, Seal
from generator.model.registry.succession import with_successors

T_co = TypeVar("T_co", covariant=True)
R = TypeVar("R", bound=Record)
A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T_co]):
    """The content of one file, and its path."""

    record: T_co
    path: str

    def place(self, *field: str | int) -> Place:
        """The place of the value at these keys."""
        return Place(self.path, field)

    def key(self, *field: str | int) -> Place:
        """The place of the last of these keys."""
        return Place(self.path, field, On.KEY)


SealOf = Callable[[Entry[Approval]], Seal]


def no_seal(_: Entry[Approval]) -> Seal:
    """The seal of every approval where nothing is signed: declared."""
    return Seal()


@dataclass(frozen=True)
class Corpus:
    """All records, sign-offs and editions at one moment; `now` is in the programme's time zone.

    `editions` are in the order of the chain, without the `redacted`, whose content was taken out;
    `root` is the first that git ever had, where some were replaced; `lost` names those that went;
    `redactions` ask for that, by edition, and have approvals of their own; `issuing` is the id of
    the bulletin that is about to be issued; `past` maps an approved digest to the records as they
    were when approved; `rejections` are those that git has, by record and unit; `signers` are the
    keys that the working tree lists; `seal_of` judges an approval's signature; `guide` is what the
    pictures and PDFs of the guide hold, by path.
    """

    registry: Registry
    records: Mapping[str, Entry[Record]]
    approvals: Mapping[tuple[str, str], Entry[Approval]]
    recalls: Mapping[str, Entry[Recall]]
    editions: tuple[Edition, ...]
    now: datetime
    redactions: Mapping[str, Entry[Redaction]] = field(default_factory=dict)
    redaction_approvals: Mapping[tuple[str, str], Entry[Approval]] = field(default_factory=dict)
    redacted: tuple[Redacted, ...] = ()
    root: Edition | None = None
    lost: tuple[str, ...] = ()
    registry_files: Mapping[str, Entry[object]] = field(default_factory=dict)
    attachments: Mapping[str, str] = field(default_factory=dict)
    signers: tuple[Key, ...] = ()
    seal_of: SealOf = no_seal
    extracts: Mapping[str, Extract] = field(default_factory=dict)
    guide: Mapping[str, Extract] = field(default_factory=dict)
    sighted: Mapping[str, Sequence[tuple[FieldPath, Sighting]]] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    issuing: str | None = None
    past: dict[str, Mapping[str, Json]] = field(default_factory=dict)
    rejections: Mapping[tuple[str, str], Sequence[Rejection]] = field(default_factory=dict)
    _answers: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The units that are parties on the day of `now`, in the order of the programme."""
        return self.registry.programme.parties_on(self.now.date())

    def keys_for(self, record: str, listed: Iterable[Key]) -> tuple[Key, ...]:
        """The keys that may sign an approval of that record or edition: those agreed on, and
        listed ones of units that have none.

        The content of an edition that changed the keys can be taken out with the keys before it:
        the new ones are known from that content alone.
        """
        before = takewhile(lambda link: link.name != record, self.chain) if "/" in record else ()
        return (*self.agreed.keys_with(listed), *terms_after(before, self._first).keys)

    @cached_property
    def agreed(self) -> Terms:
        """The terms that the issued editions have established."""
        return terms_after(self.chain, self._first)

    @property
    def _first(self) -> Terms:
        """The terms before the first edition: none, or those that git once had."""
        return frozen_in(self.root) if self.root else Terms()

    @cached_property
    def terms(self) -> Terms:
        """The terms that the working tree has."""
        return terms_of(self.registry.programme, self.signers, self.registry.units)

    @cached_property
    def approvers(self) -> tuple[str, ...]:
        """The units that must approve what is issued now: the parties, and those of the agreed
        terms if these are changed."""
        return approvers(self.agreed, self.terms, self.now.date())

    @cached_property
    def directory(self) -> Directory:
        """The registry on the day of `now`."""
        registry = self.registry
        return Directory(registry.units, registry.areas, self.parties, self.now.date())

    @property
    def party_units(self) -> tuple[Unit, ...]:
        """The parties of the day that the registry knows."""
        units = self.registry.units
        return tuple(units[party] for party in self.parties if party in units)

    def of(self, kind: type[R]) -> Iterator[Entry[R]]:
        """Every record of a kind, by id."""
        return iter(cast("list[Entry[R]]", self._by_kind.get(kind, [])))

    @cached_property
    def _by_kind(self) -> Mapping[type[Record], list[Entry[Record]]]:
        entries_by_kind: dict[type[Record], list[Entry[Record]]] = {}
        for entry in self.records.values():
            entries_by_kind.setdefault(type(entry.record), []).append(entry)
        return entries_by_kind

    def find(self, record_id: str, kind: type[R]) -> R | None:
        """The record with that id and kind, or None."""
        entry = self.records.get(record_id)
        return entry.record if entry and isinstance(entry.record, kind) else None

    @cached_property
    def references(self) -> Mapping[str, tuple[NamedValue[Ref], ...]]:
        """Every reference of each record."""
        return {record_id: references(entry.record) for record_id, entry in self.records.items()}

    def rests_on(self, record_id: str) -> tuple[str, ...]:
        """The known records that a record rests on directly."""
        return self._support.get(record_id, ())

    def closure(self, record_id: str) -> tuple[str, ...]:
        """A record and all records it rests on, directly or indirectly, sorted by id."""
        first = (record_id,) if record_id in self.records else ()
        return tuple(sorted(closure_of(first, self.rests_on)))

    def closure_with_unreadable(self, record_id: str) -> frozenset[str]:
        """The closure, and the ids in it that name no record that can be read."""
        closure = self.closure(record_id)
        named = (name for held in closure for name in supports(self.references[held]))
        return frozenset((*closure, *named))

    def digest(self, record_id: str) -> str:
        """The digest of a record and of all it rests on (spec, 2)."""
        return self.digests.of(record_id)

    def holding(self, record_id: str) -> tuple[Edition, ...]:
        """The editions that print a record (or are versions of it), oldest first."""
        return self._holding.get(record_id, ())

    @cached_property
    def chain(self) -> tuple[Link, ...]:
        """The editions and the places of those that were redacted, oldest first."""
        return History(self.editions, self.redacted).links

    def is_redacted(self, edition: str) -> bool:
        """Whether the content of the edition with this name was taken out."""
        return any(link.name == edition for link in self.redacted)

    def taken_out_with(self, record_id: str) -> tuple[Redacted, ...]:
        """The redacted versions of a bulletin, or those that printed a record, oldest first."""
        return tuple(
            link for link in self.redacted if record_id in (link.bulletin, *link.redaction.records)
        )

    def once(self, question: Callable[["Corpus"], A]) -> A:
        """The answer to a question about the whole corpus, computed once."""
        if question not in self._answers:
            self._answers[question] = question(self)
        return cast("A", self._answers[question])

    @cached_property
    def _holding(self) -> Mapping[str, tuple[Edition, ...]]:
        holding: dict[str, list[Edition]] = {}
        for edition in self.editions:
            for record_id in edition.contents:
                holding.setdefault(record_id, []).append(edition)
        return {record_id: tuple(editions) for record_id, editions in holding.items()}

    @cached_property
    def versions(self) -> Mapping[str, tuple[Edition, ...]]:
        """The editions of each bulletin, oldest first."""
        versions: dict[str, list[Edition]] = {}
        for edition in self.editions:
            versions.setdefault(edition.bulletin, []).append(edition)
        return {
            bulletin: tuple(sorted(editions, key=lambda e: e.version))
            for bulletin, editions in versions.items()
        }

    @cached_property
    def _support(self) -> Mapping[str, tuple[str, ...]]:
        return {
            record_id: tuple(
                reference for reference in supports(named_references) if reference in self.records
            )
            for record_id, named_references in self.references.items()
        }

    @cached_property
    def digests(self) -> "Digests":
        records = self.records
        return Digests(
            lambda record_id: records[record_id].record.content(),
            self.rests_on,
            self.attachments,
            self._covered,
        )

    def _covered(self, bulletin: str) -> Json:
        frozen = snapshot(self.registry, self.named(bulletin), self.signers)
        return to_be_covered(self.agreed, self.terms, frozen)

    def named(self, bulletin: str) -> Named:
        """What of the registry a bulletin names, with all that it rests on."""
        closure = (self.records[record_id].record for record_id in self.closure(bulletin))
        named = named_in(closure, self.registry, (*self.terms.members, *self.agreed.members))
        return named.with_heirs(self.heirs["units"], self.heirs["areas"])

    @cached_property
    def heirs(self) -> Mapping[str, frozenset[str]]:
        """What follows units and areas that editions named, and that no edition has named yet."""
        units, areas = self.frozen_entries("units").keys(), self.frozen_entries("areas").keys()
        return {
            "units": with_successors(self.registry.units, units) - units,
            "areas": with_successors(self.registry.areas, areas) - areas,
        }

    def frozen_entries(self, section: str) -> Mapping[str, Json]:
        """The entries of a section of the registry, by id, as an edition froze each last."""
        return {str(e["id"]): e for edition in self.editions for e in edition.entries(section)}


class Digests:
    """Digests over closures, each computed once and only when needed.

    The digest of a record covers `{"record": its content, "rests_on": {id: digest},
    "attachments": {file: sha256}}` in canonical form, without empty groups. A bulletin's digest
    also covers what `covered` says of it: what it names of the registry, and changed terms.
    """

    def __init__(
        self,
        content: Callable[[str], Json],
        rests_on: Callable[[str], tuple[str, ...]],
        attachments: Mapping[str, str],
        covered: Callable[[str], Json],
    ) -> None:
        self.covered = covered
        self.content = content
        self.rests_on = rests_on
        self.attachments = attachments
        self.known: dict[str, str] = {}

    def of(self, record_id: str) -> str:
        if record_id not in self.known:
            self.known[record_id] = "sha256:circle"
            covered = self.covered(record_id) if is_of(record_id, Bulletin) else {}
            self.known[record_id] = self._compute(record_id, covered)
        return self.known[record_id]

    def without_terms(self, record_id: str) -> str:
        """The digest of a bulletin but for the terms that it covers; of others, the same."""
        return self._compute(record_id, {})

    def _compute(self, record_id: str, covered: Json) -> str:
        record = self.content(record_id)
        files = [attachment["file"] for attachment in record.get("attachments", ())]
        below = {
            "rests_on": {
                support_id: self.of(support_id) for support_id in self.rests_on(record_id)
            },
            "attachments": {file: self.attachments.get(file, "") for file in files},
        }
        groups = {name: group for name, group in below.items() if group}
        return digest({"record": record, **groups, **covered})
