"""What a record tells in words and values, as pieces of text that can be compared with a sentence.

Days and hours are written out, so that an offset of a time zone is no hour; ids, numbers of papers
and telephones, files and digests tell nothing that a sentence could rest on.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime

# Keys whose text is an id, a number of a paper, a telephone or a file.
SILENT = frozenset(
    {"id", "reference", "number", "phone", "email", "file", "url", "digest", "because", "basis"}
    | {"include", "unit", "event", "supersedes", "replaced_by", "topic", "contact", "symbol"}
)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def wording(value: object, key: str = "") -> Iterator[str]:
    """Every text, number, day and moment of a piece of JSON, as people write it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from wording(inner, str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from wording(inner, key)
    elif key not in SILENT and value is not None and not isinstance(value, bool):
        yield _told(str(value))


def _told(text: str) -> str:
    if _MOMENT.match(text):
        moment = datetime.fromisoformat(text)
        return f"{moment.hour} giờ {moment.minute:02} ngày {_day(moment)}"
    return _day(date.fromisoformat(text)) if _ISO_DAY.fullmatch(text) else text


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
