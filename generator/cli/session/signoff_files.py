"""Shared by approvals and recalls: the options of the signer, and who may sign."""

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

import click

from generator.base.diagnostics import BulletinError
from generator.base.times import in_words
from generator.cli.session import completion
from generator.model.corpus.corpus import Corpus
from generator.model.registry.succession import has_ended, heir


class SigningOffice(NamedTuple):
    """The signer: an office of a party, never a person."""

    unit: str
    office: str


def by_party(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb the options --unit and --office, passed as the argument `signer`."""

    @click.option(
        "--unit", required=True, shell_complete=completion.units, help="Đơn vị · The party"
    )
    @click.option(
        "--office", required=True, shell_complete=completion.offices, help="Chức vụ · The office"
    )
    @wraps(command)
    def with_signer(*arguments: object, unit: str, office: str, **options: object) -> object:
        return command(*arguments, signer=SigningOffice(unit, office), **options)

    return with_signer


def authority(corpus: Corpus, signer: SigningOffice) -> None:
    """Raises BulletinError unless the signer is a party of today, by an office valid today.

    One that the programme has left out stays a party until all have agreed to that.
    """
    unit_id, office_id = signer
    refuse_ended(corpus, unit_id)
    unit = corpus.registry.units.get(unit_id)
    if unit is None or unit_id not in corpus.approvers:
        known = ", ".join(corpus.approvers)
        raise BulletinError(
            f"“{unit_id}” không phải là một bên của chương trình; các bên: {known}.",
            f"“{unit_id}” is no party of the programme; the parties: {known}.",
        )
    held_office, today = unit.office(office_id), corpus.now.date()
    if held_office is None or not held_office.valid.covers(today):
        known = ", ".join(office.id for office in unit.offices if office.valid.covers(today))
        raise BulletinError(
            f"{unit_id} không có chức vụ “{office_id}” đang còn hiệu lực; có: {known or '—'}.",
            f"{unit_id} has no office “{office_id}” today; there are: {known or '—'}.",
        )


def refuse_ended(corpus: Corpus, unit_id: str) -> None:
    """Raises BulletinError when the unit has ended; the sentence names its successor."""
    units, today = corpus.registry.units, corpus.now.date()
    unit = units.get(unit_id)
    if unit is None or not has_ended(unit, today):
        return
    later = heir(units, unit, today)
    vi = f"; đơn vị kế thừa: {later.id} “{later.name}”" if later else ""
    en = f"; its successor: {later.id} “{later.name}”" if later else ""
    last = in_words(unit.valid.until or today)
    raise BulletinError(
        f"{unit_id} “{unit.name}” đã kết thúc hoạt động ngày {last.vi}{vi}.",
        f"{unit_id} “{unit.name}” ended on {last.en}{en}.",
    )
