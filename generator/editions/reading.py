"""One file of an edition as it lies in the workspace, or as git had it."""

from typing import Any

import orjson
from pydantic import ValidationError

from generator.base.diagnostics import PhaseOutcome
from generator.base.text import Bilingual
from generator.editions.freeze import as_body
from generator.editions.problems import MERGING, altered_file, issued_twice
from generator.model.edition.edition import (
    EDITION_FILE,
    Edition,
    Link,
    Redacted,
    body_digest,
    file_bytes,
)

FOLDER = "content/editions"


def read_edition(path: str, content: bytes) -> PhaseOutcome[Link | None]:
    """An edition whose bytes are exactly as issued, or its redacted form; else the problem."""
    try:
        body = orjson.loads(content)
    except orjson.JSONDecodeError:
        return _unreadable_edition(path, content)
    if isinstance(body, dict) and body.get("form") == "redacted":
        return _read_redacted(path, content, body)
    if not isinstance(body, dict) or body_digest(body) != body.get("digest"):
        return _altered_edition(
            path, "nội dung không khớp mã băm", "the content does not match its digest"
        )
    return _read_whole(path, content, body)


def _read_whole(path: str, content: bytes, body: dict[str, Any]) -> PhaseOutcome[Link | None]:
    """An edition whose content is as its digest says."""
    if file_bytes(body) != content:
        return _altered_edition(path, "cách ghi tệp đã bị đổi", "the way it is written was changed")
    try:
        edition = Edition.model_validate(body)
    except ValidationError:
        return _altered_edition(
            path, "không đúng dạng bản phát hành", "it is not in the form of an edition"
        )
    if edition.form > 1 and file_bytes(as_body(edition)) != content:
        return _altered_edition(path, "cách ghi tệp đã bị đổi", "the way it is written was changed")
    if edition.path != path:
        return _altered_edition(
            path, f"tệp này là của {edition.name}", f"the file belongs to {edition.name}"
        )
    return PhaseOutcome(edition)


def _read_redacted(path: str, content: bytes, body: dict[str, Any]) -> PhaseOutcome[Link | None]:
    """The place of an edition whose content every party took out."""
    try:
        redacted = Redacted.model_validate(body)
    except ValidationError:
        return _altered_edition(
            path, "không đúng dạng bản đã gỡ nội dung", "it is not in the form of a redacted one"
        )
    if redacted.path != path or file_bytes(body) != content:
        return _altered_edition(path, "cách ghi tệp đã bị đổi", "the way it is written was changed")
    return PhaseOutcome(redacted)


def name_of(path: str) -> str:
    """The name of the edition in a file."""
    return path.removeprefix(f"{FOLDER}/").removesuffix(".json")


def _altered_edition(path: str, vi: str, en: str) -> PhaseOutcome[None]:
    match = EDITION_FILE.match(path)
    name = f"{match[1]}/v{match[2]}" if match else path
    return PhaseOutcome(None, (altered_file(name, path, Bilingual(vi, en)),))


def _unreadable_edition(path: str, content: bytes) -> PhaseOutcome[None]:
    if MERGING in content:
        return PhaseOutcome(None, (issued_twice(path, path),))
    return _altered_edition(path, "tệp không đọc được nữa", "the file cannot be read any more")
