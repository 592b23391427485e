"""A real terminal in which commands are typed, and a drawing of what it shows."""

import fcntl
import os
import pty
import shlex
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont
from rich.color import Color, ColorType
from rich.console import Console
from rich.style import Style
from rich.text import Text

from tests.conftest import ROOT

COLUMNS = 68
# Pixels; a picture has two for each pixel of a page. 16 wide fits letters of 26 tall or smaller.
CELL = (16, 38)
LETTERS = 26
MARGIN = 26
GROUND, INK, PROMPT = "#14181f", "#e8eaed", "#7ee0a3"
_FONTS = Path("/usr/share/fonts/truetype/noto")  # the Debian package fonts-noto-mono
_BRIGHT = {"red": "#ff8a80", "green": "#7ee0a3", "yellow": "#ffd166", "magenta": "#e6a8ff"}
_NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")


class Cell(NamedTuple):
    """One letter on the screen."""

    row: int
    column: int
    letter: str
    colour: str
    is_bold: bool


def typed(command: str, folder: Path, at: str) -> str:
    """What a terminal shows once a command has been typed in a folder, colours included."""
    program, *arguments = shlex.split(command)
    if program == "bulletin":
        given = [sys.executable, "-m", "generator", "--at", at, *arguments]
    else:
        given = [program, *arguments]
    return f"$ {command}\n{_printed(given, folder)}"


def _printed(command: Sequence[str], folder: Path) -> str:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    with subprocess.Popen(
        command, cwd=folder, env=environment(), stdin=theirs, stdout=theirs, stderr=theirs
    ):
        os.close(theirs)
        printed = b"".join(_everything(ours))
    os.close(ours)
    return printed.decode().replace("\r\n", "\n")


def _everything(terminal: int) -> Iterator[bytes]:
    """Until the other end is closed, which Linux tells by an error."""
    try:
        while part := os.read(terminal, 1 << 16):
            yield part
    except OSError:
        return


def environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    cache = os.environ.get("XDG_CACHE_HOME")
    return {
        **kept,
        **({"XDG_CACHE_HOME": cache} if cache else {}),
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }


def drawn(screen: str) -> Image.Image:
    """The screen as a picture; long lines go on in the next row, as in a terminal."""
    lines = list(_rows(screen.rstrip().expandtabs()))
    size = (COLUMNS * CELL[0] + 2 * MARGIN, len(lines) * CELL[1] + 2 * MARGIN)
    image = Image.new("RGB", size, GROUND)
    brush = ImageDraw.Draw(image)
    fonts = {bold: _font(is_bold=bold) for bold in (False, True)}
    for cell in _cells(lines):
        place = (MARGIN + cell.column * CELL[0], MARGIN + cell.row * CELL[1])
        brush.text(place, cell.letter, cell.colour, fonts[cell.is_bold])
    return image


def _font(*, is_bold: bool) -> ImageFont.FreeTypeFont:
    """Noto Sans Mono has every Vietnamese letter, which few fonts of one width have."""
    name = "NotoSansMono-Bold.ttf" if is_bold else "NotoSansMono-Regular.ttf"
    return ImageFont.truetype(str(_FONTS / name), LETTERS, layout_engine=ImageFont.Layout.BASIC)


def _rows(screen: str) -> Iterator[Text]:
    for line in screen.split("\n"):
        text = Text.from_ansi(line)
        if line.startswith("$ "):
            text.stylize(Style(color=PROMPT, bold=True), 0, 1)
            text.stylize(Style(bold=True), 1)
        yield from text.divide(range(COLUMNS, max(len(text), 1), COLUMNS))


def _cells(lines: Sequence[Text]) -> Iterator[Cell]:
    console = Console(width=COLUMNS, color_system="truecolor", force_terminal=True)
    for row, line in enumerate(lines):
        column = 0
        for segment in line.render(console):
            style = segment.style or Style()
            for letter in segment.text.rstrip("\n"):
                yield Cell(row, column, letter, _colour(style), bool(style.bold))
                column += 1


def _colour(style: Style) -> str:
    """The eight colours a terminal names, bright enough for a dark ground."""
    colour = style.color or Color.default()
    if colour.type is ColorType.STANDARD and colour.number is not None:
        return _BRIGHT.get(_NAMES[colour.number % 8], INK)
    return colour.get_truecolor().hex if colour.type is ColorType.TRUECOLOR else INK
