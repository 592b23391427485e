"""What tests of pages in a browser share: the sample site, a visitor, a page of each type."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import DESK, served_zipped
from tests.page_types import PAGE_TYPES, READ_AT, PageType, specimen
from tests.visits import Visitor, Window, visitor

each_type = pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.name)


@pytest.fixture(scope="module")
def site(sample_site: Path) -> Iterator[str]:
    with served_zipped(sample_site) as address:
        yield address


@pytest.fixture(scope="module")
def reader(chromium: Browser, site: str) -> Iterator[Visitor]:
    """One visitor for all pages of a module, who wants no motion."""
    with visitor(chromium, site, Window(*DESK, READ_AT, wants_rest=True)) as visiting:
        yield visiting


@pytest.fixture
def address(kind: PageType, sample_site: Path) -> str:
    """The fullest page of a type; what is still being built may be missing."""
    found = specimen(sample_site, kind)
    if found is None:
        pytest.skip(f"the site has no page of the type {kind.name}")
    return found
