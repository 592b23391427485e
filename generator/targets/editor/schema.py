"""JSON Schemas of everything editors write, read off the kinds and the registry.

They are flat: every key carries its own title, help, examples and complaint, because that is what
editors show. They never refuse what the compiler takes: any scalar is a text, and a key that may
be missing may be empty.
"""

from collections.abc import Mapping
from typing import Any

import orjson
from pydantic import BaseModel

from generator.base.text import Choice
from generator.model.kinds import BY_NAME, KINDS
from generator.model.record.record import Record
from generator.model.registry.registry import AreasFile, Programme, TopicsFile, UnitsFile
from generator.model.registry.signoff import Approval, Recall
from generator.targets.editor.schema_words import explained

KIND_SCHEMAS: Mapping[str, type[BaseModel]] = {
    **{kind.kind: kind for kind in KINDS},
    "approval": Approval,
    "recall": Recall,
    "programme": Programme,
    "units": UnitsFile,
    "areas": AreasFile,
    "topics": TopicsFile,
}
# Understood by every editor; nothing newer is needed.
DIALECT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]


def schema_of(name: str) -> Schema:
    """The schema of one file, with Vietnamese titles, help, examples and labels of choices."""
    model = KIND_SCHEMAS[name]
    raw = model.model_json_schema(by_alias=True)
    schema = _flat(raw, raw.pop("$defs", {}))
    title = BY_NAME[name].label.vi if name in BY_NAME else name
    if issubclass(model, Record):
        own_id = rf"^{model.prefix}-\d{{4}}-\d{{4,}}$"
        schema["properties"]["id"] |= {"pattern": own_id, "x-kinds": [model.kind]}
    return {"$schema": DIALECT, "title": title, **explained(schema, is_given=True)}


def _flat(node: Schema, groups: Mapping[str, Schema]) -> Schema:
    """A node with every reference replaced by what it names, and without `or null`."""
    own = {key: node[key] for key in node if key not in ("$ref", "anyOf", "items", "properties")}
    for choice in [node, *node.get("anyOf", ())]:
        if "$ref" in choice:
            own = {**_named(choice["$ref"].rpartition("/")[2], groups), **own}
        elif choice is not node and choice.get("type") != "null":
            own = {**_flat(choice, groups), **own}
    if "items" in node:
        own["items"] = _flat(node["items"], groups)
    if "properties" in node:
        own["properties"] = {k: _flat(v, groups) for k, v in node["properties"].items()}
        own = {key: own[key] for key in own if key not in ("title", "description")}
    return own


def _named(name: str, groups: Mapping[str, Schema]) -> Schema:
    """A group of keys, or a closed list with its labels; their English docstrings stay behind."""
    flat = _flat(groups[name], groups)
    if name in (labels := {choice.__name__: choice for choice in Choice.__subclasses__()}):
        flat["x-enum-labels"] = {m.value: m.label.vi for m in labels[name]}
    return {key: flat[key] for key in flat if key not in ("title", "description")}


def as_json(schema: Mapping[str, Any]) -> str:
    return orjson.dumps(schema, option=orjson.OPT_INDENT_2).decode()
