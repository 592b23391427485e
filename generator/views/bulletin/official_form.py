"""An official document: what stands above and below its text, and who signs and receives it.

Nothing here is said of a document that does not have it: without a number stands an empty space,
and until the signed copy's reference is given the print is a draft (`imprint.draft_label`).
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from generator.model.kinds.bulletin import Official
from generator.model.kinds.directive import Directive
from generator.model.layouts import Profile, official_layout, profile
from generator.model.record.record import Circulation, Urgency
from generator.model.registry.registry import Unit
from generator.views.bulletin.document import DocumentSection
from generator.views.context.edition_context import EditionContext

_SIDE_BY_SIDE = 2


class SignaturePlace(NamedTuple):
    """One party's place; `name` is that of who holds the office, if the registry gives one."""

    authority: str
    unit: str
    position: str
    name: str


def signature_rows(
    printed: EditionContext, form: Profile
) -> tuple[tuple[SignaturePlace | None, ...], ...]:
    """Two signatures side by side, the chairing unit's last, in the lower right."""
    is_right = form.text("chair") == "right"
    ordered = sorted(printed.plan.signers, key=lambda o: (o.unit == printed.plan.unit) == is_right)
    blocks = [_signature(printed, form, one.unit, one.office) for one in ordered]
    empty = [None] * (len(blocks) % _SIDE_BY_SIDE)
    cells = [*blocks[:-1], *empty, *blocks[-1:]] if is_right else [*blocks, *empty]
    starts = range(0, len(cells), _SIDE_BY_SIDE)
    return tuple(tuple(cells[start : start + _SIDE_BY_SIDE]) for start in starts)


def _signature(
    printed: EditionContext, form: Profile, unit_id: str, office_id: str
) -> SignaturePlace:
    unit = printed.formatter.names.units.get(unit_id)
    office = unit.office(office_id) if unit else None
    return SignaturePlace(
        authority=_authority(form, (office.authority or "") if office else ""),
        unit=(unit.called if unit else unit_id).upper(),
        position=printed.formatter.office(unit_id, office_id).upper(),
        name=(office.holder or "") if office else "",
    )


def _authority(form: Profile, written: str) -> str:
    """T/M or TM. as the profile writes it, however the registry does."""
    letters = "".join(one for one in written if one.isalpha()).upper()
    return form.text("authority").format(first=letters[:1], last=letters[1:]) if letters else ""


def recipient_lines(printed: EditionContext, form: Profile) -> tuple[str, ...]:
    """A line for each, the last one saying that a copy is filed."""
    end, given = form.text("recipient-end"), printed.plan.recipients
    filed = [one for one in given if one.startswith("Lưu")] or [form.text("filing")]
    others = [one for one in given if not one.startswith("Lưu")]
    return (*(f"{one}{end}" for one in others), f"{'; '.join(filed)}.")


_NO_NUMBER = "\N{NO-BREAK SPACE}" * 6
_LEADING_ZERO = 10
_FEBRUARY = 2
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_ARABIC = tuple(str(number) for number in range(1, len(_ROMAN) + 1))
# Stamps by their names in official.css, which gives each the size of the form.
_STAMPS = {Urgency.URGENT: "urgent", Urgency.VERY_URGENT: "very-urgent", Urgency.FLASH: "flash"}


class Stamp(NamedTuple):
    """The box that says how fast a document must go."""

    look: str
    text: str


class Annex(NamedTuple):
    """One annex, which has a number where there are more."""

    id: str
    word: str
    title: str
    html: Markup


class OfficialForm(NamedTuple):
    """Everything the form adds to the text of a document."""

    head: str
    nation: str
    motto: str
    superior: str
    issuers: tuple[str, ...]
    under_issuer: str
    number: str
    place_date: str
    stamp: Stamp | None
    circulation: str
    type: str
    abstract: str
    under_abstract: str
    grounds: tuple[str, ...]
    opening: str
    rows: tuple[tuple[SignaturePlace | None, ...], ...]
    recipients_title: str
    recipients: tuple[str, ...]
    annexes: tuple[Annex, ...]


def official_profile(printed: EditionContext) -> str:
    """The profile that an official bulletin is set in: its own, the programme's, or its unit's."""
    official, chair = _own(printed), printed.formatter.names.units.get(printed.plan.unit)
    given = official.layout or printed.formatter.names.programme.layout
    return official_layout(given, chair.kind.value if chair else "")


def official_form(printed: EditionContext, annexes: tuple[DocumentSection, ...]) -> OfficialForm:
    """The form of an official bulletin, in the words of its profile; each section an annex."""
    form, units = profile(official_profile(printed)), _signing_units(printed)
    return OfficialForm(
        head=form.head or "",
        nation=form.text("nation"),
        motto=form.text("motto"),
        superior=_superior(units).upper(),
        issuers=_issuers(form, units),
        under_issuer=form.text("under-issuer"),
        number=_number(printed, form, units),
        place_date=_place_date(printed),
        stamp=_stamp(printed),
        circulation=_circulation(printed),
        type=_type(printed, form).upper(),
        abstract=_abstract(printed),
        under_abstract=form.text("under-abstract"),
        grounds=tuple(_grounds(printed, form)),
        opening=_opening(printed, form, units),
        rows=signature_rows(printed, form),
        recipients_title=form.text("recipients"),
        recipients=recipient_lines(printed, form),
        annexes=_annexes(form, annexes),
    )


