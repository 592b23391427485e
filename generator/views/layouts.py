"""Layouts: the profiles and the types of document in theme/pdf, read as data.

A profile (theme/pdf/<name>.yml) holds the figures of an office's papers; a type of document
(theme/pdf/documents/<type>.yml) names its template, its style sheets and figures of its own.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

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
    """The papers of one office; `documents` gives figures of one type of document alone."""

    name: str
    based_on: str | None = Field(None, alias="based-on")
    head: str = ""
    figures: Mapping[str, Figure] = {}
    documents: Mapping[str, Mapping[str, Figure]] = {}


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
    figures = {**before.figures, **own.figures}
    head = own.head or before.head
    return own.model_copy(update={"figures": figures, "documents": documents, "head": head})


@cache
def document_type(name: str) -> DocumentType:
    return DocumentType.model_validate(_written(folder() / "documents" / f"{name}.yml"))


def folder() -> Path:
    return shipped("theme") / "pdf"


def _written(path: Path) -> object:
    return yaml.safe_load(path.read_text("utf-8"))
