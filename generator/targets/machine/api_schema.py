"""The published schemas of the API (JSON Schema 2020-12), read off the kinds and the documents.

Unlike the schemas for editors, these describe what is written: frozen records, without empty keys
and without the editors' note. Every key is described in Vietnamese and English.
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
from generator.views.machine.documents import IndexDocument, InForceDocument, RecordDocument

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DOCUMENTS: dict[str, type[BaseModel]] = {
    "index": IndexDocument,
    "in-force": InForceDocument,
    "edition": Edition,
}
NAMES = (*DOCUMENTS, *(kind.kind for kind in KINDS if kind is not Bulletin))
Schema = dict[str, Any]
# The keys of an edition, which no editor writes and which so are described nowhere else.
_OF_EDITION = {
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
    "digest": Bilingual("Mã băm của mọi khóa còn lại", "Digest of all other keys"),
}


def schema_bytes(name: str) -> bytes:
    """The schema of a document, or of the records of a kind, as it is published."""
    return orjson.dumps(api_schema(name), option=orjson.OPT_INDENT_2) + b"\n"


def api_schema(name: str) -> Schema:
    schema = _of_records(BY_NAME[name]) if name in BY_NAME else _of_document(name)
    return {"$schema": DIALECT, **schema}


def _of_records(kind: type[Record]) -> Schema:
    schema = _described(RecordDocument)
    schema["$defs"] |= _content(kind)
    own = schema["properties"]
    own["content"] |= {"$ref": f"#/$defs/{kind.__name__}"}
    own["kind"] |= {"const": kind.kind}
    own["id"] |= {"pattern": rf"^{kind.prefix}-\d{{4}}-\d{{4,}}$"}
    return schema | {"title": f"{kind.label.vi} ({kind.label.en})"}


def _of_document(name: str) -> Schema:
    schema = _described(DOCUMENTS[name])
    if name == "edition":
        _complete(schema)
    return schema


def _complete(edition: Schema) -> None:
    """The plan and the records of an edition as their kinds, and words for its keys."""
    for kind in KINDS:
        edition["$defs"] |= _content(kind)
    own = edition["properties"]
    own["plan"] = {"$ref": "#/$defs/Bulletin"}
    own["records"] = {"type": "object", "patternProperties": dict(_by_prefix())}
    own["records"]["additionalProperties"] = False
    for key, said in _OF_EDITION.items():
        own[key] |= {"title": said.vi, "description": f"{said.vi} ({said.en})."}


def _by_prefix() -> Iterator[tuple[str, Schema]]:
    for kind in KINDS:
        yield rf"^{kind.prefix}-\d{{4}}-\d{{4,}}$", {"$ref": f"#/$defs/{kind.__name__}"}


def _content(kind: type[Record]) -> Schema:
    """A frozen record and all its groups of keys, by name; the editors' note is never frozen."""
    schema = _described(kind)
    groups: Schema = schema.pop("$defs", {})
    schema["properties"].pop("note")
    return {**groups, kind.__name__: schema}


def _described(model: type[BaseModel]) -> Schema:
    raw = model.model_json_schema(by_alias=True, mode="validation")
    raw.setdefault("$defs", {})
    described: Schema = _in_words(raw)
    return described


def _in_words(node: Any) -> Any:  # noqa: ANN401  any JSON value
    """Every key with its title in both languages and its help; choices with their labels."""
    if isinstance(node, list):
        return [_in_words(one) for one in node]
    if not isinstance(node, dict):
        return node
    told: Schema = {key: _in_words(one) for key, one in node.items() if not key.startswith("x-")}
    if "x-title-en" in node:
        told["title"] = node["title"]
        told["description"] = _description(node)
    if "enum" in node and node.get("title") in _CHOICES:
        told["description"] = _labels(_CHOICES[node["title"]])
    return told


def _description(node: Schema) -> str:
    said = f"{node['title']} ({node['x-title-en']})."
    described = node.get("description", "")
    return said if described in ("", node["title"]) else f"{said} {described.rstrip('.')}."


def _labels(choices: type[Choice]) -> str:
    return "; ".join(f"{one.value}: {one.label.vi} / {one.label.en}" for one in choices)


_CHOICES = {choice.__name__: choice for choice in Choice.__subclasses__()}
