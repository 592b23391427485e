"""Layouts as data: every profile and every type of document in theme/pdf."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.base.diagnostics import BulletinError
from generator.base.text import Language
from generator.model import layouts
from generator.model.layouts import document_type, layout_of, profile
from generator.views.bulletin.bulletin_print import bulletin_job
from tests.official import official

FOLDER = layouts.folder()
PROFILES = sorted(path.stem for path in FOLDER.glob("*.yml"))
DOCUMENTS = sorted(path.stem for path in (FOLDER / "documents").glob("*.yml"))


def named_in(styles: tuple[str, ...]) -> set[str]:
    css = "".join((FOLDER / name).read_text("utf-8") for name in styles)
    return set(re.findall(r"var\(--([a-z0-9-]+)\)", css))


def is_set(name: str, document: str) -> bool:
    """An official document is set only in a profile that has its form."""
    return document != "official" or "official" in profile(name).documents


@pytest.mark.parametrize(
    ("name", "document"), [(n, d) for n in PROFILES for d in DOCUMENTS if is_set(n, d)]
)
def test_every_figure_that_a_style_names_is_given(name: str, document: str) -> None:
    layout = layout_of(name, document)
    assert named_in(layout.styles) <= set(layout.figures)
    assert (FOLDER / layout.template).is_file()


@pytest.mark.parametrize("name", PROFILES)
def test_every_figure_of_a_profile_is_used_and_says_where_it_is_from(name: str) -> None:
    used = set().union(*(named_in(document_type(one).styles) for one in DOCUMENTS))
    figures = profile(name).figures
    assert set(figures) <= used
    assert all(figure.source.strip() for figure in figures.values())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_figure_of_a_type_of_document_is_used(document: str) -> None:
    written = document_type(document)
    assert set(written.figures) <= named_in(written.styles)


# ── a profile of one's own ───────────────────────────────────────────────────────────────────


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of theme/pdf, to which files may be added."""
    copied = tmp_path / "pdf"
    shutil.copytree(FOLDER, copied)
    monkeypatch.setattr(layouts, "folder", lambda: copied)
    forget()
    yield copied
    forget()


def forget() -> None:
    for one in (layouts.profile_names, layouts.profile, layouts.layout_of, layouts.document_type):
        one.cache_clear()


OWN = """name: Đảng ủy phường
based-on: dang-hd05-2026
documents:
  official:
    body-size: {value: 14.5pt, source: Quy định của Đảng ủy phường, checked: true}
texts:
  chair: {value: left, source: Quy chế phối hợp của hai ban, checked: true}
"""


def test_one_file_more_is_one_profile_more(folder: Path) -> None:
    (folder / "dang-uy-phuong.yml").write_text(OWN, "utf-8")
    assert "dang-uy-phuong" in layouts.profile_names()
    own, before = (layout_of(name, "official") for name in ("dang-uy-phuong", "dang-hd05-2026"))
    assert own.figures == {**before.figures, "body-size": "14.5pt"}
    assert profile("dang-uy-phuong").head == "party"
    edition = official("dang-uy-phuong", signed_copy="Bản giấy")
    html = bulletin_job(edition, None, Language.VI, b"{}").html
    order = re.findall(r'class="unit">([^<]+)<', html)
    assert order == ["BAN TUYÊN GIÁO", "BAN DÂN VẬN"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("name: [x\n", "theme/pdf/own.yml"),
        ("head: party\n", "name: Field required"),
        ("name: A\nfigures: {paper: {value: 210mm, checked: true}}\n", "figures.paper.source"),
        ("name: A\nmargins: {}\n", "margins"),
        ("name: A\nbased-on: khong-co\n", "theme/pdf/khong-co.yml"),
    ],
)
def test_a_profile_that_cannot_be_used_is_named_with_its_fault(
    folder: Path, written: str, said: str
) -> None:
    (folder / "own.yml").write_text(written, "utf-8")
    with pytest.raises(BulletinError) as raised:
        profile("own")
    assert said in raised.value.sentence.vi
    assert said in raised.value.sentence.en


def test_a_figure_that_is_not_given_is_named() -> None:
    with pytest.raises(BulletinError) as raised:
        layout_of("masthead", "official").figure("body-indent")
    assert "“body-indent”" in raised.value.sentence.vi
