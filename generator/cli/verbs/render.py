"""bulletin render: a PDF of a draft, of a referral packet, or of a year as a book."""

from pathlib import Path
from typing import NamedTuple

import click

from generator.base.diagnostics import BulletinError, Refused
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.cli.report.named_records import record_named
from generator.cli.report.next_steps import after_diff, after_print
from generator.cli.report.recall_lines import recall_notice
from generator.cli.report.report import say
from generator.cli.session import completion
from generator.cli.session.compilation import corpus_of
from generator.cli.session.issued_print import SIZES, booklet_job, booklet_of, issued_print
from generator.cli.session.session import Session
from generator.cli.verbs.approve import errors_in, errors_of
from generator.editions.freeze import Request, freeze
from generator.issued import compile_ledger
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.matter import MatterState, body_of, matter_state, missing_positions
from generator.model.corpus.state import issued_as_it_stands
from generator.model.edition.edition import ATTACHMENTS, Edition, Relation
from generator.model.kinds import is_of
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.consultation import Consultation
from generator.model.record.record import Circulation
from generator.pipeline import Compilation
from generator.targets.pdf import imposition
from generator.targets.pdf.book import render_book
from generator.targets.pdf.engine import render_pdf
from generator.targets.pdf.own_process import made_apart
from generator.targets.pdf.picture_files import fitted
from generator.views.bulletin.annex import has_annex
from generator.views.bulletin.bulletin_print import annex_job, bulletin_job
from generator.views.context.corrections import Correction, corrections_for
from generator.views.context.edition_context import Later
from generator.views.context.pdf_job import PdfJob
from generator.views.packet.packet import packet_job
from generator.views.packet.referral import Referred
from generator.views.yearbook.front_and_back import book_of
from generator.views.yearbook.yearbook import Year
from generator.writer import write_files


@click.command("render")
@click.argument(
    "record_id", metavar="BT-ID|TD-ID", required=False, shell_complete=completion.records
)
@click.option("--out", type=click.Path(path_type=Path), help="Tệp PDF · The file")
@click.option("--year", metavar="YYYY", help="Tập bản tin của một năm · All of a year as a book")
@click.option(
    "--booklet",
    type=click.Choice([*SIZES]),
    help="Tập để gập, và bản xếp hai trang một mặt giấy · A booklet, and its sheets for folding",
)
@click.pass_obj
def command(
    session: Session, record_id: str | None, out: Path | None, year: str | None, booklet: str | None
) -> None:
    stem = file_stem(record_id, year)
    if booklet is not None:
        _write_booklet(session, stem, booklet, out)
        return
    is_talk = is_of(stem, Consultation)
    target = (out or Path(f"{stem}.pdf")).resolve()
    step, notice = after_print(target.name, None, None), None
    annex: dict[str, bytes] = {}
    if year is not None:
        message, content = _YEAR, yearbook(session, parse_year(year))
    elif is_talk:
        message, content = _PACKET, _pdf_bytes(packet_of(session, stem))
    else:
        draft = draft_of(session, stem)
        message, content = _DRAFT, _pdf_bytes(draft.job)
        annex = {f"{target.stem}-phu-luc.pdf": _pdf_bytes(job) for job in draft.annex}
        notice = draft.notice
        step = after_diff(stem) if notice else after_print(target.name, stem, draft.issued)
    write_files(target.parent, {target.name: content, **annex})
    say(session.words(Bilingual(f"{message.vi}: {target.name}", f"{message.en}: {target.name}")))
    for line in filter(None, (notice, step)):
        say(session.words(line))


def _write_booklet(session: Session, bulletin: str, size: str, out: Path | None) -> None:
    """The newest version that was issued, or the draft of the first, page by page and two up."""
    job = booklet_of(session, bulletin, size) or booklet_job(draft_of(session, bulletin).job, size)
    pages = _pdf_bytes(job)
    target = (out or Path(f"{bulletin}-{size}.pdf")).resolve()
    folded = target.with_name(f"{target.stem}-gap.pdf")
    sheets = imposition.two_up(pages, imposition.sheet_of(job.document))
    write_files(target.parent, {target.name: pages, folded.name: sheets})
    count = len(imposition.sides(imposition.pages_in(pages))) // 2
    facts = {"pages": target.name, "folded": folded.name, "count": count}
    say(session.words(Bilingual(_BOOKLET.vi.format(**facts), _BOOKLET.en.format(**facts))))


