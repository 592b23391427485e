"""Read registry/areas.geojson strictly after RFC 7946; one flaw refuses the whole file."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any, NamedTuple, TypeAlias

import orjson

from generator.base.diagnostics import Diagnostic, PhaseOutcome
from generator.base.digest import digest_bytes
from generator.base.span import Span
from generator.base.text import Bilingual
from generator.base.workspace import Workspace
from generator.model.registry.boundaries import NO_BOUNDARIES, Boundaries, Boundary
from generator.source.problems import BAD_FILE
from generator.source.yaml.complaints import conflict

PATH = "content/registry/areas.geojson"
MAX_BYTES = 8 * 1024 * 1024
_CLOSED_RING = 4  # least number of points; the last equals the first (RFC 7946, 3.1.6)
_LONGEST_SHOWN = 60
_Value: TypeAlias = Any  # whatever JSON may hold
_FEATURE = re.compile(rb'"type"\s*:\s*"Feature"')


class _Flaw(NamedTuple):
    """What is wrong, and how to correct it."""

    reason: Bilingual
    mend: Bilingual


def read_boundaries(workspace: Workspace, areas: Container[str]) -> PhaseOutcome[Boundaries]:
    """The boundaries of registered areas; none when there is no such file."""
    file = next(
        (entry for entry in workspace.files("content/registry") if entry.path == PATH), None
    )
    if file is None:
        return PhaseOutcome(NO_BOUNDARIES)
    if not file.is_regular or file.size > MAX_BYTES:
        return PhaseOutcome(NO_BOUNDARIES, (_at(Span(PATH), _UNREADABLE),))
    content = workspace.read(PATH)
    try:
        document = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        place = Span(PATH, error.lineno, error.colno)
        problem = conflict(PATH, content.decode("utf-8", "replace")) or _at(place, _NOT_JSON)
        return PhaseOutcome(NO_BOUNDARIES, (problem,))
    return _boundaries_in(content, document, areas)


def _boundaries_in(
    content: bytes, document: _Value, areas: Container[str]
) -> PhaseOutcome[Boundaries]:
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or document.get("type") != "FeatureCollection":
        return PhaseOutcome(NO_BOUNDARIES, (_at(Span(PATH), _NO_COLLECTION),))
    lines = _lines(content, len(features))
    seen: set[str] = set()
    problems = [
        _at(Span(PATH, lines[number]), flaw)
        for number, feature in enumerate(features)
        for flaw in _flaws(feature, number + 1, areas, seen)
    ]
    if problems:
        return PhaseOutcome(NO_BOUNDARIES, tuple(problems))
    return PhaseOutcome(Boundaries(tuple(map(_boundary, features)), digest_bytes(content)))


def _lines(content: bytes, features: int) -> Sequence[int]:
    """The line of each feature's type; 1 for all when the count does not match."""
    starts = [match.start() for match in _FEATURE.finditer(content)]
    if len(starts) != features:
        return [1] * features
    breaks = (content.count(b"\n", a, b) for a, b in pairwise((0, *starts)))
    return [1 + number for number in accumulate(breaks)]


def _flaws(feature: _Value, number: int, areas: Container[str], seen: set[str]) -> Iterator[_Flaw]:
    """The first flaw of a feature; records its area in `seen` when there is none."""
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        yield _NO_COLLECTION
        return
    properties = feature.get("properties")
    area = properties.get("id") if isinstance(properties, dict) else None
    if not isinstance(area, str):
        yield _missing_area(number)
    elif area not in areas:
        yield _unknown_area(number, area)
    elif area in seen:
        yield _repeated_area(area)
    elif not _rings(feature) or not all(map(_is_ring, _rings(feature))):
        yield _unfit_rings(area)
    else:
        seen.add(area)


