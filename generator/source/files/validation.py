"""Phase 2, validate: plain values to records. pydantic checks; we add places and sentences."""

from datetime import tzinfo
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator.base.diagnostics import Diagnostic, PhaseOutcome
from generator.source.files.field_complaints import explain, intended_key
from generator.source.yaml.fast_loader import Values

M = TypeVar("M", bound=BaseModel)


def validate(path: str, values: Values, model: type[M], zone: tzinfo) -> PhaseOutcome[M | None]:
    """The record, or None with every problem; times without an offset are in `zone`."""
    try:
        return PhaseOutcome(model.model_validate(values, context={"zone": zone}))
    except ValidationError as error:
        return PhaseOutcome(None, tuple(_reasons(path, model, error)))


def _reasons(path: str, model: type[BaseModel], error: ValidationError) -> list[Diagnostic]:
    """One finding for each cause: a misspelt key is not reported as missing too."""
    details = error.errors(include_url=False)
    unknown = [tuple(detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"]
    misspelt = {(*at[:-1], intended_key(model, at)) for at in unknown}
    reported = (
        detail
        for detail in details
        if detail["type"] != "missing" or tuple(detail["loc"]) not in misspelt
    )
    return [explain(path, model, detail) for detail in reported]