_BOOKLET = Bilingual(
    "Đã làm tập: {pages} để đọc; {folded} để in, {count} tờ giấy: in hai mặt, lật theo cạnh ngắn,"
    " xếp chồng rồi gập đôi",
    "Wrote the booklet: {pages} to read; {folded} to print, {count} sheets: on both sides, turned"
    " along the short edge, laid on one another and folded once",
)
_YEAR = Bilingual("Đã làm tập bản tin", "Wrote the yearbook")
_DRAFT = Bilingual("Đã làm bản in thử", "Wrote the draft")
_PACKET = Bilingual("Đã làm tài liệu trình", "Wrote the referral packet")


def _pdf_bytes(job: PdfJob) -> bytes:
    return made_apart(render_pdf, job, job.title)


class Draft(NamedTuple):
    """A bulletin as it stands, the edition that it does not differ from, and who stopped it.

    What does not differ from an edition is printed as that edition. `annex` is empty where there
    is nothing to print apart.
    """

    job: PdfJob
    annex: tuple[PdfJob, ...]
    issued: str | None
    notice: Bilingual | None


def draft_of(session: Session, bulletin: str) -> Draft:
    """A bulletin as it stands; raises Refused when it has errors that would be wrong on paper."""
    corpus, compilation = corpus_of(session, issuing=bulletin)
    record_named(corpus, compilation.findings, bulletin, Bulletin)
    _refuse_draft(corpus, compilation, bulletin)
    notice = recall_notice(corpus, bulletin)
    same = None if notice else issued_as_it_stands(corpus, bulletin)
    printed = issued_print(session, bulletin) if same else None
    if same and printed:
        job, *annex = printed
        return Draft(job, tuple(annex), same.name, None)
    versions = corpus.versions.get(bulletin, ())
    relation = Relation.UPDATE if versions else Relation.NEW
    edition = freeze(corpus, Request(bulletin, relation))
    previous = versions[-1] if versions else None
    language, later = session.language(corpus), Later(_corrections(session, edition))
    made = [bulletin_job(edition, previous, language, frozen=None, later=later)]
    if has_annex(edition):
        made.append(annex_job(edition, previous, language, frozen=None, later=later))
    images = fitted(edition, lambda name: session.workspace.read(f"{ATTACHMENTS}/{name}"))
    job, *annex = (one._replace(images=images) for one in made)
    return Draft(job, tuple(annex), None, notice)


def _corrections(session: Session, edition: Edition) -> tuple[Correction, ...]:
    """What was corrected since the last periodic bulletin: the issued one will print it."""
    _, ledger = compile_ledger(session.workspace, Circulation.INTERNAL, edition)
    return corrections_for(ledger, edition)


def _refuse_draft(corpus: Corpus, compilation: Compilation, bulletin: str) -> None:
    """Refuse a draft with errors that would be wrong on paper too."""
    findings = errors_of(corpus, compilation, bulletin)
    errors = tuple(f for f in findings if f.diagnostic.problem.code not in _LATER)
    if errors:
        raise Refused(
            f"Chưa in thử được {bulletin}: còn lỗi.",
            f"{bulletin} cannot be printed yet: there are errors.",
            errors,
        )


# What only an issue asks for: number, signers and signed copy, a change since the last version.
_LATER = ("BT704", "BT706")


def packet_of(session: Session, record_id: str) -> PdfJob:
    """The packet; refuses a matter that cannot be referred now, or has errors."""
    corpus, compilation = corpus_of(session)
    record_named(corpus, compilation.findings, record_id, Consultation)
    referred = Referred(corpus, record_id, session.language(corpus))
    _refuse_errors(corpus, compilation, referred)
    _refuse_unready(corpus, referred)
    return packet_job(referred)


