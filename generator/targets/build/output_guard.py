"""The last look: what is about to be published is searched for personal data once more.

The rules have looked at what editors wrote; this looks at what readers would get, so that no
template, theme or later step can let through what the rules never saw.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from html import unescape
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import orjson
from pypdf import PdfReader

from generator.base.diagnostics import Refused
from generator.base.text import Bilingual
from generator.guard.allowance import Allowance
from generator.guard.scan import as_one_text, sightings
from generator.guard.text.plain_text import GAP
from generator.guard.text.sighting import Sighting, masked
from generator.model.ledger.ledger import Ledger
from generator.model.ledger.text_sources import sources
from generator.targets.build.output import Made, Output
from generator.targets.build.tree import Derived, File, States

# Warnings (BT513, BT514, plots of land) were weighed by people; everything else refuses a build.
_WARNED = frozenset({"BT513", "BT514"})
# What this program made up itself: digests, the ids of feeds and of the calendar, the folders of
# attachments. By chance one in a thousand looks like a number of a person.
_MACHINE = re.compile(
    r"(?<![0-9A-Za-z])(?:"
    r"(?:sha256:)?[0-9a-f]{64}"
    r"|(?:urn:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    r"|attachments/[0-9a-f]{12}(?=/)"
    r")(?![0-9A-Za-z])"
)
# What says nothing of anybody as a whole: days and moments, ids and the ways to them. On these and
# on digests most of the time would be spent, as no two records share them.
_MARK = re.compile(
    r"sha256:[0-9a-f]{64}"
    r"|\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z))?"
    r"|(\.\./)*(api/v1/)?([a-z]{1,13}/)?[A-Z]{2}-\d{4}-\d{4,6}(/v\d{1,3})?(\.json|/)?"
)
_QUOTED = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
_FOLD = re.compile(r"\r?\n[ \t]")
# Where a line of a PDF goes on in the next: a number in words is looked at whole.
_TURNED = re.compile(r"\s*\n(?=[a-zà-ỹđ])")
_SEARCHED, _GUIDE, _ATTACHED = "search/parts/t", "guide/", "attachments/"
_OUR_OWN = Bilingual(
    "không bản ghi nào viết như vậy: chữ này do giao diện hoặc chương trình đặt vào",
    "which no record says: the theme or the program puts it there",
)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|mark|span|strong|time|wbr)\b[^>]*>")
_UNSHOWN = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# Found by its =", which is much quicker than by the words before it.
_SAID_IN_TAGS = re.compile(
    r'="(?:(?<=\balt=")|(?<=\btitle=")|(?<=\baria-label=")|(?<=\bcontent=")|(?<=\bhref="))([^"]*)"'
)
# Parts of pages and pieces of text this process has found clean: frames, labels and titles stand
# on thousands of pages.
_MOST_KNOWN = 200_000
_PARTING = "</div>"
# Pieces looked at in one go: where one needs a closer look, few others are looked at with it.
_TOGETHER = 40
_clean: set[str] = set()
_clean_parts: set[str] = set()


class Guard(NamedTuple):
    """Looks at what is about to be published; the ledger tells where a text comes from."""

    allowance: Allowance
    ledger: Ledger

    def guarded(self, output: Output) -> Output:
        """The same output, which is only made when nothing in it must stay private."""
        must_be_known(output.path)
        return output._replace(make=partial(_checked, output, self))

    def refusal(self, path: str, leak: Sighting) -> Refused:
        """What was seen in a file, masked, and which record says so."""
        shown = masked(leak)
        source = next(sources(self.ledger, leak.value), None)
        vi, en = (source.vi, source.en) if source else (_OUR_OWN.vi, _OUR_OWN.en)
        return Refused(
            f"Không xuất bản: {path} có {leak.code} {shown}, {vi}."
            f" Chạy “bulletin explain {leak.code}”.",
            f"Nothing is published: {path} holds {leak.code} {shown}, {en}.",
        )


def must_be_known(path: str) -> None:
    """Raises Refused for a sort of file that nobody here can look into: it is not published."""
    ending = PurePosixPath(path).suffix
    if ending not in _READERS and ending not in UNREAD:
        raise Refused(
            f"Không xuất bản: chưa ai đọc được tệp loại “{ending or path}” để tìm thông tin riêng"
            f" ({path}). Hãy bỏ tệp này, hoặc dùng tệp PDF hay ảnh.",
            f"Nothing is published: no reader knows files of the sort “{ending or path}”, so they"
            f" cannot be searched for personal data ({path}). Leave it out, or use a PDF or image.",
        )


def known(derived: Derived) -> Derived:
    """The same files derived from others, if each is of a sort that is known."""

    def outputs(written: States, folder: Path) -> Sequence[File]:
        made = derived(written, folder)
        for output in made:
            must_be_known(output.path)
        return made

    return outputs


def _checked(output: Output, guard: Guard) -> Made:
    """Raises Refused when the finished file would give somebody away."""
    made = output.make()
    leak = next(_leaks(output.path, made, guard.allowance), None)
    if leak is not None:
        raise guard.refusal(output.path, leak)
    return made


def _leaks(path: str, made: Made, allowance: Allowance) -> Iterator[Sighting]:
    parts = _unknown(_parts(path, made.content), _clean_parts)
    texts = (piece for part in parts for piece in texts_of_html(part))
    pieces = [one for one in _unknown((*_pieces(path, made), *texts), _clean) if _may_tell(one)]
    for first in range(0, len(pieces), _TOGETHER):
        for seen in sightings(_shown(pieces[first : first + _TOGETHER])):
            if seen.code not in _WARNED and seen.kind != "parcel" and not allowance.permits(seen):
                yield seen
    if len(_clean) < _MOST_KNOWN:
        _clean.update(pieces)
        _clean_parts.update(parts)


def _shown(pieces: Iterable[str]) -> str:
    """The pieces as one text, in which nothing stands that this program made up itself."""
    return _MACHINE.sub(GAP, as_one_text(pieces))


def _unknown(texts: Iterable[str], known: Set[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text not in known]


def _may_tell(piece: str) -> bool:
    return _MARK.fullmatch(piece) is None


def _parts(path: str, content: bytes) -> list[str]:
    """A page cut where no text or tag can reach across."""
    return content.decode("utf-8", "replace").split(_PARTING) if path.endswith(".html") else []


def _pieces(path: str, made: Made) -> list[str]:
    """The texts of a finished file that is no page, as a reader or a machine gets them."""
    is_seen = path.startswith(_ATTACHED)  # the rules looked into it when it was issued
    if path.startswith(_SEARCHED):
        return _texts_of_search(made.content)
    return [] if is_seen else _READERS.get(PurePosixPath(path).suffix, _nothing)(made.content)


def _nothing(_: bytes) -> list[str]:
    return []


def _texts_of_lines(content: bytes) -> list[str]:
    return _text(content).splitlines()


def _texts_of_calendar(content: bytes) -> list[str]:
    """The texts as they were before they were escaped and folded: as pages show them."""
    text = _FOLD.sub("", _text(content))
    return text.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").splitlines()


def _texts_of_json(content: bytes) -> list[str]:
    return _quoted(_text(content))


def _texts_of_xml(content: bytes) -> list[str]:
    return texts_of_html(_text(content))


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _quoted(json: str) -> list[str]:
    """Every text of a JSON file, keys too, without escapes; the file itself need not be read."""
    if "\\" not in json:
        return json.split('"')[1::2]
    return [str(orjson.loads(f'"{one}"')) for one in _QUOTED.findall(json)]


def texts_of_html(html: str) -> list[str]:
    """Every piece of visible text, and what titles, descriptions and links say."""
    said = _SAID_IN_TAGS.findall(_UNSHOWN.sub(" ", html))
    return [*shown_pieces(html), *(unescape(one) for one in said if one and not one.isspace())]


def shown_pieces(html: str) -> list[str]:
    """Every piece of visible text; elements within a sentence do not divide it."""
    pieces = _TAG.split(_INLINE.sub("", _UNSHOWN.sub(" ", html)))
    return [unescape(piece) for piece in pieces if piece and not piece.isspace()]


def _texts_of_search(content: bytes) -> list[str]:
    """What results of the search show, in the pieces in which pages show it.

    The guide gives examples of what may not be written.
    """
    _, shown = orjson.loads(content[content.index(b"(") + 1 : content.rindex(b")")])
    ours = (page for page in shown if not page[0].startswith(_GUIDE))
    return [piece for page in ours for text in page for piece in text.split("\n")]


def _texts_of_pdf(content: bytes) -> list[str]:
    reader = PdfReader(BytesIO(content))
    said = [str(value) for value in (reader.metadata or {}).values()]
    return [*said, *(_TURNED.sub(" ", page.extract_text()) for page in reader.pages)]


# How the texts of each sort of file are found; pages are cut into parts first.
_READERS: Mapping[str, Callable[[bytes], list[str]]] = {
    ".html": _nothing,
    ".ics": _texts_of_calendar,
    ".js": _texts_of_json,
    ".json": _texts_of_json,
    ".pdf": _texts_of_pdf,
    ".svg": _texts_of_xml,
    ".txt": _texts_of_lines,
    ".webmanifest": _texts_of_json,
    ".xml": _texts_of_xml,
}
# What holds no text of its own: pictures (the rules looked at those of records), fonts, styles, and
# the one zip, which holds what was looked at.
UNREAD = frozenset({".css", ".jpeg", ".jpg", ".png", ".ttf", ".webp", ".woff2", ".zip"})
