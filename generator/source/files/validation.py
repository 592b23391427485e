"""Phase 2, validate: plain values to records. pydantic checks; we add places and sentences."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator.base.diagnostics import MOST_ALIKE, Diagnostic, PhaseOutcome
from generator.source.files.field_complaints import (
    Writing,
    explain,
    intended_key,
    is_told_above,
    parent_of,
)
from generator.source.files.registered_names import Read, registered_names
from generator.source.yaml.fast_loader import Values

M = TypeVar("M", bound=BaseModel)


def validate(
    path: str, values: Values, model: type[M], zone: tzinfo, read: Read | None = None
) -> PhaseOutcome[M | None]:
    """The record, or None with every problem; times without an offset are in `zone`.

    `read` gives the values of a file with its empty keys; it is asked only when something is wrong.
    """
    try:
        return PhaseOutcome(model.model_validate(values, context={"zone": zone}))
    except ValidationError as error:
        written = (read(path) if read else None) or values
        writing = Writing(path, model, written, registered_names(read) if read else {})
        return PhaseOutcome(None, tuple(_reasons(writing, error)))


def _reasons(writing: Writing, error: ValidationError) -> Iterator[Diagnostic]:
    """One finding for each cause: a misspelt key is not reported as missing too."""
    details = error.errors(include_url=False)
    unknown = [tuple(detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"]
    meant = {(*at[:-1], _meant_key(writing, at)) for at in unknown[:MOST_ALIKE]}
    for detail in details:
        at = tuple(detail["loc"])
        if detail["type"] == "missing" and at in meant:
            continue
        if not (detail["type"] == "extra_forbidden" and is_told_above(writing, at)):
            yield explain(writing, detail)


def _meant_key(writing: Writing, at: tuple[str | int, ...]) -> str | None:
    return parent_of(writing, at) or intended_key(writing.model, at)
