"""BT405 and BT406: invalid signatures, and approvals without a required signature."""

from collections.abc import Iterator

from generator.base.diagnostics import Severity
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.pending import missing_signature
from generator.model.corpus.state import PartySign, Sign
from generator.model.registry.signoff import signature_path
from generator.rules.agreement.approvals import ids_in_pending_bulletins, needed_signs
from generator.rules.naming import moment, unit_name
from generator.rules.rule import Finding, found, rule


@rule(
    "BT405",
    Bilingual(
        "Chữ ký của {party} trên phê duyệt {id} không có giá trị: {reason}.",
        "The signature of {party} on the approval of {id} does not hold: {reason}.",
    ),
    Bilingual(
        "phê duyệt của {party} chưa được tính; để {party} ký lại:"
        " bulletin approve {id} --unit {unit} --office … --sign KHÓA",
        "the approval of {party} does not count; let {party} sign again:"
        " bulletin approve {id} --unit {unit} --office … --sign KEY",
    ),
)
def signature_does_not_hold(corpus: Corpus) -> Iterator[Finding]:
    """A bad signature is worse than none: somebody may be using another unit's name."""
    for entry, sign in needed_signs(corpus, Sign.INVALID):
        flaw = corpus.seal_of(sign.approval).flaw if sign.approval else None
        if sign.approval and flaw:
            yield found(
                Place(signature_path(sign.approval.path)),
                id=entry.record.id,
                party=unit_name(corpus, sign.party),
                unit=sign.party,
                reason=flaw,
            )


@rule(
    "BT406",
    Bilingual(
        "{party} đã phê duyệt {id} ({since}) nhưng chưa ký số, mà chương trình yêu cầu ký số.",
        "{party} approved {id} ({since}) without a signature, which the programme asks for.",
    ),
    Bilingual(
        "{party} ký: bulletin approve {id} --unit {unit} --office {office} --sign KHÓA",
        "{party} signs: bulletin approve {id} --unit {unit} --office {office} --sign KEY",
    ),
    Severity.HOLD,
)
def signature_missing(corpus: Corpus) -> Iterator[Finding]:
    """Anybody who can write a file can declare an approval; only the holder of the key can sign."""
    bulletin_ids = corpus.once(ids_in_pending_bulletins)
    for entry, sign in needed_signs(corpus, Sign.UNSIGNED):
        if entry.record.id in bulletin_ids:
            continue
        approval = sign.approval
        yield found(
            approval.place("decision") if approval else entry.place("id"),
            missing_signature(corpus, entry.record, sign),
            id=entry.record.id,
            party=unit_name(corpus, sign.party),
            unit=sign.party,
            office=approval.record.office if approval else "…",
            since=_since(corpus, sign),
        )


def _since(corpus: Corpus, sign: PartySign) -> Bilingual:
    """When it was approved: by the party's own file, or through a bulletin."""
    if sign.approval:
        at = moment(corpus, sign.approval.record.at)
        return Bilingual(f"lúc {at.vi}", f"at {at.en}")
    issued = next((e for e in corpus.editions if e.name == sign.through), None)
    if issued is None:
        return Bilingual(f"qua {sign.through}", f"through {sign.through}")
    at = moment(corpus, issued.issued_at)
    return Bilingual(f"qua {issued.name}, lúc {at.vi}", f"through {issued.name}, at {at.en}")
