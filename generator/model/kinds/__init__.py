"""The tuple of all record kinds, which schemas, folders, help and validation read."""

import re
from typing import Any

from generator.base.digest import Json
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.concern import Concern
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.kinds.network import Network
from generator.model.kinds.opinion import Opinion
from generator.model.record.record import Record
from generator.model.record.reference import EvidenceRef, PrintedRef

KINDS: tuple[type[Record], ...] = (
    Information,
    Opinion,
    Event,
    Message,
    Concern,
    Consultation,
    Directive,
    Network,
    Bulletin,
)
BY_PREFIX = {kind.prefix: kind for kind in KINDS}
BY_NAME = {kind.kind: kind for kind in KINDS}


EvidenceRef.kinds = tuple(kind.kind for kind in KINDS if kind.is_evidence)
PrintedRef.kinds = tuple(kind.kind for kind in KINDS if kind is not Bulletin)
# An id of any kind, as canonical JSON quotes it.
_QUOTED_ID = re.compile(rf'"((?:{"|".join(BY_PREFIX)})-\d{{4}}-\d{{4,}})"'.encode())


def kind_of(record_id: str) -> type[Record]:
    """The kind that an id's prefix names; raises KeyError when there is none."""
    return BY_PREFIX[record_id[:2]]


def is_of(record_id: str, *kinds: type[Record]) -> bool:
    """Whether an id is one of these kinds."""
    return record_id[:2] in [kind.prefix for kind in kinds]


def kinds_with(*keys: str) -> tuple[type[Record], ...]:
    """The kinds that have at least one of these keys."""
    return tuple(kind for kind in KINDS if any(key in kind.model_fields for key in keys))


def ids_in(frozen: bytes) -> frozenset[str]:
    """The ids of all records that a piece of canonical JSON mentions."""
    return frozenset(record_id.decode() for record_id in _QUOTED_ID.findall(frozen))


def end_of(frozen: Json) -> str | None:
    """The day or moment, as text, at which the subject of a frozen record ended."""
    value: Any = frozen
    for key in kind_of(str(frozen["id"])).ends_at:
        value = (value or {}).get(key)
    return value if isinstance(value, str) else None


def folder_of(kind: type[Record]) -> str:
    return "content/bulletins" if kind is Bulletin else f"content/records/{kind.kind}"


def path_of(record_id: str) -> str:
    """The only path that a record with this id may have."""
    prefix, year, _ = record_id.split("-")
    return f"{folder_of(BY_PREFIX[prefix])}/{year}/{record_id}.yml"
