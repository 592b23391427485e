"""The workspace compiled, as most verbs need it."""

from functools import partial

from generator.base.diagnostics import Refused
from generator.cli.session import Session
from generator.model.corpus import Corpus
from generator.pipeline import Compilation, compile_content
from generator.source.read import Means
from generator.targets.cache import Cache, ParsedFiles
from generator.targets.executor import spread

_FILES_A_PART = 400


def compiled(session: Session, issuing: str | None = None) -> Compilation:
    """The workspace compiled, with every core and what earlier runs have parsed."""
    means = Means(partial(spread, least=_FILES_A_PART), ParsedFiles(Cache(session.root)))
    return compile_content(session.workspace, means, issuing)


def corpus_of(session: Session, issuing: str | None = None) -> tuple[Corpus, Compilation]:
    """The corpus; raises Refused with the findings when the registry cannot be read."""
    compilation = compiled(session, issuing)
    if compilation.corpus is None:
        raise Refused(
            "Chưa đọc được sổ đăng ký (content/registry).",
            "The registry (content/registry) cannot be read.",
            compilation.findings,
        )
    return compilation.corpus, compilation
