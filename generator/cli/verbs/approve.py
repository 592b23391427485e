"""bulletin approve: a party signs off the present content of a record and all it rests on."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import click

from generator.base.diagnostics import BulletinError, Located, Refused, Severity
from generator.base.text import Bilingual
from generator.cli.report.named_records import record_named
from generator.cli.report.next_steps import after_approval, after_rejection
from generator.cli.report.report import say
from generator.cli.report.signed_content import changed_lines, signed_lines
from generator.cli.session import completion
from generator.cli.session.compilation import corpus_of
from generator.cli.session.one_writer import one_writer
from generator.cli.session.session import Session
from generator.cli.session.signature_trial import changed_terms, needs_signature, signature_of
from generator.cli.session.signoff_files import SigningOffice, authority, by_party
from generator.cli.session.typed_texts import judged
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.state import issued_just_so, recall_stopping
from generator.model.desk.approval_effect import (
    missing_parties,
    why_it_does_not_count,
    with_approval,
)
from generator.model.kinds import BY_PREFIX, path_of
from generator.model.kinds.bulletin import Bulletin
from generator.model.record.record import Record
from generator.model.registry.registry import ApprovalLevel
from generator.model.registry.signoff import (
    Approval,
    Redaction,
    Seal,
    Verdict,
    approval_path,
    signature_path,
)
from generator.pipeline import Compilation
from generator.rules.naming import unit_name
from generator.writer import write_files


class GivenDecision(NamedTuple):
    """A party's decision, its reason, and the key to sign it with."""

    signer: SigningOffice
    verdict: Verdict
    reason: str | None
    key: Path | None


def _at_home(path: Path | None) -> Path | None:
    """The path with ~ replaced: keys are often at ~/.ssh/…, which not every shell resolves."""
    return path.expanduser() if path else None


@click.command("approve")
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=completion.records)
@by_party
@click.option("--reject", is_flag=True, help="Không phê duyệt · Reject")
@click.option("--reason", help="Lý do, khi không phê duyệt · Why, when rejecting")
@click.option(
    "--sign", "key", type=click.Path(path_type=Path), metavar="KEY", help="Khóa SSH · SSH key"
)
@click.pass_obj
@one_writer
def command(
    session: Session,
    /,
    ids: tuple[str, ...],
    signer: SigningOffice,
    *,
    reject: bool,
    **options: Any,  # noqa: ANN401  click passes what the options hold
) -> None:
    if reject and not options["reason"]:
        raise BulletinError(
            "Không phê duyệt thì phải ghi lý do (--reason).", "Rejecting needs --reason."
        )
    if options["reason"] and not reject:
        raise BulletinError(
            "--reason chỉ dùng khi không phê duyệt: thêm --reject, hoặc bỏ --reason. Chưa ghi gì.",
            "--reason goes only with --reject: add it, or leave --reason out. Nothing was written.",
        )
    verdict = Verdict.REJECT if reject else Verdict.APPROVE
    decision = GivenDecision(signer, verdict, options["reason"], _at_home(options["key"]))
    given = [_given(session, record_id, decision) for record_id in ids]
    files = {path: content for one in given for path, content in one.files.items()}
    stale_signatures = () if decision.key else [signature_path(path) for path in files]
    write_files(session.root, files, stale_signatures)
    for path in sorted(files, reverse=True):
        say(session.words(Bilingual(f"Đã ghi {path}", f"Wrote {path}"), given[0].corpus))
    for one in given:
        _tell_what_follows(session, one)


class Given(NamedTuple):
    """An approval to be written, preceded by its signature if signed, and the corpus with it."""

    approval: Approval
    files: dict[str, bytes]
    corpus: Corpus


def _given(session: Session, record_id: str, decision: GivenDecision) -> Given:
    """The approval of a record; shows what it covers."""
    corpus, compilation = corpus_of(session, issuing=record_id)
    authority(corpus, decision.signer)
    redaction = corpus.redactions.get(record_id)
    reason = None if decision.reason is None else judged(corpus, "--reason", decision.reason)
    if corpus.is_redacted(record_id):
        raise Refused(
            f"Nội dung {record_id} đã được gỡ từ trước; không còn gì để phê duyệt.",
            f"The content of {record_id} was taken out already; there is nothing to approve.",
        )
    if redaction is not None:
        _show_redaction(session, corpus, redaction.record)
    else:
        record_named(corpus, compilation.findings, record_id, Record)
        _refuse_issued(corpus, record_id)
        _refuse_errors(corpus, compilation, record_id, decision.verdict)
        _show(session, corpus, record_id, decision)
    approval = Approval.model_validate(
        {
            "record": record_id,
            **decision.signer._asdict(),
            "decision": decision.verdict.value,
            "at": corpus.now.replace(microsecond=0),
            "digest": redaction.record.own_digest if redaction else corpus.digest(record_id),
            "reason": reason,
        }
    )
    path = approval_path(record_id, decision.signer.unit)
    entry = Entry(approval, path)
    if decision.key is None:
        return Given(approval, {path: approval.written()}, with_approval(corpus, entry, Seal()))
    signature = signature_of(session, corpus, approval, decision.key)
    files = {signature_path(path): signature, path: approval.written()}
    return Given(approval, files, with_approval(corpus, entry, Seal(ApprovalLevel.SIGNED)))


