"""Names that are weighed: what was learned, and how it does on sentences not learned from."""

from collections.abc import Iterable

from generator.guard.names.weighed_names import candidates
from generator.guard.scan import sightings
from generator.guard.text.plain_text import Passage
from tests.guard_figures import LABELLED
from tests.name_weights import NAMES, examples, learned, margin, marked, sentences

Span = tuple[int, int]
ENOUGH, FEW = 0.85, 0.04
UNREAD = "read_papers"


def test_the_marked_names_are_found_and_nothing_else() -> None:
    missed: list[Span] = []
    wrong: list[Span] = []
    every = 0
    for sentence in marked():
        seen = (one for one in sightings(sentence.text) if one.code in NAMES and one.kind != "age")
        found = [(one.start, one.end) for one in seen]
        names = sentence.names or ()
        every += len(names)
        missed += [name for name in names if not _is_touched(name, found)]
        wrong += [span for span in found if not _is_touched(span, names)]
    assert every > 300
    assert len(missed) <= every // 10
    assert len(wrong) <= every // 50


def _is_touched(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def test_names_of_a_set_are_found_by_weights_learned_from_the_others() -> None:
    others = [file for file in LABELLED if file.stem != UNREAD]
    weights = learned(row for s in (*sentences(others), *marked()) for row in examples(s))
    rows = [
        (margin(weights, row), row.is_name)
        for sentence in sentences(file for file in LABELLED if file.stem == UNREAD)
        for row in examples(sentence)
    ]
    names = [weight for weight, is_name in rows if is_name]
    others_found = [weight for weight, is_name in rows if not is_name and weight > 0]
    assert sum(weight > 0 for weight in names) >= ENOUGH * len(names)
    assert len(others_found) <= FEW * len(rows)


def test_what_stands_in_capitals_in_a_file_name_or_begins_a_sentence_is_not_weighed() -> None:
    text = "HỘI NGHỊ MAI SƠN. Lan can hỏng, Le-Van-Tam_2.pdf, K'Rông Nô, Hàn Mặc Tử, gặp Lan."
    assert [found.run.syllables for found in candidates(Passage(text))] == [("Lan",)]
