"""What changed between two states of records, as sentences in a fixed order."""

from collections.abc import Iterator

from generator.base.digest import Json
from generator.base.text import Language
from generator.model.compare import Change, KeyChange, RecordChange, compare
from generator.model.edition import Edition
from generator.views.labels import labels
from generator.views.printed import Printed
from generator.views.values import key_title, value_text
from generator.views.wording import Wording
from generator.views.words_changed import word_pairs, word_runs

# What a reader must see first stands first: withdrawn, instruction changed, new, validity,
# verification, conclusion; the wording of anything else comes last.
_WITHDRAWN, _INSTRUCTION, _NEW, _VALIDITY, _VERIFICATION, _CONCLUSION, _WORDING = range(7)
_RANK_OF_KEY = {
    **dict.fromkeys(("retired",), _WITHDRAWN),
    **dict.fromkeys(("say", "do_not_say", "answers", "short_text", "script"), _INSTRUCTION),
    **dict.fromkeys(("tasks", "doing"), _INSTRUCTION),
    **dict.fromkeys(("valid", "valid_until", "next_update", "next_issue", "expires"), _VALIDITY),
    **dict.fromkeys(("verification", "source", "result"), _VERIFICATION),
    **dict.fromkeys(("conclusion", "agreement", "outcome", "positions"), _CONCLUSION),
}
_FEW_WORDS = 8
_MOST_SHOWN = 3


def change_sentences(before: Edition, after: Edition, language: Language) -> tuple[str, ...]:
    """One sentence for each record that differs between two versions of a bulletin."""
    changes = sorted(compare(before, after), key=lambda one: (rank(one), one.record))
    return tuple(_sentence(before, after, one, language) for one in changes)


def rank(change: RecordChange) -> int:
    if change.change is Change.REMOVED:
        return _WITHDRAWN
    if change.change is Change.ADDED:
        return _NEW
    return min(_RANK_OF_KEY.get(str(one.at[0]), _WORDING) for one in change.keys)


def _sentence(before: Edition, after: Edition, change: RecordChange, language: Language) -> str:
    holder = before if change.change is Change.REMOVED else after
    wording = Printed(after, language).wording
    name = record_name(change.record, content_of(holder, change.record))
    said = labels(language)
    match change.change:
        case Change.REMOVED:
            return said["changed_removed"].format(name=name)
        case Change.ADDED:
            return said["changed_added"].format(name=name)
        case Change.CHANGED:
            keys = "; ".join(_key_sentences(wording, change))
            return said["changed_keys"].format(name=name, keys=keys)


def content_of(edition: Edition, record_id: str) -> Json:
    return edition.plan if record_id == edition.bulletin else edition.records[record_id]


def record_name(record_id: str, content: Json) -> str:
    return f"{record_id} ({content.get('title', '')})"


def _key_sentences(wording: Wording, change: RecordChange) -> Iterator[str]:
    """Each key once, the gravest first, with the words that changed when they are few."""
    ordered = sorted(change.keys, key=lambda one: _RANK_OF_KEY.get(str(one.at[0]), _WORDING))
    grouped: dict[str, list[str]] = {}
    for key in ordered:
        words = grouped.setdefault(key_title(change.record, key.at, wording.language), [])
        words.extend(_changed_words(wording, change.record, key))
    for title, words in grouped.items():
        shown = list(dict.fromkeys(words))[:_MOST_SHOWN]
        yield f"{title} ({', '.join(shown)})" if shown else title


def _changed_words(wording: Wording, record_id: str, key: KeyChange) -> Iterator[str]:
    if not isinstance(key.before, str) or not isinstance(key.after, str):
        return
    before, after = (value_text(wording, record_id, key.at, one) for one in key[1:])
    is_text = before == key.before and after == key.after
    for out, put in word_pairs(word_runs(before, after)) if is_text else [(before, after)]:
        if max(len(out.split()), len(put.split())) <= _FEW_WORDS:
            yield _pair_sentence(out, put, wording.language)


def _pair_sentence(out: str, put: str, language: Language) -> str:
    said = labels(language)
    before, after = _without_shared_marks(out, put)
    if not before:
        return said["words_in"].format(after=after)
    if not after:
        return said["words_out"].format(before=before)
    return said["changed_words"].format(before=before, after=after)


def _without_shared_marks(before: str, after: str) -> tuple[str, str]:
    """Punctuation that stands on both sides did not change."""
    while before and after and before[0] == after[0] and not before[0].isalnum():
        before, after = before[1:], after[1:]
    while before and after and before[-1] == after[-1] and not before[-1].isalnum():
        before, after = before[:-1], after[:-1]
    return before.strip(" ,;"), after.strip(" ,;")
