"""Waivers of the programme: warnings that a unit accepts, each until a last day."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from generator.base.diagnostics import Diagnostic, Severity
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.model.corpus.corpus import Corpus
from generator.source.problems import NOT_IN_LIST, WRONG_FORM

PROGRAMME = "content/registry/programme.yml"
_PAST = Bilingual(
    "một ngày chưa qua; miễn cảnh báo hết hạn thì bỏ mục này, hoặc xem xét lại rồi ghi ngày mới",
    "a day that has not passed; remove the waiver, or weigh it again and give it a new day",
)
_NO_HINT = Bilingual("lỗi và việc đang chờ thì không miễn được; ", "errors and holds stay; ")


def without_waived(corpus: Corpus, problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The problems without the warnings that a waiver of today covers; errors always stay."""
    today = corpus.now.date()
    waived = {
        (waiver.code, corpus.records[waiver.record].path)
        for waiver in corpus.registry.programme.waivers
        if waiver.until >= today and waiver.record in corpus.records
    }
    for problem in problems:
        is_warning = problem.problem.severity is Severity.WARNING
        if not (is_warning and (problem.problem.code, problem.place.path) in waived):
            yield problem


def unfit_waivers(corpus: Corpus, waivable: Collection[str]) -> Iterator[Diagnostic]:
    """Waivers of problems that may not be waived, and waivers whose last day has passed."""
    expired = replace(WRONG_FORM, severity=Severity.WARNING)
    for number, waiver in enumerate(corpus.registry.programme.waivers):
        if waiver.code not in waivable:
            allowed = ", ".join(sorted(waivable))
            place = Place(PROGRAMME, ("waivers", number, "code"))
            given = waiver.code
            yield NOT_IN_LIST.at(place, given=given, key="code", hint=_NO_HINT, allowed=allowed)
        elif waiver.until < corpus.now.date():
            place = Place(PROGRAMME, ("waivers", number, "until"))
            day = in_words(waiver.until)
            past = Bilingual(f"{day.vi} đã qua", f"{day.en} has passed")
            yield expired.at(place, key="until", given=past, expected=_PAST)
