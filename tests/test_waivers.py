"""Waivers: a warning somebody answers for is silent until its last day; errors never are."""

import pytest

from tests.support import REGISTRY, check, places

PROGRAMME = "content/registry/programme.yml"
FACT = "content/records/information/2026/TT-2026-0002.yml"
HEAD = "id: TT-2026-0002\ntitle: Nước sinh hoạt\nunit: dan-van\ncreated: 2026-11-28\n"
LABEL = "statement: Kẻ xấu tung tin nước nhiễm độc.\n"
NAME = "statement: Ông Nguyễn Văn Thử đề nghị dời trạm bơm.\n"


def waiver(code: str, until: str, record: str = "TT-2026-0002") -> str:
    """The programme with one waiver; it stands on line 7."""
    held = f"{{code: {code}, record: {record}, reason: Đã cân nhắc., by: dan-van, until: {until}}}"
    return REGISTRY[PROGRAMME] + f"waivers:\n  - {held}\n"


@pytest.mark.parametrize(
    ("programme", "text", "expected"),
    [
        (waiver("BT514", "2026-12-31"), LABEL, []),
        (waiver("BT514", "2026-12-01"), LABEL, []),
        (waiver("BT514", "2026-11-30"), LABEL, ["BT104", "BT514"]),
        (waiver("BT513", "2026-12-31"), LABEL, ["BT514"]),
        (waiver("BT514", "2026-12-31", "TT-2026-0001"), LABEL, ["BT514"]),
        (waiver("BT514", "2026-12-31", "TT-2026-0009"), LABEL, ["BT201", "BT514"]),
        (waiver("BT507", "2026-12-31"), NAME, ["BT105", "BT507"]),
    ],
)
def test_only_a_warning_of_that_record_is_waived(
    programme: str, text: str, expected: list[str]
) -> None:
    found = check({PROGRAMME: programme, FACT: HEAD + text}).findings
    assert sorted(code for *_, code in places(found)) == expected