def _own(printed: EditionContext) -> Official:
    return printed.plan.official or Official()


def _signing_units(printed: EditionContext) -> tuple[Unit, ...]:
    """The parties of the programme, the chairing one first."""
    names = printed.formatter.names
    ordered = sorted(names.programme.parties, key=lambda one: one != printed.plan.unit)
    return tuple(names.units[one] for one in ordered if one in names.units)


def _superior(units: tuple[Unit, ...]) -> str:
    """The one superior of all; none where they have different ones."""
    superiors = {unit.superior for unit in units}
    return superiors.pop() or "" if len(superiors) == 1 else ""


def _issuers(form: Profile, units: tuple[Unit, ...]) -> tuple[str, ...]:
    """Their names in capitals, each but the last followed by what stands between names."""
    is_short = bool(_superior(units))
    called = [(unit.called if is_short else unit.name).upper() for unit in units]
    return (*(f"{name}{form.text('between-issuers')}" for name in called[:-1]), *called[-1:])


def _number(printed: EditionContext, form: Profile, units: tuple[Unit, ...]) -> str:
    """The number with the symbols of all, that of the unit whose register gave it first."""
    first = _own(printed).numbered_by or printed.plan.unit
    ordered = sorted(units, key=lambda unit: unit.id != first)
    symbols = form.text("between-symbols").join(map(_symbol, ordered))
    number = printed.plan.number
    said = _NO_NUMBER if number is None else _two_digits(number, _LEADING_ZERO)
    return form.text("number").format(
        number=said, type=_type_symbol(printed, form), symbols=symbols
    )


def _symbol(unit: Unit) -> str:
    """The letters that stand for a unit; initials where the registry gives none."""
    return unit.symbol or _initials(unit.called)


def _initials(name: str) -> str:
    return "".join(word[:1] for word in name.split()).upper()


def _two_digits(number: int, below: int) -> str:
    return f"{number:02}" if number < below else str(number)


def _type(printed: EditionContext, form: Profile) -> str:
    named = printed.formatter.names.document_types.get(_own(printed).type or "")
    return named.name if named else form.text("type")


def _type_symbol(printed: EditionContext, form: Profile) -> str:
    """The letters of the type; initials where the registry gives none."""
    named = printed.formatter.names.document_types.get(_own(printed).type or "")
    if named is None:
        return form.text("type-symbol")
    return named.symbol or _initials(named.name)


def _place_date(printed: EditionContext) -> str:
    """Place and day in words: a 0 before days below 10 and before January and February."""
    official, chair = _own(printed), printed.formatter.names.units.get(printed.plan.unit)
    place = official.place or (chair.place if chair else None) or ""
    day = official.dated or _issued_on(printed)
    said = (
        f"ngày {_two_digits(day.day, _LEADING_ZERO)} "
        f"tháng {_two_digits(day.month, _FEBRUARY + 1)} năm {day.year}"
    )
    return f"{place}, {said}" if place else f"Ngày{said.removeprefix('ngày')}"


def _issued_on(printed: EditionContext) -> date:
    zone = printed.formatter.names.programme.zone
    return printed.edition.issued_at.astimezone(zone).date()


def _stamp(printed: EditionContext) -> Stamp | None:
    urgency = printed.plan.urgency
    if urgency not in _STAMPS:
        return None
    return Stamp(_STAMPS[urgency], printed.formatter.choice(urgency).upper())


def _circulation(printed: EditionContext) -> str:
    """The box of internal papers; what is public carries none."""
    is_internal = printed.plan.circulation is Circulation.INTERNAL
    return printed.formatter.choice(Circulation.INTERNAL).upper() if is_internal else ""


def _abstract(printed: EditionContext) -> str:
    """What it is about, with a small first letter after the name of the type."""
    text = _own(printed).abstract or printed.plan.title
    return text[:1].lower() + text[1:]


def _grounds(printed: EditionContext, form: Profile) -> Iterator[str]:
    """The documents it rests on, a semicolon after each, a stop after the last."""
    held = list(dict.fromkeys(one.title for one in _bases(printed)))
    for place, title in enumerate(held, 1):
        end = "." if place == len(held) else ";"
        yield form.text("ground").format(text=f"{title}{end}")


def _bases(printed: EditionContext) -> Iterator[Directive]:
    """The programme's own basis first, then the others that are not reported on."""
    basis = printed.formatter.names.programme.basis
    held = sorted(printed.of(Directive), key=lambda one: one.id != basis)
    return (one for one in held if one.id == basis or one.id not in printed.plan.include)


def _opening(printed: EditionContext, form: Profile, units: tuple[Unit, ...]) -> str:
    and_ = printed.formatter.label("spoken_and")
    issuers = and_.join(unit.name for unit in units)
    return form.text("opening").format(issuers=issuers, type=_type(printed, form).lower())


def _annexes(form: Profile, sections: tuple[DocumentSection, ...]) -> tuple[Annex, ...]:
    word, count = form.text("annex"), len(sections)
    digits = _ROMAN if form.text("annex-numbers") == "roman" else _ARABIC
    words = [f"{word} {one}" for one in digits[:count]] if count > 1 else [word]
    return tuple(Annex(o.id, w, o.title, o.html) for o, w in zip(sections, words, strict=False))
