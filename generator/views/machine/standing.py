"""The standing of a record, so that a program can judge it at its own moment.

Nothing here depends on the moment of the build: the state says what people did, the times say
from when until when.
"""

from generator.model.ledger.ledger import Ledger
from generator.model.ledger.queries import withdrawn_at
from generator.model.registry.signoff import Recall
from generator.views.machine.documents import MatterForm, RecallForm, StandingForm, State


def standing_of(ledger: Ledger, record_id: str) -> StandingForm:
    """The state with its reasons and times."""
    content, stop = ledger.issued[record_id][-1].content, ledger.stop(record_id)
    valid, retired = content.get("valid", {}), content.get("retired", {})
    state = State.named(stop.value) if stop else State.OFFERED
    recall = ledger.recalls.get(record_id)
    return StandingForm.model_construct(
        state=state,
        start=valid.get("from"),
        until=valid.get("until"),
        retired_on=retired.get("on"),
        recalled=recall_form(recall) if recall else None,
        withdrawn_at=withdrawn_at(ledger, record_id) if state is State.WITHDRAWN else None,
        superseded_by=ledger.superseded_by.get(record_id),
        held_by=ledger.held.get(record_id) if state is State.HELD else None,
        matter=_matter_form(ledger, record_id),
    )


def _matter_form(ledger: Ledger, record_id: str) -> MatterForm | None:
    matter = ledger.matters.get(record_id)
    if matter is None:
        return None
    return MatterForm.model_construct(
        state=matter.state,
        since=matter.since,
        waits_for=matter.waits_for,
        through=matter.through or None,
    )


def recall_form(recall: Recall) -> RecallForm:
    """A recall as the unit wrote it, without the record id."""
    return RecallForm.model_construct(
        unit=recall.unit,
        office=recall.office or None,
        at=recall.at,
        reason=recall.reason,
        instead=recall.instead,
    )
