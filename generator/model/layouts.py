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


class _ThemeFile(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Figure(_ThemeFile):
    """A figure with its unit (mm, pt), or words of a form, and their source.

    `checked` says whether somebody read it in the source itself, and not only in a summary.
    """

    value: str
    source: str
    checked: bool


R = TypeVar("R", bound=_ThemeFile)


class Profile(_ThemeFile):
    """The papers of one office.

    `head` is printed at the top of an official document: nothing (`masthead`), the Party's title
    or the name of the State. `issuers` are the kinds of units whose official documents use this
    profile unless they name another, and the only ones that may. `documents` holds figures by type
    of document, `texts` the words of the form, and `types` the blocks that papers of a type have,
    by the name of the type in small letters.
    """

    name: str
    based_on: str | None = Field(None, alias="based-on")
    head: Literal["masthead", "party", "state"] | None = None
    issuers: tuple[str, ...] = ()
    figures: Mapping[str, Figure] = {}
    documents: Mapping[str, Mapping[str, Figure]] = {}
    texts: Mapping[str, Figure] = {}
    types: Mapping[str, Mapping[str, Figure]] = {}

    def block(self, kind: str, name: str) -> str:
        """The words of a block that papers of this type have; empty where they have none."""
        words = self.types.get(kind.casefold(), {}).get(name)
        return words.value if words else ""

    def text(self, name: str) -> str:
        """The words of the form by name; raises BulletinError when the profile lacks them."""
        if name in self.texts:
            return self.texts[name].value
        raise BulletinError(
            f"Khuôn PDF “{self.name}” chưa có chữ “{name}”.",
            f"The PDF layout “{self.name}” lacks the words “{name}”.",
        )


class DocumentLayout(_ThemeFile):
    """A type of document: its template, style sheets and own figures in every profile.

    `sheet` is the paper on which two pages of a booklet are printed side by side.
    """

    template: str
    styles: tuple[str, ...]
    figures: Mapping[str, Figure] = {}
    sheet: Figure | None = None


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
    """A layout. Later figures win: the profile's, the type's, the profile's for this type."""
    office_profile, kind = profile(profile_name), document_type(document)
    own = office_profile.documents.get(document, {})
    figures = {**office_profile.figures, **kind.figures, **own}
    values = {name: figure.value for name, figure in figures.items()}
    return Layout(kind.template, kind.styles, values)


@cache
def profile(name: str) -> Profile:
    """A profile, completed with everything from the profile it is based on."""
    own = _read(Profile, f"{name}.yml")
    if own.based_on is None:
        return own
    base = profile(own.based_on)
    return own.model_copy(
        update={
            "figures": {**base.figures, **own.figures},
            "texts": {**base.texts, **own.texts},
            "types": _merged(base.types, own.types),
            "documents": _merged(base.documents, own.documents),
            "head": own.head or base.head,
            "issuers": own.issuers or base.issuers,
        }
    )


def _merged(
    base: Mapping[str, Mapping[str, Figure]], own: Mapping[str, Mapping[str, Figure]]
) -> Mapping[str, Mapping[str, Figure]]:
    return {name: {**base.get(name, {}), **own.get(name, {})} for name in (*base, *own)}


def official_layout(profile_name: str, issuer_kind: str) -> str:
    """The profile of an official document: `profile_name`, unless it has no official head."""
    if profile(profile_name).head != "masthead":
        return profile_name
    fitting = (name for name in profile_names() if issuer_kind in _read_issuers(name))
    return next(fitting, profile_name)


def _read_issuers(name: str) -> tuple[str, ...]:
    """The issuers that a profile names itself: older forms are chosen by name only."""
    return _read(Profile, f"{name}.yml").issuers


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
    """Read a file of theme/pdf; raises a BulletinError that names the file if it is unusable."""
    try:
        return form.model_validate(yaml.safe_load((folder() / name).read_text("utf-8")))
    except OSError as error:
        raise _layout_error(name, error.strerror or "") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise _layout_error(name, " ".join(str(error).split())) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise _layout_error(name, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def _layout_error(name: str, why: str) -> BulletinError:
    return BulletinError(
        f"Khuôn PDF theme/pdf/{name} chưa dùng được: {why}.",
        f"The PDF layout theme/pdf/{name} cannot be used: {why}.",
    )
