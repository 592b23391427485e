"""The words of a finished page that are its own: what readers see of it, and nothing else.

The search index is made from finished pages, so that nothing is found that is not shown, and
everything that is held back on a page is held back in the search.
"""

import re
from collections.abc import Iterator
from html import unescape

from generator.targets.build.output_guard import shown_pieces

# Parts of a page that are about other pages, or about every record alike, by their heading.
_OTHERS = frozenset({"related", "printed", "versions", "history", "records", "signatures"})
# What a bulletin says before it prints its records, each of which has a page of its own.
_OF_BULLETIN = frozenset({"", "changes", "highlights", "happened"})
_HEADING = re.compile(r'<h2 id="([^"]*)"')
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def own_text(address: str, html: str) -> str:
    """The text of a page, one piece a line: no piece reaches from one element into another."""
    parts = _parts(html[html.index("<main") : html.index("</main>")])
    if address.startswith("bulletins/"):
        kept = [text for heading, text in parts if heading in _OF_BULLETIN]
    else:
        kept = [text for heading, text in parts if heading not in _OTHERS]
    return "\n".join(" ".join(piece.split()) for piece in shown_pieces("".join(kept)))


def title_in(html: str) -> str:
    """The main heading of a page."""
    found = _TITLE.search(html)
    return " ".join(unescape(_TAG.sub("", found[1])).split()) if found else ""


def _parts(main: str) -> Iterator[tuple[str, str]]:
    """(id of the heading, HTML) of what stands before the first heading and below each."""
    cut = _HEADING.split(main)
    yield "", cut[0]
    for heading, html in zip(cut[1::2], cut[2::2], strict=True):
        yield heading, f'<h2 id="{heading}"{html}'
