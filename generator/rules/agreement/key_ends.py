"""BT413: a party whose last key expires soon, or has expired: then nobody can list a new one."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from generator.base.diagnostics import Severity, Wait
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import required_level
from generator.model.registry.registry import ApprovalLevel
from generator.model.registry.signers import SIGNERS, signing_until
from generator.rules.naming import moment, programme_path, unit_name
from generator.rules.rule import Finding, found, rule

NOTICE = timedelta(days=30)
NO_KEY_LEFT = Bilingual(
    "không ai ký thay hay thêm khóa cho đơn vị này được nữa, nên kho này không phát hành được gì"
    " thêm; các bên lập kho mới bằng bulletin init, ghi cho mỗi đơn vị hai khóa, và báo cho người"
    " đọc; kho này giữ để tra cứu, vẫn dừng được nội dung đã phát hành: bulletin recall, không cần"
    " khóa",
    "nobody can sign for this unit or list a key for it any more, so nothing more can be issued"
    " here; the parties begin a new workspace with bulletin init, list two keys for each unit, and"
    " tell readers; keep this one for reference: what was issued can still be stopped with"
    " bulletin recall, without a key",
)


@rule(
    "BT413",
    Bilingual(
        "Khóa ký cuối cùng của {party} trong danh sách đang có hiệu lực {ends} {until}.",
        "The last key of {party} in the list of signers in force {ends} {until}.",
    ),
    Bilingual("{mend}.", "{mend}."),
    Severity.WARNING,
)
def last_key_expires(corpus: Corpus) -> Iterator[Finding]:
    """A new key is signed for with an old one: a unit whose keys have all expired can never sign
    again, and nothing can be issued without it."""
    if required_level(corpus) is not ApprovalLevel.SIGNED:
        return
    for party in corpus.approvers:
        until = signing_until(corpus.agreed.keys_of(party))
        if until and _last_day(corpus, until) <= corpus.now.date() + NOTICE:
            yield _finding(corpus, party, until)


def _finding(corpus: Corpus, party: str, until: datetime) -> Finding:
    is_over = _last_day(corpus, until) < corpus.now.date()
    since = (until - NOTICE).astimezone(corpus.now.tzinfo).date()
    return found(
        Place(SIGNERS, (party,)) if corpus.signers else Place(programme_path(corpus)),
        Wait(party, _TO_BEGIN_ANEW if is_over else _TO_LIST, since, until),
        party=unit_name(corpus, party),
        ends=_ENDED if is_over else _ENDING,
        until=moment(corpus, until),
        mend=NO_KEY_LEFT if is_over else _mend(party),
    )


def _last_day(corpus: Corpus, until: datetime) -> date:
    """The last day on which the key signs: days, because findings are kept for a day."""
    return (until - timedelta(seconds=1)).astimezone(corpus.now.tzinfo).date()


def _mend(unit: str) -> Bilingual:
    return Bilingual(
        f"trước lúc ấy, ghi một khóa mới của {unit} vào {SIGNERS} rồi phát hành một bản tin, mọi"
        " bên ký bằng khóa đang dùng; quá lúc ấy thì không ai ghi thêm khóa cho đơn vị này được",
        f"before that, list a new key of {unit} in {SIGNERS} and issue a bulletin, signed by every"
        " party with the keys in use; after that nobody can list a key for this unit",
    )


_ENDING = Bilingual("hết hạn lúc", "expires at")
_ENDED = Bilingual("đã hết hạn lúc", "expired at")
_TO_LIST = Bilingual(
    "ghi khóa ký mới, khóa cuối sắp hết hạn", "list a new key: the last one expires"
)
_TO_BEGIN_ANEW = Bilingual(
    "không còn khóa ký; các bên lập kho mới", "no key is left; begin a new workspace"
)
