"""The texts of a message that are read out or sent, as a page shows them."""

from typing import NamedTuple

from generator.views.context.site_context import Paper


class MessageText(NamedTuple):
    """One text with its heading, and `lines` about its length."""

    title: str
    lines: tuple[str, ...]
    text: str


class Sheets(NamedTuple):
    """The files beside a message's page; `parts` are the texts of the text file, to be copied."""

    papers: tuple[Paper, ...]
    parts: tuple[MessageText, ...]
