"""The standing of a record, so that a program can judge it at its own moment.

Nothing here depends on the moment of the build: the state says what people did, the times say
from when until when.
"""

from typing import Any

from generator.model.ledger.ledger import Ledger
from generator.model.ledger.queries import withdrawn_at
from generator.model.registry.signoff import Recall

JsonObject = dict[str, Any]


def offer_state(ledger: Ledger, record_id: str) -> str:
    """`offered` must be judged by its times; every other state means out of use."""
    stop = ledger.stop(record_id)
    return stop.value if stop else "offered"


def standing_of(ledger: Ledger, record_id: str) -> JsonObject:
    """The state with its reasons and times; keys without a value are left out."""
    content = ledger.issued[record_id][-1].content
    valid, retired = content.get("valid", {}), content.get("retired", {})
    state = offer_state(ledger, record_id)
    recall, matter = ledger.recalls.get(record_id), ledger.matters.get(record_id)
    standing: JsonObject = {
        "state": state,
        "from": valid.get("from"),
        "until": valid.get("until"),
        "retired_on": retired.get("on"),
        "recalled": recall_fields(recall) if recall else None,
        "withdrawn_at": withdrawn_at(ledger, record_id) if state == "withdrawn" else None,
        "superseded_by": ledger.superseded_by.get(record_id),
        "held_by": ledger.held.get(record_id) if state == "held" else None,
    }
    if matter:
        waits_for = list(matter.waits_for)
        matter_entry = {"state": matter.state.value, "since": matter.since, "waits_for": waits_for}
        standing["matter"] = {
            **matter_entry,
            **({"through": matter.through} if matter.through else {}),
        }
    return {key: value for key, value in standing.items() if value is not None}


def recall_fields(recall: Recall) -> JsonObject:
    """The fields of a recall as the unit wrote them, without the record id."""
    fields: JsonObject = recall.model_dump(mode="json", exclude={"record"}, exclude_none=True)
    return {key: text for key, text in fields.items() if text}