def _refuse_errors(corpus: Corpus, compilation: Compilation, referred: Referred) -> None:
    printed = (referred.record_id, *referred.proposed, *referred.evidence)
    errors = errors_in(corpus, compilation, printed)
    if errors:
        raise Refused(
            f"Chưa làm được tài liệu trình của {referred.record_id}: còn lỗi.",
            f"There is no packet of {referred.record_id} yet: there are errors.",
            errors,
        )


def _refuse_unready(corpus: Corpus, referred: Referred) -> None:
    record, matter = referred.record, matter_state(corpus, referred.record_id)
    reason = _UNREADY.get(matter.state)
    missing = missing_positions(record, body_of(corpus, record.id).parties)
    if not record.about:
        reason = _NO_CONTENT
    if reason:
        parties = ", ".join(referred.formatter.unit(party) for party in missing)
        since = in_words(matter.since)
        facts = {"parties": parties, "through": matter.through}
        vi = reason.vi.format(since=since.vi, **facts)
        en = reason.en.format(since=since.en, **facts)
        raise Refused(f"{record.id} “{record.title}”: {vi}.", f"{record.id}: {en}.")


_NOT_DIFFERING = Bilingual(
    "chưa có gì để trình; các bên trao đổi rồi ghi kết quả vào “outcome”",
    "there is nothing to refer yet; the parties meet and write “outcome”",
)
_NO_CONTENT = Bilingual(
    "thiếu khóa “about”, nên chưa rõ trình nội dung nào",
    "the key “about” is missing, so that nobody knows what is referred",
)
_UNREADY = {
    MatterState.RAISED: _NOT_DIFFERING,
    MatterState.MET: _NOT_DIFFERING,
    MatterState.INCOMPLETE: Bilingual(
        "còn thiếu ý kiến của {parties}; ghi vào “positions” rồi mới trình",
        "the position of {parties} is missing; write it under “positions” first",
    ),
    MatterState.AGREED: Bilingual(
        "các bên đã thống nhất ngày {since}, không còn ý kiến khác nhau để trình",
        "the parties agreed on {since}, there is no dissent to refer",
    ),
    MatterState.CONTINUED: Bilingual(
        "việc này đã giải quyết ở {through}, không còn gì để trình",
        "this was settled in {through}, there is nothing to refer",
    ),
    MatterState.RETIRED: Bilingual(
        "bản ghi đã ngừng dùng từ ngày {since}, không còn gì để trình",
        "it was retired on {since}, there is nothing to refer",
    ),
}


def file_stem(record_id: str | None, year: str | None) -> str:
    """The name of the PDF without ending; raises BulletinError unless exactly one is given."""
    if record_id and year is not None:
        raise BulletinError(
            f"Chỉ chọn một: {record_id}, hoặc --year {year} để in cả năm.",
            f"Choose one: {record_id}, or --year {year} for the whole year.",
        )
    if not record_id and year is None:
        raise BulletinError(
            "Thiếu mã bản tin hoặc mã trao đổi cần in; in cả năm thì dùng --year.",
            "Name the bulletin or consultation to print, or a whole year with --year.",
        )
    return record_id or f"BT-{year}"


def parse_year(written: str) -> int:
    """The year as a number; raises BulletinError when it is none."""
    if not (written.isascii() and written.isdigit() and len(written) == len("2026")):
        raise BulletinError(
            f"“{written}” không phải là năm; viết bốn chữ số, thí dụ 2026.",
            f"“{written}” is no year; write four digits, as in 2026.",
        )
    return int(written)


def yearbook(session: Session, number: int) -> bytes:
    """The PDF of a year; raises Refused when nothing was issued in it."""
    programme, ledger = compile_ledger(session.workspace, Circulation.INTERNAL)
    year = Year(number, ledger, programme, session.chosen or programme.spoken)
    if not year.editions and any(closed.issued_at.year == number for closed in ledger.closed):
        raise Refused(
            f"Mọi bản tin của năm {number} đã bị thu hồi hoặc gỡ nội dung.",
            f"All bulletins of {number} were recalled or taken out.",
        )
    if not year.editions:
        raise Refused(
            f"Năm {number} chưa có bản tin nào được phát hành.",
            f"No bulletin was issued in {number}.",
        )
    return made_apart(render_book, book_of(year), f"--year {number}")
