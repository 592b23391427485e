"""A single file for each bulletin version, for phones without a network or https.

The file contains everything: styles, scripts, text. Its policy allows only that style and script,
by their sha256, and forbids any download.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache, partial

from markupsafe import Markup

from generator.base.digest import digest, digest12
from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.resources import code_digest, shipped, theme_digest
from generator.targets.build.output import FileContent, Output
from generator.targets.build.plan import Plan
from generator.targets.build.site_script import facts_script
from generator.views.catalogue.labels import labels
from generator.views.catalogue.words import words
from generator.views.context.addresses import NOWHERE, address_of_edition
from generator.views.context.page import Planned
from generator.views.context.templates import render

# The parts of theme/ in such a file, in this order; the script reads its facts from the page.
STYLES = ("assets/tokens.css", "assets/screen.css", "assets/reading.css", "alone/alone.css")
SCRIPTS = ("assets/reading.js",)
POLICY = (
    "default-src 'none'; script-src {script}; style-src {style}; img-src data:;"
    " base-uri 'none'; form-action 'none'"
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FACE = re.compile(r"@font-face \{.*?\}\n", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")


def files(plan: Plan) -> Iterator[Output]:
    """The single file of each version, in the folder of its PDF."""
    pages = {planned.address: planned for planned in plan.pages}
    for edition in plan.ledger.editions:
        planned = pages[address_of_edition(edition.name)]
        key = digest([planned.key, plan.base_url, plan.exercise, code_digest(), theme_digest()])
        path = f"{planned.address}{edition.name.replace('/', '-')}.html"
        yield Output(path, key, partial(_file_content, plan, edition, planned))


def _file_content(plan: Plan, edition: Edition, planned: Planned) -> FileContent:
    assert planned.alone is not None  # noqa: S101  every version can stand alone
    page = planned.alone(plan.base_url or NOWHERE)
    style, script = _style(), _script(edition, plan.language)
    html = render(
        "alone/bulletin.html",
        plan.language,
        spoken=plan.language.value,
        policy=POLICY.format(script=policy_hash(script), style=policy_hash(style)),
        page=page,
        site=plan.site_name,
        style=Markup(style),  # noqa: S704  files of the theme
        script=Markup(script),  # noqa: S704  files of the theme
        body=Markup(page.body),  # noqa: S704  a finished page
        exercise=plan.exercise,
        clock=words(plan.language, "frame")["clock"],
        note=_note(plan, edition),
    )
    return FileContent(html.encode())


def _note(plan: Plan, edition: Edition) -> str:
    template = labels(plan.language)["alone_file"]
    return template.format(name=edition.name, digest=digest12(edition.digest))


def policy_hash(text: str) -> str:
    """The policy's source expression for an inline text: its sha256."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _style() -> str:
    """The style sheets without font faces (they would be downloaded) and without comments."""
    text = "\n".join(_asset(name) for name in STYLES)
    return without_faces(text)


def without_faces(style: str) -> str:
    """A style sheet without font faces (they would be downloaded) and without comments."""
    return _SPACE.sub("\n", _FACE.sub("", _COMMENT.sub("", style))).strip()


def _script(edition: Edition, language: Language) -> str:
    """The facts and scripts of a page; its moment is the issue: an earlier clock is wrong."""
    facts = facts_script(edition.issued_at, edition.zone, language)
    return "\n".join((facts, *(_asset(name) for name in SCRIPTS)))


@cache
def _asset(name: str) -> str:
    return (shipped("theme") / name).read_text("utf-8")
