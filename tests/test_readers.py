"""Nobody who reads meanwhile gets an error, or a page with the files of another release."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.readers import reading


def test_readers_notice_no_switch(tmp_path: Path) -> None:
    """More of them: make readers."""
    with ThreadPoolExecutor(1) as apart:  # a browser of other tests may hold this thread's loop
        visited = reading(tmp_path, readers=20, publishes=3, seed=1)
        run = apart.submit(asyncio.run, visited).result()
    assert len({*map(str, run.manifests)}) == 4 and len(run.visits) > 60
    assert list(run.flaws()) == []
