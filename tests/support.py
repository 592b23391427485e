"""A small locality in memory: its registry, one document, one established fact, at one moment."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from generator.base.diagnostics import Located
from generator.editions.chain import HEAD, head_bytes
from generator.editions.freeze import Request, as_body, freeze
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.edition.edition import Withdrawer, file_bytes
from generator.model.registry.signoff import Approval
from generator.pipeline import Compilation, compile_content
from generator.source.files.parallel_load import ONE_BY_ONE, Means
from generator.workspace import MemoryWorkspace

MOMENT = datetime.fromisoformat("2026-12-01T09:00+07:00")
Files = Mapping[str, str | bytes]

UNIT = """  - id: {id}
    name: {name}
    kind: {kind}
    contact: {{title: Trực ban, email: truc-ban.{id}@example.vn, hours: Giờ hành chính}}
    offices:
      - {{id: truong-ban, title: Trưởng ban}}
      - {{id: pho-truong-ban, title: Phó Trưởng ban}}
"""
UNITS = (
    ("tuyen-giao", "Ban Tuyên giáo", "party_body"),
    ("dan-van", "Ban Dân vận", "party_body"),
    ("btv", "Ban Thường vụ", "deciding_body"),
    ("ubnd", "UBND phường", "state_body"),
)
REGISTRY: Mapping[str, str] = {
    "content/registry/programme.yml": """title: Chương trình phối hợp nắm bắt dư luận xã hội
short_title: Bản tin phối hợp
basis: VB-2024-0001
parties: [tuyen-giao, dan-van]
deciding_body: btv
""",
    "content/registry/units.yml": "units:\n"
    + "".join(UNIT.format(id=i, name=name, kind=kind) for i, name, kind in UNITS),
    "content/registry/areas.yml": """areas:
  - {id: ha-dong, name: Quận Hà Đông}
  - {id: song-xanh, name: Phường Sông Xanh, parent: ha-dong}
""",
    "content/registry/topics.yml": """topics:
  - {id: moi-truong, name: Môi trường}
  - {id: do-thi, name: Đô thị}
document_types:
  - {id: chuong-trinh, name: Chương trình phối hợp}
""",
}
# What every example may cite: a document in force, and a fact examined, verified and concluded.
RECORDS: Mapping[str, str] = {
    "content/records/directive/2024/VB-2024-0001.yml": """id: VB-2024-0001
title: Chương trình phối hợp giữa hai ban
unit: dan-van
created: 2024-04-26
type: chuong-trinh
issuer: Hai ban
stage: issued
dated: 2024-04-26
effective: 2024-04-26
""",
    "content/records/information/2026/TT-2026-0001.yml": """id: TT-2026-0001
title: Kết quả kiểm nghiệm nước
unit: dan-van
created: 2026-11-28
areas: [song-xanh]
topic: moi-truong
nature: fact
statement: Cả 21 mẫu nước lấy ngày 27/11/2026 đạt quy chuẩn.
source: {kind: document, reference: Công văn số 112, received: 2026-11-28}
verification:
  - {step: examined, on: 2026-11-28, by: dan-van, reference: Phiếu số 07}
  - {step: verified, on: 2026-11-28, by: tuyen-giao, reference: Biên bản số 09, result: confirmed}
  - {step: concluded, on: 2026-11-29, by: dan-van, reference: Thông báo số 03, result: confirmed}
""",
}
BASE: Mapping[str, str] = {**REGISTRY, **RECORDS}
FACT = "content/records/information/2026/TT-2026-0001.yml"


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)


def pdf(text: str = "", title: str = "") -> bytes:
    """A PDF of one page that says this, in the letters of ASCII."""
    stream = f"BT /F1 12 Tf 20 20 Td ({text}) Tj ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({title}) >>",
    )
    body, places = "%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 7\n0000000000 65535 f \n{table}{end}".encode()


def git(folder: Path, *arguments: str, at: str = "2026-12-30T09:00:00+07:00") -> None:
    """A command of git, as somebody who is set up, at a moment; raises when it fails."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.vn", "-c", "init.defaultBranch=main")
    dated = {**os.environ, "GIT_COMMITTER_DATE": at}
    subprocess.run(
        ("git", *who, *arguments), cwd=folder, check=True, capture_output=True, env=dated
    )


class Remembered:
    """What was made of files in the compilations before, as the command remembers it."""

    def __init__(self) -> None:
        self.made: dict[str, Any] = {}

    def recall(self) -> Mapping[str, Any]:
        return self.made

    def keep(self, made: Mapping[str, Any]) -> None:
        self.made.update(made)


def remembering() -> Means:
    """In this process, each file read once."""
    return Means(ONE_BY_ONE.spread, Remembered(), Remembered())


def in_memory(
    files: Files, moment: datetime = MOMENT, past: Mapping[str, Files] | None = None
) -> MemoryWorkspace:
    """A workspace of the small locality; a file given here replaces one of its own."""
    earlier = {name: as_bytes({**BASE, **then}) for name, then in (past or {}).items()}
    return MemoryWorkspace(as_bytes({**BASE, **files}), moment, earlier)


def as_bytes(files: Files) -> dict[str, bytes]:
    return {p: c.encode() if isinstance(c, str) else c for p, c in files.items()}


def check(files: Files, past: Mapping[str, Files] | None = None) -> Compilation:
    return compile_content(in_memory(files, past=past))


def corpus_of(workspace: MemoryWorkspace) -> Corpus:
    corpus = compile_content(workspace).corpus
    assert corpus is not None, "the registry cannot be read"
    return corpus


def places(found: tuple[Located, ...]) -> list[tuple[str, int, str]]:
    """(path, line, code) of each finding, in reading order."""
    return [(f.span.path, f.span.line, f.diagnostic.problem.code) for f in found]


def approval(corpus: Corpus, record_id: str, unit: str) -> dict[str, str]:
    """The file that `bulletin approve` writes, for the content as it stands."""
    return {
        f"content/approvals/{record_id}/{unit}.yml": f"""record: {record_id}
unit: {unit}
office: truong-ban
decision: approve
at: {corpus.now.isoformat(timespec="seconds")}
digest: {corpus.digest(record_id)}
"""
    }


def approvals(corpus: Corpus, record_id: str) -> dict[str, str]:
    """The approvals of all parties, old and new."""
    return {
        path: content
        for unit in corpus.approvers
        for path, content in approval(corpus, record_id, unit).items()
    }


def issue(corpus: Corpus, request: Request) -> dict[str, bytes]:
    """The files that `bulletin issue` writes once every party has approved."""
    edition = freeze(with_approvals(corpus, request.bulletin), by_a_party(corpus, request))
    return {edition.path: file_bytes(as_body(edition)), HEAD: head_bytes(edition)}


def by_a_party(corpus: Corpus, request: Request) -> Request:
    """The same, withdrawn by the first party if it is a withdrawal."""
    by = Withdrawer(unit=corpus.parties[0], office="truong-ban")
    return request._replace(withdrawn_by=by) if request.relation.takes_back else request


def with_approvals(corpus: Corpus, record_id: str) -> Corpus:
    """The corpus with an approval of each party that has given none."""
    given = {
        (record_id, unit): Entry(
            Approval.model_validate(
                {
                    "record": record_id,
                    "unit": unit,
                    "office": "truong-ban",
                    "decision": "approve",
                    "at": corpus.now.replace(microsecond=0),
                    "digest": corpus.digest(record_id),
                }
            ),
            f"content/approvals/{record_id}/{unit}.yml",
        )
        for unit in corpus.approvers
    }
    return replace(corpus, approvals={**given, **corpus.approvals})
