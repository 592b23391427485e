"""What a party signs, in words: every sentence that its approval covers, and what is new in it."""

from collections.abc import Iterator, Mapping

from generator.base.digest import Json
from generator.base.text import Bilingual, Language
from generator.cli.report.approval_lines import at
from generator.cli.report.change_lines import change_lines
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import PartySign, Sign, signs
from generator.model.edition.comparison import RecordChange, compare_contents
from generator.model.kinds import is_of, kind_of
from generator.model.kinds.bulletin import Bulletin
from generator.model.record.citations import NamedValue, texts
from generator.model.record.fields import title_of
from generator.model.record.wording import SILENT
from generator.rules.agreement.lapses import approved_contents, what_overtook

_SAME = Bilingual("  (như lần phê duyệt trước)", "  (as approved before)")


def signed_lines(corpus: Corpus, record_id: str, unit: str, language: Language) -> Iterator[str]:
    """Each covered record with its sentences; only its title when the unit approved it before."""
    before = _approved_before(corpus, record_id, unit)
    changes = {change.record: change for change in _changes(corpus, record_id, before)}
    for covered_id in corpus.closure(record_id):
        record = corpus.records[covered_id].record
        is_same = covered_id in before and covered_id not in changes
        mark = _SAME.to(language) if is_same else ""
        yield f"  {covered_id}  {type(record).label.to(language)}: {record.title}{mark}"
        for text in () if is_same else texts(record):
            if text.key not in SILENT and text.at[0] not in ("title", "note", "verification"):
                yield f"    {_sentence(text, covered_id, language)}"


def _sentence(text: NamedValue[str], record_id: str, language: Language) -> str:
    """A text with the titles of its keys, and the records that it cites."""
    titles = [title_of(kind_of(record_id), str(text.at[0])).to(language)]
    if text.key not in ("text", text.at[0]):
        titles.append(title_of(type(text.holder), text.key).to(language))
    because = getattr(text.holder, "because", ())
    cited = f" ({', '.join(because)})" if because else ""
    return f"{' · '.join(titles)}: {' '.join(text.value.split())}{cited}"


def changed_lines(corpus: Corpus, record_id: str, unit: str, language: Language) -> Iterator[str]:
    """What changed since the unit last approved; nothing when it never did."""
    sign = _sign_of(corpus, record_id, unit)
    if sign is None or sign.sign is not Sign.LAPSED:
        return
    before, overtaken = _approved_before(corpus, record_id, unit), what_overtook(corpus, sign)
    when = at(corpus, sign.approval.record.at) if sign.approval else None
    given = when or Bilingual(f"trong {sign.through}", f"in {sign.through}")
    heading = _OVERTAKEN if overtaken else _CHANGED if before else _NOT_KEPT
    why = overtaken.value.to(language) if overtaken else ""
    yield heading.to(language).format(given=given.to(language), why=why)
    for change in _changes(corpus, record_id, before):
        for line in change_lines(change, language):
            yield f"  {line}"


_OVERTAKEN = Bilingual(
    "Lần phê duyệt trước ({given}) không {why}.", "The approval before ({given}) {why}."
)
_CHANGED = Bilingual(
    "Đã đổi từ lần phê duyệt trước ({given}):", "Changed since the approval before ({given}):"
)
_NOT_KEPT = Bilingual(
    "Lần phê duyệt trước ({given}) là cho nội dung khác, nay không còn giữ nên không kể được điều"
    " đã đổi.",
    "The approval before ({given}) was of other content, which is not kept: what changed cannot be"
    " told.",
)


def _approved_before(corpus: Corpus, record_id: str, unit: str) -> Mapping[str, Json]:
    """The contents that the unit approved last, if they differ from the present and are known."""
    sign = _sign_of(corpus, record_id, unit)
    if sign is None or sign.sign is not Sign.LAPSED:
        return {}
    contents = approved_contents(corpus, sign) or {}
    if sign.approval or is_of(record_id, Bulletin):
        return contents
    closure = corpus.closure(record_id)  # the edition holds other records too
    return {covered: content for covered, content in contents.items() if covered in closure}


def _sign_of(corpus: Corpus, record_id: str, unit: str) -> PartySign | None:
    return next((sign for sign in signs(corpus, record_id) if sign.party == unit), None)


def _changes(
    corpus: Corpus, record_id: str, before: Mapping[str, Json]
) -> tuple[RecordChange, ...]:
    if not before:
        return ()
    closure = corpus.closure(record_id)
    now = {covered: corpus.records[covered].record.content() for covered in closure}
    return compare_contents(before, now)
