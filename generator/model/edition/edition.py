"""Edition: one frozen, issued version of a bulletin; a self-contained copy of what it prints."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import Annotated, Any, Literal, NamedTuple
from zoneinfo import ZoneInfo

from pydantic import ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from generator.base.digest import Json, canonical, digest
from generator.base.text import Choice
from generator.model.edition.snapshot import Snapshot
from generator.model.kinds import BY_PREFIX, is_of, kind_of
from generator.model.kinds.bulletin import BULLETIN_ID, VERSION, Bulletin, BulletinKind, Mode
from generator.model.record.fields import Part, says
from generator.model.record.record import Record
from generator.model.record.scalars import (
    DEFAULT_ZONE,
    Digest,
    Moment,
    RecordId,
    RegistryId,
    Text,
    ZoneName,
)
from generator.model.registry.registry import (
    ApprovalLevel,
    Party,
    Registry,
)
from generator.model.registry.signoff import Acting

ATTACHMENTS = "content/attachments"
EDITION_FILE = re.compile(rf"^content/editions/({BULLETIN_ID})/v({VERSION})\.json$")


class Relation(Choice):
    """What an edition is to the version before it."""

    NEW = "new", "mới", "new"
    UPDATE = "update", "cập nhật", "update"
    CORRECTION = "correction", "đính chính", "correction"
    WITHDRAWAL = "withdrawal", "thu hồi", "withdrawal"

    @property
    def takes_back(self) -> bool:
        """Whether the bulletin is withdrawn, so that it offers nothing."""
        return self is Relation.WITHDRAWAL


# What a withdrawal repeats of the version that it withdraws.
REPEATED = ("form", "plan", "records", "approvals", "registry", "attachments", "succession")


class Previous(Part):
    """The edition issued just before, in the whole programme."""

    edition: Text
    digest: Digest


class Withdrawer(Part):
    """The office of a party that withdrew a bulletin; a single party is enough."""

    unit: Annotated[RegistryId, says("Đơn vị", "Unit")]
    office: Annotated[RegistryId, says("Chức vụ", "Office")]


class Place(Part):
    """The place of a version of a bulletin in the chain, whether its content is there or not."""

    bulletin: RecordId
    version: Annotated[int, Field(ge=1)]
    issued_at: Moment
    previous: Previous | None = None
    digest: Digest

    @property
    def name(self) -> str:
        """The edition's own name, as in BT-2026-0003/v2."""
        return f"{self.bulletin}/v{self.version}"

    @property
    def path(self) -> str:
        return f"content/editions/{self.name}.json"


