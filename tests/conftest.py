"""What several tests start from: a copy of the repository's content, the command, a browser."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.cli.main import _run
from tests import shared

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
SLOW = {"browser", "large", "pdf"}
UNMARKED = "A test of the fast run that is not marked `{}` needed this."
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write what is printed now into the guide's pages"
    )
    parser.addoption(
        "--fast",
        action="store_true",
        help="only what needs no browser, PDF engine or large site",
    )


def pytest_configure(config: pytest.Config) -> None:
    """A folder for what a run makes once; workers inherit its name."""
    if shared.HOME not in os.environ:
        os.environ[shared.HOME] = tempfile.mkdtemp(prefix="tests-of-the-bulletin-")
        config.add_cleanup(_forget_what_was_shared)
    if config.getoption("fast"):
        _hide_browser_and_engine()


def _forget_what_was_shared() -> None:
    shutil.rmtree(os.environ.pop(shared.HOME), ignore_errors=True)


def _hide_browser_and_engine() -> None:
    """A test that starts one of them unmarked fails, also where it does so in another process."""
    hidden = shared.home() / "hidden"
    hidden.mkdir(exist_ok=True)
    (hidden / "weasyprint.py").write_text(f"raise ImportError({UNMARKED.format('pdf')!r})\n")
    sys.path.insert(0, str(hidden))
    os.environ["PYTHONPATH"] = str(hidden)
    os.environ["CHROMIUM"] = UNMARKED.format("browser")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Whoever asks for a browser is marked so; a fast run leaves out what is marked."""
    for item in items:
        if "launched" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
    if config.getoption("fast"):
        slow = [one for one in items if SLOW & {m.name for m in one.iter_markers()}]
        config.hook.pytest_deselected(items=slow)
        items[:] = [one for one in items if one not in {*slow}]


@pytest.fixture(scope="session", autouse=True)
def cache_of_its_own() -> Iterator[None]:
    """No test reads or writes the user's cache; all workers of a run have one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(shared.home() / "cache"))
        yield


def copy_content(target: Path) -> Path:
    """The repository's workspace in another folder, without its history."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", target)
    shutil.copytree(ROOT / "content", target / "content")
    return target


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the repository's workspace that a test may change."""
    return copy_content(tmp_path / "workspace")


@pytest.fixture
def bulletin() -> Run:
    """The command as people run it: `bulletin(folder, "check")`."""
    return run_bulletin


def run_bulletin(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command, carried out in this process, in this folder, with nobody at the terminal."""
    out, err = (TextIOWrapper(BytesIO(), "utf-8", write_through=True) for _ in range(2))
    asked = ["-C", str(folder), *arguments]
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        code = _run(asked)
    said, told = (stream.buffer.getvalue().decode() for stream in (out, err))
    return subprocess.CompletedProcess(asked, code, said, told)


def run_bulletin_apart(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """The same in a process of its own, for what depends on a process and what surrounds it."""
    return subprocess.run(
        (sys.executable, "-m", "generator", "-C", str(folder), *arguments),
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )


@pytest.fixture(scope="session")
def sample_site(cache_of_its_own: None) -> Path:
    """The sample site, built once for every test that looks at pages; nobody writes into it."""
    from tests.sample_site import build_sample  # noqa: PLC0415  only when a test asks for it

    return shared.folder_of("sample", build_sample) / "site"


# ── the browser ──────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def launched() -> "Iterator[Browser]":
    """The one browser of a worker."""
    from tests.browser import browser  # noqa: PLC0415  most tests need none

    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def chromium(launched: "Browser") -> "Iterator[Browser]":
    """A browser in which nobody has been; what a module opened is closed behind it."""
    yield launched
    for context in launched.contexts:
        context.close()
