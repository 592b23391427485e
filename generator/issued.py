"""Everything issued until now, with what people have stopped since: what a site is made from."""

from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import TypeVar

from generator.base.diagnostics import BulletinError, Diagnostic, Refused, Severity
from generator.base.phases import phase
from generator.base.workspace import Workspace
from generator.editions.chain import read_editions
from generator.editions.fold import fold_editions, visible
from generator.editions.in_git import RECALLS
from generator.editions.verify import lost_editions
from generator.guard.allowance import Allowance
from generator.model.corpus.standing import begins
from generator.model.edition.edition import Edition, History
from generator.model.edition.public_names import allowance_of, forbidden_in
from generator.model.kinds import is_of
from generator.model.kinds.bulletin import Bulletin
from generator.model.ledger.frozen_directory import Roll
from generator.model.ledger.ledger import Ledger
from generator.model.record.fields import as_json
from generator.model.record.record import Circulation, Retired
from generator.model.record.reference import IssuedRef, OfficeRef, UnitRef
from generator.model.registry.registry import Programme
from generator.model.registry.signoff import Recall
from generator.pipeline import located, read_below, wrong_stops
from generator.source.corpus.assembly import registry_of
from generator.source.files.file_list import linked_folders
from generator.source.files.retirements import retirements
from generator.source.files.stray_stops import stray_stops
from generator.source.files.workspace_files import WorkspaceFiles

S = TypeVar("S", Recall, Retired)
_READ = ("content/registry", RECALLS)
_WITHHELD = "chưa in được, đơn vị thu hồi phải viết lại"


@phase("ledger")
def compile_ledger(
    workspace: Workspace, circulation: Circulation, coming: Edition | None = None
) -> tuple[Programme, Ledger]:
    """The programme, and everything issued until now for readers of this circulation.

    `coming` is an edition that is about to be issued: stops are judged as if it were there.

    Raises Refused when an edition, the chain, a recall or the programme is wrong: nothing is
    built from content that cannot be trusted.
    """
    history, edition_problems = read_editions(workspace)
    registry_files, recall_files = (read_below(workspace, folder) for folder in _READ)
    after = history._replace(editions=(*history.editions, *filter(None, (coming,))))
    stops = wrong_stops(workspace, after)
    gone = lost_editions(history.lost) if coming is None else ()  # the issue has judged that
    read_problems = (*edition_problems, *registry_files.problems, *gone)
    _refuse_wrong(workspace, (*read_problems, *stops, *_misplaced(workspace)))
    _refuse_idle(history, recall_files)
    registry = registry_of(registry_files)
    if registry is None:
        raise BulletinError(
            "Thiếu content/registry/programme.yml hoặc units.yml.",
            "content/registry/programme.yml or units.yml is missing.",
        )
    programme, allowance = registry.programme, allowance_of(registry)
    retired = {
        record_id: _printable(written, allowance)
        for record_id, written in retirements(workspace).items()
    }
    recalls = {
        str(recall.record): _printable(recall, allowance)
        for recall in _recalls(recall_files, history, retired, programme.zone)
    }
    shown = visible(history, circulation, programme.exercises)
    now = workspace.now().astimezone(programme.zone)
    frozen_retired = {record_id: as_json(written) for record_id, written in retired.items()}
    roll = Roll(tuple(registry.units.values()), tuple(registry.areas.values()), frozen_retired)
    return programme, fold_editions(shown, recalls, now, roll)


def _misplaced(workspace: Workspace) -> tuple[Diagnostic, ...]:
    content = workspace.files("content")
    return (*linked_folders(content), *stray_stops(workspace, content))


def _refuse_wrong(workspace: Workspace, problems: tuple[Diagnostic, ...]) -> None:
    errors = [problem for problem in problems if problem.problem.severity is Severity.ERROR]
    if errors:
        raise Refused(
            "Không dựng trang từ nội dung chưa tin cậy được.",
            "Nothing is built from content that cannot be trusted.",
            located(workspace, errors),
        )


def _recalls(
    files: WorkspaceFiles, history: History, retired: Mapping[str, Retired], zone: tzinfo
) -> Iterator[Recall]:
    """The recalls of the parties, before them what the retirement of an issued bulletin stops.

    A bulletin is no record with a page of its own that says so: all of it is closed, as if its
    unit had recalled it on that day, or at its last issue if that was later on the same day.
    """
    for edition in history.editions:
        retirement = retired.get(edition.bulletin)
        if retirement and is_of(edition.bulletin, Bulletin) and not edition.is_withdrawal:
            at = max(begins(retirement.on, zone), edition.issued_at)
            yield Recall.model_construct(
                record=IssuedRef(edition.bulletin),
                unit=UnitRef(edition.plan["unit"]),
                office=OfficeRef(""),  # a record names its unit only
                at=at,
                reason=retirement.reason,
                instead=retirement.replaced_by,
            )
    yield from (entry.record for entry in files.entries if isinstance(entry.record, Recall))


def _refuse_idle(history: History, recall_files: WorkspaceFiles) -> None:
    """Raises Refused for a recall of something that no edition ever printed.

    Its id was typed wrong: what was to be stopped would go on without a word.
    """
    names = {
        name
        for edition in history.editions
        for name in (edition.name, edition.bulletin, *edition.records)
    }
    names |= {
        name
        for link in history.redacted
        for name in (link.name, link.bulletin, *link.redaction.records)
    }
    for entry in recall_files.entries:
        if isinstance(entry.record, Recall) and entry.record.record not in names:
            name = entry.record.record
            raise Refused(
                f"{entry.path} thu hồi {name}, nhưng chưa bản phát hành nào in {name}. Không dựng"
                " trang khi một lệnh thu hồi chưa có tác dụng: sửa mã trong tệp ấy.",
                f"{entry.path} recalls {name}, which no edition ever printed. Nothing is built"
                " while a recall stops nothing: mend the id in that file, or delete it.",
            )


def _printable(stop: S, allowance: Allowance) -> S:
    """A recall or retirement; a reason that may not be published never holds up the stop."""
    if any(forbidden_in(stop.reason, allowance)):
        return stop.model_copy(update={"reason": _WITHHELD})
    return stop
