"""Shared by approvals and recalls: the options of the signer, and who may sign."""

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

import click

from generator.base.diagnostics import BulletinError
from generator.model.corpus.corpus import Corpus


class SigningOffice(NamedTuple):
    """The signer: an office of a party, never a person."""

    unit: str
    office: str


def by_party(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb the options --unit and --office, passed as the argument `signer`."""

    @click.option("--unit", required=True, help="Đơn vị · The party")
    @click.option("--office", required=True, help="Chức vụ · The office")
    @wraps(command)
    def with_signer(*arguments: object, unit: str, office: str, **options: object) -> object:
        return command(*arguments, signer=SigningOffice(unit, office), **options)

    return with_signer


def authority(corpus: Corpus, signer: SigningOffice) -> None:
    """Raises BulletinError unless the signer is a party's office that is valid today."""
    unit, office = signer
    programme = corpus.registry.programme
    if unit not in programme.parties:
        known = ", ".join(programme.parties)
        raise BulletinError(
            f"“{unit}” không phải là một bên của chương trình; các bên: {known}.",
            f"“{unit}” is no party of the programme; the parties: {known}.",
        )
    held_office = corpus.registry.units[unit].office(office)
    if held_office is None or not held_office.valid.covers(corpus.now.date()):
        known = ", ".join(listed_office.id for listed_office in corpus.registry.units[unit].offices)
        raise BulletinError(
            f"{unit} không có chức vụ “{office}” đang còn hiệu lực; có: {known}.",
            f"{unit} has no office “{office}” today; there are: {known}.",
        )
