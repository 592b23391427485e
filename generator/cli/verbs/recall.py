"""bulletin recall: a party stops an issued message; a single party is enough."""

import click

from generator.base.diagnostics import Refused
from generator.base.text import Bilingual
from generator.cli.report.report import say
from generator.cli.session.compilation import corpus_of
from generator.cli.session.session import Session
from generator.cli.session.signoff_files import SigningOffice, authority, by_party
from generator.model.kinds.message import Message
from generator.model.registry.signoff import yaml_lines
from generator.workspace import write_files


@click.command("recall")
@click.argument("record_id", metavar="ID")
@by_party
@click.option("--reason", required=True, help="Lý do · Why")
@click.option("--instead", help="Nội dung dùng thay · The message to use instead")
@click.pass_obj
def command(
    session: Session, record_id: str, signer: SigningOffice, reason: str, instead: str | None
) -> None:
    """Thu hồi một nội dung đã phát hành · Recall an issued message."""
    corpus, _ = corpus_of(session)
    authority(corpus, signer)
    if corpus.find(record_id, Message) is None or not corpus.holding(record_id):
        raise Refused(
            f"{record_id} chưa từng được phát hành, không có gì để thu hồi.",
            f"{record_id} was never issued, there is nothing to recall.",
        )
    first = corpus.holding(record_id)[0]
    if corpus.now < first.issued_at:
        issued = first.issued_at.isoformat(timespec="minutes")
        raise Refused(
            f"Thời điểm này sớm hơn lúc {record_id} được phát hành lần đầu ({issued}).",
            f"This moment is before {record_id} was first issued ({issued}).",
        )
    if instead and corpus.find(instead, Message) is None:
        raise Refused(f"Không có nội dung {instead}.", f"There is no message {instead}.")
    lines = {
        "record": record_id,
        "unit": signer.unit,
        "office": signer.office,
        "at": corpus.now.isoformat(timespec="seconds"),
        "reason": reason,
        "instead": instead,
    }
    path = f"content/recalls/{record_id}.yml"
    write_files(session.root, {path: yaml_lines(lines)})
    message = Bilingual(f"Đã thu hồi {record_id}: {path}", f"Recalled {record_id}: {path}")
    say(session.words(message, corpus))
