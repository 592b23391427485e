"""Digests of records as an edition froze them."""

from functools import cache

from generator.model.corpus import Digests
from generator.model.edition import Edition, thaw
from generator.model.refs import rests_on


def frozen_digest(edition: Edition, record_id: str) -> str | None:
    """The digest that a record, or the plan itself, had when the edition was issued."""
    digests = _digests_of(_Held(edition))
    return digests.of(record_id) if record_id in digests.contents else None


class _Held:
    """An edition as a cache key: the digest says all."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    def __hash__(self) -> int:
        return hash(self.edition.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.edition.digest == self.edition.digest


@cache
def _digests_of(held: _Held) -> Digests:
    edition = held.edition
    contents = {**edition.records, edition.bulletin: edition.plan}
    support = {
        record_id: tuple(r for r in rests_on(thaw(record_id, content)) if r in contents)
        for record_id, content in contents.items()
    }
    return Digests(contents, support, edition.attachments)
