"""Pictures on paper: the attached images of a bulletin, as its annex shows them."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from generator.model.record.record import Attachment
from generator.views.context.edition_context import EditionContext

_ENDINGS = (".png", ".jpg", ".jpeg", ".webp")


class Picture(NamedTuple):
    """`address` is how the page refers to it; `told` is its text for a screen reader."""

    address: str
    title: str
    file: str
    told: str


def pictures(context: EditionContext) -> Iterator[Picture]:
    """Each attached image once, in the order of the document."""
    attachments = {
        attachment.file: attachment
        for attachment in _attachments(context)
        if is_picture(attachment.file)
    }
    for file, attachment in attachments.items():
        yield Picture(
            picture_address(file),
            attachment.title,
            file,
            attachment.description or attachment.title,
        )


def _attachments(context: EditionContext) -> Iterator[Attachment]:
    for record in (context.plan, *context.records):
        yield from record.attachments


def is_picture(file: str) -> bool:
    return file.lower().endswith(_ENDINGS)


def picture_address(file: str) -> str:
    """A key of `PdfJob.images`, which supplies the bytes; not a path."""
    return f"picture:{quote(file)}"
