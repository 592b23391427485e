"""Ten years of one programme, written with the real verbs: units merge, join and end, areas too.

2024 two district commissions; 2025 they merge, so that one party is left; from 1 July 2025 three
parties of a ward; 2028 two, as one of them goes over into another; 2031 the first gets a new name.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.conftest import run_bulletin

UNIT = """  - id: {id}
    name: {name}
    short_name: {short}
    kind: {kind}
    contact: {{title: Trực ban {short}, phone: "{phone}", hours: Giờ hành chính}}
    valid: {{from: {start}, until: {until}}}
    successor: {successor}
    offices:
      - {{id: truong-ban, title: Trưởng ban, valid: {{from: null, until: {term}}}}}
      - {{id: phu-trach, title: Phụ trách, valid: {{from: {later}, until: null}}}}
"""
PHONES: Mapping[str, str] = {
    "tuyen-giao": "024 0000 0001",
    "dan-van": "024 0000 0002",
    "tgdv": "024 0000 0003",
    "mttq": "024 0000 0004",
    "phu-nu": "024 0000 0005",
    "xdd": "024 0000 0006",
    "btv": "024 0000 0007",
}
NAMES: Mapping[str, tuple[str, str]] = {
    "tuyen-giao": ("Ban Tuyên giáo Quận ủy", "Ban Tuyên giáo"),
    "dan-van": ("Ban Dân vận Quận ủy", "Ban Dân vận"),
    "tgdv": ("Ban Tuyên giáo và Dân vận", "Ban Tuyên giáo và Dân vận"),
    "mttq": ("Ủy ban Mặt trận Tổ quốc phường", "Mặt trận Tổ quốc"),
    "phu-nu": ("Hội Liên hiệp Phụ nữ phường", "Hội Phụ nữ"),
    "xdd": ("Ban Xây dựng Đảng phường", "Ban Xây dựng Đảng"),
    "btv": ("Ban Thường vụ cấp ủy", "Ban Thường vụ"),
}


class Span(NamedTuple):
    """From when until when a unit exists, and who follows."""

    start: str = "null"
    until: str = "null"
    successor: str = "null"


# What the registry says in each step: (units that exist or existed, parties, areas).
class Step(NamedTuple):
    """The registry as the editors wrote it at one time."""

    units: Mapping[str, Span]
    parties: str
    areas: str


GROUPS = """areas:
  - {id: phuong, name: Phường Sông Xanh, level: phường}
  - {id: to-11, name: Tổ dân phố 11, parent: phuong}
  - {id: to-12, name: Tổ dân phố 12, parent: phuong}
"""
MERGED_GROUPS = """areas:
  - {id: phuong, name: Phường Sông Xanh, level: phường}
  - {id: to-11, name: Tổ dân phố 11, parent: phuong, valid: {until: 2025-06-30}, successor: to-moi}
  - {id: to-12, name: Tổ dân phố 12, parent: phuong, valid: {until: 2025-06-30}, successor: to-moi}
  - {id: to-moi, name: Tổ dân phố Kênh Mới, parent: phuong, valid: {from: 2025-07-01}}
"""
_ENDED = {
    "tuyen-giao": Span("null", "2025-02-28", "tgdv"),
    "dan-van": Span("null", "2025-02-28", "tgdv"),
}
_OLD_PARTIES = "{unit: tuyen-giao, until: 2025-02-28}, {unit: dan-van, until: 2025-02-28}"
TWO = Step({"btv": Span(), "tuyen-giao": Span(), "dan-van": Span()}, "tuyen-giao, dan-van", GROUPS)
ONE = Step(
    {"btv": Span(), **_ENDED, "tgdv": Span("2025-03-01")},
    f"{_OLD_PARTIES}, {{unit: tgdv, from: 2025-03-01}}",
    GROUPS,
)
THREE = Step(
    {**ONE.units, "mttq": Span("2025-07-01"), "phu-nu": Span("2025-07-01")},
    f"{ONE.parties}, {{unit: mttq, from: 2025-07-01}}, {{unit: phu-nu, from: 2025-07-01}}",
    MERGED_GROUPS,
)
TWO_AGAIN = Step(
    {**THREE.units, "phu-nu": Span("2025-07-01", "2027-12-31", "mttq")},
    f"{_OLD_PARTIES}, {{unit: tgdv, from: 2025-03-01}}, {{unit: mttq, from: 2025-07-01}},"
    " {unit: phu-nu, from: 2025-07-01, until: 2027-12-31}",
    MERGED_GROUPS,
)
RENAMED = Step(
    {
        **TWO_AGAIN.units,
        "tgdv": Span("2025-03-01", "2030-12-31", "xdd"),
        "xdd": Span("2031-01-01"),
    },
    f"{_OLD_PARTIES}, {{unit: tgdv, from: 2025-03-01, until: 2030-12-31}},"
    " {unit: mttq, from: 2025-07-01}, {unit: phu-nu, from: 2025-07-01, until: 2027-12-31},"
    " {unit: xdd, from: 2031-01-01}",
    MERGED_GROUPS,
)

BASIS = """id: VB-2024-0001
title: Chương trình phối hợp
unit: btv
created: 2024-04-26
areas: [phuong]
topic: moi-truong
number: 01-CTr
type: chuong-trinh
issuer: Ban Thường vụ cấp ủy
stage: issued
drafted_by: [btv]
dated: 2024-04-26
effective: 2024-04-26
summary: Hai đơn vị cùng nắm bắt dư luận.
"""
FACT = """id: TT-{year}-0001
title: Kết quả kiểm nghiệm nước năm {year}
unit: {unit}
created: {year}-{day}
areas: [{area}]
topic: moi-truong
nature: fact
statement: Nước của phường đạt quy chuẩn.
source: {{kind: document, reference: Công văn số 112, received: {year}-{day}}}
verification:
  - {{step: examined, on: {year}-{day}, by: {unit}, reference: Phiếu số 07}}
  - {{step: verified, on: {year}-{day}, by: {other}, reference: Biên bản 09, result: confirmed}}
  - {{step: concluded, on: {year}-{day}, by: {unit}, reference: Thông báo 03, result: confirmed}}
