"""Who agreed to a record, when and where it is written: for `status` and `why`."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import PartySign, Sign, last_edition_of, signs
from generator.model.desk.desk_state import needs_approval
from generator.model.edition.edition import Edition
from generator.model.edition.trust import level_of
from generator.model.registry.registry import ApprovalLevel
from generator.rules.naming import unit_name

SIGNS = {
    Sign.APPROVED: Bilingual("đã phê duyệt", "approved"),
    Sign.MISSING: Bilingual("chưa phê duyệt", "has not approved"),
    Sign.LAPSED: Bilingual("phê duyệt không còn giá trị", "approval lapsed"),
    Sign.REJECTED: Bilingual("không phê duyệt", "rejected"),
    Sign.UNSIGNED: Bilingual("đã phê duyệt, chưa ký số", "approved, not signed"),
    Sign.INVALID: Bilingual("chữ ký không có giá trị", "the signature does not hold"),
}
NOTHING = Bilingual("", "")
_UNPRINTED = Bilingual("chưa có trong bản phát hành nào", "in no edition yet")


def at(corpus: Corpus, moment: datetime) -> Bilingual:
    local = moment.astimezone(corpus.registry.programme.zone)
    return Bilingual(f"lúc {local:%H:%M, %d/%m/%Y}", f"at {local:%H:%M, %d/%m/%Y}")


class Agreed(NamedTuple):
    """One sentence: where it is written, and the party whose sign is missing, if it is."""

    said: Bilingual
    place: Place | None
    missing: str = ""


def agreed(corpus: Corpus, record_id: str) -> Iterator[Agreed]:
    """Each party's sign while it matters; what was issued last, with whose approval."""
    edition = last_edition_of(corpus, record_id)
    if needs_approval(corpus, corpus.records[record_id].record):
        for sign in signs(corpus, record_id):
            place = sign.approval.place("decision") if sign.approval else None
            missing = "" if sign.sign is Sign.APPROVED else sign.party
            yield Agreed(_signed(corpus, sign), place, missing)
    elif edition is None:
        yield Agreed(_UNPRINTED, None)
    else:
        yield from _frozen(corpus, edition)
    if edition:
        yield Agreed(_issued(corpus, edition), Place(edition.path))


def _frozen(corpus: Corpus, edition: Edition) -> Iterator[Agreed]:
    """Who approved the bulletin that was issued."""
    for approval in edition.approvals:
        if approval["record"] == edition.bulletin:
            when = at(corpus, datetime.fromisoformat(approval["at"]))
            said = _said(corpus, approval["unit"], SIGNS[Sign.APPROVED], when)
            yield Agreed(_at_level(said, level_of(approval)), Place(edition.path))


def _signed(corpus: Corpus, sign: PartySign) -> Bilingual:
    how = Bilingual(f"cùng {sign.through}", f"with {sign.through}") if sign.through else NOTHING
    if sign.approval:
        how = at(corpus, sign.approval.record.at)
    said = _said(corpus, sign.party, SIGNS[sign.sign], how)
    return _at_level(said, sign.level) if sign.sign is Sign.APPROVED else said


def _at_level(said: Bilingual, level: ApprovalLevel) -> Bilingual:
    return Bilingual(f"{said.vi} · {level.label.vi}", f"{said.en} · {level.label.en}")


def _said(corpus: Corpus, unit: str, said: Bilingual, how: Bilingual) -> Bilingual:
    name = unit_name(corpus, unit)
    return Bilingual(f"{name} {said.vi} {how.vi}".rstrip(), f"{name} {said.en} {how.en}".rstrip())


def _issued(corpus: Corpus, edition: Edition) -> Bilingual:
    when = at(corpus, edition.issued_at)
    return Bilingual(
        f"đã phát hành trong {edition.name} {when.vi}", f"issued in {edition.name} {when.en}"
    )
