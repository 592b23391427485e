"""BT208: a unit that people are told to ask, although it does not exist all the time."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from generator.base.span import Place
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.model.corpus.contacts import Silence, silence_of, silences_in_texts
from generator.model.corpus.corpus import Corpus
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.record.record import Record
from generator.model.registry.registry import Unit
from generator.rules.rule import Finding, found, overtaken, rule


@rule(
    "BT208",
    Bilingual(
        "Nơi trả lời {id} “{name}” {reason}, trong khi vào ngày {day} {use}{after}.",
        "The contact {id} “{name}” {reason}, while on {day} {use}{after}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
def contact_does_not_answer(corpus: Corpus) -> Iterator[Finding]:
    """People are told whom to ask; a unit that has ended answers nobody, and its telephone rings
    elsewhere or not at all."""
    for entry in (*corpus.of(Message), *corpus.of(Event)):
        silence = silence_of(corpus, entry.record)
        if silence:
            mend = _mend(corpus, entry.record, silence)
            yield _found(corpus, entry.place("contact"), entry.record, silence, mend)
    for message in corpus.of(Message):
        for at, silence in silences_in_texts(corpus, message.record):
            mend = _other_number(silence)
            yield _found(corpus, message.place(*at), message.record, silence, mend)


def _found(
    corpus: Corpus, place: Place, record: Record, silence: Silence, mend: Bilingual
) -> Finding:
    tell = partial(overtaken, corpus) if silence.is_overtaken else found
    return tell(
        place,
        id=silence.unit.id,
        name=silence.unit.called,
        reason=_reason(silence),
        day=silence.day,
        use=_IN_FORCE if isinstance(record, Message) else _OPEN,
        after=_after(silence),
        mend=mend,
    )


def _other_number(silence: Silence) -> Bilingual:
    """For a text that gives a telephone or an address."""
    heir = silence.heir
    if heir is None:
        return Bilingual(
            "bỏ số điện thoại, địa chỉ của đơn vị này trong đoạn văn",
            "take the telephone or address of this unit out of the text",
        )
    return Bilingual(
        f"bỏ số điện thoại, địa chỉ của đơn vị này trong đoạn văn; từ ngày đó dùng của {heir.id}"
        f" “{heir.name}”",
        f"take the telephone or address of this unit out of the text; from that day on it is"
        f" {heir.id} “{heir.name}” who answers",
    )


def _reason(silence: Silence) -> Bilingual:
    valid = silence.unit.valid
    if silence.has_ended and valid.until:
        until = in_words(valid.until)
        return Bilingual(f"chỉ hoạt động đến hết ngày {until.vi}", f"exists only until {until.en}")
    start = in_words(valid.start or silence.day)
    return Bilingual(f"chỉ hoạt động từ ngày {start.vi}", f"exists only from {start.en}")


def _after(silence: Silence) -> Bilingual:
    """Who stands in its place on that day."""
    heir = silence.heir
    if heir is None:
        return Bilingual("", "")
    return Bilingual(
        f"; khi đó đơn vị kế thừa là {heir.id} “{heir.name}”",
        f"; its successor then is {heir.id} “{heir.name}”",
    )


def _mend(corpus: Corpus, record: Record, silence: Silence) -> Bilingual:
    """A contact that answers all the time; else an end of use before the contact's own end."""
    if silence.heir and silence.is_heir_enough:
        return _write(silence.heir)
    if silence.has_ended and silence.days.first < silence.day:
        key = "valid.until" if isinstance(record, Message) else "next_update"
        last = in_words(silence.day - timedelta(days=1))
        next_day = in_words(silence.day)
        then = silence.heir.id if silence.heir else "…"
        return Bilingual(
            f"ghi “{key}” không muộn hơn hết ngày {last.vi}; từ ngày {next_day.vi} ghi tiếp với"
            f" “contact: {then}”",
            f"let “{key}” be no later than {last.en}; from {next_day.en} on go on with"
            f" “contact: {then}”",
        )
    party = next((unit for unit in corpus.party_units if silence.is_answered_by(unit)), None)
    return _write(party) if party else _OTHER


def _write(unit: Unit) -> Bilingual:
    return Bilingual(
        f"ghi “contact: {unit.id}” (“{unit.name}”)", f"write “contact: {unit.id}” (“{unit.name}”)"
    )


_IN_FORCE = Bilingual("nội dung này có hiệu lực", "this message is in force")
_OPEN = Bilingual("sự việc này còn mở", "this event is open")
_OTHER = Bilingual(
    "ghi vào “contact” một đơn vị hoạt động trong cả thời gian đó",
    "name under “contact” a unit that exists all that time",
)
