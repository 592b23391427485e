"""bulletin issue: freeze the next version, or refuse."""

from collections.abc import Mapping

import click

from generator.base.diagnostics import BulletinError, Located, Refused, Severity
from generator.base.digest import digest_bytes
from generator.base.phases import phase
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.cli.report.machine_form import in_form, print_json
from generator.cli.report.named_records import record_named
from generator.cli.report.next_steps import after_issue
from generator.cli.report.report import record_of, say
from generator.cli.session import completion
from generator.cli.session.compilation import corpus_of
from generator.cli.session.one_writer import one_writer
from generator.cli.session.session import Session
from generator.cli.session.signoff_files import SigningOffice, authority
from generator.cli.session.typed_texts import judged
from generator.editions.agreement import next_problems
from generator.editions.chain import HEAD, head_after_crash, head_bytes
from generator.editions.freeze import Request, as_body, freeze
from generator.editions.reading import FOLDER as EDITIONS
from generator.editions.verify import lost_editions
from generator.model.corpus.corpus import Corpus
from generator.model.edition.edition import (
    Edition,
    Link,
    Relation,
    Withdrawer,
    file_bytes,
    places_of,
)
from generator.model.kinds.bulletin import Bulletin
from generator.pipeline import Compilation, located
from generator.targets.build.inputs import Wish
from generator.targets.site.rehearsal import rehearse
from generator.writer import write_files

LATER = [r.value for r in Relation if r is not Relation.NEW]
SHARED = ("content/registry/", "content/editions/", "content/recalls/")


@click.command("issue")
@click.argument("bulletin", metavar="BT-ID", shell_complete=completion.bulletins)
@click.option("--relation", type=click.Choice(LATER), help="Với bản trước · To the version before")
@click.option("--change-note", help="Điều đã thay đổi · What changed")
@click.option(
    "--unit", shell_complete=completion.units, help="Đơn vị thu hồi · The party that withdraws it"
)
@click.option("--office", help="Chức vụ của người thu hồi · Its office")
@in_form
@click.pass_obj
@one_writer
def command(session: Session, /, bulletin: str, *, form: str, **options: str | None) -> None:
    _finish_last_issue(session)
    corpus, compilation = corpus_of(session, issuing=bulletin)
    _refuse_damage(session, compilation, bulletin)
    record_named(corpus, compilation.findings, bulletin, Bulletin)
    request = _request(corpus, bulletin, options["relation"], options["change_note"])
    request = request._replace(withdrawn_by=_withdrawer(corpus, request, options))
    _refuse(corpus, compilation, request)
    edition = freeze(corpus, request)
    _refuse_disagreed(session, corpus, edition)
    _write(session, edition)
    if form == "json":
        issued = {"edition": edition.name, "path": edition.path, "digest": edition.digest}
        print_json({**issued, "issued_at": edition.issued_at})
        return
    message = Bilingual(
        f"Đã phát hành {edition.name} lúc {_time(edition).vi}: {edition.path}",
        f"Issued {edition.name} at {_time(edition).en}: {edition.path}",
    )
    say(session.words(message, corpus))
    say(session.words(after_issue(session.root, edition.name), corpus))


def _finish_last_issue(session: Session) -> None:
    """Write the head that an issue was stopped before writing: its edition is there, and whole."""
    head = head_after_crash(session.workspace)
    if head is not None:
        write_files(session.root, {HEAD: head})
        message = Bilingual(
            f"Lần phát hành trước bị ngắt giữa chừng: đã ghi nốt {HEAD}.",
            f"The last issue was interrupted: {HEAD} was written now.",
        )
        say(session.words(message))


def _refuse_damage(session: Session, compilation: Compilation, bulletin: str) -> None:
    """Nothing is issued while a version of the bulletin cannot be read, or another edition is gone.

    Who was second to issue drops the own edition and issues it again.
    """
    own = f"{EDITIONS}/{bulletin}/"
    damaged = [f for f in compilation.of(Severity.ERROR) if f.span.path.startswith(own)]
    corpus = compilation.corpus
    lost = corpus.lost if corpus else ()
    others = [name for name in lost if not name.startswith(f"{bulletin}/")]
    gone = lost_editions(others if corpus and corpus.chain else lost)
    if damaged or gone:
        raise Refused(
            "Chưa phát hành được: có bản phát hành hỏng hoặc mất; không ghi gì.",
            "Nothing can be issued while an edition is damaged or gone; nothing was written.",
            (*damaged, *located(session.workspace, gone)),
        )


def _refuse_disagreed(session: Session, corpus: Corpus, edition: Edition) -> None:
    """Nothing is issued that the next reader of the chain would not accept."""
    problems = next_problems(corpus, edition, session.workspace.vouches)
    if problems:
        raise Refused(
            f"Chưa phát hành {edition.name}: bản này sẽ không được coi là đã thống nhất. Chưa ghi"
            " gì.",
            f"{edition.name} is not issued: it would not count as agreed on. Nothing was written.",
            located(session.workspace, problems),
        )


