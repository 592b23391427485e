"""A section of a bulletin: declared once, and placed by one template on a page, one on paper."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from markupsafe import Markup

from generator.model.kinds.message import Message
from generator.model.record.record import Record
from generator.views.blocks.record_header import Entry, entry_of
from generator.views.context.edition_context import EditionContext
from generator.views.context.templates import IN_DOCUMENT, render
from generator.views.context.usability import Use

# What a section holds, by the names that its templates use. Of these `records` are whole: printed
# under their heads, so that links lead to them; `parts` say something of records printed elsewhere.
Holds = Mapping[str, object]
Build = Callable[[EditionContext], Holds]
Select = Callable[[EditionContext], Iterable[Record]]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of bulletins; `key` is its name in the orders, `label` that of its heading.

    `page` and `paper` name its templates in theme/sections; without one it is not printed there.
    `on_paper` is what paper holds where that is not what the page holds. Sections of different
    orders may share an `anchor`, their id in the document. One that `says_none` is never left out.
    """

    key: str
    label: str
    holds: Build
    page: str = ""
    paper: str = ""
    on_paper: Build | None = None
    anchor: str = ""
    says_none: bool = False

    def held_on_paper(self, context: EditionContext) -> Holds:
        return (self.on_paper or self.holds)(context) if self.paper else {}


class DocumentSection(NamedTuple):
    """One section; in `html` the headings begin at h3, and links lead only to `#<record id>`."""

    id: str
    title: str
    html: Markup

    @property
    def is_folded(self) -> bool:
        """Whether on screen it is opened by who looks for it."""
        return self.id == "annex"


Held = tuple[Section, Holds]


def on_page(context: EditionContext, sections: Iterable[Section]) -> tuple[DocumentSection, ...]:
    shown = (section for section in sections if section.page)
    every = (_placed(context, (one, one.holds(context)), one.page) for one in shown)
    return tuple(filter(None, every))


def on_paper(
    context: EditionContext, *parts: tuple[Section, ...]
) -> Iterator[tuple[DocumentSection, ...]]:
    """Each part of a paper; its links lead only to records that the paper prints whole."""
    held = _held_on_paper(context, parts)
    whole = frozenset(chain.from_iterable(map(_printed_whole, chain.from_iterable(held))))
    if not whole.issuperset(context.edition.records):
        held = _held_on_paper(replace(context, anchors=whole), parts)
    for part in held:
        every = (_placed(context, one, one[0].paper) for one in part)
        yield tuple(filter(None, every))


def _held_on_paper(
    context: EditionContext, parts: tuple[tuple[Section, ...], ...]
) -> tuple[tuple[Held, ...], ...]:
    return tuple(tuple((one, one.held_on_paper(context)) for one in part) for part in parts)


def _printed_whole(held: Held) -> Iterator[str]:
    """The ids of the records that a section prints under their heads."""
    records = held[1].get("records", ())
    assert isinstance(records, tuple)  # noqa: S101  what `records` are
    yield from (entry.head.id for entry in records)


def _placed(context: EditionContext, held: Held, template: str) -> DocumentSection | None:
    """The section with its heading; None if it holds nothing."""
    section, holds = held
    if not any(holds.values()):
        if not section.says_none:
            return None
        template = "page/none"
    html = render(f"sections/{template}.html", context.language, tag=IN_DOCUMENT, **holds)
    title = context.formatter.label(section.label)
    return DocumentSection(section.anchor or section.key, title, html)


# ── what sections hold ───────────────────────────────────────────────────────────────────────


def whole(select: Select, **blanked: object) -> Build:
    """Records under their heads; `blanked` empties the fields that other sections print."""
    return lambda context: {"records": entries(context, select(context), **blanked)}


def parts(select: Select, name: str) -> Build:
    """One field of each of these records that has it."""

    def held(context: EditionContext) -> Holds:
        every = entries(context, select(context))
        return {"parts": tuple(entry for entry in every if getattr(entry.block, name))}

    return held


def entries(
    context: EditionContext, records: Iterable[Record], **replaced: object
) -> tuple[Entry, ...]:
    """Records for a document; on a page their words can be closed."""
    return tuple(
        entry_of(context.formatter, record, **replaced)._replace(use=_use(context, record))
        for record in records
    )


def _use(context: EditionContext, record: Record) -> Use | None:
    """How the words of a record can be closed: those of a message by its times too."""
    is_message = isinstance(record, Message)
    return context.use_of(record.id) if is_message else context.fold_of(record.id)
