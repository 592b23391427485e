"""What was stopped: recalled records, bulletins, versions; editions whose content was taken out."""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import NamedTuple

from generator.base.times import moment_text
from generator.model.edition.closed import Closed
from generator.model.kinds import kind_of
from generator.model.registry.signoff import Recall
from generator.views.context.addresses import address_of, address_of_edition
from generator.views.context.formatter import sentence_case
from generator.views.context.site_context import SiteContext


class Recalled(NamedTuple):
    """Something stopped, and its page; of a closed bulletin only the id is named.

    `by` is the unit that recalled it, and empty where all parties took the content out. With
    `has_title` the title is its own. `stamp` is everything that a line about it depends on.
    """

    name: str
    title: str
    address: str
    zone: tzinfo
    is_exercise: bool
    at: datetime
    reason: str
    by: str
    stamp: str
    recall: Recall | None = None
    has_title: bool = False

    @property
    def instead(self) -> str | None:
        return self.recall.instead if self.recall else None

    @property
    def heading(self) -> str:
        """The name of the label of its line in lists and feeds."""
        return "recall_of" if self.recall else "redaction_of"


def all_recalled(context: SiteContext) -> Iterator[Recalled]:
    """Everything stopped that readers of this site ever had, by id."""
    redacted = (closed.name for closed in context.ledger.closed if closed.recall is None)
    for name in sorted({*context.ledger.recalls, *redacted}):
        thing = recalled_thing(context, name)
        if thing is not None:
            yield thing


def recalled_thing(context: SiteContext, name: str) -> Recalled | None:
    """Something stopped, by its name; None when this site never showed it."""
    ledger = context.ledger
    if name in ledger.issued:
        last, recall = ledger.issued[name][-1], ledger.recalls[name]
        edition = last.edition
        return Recalled(
            name,
            str(last.content["title"]),
            address_of(name),
            edition.zone,
            edition.is_exercise,
            recall.at,
            recall.reason,
            edition.unit_called(recall.unit),
            f"{context.stamp(name)} {recall.model_dump_json()}",
            recall,
            has_title=True,
        )
    closed = ledger.gone.get(name) or closed_as(context, name)
    return closed_thing(context, closed, name) if closed else None


def closed_thing(context: SiteContext, closed: Closed, name: str) -> Recalled:
    """A closed edition under one of its names: the version, its bulletin, or what it printed.

    What was recalled by itself before keeps the time and the reason of its own recall.
    """
    own = context.ledger.recalls.get(name)
    if own and own is not closed.recall:
        by = closed.units.get(own.unit, own.unit)
        stop = f"{closed.stamp} {own.model_dump_json()}"
        closed = closed._replace(at=own.at, reason=own.reason, by=by, recall=own)
    else:
        stop = closed.stamp
    return Recalled(
        name,
        _closed_title(context, name),
        address_of_edition(name) if "/" in name else address_of(name),
        closed.zone,
        closed.is_exercise,
        closed.at,
        closed.reason,
        closed.by,
        stop,
        closed.recall,
    )


def closed_as(context: SiteContext, name: str) -> Closed | None:
    """The last edition that was closed under a name: of a version, or of its bulletin."""
    closed = [c for c in context.ledger.closed if name in (c.name, c.bulletin)]
    return closed[-1] if closed else None


def _closed_title(context: SiteContext, name: str) -> str:
    """Of what is closed no word is shown: its kind and id, and of a version its number."""
    record_id, _, version = name.partition("/v")
    title = f"{sentence_case(kind_of(record_id).label.to(context.language))} {record_id}"
    if not version:
        return title
    return context.label("closed_version").format(title=title, version=version)


def stop_note(context: SiteContext, thing: Recalled) -> tuple[str, str]:
    """When and by whom it was stopped, and why: two sentences."""
    moment = moment_text(thing.at, thing.zone, context.language)
    label = context.label("recalled" if thing.recall else "redacted")
    reason = context.label("recall_reason").format(reason=thing.reason)
    return label.format(moment=moment, unit=thing.by), reason
