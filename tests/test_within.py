"""A finding points at the very characters, in whichever of the five ways a text was written."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.base.span import Place, Span
from generator.base.text import Language
from generator.source.yaml.loader import load, locate
from tests.support import check

PATH = "content/records/directive/2026/VB-2026-0001.yml"
HEAD = "id: VB-2026-0001\ntitle: Kế hoạch\nunit: dan-van\ncreated: 2026-11-28\n"


def marked(text: str, written: str) -> str | None:
    """The characters of the file that the place of the one `x` of the value covers."""
    outcome = load(PATH, written.encode())
    assert outcome.value is not None
    value = outcome.value["key"].strip()
    at = value.index(text)
    span = locate(PATH, written.encode()).span(Place(PATH, ("key",)).part(at, at + len(text)))
    return written.split("\n")[span.line - 1][span.column - 1 :][: span.width]


# ── the ways of writing ──────────────────────────────────────────────────────────────────────

WRITTEN = {
    "plain": "key: mùi LẠ đây\n",
    "plain over several lines": "key: mùi\n  hôi\n\n  và LẠ\n  đây\n",
    "single quotes": "key: 'mùi ''hôi'' và LẠ'\n",
    "single quotes over several lines": "key: 'mùi  \n\n  ''hôi''\n  LẠ'\n",
    "double quotes": 'key: "mùi \\"hôi\\"\\t\\u1ea1 LẠ"\n',
    "double quotes with a joined line": 'key: "mùi \\\n   h\\\n\n   ôi LẠ"\n',
    "literal": "key: |\n  mùi\n    thụt\n\n  và LẠ\n",
    "literal, indentation named": "key: |4\n      mùi\n    LẠ\n",
    "literal, everything kept": "key: |+  # ghi chú\n\n  mùi\n  LẠ\n\n",
    "folded": "key: >\n  mùi\n  hôi\n\n  và LẠ\n",
    "folded and stripped": "key: >-\n  mùi\n  hôi LẠ\n   thụt\n  hết\n",
    "folded, indentation named": "key: >2-\n    mùi\n  LẠ hôi\n",
    "Windows line ends": "key: >-\r\n  mùi\r\n  hôi\r\n  LẠ\r\n",
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_a_word_is_found_where_it_was_written(written: str) -> None:
    assert marked("LẠ", written) == "LẠ"


def test_an_escape_is_marked_whole() -> None:
    assert marked("ạ", 'key: "\\u1ea1"\n') == "\\u1ea1"
    assert marked("’", "key: 'a’b'\n") == "’"
    assert marked("'", "key: 'a''b'\n") == "''"


def test_a_part_over_two_lines_is_marked_on_its_first() -> None:
    written = "key: >-\n  mùi lạ\n  ở đây\n"
    span = locate(PATH, written.encode()).span(Place(PATH, ("key",)).part(4, 8))
    assert span == Span(PATH, 2, 7, len("lạ"))


def test_a_part_beyond_the_text_is_the_whole_text() -> None:
    written = b"key: abc\n"
    assert locate(PATH, written).span(Place(PATH, ("key",)).part(2, 9)) == Span(PATH, 1, 6, 3)


SIGNS = st.sampled_from(
    [*"ab đ'\"#:\\-", " ", "  ", "\n", "\n\n", "\t", "ạ", "🚰", ", ", "[", "}", "\\u1ea1", "\\n"]
)
LINES = st.lists(SIGNS, max_size=14).map("".join)
INDENTS = st.lists(st.sampled_from(["    ", "     ", "   ", ""]), min_size=30, max_size=30)
HEADERS = [
    f"{style}{signs}" for style in "|>" for signs in ("", "-", "+", "2", "-2", "2+", "1", " # x")
]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A file with one text in some style, at some depth, with whatever may stand in it."""
    body = draw(LINES)
    lines = [i + line for i, line in zip(draw(INDENTS), body.split("\n"), strict=False)]
    inner = body.replace("'", "''")
    document = draw(
        st.sampled_from(
            [
                f"k:\n  key: {body.replace(chr(10), chr(10) + '    ')}\n  z: 1\n",
                f"k: {{a: [b, c], key: '{inner}', b: c}}\n",
                f'k: {{key: "{body}"}}\n',
                *(f"k:\n  key: {head}\n" + "\n".join(lines) + "\n" for head in HEADERS),
            ]
        )
    )
    return document.replace("\n", "\r\n") if draw(st.booleans()) else document


@given(documents())
def test_every_character_comes_from_where_its_place_says(document: str) -> None:
    outcome = load(PATH, document.encode())
    assume(not outcome.problems)
    within = (outcome.value or {}).get("k")
    assume(isinstance(within, dict) and isinstance(within.get("key"), str))
    value = within["key"].strip() if within else ""
    found = locate(PATH, document.encode())
    lines = document.split("\n")
    before = Span(PATH, 0)
    for at, character in enumerate(value):
        span = found.span(Place(PATH, ("k", "key")).part(at, at + 1))
        assert before < span, "each character stands behind the one before"
        before = span
        there = lines[span.line - 1][span.column - 1 :][: span.width]
        assert character in " \n" or there == character or there[0] in "\\'"


# ── the rules that know it ───────────────────────────────────────────────────────────────────


def pointed_at(text: str) -> list[tuple[str, str]]:
    """(code, the characters pointed at) of every error in a document with these lines."""
    written = HEAD + text
    errors = [f for f in check({PATH: written}).findings if f.span.path == PATH]
    lines = written.split("\n")
    return [
        (f.diagnostic.problem.code, lines[f.span.line - 1][f.span.column - 1 :][: f.span.width])
        for f in errors
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("summary: |\n  Xem\n  [đây](javascript:x) nhé.\n", ("BT112", "javascript:x")),
        ("summary: >-\n  Xem\n  <b>đậm</b> nhé.\n", ("BT112", "<b>")),
        ("summary: 'Xem ''a'' [x](x)'\n", ("BT112", "x")),
        ('summary: "Xem \\u202e đây"\n', ("BT109", "\\u202e")),
        ('summary: "  a\\u0323 đây"\n', ("BT109", "a")),
        ("retired: {on: 2026-11-28, reason: [a, b]}\n", ("BT104", "[")),
        ("drafted_by: [dan-van, {a: b}, tuyen-giao]\n", ("BT104", "{")),
        ("drafted_by: [dan-van, tuyen-gia]\n", ("BT201", "tuyen-gia")),
        ("attachments: [{file: a.pdf, titel: x}]\n", ("BT103", "titel")),
    ],
)
def test_a_finding_points_at_the_very_characters(text: str, expected: tuple[str, str]) -> None:
    assert expected in pointed_at(text)


def test_a_link_that_entities_hide_is_still_told_at_its_text() -> None:
    ((code, there),) = pointed_at("summary: Xem [a](&#106;avascript:x) nhé.\n")
    assert (code, there) == ("BT112", "Xem [a](&#106;avascript:x) nhé.")


def test_the_sentence_names_what_the_place_marks() -> None:
    found = check({PATH: HEAD + "summary: |\n  Xem [a](ftp://x).\n"}).findings
    assert ["ftp://x" in f.diagnostic.message(Language.VI) for f in found] == [True]
