"""The texts of a message for a loudspeaker, for messaging groups and for SMS."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.base import sms
from generator.base.speech.speech import aloud
from generator.base.text import Language, nfc, syllables
from generator.base.times import length_text
from generator.model.kinds.message import Audience
from generator.model.record.record import Cited
from generator.views.blocks.message import schedule_text
from generator.views.blocks.message_texts import MessageText
from generator.views.message.handout import Handout

# Syllables a minute: news on the national radio is read at 180 to 200, a notice in the open air
# must be slower; research (domain.md 6.4) puts 150 to 180, to be calibrated with a local reader.
PACE = 165
STEP = 5  # seconds
MOST_LETTERS = 300
MOST_TO_DO = 3
_OFFICIALS = frozenset({Audience.OFFICIALS, Audience.PARTY_MEMBERS})


class Announcement(NamedTuple):
    """The texts of a message to be read out or sent; out of use, it has no `parts`."""

    first: tuple[str, ...]
    parts: tuple[MessageText, ...]
    last: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole text file, in NFC, with LF at the end of each line."""
        parts = ("\n".join((part.title.upper(), *part.lines, "", part.text)) for part in self.parts)
        pieces = ("\n".join(self.first), *parts, "\n".join(self.last))
        return nfc("\n\n".join(filter(None, pieces))) + "\n"


def announcement(handout: Handout) -> Announcement:
    """Everything to be read out or sent; the mark of an exercise is its first and last line."""
    exercise = tuple(filter(None, (handout.exercise,)))
    stop, record = handout.stop, handout.record
    if stop is not None:
        instead = (
            handout.said("stop_instead", id=cite.id, title=cite.title) for cite in stop.instead
        )
        lines = (stop.stamp, stop.since, handout.said("stop_read"), *instead)
        return Announcement((*exercise, record.id, *filter(None, lines)), (), exercise)
    proof = handout.said(
        "text_proof",
        id=record.id,
        number=handout.version,
        edition=handout.edition.name,
        digest=handout.digest12,
    )
    first = (*exercise, f"{record.id} · {record.title}", _validity(handout))
    return Announcement(first, tuple(_parts(handout)), (proof, *exercise))


def _validity(handout: Handout) -> str:
    valid = handout.record.holds
    if valid is None:
        return handout.said("text_open")
    return handout.said("text_valid", valid=handout.formatter.moments(valid.start, valid.until))


def _parts(handout: Handout) -> Iterator[MessageText]:
    script, short = script_of(handout), short_of(handout)
    plain = sms.unmarked(short)
    yield MessageText(handout.said("script_title"), tuple(reading_lines(handout)), script)
    name = "short_length" if len(short) <= MOST_LETTERS else "short_too_long"
    counted = {"count": len(short), "most": MOST_LETTERS, "parts": sms.parts(short)}
    told = (handout.said(name, **counted),)
    yield MessageText(handout.said("short_title"), told, short, is_short=True)
    counted = {"count": sms.length(plain), "parts": sms.parts(plain)}
    yield MessageText(handout.said("sms_title"), (handout.said("sms_length", **counted),), plain)


# ── the script ───────────────────────────────────────────────────────────────────────────────


def script_of(handout: Handout) -> str:
    """The text to be read out, one paragraph a line: the record's script, or a composed one."""
    script = _written(handout, handout.record.script)
    lines = tuple(script.splitlines()) or tuple(_composed_lines(handout))
    if handout.exercise:
        lines = (handout.said("spoken_first"), *lines, handout.said("spoken_last"))
    return "\n".join(filter(None, (_aloud(handout, line.strip()) for line in lines)))


def _written(handout: Handout, sentences: Iterable[Cited]) -> str:
    """The record's own text, a sentence a line; none if it names a telephone that is gone."""
    text = "\n".join(said.text for said in sentences if handout.context.stands(said.because))
    return "" if handout.context.ledger.directory.unreachable_in(text) else text


def _aloud(handout: Handout, text: str) -> str:
    return aloud(text) if handout.context.language is Language.VI else text


def reading_lines(handout: Handout) -> Iterator[str]:
    """How long reading takes, when it is read, and until when it may be."""
    yield length_line(handout, "script_length")
    schedule = schedule_text(handout.formatter, handout.record)
    if schedule:
        yield handout.said("script_times", times=schedule)
    if handout.record.holds:
        moment = handout.formatter.moment(handout.record.holds.until)
        yield handout.said("script_stop", moment=moment)


def length_line(handout: Handout, name: str) -> str:
    """How long reading takes, in the words of this name."""
    count = syllables(script_of(handout).replace("-", " "))
    length = length_text(seconds_of(count), handout.context.language)
    return handout.said(name, length=length, count=count, pace=PACE)


