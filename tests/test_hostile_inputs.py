"""Some of the hostile inputs of `make hostile`, and that a fault in them would be seen."""

import random

import pytest

from generator.guard.scan import sightings
from tests import hostile_inputs
from tests.hostile_inputs import DOORS, case, run

# What failed once, made small.
KNOWN = ("TRAN VAN HUNG-SINH NGAY 3 THANG 5",)


@pytest.mark.parametrize("text", KNOWN)
def test_what_failed_once_is_read(text: str) -> None:
    assert sightings(text)


def test_hostile_inputs_are_told_and_none_is_a_fault() -> None:
    results = list(run(range(1_000_000, 1_001_000)))
    assert [fault for _, fault in results if fault] == []
    assert {name for name, _ in results} == {d.__name__.removeprefix("at_") for d, _ in DOORS}


def test_a_traceback_and_a_slow_door_are_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(chance: random.Random) -> None:
        raise KeyError(chance.random())

    def endless(chance: random.Random) -> None:
        while chance.random() >= 0:
            pass

    monkeypatch.setattr(hostile_inputs, "LAST_SECONDS", 0.2)
    for door, told in ((broken, "KeyError"), (endless, "TimeoutError")):
        monkeypatch.setattr(hostile_inputs, "_BY_SHARE", (door,))
        fault = case(1)[1]
        assert fault is not None and told in fault.told
