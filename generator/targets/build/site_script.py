"""The only script that differs between builds: facts about the whole site that pages need.

Pages load it instead of containing the moment of the build; else each build would change all pages.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from functools import partial

import orjson

from generator.base.digest import digest_bytes
from generator.base.text import Language
from generator.base.times import moment_text
from generator.model.corpus.standing import Standing
from generator.model.kinds import is_of
from generator.model.kinds.event import Event
from generator.model.ledger.bulletin_lines import bulletin_lines
from generator.model.ledger.ledger import Ledger
from generator.targets.build.output import FileContent, Output
from generator.views.catalogue.words import words
from generator.views.context.follower import follower_name
from generator.views.lists.list_entries import TONE_OF

SITE_SCRIPT = "assets/site.js"
Newest = Mapping[str, tuple[str, str]]
NOTHING_NEWER: Newest = {}
# For each standing that scripts compute at the moment of reading: how to show it.
_STANDINGS = {
    standing.value: {"tone": TONE_OF[standing], "usable": standing.is_usable}
    for standing in Standing
}


def site_script(ledger: Ledger, language: Language) -> Output:
    """`self.bulletin`: `built`, the moment of the build (ISO), and `said`, the same in words.

    `zone` is the offset of the programme's time then, as in +07:00.
    `newest` is the newest bulletin of each kind: its id, and how readers are sent to it.
    `ago` holds the words for how long ago something was.
    `standings` gives the tone of each standing, and whether its text may be used.
    """
    zone = ledger.newest.zone if ledger.newest else ledger.moment.tzinfo or UTC
    text = facts_script(ledger.moment, zone, language, _newest(ledger, language)).encode()
    return Output(SITE_SCRIPT, digest_bytes(text), partial(FileContent, text))


def _newest(ledger: Ledger, language: Language) -> Newest:
    """The newest bulletin of each kind; pages about an event name the newest themselves."""
    newest = {
        line: ledger.bulletins[bulletins[-1]][-1]
        for line, bulletins in bulletin_lines(ledger).items()
        if not is_of(line, Event)
    }
    return {
        kind: (edition.bulletin, follower_name(edition, language))
        for kind, edition in newest.items()
    }


def facts_script(
    moment: datetime, zone: tzinfo, language: Language, newest: Newest = NOTHING_NEWER
) -> str:
    """The text of the script: the moment of the build, the newest bulletins, the standings."""
    built = moment.astimezone(UTC).isoformat(timespec="seconds")
    built_in_words = moment_text(moment, zone, language)
    moments = {
        "built": built,
        "said": built_in_words,
        "zone": moment.astimezone(zone).isoformat()[-6:],
        "ago": words(language, "ago"),
        "newest": newest,
    }
    facts = orjson.dumps({**moments, "standings": _STANDINGS})
    return f"self.bulletin = Object.freeze({facts.decode()});\n"
