"""Why a record establishes nothing, and what mends it: the sentences of BT204 and BT301."""

from datetime import date

from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.evidence import Doubt, Flaw, doubt_on_the_day
from generator.model.kinds.directive import Directive

REASONS = {
    Flaw.RETIRED: Bilingual("bản ghi này đã ngừng dùng từ ngày {day}", "it was retired on {day}"),
    Flaw.RECALLED: Bilingual("bản ghi này đã bị thu hồi", "it was recalled"),
    Flaw.NOT_CONCLUDED: Bilingual("thông tin này chưa có kết luận", "that has not been concluded"),
    Flaw.TOO_EARLY: Bilingual(
        "thông tin này đến ngày {day} mới có kết luận", "that was concluded on {day} only"
    ),
    Flaw.REFUTED: Bilingual(
        "thông tin này đã được kết luận là không đúng, hoặc không đủ căn cứ",
        "its conclusion is that it is false or unfounded",
    ),
    Flaw.UNANSWERED: Bilingual("tin đồn này chưa có câu trả lời", "that rumour has no answer"),
    Flaw.PAST: Bilingual(
        "thông tin này chỉ có giá trị đến hết ngày {day}", "that was valid until {day} only"
    ),
    Flaw.OVER: Bilingual(
        "điều thông tin này nêu chỉ đúng đến hết ngày {day}", "what it says held until {day} only"
    ),
    Flaw.SUPERSEDED: Bilingual(
        "từ ngày {day} đã có thông tin mới hơn là {instead}",
        "newer information, {instead}, replaced it on {day}",
    ),
    Flaw.NOT_ISSUED: Bilingual("văn bản chưa được ban hành", "it has not been issued"),
    Flaw.UNDATED: Bilingual("văn bản chưa ghi ngày ban hành", "it has no date of issue"),
    Flaw.NO_ISSUER: Bilingual("văn bản chưa ghi cơ quan ban hành", "it does not name its issuer"),
    Flaw.COMING: Bilingual("văn bản này có hiệu lực từ ngày {day}", "it is valid from {day}"),
    Flaw.EXPIRED: Bilingual(
        "văn bản này chỉ có hiệu lực đến hết ngày {day}", "it was valid until {day}"
    ),
    Flaw.REPLACED: Bilingual(
        "văn bản này đã được thay thế từ ngày {day}", "it was replaced on {day}"
    ),
    Flaw.OPEN: Bilingual("việc này chưa thống nhất", "that matter is not settled"),
    Flaw.UNMET: Bilingual(
        "việc này chưa có cuộc họp nào được ghi", "no meeting on that matter is written down"
    ),
    Flaw.UNWRITTEN: Bilingual(
        "chưa ghi nội dung thống nhất của việc này", "what was agreed is not written down"
    ),
}
_UNKNOWN_DAY = Bilingual(
    "văn bản này đã được thay thế, không rõ từ ngày nào",
    "it was replaced, on a day nobody wrote down",
)
_MENDS = {
    Flaw.NOT_CONCLUDED: Bilingual(
        "chờ kết luận rồi ghi vào bản ghi đó", "wait for its conclusion and write it there"
    ),
    Flaw.TOO_EARLY: Bilingual(
        "sửa lại ngày của câu hoặc ngày kết luận", "correct the day of the sentence or conclusion"
    ),
    Flaw.REFUTED: Bilingual("bỏ câu này", "remove the sentence"),
    Flaw.UNANSWERED: Bilingual("viết “answer” của tin đồn đó", "write the rumour's “answer”"),
    Flaw.PAST: Bilingual("xác minh lại thông tin đó", "have it verified again"),
    Flaw.OVER: Bilingual("viết lại câu theo điều đúng hiện nay", "say what holds now"),
    Flaw.NOT_ISSUED: Bilingual(
        "khi văn bản đã ban hành thì ghi vào bản ghi của nó “stage: issued”, ngày (dated), cơ quan"
        " (issuer)",
        "write “stage: issued” with its date (dated) and issuer once it is issued",
    ),
    Flaw.UNDATED: Bilingual("ghi “dated” của văn bản đó", "write its “dated”"),
    Flaw.NO_ISSUER: Bilingual("ghi “issuer” của văn bản đó", "write its “issuer”"),
    Flaw.COMING: Bilingual("chờ đến ngày có hiệu lực", "wait until it is in force"),
    Flaw.OPEN: Bilingual(
        "chờ các bên thống nhất hoặc cấp quyết định kết luận", "wait until it is settled"
    ),
    Flaw.UNMET: Bilingual("ghi “meeting” của việc đó", "write its “meeting”"),
    Flaw.UNWRITTEN: Bilingual("ghi “agreement” của việc đó", "write its “agreement”"),
}
_IN_FORCE = Bilingual(
    "nêu văn bản đang có hiệu lực, hoặc ghi đúng ngày có hiệu lực, hết hiệu lực của nó",
    "name a document in force, or write when this one took and lost effect",
)
_OUT_OF_USE = Bilingual("dùng bản ghi đang có hiệu lực thay cho nó", "use what replaces it")


_NOT_IN_FORCE = frozenset({Flaw.NOT_ISSUED, Flaw.COMING, Flaw.EXPIRED, Flaw.REPLACED})


def lapsed_basis(corpus: Corpus, directive_id: str, day: date) -> Doubt | None:
    """Why a document was not in force when a message was written (BT204); BT301 says the rest."""
    doubt = doubt_on_the_day(corpus, directive_id, day)
    directive = corpus.find(directive_id, Directive)
    is_judged = directive is not None and directive.stage is not None
    return doubt if doubt and is_judged and doubt.flaw in _NOT_IN_FORCE else None


def reason_of(doubt: Doubt) -> Bilingual:
    if doubt.flaw is Flaw.REPLACED and doubt.day is None:
        return _UNKNOWN_DAY
    words = REASONS[doubt.flaw]
    day = in_words(doubt.day) if doubt.day else Bilingual("", "")
    return Bilingual(
        words.vi.format(day=day.vi, instead=doubt.instead),
        words.en.format(day=day.en, instead=doubt.instead),
    )


def mend_of(corpus: Corpus, doubt: Doubt) -> Bilingual:
    """What to do about it; the record that stands instead is named when there is one."""
    entry = corpus.records.get(doubt.instead)
    if entry:
        named = f"{entry.record.id} “{entry.record.title}”"
        return Bilingual(f"dùng {named}", f"use {named}")
    known = _OUT_OF_USE if doubt.flaw in (Flaw.RETIRED, Flaw.RECALLED) else _IN_FORCE
    return _MENDS.get(doubt.flaw, known)
