"""What a key takes, told for the value that somebody wrote there, with what to write instead."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from generator.base.fold import fold
from generator.base.text import Bilingual
from generator.base.years import FIRST_YEAR, LAST_YEAR, moment_of
from generator.model.record.reference import IssuedRef
from generator.model.record.scalars import CLOCK_TIME, Prose
from generator.source.files.registered_names import Names, meant, slug
from generator.source.yaml.line_spelling import is_in_curly_quotes

_LISTED = 8
_BULLET = re.compile(r"([-–—−•·▪●*+]) ?(?=[^\W\d])")
_NEXT_ITEM = re.compile(r" [-–—−•·▪●*+] ?(?=[^\W\d])")
_NOTHING = (
    "chua",
    "chua co",
    "khong",
    "khong co",
    "none",
    "nil",
    "n/a",
    "na",
    "-",
    "...",
    "…",
    "?",
)
_DAYS = (
    re.compile(r"(?P<d>[0-9]{1,2})[-/. ]+(?P<m>[0-9]{1,2})[-/. ]+(?P<y>[0-9]{4})"),
    re.compile(r"(?P<d>[0-9]{1,2}) tháng (?P<m>[0-9]{1,2}),? năm (?P<y>[0-9]{4})"),
    re.compile(r"(?P<y>[0-9]{4})[-/. ]?(?P<m>[0-9]{1,2})[-/. ]?(?P<d>[0-9]{1,2})(?![0-9])"),
)
_HOUR = re.compile(r"(?<![0-9])([0-9]{1,2}) ?(?:giờ|[hg:]) ?([0-9]{2})?(?![0-9])")
_ID = re.compile(r"([A-Za-z]{2})[-_/. ]*([0-9]{4})[-_/. ]*([0-9]+)")
_VERSION = re.compile(r"[-_/. ]*[vV][-_. ]*([0-9]{1,3})$")
_YES = ("co", "yes", "y", "true", "dung", "1", "x", "on")
_NO = ("khong", "no", "n", "false", "sai", "0", "off")


class Field(NamedTuple):
    """A key and what it takes: a class, or many of a class; `group` holds the keys of a group."""

    key: str
    leaf: type
    group: type[BaseModel] | None
    is_item: bool


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
    "short_text": Bilingual(
        "các câu cộng lại không quá 300 ký tự", "sentences of at most 300 characters together"
    ),
    "clock_time": Bilingual("giờ và phút như 06:30", "an hour and minutes such as 06:30"),
    "site_address": Bilingual(
        "một địa chỉ trang như https://bantin.example.vn/, không có ? và #",
        "the address of a site such as https://bulletin.example.vn/, without ? and #",
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


def expected(form: str, given: object, field: Field, names: Names) -> Bilingual:
    """What must stand there; `form` is the type of pydantic's error."""
    if isinstance(given, str) and fold(given).strip() in _NOTHING and form != "bool_type":
        return Bilingual(
            f"{EXPECTED.get(form, _OTHER).vi}; chưa có thì để trống sau dấu hai chấm",
            f"{EXPECTED.get(form, _OTHER).en}; leave it empty after the colon if there is none",
        )
    if form == "registry_id":
        return _a_registry_id(given, field, names)
    ways: Mapping[str, Callable[[object, Field], Bilingual | None]] = {
        "tuple_type": _a_list,
        "model_type": _a_group,
        "model_attributes_type": _a_group,
        "string_type": _a_text,
        "record_id": _a_record_id,
        "day": _a_day,
        "moment": _a_moment,
        "clock_time": _a_clock_time,
        "bool_type": _a_flag,
        "count": _a_count,
    }
    told = ways[form](given, field) if form in ways else None
    return told or EXPECTED.get(form, _OTHER)


