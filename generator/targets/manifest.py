"""What is derived from the other files: the search index and the manifest."""

from collections.abc import Mapping, Sequence
from functools import partial

import orjson

from generator import VERSION
from generator.base.digest import digest, digest_bytes
from generator.model.ledger import Ledger
from generator.targets.output import Made, Output
from generator.targets.tree import Derived, States

MANIFEST = "manifest.json"
SEARCH = "search/search_index.json"


def search_index(own: bytes) -> Derived:
    """The index of Material's search: the guide as MkDocs indexed it (`own`), then every page."""

    def outputs(written: States) -> Sequence[Output]:
        entries = {path: list(w.entry) for path, w in sorted(written.items()) if w.entry}
        key = digest({"own": digest_bytes(own), "entries": entries})
        return (Output(SEARCH, key, partial(_search, own, entries)),)

    return outputs


def _search(own: bytes, entries: Mapping[str, list[str]]) -> Made:
    index = orjson.loads(own)
    index["docs"] += [
        {"location": path.removesuffix("index.html"), "title": title, "text": summary}
        for path, (title, summary) in entries.items()
    ]
    return Made(orjson.dumps(index))


def manifest(ledger: Ledger) -> Derived:
    """Every file's sha256, every edition's digest, and what made them."""

    def outputs(written: States) -> Sequence[Output]:
        text = manifest_of(ledger, {path: one.sha256 for path, one in written.items()})
        return (Output(MANIFEST, digest_bytes(text), partial(Made, text)),)

    return outputs


def manifest_of(ledger: Ledger, files: Mapping[str, str]) -> bytes:
    """The manifest of these files, given by their sha256."""
    content = {
        "form": 1,
        "tool": {"bulletin": VERSION},
        "editions": {edition.name: edition.digest for edition in ledger.editions},
        "files": dict(sorted(files.items())),
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2) + b"\n"
