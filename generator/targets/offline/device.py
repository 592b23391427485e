"""Reading without a network: what a device keeps (offline.json), and the app that it installs."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import orjson

from generator.base.digest import digest, digest_bytes
from generator.targets.build.output import FileContent, Output, WrittenFile
from generator.targets.build.plan import Plan
from generator.targets.build.tree import Derived, States
from generator.targets.offline import single_file
from generator.targets.search.page_text import title_in
from generator.views.context.site_context import SiteContext
from generator.views.site.offline_addresses import SEARCH, kept_addresses
from generator.views.site.offline_page import ADDRESS as OFFLINE

LIST = "offline.json"
APP = "app.webmanifest"
# Bytes before compression; what is needed first is kept first, and a search is kept whole or not.
MOST = 16_000_000
MOST_OF_SEARCH = 8_000_000
COLOUR = "#1d3f5e"
ICONS = (("192", "any"), ("512", "any"), ("512", "maskable"))
_LOADED = (".css", ".js", ".woff2", "icon.svg")
# What is kept beside a page; feeds are for machines that have a network.
_BESIDE = (".html", ".txt", ".pdf")
_HEAVY = (".pdf", ".html")
_PAGE = "index.html"

Found = tuple[str, WrittenFile]


def files(plan: Plan) -> Iterator[Output]:
    """The app, and every version of a bulletin in one file."""
    yield _app(plan)
    yield from single_file.files(plan)


def _app(plan: Plan) -> Output:
    """What a device is told when the site is installed as an app."""
    content = {
        "id": "./",
        "name": plan.site_name,
        "short_name": plan.site_name,
        "lang": plan.language.value,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": COLOUR,
        "icons": [_icon(size, purpose) for size, purpose in ICONS],
    }
    text = orjson.dumps(content, option=orjson.OPT_INDENT_2) + b"\n"
    return Output(APP, digest_bytes(text), partial(FileContent, text))


def _icon(size: str, purpose: str) -> dict[str, str]:
    name = f"icon-{size}-maskable.png" if purpose == "maskable" else f"icon-{size}.png"
    sizes = f"{size}x{size}"
    return {"src": f"assets/{name}", "sizes": sizes, "type": "image/png", "purpose": purpose}


def offline_list(plan: Plan) -> Derived:
    """The list of what a device keeps, with each file's sha256 and size."""

    def outputs(written: States, folder: Path) -> Sequence[Output]:
        addresses = kept_addresses(SiteContext(plan.ledger, plan.language))
        files = [_row(path, one, folder) for path, one in _within(_wanted(addresses, written))]
        text = orjson.dumps({"form": 1, "digest": digest(files), "files": files})
        return (Output(LIST, digest_bytes(text), partial(FileContent, text)),)

    return outputs


def _row(path: str, one: WrittenFile, folder: Path) -> dict[str, Any]:
    """Only pages to read have a title; what a reader who saves data would not keep is heavy."""
    row: dict[str, Any] = {
        "path": path.removesuffix(_PAGE) if path.endswith(f"/{_PAGE}") else path,
        "sha256": one.sha256,
        "size": one.size,
    }
    if path.endswith(_PAGE) and path != f"{OFFLINE}{_PAGE}":
        row["title"] = title_in((folder / path).read_text("utf-8"))
    if _is_heavy(path):
        row["heavy"] = True
    return row


def _is_heavy(path: str) -> bool:
    return path.endswith(_HEAVY) and not path.endswith(_PAGE)


def _wanted(addresses: Sequence[str], written: States) -> Iterator[Found]:
    """What pages load, the pages, the search, then the files beside the pages, PDFs last."""
    yield from (f for f in sorted(written.items()) if _is_loaded(f[0]))
    beside = _beside(addresses, written)
    yield from (f for f in beside if f[0].endswith(_PAGE))
    yield from _searched(written)
    yield from sorted(
        (f for f in beside if not f[0].endswith(_PAGE)), key=lambda f: _is_heavy(f[0])
    )


def _is_loaded(path: str) -> bool:
    return path.startswith("assets/") and path.endswith(_LOADED)


def _beside(addresses: Sequence[str], written: States) -> list[Found]:
    """The page at each address and the files that stand with it; of the root just the page."""
    below: dict[str, list[Found]] = {}
    for path, one in sorted(written.items()):
        folder, parted, _ = path.rpartition("/")
        if (parted or path == _PAGE) and path.endswith(_BESIDE):
            below.setdefault(folder + parted, []).append((path, one))
    return [f for address in addresses if address != SEARCH for f in below.get(address, ())]


def _searched(written: States) -> list[Found]:
    """The page of the search, and its index if that is not too large."""
    found = [f for f in sorted(written.items()) if f[0].startswith(SEARCH)]
    if sum(one.size for _, one in found) <= MOST_OF_SEARCH:
        return found
    return [f for f in found if f[0].endswith(_PAGE)]


def _within(wanted: Iterable[Found]) -> Iterator[Found]:
    """As much as may be kept; a file that is too large leaves room for smaller ones."""
    size = 0
    for path, one in wanted:
        if size + one.size <= MOST:
            size += one.size
            yield path, one
