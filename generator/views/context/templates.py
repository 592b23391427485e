"""The templates of theme/, compiled once; they only place finished text."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.defaults import DEFAULT_NAMESPACE
from markupsafe import Markup

from generator.base.text import Language
from generator.resources import cache_home, read_sealed, shipped, write_sealed
from generator.views.catalogue.labels import labels
from generator.views.context.formatter import Cite, Sentence


class Tags(NamedTuple):
    """The heading elements of a block's parts, and of the parts inside them."""

    part: str
    inner: str


ON_PAGE = Tags("h2", "h3")
IN_DOCUMENT = Tags("h4", "h5")


@cache
def environment() -> Environment:
    """One environment for all templates; an unknown name is an error, every text is escaped."""
    templates = Environment(
        loader=FileSystemLoader(shipped("theme")),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_CompiledTemplates(),
    )
    templates.filters["cited"] = _cited
    templates.filters["line"] = _line
    return templates


def _cited(sentences: Iterable[Sentence]) -> tuple[Cite, ...]:
    """All that several sentences cite, each record once."""
    return tuple(dict.fromkeys(cite for sentence in sentences for cite in sentence.cites))


# Pages show the same lines: of a record where it belongs, where it is named, where it is printed.
@lru_cache(maxsize=1 << 13)
def _line(line: NamedTuple) -> Markup:
    return _filled("pages/line.html", {"line": line})


class _CompiledTemplates(BytecodeCache):
    """Compiled templates of earlier runs; Jinja checks that each is up to date.

    They are code, so only what this machine has sealed is loaded.
    """

    folder = cache_home() / "templates"

    def load_bytecode(self, bucket: Bucket) -> None:
        content = read_sealed(self.folder / bucket.key, bucket.key)
        if content is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        write_sealed(self.folder / bucket.key, bucket.key, bucket.bytecode_to_string())


def render(template: str, language: Language, **values: object) -> Markup:
    """A template with its texts put in; `t` holds the labels."""
    return _filled(template, {"t": labels(language), **values})


def _filled(name: str, values: Mapping[str, object]) -> Markup:
    """What `Template.render` gives, without the copies that it makes of the values."""
    template = environment().get_template(name)
    names = {**DEFAULT_NAMESPACE, **values}
    context = template.environment.context_class(
        template.environment, names, template.name, template.blocks
    )
    return Markup("".join(template.root_render_func(context)))  # noqa: S704  escaped by Jinja
