"""What a visit costs: bytes over the wire, compressed, and what Lighthouse says of access."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser import PHONE, served_zipped
from tests.lighthouse import ACCESSIBILITY, LEAST, judged, scores
from tests.page_types import ID, READ_AT, addresses, file_of
from tests.visits import Window, visitor

FIRST_VISIT, RECORD_PAGE = 45_000, 12_000
RECORDS = re.compile(rf"(?!bulletins/)[a-z]+/{ID}/")


def test_the_front_page_weighs_at_most_45_kb_on_a_first_visit(
    sample_site: Path, chromium: Browser
) -> None:
    """Everything that is asked for: document, styles, scripts, fonts, icons, with their heads.

    What the worker then keeps for reading without a network is not counted: no reader waits for it.
    """
    with served_zipped(sample_site) as at:
        weights = dict(_received(chromium, at))
    told = "\n".join(f"{size:>8,} {url.removeprefix(at)}" for url, size in weights.items())
    assert len(weights) > 4
    assert sum(weights.values()) <= FIRST_VISIT, told


def _received(opened: Browser, at: str) -> Iterator[tuple[str, int]]:
    """Each address asked for on a first visit, and the bytes that came."""
    with visitor(opened, at, Window(*PHONE, READ_AT, has_workers=False)) as reader:
        asked: dict[str, str] = {}
        came: dict[str, int] = {}
        watch = reader.context.new_cdp_session(reader.page)

        def asking(event: dict[str, Any]) -> None:
            asked[event["requestId"]] = event["request"]["url"]

        def finished(event: dict[str, Any]) -> None:
            came[event["requestId"]] = int(event["encodedDataLength"])

        watch.on("Network.requestWillBeSent", asking)
        watch.on("Network.loadingFinished", finished)
        watch.send("Network.enable")
        reader.open("")
        reader.page.wait_for_load_state("networkidle")
        yield from ((asked[request], size) for request, size in came.items())


def test_every_record_page_has_at_most_12_kb_of_compressed_html(sample_site: Path) -> None:
    weights = {
        address: len(gzip.compress(file_of(sample_site, address).read_bytes(), 9))
        for address in addresses(sample_site)
        if RECORDS.fullmatch(address)
    }
    assert len(weights) > 20
    assert {one: size for one, size in weights.items() if size > RECORD_PAGE} == {}


@pytest.mark.browser
def test_lighthouse_finds_the_main_pages_accessible(sample_site: Path) -> None:
    found = list(scores(sample_site, judged(sample_site), ACCESSIBILITY))
    assert len(found) == 4
    assert [one for one in found if one.points < LEAST] == []
