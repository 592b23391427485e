"""An official document: what is printed above and below its text, who signs and receives it.

Nothing is invented: a missing number leaves an empty space, and the print is a draft until the
reference of the signed copy is given (`imprint.draft_label`).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from generator.model.kinds.bulletin import Official
from generator.model.kinds.directive import Directive
from generator.model.layouts import Profile, official_layout, profile
from generator.model.record.record import Circulation, Urgency
from generator.model.registry.registry import Unit
from generator.views.bulletin.official.chapters import ANNEXES, CHAPTERS, composed
from generator.views.bulletin.official.citations import footnote
from generator.views.bulletin.official.lines import Chapter, Words, joined
from generator.views.bulletin.official.placing import ROMAN, PlacedChapter, Placing
from generator.views.bulletin.official.work import grounds
from generator.views.context.edition_context import EditionContext

_SIDE_BY_SIDE = 2


class SignaturePlace(NamedTuple):
    """The place where one party signs; `name` is the office holder's, if the registry has it."""

    authority: str
    unit: str
    position: str
    name: str


def signature_rows(
    context: EditionContext, form: Profile
) -> tuple[tuple[SignaturePlace | None, ...], ...]:
    """Two signatures side by side, the chairing unit's last, in the lower right."""
    is_right = form.text("chair") == "right"
    ordered = sorted(
        context.plan.signers, key=lambda signer: (signer.unit == context.plan.unit) == is_right
    )
    blocks = [_signature(context, form, signer.unit, signer.office) for signer in ordered]
    empty = [None] * (len(blocks) % _SIDE_BY_SIDE)
    cells = [*blocks[:-1], *empty, *blocks[-1:]] if is_right else [*blocks, *empty]
    starts = range(0, len(cells), _SIDE_BY_SIDE)
    return tuple(tuple(cells[start : start + _SIDE_BY_SIDE]) for start in starts)


def _signature(
    context: EditionContext, form: Profile, unit_id: str, office_id: str
) -> SignaturePlace:
    unit = context.formatter.names.units.get(unit_id)
    office = unit.office(office_id) if unit else None
    return SignaturePlace(
        authority=_authority(form, (office.authority or "") if office else ""),
        unit=(unit.called if unit else unit_id).upper(),
        position=context.formatter.office(unit_id, office_id).upper(),
        name=(office.holder or "") if office else "",
    )


def _authority(form: Profile, written: str) -> str:
    """T/M or TM., in the spelling of the profile, whatever the registry's spelling is."""
    letters = "".join(letter for letter in written if letter.isalpha()).upper()
    return form.text("authority").format(first=letters[:1], last=letters[1:]) if letters else ""


def recipient_lines(context: EditionContext, form: Profile) -> tuple[str, ...]:
    """A line for each recipient; the last line says that a copy is filed."""
    end, recipients = form.text("recipient-end"), context.plan.recipients
    filed = [recipient for recipient in recipients if recipient.startswith("Lưu")] or [
        form.text("filing")
    ]
    others = [recipient for recipient in recipients if not recipient.startswith("Lưu")]
    return (*(f"{recipient}{end}" for recipient in others), f"{'; '.join(filed)}.")


_ABOUT = "về "
_NO_NUMBER = "\N{NO-BREAK SPACE}" * 6
_LEADING_ZERO = 10
_FEBRUARY = 2
_ARABIC = tuple(str(number) for number in range(1, len(ROMAN) + 1))
# Stamps by their class in official.css, which sets their size.
_STAMPS = {Urgency.URGENT: "urgent", Urgency.VERY_URGENT: "very-urgent", Urgency.FLASH: "flash"}


class Stamp(NamedTuple):
    """The box with the urgency of a document."""

    look: str
    text: str


class Annex(NamedTuple):
    """One annex; it has a number if there are several."""

    word: str
    chapter: PlacedChapter


class OfficialForm(NamedTuple):
    """Everything the form adds to the text of a document."""

    head: str
    nation: str
    motto: str
    superior: str
    issuers: tuple[str, ...]
    under_issuer: str
    number: str
    matter: str
    place_date: str
    stamp: Stamp | None
    circulation: str
    type: str
    abstract: str
    under_abstract: str
    greeting: str
    addressees: tuple[str, ...]
    grounds: tuple[str, ...]
    opening: str
    meeting: tuple[str, ...]
    closing: str
    chapters: tuple[PlacedChapter, ...]
    rows: tuple[tuple[SignaturePlace | None, ...], ...]
    recipients_title: str
    recipients: tuple[str, ...]
    annexes: tuple[Annex, ...]


