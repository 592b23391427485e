"""Where the shipped files are: beside the code in a wheel, in the checkout otherwise."""

import hashlib
import hmac
import os
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

_CODE = Path(__file__).parent
STARTER, EXAMPLE = _CODE / "starter", _CODE / "example"
_SHIPPED = _CODE / "_shipped"
_CHECKOUT = {"theme": "theme", "rules": "tests/rules", "guide": "content/guide"}


def shipped(name: str) -> Path:
    """The folder `theme`, `rules` or `guide` that came with the program."""
    return _SHIPPED / name if _SHIPPED.is_dir() else _CODE.parent / _CHECKOUT[name]


def cache_home() -> Path:
    """Our folder in the user's cache; it may be deleted at any time."""
    return Path(os.environ.get("XDG_CACHE_HOME") or _home() / ".cache") / "bulletin"


def _home() -> Path:
    """The user's home; without one, a place where nothing can be kept."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull)


def read_sealed(path: Path, name: str) -> bytes | None:
    """A cache entry as this machine wrote it; None for one that is not there, cut or forged."""
    try:
        return unsealed(name, path.read_bytes())
    except OSError:
        return None


def write_sealed(path: Path, name: str, content: bytes) -> None:
    """Write a cache entry whole; that it cannot be written is not an error."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".")
        with os.fdopen(handle, "wb") as file:
            file.write(sealed(name, content))
        Path(temporary).replace(path)


def sealed(name: str, content: bytes) -> bytes:
    """A cache entry as it is stored: with what only this machine can make of its name and bytes."""
    return hmac.digest(_machine_secret(), f"{name}\0".encode() + content, "sha256") + content


def unsealed(name: str, stored: bytes) -> bytes | None:
    """A stored entry as this machine sealed it; None for one that is cut, foreign or forged."""
    content = stored[_SECRET:]
    return content if hmac.compare_digest(sealed(name, content), stored) else None


@cache
def _machine_secret() -> bytes:
    """The secret that seals our cache: of this user on this machine, outside the cache.

    Where none can be kept it is made anew for each run, so that nothing cached is believed.
    """
    state = Path(os.environ.get("XDG_STATE_HOME") or _home() / ".local" / "state")
    file = state / "bulletin" / "cache-secret"
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as new:
                new.write(secrets.token_bytes(_SECRET))
        kept = file.read_bytes()
    except OSError:
        kept = b""
    return kept if len(kept) == _SECRET else secrets.token_bytes(_SECRET)


_SECRET = 32  # bytes, as many as a seal of sha256 has


@cache
def code_digest() -> str:
    """The digest of the program itself: an input of everything that is remembered between runs."""
    return _digest_of(code_files())


@cache
def theme_digest() -> str:
    """The digest of every file of the theme."""
    return _digest_of(theme_files())


@cache
def code_files() -> Mapping[str, str]:
    """The digest of each file of the program, by its path below it."""
    return _digests_below(_CODE, "*.py")


@cache
def theme_files() -> Mapping[str, str]:
    """The digest of each file of the theme, by its path below it."""
    return _digests_below(shipped("theme"), "*")


def page_of(code: str) -> Path | None:
    """The page of the rule with this code."""
    pages = sorted(shipped("rules").glob(f"{code}-*.md")) if code.isalnum() else []
    return pages[0] if pages else None


def _digest_of(files: Mapping[str, str]) -> str:
    hasher = hashlib.sha256()
    for path, digest in files.items():
        hasher.update(f"{path}\0".encode())
        hasher.update(bytes.fromhex(digest))
    return hasher.hexdigest()


def _digests_below(folder: Path, pattern: str) -> Mapping[str, str]:
    """In the order of their names as they are; Windows would order paths without capitals."""
    files = (path for path in folder.rglob(pattern) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(files, key=lambda path: path.parts)
    }
