"""The last check: searches every file for personal data before it is published.

The rules check what editors wrote; this module checks what readers would get. So a template, the
theme or a later step cannot publish anything that the rules never saw.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, partial
from html import unescape
from pathlib import Path, PurePosixPath

import orjson

from generator.base.diagnostics import Refused
from generator.base.text import Bilingual
from generator.guard.allowance import Allowance
from generator.guard.scan import as_one_text
from generator.guard.text.sighting import Sighting, masked
from generator.model.edition.public_names import forbidden_in
from generator.model.ledger.ledger import Ledger
from generator.model.ledger.text_sources import sources
from generator.targets.build.known_texts import KnownTexts, form_of
from generator.targets.build.output import FileContent, Output
from generator.targets.build.own_units import OwnUnits
from generator.targets.build.tree import Derived, File, States

# Pieces that as a whole contain no personal data: days, moments, ids and paths with ids. They
# differ in every record, so that scanning them and the digests would take most of the time.
_MARK = re.compile(
    r"sha256:[0-9a-f]{64}"
    r"|\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z))?"
    r"|(\.\./)*(api/v1/)?([a-z]{1,13}/)?[A-Z]{2}-\d{4}-\d{4,6}(/v\d{1,3})?(\.json|/)?"
)
_QUOTED = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
_FOLD = re.compile(r"\r?\n[ \t]")
_PRINTED = frozenset({".pdf"})  # known only together with the HTML that they are printed from
_MADE = frozenset({".csv"})  # read where we make them; others come as somebody sent them
_SEARCHED, _GUIDE, _ATTACHED = "search/parts/", "guide/", "attachments/"
_TABLES = "dashboard/"
# How a part of the search index begins that has the texts of results.
_TEXTS = b'searchPart(["t'
_NO_SOURCE = Bilingual(
    "không bản ghi nào viết như vậy: chữ này do giao diện hoặc chương trình đặt vào",
    "which no record says: the theme or the program puts it there",
)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|mark|span|strong|time|wbr)\b[^>]*>")
_HIDDEN = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# Starts at =", which is much faster to search than the words before it.
_TEXT_IN_TAGS = re.compile(
    r'="(?:(?<=\balt=")|(?<=\btitle=")|(?<=\baria-label=")|(?<=\bcontent=")|(?<=\bhref="))([^"]*)"'
)
_PARTING = "</div>"
# So many pieces are scanned together; few, so that a suspicious piece makes only few others slow.
_PIECES_AT_ONCE = 5


@dataclass(frozen=True)
class Guard:
    """Checks the files to be published; the ledger shows from which record a text comes.

    `known` are the texts that hold no personal data, and the parts of pages with only such texts.
    """

    allowance: Allowance
    ledger: Ledger
    known: KnownTexts = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", KnownTexts(len(self.ledger.issued)))

    def guarded(self, output: Output) -> Output:
        """The same output, whose `make` raises Refused when its file holds personal data."""
        must_be_known(output.path, _unreadable(output))
        return output._replace(make=partial(self.judge_output, output))

    def judge_output(self, output: Output) -> FileContent:
        """The content of the file; raises Refused when it holds personal data.

        A PDF is judged by the HTML that it is printed from, before it is printed: there, each text
        stands by itself, while the text layer of a sheet runs cells and columns together.
        """
        if output.prints is not None:
            self.judge_prints(output.path, output.prints())
            return output.make()
        file = output.make()
        parts = self.known.unknown(_page_parts(output.path, file.content))
        self.judge(output.path, [*_file_texts(output.path, file), *_texts_of_parts(parts)])
        self.known.add(parts)
        return file

    def judge_prints(self, path: str, sheets: Iterable[str]) -> None:
        """Raises Refused when the HTML that a PDF is printed from holds personal data."""
        self.judge(path, _texts_of_parts(sheets))

    def judge(self, path: str, texts: Iterable[str]) -> None:
        """Raises Refused when one of the texts that a file shows holds personal data."""
        fresh = self.known.unknown(texts)
        of_each_form = {form_of(text): text for text in fresh if self._may_leak(text)}
        pieces = [of_each_form[form] for form in self.known.unknown(of_each_form)]
        for first in range(0, len(pieces), _PIECES_AT_ONCE):
            together = pieces[first : first + _PIECES_AT_ONCE]
            if any(forbidden_in(as_one_text(together), self.allowance)):
                for leak in (leak for piece in together for leak in self._leaks(piece)):
                    raise self.refusal(path, leak)
        self.known.add((*fresh, *of_each_form))

    def _may_leak(self, piece: str) -> bool:
        return _MARK.fullmatch(piece) is None and piece not in self.allowance.marks

    def _leaks(self, piece: str) -> Iterator[Sighting]:
        """What is seen in the texts of a piece, each by itself as the rules judged it."""
        if any(forbidden_in(piece, self.allowance)):
            for text in self._units.parts(piece):
                yield from forbidden_in(text, self.allowance)

    @cached_property
    def _units(self) -> OwnUnits:
        return OwnUnits.of(self.ledger)

    def refusal(self, path: str, leak: Sighting) -> Refused:
        """The error: the sighting in the file, masked, and the record that it comes from."""
        shown = masked(leak)
        source = next(sources(self.ledger, leak.value), None)
        vi, en = (source.vi, source.en) if source else (_NO_SOURCE.vi, _NO_SOURCE.en)
        return Refused(
            f"Không xuất bản: {path} có {leak.code} {shown}, {vi}."
            f" Chạy “bulletin explain {leak.code}”.",
            f"Nothing is published: {path} holds {leak.code} {shown}, {en}.",
        )


def _unreadable(output: Output) -> Set[str]:
    """The endings that nobody can look into here, although elsewhere they are read."""
    tables = frozenset() if output.path.startswith(_TABLES) else _MADE
    is_printed_blindly = output.prints is None and not output.path.startswith(_ATTACHED)
    return tables | _PRINTED if is_printed_blindly else tables


def must_be_known(path: str, unreadable: Set[str] = _MADE) -> None:
    """Raises Refused for a sort of file that this module cannot read, or not in this case."""
    ending = PurePosixPath(path).suffix.lower()
    if ending in unreadable or (ending not in _READERS and ending not in UNREAD):
        raise Refused(
            f"Không xuất bản: chưa ai đọc được tệp loại “{ending or path}” để tìm thông tin riêng"
            f" ({path}). Hãy bỏ tệp này, hoặc dùng tệp PDF hay ảnh.",
            f"Nothing is published: no reader knows files of the sort “{ending or path}”, so they"
            f" cannot be searched for personal data ({path}). Leave it out, or use a PDF or image.",
        )


def with_known_sorts(derived: Derived) -> Derived:
    """The same derived files; raises Refused when a file is of a sort that cannot be read."""

    def outputs(written: States, folder: Path) -> Sequence[File]:
        files = derived(written, folder)
        for output in files:
            must_be_known(output.path)
        return files

    return outputs


def _texts_of_parts(parts: Iterable[str]) -> list[str]:
    return [text for part in parts for text in texts_of_html(part)]


def _page_parts(path: str, content: bytes) -> list[str]:
    """The parts of a page, cut where neither a text nor a tag goes across."""
    return (
        content.decode("utf-8", "replace").split(_PARTING) if path.lower().endswith(".html") else []
    )


def _file_texts(path: str, file: FileContent) -> list[str]:
    """The texts of a finished file other than a page, as readers and machines get them."""
    if path.startswith(_ATTACHED):  # the rules checked it when it was issued
        return []
    if path.startswith(_SEARCHED):
        return _texts_of_search(file.content)
    return _READERS.get(PurePosixPath(path).suffix.lower(), _no_texts)(file.content)


def _no_texts(_: bytes) -> list[str]:
    return []


def _texts_of_lines(content: bytes) -> list[str]:
    return _text(content).splitlines()


def _texts_of_calendar(content: bytes) -> list[str]:
    """The texts without the escapes and line folds of a calendar: as pages show them."""
    text = _FOLD.sub("", _text(content))
    return text.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").splitlines()


def _texts_of_spreadsheet(content: bytes) -> list[str]:
    """The cells, as the pages have them."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig", "replace"), newline=""))
    return [cell for row in rows for cell in row]


