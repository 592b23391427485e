"""Makes a page: renders its layout and collects its headings."""

import re
from functools import partial
from html import unescape
from typing import NamedTuple

from markupsafe import Markup

from generator.views.context.addresses import relative_link
from generator.views.context.as_of import AsOf
from generator.views.context.page import Heading, Page
from generator.views.context.site_context import SiteContext
from generator.views.context.templates import render
from generator.views.context.text_links import linked, no_page

_HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
# Where a layout wants the list of the parts that follow; how many make a page long; their level.
_JUMP, _MANY, _PART = "<!-- jump -->", 5, 2


class Frame(NamedTuple):
    """The title and place of a page; `mark` marks it as an exercise (`exercise_mark`).

    `as_of` is None on pages that do not depend on an issue: corrections, search.
    With `links_ids` ids in its texts are links; its key holds which of them have a page
    (`SiteContext.named_in`). Its links begin at `start`, if that is not its address.
    """

    address: str
    section: str
    title: str
    summary: str
    mark: str = ""
    as_of: AsOf | None = None
    links_ids: bool = False
    start: str = ""


def finish(context: SiteContext, frame: Frame, layout: str, **values: object) -> Page:
    """The page made with a layout of theme/pages."""
    shown = {"title": frame.title, "exercise": frame.mark, "updated": frame.as_of, **values}
    body = render(f"pages/{layout}.html", context.language, **shown)
    href_of = partial(_way, context, frame) if frame.links_ids else no_page
    html = linked(_with_jump(context, body), href_of)
    return framed(frame, Markup(html))  # noqa: S704  escaped by the template


def _with_jump(context: SiteContext, body: str) -> str:
    """A long page with a list of links to its parts, at the place that its layout marks."""
    before, _, after = body.partition(_JUMP)
    parts = tuple(heading for heading in _headings(after) if heading.level == _PART)
    is_long = len(parts) >= _MANY
    jump = render("pages/jump.html", context.language, headings=parts) if is_long else ""
    return f"{before}{jump}{after}"


def _way(context: SiteContext, frame: Frame, name: str) -> str:
    """The link to what an id names; none to the page itself."""
    address = context.page_of(name)
    is_other = bool(address) and address != frame.address
    return relative_link(frame.start or frame.address, address) if is_other else ""


def framed(frame: Frame, body: Markup) -> Page:
    """The page of a finished body; its mark is put before the title of the browser's window."""
    title = f"{frame.mark} · {frame.title}" if frame.mark else frame.title
    return Page(
        frame.address, frame.section, title, frame.summary, tuple(_headings(body)), str(body)
    )


def _headings(body: str) -> list[Heading]:
    return [
        Heading(int(level), unescape(id_), " ".join(unescape(_TAG.sub("", text)).split()))
        for level, id_, text in _HEADING.findall(body)
    ]
