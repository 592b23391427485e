"""The end of a document (signatures, basis), and its validity and history."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from generator.model.corpus.standing import window_of
from generator.model.edition.terms import level_of
from generator.model.kinds import is_of
from generator.model.kinds.bulletin import Form
from generator.model.kinds.directive import Directive
from generator.model.kinds.message import Message
from generator.model.registry.registry import ApprovalLevel
from generator.model.registry.signoff import Verdict
from generator.views.context.edition_context import EditionContext
from generator.views.context.formatter import Formatter, Row, filled


class SignBlock(NamedTuple):
    """One unit's signature block; `approval` says when and how it approved: declared or signed."""

    unit: str
    superior: str
    office: str
    approval: str


def imprint(context: EditionContext) -> tuple[Row, ...]:
    """What the plan says of the printing, in the order of the law; empty where it says nothing."""
    said, formatter = context.plan.imprint, context.formatter
    if said is None:
        return ()
    who = said.responsible
    office = formatter.office(who.unit, who.office) if who else ""
    return filled(
        _licence(formatter, said.licence or ""),
        formatter.row("imprint_printer", said.printer or ""),
        formatter.row("imprint_copies", "" if said.copies is None else str(said.copies)),
        formatter.row("imprint_periodicity", said.periodicity or ""),
        formatter.row(
            "imprint_responsible", f"{office}, {formatter.unit(who.unit)}" if who else ""
        ),
    )


def _licence(formatter: Formatter, said: str) -> Row:
    """“Giấy phép: số 12/GP”: the word that people type before the number is not said twice."""
    row = formatter.row("imprint_licence", said)
    bare = (
        said[len(row.label) :].strip() if said.casefold().startswith(row.label.casefold()) else ""
    )
    return formatter.row("imprint_licence", bare or said)


def draft_label(context: EditionContext) -> str | None:
    """An official document without its signed paper is a draft (spec, 2: `signed_copy`)."""
    plan = context.plan
    is_draft = plan.form is Form.OFFICIAL and not plan.signed_copy
    return context.formatter.label("draft") if is_draft else None


def warning(context: EditionContext) -> str | None:
    """What the reader must know first: the whole was withdrawn, or parts of it were stopped."""
    formatter = context.formatter
    if context.edition.is_withdrawal:
        return formatter.label("withdrawn_whole")
    named = [
        f"{record_id} “{content['title']}”"
        for record_id, content in sorted(context.edition.records.items())
        if record_id in context.stops
    ]
    return formatter.label("stopped_since").format(name="; ".join(named)) if named else None


def signatures(context: EditionContext) -> tuple[SignBlock, ...]:
    """One block for each signer and each other party, the chairing unit last, on the right.

    Every party had to approve, so each is shown, also one that the plan's signers leave out.
    A withdrawal is signed by the party that withdrew it, and does not repeat the old approvals.
    """
    if context.edition.is_withdrawal:
        return _withdrawal_block(context)
    listed: list[tuple[str, str]] = [
        (signer.unit, signer.office) for signer in context.plan.signers
    ]
    units = {unit for unit, _ in listed}
    unlisted = [unit for unit in context.edition.parties if unit not in units]
    listed += [(unit, _office_that_approved(context, unit)) for unit in unlisted]
    ordered = sorted(listed, key=lambda signer: signer[0] == context.plan.unit)
    return tuple(_sign_block(context, unit, office) for unit, office in ordered)


def _sign_block(context: EditionContext, unit_id: str, office_id: str) -> SignBlock:
    unit = context.formatter.names.units.get(unit_id)
    return SignBlock(
        unit=context.formatter.unit(unit_id),
        superior=(unit.superior or "") if unit else "",
        office=context.formatter.office(unit_id, office_id),
        approval=_approval(context, unit_id),
    )


