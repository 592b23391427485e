"""Charts are well-formed drawings with a title, real text and no styles, whatever labels say."""

import re
from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from generator.model.registry.boundaries import Boundary
from generator.views.dashboard.chart_areas import Tile, TileGroup, boundary_map, shades, tile_map
from generator.views.dashboard.chart_lines import ChartLine, lines
from generator.views.dashboard.charts import (
    FILLS,
    Bar,
    Chart,
    RangeRow,
    Series,
    grouped_bars,
    hatches,
    ranges,
    stacked_bars,
)
from generator.views.dashboard.projection import project_boundaries, simplify_ring
from tests.conftest import ROOT

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</svg><script>alert(1)</script>" onload="x'
CHART = Chart("chart-x", f"Biểu đồ {HOSTILE}", f"Mô tả {HOSTILE}")
SERIES = (Series(f"một {HOSTILE}", "lines-warn"), Series("hai", "solid-good"))
SQUARE = ((105.0, 20.0), (105.5, 20.0), (105.5, 20.5), (105.0, 20.5), (105.0, 20.0))


def square_map() -> Markup:
    outlines = project_boundaries([Boundary("a", (SQUARE,)), Boundary("b", (SQUARE,))])
    tiles = {"a": None, "b": Tile(HOSTILE, 7)}
    return boundary_map(CHART, outlines, tiles, shades([7], "từ {first}"))


DRAWN = {
    "stacked": stacked_bars(CHART, SERIES, [Bar(HOSTILE, (3, 4), f"{HOSTILE} 3")]),
    "single": stacked_bars(CHART, SERIES[:1], [Bar(HOSTILE, (3,), "3"), Bar("b", (0,), "0")]),
    "grouped": grouped_bars(CHART, SERIES, [Bar(HOSTILE, (27, -1), "")]),
    "lines": lines(
        CHART, ["10/2026", HOSTILE], [ChartLine(HOSTILE, (1, 5)), ChartLine("b", (0, 0))]
    ),
    "ranges": ranges(CHART, [RangeRow(HOSTILE, (0, 1, 2, 3, 9), HOSTILE)]),
    "tiles": tile_map(CHART, [TileGroup(HOSTILE, (Tile(HOSTILE, 2),))], shades([2], HOSTILE)),
    "boundaries": square_map(),
    "empty": stacked_bars(CHART, SERIES, []),
}


def parsed(drawn: Markup) -> ET.Element:
    source = str(drawn).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return ET.fromstring(source)  # noqa: S314  our own drawing


def texts(drawn: Markup) -> str:
    return " ".join(one.text or "" for one in parsed(drawn).iter(f"{SVG}text"))


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_is_named_and_described_first_of_all(name: str) -> None:
    root = parsed(DRAWN[name])
    title, description = list(root)[:2]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert (title.text, description.text) == (CHART.title, CHART.description)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


@pytest.mark.parametrize("name", DRAWN)
def test_no_label_becomes_an_element_and_nothing_is_styled_inline(name: str) -> None:
    root = parsed(DRAWN[name])
    known = {"svg", "title", "desc", "text", "rect", "path", "circle"}
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= known
    allowed = "viewBox role aria-labelledby class id x y width height rx fill fill-rule d cx cy r"
    used = {key for one in root.iter() for key in one.attrib}
    assert used <= {*allowed.split(), "stroke-dasharray"}


@pytest.mark.parametrize("name", DRAWN)
def test_nothing_is_drawn_outside_the_drawing(name: str) -> None:
    root = parsed(DRAWN[name])
    _, _, width, height = map(float, str(root.get("viewBox")).split())
    for one in root.iter(f"{SVG}rect"):
        x, y, w, h = (float(str(one.get(key))) for key in ("x", "y", "width", "height"))
        assert 0 <= x <= x + w <= width + 0.1, name
        assert 0 <= y <= y + h <= height + 1, name
    for said in root.iter(f"{SVG}text"):
        assert 0 < float(str(said.get("y"))) <= height + 1, name


