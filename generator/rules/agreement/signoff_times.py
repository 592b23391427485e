"""BT411: approvals and recalls at a time when they cannot have been given."""

from collections.abc import Iterator

from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.signoff_times import Untimely, untimely_approval, untimely_recall
from generator.model.record.written_days import title_at
from generator.model.registry.signoff import Approval, Recall
from generator.rules.naming import moment, unit_name
from generator.rules.rule import Finding, found, rule


@rule(
    "BT411",
    Bilingual(
        "{what} của {unit} cho {id} ghi lúc {at}, {reason}.",
        "{what} of {id} by {unit} is of {at}, {reason}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
def signed_at_an_impossible_time(corpus: Corpus) -> Iterator[Finding]:
    """Nobody can approve a text that is not written yet; a wrong clock must not sign."""
    for approval in corpus.approvals.values():
        untimely = untimely_approval(corpus, approval.record)
        if untimely:
            yield _impossible(corpus, approval.record, approval.place("at"), untimely)
    for recall in corpus.recalls.values():
        untimely = untimely_recall(corpus, recall.record)
        if untimely:
            yield _impossible(corpus, recall.record, recall.place("at"), untimely)


def _impossible(
    corpus: Corpus, signoff: Approval | Recall, place: Place, untimely: Untimely
) -> Finding:
    is_recall = isinstance(signoff, Recall)
    return found(
        place,
        what=_RECALL if is_recall else _APPROVAL,
        unit=unit_name(corpus, signoff.unit),
        id=signoff.record,
        at=moment(corpus, signoff.at),
        reason=_reason(corpus, untimely),
        mend=_again("recall" if is_recall else "approve", signoff.record, signoff.unit),
    )


def _reason(corpus: Corpus, untimely: Untimely) -> Bilingual:
    day = untimely.day
    if untimely.edition:
        return Bilingual(
            f"trước khi được phát hành lần đầu trong {untimely.edition}",
            f"before it was first issued, in {untimely.edition}",
        )
    if day is None:
        return Bilingual("chưa đến", "which is still to come")
    told = moment(corpus, day.value)
    title = title_at(type(corpus.records[untimely.record].record), day.keys)
    return Bilingual(
        f"trước {title.vi} của {untimely.record} ({told.vi}), mà nó bao gồm",
        f"before {title.en} of {untimely.record} ({told.en}), which it covers",
    )


def _again(verb: str, record_id: str, unit: str) -> Bilingual:
    reason = ' --reason "…"' if verb == "recall" else ""
    command = f"bulletin {verb} {record_id} --unit {unit} --office …{reason}"
    return Bilingual(
        f"xem lại đồng hồ của máy và các ngày ghi ở bản ghi, rồi ghi lại: {command}",
        f"look at the clock of that computer and at the days of the record, then: {command}",
    )


_APPROVAL = Bilingual("Phê duyệt", "The approval")
_RECALL = Bilingual("Việc thu hồi", "The recall")
