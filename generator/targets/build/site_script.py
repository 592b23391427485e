"""The only script that differs between builds: facts about the whole site that pages need.

Pages load it instead of containing the moment of the build; else each build would change all pages.
"""

from datetime import UTC, datetime, tzinfo
from functools import partial

import orjson

from generator.base.digest import digest_bytes
from generator.base.text import Language
from generator.base.times import moment_text
from generator.model.corpus.standing import Standing
from generator.model.ledger.ledger import Ledger
from generator.targets.build.output import FileContent, Output
from generator.views.catalogue.validity import AGO_WORDS
from generator.views.lists.list_entries import TONE_OF

SITE_SCRIPT = "assets/site.js"
# For each standing that scripts compute at the moment of reading: how to show it.
_STANDINGS = {
    standing.value: {"tone": TONE_OF[standing], "usable": standing.is_usable}
    for standing in Standing
}


def site_script(ledger: Ledger, language: Language) -> Output:
    """`self.bulletin`: `built`, the moment of the build (ISO), and `said`, the same in words.

    `ago` holds the words for how long ago something was.
    `standings` gives the tone of each standing, and whether its text may be used.
    """
    zone = ledger.newest.zone if ledger.newest else ledger.moment.tzinfo or UTC
    text = facts_script(ledger.moment, zone, language).encode()
    return Output(SITE_SCRIPT, digest_bytes(text), partial(FileContent, text))


def facts_script(moment: datetime, zone: tzinfo, language: Language) -> str:
    """The text of the script: the moment of the build, and the standings."""
    built = moment.astimezone(UTC).isoformat(timespec="seconds")
    built_in_words = moment_text(moment, zone, language)
    ago = {name: word.to(language) for name, word in AGO_WORDS.items()}
    moments = {"built": built, "said": built_in_words, "ago": ago}
    facts = orjson.dumps({**moments, "standings": _STANDINGS})
    return f"self.bulletin = Object.freeze({facts.decode()});\n"
