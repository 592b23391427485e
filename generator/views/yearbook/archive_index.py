"""The first page and the list of a year's archive, which are read without this program."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from typing import NamedTuple

from markupsafe import Markup

from generator.base.digest import digest12
from generator.base.spreadsheet import spreadsheet
from generator.base.text import Language
from generator.base.times import moment_text
from generator.model.edition.closed import recall_of_edition
from generator.model.edition.edition import Edition, Link
from generator.model.kinds.bulletin import Mode
from generator.model.registry.signoff import Recall
from generator.views.catalogue.labels import labels
from generator.views.context.templates import render

COLUMNS = ("number", "name", "relation", "at", "mark", "standing", "paper")
_CONTENTS = ("editions", "signoffs", "registry", "papers", "index", "history")


class Row(NamedTuple):
    """One edition of the list, as finished text; `paper` is the path of its PDF, or empty."""

    number: str
    name: str
    relation: str
    at: str
    mark: str
    standing: str
    paper: str
    frozen: str


class Setting(NamedTuple):
    """Where and for whom a list is made: the time zone, the recalls, and the papers by edition."""

    zone: tzinfo
    language: Language
    recalls: Mapping[str, Recall]
    papers: Mapping[str, str]


def rows_of(links: Sequence[Link], setting: Setting) -> tuple[Row, ...]:
    return tuple(_row(link, setting) for link in links)


def _row(link: Link, setting: Setting) -> Row:
    words, language = labels(setting.language), setting.language
    name, relation, standing = "", "", "redacted"
    if isinstance(link, Edition):
        exercise = f" ({Mode.EXERCISE.label.to(language)})" if link.is_exercise else ""
        name, relation = f"{link.plan['title']}{exercise}", link.relation.label.to(language)
        standing = "recalled" if recall_of_edition(link, setting.recalls) else "holds"
    return Row(
        number=link.name,
        name=name,
        relation=relation,
        at=moment_text(link.issued_at, setting.zone, language),
        mark=digest12(link.digest),
        standing=words[f"yearly_{standing}"],
        paper=setting.papers.get(link.name, ""),
        frozen=link.path.removeprefix("content/"),
    )


def index_page(year: int, rows: Sequence[Row], moment: datetime, setting: Setting) -> Markup:
    """The page that somebody opens first, in many years, without this program."""
    words = labels(setting.language)
    return render(
        "alone/archive.html",
        setting.language,
        spoken=setting.language.value,
        title=words["yearly_title"].format(year=year),
        made=words["yearly_made"].format(
            moment=moment_text(moment, setting.zone, setting.language)
        ),
        columns=[words[f"yearly_{column}"] for column in COLUMNS],
        rows=rows,
        contents=[words[f"yearly_{part}"] for part in _CONTENTS],
    )


def index_table(rows: Sequence[Row], language: Language) -> bytes:
    """The list for a spreadsheet."""
    words = labels(language)
    heads = [words[f"yearly_{column}"] for column in COLUMNS]
    return spreadsheet(heads, [row[: len(COLUMNS)] for row in rows])
