"""BT515: personal data that a photo carries, in its metadata or in the picture."""

from collections.abc import Iterator

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
            extract = corpus.extracts.get(attached.file)
            place = entry.place("attachments", number, "file")
            if extract and (extract.has_position or extract.has_camera_data):
                yield found(place, file=attached.file, what=_hidden_data(extract), mend=_STRIP)
            elif extract and extract.is_photo and not attached.nobody_recognisable:
                yield doubtful(place, file=attached.file, what=_UNSAID, mend=_SAY)


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
