"""Phase 2, validate: plain values to records. pydantic decides; we add the place and the words."""

from datetime import tzinfo
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator.base.diagnostics import Diagnostic, Outcome
from generator.source.load import Values
from generator.source.reasons import explain

M = TypeVar("M", bound=BaseModel)


def validate(path: str, values: Values, model: type[M], zone: tzinfo) -> Outcome[M | None]:
    """The record, or None with every reason; times without an offset are taken in `zone`."""
    try:
        return Outcome(model.model_validate(values, context={"zone": zone}))
    except ValidationError as error:
        return Outcome(None, tuple(_reasons(path, model, error)))


def _reasons(path: str, model: type[BaseModel], error: ValidationError) -> list[Diagnostic]:
    details = error.errors(include_url=False)
    return [explain(path, model, detail) for detail in details]
