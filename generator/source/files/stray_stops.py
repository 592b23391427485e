"""Recalls and redactions that stand where nobody looks for them: they would stop nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.base.diagnostics import Diagnostic, Severity
from generator.base.span import Span
from generator.base.text import Bilingual
from generator.base.workspace import FileEntry, Workspace
from generator.model.registry.signoff import recall_path, redaction_path
from generator.source.files.file_list import RECALL, REDACTION, model_of
from generator.source.problems import STRAY_FILE
from generator.source.yaml.loader import MAX_BYTES

# People name the folder in their own way, and some put it beside content/.
_BESIDE = ("recalls", "recall", "redactions")
_TEXT = re.compile(r"(?:\.ya?ml|\.txt|/[^./]*)$", re.IGNORECASE)
_KEY = (
    r"(?m)^[ \t]*[\"']?{}[\"']?[ \t]*:[ \t]*[\"']?([A-Z]{{2}}-[0-9]{{4}}-[0-9]+(?:[/-]v[0-9]+)?)?"
)
_RECALLED, _REDACTED = re.compile(_KEY.format("record")), re.compile(_KEY.format("edition"))
_REASON, _DECISION = re.compile(r"(?m)^reason[ \t]*:"), re.compile(r"(?m)^decision[ \t]*:")
_STRAY_STOP = replace(STRAY_FILE, severity=Severity.ERROR)
_WHAT = Bilingual(
    "Đây là một lệnh thu hồi hoặc gỡ nội dung nằm sai chỗ, nên chưa dừng được gì",
    "This is a recall or a redaction in the wrong place, so it stops nothing",
)


def stray_stops(workspace: Workspace, content: Sequence[FileEntry]) -> Iterator[Diagnostic]:
    """The problem of each file that says what a recall or a redaction says, and is not read.

    `content` are all files below content/.
    """
    beside = (file for folder in _BESIDE for file in workspace.files(folder))
    for file in (*content, *beside):
        right = _right_path(workspace, file) if _may_stop(file) else None
        if right:
            hint = Bilingual(f"chuyển tệp sang {right}", f"move the file to {right}")
            yield _STRAY_STOP.at(Span(file.path), what=_WHAT, hint=hint)


def _may_stop(file: FileEntry) -> bool:
    """Whether a file is a small text that no reader of recalls reads."""
    is_read = RECALL.match(file.path) or REDACTION.match(file.path) or model_of(file.path)
    is_text = file.is_regular and file.size <= MAX_BYTES and _TEXT.search(file.path)
    return bool(is_text) and not is_read


def _right_path(workspace: Workspace, file: FileEntry) -> str | None:
    text = workspace.read(file.path).decode("utf-8", "replace").lstrip("\ufeff")
    if not _REASON.search(text) or _DECISION.search(text):
        return None
    for pattern, path_of in ((_RECALLED, recall_path), (_REDACTED, redaction_path)):
        if match := pattern.search(text):
            return path_of((match[1] or "…").replace("-v", "/v"))
    return None
