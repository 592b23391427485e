"""Digests of records as an edition froze them."""

from functools import cache

from generator.model.corpus.corpus import Corpus, Digests
from generator.model.edition.edition import Edition, thaw
from generator.model.edition.terms import covered_by
from generator.model.record.citations import closure_of, rests_on


def frozen_digest(edition: Edition, record_id: str) -> str | None:
    """The digest that a record, or the plan itself, had when the edition was issued."""
    return _digests_of(_EditionKey(edition)).of(record_id) if _holds(edition, record_id) else None


def covered_records(edition: Edition) -> frozenset[str]:
    """The plan and what it rests on: what the digest of an edition's bulletin covers."""
    return closure_of((edition.bulletin,), _digests_of(_EditionKey(edition)).rests_on)


def is_as_issued(corpus: Corpus, edition: Edition, record_id: str) -> bool:
    """Whether the edition printed the present content, on whatever terms."""
    if not _holds(edition, record_id):
        return False
    frozen = _digests_of(_EditionKey(edition)).without_terms(record_id)
    return frozen == corpus.digests.without_terms(record_id)


def _holds(edition: Edition, record_id: str) -> bool:
    return record_id in edition.contents


class _EditionKey:
    """An edition as a cache key; its digest identifies it."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    def __hash__(self) -> int:
        return hash(self.edition.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _EditionKey) and other.edition.digest == self.edition.digest


@cache
def _digests_of(key: _EditionKey) -> Digests:
    edition = key.edition
    contents = edition.contents

    @cache
    def support(record_id: str) -> tuple[str, ...]:
        support_ids = rests_on(thaw(record_id, contents[record_id]))
        return tuple(record_id for record_id in support_ids if record_id in contents)

    return Digests(
        contents.__getitem__, support, edition.attachments, lambda _: covered_by(edition)
    )
