"""Turns values of records into words: names, days, labels, citations, for one page or document."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from generator.base.prose import outward, to_html
from generator.base.text import Choice, Language
from generator.base.times import clock_text, day_text, moment_text
from generator.model.record.record import Period
from generator.model.registry.directory import Answer, Directory
from generator.model.registry.registry import Registry
from generator.views.catalogue.labels import labels

C = TypeVar("C", bound=Choice)


class Cite(NamedTuple):
    """A cited record; `note` is its result or state, `href` is empty if it cannot be linked.

    `is_stopped`: people recalled or retired it, so that what rests on it is closed. `is_here`: the
    document prints it, even where no link leads to it.
    """

    id: str
    title: str = ""
    note: str = ""
    href: str = ""
    is_stopped: bool = False
    is_here: bool = False


class Sentence(NamedTuple):
    """A sentence with the records it cites; stopped with one of these, or with its very words.

    `corrected` says what a later version put in its place.
    """

    text: str
    cites: tuple[Cite, ...] = ()
    is_stopped: bool = False
    corrected: str = ""


def any_stopped(cites: Iterable[Cite]) -> bool:
    """Whether a sentence rests on something that people stopped: one basis is enough."""
    return any(cite.is_stopped for cite in cites)


class Row(NamedTuple):
    """One line of a list of facts."""

    label: str
    text: str
    cites: tuple[Cite, ...] = ()


class PublicContact(NamedTuple):
    """The public contact of a unit that answers questions."""

    unit: str
    title: str
    phone: str
    email: str
    hours: str


def nothing_stopped(_: str) -> bool:
    return False


def nothing_corrected(_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Formatter:
    """The words of one edition's records in one language.

    `known` cites another record by its id. `as_of` is the day of issue: a task that was due
    before it and is not done is overdue. With a `directory` people are sent to whoever answers on
    its day; without one, as on paper, to the unit as it was. `is_stopped_text` knows the sentences
    of recalled records.
    """

    language: Language
    names: Registry
    as_of: date
    known: Callable[[str], Cite]
    directory: Directory | None = None
    is_stopped_text: Callable[[str], bool] = nothing_stopped
    corrected: Callable[[str], str] = nothing_corrected
    _cited: dict[str, Cite] = field(default_factory=dict)

    def label(self, name: str) -> str:
        return labels(self.language)[name]

    def choice(self, value: Choice | None) -> str:
        return value.label.to(self.language) if value is not None else ""

    def said(self, *values: Choice | None) -> str:
        """The labels of choices, with a capital first letter because they stand alone."""
        return sentence_case(", ".join(self.choice(value) for value in values))

    def day(self, day: date | None) -> str:
        return day_text(day, self.language) if day is not None else ""

    def moment(self, moment: datetime | None) -> str:
        if moment is None:
            return ""
        return moment_text(moment, self.names.programme.zone, self.language)

    def clock(self, clock: str) -> str:
        return clock_text(clock, self.language)

    def period(self, period: Period | None) -> str:
        if period is None:
            return ""
        return self.days(period.start, period.until)

    def days(self, start: date, until: date) -> str:
        if start == until:
            return self.label("on_day").format(day=self.day(start))
        return self.label("from_to").format(start=self.day(start), until=self.day(until))

    def moments(self, start: datetime, until: datetime) -> str:
        template = self.label("from_to")
        return template.format(start=self.moment(start), until=self.moment(until))

    def unit(self, unit_id: str | None) -> str:
        unit = self.names.units.get(unit_id or "")
        return unit.name if unit else unit_id or ""

    def units(self, unit_ids: Iterable[str]) -> str:
        return "; ".join(self.unit(unit_id) for unit_id in unit_ids)

    def office(self, unit_id: str, office_id: str) -> str:
        unit = self.names.units.get(unit_id)
        office = unit.office(office_id) if unit else None
        return office.title if office else office_id

    def area(self, area_id: str) -> str:
        area = self.names.areas.get(area_id)
        return area.name if area else area_id

    def listed(self, names: Sequence[str]) -> str:
        """Names in a sentence: A, B và C."""
        *first, last = names or ("",)
        return self.label("spoken_and").join(filter(None, (", ".join(first), last)))

    def areas(self, area_ids: Iterable[str]) -> str:
        return ", ".join(self.area(area_id) for area_id in area_ids)

    def topic(self, topic_id: str | None) -> str:
        topic = self.names.topics.get(topic_id or "")
        return topic.name if topic else topic_id or ""

    def document_type(self, type_id: str | None) -> str:
        document_type = self.names.document_types.get(type_id or "")
        return document_type.name if document_type else type_id or ""

    def contact(self, unit_id: str | None) -> PublicContact | None:
        """How to reach a unit, or the one that answers for it."""
        if not unit_id:
            return None
        answer = self.answer(unit_id)
        if answer is None:
            return PublicContact(unit_id, "", "", "", "")
        contact = answer.unit.contact if answer.unit else None
        name = self._answering(answer)
        if contact is None:
            return PublicContact(name, "", "", "", "")
        phone, email, hours = contact.phone or "", contact.email or "", contact.hours or ""
        return PublicContact(name, contact.title, phone, email, hours)

    def answer(self, unit_id: str) -> Answer | None:
        """Who answers for a unit; None for an unknown unit."""
        answer = self.directory.answer(unit_id) if self.directory else None
        unit = self.names.units.get(unit_id)
        return answer or (Answer(unit, unit) if unit else None)

    def answering(self, unit_id: str | None) -> str:
        """The name of a unit as people are told to ask it, with the one that answers for it."""
        contact = self.contact(unit_id)
        return contact.unit if contact else ""

    def _answering(self, answer: Answer) -> str:
        named, unit = answer.named, answer.unit
        if answer.is_own:
            return named.name
        name = "unit_succeeded" if answer.is_heir else "unit_ended"
        template = self.label(name if unit else "unit_gone")
        return template.format(named=named.called, unit=unit.name if unit else "")

    def cite(self, record_id: str) -> Cite:
        if record_id not in self._cited:
            self._cited[record_id] = self.known(record_id)
        return self._cited[record_id]

    def cites(self, record_ids: Iterable[str]) -> tuple[Cite, ...]:
        return tuple(self.cite(record_id) for record_id in record_ids)

    def sentence(self, text: str, record_ids: Iterable[str]) -> Sentence:
        cites = self.cites(record_ids)
        is_stopped = any_stopped(cites) or self.is_stopped_text(text)
        return Sentence(text, cites, is_stopped, self.corrected(text))

    def prose(self, text: str | None) -> Markup:
        """A Markdown text as safe HTML; a link to a record id gets the record's address.

        Below a text that was corrected since stands what was put into it.
        """
        if not text:
            return Markup()
        put, html = self.corrected(text), Markup(to_html(text, self._address))  # noqa: S704  safe
        return html + _PUT.format(put) if put else html

    def _address(self, target: str) -> str | None:
        return self.cite(target).href or None if _is_id(target) else outward(target)

    def row(self, name: str, text: str, record_ids: Iterable[str] = ()) -> Row:
        return Row(self.label(name), text, self.cites(record_ids))


_PUT = Markup('<p><span class="badge badge-warn">{}</span></p>')


def _is_id(target: str) -> bool:
    return target[2:3] == "-" and target[:2].isupper()


def filled(*rows: Row) -> tuple[Row, ...]:
    """The rows that are not empty."""
    return tuple(row for row in rows if row.text or row.cites)


def chosen(choices: type[C], value: str) -> C:
    """The member of an enumeration with this value; StopIteration if there is none."""
    return next(member for member in choices if member == value)


def contact_text(formatter: Formatter, unit_id: str) -> str:
    """Who answers and how, on one line; without a telephone number, the e-mail address."""
    contact = formatter.contact(unit_id)
    if contact is None:
        return ""
    return " · ".join(filter(None, (contact.unit, contact.phone or contact.email, contact.hours)))


def contact_in_short(formatter: Formatter, unit_id: str) -> str:
    """The same by the unit's short name, without its hours."""
    contact, unit = formatter.contact(unit_id), formatter.names.units.get(unit_id)
    if contact is None:
        return ""
    name = contact.unit.replace(unit.name, unit.called) if unit else contact.unit
    return " · ".join(filter(None, (name, contact.phone or contact.email)))


def sentence_case(text: str) -> str:
    """The text with a capital first letter, the rest unchanged."""
    return text[:1].upper() + text[1:]
