"""Speaking about one matter: sentences with their gaps filled, and days around the issue."""

from datetime import datetime, timedelta
from typing import Any

from tests.benchmarks.shares import Matter
from tests.benchmarks.words import UNITS, Dice, Sentence, filled

Values = dict[str, Any]


class Voice:
    """What the records of one matter say; `issued_at` is when their bulletin is issued."""

    def __init__(
        self,
        matter: Matter,
        issued_at: datetime,
        dice: Dice,
        directives: tuple[str, ...],
        areas: tuple[str, ...],
    ) -> None:
        self.matter = matter
        self.issued_at = issued_at
        self.dice = dice
        self.directives = directives
        self.areas = areas

    def day(self, after: int) -> str:
        """So many days after the issue; negative means before."""
        return (self.issued_at + timedelta(days=after)).date().isoformat()

    def moment(self, after: int, hour: int) -> str:
        day = self.issued_at + timedelta(days=after)
        return day.replace(hour=hour, minute=30).isoformat(timespec="minutes")

    def some(self, use: str, count: int) -> list[Sentence]:
        """Different sentences for a use, each filled by itself."""
        chosen = self.dice.some(self.matter.theme[use], count)
        return [filled(sentence, self._fills()) for sentence in chosen]

    def all(self, use: str) -> list[Sentence]:
        """All sentences for a use, in their order."""
        return [filled(sentence, self._fills()) for sentence in self.matter.theme[use]]

    def one(self, use: str) -> Sentence:
        return self.some(use, 1)[0]

    def text(self, use: str, count: int) -> str:
        """Several sentences as one paragraph."""
        return " ".join(self.some(use, count))

    def because(self, count: int = 1) -> list[str]:
        """What a sentence rests on: established facts, else a directive."""
        chosen = self.dice.some(self.matter.evidence, count)
        return sorted(chosen) or [self.directives[0]]

    def head(self, record_id: str, title: str, written: int) -> Values:
        """The keys of every record; `written` in days after the issue."""
        return {
            "id": record_id,
            "title": title,
            "unit": self.dice.one(UNITS),
            "created": self.day(written),
            "areas": [self.matter.area],
            "topic": self.matter.theme.topic,
        }

    def head_of_event(self, record_id: str, title: str, written: int) -> Values:
        """The same, for records that belong to the matter's event when it has one."""
        event = {"event": self.matter.event} if self.matter.event else {}
        return {**self.head(record_id, title, written), **event}

    def _fills(self) -> Values:
        day = self.issued_at - timedelta(days=self.dice.number(8, 12))
        return {
            "place": self.matter.place,
            "area": self.matter.area_name,
            "subject": self.matter.subject,
            "day": f"{day:%d/%m}",
            "hour": self.dice.number(6, 20),
            "count": self.dice.number(12, 160),
            "number": self.dice.number(11, 290),
        }


def done(voice: Voice, due: int) -> Values:
    """A finished task of the People's Committee."""
    return {
        "do": voice.one("works"),
        "unit": "ubnd",
        "due": voice.day(due),
        "status": "done",
        "result": voice.one("results"),
    }
