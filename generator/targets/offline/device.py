"""Reading without a network: the list of files that a device keeps, and the installable app."""

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
from generator.views.site.offline_addresses import SEARCH, kept_addresses
from generator.views.site.offline_page import ADDRESS as OFFLINE

LIST = "offline.json"
APP = "app.webmanifest"
# Bytes before compression; the most needed files come first; the search is kept as a whole or not.
MOST = 16_000_000
MOST_OF_SEARCH = 8_000_000
COLOUR = "#1d3f5e"
ICONS = (("192", "any"), ("512", "any"), ("512", "maskable"))
_LOADED_BY_PAGES = (".css", ".js", ".woff2", "icon.svg")
# The sorts of files kept with a page; not feeds, which are for machines with a network.
_BESIDE = (".html", ".txt", ".csv", ".pdf")
_HEAVY = (".pdf", ".html")
_PAGE = "index.html"

PathAndFile = tuple[str, WrittenFile]


def files(plan: Plan) -> Iterator[Output]:
    """The app, and each version of a bulletin as a single file."""
    yield _app(plan)
    yield from single_file.files(plan)


def _app(plan: Plan) -> Output:
    """The web app manifest, which a device reads when the site is installed as an app."""
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
    """The list of the files that a device keeps, with sha256 and size."""

    def outputs(written: States, folder: Path) -> Sequence[Output]:
        addresses = kept_addresses(plan.context)
        files = [
            _row(path, file, folder)
            for path, file in _within_limit(_files_by_importance(addresses, written))
        ]
        text = orjson.dumps({"form": 1, "digest": digest(files), "files": files})
        return (Output(LIST, digest_bytes(text), partial(FileContent, text)),)

    return outputs


def _row(path: str, file: WrittenFile, folder: Path) -> dict[str, Any]:
    """A row of the list: pages have a title; heavy files are left out by readers who save data."""
    row: dict[str, Any] = {
        "path": path.removesuffix(_PAGE) if path.endswith(f"/{_PAGE}") else path,
        "sha256": file.sha256,
        "size": file.size,
    }
    if path.endswith(_PAGE) and path != f"{OFFLINE}{_PAGE}":
        row["title"] = title_in((folder / path).read_text("utf-8"))
    if _is_heavy(path):
        row["heavy"] = True
    return row


def _is_heavy(path: str) -> bool:
    return path.endswith(_HEAVY) and not path.endswith(_PAGE)


def _files_by_importance(addresses: Sequence[str], written: States) -> Iterator[PathAndFile]:
    """In order: files that pages load, pages, search, then the other files of pages, PDFs last."""
    yield from (pair for pair in sorted(written.items()) if _is_loaded(pair[0]))
    page_files = _files_of_pages(addresses, written)
    yield from (pair for pair in page_files if pair[0].endswith(_PAGE))
    yield from _search_files(written)
    yield from sorted(
        (pair for pair in page_files if not pair[0].endswith(_PAGE)),
        key=lambda pair: _is_heavy(pair[0]),
    )


def _is_loaded(path: str) -> bool:
    return path.startswith("assets/") and path.endswith(_LOADED_BY_PAGES)


def _files_of_pages(addresses: Sequence[str], written: States) -> list[PathAndFile]:
    """The page at each address and the files in its folder; at the root only the page."""
    by_folder: dict[str, list[PathAndFile]] = {}
    for path, file in sorted(written.items()):
        folder, slash, _ = path.rpartition("/")
        if (slash or path == _PAGE) and path.endswith(_BESIDE):
            by_folder.setdefault(folder + slash, []).append((path, file))
    return [
        pair for address in addresses if address != SEARCH for pair in by_folder.get(address, ())
    ]


def _search_files(written: States) -> list[PathAndFile]:
    """The page of the search, and its index if it is not too large."""
    search_files = [pair for pair in sorted(written.items()) if pair[0].startswith(SEARCH)]
    if sum(file.size for _, file in search_files) <= MOST_OF_SEARCH:
        return search_files
    return [pair for pair in search_files if pair[0].endswith(_PAGE)]


def _within_limit(pairs: Iterable[PathAndFile]) -> Iterator[PathAndFile]:
    """The files that fit within MOST; a file that does not fit is skipped, smaller files follow."""
    size = 0
    for path, file in pairs:
        if size + file.size <= MOST:
            size += file.size
            yield path, file
