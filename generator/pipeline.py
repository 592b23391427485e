"""START HERE: the whole program on one screen, the phases in order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from generator.base.diagnostics import (
    BulletinError,
    Diagnostic,
    Located,
    Refused,
    Severity,
    first_of_many,
    in_reading_order,
)
from generator.base.span import Place, SourceMap
from generator.base.workspace import Workspace
from generator.editions.chain import read_editions
from generator.editions.fold import fold_editions, visible
from generator.guard.allowance import Allowance
from generator.guard.text.sighting import masked
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.open_work import unfinished
from generator.model.desk.desk import DeskItem, desk, items_by_file
from generator.model.edition.edition import History
from generator.model.edition.public_names import allowance_of, forbidden_in
from generator.model.ledger.frozen_directory import Roll
from generator.model.ledger.ledger import Ledger
from generator.model.record.fields import as_json
from generator.model.record.record import Circulation, Retired
from generator.model.registry.boundaries import Boundaries
from generator.model.registry.registry import AreasFile, Programme
from generator.model.registry.signoff import Recall
from generator.rules import RULES, WAIVABLE
from generator.source.corpus.assembly import assemble, registry_of
from generator.source.corpus.attachments import attach
from generator.source.corpus.boundaries import read_boundaries
from generator.source.corpus.guide_pages import places_in_page, read_guide
from generator.source.corpus.links import link
from generator.source.corpus.signers import with_signers
from generator.source.corpus.waivers import unfit_waivers, without_waived
from generator.source.files.earlier_versions import approved_contents
from generator.source.files.next_change import MomentFinder, next_change
from generator.source.files.parallel_load import ONE_BY_ONE, Means, RunningLoad, begin
from generator.source.files.retirements import retirements
from generator.source.files.workspace_files import WorkspaceFiles, read
from generator.source.yaml.loader import locate

S = TypeVar("S", Recall, Retired)
_WITHHELD = "chưa in được, đơn vị thu hồi phải viết lại"


@dataclass(frozen=True, slots=True)
class Compilation:
    """The corpus, or None when the registry could not be read, and every finding with its line.

    While no file is written, the findings hold until the moment `until`; it is the present
    moment when no later one can be computed.
    """

    corpus: Corpus | None
    findings: tuple[Located, ...]
    turn: Callable[[], datetime]

    @property
    def until(self) -> datetime:
        """Computed only when needed: every edition is searched for moments."""
        return self.turn()

    def of(self, *severities: Severity) -> tuple[Located, ...]:
        return tuple(f for f in self.findings if f.diagnostic.problem.severity in severities)


def compile_content(
    workspace: Workspace, means: Means = ONE_BY_ONE, issuing: str | None = None
) -> Compilation:
    """Read, link and run every rule. Nothing is written.

    `issuing` is the id of a bulletin that is about to be issued; rules are then as strict about
    it as an issue demands.
    """
    return compile_begun(
        workspace, begin(workspace, workspace.files("content"), means), means, issuing
    )


def compile_begun(
    workspace: Workspace,
    running_load: RunningLoad,
    means: Means = ONE_BY_ONE,
    issuing: str | None = None,
) -> Compilation:
    """As `compile_content`, when parsing of the files has already begun."""
    history, edition_problems = read_editions(workspace)
    files = read(workspace, running_load)
    attachments, guide = attach(workspace, files, means), read_guide(workspace)
    files.sightings |= guide.sightings
    corpus = assemble(files, history, attachments, workspace.now(), issuing)
    problems = [*files.problems, *edition_problems, *attachments.problems, *guide.problems]
    if corpus is None:
        return Compilation(None, located(workspace, problems), workspace.now)
    corpus, signer_problems = with_signers(workspace, files, corpus)
    problems += (*signer_problems, *read_boundaries(workspace, corpus.registry.areas).problems)
    corpus.past.update(approved_contents(workspace, corpus))
    running_load.remember()
    remaining = without_waived(corpus, (*problems, *_rule_findings(corpus)))
    findings = located(workspace, (*remaining, *unfit_waivers(corpus, WAIVABLE)))
    return Compilation(corpus, findings, partial(_until, workspace, running_load, corpus))


def _until(workspace: Workspace, running_load: RunningLoad, corpus: Corpus) -> datetime:
    finder = MomentFinder(corpus.now)
    edition_moments = (finder.moments(workspace.read(edition.path)) for edition in corpus.editions)
    moments = running_load.moments.union(*edition_moments)
    return next_change(corpus.now, moments, corpus.registry.programme.zone)


def _rule_findings(corpus: Corpus) -> Iterator[Diagnostic]:
    """Findings of linking and of every rule, in one process: several were not faster."""
    yield from link(corpus)
    for rule in RULES:
        yield from rule.run(corpus)


def compile_desk(workspace: Workspace, compilation: Compilation) -> tuple[DeskItem, ...]:
    """What waits for whom: the findings, and unfinished work that breaks no rule."""
    corpus = compilation.corpus
    if corpus is None:
        return items_by_file(compilation.findings)
    return desk(corpus, compilation.findings, located(workspace, unfinished(corpus)))


def compile_ledger(workspace: Workspace, circulation: Circulation) -> tuple[Programme, Ledger]:
    """The programme, and everything issued until now for readers of this circulation.

    Raises Refused when an edition, the chain, a recall or the programme is wrong: nothing is
    built from content that cannot be trusted.
    """
    history, edition_problems = read_editions(workspace)
    registry_files = _read_below(workspace, "content/registry")
    recall_files = _read_below(workspace, "content/recalls")
    problems = (*edition_problems, *registry_files.problems, *recall_files.problems)
    if problems:
        raise Refused(
            "Không dựng trang từ nội dung chưa tin cậy được.",
            "Nothing is built from content that cannot be trusted.",
            located(workspace, problems),
        )
    _refuse_idle(history, recall_files)
    registry = registry_of(registry_files)
    if registry is None:
        raise BulletinError(
            "Thiếu content/registry/programme.yml hoặc units.yml.",
            "content/registry/programme.yml or units.yml is missing.",
        )
    programme, allowance = registry.programme, allowance_of(registry)
    recalls = {
        str(entry.record.record): _printable(entry.record, allowance)
        for entry in recall_files.entries
        if isinstance(entry.record, Recall)
    }
    shown = visible(history, circulation, programme.exercises)
    now = workspace.now().astimezone(programme.zone)
    retired = {
        record_id: as_json(_printable(written, allowance))
        for record_id, written in retirements(workspace).items()
    }
    roll = Roll(tuple(registry.units.values()), tuple(registry.areas.values()), retired)
    return programme, fold_editions(shown, recalls, now, roll)


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
                " trang khi một lệnh thu hồi chưa có tác dụng: sửa mã trong tệp ấy, hoặc xóa tệp.",
                f"{entry.path} recalls {name}, which no edition ever printed. Nothing is built"
                " while a recall stops nothing: mend the id in that file, or delete it.",
            )


def _printable(stop: S, allowance: Allowance) -> S:
    """A recall or retirement; a reason that may not be published never holds up the stop."""
    if any(forbidden_in(stop.reason, allowance)):
        return stop.model_copy(update={"reason": _WITHHELD})
    return stop


def compile_boundaries(workspace: Workspace) -> Boundaries:
    """The boundaries of the registry's areas, as far as the file of boundaries gives them.

    Raises Refused when that file is wrong.
    """
    files = (entry.record for entry in _read_below(workspace, "content/registry").entries)
    areas = {area.id for file in files if isinstance(file, AreasFile) for area in file.areas}
    outcome = read_boundaries(workspace, areas)
    if outcome.problems:
        raise Refused(
            "Không dựng trang khi tệp ranh giới địa bàn còn lỗi.",
            "Nothing is built while the file of boundaries is wrong.",
            located(workspace, outcome.problems),
        )
    return outcome.value


def compile_guide(workspace: Workspace) -> tuple[str, ...]:
    """The files of the guide that are shown; raises Refused when one may not be."""
    guide = read_guide(workspace)
    if guide.problems:
        raise Refused(
            "Không dựng trang khi tệp của hướng dẫn còn lỗi.",
            "Nothing is built while a file of the guide is wrong.",
            located(workspace, guide.problems),
        )
    registry = registry_of(_read_below(workspace, "content/registry"))
    allowance = allowance_of(registry) if registry else Allowance()
    for path, seen in guide.sightings.items():
        for _, sighting in seen:
            if not (sighting.is_doubt or allowance.permits(sighting)):
                raise Refused(
                    f"Không xuất bản: {path} có {sighting.code} {masked(sighting)}. Chạy “bulletin"
                    " check” để xem chỗ phải sửa.",
                    f"Nothing is published: {path} holds {sighting.code} {masked(sighting)}. Run"
                    " “bulletin check” to see where.",
                )
    return guide.files


def _read_below(workspace: Workspace, folder: str) -> WorkspaceFiles:
    return read(workspace, begin(workspace, workspace.files(folder), ONE_BY_ONE))


def located(workspace: Workspace, problems: Iterable[Diagnostic]) -> tuple[Located, ...]:
    """Findings with their lines, in reading order; only files with findings are read again."""
    maps: dict[str, SourceMap] = {}
    located: list[Located] = []
    for problem in first_of_many(problems):
        place = problem.place
        if isinstance(place, Place):
            if place.path not in maps:
                find = places_in_page if place.path.endswith(".md") else locate
                maps[place.path] = find(place.path, workspace.read(place.path))
            place = maps[place.path].span(place)
        located.append(Located(place, problem))
    return in_reading_order(located)
