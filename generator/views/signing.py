"""How an official document closes: a place for each signature, and who receives it."""

from typing import NamedTuple

from generator.model.layouts import Profile
from generator.views.printed import Printed

_SIDE_BY_SIDE = 2


class Signature(NamedTuple):
    """One party's place; `name` is that of who holds the office, if the registry gives one."""

    authority: str
    unit: str
    position: str
    name: str


def signature_rows(printed: Printed, form: Profile) -> tuple[tuple[Signature | None, ...], ...]:
    """Two signatures side by side, the chairing unit's last, in the lower right."""
    is_right = form.text("chair") == "right"
    ordered = sorted(printed.plan.signers, key=lambda o: (o.unit == printed.plan.unit) == is_right)
    blocks = [_signature(printed, form, one.unit, one.office) for one in ordered]
    empty = [None] * (len(blocks) % _SIDE_BY_SIDE)
    cells = [*blocks[:-1], *empty, *blocks[-1:]] if is_right else [*blocks, *empty]
    starts = range(0, len(cells), _SIDE_BY_SIDE)
    return tuple(tuple(cells[start : start + _SIDE_BY_SIDE]) for start in starts)


def _signature(printed: Printed, form: Profile, unit_id: str, office_id: str) -> Signature:
    unit = printed.wording.names.units.get(unit_id)
    office = unit.office(office_id) if unit else None
    return Signature(
        authority=_authority(form, (office.authority or "") if office else ""),
        unit=(unit.called if unit else unit_id).upper(),
        position=printed.wording.office(unit_id, office_id).upper(),
        name=(office.holder or "") if office else "",
    )


def _authority(form: Profile, written: str) -> str:
    """T/M or TM. as the profile writes it, however the registry does."""
    letters = "".join(one for one in written if one.isalpha()).upper()
    return form.text("authority").format(first=letters[:1], last=letters[1:]) if letters else ""


def recipient_lines(printed: Printed, form: Profile) -> tuple[str, ...]:
    """A line for each, the last one saying that a copy is filed."""
    end, given = form.text("recipient-end"), printed.plan.recipients
    filed = [one for one in given if one.startswith("Lưu")] or [form.text("filing")]
    others = [one for one in given if not one.startswith("Lưu")]
    return (*(f"{one}{end}" for one in others), f"{'; '.join(filed)}.")
