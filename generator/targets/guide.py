"""The guide's place in the site: its navigation, and the pages of the rules."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.base.text import Bilingual, Language
from generator.resources import shipped

TITLE = Bilingual("Hướng dẫn", "Guide")
RULES_TITLE = Bilingual("Quy tắc kiểm tra", "Rules")
_FENCE_PLACES = ("```yaml ", "```text ", "```json ")


def navigation(root: Path) -> list[dict[str, Any]]:
    """The hand-written pages by file name, then the list of rules."""
    pages = sorted((root / "content" / "guide").glob("*.md"))
    first = [page for page in pages if page.name == "index.md"]
    rest = [page for page in pages if page.name != "index.md"]
    return [
        *({title_of(page): f"guide/{page.name}"} for page in (*first, *rest)),
        {RULES_TITLE.to(Language.VI): "guide/rules/index.md"},
    ]


def title_of(page: Path) -> str:
    """The first heading of a Markdown page."""
    for line in page.read_text("utf-8").splitlines():
        if line.startswith("# "):
            return line.removeprefix("# ").strip()
    return page.stem


def rule_pages() -> Iterator[tuple[str, str]]:
    """(source address, Markdown) of each rule's page, and of their list."""
    pages = sorted(shipped("rules").glob("BT*.md"))
    lines = [f"- [{title_of(page)}]({code_of(page)}.md)" for page in pages]
    yield "guide/rules/index.md", f"# {RULES_TITLE.to(Language.VI)}\n\n" + "\n".join(lines) + "\n"
    for page in pages:
        yield f"guide/rules/{code_of(page)}.md", _readable(page.read_text("utf-8"))


def code_of(page: Path) -> str:
    return page.stem.partition("-")[0]


def _readable(text: str) -> str:
    """The fence's file name as a line above it, where Markdown would take it for a setting."""
    lines: list[str] = []
    for line in text.splitlines():
        fence = next((f for f in _FENCE_PLACES if line.startswith(f)), None)
        if fence:
            lines += [f"`{line.removeprefix(fence).strip()}`", "", fence.strip()]
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"
