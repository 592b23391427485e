"""A verb that is killed at any moment leaves everything as before or as after; of two, too."""

from itertools import chain

from tests.crash import TURNS, VERBS, kills, races, tried


def test_a_killed_verb_leaves_nothing_half_done_and_of_two_neither_writes_over_the_other() -> None:
    """More of them: make crash ARGS="1000 1 50"."""
    few = list(tried(lambda s, n, draw: chain(kills(s, n, draw), races(s, 3, draw)), len(TURNS), 7))
    assert [one.names for one in few if one.call and len(one.names) == 1] == [(v,) for v in VERBS]
    assert len(few) == len(TURNS) + 3
    assert not [one for one in few if one.flaw]
