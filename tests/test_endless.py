"""No text, however made, costs more than its length: where the work is bounded, and what is said.

Nothing is timed here. What is counted is how much a reader may look at at once.
"""

import pytest

from generator.base.diagnostics import MOST_ALIKE
from generator.base.prose import is_intricate, marks, to_html
from generator.guard import scan
from generator.guard.scan import sightings
from generator.guard.text.plain_text import Passage
from tests.support import check

LETTERS = 200_000
# What people type too often, or a machine wrote: the library would need minutes, or all its depth.
HOSTILE = [
    *("[", "![", "[a](", "[a][", "[a](<", ")[", "[a]: b\n", "[a](b)", "\\", "*_", "`a ", "a  \n"),
    *("# a\n", "#\n", "---\n", "***\n", "=\n", "- \n", "-\n", "|\n", "> a\n", "<https://a.vn>"),
]
NESTED = ["> " * 30, "- " * 30, "1. " * 30, "".join(" " * 4 * n + "- a\n" for n in range(30))]
ORDINARY = [
    "\n".join(f"- **Việc {n}:** xem [TT-2026-0001](TT-2026-0001), 2*4 giờ." for n in range(150)),
    "|Địa bàn|Số hộ|\n|---|---|\n" + "\n".join(f"|Tổ {n}|{n} *hộ*|" for n in range(500)),
    "\n\n".join(f"## Phần {n}\n\n1. Một `x`\n2. Hai & ba < bốn" for n in range(200)),
    "Một đoạn văn dài không dấu. " * 9000,
]
RECORD = """id: TT-2026-0002
title: Kết quả đo mùi
unit: dan-van
created: 2026-11-28
details: "{}"
"""
PATH = "content/records/information/2026/TT-2026-0002.yml"


@pytest.mark.parametrize("text", [*(sign * (LETTERS // len(sign)) for sign in HOSTILE), *NESTED])
def test_an_intricate_text_is_told_and_shown_as_typed(text: str) -> None:
    assert marks(f"{text} *x*").is_intricate
    html = to_html(f"{text} <b>*x*</b>")
    assert html.startswith("<p>")
    assert "&lt;b&gt;*x*&lt;/b&gt;" in html


@pytest.mark.parametrize("text", ORDINARY)
def test_long_texts_of_people_are_not_intricate(text: str) -> None:
    assert not is_intricate(text)


@pytest.mark.parametrize("unit", ["Nguyễn Văn A, ", "- ", "29A-123.45 ", "mật "])
def test_detectors_never_look_at_more_than_a_window(
    unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lengths: list[int] = []

    class Measured(Passage):
        def __init__(self, text: str) -> None:
            lengths.append(len(text))
            super().__init__(text)

    monkeypatch.setattr(scan, "Passage", Measured)
    sightings(unit * (LETTERS // len(unit)))
    assert max(lengths) <= 4000


@pytest.mark.parametrize("before", [0, 700, 2399, 2400, 2401, 3190, 3200, 7199, 9000])
def test_nothing_is_hidden_at_the_edge_of_a_window(before: int) -> None:
    """A name, a number and an address are seen wherever in a long text they stand, and once."""
    text = (
        f"{'x ' * before}Ông Nguyễn Văn Bình, số 0912345678, trú tại số nhà 12 phố Huế{' x' * 5000}"
    )
    seen = sightings(text)
    assert [sighting.code for sighting in seen] == ["BT507", "BT501", "BT506"]
    assert all(text[sighting.start : sighting.end] == sighting.value for sighting in seen)


def test_of_very_many_findings_alike_the_last_counts_the_others() -> None:
    result = check({PATH: RECORD.format("Ông Nguyễn Văn Bình, " * 8000)})
    names = [f.diagnostic for f in result.findings if f.diagnostic.problem.code == "BT507"]
    assert len(names) == MOST_ALIKE
    assert [name.sentence.vi for name in names if "Còn 7900 chỗ nữa" in name.sentence.vi] == [
        names[-1].sentence.vi
    ]
    assert "7900 more places" in names[-1].sentence.en


@pytest.mark.parametrize(
    "text",
    [
        "%YAML 1.1",
        "%TAG ! tag:x",
        "%",
        "# x\n%YAML 2.0\n---\na: b",
        "a: b\n%TAG",
        "a: 'x\n",
        "a: b\r- c: d\r",
    ],
)
def test_a_directive_or_an_end_without_a_line_is_a_finding(text: str) -> None:
    assert {f.diagnostic.problem.code for f in check({PATH: text}).findings} & {"BT101", "BT110"}
