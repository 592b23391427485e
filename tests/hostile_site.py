"""A workspace whose every text is hostile, or its harmless twin, and the site that is built of it.

Records of every kind, full of texts, are written as files, read by the loader, frozen into chained
editions with a second version each, and built as every site is. Only the rules and the guard, which
would find fault with such texts, are left out.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

import orjson
import pytest

from generator import pipeline
from generator.editions.chain import HEAD, head_bytes
from generator.editions.freeze import Request, as_body, freeze
from generator.model.corpus.corpus import Corpus
from generator.model.edition.edition import Relation, file_bytes
from generator.model.kinds import KINDS, path_of
from generator.model.kinds.bulletin import Bulletin
from generator.model.record.record import Record
from generator.targets.build.inputs import Wish
from generator.targets.build.output_guard import Guard
from generator.targets.site.site_build import build_site
from tests.conftest import ROOT
from tests.full_records import REGISTRY_IDS, Given, full
from tests.hostile import PAYLOADS
from tests.support import PNG, as_bytes, corpus_of, in_memory, with_approvals

MOMENT, LATER = "2026-12-01T09:00+07:00", "2026-12-01T10:00+07:00"
# What the loader lets a short text have at most; payloads are packed into as few texts as go.
MOST = 300
PLACEHOLDER = "Chữ của"
OFFICES = ("truong-ban", "pho-truong-ban")
UNITS = ("dan-van", "tuyen-giao", "ubnd", "btv")
Files: TypeAlias = dict[str, str | bytes]
# A JSON value of any shape.
Value: TypeAlias = Any


def packed(payloads: tuple[str, ...]) -> list[str]:
    """Texts that hold all payloads, each in paragraphs of its own."""
    texts: list[str] = []
    for payload in payloads:
        joined = f"{texts[-1]}\n\n{payload}" if texts else payload
        if texts and len(joined) < MOST:
            texts[-1] = joined
        else:
            texts.append(payload)
    return texts


TEXTS = packed(PAYLOADS)


def build(folder: Path, shape: Callable[[str], str]) -> Path:
    """The site of a workspace in which each text has been given this shape."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "RULES", ())
        patch.setattr(Guard, "guarded", lambda _, output: output)
        return _built(folder, shape)


