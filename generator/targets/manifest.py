"""The manifest, derived from all other files."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import orjson

from generator import VERSION
from generator.base.digest import digest_bytes
from generator.model.ledger import Ledger
from generator.targets.output import Made, Output
from generator.targets.tree import Derived, States

MANIFEST = "manifest.json"


def manifest(ledger: Ledger) -> Derived:
    """Every file's sha256, every edition's digest, and what made them."""

    def outputs(written: States, folder: Path) -> Sequence[Output]:
        del folder
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
