"""Layouts: the profiles and the types of document in theme/pdf, read as data.

A profile (theme/pdf/<name>.yml) holds the figures of an office's papers; a type of document
(theme/pdf/documents/<type>.yml) names its template, its style sheets and figures of its own.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, Field

from generator.resources import shipped


class Figure(BaseModel):
    """A figure with its unit (mm, pt), where it is from, and whether that was read there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: str
    source: str
    checked: bool


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Profile(_Read):
    """The papers of one office.

    `head` is what an official document bears above: nothing (`masthead`), the Party's title or the
    name of the State. `issuers` are the kinds of units whose official documents take this profile
    unless they name another. `documents` holds figures, and `texts` the words of the form.
    """

    name: str
    based_on: str | None = Field(None, alias="based-on")
    head: Literal["masthead", "party", "state"] | None = None
    issuers: tuple[str, ...] = ()
    figures: Mapping[str, Figure] = {}
    documents: Mapping[str, Mapping[str, Figure]] = {}
    texts: Mapping[str, Figure] = {}

    def text(self, name: str) -> str:
        return self.texts[name].value


class DocumentType(_Read):
    """A type of document: how it is set in every profile."""

    template: str
    styles: tuple[str, ...]
    figures: Mapping[str, Figure] = {}


class Layout(NamedTuple):
    """One type of document in one profile; `figures` are texts such as `20mm`, by name."""

    template: str
    styles: tuple[str, ...]
    figures: Mapping[str, str]


@cache
def layout_of(profile_name: str, document: str) -> Layout:
    """How a document is set: the profile's figures, then the type's, then the profile's for it."""
    found, kind = profile(profile_name), document_type(document)
    own = found.documents.get(document, {})
    figures = {**found.figures, **kind.figures, **own}
    values = {name: figure.value for name, figure in figures.items()}
    return Layout(kind.template, kind.styles, values)


@cache
def profile(name: str) -> Profile:
    """A profile with everything that it takes from the one it is based on."""
    own = Profile.model_validate(_written(folder() / f"{name}.yml"))
    if own.based_on is None:
        return own
    before = profile(own.based_on)
    types = {*before.documents, *own.documents}
    documents = {
        one: {**before.documents.get(one, {}), **own.documents.get(one, {})} for one in types
    }
    return own.model_copy(
        update={
            "figures": {**before.figures, **own.figures},
            "texts": {**before.texts, **own.texts},
            "documents": documents,
            "head": own.head or before.head,
        }
    )


def official_layout(given: str, issuer_kind: str) -> str:
    """The profile of an official document: the one given unless it has no official head."""
    if profile(given).head != "masthead":
        return given
    fitting = (name for name in names() if issuer_kind in profile(name).issuers)
    return next(fitting, given)


@cache
def names() -> tuple[str, ...]:
    """Every profile there is, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in folder().glob("*.yml")))


@cache
def document_type(name: str) -> DocumentType:
    return DocumentType.model_validate(_written(folder() / "documents" / f"{name}.yml"))


def folder() -> Path:
    return shipped("theme") / "pdf"


def _written(path: Path) -> object:
    return yaml.safe_load(path.read_text("utf-8"))
