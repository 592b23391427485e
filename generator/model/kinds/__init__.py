"""Every record kind, once. Schemas, folders, help and validation read this tuple."""

from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.concern import Concern
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.kinds.network import Network
from generator.model.kinds.opinion import Opinion
from generator.model.record import Record

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


def folder_of(kind: type[Record]) -> str:
    return "content/bulletins" if kind is Bulletin else f"content/records/{kind.kind}"


def path_of(record_id: str) -> str:
    """The only place a record with this id may stand."""
    prefix, year, _ = record_id.split("-")
    return f"{folder_of(BY_PREFIX[prefix])}/{year}/{record_id}.yml"
