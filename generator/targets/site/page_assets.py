"""What every page loads: a style sheet, few scripts, and the policy that forbids anything else."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator import views
from generator.resources import shipped
from generator.targets.build.site_script import SITE_SCRIPT
from generator.targets.offline.single_file import policy_hash, without_faces
from generator.targets.site import style_cut

# The scripts of pages; each is made of files of theme/assets, so that a page makes few requests.
SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "assets/page.js": ("reading.js", "local.js", "offline.js"),
    "assets/visits.js": ("visits.js",),
    "assets/acts.js": ("acts.js",),
    "assets/offline-list.js": ("offline-list.js",),
    "assets/search.js": ("fold.js", "search-words.js", "search-index.js", "search.js"),
}
# Which of them every page loads, and the pages of a section.
SCRIPTS_OF_ALL = (SITE_SCRIPT, "assets/page.js")
SCRIPTS_OF_SECTION: Mapping[str, tuple[str, ...]] = {
    "": ("assets/visits.js",),
    "events": ("assets/acts.js",),
    "messages": ("assets/acts.js",),
    "offline": ("assets/offline-list.js",),
    "search": ("assets/search.js",),
}
# Pages load only files of the site; `data:` is for the masks in Material's style sheet.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
# What the preview sends beside the policy.
PREVIEW_HEADERS = (
    ("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
)
STYLE = "assets/site.css"
# The sheets of theme/assets in it, in this order, after Material's.
SHEETS = (
    "tokens.css",
    "frame.css",
    "screen.css",
    "answers.css",
    "reading.css",
    "dashboard.css",
    "changes.css",
    "search.css",
    "offline.css",
    "sheets.css",
    "print.css",
)
# The folders of theme/ from which pages with this sheet are made.
TEMPLATES = ("site", "pages", "blocks")
MATERIAL = "assets/stylesheets/main.*.css"
# In a script: a comment alone on its lines; the white space around the end of a line.
_COMMENT = re.compile(r"^\s*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)\s*$", re.DOTALL | re.MULTILINE)
_SPACE = re.compile(r"\s*\n\s*")


# Files of theme/assets that are parts of a style sheet or script, or only for PDFs.
NOT_SENT = (".css", ".js", ".ttf")


def addressed(path: str, content: bytes) -> str:
    """The address of a file whose name holds a digest of its bytes.

    So a page finds just those that it was made with, in every cache and release, and a server may
    call them unchanging.
    """
    stem, _, ending = path.rpartition(".")
    return f"{stem}-{hashlib.sha256(content).hexdigest()[:8]}.{ending}"


def script_address(path: str) -> str:
    """The address of a script; that of the whole site has one address, for it differs each time."""
    if path == SITE_SCRIPT:
        return path
    return addressed(path, script_text(path).encode())


def script_text(path: str) -> str:
    """The text of one of SCRIPTS, without comments on lines of their own, and not indented."""
    parts = (shipped("theme") / "assets" / name for name in SCRIPTS[path])
    text = "\n".join(part.read_text("utf-8") for part in parts)
    return _SPACE.sub("\n", _COMMENT.sub("", text)).strip()


def lost_page() -> Mapping[str, str]:
    """The style and script inside the page for lost readers, and the policy that allows just them.

    They are inside, because that page is shown at any depth and may not know where the site begins.
    """
    theme = shipped("theme")
    sheets = (theme / "assets" / "tokens.css", theme / "alone" / "lost.css")
    style = without_faces("\n".join(sheet.read_text("utf-8") for sheet in sheets))
    script = (theme / "alone" / "lost.js").read_text("utf-8")
    policy = (
        f"default-src 'none'; script-src {policy_hash(script)}; style-src {policy_hash(style)};"
        " connect-src 'self'; base-uri 'none'; form-action 'self'"
    )
    return {"style": style, "script": script, "policy": policy}


def style_sheet(folders: Iterable[str], guide: Iterable[Path]) -> str:
    """Material's sheet, cut to what our pages can use, and ours, as one file for one request."""
    material = next(path for folder in folders for path in Path(folder).glob(MATERIAL))
    text = material.read_text("utf-8").partition("/*# sourceMappingURL")[0]
    sheets = ((shipped("theme") / "assets" / name).read_text("utf-8") for name in SHEETS)
    return style_cut.slim("\n".join((style_cut.cut(text, names_of_pages(guide)), *sheets)))


def names_of_pages(guide: Iterable[Path]) -> frozenset[str]:
    """The names that pages can have, from their sources and the hand-written guide.

    Never from records: so a new edition changes no style sheet.
    """
    templates = (path for name in TEMPLATES for path in (shipped("theme") / name).glob("*.html"))
    markup = Path(views.__file__).parent.rglob("*.py")
    sources = (*templates, *markup, *guide)
    return style_cut.names_in(path.read_text("utf-8-sig") for path in sources)
