"""The signs of names: what must stand in a text for `person_names` to find one.

Capitals are everywhere and many surnames are parts of places, so what `naming` asks of a run
of capitalised syllables is asked here already, as far as a pattern can say it.
"""

import re
from collections.abc import Iterable

from generator.guard.names.name_starts import AGED, ALL_ROLES, AROUND, LAST_OF_TITLES, MAY_LEAD
from generator.guard.names.name_words import (
    BIRTH_ORDER,
    CLEAR_PLAIN_SURNAMES,
    HIGHLAND,
    MIDDLE_NAMES,
    MINOR_ROLES,
    PLAIN_MIDDLE_NAMES,
    PLAIN_SURNAMES,
    STRONG_SURNAMES,
    SURNAMES,
    UPPER,
)
from generator.guard.names.person_names import FORM_SIGNS, PLAIN_ONLY
from generator.guard.names.proper_names import RIGHT_OF_PERSON
from generator.guard.text.prefilter import Signs
from generator.guard.text.wide_patterns import START_OF_LETTERS, loosened


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words)))})"


def _shouted(words: Iterable[str]) -> set[str]:
    return {word.upper() for word in words}


_BETWEEN = rf"[{re.escape(AROUND)}\n]+"
_NEXT = r"(?:\. ?| |-)"
_STRONG = _any_of(STRONG_SURNAMES | CLEAR_PLAIN_SURNAMES | _shouted(STRONG_SURNAMES))
_ALL = SURNAMES | PLAIN_SURNAMES | BIRTH_ORDER
_WEAK = _any_of(_ALL | HIGHLAND | _shouted(SURNAMES | PLAIN_SURNAMES))
_MIDDLE = _any_of(MIDDLE_NAMES | PLAIN_MIDDLE_NAMES)
# Marks and figures within are allowed for: what is no space, no dot and no hyphen.
_SYLLABLE = rf"[{UPPER}][^\s.-]*"
_SIGNS = (
    # A title and a capital; a title without its marks only means one before a surname like it.
    rf"(?i:{_any_of((LAST_OF_TITLES | MAY_LEAD) - PLAIN_ONLY)}){_BETWEEN}[{UPPER}]",
    rf"(?i:{_any_of(PLAIN_ONLY)}){_BETWEEN}{_any_of(PLAIN_SURNAMES)}",
    # A surname that tells a person by itself, or with a middle name.
    rf"{_STRONG}[ -][{UPPER}]",
    rf"{_any_of(_ALL)}{_NEXT}{_MIDDLE}{_NEXT}[{UPPER}]",
    rf"{_SYLLABLE}{_NEXT}(?:VĂN|THỊ|VAN|THI){_NEXT}[{UPPER}]",
    # Any surname with a role before it, or with what is only said of people after the name.
    rf"(?i:{_any_of(ALL_ROLES)}){_BETWEEN}{_WEAK}[ -][{UPPER}]",
    rf"{_WEAK}(?:{_NEXT}{_SYLLABLE})+(?i:{loosened(RIGHT_OF_PERSON)})",
    # A middle name that no place has, whatever stands before it; an age.
    rf"{_SYLLABLE}{_NEXT}(?:Văn|Thị|Seo|Mí){_NEXT}[{UPPER}]",
    rf"{_SYLLABLE}{loosened(AGED)}",
)
# A word of children; it begins a word by itself.
_OF_CHILD = rf"(?i:{loosened(MINOR_ROLES)})[{UPPER}]"
# So much stands between title and name that detectors read only the end of a word as the title.
_FAR = rf"[{re.escape(AROUND)}]{{7,}}[{UPPER}]"
NAME_SIGNS = Signs(
    as_written=FORM_SIGNS,
    loose=(*(f"{START_OF_LETTERS}(?:{sign})" for sign in _SIGNS), _OF_CHILD, _FAR),
)
