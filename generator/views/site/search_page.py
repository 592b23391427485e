"""The search page: filters, sentences of its script, and links to lists without a script."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from generator.model.kinds.event import Event
from generator.views.catalogue.words import words
from generator.views.context.addresses import SECTIONS, relative_link
from generator.views.context.page import Page, Planned
from generator.views.context.page_layout import Frame, finish
from generator.views.context.site_context import MOST_SHOWN, SiteContext, key_of
from generator.views.lists.listing import newest_first
from generator.views.site.search_entries import GUIDE, name_of

ADDRESS = "search/"
# Sections whose records are in other sections too, or that have none.
_NOT_A_KIND = frozenset({"now", "corrections", "search"})


class FilterOption(NamedTuple):
    """An option of a filter."""

    id: str
    text: str


class Filter(NamedTuple):
    """A filter; `name` is its parameter in the address of the page."""

    name: str
    title: str
    options: tuple[FilterOption, ...]


def plan_search(context: SiteContext) -> Planned:
    filters = tuple(_filters(context))
    key = key_of(("search", context.language, repr(filters)))
    return Planned(ADDRESS, "search", key, partial(_make_search, context, filters))


def _make_search(context: SiteContext, filters: tuple[Filter, ...]) -> Page:
    title, summary = context.label("search_title"), context.label("search_summary")
    lists = (section for section in SECTIONS if section.folder and section.id != "search")
    return finish(
        context,
        Frame(ADDRESS, "search", title, summary),
        "search",
        filters=filters,
        said=words(context.language, "search"),
        lists=tuple(
            FilterOption(
                relative_link(ADDRESS, f"{section.folder}/"), context.label(f"section_{section.id}")
            )
            for section in lists
        ),
    )


def _filters(context: SiteContext) -> Iterator[Filter]:
    yield Filter("kind", context.label("search_kind"), tuple(_kinds(context)))
    for name, section in (("area", "areas"), ("topic", "topics")):
        options = sorted(_subjects(context, section).items(), key=lambda option: option[1])
        title = context.label(f"search_{name}")
        yield Filter(
            name, title, tuple(FilterOption(option_id, text) for option_id, text in options)
        )
    yield Filter("event", context.label("search_event"), tuple(_events(context)))


def _kinds(context: SiteContext) -> Iterator[FilterOption]:
    for section in SECTIONS:
        if section.id not in _NOT_A_KIND:
            yield FilterOption(section.id, context.label(f"section_{section.id}"))
    yield FilterOption(GUIDE, context.label("guide"))


def _subjects(context: SiteContext, section: str) -> Mapping[str, str]:
    """All areas or topics by id, each named as in the newest edition that has it."""
    names: dict[str, str] = {}
    for edition in reversed(context.ledger.editions):
        for row in edition.entries(section):
            names.setdefault(str(row["id"]), name_of(edition, section, str(row["id"])))
    return names


def _events(context: SiteContext) -> Iterator[FilterOption]:
    """The newest events; the address of the page may select any other event."""
    for event_id in newest_first(context, context.ledger.of(Event))[:MOST_SHOWN]:
        yield FilterOption(event_id, f"{event_id} {context.content(event_id)['title']}")
