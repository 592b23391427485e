"""BT412: parties or a deciding body that not every party, old and new, has agreed to."""

from collections.abc import Iterator

from generator.base.diagnostics import Severity
from generator.base.span import On, Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import Sign, is_pending, signs
from generator.model.edition.terms import Terms
from generator.model.kinds.bulletin import Bulletin
from generator.rules.naming import moment, programme_path, unit_name
from generator.rules.rule import Finding, found, rule


@rule(
    "BT412",
    Bilingual(
        "Thỏa thuận của chương trình đổi từ {before} sang {after}, nhưng chưa được {missing} phê"
        " duyệt.",
        "The terms of the programme change from {before} to {after}, without the approval of"
        " {missing}.",
    ),
    Bilingual(
        "đổi nhầm thì ghi lại như cũ; nếu không, mọi bên, cũ và mới, phê duyệt bản tin phát hành"
        " tới đây: bulletin approve {bulletin} --unit {unit} --office …",
        "if it was changed by mistake, change it back; else every party, old and new, approves the"
        " next bulletin: bulletin approve {bulletin} --unit {unit} --office …",
    ),
    Severity.HOLD,
)
def terms_not_agreed(corpus: Corpus) -> Iterator[Finding]:
    """Who must agree is agreed too: else one unit could leave the others out and release."""
    before, after = corpus.agreed, corpus.terms
    if not before.is_changed_by(after):
        return
    bulletin, missing = _least_missing(corpus)
    if missing:
        has_other_parties = before.agreement["parties"] != after.agreement["parties"]
        yield found(
            Place(
                programme_path(corpus),
                ("parties" if has_other_parties else "deciding_body",),
                On.KEY,
            ),
            before=agreement_text(corpus, before),
            after=agreement_text(corpus, after),
            missing=", ".join(unit_name(corpus, party) for party in missing),
            bulletin=bulletin,
            unit=missing[0],
        )


def _least_missing(corpus: Corpus) -> tuple[str, tuple[str, ...]]:
    """The bulletin in preparation that is nearest to its agreement, and whose approval it lacks."""
    pending = [entry.record.id for entry in corpus.of(Bulletin) if is_pending(corpus, entry.record)]
    lacking = [
        (bulletin, tuple(s.party for s in signs(corpus, bulletin) if s.sign is not Sign.APPROVED))
        for bulletin in pending
    ]
    return min(lacking, key=lambda lack: len(lack[1]), default=("BT-…", corpus.approvers))


def agreement_text(corpus: Corpus, terms: Terms) -> Bilingual:
    """The parties with their dates, and who decides where they differ."""
    vi, en = [], []
    for member in terms.members:
        name = unit_name(corpus, member.unit)
        days = [moment(corpus, day) for day in (member.start, member.until) if day]
        vi.append(f"{name} ({' – '.join(day.vi for day in days)})" if days else name)
        en.append(f"{name} ({' – '.join(day.en for day in days)})" if days else name)
    decides = unit_name(corpus, terms.deciding_body)
    return Bilingual(
        f"“{', '.join(vi)}; {decides} quyết định”", f"“{', '.join(en)}; {decides} decides”"
    )
