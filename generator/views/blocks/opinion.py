"""The texts of a report on opinion: streams in aggregate, forecasts, proposals, method."""

from typing import NamedTuple

from generator.model.kinds.opinion import Opinion, Stream
from generator.views.blocks.components import ForecastLine, forecasts
from generator.views.context.formatter import Formatter, Row, filled, sentence_case


class StreamLine(NamedTuple):
    """One stream of opinion."""

    summary: str
    kind: str
    tendency: str
    breadth: str
    intensity: str
    trend: str


class ProposalLine(NamedTuple):
    """What is proposed, to whom, until when."""

    text: str
    to: str
    due: str


class OpinionBlock(NamedTuple):
    """The texts of a report; `rows` are the period, the method and its limits."""

    rows: tuple[Row, ...]
    streams: tuple[StreamLine, ...]
    forecast: tuple[ForecastLine, ...]
    proposals: tuple[ProposalLine, ...]


def opinion_block(formatter: Formatter, record: Opinion) -> OpinionBlock:
    return OpinionBlock(
        rows=_rows(formatter, record),
        streams=tuple(_stream(formatter, stream) for stream in record.streams),
        forecast=forecasts(formatter, record.forecast),
        proposals=tuple(
            ProposalLine(proposal.text, formatter.unit(proposal.to), formatter.day(proposal.due))
            for proposal in record.proposals
        ),
    )


def _stream(formatter: Formatter, stream: Stream) -> StreamLine:
    return StreamLine(
        summary=stream.summary,
        kind=formatter.said(stream.kind),
        tendency=formatter.said(stream.tendency),
        breadth=formatter.said(stream.breadth),
        intensity=formatter.said(stream.intensity),
        trend=formatter.said(stream.trend),
    )


def _rows(formatter: Formatter, record: Opinion) -> tuple[Row, ...]:
    method = record.method
    return filled(
        formatter.row("opinion_period", sentence_case(formatter.period(record.period))),
        formatter.row("method_reports", str(method.reports) if method else ""),
        formatter.row("method_channels", formatter.said(*method.channels) if method else ""),
        formatter.row("method_limits", method.limits if method else ""),
    )
