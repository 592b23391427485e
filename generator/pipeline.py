"""START HERE: the whole program on one screen, the phases in order."""

from collections.abc import Iterable
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
from generator.rules import RULES, WAIVABLE
from generator.source.assemble import assemble
from generator.source.attachments import attach
from generator.source.link import link
from generator.source.load import locate
from generator.source.past import recollect
from generator.source.read import Means, read
from generator.source.waivers import unfit_waivers, unwaived

ONE_BY_ONE = Means(spread=map)


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
    reading = read(workspace, "content", means)
    editions, wrong = read_editions(workspace)
    attached = attach(workspace, reading)
    corpus = assemble(reading, editions, attached, workspace.now(), issuing)
    problems = [*reading.problems, *wrong, *attached.problems]
    if corpus is None:
        return Compilation(None, located(workspace, problems))
    corpus.past.update(recollect(workspace, corpus))
    ruled = (finding for rule in RULES for finding in rule.run(corpus))
    left = unwaived(corpus, (*problems, *link(corpus), *ruled))
    return Compilation(corpus, located(workspace, (*left, *unfit_waivers(corpus, WAIVABLE))))


def compile_ledger(workspace: Workspace, circulation: Circulation) -> tuple[Programme, Ledger]:
    """The programme, and what had been issued by now for readers of this circulation.

    Raises Refused when an edition, the chain, a recall or the programme is not as it must be:
    nothing is built from what cannot be trusted.
    """
    editions, wrong = read_editions(workspace)
    reading = read(workspace, "content/registry", ONE_BY_ONE)
    signoffs = read(workspace, "content/recalls", ONE_BY_ONE)
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
