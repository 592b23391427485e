"""JSON Schemas of everything editors write, read off the kinds and the registry."""

from collections.abc import Mapping
from typing import Any

import orjson
from pydantic import BaseModel

from generator.base.text import Choice
from generator.model.kinds import KINDS
from generator.model.registry import AreasFile, Programme, TopicsFile, UnitsFile
from generator.model.signoff import Approval, Recall

KIND_SCHEMAS: Mapping[str, type[BaseModel]] = {
    **{kind.kind: kind for kind in KINDS},
    "approval": Approval,
    "recall": Recall,
    "programme": Programme,
    "units": UnitsFile,
    "areas": AreasFile,
    "topics": TopicsFile,
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(name: str) -> dict[str, Any]:
    """The schema of one file, with Vietnamese titles, help and labels of choices."""
    model = KIND_SCHEMAS[name]
    schema = model.model_json_schema(by_alias=True)
    labels = {choice.__name__: choice for choice in _choices()}
    for title, definition in schema.get("$defs", {}).items():
        if title in labels:
            members = list(labels[title])
            definition["description"] = ", ".join(f"{m.value}: {m.label.vi}" for m in members)
            definition["x-enum-labels"] = {m.value: m.label.vi for m in members}
    return {"$schema": DIALECT, **schema}


def _choices() -> list[type[Choice]]:
    return [kind for kind in Choice.__subclasses__() if len(kind)]


def as_json(schema: Mapping[str, Any]) -> str:
    return orjson.dumps(schema, option=orjson.OPT_INDENT_2).decode()
