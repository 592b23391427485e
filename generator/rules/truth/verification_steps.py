"""BT302: information is examined, then verified, then concluded, on days in that order."""

from collections.abc import Iterator
from datetime import date

from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.model.corpus.corpus import Corpus
from generator.model.kinds.information import Information, Step, Verification
from generator.rules.rule import Finding, found, rule

ORDER = tuple(Step)


@rule(
    "BT302",
    Bilingual(
        "Bước {step} ngày {day} không đúng trình tự: {reason}.",
        "The step “{step}” of {day} is out of order: {reason}.",
    ),
    Bilingual(
        "ghi các bước theo thứ tự thẩm tra, xác minh, kết luận, đúng ngày đã làm.",
        "write the steps in the order examined, verified, concluded, on the days they were done.",
    ),
)
def steps_out_of_order(corpus: Corpus) -> Iterator[Finding]:
    """A conclusion that was not examined and verified first is only an opinion."""
    for entry in corpus.of(Information):
        steps = entry.record.verification
        for number, step in enumerate(steps):
            previous = steps[number - 1] if number else None
            for key, reason in _disorder(corpus, entry.record, previous, step):
                yield found(
                    entry.place("verification", number, key),
                    step=step.step.label,
                    day=step.on,
                    reason=reason,
                )


def _disorder(
    corpus: Corpus, record: Information, previous: Verification | None, step: Verification
) -> Iterator[tuple[str, Bilingual]]:
    rank = ORDER.index(step.step)
    reached = ORDER.index(previous.step) if previous else -1
    if rank > reached + 1:
        missing = ORDER[reached + 1].label
        yield (
            "step",
            Bilingual(f"trước đó còn thiếu bước {missing.vi}", f"“{missing.en}” must come first"),
        )
    elif previous and rank < reached:
        yield (
            "step",
            Bilingual(
                f"bước này đứng sau bước {previous.step.label.vi}",
                "an earlier step follows a later one",
            ),
        )
    reason = _wrong_day(corpus, record, previous, step.on)
    if reason:
        yield "on", reason


def _wrong_day(
    corpus: Corpus, record: Information, previous: Verification | None, on: date
) -> Bilingual | None:
    received = record.source.received if record.source else None
    if previous and on < previous.on:
        before = in_words(previous.on)
        return Bilingual(
            f"sớm hơn bước đứng trước, ngày {before.vi}", f"the step before it was on {before.en}"
        )
    if received and on < received <= corpus.now.date():  # BT206 says that it lies ahead
        came = in_words(received)
        return Bilingual(f"sớm hơn ngày nhận {came.vi}", f"it was received on {came.en} only")
    if on > corpus.now.date():
        return Bilingual("ngày này chưa đến", "that day is still to come")
    return None
