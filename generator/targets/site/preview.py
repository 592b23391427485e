"""The preview: what has been issued and, on request, the editors' desk with drafts.

The site is planned from the Ledger alone. Only this module adds pages of drafts, made from the
Corpus; a build never uses it.
"""

from dataclasses import replace
from pathlib import Path

from generator.base.diagnostics import BulletinError, Refused
from generator.base.text import Language
from generator.model.ledger.ledger import Ledger
from generator.pipeline import compile_content, compile_desk
from generator.source.corpus.guide_pages import read_guide
from generator.source.files.parallel_load import ONE_BY_ONE, Means
from generator.targets.build.cache import Cache, Remembered
from generator.targets.build.inputs import Wish
from generator.targets.build.plan import Plan, plan_of
from generator.views.catalogue.words import words
from generator.views.desk.desk_page import plan_desk
from generator.views.desk.drafts import Drafts
from generator.workspace import DiskWorkspace, moment_of_run


def issued_only(root: Path, at: str | None) -> Plan:
    """The plan of a normal build; raises Refused when the editions cannot be trusted."""
    return plan_of(root, Wish(at=at))


def with_desk(root: Path, at: str | None) -> Plan:
    """The same with the desk; the desk is shown even when the content has errors."""
    drafts = drafts_of(root, at)
    try:
        plan = issued_only(root, at)
    except Refused:
        plan = _nothing_issued(root, drafts)
    return replace(plan, drafts=plan_desk(drafts))


def drafts_of(root: Path, at: str | None) -> Drafts:
    workspace = DiskWorkspace(root, moment_of_run(at))
    cache = Cache(root)
    means = Means(ONE_BY_ONE.spread, Remembered(cache, "parsed"), Remembered(cache, "extracts"))
    compilation = compile_content(workspace, means)
    corpus = compilation.corpus
    return Drafts(
        corpus=corpus,
        findings=compilation.findings,
        items=compile_desk(workspace, compilation),
        language=corpus.registry.programme.spoken if corpus else Language.VI,
        now=workspace.now(),
        read=lambda path: _content_of(workspace, path),
    )


def _content_of(workspace: DiskWorkspace, path: str) -> bytes:
    """The bytes of a file; empty when it is missing (a finding may be about a missing file)."""
    try:
        return workspace.read(path)
    except BulletinError:
        return b""


def _nothing_issued(root: Path, drafts: Drafts) -> Plan:
    """A plan without editions, used when the editions cannot be trusted."""
    language = drafts.language
    shown = read_guide(DiskWorkspace(root, drafts.now)).files
    return Plan(
        root,
        Ledger((), {}, drafts.now),
        words(language, "desk")["title"],
        "",
        language,
        guide=shown,
    )
