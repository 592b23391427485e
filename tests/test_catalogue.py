"""The words of pages and papers: complete in both languages, all of them used, one form of file."""

import ast
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from generator.base.diagnostics import Severity
from generator.base.text import Language
from generator.model.corpus.standing import Standing
from generator.model.kinds.consultation import Decision
from generator.views.catalogue.labels import labels
from generator.views.catalogue.words import words
from generator.views.changes.change_classes import Grade
from generator.views.context.addresses import SECTIONS
from generator.views.dashboard.figures_work import Promise
from generator.views.yearbook.archive_index import COLUMNS
from tests.conftest import ROOT

THEME = ROOT / "theme"
PAGES = "\n".join(path.read_text("utf-8") for path in sorted(THEME.rglob("*.html")))
CODE = [
    path
    for layer in ("views", "targets")
    for path in sorted((ROOT / "generator" / layer).rglob("*.py"))
    if path.parent.name != "catalogue"
]
TEXT_OF_CODE = "\n".join(path.read_text("utf-8") for path in CODE)
PLACE = re.compile(r"\{(\w*)\}")


def file_of(language: Language) -> Path:
    return THEME / "locale" / f"{language}.po"


def catalogue_of(language: Language) -> Catalog:
    return read_po(BytesIO(file_of(language).read_bytes()))


def entries(language: Language) -> tuple[Message, ...]:
    return tuple(entry for entry in catalogue_of(language) if entry.id)


BOTH = [(vi, en) for vi, en in zip(entries(Language.VI), entries(Language.EN), strict=False)]


# ── both languages ───────────────────────────────────────────────────────────────────────────────


def test_both_languages_have_the_same_words_in_the_same_order() -> None:
    """So that a word, and the note above it, stand at the same place in both files."""
    vi, en = (
        [(entry.context, entry.id, bool(entry.auto_comments)) for entry in entries(language)]
        for language in Language
    )
    assert vi == en


def test_both_languages_name_the_same_values() -> None:
    assert [
        vi.id for vi, en in BOTH if {*PLACE.findall(said(vi))} != {*PLACE.findall(said(en))}
    ] == []


@pytest.mark.parametrize("language", Language)
def test_every_word_is_said_finished_and_composed(language: Language) -> None:
    catalogue = catalogue_of(language)
    assert not catalogue.obsolete
    for entry in entries(language):
        assert said(entry).strip(), entry.id
        assert not entry.flags, entry.id
        assert unicodedata.is_normalized("NFC", said(entry)), entry.id


@pytest.mark.parametrize("language", Language)
def test_a_file_is_as_the_tools_of_translators_write_it(
    language: Language, pytestconfig: pytest.Config
) -> None:
    """Whoever changes a word with such a tool changes no other line; also finds what is doubled."""
    written = BytesIO()
    write_po(written, catalogue_of(language))
    if pytestconfig.getoption("--update"):
        file_of(language).write_bytes(written.getvalue())
    assert file_of(language).read_bytes() == written.getvalue()


def said(entry: Message) -> str:
    return str(entry.string)


# ── each word is used, each word that is used exists ─────────────────────────────────────────────

# The labels whose keys are put together: how, and of what.
COMPOSED: Mapping[str, set[str]] = {
    "change_*": {grade.name.lower() for grade in Grade},
    "choice_*": {*Decision},
    "dash_*": {promise.name.lower() for promise in Promise},
    "dash_concerns_*": {"topic", "area"},
    "dash_head_*": {
        *("work", "unit", "due", "record", "concern", "body", "reported"),
        *("matter", "waits_for", "state", "since", "holds", "answered", "answer"),
    },
    "dash_list_*": {"work", "open", "waiting", "answered"},
    "dash_streams_*": {"tendency", "breadth"},
    "dash_*_*": {"times_said", "times_same_day", "told_said", "told_same_day"},
    "front_*_*": {"calm_none", "calm_some", "urgent_none", "urgent_some"},
    "life_*_coming": {"unit", "area"},
    "life_*_ended": {"unit", "area"},
    "life_*_ending": {"unit", "area"},
    "print_*": {*("page", "version", "code", "proof", "qr", "scan", "ask", "compare", "verify")},
    "search_*": {"area", "topic"},
    "section_*": {section.id for section in SECTIONS},
    "stop_*": {standing.value for standing in Standing if not standing.is_usable},
    "yearbook_*": {"areas", "topics", "events"},
    "yearly_*": {
        *(*COLUMNS, "recalled", "holds", "redacted"),
        *("editions", "signoffs", "registry", "papers", "index", "history"),
    },
}