def _write(session: Session, edition: Edition) -> None:
    """Write the edition with all that goes with it, once what it would publish was tried."""
    frozen, copies = file_bytes(as_body(edition)), _attachment_copies(session, edition)
    with phase("rehearse"):
        rehearse(session.root, Wish(at=session.at), edition, frozen)
    files = {**copies, edition.path: frozen, HEAD: head_bytes(edition)}
    with phase("write") as counts:
        write_files(session.root, files, new=(edition.path,))
        counts["files"] = len(files)


def _attachment_copies(session: Session, edition: Edition) -> dict[str, bytes]:
    """Copies of the issued attachments, so that another file may use their names later."""
    copies: dict[str, bytes] = {}
    for name, sha256 in edition.attachments.items():
        own, copy = places_of(name, sha256)
        content = session.workspace.read(own)
        if digest_bytes(content) != sha256:
            raise Refused(f"Tệp {name} vừa bị sửa.", f"The file {name} was changed just now.")
        copies[copy] = content
    return copies


def _request(
    corpus: Corpus, bulletin: str, relation: str | None, change_note: str | None
) -> Request:
    note = None if change_note is None else judged(corpus, "--change-note", change_note)
    has_versions = any(link.bulletin == bulletin for link in corpus.chain)
    if has_versions and not (relation and note):
        raise _without_relation(bulletin)
    if not has_versions and relation:
        raise Refused(
            f"{bulletin} chưa phát hành lần nào, không dùng --relation.",
            f"{bulletin} was never issued; leave out --relation.",
        )
    request = Request(bulletin, Relation.named(relation or "new"), note)
    if request.relation.takes_back and bulletin not in corpus.versions:
        raise Refused(
            f"Nội dung {bulletin} đã được gỡ bỏ, không còn gì để thu hồi; không ghi gì.",
            f"The content of {bulletin} was taken out, nothing is left to withdraw; nothing was"
            " written.",
        )
    return request


def _withdrawer(
    corpus: Corpus, request: Request, options: Mapping[str, str | None]
) -> Withdrawer | None:
    """Who withdraws the bulletin; nobody else signs an issue with an option."""
    unit, office = options["unit"], options["office"]
    if not request.relation.takes_back:
        if unit or office:
            raise BulletinError(
                "--unit và --office chỉ dùng với --relation withdrawal.",
                "--unit and --office go only with --relation withdrawal.",
            )
        return None
    if not (unit and office):
        raise BulletinError(
            "Thu hồi bản tin thì phải nêu đơn vị và chức vụ: --unit … --office …"
            f" (các bên: {', '.join(corpus.parties)}).",
            "A withdrawal names its unit and office: --unit … --office …"
            f" (the parties: {', '.join(corpus.parties)}).",
        )
    authority(corpus, SigningOffice(unit, office))
    if unit not in corpus.agreed.parties_on(corpus.now.date()):
        raise Refused(
            f"{unit} chưa là một bên: chưa có bản tin nào mang thỏa thuận mới được mọi bên phê"
            " duyệt và phát hành. Không ghi gì.",
            f"{unit} is no party yet: no bulletin that carries the new terms was approved by every"
            " party and issued. Nothing was written.",
        )
    return Withdrawer(unit=unit, office=office)


def _without_relation(bulletin: str) -> Refused:
    """What a next version must be told, with every choice and the command."""
    labels = {relation: Relation.named(relation).label for relation in LATER}
    vi = ", ".join(f"{relation} ({label.vi})" for relation, label in labels.items())
    en = ", ".join(f"{relation} ({label.en})" for relation, label in labels.items())
    command = f'bulletin issue {bulletin} --relation … --change-note "…"'
    return Refused(
        f"{bulletin} đã phát hành; bản tiếp theo phải nói nó là gì với bản trước, một trong: {vi},"
        f" và điều gì đã đổi (BT704): {command}",
        f"{bulletin} was issued; a next version must say what it is to the one before, one of:"
        f" {en}, and what changed (BT704): {command}",
    )


def _refuse(corpus: Corpus, compilation: Compilation, request: Request) -> None:
    newest = corpus.chain[-1] if corpus.chain else None
    if newest and corpus.now < newest.issued_at:
        raise Refused(
            f"Thời điểm này sớm hơn {newest.name}, bản phát hành gần nhất ({_time(newest).vi}).",
            f"This moment is before {newest.name}, the newest edition ({_time(newest).en}).",
        )
    forbidding = obstacles(corpus, compilation, request)
    if forbidding:
        raise Refused(
            f"Chưa phát hành được {request.bulletin}; không ghi gì.",
            f"{request.bulletin} cannot be issued; nothing was written.",
            forbidding,
        )


def obstacles(corpus: Corpus, compilation: Compilation, request: Request) -> tuple[Located, ...]:
    """The errors and holds that forbid the issue."""
    findings = compilation.of(Severity.ERROR, Severity.HOLD)
    return tuple(finding for finding in findings if _is_obstacle(corpus, finding, request))


def _is_obstacle(corpus: Corpus, finding: Located, request: Request) -> bool:
    """Whether a finding forbids the issue; for a withdrawal only errors in shared files do."""
    path = finding.span.path
    if path.startswith(SHARED):
        return finding.diagnostic.problem.severity is Severity.ERROR
    if request.relation.takes_back:
        return False
    return record_of(path) in {request.bulletin, *corpus.closure_with_unreadable(request.bulletin)}


def _time(edition: Link) -> Bilingual:
    return in_words(edition.issued_at)
