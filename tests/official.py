"""Official bulletins in memory, printed, for tests that measure them."""

from functools import cache

from pdfplumber.page import Page

from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.views.bulletin.bulletin_print import bulletin_job
from generator.views.context.edition_context import Later
from generator.views.context.pdf_job import PdfJob
from tests.exercise import INCLUDED, Desk, plan, record_files
from tests.measure import unpacked
from tests.prints import print_once
from tests.support import REGISTRY

UNITS = "content/registry/units.yml"
PROGRAMME = "content/registry/programme.yml"
TOPICS = "content/registry/topics.yml"
TYPES = """  - {id: cong-van, name: Công văn}
  - {id: to-trinh, name: Tờ trình}
  - {id: bao-cao, name: Báo cáo}
  - {id: giay-moi, name: Giấy mời}
  - {id: bien-ban, name: Biên bản}
  - {id: ke-hoach, name: Kế hoạch}
"""
PARTIES = {
    "tuyen-giao": ("Ban Tuyên giáo", "BTGQU"),
    "dan-van": ("Ban Dân vận", "BDVQU"),
    "to-chuc": ("Ban Tổ chức", "BTCQU"),
    "van-phong": ("Văn phòng", "VPQU"),
}
UNIT = """  - id: {id}
    name: {name} Quận ủy Hà Đông
    short_name: {name}
    symbol: {symbol}
    superior: {superior}
    place: Hà Đông
    kind: {kind}
    contact: {{title: Trực ban, email: truc-ban.{id}@example.vn, hours: Giờ hành chính}}
    offices:
      - {{id: truong-ban, title: Trưởng ban, authority: {authority}}}
      - {{id: pho-truong-ban, title: Phó Trưởng ban}}
"""
OTHERS = """  - {id: btv, name: Ban Thường vụ, kind: deciding_body}
  - {id: ubnd, name: UBND phường, kind: state_body}
"""
ABSTRACT = "về tình hình nước sinh hoạt phường Sông Xanh"
RECIPIENTS = "[Thường trực Quận ủy, Các chi bộ của phường]"


def official(
    layout: str = "",
    parties: int = 2,
    kind: str = "party_body",
    authority: str = "null",
    superior: str = "Quận ủy Hà Đông",
    **more: str,
) -> Edition:
    """One issued official bulletin of the first `parties` units; `more` are keys of its plan."""
    chosen = dict([*PARTIES.items()][:parties])
    said = {"kind": kind, "authority": authority, "superior": superior}
    units = [UNIT.format(id=i, name=n, symbol=s, **said) for i, (n, s) in chosen.items()]
    programme = REGISTRY[PROGRAMME].replace("[tuyen-giao, dan-van]", f"[{', '.join(chosen)}]")
    registry = {UNITS: f"units:\n{''.join(units)}{OTHERS}", PROGRAMME: programme}
    registry[TOPICS] = f"{REGISTRY[TOPICS].rstrip()}\n{TYPES}"
    written = plan("BT-2026-0001", INCLUDED)
    signers = ", ".join(f"{{unit: {one}, office: truong-ban}}" for one in chosen)
    named = f"layout: {layout}, " if layout else ""
    keys = {
        "form": "official",
        "official": f"{{{named}abstract: {ABSTRACT}}}",
        "recipients": RECIPIENTS,
        "signers": f"[{signers}]",
        **more,
    }
    (path, text), *_ = written.items()
    kept = [line for line in str(text).splitlines() if line.partition(":")[0] not in keys]
    lines = [*kept, *(f"{key}: {value}" for key, value in keys.items() if value)]
    desk = Desk(record_files() | registry | {path: "\n".join(lines) + "\n"})
    return desk.issue("BT-2026-0001")


def job_of(edition: Edition) -> PdfJob:
    return bulletin_job(edition, None, Language.VI, b"{}", Later(()))


@cache
def pages(layout: str, parties: int = 2, urgency: str = "urgent") -> tuple[Page, ...]:
    """The pages of the standard official bulletin in a profile; signed, so that it is no draft."""
    edition = official(layout, parties, urgency=urgency, signed_copy="Bản giấy, lưu văn thư")
    return tuple(unpacked(print_once(job_of(edition))).pages)
