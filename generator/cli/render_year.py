"""bulletin render --year: all bulletins of a year as one book."""

from generator.base.diagnostics import BulletinError, Refused
from generator.cli.session import Session
from generator.model.circulation import Circulation
from generator.pipeline import compile_ledger
from generator.targets.apart import made_apart
from generator.targets.pdf_book import render_book
from generator.views.yearbook import Year
from generator.views.yearbook_ends import book_of


def one_of(record_id: str | None, year: str | None) -> str:
    """What the file is called after; raises BulletinError unless one of both was asked for."""
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


def year_named(written: str) -> int:
    """The year that was asked for; raises BulletinError when it is none."""
    if not (written.isascii() and written.isdigit() and len(written) == len("2026")):
        raise BulletinError(
            f"“{written}” không phải là năm; viết bốn chữ số, thí dụ --year 2026.",
            f"“{written}” is no year; write four digits, as in --year 2026.",
        )
    return int(written)


def yearbook(session: Session, number: int) -> bytes:
    """The PDF of a year; raises Refused when nothing was issued in it."""
    programme, ledger = compile_ledger(session.workspace, Circulation.INTERNAL)
    year = Year(number, ledger, programme, session.chosen or programme.spoken)
    if not year.editions:
        raise Refused(
            f"Năm {number} chưa có bản tin nào được phát hành.",
            f"No bulletin was issued in {number}.",
        )
    return made_apart(render_book, book_of(year), f"--year {number}")
