"""What parties recalled: records, bulletins, versions, as lists, feeds and pages name them."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import NamedTuple

from generator.model.edition.edition import Closed
from generator.model.kinds import kind_of
from generator.model.registry.signoff import Recall
from generator.views.context.addresses import address_of, address_of_edition
from generator.views.context.formatter import sentence_case
from generator.views.context.site_context import SiteContext
from generator.views.context.times import moment_text


class Recalled(NamedTuple):
    """Something recalled, and its page; of a closed bulletin only the id is named.

    With `has_title` the title is its own. `stamp` is everything that a line about it depends on
    besides the recall itself.
    """

    recall: Recall
    title: str
    address: str
    zone: tzinfo
    is_exercise: bool
    unit: str
    stamp: str
    has_title: bool = False

    @property
    def name(self) -> str:
        return str(self.recall.record)


def all_recalled(context: SiteContext) -> Iterator[Recalled]:
    """Everything recalled that readers of this site ever had, by id."""
    for name in sorted(context.ledger.recalls):
        thing = recalled_thing(context, name)
        if thing is not None:
            yield thing


def recalled_thing(context: SiteContext, name: str) -> Recalled | None:
    """A recalled record, bulletin or version; None when this site never showed it."""
    ledger = context.ledger
    recall = ledger.recalls[name]
    if name in ledger.issued:
        last = ledger.issued[name][-1]
        edition, title = last.edition, str(last.content["title"])
        told = (edition.zone, edition.is_exercise, edition.unit_called(recall.unit))
        return Recalled(recall, title, address_of(name), *told, context.stamp(name), has_title=True)
    closed = ledger.gone.get(name) or closed_as(context, name)
    if closed is None:
        return None
    address = address_of_edition(name) if "/" in name else address_of(name)
    title = closed_title(context, name)
    told = (closed.zone, closed.is_exercise, closed.recalled_by)
    return Recalled(recall, title, address, *told, closed.digest)


def closed_as(context: SiteContext, name: str) -> Closed | None:
    """The last edition that was closed under a name: of a version, or of its bulletin."""
    closed = [c for c in context.ledger.closed if name in (c.name, c.bulletin)]
    return closed[-1] if closed else None


def closed_title(context: SiteContext, name: str) -> str:
    """The title of a page of which no word is shown any more: its id, and of a version its
    number."""
    record_id, _, version = name.partition("/v")
    title = f"{sentence_case(kind_of(record_id).label.to(context.language))} {record_id}"
    return (
        context.label("closed_version").format(title=title, version=version) if version else title
    )


def recall_note(context: SiteContext, thing: Recalled) -> tuple[str, str]:
    """When and by whom it was recalled, and why: two sentences."""
    recall = thing.recall
    moment = moment_text(recall.at, thing.zone, context.language)
    sentence = context.label("recalled").format(moment=moment, unit=thing.unit)
    return sentence, context.label("recall_reason").format(reason=recall.reason)
