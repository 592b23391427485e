"""bulletin render: the PDF of a bulletin as it stands now, watermarked."""

from pathlib import Path

import click

from generator.base.diagnostics import Refused
from generator.base.text import Bilingual
from generator.cli.approve import refuse_errors
from generator.cli.compiled import corpus_of
from generator.cli.report import say
from generator.cli.session import Session
from generator.editions.freeze import Request, freeze
from generator.model.edition import Relation
from generator.model.kinds.bulletin import Bulletin
from generator.targets.pdf import render_pdf
from generator.views.print import bulletin_job
from generator.workspace import write_files


@click.command("render")
@click.argument("bulletin", metavar="BT-ID")
@click.option("--out", type=click.Path(path_type=Path), help="Tệp PDF · The file")
@click.pass_obj
def command(session: Session, bulletin: str, out: Path | None) -> None:
    """Bản in thử của một bản tin, đóng dấu DỰ THẢO · A draft PDF."""
    corpus, compilation = corpus_of(session, issuing=bulletin)
    if corpus.find(bulletin, Bulletin) is None:
        raise Refused(f"Không có bản tin {bulletin}.", f"There is no bulletin {bulletin}.")
    refuse_errors(corpus, compilation, bulletin)
    versions = corpus.versions.get(bulletin, ())
    relation = Relation.UPDATE if versions else Relation.NEW
    edition = freeze(corpus, Request(bulletin, relation))
    previous = versions[-1] if versions else None
    job = bulletin_job(edition, previous, session.language(corpus), frozen=None)
    target = (out or Path(f"{bulletin}.pdf")).resolve()
    write_files(target.parent, {target.name: render_pdf(job)})
    done = Bilingual(f"Đã làm bản in thử: {target.name}", f"Wrote the draft: {target.name}")
    say(session.words(done, corpus))
