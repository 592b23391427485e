"""The texts of a message that are read out or sent, as a page shows them."""

from typing import NamedTuple

from generator.views.context.site_context import Paper
from generator.views.context.usability import UsePeriod


class MessageText(NamedTuple):
    """One text with its heading, and `lines` about its length; `is_short` is sent at one tap."""

    title: str
    lines: tuple[str, ...]
    text: str
    is_short: bool = False


class Sheets(NamedTuple):
    """The files beside a message's page; `parts` are the texts of the text file, to be copied."""

    papers: tuple[Paper, ...]
    parts: tuple[MessageText, ...]


class Acts(NamedTuple):
    """What a reader does with a message at one tap: call, copy, send, print.

    `short` is the text that is copied and sent; it stands with the acts when it `is_shown` here,
    otherwise in the sheets of the page. `papers` are the card and the sheet for the loudspeaker.
    """

    call: str
    who: str
    title: str = ""
    short: str = ""
    papers: tuple[Paper, ...] = ()
    span: UsePeriod | None = None
    is_shown: bool = False

    @property
    def own_short(self) -> str:
        """The short text, where it stands with the acts."""
        return self.short if self.is_shown else ""
