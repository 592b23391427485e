"""One block per kind: the words of a record, shared by site and PDF."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, cast

from generator.model.record import Record
from generator.views.blocks.concern import concern_block
from generator.views.blocks.consultation import consultation_block
from generator.views.blocks.directive import directive_block
from generator.views.blocks.event import event_block
from generator.views.blocks.information import information_block
from generator.views.blocks.message import message_block
from generator.views.blocks.network import network_block
from generator.views.blocks.opinion import opinion_block
from generator.views.wording import Wording


class Block(Protocol):
    """The words of one record, a named tuple of its kind."""

    def _replace(self, **fields: object) -> "Block":
        """The same block with some of its fields blanked or filled."""


# By the kind's name, which is also the name of its template in theme/blocks.
BLOCKS: Mapping[str, Callable[[Wording, Any], object]] = {
    "information": information_block,
    "opinion": opinion_block,
    "event": event_block,
    "message": message_block,
    "concern": concern_block,
    "consultation": consultation_block,
    "directive": directive_block,
    "network": network_block,
}


def block_of(wording: Wording, record: Record) -> Block:
    """The words of a record, as the template of its kind expects them."""
    return cast("Block", BLOCKS[record.kind](wording, record))
