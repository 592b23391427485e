"""BT6xx: whether the content can be used by the people who must speak and act."""

from collections.abc import Iterator, Sequence

from generator.base.span import FieldPath
from generator.base.text import Bilingual, syllables
from generator.model.corpus.corpus import Corpus
from generator.model.kinds.concern import Concern
from generator.model.kinds.event import Doing, Event
from generator.model.kinds.message import Message
from generator.model.kinds.opinion import Opinion
from generator.model.record.record import Record, Task
from generator.rules.naming import in_one_sentence, moment
from generator.rules.rule import Finding, found, rule

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
