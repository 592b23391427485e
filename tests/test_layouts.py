"""Layouts as data: every profile and every type of document in theme/pdf."""

import re

import pytest

from generator.model import layouts
from generator.model.layouts import document_type, layout_of, profile

FOLDER = layouts.folder()
PROFILES = sorted(path.stem for path in FOLDER.glob("*.yml"))
DOCUMENTS = sorted(path.stem for path in (FOLDER / "documents").glob("*.yml"))


def named_in(styles: tuple[str, ...]) -> set[str]:
    css = "".join((FOLDER / name).read_text("utf-8") for name in styles)
    return set(re.findall(r"var\(--([a-z0-9-]+)\)", css))


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("name", PROFILES)
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
