"""The workspace compiled, as most verbs need it."""

import importlib
from typing import TYPE_CHECKING

from generator.base.diagnostics import Refused
from generator.base.text import Language
from generator.cli.session.check_memory import CheckResult, keep, recall
from generator.cli.session.session import Session
from generator.source.files.parallel_load import Means, begin
from generator.targets.build.cache import Cache, Remembered
from generator.targets.build.executor import spread

if TYPE_CHECKING:  # loaded while the files are being parsed
    from generator.model.corpus.corpus import Corpus
    from generator.pipeline import Compilation


def compiled(session: Session, issuing: str | None = None) -> "Compilation":
    """The workspace compiled, with every core and what earlier runs have parsed.

    The kinds and rules take as long to load as thousands of files to parse: both go on together.
    """
    cache = Cache(session.root)
    means = Means(spread, Remembered(cache, "parsed"), Remembered(cache, "extracts"))
    begun = begin(session.workspace, session.files, means)
    pipeline = importlib.import_module("generator.pipeline")
    compilation: Compilation = pipeline.compile_begun(session.workspace, begun, means, issuing)
    return compilation


def corpus_of(session: Session, issuing: str | None = None) -> "tuple[Corpus, Compilation]":
    """The corpus; raises Refused with the findings when the registry cannot be read."""
    compilation = compiled(session, issuing)
    if compilation.corpus is None:
        raise Refused(
            "Chưa đọc được sổ đăng ký (content/registry).",
            "The registry (content/registry) cannot be read.",
            compilation.findings,
        )
    return compilation.corpus, compilation


def judged(session: Session) -> CheckResult:
    """All that is wrong with the content; remembered, when nothing was written since."""
    return recall(session) or _judged_anew(session)


def _judged_anew(session: Session) -> CheckResult:
    compilation = compiled(session)
    corpus = compilation.corpus
    if corpus is None:
        return CheckResult(compilation.findings, 0, Language.VI)
    spoken = corpus.registry.programme.spoken
    verdict = CheckResult(compilation.findings, len(corpus.records), spoken)
    keep(session, verdict, compilation.until)
    return verdict
