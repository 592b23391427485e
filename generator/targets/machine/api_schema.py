"""The published schemas of the API (JSON Schema 2020-12), generated from kinds and documents.

Unlike the schemas for editors, these describe the published files: frozen records, without empty
keys and without the editors' note. Every key is described in Vietnamese and English.
"""

from collections.abc import Iterator
from typing import Any

import orjson
from pydantic import BaseModel

from generator.base.text import Bilingual, Choice
from generator.model.edition.edition import Edition
from generator.model.kinds import BY_NAME, KINDS
from generator.model.kinds.bulletin import Bulletin
from generator.model.record.record import Record
from generator.views.machine.documents import (
    ClosedDocument,
    IndexDocument,
    InForceDocument,
    RecordDocument,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DOCUMENTS: dict[str, type[BaseModel]] = {
    "index": IndexDocument,
    "in-force": InForceDocument,
    "edition": Edition,
    "closed": ClosedDocument,
}
NAMES = (*DOCUMENTS, *(kind.kind for kind in KINDS if kind is not Bulletin))
Schema = dict[str, Any]
# The keys of an edition: no editor writes them, so no other place describes them.
_EDITION_KEYS = {
    "form": Bilingual("Dạng tệp", "Form of the file"),
    "bulletin": Bilingual("Mã bản tin", "Id of the bulletin"),
    "version": Bilingual("Phiên bản", "Version"),
    "relation": Bilingual("Quan hệ với bản trước", "Relation to the version before"),
    "issued_at": Bilingual("Phát hành lúc", "Issued at"),
    "change_note": Bilingual("Ghi chú thay đổi", "Change note"),
    "previous": Bilingual("Bản phát hành liền trước", "The edition issued just before"),
    "plan": Bilingual("Bản tin", "The bulletin itself"),
    "records": Bilingual("Bản ghi được in, theo mã", "The records that it prints, by id"),
    "approvals": Bilingual("Phê duyệt của các bên", "Approvals of the parties"),
    "registry": Bilingual("Đơn vị, địa bàn, lĩnh vực được nêu", "What the registry calls things"),
    "attachments": Bilingual("Mã băm của tệp kèm theo", "Digests of attached files"),
    "withdrawn_by": Bilingual("Đơn vị, chức vụ đã thu hồi", "Unit and office that withdrew it"),
    "digest": Bilingual("Mã băm của mọi khóa còn lại", "Digest of all other keys"),
}


def schema_bytes(name: str) -> bytes:
    """The published schema of a document, or of the records of a kind."""
    return orjson.dumps(api_schema(name), option=orjson.OPT_INDENT_2) + b"\n"


def api_schema(name: str) -> Schema:
    schema = _record_schema(BY_NAME[name]) if name in BY_NAME else _document_schema(name)
    return {"$schema": DIALECT, **schema}


def _record_schema(kind: type[Record]) -> Schema:
    schema = _described_schema(RecordDocument)
    schema["$defs"] |= _kind_definitions(kind)
    own = schema["properties"]
    own["content"] |= {"$ref": f"#/$defs/{kind.__name__}"}
    own["kind"] |= {"const": kind.kind}
    own["id"] |= {"pattern": rf"^{kind.prefix}-[0-9]{{4}}-[0-9]{{4,}}$"}
    return schema | {"title": f"{kind.label.vi} ({kind.label.en})"}


def _document_schema(name: str) -> Schema:
    schema = _described_schema(DOCUMENTS[name])
    if name == "edition":
        _complete_edition(schema)
    return schema


def _complete_edition(edition: Schema) -> None:
    """Add the schemas of the kinds to an edition's plan and records, and words for its keys."""
    for kind in KINDS:
        edition["$defs"] |= _kind_definitions(kind)
    own = edition["properties"]
    own["plan"] = {"$ref": "#/$defs/Bulletin"}
    own["records"] = {"type": "object", "patternProperties": dict(_by_prefix())}
    own["records"]["additionalProperties"] = False
    for key, label in _EDITION_KEYS.items():
        own[key] |= {"title": label.vi, "description": f"{label.vi} ({label.en})."}


def _by_prefix() -> Iterator[tuple[str, Schema]]:
    for kind in KINDS:
        yield rf"^{kind.prefix}-[0-9]{{4}}-[0-9]{{4,}}$", {"$ref": f"#/$defs/{kind.__name__}"}


def _kind_definitions(kind: type[Record]) -> Schema:
    """The definitions of a frozen record and its groups of keys, by name, without the note."""
    schema = _described_schema(kind)
    groups: Schema = schema.pop("$defs", {})
    schema["properties"].pop("note")
    return {**groups, kind.__name__: schema}


def _described_schema(model: type[BaseModel]) -> Schema:
    generated = model.model_json_schema(by_alias=True, mode="validation")
    generated.setdefault("$defs", {})
    described: Schema = _with_descriptions(generated)
    return described


def _with_descriptions(node: Any) -> Any:  # noqa: ANN401  any JSON value
    """The node with title in both languages and help for every key, and labels for choices."""
    if isinstance(node, list):
        return [_with_descriptions(item) for item in node]
    if not isinstance(node, dict):
        return node
    described: Schema = {
        key: _with_descriptions(child) for key, child in node.items() if not key.startswith("x-")
    }
    if "x-title-en" in node:
        described["title"] = node["title"]
        described["description"] = _description(node)
    if "enum" in node and node.get("title") in _CHOICES:
        described["description"] = _labels(_CHOICES[node["title"]])
    return described


def _description(node: Schema) -> str:
    title_sentence = f"{node['title']} ({node['x-title-en']})."
    described = node.get("description", "")
    return (
        title_sentence
        if described in ("", node["title"])
        else f"{title_sentence} {described.rstrip('.')}."
    )


def _labels(choices: type[Choice]) -> str:
    return "; ".join(f"{choice.value}: {choice.label.vi} / {choice.label.en}" for choice in choices)


_CHOICES = {choice.__name__: choice for choice in Choice.__subclasses__()}
