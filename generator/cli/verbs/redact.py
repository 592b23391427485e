"""bulletin redact: the content of a frozen version goes, once every party has approved that."""

from collections.abc import Iterator

import click

from generator.base.diagnostics import BulletinError, Refused
from generator.base.text import Bilingual
from generator.cli.report.approval_lines import NOTHING
from generator.cli.report.report import say
from generator.cli.session import completion
from generator.cli.session.compilation import corpus_of
from generator.cli.session.one_writer import one_writer
from generator.cli.session.session import Session
from generator.cli.session.typed_texts import judged
from generator.editions.agreement import agreed_links
from generator.editions.freeze import frozen_approval
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.stops import (
    RedactionSign,
    acting_for,
    changed_since,
    leftovers,
    redaction_signs,
    shells,
)
from generator.model.edition.edition import Edition, Redacted, file_bytes
from generator.model.edition.redaction import asked_of, redacted_body, request_flaw
from generator.model.edition.terms import FEWEST_PARTIES
from generator.model.registry.signoff import Redaction, redaction_path
from generator.pipeline import located
from generator.rules.naming import moment, unit_name
from generator.writer import write_files


@click.command("redact")
@click.argument("bulletin", metavar="BT-ID", shell_complete=completion.bulletins)
@click.argument("version", metavar="vN")
@click.option("--reason", help="Lý do, không nhắc lại điều phải gỡ · Why")
@click.pass_obj
@one_writer
def command(session: Session, bulletin: str, version: str, reason: str | None) -> None:
    corpus, _ = corpus_of(session)
    edition = _edition(corpus, f"{bulletin}/v{version.removeprefix('v')}")
    _refuse_copied(corpus, edition)
    asked = corpus.redactions.get(edition.name)
    if asked is None:
        _ask(session, corpus, edition, reason)
        return
    if reason is not None and reason != asked.record.reason:
        raise Refused(*_asked_before(corpus, asked))
    if flaw := request_flaw(edition, asked.record):
        raise Refused(*_unfit(asked, flaw))
    missing = [sign for sign in redaction_signs(corpus, edition.name) if not sign.approval]
    if missing:
        raise Refused(*_waits(corpus, edition.name, missing))
    _take_out(session, corpus, edition)


def _edition(corpus: Corpus, name: str) -> Edition:
    for edition in corpus.editions:
        if edition.name == name:
            return edition
    if corpus.is_redacted(name):
        raise Refused(
            f"{name} đã được gỡ nội dung từ trước.", f"The content of {name} was taken out already."
        )
    known = ", ".join(e.name for e in corpus.versions.get(name.partition("/")[0], ()))
    raise Refused(
        f"Không có phiên bản {name}; có: {known or '—'}. Ví dụ: bulletin redact BT-2026-0003 v1",
        f"There is no version {name}; there are: {known or '—'}.",
    )


def _refuse_copied(corpus: Corpus, edition: Edition) -> None:
    """A withdrawal repeats what it withdraws, and is compared with it: it goes first."""
    copies = [
        later
        for later in corpus.versions[edition.bulletin]
        if later.is_withdrawal
        and later.version > edition.version
        and later.records == edition.records
    ]
    if copies:
        first = copies[-1]
        run = f"bulletin redact {first.bulletin} v{first.version} --reason “…”"
        raise Refused(
            f"{first.name} là bản thu hồi, chép lại nội dung của {edition.name}: gỡ bản ấy trước."
            f" Chạy: {run}. Chưa ghi gì.",
            f"{first.name} is a withdrawal that repeats {edition.name}: take that out first. Run:"
            f" {run}. Nothing was written.",
        )


def _ask(session: Session, corpus: Corpus, edition: Edition, reason: str | None) -> None:
    """Write the file that every party is asked to approve."""
    if reason is None:
        raise BulletinError(
            "Gỡ nội dung thì phải ghi lý do: --reason “…”.", "Say why: --reason “…”."
        )
    now, acting = corpus.now.replace(microsecond=0), acting_for(corpus, edition)
    asked = asked_of(edition, now, judged(corpus, "--reason", reason), acting)
    asking = asked.approvers((*corpus.approvers, *edition.parties))
    if len(asking) < FEWEST_PARTIES:
        raise Refused(
            "Gỡ nội dung phải có ít nhất hai bên; nay chỉ còn một. Thu hồi phiên bản thì một bên là"
            f" đủ: bulletin recall {edition.name} …",
            "A redaction takes two parties, and there is only one. To recall the version one is"
            f" enough: bulletin recall {edition.name} …",
        )
    path = redaction_path(edition.name)
    write_files(session.root, {path: asked.written()})
    units = ", ".join(unit_name(corpus, party) for party in asking)
    emptied = ", ".join(shells(corpus, edition)) or "—"
    message = Bilingual(
        f"Đã ghi {path}. Khi làm xong, các tệp này thành trống: {emptied}."
        f" Nội dung còn nguyên cho đến khi mọi bên phê duyệt ({units}):"
        f" bulletin approve {edition.name} --unit … --office …; sau đó chạy lại:"
        f" bulletin redact {edition.bulletin} v{edition.version}",
        f"Wrote {path}. In the end these files will be empty: {emptied}."
        f" Nothing goes until every party approves ({units}):"
        f" bulletin approve {edition.name} --unit … --office …; then run again:"
        f" bulletin redact {edition.bulletin} v{edition.version}",
    )
    say(session.words(message, corpus))


