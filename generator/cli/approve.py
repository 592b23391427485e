"""bulletin approve: one party signs off what a record says now, and all it rests on."""

import click

from generator.base.diagnostics import BulletinError, Located, Refused, Severity
from generator.base.text import Bilingual
from generator.cli.compiled import corpus_of
from generator.cli.report import record_of, say
from generator.cli.session import Session
from generator.cli.signing import Signer, authority, by_party, yaml_lines
from generator.model.corpus import Corpus
from generator.model.signoff import Verdict
from generator.pipeline import Compilation
from generator.workspace import write_files


@click.command("approve")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@by_party
@click.option("--reject", is_flag=True, help="Không phê duyệt · Reject")
@click.option("--reason", help="Lý do, khi không phê duyệt · Why, when rejecting")
@click.pass_obj
def command(
    session: Session, ids: tuple[str, ...], signer: Signer, *, reject: bool, reason: str | None
) -> None:
    """Phê duyệt nội dung hiện tại của bản ghi · Sign off a record as it stands."""
    if reject and not reason:
        raise BulletinError(
            "Không phê duyệt thì phải ghi lý do (--reason).", "Rejecting needs --reason."
        )
    verdict = Verdict.REJECT if reject else Verdict.APPROVE
    files = {
        f"content/approvals/{record_id}/{signer.unit}.yml": _signed(
            session, record_id, signer, verdict, reason
        )
        for record_id in ids
    }
    write_files(session.root, files)
    for path in files:
        say(session.words(Bilingual(f"Đã ghi {path}", f"Wrote {path}")))


def _signed(
    session: Session, record_id: str, signer: Signer, verdict: Verdict, reason: str | None
) -> bytes:
    """One approval file, after showing what is being signed."""
    corpus, compilation = corpus_of(session, issuing=record_id)
    authority(corpus, signer)
    if record_id not in corpus.records or verdict is Verdict.APPROVE:
        refuse_errors(corpus, compilation, record_id)
    _show(session, corpus, record_id, verdict)
    return yaml_lines(
        {
            "record": record_id,
            "unit": signer.unit,
            "office": signer.office,
            "decision": verdict.value,
            "at": corpus.now.isoformat(timespec="seconds"),
            "digest": corpus.digest(record_id),
            "reason": reason,
        }
    )


def refuse_errors(corpus: Corpus, compilation: Compilation, record_id: str) -> None:
    """Refuse what does not exist, or holds an error in itself or in what it rests on."""
    if record_id not in corpus.records:
        wrong = tuple(f for f in compilation.findings if record_of(f.span.path) == record_id)
        raise Refused(f"Không có bản ghi {record_id}.", f"There is no record {record_id}.", wrong)
    errors = tuple(f for f in compilation.of(Severity.ERROR) if _concerns(corpus, f, record_id))
    if errors:
        raise Refused(
            f"Chưa phê duyệt được {record_id}: còn lỗi.", f"{record_id} has errors.", errors
        )


def _concerns(corpus: Corpus, found: Located, record_id: str) -> bool:
    return found.span.path in {corpus.records[one].path for one in corpus.closure(record_id)}


def _show(session: Session, corpus: Corpus, record_id: str, verdict: Verdict) -> None:
    """What is being signed, record by record."""
    click.echo(f"{session.words(verdict.label, corpus).capitalize()}: {record_id}")
    for one in corpus.closure(record_id):
        record = corpus.records[one].record
        click.echo(f"  {one}  {session.words(type(record).label, corpus)}: {record.title}")
    click.echo(f"  {corpus.digest(record_id)}")
