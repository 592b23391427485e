"""The texts of the grassroots network: counts by area, and training; never persons."""

from typing import NamedTuple

from generator.model.kinds.network import Network
from generator.views.context.formatter import Formatter, Row, filled, sentence_case


class CoverageLine(NamedTuple):
    """The counts of one area; `reporting` is empty when it was not counted."""

    area: str
    groups: str
    collaborators: str
    reporting: str


class TrainingLine(NamedTuple):
    """One training course."""

    on: str
    title: str
    participants: str


class NetworkBlock(NamedTuple):
    """The period, and the tables of counts and of training."""

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
                formatter.area(coverage.area),
                str(coverage.groups),
                str(coverage.collaborators),
                "" if coverage.reporting is None else str(coverage.reporting),
            )
            for coverage in record.coverage
        ),
        training=tuple(
            TrainingLine(formatter.day(course.on), course.title, str(course.participants))
            for course in record.training
        ),
    )
