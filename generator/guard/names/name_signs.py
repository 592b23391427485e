"""The signs of names: patterns without which `person_names` finds no name in a text.

Capitals are frequent and many surnames are parts of places. So the conditions of `proper_names` on
a run of capitalised syllables are repeated here, as far as patterns can express them.
"""

import re
from collections.abc import Iterable

from generator.guard.names.context_names import PLAIN_TOLD_SIGNS, TOLD_SIGNS
from generator.guard.names.name_starts import (
    AGED,
    ALL_ROLES,
    AROUND,
    LAST_OF_TITLES,
    MAY_LEAD,
    WORK_OF_TITLED,
)
from generator.guard.names.name_words import (
    BIRTH_ORDER,
    CLEAR_PLAIN_SURNAMES,
    HIGHLAND,
    HIGHLAND_SURNAMES,
    MIDDLE_NAMES,
    MINOR_ROLES,
    PLAIN_MIDDLE_NAMES,
    PLAIN_SURNAMES,
    ROLES_ABROAD,
    STRONG_SURNAMES,
    SURNAMES,
    UPPER,
)
from generator.guard.names.person_names import FORM_SIGNS, PLAIN_ONLY
from generator.guard.names.proper_names import RIGHT_OF_PERSON, SHOUTED_ALONE
from generator.guard.names.short_names import SHORT_NAME_SIGNS
from generator.guard.text.prefilter import Signs
from generator.guard.text.wide_patterns import START_OF_LETTERS, wide_pattern


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words)))})"


def _upper_case(words: Iterable[str]) -> set[str]:
    return {word.upper() for word in words}


_BETWEEN = rf"[{re.escape(AROUND)}\n]+"
_NEXT = r"(?:\. ?| |-)"
_STRONG = _any_of(
    STRONG_SURNAMES | HIGHLAND_SURNAMES | CLEAR_PLAIN_SURNAMES | _upper_case(STRONG_SURNAMES)
)
_ALL = SURNAMES | PLAIN_SURNAMES | BIRTH_ORDER
_WEAK = _any_of(_ALL | HIGHLAND | _upper_case(SURNAMES | PLAIN_SURNAMES))
_MIDDLE = _any_of(MIDDLE_NAMES | PLAIN_MIDDLE_NAMES)
# A syllable may contain marks and figures: any character but space, dot and hyphen.
_SYLLABLE = rf"[{UPPER}][^\s.-]*"
_SIGNS = (
    # A title and a capital; a title without marks counts only before a surname without marks.
    rf"(?i:{_any_of((LAST_OF_TITLES | MAY_LEAD) - PLAIN_ONLY)}){_BETWEEN}[{UPPER}]",
    rf"(?i:{_any_of(PLAIN_ONLY)}){_BETWEEN}{_any_of(PLAIN_SURNAMES)}",
    rf"(?i:{WORK_OF_TITLED}){_BETWEEN}[{UPPER}]",
    rf"(?i:{ROLES_ABROAD})[,.:]? {_SYLLABLE}{_NEXT}[{UPPER}]",
    rf"(?i:chủ|thợ|khen thưởng|biểu dương|tuyên dương) [^\s.,:;]+ (?:[^\s.,:;]+ )?(?:[^\s.,:;]+ )?"
    rf"{_WEAK}[ -][{UPPER}]",
    # A surname that shows a person by itself, or together with a middle name.
    rf"{_STRONG}[ -][{UPPER}]",
    rf"{_any_of(_ALL)}{_NEXT}{_MIDDLE}{_NEXT}[{UPPER}]",
    rf"{_SYLLABLE}{_NEXT}(?:VĂN|THỊ|VAN|THI){_NEXT}[{UPPER}]",
    rf"{_any_of(SHOUTED_ALONE)}{_NEXT}{_any_of(_upper_case(MIDDLE_NAMES))}{_NEXT}[{UPPER}]",
    # Any surname after a role, or before words that are said only of people.
    rf"(?i:{_any_of(ALL_ROLES)}){_BETWEEN}{_WEAK}[ -][{UPPER}]",
    rf"{_WEAK}(?:{_NEXT}{_SYLLABLE})+(?i:{wide_pattern(RIGHT_OF_PERSON)})",
    rf"{_SYLLABLE} {_any_of(HIGHLAND_SURNAMES)}",
    # A middle name that no place has, after any syllable; an age.
    rf"{_SYLLABLE}{_NEXT}(?:Văn|Thị|Seo|Mí){_NEXT}[{UPPER}]",
    rf"{_SYLLABLE}{wide_pattern(AGED)}",
)
# A word for children; its pattern already starts at a word.
_OF_CHILD = rf"(?i:{wide_pattern(MINOR_ROLES)})[{UPPER}]"
# Title and name so far apart that the detectors read only the end of a word as the title.
_FAR = rf"[{re.escape(AROUND)}]{{7,}}[{UPPER}]"
# A cell of a table; what its column holds is read there.
_CELL = rf"\| *[{UPPER}]"
NAME_SIGNS = Signs(
    in_any_case=SHORT_NAME_SIGNS.in_any_case,
    as_written=(*FORM_SIGNS, *SHORT_NAME_SIGNS.as_written),
    loose=(
        *(f"{START_OF_LETTERS}(?:{sign})" for sign in _SIGNS),
        _OF_CHILD,
        _FAR,
        _CELL,
        *TOLD_SIGNS,
    ),
    plain=PLAIN_TOLD_SIGNS,
)
