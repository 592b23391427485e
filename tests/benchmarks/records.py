"""The records of one matter, of the product's own kinds."""

from collections.abc import Callable, Iterator

from generator.model.kinds import BY_PREFIX
from generator.model.record.record import Record
from tests.benchmarks.reporting import event, information, network, opinion
from tests.benchmarks.settling import concern, consultation, directive, message
from tests.benchmarks.voice import Values, Voice

WRITINGS: tuple[tuple[str, Callable[[Voice, int], Values]], ...] = (
    ("VB", directive),
    ("TT", information),
    ("SV", event),
    ("ND", message),
    ("DL", opinion),
    ("BX", concern),
    ("TD", consultation),
    ("LL", network),
)


def records_of(voice: Voice) -> Iterator[Record]:
    """Every record of the voice's matter."""
    for prefix, write in WRITINGS:
        for number in range(len(voice.matter.ids[prefix])):
            yield BY_PREFIX[prefix].model_validate(write(voice, number))
