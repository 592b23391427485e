"""What pages can be filtered and ranked by: for each value, the numbers of its pages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from generator.targets.postings import SIGNS, ascending, coded
from generator.views.findable import Place


def columns(places: Sequence[Place]) -> dict[str, Any]:
    """`timed` pages hold from `since` to `since + until`, in seconds after `epoch`."""
    timed = [number for number, place in enumerate(places) if place.until and not place.standing]
    since = [_seconds(places[number].since) for number in timed]
    until = [_seconds(places[number].until) for number in timed]
    epoch = min(since, default=0)
    return {
        "signs": SIGNS,
        "count": len(places),
        "kinds": _by(places, lambda place: place.kinds),
        "areas": _by(places, lambda place: place.areas),
        "topics": _by(places, lambda place: filter(None, (place.topic,))),
        "events": _by(places, lambda place: filter(None, (place.event,))),
        "standings": _by(places, lambda place: filter(None, (place.standing,))),
        "timed": ascending(timed),
        "epoch": epoch,
        "since": "".join(coded(one - epoch) for one in since),
        "until": "".join(coded(b - a) for a, b in zip(since, until, strict=True)),
    }


def _by(places: Sequence[Place], values: Callable[[Place], Iterable[str]]) -> Mapping[str, str]:
    found: dict[str, list[int]] = {}
    for number, place in enumerate(places):
        for value in values(place):
            found.setdefault(value, []).append(number)
    return {value: ascending(found[value]) for value in sorted(found)}


def _seconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp())