@cache
def keys_of(group: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a group as they are written."""
    return tuple(field.alias or name for name, field in group.model_fields.items())


def starts_as_item(text: str) -> bool:
    """Whether a text or key begins with a dash or another bullet and a word."""
    return bool(_BULLET.match(text))


def _a_list(given: object, field: Field) -> Bilingual | None:
    first = next(iter(given), "") if isinstance(given, dict) else given
    if isinstance(first, str) and starts_as_item(first):
        item = _NEXT_ITEM.split(_BULLET.sub("", first, count=1))[0]
        colon = ": …" if isinstance(given, dict) else ""
        return Bilingual(
            "một danh sách, mỗi mục bắt đầu bằng gạch ngang của bàn phím và một dấu cách:"
            f" “- {item}{colon}”",
            f"a list, each item with a hyphen and a space: “- {item}{colon}”",
        )
    if field.group:
        return _a_list_of_groups(given, str(first), keys_of(field.group))
    if not isinstance(given, str):
        return None
    if field.leaf in (str, Prose):
        return Bilingual(
            f"một danh sách: xuống dòng, thụt vào, viết mỗi mục một dòng: “- {given}”",
            f"a list: begin a new line, indent it, and write each item on a line: “- {given}”",
        )
    return Bilingual(
        f"một danh sách, viết trong ngoặc vuông: “{field.key}: [{given}]”",
        f"a list in square brackets: “{field.key}: [{given}]”",
    )


def _a_list_of_groups(given: object, first: str, keys: tuple[str, ...]) -> Bilingual:
    if isinstance(given, dict):
        return Bilingual(
            f"một danh sách: viết “- ” trước khóa đầu của mỗi mục, thành “- {first}: …”, rồi thụt"
            " các"
            f" khóa sau của mục thẳng với “{first}”",
            f"a list: write “- ” before the first key of each item, as “- {first}: …”, and indent"
            f" the other keys of the item like “{first}”",
        )
    listed = ", ".join(keys)
    return Bilingual(
        f"một danh sách: xuống dòng, thụt vào, bắt đầu mỗi mục bằng “- {keys[0]}: …”, các khóa sau"
        f" thẳng với “{keys[0]}” ({listed})",
        f"a list: on new lines, indented, each item with “- {keys[0]}: …” and its other keys"
        " aligned"
        f" with “{keys[0]}” ({listed})",
    )


def _a_group(given: object, field: Field) -> Bilingual | None:
    if field.group is None:
        return None
    keys = ", ".join(keys_of(field.group))
    if isinstance(given, list):
        return Bilingual(
            f"một nhóm khóa ({keys}), không phải danh sách: bỏ dấu “-” hoặc ngoặc vuông",
            f"a group of keys ({keys}) and no list: leave out the “-” or the brackets",
        )
    first = keys_of(field.group)[0]
    if field.is_item:
        return Bilingual(
            f"mỗi mục là một nhóm khóa ({keys}): viết “- {first}: …”, các khóa sau thẳng với"
            f" “{first}”",
            f"in each item a group of keys ({keys}): “- {first}: …”, the others aligned with it",
        )
    return Bilingual(
        f"một nhóm khóa: xuống dòng, thụt vào hai dấu cách, viết mỗi khóa một dòng: {keys}",
        f"a group of keys: on new lines, indented by two spaces, one key a line: {keys}",
    )


def _a_text(given: object, _field: Field) -> Bilingual | None:
    if isinstance(given, list):
        return Bilingual(
            "một câu, không phải danh sách: bỏ dấu “-” ở đầu; nếu câu bắt đầu bằng “-” hoặc “[”"
            " thì đặt"
            " cả câu trong dấu nháy kép",
            "a text and no list: leave out the “-”; put a text that begins with “-” or “[” in"
            " double"
            " quotes",
        )
    if isinstance(given, dict):
        return Bilingual(
            "một câu: dấu hai chấm, “?” hoặc ngoặc { } đã biến câu này thành nhóm khóa, nên đặt"
            " cả câu"
            " trong dấu nháy kép",
            "a text: its colon, “?” or brackets { } made it a group of keys, so put it in double"
            " quotes",
        )
    return None


def _a_registry_id(given: object, field: Field, names: Names) -> Bilingual:
    """The id that was meant by a name, in quotes or in brackets; else those that there are."""
    words = given[0] if isinstance(given, list) and len(given) == 1 else given
    entries = names.get(str(getattr(field.leaf, "target", "")), ())
    if not isinstance(words, str):
        return EXPECTED["registry_id"]
    inner = words[1:-1] if is_in_curly_quotes(words) else words
    if entry := meant(inner, entries):
        return Bilingual(
            f"mã {entry.id} (“{entry.name}”){_without(given, inner).vi}",
            f"the id {entry.id} (“{entry.name}”){_without(given, inner).en}",
        )
    if entries:
        listed = ", ".join(list(dict.fromkeys(entry.id for entry in entries))[:_LISTED])
        return Bilingual(f"một mã; đang có: {listed}", f"an id; there are: {listed}")
    if slug(words):
        return Bilingual(
            f"một mã chữ thường không dấu, như {slug(words)}", f"a lower-case id, as {slug(words)}"
        )
    return EXPECTED["registry_id"]


def _without(given: object, inner: str) -> Bilingual:
    """What must be left out round an id."""
    if isinstance(given, list):
        return Bilingual(", viết không có ngoặc vuông", ", without brackets")
    if given == inner:
        return Bilingual("", "")
    return Bilingual(
        ", viết không có dấu nháy cong; lệnh bulletin fix sửa giúp",
        ", without curly quotes; bulletin fix does it",
    )


def _a_record_id(given: object, field: Field) -> Bilingual | None:
    match = _ID.search(given) if isinstance(given, str) else None
    if not match or not FIRST_YEAR <= int(match[2]) <= LAST_YEAR:
        return None
    meant_id = f"{match[1].upper()}-{match[2]}-{int(match[3]):04}"
    version = _VERSION.match(str(given), match.end())
    if version and field.leaf is IssuedRef:
        name = f"{meant_id}/v{int(version[1])}"
        return Bilingual(f"một phiên bản thì viết {name}", f"a version is written {name}")
    file = Bilingual("; tên tệp cũng vậy", "; and so the file's name")
    also = file if field.key == "id" else Bilingual("", "")
    return Bilingual(
        f"một mã như {meant_id} (hai chữ hoa, năm, ít nhất bốn chữ số){also.vi}",
        f"an id such as {meant_id} (two capitals, the year, at least four digits){also.en}",
    )


def _a_day(given: object, _field: Field) -> Bilingual | None:
    day = _day_in(given) if isinstance(given, str) else None
    return Bilingual(f"năm-tháng-ngày: {day}", f"year-month-day: {day}") if day else None


def _day_in(words: str) -> str | None:
    for form in _DAYS:
        if match := form.search(words):
            try:
                return date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
            except ValueError:
                return None
    return None


def _a_moment(given: object, _field: Field) -> Bilingual | None:
    day = _day_in(given) if isinstance(given, str) else None
    if day is None or not isinstance(given, str):
        return None
    rest = given
    for form in _DAYS:
        rest = form.sub(" ", rest, count=1)
    hour = _HOUR.search(rest) or re.search("T([0-9]{2})([0-9]{2})", given)
    moment = f"{day}T{int(hour[1]):02}:{hour[2] or '00'}" if hour else f"{day}T08:00"
    if moment_of(moment) is None:
        return None
    if hour:
        return Bilingual(
            f"ngày và giờ với chữ T ở giữa: {moment}",
            f"a day and an hour with a T between: {moment}",
        )
    return Bilingual(
        f"cả ngày và giờ, như {moment} (thay 08:00 bằng giờ thật)",
        f"a day and an hour, as {moment} (put the real hour)",
    )


def _a_clock_time(given: object, _field: Field) -> Bilingual | None:
    hour = _HOUR.search(given) if isinstance(given, str) else None
    clock = f"{int(hour[1]):02}:{hour[2] or '00'}" if hour else ""
    if not re.fullmatch(CLOCK_TIME, clock):
        return None
    return Bilingual(f"giờ và phút: {clock}", f"hour and minutes: {clock}")


def _a_flag(given: object, _field: Field) -> Bilingual | None:
    word = fold(given).strip() if isinstance(given, str) else ""
    value = "true" if word in _YES else "false" if word in _NO else None
    if value is None:
        return None
    return Bilingual(f"true hoặc false; ở đây viết {value}", f"true or false; here {value}")


def _a_count(given: object, _field: Field) -> Bilingual | None:
    match = (
        re.search(r"[0-9]{1,3}(?:[. ,][0-9]{3})+|[0-9]+", given) if isinstance(given, str) else None
    )
    digits = re.sub("[^0-9]", "", match[0]).lstrip("0") if match else ""
    if not digits or re.search("[-−][0-9]|[0-9][.,][0-9]{1,2}(?![0-9])", str(given)):
        return None
    return Bilingual(
        f"một số nguyên, chỉ gồm chữ số: {digits}", f"a whole number, digits only: {digits}"
    )
