"""Time alone never makes an error: what was right can be committed; the issue still refuses."""

from datetime import datetime

import pytest

from generator.base.diagnostics import Severity
from generator.pipeline import compile_content
from tests.exercise import INCLUDED, Files, plan, week
from tests.support import REGISTRY, in_memory

WRITTEN = "2026-12-01T20:00+07:00"
LATER = ("2026-12-05T20:00", "2026-12-25T20:00", "2027-02-01T20:00", "2028-06-01T20:00")


def growing_old() -> Files:
    """An issued week and a bulletin in preparation, in a locality whose units and areas end."""
    files = week().files
    for path, text in plan("BT-2026-0003", INCLUDED).items():
        assert isinstance(text, str)
        files[path] = text.replace("number: 1", "number: 3")
    units = REGISTRY["content/registry/units.yml"]
    for name in ("UBND phường", "Ban Dân vận", "Ban Thường vụ"):
        units = units.replace(
            f"name: {name}\n", f"name: {name}\n    valid: {{until: 2027-01-31}}\n"
        )
    areas = REGISTRY["content/registry/areas.yml"]
    areas = areas.replace("Hà Đông}", "Hà Đông, valid: {until: 2027-01-15}}")
    return {**files, "content/registry/units.yml": units, "content/registry/areas.yml": areas}


def errors_at(files: Files, moment: str, issuing: str | None = None) -> set[tuple[str, str]]:
    workspace = in_memory(files, datetime.fromisoformat(moment))
    errors = compile_content(workspace, issuing=issuing).of(Severity.ERROR)
    return {(error.span.path, error.diagnostic.problem.code) for error in errors}


@pytest.mark.parametrize("later", LATER)
def test_an_hour_that_strikes_makes_no_error(later: str) -> None:
    files = growing_old()
    assert errors_at(files, f"{later}+07:00") <= errors_at(files, WRITTEN)


def test_what_time_has_overtaken_is_still_not_issued() -> None:
    files = growing_old()
    made = errors_at(files, "2027-02-01T20:00+07:00", "BT-2026-0003") - errors_at(files, WRITTEN)
    assert {code for _, code in made} == {"BT204", "BT206", "BT208", "BT705"}


def test_the_recall_of_a_message_can_be_committed_beside_a_bulletin_that_plans_it() -> None:
    files = growing_old()
    recall = """record: ND-2026-0001
unit: dan-van
office: truong-ban
at: 2026-12-01T21:00+07:00
reason: Có mẫu nước mới chưa đạt.
"""
    recalled = {**files, "content/recalls/ND-2026-0001.yml": recall}
    assert errors_at(recalled, "2026-12-01T22:00+07:00") <= errors_at(files, WRITTEN)
