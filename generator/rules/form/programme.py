"""BT204 in programme.yml: parties and deciding body that exist today, and two parties at least."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from generator.base.span import On, Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus
from generator.model.edition.terms import FEWEST_PARTIES
from generator.model.registry.registry import Unit
from generator.model.registry.succession import has_ended, heir
from generator.rules.form.validity import TARGETS, invalidity_reason
from generator.rules.naming import programme_path, unit_name
from generator.rules.rule import Finding, found, overtaken

_WHAT = Bilingual("Chương trình", "The programme")
_ID = Bilingual("phối hợp", "of coordination")


def flaws_of_programme(corpus: Corpus) -> Iterator[Finding]:
    """Parties or a deciding body that do not exist today; fewer than two parties today."""
    programme, today = corpus.registry.programme, corpus.now.date()
    path = programme_path(corpus)
    for number, member in enumerate(programme.members):
        if member.covers(today):
            yield from _missing_unit(corpus, Place(path, ("parties", number, "unit")), member.unit)
    yield from _missing_unit(corpus, Place(path, ("deciding_body",)), programme.deciding_body)
    if len(corpus.parties) < FEWEST_PARTIES:
        has_enough = len({member.unit for member in programme.members}) >= FEWEST_PARTIES
        tell = partial(overtaken, corpus) if has_enough else found
        yield tell(
            Place(path, ("parties",), On.KEY),
            what=_WHAT,
            id=_ID,
            day=today,
            reason=_too_few(corpus),
            mend=_ONE_MORE,
        )


def _missing_unit(corpus: Corpus, place: Place, unit_id: str) -> Iterator[Finding]:
    unit, today = corpus.registry.units.get(unit_id), corpus.now.date()
    if unit is not None and not unit.valid.covers(today):
        tell = partial(overtaken, corpus) if has_ended(unit, today) else found
        yield tell(
            place,
            what=TARGETS[Unit],
            id=unit_id,
            day=today,
            reason=invalidity_reason(unit.valid, today),
            mend=_mend(corpus, place, unit),
        )


def _mend(corpus: Corpus, place: Place, unit: Unit) -> Bilingual:
    """For a party its own dates are written; a deciding body is replaced by its successor."""
    later = heir(corpus.registry.units, unit, corpus.now.date())
    if place.field[0] == "parties":
        return _party_mend(corpus, unit, later)
    if later is None:
        return Bilingual("nêu cấp quyết định đang hoạt động", "name a deciding body that exists")
    return Bilingual(f"dùng {later.id} “{later.name}”", f"use {later.id} “{later.name}”")


def _party_mend(corpus: Corpus, unit: Unit, later: Unit | None) -> Bilingual:
    last = unit.valid.until
    if last is None or not has_ended(unit, corpus.now.date()):
        dated = f"{{unit: {unit.id}, from: {unit.valid.start}}}"
        return Bilingual(f"ghi bên này là {dated}", f"write this party as {dated}")
    dated = f"{{unit: {unit.id}, until: {last}}}"
    vi, en = f"ghi bên này là {dated}", f"write this party as {dated}"
    if later is None or later.id in corpus.parties:
        return Bilingual(vi, en)
    new = f"{{unit: {later.id}, from: {last + timedelta(days=1)}}}"
    return Bilingual(
        f"{vi}, và ghi thêm bên kế thừa “{later.name}”: {new}",
        f"{en}, and add its successor “{later.name}”: {new}",
    )


def _too_few(corpus: Corpus) -> Bilingual:
    names = ", ".join(unit_name(corpus, party) for party in corpus.parties)
    if not names:
        return Bilingual("ngày đó không có bên nào", "there is no party on that day")
    return Bilingual(
        f"ngày đó chỉ có một bên là {names}, trong khi phải có ít nhất hai bên",
        f"on that day {names} is the only party, and there must be at least two",
    )


_ONE_MORE = Bilingual(
    "ghi thêm bên mới vào “parties”, như {unit: mã đơn vị, from: ngày}; trong khi chưa đủ hai bên"
    " thì không phát hành được, nhưng vẫn thu hồi được",
    "add a party to “parties”, such as {unit: id, from: day}; with fewer than two nothing can be"
    " issued, but everything can be recalled",
)
