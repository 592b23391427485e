"""Text is read as it is written: no scalar changes its meaning, and every place is exact."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.base.span import On, Place, Span
from generator.base.text import Language, nfc
from generator.source.yaml.characters import in_source
from generator.source.yaml.fast_loader import quick
from generator.source.yaml.loader import _read_carefully, load, locate
from tests.conftest import ROOT

PLAIN = ["no", "1e3", "12:30", "007", "true", "1.10", "0x1F", "2026-11-18", "NULL", "yes", "1_000"]
TEXTS = (
    st.text(
        st.characters(codec="utf-8", categories=("L", "N", "P", "Zs"), max_codepoint=0x2FFF),
        max_size=30,
    )
    .map(nfc)
    .filter(lambda text: not any(in_source("", text)))
)


@pytest.mark.parametrize("scalar", PLAIN)
def test_a_plain_scalar_stays_the_text_it_is(scalar: str) -> None:
    assert load("a.yml", f"key: {scalar}\n".encode()).value == {"key": scalar}


def test_only_a_plain_null_means_not_given() -> None:
    written = b'unit: null\ntopic: ~\nevent:\ntitle: "null"\nareas: [~]\n'
    assert load("a.yml", written).value == {"title": "null", "areas": [None]}


def test_a_key_that_no_record_has_is_kept_even_when_nothing_is_given() -> None:
    assert load("a.yml", b"say: {text: a, b, because: c}\nunti: null\n").value == {
        "say": {"text": "a", "b": None, "because": "c"},
        "unti": None,
    }


@given(st.dictionaries(TEXTS.filter(lambda key: key not in ("", "<<")), TEXTS, max_size=5))
def test_whatever_a_person_quotes_comes_back(values: dict[str, str]) -> None:
    written = yaml.safe_dump(values, allow_unicode=True, default_style="'", sort_keys=False)
    outcome = load("a.yml", written.encode())
    assert outcome.value == values
    assert not outcome.problems


@given(st.binary(max_size=200))
def test_no_bytes_whatever_bring_a_traceback(content: bytes) -> None:
    outcome = load("a.yml", content)
    assert outcome.value is not None or outcome.problems
    locate("a.yml", content)


def test_each_key_and_value_knows_its_line_and_column() -> None:
    text = "id: x\nsay:\n  - {text: Nước sạch, because: [TT-1]}\n  - text: >-\n      dài\n"
    places = locate("a.yml", text.encode())
    assert str(places.span(Place("a.yml", ("say", 0, "because", 0)))) == "a.yml:3:33"
    assert str(places.span(Place("a.yml", ("say", 0, "text"), On.KEY))) == "a.yml:3:6"
    assert str(places.span(Place("a.yml", ("say", 1, "text")))) == "a.yml:4:11"
    assert places.span(Place("a.yml", ("say", 0, "text"))).width == len("Nước sạch")
    assert str(places.span(Place("a.yml", ("say", 1, "because")))) == "a.yml:4:5"


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ('title: "Nước sạch\nunit: x\nnote: "a"\n', 1, 8, "không được đóng"),
        ("a:\n\tb: 1\n", 2, 1, "Tab"),
        ("title: Nước: sạch\n", 1, 12, "hai chấm"),
        ('title: "Nước "sạch" đây"\nb: 1\n', 1, 15, "kết thúc sớm"),
        ("a: [1, 2\nb: 3\n", 1, 4, "ngoặc “[” mở ở đây"),
    ],
)
def test_what_cannot_be_read_is_told_in_plain_words(
    text: str, line: int, column: int, said: str
) -> None:
    (problem,) = load("a.yml", text.encode()).problems
    assert isinstance(problem.place, Span)
    assert (problem.place.line, problem.place.column) == (line, column)
    assert said in problem.message(Language.VI)


NESTED = st.recursive(
    TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


@given(
    values=st.dictionaries(TEXTS, NESTED, min_size=1, max_size=4),
    style=st.sampled_from([None, "'", '"', "|", ">"]),
    flow=st.sampled_from([None, True, False]),
)
def test_the_quick_way_reads_what_the_careful_way_reads(
    *, values: dict[str, object], style: str | None, flow: bool | None
) -> None:
    written = yaml.safe_dump(
        values, allow_unicode=True, default_style=style, default_flow_style=flow, width=60
    )
    found = quick(written)
    careful = _read_carefully("a.yml", written)
    assert found is None or (found, ()) == careful


@pytest.mark.parametrize(
    "written",
    [
        "a: &x 1\n",
        "a: [*x]\n",
        "a: !!str 1\n",
        "<<: {a: 1}\n",
        'a: "\\u202e"\n',
        "%YAML 1.2\n---\na: 1\n",
        "a: 1\n---\nb: 2\n",
        "a: 1\na: 2\n",
        "[a]: 1\n",
        "- a\n",
        "a: [1\n",
        "",
        "a: " + "[" * 20 + "]" * 20 + "\n",
    ],
)
def test_whatever_may_be_refused_is_read_with_care(written: str) -> None:
    assert quick(written) is None


def test_all_content_is_read_the_quick_way_as_with_care() -> None:
    files = sorted((ROOT / "content").rglob("*.yml"))
    texts = [path.read_text("utf-8") for path in files]
    assert sum(quick(text) is not None for text in texts) > len(texts) / 2
    for text in texts:
        assert quick(text) in (None, _read_carefully("a.yml", text).value)
