"""bulletin why: the chain of reasons for a record's state, down to the record and the line."""

from collections.abc import Iterator

import click

from generator.base.diagnostics import Located, Refused
from generator.base.text import Bilingual
from generator.cli.compiled import corpus_of
from generator.cli.report import LABELS, record_of
from generator.cli.session import Session
from generator.model.corpus import Corpus
from generator.model.desk import state_of
from generator.model.kinds.consultation import Consultation
from generator.model.kinds.information import Information
from generator.model.matter import matter_state
from generator.model.state import PartySign, Sign, signs
from generator.model.withheld import hold_of

SIGNS = {
    Sign.APPROVED: Bilingual("đã phê duyệt", "approved"),
    Sign.MISSING: Bilingual("chưa phê duyệt", "has not approved"),
    Sign.LAPSED: Bilingual("phê duyệt không còn giá trị", "approval lapsed"),
    Sign.REJECTED: Bilingual("không phê duyệt", "rejected"),
    Sign.UNSIGNED: Bilingual("đã phê duyệt, chưa ký số", "approved, not signed"),
    Sign.INVALID: Bilingual("chữ ký không có giá trị", "the signature does not hold"),
}
_HELD = Bilingual("tạm giữ vì", "held because of")
_SAID = ("BT401", "BT406")
_WAITS = Bilingual("chờ", "waiting for")
_NOT_CONCLUDED = Bilingual("chưa kết luận", "not concluded")


@click.command("why")
@click.argument("record_id", metavar="ID")
@click.pass_obj
def command(session: Session, record_id: str) -> None:
    """Vì sao một bản ghi đang ở trạng thái này · Why a record is where it is."""
    corpus, compilation = corpus_of(session)
    if record_id not in corpus.records:
        raise Refused(f"Không có bản ghi {record_id}.", f"There is no record {record_id}.")
    for line in _reasons(session, corpus, compilation.findings, record_id):
        click.echo(line)


def _reasons(
    session: Session, corpus: Corpus, findings: tuple[Located, ...], record_id: str
) -> Iterator[str]:
    own = tuple(f for f in findings if record_of(f.span.path) == record_id)
    entry = corpus.records[record_id]
    is_talk = isinstance(entry.record, Consultation)
    state = (
        _matter(session, corpus, record_id)
        if is_talk
        else session.words(state_of(corpus, record_id, own).label, corpus)
    )
    yield f"{record_id} “{entry.record.title}”: {state}  ({entry.path})"
    if record_id in corpus.recalls:
        yield f"  {_recalled(session, corpus, record_id)}"
    for sign in () if is_talk else signs(corpus, record_id):
        yield f"  {_signed(session, corpus, sign)}"
    hold = hold_of(corpus, record_id)
    if hold:
        talk = hold.consultation
        because = f"{session.words(_HELD, corpus)} {talk.record.id} “{talk.record.title}”"
        yield f"  {because}: {_matter(session, corpus, talk.record.id)}  ({talk.path})"
    yield from _found(session, corpus, findings, record_id)
    for one in corpus.closure(record_id):
        if one != record_id:
            yield f"  {_support(session, corpus, one)}"


def _found(
    session: Session, corpus: Corpus, findings: tuple[Located, ...], record_id: str
) -> Iterator[str]:
    """The findings on the record and on all it rests on; missing signs were said already."""
    closure = corpus.closure(record_id)
    for found in findings:
        problem = found.diagnostic.problem
        if record_of(found.span.path) in closure and problem.code not in _SAID:
            label = session.words(LABELS[problem.severity], corpus)
            said = found.diagnostic.message(session.language(corpus))
            yield f"  {label} {problem.code}: {said}  ({found.span})"


def _matter(session: Session, corpus: Corpus, record_id: str) -> str:
    """How far a consultation is, since when, and who acts next."""
    matter = matter_state(corpus, record_id)
    on = f"{matter.since:%d/%m/%Y}"
    since = Bilingual(f"từ ngày {on}", f"since {on}") if matter.is_open else Bilingual(on, on)
    said = f"{session.words(matter.state.label, corpus)}, {session.words(since, corpus)}"
    if not matter.waits_for:
        return said
    who = ", ".join(_called(corpus, unit) for unit in matter.waits_for)
    return f"{said}; {session.words(_WAITS, corpus)} {who}"


def _called(corpus: Corpus, unit: str) -> str:
    known = corpus.registry.units.get(unit)
    return known.called if known else unit


def _recalled(session: Session, corpus: Corpus, record_id: str) -> str:
    entry = corpus.recalls[record_id]
    recall = entry.record
    unit = corpus.registry.units[recall.unit].called
    said = Bilingual(
        f"{unit} thu hồi lúc {recall.at:%H giờ %M, %d/%m/%Y}: {recall.reason}",
        f"{unit} recalled it at {recall.at:%H:%M, %d/%m/%Y}: {recall.reason}",
    )
    return f"{session.words(said, corpus)}  ({entry.path})"


def _signed(session: Session, corpus: Corpus, sign: PartySign) -> str:
    name = corpus.registry.units[sign.party].called
    where = sign.approval.path if sign.approval else sign.through
    said = session.words(SIGNS[sign.sign], corpus)
    if sign.sign is Sign.APPROVED:
        said += f" · {session.words(sign.level.label, corpus)}"
    return f"{name}: {said}" + (f"  ({where})" if where else "")


def _support(session: Session, corpus: Corpus, record_id: str) -> str:
    entry = corpus.records[record_id]
    rests = session.words(Bilingual("dựa trên", "rests on"), corpus)
    line = f"{rests} {record_id} “{entry.record.title}”"
    if isinstance(entry.record, Information):
        ended = entry.record.conclusion
        result = ended.result.label if ended and ended.result else _NOT_CONCLUDED
        line += f": {session.words(result, corpus)}"
    return f"{line}  ({entry.path})"
