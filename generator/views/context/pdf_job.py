"""What one PDF is made of, and how finished text is placed on the sheet of a layout."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from generator.base.text import Language
from generator.model.layouts import layout_of
from generator.views.context.templates import render


class PdfJob(NamedTuple):
    """Everything one PDF is made of; it travels to a worker process as it is.

    `created` is an ISO 8601 moment with its offset. `images` maps an address as the HTML writes it
    to the bytes: nothing else can be read. Without an `attachment_name` nothing is attached.
    `layout` is a profile and `document` a type of document, as in `layout_of`. `denser` are the
    same page in smaller type, the largest first: each is tried when what stands before the annex
    takes more than `pages`; the last one stays in any case.
    """

    html: str
    title: str
    language: str
    created: str
    layout: str = "masthead"
    document: str = "bulletin"
    attachment: bytes = b""
    attachment_name: str = ""
    denser: tuple[str, ...] = ()
    pages: int = 0
    images: Mapping[str, bytes] = {}


class Sheet(NamedTuple):
    """What every page carries at its ends; `look` is the kind of sheet that its style knows."""

    look: str
    issue: str
    validity: str
    code: str
    banner: str = ""
    reach: str = ""
    page: str = ""


class Setting(NamedTuple):
    """How a document is set: profile, type of document, language, and when it was made."""

    layout: str
    document: str
    language: Language
    created: datetime


def set_job(
    setting: Setting,
    titles: Iterable[str | None],
    sheet: Sheet,
    template: str = "",
    **values: object,
) -> PdfJob:
    """A document in the template of its layout, or in another one; its title joins the given."""
    file_name = template or layout_of(setting.layout, setting.document).template
    language, title = setting.language, ": ".join(filter(None, titles))
    shared = {"title": title, "spoken": language.value, "sheet": sheet}
    html = render(f"pdf/{file_name}", language, **shared, **values)
    return PdfJob(
        html=str(html),  # no Markup, whose methods escape
        title=title,
        language=language.value,
        created=setting.created.isoformat(timespec="seconds"),
        layout=setting.layout,
        document=setting.document,
    )
