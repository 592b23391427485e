"""The own text of a finished page: its content, without controls, states and other pages.

The search index is made from finished pages, so that the search finds only what pages show, and
whatever a page holds back, the search holds back too. What an element says of the state of its
page is left out: it may be hidden, and another holds when somebody reads.
"""

import re
from collections.abc import Iterator
from html import unescape

from generator.targets.build.output_guard import shown_pieces

# Ids of headings whose parts are about other pages, are the same for every record, repeat what
# stands above them, or hold what nobody may say: an excerpt would show it as if it were said.
_NOT_OWN = frozenset(
    {"related", "printed", "versions", "history", "record", "records", "signatures"}
    | {"sheets", "do-not-say"}
)
# An event shows what its messages say, which have pages of their own.
_NOT_OWN_OF_EVENT = _NOT_OWN | {"say", "rumours"}
# Ids of headings before the records of a bulletin; each record has a page of its own.
_OWN_OF_BULLETIN = frozenset({"", "changes", "highlights", "happened"})
_GUIDE = "guide/"
# What is no content: sentences that people stopped, notices and badges (time shows the one or the
# other), controls, labels, headings of parts, and what is cited.
_UNSAID = re.compile(
    "|".join(
        (
            r'<details class="[^"]*\bstopped">.*?</details>',
            r'<div (?:id="[^"]*" )?class="(?:notice|saved-copy|reading-time)[^>]*>.*?</div>',
            r'<div class="actions acts".*?</div>|<nav class="jump".*?</nav>',
            r'<p class="(?:exercise-band|as-of|record-line|notice)\b[^>]*>.*?</p>',
            r'<p class="(?:actions|follow|printed-at|print-note)"[^>]*>.*?</p>',
            r'<span class="(?:badge|exercise-mark|part-label|change-line)[^>]*>.*?</span>',
            r'<details class="cites">.*?</details>',
            r'<span class="cite-note">(?:[^<]|</?a\b[^>]*>)*</span>',
            r"<(?P<tag>summary|thead|h2|h3|button)\b[^>]*>.*?</(?P=tag)>",
        )
    ),
    re.DOTALL,
)
_ROWS = re.compile(r'<dl class="rows[^>]*>.*?</dl>', re.DOTALL)
_LABEL = re.compile(r"<dt>[^<]*</dt>")
# When it holds and who answers stand after what it says: an excerpt begins with the latter.
_FACTS = re.compile(r'<div class="facts">(.*?</dl>)\s*</div>', re.DOTALL)
_HEADING = re.compile(r'<h2 id="([^"]*)"')
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def own_text(address: str, html: str) -> str:
    """The text of a page, a piece on each line; no piece goes across two block elements."""
    main = html[html.index("<main") : html.index("</main>")]
    own = main if address.startswith(_GUIDE) else _content(address, main)
    return "\n".join(" ".join(piece.split()) for piece in shown_pieces(own))


def _content(address: str, main: str) -> str:
    """The HTML of what a page of a record tells itself."""
    facts = "".join(_FACTS.findall(main))
    own = (text for heading, text in _parts(_FACTS.sub("", main)) if _is_own(address, heading))
    unlabelled = _ROWS.sub(lambda rows: _LABEL.sub("", rows[0]), f"{''.join(own)}{facts}")
    return _UNSAID.sub(" ", unlabelled)


def _is_own(address: str, heading: str) -> bool:
    if address.startswith("bulletins/"):
        return heading in _OWN_OF_BULLETIN
    return heading not in (_NOT_OWN_OF_EVENT if address.startswith("events/") else _NOT_OWN)


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
