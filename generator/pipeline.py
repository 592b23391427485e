"""START HERE: the whole program on one screen, the phases in order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from generator.base.diagnostics import (
    Diagnostic,
    Located,
    PhaseOutcome,
    Refused,
    Severity,
    first_of_many,
    in_reading_order,
)
from generator.base.phases import phase
from generator.base.span import On, Place, SourceMap
from generator.base.workspace import Workspace
from generator.base.years import LAST_YEAR
from generator.editions.chain import read_editions
from generator.editions.in_git import RECALLS
from generator.editions.problems import shallow_clone
from generator.editions.verify import lost_editions, verify_editions
from generator.guard.allowance import Allowance
from generator.guard.text.sighting import masked
from generator.kept_stops import lost_stops
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.open_work import unfinished
from generator.model.desk.desk import DeskItem, desk, items_by_file
from generator.model.edition.edition import History
from generator.model.edition.public_names import allowance_of, without_people
from generator.model.registry.boundaries import Boundaries
from generator.model.registry.registry import AreasFile, Registry
from generator.model.registry.signers import SIGNERS
from generator.rules import RULES, WAIVABLE
from generator.rules.agreement.signoff_times import signed_at_an_impossible_time
from generator.source.corpus.assembly import assemble, registry_of
from generator.source.corpus.attachments import AttachmentContents, attach
from generator.source.corpus.boundaries import read_boundaries
from generator.source.corpus.guide_pages import FOLDER as GUIDE
from generator.source.corpus.guide_pages import places_in_page, read_guide
from generator.source.corpus.links import link
from generator.source.corpus.signers import places_in_list, with_signers
from generator.source.corpus.taken_ids import taken_ids
from generator.source.corpus.waivers import unfit_waivers, without_waived
from generator.source.files.earlier_versions import approved_contents
from generator.source.files.next_change import MomentFinder, next_change
from generator.source.files.parallel_load import ONE_BY_ONE, Means, RunningLoad, begin
from generator.source.files.rejections import rejections
from generator.source.files.stray_stops import stray_stops
from generator.source.files.workspace_files import WorkspaceFiles, read
from generator.source.problems import MISSING_KEY, to_fill_in
from generator.source.yaml.loader import locate

_NEVER = datetime(LAST_YEAR + 1, 1, 2, tzinfo=UTC)


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
    with phase("read") as counts:
        history, edition_problems = read_editions(workspace)
        files = read(workspace, running_load)
        attachments, guide = attach(workspace, files, means), read_guide(workspace)
        counts |= {"files": len(running_load.files), "editions": len(history.links)}
    files.sightings |= guide.sightings
    _name_stray_stops(files, stray_stops(workspace, running_load.files))
    corpus = assemble(files, history, attachments, workspace.now(), issuing)
    problems = [*files.problems, *edition_problems, *attachments.problems, *guide.problems]
    if corpus is None:
        return Compilation(None, located(workspace, problems), workspace.now)
    corpus = _with_rejections(workspace, replace(corpus, guide=guide.extracts))
    corpus, signer_problems = with_signers(workspace, files, corpus)
    problems += (
        *signer_problems,
        *read_boundaries(workspace, corpus.registry.areas).problems,
        *lost_stops(workspace, history, frozenset(corpus.closure(issuing or ""))),
    )
    corpus.past.update(approved_contents(workspace, corpus))
    running_load.remember()
    with phase("rules") as counts:
        remaining = (
            *without_waived(corpus, (*problems, *_rule_findings(corpus))),
            *unfit_waivers(corpus, WAIVABLE),
        )
        findings = located(workspace, remaining, corpus.registry)
        counts |= {"records": len(corpus.records), "findings": len(findings)}
    return Compilation(corpus, findings, partial(_until, workspace, running_load, corpus))


def _with_rejections(workspace: Workspace, corpus: Corpus) -> Corpus:
    zone = corpus.registry.programme.zone
    return replace(corpus, rejections=rejections(workspace, zone))


def verify_content(workspace: Workspace) -> PhaseOutcome[History]:
    """Every edition that holds; every problem of the others, and of what stops any of them."""
    history, problems = verify_editions(workspace)
    return PhaseOutcome(history, (*problems, *wrong_stops(workspace, history)))


def wrong_stops(workspace: Workspace, history: History) -> tuple[Diagnostic, ...]:
    """The errors of recalls and retirements, for verbs that read no records: as `check` says."""
    entries = (*workspace.files("content/registry"), *workspace.files(RECALLS))
    files = read(workspace, begin(workspace, entries, ONE_BY_ONE))
    until = workspace.horizon() or _NEVER  # where a moment was chosen, nothing lies ahead
    corpus = assemble(files, history, AttachmentContents({}, {}, ()), until)
    untimely = signed_at_an_impossible_time.run(corpus) if corpus else ()
    own = (problem for problem in files.problems if problem.place.path.startswith(RECALLS))
    found = (*own, *untimely, *lost_stops(workspace, history))
    return tuple(problem for problem in found if problem.problem.severity is Severity.ERROR)


def with_history(workspace: Workspace, compilation: Compilation) -> Compilation:
    """The same, with what only git's other branches and this branch's past can tell.

    Only `check` asks: it costs a few calls of git, and never forbids another verb.
    """
    corpus = compilation.corpus
    if corpus is None:
        return compilation
    with phase("history"):
        taken = without_waived(corpus, taken_ids(workspace, corpus))
        shallow = (shallow_clone(),) if workspace.lacks_history() else ()
        told = located(workspace, (*taken, *_lost(corpus), *shallow), corpus.registry)
    return replace(compilation, findings=in_reading_order((*compilation.findings, *told)))


def _lost(corpus: Corpus) -> Iterator[Diagnostic]:
    """Editions that are gone: only a warning while others are left, for this may be right.

    Who was second to issue drops the own edition, and must be able to commit that.
    """
    for problem in lost_editions(corpus.lost):
        yield problem.as_warning() if corpus.chain else problem


def _name_stray_stops(files: WorkspaceFiles, found: Iterable[Diagnostic]) -> None:
    """A stop in the wrong place is an error, and no other advice is given for its file."""
    stops = tuple(found)
    places = {stop.place for stop in stops}
    files.problems = [problem for problem in files.problems if problem.place not in places]
    files.problems += stops


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
    return desk(
        corpus, compilation.findings, located(workspace, unfinished(corpus), corpus.registry)
    )


def compile_boundaries(workspace: Workspace) -> Boundaries:
    """The boundaries of the registry's areas, as far as the file of boundaries gives them.

    Raises Refused when that file is wrong.
    """
    files = (entry.record for entry in read_below(workspace, "content/registry").entries)
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
    registry = registry_of(read_below(workspace, "content/registry"))
    allowance = allowance_of(registry) if registry else Allowance()
    for path, seen in guide.sightings.items():
        for _, sighting in seen:
            if not (sighting.is_doubt or allowance.permits(sighting)):
                raise _refused_page(path, f"{sighting.code} {masked(sighting)}")
    for path, extract in guide.extracts.items():
        if extract.tells_more:
            raise _refused_page(path, "BT515 EXIF, GPS")
    return guide.files


def _refused_page(path: str, what: str) -> Refused:
    return Refused(
        f"Không xuất bản: {path} có {what}. Chạy “bulletin check” để xem chỗ phải sửa.",
        f"Nothing is published: {path} holds {what}. Run “bulletin check” to see where.",
    )


def read_below(workspace: Workspace, folder: str) -> WorkspaceFiles:
    """The validated files below a folder, and their problems."""
    return read(workspace, begin(workspace, workspace.files(folder), ONE_BY_ONE))


def _at_its_line(problem: Diagnostic, place: Place, lines: SourceMap) -> Located:
    span = lines.span(place)
    is_empty = problem.problem.code == MISSING_KEY.code and place.on is On.KEY
    if is_empty and place.field in lines.keys:
        return Located(span, to_fill_in(problem, span.line))
    return Located(span, problem)


def _reader_of(path: str) -> Callable[[str, bytes], SourceMap]:
    """What finds the places in a file."""
    if path == SIGNERS:
        return places_in_list
    return places_in_page if path.startswith(f"{GUIDE}/") else locate


def located(
    workspace: Workspace, problems: Iterable[Diagnostic], registry: Registry | None = None
) -> tuple[Located, ...]:
    """Findings with their lines, in reading order; only files with findings are read again.

    No sentence tells who somebody is: findings are read in logs, by more people than the files.
    """
    allowance = allowance_of(registry) if registry else Allowance()
    maps: dict[str, SourceMap] = {}
    located: list[Located] = []
    for problem in first_of_many(problems):
        place = problem.place
        if isinstance(place, Place):
            if place.path not in maps:
                maps[place.path] = _reader_of(place.path)(place.path, workspace.read(place.path))
            located.append(_at_its_line(problem, place, maps[place.path]))
        else:
            located.append(Located(place, problem))
    hinted = partial(without_people, allowance=allowance)
    return in_reading_order(
        Located(span, replace(problem, hinted=hinted)) for span, problem in located
    )
