"""--log-format json: a line for each phase on the standard error, with numbers alone.

Other lines there are for people and do not begin with a brace.
"""

import json
import logging

from generator.base.phases import Counts, Listener


def json_lines(verb: str) -> Listener:
    """A listener that writes verb, phase, milliseconds and counts."""
    logger, handler = logging.getLogger("bulletin"), logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.INFO)

    def tell(phase: str, milliseconds: float, counts: Counts) -> None:
        line = {"verb": verb, "phase": phase, "milliseconds": round(milliseconds, 1)}
        logger.info(json.dumps({**line, "counts": counts}))

    return tell
