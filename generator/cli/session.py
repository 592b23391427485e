"""What every verb starts from: the workspace, the language and the moment."""

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from generator.base.diagnostics import Refused
from generator.base.text import Bilingual, Language
from generator.model.corpus import Corpus
from generator.pipeline import Compilation, compile_content
from generator.source.read import Means
from generator.targets.cache import Cache, ParsedFiles
from generator.targets.executor import spread
from generator.workspace import DiskWorkspace, find_workspace, moment_of_run

_FILES_A_PART = 400


@dataclass(frozen=True)
class Session:
    """One run of the command."""

    folder: Path | None
    chosen: Language | None
    at: str | None

    @cached_property
    def root(self) -> Path:
        return find_workspace((self.folder or Path()).resolve())

    @cached_property
    def workspace(self) -> DiskWorkspace:
        return DiskWorkspace(self.root, moment_of_run(self.at))

    def compile(self, issuing: str | None = None) -> Compilation:
        """The workspace compiled, with every core and what earlier runs have parsed."""
        means = Means(partial(spread, least=_FILES_A_PART), ParsedFiles(Cache(self.root)))
        return compile_content(self.workspace, means, issuing)

    def corpus(self, issuing: str | None = None) -> tuple[Corpus, Compilation]:
        """The corpus; raises Refused with the findings when the registry cannot be read."""
        compilation = self.compile(issuing)
        if compilation.corpus is None:
            raise Refused(
                "Chưa đọc được sổ đăng ký (content/registry).",
                "The registry (content/registry) cannot be read.",
                compilation.findings,
            )
        return compilation.corpus, compilation

    def language(self, corpus: Corpus | None = None) -> Language:
        """As chosen, else the programme's own."""
        if self.chosen:
            return self.chosen
        return corpus.registry.programme.spoken if corpus else Language.VI

    def words(self, text: Bilingual, corpus: Corpus | None = None) -> str:
        return text.to(self.language(corpus))
