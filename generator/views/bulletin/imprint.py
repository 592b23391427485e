"""What stands at the end of a document, and what is said of its validity and history."""

from datetime import datetime
from typing import NamedTuple

from generator.model.edition.edition import Edition
from generator.model.edition.trust import level_of
from generator.model.kinds import is_of
from generator.model.kinds.bulletin import Form
from generator.model.kinds.directive import Directive
from generator.model.kinds.message import Message
from generator.model.registry.signoff import Verdict
from generator.views.context.edition_context import EditionContext


class SignBlock(NamedTuple):
    """One unit's place at the end; `approval` says when and how it approved: declared or signed."""

    unit: str
    superior: str
    office: str
    approval: str


def draft_label(printed: EditionContext) -> str | None:
    """An official document without its signed paper is a draft (spec, 2: `signed_copy`)."""
    plan = printed.plan
    is_draft = plan.form is Form.OFFICIAL and not plan.signed_copy
    return printed.formatter.label("draft") if is_draft else None


def warning(printed: EditionContext) -> str | None:
    return printed.formatter.label("withdrawn_whole") if printed.edition.is_withdrawal else None


def signatures(printed: EditionContext) -> tuple[SignBlock, ...]:
    """One block for each signer, the chairing unit last, where it stands on the right."""
    signers = sorted(printed.plan.signers, key=lambda one: one.unit == printed.plan.unit)
    return tuple(_sign_block(printed, one.unit, one.office) for one in signers)


def _sign_block(printed: EditionContext, unit_id: str, office_id: str) -> SignBlock:
    unit = printed.formatter.names.units.get(unit_id)
    return SignBlock(
        unit=printed.formatter.unit(unit_id),
        superior=(unit.superior or "") if unit else "",
        office=printed.formatter.office(unit_id, office_id),
        approval=_approval(printed, unit_id),
    )


def _approval(printed: EditionContext, unit_id: str) -> str:
    formatter = printed.formatter
    for one in printed.edition.approvals:
        is_own = one["record"] == printed.edition.bulletin and one["unit"] == unit_id
        if is_own and one["decision"] == Verdict.APPROVE:
            at = formatter.moment(datetime.fromisoformat(one["at"]))
            level = formatter.choice(level_of(one))
            return formatter.label("approved").format(moment=at, level=level)
    return formatter.label("not_approved")


def basis_line(printed: EditionContext) -> str:
    """The programme's own basis, by its title when the edition holds it."""
    basis = printed.formatter.names.programme.basis
    held = {one.id: one.title for one in printed.of(Directive)}
    return f"{basis} {held.get(basis, '')}".strip() if basis else ""


def history(printed: EditionContext, previous: Edition | None) -> str:
    formatter, edition = printed.formatter, printed.edition
    said = {"version": edition.version, "moment": formatter.moment(edition.issued_at)}
    if previous is None:
        return formatter.label("first_version").format(**said)
    return formatter.label("later_version").format(
        **said,
        relation=formatter.choice(edition.relation),
        before=previous.version,
        earlier=formatter.moment(previous.issued_at),
    )


def validity(printed: EditionContext) -> str:
    """Until when its messages hold, the earliest end first; without messages, the next issue.

    Told of fifty editions in a feed, so read off what was frozen.
    """
    formatter = printed.formatter
    frozen = printed.edition.records.items()
    given = [content.get("valid") for one, content in frozen if is_of(one, Message)]
    ends = [datetime.fromisoformat(valid["until"]) for valid in given if valid]
    if ends:
        return formatter.label("valid_messages").format(until=formatter.moment(min(ends)))
    if printed.plan.next_issue:
        until = formatter.moment(printed.plan.next_issue)
        return formatter.label("valid_next").format(until=until)
    return formatter.label("valid_open")
