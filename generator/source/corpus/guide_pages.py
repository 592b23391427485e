"""The hand-written pages of the guide and the files beside them: held to the rules of records."""

import importlib
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache
from posixpath import dirname, normpath
from typing import NamedTuple
from urllib.parse import unquote

from generator.base.diagnostics import Diagnostic
from generator.base.prose import Marks
from generator.base.span import FieldPath, SourceMap, Span
from generator.base.text import Bilingual
from generator.base.workspace import FileEntry, Workspace
from generator.guard.scan import as_one_text, sightings, sightings_of_file_name
from generator.guard.text.sighting import Sighting
from generator.model.corpus.attachment_text import Extract
from generator.resources import shipped
from generator.source.corpus.attachments import MAGIC
from generator.source.corpus.attachments import MAX_BYTES as MOST_OF_A_PICTURE
from generator.source.corpus.guide_marks import page_marks
from generator.source.files.guard_scan import PlacedSighting
from generator.source.problems import AS_A_FILE, NOT_REGULAR, UNFIT_PAGE
from generator.source.yaml.complaints import CONFLICT
from generator.source.yaml.loader import MAX_BYTES

FOLDER = "content/guide"
# Not in a text: in the name of a file, or inside a picture or a PDF.
_OF_FILE: FieldPath = ("file",)
_PAGE, _NONE = ".md", b"\0none"
_SHOWN = 60
# A line of equals signs may stand below a heading.
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
# Pages that the program makes: those of the rules, and the first page of each section.
_MADE = re.compile(r"content/(guide/rules/(BT\d{3}|index)|([a-z-]+/)?index)\.md")


@dataclass(frozen=True, slots=True)
class Guide:
    """What may be shown of the guide, what not and why, what the guard sees in each file and its
    name, and what its pictures and PDFs hold.
    """

    files: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    sightings: Mapping[str, tuple[PlacedSighting, ...]] = field(default_factory=dict)
    extracts: Mapping[str, Extract] = field(default_factory=dict)


class _Flaw(NamedTuple):
    """What is wrong, how to mend it, and the words where it is."""

    what: Bilingual
    mend: Bilingual
    words: str = ""


class _PageText(NamedTuple):
    """The text of a page, which knows the place of each of its parts."""

    path: str
    text: str

    def span(self, start: int, end: int) -> Span:
        line_start = self.text.rfind("\n", 0, start) + 1
        line = self.text.count("\n", 0, start) + 1
        width = len(self.text[start:end].partition("\n")[0])
        return Span(self.path, line, start - line_start + 1, max(width, 1))


def read_guide(workspace: Workspace) -> Guide:
    """All files below content/guide; hidden files of the system are passed over.

    The program's own pages and pictures were judged when it was made, and so was each of their
    lines: a page that an editor changed is judged by what is new in it.
    """
    files = [file for file in workspace.files(FOLDER) if not _is_hidden(file)]
    paths, own = {file.path for file in files}, own_pages()
    accepted: list[str] = []
    problems: list[Diagnostic] = []
    seen: dict[str, tuple[PlacedSighting, ...]] = {}
    extracts: dict[str, Extract] = {}
    for file in files:
        is_own = file.path in own and file.is_regular
        if is_own and workspace.read(file.path) == own[file.path]:
            accepted.append(file.path)
            continue
        flaws, content = _judged(workspace, file, paths)
        problems += (_problem(workspace, file, flaw) for flaw in flaws)
        accepted += () if flaws else (file.path,)
        extracts |= {file.path: content} if isinstance(content, Extract) else {}
        in_file = tuple(_sightings(file, content)) if file.is_regular else ()
        seen |= {file.path: in_file} if in_file else {}
    return Guide(tuple(accepted), tuple(problems), seen, extracts)


