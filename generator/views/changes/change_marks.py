"""What changed, record by record and key by key, with the words that differ marked."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.base.text import Language
from generator.model.edition.comparison import Change, KeyChange, RecordChange
from generator.model.edition.edition import Edition
from generator.views.catalogue.labels import labels
from generator.views.changes.change_classes import in_order
from generator.views.changes.change_list import content_of, unprintable_keys
from generator.views.changes.word_diff import Run, is_rewritten, whole_runs, word_runs
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import Formatter
from generator.views.context.value_text import is_words, key_title, value_text

# How many unchanged words stay visible on each side of a change, and how many others there
# must be before they are hidden.
_NEAR = 14
_LEAST_HIDDEN = 12
_WORD = re.compile(r"\S+\s*")


class WordRun(NamedTuple):
    """A run of words in one of the first four fields; `more` says how many words `hidden` has."""

    same: str = ""
    out: str = ""
    put: str = ""
    hidden: str = ""
    more: str = ""


class ChangedKey(NamedTuple):
    """One key that differs; `said` is a sentence for a change without words to show."""

    title: str
    runs: tuple[WordRun, ...]
    said: str = ""


class ChangedRecord(NamedTuple):
    """One record that differs, was added or was removed."""

    id: str
    title: str
    keys: tuple[ChangedKey, ...]


def changed_record(
    before: Edition, after: Edition, change: RecordChange, language: Language
) -> ChangedRecord:
    """A record with its changed keys, the gravest first; within a class in declared order."""
    holder = before if change.change is Change.REMOVED else after
    formatter = EditionContext(after, language).formatter
    keys = in_order(change)
    hidden = unprintable_keys(before, after, change.record)
    changed_keys = (_changed_key(formatter, change.record, key, hidden) for key in keys)
    return ChangedRecord(
        id=change.record,
        title=str(content_of(holder, change.record).get("title", "")),
        keys=tuple(_each_once(changed_keys)),
    )


def _each_once(keys: Iterator[ChangedKey]) -> Iterator[ChangedKey]:
    """Neighbouring keys with the same title and text are listed once."""
    return (
        next(same) for _, same in groupby(keys, key=lambda key: (key.title, key.said, key.runs))
    )


def _changed_key(
    formatter: Formatter, record_id: str, key: KeyChange, hidden: frozenset[str]
) -> ChangedKey:
    title = key_title(record_id, key.at, formatter.language)
    if str(key.at[0]) in hidden:
        return ChangedKey(title, (), formatter.label("change_rumour"))
    before = value_text(formatter, record_id, key.at, key.before)
    after = value_text(formatter, record_id, key.at, key.after)
    if before.split() == after.split():
        return ChangedKey(title, (), formatter.label("change_unseen"))
    is_text = before and after and is_words(record_id, key.at)
    runs = word_runs(before, after) if is_text else whole_runs(before, after)
    shown_runs = whole_runs(before, after) if is_rewritten(runs) else runs
    return ChangedKey(title, tuple(_folded_runs(shown_runs, formatter.language)))


def _folded_runs(runs: Sequence[Run], language: Language) -> Iterator[WordRun]:
    """Runs for the page; in a long unchanged run only the words near a change are visible."""
    for number, run in enumerate(runs):
        match run.kind:
            case "out":
                yield WordRun(out=run.text)
            case "in":
                yield WordRun(put=run.text)
            case _:
                head = 0 if number == 0 else _NEAR
                tail = 0 if number == len(runs) - 1 else _NEAR
                yield from _shortened_runs(run.text, head, tail, language)


def _shortened_runs(text: str, head: int, tail: int, language: Language) -> Iterator[WordRun]:
    words = [*_WORD.finditer(text)]
    hidden = len(words) - head - tail
    if hidden < _LEAST_HIDDEN:
        yield WordRun(same=text)
        return
    start = words[head].start() if head else 0
    end = words[-tail].start() if tail else len(text)
    count_text = labels(language)["change_same_words"].format(count=hidden)
    parts = (
        WordRun(same=text[:start]),
        WordRun(hidden=text[start:end], more=count_text),
        WordRun(same=text[end:]),
    )
    yield from (run for run in parts if run.same or run.hidden)
