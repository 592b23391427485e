"""The templates of theme/, compiled once; they place finished text and decide nothing."""

from functools import cache
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.base.text import Language
from generator.resources import shipped
from generator.views.labels import labels


class Tags(NamedTuple):
    """The heading elements of a block's parts and of what stands below a part."""

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
    )


def render(template: str, language: Language, **values: object) -> Markup:
    """A template with its texts put in; `t` holds the labels."""
    found = environment().get_template(template)
    return Markup(found.render(t=labels(language), **values))  # noqa: S704  escaped by Jinja


def warm() -> None:
    """Compile every block and page, so that forked workers need not."""
    for name in environment().list_templates(extensions=["html"]):
        if name.startswith(("blocks/", "pages/")):
            environment().get_template(name)
