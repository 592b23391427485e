"""Looking for signs first must never hide what the detectors see."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.guard.scan import DETECTORS, sightings, without_overlaps
from generator.guard.text.plain_text import GAP, Passage
from generator.guard.text.sighting import Sighting

LABELLED = sorted((Path(__file__).parent / "guard").glob("*.yml"))
SENTENCES = [row["text"] for one in LABELLED for row in yaml.safe_load(one.read_text("utf-8"))]
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})
BORDERS = st.sampled_from([" ", "\n", ". ", "", GAP, "\u00a0", "“", " (", "\n– "])
STYLES = st.sampled_from([str, str.upper, str.lower, str.title])


def seen_by_everybody(text: str) -> tuple[Sighting, ...]:
    return tuple(sorted(without_overlaps(DETECTORS, Passage(text)), key=lambda seen: seen.start))


def test_every_labelled_sentence_is_seen_as_if_every_detector_had_looked() -> None:
    hidden = [text for text in SENTENCES if sightings(text) != seen_by_everybody(text)]
    assert hidden == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SENTENCES), STYLES, BORDERS), min_size=1, max_size=4))
def test_sentences_together_are_seen_as_if_every_detector_had_looked(
    parts: list[tuple[str, type[str], str]],
) -> None:
    text = "".join(style(sentence) + border for sentence, style, border in parts)
    assert sightings(text) == seen_by_everybody(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(WORDS), BORDERS), min_size=1, max_size=40))
def test_words_in_any_order_are_seen_as_if_every_detector_had_looked(
    parts: list[tuple[str, str]],
) -> None:
    text = "".join(word + border for word, border in parts)
    assert sightings(text) == seen_by_everybody(text)


@pytest.mark.parametrize("text", ["Gọi \ud800 0912345678", "", "\x00", "𝟘𝟡𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠"])
def test_letters_that_are_none_are_looked_at_all_the_same(text: str) -> None:
    assert sightings(text) == seen_by_everybody(text)