def seconds_of(count: int) -> int:
    """The seconds that `count` syllables take, to the next 5: nobody reads to the second."""
    return -(-count * 60 // (PACE * STEP)) * STEP


def _composed_lines(handout: Handout) -> Iterator[str]:
    """In the order of spec 5: speaker, fact, what to do, contact, what is not known, times."""
    formatter, record = handout.formatter, handout.record
    sentences = [*_agreed_lines(handout)]
    yield _greeting(handout)
    units = formatter.listed([*map(formatter.unit, handout.edition.parties)])
    yield handout.said("spoken_by", units=units, title=_bare(record.title))
    yield from sentences[: 1 + MOST_TO_DO]
    who = _contact_aloud(handout)
    yield handout.said("spoken_help", who=who) if who else ""
    unknown = "; ".join(map(_within, handout.unknown))
    yield handout.said("spoken_unknown", items=unknown) if unknown else ""
    moment = formatter.moment(record.next_update)
    yield handout.said("spoken_next", moment=moment) if moment else ""
    until = formatter.moment(record.holds.until) if record.holds else ""
    yield handout.said("spoken_until", moment=until) if until else ""
    yield handout.said("spoken_thanks")


def _agreed_lines(handout: Handout) -> Iterator[str]:
    """The key messages, then questions with their answers; none with a telephone that is gone."""
    yield from map(_sentence, handout.told)
    for reply in handout.record.answers:
        if handout.context.can_tell(reply.answer, reply.because, handout.edition):
            yield f"{_sentence(reply.question)} {_sentence(reply.answer)}"


def _greeting(handout: Handout) -> str:
    audience = frozenset(handout.record.audience)
    if audience and audience <= _OFFICIALS:
        return handout.said("greet_officials")
    if audience and Audience.RESIDENTS not in audience:
        return handout.said("greet_others")
    areas = ", ".join(_place(handout.formatter.area(area_id)) for area_id in handout.record.areas)
    return handout.said("greet_residents", areas=areas).replace(" .", ".")


def _who(handout: Handout) -> str:
    """The office to ask, followed by its unit unless the office's title names the unit.

    Of a unit that has ended only the one that answers for it is named; nothing if none does.
    """
    contact, answer = handout.contact, handout.answer
    if contact is None or (answer and answer.unit is None):
        return ""
    called, name = contact.unit, contact.unit
    if answer and answer.unit:
        called, name = answer.unit.called, answer.unit.name
    return (
        contact.title if called in contact.title else ", ".join(filter(None, (contact.title, name)))
    )


def _contact_aloud(handout: Handout) -> str:
    contact, who = handout.contact, _who(handout)
    if contact is None or not who:
        return ""
    phone = handout.said("spoken_phone", phone=contact.phone) if contact.phone else ""
    hours = handout.said("spoken_hours", hours=_within(contact.hours)) if contact.hours else ""
    return ", ".join(filter(None, (who, _formerly(handout), phone, hours)))


def _formerly(handout: Handout) -> str:
    """The unit that listeners may know, if another has taken its place."""
    answer = handout.answer
    if answer is None or not answer.is_heir:
        return ""
    return handout.said("spoken_before", named=answer.named.called)


# ── the short texts ──────────────────────────────────────────────────────────────────────────


def short_of(handout: Handout) -> str:
    """The text for messaging groups: the record's short text, or a condensed message."""
    mark = handout.exercise
    room = MOST_LETTERS - 2 * len(f"{mark}. ") if mark else MOST_LETTERS
    written = " ".join(_written(handout, handout.record.short_text).split())
    text = written or _condensed_text(handout, room)
    return nfc(f"{mark}. {text} {mark}." if mark else text)


def _condensed_text(handout: Handout, room: int) -> str:
    """Whole sentences of at most `room` letters, chosen by need, then put in reading order."""
    chosen: set[int] = set()
    sentences, by_need = _sentences_by_need(handout)
    for place in by_need:
        candidate = " ".join(
            sentences[number] for number in sorted({*chosen, place}) if sentences[number]
        )
        if len(candidate) <= room:
            chosen.add(place)
    text = " ".join(sentences[number] for number in sorted(chosen) if sentences[number])
    return text or handout.record.title[:room].rpartition(" ")[0] + " …"


def _sentences_by_need(handout: Handout) -> tuple[list[str], list[int]]:
    """The sentences in reading order, and their indexes by need: fact, contact, end, the others."""
    formatter, record = handout.formatter, handout.record
    sentences = [_sentence(told) for told in handout.told or (record.title,)]
    until = formatter.moment(record.holds.until) if record.holds else ""
    coming = formatter.moment(record.next_update)
    tail = [
        handout.said("short_next", moment=coming) if coming else "",
        handout.said("short_until", moment=until) if until else "",
        handout.said("short_asks", who=_who(handout)) if _who(handout) else "",
    ]
    count = len(sentences)
    return sentences + tail, [0, count + 2, count + 1, *range(1, count), count]


# ── sentences ────────────────────────────────────────────────────────────────────────────────


def _sentence(text: str) -> str:
    """The text on one line, with a full stop at its end."""
    joined = " ".join(text.split())
    return joined if joined.endswith((".", "!", "?", "…", "”")) else f"{joined}."


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".")


def _within(text: str) -> str:
    """A sentence inside another: its first letter small unless it begins with a name or number."""
    bare = _bare(text)
    is_name = bare.split(" ")[1:2] and bare.split(" ")[1][:1].isupper()
    return bare if is_name or bare[:2].isupper() else bare[:1].lower() + bare[1:]


def _place(name: str) -> str:
    """“phường Sông Xanh” from “Phường Sông Xanh”: only the administrative level is made small."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in _LEVELS and rest else name


_LEVELS = frozenset(
    ("phường", "xã", "quận", "huyện", "thị", "thành", "tỉnh", "tổ", "thôn", "khu", "cụm", "ấp")
)
