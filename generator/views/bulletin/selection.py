"""Which records of an edition a section prints."""

from collections.abc import Iterator

from generator.model.corpus.matter import is_differing
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.opinion import Opinion
from generator.model.record.record import Record
from generator.views.blocks import has_own_block
from generator.views.bulletin.section import Select
from generator.views.context.edition_context import EditionContext


def every(kind: type[Record]) -> Select:
    return lambda context: context.of(kind)


def included(select: Select) -> Select:
    """Those of the records that the plan includes."""
    return lambda context: context.included(select(context))


def rumours(context: EditionContext) -> Iterator[Information]:
    return (information for information in context.of(Information) if information.is_rumour)


def facts(context: EditionContext) -> Iterator[Information]:
    return (information for information in context.of(Information) if not information.is_rumour)


def differing(context: EditionContext) -> Iterator[Consultation]:
    return (matter for matter in context.of(Consultation) if is_differing(matter))


def agreed(context: EditionContext) -> Iterator[Consultation]:
    return (matter for matter in context.of(Consultation) if not is_differing(matter))


def basis(context: EditionContext) -> Iterator[Directive]:
    """The directives that are cited but not included by the plan."""
    return (one for one in context.of(Directive) if one.id not in context.plan.include)


def others(context: EditionContext) -> Iterator[Record]:
    """Records of kinds that have no section of their own."""
    return (record for record in context.records if not has_own_block(record))


def with_outlook(context: EditionContext) -> Iterator[Event | Opinion]:
    """The records that may hold forecasts."""
    yield from context.of(Event)
    yield from context.of(Opinion)