def official_profile(context: EditionContext) -> str:
    """The profile of an official bulletin: its own, else the programme's, else its unit's."""
    official, chair = _official(context), context.formatter.names.units.get(context.plan.unit)
    layout = official.layout or context.formatter.names.programme.layout
    return official_layout(layout, chair.kind.value if chair else "")


def official_form(context: EditionContext, *, is_issued: bool = True) -> OfficialForm:
    """The form of an official bulletin in the words of its profile, and its text.

    A paper that is not issued yet has no day, unless its plan gives one: the clerk writes it.
    """
    form, units = profile(official_profile(context)), _signing_units(context)
    placing = Placing(partial(footnote, context))
    return OfficialForm(
        head=form.head or "",
        nation=form.text("nation"),
        motto=form.text("motto"),
        superior=_superior(units).upper(),
        issuers=_issuers(form, units),
        under_issuer=form.text("under-issuer"),
        number=_number(context, form, units),
        matter=_block(context, form, "matter"),
        place_date=_place_date(context, is_issued=is_issued),
        stamp=_stamp(context),
        circulation=_circulation(context),
        type="" if _is_letter(context, form) else _type(context, form).upper(),
        abstract="" if _is_letter(context, form) else _abstract(context),
        under_abstract=form.text("under-abstract"),
        greeting=_greeting(context, form),
        addressees=tuple(_addressees(context)),
        grounds=tuple(_grounds(context, form)),
        opening=_opening(context, form, units),
        meeting=tuple(_meeting(context)),
        closing=_block(context, form, "closing"),
        chapters=placing.chapters(composed(context, CHAPTERS), form.text("section-mark")),
        rows=signature_rows(context, form),
        recipients_title=form.text("recipients"),
        recipients=recipient_lines(context, form),
        annexes=_annexes(form, composed(context, ANNEXES), placing),
    )


def anchors(context: EditionContext) -> frozenset[str]:
    """The records that an official paper prints under a heading, so that links lead to them."""
    unheaded = (one.id for one in context.of(Directive) if not (one.summary or one.url))
    return frozenset(context.edition.records) - frozenset(unheaded)


def _official(context: EditionContext) -> Official:
    return context.plan.official or Official()


def _signing_units(context: EditionContext) -> tuple[Unit, ...]:
    """The parties of the programme, the chairing one first."""
    names = context.formatter.names
    ordered = sorted(context.edition.parties, key=lambda unit_id: unit_id != context.plan.unit)
    return tuple(names.units[unit_id] for unit_id in ordered if unit_id in names.units)


def _superior(units: tuple[Unit, ...]) -> str:
    """The superior that all units share; empty if they have different ones."""
    superiors = {unit.superior for unit in units}
    return superiors.pop() or "" if len(superiors) == 1 else ""


def _issuers(form: Profile, units: tuple[Unit, ...]) -> tuple[str, ...]:
    """The units' names in capitals; each but the last ends with the profile's separator."""
    is_short = bool(_superior(units))
    called = [(unit.called if is_short else unit.name).upper() for unit in units]
    return (*(f"{name}{form.text('between-issuers')}" for name in called[:-1]), *called[-1:])


def _number(context: EditionContext, form: Profile, units: tuple[Unit, ...]) -> str:
    """The number with the symbols of all units; the unit whose register gave it comes first."""
    first = _official(context).numbered_by or context.plan.unit
    ordered = sorted(units, key=lambda unit: unit.id != first)
    symbols = form.text("between-symbols").join(map(_symbol, ordered))
    number = context.plan.number
    digits = _NO_NUMBER if number is None else _two_digits(number, _LEADING_ZERO)
    written = form.block(_type(context, form), "number") or form.text("number")
    return written.format(number=digits, type=_type_symbol(context, form), symbols=symbols)


def _symbol(unit: Unit) -> str:
    """The letters that stand for a unit; initials where the registry gives none."""
    return unit.symbol or _initials(unit.called)


def _initials(name: str) -> str:
    return "".join(word[:1] for word in name.split()).upper()


def _two_digits(number: int, below: int) -> str:
    return f"{number:02}" if number < below else str(number)


def _type(context: EditionContext, form: Profile) -> str:
    document_type = context.formatter.names.document_types.get(_official(context).type or "")
    return document_type.name if document_type else form.text("type")


def _type_symbol(context: EditionContext, form: Profile) -> str:
    """The letters of the type; initials where the registry gives none."""
    document_type = context.formatter.names.document_types.get(_official(context).type or "")
    if document_type is None:
        return form.text("type-symbol")
    return document_type.symbol or _initials(document_type.name)


