"""pydantic's complaints as our findings: one table, both languages."""

from collections.abc import Mapping
from enum import EnumMeta
from typing import Any, get_args

from pydantic import BaseModel

from generator.base.diagnostics import Diagnostic
from generator.base.span import FieldPath, On, Place
from generator.base.text import Bilingual, Choice, nearest
from generator.model.fields import title_of
from generator.source.problems import MISSING_KEY, NOT_IN_LIST, UNKNOWN_KEY, WRONG_FORM

SHOWN = 60
_ALWAYS = Bilingual("; khóa này luôn bắt buộc", "; it is always required")

EXPECTED: Mapping[str, Bilingual] = {
    "day": Bilingual(
        "một ngày có thật, viết năm-tháng-ngày như 2026-11-18", "a real day such as 2026-11-18"
    ),
    "moment": Bilingual(
        "một thời điểm có thật như 2026-11-18T06:30+07:00",
        "a moment such as 2026-11-18T06:30+07:00",
    ),
    "count": Bilingual("một số nguyên không âm, viết bằng chữ số", "a whole number in digits"),
    "record_id": Bilingual("một mã như TT-2026-0003", "an id such as TT-2026-0003"),
    "registry_id": Bilingual(
        "một mã chữ thường không dấu như ubnd hoặc mat-tran", "a lower-case id such as ubnd"
    ),
    "digest": Bilingual(
        "mã băm do lệnh bulletin approve ghi, không sửa tay",
        "the digest that bulletin approve wrote",
    ),
    "bool_type": Bilingual("true hoặc false", "true or false"),
    "string_type": Bilingual("một đoạn chữ", "a text"),
    "string_too_short": Bilingual("một đoạn chữ không để trống", "a text that is not empty"),
    "string_too_long": Bilingual("một đoạn chữ ngắn hơn giới hạn", "a shorter text"),
    "tuple_type": Bilingual("một danh sách, như [a, b]", "a list such as [a, b]"),
    "model_type": Bilingual("một nhóm khóa, như {khóa: giá trị}", "a group of keys"),
    "model_attributes_type": Bilingual("một nhóm khóa, như {khóa: giá trị}", "a group of keys"),
}
_OTHER = Bilingual("một giá trị đúng dạng của khóa này", "a value of this key's form")


def explain(path: str, model: type[BaseModel], error: Mapping[str, Any]) -> Diagnostic:
    """One complaint of pydantic as a finding at its key or value."""
    at: FieldPath = tuple(error["loc"])
    match error["type"]:
        case "missing":
            return _missing(path, model, at)
        case "extra_forbidden":
            return _unknown(path, model, at)
        case "enum":
            return _not_in_list(path, model, at, str(error["input"]))
        case form:
            return _wrong_form(path, at, str(form), error)


def _missing(path: str, model: type[BaseModel], at: FieldPath) -> Diagnostic:
    key = str(at[-1])
    title = title_of(_holder(model, at), key)
    return MISSING_KEY.at(Place(path, at[:-1], On.KEY), key=key, title=title, because=_ALWAYS)


def _unknown(path: str, model: type[BaseModel], at: FieldPath) -> Diagnostic:
    near = meant(model, at)
    listed = ", ".join(_keys(_holder(model, at)))
    hint = (
        Bilingual(f"có phải “{near}”?", f"did you mean “{near}”?")
        if near
        else Bilingual(f"chỉ dùng các khóa: {listed}.", f"use only the keys: {listed}.")
    )
    return UNKNOWN_KEY.at(Place(path, at, On.KEY), key=str(at[-1]), hint=hint)


def meant(model: type[BaseModel], at: FieldPath) -> str | None:
    """The key that an unknown one was most likely meant to be."""
    return nearest(str(at[-1]), _keys(_holder(model, at)))


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _not_in_list(path: str, model: type[BaseModel], at: FieldPath, given: str) -> Diagnostic:
    choices = _choices(model, at)
    near = nearest(given, [str(c.value) for c in choices])
    hint = (
        Bilingual(f"có phải “{near}”? ", f"did you mean “{near}”? ") if near else Bilingual("", "")
    )
    allowed = Bilingual(
        ", ".join(f"{c.value} ({c.label.vi})" for c in choices),
        ", ".join(f"{c.value} ({c.label.en})" for c in choices),
    )
    key = _key(at)
    return NOT_IN_LIST.at(Place(path, at), key=key, given=given[:SHOWN], hint=hint, allowed=allowed)


def _wrong_form(path: str, at: FieldPath, form: str, error: Mapping[str, Any]) -> Diagnostic:
    expected = EXPECTED.get(form, _OTHER)
    limit = (error.get("ctx") or {}).get("max_length")
    if form == "string_too_long" and limit:
        expected = Bilingual(f"tối đa {limit} ký tự", f"at most {limit} characters")
    given = _shown(error["input"])
    return WRONG_FORM.at(Place(path, at), key=_key(at), given=given, expected=expected)


def _shown(given: object) -> str | Bilingual:
    if isinstance(given, dict):
        return Bilingual("một nhóm khóa", "a group of keys")
    if isinstance(given, list):
        return Bilingual("một danh sách", "a list")
    text = str(given)
    return f"“{text[:SHOWN]}…”" if len(text) > SHOWN else f"“{text}”"


def _key(at: FieldPath) -> str:
    return str(next((part for part in reversed(at) if isinstance(part, str)), ""))


def _holder(model: type[BaseModel], at: FieldPath) -> type[BaseModel]:
    """The model whose key `at` names."""
    for part in at[:-1]:
        if isinstance(part, str):
            inner = _model_in(_annotation(model, part))
            model = inner or model
    return model


def _choices(model: type[BaseModel], at: FieldPath) -> tuple[Choice, ...]:
    keys = [part for part in at if isinstance(part, str)]
    listed = _classes(_annotation(_holder(model, tuple(keys)), keys[-1]))
    return tuple(member for c in listed if isinstance(c, EnumMeta) for member in c)  # type: ignore[var-annotated]  # EnumMeta hides its members' type


def _annotation(model: type[BaseModel], key: str) -> object:
    for name, field in model.model_fields.items():
        if key in (name, field.alias):
            return field.annotation
    return None


def _model_in(annotation: object) -> type[BaseModel] | None:
    models = [c for c in _classes(annotation) if issubclass(c, BaseModel)]
    return models[0] if models else None


def _classes(annotation: object) -> list[type]:
    if isinstance(annotation, type):
        return [annotation]
    return [c for argument in get_args(annotation) for c in _classes(argument)]
