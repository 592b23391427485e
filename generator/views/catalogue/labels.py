"""Every label that readers see: the words of the catalogue, and titles read off the kinds."""

from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel

from generator.base.text import Language
from generator.model.kinds import KINDS
from generator.model.kinds.bulletin import Imprint
from generator.model.kinds.concern import Reported
from generator.model.kinds.consultation import Conclusion, Meeting, Position, Referral
from generator.model.kinds.information import Source, Verification
from generator.model.kinds.message import DoNotSay
from generator.model.kinds.network import Coverage, Training
from generator.model.kinds.opinion import Method, Proposal, Stream
from generator.model.record.fields import title_of
from generator.model.record.record import Forecast, Record, Task
from generator.model.registry.registry import Contact
from generator.views.catalogue.words import words

# The groups of keys whose titles are labels: `task_due` is the title of Task.due.
_PARTS: tuple[tuple[str, type[BaseModel]], ...] = (
    ("record", Record),
    ("task", Task),
    ("forecast", Forecast),
    ("source", Source),
    ("step", Verification),
    ("refusal", DoNotSay),
    ("method", Method),
    ("stream", Stream),
    ("proposal", Proposal),
    ("reported", Reported),
    ("meeting", Meeting),
    ("position", Position),
    ("referral", Referral),
    ("conclusion", Conclusion),
    ("coverage", Coverage),
    ("training", Training),
    ("contact", Contact),
    ("imprint", Imprint),
    *((kind.kind, kind) for kind in KINDS),
)


@cache
def labels(language: Language) -> Mapping[str, str]:
    """All labels by name, in one language."""
    titles = {
        f"{part}_{field.alias or name}": title_of(model, name).to(language)
        for part, model in _PARTS
        for name, field in model.model_fields.items()
    }
    sections = {
        f"section_{section.id}": section.title.to(language)
        for section in (kind.section for kind in KINDS)
        if section.title
    }
    return {**titles, **sections, **words(language)}
