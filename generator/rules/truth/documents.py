"""BT309 and BT310: who verified and concluded, and the documents that they did it with."""

from collections.abc import Iterator

from generator.base.text import Bilingual
from generator.model.corpus.completeness import reasons_to_be_complete
from generator.model.corpus.corpus import Corpus
from generator.model.kinds.information import Information, Step, Verification
from generator.model.record.documents import is_same, names_nothing, names_only_a_medium
from generator.model.record.record import Channel
from generator.model.registry.registry import TwoUnits
from generator.rules.naming import unit_name
from generator.rules.rule import Finding, doubtful, found, rule

_HEARSAY = (Channel.SOCIAL_MEDIA, Channel.PRESS)


@rule(
    "BT309",
    Bilingual(
        "Bước {step} ngày {day} của {unit} không có văn bản: {reason}.",
        "The step “{step}” of {day} by {unit} has no document: {reason}.",
    ),
    Bilingual(
        "ghi vào “reference” văn bản của bước đó, như “Biên bản làm việc số 09 ngày 28/11/2026”.",
        "write the document of that step under “reference”, such as “Biên bản làm việc số 09”.",
    ),
)
def verified_without_a_document(corpus: Corpus) -> Iterator[Finding]:
    """What was verified can be looked up; what was only said to be verified is a rumour of ours."""
    for record_id in corpus.once(reasons_to_be_complete):
        information = corpus.find(record_id, Information)
        for number, step in enumerate(information.verification if information else ()):
            reason = _flaw(information, step) if information else None
            if reason:
                key = "reference" if step.reference else "step"
                yield found(
                    corpus.records[record_id].place("verification", number, key),
                    step=step.step.label,
                    day=step.on,
                    unit=unit_name(corpus, step.by),
                    reason=reason,
                )


def _flaw(information: Information, step: Verification) -> Bilingual | None:
    """Why the reference of a verified or concluded step is no document; None when it is one."""
    source, reference = information.source, step.reference
    if step.step is Step.EXAMINED:
        return None
    if reference is None or names_nothing(reference):
        return Bilingual("chưa nêu văn bản nào (reference)", "it names none (reference)")
    if names_only_a_medium(reference):
        return Bilingual(
            f"“{reference}” là bài đăng, báo chí hoặc địa chỉ mạng, không phải văn bản của đơn vị"
            " đã xác minh",
            f"“{reference}” is a post, the press or an address, no paper of a unit that looked",
        )
    if source and source.kind in _HEARSAY and is_same(reference, source.reference):
        label = source.kind.label
        return Bilingual(
            f"“{reference}” chỉ nêu lại nguồn tin ({label.vi})",
            f"“{reference}” only repeats the source ({label.en})",
        )
    return None


@rule(
    "BT310",
    Bilingual(
        "{unit} vừa cung cấp, vừa xác minh, vừa kết luận thông tin này.",
        "{unit} supplied this information, verified it and concluded it.",
    ),
    Bilingual(
        "để một đơn vị khác xác minh hoặc kết luận rồi ghi bước đó; chương trình cho phép đến đâu"
        " thì ghi ở “verification: two_units” trong content/registry/programme.yml.",
        "let another unit verify or conclude it and write that step; the programme says under"
        " “verification: two_units” in content/registry/programme.yml how grave this is.",
    ),
)
def verified_by_one_unit_alone(corpus: Corpus) -> Iterator[Finding]:
    """Units work together so that no unit is the only witness of what it says itself."""
    is_required = corpus.registry.programme.verification.two_units is TwoUnits.REQUIRED
    for entry in corpus.of(Information):
        number = _sole_conclusion(entry.record)
        if number is not None:
            place = entry.place("verification", number, "by")
            name = unit_name(corpus, entry.record.unit)
            yield found(place, unit=name) if is_required else doubtful(place, unit=name)


def _sole_conclusion(information: Information) -> int | None:
    """The concluding step, when its unit supplied the information and alone verified it."""
    steps = information.verification
    units = {step.by for step in steps if step.step is not Step.EXAMINED} | {information.unit}
    done = [step.step for step in steps]
    if Step.CONCLUDED not in done or Step.VERIFIED not in done or len(units) > 1:
        return None
    return len(done) - 1 - done[::-1].index(Step.CONCLUDED)