def test_every_value_is_printed() -> None:
    assert "một" in texts(DRAWN["stacked"]) and texts(DRAWN["stacked"]).endswith(" 3")
    assert texts(DRAWN["single"]).split()[-3:] == ["3", "b", "0"]
    assert "27" in texts(DRAWN["grouped"]) and "-1" not in texts(DRAWN["grouped"])
    assert {"5", "0"} <= set(texts(DRAWN["lines"]).split())
    assert "7" in texts(DRAWN["boundaries"]).split()


def test_bars_are_as_long_as_their_values() -> None:
    drawn = stacked_bars(CHART, SERIES, [Bar("a", (3, 1), ""), Bar("b", (2, 0), "")])
    widths = [float(str(one.get("width"))) for one in parsed(drawn).iter(f"{SVG}rect")][2:]
    assert widths == pytest.approx([318 * 3 / 4, 318 / 4, 318 / 2], abs=0.1)


def test_hatchings_are_all_there_and_differ_without_colour() -> None:
    root = parsed(hatches())
    drawn = {str(one.get("id")): one for one in root.iter(f"{SVG}pattern")}
    assert tuple(drawn) == FILLS
    of_one_tone = [ET.tostring(drawn[fill])[60:] for fill in FILLS if fill.endswith("-info")]
    assert len(set(of_one_tone)) == len(of_one_tone) == 5


def test_the_classes_of_charts_have_a_style() -> None:
    style = (ROOT / "theme" / "assets" / "dashboard.css").read_text("utf-8")
    drawn = "".join((*DRAWN.values(), hatches()))
    used = {one for names in re.findall(r'class="([^"]+)"', drawn) for one in names.split()}
    unstyled = {one for one in used if f".{one}" not in style}
    assert unstyled <= {"value", "mark"}, unstyled


def test_areas_are_hatched_by_thirds_and_the_legend_says_which() -> None:
    shade = shades([0, 1, 2, 3, 5, 9], "từ {first}")
    assert [one.label for one in shade.series()] == ["0", "1–2", "3", "từ 4"]
    assert [shade.fill(value) for value in (0, 1, 2, 3, 4, 90)] == [
        *("empty-info", "dots-info", "dots-info", "lines-info", "grid-info", "grid-info")
    ]
    assert [one.label for one in shades([0, 0], "từ {first}").series()] == ["0", "từ 1"]


def test_boundaries_keep_their_shape_on_the_drawing() -> None:
    """A square of degrees at 20° north is narrower than it is high, by the cosine."""
    outline = project_boundaries([Boundary("a", (SQUARE,))])["a"]
    broad = max(x for x, _ in outline.rings[0]) - min(x for x, _ in outline.rings[0])
    high = max(y for _, y in outline.rings[0]) - min(y for _, y in outline.rings[0])
    assert broad / high == pytest.approx(0.9382, abs=0.001)
    assert outline.centre == pytest.approx((2 + broad / 2, 2 + high / 2), abs=0.5)
    north = min(outline.rings[0], key=lambda point: point[1])
    assert north[1] == pytest.approx(2)


def test_a_line_keeps_only_the_points_that_can_be_seen() -> None:
    straight = [(n / 10, 0.05 * (n % 2)) for n in range(1000)]
    bent = [*straight, (100.0, 50.0), (50.0, 80.0), straight[0]]
    kept = simplify_ring(bent)
    assert len(kept) == 4
    assert (kept[0], *kept[2:]) == (straight[0], (100.0, 50.0), (50.0, 80.0))
    assert kept[1] == pytest.approx(straight[-1], abs=0.4)


def test_the_number_stands_inside_an_area_that_is_bent() -> None:
    ell = ((0.0, 0.0), (4.0, 0.0), (4.0, 1.0), (1.0, 1.0), (1.0, 4.0), (0.0, 4.0), (0.0, 0.0))
    outline = project_boundaries([Boundary("l", (ell,))])["l"]
    x, y = outline.centre
    unit = (max(px for px, _ in outline.rings[0]) - 2) / 4
    lon, lat = (x - 2) / unit, 4 - (y - 2) / unit
    assert (0 < lon < 1 and 0 < lat < 4) or (0 < lon < 4 and 0 < lat < 1)
