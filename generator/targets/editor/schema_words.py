"""The words of the schemas at each key: help, examples, labels, an error message."""

from collections.abc import Iterator
from typing import Any

from generator.base.years import MOMENT
from generator.model.kinds import BY_NAME

Schema = dict[str, Any]

DUE = "Phải ghi trước khi phê duyệt, trích dẫn hoặc phát hành."
_DAY_EXAMPLE, _MOMENT_EXAMPLE = "2026-11-18", "2026-11-18T17:00+07:00"
_REGISTRY = {
    "unit": ("Mã đơn vị, ghi trong registry/units.yml.", "ubnd"),
    "office": ("Mã chức vụ của đơn vị ghi bên cạnh, trong registry/units.yml.", "chu-tich"),
    "area": ("Mã địa bàn, ghi trong registry/areas.yml.", "khu-pho-1"),
    "topic": ("Mã lĩnh vực, ghi trong registry/topics.yml.", "moi-truong"),
    "document_type": ("Mã loại văn bản, ghi trong registry/topics.yml.", "ke-hoach"),
}
_FORMS = {
    "date": "một ngày có thật",
    "date-time": "một thời điểm",
    "integer": "một số nguyên không âm",
    "boolean": "true (có) hoặc false (không)",
    "id": "một mã",
    "string": "một đoạn chữ",
}
# YAML reads 007 as a number and `no` as a boolean; the compiler reads both as text.
_TEXT = ["string", "number", "boolean"]


def with_help(node: Schema, *, is_given: bool) -> Schema:
    """The node and all nodes below it with their words; an optional key may be empty."""
    helped = {key: node[key] for key in node if key not in ("description", "default", "enum")}
    helped |= _help_keys(node)
    helped["type"] = _type(node["type"], is_given=is_given)
    if "items" in node:
        helped["items"] = with_help(node["items"], is_given=True)
    if "properties" in node:
        required = node.get("required", ())
        helped["properties"] = {
            key: with_help(child, is_given=key in required)
            for key, child in node["properties"].items()
        }
    if "enum" in node:
        helped |= _choices(node, is_given=is_given)
    return {key: value for key, value in helped.items() if value not in ((), [], "")}


def _type(kind: str | list[str], *, is_given: bool) -> str | list[str]:
    kinds = [kind] if isinstance(kind, str) else kind
    types = [name for each in kinds for name in (_TEXT if each == "string" else [each])]
    types = types if is_given else [*types, "null"]
    return types[0] if len(types) == 1 else types


def _help_keys(node: Schema) -> Schema:
    """The keys for help, examples and the error message."""
    example = list(_examples(node.get("items", node)))
    keys: Schema = {
        "description": " ".join(_help(node)),
        "examples": [] if "items" in node else example,
        "errorMessage": _complaint(node, example),
    }
    return keys | _form(node)


def _form(node: Schema) -> Schema:
    """The form as a pattern, because only then text editors show our message; space is free."""
    if node.get("format") == "date-time":
        return {"format": "", "pattern": MOMENT}
    if "minLength" in node:
        longest = node.get("maxLength")
        pattern = rf"^\s*\S[\s\S]{{0,{longest - 1}}}\s*$" if longest else r"\S"
        return {"minLength": (), "maxLength": (), "pattern": pattern}
    return {}


def _help(node: Schema) -> Iterator[str]:
    """Sentences of help; they include the title, as some text editors show nothing else."""
    title, described = node.get("title"), node.get("description")
    if title:
        yield f"{title} ({node['x-title-en']})."
    if described and described != title:
        yield described if described.endswith(".") else f"{described}."
    inner = node.get("items", node)
    if inner.get("x-kinds"):
        yield f"Mã của {_kinds(inner)}."
    elif inner.get("x-ref") in _REGISTRY:
        yield _REGISTRY[inner["x-ref"]][0]
    if "x-due" in node:
        yield DUE


def _kinds(node: Schema) -> str:
    kinds = (BY_NAME[kind] for kind in node["x-kinds"])
    return ", ".join(f"{kind.label.vi} ({kind.prefix})" for kind in kinds)


def _examples(node: Schema) -> Iterator[str]:
    if node.get("x-ref") in _REGISTRY:
        yield _REGISTRY[node["x-ref"]][1]
    elif "x-ref" in node or "x-kinds" in node:
        yield f"{BY_NAME[node.get('x-kinds', ['information'])[0]].prefix}-2026-0001"
    elif node.get("format") == "date":
        yield _DAY_EXAMPLE
    elif node.get("format") == "date-time":
        yield _MOMENT_EXAMPLE


def _complaint(node: Schema, example: list[str]) -> str:
    """A single sentence for every error here; text editors show nothing else."""
    if "properties" in node:
        return _key_complaint(node, example)
    if "enum" in node:
        return f"Chọn một trong: {_labels(node)}."
    if node["type"] == "array":
        return f"Cần một danh sách, như [{', '.join(example) or '…'}]."
    form = node.get("format") or ("id" if {"x-ref", "x-kinds"} & {*node} else node["type"])
    like = f" như {example[0]}" if example else ""
    most = f", tối đa {node['maxLength']} ký tự" if "maxLength" in node else ""
    return f"Cần {_FORMS[form]}{like}{most}."


def _key_complaint(node: Schema, example: list[str]) -> str:
    """For a group of keys; some groups may also be written as one id."""
    required = ", ".join(node.get("required", ()))
    must = f"phải có: {required}; " if required else ""
    if isinstance(node["type"], list):
        return f"Cần một mã như {example[0]}, hoặc {{{', '.join(node['properties'])}}}."
    return f"Ở đây {must}chỉ dùng các khóa: {', '.join(node['properties'])}."


def _labels(node: Schema) -> str:
    return ", ".join(f"{value} ({label})" for value, label in node["x-enum-labels"].items())


def _choices(node: Schema, *, is_given: bool) -> Schema:
    """The values with their labels, as language servers read them; an empty value comes last."""
    own_labels = list(node["x-enum-labels"].values())
    labels = own_labels if is_given else [*own_labels, "(chưa ghi)"]
    values = node["enum"] if is_given else [*node["enum"], None]
    return {"enum": values, "enumDescriptions": labels, "markdownEnumDescriptions": labels}
