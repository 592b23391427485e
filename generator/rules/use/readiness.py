"""BT6xx: whether the content can be used by the people who must speak and act."""

from collections.abc import Iterator, Sequence

from generator.base.diagnostics import Severity
from generator.base.span import FieldPath
from generator.base.text import Bilingual, syllables
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.state import is_pending
from generator.model.kinds.bulletin import Bulletin, BulletinKind
from generator.model.kinds.concern import Concern
from generator.model.kinds.event import Doing, Event
from generator.model.kinds.message import Message
from generator.model.kinds.opinion import Opinion
from generator.model.record.record import Record, Task, Validity
from generator.rules.naming import in_one_sentence, moment
from generator.rules.rule import Finding, found, rule

# Highlights of a bulletin (spec, 2: two to five sentences); for a quick one, one may be enough.
FEWEST_HIGHLIGHTS = 2
MOST_HIGHLIGHTS = 5
_REGULAR = (BulletinKind.PERIODIC, BulletinKind.MEETING)
# At most three key messages, about nine seconds aloud each (spec, 1: message practice).
MOST_SENTENCES = 3
MOST_SYLLABLES = 40


@rule(
    "BT601",
    Bilingual("Khó nhớ, khó đọc thành lời: {reason}.", "Hard to remember and to say: {reason}."),
    Bilingual("{mend}.", "{mend}."),
)
def too_much_to_say(corpus: Corpus) -> Iterator[Finding]:
    """People remember three short sentences; from more, they choose themselves what to drop."""
    for entry in corpus.of(Message):
        say = entry.record.say
        if len(say) > MOST_SENTENCES:
            yield found(entry.place("say", MOST_SENTENCES), **_too_many_sentences(len(say)))
        for number, sentence in enumerate(say):
            length = syllables(sentence.text)
            if length > MOST_SYLLABLES:
                yield found(entry.place("say", number, "text"), **_too_long_sentence(length))


def _too_many_sentences(count: int) -> dict[str, Bilingual]:
    return {
        "reason": Bilingual(f"có {count} câu phải nói", f"there are {count} sentences to say"),
        "mend": Bilingual(
            f"giữ nhiều nhất {MOST_SENTENCES} câu; chuyển câu còn lại xuống “answers”",
            f"keep {MOST_SENTENCES} at most; move the others to “answers”",
        ),
    }


def _too_long_sentence(length: int) -> dict[str, Bilingual]:
    return {
        "reason": Bilingual(f"câu này dài {length} tiếng", f"it has {length} syllables"),
        "mend": Bilingual(
            f"viết lại trong {MOST_SYLLABLES} tiếng, khoảng chín giây đọc",
            f"say it in {MOST_SYLLABLES} syllables, about nine seconds aloud",
        ),
    }


@rule(
    "BT602",
    Bilingual("Thời hạn không hợp lý: {reason}.", "The validity makes no sense: {reason}."),
    Bilingual("sửa lại một trong hai thời điểm.", "correct one of the two moments."),
)
def ends_before_it_begins(corpus: Corpus) -> Iterator[Finding]:
    """A message with an empty validity is never shown, and nobody sees why."""
    for entry in corpus.of(Message):
        valid, update = entry.record.valid, entry.record.next_update
        if valid is None:
            continue
        start, until = moment(corpus, valid.start), moment(corpus, valid.until)
        if valid.until <= valid.start:
            reason = Bilingual(
                f"kết thúc lúc {until.vi}, không sau lúc bắt đầu {start.vi}",
                f"it ends at {until.en}, not after it begins at {start.en}",
            )
            yield found(entry.place("valid", "until"), reason=reason)
        elif update and update > valid.until:
            at = moment(corpus, update)
            reason = Bilingual(
                f"lần cập nhật tới {at.vi} sau lúc hết hạn {until.vi}",
                f"the next update at {at.en} comes after it ends at {until.en}",
            )
            yield found(entry.place("next_update"), reason=reason)
        else:
            yield from _readings_outside(corpus, entry, valid)


def _readings_outside(corpus: Corpus, entry: Entry[Message], valid: Validity) -> Iterator[Finding]:
    """The times of the loudspeaker's schedule at which the message does not hold."""
    start, until = moment(corpus, valid.start), moment(corpus, valid.until)
    for number, reading in enumerate(entry.record.readings):
        for place, when in enumerate(reading.moments(corpus.registry.programme.zone)):
            if not valid.start <= when < valid.until:
                at = moment(corpus, when)
                reason = Bilingual(
                    f"giờ phát loa {at.vi} không nằm trong thời hạn từ {start.vi} đến {until.vi}",
                    f"it is read out at {at.en}, and holds from {start.en} until {until.en}",
                )
                yield found(entry.place("readings", number, "at", place), reason=reason)


