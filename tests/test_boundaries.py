"""Boundaries that a locality supplies: drawn when they are right, told with a place when not."""

import json
from pathlib import Path

import pytest

from generator.base.text import Language
from generator.pipeline import compile_boundaries
from generator.views.site.all_pages import plan_site
from tests.conftest import Run
from tests.exercise import with_concerns
from tests.support import REGISTRY, check, in_memory, places

PATH = "content/registry/areas.geojson"
RING = [[105.70, 20.90], [105.80, 20.90], [105.80, 20.95], [105.70, 20.90]]


def feature(area: object = "song-xanh", ring: object = RING, kind: str = "Polygon") -> object:
    coordinates = [ring] if kind == "Polygon" else [[ring]]
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"id": area}, "geometry": geometry}


def written(*features: object) -> str:
    """One feature a line, from the second line on."""
    lines = ",\n".join(json.dumps(one) for one in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}'


def found(content: str | bytes) -> list[tuple[str, int, str]]:
    reported = places(check({**REGISTRY, PATH: content}).findings)
    return [one for one in reported if one[0] == PATH]


@pytest.mark.parametrize("kind", ["Polygon", "MultiPolygon"])
def test_boundaries_of_registered_areas_are_accepted(kind: str) -> None:
    assert found(written(feature(kind=kind), feature("ha-dong"))) == []


HOSTILE: dict[str, str | bytes] = {
    "no json": "{",
    "cut off": written(feature())[:-3],
    "deep": "[" * 100_000,
    "a list": "[]",
    "a number": "3",
    "a single feature": json.dumps(feature()),
    "features that are none": '{"type": "FeatureCollection", "features": 7}',
    "not text": b"\xff\xfe{}",
    "not a number": '{"type": "FeatureCollection", "features": [NaN]}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_collection_is_told_and_nothing_breaks(name: str) -> None:
    assert [code for _, _, code in found(HOSTILE[name])] == ["BT111"]


WRONG = {
    "null": None,
    "no id": feature(None),
    "a number as id": feature(7),
    "an unknown id": feature("sông xanh\u001b[31m"),
    "a line": {**dict(feature()), "geometry": {"type": "LineString", "coordinates": RING}},  # type: ignore[call-overload]
    "nothing": feature(ring=[]),
    "three points": feature(ring=RING[1:]),
    "not closed": feature(ring=[*RING[:3], [105.71, 20.90]]),
    "metres": feature(ring=[[x * 5000, y * 100000] for x, y in RING]),
    "east of east": feature(ring=[[x * 5, y] for x, y in RING]),
    "latitude first": feature(ring=[[y, x] for x, y in RING]),
    "words": feature(ring=[["a", "b"]] * 4),
    "truth": feature(ring=[[True, False]] * 4),
    "a cloud": feature(ring=[[105.7]] * 4),
    "a string of polygons": feature(ring="abcd", kind="MultiPolygon"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_feature_that_is_wrong_is_told_once_with_its_place(name: str) -> None:
    is_feature = isinstance(WRONG[name], dict)
    content = written(feature("ha-dong"), WRONG[name])
    assert found(content) == [(PATH, 3 if is_feature else 1, "BT111")]


def test_an_area_has_one_boundary() -> None:
    assert found(written(feature(), feature())) == [(PATH, 3, "BT111")]


def test_what_is_told_holds_no_control_characters() -> None:
    reported = check({**REGISTRY, PATH: written(feature("x\u001b[31my"))}).findings
    said = next(f.diagnostic.sentence for f in reported if f.span.path == PATH)
    assert "x?[31my" in said.vi and "\u001b" not in said.vi + said.en


def test_a_site_is_built_with_boundaries_and_refused_with_broken_ones(
    workspace: Path, bulletin: Run
) -> None:
    path = workspace / PATH
    path.write_text(written(feature("song-xanh"), feature("cum-bac-kenh")), "utf-8")
    done = bulletin(workspace, "build", "--no-pdf")
    assert done.returncode == 0, done.stderr
    path.write_text(written(feature("nowhere")), "utf-8")
    refused = bulletin(workspace, "build", "--no-pdf")
    assert refused.returncode == 1
    assert f"{PATH}:2" in refused.stdout + refused.stderr
    assert "Traceback" not in refused.stderr


def dashboard(concerns: int, *features: object) -> str:
    desk = with_concerns(concerns)
    boundaries = compile_boundaries(in_memory({**desk.files, PATH: written(*features)}))
    planned = plan_site(desk.ledger(), Language.VI, boundaries)
    return next(one for one in planned if one.address == "dashboard/").make().body


def test_boundaries_are_drawn_when_there_is_enough_to_show() -> None:
    page = dashboard(5, feature("ha-dong"), feature("song-xanh"))
    assert page.count('class="border"') == 1 and 'fill-rule="evenodd"' in page
    assert "Ranh giới lấy từ tệp areas.geojson" in page
    assert "Chưa có ranh giới của 1 địa bàn" in dashboard(5, feature("ha-dong"))
    few = dashboard(4, feature("ha-dong"), feature("song-xanh"))
    assert 'class="border"' not in few and "areas.geojson" not in few
    assert "Phường Sông Xanh: 4." in few
