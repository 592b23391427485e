"""Where the shipped files are: beside the code in a wheel, in the checkout otherwise."""

import hashlib
import os
from functools import cache
from pathlib import Path

_CODE = Path(__file__).parent
STARTER = _CODE / "starter"
_SHIPPED = _CODE / "_shipped"
_CHECKOUT = {"theme": "theme", "rules": "tests/rules", "guide": "content/guide"}


def shipped(name: str) -> Path:
    """The folder `theme`, `rules` or `guide` that came with the program."""
    return _SHIPPED / name if _SHIPPED.is_dir() else _CODE.parent / _CHECKOUT[name]


def cache_home() -> Path:
    """Our folder in the user's cache; it may be deleted at any time."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "bulletin"


@cache
def code_digest() -> str:
    """The digest of the program itself: an input of everything that is remembered between runs."""
    return _digest_of(_CODE, "*.py")


@cache
def theme_digest() -> str:
    """The digest of every file of the theme."""
    return _digest_of(shipped("theme"), "*")


def page_of(code: str) -> Path | None:
    """The page of the rule with this code."""
    pages = sorted(shipped("rules").glob(f"{code}-*.md")) if code.isalnum() else []
    return pages[0] if pages else None


def _digest_of(folder: Path, pattern: str) -> str:
    hasher = hashlib.sha256()
    for path in sorted(p for p in folder.rglob(pattern) if p.is_file()):
        hasher.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        hasher.update(hashlib.sha256(path.read_bytes()).digest())
    return hasher.hexdigest()
