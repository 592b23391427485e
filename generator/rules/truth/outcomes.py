"""BT3xx, outcomes: conclusions that contradict a verification, forecasts without outcome."""

from collections.abc import Iterator, Sequence
from itertools import chain

from generator.base.diagnostics import Severity
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.pending import outcome_of
from generator.model.corpus.state import is_retired
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information, Step, Verification
from generator.model.kinds.opinion import Opinion
from generator.model.record.record import ForecastOutcome
from generator.rules.naming import unit_name
from generator.rules.rule import Finding, found, rule


@rule(
    "BT305",
    Bilingual(
        "Kết luận là “{concluded}”, trái với xác minh ngày {day} của {unit} (“{verified}”), mà"
        " {lack}.",
        "The conclusion “{concluded}” contradicts what {unit} verified on {day} (“{verified}”),"
        " and {lack}.",
    ),
    Bilingual(
        "ghi vào “reference” của bước kết luận văn bản làm căn cứ để kết luận khác đi, hoặc sửa"
        " lại “result”.",
        "name under “reference” of the conclusion the document that decides otherwise, or correct"
        " “result”.",
    ),
)
def conclusion_against_verification(corpus: Corpus) -> Iterator[Finding]:
    """A conclusion that overrules the verifying unit must name the document it is based on."""
    for entry in corpus.of(Information):
        steps = entry.record.verification
        for number, step in enumerate(steps):
            overruled = _overruled_verification(steps[:number], step)
            if overruled and overruled.result and step.result:
                yield found(
                    entry.place("verification", number, "result"),
                    concluded=step.result.label,
                    day=overruled.on,
                    unit=unit_name(corpus, overruled.by),
                    verified=overruled.result.label,
                    lack=_SAME if step.reference else _NONE,
                )


def _overruled_verification(
    before: Sequence[Verification], step: Verification
) -> Verification | None:
    """The last verification that a conclusion contradicts without a document of its own.

    Any different result contradicts, also "partly". A document that an earlier step already named
    does not count as the conclusion's own.
    """
    if step.step is not Step.CONCLUDED or step.result is None:
        return None
    verified = [earlier for earlier in before if earlier.step is Step.VERIFIED and earlier.result]
    if step.reference and step.reference not in {earlier.reference for earlier in before}:
        return None
    return next(
        (earlier for earlier in reversed(verified) if earlier.result is not step.result), None
    )


_NONE = Bilingual("không nêu văn bản nào (reference)", "it names no document (reference)")
_SAME = Bilingual(
    "chỉ nêu lại văn bản của bước trước", "it only repeats the document of an earlier step"
)


@rule(
    "BT306",
    Bilingual(
        "Dự báo “{scenario}” đã hết hạn ngày {until} mà chưa ghi thực tế.",
        "The forecast “{scenario}” ended on {until}, and its outcome is not written.",
    ),
    Bilingual("ghi “outcome”: {choices}.", "write “outcome”: {choices}."),
    Severity.WARNING,
)
def forecast_without_outcome(corpus: Corpus) -> Iterator[Finding]:
    """A unit that never checks its forecasts cannot know how far to trust the next one."""
    today = corpus.now.date()
    records: Iterator[Entry[Opinion | Event]] = chain(corpus.of(Opinion), corpus.of(Event))
    for entry in records:
        if is_retired(corpus, entry.record):
            continue
        for number, forecast in enumerate(entry.record.forecast):
            if forecast.until and forecast.until < today and forecast.outcome is None:
                yield found(
                    entry.place("forecast", number, "until"),
                    outcome_of(corpus, entry.record, forecast.until),
                    about=forecast.scenario,
                    scenario=forecast.scenario.rstrip("."),
                    until=forecast.until,
                    choices=_CHOICES,
                )


_CHOICES = Bilingual(
    ", ".join(f"{outcome.value} ({outcome.label.vi})" for outcome in ForecastOutcome),
    ", ".join(f"{outcome.value} ({outcome.label.en})" for outcome in ForecastOutcome),
)
