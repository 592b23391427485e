"""The record, bulletin or recall that holds a text, to tell the editor where to look."""

from collections.abc import Iterator

from generator.base.text import Bilingual
from generator.model.ledger.ledger import Ledger

_Step = str | int


def sources(ledger: Ledger, text: str) -> Iterator[Bilingual]:
    """Where the text is in issued content, the newest first: id, key and edition.

    Only letters and digits are compared, so that a number is found with any spacing.
    """
    wanted = _letters(text)
    for recall in ledger.recalls.values():
        for key in _keys_with(recall.model_dump(mode="json"), wanted):
            yield Bilingual(
                f"lấy từ lệnh thu hồi {recall.record}, mục “{key}”",
                f"from the recall of {recall.record}, “{key}”",
            )
    for edition in reversed(ledger.editions):
        texts = {"change_note": edition.change_note, "registry": edition.registry}
        contents = {edition.bulletin: edition.plan, **edition.records, edition.name: texts}
        for name, content in contents.items():
            for key in _keys_with(content, wanted):
                yield Bilingual(
                    f"lấy từ {name}, mục “{key}” (bản {edition.name})",
                    f"from {name}, “{key}” (edition {edition.name})",
                )


def _keys_with(content: object, wanted: str) -> Iterator[str]:
    """The keys whose text holds the letters, as in `answers.1.answer`; items count from 1."""
    for at in _places(content, wanted, ()):
        yield ".".join(str(step + 1) if isinstance(step, int) else step for step in at)


def _places(value: object, wanted: str, at: tuple[_Step, ...]) -> Iterator[tuple[_Step, ...]]:
    match value:
        case str() if wanted in _letters(value):
            yield at
        case dict():
            for key, below in value.items():
                yield from _places(below, wanted, (*at, str(key)))
        case list() | tuple():
            for number, below in enumerate(value):
                yield from _places(below, wanted, (*at, number))


def texts_of(content: object) -> Iterator[str]:
    """Every text of a frozen content, at any depth."""
    match content:
        case str():
            yield content
        case dict():
            for below in content.values():
                yield from texts_of(below)
        case list() | tuple():
            for below in content:
                yield from texts_of(below)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
