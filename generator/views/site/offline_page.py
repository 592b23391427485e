"""The page that is shown without network in place of a page that is not saved."""

from functools import partial

from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, finish
from generator.views.context.site_context import SiteContext, key_of

ADDRESS = "offline/"


def plan_offline(context: SiteContext) -> Planned:
    """The page never changes: only the device knows the saved pages, and a script lists them."""
    return Planned(
        ADDRESS, "now", key_of(("offline", context.language)), partial(_make_offline, context)
    )


def _make_offline(context: SiteContext) -> Page:
    frame = Frame(ADDRESS, "now", context.label("offline_title"), context.label("offline_summary"))
    return finish(context, frame, "offline")
