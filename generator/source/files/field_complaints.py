"""pydantic's errors as our findings, in both languages."""

from collections.abc import Mapping
from enum import EnumMeta
from typing import Any, get_args

from pydantic import BaseModel

from generator.base.diagnostics import Diagnostic
from generator.base.span import FieldPath, On, Place
from generator.base.text import Bilingual, Choice, nearest
from generator.base.years import FIRST_YEAR, LAST_YEAR
from generator.model.record.fields import title_of
from generator.source.problems import MISSING_KEY, NOT_IN_LIST, UNKNOWN_KEY, WRONG_FORM

SHOWN = 60
_ALWAYS = Bilingual("; khóa này luôn bắt buộc", "; it is always required")
# In a sentence without quotes, a comma inside { } or a colon ends the value.
_SENTENCE = Bilingual(
    "nếu đây là một phần của câu, đặt cả câu trong dấu nháy; nếu là một dòng của đoạn văn, thụt vào"
    " cho thẳng với các dòng khác.",
    "if it is part of a sentence, put the whole sentence in quotes; if it is a line of a text,"
    " indent it like the others.",
)

EXPECTED: Mapping[str, Bilingual] = {
    "day": Bilingual(
        "một ngày có thật, viết năm-tháng-ngày như 2026-11-18", "a real day such as 2026-11-18"
    ),
    "moment": Bilingual(
        "một thời điểm có thật như 2026-11-18T06:30+07:00",
        "a moment such as 2026-11-18T06:30+07:00",
    ),
    "year": Bilingual(
        f"một ngày trong các năm từ {FIRST_YEAR} đến {LAST_YEAR}",
        f"a day in the years {FIRST_YEAR} to {LAST_YEAR}",
    ),
    "count": Bilingual("một số nguyên không âm, viết bằng chữ số", "a whole number in digits"),
    "record_id": Bilingual(
        f"một mã như TT-2026-0003, năm trong mã từ {FIRST_YEAR} đến {LAST_YEAR}",
        f"an id such as TT-2026-0003, of a year from {FIRST_YEAR} to {LAST_YEAR}",
    ),
    "registry_id": Bilingual(
        "một mã chữ thường không dấu như ubnd hoặc mat-tran", "a lower-case id such as ubnd"
    ),
    "digest": Bilingual(
        "mã băm do lệnh bulletin approve ghi, không sửa tay",
        "the digest that bulletin approve wrote",
    ),
    "short_text": Bilingual(
        "các câu cộng lại không quá 300 ký tự", "sentences of at most 300 characters together"
    ),
    "zone": Bilingual("tên một múi giờ như Asia/Ho_Chi_Minh", "a zone such as Asia/Ho_Chi_Minh"),
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
    """An error of pydantic as a finding at its key or value."""
    at: FieldPath = tuple(error["loc"])
    match error["type"]:
        case "missing":
            return _missing_key(path, model, at)
        case "extra_forbidden":
            return _unknown_key(path, model, at)
        case "enum" if isinstance(error["input"], str):
            return _not_in_list(path, model, at, error["input"])
        case "enum":
            return _not_a_text_choice(path, model, at, error["input"])
        case form:
            return _wrong_form(path, at, str(form), error)


def _missing_key(path: str, model: type[BaseModel], at: FieldPath) -> Diagnostic:
    key = str(at[-1])
    title = title_of(_holder(model, at), key)
    return MISSING_KEY.at(Place(path, at, On.KEY), key=key, title=title, because=_ALWAYS)


def _unknown_key(path: str, model: type[BaseModel], at: FieldPath) -> Diagnostic:
    key, near = str(at[-1]), intended_key(model, at)
    listed = ", ".join(_keys(_holder(model, at)))
    if near:
        hint = Bilingual(f"có phải “{near}”?", f"did you mean “{near}”?")
    elif " " in key:
        hint = _SENTENCE
    else:
        hint = Bilingual(f"chỉ dùng các khóa: {listed}.", f"use only the keys: {listed}.")
    return UNKNOWN_KEY.at(Place(path, at, On.KEY), key=_shorten(key), hint=hint)


def intended_key(model: type[BaseModel], at: FieldPath) -> str | None:
    """The known key that an unknown key was most likely meant to be."""
    return nearest(str(at[-1]).lower(), _keys(_holder(model, at)))


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _not_in_list(path: str, model: type[BaseModel], at: FieldPath, given: str) -> Diagnostic:
    choices = _choices(model, at)
    near = nearest(given.lower(), [str(choice.value) for choice in choices])
    hint = (
        Bilingual(f"có phải “{near}”? ", f"did you mean “{near}”? ") if near else Bilingual("", "")
    )
    return NOT_IN_LIST.at(
        Place(path, at),
        key=_key(at),
        given=_shorten(given),
        hint=hint,
        allowed=_choice_list(choices),
    )


def _not_a_text_choice(
    path: str, model: type[BaseModel], at: FieldPath, given: object
) -> Diagnostic:
    allowed = _choice_list(_choices(model, at))
    expected = Bilingual(f"một trong các giá trị: {allowed.vi}", f"one of: {allowed.en}")
    return WRONG_FORM.at(Place(path, at), key=_key(at), given=_value_text(given), expected=expected)


def _choice_list(choices: tuple[Choice, ...]) -> Bilingual:
    return Bilingual(
        ", ".join(f"{choice.value} ({choice.label.vi})" for choice in choices),
        ", ".join(f"{choice.value} ({choice.label.en})" for choice in choices),
    )


def _wrong_form(path: str, at: FieldPath, form: str, error: Mapping[str, Any]) -> Diagnostic:
    expected = EXPECTED.get(form, _OTHER)
    limit = (error.get("ctx") or {}).get("max_length")
    if form == "string_too_long" and limit:
        expected = Bilingual(f"tối đa {limit} ký tự", f"at most {limit} characters")
    given = _value_text(error["input"])
    return WRONG_FORM.at(Place(path, at), key=_key(at), given=given, expected=expected)


def _value_text(value: object) -> str | Bilingual:
    if isinstance(value, dict):
        return Bilingual("một nhóm khóa", "a group of keys")
    if isinstance(value, list):
        return Bilingual("một danh sách", "a list")
    return f"“{_shorten(str(value))}”"


def _shorten(text: str) -> str:
    return f"{text[:SHOWN]}…" if len(text) > SHOWN else text


def _key(at: FieldPath) -> str:
    """The key of a value; for an item of a list also its number, from 1."""
    key = str(next((part for part in reversed(at) if isinstance(part, str)), ""))
    last = at[-1] if at else key
    return f"{key} › {last + 1}" if isinstance(last, int) else key


def _holder(model: type[BaseModel], at: FieldPath) -> type[BaseModel]:
    """The model that has the last key of `at`."""
    for part in at[:-1]:
        if isinstance(part, str):
            inner = _model_in(_annotation(model, part))
            model = inner or model
    return model


def _choices(model: type[BaseModel], at: FieldPath) -> tuple[Choice, ...]:
    keys = [part for part in at if isinstance(part, str)]
    classes = _classes(_annotation(_holder(model, tuple(keys)), keys[-1]))
    return tuple(member for choice in classes if isinstance(choice, EnumMeta) for member in choice)  # type: ignore[var-annotated]  # EnumMeta hides its members' type


def _annotation(model: type[BaseModel], key: str) -> object:
    for name, field in model.model_fields.items():
        if key in (name, field.alias):
            return field.annotation
    return None


def _model_in(annotation: object) -> type[BaseModel] | None:
    models = [
        found_class for found_class in _classes(annotation) if issubclass(found_class, BaseModel)
    ]
    return models[0] if models else None


def _classes(annotation: object) -> list[type]:
    if isinstance(annotation, type):
        return [annotation]
    return [inner_class for argument in get_args(annotation) for inner_class in _classes(argument)]