"""
MESSAGE = """id: ND-{year}-0001
title: Nước của phường an toàn, tin năm {year}
unit: {unit}
created: {year}-{day}
areas: [{area}]
topic: moi-truong
audience: [residents]
question: Nước năm {year} có an toàn không?
say: [{{text: Nước đạt quy chuẩn và dùng được., because: [TT-{year}-0001]}}]
basis: [VB-2024-0001]
contact: {contact}
valid: {{from: {year}-{day}T08:00+07:00, until: {until}T08:00+07:00}}
next_update: {until}T07:00+07:00
"""
BULLETIN = """id: BT-{year}-0001
title: Bản tin năm {year}
unit: {unit}
created: {year}-{day}
kind: periodic
form: masthead
number: 1
mode: actual
urgency: routine
circulation: public
period: {{from: {year}-{day}, until: {year}-{day}}}
highlights: [{{text: Nước đạt quy chuẩn., because: [TT-{year}-0001]}}]
include: [{include}]
signers: [{signers}]
recipients: [Các chi bộ của phường]
next_issue: {until}T17:00+07:00
"""


class Issue(NamedTuple):
    """One yearly bulletin: its day (month-day), its parties, its contact, until when it holds."""

    year: int
    day: str
    parties: tuple[str, ...]
    contact: str
    until: str
    area: str = "to-moi"
    office: str = "truong-ban"

    @property
    def bulletin(self) -> str:
        return f"BT-{self.year}-0001"

    @property
    def message(self) -> str:
        return f"ND-{self.year}-0001"

    @property
    def moment(self) -> str:
        return f"{self.year}-{self.day}T09:00+07:00"


FIRST = Issue(2024, "05-10", ("tuyen-giao", "dan-van"), "dan-van", "2034-12-31", "to-11")
ISSUES = (
    FIRST,
    Issue(2025, "07-10", ("tgdv", "mttq", "phu-nu"), "phu-nu", "2029-12-31"),
    Issue(2028, "03-01", ("tgdv", "mttq"), "tgdv", "2034-12-31", office="phu-trach"),
    Issue(2031, "03-01", ("mttq", "xdd"), "xdd", "2034-12-31", office="phu-trach"),
)


def write_step(folder: Path, step: Step) -> None:
    """The registry of a step."""
    registry = folder / "content/registry"
    registry.mkdir(parents=True, exist_ok=True)
    units = "".join(_unit(unit_id, span) for unit_id, span in step.units.items())
    (registry / "units.yml").write_text(f"units:\n{units}", "utf-8")
    (registry / "areas.yml").write_text(step.areas, "utf-8")
    (registry / "topics.yml").write_text(
        "topics: [{id: moi-truong, name: Môi trường}]\n"
        "document_types: [{id: chuong-trinh, name: Chương trình}]\n",
        "utf-8",
    )
    (registry / "programme.yml").write_text(
        f"title: Chương trình phối hợp\nshort_title: Bản tin phối hợp\n"
        f"parties: [{step.parties}]\ndeciding_body: btv\n",
        "utf-8",
    )


def _unit(unit_id: str, span: Span) -> str:
    """The first head of each party served until the end of 2027."""
    name, short = NAMES[unit_id]
    kind = "deciding_body" if unit_id == "btv" else "party_body"
    return UNIT.format(
        **{"id": unit_id, "name": name, "short": short, "kind": kind, "phone": PHONES[unit_id]},
        **span._asdict(),
        term="2027-12-31",
        later="2028-01-01",
    )


def write_records(folder: Path, issue: Issue) -> None:
    """The fact, the message and the plan of a yearly bulletin."""
    facts = {
        **issue._asdict(),
        "unit": issue.parties[0],
        "other": issue.parties[1],
        "include": f"ND-{issue.year}-0001",
        "signers": ", ".join(f"{{unit: {p}, office: {issue.office}}}" for p in issue.parties),
    }
    for path, text in (
        ("records/directive/2024/VB-2024-0001.yml", BASIS),
        (f"records/information/{issue.year}/TT-{issue.year}-0001.yml", FACT),
        (f"records/message/{issue.year}/ND-{issue.year}-0001.yml", MESSAGE),
        (f"bulletins/{issue.year}/BT-{issue.year}-0001.yml", BULLETIN),
    ):
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.format(**facts), "utf-8")


def at(folder: Path, moment: str, *arguments: str) -> tuple[int, str]:
    """A verb at a moment: its exit code, and all that it says."""
    done = run_bulletin(folder, "--at", moment, *arguments)
    return done.returncode, done.stdout + done.stderr


def approve(folder: Path, issue: Issue) -> None:
    for party in issue.parties:
        by = ("--unit", party, "--office", issue.office)
        code, said = at(folder, issue.moment, "approve", issue.bulletin, *by)
        assert code == 0, said


def publish(folder: Path, issue: Issue) -> None:
    """Written, checked, approved by every party of the day, issued, and verified.

    All that check may find is that an older message names a contact which has ended.
    """
    write_records(folder, issue)
    _, said = at(folder, issue.moment, "check")
    assert {*re.findall(r"lỗi +(BT\d+)", said)} <= {"BT208"}, said
    approve(folder, issue)
    code, said = at(folder, issue.moment, "issue", issue.bulletin)
    assert code == 0, said
    code, said = at(folder, issue.moment, "verify")
    assert code == 0, said
