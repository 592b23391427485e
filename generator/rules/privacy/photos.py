"""BT515: personal data that a photo carries, in its metadata or in the picture."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.attachment_text import Extract
from generator.model.corpus.corpus import Corpus
from generator.rules.rule import Finding, doubtful, found, rule


@rule(
    "BT515",
    Bilingual("Ảnh {file} {what}.", "The image {file} {what}."),
    Bilingual("{mend}.", "{mend}."),
)
def photo_that_tells_more(corpus: Corpus) -> Iterator[Finding]:
    """Hidden data tells where and with whose telephone a photo was taken; a face tells who."""
    for entry in corpus.records.values():
        for number, attached in enumerate(entry.record.attachments):
            extract = corpus.extracts.get(attached.file, Extract())
            photo = _Photo(entry.place("attachments", number, "file"), attached.file, _SAY)
            yield from _told(photo, extract, is_cleared=bool(attached.nobody_recognisable))
    for path, extract in corpus.guide.items():
        photo = _Photo(Place(path), path.removeprefix("content/guide/"), _REDRAW)
        yield from _told(photo, extract, is_cleared=False)


class _Photo(NamedTuple):
    """Where a photo stands, its name, and how it is said that nobody can be recognised in it."""

    place: Place
    file: str
    cleared: Bilingual


def _told(photo: _Photo, extract: Extract, *, is_cleared: bool) -> Iterator[Finding]:
    if extract.tells_more:
        yield found(photo.place, file=photo.file, what=_hidden_data(extract), mend=_STRIP)
    elif extract.is_photo and not is_cleared:
        yield doubtful(photo.place, file=photo.file, what=_UNSAID, mend=photo.cleared)


def _hidden_data(extract: Extract) -> Bilingual:
    return _POSITION if extract.has_position else _CAMERA


_POSITION = Bilingual("ghi kèm vị trí chụp (GPS)", "carries the place it was taken at (GPS)")
_CAMERA = Bilingual(
    "ghi kèm dữ liệu của máy chụp (EXIF)", "carries the data of the camera that took it (EXIF)"
)
_STRIP = Bilingual(
    "lưu lại ảnh không kèm siêu dữ liệu rồi thay tệp cũ",
    "save the image again without metadata and replace the file",
)
_UNSAID = Bilingual(
    "chưa được xác nhận là không nhận ra người nào",
    "has no statement that nobody can be recognised in it",
)
_SAY = Bilingual(
    "xem kỹ ảnh, làm mờ nếu cần, rồi thêm dòng “nobody_recognisable: true” dưới tệp này",
    "look at it, blur what must be blurred, and add “nobody_recognisable: true” to the file",
)
_REDRAW = Bilingual(
    "xem kỹ ảnh, làm mờ nếu cần, rồi lưu thành tệp PNG và sửa tên ở trang có ảnh",
    "look at it, blur what must be blurred, save it as PNG, and name that in the page",
)
