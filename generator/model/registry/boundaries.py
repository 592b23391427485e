"""Boundaries of areas on the earth, if a locality supplies them; only used for drawing."""

from typing import NamedTuple

# Longitude and latitude in degrees (WGS 84), as GeoJSON has them (RFC 7946, 3.1.1 and 4).
Point = tuple[float, float]


class Boundary(NamedTuple):
    """The closed rings around one area and around the holes in it."""

    area: str
    rings: tuple[tuple[Point, ...], ...]


class Boundaries(NamedTuple):
    """All boundaries that are known, and the digest of the file that holds them."""

    areas: tuple[Boundary, ...] = ()
    digest: str = ""


NO_BOUNDARIES = Boundaries()
