"""The workspace compiled, as most verbs need it."""

import importlib
from typing import TYPE_CHECKING

from generator.base.diagnostics import BulletinError, Refused
from generator.base.text import Language
from generator.cli.session.check_memory import CheckResult, keep, recall
from generator.cli.session.session import Session
from generator.source.files.parallel_load import Means, begin
from generator.targets.build.cache import Cache, Remembered
from generator.targets.build.executor import spread
from generator.writer import steady

if TYPE_CHECKING:  # loaded while the files are being parsed
    from generator.model.corpus.corpus import Corpus
    from generator.pipeline import Compilation


def compile_session(session: Session, issuing: str | None = None) -> "Compilation":
    """The compiled workspace; uses every core, and files that earlier runs have parsed.

    Loading the kinds and rules takes as long as parsing thousands of files: both run in parallel.
    """
    cache = Cache(session.root)
    means = Means(spread, Remembered(cache, "parsed"), Remembered(cache, "extracts"))
    with steady(session.root):
        running_load = begin(session.workspace, session.files, means)
        pipeline = importlib.import_module("generator.pipeline")
        compilation: Compilation = pipeline.compile_begun(
            session.workspace, running_load, means, issuing
        )
    return compilation


def corpus_of(session: Session, issuing: str | None = None) -> "tuple[Corpus, Compilation]":
    """The corpus; raises Refused with the findings when the registry cannot be read."""
    compilation = compile_session(session, issuing)
    if compilation.corpus is None:
        raise Refused(
            "Chưa đọc được sổ đăng ký (content/registry).",
            "The registry (content/registry) cannot be read.",
            compilation.findings,
        )
    return compilation.corpus, compilation


def check_result(session: Session) -> CheckResult:
    """All findings of the content; the remembered result when no file was written since."""
    with steady(session.root):
        return recall(session) or _new_check_result(session)


def _new_check_result(session: Session) -> CheckResult:
    compiled = compile_session(session)
    pipeline = importlib.import_module("generator.pipeline")
    compilation: Compilation = pipeline.with_history(session.workspace, compiled)
    corpus = compilation.corpus
    if corpus is None and not compilation.findings:
        raise BulletinError(
            "Thiếu content/registry/programme.yml hoặc units.yml: chưa kiểm tra được gì.",
            "content/registry/programme.yml or units.yml is missing: nothing could be checked.",
        )
    if corpus is None:
        return CheckResult(compilation.findings, 0, Language.VI)
    language = corpus.registry.programme.spoken
    result = CheckResult(compilation.findings, len(corpus.records), language)
    keep(session, result, compilation.until)
    return result
