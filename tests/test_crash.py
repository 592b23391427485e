"""A verb that is killed at any moment leaves everything as before or as after."""

from pathlib import Path

import pytest

from tests.crash import VERBS, crashes


def test_a_killed_verb_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More of them: make crash ARGS=1000."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    killed = list(crashes(len(VERBS), 7, tmp_path))
    assert [one.verb for one in killed] == [*VERBS]
    assert not [one for one in killed if one.flaw]
