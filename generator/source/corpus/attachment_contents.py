"""Text of PDF attachments in their pages and beside them, hidden data of images; all limited."""

import logging
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from itertools import chain

from PIL import ExifTags, Image, UnidentifiedImageError
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from generator.base.text import Bilingual, nfc
from generator.model.corpus.attachment_text import Extract
from generator.source.corpus.pdf_actions import active_part
from generator.source.corpus.pdf_texts import beside_the_pages

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what pypdf repairs by itself is no finding

MOST_PAGES = 200
MOST_CHARACTERS = 2_000_000
PHOTOS = frozenset({"JPEG", "WEBP", "MPO"})
# Errors that the two readers raise for a damaged or hostile file.
_BROKEN = (
    *(PyPdfError, UnidentifiedImageError, Image.DecompressionBombError, zlib.error, struct.error),
    *(OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError),
    *(RecursionError, AssertionError, NotImplementedError, SyntaxError),
)
_UNREADABLE = Bilingual(
    "không mở được để kiểm tra; có thể tệp bị hỏng",
    "it cannot be opened to be checked; it may be damaged",
)
_LOCKED = Bilingual(
    "có mật khẩu, không có mật khẩu thì không ai đọc được",
    "it has a password, and nobody can read it without",
)
_TOO_LONG = Bilingual(
    f"dài quá {MOST_PAGES} trang nên không kiểm tra hết được",
    f"it is longer than {MOST_PAGES} pages, which is more than can be checked",
)


def extract(name: str, content: bytes) -> Extract | Bilingual:
    """Texts and facts of the file, or why it cannot be checked; it never counts as clean then."""
    try:
        with warnings.catch_warnings():  # a large picture is only described here, never drawn
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return _of_pdf(content) if name.lower().endswith(".pdf") else _of_image(content)
    except _BROKEN:
        return _UNREADABLE


def _of_pdf(content: bytes) -> Extract | Bilingual:
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        return _LOCKED
    if len(reader.pages) > MOST_PAGES:
        return _TOO_LONG
    if does := active_part(reader):
        return does
    texts: list[str] = []
    left = MOST_CHARACTERS
    for text in chain(beside_the_pages(reader), (page.extract_text() for page in reader.pages)):
        left -= len(text)
        if left < 0:
            return _TOO_LONG
        texts.append(text)
    return Extract(tuple(nfc(text) for text in texts if text.strip()))


def _of_image(content: bytes) -> Extract:
    with Image.open(BytesIO(content)) as image:
        exif = image.getexif()
        comments = tuple(_comments(image))
        return Extract(
            texts=comments,
            is_photo=image.format in PHOTOS,
            has_camera_data=bool(exif) or "xmp" in image.info or "exif" in image.info,
            has_position=bool(exif.get_ifd(ExifTags.IFD.GPSInfo)),
        )


def _comments(image: Image.Image) -> Iterator[str]:
    """The text comments stored in an image."""
    for value in image.info.values():
        if isinstance(value, str) and value.strip():
            yield nfc(value)
        elif isinstance(value, bytes):
            with suppress(UnicodeDecodeError):  # profiles of colours are no words
                yield nfc(value.decode())
