"""The templates of theme/, compiled once; they only place finished text."""

import os
from functools import cache
from typing import NamedTuple

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.base.text import Language
from generator.resources import cache_home, shipped
from generator.views.catalogue.labels import labels


class Tags(NamedTuple):
    """The heading elements of a block's parts, and of the parts inside them."""

    part: str
    inner: str


ON_PAGE = Tags("h2", "h3")
IN_DOCUMENT = Tags("h4", "h5")


@cache
def environment() -> Environment:
    """One environment for all templates; an unknown name is an error, every text is escaped."""
    return Environment(
        loader=FileSystemLoader(shipped("theme")),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_bytecode_cache(),
    )


def _bytecode_cache() -> FileSystemBytecodeCache | None:
    """The cache of compiled templates from earlier runs; Jinja checks that each is up to date."""
    folder = cache_home() / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


def render(template: str, language: Language, **values: object) -> Markup:
    """A template with its texts put in; `t` holds the labels."""
    compiled = environment().get_template(template)
    return Markup(compiled.render(t=labels(language), **values))  # noqa: S704  escaped by Jinja