def _texts_of_json(content: bytes) -> list[str]:
    return _quoted_texts(_text(content))


def _texts_of_xml(content: bytes) -> list[str]:
    return texts_of_html(_text(content))


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _quoted_texts(json: str) -> list[str]:
    """Every text of a JSON file, including keys, without escapes; faster than parsing the file."""
    if "\\" not in json:
        return json.split('"')[1::2]
    return [
        str(orjson.loads(f'"{quoted}"')) if "\\" in quoted else quoted
        for quoted in _QUOTED.findall(json)
    ]


def texts_of_html(html: str) -> list[str]:
    """Every piece of visible text, and the texts in titles, descriptions and links."""
    visible = _without_hidden(html)
    return _unescaped((*_TAG.split(_INLINE.sub("", visible)), *_TEXT_IN_TAGS.findall(visible)))


def shown_pieces(html: str) -> list[str]:
    """Every piece of visible text; inline elements do not divide a sentence."""
    return _unescaped(_TAG.split(_INLINE.sub("", _without_hidden(html))))


def _without_hidden(html: str) -> str:
    holds_some = "<script" in html or "<style" in html
    return _HIDDEN.sub(" ", html) if holds_some else html


def _unescaped(pieces: Iterable[str]) -> list[str]:
    return [
        unescape(piece) if "&" in piece else piece
        for piece in pieces
        if piece and not piece.isspace()
    ]


def _texts_of_search(content: bytes) -> list[str]:
    """The texts of search results, in the same pieces as on the pages; each part is a line.

    Without the guide, which shows examples of what may not be written.
    """
    lines = (line for line in content.splitlines() if line.startswith(_TEXTS))
    pages = (page for line in lines for page in orjson.loads(line[line.index(b"(") + 1 : -2])[1])
    own_pages = (page for page in pages if not page[0].startswith(_GUIDE))
    return [piece for page in own_pages for text in page for piece in text.split("\n")]


# How the texts of each sort of file are read; pages are cut into parts first, and of a PDF the
# HTML is read that it is printed from.
_READERS: Mapping[str, Callable[[bytes], list[str]]] = {
    ".csv": _texts_of_spreadsheet,
    ".html": _no_texts,
    ".ics": _texts_of_calendar,
    ".js": _texts_of_json,
    ".json": _texts_of_json,
    ".svg": _texts_of_xml,
    ".txt": _texts_of_lines,
    ".webmanifest": _texts_of_json,
    ".xml": _texts_of_xml,
}
# Files without a text of their own: pictures (the rules checked those of records), fonts, styles,
# PDFs, whose HTML was read, and the zip, which holds only checked files.
UNREAD = frozenset({".css", ".jpeg", ".jpg", ".pdf", ".png", ".ttf", ".webp", ".woff2", ".zip"})
