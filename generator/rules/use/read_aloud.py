"""BT614: what a message gives to be read out, and cannot be read for sure."""

from collections.abc import Iterator

from generator.base.diagnostics import Severity
from generator.base.span import FieldPath
from generator.base.speech.doubts import doubts
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.kinds.message import Message
from generator.rules.rule import Finding, found, rule


@rule(
    "BT614",
    Bilingual(
        "Đọc loa thì “{written}” sẽ thành “{said}”; máy không chắc người viết muốn nói vậy.",
        "Read aloud, “{written}” becomes “{said}”, and it is not sure that this is meant.",
    ),
    Bilingual(
        "viết thành chữ như khi nói, ở đây hoặc riêng trong “script”.",
        "write it in words as one says it, here or only in “script”.",
    ),
    Severity.WARNING,
)
def not_sure_how_it_is_read(corpus: Corpus) -> Iterator[Finding]:
    """A listener cannot look again: 3/4 may be a day or a part, CN a Sunday or a branch."""
    for entry in corpus.of(Message):
        if entry.record.retired is None:
            for at, text in _read_out(entry.record):
                for doubt in doubts(text):
                    yield found(entry.place(*at), written=doubt.written, said=doubt.said)


def _read_out(message: Message) -> Iterator[tuple[FieldPath, str]]:
    """The sentences of the script, or those of which it is composed."""
    if message.script:
        yield from ((("script", n, "text"), one.text) for n, one in enumerate(message.script))
        return
    yield from ((("say", n, "text"), one.text) for n, one in enumerate(message.say))
    for number, one in enumerate(message.answers):
        yield ("answers", number, "question"), one.question
        yield ("answers", number, "answer"), one.answer
