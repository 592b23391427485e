"""Which pictures there are, and what each shows."""

import re
from typing import NamedTuple

from tests.conftest import ROOT
from tests.guide_stories import FIRST, NIGHT, WRONG, Story
from tests.pictures.pages import DESK, Shot

GUIDE = ROOT / "content" / "guide"
PICTURES = GUIDE / "hinh"
# A picture that directly follows a transcript is the picture of that transcript.
_PICTURED = re.compile(r"^```text\n(\$ [^`]*)^```\n\n!\[[^\]]*\]\(hinh/(lenh-[\w-]+)\.png\)", re.M)


class Site(NamedTuple):
    """What the reader of a story builds after a command, at a moment, and the pages looked at."""

    story: Story
    after: str
    at: str
    shots: tuple[Shot, ...]


SITES = (
    Site(
        FIRST,
        after="bulletin issue BT-2026-0001 --relation",
        at="2026-11-06T12:00+07:00",
        shots=(
            Shot("dien-thoai-noi-dung", "messages/ND-2026-0001"),
            Shot("dien-thoai-ban-cu", "bulletins/BT-2026-0001/v1"),
            Shot("may-tinh-ban-tin", "bulletins/BT-2026-0001/v2", DESK),
        ),
    ),
    Site(
        WRONG,
        after="bulletin recall",
        at="2026-11-05T10:00+07:00",
        shots=(Shot("dien-thoai-thu-hoi", "messages/ND-2026-0001"),),
    ),
    Site(
        NIGHT,
        after="bulletin issue",
        at="2026-11-04T23:10+07:00",
        shots=(
            Shot("dien-thoai-trang-dau", ""),
            Shot("may-tinh-trang-dau", "", DESK),
            Shot("dien-thoai-su-viec", "events/SV-2026-0001"),
            Shot("pdf-trang-dau", "bulletins/BT-2026-0002/v1/BT-2026-0002-v1.pdf"),
        ),
    ),
    Site(
        NIGHT,
        after="bulletin issue",
        at="2026-11-05T12:30+07:00",
        shots=(Shot("dien-thoai-het-han", "messages/ND-2026-0004"),),
    ),
)
# Commands typed one after another in an empty folder, and when.
FREE = {
    "lenh-init": (
        ("bulletin init ban-tin", "cd ban-tin", "ls content content/registry", "bulletin check"),
        "2026-11-03T08:00+07:00",
    ),
}


def pictured(*pages: str) -> dict[str, str]:
    """The name of the picture by the text of the transcript; of all pages, or of those named."""
    texts = (
        p.read_text("utf-8") for p in sorted(GUIDE.glob("*.md")) if p.name.startswith(pages or "")
    )
    return {text: name for page in texts for text, name in _PICTURED.findall(page)}


def made() -> set[str]:
    """The file names of all pictures that the script makes."""
    shots = {shot.name for site in SITES for shot in site.shots}
    return {f"{name}.png" for name in {*pictured().values(), *FREE, *shots}}
