"""The own text of a finished page: what readers see on it, without parts about other pages.

The search index is made from finished pages, so that the search finds only what pages show, and
whatever a page holds back, the search holds back too.
"""

import re
from collections.abc import Iterator
from html import unescape

from generator.targets.build.output_guard import shown_pieces

# Ids of headings whose parts are about other pages, or the same for every record.
_NOT_OWN = frozenset({"related", "printed", "versions", "history", "records", "signatures"})
# Ids of headings before the records of a bulletin; each record has a page of its own.
_OWN_OF_BULLETIN = frozenset({"", "changes", "highlights", "happened"})
# A sentence that people stopped, closed under a line that says so: a hit would not be marked.
_STOPPED = re.compile(r'<details class="[^"]*\bstopped">.*?</details>', re.DOTALL)
# The line under which closed words stand is no content.
_FOLD = re.compile(r'(<details class="instruction[^>]*>\s*)<summary>.*?</summary>', re.DOTALL)
_HEADING = re.compile(r'<h2 id="([^"]*)"')
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def own_text(address: str, html: str) -> str:
    """The text of a page, a piece on each line; no piece goes across two block elements."""
    main = html[html.index("<main") : html.index("</main>")]
    parts = _parts(_FOLD.sub(r"\1", _STOPPED.sub("", main)))
    if address.startswith("bulletins/"):
        own_parts = [text for heading, text in parts if heading in _OWN_OF_BULLETIN]
    else:
        own_parts = [text for heading, text in parts if heading not in _NOT_OWN]
    return "\n".join(" ".join(piece.split()) for piece in shown_pieces("".join(own_parts)))


def title_in(html: str) -> str:
    """The main heading of a page."""
    match = _TITLE.search(html)
    return " ".join(unescape(_TAG.sub("", match[1])).split()) if match else ""


def _parts(main: str) -> Iterator[tuple[str, str]]:
    """(id of the heading, HTML) of the part before the first heading and of each part after it."""
    pieces = _HEADING.split(main)
    yield "", pieces[0]
    for heading, html in zip(pieces[1::2], pieces[2::2], strict=True):
        yield heading, f'<h2 id="{heading}"{html}'
