"""Shells: pages that Material rendered once, with marks where the parts of a page are put in."""

import re
from html import escape
from typing import NamedTuple

from generator.views.context.page import Heading, Page

# The id of `main`, the target of the skip link.
TOP = "noi-dung"
# Private-use characters are forbidden in records (BT109), so they are safe as marks.
TITLE, SUMMARY, ADDRESS, BODY, ITEM_ID, ITEM_TEXT = (f"\ue000{name}\ue001" for name in "TSABIN")
# An entry of the table of contents, with the white space that Material puts around it.
_ITEM = re.compile(
    rf'\n *<li class="md-nav__item">(?:(?!<li)[^\ue000])*{ITEM_ID}.*?</li>\n *', re.DOTALL
)
_MARK = re.compile("\ue000([TSAB])\ue001|(\ue002)")
_BODY_WITH_HEADING = f"{BODY}<h1>"


class Shell(NamedTuple):
    """The constant pieces of a page, the mark after each piece, and an entry of the contents."""

    pieces: tuple[str, ...]
    marks: tuple[str, ...]
    item: str


def marked_content() -> str:
    """The mark for the body when a shell is rendered; with h1, so that Material adds none."""
    return _BODY_WITH_HEADING


def cut(html: str) -> Shell:
    """A rendered page with marks, cut at the marks."""
    items = _ITEM.findall(html)
    text = _ITEM.sub("\ue002", html).replace(_BODY_WITH_HEADING, BODY)
    marks = list(_MARK.finditer(text))
    edges = [0, *(edge for mark in marks for edge in mark.span()), len(text)]
    pieces = tuple(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    return Shell(pieces, tuple(mark[1] or "C" for mark in marks), items[0] if items else "")


def fill(shell: Shell, page: Page, base_url: str) -> str:
    """The whole HTML of a page."""
    parts = {
        "T": escape(page.title),
        "S": escape(page.summary),
        "A": escape(base_url + page.address if base_url else ""),
        "B": page.body,
        "C": "".join(_contents_item(shell.item, heading) for heading in contents(page)),
    }
    filled = [
        text
        for pair in zip(shell.pieces, shell.marks, strict=False)
        for text in (pair[0], parts[pair[1]])
    ]
    return "".join((*filled, shell.pieces[-1]))


def contents(page: Page) -> tuple[Heading, ...]:
    """The entries of the table of contents; without headings only the page's title."""
    headings = tuple(heading for heading in page.headings if heading.level == 2)  # noqa: PLR2004  h2
    return headings or (Heading(2, TOP, page.title),)


def _contents_item(template: str, heading: Heading) -> str:
    return template.replace(ITEM_ID, escape(heading.id)).replace(ITEM_TEXT, escape(heading.text))
