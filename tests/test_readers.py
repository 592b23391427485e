"""Nobody who reads meanwhile gets an error, or a page with the files of another release."""

import asyncio
from pathlib import Path

from tests.readers import reading


def test_readers_notice_no_switch(tmp_path: Path) -> None:
    """More of them: make readers."""
    run = asyncio.run(reading(tmp_path, readers=20, publishes=3, seed=1))
    assert len({*map(str, run.manifests)}) == 4 and len(run.visits) > 60
    assert list(run.flaws()) == []
