"""pydantic's errors as our findings, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import EnumMeta
from functools import cache, partial
from typing import Any, get_args

from pydantic import BaseModel

from generator.base.diagnostics import Diagnostic
from generator.base.fold import fold
from generator.base.span import FieldPath, On, Place
from generator.base.text import Bilingual, Choice, nearest
from generator.model.record.fields import title_of
from generator.source.files.field_forms import Field, expected, keys_of, starts_as_item
from generator.source.files.registered_names import Names
from generator.source.files.signoff_commands import by_command
from generator.source.problems import MISSING_KEY, NOT_IN_LIST, UNKNOWN_KEY, WRONG_FORM, to_write

SHOWN = 60
_ALWAYS = Bilingual("; khóa này luôn bắt buộc", "; it is always required")
_BY_COMMAND = ("digest", "terms")
_HERE = Bilingual(" ở mức thụt này", " at this indentation")
_NOWHERE = Bilingual("", "")
# In a sentence without quotes, a comma inside { } or a colon ends the value.
_SENTENCE = Bilingual(
    "nếu đây là một phần của câu, đặt cả câu trong dấu nháy; nếu là một dòng của đoạn văn, thụt vào"
    " cho thẳng với các dòng khác.",
    "if it is part of a sentence, put the whole sentence in quotes; if it is a line of a text,"
    " indent it like the others.",
)
_DASH = Bilingual(
    "mục của danh sách bắt đầu bằng gạch ngang của bàn phím rồi một dấu cách: viết “- ” rồi đến"
    " khóa,"
    " thụt vào dưới khóa ở trên.",
    "an item of a list begins with a hyphen and a space: write “- ” and the key, indented under the"
    " key above.",
)


@dataclass(frozen=True, slots=True)
class Writing:
    """A file as it was written, with its empty keys, and the names that the registry knows.

    `parents` remembers, for each group, the keys that lack their indentation.
    """

    path: str
    model: type[BaseModel]
    values: Mapping[str, Any]
    names: Names
    parents: dict[FieldPath, Mapping[str, str]] = field(default_factory=dict)


def explain(writing: Writing, error: Mapping[str, Any]) -> Diagnostic:
    """An error of pydantic as a finding at its key or value."""
    at: FieldPath = tuple(error["loc"])
    path, model = writing.path, writing.model
    match error["type"]:
        case "missing":
            return _missing_key(writing, at)
        case "extra_forbidden":
            return _unknown_key(writing, at)
        case "enum" if isinstance(error["input"], str):
            return _not_in_list(path, model, at, error["input"])
        case "enum":
            return _not_a_text_choice(path, model, at, error["input"])
        case form:
            return _wrong_form(writing, at, str(form), error)


def _missing_key(writing: Writing, at: FieldPath) -> Diagnostic:
    key, place = str(at[-1]), Place(writing.path, at, On.KEY)
    title = title_of(_holder(writing.model, at), key)
    if key in _BY_COMMAND:
        mend = by_command(writing.model, writing.values)
        return MISSING_KEY.at(place, key=key, title=title, mend=mend, because="")
    return MISSING_KEY.at(place, key=key, title=title, mend=to_write(key), because=_ALWAYS)


def _unknown_key(writing: Writing, at: FieldPath) -> Diagnostic:
    where = _HERE if parent_of(writing, at) else _NOWHERE
    place, hint = Place(writing.path, at, On.KEY), partial(_hint_for_key, writing, at)
    return UNKNOWN_KEY.at(place, key=_shorten(str(at[-1])), where=where, hint=hint)


def _hint_for_key(writing: Writing, at: FieldPath) -> Bilingual:
    key = str(at[-1])
    if parent := parent_of(writing, at):
        return _indented(writing, at, parent)
    if near := intended_key(writing.model, at):
        return Bilingual(f"có phải “{near}”?", f"did you mean “{near}”?")
    if starts_as_item(key):
        return _DASH
    if " " in key:
        return _SENTENCE
    listed = ", ".join(keys_of(_holder(writing.model, at)))
    return Bilingual(f"chỉ dùng các khóa: {listed}.", f"use only the keys: {listed}.")


def intended_key(model: type[BaseModel], at: FieldPath) -> str | None:
    """The known key that an unknown key was most likely meant to be, by its name or its title."""
    holder, written = _holder(model, at), str(at[-1])
    by_title = _keys_by_title(holder).get(fold(written).replace("_", " "))
    return by_title or nearest(written.lower(), keys_of(holder))


@cache
def _keys_by_title(holder: type[BaseModel]) -> Mapping[str, str]:
    return {fold(title_of(holder, key).vi): key for key in keys_of(holder)}


def parent_of(writing: Writing, at: FieldPath) -> str | None:
    """The key above under which an unknown key belongs, so that it only lacks its indentation."""
    return _parents(writing, at[:-1]).get(str(at[-1]))


def is_told_above(writing: Writing, at: FieldPath) -> bool:
    """Whether a key lacks its indentation together with another above it, where that is told."""
    parent = parent_of(writing, at)
    return parent is not None and _children(writing, at[:-1], parent)[0] != at[-1]


def _children(writing: Writing, above: FieldPath, parent: str) -> list[str]:
    """The keys that lack their indentation under this one."""
    return [key for key, its_parent in _parents(writing, above).items() if its_parent == parent]


def _parents(writing: Writing, above: FieldPath) -> Mapping[str, str]:
    """Each key of a group that no record has there, by the key before it that has such a key."""
    if above not in writing.parents:
        holder = _holder(writing.model, (*above, ""))
        known, latest, parents = keys_of(holder), dict[str, str](), dict[str, str]()
        for key in _value_at(writing.values, above):
            if key not in known:
                parents |= {key: latest[key]} if key in latest else {}
            elif group := _model_in(_annotation(holder, key)):
                latest |= dict.fromkeys(keys_of(group), key)
        writing.parents[above] = parents
    return writing.parents[above]


def _indented(writing: Writing, at: FieldPath, parent: str) -> Bilingual:
    keys = _children(writing, at[:-1], parent)
    listed, parent_field = ", ".join(keys), _field(writing.model, (*at[:-1], parent))
    if _value_at(writing.values, (*at[:-1], parent)):
        return Bilingual(
            f"đây là khóa của một mục trong “{parent}” ở trên: thụt vào cho thẳng với các khóa khác"
            f" của mục ({listed}).",
            f"it belongs to an item of “{parent}” above: indent it like the other keys of the item"
            f" ({listed}).",
        )
    if parent_field.is_item:
        return Bilingual(
            f"đây là khóa của “{parent}” ở trên: viết “  - {keys[0]}: …” (thụt vào, có gạch ngang"
            " trước"
            f" khóa đầu của mỗi mục), các khóa sau thẳng với “{keys[0]}” ({listed}).",
            f"it belongs to “{parent}” above: write “  - {keys[0]}: …”, the other keys of the item"
            f" aligned with “{keys[0]}” ({listed}).",
        )
    return Bilingual(
        f"đây là khóa của “{parent}” ở trên: thụt vào hai dấu cách ({listed}).",
        f"it belongs to “{parent}” above: indent it by two spaces ({listed}).",
    )


def _value_at(values: Any, at: FieldPath) -> Any:  # noqa: ANN401  values are nested at will
    """The value at a path, or an empty group."""
    for part in at:
        if isinstance(values, dict):
            values = values.get(part)
        elif isinstance(values, list) and isinstance(part, int) and part < len(values):
            values = values[part]
        else:
            return {}
    return values if values is not None else {}


def _not_in_list(path: str, model: type[BaseModel], at: FieldPath, given: str) -> Diagnostic:
    choices = _choices(model, at)
    by_word = {str(choice.value): choice for choice in choices}
    by_word |= {fold(choice.label.vi): choice for choice in choices}
    word = fold(given.strip("“”\"'"))
    holding = [label for label in by_word if word and word in label]
    near = holding[0] if len(holding) == 1 else nearest(word, by_word)
    chosen = by_word[near].value if near else None
    hint = Bilingual(f"có phải “{chosen}”? ", f"did you mean “{chosen}”? ") if near else _NOWHERE
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
    expected_one = Bilingual(f"một trong các giá trị: {allowed.vi}", f"one of: {allowed.en}")
    given_text = _value_text(given)
    return WRONG_FORM.at(Place(path, at), key=_key(at), given=given_text, expected=expected_one)


def _choice_list(choices: tuple[Choice, ...]) -> Bilingual:
    return Bilingual(
        ", ".join(f"{choice.value} ({choice.label.vi})" for choice in choices),
        ", ".join(f"{choice.value} ({choice.label.en})" for choice in choices),
    )


def _wrong_form(writing: Writing, at: FieldPath, form: str, error: Mapping[str, Any]) -> Diagnostic:
    given = error["input"]
    wanted = expected(form, given, _field(writing.model, at), writing.names)
    limit = (error.get("ctx") or {}).get("max_length")
    if form == "string_too_long" and limit:
        length = len(str(given).strip())
        room = "details" if "details" in writing.model.model_fields else ""
        vi, en = (
            (f", hoặc chuyển phần sau sang “{room}”", f", or use “{room}”") if room else ("", "")
        )
        wanted = Bilingual(
            f"tối đa {limit} ký tự, hiện có {length}: rút gọn{vi}",
            f"at most {limit} characters, there are {length}: shorten it{en}",
        )
    if form == "digest":
        wanted = by_command(writing.model, writing.values)
        wanted = Bilingual(
            f"mã băm do lệnh ghi, không sửa tay: {wanted.vi}",
            f"the digest that the command writes, not typed: {wanted.en}",
        )
    place = Place(writing.path, at)
    return WRONG_FORM.at(place, key=_key(at), given=_value_text(given), expected=wanted)


_TO_DETAILS = (", hoặc chuyển phần sau sang “details”", ", or use “details”")


def _value_text(value: object) -> str | Bilingual:
    if isinstance(value, dict):
        return Bilingual("một nhóm khóa", "a group of keys")
    if isinstance(value, list):
        return Bilingual("một danh sách", "a list")
    text = _shorten(str(value))
    return text if text.startswith("“") else f"“{text}”"


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


def _field(model: type[BaseModel], at: FieldPath) -> Field:
    """What the key of a value takes."""
    keys = tuple(part for part in at if isinstance(part, str))
    annotation = _annotation(_holder(model, keys), keys[-1]) if keys else None
    leaf = next((kind for kind in _classes(annotation) if kind is not type(None)), str)
    is_item = isinstance(at[-1] if at else None, int) or "tuple" in str(annotation)
    return Field(keys[-1] if keys else "", leaf, _model_in(annotation), is_item)


def _choices(model: type[BaseModel], at: FieldPath) -> tuple[Choice, ...]:
    keys = [part for part in at if isinstance(part, str)]
    classes = _classes(_annotation(_holder(model, tuple(keys)), keys[-1]))
    return tuple(member for choice in classes if isinstance(choice, EnumMeta) for member in choice)  # type: ignore[var-annotated]  # EnumMeta hides its members' type


def _annotation(model: type[BaseModel], key: str) -> object:
    for name, declared in model.model_fields.items():
        if key in (name, declared.alias):
            return declared.annotation
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
