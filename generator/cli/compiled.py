"""The workspace compiled, as most verbs need it."""

import importlib
from typing import TYPE_CHECKING

from generator.base.diagnostics import Refused
from generator.cli.session import Session
from generator.source.ahead import Means, begin
from generator.targets.cache import Cache, ParsedFiles
from generator.targets.executor import spread

if TYPE_CHECKING:  # loaded while the files are being parsed
    from generator.model.corpus import Corpus
    from generator.pipeline import Compilation


def compiled(session: Session, issuing: str | None = None) -> "Compilation":
    """The workspace compiled, with every core and what earlier runs have parsed.

    The kinds and rules take as long to load as thousands of files to parse: both go on together.
    """
    means = Means(spread, ParsedFiles(Cache(session.root)))
    begun = begin(session.workspace, "content", means)
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
