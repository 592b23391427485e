"""--log-level and --log-format: a line for each phase on the standard error, with numbers alone.

As JSON a line begins with a brace, and no line for people does.
"""

import json
import logging

from generator.base.phases import Counts, Listener


def listener(verb: str, level: str, *, in_json: bool) -> Listener:
    """A listener that writes verb, phase, milliseconds and counts, from the level “info” on.

    With “debug” the libraries write what they do, too.
    """
    logger, handler = logging.getLogger("bulletin"), logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(level.upper())
    if level == "debug":
        logging.basicConfig(level=logging.DEBUG, format="%(name)s: %(message)s", force=True)

    def tell(phase: str, milliseconds: float, counts: Counts) -> None:
        line = {"verb": verb, "phase": phase, "milliseconds": round(milliseconds, 1)}
        counted = ", ".join(f"{name} {count}" for name, count in counts.items())
        text = f"{verb} {phase}: {milliseconds:.0f} ms ({counted})".removesuffix(" ()")
        logger.info(json.dumps({**line, "counts": counts}) if in_json else text)

    return tell
