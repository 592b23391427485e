"""The one script that differs between builds: what every page may know of the site as a whole.

Pages do not hold the moment of the build, or every page would change with it; they load this file.
"""

from datetime import UTC, datetime, tzinfo
from functools import partial

import orjson

from generator.base.digest import digest_bytes
from generator.base.text import Language
from generator.model.corpus.standing import Standing
from generator.model.ledger.ledger import Ledger
from generator.targets.build.output import Made, Output
from generator.views.context.times import moment_text
from generator.views.lists.list_entries import TONE_OF

SITE_SCRIPT = "assets/site.js"
# What scripts show of a standing that they compute for the moment of reading.
_STANDINGS = {
    standing.value: {"tone": TONE_OF[standing], "usable": standing.is_usable}
    for standing in Standing
}


def site_script(ledger: Ledger, language: Language) -> Output:
    """`self.bulletin`: `built`, the moment of the build (ISO), and `said`, the same in words.

    `standings` is what the model and the views say of each: its tone, and whether it may be used.
    """
    zone = ledger.newest.zone if ledger.newest else ledger.moment.tzinfo or UTC
    text = made_at(ledger.moment, zone, language).encode()
    return Output(SITE_SCRIPT, digest_bytes(text), partial(Made, text))


def made_at(moment: datetime, zone: tzinfo, language: Language) -> str:
    """The script that says when what is read was made, and what each standing means."""
    built = moment.astimezone(UTC).isoformat(timespec="seconds")
    said = moment_text(moment, zone, language)
    facts = orjson.dumps({"built": built, "said": said, "standings": _STANDINGS})
    return f"self.bulletin = Object.freeze({facts.decode()});\n"
