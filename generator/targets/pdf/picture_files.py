"""Attached pictures, made fit for paper: the same bytes from the same bytes."""

import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

from generator.model.edition.edition import Edition
from generator.targets.build.attachment_files import issued_file
from generator.views.bulletin.pictures import is_picture, picture_address

# The text area of A4 at 300 dots an inch; a printer shows no more.
_MOST = (2000, 3000)
_PLAIN = ("1", "L", "RGB", "RGBA", "P", "LA")


def issued_pictures(root: Path, edition: Edition) -> Mapping[str, bytes]:
    """The images of an edition as they were issued, fit for paper, by the addresses that
    pages name them with."""
    return fitted(edition, lambda name: issued_file(root, name, edition.attachments[name]))


def fitted(edition: Edition, read: Callable[[str], bytes]) -> Mapping[str, bytes]:
    """The images that an edition names, fit for paper; `read` gives the file of a name."""
    names = filter(is_picture, edition.attachments)
    return {picture_address(name): fit(read(name)) for name in names}


def fit(content: bytes) -> bytes:
    """The image itself, or one of fewer points when no sheet could show them all.

    Empty for what cannot be opened, or would be larger than memory when unpacked: its description
    stands in its place.
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
        if image.mode in _PLAIN and image.width <= _MOST[0] and image.height <= _MOST[1]:
            return content
        drawn = image if image.mode in ("L", "RGB", "RGBA") else image.convert("RGB")
        scale = min(1, _MOST[0] / image.width, _MOST[1] / image.height)
        size = [max(1, round(side * scale)) for side in image.size]
        made = BytesIO()
        drawn.resize((size[0], size[1]), Image.Resampling.LANCZOS).save(made, _format(image))
    return made.getvalue()


def _format(image: Image.Image) -> str:
    """Photographs stay photographs; whatever else is kept point by point."""
    return "JPEG" if image.format == "JPEG" else "PNG"
