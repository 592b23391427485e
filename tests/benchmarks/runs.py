"""The commands that are measured, on a corpus of one size, taking turns within every run."""

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from generator.editions.chain import HEAD
from generator.model.edition.edition import file_bytes
from tests.benchmarks.measure import Cost, cost_of

ROOT = Path(__file__).parent.parent.parent
RECORDS_A_BULLETIN = 50
FLOOR, FLOOR_PARSED = "read and hash only", "read and parse only, every core"
CHECK_COLD, CHECK_WARM = "check, cold", "check, warm"
CHECK_EDITED = "check, one record edited"
BUILD_COLD, BUILD_SAME, BUILD_MORE = "build, cold", "build, unchanged", "build, one more edition"
STOCK = "mkdocs build, stock Material"
# Minutes pass between builds, as they do between an editor's.
FIRST, SECOND, THIRD = (f"2026-11-01T08:{minute}+07:00" for minute in ("00", "07", "14"))


class Measured(NamedTuple):
    """One command run once."""

    name: str
    cost: Cost


@dataclass(frozen=True)
class Bench:
    """A corpus with its caches and sites, below one folder."""

    folder: Path
    records: int

    @property
    def corpus(self) -> Path:
        return self.folder / "corpus"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def prepare(self) -> None:
        """Write the corpus, hold its last edition back, and turn its site into the peer's pages."""
        bulletins = str(self.records // RECORDS_A_BULLETIN)
        size = ("--records", str(self.records), "--bulletins", bulletins)
        self._run("tests.benchmarks.corpus", *size, str(self.corpus))
        self.hold_back()
        self._bulletin(FIRST, "build", "--no-pdf", "--out", str(self.site))
        self._run("tests.benchmarks.stock", str(self.site), str(self.folder / "stock"))

    def checks(self) -> Iterator[Measured]:
        """A check with an empty cache, one right after it, one after an edit; the floors below."""
        self.forget()
        floor = ("tests.benchmarks.floor", str(self.corpus))
        yield Measured(FLOOR, self._run(*floor))
        yield Measured(FLOOR_PARSED, self._run(*floor, "--parse"))
        yield Measured(CHECK_COLD, self._bulletin(FIRST, "check"))
        yield Measured(CHECK_WARM, self._bulletin(SECOND, "check"))
        self._edit()
        yield Measured(CHECK_EDITED, self._bulletin(THIRD, "check"))

    def _edit(self) -> None:
        """One record gets a note, which changes its file and nothing that is agreed."""
        record = min((self.corpus / "content/records/information").rglob("*.yml"))
        record.write_text(f"{record.read_text('utf-8')}# {record.stat().st_mtime_ns}\n", "utf-8")

    def builds(self) -> Iterator[Measured]:
        """A build from nothing, one of the same, one after an issue, and the peer's."""
        self.forget()
        self.hold_back()
        build = ("build", "--no-pdf", "--out", str(self.site))
        yield Measured(BUILD_COLD, self._bulletin(FIRST, *build))
        if sum(1 for _ in self.site.rglob("index.html")) != self.pages():
            raise RuntimeError("the peer's pages are not those of the site")
        yield Measured(BUILD_SAME, self._bulletin(SECOND, *build))
        issued = self.give_back()
        yield Measured(BUILD_MORE, self._bulletin(THIRD, *build))
        if issued not in _json(self.site / "manifest.json")["editions"]:
            raise RuntimeError(f"{issued} is not in the site")
        shutil.rmtree(self.folder / "stock-site", ignore_errors=True)
        yield Measured(STOCK, self._stock())

    def pages(self) -> int:
        """How many pages the peer builds: those of our cold build."""
        return sum(1 for _ in (self.folder / "stock").rglob("index.md"))

    def forget(self) -> None:
        """An empty cache, and nothing built."""
        for below in (self.cache, self.site, self.folder / ".site.previous"):
            shutil.rmtree(below, ignore_errors=True)

    def hold_back(self) -> None:
        """Take the newest edition away, as if it had not been issued yet."""
        if not self._held.exists():
            self._path(_json(self._head)["edition"]).rename(self._held)
            self._head.write_bytes(file_bytes(_json(self._held)["previous"]))

    def give_back(self) -> str:
        """Issue the edition that was held back; says its name."""
        held = _json(self._held)
        name = f"{held['bulletin']}/v{held['version']}"
        self._held.rename(self._path(name))
        self._head.write_bytes(file_bytes({"edition": name, "digest": held["digest"]}))
        return name

    @property
    def _head(self) -> Path:
        return self.corpus / HEAD

    @property
    def _held(self) -> Path:
        return self.folder / "held-back.json"

    def _path(self, edition: str) -> Path:
        return self.corpus / f"content/editions/{edition}.json"

    def _bulletin(self, at: str, *arguments: str) -> Cost:
        return self._run("generator", "-C", str(self.corpus), "--at", at, *arguments)

    def _stock(self) -> Cost:
        config = str(self.folder / "stock/mkdocs.yml")
        return self._run(
            "mkdocs", "build", "-q", "-f", config, "-d", str(self.folder / "stock-site")
        )

    def _run(self, module: str, *arguments: str) -> Cost:
        settings = {
            "XDG_CACHE_HOME": str(self.cache),
            "PYTHONPATH": str(ROOT),
            "NO_MKDOCS_2_WARNING": "1",
        }
        return cost_of((sys.executable, "-m", module, *arguments), self.folder, settings)


def _json(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_bytes())
    return content
