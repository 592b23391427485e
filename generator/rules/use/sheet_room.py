"""BT615: what no sheet holds, however close it is set: a script, page 1 of a quick bulletin.

Estimates without the PDF engine, on the safe side of what the smallest steps of type hold.
"""

from collections.abc import Iterator
from math import ceil

from generator.base.diagnostics import Severity
from generator.base.speech.speech import aloud
from generator.base.text import Bilingual, syllables
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import is_pending
from generator.model.kinds.bulletin import Bulletin, BulletinKind
from generator.model.kinds.message import Message
from generator.rules.rule import Finding, found, rule

MOST_SYLLABLES = 230  # read out between the opening and the closing of a sheet (decision 41)
# Lines of 10.5 pt and their letters in the column of messages, beside masthead and contact.
MOST_LINES, LETTERS, REFUSED_LETTERS = 42, 54, 36


@rule(
    "BT615",
    Bilingual("Không vừa {sheet}: thừa khoảng {over}.", "{sheet} has no room: about {over} over."),
    Bilingual("{mend}.", "{mend}."),
    Severity.WARNING,
)
def sheet_too_full(corpus: Corpus) -> Iterator[Finding]:
    """A second sheet is lost at the microphone, and on a board nobody sees a second page."""
    for entry in corpus.of(Message):
        over = _spoken(entry.record) - MOST_SYLLABLES
        if entry.record.retired is None and over > 0:
            yield found(entry.key("script"), sheet=_SCRIPT, over=_syllables(over), mend=_SHORTEN)
    for bulletin in corpus.of(Bulletin):
        record = bulletin.record
        if record.series is BulletinKind.QUICK and is_pending(corpus, record):
            over = _lines(corpus, record) - MOST_LINES
            if over > 0:
                yield found(
                    bulletin.key("include"), sheet=_PAGE, over=_in_lines(over), mend=_DIVIDE
                )


def _spoken(message: Message) -> int:
    return sum(syllables(aloud(one.text)) for one in message.script)


def _lines(corpus: Corpus, bulletin: Bulletin) -> int:
    """The higher column of the first page: what is said, or what is not."""
    named = (corpus.find(name, Message) for name in bulletin.include)
    messages = [one for one in named if one is not None and one.retired is None]
    refused = {one.text + one.why for message in messages for one in message.do_not_say}
    return max(
        sum(map(_lines_of, messages)), sum(ceil(len(one) / REFUSED_LETTERS) for one in refused)
    )


def _lines_of(message: Message) -> int:
    said = (one.text + " " * 14 * len(one.because) for one in message.say)
    texts = (message.title + " " * 14, message.question or "", *said)
    return sum(ceil(len(one) / LETTERS) for one in texts)


def _syllables(count: int) -> Bilingual:
    return Bilingual(f"{count} tiếng", f"{count} syllables")


def _in_lines(count: int) -> Bilingual:
    return Bilingual(f"{count} dòng", f"{count} lines")


_SCRIPT = Bilingual("một tờ lời đọc loa", "the sheet of the loudspeaker script")
_PAGE = Bilingual("trang 1 của bản tin nhanh", "page 1 of a quick bulletin")
_SHORTEN = Bilingual(
    "rút ngắn “script”, hoặc tách thành hai nội dung", "shorten “script”, or make two messages"
)
_DIVIDE = Bilingual(
    "bớt nội dung ở “include”, rút ngắn “title” và “say”, hoặc ra hai bản tin",
    "drop messages from “include”, shorten “title” and “say”, or make two bulletins",
)
