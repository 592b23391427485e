"""The grassroots force in words: counts by area and training, never persons."""

from typing import NamedTuple

from generator.model.kinds.network import Network
from generator.views.context.formatter import Formatter, Row, filled, sentence_case


class CoverageLine(NamedTuple):
    """Counts in one area; `reporting` is empty when it was not counted."""

    area: str
    groups: str
    collaborators: str
    reporting: str


class TrainingLine(NamedTuple):
    """One course."""

    on: str
    title: str
    participants: str


class NetworkBlock(NamedTuple):
    """Two tables and a period."""

    rows: tuple[Row, ...]
    coverage: tuple[CoverageLine, ...]
    training: tuple[TrainingLine, ...]


def network_block(formatter: Formatter, record: Network) -> NetworkBlock:
    return NetworkBlock(
        rows=filled(
            formatter.row("network_period", sentence_case(formatter.period(record.period)))
        ),
        coverage=tuple(
            CoverageLine(
                formatter.area(one.area),
                str(one.groups),
                str(one.collaborators),
                "" if one.reporting is None else str(one.reporting),
            )
            for one in record.coverage
        ),
        training=tuple(
            TrainingLine(formatter.day(one.on), one.title, str(one.participants))
            for one in record.training
        ),
    )
