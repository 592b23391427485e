"""bulletin archive: what an office keeps of a year, in one folder."""

from pathlib import Path

import click

from generator.base.diagnostics import Refused
from generator.base.text import Bilingual
from generator.cli.report.next_steps import after_archive
from generator.cli.report.report import progress, say
from generator.cli.session.session import Session
from generator.cli.session.whole_history import whole_history
from generator.cli.verbs.render import parse_year
from generator.issued import compile_ledger
from generator.model.record.record import Circulation
from generator.targets.archive.folder import Order, write_archive
from generator.targets.archive.year import year_of
from generator.targets.build.inputs import Wish
from generator.views.yearbook.archive_index import Setting


@click.command("archive")
@click.argument("year", metavar="YYYY")
@click.option("--out", type=click.Path(path_type=Path), help="Thư mục · The folder")
@click.option("--no-pdf", is_flag=True, help="Không làm PDF · Leave out PDFs")
@click.pass_obj
def command(session: Session, year: str, out: Path | None, *, no_pdf: bool) -> int:
    number = parse_year(year)
    history = whole_history(session, _UNDONE)
    programme, ledger = compile_ledger(session.workspace, Circulation.INTERNAL)
    issued = year_of(history, number, programme.zone)
    if not issued.links:
        raise Refused(f"Năm {number} chưa phát hành gì.", f"Nothing was issued in {number}.")
    language = session.chosen or programme.spoken
    order = Order(
        issued,
        (out or Path(f"archive-{number}")).absolute(),
        Wish(session.at, Circulation.INTERNAL, with_pdf=not no_pdf, with_bundle=True),
        Setting(programme.zone, language, ledger.recalls, {}),
    )
    with progress(session.words(_GATHERING)):
        made = write_archive(session.workspace, order)
    for failure in made.unmade:
        say(session.words(failure.sentence))
    if not made.has_history:
        say(session.words(_NO_HISTORY))
    done = Bilingual(
        f"Đã lập hồ sơ lưu năm {number}: {len(issued.links)} bản phát hành, {made.files} tệp trong"
        f" {order.out}.",
        f"Archived {number}: {len(issued.links)} editions, {made.files} files in {order.out}.",
    )
    say(session.words(done))
    say(session.words(after_archive(order.out)))
    return int(bool(made.unmade))


_UNDONE = Bilingual("Chưa lập hồ sơ lưu", "Nothing was archived")
_GATHERING = Bilingual("Đang lập hồ sơ lưu…", "Gathering the archive…")
_NO_HISTORY = Bilingual(
    "Kho này không dùng git, nên hồ sơ không có lịch sử sửa đổi.",
    "This workspace is not kept with git, so the archive has no history.",
)
