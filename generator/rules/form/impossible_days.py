"""BT206: days and times that cannot be, in whatever kind of record or file of the registry."""

from collections.abc import Iterator

from pydantic import BaseModel

from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.impossible_days import (
    Disorder,
    disorders,
    disorders_of_periods,
    is_next_issue_past,
    local_day,
)
from generator.model.corpus.standing import has_come
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.concern import Concern
from generator.model.record.record import Record, TaskStatus
from generator.model.record.written_days import title_at
from generator.rules.naming import moment
from generator.rules.rule import Finding, doubtful, found, rule


@rule(
    "BT206",
    Bilingual("Thời gian không thể như vậy: {reason}.", "This cannot be: {reason}."),
    Bilingual("{mend}.", "{mend}."),
)
def impossible_days(corpus: Corpus) -> Iterator[Finding]:
    """People judge by what came first; a day that cannot be makes everything beside it doubtful."""
    for entry in corpus.records.values():
        for disorder in disorders(corpus, entry.record):
            yield _finding(corpus, entry, disorder)
        yield from _early_outcomes(corpus, entry)
    for path, file in corpus.registry_files.items():
        if isinstance(file.record, BaseModel):
            for disorder in disorders_of_periods(file.record, corpus.registry.programme.zone):
                yield _finding(corpus, Entry(file.record, path), disorder)
    yield from _past_promises(corpus)
    yield from _settled_too_soon(corpus)


def _finding(corpus: Corpus, entry: Entry[BaseModel], disorder: Disorder) -> Finding:
    day, against = disorder.day, disorder.against
    place, title = entry.place(*day.at), title_at(type(entry.record), day.keys)
    written = moment(corpus, day.value)
    if against is None:
        today = in_words(local_day(corpus.now, corpus.registry.programme.zone))
        reason = Bilingual(
            f"{title.vi} ghi {written.vi}, chưa đến (hôm nay là {today.vi})",
            f"{title.en} says {written.en}, which is still to come (today is {today.en})",
        )
        return found(place, reason=reason, mend=_HAPPENED)
    model: type[BaseModel] = type(entry.record)
    if disorder.other:
        model = type(corpus.records[disorder.other].record)
    other = title_at(model, against.keys)
    if disorder.other:
        other = Bilingual(f"{other.vi} của {disorder.other}", f"{other.en} of {disorder.other}")
    return found(place, **_sentences(corpus, disorder, title, other))


def _sentences(
    corpus: Corpus, disorder: Disorder, title: Bilingual, other: Bilingual
) -> dict[str, Bilingual]:
    against = disorder.against or disorder.day
    day, then = moment(corpus, disorder.day.value), moment(corpus, against.value)
    if disorder.day.keys == against.keys and not disorder.other:
        other = Bilingual("mục đứng trước", "the entry before it")
    vi, en = ("muộn hơn", "after") if disorder.is_late else ("sớm hơn", "before")
    return {
        "reason": Bilingual(
            f"{title.vi} ghi {day.vi}, {vi} {other.vi} ghi {then.vi}",
            f"{title.en} says {day.en}, {en} {other.en}, which says {then.en}",
        ),
        "mend": Bilingual(
            f"sửa lại ngày nào ghi nhầm, để {title.vi} không {vi} {other.vi}",
            f"correct the one that is wrong: {title.en} is not {en} {other.en}",
        ),
    }


_HAPPENED = Bilingual(
    "ghi ngày đã xảy ra; việc chưa xảy ra thì đợi đến ngày đó mới ghi",
    "write the day on which it happened; what has not happened is written when it has",
)


def _early_outcomes(corpus: Corpus, entry: Entry[Record]) -> Iterator[Finding]:
    """Outcomes of forecasts that are not over, or that never end."""
    today = local_day(corpus.now, corpus.registry.programme.zone)
    for number, forecast in enumerate(getattr(entry.record, "forecast", ())):
        if forecast.outcome is None or (forecast.until and forecast.until < today):
            continue
        until = in_words(forecast.until) if forecast.until else None
        reason = Bilingual(
            f"đã ghi “outcome” (thực tế) mà dự báo còn thời hạn đến hết ngày {until.vi}"
            if until
            else "đã ghi “outcome” (thực tế) mà dự báo không có thời hạn (until)",
            f"“outcome” is written, but the forecast runs until {until.en}"
            if until
            else "“outcome” is written, but the forecast has no end (until)",
        )
        yield found(entry.place("forecast", number, "outcome"), reason=reason, mend=_OVER)


_OVER = Bilingual(
    "ghi “until” là ngày hết hạn của dự báo; qua ngày đó mới ghi “outcome”",
    "write under “until” when the forecast ends; write “outcome” after that day",
)


def _past_promises(corpus: Corpus) -> Iterator[Finding]:
    """The next issue of a bulletin that is being issued, when that time has passed."""
    bulletin = corpus.find(corpus.issuing or "", Bulletin)
    if bulletin is None or bulletin.next_issue is None:
        return
    if is_next_issue_past(corpus, bulletin):
        when = moment(corpus, bulletin.next_issue)
        reason = Bilingual(
            f"“next_issue” (kỳ tới) hẹn {when.vi}, đã qua khi phát hành",
            f"“next_issue” announces {when.en}, which has passed at the issue",
        )
        place = corpus.records[bulletin.id].place("next_issue")
        yield found(place, reason=reason, mend=_PROMISE)


_PROMISE = Bilingual("hẹn lại một lúc còn ở phía trước", "announce a time that is still to come")


def _settled_too_soon(corpus: Corpus) -> Iterator[Finding]:
    """Problems told as settled while a commitment is not done: doubtful, but it may be so."""
    zone = corpus.registry.programme.zone
    for entry in corpus.of(Concern):
        settled = entry.record.settled
        if settled is None or not has_come(settled.on, corpus.now, zone):
            continue
        on = moment(corpus, settled.on)
        for number, task in enumerate(entry.record.tasks):
            if task.status is not TaskStatus.DONE:
                reason = Bilingual(
                    f"“settled” (đã giải quyết) ghi {on.vi}, mà việc “{task.do.rstrip('.')}”"
                    " chưa xong",
                    f"“settled” says {on.en}, but “{task.do.rstrip('.')}” is not done",
                )
                place = entry.place("tasks", number, "status")
                yield doubtful(place, reason=reason, mend=_DONE)


_DONE = Bilingual(
    "việc đã xong thì ghi “status: done”; chưa xong thì bỏ “settled” cho đến khi xong",
    "if it is done write “status: done”; if not, remove “settled” until it is",
)
