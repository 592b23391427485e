"""Lighthouse's scores of pages, on its mobile preset: `make lighthouse`.

Its slow phone is simulated from how long this machine's browser takes, times four. On a busy
machine the score for performance is therefore too low: it is judged by `make lighthouse`, the best
of three tries counts, and no test depends on it. Accessibility does not depend on the machine.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from tests.browser import CHROMIUM, FLAGS, served_zipped
from tests.conftest import ROOT
from tests.page_types import PAGE_TYPES, specimen
from tests.sample_site import build_sample

FOLDER = ROOT / "tests" / "web"
JUDGED = ("front", "event", "message", "bulletin")
ACCESSIBILITY, PERFORMANCE = "accessibility", "performance"
LEAST = 95
TRIES = 3


class Score(NamedTuple):
    """Of a hundred; and the audits that cost points."""

    address: str
    points: int
    lost: tuple[str, ...]


def judged(site: Path) -> list[str]:
    """The fullest page of each type that is judged."""
    found = (specimen(site, one) for one in PAGE_TYPES if one.name in JUDGED)
    return [one for one in found if one is not None]


def scores(site: Path, addresses: Sequence[str], category: str) -> Iterator[Score]:
    """One run over these pages of a site, served compressed."""
    with served_zipped(site) as at:
        urls = [at + one for one in addresses]
        found = json.loads(_printed(category, urls))
    for address, url in zip(addresses, urls, strict=True):
        yield Score(address, found[url][category], tuple(found[url]["lost"]))


def _printed(category: str, urls: Sequence[str]) -> str:
    done = subprocess.run(
        ("node", "lighthouse.mjs", CHROMIUM, json.dumps(FLAGS), category, *urls),
        cwd=FOLDER,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def main() -> None:
    """Ends with 1 when a page stays below the least score in every try."""
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder:
        site = build_sample(Path(folder))
        left = [*_left(site, ACCESSIBILITY, 1), *_left(site, PERFORMANCE, TRIES)]
    sys.exit(1 if left else 0)


def _left(site: Path, category: str, tries: int) -> list[str]:
    """The pages that never reached the least score; every score is printed."""
    left = judged(site)
    for _ in range(tries):
        found = list(scores(site, left, category)) if left else []
        for score in found:
            lost = f" ({'; '.join(score.lost)})" if score.lost else ""
            click.echo(f"{category} {score.points}: /{score.address}{lost}")
        left = [score.address for score in found if score.points < LEAST]
    return left


if __name__ == "__main__":
    main()