def composed() -> set[str]:
    return {filled(form, part) for form, parts in COMPOSED.items() for part in parts}


def filled(form: str, part: str) -> str:
    """The key: the part in the place of all that is put in, at once."""
    before, _, after = form.partition("*")
    return before + part + after.rpartition("*")[2]


def in_dashboard(path: Path) -> bool:
    """Where `Board.label` puts the prefix before every name."""
    return path.parent.name == "dashboard"


def texts(path: Path) -> Iterator[str]:
    """The texts in a module that may be the key of a label."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
            if in_dashboard(path):
                yield f"dash_{node.value}"


def forms(path: Path) -> Iterator[str]:
    """The texts that a module puts together, with * for what it puts in."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else "*" for p in node.values)
            form = "".join(map(str, parts))
            yield f"dash_{form}" if in_dashboard(path) and not form.startswith("dash_") else form


def test_every_label_is_used() -> None:
    named = {text for path in CODE for text in texts(path)} | {*re.findall(r"\bt\.(\w+)", PAGES)}
    assert [key for key in words(Language.VI) if key not in named | composed()] == []


def test_every_label_that_is_named_exists() -> None:
    in_code = re.findall(r'(?:\.label\(|\.row\(|labels\([\w.]+\)\[)"(\w+)"', TEXT_OF_CODE)
    named = {*in_code, *re.findall(r"\bt\.(\w+)", PAGES), *composed()}
    known = labels(Language.VI)
    assert len(in_code) > 100
    assert {key for key in named if key not in known and f"dash_{key}" not in known} == set()


def test_every_way_in_which_a_key_is_put_together_is_known() -> None:
    keys = words(Language.VI)
    found = {
        form
        for path in CODE
        for form in forms(path)
        if re.fullmatch(r"[a-z_*]*_[a-z_*]*", form) and any(fnmatchcase(key, form) for key in keys)
    }
    assert found == {*COMPOSED}


# The other families: where their words are named.
FAMILIES = {
    "frame": (
        (r"extra\.words\.(\w+)", "theme/site/*.html"),
        (r'"frame"\)\["(\w+)"\]', "generator/targets/offline/*.py"),
    ),
    "ago": ((r'"(now|\w+days|\w*day|hours|days)"', "theme/assets/reading.js"),),
    "search": (
        (r'said\.get\("(\w+)"\)', "theme/assets/search.js"),
        (r"\bsaid\.(\w+)", "theme/pages/search.html"),
    ),
    "desk": (
        (r"\bd\.(\w+)", "theme/pages/d*.html"),
        (r'(?:\.word\(|said\[)"(\w+)"', "generator/views/desk/*.py"),
        (r'"desk"\)\["(\w+)"', "generator/targets/site/*.py"),
    ),
}
# … and those that are taken by the name of what they are about.
BY_NAME = {
    "search": {standing.value for standing in Standing} - {Standing.ISSUED},
    "desk": {severity.value for severity in Severity},
}


@pytest.mark.parametrize("family", FAMILIES)
def test_every_word_of_a_family_is_used_and_exists(family: str) -> None:
    named = {
        name
        for pattern, files in FAMILIES[family]
        for path in ROOT.glob(files)
        for name in re.findall(pattern, path.read_text("utf-8"))
    }
    assert {*words(Language.VI, family)} == named | BY_NAME.get(family, set())


def test_no_word_belongs_to_a_family_that_nobody_asks_for() -> None:
    assert {entry.context for entry in entries(Language.VI)} - {None} == {*FAMILIES}


# ── whoever needs no words does not wait for them ────────────────────────────────────────────────

WITHOUT_WORDS = (
    ("check",),
    ("status",),
    ("status", "ND-2026-0001"),
    ("new", "message", "--title", "Lịch cấp nước"),
    ("why", "ND-2026-0001"),
    ("explain", "BT602"),
)
ASK = """
import sys
from generator.cli.main import _run
ended = _run(sys.argv[1:])
print(ended, *{"babel", "generator.views.catalogue.words"} & {*sys.modules})
"""


@pytest.mark.parametrize("verb", WITHOUT_WORDS, ids=" ".join)
def test_a_verb_that_shows_no_page_loads_no_words(workspace: Path, verb: tuple[str, ...]) -> None:
    asked = (sys.executable, "-c", ASK, "-C", str(workspace), "--at", "2026-11-30T22:00+07:00")
    ended = subprocess.run((*asked, *verb), capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "0", ended.stderr
