"""A workspace of any size, the same for the same seed, written through the product's own model.

python -m tests.benchmarks.corpus --records 1000 --bulletins 20 --seed 1 OUT
"""

import argparse
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from generator.editions.chain import HEAD, head_bytes
from generator.editions.freeze import as_body
from generator.model.edition.edition import Edition, file_bytes
from generator.model.kinds import path_of
from generator.model.registry.registry import Registry
from generator.pipeline import compile_content
from generator.workspace import DiskWorkspace
from tests.benchmarks.bulletins import Written, write_bulletin
from tests.benchmarks.press import Issue, Press, path_of_approval, preliminary
from tests.benchmarks.shares import LAST, Plan, shares
from tests.benchmarks.words import HERE, Dice, Words
from tests.benchmarks.writing import Folder, yaml_bytes

# Everything was written, approved and issued before this moment; read the corpus as of it.
MOMENT = datetime.fromisoformat("2026-11-01T08:00+07:00")
AFTER_THE_LAST = LAST + timedelta(days=60)


def write_corpus(plan: Plan, out: Path) -> tuple[Edition, ...]:
    """Fill a new folder with a valid workspace; its editions in the order of the chain."""
    _copy_what_is_the_same(out)
    folder = Folder(out)
    press = Press(_registry(out))
    editions: list[Edition] = []
    for issue in _issues(plan, press, folder):
        folder.put(issue.edition.path, file_bytes(as_body(issue.edition)))
        for approval in issue.approvals:
            values = approval.model_dump(mode="json", exclude_none=True)
            folder.put(path_of_approval(approval), yaml_bytes(values))
        editions.append(issue.edition)
    folder.put(HEAD, head_bytes(editions[-1]))
    return tuple(editions)


def _copy_what_is_the_same(out: Path) -> None:
    shutil.copytree(HERE / "workspace", out)
    shutil.copy(HERE.parent.parent / "mkdocs.yml", out)


def _registry(out: Path) -> Registry:
    compilation = compile_content(DiskWorkspace(out, MOMENT))
    if compilation.corpus is None:
        raise ValueError(compilation.findings)
    return compilation.corpus.registry


def _issues(plan: Plan, press: Press, folder: Folder) -> Iterator[Issue]:
    """Each bulletin's first edition, and its correction after that of the bulletin that follows."""
    due: Issue | None = None
    before: Written | None = None
    for written in _bulletins(plan):
        _put_records(folder, written)
        correction = plan.corrected_at(written.share.number)
        now = preliminary(written) if correction else written
        issued = press.issue(now, written.share.issued_at)
        yield issued
        if before and due and (at := plan.corrected_at(before.share.number)):
            yield press.issue(before, at, first=due.edition)
        before, due = written, issued


def _bulletins(plan: Plan) -> Iterator[Written]:
    words = Words()
    every = (*shares(plan, words), None)
    for share, following in pairwise(every):
        if share is not None:
            dice = Dice(f"{plan.seed}/{share.number}")
            next_issue = following.issued_at if following else AFTER_THE_LAST
            yield write_bulletin(words, share, dice, next_issue)


def _put_records(folder: Folder, written: Written) -> None:
    for record in (*written.records, written.bulletin):
        folder.put(path_of(record.id), yaml_bytes(record.content()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--bulletins", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    write_corpus(Plan(given.records, given.bulletins, given.seed), given.out)


if __name__ == "__main__":
    main()
