"""bulletin recall: a party stops anything issued; a single party is enough."""

import click

from generator.base.diagnostics import BulletinError, Refused
from generator.base.text import Bilingual
from generator.cli.report.next_steps import after_recall
from generator.cli.report.recall_lines import recall_line
from generator.cli.report.report import say
from generator.cli.session import completion
from generator.cli.session.compilation import corpus_of
from generator.cli.session.one_writer import one_writer
from generator.cli.session.session import Session
from generator.cli.session.signoff_files import SigningOffice, authority, by_party
from generator.cli.session.typed_texts import judged
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.signoff_times import untimely_recall
from generator.model.corpus.state import recall_stopping
from generator.model.edition.edition import Edition
from generator.model.kinds import is_of
from generator.model.kinds.bulletin import Bulletin
from generator.model.registry.signoff import Recall, recall_path
from generator.writer import write_files


@click.command("recall")
@click.argument("name", metavar="ID", shell_complete=completion.records)
@by_party
@click.option("--reason", required=True, help="Lý do · Why")
@click.option(
    "--instead", shell_complete=completion.records, help="Bản ghi dùng thay · What to use instead"
)
@click.pass_obj
@one_writer
def command(
    session: Session, name: str, signer: SigningOffice, reason: str, instead: str | None
) -> None:
    corpus, _ = corpus_of(session)
    authority(corpus, signer)
    if not _editions_of(corpus, name):
        raise Refused(*_never_issued(corpus, name))
    _refuse_again(corpus, name)
    _refuse_instead(corpus, name, instead)
    recall = Recall.model_validate(
        {
            "record": name,
            **signer._asdict(),
            "at": corpus.now.replace(microsecond=0),
            "reason": judged(corpus, "--reason", reason),
            "instead": instead,
        }
    )
    _refuse_untimely(corpus, recall)
    path = recall_path(name)
    write_files(session.root, {path: recall.written()})
    message = Bilingual(f"Đã thu hồi {name}: {path}", f"Recalled {name}: {path}")
    say(session.words(message, corpus))
    say(session.words(after_recall(session.root, name), corpus))


def _editions_of(corpus: Corpus, name: str) -> tuple[Edition, ...]:
    """The editions that a recall of this record, bulletin or version is about."""
    bulletin, _, version = name.partition("/")
    editions = corpus.holding(bulletin)
    return tuple(edition for edition in editions if not version or edition.name == name)


def _refuse_again(corpus: Corpus, name: str) -> None:
    """What is recalled stays so: a second recall would move the moment of the first."""
    before = corpus.recalls.get(name)
    later = [e for e in _editions_of(corpus, name) if before and e.issued_at > before.record.at]
    is_ahead = before is not None and before.record.at > corpus.now
    if before and not is_ahead and not (later and is_of(name, Bulletin)):
        line = recall_line(corpus, before.record)
        raise Refused(
            f"{line.vi} ({before.path}); không phải thu hồi lần nữa.",
            f"{line.en} ({before.path}); once is enough.",
        )


def _refuse_instead(corpus: Corpus, name: str, instead: str | None) -> None:
    if instead and instead not in corpus.records:
        raise Refused(f"Không có bản ghi {instead}.", f"There is no record {instead}.")
    if instead and (instead == name or recall_stopping(corpus, instead)):
        raise Refused(
            f"--instead: {instead} cũng bị thu hồi; hãy nêu nội dung còn dùng được.",
            f"--instead: {instead} is recalled too; name something that holds.",
        )
    if instead and not corpus.holding(instead):
        raise Refused(
            f"--instead: {instead} chưa phát hành nên người đọc chưa xem được. Thu hồi ngay, không"
            f" ghi --instead; {instead} thay cho {name} khi được phát hành.",
            f"--instead: {instead} was never issued, nobody can read it yet. Recall now, without"
            f" --instead; {instead} takes over from {name} when it is issued.",
        )


def _never_issued(corpus: Corpus, name: str) -> tuple[str, str]:
    """Why there is nothing to recall, and what may have been meant."""
    bulletin, _, version = name.partition("/")
    issued = [edition.name for edition in corpus.versions.get(bulletin, ())]
    if version and issued:
        known = ", ".join(issued)
        return f"Không có phiên bản {name}; có: {known}.", f"No version {name}; there are: {known}."
    taken = corpus.taken_out_with(bulletin)
    if taken or corpus.is_redacted(name):
        gone = taken[-1].name if taken else name
        return (
            f"Nội dung {name} đã được các bên gỡ bỏ cùng {gone}: không còn gì để thu hồi.",
            f"The content of {name} was taken out with {gone}: there is nothing left to recall.",
        )
    if bulletin in corpus.records:
        return (
            f"{name} chưa phát hành nên chưa ai đọc được; muốn dừng thì sửa hoặc bỏ bản ghi.",
            f"{name} was never issued, nobody has read it; to stop it, edit or retire the record.",
        )
    raise BulletinError(
        f"Không có {name}. Mã đúng như TT-2026-0003, BT-2026-0001 hoặc BT-2026-0001/v1.",
        f"There is no {name}. An id is like TT-2026-0003, BT-2026-0001 or BT-2026-0001/v1.",
    )


def _refuse_untimely(corpus: Corpus, recall: Recall) -> None:
    untimely = untimely_recall(corpus, recall)
    if untimely:
        raise Refused(
            f"Thời điểm này sớm hơn lúc {untimely.edition} được phát hành, bản đầu tiên in"
            f" {recall.record}.",
            f"This moment is before the issue of {untimely.edition}, the first that printed"
            f" {recall.record}.",
        )
