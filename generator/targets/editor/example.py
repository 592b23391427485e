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
_FIRST_DAY = -2  # counted from today
# On which day and when each bulletin is issued.
_ISSUES = ((-2, "21:30"), (-1, "17:30"))
_UNITS = "content/registry/units.yml"
_TO_REPLACE = re.compile(r"000 0000 (\d{3}) \(thay bằng số thật\)")


class Step(NamedTuple):
    """Files that are written, and the bulletin that is then approved by all and issued, if any."""

    files: Mapping[str, bytes]
    bulletin: str = ""
    at: datetime | None = None


class Setting(NamedTuple):
    """The day of the exercise, where it takes place; days are counted from it."""

    today: date
    zone: tzinfo

    @property
    def year(self) -> str:
        """The year of the ids: that of the first day that is told."""
        return f"{self.day(_FIRST_DAY):%Y}"

    def day(self, number: int) -> date:
        return self.today + timedelta(days=number)

    def moment(self, number: int, hour: str) -> datetime:
        return datetime.combine(self.day(number), time.fromisoformat(hour), self.zone)


def steps(setting: Setting) -> Iterator[Step]:
    """The steps of the exercise, in their order; the last is left to whoever tries it."""
    for number, (day, hour) in enumerate(_ISSUES, 1):
        bulletin = f"BT-{setting.year}-{number:04}"
        yield Step(dict(_files(number, setting)), bulletin, setting.moment(day, hour))
    yield Step(dict(_files(len(_ISSUES) + 1, setting)))


def example_registry(files: Mapping[str, bytes], setting: Setting) -> dict[str, bytes]:
    """The registry of the starter, with its agreement signed and telephones of an exercise."""
    basis = files[PROGRAMME].decode().replace("basis: null", f"basis: VB-{setting.year}-0001")
    units = _TO_REPLACE.sub(r"024 0000 0\1 (số diễn tập)", files[_UNITS].decode())
    return {PROGRAMME: basis.encode(), _UNITS: units.encode()}


def _files(number: int, setting: Setting) -> Iterator[tuple[str, bytes]]:
    folder = EXAMPLE / str(number)
    for source in sorted(path for path in folder.rglob("*") if path.is_file()):
        path = source.relative_to(folder).as_posix().replace(_YEAR, setting.year)
        text = _FIELD.sub(lambda found: _filled(found, setting), source.read_text("utf-8"))
        yield path, text.encode()


def _filled(found: re.Match[str], setting: Setting) -> str:
    if found[1]:
        return setting.year
    number, day = int(found[2]), setting.day(int(found[2]))
    if found[4]:
        return f"{day.day}/{day.month}"
    is_moment = found[3] is not None
    return (
        setting.moment(number, found[3]).isoformat(timespec="minutes")
        if is_moment
        else day.isoformat()
    )
