"""What changed, record by record and key by key, with the words that differ marked."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.base.text import Language
from generator.model.compare import Change, KeyChange, RecordChange
from generator.model.edition import Edition
from generator.views.changes import content_of, record_name
from generator.views.printed import Printed
from generator.views.values import key_title, value_text
from generator.views.wording import Wording, sentence_case
from generator.views.words_changed import Replaced, whole_runs, word_runs


class Run(NamedTuple):
    """A run of words; one of the three texts is filled."""

    same: str
    out: str
    put: str


class ChangedKey(NamedTuple):
    """One key that differs."""

    title: str
    runs: tuple[Run, ...]


class ChangedRecord(NamedTuple):
    """One record that differs, or that came or went as a whole."""

    id: str
    name: str
    what: str
    keys: tuple[ChangedKey, ...]


def changed_record(
    before: Edition, after: Edition, change: RecordChange, language: Language
) -> ChangedRecord:
    holder = before if change.change is Change.REMOVED else after
    wording = Printed(after, language).wording
    return ChangedRecord(
        id=change.record,
        name=record_name(change.record, content_of(holder, change.record)),
        what=sentence_case(change.change.label.to(language)),
        keys=tuple(_key(wording, change.record, one) for one in change.keys),
    )


def _key(wording: Wording, record_id: str, key: KeyChange) -> ChangedKey:
    before = value_text(wording, record_id, key.at, key.before)
    after = value_text(wording, record_id, key.at, key.after)
    is_text = before == key.before and after == key.after
    runs = word_runs(before, after) if is_text else whole_runs(before, after)
    return ChangedKey(key_title(record_id, key.at, wording.language), _runs(runs))


def _runs(runs: Sequence[Replaced]) -> tuple[Run, ...]:
    return tuple(
        Run(
            one.text if one.kind == "same" else "",
            one.text if one.kind == "out" else "",
            one.text if one.kind == "in" else "",
        )
        for one in runs
    )