def _tell_what_follows(session: Session, given: Given) -> None:
    """Whether it counts, who is still missing, and the next step."""
    approval, _, corpus = given
    record_id = str(approval.record)
    if approval.decision is Verdict.REJECT:
        say(session.words(after_rejection(session.root, record_id), corpus))
        return
    void = why_it_does_not_count(corpus, approval)
    if void:
        vi, en = f"Chưa được tính: {void.vi}.", f"It does not count yet: {void.en}."
        say(session.words(Bilingual(vi, en), corpus))
        return
    missing = missing_parties(corpus, record_id)
    if approval.unit in missing and (unsigned := needs_signature(corpus)):
        say(session.words(unsigned, corpus))
    if missing:
        names = ", ".join(unit_name(corpus, party) for party in missing)
        waiting = Bilingual(f"Còn thiếu phê duyệt của: {names}.", f"Still missing: {names}.")
        say(session.words(waiting, corpus))
    say(session.words(after_approval(session.root, record_id, missing), corpus))


def _refuse_issued(corpus: Corpus, record_id: str) -> None:
    """A bulletin that was issued as it stands has no new version to approve."""
    bulletin = corpus.find(record_id, Bulletin)
    edition = issued_just_so(corpus, record_id) if bulletin else None
    if edition and not recall_stopping(corpus, record_id):
        raise Refused(
            f"{record_id} đã phát hành đúng như thế ({edition.name}): chưa có gì mới để phê duyệt."
            f" Muốn dừng: bulletin recall {record_id} …",
            f"{record_id} was issued just so ({edition.name}): there is nothing new to approve. To"
            f" stop it: bulletin recall {record_id} …",
        )


def _refuse_errors(
    corpus: Corpus, compilation: Compilation, record_id: str, verdict: Verdict
) -> None:
    """Refuse to approve a record that has errors in its closure."""
    errors = errors_of(corpus, compilation, record_id)
    if errors and verdict is Verdict.APPROVE:
        raise Refused(
            f"Chưa phê duyệt được {record_id}: còn lỗi.", f"{record_id} has errors.", errors
        )


def errors_of(corpus: Corpus, compilation: Compilation, record_id: str) -> tuple[Located, ...]:
    """The errors of a record and of all records it rests on."""
    return errors_in(corpus, compilation, corpus.closure_with_unreadable(record_id))


def errors_in(
    corpus: Corpus, compilation: Compilation, record_ids: Iterable[str]
) -> tuple[Located, ...]:
    """The errors in the files of these records; a record that cannot be read has errors too."""
    paths = {_path_of(corpus, record_id) for record_id in record_ids}
    return tuple(
        finding for finding in compilation.of(Severity.ERROR) if finding.span.path in paths
    )


def _path_of(corpus: Corpus, record_id: str) -> str:
    entry = corpus.records.get(record_id)
    if entry is not None:
        return entry.path
    return path_of(record_id) if record_id[:2] in BY_PREFIX else ""


def _show_redaction(session: Session, corpus: Corpus, redaction: Redaction) -> None:
    """Print which content goes, and why."""
    title = Bilingual("Gỡ nội dung", "Take the content out")
    click.echo(f"{session.words(title, corpus)}: {redaction.edition}")
    click.echo(f"  {redaction.reason}")
    click.echo(f"  {', '.join(redaction.records)}")
    click.echo(f"  {redaction.own_digest}")


def _show(session: Session, corpus: Corpus, record_id: str, decision: GivenDecision) -> None:
    """Print what is being signed, sentence by sentence, and what is new in it."""
    language, unit = session.language(corpus), decision.signer.unit
    label = decision.verdict.label.to(language).capitalize()
    click.echo(f"{label}: {record_id} · {unit_name(corpus, unit)}")
    for line in signed_lines(corpus, record_id, unit, language):
        click.echo(line)
    for line in changed_lines(corpus, record_id, unit, language):
        click.echo(line)
    click.echo(f"  {corpus.digest(record_id)}")
    if corpus.find(record_id, Bulletin):
        for terms in changed_terms(corpus):
            click.echo(f"  {terms.to(language)}")
