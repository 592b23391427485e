"""What changed in a record, key by key, as lines: for `diff` and `approve`."""

from collections.abc import Iterator

from generator.base.span import FieldPath
from generator.base.text import Bilingual, Language
from generator.base.times import value_text
from generator.model.edition.comparison import RecordChange
from generator.model.kinds import kind_of
from generator.model.record.fields import title_of

_NONE = Bilingual("(không ghi)", "(not given)")


def change_lines(change: RecordChange, language: Language) -> Iterator[str]:
    """The changes of a record, key by key."""
    kind = kind_of(change.record)
    label = f"{kind.label.to(language)} {change.record}"
    yield f"{label}: {change.change.label.to(language)}"
    for key in change.keys:
        yield f"  {_key_title(key.at, change.record, language)}"
        yield f"    - {_value_text(key.before, language)}"
        yield f"    + {_value_text(key.after, language)}"


def _key_title(at: FieldPath, record_id: str, language: Language) -> str:
    title = title_of(kind_of(record_id), str(at[0])).to(language)
    path = ".".join(str(part + 1) if isinstance(part, int) else part for part in at)
    return f"{title} ({path})"


def _value_text(value: object, language: Language) -> str:
    return _NONE.to(language) if value is None else value_text(value, language)
