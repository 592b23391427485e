"""The exercise of `init --example`: a flooded street two days ago, told in the days around today.

Its files are templates in generator/example, one folder for each step: what is there when that
step is issued. `{{-1}}` is a day counted from today, `{{-1T17:00}}` a moment of it, `{{-1 d}}` the
day as people write it, `{{year}}` the year of the ids; YYYY in a path is that year too.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from generator.resources import EXAMPLE
from generator.source.files.workspace_files import PROGRAMME

_FIELD = re.compile(r"\{\{(?:(year)|([+-]\d+)(?:T(\d\d:\d\d)| (d))?)\}\}")
_YEAR = "YYYY"
_FIRST_DAY = timedelta(days=-2)
_UNITS = "content/registry/units.yml"
_TO_REPLACE = re.compile(r"000 0000 (\d{3}) \(thay bằng số thật\)")


class Step(NamedTuple):
    """Files that are written, and the bulletin that is then approved by all and issued, if any."""

    files: Mapping[str, bytes]
    bulletin: str = ""
    at: datetime | None = None


def steps(today: date, zone: tzinfo) -> Iterator[Step]:
    """The steps of the exercise, in their order; the last is left to whoever tries it."""
    year = f"{today + _FIRST_DAY:%Y}"
    issues = ((1, -2, time(21, 30)), (2, -1, time(17, 30)))
    for number, day, hour in issues:
        at = datetime.combine(today + timedelta(days=day), hour, zone)
        yield Step(dict(_files(number, today, year)), f"BT-{year}-000{number}", at)
    yield Step(dict(_files(len(issues) + 1, today, year)))


def example_registry(files: Mapping[str, bytes], today: date) -> dict[str, bytes]:
    """The registry of the starter, with its agreement signed and telephones of an exercise."""
    year = f"{today + _FIRST_DAY:%Y}"
    basis = files[PROGRAMME].decode().replace("basis: null", f"basis: VB-{year}-0001")
    units = _TO_REPLACE.sub(r"024 0000 0\1 (số diễn tập)", files[_UNITS].decode())
    return {PROGRAMME: basis.encode(), _UNITS: units.encode()}


def _files(number: int, today: date, year: str) -> Iterator[tuple[str, bytes]]:
    folder = EXAMPLE / str(number)
    for source in sorted(path for path in folder.rglob("*") if path.is_file()):
        path = source.relative_to(folder).as_posix().replace(_YEAR, year)
        text = _FIELD.sub(lambda found: _filled(found, today, year), source.read_text("utf-8"))
        yield path, text.encode()


def _filled(found: re.Match[str], today: date, year: str) -> str:
    if found[1]:
        return year
    day = today + timedelta(days=int(found[2]))
    if found[4]:
        return f"{day.day}/{day.month}"
    return f"{day.isoformat()}T{found[3]}+07:00" if found[3] else day.isoformat()
