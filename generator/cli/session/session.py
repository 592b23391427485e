"""The start of every verb: the workspace, the language and the moment."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.base.text import Bilingual, Language
from generator.base.workspace import FileEntry, Sealed
from generator.notary import vouches
from generator.workspace import DiskWorkspace, find_workspace, is_by_clock, moment_of_run

if TYPE_CHECKING:  # a verb that asks nothing of the content need not load the kinds
    from generator.model.corpus.corpus import Corpus


@dataclass(frozen=True)
class Session:
    """One run of the command."""

    folder: Path | None
    chosen: Language | None
    at: str | None
    started_ns: int = field(default_factory=time.time_ns)

    @cached_property
    def root(self) -> Path:
        return find_workspace((self.folder or Path()).resolve())

    @cached_property
    def workspace(self) -> DiskWorkspace:
        return DiskWorkspace(self.root, moment_of_run(self.at), self._vouches, is_by_clock(self.at))

    @property
    def unremembering(self) -> DiskWorkspace:
        """The workspace, every signature of which is asked of ssh-keygen now."""
        return replace(self.workspace, notary=vouches)

    def _vouches(self, sealed: Sealed) -> bool:
        """The answer of ssh-keygen, now or for the same input in an earlier run."""
        from generator.targets.build.cache import Cache, Vouched  # noqa: PLC0415  few runs need it

        return Vouched(Cache(self.root), vouches)(sealed)

    @cached_property
    def files(self) -> Sequence[FileEntry]:
        """Every file of the content, listed once for each run."""
        return self.workspace.files("content")

    def language(self, corpus: "Corpus | None" = None) -> Language:
        """The chosen language, or the programme's own."""
        if self.chosen:
            return self.chosen
        return corpus.registry.programme.spoken if corpus else Language.VI

    def words(self, text: Bilingual, corpus: "Corpus | None" = None) -> str:
        return text.to(self.language(corpus))
