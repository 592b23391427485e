"""One record of every kind with every text, and a chain of bulletins that prints them."""

import re
from collections.abc import Mapping
from datetime import datetime
from html import unescape

from generator.editions.fold import fold_editions
from generator.editions.freeze import Request, freeze
from generator.model.edition.edition import Edition, Relation
from generator.model.ledger.ledger import Ledger
from generator.model.registry.signoff import Recall
from tests.support import PNG, approvals, by_a_party, corpus_of, in_memory, issue
from tests.support import RECORDS as SUPPORTED

RECORDS = "content/records"
HEAD = """id: {id}
title: Tiêu đề {id}
unit: {unit}
created: 2026-11-28
areas: [song-xanh]
topic: moi-truong
"""
STEPS = """verification:
  - {step: examined, on: 2026-11-28, by: dan-van, reference: Phiếu thẩm tra ROI}
  - {step: verified, on: 2026-11-28, by: tuyen-giao, reference: Biên bản ROI, result: refuted}
  - {step: concluded, on: 2026-11-29, by: dan-van, reference: Thông báo ROI, result: refuted}
"""
EVENT = "event: SV-2026-0001\n"
BODIES: Mapping[str, str] = {
    "event/2026/SV-2026-0001": """level: complex
urgency: urgent
started: 2026-11-28T06:30+07:00
timeline:
  - {at: 2026-11-28T06:30+07:00, text: Phản ánh đầu tiên đến., because: [TT-2026-0001]}
known: [{text: Nước đạt quy chuẩn vi sinh., because: [TT-2026-0001]}]
unknown: [Thời điểm hết mùi hoàn toàn.]
doing: [{text: Súc xả tuyến ống lớn., unit: ubnd, due: 2026-12-05}]
forecast:
  - scenario: Câu hỏi tăng vào buổi tối.
    likelihood: likely
    until: 2026-12-02
    signs: Trên hai mươi cuộc gọi mỗi giờ.
    response: Tăng người trực điện thoại.
    outcome: happened
tasks:
  - {do: Lấy mẫu hằng ngày., unit: ubnd, due: 2026-11-29, status: doing, result: Đã lấy chín mẫu.}
contact: dan-van
next_update: 2026-12-03T17:00+07:00
attachments:
  - {file: so-do.png, title: Sơ đồ mạng lưới, description: Sơ đồ các tuyến ống của phường.}
""",
    "message/2026/ND-2026-0001": EVENT
    + """audience: [residents]
question: Nước có an toàn không?
say:
  - {text: Nước đạt quy chuẩn và dùng được., because: [TT-2026-0001]}
do_not_say:
  - {text: Mai sẽ hết mùi., why: Chưa có kết luận về thời điểm.}
answers:
  - {question: Có nấu ăn được không?, answer: Nấu ăn được như thường., because: [TT-2026-0001]}
basis: [VB-2024-0001]
contact: dan-van
valid: {from: 2026-12-01T08:00+07:00, until: 2026-12-20T08:00+07:00}
next_update: 2026-12-03T17:00+07:00
short_text: [{text: Tin ngắn về nước máy của phường., because: [TT-2026-0001]}]
script: [{text: "Kính thưa bà con, nước máy dùng được.", because: [TT-2026-0001]}]
""",
    "information/2026/TT-2026-0002": EVENT
    + """nature: rumour
statement: Có tin nói nước chứa chất thải.
details: Chi tiết đối chiếu với từng mẫu.
answer: Mùi do tảo, không có chất thải.
reach: wide
source: {kind: social_media, reference: Phiếu tổng hợp mạng, received: 2026-11-28}
"""
    + STEPS.replace("ROI", "tin đồn"),
    "opinion/2026/DL-2026-0001": EVENT
    + """period: {from: 2026-11-21, until: 2026-11-27}
method: {reports: 24, channels: [hotline], limits: Chưa nghe khu nhà trọ.}
streams:
  - summary: Đề nghị công bố kết quả hằng ngày.
    kind: request
    tendency: concerned
    breadth: many
    intensity: high
    trend: falling
forecast: [{scenario: Dư luận lắng xuống dần., likelihood: possible}]
proposals: [{to: ubnd, text: Bố trí hai xe cấp nước., due: 2026-12-09}]
""",
    "concern/2026/BX-2026-0001": """reported:
  {count: 37, from: 2026-11-01, until: 2026-11-27, channels: [reception]}
summary: Rác thu gom chậm ở khu tập thể.
competent_body: ubnd
tasks: [{do: Thu gom hai lần mỗi ngày., unit: ubnd, due: 2026-12-30, status: doing}]
answer: {on: 2026-11-29, text: Xe rác sẽ đến sớm hơn., because: [TT-2026-0001]}
settled: {on: 2026-11-30, result: Rác đã được dọn sạch., because: [TT-2026-0001]}
""",
    "consultation/2026/TD-2026-0001": """about: [ND-2026-0009]
important: true
meeting:
  on: 2026-11-29
  chaired_by: dan-van
  attended: [{unit: dan-van, office: truong-ban}, {unit: tuyen-giao, office: pho-truong-ban}]
  minutes: Biên bản họp số bốn
outcome: differing
positions:
  - {unit: dan-van, opinion: Báo lịch thật sớm., reasons: Dân cần chuẩn bị nước.}
  - {unit: tuyen-giao, opinion: Báo khi đã chắc giờ., reasons: Đổi giờ làm mất lòng tin.}
referral: {to: btv, on: 2026-11-30, reference: Tờ trình số hai}
""",
    "consultation/2026/TD-2026-0002": """about: [ND-2026-0001]
outcome: agreed
agreement: Cùng dùng một nội dung trên mọi kênh.
""",
    "directive/2026/VB-2026-0001": """number: 15-KH/BTG
type: chuong-trinh
issuer: Hai ban của quận
stage: issued
drafted_by: [tuyen-giao]
dated: 2026-11-28
summary: Kế hoạch thông tin về nước sạch.
url: https://example.vn/ke-hoach
""",
    "network/2026/LL-2026-0001": """period: {from: 2026-10-01, until: 2026-11-30}
coverage: [{area: song-xanh, groups: 18, collaborators: 21, reporting: 19}]
training: [{on: 2026-11-05, title: Kỹ năng nghe dân nói, participants: 40}]
""",
    "message/2026/ND-2026-0009": "question: Bao giờ cắt nước?\nnote: chưa xong\n"
    + "say: [{text: Cắt nước đêm thứ bảy lúc hai mươi hai giờ.}]\n",
}
INCLUDED = [
    "SV-2026-0001",
    "ND-2026-0001",
    "TT-2026-0002",
    "DL-2026-0001",
    "BX-2026-0001",
    "TD-2026-0001",
    "TD-2026-0002",
    "VB-2026-0001",
    "LL-2026-0001",
]
PLAN = """id: {id}
title: Bản tin {id}
unit: tuyen-giao
created: 2026-12-01
kind: {kind}
form: masthead
number: 1
mode: {mode}
urgency: urgent
circulation: public
period: {{from: 2026-11-24, until: 2026-11-30}}
highlights: [{{text: Nước đã được kiểm nghiệm., because: [TT-2026-0001]}}]
include: [{include}]
signers: [{{unit: tuyen-giao, office: truong-ban}}, {{unit: dan-van, office: truong-ban}}]
recipients: [Các chi bộ của phường]
next_issue: 2026-12-08T17:00+07:00
"""
Files = dict[str, str | bytes]


