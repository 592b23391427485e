"""Attached pictures, reduced for paper; equal bytes give equal bytes."""

import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

from generator.model.edition.edition import Edition
from generator.targets.build.attachment_files import issued_file
from generator.views.bulletin.pictures import is_picture, picture_address

# Pixels: the text area of A4 at 300 dots per inch; a printer shows no more.
_MOST = (2000, 3000)
_OF_SIXTEEN_BITS = 65535 / 255
_PRINTABLE_MODES = ("1", "L", "RGB", "RGBA", "P", "LA")


def issued_pictures(root: Path, edition: Edition) -> Mapping[str, bytes]:
    """The images of an edition as issued, reduced for paper, by their address in prints."""
    return fitted(edition, lambda name: issued_file(root, name, edition.attachments[name]))


def fitted(edition: Edition, read: Callable[[str], bytes]) -> Mapping[str, bytes]:
    """The images of an edition, reduced for paper; `read` gives the bytes of a file name."""
    names = filter(is_picture, edition.attachments)
    return {picture_address(name): fit(read(name)) for name in names}


def fit(content: bytes) -> bytes:
    """The image itself, or a smaller one when paper cannot show all its pixels.

    Empty for an image that cannot be opened, or whose pixels would not fit in memory: the print
    shows its description instead.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _fitted(content)
    except (OSError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return b""


def _fitted(content: bytes) -> bytes:
    with Image.open(BytesIO(content)) as image:
        image.load()
        if image.mode in _PRINTABLE_MODES and image.width <= _MOST[0] and image.height <= _MOST[1]:
            return content
        drawable = _with_eight_bits(image)
        scale = min(1, _MOST[0] / image.width, _MOST[1] / image.height)
        size = [max(1, round(side * scale)) for side in image.size]
        output = BytesIO()
        drawable.resize((size[0], size[1]), Image.Resampling.LANCZOS).save(output, _format(image))
    return output.getvalue()


def _with_eight_bits(image: Image.Image) -> Image.Image:
    """The image in a mode that can be resized; 16 bits of grey are scaled, else all were white,
    and what is transparent stays so, else it were black."""
    if image.mode.startswith("I"):
        return image.point(lambda grey: grey * (1 / _OF_SIXTEEN_BITS)).convert("L")
    if image.mode in ("L", "RGB", "RGBA"):
        return image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _format(image: Image.Image) -> str:
    """JPEG stays JPEG; every other format becomes PNG, without loss."""
    return "JPEG" if image.format == "JPEG" else "PNG"
