"""The benchmark's corpus: a valid workspace, and the same one for the same seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.editions.verify import verify_editions
from generator.model.corpus.corpus import Corpus
from generator.model.edition.edition import Edition, Relation
from generator.model.kinds import KINDS
from generator.pipeline import compile_content
from generator.workspace import DiskWorkspace
from tests.benchmarks.corpus import MOMENT, write_corpus
from tests.benchmarks.press import NOTE
from tests.benchmarks.shares import Plan
from tests.conftest import ROOT

PLAN = Plan(records=60, bulletins=4, seed=7)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("corpus") / "workspace"
    write_corpus(PLAN, out)
    return out


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Corpus:
    compilation = compile_content(DiskWorkspace(folder, MOMENT))
    assert compilation.findings == ()
    assert compilation.corpus is not None
    return compilation.corpus


@pytest.fixture(scope="module")
def editions(folder: Path) -> tuple[Edition, ...]:
    history, problems = verify_editions(DiskWorkspace(folder, MOMENT))
    assert problems == ()
    return history.editions


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_seed_gives_the_same_bytes_in_another_process_and_another_seed_others(
    folder: Path, tmp_path: Path
) -> None:
    options = [f"--{name}={value}" for name, value in PLAN._asdict().items()]
    subprocess.run(
        (sys.executable, "-m", "tests.benchmarks.corpus", *options, str(tmp_path / "again")),
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "1", "TZ": "America/Lima"},
    )
    write_corpus(PLAN._replace(seed=8), tmp_path / "other")
    assert files(tmp_path / "again") == files(folder)
    assert files(tmp_path / "other") != files(folder)


def test_it_holds_as_many_records_as_asked_of_every_kind(corpus: Corpus) -> None:
    counts = {kind.kind: sum(1 for _ in corpus.of(kind)) for kind in KINDS}
    assert counts.pop("bulletin") == PLAN.bulletins
    assert sum(counts.values()) == PLAN.records
    assert min(counts.values()) > 0


def test_every_record_is_as_long_as_real_ones(folder: Path) -> None:
    sizes = {path: path.stat().st_size for path in (folder / "content/records").rglob("*.yml")}
    assert not {path.name: size for path, size in sizes.items() if not 800 <= size <= 1500}


def test_every_record_is_issued_and_no_bulletin_drags_the_others_along(
    corpus: Corpus, editions: tuple[Edition, ...]
) -> None:
    printed = {one for edition in editions for one in (*edition.records, edition.bulletin)}
    assert printed == set(corpus.records)
    share = PLAN.records // PLAN.bulletins
    assert all(len(edition.records) <= share + 8 for edition in editions)


def test_a_bulletin_is_corrected_after_the_one_that_follows_it(
    editions: tuple[Edition, ...],
) -> None:
    assert [edition.name for edition in editions] == [
        "BT-2026-0001/v1",
        "BT-2026-0002/v1",
        "BT-2026-0003/v1",
        "BT-2026-0002/v2",
        "BT-2026-0004/v1",
    ]
    first, second = (edition for edition in editions if edition.bulletin == "BT-2026-0002")
    [changed] = (one for one in first.records if first.records[one] != second.records[one])
    assert second.relation is Relation.CORRECTION
    assert second.change_note == NOTE.format(id=changed)


def test_records_lean_on_one_another(corpus: Corpus) -> None:
    texts = [entry.record.model_dump(mode="json") for entry in corpus.records.values()]
    for key in ("event", "basis", "about", "supersedes", "answer", "settled", "include"):
        assert any(text.get(key) for text in texts), key
    assert any(len(corpus.closure(one)) > 1 for one in corpus.records)
    assert {record_id for record_id, _ in corpus.approvals} > {
        record_id for record_id in corpus.records if record_id.startswith("BT")
    }
