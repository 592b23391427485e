"""What changed since a party approved: which key of which record, in a few words."""

from collections.abc import Iterator, Mapping

from generator.base.digest import Json
from generator.base.text import Bilingual, Language
from generator.base.times import value_text
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.signoff_times import Overtaken, overtaken_by
from generator.model.corpus.state import PartySign
from generator.model.edition.comparison import KeyChange, compare_contents
from generator.model.kinds.bulletin import Bulletin
from generator.rules.naming import in_one_sentence

SHOWN_CHANGES = 3
SHOWN_WORDS = 12
CONTEXT = 2
_UNKNOWN = Bilingual(
    "khớp với nội dung hiện nay: không tìm thấy bản nào có mã băm ghi trong đó; mã ghi nhầm, hoặc"
    " nội dung đã đổi mà git ở đây không còn bản lúc phê duyệt",
    "does not fit the present content: nothing with its digest can be found; the digest is wrong,"
    " or the content has changed and git here does not keep what was approved",
)
_ATTACHED = Bilingual("một tệp kèm theo đã đổi", "an attached file has changed")
_TERMS = Bilingual(
    "điều được in từ content/registry (tên, đầu mối, địa bàn), các bên, cấp quyết định, danh sách"
    " khóa ký hoặc mức phê duyệt đã đổi",
    "what is printed from content/registry (names, contacts, areas), the parties, the deciding"
    " body, the list of signers or the level of approval has changed",
)


def reason_of_lapse(corpus: Corpus, record_id: str, sign: PartySign) -> Bilingual:
    """Why an approval does not count: what changed since, or that its digest is unknown.

    The Vietnamese words follow “không”.
    """
    overtaken = what_overtook(corpus, sign)
    if overtaken:
        return overtaken.value
    differences = changes(corpus, record_id, sign)
    if differences is None:
        return _UNKNOWN
    return Bilingual(
        f"còn giá trị vì nội dung đã đổi: {differences.vi}",
        f"has lapsed, the content changed: {differences.en}",
    )


def what_overtook(corpus: Corpus, sign: PartySign) -> Overtaken | None:
    """What came after an approval that has lapsed, if not the content was changed."""
    own = sign.approval.record if sign.approval else None
    overtaken = overtaken_by(corpus, own) if own else None
    is_same = own is not None and own.digest == corpus.digest(own.record)
    return overtaken if is_same or overtaken is Overtaken.REDACTED else None


def changes(corpus: Corpus, record_id: str, sign: PartySign) -> Bilingual | None:
    """The differences between what the party approved, if that is known, and the content now."""
    approved = approved_contents(corpus, sign)
    if approved is None:
        return None
    ids = [part_id for part_id in corpus.closure(record_id) if part_id in approved]
    current = {part_id: corpus.records[part_id].record.content() for part_id in ids}
    texts = [
        _change_text(changed.record, key)
        for changed in compare_contents({part_id: approved[part_id] for part_id in ids}, current)
        for key in changed.keys
    ]
    hidden_count = len(texts) - SHOWN_CHANGES
    shown_texts = texts[:SHOWN_CHANGES]
    if hidden_count > 0:
        shown_texts.append(Bilingual(f"và {hidden_count} chỗ khác", f"and {hidden_count} more"))
    return in_one_sentence(shown_texts) if shown_texts else _unnamed_change(corpus, record_id)


def _unnamed_change(corpus: Corpus, record_id: str) -> Bilingual:
    """Used when no key changed: the attached files or the list of signers must have changed."""
    is_bulletin = corpus.find(record_id, Bulletin) is not None
    closure = corpus.closure(record_id)
    has_files = any(corpus.records[part_id].record.attachments for part_id in closure)
    if not is_bulletin:
        return _ATTACHED
    either = Bilingual(f"{_ATTACHED.vi}, hoặc {_TERMS.vi}", f"{_ATTACHED.en}, or {_TERMS.en}")
    return either if has_files else _TERMS


def approved_contents(corpus: Corpus, sign: PartySign) -> Mapping[str, Json] | None:
    """The records that a party approved, as they were then, where git or an edition keeps them."""
    if sign.approval:
        return corpus.past.get(sign.approval.record.digest)
    for edition in corpus.editions:
        if edition.name == sign.through:
            return edition.contents
    return None


def _change_text(record_id: str, key: KeyChange) -> Bilingual:
    name = " › ".join(str(part + 1) if isinstance(part, int) else part for part in key.at)
    vi_before, vi_after = _quoted_excerpts(key, Language.VI)
    en_before, en_after = _quoted_excerpts(key, Language.EN)
    return Bilingual(
        f"{name} trong {record_id} (trước {vi_before}, nay {vi_after})",
        f"{name} in {record_id} (before {en_before}, now {en_after})",
    )


def _quoted_excerpts(key: KeyChange, language: Language) -> tuple[str, ...]:
    """The words that differ, before and after, in quotation marks."""
    differing = excerpts(_words(key.before, language), _words(key.after, language))
    return tuple(f"“{words}”" if words else _NOTHING.to(language) for words in differing)


_NOTHING = Bilingual("không có", "nothing")


def _words(value: object, language: Language) -> str:
    """A value as text; for a group of keys its longest text, which people recognise best."""
    return max(_leaves(value, language), key=len, default="")


def _leaves(value: object, language: Language) -> Iterator[str]:
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner, language)
    elif value is not None:
        yield value_text(value, language)


def excerpts(before: str, after: str) -> tuple[str, str]:
    """The words that differ on each side, with a few unchanged words around them."""
    old, new = before.split(), after.split()
    same = _common_start(old, new)
    end = min(_common_start(old[::-1], new[::-1]), min(len(old), len(new)) - same)
    return _window(old, same, end), _window(new, same, end)


def _common_start(first: list[str], second: list[str]) -> int:
    pairs = zip(first, second, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))


def _window(words: list[str], same: int, end: int) -> str:
    start = max(same - CONTEXT, 0)
    stop = min(len(words) - end + CONTEXT, start + SHOWN_WORDS, len(words))
    excerpt = " ".join(words[start:stop])
    return f"{'…' if start else ''}{excerpt}{'…' if stop < len(words) else ''}"
