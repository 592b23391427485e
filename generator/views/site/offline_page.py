"""The page in place of one that is not saved, when there is no network."""

from functools import partial

from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, finish
from generator.views.context.site_context import SiteContext, key_of

ADDRESS = "offline/"


def plan_offline(context: SiteContext) -> Planned:
    """It stands still: which pages are saved only the device knows, and a script lists them."""
    return Planned(
        ADDRESS, "now", key_of(("offline", context.language)), partial(_make_offline, context)
    )


def _make_offline(context: SiteContext) -> Page:
    frame = Frame(ADDRESS, "now", context.label("offline_title"), context.label("offline_summary"))
    return finish(context, frame, "offline")
