"""What may be published: registered contacts, holders of offices, names of bodies."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.guard.numbers.number_words import in_figures
from generator.guard.numbers.phones import national
from generator.guard.text.plain_text import is_plain, unaccented
from generator.guard.text.sighting import Sighting


@dataclass(frozen=True)
class Allowance:
    """What the registry allows, in the form in which it is compared (`phones_in`, `folded`).

    `marks` are the check marks that our pages print; some look like a person's number.
    """

    phones: frozenset[str] = frozenset()
    accounts: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    names: str = ""
    small_count: int = 5

    def joined(self, other: "Allowance") -> "Allowance":
        """What this registry or the other one allows."""
        return Allowance(
            phones=self.phones | other.phones,
            accounts=self.accounts | other.accounts,
            people=self.people | other.people,
            marks=self.marks | other.marks,
            names=f"{self.names} {other.names}",
            small_count=min(self.small_count, other.small_count),
        )

    def permits(self, sighting: Sighting) -> bool:
        """Whether the seen text may be published."""
        value = folded(sighting.value)
        if value in self.marks:
            return True
        answers: Mapping[str, Callable[[], bool]] = {
            "BT501": lambda: {national(value), national(in_figures(value))} & self.phones != set(),
            "BT502": lambda: value in self.accounts,
            "BT505": lambda: sighting.kind == "organisation",
            "BT507": lambda: self._holds_office(value) or self._is_registered(sighting),
            "BT510": lambda: self._holds_office(folded(sighting.kind)),
            "BT511": lambda: int(value) >= self.small_count,
            "BT513": lambda: sighting.kind == "unplaced",
        }
        return sighting.code in answers and answers[sighting.code]()

    def _holds_office(self, name: str) -> bool:
        """A holder of an office, also typed without marks."""
        return name in self.people or (is_plain(name) and name in map(unaccented, self.people))

    def _is_registered(self, sighting: Sighting) -> bool:
        """A body, place or topic that bears a person's name."""
        return sighting.kind == "bare" and f" {folded(sighting.value)} " in self.names


def folded(text: str) -> str:
    """A name or address in the form used for comparing."""
    return " ".join(text.casefold().split())


def phones_in(text: str) -> frozenset[str]:
    """The telephone numbers in the telephone field of a contact."""
    runs = (re.sub(r"\D", "", part) for part in re.findall(r"\+?[\d .()\-]{3,}", text))
    return frozenset(national(digits) for digits in runs if digits)
