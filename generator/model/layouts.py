"""Layouts: the profiles and the types of document in theme/pdf, read as data.

A profile (theme/pdf/<name>.yml) holds the figures of an office's papers; a type of document
(theme/pdf/documents/<type>.yml) names its template, its style sheets and figures of its own.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.base.diagnostics import BulletinError
from generator.resources import shipped


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Figure(_Read):
    """A figure with its unit (mm, pt), or words of a form, and where they are from.

    `checked` says whether that was read in the text of the source, and not only in a digest of it.
    """

    value: str
    source: str
    checked: bool


R = TypeVar("R", bound=_Read)


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
        """A word of the form; raises BulletinError when the profile does not give it."""
        if name in self.texts:
            return self.texts[name].value
        raise BulletinError(
            f"Khuôn PDF “{self.name}” chưa có chữ “{name}”.",
            f"The PDF layout “{self.name}” lacks the words “{name}”.",
        )


class DocumentLayout(_Read):
    """A type of document: how it is set in every profile."""

    template: str
    styles: tuple[str, ...]
    figures: Mapping[str, Figure] = {}


class Layout(NamedTuple):
    """One type of document in one profile; `figures` are texts such as `20mm`, by name."""

    template: str
    styles: tuple[str, ...]
    figures: Mapping[str, str]

    def figure(self, name: str) -> str:
        """A figure; raises BulletinError when neither the profile nor the type gives it."""
        if name in self.figures:
            return self.figures[name]
        raise BulletinError(
            f"Khuôn PDF chưa có số đo “{name}” cho {self.template}.",
            f"The PDF layout lacks the figure “{name}” for {self.template}.",
        )


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
    own = _read(Profile, f"{name}.yml")
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
    fitting = (name for name in profile_names() if issuer_kind in profile(name).issuers)
    return next(fitting, given)


@cache
def profile_names() -> tuple[str, ...]:
    """Every profile there is, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in folder().glob("*.yml")))


@cache
def document_type(name: str) -> DocumentLayout:
    return _read(DocumentLayout, f"documents/{name}.yml")


def folder() -> Path:
    return shipped("theme") / "pdf"


def _read(form: type[R], name: str) -> R:
    """A file of theme/pdf; raises BulletinError, naming the file, where it cannot be used."""
    try:
        return form.model_validate(yaml.safe_load((folder() / name).read_text("utf-8")))
    except OSError as missing:
        raise _broken(name, missing.strerror or "") from missing
    except (yaml.YAMLError, UnicodeDecodeError) as unreadable:
        raise _broken(name, " ".join(str(unreadable).split())) from unreadable
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        raise _broken(name, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from wrong


def _broken(name: str, why: str) -> BulletinError:
    return BulletinError(
        f"Khuôn PDF theme/pdf/{name} chưa dùng được: {why}.",
        f"The PDF layout theme/pdf/{name} cannot be used: {why}.",
    )