class Edition(Place):
    """The content of one content/editions/<BULLETIN ID>/v<N>.json.

    The approvals of `form` 2 cover its registry, which holds what it names; those of form 1, as
    issued before, do not. `succession`: units and areas that it does not name, because they or
    what follows them have ended or begun since an edition named them. `changes_terms`: it changes
    the parties or the deciding body, and its approvals cover that.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    form: Literal[1, 2] = 1
    relation: Relation
    change_note: str | None = None
    plan: dict[str, Any]
    records: dict[str, dict[str, Any]]
    approvals: tuple[dict[str, Any], ...]
    registry: dict[str, Any]
    attachments: dict[str, Digest] = Field(default_factory=dict)
    withdrawn_by: Withdrawer | None = None
    succession: Annotated[
        dict[Literal["units", "areas"], tuple[dict[str, Any], ...]], says("Kế thừa", "Succession")
    ] = Field(default_factory=dict)
    changes_terms: Annotated[bool, says("Đổi thỏa thuận", "Changes the terms")] = False

    @model_validator(mode="after")
    def _is_whole(self) -> "Edition":
        """Its parts are in form too, so that nobody who reads it later meets a surprise."""
        is_own = all(
            content.get("id") == record_id and record_id[:2] in BY_PREFIX
            for record_id, content in self.contents.items()
        )
        if not is_own or not is_of(self.bulletin, Bulletin) or self.bulletin in self.records:
            raise PydanticCustomError("edition_form", "edition_form")
        thawed = (Bulletin.model_validate(self.plan), *map(self.record, self.records))
        named = {attached.file for record in thawed for attached in record.attachments}
        if named != set(self.attachments) or not all(map(_is_inside, named)):
            raise PydanticCustomError("edition_form", "edition_form")
        if self.succession:
            Snapshot.model_validate(self.registry)
        is_listed = len(self.names.programme.parties) == len(self.parties)
        if not is_listed or not all(isinstance(party, str) for party in self.parties):
            raise PydanticCustomError("edition_form", "edition_form")
        return self

    @cached_property
    def zone(self) -> tzinfo:
        """The programme's time zone, as it was at the issue."""
        return ZoneInfo(str(self.registry["programme"].get("timezone", DEFAULT_ZONE)))

    @cached_property
    def day(self) -> date:
        """The day of issue where the programme is."""
        return self.issued_at.astimezone(self.zone).date()

    @cached_property
    def agreed_since(self) -> datetime:
        """When the first of its parties approved it; of a withdrawal its issue."""
        own = (a["at"] for a in self.approvals if a["record"] == self.bulletin)
        given = () if self.is_withdrawal else map(datetime.fromisoformat, own)
        return min(given, default=self.issued_at)

    @property
    def is_withdrawal(self) -> bool:
        """Whether it withdraws its bulletin, so that the bulletin offers nothing."""
        return self.relation.takes_back

    @property
    def is_correction(self) -> bool:
        """Whether it says that an earlier version was wrong: a correction or a withdrawal."""
        return self.relation is Relation.CORRECTION or self.is_withdrawal

    @property
    def is_exercise(self) -> bool:
        return self.plan.get("mode") == Mode.EXERCISE

    @property
    def is_quick(self) -> bool:
        return self.plan.get("kind") == BulletinKind.QUICK

    @property
    def is_meeting(self) -> bool:
        return self.plan.get("kind") == BulletinKind.MEETING

    @property
    def is_periodic(self) -> bool:
        return self.plan.get("kind") == BulletinKind.PERIODIC

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties on the day of issue, as it froze them."""
        return tuple(self.registry["programme"]["parties"])

    @cached_property
    def contents(self) -> Mapping[str, dict[str, Any]]:
        """The records and the plan itself, by id."""
        return {**self.records, self.bulletin: self.plan}

    @cached_property
    def bulletin_plan(self) -> Bulletin:
        return Bulletin.model_validate(self.plan)

    @cached_property
    def names(self) -> Registry:
        """The frozen registry, to look up the units, areas and topics that records name."""
        snapshot = Snapshot.model_validate(self.full_registry)
        return Registry(
            programme=snapshot.programme,
            units={unit.id: unit for unit in snapshot.units},
            areas={area.id: area for area in snapshot.areas},
            topics={topic.id: topic for topic in snapshot.topics},
            document_types={kind.id: kind for kind in snapshot.document_types},
        )

    @cached_property
    def full_registry(self) -> dict[str, Any]:
        """The frozen registry with the succession."""
        added: dict[str, Any] = {
            section: (*self.registry.get(section, ()), *entries)
            for section, entries in self.succession.items()
        }
        return {**self.registry, **added}

    def entries(self, section: str) -> tuple[dict[str, Any], ...]:
        """The frozen entries of a section of the registry, and those of the succession."""
        return tuple(self.full_registry.get(section, ()))

    @property
    def owners(self) -> str:
        """Whose bulletin it is: the short names of the parties."""
        return ", ".join(map(self.unit_called, self.parties))

    def unit_called(self, unit_id: str) -> str:
        """The short name of a unit in the frozen registry; the id if it is not there."""
        for unit in self.entries("units"):
            if unit["id"] == unit_id:
                return str(unit.get("short_name") or unit["name"])
        return unit_id

    def record(self, record_id: str) -> Record:
        """A frozen record as its kind; raises KeyError when the edition does not hold it."""
        return thaw(record_id, self.records[record_id])


def _is_inside(name: str) -> bool:
    """Whether the name of an attachment stays in its folder."""
    parts = name.split("/")
    return name.isprintable() and "\\" not in name and not {"", ".", ".."} & set(parts)


class KeptTerms(Part):
    """On which terms a redacted edition was issued, and for whom."""

    parties: tuple[RegistryId, ...]
    issued_at: Moment | None = None
    members: tuple[Party, ...] = ()
    deciding_body: RegistryId = ""
    approval: ApprovalLevel
    signers: tuple[Text, ...] = ()
    timezone: ZoneName
    circulation: str = ""
    mode: str = ""
    form: int = 1
    withdrawal: bool = False


class RedactionNote(Part):
    """What stays of a redacted edition beside its place in the chain: none of its words.

    It was asked for `at` one moment and `done` at another. `terms` are those on which it was
    issued (parties, level, signers, time zone, circulation, mode, and whether it withdrew),
    `approvals` those of every party for the redaction, with their signatures.
    """

    at: Moment
    done: Moment
    reason: Text
    records: tuple[RecordId, ...] = ()
    terms: dict[str, Any]
    approvals: tuple[dict[str, Any], ...]
    acting: tuple[Acting, ...] = ()

    @field_validator("terms")
    @classmethod
    def _in_form(cls, written: dict[str, Any]) -> dict[str, Any]:
        KeptTerms.model_validate(written)
        return written


class Redacted(Place):
    """content/editions/<BULLETIN ID>/v<N>.json after its content was taken out."""

    form: Literal["redacted"]
    redaction: RedactionNote

    @property
    def is_withdrawal(self) -> bool:
        return bool(self.redaction.terms.get("withdrawal"))


# A link of the chain of editions.
Link = Edition | Redacted


def in_chain_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """Oldest first by time of issue, also where the edition before is not known.

    Times are to the second: of the same one, each comes after the edition that it follows.
    """
    known = {link.name: link for link in links}

    def place(link: Link) -> tuple[datetime, int, str, int]:
        return link.issued_at, _before_in_second(link, known), link.bulletin, link.version

    return tuple(sorted(known.values(), key=place))


def _before_in_second(link: Link, known: Mapping[str, Link]) -> int:
    """How many editions of its second it comes after; no more than there are, in a forged ring."""
    count = 0
    while link.previous and count < len(known):
        before = known.get(link.previous.edition)
        if before is None or before.issued_at != link.issued_at:
            break
        link, count = before, count + 1
    return count


class History(NamedTuple):
    """The chain: the editions, oldest first, and the places of those that were redacted.

    `root` is the first edition that git ever had, where editions were taken out of it or replaced;
    `lost` are the names of those that git had and that are gone.
    """

    editions: tuple[Edition, ...]
    redacted: tuple[Redacted, ...] = ()
    root: Edition | None = None
    lost: tuple[str, ...] = ()

    @property
    def links(self) -> tuple[Link, ...]:
        """All of it, oldest first."""
        return in_chain_order((*self.editions, *self.redacted))


def kept_path(name: str, sha256: str) -> str:
    """Where the bytes of an issued attachment are kept when another file takes its name."""
    return f"{ATTACHMENTS}/issued/{sha256.removeprefix('sha256:')[:12]}/{name}"


def places_of(name: str, sha256: str) -> tuple[str, str]:
    """Where the bytes of an issued attachment may be: under its name, or at `kept_path`."""
    return f"{ATTACHMENTS}/{name}", kept_path(name, sha256)


def thaw(record_id: str, frozen: Mapping[str, Any]) -> Record:
    """A record of its kind, rebuilt from its frozen JSON."""
    return kind_of(record_id).model_validate(frozen)


def body_digest(body: Mapping[str, Any]) -> str:
    """The digest of an edition: everything but the digest itself, in canonical form."""
    return digest({key: value for key, value in body.items() if key != "digest"})


def file_bytes(body: Mapping[str, Any]) -> bytes:
    """The one way an edition is written: canonical JSON and a line end."""
    return canonical(body) + b"\n"


class Issued(NamedTuple):
    """One record in one edition: its frozen content, its digest, and the ids it names."""

    edition: Edition
    content: Json
    digest: str
    names: frozenset[str]