def _rings(feature: _Value) -> list[_Value]:
    """The rings of a Polygon or MultiPolygon; none for any other geometry."""
    geometry = feature.get("geometry")
    coordinates = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if not isinstance(coordinates, list):
        return []
    match geometry.get("type"):
        case "Polygon":
            return coordinates
        case "MultiPolygon" if all(isinstance(polygon, list) for polygon in coordinates):
            return [ring for polygon in coordinates for ring in polygon]
        case _:
            return []


def _is_ring(ring: _Value) -> bool:
    is_closed = isinstance(ring, list) and len(ring) >= _CLOSED_RING and ring[0] == ring[-1]
    return is_closed and all(map(_is_point, ring))


def _is_point(point: _Value) -> bool:
    """A longitude and a latitude; a height may follow."""
    if not isinstance(point, list) or len(point) not in (2, 3):
        return False
    is_number = all(type(number) in (int, float) for number in point)
    return is_number and abs(point[0]) <= 180 and abs(point[1]) <= 90  # noqa: PLR2004  degrees


def _boundary(feature: _Value) -> Boundary:
    rings = (
        tuple((float(point[0]), float(point[1])) for point in ring) for ring in _rings(feature)
    )
    return Boundary(feature["properties"]["id"], tuple(rings))


def _at(span: Span, flaw: _Flaw) -> Diagnostic:
    return BAD_FILE.at(span, reason=flaw.reason, mend=flaw.mend)


def _missing_area(number: int) -> _Flaw:
    vi, en = f"hình thứ {number} không có properties.id", f"feature {number} has no properties.id"
    return _Flaw(Bilingual(vi, en), _ONE_ID)


def _unknown_area(number: int, area: str) -> _Flaw:
    printable = "".join(letter if letter.isprintable() else "?" for letter in area[:_LONGEST_SHOWN])
    vi = f"hình thứ {number} mang mã “{printable}”, không có trong areas.yml"
    en = f"feature {number} has the id “{printable}”, which is not in areas.yml"
    return _Flaw(Bilingual(vi, en), _ONE_ID)


def _repeated_area(area: str) -> _Flaw:
    vi, en = f"địa bàn “{area}” có hai ranh giới", f"the area “{area}” has two boundaries"
    return _Flaw(Bilingual(vi, en), _ONE_ID)


def _unfit_rings(area: str) -> _Flaw:
    vi = f"ranh giới của “{area}” không phải vùng khép kín theo kinh độ, vĩ độ"
    en = f"the boundary of “{area}” is no closed polygon in longitude and latitude"
    return _Flaw(Bilingual(vi, en), _DEGREES)


_ONE_ID = Bilingual(
    "ghi vào properties.id của mỗi hình mã một địa bàn trong areas.yml, mỗi mã một lần",
    "give each feature in properties.id the id of one area of areas.yml, each id once",
)
_DEGREES = Bilingual(
    "xuất lại bằng Polygon hoặc MultiPolygon, hệ tọa độ WGS 84 (EPSG:4326), kinh độ trước vĩ độ "
    "sau",
    "export Polygon or MultiPolygon in WGS 84 (EPSG:4326), longitude before latitude",
)
_EXPORT = Bilingual(
    "xuất lại bản đồ thành GeoJSON (FeatureCollection) từ phần mềm bản đồ",
    "export the map again as GeoJSON (a FeatureCollection)",
)
_UNREADABLE = _Flaw(
    Bilingual("đây là liên kết, hoặc lớn hơn 8 MiB", "it is a link, or larger than 8 MiB"),
    Bilingual(
        "đặt tệp thật vào đây, đã giản lược đường ranh giới", "put a real, simplified file here"
    ),
)
_NOT_JSON = _Flaw(
    Bilingual("không phải JSON đúng dạng từ chỗ này", "from here on it is no valid JSON"), _EXPORT
)
_NO_COLLECTION = _Flaw(
    Bilingual("không phải một FeatureCollection của GeoJSON", "it is no GeoJSON FeatureCollection"),
    _EXPORT,
)
