"""What changed between two states of records, as sentences in a fixed order."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from generator.base.digest import Json
from generator.base.text import Language
from generator.model.edition.comparison import Change, KeyChange, RecordChange, compare
from generator.model.edition.edition import Edition
from generator.model.kinds import is_of
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.ledger.stopped_words import sentence_key
from generator.views.blocks.information import is_answered
from generator.views.catalogue.labels import labels
from generator.views.changes.change_classes import Grade, grade_of, in_order, ordered
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


class ChangesInShort(NamedTuple):
    """What changed for readers, a sentence a record; `left` counts what these do not say."""

    sentences: tuple[str, ...]
    left: int


def changes_in_short(before: Edition, after: Edition, language: Language) -> ChangesInShort:
    """The MOST_IN_SHORT records whose change concerns readers most, in the words of `_FOR_READERS`.

    Work behind it (tasks, evidence, days of updates, records only cited anew) is counted.
    """
    changes = sorted(compare(before, after), key=partial(_rank, after))
    told = [one for one in changes if _concerns_readers(one, after)][:MOST_IN_SHORT]
    said = [_said_in_short(before, after, change, language) for change in told]
    left = len(changes) - len(told) + sum(rest for _, rest in said)
    return ChangesInShort(tuple(sentence for sentence, _ in said), left)


def _rank(after: Edition, change: RecordChange) -> tuple[bool, bool, Grade, str]:
    """Messages first, then what was corrected in a record, by gravity."""
    is_message, is_corrected = is_of(change.record, Message), change.change is Change.CHANGED
    return not is_message, not is_corrected, grade_of(change), change.record


def _concerns_readers(change: RecordChange, after: Edition) -> bool:
    match change.change:
        case Change.CHANGED:
            return any(_is_for_readers(key) for key in change.keys)
        case Change.ADDED:
            return change.record in after.plan["include"]
        case Change.REMOVED:
            return True


def _is_for_readers(key: KeyChange) -> bool:
    return key.at[0] in _FOR_READERS and not {"because", "at", "id"} & {*key.at[1:]}


def _said_in_short(
    before: Edition, after: Edition, change: RecordChange, language: Language
) -> tuple[str, int]:
    """The sentence of a record, and how many of its changed keys it does not name."""
    content = content_of(before if change.change is Change.REMOVED else after, change.record)
    name = f"{_short_title(content.get('title', ''))} ({change.record})"
    grouped: dict[str, list[KeyChange]] = {}
    for key in filter(_is_for_readers, change.keys):
        grouped.setdefault(str(key.at[0]), []).append(key)
    if _is_whole(change, content):
        return _whole_sentence(change, name, content, language), 0
    shown = sorted(grouped, key=_FOR_READERS.index)[:MOST_KEYS]
    formatter = EditionContext(after, language).formatter
    hidden = unprintable_keys(before, after, change.record)
    said = (_key_in_short(formatter, change.record, grouped[key], hidden) for key in shown)
    sentence = labels(language)["changed_keys"].format(name=name, keys="; ".join(said))
    return sentence, len({key.at[0] for key in change.keys}) - len(shown)


def _key_in_short(
    formatter: Formatter, record_id: str, keys: Sequence[KeyChange], hidden: frozenset[str]
) -> str:
    """The title of a key; with the words that changed, where that is one place and few words."""
    title = key_title(record_id, keys[0].at[:1], formatter.language)
    named = (key for key in keys if str(key.at[0]) not in hidden)
    words = list(
        dict.fromkeys(said for k in named for said in _changed_words(formatter, record_id, k))
    )
    return f"{title} ({words[0]})" if len(words) == 1 else title


def _short_title(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rpartition(' ')[0]}…"


MOST_IN_SHORT, MOST_KEYS = 4, 3  # records, and keys of each
LONGEST_TITLE = 90  # letters
# What a reader of page 1 acts on, the gravest first.
_FOR_READERS = (
    *("retired", "say", "do_not_say", "answers", "answer", "short_text", "script", "contact"),
    *("statement", "conclusion", "verification", "known", "closed", "level", "unknown"),
    *("valid", "valid_until", "agreement", "outcome", "positions", "referral", "figures"),
)


def unprintable_keys(before: Edition, after: Edition, record_id: str) -> frozenset[str]:
    """The keys that must not be printed: the wording of a rumour not yet concluded and answered."""
    records = [
        edition.record(record_id) for edition in (before, after) if record_id in edition.records
    ]
    rumours = [record for record in records if isinstance(record, Information) and record.is_rumour]
    return frozenset() if all(map(is_answered, rumours)) else frozenset(_RUMOUR_KEYS)


def _sentence(before: Edition, after: Edition, change: RecordChange, language: Language) -> str:
    content = content_of(before if change.change is Change.REMOVED else after, change.record)
    name = record_name(change.record, content)
    if _is_whole(change, content):
        return _whole_sentence(change, name, content, language)
    formatter = EditionContext(after, language).formatter
    hidden = unprintable_keys(before, after, change.record)
    keys = "; ".join(_key_sentences(formatter, change, hidden))
    return labels(language)["changed_keys"].format(name=name, keys=keys)


def _is_whole(change: RecordChange, content: Json) -> bool:
    """Whether it is told as a whole: a record that came, went, or was retired."""
    is_retired = any(key.at[0] == "retired" for key in change.keys)
    return change.change is not Change.CHANGED or bool(is_retired and content.get("retired"))


def _whole_sentence(change: RecordChange, name: str, content: Json, language: Language) -> str:
    """A record that came, went, or was retired."""
    texts = labels(language)
    match change.change:
        case Change.REMOVED:
            return texts["changed_removed"].format(name=name)
        case Change.ADDED:
            return texts["changed_added"].format(name=name)
        case Change.CHANGED:
            return texts["changed_retired"].format(name=name, why=content["retired"]["reason"])


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
