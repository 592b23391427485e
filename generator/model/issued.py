"""One appearance of a record among what was issued."""

from typing import NamedTuple

from generator.base.digest import Json
from generator.model.edition import Edition


class Issued(NamedTuple):
    """One record in one edition: its frozen content, its digest, and the ids it names."""

    edition: Edition
    content: Json
    digest: str
    names: frozenset[str]
