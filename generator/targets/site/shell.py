"""Shells: a page of Material rendered once, into which the parts of each record page are put."""

import re
from html import escape
from typing import NamedTuple

from generator.views.context.page import Heading, Page

# The id of `main`, which the skip link leads to.
TOP = "noi-dung"
# Private-use characters cannot stand in any record (BT109), so they mark the parts safely.
TITLE, SUMMARY, ADDRESS, BODY, ITEM_ID, ITEM_TEXT = (f"\ue000{name}\ue001" for name in "TSABIN")
# One entry of the table of contents, with the white space that Material's loop puts around it.
_ITEM = re.compile(
    rf'\n *<li class="md-nav__item">(?:(?!<li)[^\ue000])*{ITEM_ID}.*?</li>\n *', re.DOTALL
)
_MARK = re.compile("\ue000([TSAB])\ue001|(\ue002)")
_BODY_WITH_HEADING = f"{BODY}<h1>"


class Shell(NamedTuple):
    """The constant pieces of a page, the mark after each of them, and the contents item."""

    pieces: tuple[str, ...]
    marks: tuple[str, ...]
    item: str


def marked_content() -> str:
    """What stands for the body when a shell is rendered; it looks as if it had its own heading."""
    return _BODY_WITH_HEADING


def cut(html: str) -> Shell:
    """A rendered page with marks, cut at the marks."""
    items = _ITEM.findall(html)
    text = _ITEM.sub("\ue002", html).replace(_BODY_WITH_HEADING, BODY)
    found = list(_MARK.finditer(text))
    edges = [0, *(edge for mark in found for edge in mark.span()), len(text)]
    pieces = tuple(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    return Shell(pieces, tuple(m[1] or "C" for m in found), items[0] if items else "")


def fill(shell: Shell, page: Page, base_url: str) -> str:
    """The whole HTML of a page."""
    parts = {
        "T": escape(page.title),
        "S": escape(page.summary),
        "A": escape(base_url + page.address),
        "B": page.body,
        "C": "".join(_item(shell.item, heading) for heading in contents(page)),
    }
    filled = [
        text
        for pair in zip(shell.pieces, shell.marks, strict=False)
        for text in (pair[0], parts[pair[1]])
    ]
    return "".join((*filled, shell.pieces[-1]))


def contents(page: Page) -> tuple[Heading, ...]:
    """The entries of the table of contents; a page without headings has itself as the only one."""
    headings = tuple(heading for heading in page.headings if heading.level == 2)  # noqa: PLR2004  h2
    return headings or (Heading(2, TOP, page.title),)


def _item(template: str, heading: Heading) -> str:
    return template.replace(ITEM_ID, escape(heading.id)).replace(ITEM_TEXT, escape(heading.text))
