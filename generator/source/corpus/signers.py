"""The list of signers, and the check of every approval's signature; runs beside phase 2."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import tzinfo

from generator.base.diagnostics import Diagnostic, PhaseOutcome
from generator.base.span import FieldPath, SourceMap, Span
from generator.base.text import Bilingual, nearest
from generator.base.workspace import FileEntry, Workspace
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.edition.terms import Claim, flaw_of
from generator.model.registry.registry import ApprovalLevel, Registry
from generator.model.registry.signers import SIGNERS, Flaw, Key, ListedKey, read_signers
from generator.model.registry.signoff import Approval, Seal, signature_path
from generator.source.files.workspace_files import WorkspaceFiles
from generator.source.problems import BAD_FILE, NOTHING_THERE, WRONG_FORM
from generator.source.yaml.characters import decode
from generator.source.yaml.complaints import conflict
from generator.source.yaml.loader import MAX_BYTES, too_large

MAX_SIGNATURE = 16 * 1024  # three times the signature of the largest RSA key


def with_signers(
    workspace: Workspace, files: WorkspaceFiles, corpus: Corpus
) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """The corpus with its signers and with a judge that uses the trusted keys, and problems."""
    keys, problems = list_signers(workspace, files.signature_files.get(SIGNERS), corpus.registry)
    zone = corpus.registry.programme.zone
    judge = SignatureJudge(
        workspace, files.signature_files, lambda record: corpus.keys_for(record, keys), zone
    )
    return replace(corpus, signers=keys, seal_of=judge), problems


def list_signers(
    workspace: Workspace, file: FileEntry | None, registry: Registry
) -> PhaseOutcome[tuple[Key, ...]]:
    """The keys that the working tree lists, and a problem for every wrong line."""
    if file is None:
        return PhaseOutcome(())
    if not file.is_regular:
        return PhaseOutcome((), (BAD_FILE.at(Span(SIGNERS), reason=_LINK, mend=_NO_LINK),))
    if file.size > MAX_BYTES:
        return PhaseOutcome((), (too_large(SIGNERS, MAX_BYTES // 1024),))
    text = decode(SIGNERS, workspace.read(SIGNERS))
    if isinstance(text, Diagnostic):
        return PhaseOutcome((), (text,))
    if conflicting := conflict(SIGNERS, text):
        return PhaseOutcome((), (conflicting,))
    signers = read_signers(text.splitlines(), registry.programme.zone)
    unknown = [
        _unknown_unit(listed, registry)
        for listed in signers.listed
        if listed.key.unit not in registry.units
    ]
    return PhaseOutcome(signers.keys, (*map(_flaw_problem, signers.flaws), *unknown))


def places_in_list(path: str, content: bytes) -> SourceMap:
    """The place of each unit: its first line."""
    lines = [line.split(maxsplit=1) for line in content.decode("utf-8-sig", "replace").splitlines()]
    units: dict[FieldPath, Span] = {
        (words[0],): Span(path, number, width=len(words[0]))
        for number, words in reversed([*enumerate(lines, start=1)])
        if words
    }
    return SourceMap(path, keys=units)


def _flaw_problem(flaw: Flaw) -> Diagnostic:
    span = Span(SIGNERS, flaw.line, flaw.column, len(flaw.given))
    return WRONG_FORM.at(span, key=flaw.part, given=f"“{flaw.given}”", expected=flaw.expected)


def _unknown_unit(listed: ListedKey, registry: Registry) -> Diagnostic:
    unit = listed.key.unit
    near = nearest(unit, registry.units) or ", ".join(registry.programme.parties)
    hint = Bilingual(f"có phải {near}?", f"did you mean {near}?")
    span = Span(SIGNERS, listed.line, 1, len(unit))
    return NOTHING_THERE.at(span, what=Bilingual("đơn vị", "unit"), id=unit, hint=hint)


@dataclass(frozen=True, slots=True)
class SignatureJudge:
    """Checks a signature when it is needed, each only once: most approvals are old."""

    workspace: Workspace
    files: Mapping[str, FileEntry]
    keys_for: Callable[[str], tuple[Key, ...]]
    zone: tzinfo
    known: dict[str, Seal] = field(default_factory=dict)

    def __call__(self, entry: Entry[Approval]) -> Seal:
        if entry.path not in self.known:
            self.known[entry.path] = self._seal(entry)
        return self.known[entry.path]

    def _seal(self, entry: Entry[Approval]) -> Seal:
        path = signature_path(entry.path)
        file = self.files.get(path)
        if file is None:
            return Seal()
        if not file.is_regular or file.size > MAX_SIGNATURE:
            return Seal(ApprovalLevel.SIGNED, _LINK if not file.is_regular else _TOO_LARGE)
        signature = _with_unix_line_ends(self.workspace.read(path)).decode("utf-8", "replace")
        approval = entry.record
        message = _with_unix_line_ends(self.workspace.read(entry.path))
        if message != approval.written():
            return Seal(ApprovalLevel.SIGNED, _REWRITTEN)
        claim = Claim(message, signature, str(approval.unit), approval.at.astimezone(self.zone))
        flaw = flaw_of(claim, self.keys_for(approval.record), self.workspace.vouches)
        return Seal(ApprovalLevel.SIGNED, flaw, signature)


def _with_unix_line_ends(content: bytes) -> bytes:
    """The bytes as signed, also if git has checked the file out with Windows line ends."""
    return content.replace(b"\r\n", b"\n")


_LINK = Bilingual("đây là liên kết, không phải tệp", "it is a symbolic link")
_NO_LINK = Bilingual("chép nội dung vào một tệp thật", "copy the content into a real file")
_TOO_LARGE = Bilingual("tệp chữ ký lớn hơn 16 KiB", "the signature file is larger than 16 KiB")
_REWRITTEN = Bilingual(
    "tệp phê duyệt không còn đúng như lệnh bulletin approve đã ghi",
    "the approval file is not as bulletin approve wrote it",
)
