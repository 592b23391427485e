"""START HERE: the whole program on one screen, the phases in order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

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
from generator.editions.fold import fold, visible
from generator.model.circulation import Circulation
from generator.model.corpus import Corpus
from generator.model.ledger import Ledger
from generator.model.registry import Programme
from generator.model.signoff import Recall
from generator.rules import RULES
from generator.source.ahead import ONE_BY_ONE, Begun, Means, begin
from generator.source.assemble import assemble
from generator.source.attachments import attach
from generator.source.link import link
from generator.source.load import locate
from generator.source.past import recollect
from generator.source.read import read

# From this number of records on, parting the rules among processes takes less than it saves.
LARGE = 2_000


@dataclass(frozen=True, slots=True)
class Compilation:
    """The corpus, when the registry could be read, and every finding with its line."""

    corpus: Corpus | None
    findings: tuple[Located, ...]

    def of(self, *severities: Severity) -> tuple[Located, ...]:
        return tuple(f for f in self.findings if f.diagnostic.problem.severity in severities)


def compile_content(
    workspace: Workspace, means: Means = ONE_BY_ONE, issuing: str | None = None
) -> Compilation:
    """Read, link and hold every rule. Nothing is written.

    `issuing` names the bulletin a new version of which is asked for; rules are then as strict
    about it as an issue demands.
    """
    return compile_begun(workspace, begin(workspace, "content", means), means, issuing)


def compile_begun(
    workspace: Workspace, begun: Begun, means: Means = ONE_BY_ONE, issuing: str | None = None
) -> Compilation:
    """The same, when the files are being parsed already."""
    editions, wrong = read_editions(workspace)
    reading = read(workspace, begun)
    attached = attach(workspace, reading)
    corpus = assemble(reading, editions, attached.digests, workspace.now(), issuing)
    problems = [*reading.problems, *wrong, *attached.problems]
    if corpus is None:
        return Compilation(None, located(workspace, problems))
    corpus.past.update(recollect(workspace, corpus))
    return Compilation(corpus, located(workspace, (*problems, *_ruled(corpus, means))))


def _ruled(corpus: Corpus, means: Means) -> list[Diagnostic]:
    """What linking and every rule find; a large corpus is looked at by every core."""
    checks: list[Callable[[Corpus], Iterable[Diagnostic]]] = [link, *(r.run for r in RULES)]
    _ = corpus.references  # asked by many: found once, before the processes part
    least = 1 if len(corpus.records) >= LARGE else len(checks)
    found = means.spread(lambda check: tuple(check(corpus)), checks, least=least)
    return [finding for findings in found for finding in findings]


def compile_ledger(workspace: Workspace, circulation: Circulation) -> tuple[Programme, Ledger]:
    """The programme, and what had been issued by now for readers of this circulation.

    Raises Refused when an edition, the chain, a recall or the programme is not as it must be:
    nothing is built from what cannot be trusted.
    """
    editions, wrong = read_editions(workspace)
    reading = read(workspace, begin(workspace, "content/registry", ONE_BY_ONE))
    signoffs = read(workspace, begin(workspace, "content/recalls", ONE_BY_ONE))
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
    return programme, fold(shown, recalls, workspace.now().astimezone(programme.zone))


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