def _place_date(context: EditionContext, *, is_issued: bool) -> str:
    """Place and date in words; days below 10, January and February are written with a 0."""
    official, chair = _official(context), context.formatter.names.units.get(context.plan.unit)
    place = official.place or (chair.place if chair else None) or ""
    day = official.dated or _issued_on(context)
    numbers = (_two_digits(day.day, _LEADING_ZERO), _two_digits(day.month, _FEBRUARY + 1))
    if not (official.dated or is_issued):
        numbers = (_NO_NUMBER, _NO_NUMBER)
    date_text = f"ngày {numbers[0]} tháng {numbers[1]} năm {day.year}"
    return f"{place}, {date_text}" if place else f"Ngày{date_text.removeprefix('ngày')}"


def _issued_on(context: EditionContext) -> date:
    zone = context.formatter.names.programme.zone
    return context.edition.issued_at.astimezone(zone).date()


def _stamp(context: EditionContext) -> Stamp | None:
    urgency = context.plan.urgency
    if urgency not in _STAMPS:
        return None
    return Stamp(_STAMPS[urgency], context.formatter.choice(urgency).upper())


def _circulation(context: EditionContext) -> str:
    """The text of the box of internal documents; empty if the document is public."""
    is_internal = context.plan.circulation is Circulation.INTERNAL
    return context.formatter.choice(Circulation.INTERNAL).upper() if is_internal else ""


def _abstract(context: EditionContext) -> str:
    """The abstract; its first letter is small because it follows the name of the type."""
    text = _official(context).abstract or context.plan.title
    return text[:1].lower() + text[1:]


def _grounds(context: EditionContext, form: Profile) -> Iterator[str]:
    """The documents it is based on, a semicolon after each, a full stop after the last."""
    names = list(dict.fromkeys(grounds(context)))
    for number, name in enumerate(names, 1):
        end = "." if number == len(names) else ";"
        yield form.text("ground").format(text=f"{name}{end}")


def _opening(context: EditionContext, form: Profile, units: tuple[Unit, ...]) -> str:
    opening = _block(context, form, "opening")
    kind = _type(context, form).lower()
    return opening or form.text("opening").format(issuers=_joint(context, units), type=kind)


def _joint(context: EditionContext, units: tuple[Unit, ...]) -> str:
    """The names of all issuers in a sentence."""
    return context.formatter.listed([unit.name for unit in units])


# ── the blocks of types of documents ─────────────────────────────────────────────────────────


def _block(context: EditionContext, form: Profile, name: str) -> str:
    """A block of the paper's type, filled in; empty where papers of this type have none."""
    written = form.block(_type(context, form), name)
    issuers = _joint(context, _signing_units(context))
    abstract = _abstract(context)
    about = abstract if abstract.startswith(_ABOUT) else f"{_ABOUT}{abstract}"
    return written.format(issuers=issuers, abstract=abstract, about=about)


def _is_letter(context: EditionContext, form: Profile) -> bool:
    """A letter has neither the name of a type nor an abstract above its text, but its matter."""
    return bool(form.block(_type(context, form), "matter"))


def _greeting(context: EditionContext, form: Profile) -> str:
    """The greeting; the only addressee stands behind it."""
    greeting = _block(context, form, "greeting") or form.text("greeting")
    addressees = _official(context).addressees
    return (
        f"{greeting} {addressees[0]}." if len(addressees) == 1 else greeting if addressees else ""
    )


def _addressees(context: EditionContext) -> Iterator[str]:
    """Several addressees, each under the greeting with its dash."""
    addressees = _official(context).addressees
    for number, one in enumerate(addressees if len(addressees) > 1 else (), 1):
        yield f"- {one}{'.' if number == len(addressees) else ';'}"


def _meeting(context: EditionContext) -> Iterator[str]:
    """When and where it is held, who chairs, writes and attends."""
    meeting, words = _official(context).meeting, Words(context.formatter)
    if meeting is None:
        return
    moment = context.formatter.moment
    clauses = (
        words.clause("official_meeting_at", moment=moment(meeting.at)),
        words.clause("official_meeting_until", moment=moment(meeting.until)),
        words.clause("official_meeting_place", place=meeting.place),
        words.clause("official_meeting_chair", who=meeting.chaired_by or ""),
        words.clause("official_meeting_recorder", who=meeting.recorded_by or ""),
        words.clause("official_meeting_attended", who="; ".join(meeting.attended)),
    )
    yield from map(joined, filter(None, clauses))


def _annexes(form: Profile, chapters: Iterable[Chapter], placing: Placing) -> tuple[Annex, ...]:
    """The annexes; they are counted if there are several."""
    every, word = tuple(chapters), form.text("annex")
    digits = ROMAN if form.text("annex-numbers") == "roman" else _ARABIC
    return tuple(
        Annex(f"{word} {number}" if len(every) > 1 else word, placing.chapter(chapter))
        for chapter, number in zip(every, digits, strict=False)
    )
