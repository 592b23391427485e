"""The numbers of bulletins: each is unique in its kind and year."""

from collections.abc import Mapping

from generator.model.corpus.corpus import Corpus
from generator.model.kinds.bulletin import Bulletin

# A bulletin's kind, the year of its id, and its number.
Series = tuple[str, str, int]


def number_owners(corpus: Corpus) -> Mapping[Series, str]:
    """The bulletin that owns each number: the first one issued, else the first by id."""
    owners: dict[Series, str] = {}
    for edition in corpus.editions:
        kind, number = edition.plan.get("kind"), edition.plan.get("number")
        if kind is not None and number is not None:
            owners.setdefault((kind, _year(edition.bulletin), number), edition.bulletin)
    for entry in corpus.of(Bulletin):
        series = series_of(entry.record)
        if series and entry.record.retired is None:
            owners.setdefault(series, entry.record.id)
    return owners


def series_of(bulletin: Bulletin) -> Series | None:
    """The kind, year and number of a bulletin that has a number."""
    if bulletin.series is None or bulletin.number is None:
        return None
    return (bulletin.series.value, _year(bulletin.id), bulletin.number)


def free_number(owners: Mapping[Series, str], kind: str, year: str) -> int:
    """The number after the highest one of a kind and year."""
    used = (number for its_kind, its_year, number in owners if (its_kind, its_year) == (kind, year))
    return 1 + max(used, default=0)


def _year(record_id: str) -> str:
    return record_id.split("-")[1]
