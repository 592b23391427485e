"""Lines on who approved a record, when, and where it is written: for `status` and `why`."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from generator.base.span import Place
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.model.corpus.completeness import unfinished_in
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import PartySign, Sign, last_edition_of, signs
from generator.model.desk.desk_state import needs_approval
from generator.model.edition.edition import Edition
from generator.model.edition.terms import level_of
from generator.model.registry.registry import ApprovalLevel
from generator.rules.naming import unit_name

SIGNS = {
    Sign.APPROVED: Bilingual("đã phê duyệt", "approved"),
    Sign.MISSING: Bilingual("chưa phê duyệt", "has not approved"),
    Sign.LAPSED: Bilingual("phê duyệt không còn giá trị", "approval lapsed"),
    Sign.REJECTED: Bilingual("không phê duyệt", "rejected"),
    Sign.UNSIGNED: Bilingual("đã phê duyệt, chưa ký số", "approved, not signed"),
    Sign.INVALID: Bilingual("chữ ký không có giá trị", "the signature does not hold"),
    Sign.AHEAD: Bilingual("phê duyệt ghi lúc chưa đến", "approved at a time to come"),
    Sign.UNKNOWN: Bilingual(
        "chưa rõ phê duyệt còn giá trị không, vì một căn cứ không đọc được",
        "cannot be judged while one of the records below it cannot be read",
    ),
}
NOTHING = Bilingual("", "")
_UNPRINTED = Bilingual("chưa có trong bản phát hành nào", "in no edition yet")


def at(corpus: Corpus, moment: datetime) -> Bilingual:
    words = in_words(moment.astimezone(corpus.registry.programme.zone))
    return Bilingual(f"lúc {words.vi}", f"at {words.en}")


class ApprovalLine(NamedTuple):
    """A sentence, the place it comes from, and the party whose approval is missing, if any."""

    text: Bilingual
    place: Place | None
    missing: str = ""


def approval_lines(corpus: Corpus, record_id: str) -> Iterator[ApprovalLine]:
    """Each party's sign while approval is needed, or the approvals of the last edition."""
    edition = last_edition_of(corpus, record_id)
    if needs_approval(corpus, corpus.records[record_id].record):
        is_asked_for = not any(unfinished_in(corpus, record_id))
        for sign in signs(corpus, record_id):
            if sign.sign is Sign.MISSING and not is_asked_for:
                continue
            place = sign.approval.place("decision") if sign.approval else None
            missing = "" if sign.sign is Sign.APPROVED else sign.party
            yield ApprovalLine(_sign_text(corpus, sign), place, missing)
    elif edition is None and (taken := corpus.taken_out_with(record_id)):
        name, done = taken[-1].name, at(corpus, taken[-1].redaction.done)
        gone = Bilingual(
            f"đã gỡ nội dung cùng {name} {done.vi}", f"taken out with {name} {done.en}"
        )
        yield ApprovalLine(gone, Place(taken[-1].path))
    elif edition is None:
        yield ApprovalLine(_UNPRINTED, None)
    else:
        yield from _frozen_approvals(corpus, edition)
    if edition:
        yield ApprovalLine(_issued_text(corpus, edition), Place(edition.path))


def _frozen_approvals(corpus: Corpus, edition: Edition) -> Iterator[ApprovalLine]:
    """The approvals of an issued bulletin."""
    for approval in edition.approvals:
        if approval["record"] == edition.bulletin:
            when = at(corpus, datetime.fromisoformat(approval["at"]))
            sentence = _sentence(corpus, approval["unit"], SIGNS[Sign.APPROVED], when)
            yield ApprovalLine(_with_level(sentence, level_of(approval)), Place(edition.path))


def _sign_text(corpus: Corpus, sign: PartySign) -> Bilingual:
    how = Bilingual(f"cùng {sign.through}", f"with {sign.through}") if sign.through else NOTHING
    if sign.approval:
        how = at(corpus, sign.approval.record.at)
    sentence = _sentence(corpus, sign.party, SIGNS[sign.sign], how)
    return _with_level(sentence, sign.level) if sign.sign is Sign.APPROVED else sentence


def _with_level(sentence: Bilingual, level: ApprovalLevel) -> Bilingual:
    return Bilingual(f"{sentence.vi} · {level.label.vi}", f"{sentence.en} · {level.label.en}")


def _sentence(corpus: Corpus, unit: str, action: Bilingual, how: Bilingual) -> Bilingual:
    name = unit_name(corpus, unit)
    return Bilingual(
        f"{name} {action.vi} {how.vi}".rstrip(), f"{name} {action.en} {how.en}".rstrip()
    )


def _issued_text(corpus: Corpus, edition: Edition) -> Bilingual:
    when = at(corpus, edition.issued_at)
    return Bilingual(
        f"đã phát hành trong {edition.name} {when.vi}", f"issued in {edition.name} {when.en}"
    )
