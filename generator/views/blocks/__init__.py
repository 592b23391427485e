"""One block per kind: the texts of a record, shared by site and PDF."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, cast

from generator.model.kinds.concern import Concern
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.kinds.network import Network
from generator.model.kinds.opinion import Opinion
from generator.model.record.record import Record
from generator.views.blocks.concern import concern_block
from generator.views.blocks.consultation import consultation_block
from generator.views.blocks.directive import directive_block
from generator.views.blocks.event import event_block
from generator.views.blocks.fields import fields_block
from generator.views.blocks.information import information_block
from generator.views.blocks.message import message_block
from generator.views.blocks.network import network_block
from generator.views.blocks.opinion import opinion_block
from generator.views.context.formatter import Formatter


class Block(Protocol):
    """The texts of one record: a NamedTuple, different for each kind."""

    def _replace(self, **fields: object) -> "Block":
        """The same block with some of its fields emptied or filled."""


# The kinds with their own block and a template named like the kind.
BLOCKS: Mapping[type[Record], Callable[[Formatter, Any], object]] = {
    Information: information_block,
    Opinion: opinion_block,
    Event: event_block,
    Message: message_block,
    Concern: concern_block,
    Consultation: consultation_block,
    Directive: directive_block,
    Network: network_block,
}


def block_of(formatter: Formatter, record: Record) -> Block:
    """The texts of a record, as the template of its kind expects them."""
    return cast("Block", BLOCKS.get(type(record), fields_block)(formatter, record))


def template_of(record: Record) -> str:
    """The template of a record's block, shared by pages and papers."""
    return f"blocks/{record.kind if has_own_block(record) else 'fields'}.html"


def has_own_block(record: Record) -> bool:
    """Whether its kind has its own block, and so its own sections in bulletins."""
    return type(record) in BLOCKS