def _built(folder: Path, shape: Callable[[str], str]) -> Path:
    texts = [shape(text) for text in TEXTS]
    files = {**_registry(texts), **_attachments()}
    first = corpus_of(in_memory({**files, **_records(texts)}, datetime.fromisoformat(MOMENT)))
    second = corpus_of(
        in_memory(
            {**files, **_records([f"{text} nữa" for text in texts])}, datetime.fromisoformat(LATER)
        )
    )
    _write(folder, {**files, **_recalls(texts), **_issued((first, second), texts)})
    (folder / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    build_site(folder, Wish(at=LATER, with_pdf=False), folder / "site")
    return folder / "site"


def _write(folder: Path, files: Files) -> None:
    (folder / "content" / "guide").mkdir(parents=True)
    (folder / "content" / "guide" / "index.md").write_text("# Hướng dẫn\n", "utf-8")
    for path, content in as_bytes(files).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


# ── records ──────────────────────────────────────────────────────────────────────────────────


def ids_of(kind: type[Record], number: int) -> tuple[str, str]:
    """Two records of a kind for each text: one still in use, one retired or recalled."""
    return f"{kind.prefix}-2026-{2 * number + 1:04}", f"{kind.prefix}-2026-{2 * number + 2:04}"


def _records(texts: list[str]) -> Files:
    return {
        path_of(record["id"]): orjson.dumps(record)
        for number, text in enumerate(texts)
        for record in _of_text(number, text)
    }


def _of_text(number: int, text: str) -> Iterator[Given]:
    for kind in KINDS:
        used, left = ids_of(kind, number)
        record = _placed(full(kind, used), number, text)
        if kind is Bulletin:
            record["include"] = [one for other in KINDS[:-1] for one in ids_of(other, number)]
        yield {key: value for key, value in record.items() if key != "retired"}
        if kind is not Bulletin:
            yield _placed(full(kind, left), number, text)


def _placed(value: Value, number: int, text: str) -> Value:
    """A full record with the hostile text for each of its texts, in the places of this text."""
    match value:
        case dict():
            placed = {key: _placed(one, number, text) for key, one in value.items()}
            short = {"short_text": placed["short_text"][:1]} if "short_text" in placed else {}
            return {**placed, **short}  # all its sentences together have at most MOST letters
        case list():
            return [_placed(one, number, text) for one in value]
        case str() if value.startswith(PLACEHOLDER):
            return text
        case str():
            return PLACES.get(value, value).format(number=number)
        case _:
            return value


PLACES: Mapping[str, str] = {
    REGISTRY_IDS["unit"][0]: "u{number}",
    REGISTRY_IDS["area"][0]: "a{number}",
    REGISTRY_IDS["topic"][0]: "t{number}",
    REGISTRY_IDS["document_type"][0]: "d{number}",
}


def _attachments() -> Files:
    numbers = range(len(TEXTS))
    ids = [one for kind in KINDS for number in numbers for one in ids_of(kind, number)]
    names = [name for one in ids for name in (f"{one}-file.png", f"2-{one}-file.png")]
    return {f"content/attachments/{name}": PNG + name.encode() for name in names}


# ── registry, recalls, editions ──────────────────────────────────────────────────────────────


def _registry(texts: list[str]) -> Files:
    """A unit, an area, a topic and a document type for each text; the programme has them all."""
    every = "\n\n".join(texts)
    programme = {
        "title": every,
        "short_title": every,
        "base_url": "https://example.vn",
        "parties": UNITS[1::-1],
        "deciding_body": "btv",
    }
    units = [_unit(one, "Đơn vị") for one in UNITS]
    units += [_unit(f"u{number}", text) for number, text in enumerate(texts)]
    areas = [{"id": one, "name": one} for one in REGISTRY_IDS["area"]]
    areas += [{"id": f"a{n}", "name": text, "level": text} for n, text in enumerate(texts)]
    topics = [{"id": one, "name": one} for one in REGISTRY_IDS["topic"]]
    topics += [{"id": f"t{n}", "name": text} for n, text in enumerate(texts)]
    types = [{"id": f"d{n}", "name": text} for n, text in enumerate(texts)]
    types += [{"id": one, "name": one} for one in REGISTRY_IDS["document_type"]]
    return {
        "content/registry/programme.yml": orjson.dumps(programme),
        "content/registry/units.yml": orjson.dumps({"units": units}),
        "content/registry/areas.yml": orjson.dumps({"areas": areas}),
        "content/registry/topics.yml": orjson.dumps({"topics": topics, "document_types": types}),
    }


def _unit(unit: str, text: str) -> Given:
    return {
        "id": unit,
        "name": text,
        "short_name": text,
        "symbol": text,
        "kind": "party_body",
        "contact": dict.fromkeys(("title", "phone", "email", "hours"), text),
        "offices": [{"id": one, "title": text, "holder": text} for one in OFFICES],
    }


def _recalls(texts: list[str]) -> Files:
    message = next(kind for kind in KINDS if kind.kind == "message")
    given = {"unit": "dan-van", "office": OFFICES[0], "at": LATER}
    files: Files = {}
    for number, text in enumerate(texts):
        _, left = ids_of(message, number)
        recall = {"record": left, "reason": text, **given}
        files[f"content/recalls/{left}.yml"] = orjson.dumps(recall)
    return files


def _issued(corpora: tuple[Corpus, Corpus], texts: list[str]) -> Files:
    """Every bulletin issued, then corrected with the text as the note of what changed."""
    files: Files = {}
    editions = corpora[0].editions
    for corpus, relation in zip(corpora, (Relation.NEW, Relation.CORRECTION), strict=True):
        for number, text in enumerate(texts):
            note = text if relation is Relation.CORRECTION else None
            bulletin, _ = ids_of(Bulletin, number)
            agreed = with_approvals(replace(corpus, editions=editions), bulletin)
            edition = freeze(agreed, Request(bulletin, relation, note))
            editions = (*editions, edition)
            files[edition.path] = file_bytes(as_body(edition))
            files[HEAD] = head_bytes(edition)
    return files
