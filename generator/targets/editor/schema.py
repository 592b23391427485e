"""JSON Schemas of all files that editors write, generated from the kinds and the registry.

They are flat: every key has its own title, help, examples and error message, because text editors
show only these. They never refuse what the compiler accepts: any scalar is a text, and a key that
may be missing may be empty.
"""

from collections.abc import Mapping
from typing import Any

import orjson
from pydantic import BaseModel

from generator.base.text import Choice
from generator.model.kinds import BY_NAME, KINDS
from generator.model.record.record import Record
from generator.model.registry.registry import AreasFile, Programme, TopicsFile, UnitsFile
from generator.model.registry.signoff import Approval, Recall, Redaction
from generator.targets.editor.schema_words import with_help

KIND_SCHEMAS: Mapping[str, type[BaseModel]] = {
    **{kind.kind: kind for kind in KINDS},
    "approval": Approval,
    "recall": Recall,
    "redaction": Redaction,
    "programme": Programme,
    "units": UnitsFile,
    "areas": AreasFile,
    "topics": TopicsFile,
}
# Every text editor understands this version; nothing newer is needed.
DIALECT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]


def schema_of(name: str) -> Schema:
    """The schema of one file, with Vietnamese titles, help, examples and labels of choices."""
    model = KIND_SCHEMAS[name]
    generated = model.model_json_schema(by_alias=True)
    schema = _flat(generated, generated.pop("$defs", {}))
    title = BY_NAME[name].label.vi if name in BY_NAME else name
    if issubclass(model, Record):
        own_id = rf"^{model.prefix}-[0-9]{{4}}-[0-9]{{4,}}$"
        schema["properties"]["id"] |= {"pattern": own_id, "x-kinds": [model.kind]}
    return {"$schema": DIALECT, "title": title, **with_help(schema, is_given=True)}


def _flat(node: Schema, groups: Mapping[str, Schema]) -> Schema:
    """A node with every reference replaced by its definition, and without `or null`."""
    flat = {key: node[key] for key in node if key not in ("$ref", "anyOf", "items", "properties")}
    for choice in [node, *node.get("anyOf", ())]:
        if "$ref" in choice:
            flat = {**_definition(choice["$ref"].rpartition("/")[2], groups), **flat}
        elif choice is not node and choice.get("type") != "null":
            flat = {**_flat(choice, groups), **flat}
    if "items" in node:
        flat["items"] = _flat(node["items"], groups)
    if "properties" in node:
        flat["properties"] = {k: _flat(v, groups) for k, v in node["properties"].items()}
        flat = {key: flat[key] for key in flat if key not in ("title", "description")}
    return flat


def _definition(name: str, groups: Mapping[str, Schema]) -> Schema:
    """A definition (group of keys, or closed list with labels), without its English docstring."""
    flat = _flat(groups[name], groups)
    if name in (labels := {choice.__name__: choice for choice in Choice.__subclasses__()}):
        flat["x-enum-labels"] = {m.value: m.label.vi for m in labels[name]}
    return {key: flat[key] for key in flat if key not in ("title", "description")}


def as_json(schema: Mapping[str, Any]) -> str:
    return orjson.dumps(schema, option=orjson.OPT_INDENT_2).decode()
