"""The life of a unit or an area: since when, until when, what came before and what follows."""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.base.times import day_text
from generator.model.registry.directory import Directory
from generator.model.registry.registry import Area, Unit
from generator.model.registry.succession import (
    E,
    ancestors,
    has_ended,
    heir,
    predecessors,
    relatives,
    successors,
)
from generator.views.context.addresses import relative_link
from generator.views.context.formatter import Cite, Row, contact_text, filled
from generator.views.context.site_context import Badge, SiteContext

_LAST = 2


def related_ids(context: SiteContext, section: str, with_records: frozenset[str]) -> frozenset[str]:
    """The units that were ever frozen; the areas that succession joins to those with records."""
    directory = context.ledger.directory
    if section == "units":
        return frozenset(directory.units)
    return relatives(directory.areas, with_records) if section == "areas" else frozenset()


def inherited(context: SiteContext, section: str, subject: str) -> tuple[str, ...]:
    """The units or areas in whose place a subject stands; what they left open is its own now."""
    directory = context.ledger.directory
    table = _table(directory, section)
    entry = table.get(subject)
    if entry is None or has_ended(entry, directory.day):
        return ()
    before = ancestors(table, entry)
    return tuple(
        one.id
        for one in before
        if has_ended(one, directory.day) and heir(table, one, directory.day) is entry
    )


def rank(directory: Directory, section: str, subject: str) -> tuple[int, int]:
    """The place in the list: living parties in their order, then what lives, then what ended."""
    entry = _table(directory, section).get(subject)
    if entry is not None and has_ended(entry, directory.day):
        return _LAST, 0
    is_party = section == "units" and subject in directory.parties
    return (0, directory.parties.index(subject)) if is_party else (1, 0)


def badges(context: SiteContext, section: str, subject: str) -> tuple[Badge, ...]:
    place, _ = rank(context.ledger.directory, section, subject)
    if place == _LAST:
        return (Badge(context.label("ended_badge"), "warn"),)
    return (Badge(context.label("party_badge"), "info"),) if place == 0 else ()


def life_sentence(context: SiteContext, section: str, subject: str) -> str:
    """When it ended and what follows, for a line of a list; empty for what lives."""
    directory = context.ledger.directory
    entry = _table(directory, section).get(subject)
    if entry is None or not has_ended(entry, directory.day):
        return ""
    later = heir(_table(directory, section), entry, directory.day)
    now = f" {context.label('life_now')} {later.name}." if later else ""
    return f"{_times(context, section, entry)[0]}.{now}"


def life_rows(context: SiteContext, section: str, subject: str) -> tuple[Row, ...]:
    """The rows of its page, with links to what came before and what follows."""
    directory = context.ledger.directory
    entry = _table(directory, section).get(subject)
    if entry is None:
        return ()
    times = "; ".join(_times(context, section, entry))
    return filled(
        Row(context.label("life"), times),
        *_succession(context, section, _table(directory, section), entry),
        *(_contact(context, subject) if section == "units" else ()),
    )


def _succession(
    context: SiteContext, section: str, table: Mapping[str, E], entry: E
) -> Iterator[Row]:
    """What followed, in the order of time, and what it follows; only an end makes it “now”."""
    day, later = context.ledger.directory.day, successors(table, entry)
    now = heir(table, entry, day) if has_ended(entry, day) else None
    between = later[: later.index(now)] if now else later
    rows = (
        ("life_later", between),
        ("life_now", (now,) if now else ()),
        ("life_before", predecessors(table, entry)),
    )
    for label, others in rows:
        yield Row(context.label(label), "", tuple(_cite(section, entry, one) for one in others))


def _cite(section: str, here: Unit | Area, there: Unit | Area) -> Cite:
    href = relative_link(f"{section}/{here.id}/", f"{section}/{there.id}/")
    return Cite(there.id, there.name, "", href)


def _contact(context: SiteContext, unit: str) -> tuple[Row, ...]:
    newest = context.ledger.newest
    if newest is None:
        return ()
    text = contact_text(context.formatter(newest, f"units/{unit}/"), unit)
    return (Row(context.label("life_asks"), text),)


def _times(context: SiteContext, section: str, entry: Unit | Area) -> tuple[str, ...]:
    """Since when and until when it exists, as far as that is limited; of what ended, the end."""
    day, valid = context.ledger.directory.day, entry.valid
    kind = "area" if section == "areas" else "unit"
    if valid.until and has_ended(entry, day):
        return (_on(context, f"life_{kind}_ended", valid.until),)
    since = (_on(context, f"life_{kind}_coming", valid.start),) if valid.start else ()
    until = (_on(context, f"life_{kind}_ending", valid.until),) if valid.until else ()
    return since + until


def _on(context: SiteContext, label: str, day: date) -> str:
    return context.label(label).format(day=day_text(day, context.language))


def _table(directory: Directory, section: str) -> Mapping[str, Unit | Area]:
    tables: Mapping[str, Mapping[str, Unit | Area]] = {
        "units": directory.units,
        "areas": directory.areas,
    }
    return tables.get(section, {})
