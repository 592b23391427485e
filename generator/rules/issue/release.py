"""BT7xx, what a bulletin's own form and circulation ask of it before it goes out."""

from collections.abc import Iterator

from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import is_pending
from generator.model.kinds.bulletin import Bulletin
from generator.model.record.record import Circulation
from generator.model.registry.signoff import Verdict
from generator.rules.naming import in_one_sentence, included_at
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
    """The look of an official act, without its number and signatures, is a forgery by accident."""
    approved = corpus.once(_approved)
    for entry in corpus.of(Bulletin):
        bulletin = entry.record
        is_asked = bulletin.id in approved or bulletin.id == corpus.issuing
        if bulletin.is_official and is_asked and is_pending(corpus, bulletin):
            missing = [word for given, word in _demanded(bulletin) if not given]
            if missing:
                yield found(
                    entry.place("form"), bulletin=bulletin.id, missing=in_one_sentence(missing)
                )


def _approved(corpus: Corpus) -> frozenset[str]:
    """What at least one party has approved, as it stands now or as it once stood."""
    signed = (entry.record for entry in corpus.approvals.values())
    return frozenset(str(one.record) for one in signed if one.decision is Verdict.APPROVE)


def _demanded(bulletin: Bulletin) -> tuple[tuple[object, Bilingual], ...]:
    return (
        (bulletin.number is not None, Bilingual("số (number)", "its number (number)")),
        (bulletin.signers, Bilingual("người ký (signers)", "its signers (signers)")),
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
    """What was given to a few must not reach all because a bulletin took it along."""
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