def _withdrawal_block(context: EditionContext) -> tuple[SignBlock, ...]:
    """Who withdrew the bulletin, and when; editions before 2027 do not say who."""
    by, formatter = context.edition.withdrawn_by, context.formatter
    if by is None:
        return ()
    block = _sign_block(context, by.unit, by.office)
    moment = formatter.moment(context.edition.issued_at)
    return (block._replace(approval=formatter.label("withdrawn_by").format(moment=moment)),)


def _approval(context: EditionContext, unit_id: str) -> str:
    formatter, approval = context.formatter, _given(context, unit_id)
    if approval is None:
        return formatter.label("not_approved")
    at = formatter.moment(datetime.fromisoformat(approval["at"]))
    is_signed = level_of(approval) is ApprovalLevel.SIGNED
    return formatter.label("approved_signed" if is_signed else "approved").format(moment=at)


def _office_that_approved(context: EditionContext, unit_id: str) -> str:
    approval = _given(context, unit_id)
    return approval["office"] if approval else ""


def _given(context: EditionContext, unit_id: str) -> Mapping[str, Any] | None:
    """The unit's approval of the bulletin itself, as it was frozen."""
    own = (context.edition.bulletin, unit_id, Verdict.APPROVE)
    return next(
        (a for a in context.edition.approvals if (a["record"], a["unit"], a["decision"]) == own),
        None,
    )


def basis_line(context: EditionContext) -> str:
    """The id of the programme's basis, with its title if the edition has that record."""
    basis = context.formatter.names.programme.basis
    titles = {directive.id: directive.title for directive in context.of(Directive)}
    return f"{basis} {titles.get(basis, '')}".strip() if basis else ""


def history(context: EditionContext) -> str:
    formatter, edition, previous = context.formatter, context.edition, context.previous
    values = {"version": edition.version, "moment": formatter.moment(edition.issued_at)}
    if previous is None:
        return formatter.label("first_version").format(**values)
    return formatter.label("later_version").format(
        **values,
        relation=formatter.choice(edition.relation),
        before=previous.version,
        earlier=formatter.moment(previous.issued_at),
    )


class Lapse(NamedTuple):
    """From when until when (ISO) a sentence about validity is so, and what is said after it."""

    since: str
    until: str
    said: str


def validity(context: EditionContext) -> str:
    """Until the earliest end of its messages that still hold; without any, until the next issue.

    On a page that is what has become of its messages since; when none is left, it says so.
    A feed asks this of fifty editions, so frozen JSON is read and no record is built.
    """
    formatter = context.formatter
    if context.edition.is_withdrawal:
        return formatter.label("valid_never")
    messages = [record_id for record_id in context.edition.records if is_of(record_id, Message)]
    if messages and all(map(context.is_out, messages)):
        return formatter.label("valid_no_more")
    if first_end := _first_end(context):
        return formatter.label("valid_messages").format(until=formatter.moment(first_end))
    if context.plan.next_issue:
        until = formatter.moment(context.plan.next_issue)
        return formatter.label("valid_next").format(until=until)
    return formatter.label("valid_open")


def lapse(context: EditionContext) -> Lapse | None:
    """When what `validity` says of the messages of a bulletin is over, and what is said then."""
    until, formatter = _first_end(context), context.formatter
    if context.edition.is_withdrawal or until is None:
        return None
    said = formatter.label("valid_ended").format(until=formatter.moment(until))
    return Lapse(context.edition.issued_at.isoformat(), until.isoformat(), said)


def _first_end(context: EditionContext) -> datetime | None:
    """The earliest end of the messages that may still be used."""
    messages = (one for one in context.edition.records if is_of(one, Message))
    ends = (_end(context, message) for message in messages if not context.is_out(message))
    return min(filter(None, ends), default=None)


def _end(context: EditionContext, message: str) -> datetime | None:
    """Until when a message may be used: on a page as is known by now, on paper as it was issued."""
    use = context.use_of(message)
    if use and use.span:
        return datetime.fromisoformat(use.span.until)
    window = window_of(context.edition.records[message], context.edition.zone)
    return window.until if window else None
