"""The sample site with a page of every type: built from the repository's own editions.

One message is recalled, and lists are cut short so that they have pages for each month.
"""

from pathlib import Path

import pytest

from generator.targets.build.inputs import Wish
from generator.targets.site.site_build import build_site
from generator.views.lists import listing
from tests.conftest import copy_content, run_bulletin
from tests.page_types import BUILT_AT, RECALLED

RECALLED_AT = "2026-11-23T17:30+07:00"
WHY = "Đơn vị thi công báo đổi giờ; nội dung này không còn đúng."
SHORT = 10


def build_sample(folder: Path) -> Path:
    """The folder of the site, without PDFs."""
    workspace = copy_content(folder / "workspace")
    by = ("--unit", "dan-van", "--office", "truong-ban", "--reason", WHY)
    recalled = run_bulletin(workspace, "--at", RECALLED_AT, "recall", RECALLED, *by)
    assert recalled.returncode == 0, recalled.stdout
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "MOST_SHOWN", SHORT)
        build_site(workspace, Wish(at=BUILT_AT, with_pdf=False), folder / "site", jobs=1)
    return folder / "site"
