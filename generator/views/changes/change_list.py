"""What changed between two states of records, as sentences in a fixed order."""

from collections.abc import Iterator, Mapping

from generator.base.digest import Json
from generator.base.text import Language
from generator.model.edition.comparison import Change, KeyChange, RecordChange
from generator.model.edition.edition import Edition
from generator.model.kinds.information import Information
from generator.model.ledger.stopped_words import sentence_key
from generator.views.blocks.information import is_answered
from generator.views.catalogue.labels import labels
from generator.views.changes.change_classes import in_order, ordered
from generator.views.changes.word_diff import is_rewritten, word_pairs, word_runs
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import Formatter
from generator.views.context.value_text import is_words, key_title, value_text

_RUMOUR_KEYS = ("statement", "details")
_FEW_WORDS = 8
_MOST_SHOWN = 3


def change_sentences(before: Edition, after: Edition, language: Language) -> tuple[str, ...]:
    """One sentence for each record that differs between two versions of a bulletin."""
    return tuple(_sentence(before, after, change, language) for change in ordered(before, after))


def unprintable_keys(before: Edition, after: Edition, record_id: str) -> frozenset[str]:
    """The keys that must not be printed: the wording of a rumour not yet concluded and answered."""
    records = [
        edition.record(record_id) for edition in (before, after) if record_id in edition.records
    ]
    rumours = [record for record in records if isinstance(record, Information) and record.is_rumour]
    return frozenset() if all(map(is_answered, rumours)) else frozenset(_RUMOUR_KEYS)


def _sentence(before: Edition, after: Edition, change: RecordChange, language: Language) -> str:
    holder = before if change.change is Change.REMOVED else after
    formatter = EditionContext(after, language).formatter
    name = record_name(change.record, content_of(holder, change.record))
    texts = labels(language)
    retired = content_of(holder, change.record).get("retired")
    if retired and any(key.at[0] == "retired" for key in change.keys):
        return texts["changed_retired"].format(name=name, why=retired["reason"])
    match change.change:
        case Change.REMOVED:
            return texts["changed_removed"].format(name=name)
        case Change.ADDED:
            return texts["changed_added"].format(name=name)
        case Change.CHANGED:
            hidden = unprintable_keys(before, after, change.record)
            keys = "; ".join(_key_sentences(formatter, change, hidden))
            return texts["changed_keys"].format(name=name, keys=keys)


def content_of(edition: Edition, record_id: str) -> Json:
    return edition.plan if record_id == edition.bulletin else edition.records[record_id]


def record_name(record_id: str, content: Json) -> str:
    return f"{record_id} ({content.get('title', '')})"


def _key_sentences(
    formatter: Formatter, change: RecordChange, hidden: frozenset[str]
) -> Iterator[str]:
    """Each key's title once, the gravest first; if few words changed, with these words."""
    grouped: dict[str, list[str]] = {}
    for key in in_order(change):
        words = grouped.setdefault(key_title(change.record, key.at, formatter.language), [])
        if str(key.at[0]) not in hidden:
            words.extend(_changed_words(formatter, change.record, key))
    for title, words in grouped.items():
        changed_words = list(dict.fromkeys(words))[:_MOST_SHOWN]
        yield f"{title} ({', '.join(changed_words)})" if changed_words else title


def _changed_words(formatter: Formatter, record_id: str, key: KeyChange) -> Iterator[str]:
    if not isinstance(key.before, str) or not isinstance(key.after, str):
        return
    before, after = (value_text(formatter, record_id, key.at, value) for value in key[1:])
    is_text = is_words(record_id, key.at)
    for out, put in word_pairs(word_runs(before, after)) if is_text else [(before, after)]:
        if max(len(out.split()), len(put.split())) <= _FEW_WORDS:
            yield _pair_sentence(out, put, formatter.language)


def corrected_words(texts_by_key: Mapping[str, str], language: Language, text: str) -> str:
    """What was put into a sentence that was corrected since; empty if it was not."""
    now = texts_by_key.get(sentence_key(text))
    if now is None or now == text:
        return ""
    runs = word_runs(text, now)
    pairs = [_without_shared_marks(out, put) for out, put in word_pairs(runs)]
    put = ", ".join(after for _, after in pairs if after)
    if put:
        return labels(language)["corrected_since"].format(words=now if is_rewritten(runs) else put)
    return labels(language)["corrected_out"].format(words=", ".join(out for out, _ in pairs))


def _pair_sentence(out: str, put: str, language: Language) -> str:
    texts = labels(language)
    before, after = _without_shared_marks(out, put)
    if not before:
        return texts["words_in"].format(after=after)
    if not after:
        return texts["words_out"].format(before=before)
    return texts["changed_words"].format(before=before, after=after)


def _without_shared_marks(before: str, after: str) -> tuple[str, str]:
    """Removes the punctuation that both texts share at their beginning and end."""
    while before and after and before[0] == after[0] and not before[0].isalnum():
        before, after = before[1:], after[1:]
    while before and after and before[-1] == after[-1] and not before[-1].isalnum():
        before, after = before[:-1], after[:-1]
    return before.strip(" ,;"), after.strip(" ,;")
