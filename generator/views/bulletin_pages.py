"""The pages of a bulletin: its newest version, every version for ever, and what each changed."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import NamedTuple

from generator.model.compare import compare
from generator.model.edition import Edition, Relation
from generator.views.change_marks import changed_record
from generator.views.changes import rank
from generator.views.corrections import Correction, corrections_before
from generator.views.document import Document, document
from generator.views.finish import Frame, finish
from generator.views.lines import Line, record_line
from generator.views.notices import Notice, due_notice
from generator.views.page import Page, Planned
from generator.views.printed import digest12, is_exercise
from generator.views.promises import owing
from generator.views.reading import Reading, key_of
from generator.views.reading_times import use_in
from generator.views.sections import address_of, address_of_edition, link
from generator.views.wording import Cite, sentence_case


class VersionOf(NamedTuple):
    """One version in the history of its bulletin."""

    name: str
    href: str
    relation: str
    issued: str
    digest: str
    note: str


class Bound(NamedTuple):
    """One version with what its pages need: the version before, the newest, and corrections.

    `is_owing` is whether the next issue that it announces has not come yet.
    """

    edition: Edition
    previous: Edition | None
    newest: Edition
    since: tuple[Correction, ...]
    is_owing: bool


def plan_bulletins(reading: Reading) -> Iterator[Planned]:
    """For each bulletin, newest first: its page, then its versions."""
    since = corrections_before(reading.ledger)
    still_owing = owing(reading.ledger)
    for bulletin in sorted(reading.ledger.bulletins, reverse=True):
        versions = reading.ledger.bulletins[bulletin]
        bound = [
            Bound(
                one,
                versions[number - 1] if number else None,
                versions[-1],
                since[one.digest],
                one is versions[-1] and bulletin in still_owing,
            )
            for number, one in enumerate(versions)
        ]
        yield _plan_newest(reading, bulletin, bound[-1])
        for one in reversed(bound):
            yield from _plan_version(reading, one)


def _key(reading: Reading, kind: str, bound: Bound) -> str:
    versions = reading.ledger.bulletins[bound.edition.bulletin]
    return key_of(
        (kind, reading.language, bound.edition.digest, str(bound.is_owing)),
        (f"{one.name} {one.digest}" for one in versions),
        (f"{one.name} {one.label.en} {one.at.isoformat()} {one.note}" for one in bound.since),
        (reading.stamp(one) for one in sorted(bound.edition.records)),
    )


def _plan_newest(reading: Reading, bulletin: str, bound: Bound) -> Planned:
    address = address_of(bulletin)
    make = partial(_make_version, reading, bound, address)
    return Planned(address, "bulletins", _key(reading, "bulletin", bound), make)


def _plan_version(reading: Reading, bound: Bound) -> Iterator[Planned]:
    address = address_of_edition(bound.edition.name)
    make = partial(_make_version, reading, bound, address)
    yield Planned(address, "bulletins", _key(reading, "version", bound), make)
    if bound.previous:
        changes = partial(_make_changes, reading, bound)
        key = key_of(("changes", reading.language, bound.edition.digest, bound.previous.digest))
        yield Planned(f"{address}changes/", "bulletins", key, changes)


def _make_version(reading: Reading, bound: Bound, address: str) -> Page:
    edition = bound.edition
    told = _told(reading, bound)
    summary = reading.label("summary_bulletin").format(title=told.title, version=edition.version)
    frame = Frame(address, "bulletins", told.title, summary, is_exercise(edition))
    start = address_of_edition(edition.name)
    return finish(
        reading,
        frame,
        "version",
        document=told,
        newer=_newer(reading, bound, address),
        notices=_due(reading, bound),
        pdf=link(address, f"{start}{edition.name.replace('/', '-')}.pdf"),
        changes_href=link(address, f"{start}changes/") if bound.previous else "",
        versions=_versions(reading, edition.bulletin, address),
        records=_records(reading, edition, address),
    )


def _told(reading: Reading, bound: Bound) -> Document:
    """The version in words; its two pages come one after the other and share it."""
    name = bound.edition.name
    if reading.told is None or reading.told[0] != name:
        use = partial(use_in, reading, edition=bound.edition)
        said = document(bound.edition, reading.language, bound.previous, bound.since, use)
        reading.told = (name, said)
    return reading.told[1]


def _newer(reading: Reading, bound: Bound, address: str) -> Cite | None:
    if bound.newest.name == bound.edition.name:
        return None
    newest = bound.newest
    title = reading.label("newer").format(name=newest.name)
    note = sentence_case(newest.relation.label.to(reading.language))
    return Cite(newest.name, title, note, link(address, address_of_edition(newest.name)))


def _due(reading: Reading, bound: Bound) -> tuple[Notice, ...]:
    """That the announced next bulletin was due, or that its first message is over by now."""
    edition, plan = bound.edition, bound.edition.bulletin_plan
    if bound.newest.name != edition.name or edition.relation is Relation.WITHDRAWAL:
        return ()
    wording = reading.wording(edition, "")
    valid = (edition.records[one].get("valid") for one in edition.records)
    ends = [datetime.fromisoformat(str(one["until"])) for one in valid if one]
    over = due_notice(wording, "due_valid", min(ends, default=None), plan.unit)
    next_issue = plan.next_issue if bound.is_owing else None
    return over + due_notice(wording, "due_issue", next_issue, plan.unit)


def _versions(reading: Reading, bulletin: str, address: str) -> tuple[VersionOf, ...]:
    return tuple(
        VersionOf(
            name=one.name,
            href=link(address, address_of_edition(one.name)),
            relation=sentence_case(one.relation.label.to(reading.language)),
            issued=reading.moment(one.issued_at, one),
            digest=digest12(one.digest),
            note=one.change_note or "",
        )
        for one in reversed(reading.ledger.bulletins[bulletin])
    )


def _records(reading: Reading, edition: Edition, address: str) -> tuple[Line, ...]:
    """The records of this version as they stand today, each on its own page."""
    issued = (one for one in sorted(edition.records) if reading.is_issued(one))
    return tuple(record_line(reading, one, address) for one in issued)


def _make_changes(reading: Reading, bound: Bound) -> Page:
    edition, previous = bound.edition, bound.previous
    assert previous is not None  # noqa: S101  a page of changes is planned from version 2 on
    address = f"{address_of_edition(edition.name)}changes/"
    title = reading.label("changes_of").format(version=edition.version)
    title = f"{edition.bulletin}: {title}"
    ordered = sorted(compare(previous, edition), key=lambda one: (rank(one), one.record))
    return finish(
        reading,
        Frame(address, "bulletins", title, title, is_exercise(edition)),
        "changes",
        note=edition.change_note or "",
        back=Cite(edition.name, "", "", link(address, address_of_edition(edition.name))),
        before=Cite(previous.name, "", "", link(address, address_of_edition(previous.name))),
        records=tuple(changed_record(previous, edition, one, reading.language) for one in ordered),
    )
