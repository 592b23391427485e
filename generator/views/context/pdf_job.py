"""The parts of one PDF, and how finished text is rendered in a layout."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from html import escape
from typing import NamedTuple

from generator.base.text import Language
from generator.model.layouts import layout_of
from generator.views.context.templates import render

ANY_NUMBER = 1000  # of pages: smaller type is tried only lest the last sheet be nearly empty


class PdfJob(NamedTuple):
    """Everything one PDF is made of; it can be sent to a worker process unchanged.

    `created` is an ISO 8601 moment with its offset. `images` maps an address in the HTML to its
    bytes; the renderer can read nothing else. Without an `attachment_name` nothing is attached.
    `layout` is a profile and `document` a type of document, as in `layout_of`. `denser` are the
    same page in smaller type or with less, the largest first: each is tried if there are more than
    `pages` pages, if the last ends near its head (before `#proof`, if it has that), or if the
    element `on_first` is not on page 1; what lacks the least is kept.
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
    on_first: str = ""
    images: Mapping[str, bytes] = {}

    @property
    def shown(self) -> tuple[str, ...]:
        """Everything that the sheet and its description say, as HTML."""
        return (self.html, *self.denser, escape(self.title))


class Sheet(NamedTuple):
    """The head and the foot of every page; `look` holds CSS classes of the sheet."""

    look: str
    issue: str
    validity: str
    code: str
    banner: str = ""
    reach: str = ""
    page: str = ""


class Setting(NamedTuple):
    """The layout of a document: profile, type of document, language, and its moment of issue."""

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
    """The job for a document; `template` replaces its layout's, `titles` are joined by “: ”."""
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
