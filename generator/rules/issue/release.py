"""BT7xx, what a bulletin's form and circulation require before it is issued."""

from collections.abc import Iterator

from generator.base.diagnostics import Severity
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import is_pending
from generator.model.kinds.bulletin import Bulletin, Mode
from generator.model.record.record import Circulation
from generator.model.registry.signoff import Verdict
from generator.rules.naming import in_one_sentence, included_at, programme_path, unit_name
from generator.rules.rule import Finding, found, rule


@rule(
    "BT706",
    Bilingual(
        "{bulletin} mang thể thức văn bản chính thức nhưng thiếu {missing}.",
        "{bulletin} has the form of an official document but lacks {missing}.",
    ),
    Bilingual(
        "ghi thêm {missing} trước khi phê duyệt; đến lúc đó bản in mang chữ DỰ THẢO. Không phải"
        " văn bản chính thức thì ghi “form: masthead”.",
        "add {missing} before it is approved; until then it prints as DỰ THẢO. If it is no"
        " official document, write “form: masthead”.",
    ),
)
def official_form_incomplete(corpus: Corpus) -> Iterator[Finding]:
    """A paper that looks official but has no number and no signatures could pass for a forgery."""
    approved = corpus.once(_approved_ids)
    for entry in corpus.of(Bulletin):
        bulletin = entry.record
        is_asked = bulletin.id in approved or bulletin.id == corpus.issuing
        if bulletin.is_official and is_asked and is_pending(corpus, bulletin):
            missing = [word for value, word in _required_fields(corpus, bulletin) if not value]
            if missing:
                yield found(
                    entry.place("form"), bulletin=bulletin.id, missing=in_one_sentence(missing)
                )


def _approved_ids(corpus: Corpus) -> frozenset[str]:
    """The ids that at least one party has approved, in their present or an earlier content."""
    approvals = (entry.record for entry in corpus.approvals.values())
    return frozenset(
        str(approval.record) for approval in approvals if approval.decision is Verdict.APPROVE
    )


def _required_fields(corpus: Corpus, bulletin: Bulletin) -> tuple[tuple[object, Bilingual], ...]:
    """Each is given or not; its head names every party, so every party signs."""
    signing = {signer.unit for signer in bulletin.signers}
    absent = [unit for unit in corpus.parties if unit not in signing] if signing else []
    names = ", ".join(f"{unit_name(corpus, unit)} – {unit}" for unit in absent)
    return (
        (bulletin.number is not None, Bilingual("số (number)", "its number (number)")),
        (bulletin.signers, Bilingual("người ký (signers)", "its signers (signers)")),
        (
            not absent,
            Bilingual(f"người ký (signers) của {names}", f"the signers (signers) of {names}"),
        ),
        (
            bulletin.signed_copy,
            Bilingual("bản đã ký (signed_copy)", "its signed copy (signed_copy)"),
        ),
    )


@rule(
    "BT707",
    Bilingual(
        "{bulletin} là bản tin {wide} nhưng in {id} “{title}”, bản ghi chỉ {narrow}.",
        "{bulletin} is for {wide} circulation but prints {id} “{title}”, which is {narrow}.",
    ),
    Bilingual(
        "bỏ {id} khỏi bản tin, kể cả ở “because”; hoặc ghi “circulation: internal” cho bản tin.",
        "leave {id} out, under “because” too; or give the bulletin “circulation: internal”.",
    ),
)
def circulation_too_wide(corpus: Corpus) -> Iterator[Finding]:
    """A record for internal use must not become public because a public bulletin includes it."""
    for entry in corpus.of(Bulletin):
        if entry.record.circulation is Circulation.PUBLIC and is_pending(corpus, entry.record):
            for record_id in corpus.closure(entry.record.id):
                record = corpus.records[record_id].record
                if record.circulation is Circulation.INTERNAL:
                    yield found(
                        included_at(entry, record_id),
                        bulletin=entry.record.id,
                        wide=Circulation.PUBLIC.label,
                        id=record_id,
                        title=record.title,
                        narrow=Circulation.INTERNAL.label,
                    )


@rule(
    "BT711",
    Bilingual(
        "Giấy in chưa có mã QR và địa chỉ để tra: “base_url” (địa chỉ trang) còn trống{whom}.",
        "Paper has no QR code and no address to look it up: “base_url” is empty{whom}.",
    ),
    Bilingual("{mend}.", "{mend}."),
    Severity.WARNING,
)
def paper_without_address(corpus: Corpus) -> Iterator[Finding]:
    """Who holds a sheet can learn only from the site, or by asking, whether it still holds; a sheet
    with neither an address nor a telephone leads nowhere."""
    if corpus.registry.programme.base_url:
        return
    pending = [entry for entry in corpus.of(Bulletin) if is_pending(corpus, entry.record)]
    first = next((e.record.id for e in pending if e.record.mode is Mode.ACTUAL), None)
    if first:
        place = Place(programme_path(corpus), ("base_url",))
        facts = {"whom": Bilingual("", ""), "mend": _write_address(first)}
        yield Finding(place, facts, severity=Severity.NOTE)
    for bulletin in pending:
        if not _can_be_asked(corpus, bulletin.record.unit):
            name = unit_name(corpus, bulletin.record.unit)
            yield found(bulletin.place("unit"), whom=_nobody(name), mend=_write_contact(name))


def _can_be_asked(corpus: Corpus, unit_id: str) -> bool:
    """Whether the unit has a telephone or an e-mail address for the public."""
    unit = corpus.registry.units.get(unit_id)
    contact = unit.contact if unit else None
    return contact is not None and bool(contact.phone or contact.email)


def _write_address(bulletin: str) -> Bilingual:
    return Bilingual(
        "có trang thì ghi địa chỉ của nó, như “base_url: https://…”, trước khi phát hành"
        f" {bulletin}; không có trang thì để trống: giấy in nói hỏi ai",
        "where there is a site write its address, “base_url: https://…”, before"
        f" {bulletin} is issued; else leave it empty: paper says whom to ask",
    )


def _nobody(name: str) -> Bilingual:
    return Bilingual(
        f", mà “{name}” cũng không có điện thoại hay thư điện tử để hỏi",
        f", and “{name}” has neither a telephone nor an e-mail address to ask",
    )


def _write_contact(name: str) -> Bilingual:
    return Bilingual(
        f"ghi “contact” với “phone” hoặc “email” cho “{name}” trong units.yml, hoặc ghi “base_url”",
        f"give “{name}” a “contact” with “phone” or “email” in units.yml, or write “base_url”",
    )
