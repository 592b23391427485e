"""Phase 2, validate: plain values to records. pydantic decides; we add the place and the words."""

from datetime import tzinfo
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator.base.diagnostics import Diagnostic, PhaseOutcome
from generator.source.files.field_complaints import explain, meant
from generator.source.yaml.fast_loader import Values

M = TypeVar("M", bound=BaseModel)


def validate(path: str, values: Values, model: type[M], zone: tzinfo) -> PhaseOutcome[M | None]:
    """The record, or None with every reason; times without an offset are taken in `zone`."""
    try:
        return PhaseOutcome(model.model_validate(values, context={"zone": zone}))
    except ValidationError as error:
        return PhaseOutcome(None, tuple(_reasons(path, model, error)))


def _reasons(path: str, model: type[BaseModel], error: ValidationError) -> list[Diagnostic]:
    """One finding a cause: a key that only was misspelt is not missing too."""
    details = error.errors(include_url=False)
    unknown = [tuple(d["loc"]) for d in details if d["type"] == "extra_forbidden"]
    misspelt = {(*at[:-1], meant(model, at)) for at in unknown}
    told = (d for d in details if d["type"] != "missing" or tuple(d["loc"]) not in misspelt)
    return [explain(path, model, detail) for detail in told]
