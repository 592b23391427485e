"""The words of pages and papers, kept as translators know them: theme/locale, a file a language."""

from collections.abc import Mapping
from functools import cache

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from generator.base.text import Language
from generator.resources import shipped


@cache
def words(language: Language, family: str = "") -> Mapping[str, str]:
    """The words of a family by key, in the order of the file.

    A family is a context of the catalogue (`msgctxt`), for words that are handed on together:
    those of the frame, of the desk, of a script. The words without one are labels.
    """
    entries = ((entry.context or "", entry.id, entry.string) for entry in _catalogue(language))
    return {str(key): str(text) for of, key, text in entries if key and of == family}


@cache
def _catalogue(language: Language) -> Catalog:
    with (shipped("theme") / "locale" / f"{language.value}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)