@cache
def own_pages() -> dict[str, bytes]:
    """The pages and pictures that a new workspace gets, by their paths in it."""
    folder = shipped("guide")
    files = (*folder.glob("*.md"), *folder.glob("hinh/*.png"))
    return {f"{FOLDER}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in files}


@cache
def _own_lines() -> frozenset[str]:
    pages = (page for path, page in own_pages().items() if path.endswith(_PAGE))
    return frozenset(line.rstrip() for page in pages for line in page.decode().splitlines())


def places_in_page(path: str, content: bytes) -> SourceMap:
    """The places of a page: all its text is the value of the page itself."""
    text = content.decode("utf-8-sig", "replace")
    return SourceMap(path, texts={(): _PageText(path, text)})


def _is_hidden(file: FileEntry) -> bool:
    return file.path.rpartition("/")[2].startswith(".")


def _text(workspace: Workspace, path: str) -> str:
    return workspace.read(path).decode("utf-8-sig")


def _problem(workspace: Workspace, file: FileEntry, flaw: _Flaw) -> Diagnostic:
    span = Span(file.path)
    if flaw.words:
        text = _text(workspace, file.path)
        at = text.find(flaw.words)
        span = _PageText(file.path, text).span(at, at + len(flaw.words)) if at >= 0 else span
    return UNFIT_PAGE.at(span, what=flaw.what, mend=flaw.mend)


def _judged(
    workspace: Workspace, file: FileEntry, paths: Set[str]
) -> tuple[list[_Flaw], str | Extract | None]:
    """What is wrong with a file, and its text or content if that can be read."""
    if not file.is_regular:
        return [_Flaw(NOT_REGULAR, AS_A_FILE)], None
    if not file.path.endswith(_PAGE):
        content = _content_of_picture(workspace, file)
        return ([], content) if isinstance(content, Extract) else ([content], None)
    if file.size > MAX_BYTES:
        return [_Flaw(_TOO_LONG, _PART)], None
    try:
        text = _text(workspace, file.path)
    except UnicodeDecodeError:
        return [_Flaw(_NOT_UTF8, _SAVE)], None
    return list(_flaws_of_page(file.path, text, paths)), text


def _sightings(file: FileEntry, content: str | Extract | None) -> Iterator[PlacedSighting]:
    """In a name and lines that are not our own, and in a picture or a PDF."""
    is_named_by_us = file.path in own_pages()
    name = "" if is_named_by_us else file.path.removeprefix(f"{FOLDER}/")
    # Two small words without marks name a page more often than a person: phan-anh.md, bao-cao.md.
    is_plain = name.endswith(".md") and name.isascii() and name.islower()
    seen = sightings_of_file_name(name)
    of_file = [one for one in seen if not (is_plain and one.code == "BT507")]
    if isinstance(content, Extract):
        of_file += sightings(as_one_text(content.texts))
    unique = {(sighting.code, sighting.value): sighting for sighting in of_file}
    yield from ((_OF_FILE, sighting) for sighting in unique.values())
    if isinstance(content, str):
        in_text = sightings(content)
        yield from (((), sighting) for sighting in in_text if not _is_our_own(content, sighting))


def _is_our_own(text: str, sighting: Sighting) -> bool:
    """Whether every line that it stands in is a line of the program's own pages."""
    start = text.rfind("\n", 0, sighting.start) + 1
    lines = text[start : sighting.end].split("\n")
    lines[-1] += text[sighting.end :].partition("\n")[0]
    return all(line.rstrip() in _own_lines() for line in lines)


def _flaws_of_page(path: str, text: str, paths: Set[str]) -> Iterator[_Flaw]:
    mark = next(_conflict_marks(text), None)
    if mark:
        yield _Flaw(CONFLICT.reason, CONFLICT.mend, mark)
        return
    found = page_marks(text, "fenced_code")
    if found.is_intricate:
        yield _Flaw(_INTRICATE, _REMOVE)
    for html in found.raw_html[:1]:
        yield _Flaw(_quoting(_HTML, html), _NO_HTML, html)
    for target in _lost_targets(path, found, paths):
        yield _Flaw(_quoting(_LINK, target), _LEAD, target)


def _conflict_marks(text: str) -> Iterator[str]:
    """The lines of git between two versions, but for those that our pages show."""
    lines = (mark[0] for mark in _CONFLICT.finditer(text))
    return (line for line in lines if line.rstrip() not in _own_lines())


def _lost_targets(path: str, found: Marks, paths: Set[str]) -> Iterator[str]:
    """Targets that are no page, no picture beside it, and no address in the web.

    A page of ours may still name another of ours that an editor deleted: the site then shows the
    words without the link.
    """
    own = own_pages()
    there_once = own.keys() if path in own else frozenset[str]()
    for target in dict.fromkeys((*found.links, *found.images)):
        there = normpath(f"{dirname(path)}/{unquote(target.partition('#')[0])}")
        is_outward = target.startswith(("https://", "mailto:")) and target not in found.images
        is_here = target.startswith("#") or there in paths or _MADE.fullmatch(there)
        if not (is_outward or is_here or there in there_once):
            yield target


def _content_of_picture(workspace: Workspace, file: FileEntry) -> Extract | _Flaw:
    """What a picture or a PDF holds, or why it cannot be shown."""
    starts = MAGIC.get("." + file.path.rpartition(".")[2].lower(), ())
    if file.size > MOST_OF_A_PICTURE or not workspace.read(file.path).startswith(starts or _NONE):
        return _Flaw(_NO_PICTURE, _TAKE_AWAY)
    reader = importlib.import_module("generator.source.corpus.attachment_contents")  # slow to load
    content: Extract | Bilingual = reader.extract(file.path, workspace.read(file.path))
    return content if isinstance(content, Extract) else _Flaw(content, _TAKE_AWAY)


def _quoting(what: Bilingual, words: str) -> Bilingual:
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    return Bilingual(f"{what.vi} “{shown}”", f"{what.en} “{shown}”")


_NOT_UTF8 = Bilingual("tệp không ghi bằng bảng mã UTF-8", "it is not UTF-8")
_TOO_LONG = Bilingual("trang dài quá 256 KiB", "it is longer than 256 KiB")
_INTRICATE = Bilingual(
    "quá nhiều dấu định dạng đứng sát nhau hoặc lồng nhau", "too many marks close together"
)
_HTML = Bilingual("có mã HTML", "it holds the HTML")
_LINK = Bilingual("có liên kết không dẫn đến đâu", "a link leads to nothing:")
_NO_PICTURE = Bilingual(
    "chỉ nhận trang .md, ảnh PNG, JPEG, WebP và tệp PDF, tối đa 20 MiB",
    "only pages (.md), PNG, JPEG, WebP and PDF are taken, 20 MiB at most",
)
_SAVE = Bilingual("mở trang bằng VS Code, chọn Save with Encoding, UTF-8", "save it again in UTF-8")
_PART = Bilingual("tách thành nhiều trang", "part it into several pages")
_REMOVE = Bilingual("bỏ các dấu thừa", "remove the marks not needed")
_NO_HTML = Bilingual(
    "bỏ mã HTML, chỉ viết Markdown; chữ làm mẫu thì đặt giữa hai dấu `",
    "remove the HTML and write Markdown; what is only an example stands between two `",
)
_LEAD = Bilingual(
    "dẫn đến một trang .md hoặc một ảnh trong content/guide, hoặc một địa chỉ https://",
    "lead to a page (.md) or picture in content/guide, or to an https:// address",
)
_TAKE_AWAY = Bilingual("bỏ tệp này khỏi content/guide", "take it out of content/guide")
