"""The annex of a quick bulletin: what an editor included and its two pages have no place for."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.kinds.consultation import Consultation
from generator.model.kinds.directive import Directive
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.kinds.opinion import Opinion
from generator.model.matter import is_differing
from generator.views.paper_told import attached, files_named, paper_records
from generator.views.printed import Printed
from generator.views.quick_parts import of_messages, paragraph


def streams(printed: Printed) -> Markup:
    return paper_records(printed, printed.included(printed.of(Opinion)))


def rumours(printed: Printed) -> Markup:
    return paper_records(printed, printed.included(_told_of(printed, is_rumour=True)))


def facts(printed: Printed) -> Markup:
    return paper_records(printed, printed.included(_told_of(printed, is_rumour=False)))


def _told_of(printed: Printed, *, is_rumour: bool) -> Iterator[Information]:
    return (one for one in printed.of(Information) if one.is_rumour is is_rumour)


def consultations(printed: Printed) -> Markup:
    agreed = (one for one in printed.of(Consultation) if not is_differing(one))
    return paper_records(printed, printed.included(agreed))


def directives(printed: Printed) -> Markup:
    return paper_records(printed, printed.included(printed.of(Directive)))


def attachments(printed: Printed) -> Markup:
    """The files of the bulletin, and of the records that are told above without their heads."""
    records = (*printed.of(Event), *printed.of(Message))
    return files_named(printed, (*printed.plan.attachments, *attached(records)))


def scripts(printed: Printed) -> Markup:
    """What is read out over loudspeakers, whole; it repeats the messages in spoken words."""
    return of_messages(printed, lambda one: paragraph(printed, one.script))
