"""What Tab offers: ids, kinds, units and rules, read off file names and registers alone.

A shell asks at every Tab, so nothing of the content is compiled, and what cannot be read is silent.
"""

import importlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
import yaml

from generator.base.diagnostics import BulletinError
from generator.resources import shipped
from generator.workspace import find_workspace

Completer = Callable[[click.Context, click.Parameter, str], list[str]]
_UNREADABLE = (BulletinError, OSError, UnicodeError, yaml.YAMLError, LookupError, TypeError)


def _among(words: Callable[[click.Context], Iterable[str]]) -> Completer:
    """A completer that offers those that begin so, whatever their capitals."""

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
        begun = incomplete.casefold()
        with suppress(*_UNREADABLE):
            return sorted(word for word in {*words(ctx)} if word.casefold().startswith(begun))
        return []

    return complete


def _root(ctx: click.Context) -> Path:
    folder = ctx.find_root().params.get("folder")
    return find_workspace((folder or Path()).resolve())


def _ids_below(ctx: click.Context, folder: str) -> Iterator[str]:
    return (path.stem for path in (_root(ctx) / "content" / folder).glob("**/*-*-*.yml"))


def _units(ctx: click.Context) -> Iterator[str]:
    return (unit["id"] for unit in _register(ctx))


def _offices(ctx: click.Context) -> Iterator[str]:
    """Those of the unit that was named before, or of all."""
    chosen = ctx.params.get("unit")
    units = (unit for unit in _register(ctx) if chosen in (None, unit["id"]))
    return (office["id"] for unit in units for office in unit.get("offices", ()))


def _register(ctx: click.Context) -> list[dict[str, Any]]:
    units: list[dict[str, Any]] = yaml.safe_load(
        (_root(ctx) / "content/registry/units.yml").read_text("utf-8")
    )["units"]
    return units


def _kinds(_: click.Context) -> Iterator[str]:
    kinds = importlib.import_module("generator.model.kinds").KINDS  # loads every kind
    return (word for kind in kinds for word in (kind.kind, kind.prefix))


def _codes(_: click.Context) -> Iterator[str]:
    return (page.name.partition("-")[0] for page in shipped("rules").glob("BT*.md"))


def _pages(ctx: click.Context) -> Iterator[str]:
    site = _root(ctx) / "site"
    yield from (page.relative_to(site).as_posix() for page in site.glob("**/index.html"))
    yield from _ids_below(ctx, "records")
    yield from _ids_below(ctx, "bulletins")


records = _among(
    lambda ctx: (name for folder in ("records", "bulletins") for name in _ids_below(ctx, folder))
)
bulletins = _among(lambda ctx: _ids_below(ctx, "bulletins"))
events = _among(lambda ctx: _ids_below(ctx, "records/event"))
units, offices, kinds = map(_among, (_units, _offices, _kinds))
codes, pages = _among(_codes), _among(_pages)
