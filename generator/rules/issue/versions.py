"""BT7xx: numbers, new versions, and what a bulletin that is being issued may still include."""

from collections.abc import Iterator, Mapping

from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.state import (
    is_pending,
    is_retired,
    issued_just_so,
    recall_stopping,
    superseded_by,
)
from generator.model.desk.numbers import free_number, number_owners, series_of
from generator.model.kinds import is_of
from generator.model.kinds.bulletin import Bulletin, BulletinKind
from generator.model.kinds.message import Message
from generator.model.record.citations import references
from generator.rules.naming import moment
from generator.rules.rule import Finding, found, overtaken, rule


@rule(
    "BT703",
    Bilingual(
        "Số {number} của bản tin {kind} năm {year} đã dùng cho {first}.",
        "The number {number} of the {kind} bulletins of {year} belongs to {first}.",
    ),
    Bilingual("dùng số {free}.", "use the number {free}."),
)
def number_already_used(corpus: Corpus) -> Iterator[Finding]:
    """Two papers with one number cannot be told apart in a file or in a citation."""
    owners = corpus.once(number_owners)
    for entry in corpus.of(Bulletin):
        series = series_of(entry.record)
        if series and entry.record.retired is None and owners[series] != entry.record.id:
            kind, year, number = series
            yield found(
                entry.place("number"),
                number=number,
                kind=BulletinKind.named(kind).label,
                year=year,
                first=owners[series],
                free=free_number(owners, kind, year),
            )


@rule(
    "BT704",
    Bilingual(
        "Chưa phát hành được phiên bản mới của {bulletin}: {reason}.",
        "A new version of {bulletin} cannot be issued: {reason}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
def version_without_change(corpus: Corpus) -> Iterator[Finding]:
    """A new version says that something changed, and what; readers look for it."""
    bulletin = corpus.issuing or ""
    last = issued_just_so(corpus, bulletin) if is_of(bulletin, Bulletin) else None
    if last and not recall_stopping(corpus, bulletin):
        yield found(
            corpus.records[bulletin].place("id"),
            bulletin=bulletin,
            reason=Bilingual(
                f"nội dung không khác gì {last.name}", f"it does not differ from {last.name}"
            ),
            mend=Bilingual(
                "sửa bản tin hoặc bản ghi trong đó trước khi phát hành lại",
                "change the bulletin or a record in it before issuing again",
            ),
        )


@rule(
    "BT705",
    Bilingual(
        "{bulletin} đưa vào nội dung {id} “{title}”, nhưng {reason}.",
        "{bulletin} includes the message {id} “{title}”, but {reason}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
def message_no_longer_holds(corpus: Corpus) -> Iterator[Finding]:
    """A new bulletin must not bring withdrawn or expired words back into use."""
    for entry in corpus.of(Bulletin):
        if is_pending(corpus, entry.record):
            for message_id, place in _named_messages(entry).items():
                message = corpus.find(message_id, Message)
                if message and (end := _end_of_message(corpus, message)):
                    reason, mend = end
                    yield overtaken(
                        corpus,
                        place,
                        bulletin=entry.record.id,
                        id=message_id,
                        title=message.title,
                        reason=reason,
                        mend=mend,
                    )


def _named_messages(bulletin: Entry[Bulletin]) -> Mapping[str, Place]:
    """The messages that a bulletin names, with the place: under `include` first, else `because`."""
    cited = [
        reference
        for reference in references(bulletin.record)
        if reference.key in ("include", "because")
    ]
    cited.sort(key=lambda reference: reference.key != "include")
    places: dict[str, Place] = {}
    for reference in cited:
        if is_of(reference.value, Message):
            places.setdefault(reference.value, bulletin.place(*reference.at))
    return places


def _end_of_message(corpus: Corpus, message: Message) -> tuple[Bilingual, Bilingual] | None:
    """Why a message no longer holds, and what to include instead."""
    recall = recall_stopping(corpus, message.id)
    if recall:
        at = moment(corpus, recall.at)
        why = Bilingual(f"đã bị thu hồi lúc {at.vi}", f"it was recalled at {at.en}")
        return why, _advice(recall.instead)
    if message.retired and is_retired(corpus, message):
        on = moment(corpus, message.retired.on)
        why = Bilingual(f"đã ngừng dùng từ ngày {on.vi}", f"it was retired on {on.en}")
        return why, _advice(message.retired.replaced_by)
    if newer := superseded_by(corpus).get(message.id):
        return Bilingual(f"{newer} đã thay thế", f"{newer} has superseded it"), _advice(newer)
    if message.valid and message.valid.until < corpus.now:
        until = moment(corpus, message.valid.until)
        why = Bilingual(f"đã hết hiệu lực lúc {until.vi}", f"it expired at {until.en}")
        return why, _advice(None)
    return None


def _advice(newer: str | None) -> Bilingual:
    if newer:
        return Bilingual(f"thay bằng {newer}", f"include {newer} instead")
    return Bilingual(
        "bỏ khỏi bản tin, hoặc viết nội dung mới thay cho nó",
        "leave it out, or write a new message that supersedes it",
    )
