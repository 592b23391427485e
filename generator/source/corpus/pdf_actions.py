"""What a PDF attachment does by itself: scripts, programs it starts, files and media inside it."""

from collections.abc import Iterator, Mapping

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from generator.base.text import Bilingual

_SCRIPT = Bilingual("có đoạn mã chạy khi mở tệp", "it holds a script that runs when it is opened")
_START = Bilingual("có lệnh mở chương trình hoặc tệp khác", "it starts a program or another file")
_SEND = Bilingual("có lệnh gửi hoặc nhận dữ liệu", "it sends or fetches data")
_FILE = Bilingual("có tệp khác giấu bên trong", "it holds other files")
_MEDIA = Bilingual("có phim, âm thanh hoặc hình động", "it holds film, sound or moving pictures")
_TOO_MANY = Bilingual(
    "có quá nhiều phần nên không kiểm tra hết được",
    "it has too many parts to be checked",
)
# ISO 32000-2: actions (table 201), annotations (171), and keys that hold such content. Links to a
# place in the document or to a page of the web are no actions of this kind.
_ACTIONS: Mapping[str, Bilingual] = {
    "/JavaScript": _SCRIPT,
    "/Launch": _START,
    "/GoToE": _START,
    "/GoToR": _START,
    "/SubmitForm": _SEND,
    "/ImportData": _SEND,
    "/Rendition": _MEDIA,
    "/Movie": _MEDIA,
    "/Sound": _MEDIA,
    "/RichMediaExecute": _MEDIA,
    "/GoTo3DView": _MEDIA,
}
_ANNOTATIONS: Mapping[str, Bilingual] = {
    "/FileAttachment": _FILE,
    "/RichMedia": _MEDIA,
    "/Screen": _MEDIA,
    "/Movie": _MEDIA,
    "/Sound": _MEDIA,
    "/3D": _MEDIA,
}
_KEYS: Mapping[str, Bilingual] = {
    "/JS": _SCRIPT,
    "/JavaScript": _SCRIPT,
    "/XFA": _SCRIPT,
    "/EmbeddedFiles": _FILE,
    "/EF": _FILE,
}
_SAFE_LINKS = ("http://", "https://", "mailto:", "tel:")
_MOST_PARTS = 200_000


def active_part(reader: PdfReader) -> Bilingual | None:
    """What the document would do besides being read, or None."""
    for number, part in enumerate(dictionaries(reader)):
        if number >= _MOST_PARTS:
            return _TOO_MANY
        does = (
            _ACTIONS.get(str(part.get("/S")))
            or _ANNOTATIONS.get(str(part.get("/Subtype")))
            or next((_KEYS[key] for key in part if key in _KEYS), None)
        )
        if does or _is_odd_link(part):
            return does or _START
    return None


def _is_odd_link(part: DictionaryObject) -> bool:
    return part.get("/S") == "/URI" and not str(part.get("/URI", "")).strip().casefold().startswith(
        _SAFE_LINKS
    )


def dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary that can be reached from the trailer, once."""
    seen: set[tuple[int, int]] = set()
    waiting: list[object] = [reader.trailer]
    while waiting:
        part = waiting.pop()
        if isinstance(part, IndirectObject):
            if (part.idnum, part.generation) not in seen:
                seen.add((part.idnum, part.generation))
                waiting.append(part.get_object())
        elif isinstance(part, ArrayObject):
            waiting.extend(part)
        elif isinstance(part, DictionaryObject):
            yield part
            waiting.extend(part.values())
