"""Takes every picture of the guide anew; all of them show the invented ward of the guide."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click
from PIL import Image

from generator.cli.verbs.init import starting_files
from tests.conftest import ROOT
from tests.guide_stories import STORIES, Story, begin
from tests.pictures.manifest import FREE, PICTURES, SITES, Site, pictured
from tests.pictures.onlooker import Onlooker
from tests.pictures.pages import seen
from tests.pictures.terminal import drawn, typed
from tests.test_guide import replayed

COLOURS = 128


def main() -> None:
    """Every picture is written as soon as it is made; those no longer made are removed."""
    made = set()
    with tempfile.TemporaryDirectory(prefix="hinh-") as folder:
        for name, picture in _pictures(Path(folder)):
            _save(name, picture)
            made.add(f"{name}.png")
    for old in PICTURES.glob("*.png"):
        if old.name not in made:
            old.unlink()


def _pictures(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    for number, story in enumerate(STORIES):
        yield from _of_story(story, _new_workspace(folder / str(number)))
    for name, (commands, at) in FREE.items():
        yield name, drawn("\n".join(_typed_in_turn(commands, folder / name, at)))


def _of_story(story: Story, workspace: Path) -> Iterator[tuple[str, Image.Image]]:
    """Of a story's commands and sites; it is followed no farther than there are pictures."""
    names = pictured(*story.pages)
    sites = [site for site in SITES if site.story is story]
    reader = Onlooker(workspace, frozenset(text.partition("\n")[0] for text in names))
    if names or sites:
        begin(reader, story)
    transcripts = replayed(reader, story.steps, *story.pages)
    while names or sites:
        shown, _ = next(transcripts)
        if name := names.pop(shown, None):
            yield name, drawn(reader.screen)
        while sites and shown.startswith(f"$ {sites[0].after}"):
            yield from _of_site(sites.pop(0), workspace)


def _of_site(site: Site, workspace: Path) -> Iterator[tuple[str, Image.Image]]:
    """Built with PDFs only where one is looked at."""
    has_pdf = any(shot.address.endswith(".pdf") for shot in site.shots)
    built = _built(workspace, site.at, *(() if has_pdf else ("--no-pdf",)))
    yield from seen(built, site.shots, datetime.fromisoformat(site.at))


def _typed_in_turn(commands: tuple[str, ...], folder: Path, at: str) -> Iterator[str]:
    folder.mkdir()
    for command in commands:
        if command.startswith("cd "):
            folder /= command.removeprefix("cd ")
            yield f"$ {command}"
        else:
            yield typed(command, folder, at).rstrip()


def _new_workspace(folder: Path) -> Path:
    for path, content in starting_files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def _built(workspace: Path, at: str, *options: str) -> Path:
    command = (sys.executable, "-m", "generator", "--at", at, "build", *options)
    subprocess.run(command, cwd=workspace, check=True, capture_output=True)
    return workspace / "site"


def _save(name: str, picture: Image.Image) -> None:
    """Few colours, without dithering: small files, and letters with clean edges."""
    PICTURES.mkdir(exist_ok=True)
    few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(PICTURES / f"{name}.png", optimize=True)
    click.echo(f"{(PICTURES / f'{name}.png').relative_to(ROOT)}")


if __name__ == "__main__":
    main()
