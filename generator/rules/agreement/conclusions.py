"""BT410: the deciding body concludes, after the meeting and the referral; nobody else does."""

from collections.abc import Iterator

from generator.base.span import Place
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.matter import ConclusionFlaw, body_of, flaws_of_conclusion
from generator.model.corpus.state import is_retired
from generator.model.kinds.consultation import Consultation
from generator.rules.naming import unit_name
from generator.rules.rule import Finding, found, rule


@rule(
    "BT410",
    Bilingual(
        "Việc trình hoặc kết luận này không có giá trị: {reason}.",
        "This referral or conclusion does not count: {reason}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
def conclusion_without_authority(corpus: Corpus) -> Iterator[Finding]:
    """Where the parties differ, only the body that all of them named decides, once it has heard."""
    for entry in corpus.of(Consultation):
        if not is_retired(corpus, entry.record):
            for place, reason, mend in (*_referral(corpus, entry), *_conclusion(corpus, entry)):
                yield found(place, reason=reason, mend=mend)


def _referral(
    corpus: Corpus, entry: Entry[Consultation]
) -> Iterator[tuple[Place, Bilingual, Bilingual]]:
    referral = entry.record.referral
    if referral and referral.to not in body_of(corpus, entry.record.id).deciders:
        name = unit_name(corpus, referral.to)
        reason = Bilingual(
            f"trình {name}, không phải cấp quyết định",
            f"it is referred to {name}, which is not the deciding body",
        )
        yield entry.place("referral", "to"), reason, _decider(corpus, "referral.to")


def _conclusion(
    corpus: Corpus, entry: Entry[Consultation]
) -> Iterator[tuple[Place, Bilingual, Bilingual]]:
    """Who concluded, and when; BT206 says that a day lies ahead."""
    record = entry.record
    flaws = flaws_of_conclusion(record, body_of(corpus, record.id))
    if record.conclusion and ConclusionFlaw.OTHER_BODY in flaws:
        name = unit_name(corpus, record.conclusion.by)
        reason = Bilingual(
            f"{name} không phải là cấp quyết định", f"{name} is not the deciding body"
        )
        yield entry.place("conclusion", "by"), reason, _decider(corpus, "conclusion.by")
    earlier = {
        ConclusionFlaw.BEFORE_MEETING: (record.meeting, _MEETING),
        ConclusionFlaw.BEFORE_REFERRAL: (record.referral, _REFERRAL),
    }
    for flaw, (step, called) in earlier.items():
        if record.conclusion and step and flaw in flaws:
            on, before = in_words(record.conclusion.on), in_words(step.on)
            reason = Bilingual(
                f"đề ngày {on.vi}, trước {called.vi} ngày {before.vi}",
                f"it is of {on.en}, before {called.en} of {before.en}",
            )
            yield entry.place("conclusion", "on"), reason, _DAYS
            return


def _decider(corpus: Corpus, key: str) -> Bilingual:
    decider = corpus.registry.programme.deciding_body
    name = unit_name(corpus, decider)
    return Bilingual(
        f"ghi “{key}: {decider}” khi đúng là {name}; nếu không thì bỏ nhóm khóa này",
        f"write “{key}: {decider}” if it was {name}; else remove this group of keys",
    )


_MEETING = Bilingual("cuộc họp", "the meeting")
_REFERRAL = Bilingual("khi trình", "the referral")
_DAYS = Bilingual(
    "sửa lại ngày nào ghi nhầm: họp, trình, rồi mới kết luận",
    "correct the day that is wrong: the meeting, the referral, then the conclusion",
)
