"""Public opinion in words: streams in aggregate, forecasts, proposals, and how it was gathered."""

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
    """Rows carry the period, the method and its limits."""

    rows: tuple[Row, ...]
    streams: tuple[StreamLine, ...]
    forecast: tuple[ForecastLine, ...]
    proposals: tuple[ProposalLine, ...]


def opinion_block(wording: Formatter, record: Opinion) -> OpinionBlock:
    return OpinionBlock(
        rows=_rows(wording, record),
        streams=tuple(_stream(wording, one) for one in record.streams),
        forecast=forecasts(wording, record.forecast),
        proposals=tuple(
            ProposalLine(one.text, wording.unit(one.to), wording.day(one.due))
            for one in record.proposals
        ),
    )


def _stream(wording: Formatter, stream: Stream) -> StreamLine:
    return StreamLine(
        summary=stream.summary,
        kind=wording.said(stream.kind),
        tendency=wording.said(stream.tendency),
        breadth=wording.said(stream.breadth),
        intensity=wording.said(stream.intensity),
        trend=wording.said(stream.trend),
    )


def _rows(wording: Formatter, record: Opinion) -> tuple[Row, ...]:
    method = record.method
    return filled(
        wording.row("opinion_period", sentence_case(wording.period(record.period))),
        wording.row("method_reports", str(method.reports) if method else ""),
        wording.row("method_channels", wording.said(*method.channels) if method else ""),
        wording.row("method_limits", method.limits if method else ""),
    )
