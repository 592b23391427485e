"""Verbs that write wait for one another, from the first look at the content to the last file."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from generator.cli.session.session import Session
from generator.writer import alone


def one_writer(command: Callable[..., Any]) -> Callable[..., Any]:
    """Run the verb while no other one writes in its workspace.

    What it read before it waited would be out of date, so it waits first.
    """

    @wraps(command)
    def waiting(session: Session, *arguments: object, **options: object) -> object:
        with alone(session.root):
            return command(session, *arguments, **options)

    return waiting
