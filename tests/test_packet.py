"""The referral packet: everything the deciding body must see, in full, and nothing official."""

import re
import subprocess
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import page
import pytest

from generator.base.text import Language
from generator.model.edition.edition import Relation
from generator.targets.pdf.engine import render_pdf
from generator.views.context.pdf_job import PdfJob
from generator.views.packet.packet import packet_job
from generator.views.packet.referral import Referred
from tests.conftest import Run
from tests.exercise import RECORDS, Desk
from tests.prints import print_once
from tests.support import corpus_of, in_memory
from tests.test_dissent import TALK, among, conclusion, disputed
from tests.test_pdf import SHIPPED, body_of, folded, fonts_of, pages_of, text_of, texts_of

MOMENT = "2026-12-03T08:00+07:00"


def job_of(desk: Desk, moment: str = MOMENT, language: Language = Language.VI) -> PdfJob:
    desk_now = in_memory(desk.files, datetime.fromisoformat(moment))
    return packet_job(Referred(corpus_of(desk_now), "TD-2026-0001", language))


def referred_desk() -> Desk:
    """Parties differ about a message in force; another one of the same event holds meanwhile."""
    desk = disputed()
    path = f"{RECORDS}/message/2026/ND-2026-0001.yml"
    other = str(desk.files[path]).replace("ND-2026-0001", "ND-2026-0002")
    desk.files[path.replace("0001", "0002")] = other
    desk.change("BT-2026-0002", "TD-2026-0001]", "TD-2026-0001, ND-2026-0002]")
    desk.issue("BT-2026-0002", Relation.UPDATE, "Thêm một nội dung.")
    return desk


@cache
def packet() -> bytes:
    return print_once(job_of(referred_desk()))


def said() -> str:
    return " ".join(body_of(packet()).split())


# ── what it prints ───────────────────────────────────────────────────────────────────────────


@pytest.mark.pdf
def test_it_prints_the_matter_every_opinion_the_texts_and_the_evidence_in_full() -> None:
    corpus = corpus_of(in_memory(referred_desk().files))
    printed = ["TD-2026-0001", *corpus.closure("ND-2026-0001")]
    texts = texts_of([corpus.records[one].record.content() for one in printed])
    everything = folded(said())
    assert [text for text in texts if folded(text) not in everything] == []


@pytest.mark.pdf
def test_it_says_what_may_not_be_used_meanwhile_what_still_holds_and_who_answers() -> None:
    interim = said().partition("Trong khi chờ kết luận")[2].partition("Ý kiến của từng bên")[0]
    unused, _, still = interim.partition("Vẫn có hiệu lực")
    assert "ND-2026-0001 “Tiêu đề ND-2026-0001”: đã trình, chờ kết luận" in unused
    assert "từ ngày 30/11/2026; chờ Ban Thường vụ." in unused
    assert "ND-2026-0002 “Tiêu đề ND-2026-0002”: dùng đến 8 giờ 00 ngày 20/12/2026." in still
    assert "ND-2026-0002" not in unused
    assert "ND-2026-0001" not in still
    assert "truc-ban.dan-van@example.vn" in still


def test_what_was_issued_is_not_to_be_used_even_before_readers_know_of_the_matter() -> None:
    desk = disputed()
    desk.files = {
        p: c for p, c in desk.files.items() if "BT-2026-0002" not in p and "head" not in p
    }
    interim = job_of(desk).html.partition("Vẫn có hiệu lực")
    assert "ND-2026-0001 “Tiêu đề ND-2026-0001”" in interim[0]
    assert "Không có nội dung thống nhất nào khác" in interim[2]


@pytest.mark.pdf
def test_a_proposed_text_is_marked_before_it_is_read() -> None:
    mark = said().index("ND-2026-0001: CHƯA ĐƯỢC DÙNG.")
    assert mark < said().index("Nước đạt quy chuẩn và dùng được.")


@pytest.mark.pdf
def test_the_deciding_body_finds_three_ways_to_conclude_and_room_to_write() -> None:
    form = said().partition("Phần ghi kết luận của Ban Thường vụ")[2]
    places = [
        form.index(f"{way}.")
        for way in ("Theo phương án đề xuất", "Cho ý kiến chỉ đạo", "Yêu cầu xác minh thêm")
    ]
    assert places == sorted(places)
    assert "Ngày …… tháng …… năm …… BAN THƯỜNG VỤ" in form


@pytest.mark.pdf
def test_every_page_is_a_draft_and_says_of_what_as_of_when_and_of_how_many() -> None:
    pages = pages_of(packet())
    for number, text in enumerate(pages, 1):
        for part in (
            "DỰ THẢO",
            "TD-2026-0001 · tài liệu trình",
            "8 giờ 00 ngày 03/12/2026",
            f"Trang {number}/{len(pages)}",
        ):
            assert part in text
    corpus = corpus_of(in_memory(referred_desk().files))
    assert corpus.digest("TD-2026-0001") in text_of(packet())


@pytest.mark.pdf
def test_it_looks_like_no_official_document() -> None:
    shown = text_of(packet()).upper()
    for form in ("CỘNG HÒA XÃ HỘI", "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐÃ KÝ", "TỜ TRÌNH\n"):
        assert form not in shown


@pytest.mark.pdf
def test_it_conforms_to_pdf_ua_and_is_the_same_every_time() -> None:
    report = page.validate_pdf_bytes(packet(), profile="ua-1")
    assert [(one.rule_id, one.message) for one in report.failures] == []
    assert set(fonts_of(packet())) <= SHIPPED
    assert render_pdf(job_of(referred_desk())) == packet()


