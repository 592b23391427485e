"""The texts of a directive: which document it is, its stage, and its summary."""

from typing import NamedTuple

from markupsafe import Markup

from generator.base.prose import outward
from generator.model.kinds.directive import Directive
from generator.views.context.formatter import Formatter, Row, filled


class DirectiveBlock(NamedTuple):
    """`href` is `url` if it is a safe address for a link, otherwise empty."""

    rows: tuple[Row, ...]
    summary: Markup
    url: str
    href: str


def directive_block(formatter: Formatter, record: Directive) -> DirectiveBlock:
    url = record.url or ""
    summary = formatter.prose(record.summary)
    return DirectiveBlock(_rows(formatter, record), summary, url, outward(url) or "")


def _rows(formatter: Formatter, record: Directive) -> tuple[Row, ...]:
    return filled(
        formatter.row("directive_type", formatter.document_type(record.type)),
        formatter.row("directive_number", record.number or ""),
        formatter.row("directive_issuer", record.issuer or ""),
        formatter.row("directive_stage", formatter.said(record.stage)),
        formatter.row("directive_drafted_by", formatter.units(record.drafted_by)),
        formatter.row("directive_dated", formatter.day(record.dated)),
        formatter.row("directive_effective", formatter.day(record.effective)),
        formatter.row("directive_expires", formatter.day(record.expires)),
        formatter.row("directive_replaced_by", "", filter(None, (record.replaced_by,))),
    )
