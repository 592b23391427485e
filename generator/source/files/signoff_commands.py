"""What to type for a sign-off that a person wrote by hand: only a command can write its digest."""

import re
from collections.abc import Mapping

from pydantic import BaseModel

from generator.base.text import Bilingual
from generator.model.registry.signoff import Redaction, Verdict

_VERSION = re.compile(r"([A-Z]{2}-\d{4}-\d+)[-_/. ]*[vV](\d+)")


def by_command(model: type[BaseModel], written: Mapping[str, object]) -> Bilingual:
    """The mend of an approval or a redaction without its digest, with what was written in it."""
    command = _redact(written) if issubclass(model, Redaction) else approve(written)
    return Bilingual(
        f"xóa tệp này rồi gõ “{command}”; lệnh ấy viết lại cả tệp",
        f"delete this file and type “{command}”, which writes it whole",
    )


def approve(written: Mapping[str, object]) -> str:
    """The command with which a unit approves, or says that it does not."""
    record, unit, office = (str(written.get(key) or "…") for key in ("record", "unit", "office"))
    rejects = ' --reject --reason "…"' if written.get("decision") == Verdict.REJECT else ""
    return f"bulletin approve {record} --unit {unit} --office {office}{rejects}"


def _redact(written: Mapping[str, object]) -> str:
    version = _VERSION.fullmatch(str(written.get("edition")))
    bulletin, number = version.groups() if version else ("BT-…", "…")
    return f'bulletin redact {bulletin} v{number} --reason "…"'
