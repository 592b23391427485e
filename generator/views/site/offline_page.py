"""The page in place of one that is not saved, when there is no network."""

from functools import partial

from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, finish
from generator.views.context.site_context import SiteContext, key_of

ADDRESS = "offline/"


def plan_offline(reading: SiteContext) -> Planned:
    """It stands still: which pages are saved only the device knows, and a script lists them."""
    return Planned(ADDRESS, "now", key_of(("offline", reading.language)), partial(_make, reading))


def _make(reading: SiteContext) -> Page:
    frame = Frame(ADDRESS, "now", reading.label("offline_title"), reading.label("offline_summary"))
    return finish(reading, frame, "offline")
