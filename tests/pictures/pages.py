"""Pages of a built site as a browser shows them, and the first page of a PDF."""

import io
import subprocess
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser

from tests.browser import browser

PHONE = (390, 700)
DESK = (1280, 800)


class Shot(NamedTuple):
    """A page of the site by its address, in a window of so many pixels; or a PDF's first page."""

    name: str
    address: str
    window: tuple[int, int] = PHONE


def seen(site: Path, shots: Sequence[Shot], at: datetime) -> Iterator[tuple[str, Image.Image]]:
    """(name, picture) of each, at a moment of its own, so that what is in force stays so."""
    with browser() as opened:
        for shot in shots:
            is_pdf = shot.address.endswith(".pdf")
            picture = _sheet(site / shot.address) if is_pdf else _page(opened, site, shot, at)
            yield shot.name, picture


def _page(browser: Browser, site: Path, shot: Shot, at: datetime) -> Image.Image:
    """Two pixels for one of a phone, which a guide shows in its own size."""
    width, height = shot.window
    with browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if shot.window == PHONE else 1,
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
    ) as context:
        page = context.new_page()
        page.clock.set_fixed_time(at)
        page.goto((site / shot.address / "index.html").as_uri())
        page.evaluate("document.fonts.ready")
        return Image.open(io.BytesIO(page.screenshot()))


def _sheet(pdf: Path) -> Image.Image:
    """The first A4 page at 130 dots per inch."""
    command = ("pdftoppm", "-png", "-r", "130", "-f", "1", "-l", "1", str(pdf))
    made = subprocess.run(command, check=True, capture_output=True)
    return Image.open(io.BytesIO(made.stdout))