def record_files() -> Files:
    """Every record, ready to be issued but for one draft that is withheld."""
    files: Files = {f"{RECORDS}/{path}.yml": head_of(path) + b for path, b in BODIES.items()}
    return {**SUPPORTED, **files, "content/attachments/so-do.png": PNG}


def head_of(path: str) -> str:
    return HEAD.format(id=path.rpartition("/")[2], unit="dan-van")


def plan(bulletin: str, include: list[str], kind: str = "periodic", mode: str = "actual") -> Files:
    text = PLAN.format(id=bulletin, kind=kind, mode=mode, include=", ".join(include))
    return {f"content/bulletins/2026/{bulletin}.yml": text}


class Desk:
    """Editors at work: files change, bulletins are approved and issued, an hour apart."""

    def __init__(self, files: Files) -> None:
        self.files: Files = {**files}
        self.editions: tuple[Edition, ...] = ()
        self.hour = 8

    def issue(
        self, bulletin: str, relation: Relation = Relation.NEW, note: str | None = None
    ) -> Edition:
        """Approved by every party and issued."""
        self.hour += 1
        moment = datetime.fromisoformat(f"2026-12-01T{self.hour:02}:00+07:00")
        self.files |= approvals(corpus_of(in_memory(self.files, moment)), bulletin)
        corpus = corpus_of(in_memory(self.files, moment))
        request = by_a_party(corpus, Request(bulletin, relation, note))
        edition = freeze(corpus, request)
        self.files |= issue(corpus, request)
        self.editions = (*self.editions, edition)
        return edition

    def change(self, record_id: str, before: str, after: str) -> None:
        path = next(path for path in self.files if path.endswith(f"{record_id}.yml"))
        text = self.files[path]
        assert isinstance(text, str) and before in text, (record_id, before)
        self.files[path] = text.replace(before, after)

    def ledger(self, moment: str = "2026-12-02T08:00+07:00", *recalls: Recall) -> Ledger:
        held = {str(recall.record): recall for recall in recalls}
        return fold_editions(self.editions, held, datetime.fromisoformat(moment))


def week(files: Files | None = None) -> Desk:
    """A periodic bulletin with everything, and a quick one that is then corrected."""
    desk = Desk((files or record_files()) | plan("BT-2026-0001", INCLUDED))
    desk.issue("BT-2026-0001")
    desk.files |= plan("BT-2026-0002", INCLUDED[:4], "quick", "exercise")
    desk.issue("BT-2026-0002")
    desk.change("TT-2026-0001", "21 mẫu", "12 mẫu")
    desk.issue("BT-2026-0002", Relation.CORRECTION, "Số mẫu đúng là 12.")
    return desk


def with_concerns(count: int) -> Desk:
    """A bulletin of so many open concerns, each with one thing to do."""
    files = record_files()
    text = files.pop(f"{RECORDS}/concern/2026/BX-2026-0001.yml")
    assert isinstance(text, str)
    open_text = text.partition("answer:")[0]
    ids = [f"BX-2026-{number:04}" for number in range(1, count + 1)]
    files |= {
        f"{RECORDS}/concern/2026/{one}.yml": open_text.replace("BX-2026-0001", one) for one in ids
    }
    desk = Desk(files | plan("BT-2026-0001", ids))
    desk.issue("BT-2026-0001")
    return desk


def text_of(html: str) -> str:
    """What a reader sees, on one line."""
    linked = re.sub(r"</?a\b[^>]*>", "", html)  # a link may stand in the middle of a sentence
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", linked)).split())