@rule(
    "BT605",
    Bilingual("Việc này còn thiếu {missing}.", "This piece of work lacks {missing}."),
    Bilingual("ghi thêm {missing}.", "add {missing}."),
)
def work_without_owner_or_date(corpus: Corpus) -> Iterator[Finding]:
    """Work without a unit or a date is not done, and nobody can be asked about it."""
    for entry in corpus.records.values():
        for at, missing in _gaps(entry.record):
            yield found(entry.key(*at), missing=in_one_sentence(missing))


def _gaps(record: Record) -> Iterator[tuple[FieldPath, list[Bilingual]]]:
    match record:
        case Event():
            yield from _incomplete_work("tasks", "do", record.tasks)
            yield from _incomplete_work("doing", "text", record.doing)
        case Concern():
            yield from _incomplete_work("tasks", "do", record.tasks)
        case Opinion():
            for number, proposal in enumerate(record.proposals):
                if proposal.to is None:
                    yield ("proposals", number, "text"), [_ADDRESSEE]


def _incomplete_work(
    group: str, key: str, items: Sequence[Task | Doing]
) -> Iterator[tuple[FieldPath, list[Bilingual]]]:
    for number, item in enumerate(items):
        required = ((item.unit, _OWNER), (item.due, _DUE))
        missing = [word for value, word in required if value is None]
        if missing:
            yield (group, number, key), missing


_OWNER = Bilingual("đơn vị chịu trách nhiệm (unit)", "its owner (unit)")
_DUE = Bilingual("hạn xong (due)", "its due date (due)")
_ADDRESSEE = Bilingual("nơi nhận kiến nghị (to)", "the unit it is addressed to (to)")


@rule(
    "BT608",
    Bilingual(
        "Tệp kèm theo “{title}” ({file}) chưa có lời mô tả.",
        "The attachment “{title}” ({file}) has no description.",
    ),
    Bilingual(
        "thêm “description: …” nói tệp có gì, cho người không nhìn được.",
        "add “description: …” that says what it shows, for people who cannot see it.",
    ),
)
def attachment_undescribed(corpus: Corpus) -> Iterator[Finding]:
    """People who listen to a page, or read it without images, must learn what the images show."""
    for entry in corpus.records.values():
        for number, attached in enumerate(entry.record.attachments):
            if attached.description is None:
                place = entry.place("attachments", number, "file")
                yield found(place, title=attached.title, file=attached.file)


@rule(
    "BT613",
    Bilingual(
        "Bản tin có {count} điểm chính; người đọc vội cần hai đến năm câu.",
        "The bulletin has {count} highlights; a hurried reader needs two to five sentences.",
    ),
    Bilingual("{mend}.", "{mend}."),
    Severity.WARNING,
)
def highlights_out_of_number(corpus: Corpus) -> Iterator[Finding]:
    """Many people read nothing but the highlights: one tells half a week, ten are read by nobody.

    A quick bulletin is about one matter, and one sentence may be all there is to say.
    """
    for entry in corpus.of(Bulletin):
        bulletin, count = entry.record, len(entry.record.highlights)
        is_thin = bulletin.series in _REGULAR and 0 < count < FEWEST_HIGHLIGHTS
        if (is_thin or count > MOST_HIGHLIGHTS) and is_pending(corpus, bulletin):
            at = entry.key("highlights") if is_thin else entry.place("highlights", MOST_HIGHLIGHTS)
            yield found(at, count=count, mend=_ADD_HIGHLIGHTS if is_thin else _FEWER_HIGHLIGHTS)


_ADD_HIGHLIGHTS = Bilingual(
    "thêm vào “highlights” ít nhất một câu nữa, có căn cứ ở “because”",
    "add at least one more sentence to “highlights”, with its “because”",
)
_FEWER_HIGHLIGHTS = Bilingual(
    f"giữ nhiều nhất {MOST_HIGHLIGHTS} câu quan trọng nhất; bản ghi của câu bỏ đi vẫn được in nếu"
    " còn trong “include”",
    f"keep the {MOST_HIGHLIGHTS} that matter most; the record behind a dropped one is still printed"
    " if it stays under “include”",
)
