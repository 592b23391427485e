"""What several tests start from: a copy of the repository's content, and the command."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write what is printed now into the guide's pages"
    )


@pytest.fixture(scope="session", autouse=True)
def cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the user's cache."""
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["XDG_CACHE_HOME"]
    else:
        os.environ["XDG_CACHE_HOME"] = before


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
    return subprocess.run(
        (sys.executable, "-m", "generator", "-C", str(folder), *arguments),
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory, cache_of_its_own: None) -> Path:
    """The sample site, built once for every test that looks at pages; nobody writes into it."""
    from tests.sample_site import build_sample  # noqa: PLC0415  only when a test asks for it

    return build_sample(tmp_path_factory.mktemp("sample"))
