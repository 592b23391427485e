"""bulletin export: an official paper, or a referral packet, as a Word file for the clerk."""

from pathlib import Path

import click

from generator.base.diagnostics import Refused
from generator.base.text import Bilingual
from generator.cli.report.next_steps import after_diff, after_export
from generator.cli.report.report import say
from generator.cli.session import completion
from generator.cli.session.session import Session
from generator.cli.session.word_part import needs_word_part
from generator.cli.verbs.render import draft_of, packet_of
from generator.model.kinds import is_of
from generator.model.kinds.consultation import Consultation
from generator.views.context.pdf_job import PdfJob
from generator.writer import write_files


@click.command("export")
@click.argument("record_id", metavar="BT-ID|TD-ID", shell_complete=completion.records)
@click.option("--to", "_form", type=click.Choice(["docx"]), default="docx", help="Word")
@click.option("--out", type=click.Path(path_type=Path), help="Tệp Word · The file")
@click.pass_obj
def command(session: Session, record_id: str, _form: str, out: Path | None) -> None:
    target = (out or Path(f"{record_id}.docx")).resolve()
    if is_of(record_id, Consultation):
        job, lines = packet_of(session, record_id), [after_export(None)]
    else:
        draft = draft_of(session, record_id)
        _refuse_masthead(record_id, draft.job)
        job, next_step = draft.job, after_export(record_id, draft.issued)
        lines = [draft.notice, after_diff(record_id)] if draft.notice else [next_step]
    write_files(target.parent, {target.name: _content(job)})
    done = Bilingual(f"Đã làm bản Word: {target.name}", f"Wrote the Word file: {target.name}")
    for line in (done, *filter(None, lines)):
        say(session.words(line))


def _refuse_masthead(record_id: str, job: PdfJob) -> None:
    if job.document != "official":
        raise Refused(
            f"{record_id} là bản tin có tiêu đề, không lấy số và trình ký như văn bản; muốn in thì:"
            f" bulletin render {record_id}. Nếu là văn bản thì ghi “form: official”.",
            f"{record_id} has a masthead, it is not numbered and signed like a paper; to print it:"
            f" bulletin render {record_id}. If it is a paper, write “form: official”.",
        )


@needs_word_part
def _content(job: PdfJob) -> bytes:
    from generator.targets.word.word_file import docx_of  # noqa: PLC0415  an optional extra

    return docx_of(job)
