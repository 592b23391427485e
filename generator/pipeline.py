"""START HERE: the whole program on one screen, the phases in order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from generator.base.diagnostics import (
    BulletinError,
    Diagnostic,
    Located,
    Refused,
    Severity,
    in_reading_order,
)
from generator.base.span import Place, SourceMap
from generator.base.workspace import Workspace
from generator.editions.chain import read_editions
from generator.editions.fold import fold_editions, visible
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.open_work import unfinished
from generator.model.desk.desk import DeskItem, desk, loose
from generator.model.ledger.ledger import Ledger
from generator.model.record.record import Circulation
from generator.model.registry.boundaries import Boundaries
from generator.model.registry.registry import AreasFile, Programme
from generator.model.registry.signoff import Recall
from generator.rules import RULES, WAIVABLE
from generator.source.corpus.assembly import assemble
from generator.source.corpus.attachments import attach
from generator.source.corpus.boundaries import read_boundaries
from generator.source.corpus.links import link
from generator.source.corpus.signers import with_signers
from generator.source.corpus.waivers import unfit_waivers, unwaived
from generator.source.files.earlier_versions import recollect
from generator.source.files.next_change import Near, next_turn
from generator.source.files.parallel_load import ONE_BY_ONE, Begun, Means, begin
from generator.source.files.workspace_files import WorkspaceFiles, read
from generator.source.yaml.loader import locate


@dataclass(frozen=True, slots=True)
class Compilation:
    """The corpus, when the registry could be read, and every finding with its line.

    Until the moment `until` the findings stand when nothing is written; it is the present itself
    when that cannot be told.
    """

    corpus: Corpus | None
    findings: tuple[Located, ...]
    turn: Callable[[], datetime]

    @property
    def until(self) -> datetime:
        """Looked for only when somebody asks: every edition is searched for moments."""
        return self.turn()

    def of(self, *severities: Severity) -> tuple[Located, ...]:
        return tuple(f for f in self.findings if f.diagnostic.problem.severity in severities)


def compile_content(
    workspace: Workspace, means: Means = ONE_BY_ONE, issuing: str | None = None
) -> Compilation:
    """Read, link and hold every rule. Nothing is written.

    `issuing` names the bulletin a new version of which is asked for; rules are then as strict
    about it as an issue demands.
    """
    return compile_begun(
        workspace, begin(workspace, workspace.files("content"), means), means, issuing
    )


def compile_begun(
    workspace: Workspace, begun: Begun, means: Means = ONE_BY_ONE, issuing: str | None = None
) -> Compilation:
    """The same, when the files are being parsed already."""
    editions, wrong = read_editions(workspace)
    reading = read(workspace, begun)
    attached = attach(workspace, reading, means)
    corpus = assemble(reading, editions, attached, workspace.now(), issuing)
    problems = [*reading.problems, *wrong, *attached.problems]
    if corpus is None:
        return Compilation(None, located(workspace, problems), workspace.now)
    corpus, unlisted = with_signers(workspace, reading, corpus)
    problems += (*unlisted, *read_boundaries(workspace, corpus.registry.areas).problems)
    corpus.past.update(recollect(workspace, corpus))
    begun.remember()
    left = unwaived(corpus, (*problems, *_ruled(corpus)))
    findings = located(workspace, (*left, *unfit_waivers(corpus, WAIVABLE)))
    return Compilation(corpus, findings, partial(_until, workspace, begun, corpus))


def _until(workspace: Workspace, begun: Begun, corpus: Corpus) -> datetime:
    near = Near(corpus.now)
    issued = (near.moments(workspace.read(edition.path)) for edition in corpus.editions)
    moments = begun.moments.union(*issued)
    return next_turn(corpus.now, moments, corpus.registry.programme.zone)


def _ruled(corpus: Corpus) -> Iterator[Diagnostic]:
    """What linking and every rule find. Parting them among processes took as long as it saved."""
    yield from link(corpus)
    for rule in RULES:
        yield from rule.run(corpus)


def compile_desk(workspace: Workspace, compilation: Compilation) -> tuple[DeskItem, ...]:
    """What waits for whom: the findings, and what is unfinished although no rule is broken."""
    corpus = compilation.corpus
    if corpus is None:
        return loose(compilation.findings)
    return desk(corpus, compilation.findings, located(workspace, unfinished(corpus)))


def compile_ledger(workspace: Workspace, circulation: Circulation) -> tuple[Programme, Ledger]:
    """The programme, and what had been issued by now for readers of this circulation.

    Raises Refused when an edition, the chain, a recall or the programme is not as it must be:
    nothing is built from what cannot be trusted.
    """
    editions, wrong = read_editions(workspace)
    reading = _read_below(workspace, "content/registry")
    signoffs = _read_below(workspace, "content/recalls")
    problems = (*wrong, *reading.problems, *signoffs.problems)
    if problems:
        raise Refused(
            "Không dựng trang từ nội dung chưa tin cậy được.",
            "Nothing is built from content that cannot be trusted.",
            located(workspace, problems),
        )
    programmes = [e.record for e in reading.entries if isinstance(e.record, Programme)]
    if not programmes:
        raise BulletinError(
            "Thiếu content/registry/programme.yml.", "content/registry/programme.yml is missing."
        )
    programme = programmes[0]
    recalls = {
        str(e.record.record): e.record for e in signoffs.entries if isinstance(e.record, Recall)
    }
    shown = visible(editions, circulation, programme.exercises)
    return programme, fold_editions(shown, recalls, workspace.now().astimezone(programme.zone))


def compile_boundaries(workspace: Workspace) -> Boundaries:
    """Where the areas of the registry lie, as far as its file of boundaries says.

    Raises Refused when that file is not as it must be.
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


def _read_below(workspace: Workspace, folder: str) -> WorkspaceFiles:
    return read(workspace, begin(workspace, workspace.files(folder), ONE_BY_ONE))


def located(workspace: Workspace, problems: Iterable[Diagnostic]) -> tuple[Located, ...]:
    """Findings with their lines; a file is read again only when it has findings."""
    maps: dict[str, SourceMap] = {}
    located: list[Located] = []
    for problem in problems:
        place = problem.place
        if isinstance(place, Place):
            if place.path not in maps:
                maps[place.path] = locate(place.path, workspace.read(place.path))
            place = maps[place.path].span(place)
        located.append(Located(place, problem))
    return in_reading_order(located)
