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
        yield from _matches(recall.model_dump(mode="json"), wanted, f"recall {recall.record}", "")
    for edition in reversed(ledger.editions):
        contents = {edition.bulletin: edition.plan, **edition.records}
        for record_id, content in contents.items():
            yield from _matches(content, wanted, record_id, edition.name)
        edition_texts = {"change_note": edition.change_note, "registry": edition.registry}
        yield from _matches(edition_texts, wanted, edition.name, edition.name)


def _matches(content: object, wanted: str, record_id: str, edition: str) -> Iterator[Bilingual]:
    for at in _places(content, wanted, ()):
        key = ".".join(str(step + 1) if isinstance(step, int) else step for step in at)
        printed_vi, printed_en = (
            (f" (bản {edition})", f" (edition {edition})") if edition else ("", "")
        )
        yield Bilingual(
            f"lấy từ {record_id}, mục “{key}”{printed_vi}", f"from {record_id}, “{key}”{printed_en}"
        )


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


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
