"""Boundaries on a drawing: projected, simplified, with a place for a number in each."""

from collections.abc import Iterable, Iterator, Mapping
from math import cos, hypot, radians

from generator.model.registry.boundaries import Boundary, Point
from generator.views.dashboard.chart_areas import Outline, Ring
from generator.views.dashboard.charts import WIDTH

_HIGHEST, _EDGE = 420.0, 2.0
_FINEST = 0.4  # a smaller distance from a straight line cannot be seen
_TRIANGLE = 3


def project_boundaries(boundaries: Iterable[Boundary]) -> Mapping[str, Outline]:
    """Equirectangular, exact at the middle latitude, which is enough for one province."""
    all_boundaries = tuple(boundaries)
    points = [point for boundary in all_boundaries for ring in boundary.rings for point in ring]
    if not points:
        return {}
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrowing = cos(radians((south + north) / 2))
    width, height = (east - west) * narrowing or 1e-9, (north - south) or 1e-9
    unit = min((WIDTH - 2 * _EDGE) / width, _HIGHEST / height)

    def place(point: Point) -> Point:
        x, y = (point[0] - west) * narrowing * unit, (north - point[1]) * unit
        return (x + _EDGE, y + _EDGE)

    return {
        boundary.area: _outline([[*map(place, ring)] for ring in boundary.rings])
        for boundary in all_boundaries
    }


def _outline(rings: list[list[Point]]) -> Outline:
    visible = [ring for ring in map(simplify_ring, rings) if len(ring) >= _TRIANGLE]
    drawn_rings = tuple(visible or (rings[0][:_TRIANGLE],))
    largest = max(drawn_rings, key=lambda ring: abs(_area(ring)))
    y = _centre_height(largest)
    left, right = max(_crossed_parts(drawn_rings, y), key=_part_length, default=largest[0])
    x = (left + right) / 2
    transposed = [[point[::-1] for point in ring] for ring in drawn_rings]
    above, below = next(
        (part for part in _crossed_parts(transposed, x) if part[0] <= y <= part[1]), (y, y)
    )
    return Outline(drawn_rings, (x, y), (right - left, below - above))


def _part_length(part: tuple[float, float]) -> float:
    return part[1] - part[0]


def simplify_ring(ring: Ring) -> list[Point]:
    """The algorithm of Douglas and Peucker, after points that nearly coincide are dropped.

    The result does not repeat its first point at the end.
    """
    points = [ring[0]]
    for point in ring[1:-1]:
        if hypot(point[0] - points[-1][0], point[1] - points[-1][1]) >= _FINEST:
            points.append(point)
    corners, waiting = {0, len(points) - 1}, [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        farthest, distance = _farthest(points, first, last)
        if distance > _FINEST:
            corners.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return [points[number] for number in sorted(corners)]


def _farthest(points: Ring, first: int, last: int) -> tuple[int, float]:
    """(index, distance) of the point between two others that is farthest from their line."""
    (x1, y1), (x2, y2) = points[first], points[last]
    length = hypot(x2 - x1, y2 - y1)
    farthest = (first, 0.0)
    for number in range(first + 1, last):
        x, y = points[number]
        across = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1))
        distance = across / length if length else hypot(x - x1, y - y1)
        if distance > farthest[1]:
            farthest = (number, distance)
    return farthest


def _sides(ring: Ring) -> Iterator[tuple[Point, Point]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in _sides(ring)) / 2


def _centre_height(ring: Ring) -> float:
    """The vertical place of the centre of gravity."""
    area = _area(ring)
    if not area:
        return sum(y for _, y in ring) / len(ring)
    return sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in _sides(ring)) / (6 * area)


def _crossed_parts(rings: Iterable[Ring], y: float) -> list[tuple[float, float]]:
    """(start, end) of each part of a horizontal line that lies inside the rings."""
    crossings = sorted(
        a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for ring in rings
        for a, b in _sides(ring)
        if (a[1] <= y) != (b[1] <= y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=False))
