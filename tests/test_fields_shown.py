"""Nothing that an editor writes is lost: each key of each kind is told on page and on paper.

A key is told when another value of it makes another text. What is not told stands in HIDDEN, with
the reason.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta, timezone
from functools import cache

import pytest
from pydantic import BaseModel

from generator.base.text import Language
from generator.editions.freeze import Request, freeze
from generator.model.edition.edition import Edition, Relation
from generator.model.kinds import KINDS
from generator.model.kinds.bulletin import Bulletin, Form, Gathering, Official
from generator.model.kinds.event import Event
from generator.model.kinds.opinion import Opinion
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import Attachment, Record, Retired, Validity
from generator.source.files.validation import validate
from generator.views.bulletin.bulletin_print import annex_job, bulletin_job
from generator.views.context.site_context import SiteContext
from generator.views.site.bulletin_pages import plan_bulletins
from generator.views.site.record_page import make_record
from tests.exercise import text_of
from tests.full_records import Given, changes, full, ids_of
from tests.spots import keys_of, wanted
from tests.support import corpus_of, in_memory
from tests.test_mutation import BULLETIN, files_of

Key = tuple[type[BaseModel], str]
PRINTED = tuple(kind for kind in KINDS if kind is not Bulletin)
_RETIRED = ("on", "reason", "replaced_by")

_DIGEST = re.compile(r"\b[0-9a-f]{12}\b")
# Why a key is told nowhere, on no page, or on no paper.
NOWHERE: Mapping[Key, str] = {
    (Record, "note"): "editors write it to one another; it is never frozen",
    (Attachment, "nobody_recognisable"): "the answer to the rule on photographs, not to readers",
    (Event, "lead"): "which message its page offers first, and the front page",
    (Bulletin, "created"): "readers are told when it was issued",
    (Validity, "until"): "of a message that is retired before, as here: it ends then",
    **{(Retired, key): "a bulletin that is retired is withdrawn or not issued" for key in _RETIRED},
}
NOT_ON_PAGES: Mapping[Key, str] = {
    (Bulletin, "mode"): "the header of all pages, when there is nothing but this exercise",
    **{
        (part, key): "the head of the official form, a sheet"
        for part in (Official, Gathering)
        for key in keys_of(part)
        if key != "meeting"  # a group: its keys are told one by one
    },
}
_OF_BULLETIN = "the head of the bulletin says it for all that it prints"
NOT_ON_PAPER: Mapping[Key, str] = {
    (Bulletin, "event"): "its pages are found by it; the records it prints name the event",
    **{(kind, key): _OF_BULLETIN for kind in PRINTED for key in ("areas", "topic", "circulation")},
    **{
        (Opinion, key): "the streams of all reports stand in one table, under each report's title"
        for key in ("created", "event", "unit")
    },
}


@cache
def frozen() -> Edition:
    """An edition that prints a full record of every kind."""
    records = {one: full(kind, one) for kind in KINDS for one in ids_of(kind.kind)[:2]}
    corpus = corpus_of(in_memory(files_of(records)))
    return freeze(corpus, Request(BULLETIN, Relation.NEW))


def printing(record: Record) -> Edition:
    """A periodic bulletin that prints this record, and what it cites."""
    edition, content = frozen(), record.content()
    if isinstance(record, Bulletin):
        return edition.model_copy(update={"plan": content})
    plan = {k: v for k, v in edition.plan.items() if k not in ("official", "highlights")}
    plan |= {"include": [record.id], "kind": "periodic", "form": "masthead"}
    cited = {i: c for i, c in edition.records.items() if i[:2] in ("TT", "VB", "TD")}
    records = {**cited, record.id: content}
    return edition.model_copy(update={"plan": plan, "records": records})


def on_page(record: Record) -> str:
    """The page of a record, or of a bulletin's version, without what is computed of everything."""
    edition = printing(record)
    context = SiteContext(Ledger((edition,), {}, edition.issued_at), Language.VI)
    if isinstance(record, Bulletin):
        address = f"bulletins/{edition.name}/"
        (page,) = (one for one in plan_bulletins(context) if one.address == address)
        return text_of(page.make().body)
    return _DIGEST.sub("", text_of(make_record(context, record.id).body))


def on_paper(record: Record) -> str:
    """A bulletin with a masthead that prints it; a bulletin itself in both forms, its own first."""
    given = [record]
    if isinstance(record, Bulletin):
        forms = sorted(Form, key=lambda form: form is not record.form)
        given = [record.model_copy(update={"form": form}) for form in forms]
    editions = (printing(one) for one in given)
    made = (
        (bulletin_job(e, None, Language.VI, b""), annex_job(e, None, Language.VI, b""))
        for e in editions
    )
    return "".join(text_of(job.html) for jobs in made for job in jobs)


def silent(kind: type[Record], show: Callable[[Record], str]) -> set[Key]:
    """The keys of a kind that may change without any change of what is shown."""
    given = full(kind, ids_of(kind.kind)[0])
    before = show(thawed(kind, given))
    every: set[Key] = set()
    loud: set[Key] = set()
    for where, what, record in changes(kind, given):
        if what.endswith("changed") and where != (kind, "id"):
            every.add(where)
            if where not in loud and show(thawed(kind, record)) != before:
                loud.add(where)
    return every - loud


def thawed(kind: type[Record], given: Given) -> Record:
    outcome = validate("", given, kind, timezone(timedelta(hours=7)))
    assert outcome.value is not None, outcome.problems
    return outcome.value


def expected(kind: type[Record], *listed: Mapping[Key, str]) -> set[Key]:
    """The listed keys that the kind has; what is listed for `Record` counts for every kind."""
    named = {(kind if model is Record else model, key) for one in listed for model, key in one}
    retired = {(Retired, key) for key in _RETIRED} if kind is not Bulletin else set()
    return named & {*_keys(kind)} - retired


def _keys(model: type[BaseModel]) -> Iterator[Key]:
    """Every key below a kind, with the model that declares it first."""
    for key, field in keys_of(model).items():
        yield model, key
        leaf, _ = wanted(field.annotation)
        if issubclass(leaf, BaseModel):
            yield from _keys(leaf)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_key_is_told_on_pages_or_listed_with_a_reason(kind: type[Record]) -> None:
    assert silent(kind, on_page) == expected(kind, NOWHERE, NOT_ON_PAGES)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_key_is_told_on_paper_or_listed_with_a_reason(kind: type[Record]) -> None:
    assert silent(kind, on_paper) == expected(kind, NOWHERE, NOT_ON_PAPER)
