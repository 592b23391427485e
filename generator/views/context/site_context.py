"""The ledger for pages: answers are read from frozen content and remembered."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cached_property, partial
from typing import NamedTuple
from urllib.parse import quote
from zlib import crc32

from generator.base.digest import Json, canonical
from generator.base.text import Bilingual, Language
from generator.base.times import day_text, moment_text
from generator.model.corpus.evidence import Doubt, Flaw
from generator.model.corpus.standing import Standing
from generator.model.edition.closed import Closed
from generator.model.edition.edition import Edition
from generator.model.kinds import kind_of
from generator.model.kinds.information import Result
from generator.model.ledger.bulletin_lines import Lines, bulletin_lines
from generator.model.ledger.corrected_words import Corrected, corrected_in, corrections_of_words
from generator.model.ledger.evidence import doubt_about_issued
from generator.model.ledger.ledger import Ledger
from generator.model.ledger.queries import concluded_result, is_over
from generator.model.ledger.stopped_words import sentence_key, stopped_words
from generator.model.ledger.text_sources import texts_of
from generator.model.registry.registry import Unit
from generator.views.catalogue.labels import labels
from generator.views.context.addresses import address_of, address_of_edition, relative_link
from generator.views.context.evidence_note import evidence_note
from generator.views.context.formatter import Cite, Formatter
from generator.views.context.page import Key
from generator.views.context.text_links import ids_in
from generator.views.context.usability import UsePeriod

# How many neighbours of one kind a page lists at most; the newest come first.
MOST_SHOWN = 60


class Badge(NamedTuple):
    """A status in words; `span` is for scripts. With `due` (ISO) it is hidden until that moment."""

    text: str
    tone: str
    span: UsePeriod | None = None
    due: str = ""


class Paper(NamedTuple):
    """A file beside a page, to be printed; with `why` there is none, and that says why."""

    label: str
    href: str
    why: str

    @property
    def name(self) -> str:
        return self.href.rpartition("/")[2]


# Why a PDF could not be made, by its path in the site.
Unmade = Mapping[str, Bilingual]
NOTHING_UNMADE: Unmade = {}


class SiteContext:
    """One ledger in one language; every answer depends on the ledger and on what was `unmade`."""

    def __init__(self, ledger: Ledger, language: Language, unmade: Unmade = NOTHING_UNMADE) -> None:
        self.unmade = unmade
        self.ledger = ledger
        self.language = language
        self._standings: dict[str, Standing] = {}
        self._doubts: dict[str, Doubt | None] = {}
        self._stamps: dict[str, str] = {}
        self._editions: dict[str, str] = {}
        self._answers: dict[str, str] = {}

    def label(self, name: str) -> str:
        return labels(self.language)[name]

    @cached_property
    def lines(self) -> Lines:
        """Which bulletin follows which."""
        return bulletin_lines(self.ledger)

    def exercise_mark(self, edition: Edition | Closed) -> str:
        """What marks a thing of an exercise beside others; empty where every page says it."""
        is_marked = edition.is_exercise and not self.ledger.is_exercise
        return self.label("exercise") if is_marked else ""

    def paper(self, address: str, path: str, label: str) -> Paper:
        """The link of a page to the file at that path, or why there is none."""
        why = self.unmade.get(path)
        text = self.label("unmade").format(why=why.to(self.language)) if why else ""
        href = (
            path.removeprefix(address) if path.startswith(address) else relative_link(address, path)
        )
        return Paper(self.label(label), href, text)

    def made_paper(self, address: str, path: str, label: str) -> Paper | None:
        """The link of a page to the file at that path; None if there is none."""
        paper = self.paper(address, path, label)
        return None if paper.why else paper

    def standing(self, record_id: str) -> Standing:
        if record_id not in self._standings:
            self._standings[record_id] = self.ledger.standing(record_id)
        return self._standings[record_id]

    def doubt(self, record_id: str) -> Doubt | None:
        """Why nothing may rest on a record now; None when it may, or readers never had it."""
        if record_id not in self._doubts:
            is_known = self.is_issued(record_id)
            self._doubts[record_id] = (
                doubt_about_issued(self.ledger, record_id) if is_known else self._gone(record_id)
            )
        return self._doubts[record_id]

    def _gone(self, record_id: str) -> Doubt | None:
        """The doubt about a record of which no edition is shown any more."""
        return Doubt(Flaw.RECALLED) if record_id in self.ledger.gone else None

    def is_stopped(self, record_id: str) -> bool:
        """Whether people recalled or retired it: its words are closed wherever they are shown."""
        doubt = self.doubt(record_id)
        return doubt is not None and doubt.is_stop

    @cached_property
    def _stopped_words(self) -> Mapping[str, datetime]:
        return stopped_words(self.ledger)

    def is_stopped_text(self, text: str, edition: Edition) -> bool:
        """Whether an edition told the very sentence of a record that was recalled since."""
        if not self._stopped_words:
            return False
        at = self._stopped_words.get(sentence_key(text))
        return at is not None and edition.issued_at <= at

    @cached_property
    def _corrections(self) -> tuple[Corrected, ...]:
        return corrections_of_words(self.ledger)

    def corrected_in(self, edition: Edition) -> Mapping[str, str]:
        """What later corrections put in the place of sentences of an edition."""
        return corrected_in(self._corrections, edition)

    def stands(self, because: Iterable[str]) -> bool:
        """Whether a sentence still rests on something; texts of old editions cite nothing.

        One basis that people stopped is enough to stop it.
        """
        because = tuple(because)
        if any(map(self.is_stopped, because)):
            return False
        cited = [record_id for record_id in because if self.is_issued(record_id)]
        return not cited or any(self.doubt(record_id) is None for record_id in cited)

    def can_tell(self, text: str, because: Iterable[str], edition: Edition) -> bool:
        """Whether a paper or a voice that cites nothing may tell a sentence of an edition.

        Its evidence still stands, the telephones that it names still reach somebody, and nobody
        stopped its words.
        """
        is_reachable = not self.ledger.directory.unreachable_in(text)
        return self.stands(because) and is_reachable and not self.is_stopped_text(text, edition)

    def is_partly(self, record_id: str) -> bool:
        """Whether it is an information that was concluded to be true in part."""
        known = self.is_issued(record_id)
        return known and concluded_result(self.content(record_id)) is Result.PARTLY

    def stamp(self, record_id: str) -> str:
        """Everything that a line about a record, or a citation of it, depends on.

        Its content, standing and contact, and of its edition only the mode, the time zone and the
        unit's name. So pages that cite a record are not made again when it is reprinted unchanged.
        """
        if record_id not in self._stamps:
            self._stamps[record_id] = self._stamp(record_id)
        return self._stamps[record_id]

    def _stamp(self, record_id: str) -> str:
        last = self.ledger.latest(record_id)
        if last is None:
            return f"{record_id} {self.doubt(record_id) or '-'}"
        edition = last.edition
        unit = edition.unit_called(str(last.content["unit"]))
        shown = f"{edition.plan.get('mode')} {edition.zone} {unit}"
        matter = self.ledger.matters.get(record_id, "")
        ended = "over" if is_over(self.ledger, record_id) else ""
        asked = " ".join(self.answer_stamp(unit_id) for unit_id in _asked_units(last.content))
        asked += " ".join(map(self.area_now, last.content.get("areas", ())))
        doubt = self.doubt(record_id) or ""
        told = [
            (self.can_tell(said["text"], because, edition), [*map(self.is_partly, because)])
            for said in (*last.content.get("say", ()), *last.content.get("timeline", ())[-1:])
            for because in [said.get("because", ())]
        ]
        stopped = [
            *self.stopped_in(edition, last.content),
            *filter(self.is_stopped, last.content.get("basis", ())),
        ]
        named = self.named_in(last.content)
        state = (
            f"{self.standing(record_id)} {matter} {ended} {doubt} {told} {asked} {stopped} {named}"
        )
        return f"{record_id} {last.digest} {shown} {state}"

    def stopped_in(self, edition: Edition, content: Json | None = None) -> list[str]:
        """The texts of an edition, or of one record in it, whose words were stopped since."""
        if not self._stopped_words:
            return []
        texts = texts_of(content or [edition.plan, edition.records])
        return [text for text in texts if self.is_stopped_text(text, edition)]

    def answer_stamp(self, unit_id: str) -> str:
        """Who answers for a unit at the ledger's moment, and how: what a page tells people."""
        if unit_id not in self._answers:
            answer = self.ledger.directory.answer(unit_id)
            asked = answer and (answer.named.called, answer.unit and _shown(answer.unit))
            self._answers[unit_id] = f"{unit_id} {asked}"
        return self._answers[unit_id]

    def area_now(self, area_id: str) -> str:
        """The name of the area that stands in the place of one that has ended; or empty."""
        directory = self.ledger.directory
        later = directory.area_now(area_id)
        return directory.areas[later].name if later else ""

    def edition_stamp(self, edition: Edition) -> str:
        """A name and digest of what a line may show of an edition: name, time, mode, registry."""
        if edition.digest not in self._editions:
            shown = (edition.name, edition.issued_at.isoformat(), edition.plan.get("mode"))
            content_digest = hashlib.sha256(canonical([*shown, edition.registry]))
            self._editions[edition.digest] = f"{edition.name} {content_digest.hexdigest()[:24]}"
        return self._editions[edition.digest]

    def content(self, record_id: str) -> Json:
        """A record as last issued; raises KeyError when it never was."""
        return self.ledger.issued[record_id][-1].content

    def is_issued(self, record_id: str) -> bool:
        return record_id in self.ledger.issued

    def page_of(self, name: str) -> str:
        """The address of the page of a record, a bulletin or a version; empty without one."""
        bulletin, _, version = name.partition("/")
        versions = self.ledger.bulletins.get(bulletin, ())
        if version:
            is_version = any(edition.name == name for edition in versions)
            return address_of_edition(name) if is_version else ""
        return address_of(name) if versions or self.is_issued(name) else ""

    def named_in(self, *contents: Json) -> list[str]:
        """The ids in texts that have a page: links of the page that shows these texts."""
        return [*filter(self.page_of, ids_in(texts_of(contents)))]

    def neighbours(self, record_id: str) -> tuple[str, ...]:
        """The ids of records that name this one, newest first, at most MOST_SHOWN of each kind."""
        naming = self.ledger.named_by.get(record_id, ())
        if len(naming) <= MOST_SHOWN:
            return naming[::-1]
        shown_by_kind: dict[str, list[str]] = {}
        for neighbour_id in reversed(naming):
            group = shown_by_kind.setdefault(neighbour_id[:2], [])
            if len(group) < MOST_SHOWN:
                group.append(neighbour_id)
        return tuple(neighbour_id for group in shown_by_kind.values() for neighbour_id in group)

    def cites(self, start: str) -> Callable[[str], Cite]:
        """The function by which the page at `start` cites other records, as last issued."""

        def known(record_id: str) -> Cite:
            is_stopped = self.is_stopped(record_id)
            href = relative_link(start, address_of(record_id))
            if not self.is_issued(record_id):
                note = Standing.RECALLED.label.to(self.language) if is_stopped else ""
                return Cite(record_id, "", note, href if is_stopped else "", is_stopped)
            content = self.content(record_id)
            note = self._note(record_id, content)
            return Cite(record_id, str(content["title"]), note, href, is_stopped)

        return known

    def _note(self, record_id: str, content: Json) -> str:
        standing, doubt = self.standing(record_id), self.doubt(record_id)
        is_other = not kind_of(record_id).is_evidence
        if (doubt is None or is_other) and not standing.applies_now:
            return standing.label.to(self.language)
        result = concluded_result(content)
        return evidence_note(
            doubt, result, self.language, partial(day_text, language=self.language)
        )

    def formatter(self, edition: Edition, start: str) -> Formatter:
        """The formatter for a record of this edition on the page at `start`."""
        directory = self.ledger.directory
        is_stopped = partial(self.is_stopped_text, edition=edition)
        known = self.cites(start)
        return Formatter(self.language, edition.names, edition.day, known, directory, is_stopped)

    def file_href(self, edition: Edition, start: str, name: str) -> str:
        """The link from the page at `start` to an attachment as this edition froze it; or empty."""
        path = self.ledger.files.get((name, edition.attachments.get(name, "")))
        return relative_link(start, f"attachments/{quote(path)}") if path else ""

    def moment(self, moment: datetime, edition: Edition) -> str:
        return moment_text(moment, edition.zone, self.language)


def _asked_units(content: Json) -> tuple[str, ...]:
    """The units that people are told to ask: the contact, or the unit that supplied it."""
    return tuple(str(content[key]) for key in ("contact", "unit") if content.get(key))


def _shown(unit: Unit) -> tuple[object, ...]:
    return (unit.name, unit.called, unit.contact)


_NAME = re.compile(r"[A-Z]{2}-\d{4}-\d{4,}")


def key_of(*parts: Iterable[str] | str) -> Key:
    """The digest of everything that a page depends on, line by line; a line is of what it names."""
    hasher, inputs = hashlib.sha256(), dict[str, int]()
    for part in parts:
        lines = (part,) if isinstance(part, str) else tuple(part)
        hasher.update("\n".join(lines).encode())
        hasher.update(b"\0")
        for line in lines:
            named = _NAME.search(line)
            name = named[0] if named else ""
            inputs[name] = crc32(line.encode(), inputs.get(name, 0))
    key = Key(hasher.hexdigest())
    key.inputs = inputs
    return key