def test_it_is_printed_in_english_too() -> None:
    html = job_of(referred_desk(), language=Language.EN).html
    assert "Referred to Ban Thường vụ" in html
    assert "NOT TO BE USED" in html


# ── equal space ──────────────────────────────────────────────────────────────────────────────


class Column(NamedTuple):
    """One opinion on its first page: width and height of its type in points, where it begins."""

    width: int
    height: int
    top: int


def column(pdf: bytes, word: str) -> Column:
    ran = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True
    )
    found = re.findall(
        rf'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">{word}<',
        next(one for one in ran.stdout.decode().split("<page ") if f">{word}<" in one),
    )
    left, top, right, bottom = zip(*(map(float, one) for one in found), strict=True)
    width, height = max(right) - min(left), bottom[0] - top[0]
    return Column(round(width), round(height), round(min(top)))


@pytest.mark.pdf
@pytest.mark.parametrize("count", [2, 3, 4])
def test_opinions_have_the_same_type_and_width_however_long_they_are(count: int) -> None:
    desk = among(count, 60)
    desk.change("TD-2026-0001", "ý1 " * 60, "ý1 " * 120)
    pdf = print_once(job_of(desk))
    columns = [column(pdf, f"ý{place}") for place in range(count)]
    assert len({(one.width, one.height) for one in columns}) == 1
    assert (columns[0].top == columns[1].top) == (count == 2)


# ── after the conclusion ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("decision", "heading", "has_form"),
    [
        ("as_proposed", "Hồ sơ việc Ban Thường vụ đã kết luận", False),
        ("verify_further", "Tài liệu trình Ban Thường vụ kết luận", True),
    ],
)
def test_a_concluded_matter_prints_its_conclusion_and_asks_again_only_when_it_must(
    decision: str, heading: str, *, has_form: bool
) -> None:
    desk = disputed()
    desk.files[TALK] = str(desk.files[TALK]) + conclusion(decision)
    html = job_of(desk).html
    assert heading in html
    assert "Nói kết quả đã có." in html
    assert ("Phần ghi kết luận" in html) is has_form
    before = job_of(desk, "2026-11-30T20:00+07:00").html
    assert "Nói kết quả đã có." not in before


# ── what is not to be referred ───────────────────────────────────────────────────────────────

SAMPLE = "content/records/consultation/2026/TD-2026-0001.yml"
NOW = "2026-11-23T20:00+07:00"


def render(bulletin: Run, workspace: Path, record_id: str = "TD-2026-0001") -> tuple[int, str]:
    ran = bulletin(workspace, "--at", NOW, "render", record_id, "--out", "trinh.pdf")
    return ran.returncode, ran.stdout + ran.stderr


def edit(
    workspace: Path, change: "dict[str, str] | None" = None, until: str = "conclusion:"
) -> None:
    """The sample's consultation up to a key, with some words changed."""
    path = workspace / SAMPLE
    text = path.read_text("utf-8")
    text = text[: text.index(f"\n{until}") + 1]
    for before, after in (change or {}).items():
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, "utf-8")


@pytest.mark.pdf
def test_the_command_writes_one_file(bulletin: Run, workspace: Path) -> None:
    edit(workspace)
    code, said = render(bulletin, workspace)
    assert (code, said.splitlines()[0]) == (0, "Đã làm tài liệu trình: trinh.pdf")
    pages = pages_of((workspace / "trinh.pdf").read_bytes())
    assert all("DIỄN TẬP · DỰ THẢO" in text for text in pages)  # it was issued in an exercise


@pytest.mark.parametrize(
    ("until", "change", "answer"),
    [
        ("meeting:", {}, "chưa có gì để trình; các bên trao đổi rồi ghi kết quả vào “outcome”"),
        ("referral:", {"- unit: tuyen-giao": "- unit: ubnd"}, "chưa ghi ý kiến của Ban Tuyên giáo"),
        (
            "positions:",
            {"differing": "agreed\nagreement: Báo trước."},
            "các bên đã thống nhất ngày 20/11/2026",
        ),
        ("conclusion:", {"about: [ND-2026-0003]\n": ""}, "Chưa có giá trị cho khóa “about”"),
        ("conclusion:", {"chaired_by: dan-van": "chaired_by: tuyen-giao"}, "BT407"),
    ],
)
def test_what_cannot_be_referred_is_refused_with_what_is_missing(
    bulletin: Run, workspace: Path, until: str, change: dict[str, str], answer: str
) -> None:
    edit(workspace, change, until)
    code, told = render(bulletin, workspace)
    assert (code, answer in told) == (1, True), told
    assert not (workspace / "trinh.pdf").exists()


def test_a_consultation_that_does_not_exist_is_refused(bulletin: Run, workspace: Path) -> None:
    assert render(bulletin, workspace, "TD-2026-0009") == (
        2,
        "Không có bản ghi TD-2026-0009. Có phải TD-2026-0001?\n",
    )


def test_a_matter_that_names_no_content_is_refused(bulletin: Run, workspace: Path) -> None:
    edit(workspace, {"about: [ND-2026-0003]\n": "", "id: TD-2026-0001": "id: TD-2026-0002"})
    (workspace / SAMPLE).rename(workspace / SAMPLE.replace("0001", "0002"))
    code, told = render(bulletin, workspace, "TD-2026-0002")
    assert (code, "thiếu khóa “about”, nên chưa rõ trình nội dung nào" in told) == (1, True), told