def _unfit(asked: Entry[Redaction], key: str) -> tuple[str, str]:
    name = asked.record.edition.replace("/", " ")
    return (
        f"{asked.path}: “{key}” không phải của {asked.record.edition}, nên không gỡ gì. Xóa tệp ấy"
        f" rồi đề nghị lại: bulletin redact {name} --reason “…”",
        f"{asked.path}: “{key}” is not that of {asked.record.edition}, so nothing was taken out."
        f" Delete the file and ask again: bulletin redact {name} --reason “…”",
    )


def _asked_before(corpus: Corpus, asked: Entry[Redaction]) -> tuple[str, str]:
    """Another reason than the one that the parties are asked to approve is never lost unsaid."""
    when = moment(corpus, asked.record.at)
    return (
        f"Việc gỡ {asked.record.edition} đã được đề nghị lúc {when.vi} với lý do “"
        f"{asked.record.reason}” ({asked.path}). Giữ lý do ấy thì bỏ --reason; muốn đổi thì sửa"
        " “reason” trong tệp ấy, rồi mọi bên phê duyệt lại. Chưa ghi gì.",
        f"That {asked.record.edition} goes was asked at {when.en} because “{asked.record.reason}”"
        f" ({asked.path}). To keep that reason leave out --reason; else change “reason” in that"
        " file, and every party approves again. Nothing was written.",
    )


def _waits(corpus: Corpus, name: str, missing: list[RedactionSign]) -> tuple[str, str]:
    named = ", ".join(unit_name(corpus, sign.party) for sign in missing)
    lapsed = ", ".join(unit_name(corpus, sign.party) for sign in missing if sign.is_lapsed)
    run = f"bulletin approve {name} --unit {missing[0].party} --office …"
    again = Bilingual(
        f" ({lapsed} phải phê duyệt lại: phê duyệt trước đã được rút, hoặc đề nghị đã được sửa)",
        f" ({lapsed} must approve again: that was taken back, or the request was changed)",
    )
    again = again if lapsed else NOTHING
    refused = [s.rejection for s in missing if s.rejection]
    against = "".join(f" ({unit_name(corpus, a.unit)}: {a.reason})" for a in refused)
    return (
        f"Chưa gỡ {name}: còn thiếu phê duyệt của {named}{again.vi}{against}. Chạy: {run}. Chưa ghi"
        " gì.",
        f"{name} stays: {named} did not approve yet{again.en}{against}. Run: {run}. Nothing was"
        " written.",
    )


def _take_out(session: Session, corpus: Corpus, edition: Edition) -> None:
    """The edition keeps its digest; working files that only it printed become empty shells."""
    redaction = corpus.redactions[edition.name].record
    approvals = [
        frozen_approval(sign.approval, corpus.seal_of(sign.approval))
        for sign in redaction_signs(corpus, edition.name)
        if sign.approval is not None
    ]
    body = redacted_body(edition, redaction, approvals, corpus.now)
    _refuse_disagreed(session, corpus, Redacted.model_validate(body))
    emptied = shells(corpus, edition)
    removed = list(leftovers(corpus, edition))
    write_files(session.root, {**emptied, edition.path: file_bytes(body)}, removed)
    for line in _report(corpus, edition, list(emptied), removed):
        say(session.words(line, corpus))


def _refuse_disagreed(session: Session, corpus: Corpus, redacted: Redacted) -> None:
    """Nothing is taken out in a way that the next reader of the chain would not accept."""
    chain = tuple(redacted if link.name == redacted.name else link for link in corpus.chain)
    problems = agreed_links(chain, session.workspace.vouches, corpus.root).problems
    if problems:
        raise Refused(
            f"Chưa gỡ {redacted.name}: chuỗi bản phát hành sẽ không còn đúng. Chưa ghi gì.",
            f"{redacted.name} stays: the chain would not hold any more. Nothing was written.",
            located(session.workspace, problems),
        )


def _report(
    corpus: Corpus, edition: Edition, emptied: list[str], removed: list[str]
) -> Iterator[Bilingual]:
    yield Bilingual(
        f"Đã gỡ nội dung {edition.name}: {edition.path} chỉ còn mã băm.",
        f"Took out {edition.name}: {edition.path} holds only its digest.",
    )
    for path in emptied:
        yield Bilingual(f"Đã để trống {path}.", f"Emptied {path}.")
    for record_id in changed_since(corpus, edition):
        yield Bilingual(
            f"{record_id} đã được sửa sau bản này, hoặc nơi khác còn dựa vào, nên giữ nguyên: nếu"
            " còn chữ phải gỡ thì tự bỏ đi.",
            f"{record_id} was edited since, or others rest on it, so it stays: if it still holds"
            " what must go, remove that yourself.",
        )
    for path in removed:
        yield Bilingual(f"Đã xóa {path}.", f"Deleted {path}.")
    kept = [
        (record_id, others[-1].name)
        for record_id in sorted(edition.records)
        if (others := [e for e in corpus.holding(record_id) if e is not edition])
    ]
    for record_id, name in kept:
        yield Bilingual(
            f"{record_id} còn in trong {name}: nếu cũng phải gỡ thì gỡ cả bản đó.",
            f"{record_id} also stands in {name}: take that out too if it must go.",
        )
    yield Bilingual(
        "Tiếp theo: git add -A, git commit, rồi bulletin build. Lịch sử git vẫn giữ chữ cũ:"
        " người quản trị kho phải xóa bằng git filter-repo.",
        "Next: git add -A, git commit, then bulletin build. The history of git still has the old"
        " words: the keeper of the repository must remove them with git filter-repo.",
    )
