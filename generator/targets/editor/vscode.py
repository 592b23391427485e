"""Files in `.vscode`: an editor completes, explains and checks records without a network."""

from collections.abc import Mapping
from typing import Any

import orjson

from generator.model.kinds import BY_NAME, folder_of
from generator.model.registry.registry import REGISTRY_FILES
from generator.targets.editor.schema import KIND_SCHEMAS, as_json, schema_of

FOLDER = ".vscode"
EXTENSION = "redhat.vscode-yaml"
_REGISTRY = {model: path for path, model in REGISTRY_FILES.items()}
_SIGNOFFS = {
    "approval": "content/approvals/*/*.yml",
    "recall": "content/recalls/*.yml",
    "redaction": "content/redactions/*.yml",
}

# Completion, hover and checks come from the schemas beside these settings; nothing is downloaded.
SETTINGS: Mapping[str, Any] = {
    "editor.unicodeHighlight.allowedLocales": {"vi": True},
    "files.encoding": "utf8",
    "files.eol": "\n",
    "files.insertFinalNewline": True,
    "files.trimTrailingWhitespace": True,
    "redhat.telemetry.enabled": False,
    "yaml.completion": True,
    "yaml.format.enable": False,
    "yaml.hover": True,
    "yaml.kubernetesCRDStore.enable": False,
    "yaml.schemaStore.enable": False,
    "yaml.validate": True,
    "yaml.yamlVersion": "1.2",
    "[yaml]": {
        "editor.autoIndent": "advanced",
        "editor.insertSpaces": True,
        "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
        "editor.tabSize": 2,
        "editor.wordWrap": "on",
    },
}


def editor_files() -> dict[str, bytes]:
    """The files by path in a workspace."""
    patterns_by_schema = {f"./{schema_path(name)}": [pattern_of(name)] for name in KIND_SCHEMAS}
    return {
        f"{FOLDER}/extensions.json": _json({"recommendations": [EXTENSION]}),
        f"{FOLDER}/settings.json": _json({**SETTINGS, "yaml.schemas": patterns_by_schema}),
        **schema_files(),
    }


def schema_files() -> dict[str, bytes]:
    """The schemas by path; they must be written again when the kinds change."""
    return {schema_path(name): f"{as_json(schema_of(name))}\n".encode() for name in KIND_SCHEMAS}


def schema_path(name: str) -> str:
    return f"{FOLDER}/schemas/{name}.json"


def pattern_of(name: str) -> str:
    """The glob pattern of the files that a schema is for."""
    if name in BY_NAME:
        return f"{folder_of(BY_NAME[name])}/*/*.yml"
    model: Any = KIND_SCHEMAS[name]
    return _SIGNOFFS.get(name) or _REGISTRY[model]


def _json(value: Mapping[str, Any]) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
