"""A directive in words: what document it is, where it stands, and what it says."""

from typing import NamedTuple

from markupsafe import Markup

from generator.base.prose import outward
from generator.model.kinds.directive import Directive
from generator.views.context.formatter import Formatter, Row, filled


class DirectiveBlock(NamedTuple):
    """`href` is the outside address, when it is one that a reader may follow."""

    rows: tuple[Row, ...]
    summary: Markup
    url: str
    href: str


def directive_block(wording: Formatter, record: Directive) -> DirectiveBlock:
    url = record.url or ""
    summary = wording.prose(record.summary)
    return DirectiveBlock(_rows(wording, record), summary, url, outward(url) or "")


def _rows(wording: Formatter, record: Directive) -> tuple[Row, ...]:
    return filled(
        wording.row("directive_type", wording.document_type(record.type)),
        wording.row("directive_number", record.number or ""),
        wording.row("directive_issuer", record.issuer or ""),
        wording.row("directive_stage", wording.said(record.stage)),
        wording.row("directive_drafted_by", wording.units(record.drafted_by)),
        wording.row("directive_dated", wording.day(record.dated)),
        wording.row("directive_effective", wording.day(record.effective)),
        wording.row("directive_expires", wording.day(record.expires)),
        wording.row("directive_replaced_by", "", filter(None, (record.replaced_by,))),
    )
