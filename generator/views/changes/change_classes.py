"""The classes of changes in their fixed order; only this module puts a change into a class."""

from collections.abc import Mapping
from enum import IntEnum

from generator.model.edition.comparison import Change, KeyChange, RecordChange, compare
from generator.model.edition.edition import Edition
from generator.model.kinds import is_of, kind_of
from generator.model.kinds.consultation import Consultation


class Grade(IntEnum):
    """The classes of changes; the most important for readers has the smallest number."""

    WITHDRAWN = 0
    INSTRUCTION = 1
    NEW = 2
    VALIDITY = 3
    VERIFICATION = 4
    CONCLUSION = 5
    WORDING = 6

    @property
    def label(self) -> str:
        return f"change_{self.name.lower()}"


_KEYS: Mapping[Grade, tuple[str, ...]] = {
    Grade.WITHDRAWN: ("retired",),
    Grade.INSTRUCTION: (
        *("say", "do_not_say", "answers", "answer", "short_text", "script", "tasks", "doing"),
        "contact",
    ),
    Grade.VALIDITY: (
        *("valid", "valid_until", "next_update", "next_issue", "expires", "effective", "closed"),
        *("supersedes", "replaced_by"),
    ),
    Grade.VERIFICATION: ("verification", "source", "nature", "known", "unknown"),
    Grade.CONCLUSION: ("conclusion", "agreement", "outcome", "positions", "referral"),
}
_GRADE_OF_KEY = {key: grade for grade, keys in _KEYS.items() for key in keys}


def grade_of_key(record_id: str, key: KeyChange) -> Grade:
    """The class of one changed key; only a consultation has changes of the class CONCLUSION."""
    grade = _GRADE_OF_KEY.get(str(key.at[0]), Grade.WORDING)
    is_matter = is_of(record_id, Consultation)
    return grade if is_matter or grade is not Grade.CONCLUSION else Grade.WORDING


def grade_of(change: RecordChange) -> Grade:
    """The class of a changed record: that of its gravest change."""
    match change.change:
        case Change.REMOVED:
            return Grade.WITHDRAWN
        case Change.ADDED:
            return Grade.NEW
        case Change.CHANGED:
            return min(grade_of_key(change.record, key) for key in change.keys)


def in_order(change: RecordChange) -> tuple[KeyChange, ...]:
    """The changed keys of a record, the gravest first; within a class as its kind declares them."""
    fields = kind_of(change.record).model_fields.items()
    declared = [field.alias or name for name, field in fields]

    def place(key: KeyChange) -> tuple[Grade, int]:
        return grade_of_key(change.record, key), declared.index(str(key.at[0]))

    return tuple(sorted(change.keys, key=place))


def ordered(before: Edition, after: Edition) -> tuple[RecordChange, ...]:
    """The changed records of two versions, the gravest change first; within a class by id."""
    return tuple(
        sorted(compare(before, after), key=lambda change: (grade_of(change), change.record))
    )
