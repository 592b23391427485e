"""Whatever offices do one after another, the site can always be built."""

from pathlib import Path

import pytest

from tests import sequences
from tests.sequences import StuckError, sequence


def test_after_every_step_the_site_can_be_built_or_nothing_was_written(tmp_path: Path) -> None:
    """More of them: python -m tests.sequences 500."""
    done = [line for seed in range(1, 9) for line in sequence(seed, tmp_path / str(seed))]
    for verb in ("approve", "issue", "recall", "redact"):
        codes = {line[-1] for line in done if line.startswith(verb)}
        assert "0" in codes and codes & {"1", "2"}, verb


def test_a_step_that_writes_what_cannot_be_built_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(office: sequences.Office) -> None:
        sequences.write(office, "content/recalls/TT-2025-0001.yml", "record: TT-2025-0001\n")

    monkeypatch.setattr(sequences, "FIRST", (sequences.new, broken))
    with pytest.raises(StuckError):
        sequence(1, tmp_path)
