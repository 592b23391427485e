"""BT610: words that stand for what is still to be written, in what is about to be printed."""

from collections.abc import Iterator

from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.placeholders import in_record, in_registry, where_released
from generator.model.corpus.state import is_pending
from generator.model.kinds.bulletin import Bulletin, Mode
from generator.rules.rule import Finding, doubtful, found, rule


@rule(
    "BT610",
    Bilingual("Còn chữ mẫu {where}.", "There are still words of the sample {where}."),
    Bilingual("{mend}.", "{mend}."),
)
def placeholder_left(corpus: Corpus) -> Iterator[Finding]:
    """Somebody will dial the number that stands there; a sample number is answered by nobody."""
    for record_id, is_actual in corpus.once(where_released).items():
        entry = corpus.records[record_id]
        for placeholder in in_record(entry.record, is_exercise=not is_actual):
            where = Bilingual(f"ở đây: “{placeholder.words}”", f"here: “{placeholder.words}”")
            place = entry.place(*placeholder.at)
            tell = found if is_actual else doubtful
            yield tell(place, where=where, mend=_WRITE)
    for bulletin in corpus.of(Bulletin):
        if bulletin.record.mode and is_pending(corpus, bulletin.record):
            where_in_registry = _in_registry(corpus, bulletin.record)
            if where_in_registry:
                is_actual = bulletin.record.mode is Mode.ACTUAL
                tell, mend = (found, _REGISTER) if is_actual else (doubtful, _INVENT)
                yield tell(bulletin.place("mode"), where=where_in_registry, mend=mend)


def _in_registry(corpus: Corpus, bulletin: Bulletin) -> Bilingual | None:
    """All that the bulletin prints of the registry in one sentence: it is mended in one place."""
    left = list(in_registry(corpus, bulletin))
    if not left:
        return None
    listed = "; ".join(f"{p.file}: {p.key} “{p.words}”" for p in left[:_SHOWN])
    more = len(left) - _SHOWN
    return Bilingual(
        f"trong sổ đăng ký mà bản tin này in ra: {listed}"
        + (f"; và {more} chỗ nữa" if more > 0 else ""),
        f"in the registry that this bulletin prints: {listed}"
        + (f"; and {more} more" if more > 0 else ""),
    )


_SHOWN = 4
_WRITE = Bilingual("thay bằng điều thật", "write what is true in its place")
_INVENT = Bilingual(
    "ghi số thật vào content/registry trước khi ra bản tin thật; chỉ diễn tập thì bỏ chữ “thay bằng"
    " số thật”, giữ số bịa",
    "write the real ones in content/registry before a real bulletin; for exercises only, remove"
    " the words that ask to be replaced",
)
_REGISTER = Bilingual(
    "ghi tên, số điện thoại, địa chỉ thật vào content/registry; bản tin chỉ để tập thì ghi"
    " “mode: exercise”",
    "write the real names, numbers and addresses in content/registry; a bulletin that is only an"
    " exercise says “mode: exercise”",
)
