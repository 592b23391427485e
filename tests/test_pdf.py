"""The PDF: what it may read, what it is made of, and that it says what the edition says."""

import http.server
import json
import re
import shutil
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest

from generator.base.text import Language
from generator.model.edition.edition import Edition, body_digest
from generator.model.layouts import layout_of
from generator.targets.pdf.engine import pdf_key, render_pdf
from generator.views.bulletin.annex import has_annex
from generator.views.bulletin.bulletin_print import annex_job, bulletin_job
from generator.views.context.pdf_job import PdfJob
from tests.prints import print_once

pytestmark = pytest.mark.pdf

ROOT = Path(__file__).parents[1]
SHIPPED = {"Arimo", "Arimo-Bold", "Tinos", "Tinos-Bold", "Tinos-Bold-Italic", "Tinos-Italic"}
TEXT = "Nước sinh hoạt đạt quy chuẩn; thuở, quyển, ưỡn, nghiêng."


def job(html: str, **more: object) -> PdfJob:
    """A job of a few lines, as a card or bulletin would give it."""
    said: dict[str, Any] = {
        "html": f"<!doctype html><html lang=vi><body class=plain>{html}",
        "attachment": b'{"digest": "sha256:0"}\n',
        "attachment_name": "BT-2026-0003-v2.json",
        "title": "Bản tin nhanh số 3",
        "language": "vi",
        "created": "2026-11-20T09:00:00+07:00",
    }
    return PdfJob(**said | more)


def text_of(pdf: bytes, *options: str) -> str:
    ran = subprocess.run(
        ["pdftotext", "-raw", *options, "-", "-"], input=pdf, capture_output=True, check=True
    )
    return ran.stdout.decode()


def elements_of(opened: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [one for one in opened.objects if isinstance(one, pikepdf.Dictionary)]


def pages_of(pdf: bytes) -> list[str]:
    return text_of(pdf).split("\f")[:-1]


def body_of(pdf: bytes, kind: str = "bulletin") -> str:
    """What stands between the upper and lower margins, over the whole width, without list marks.

    Marks stand in a column of their own, which the copier puts at the end of a page.
    """
    figures = layout_of("masthead", kind).figures
    top = float(figures["margin-top"].removesuffix("mm")) * 72 / 25.4
    bottom = float(figures["margin-bottom"].removesuffix("mm")) * 72 / 25.4
    height = f"{842 - top - bottom:.0f}"
    text = text_of(pdf, "-x", "0", "-y", f"{top:.0f}", "-W", "596", "-H", height)
    return "\n".join(line for line in text.splitlines() if line.strip() != "•")


def fonts_of(pdf: bytes) -> dict[str, list[str]]:
    """Of every font its name without the tag of the subset: [embedded, subset, ToUnicode]."""
    ran = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True)
    rows = [line.split() for line in ran.stdout.decode().splitlines()[2:]]
    return {row[0].partition("+")[2]: row[-5:-2] for row in rows}


# ── what it may read ─────────────────────────────────────────────────────────────────────────


@pytest.fixture
def visits() -> Iterator[list[str]]:
    """A server on this machine that notes every address somebody asks it for."""
    seen: list[str] = []

    class Noting(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(302 if "moved" in self.path else 200)
            self.send_header("Location", "/after-the-redirect")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  as inherited
            del format, args

    server = http.server.HTTPServer(("127.0.0.1", 0), Noting)
    seen.append(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield seen
    server.shutdown()


HOSTILE = """
<link rel=attachment href="file://{canary}"><link rel=stylesheet href="{server}/link.css">
<style>@import "{server}/import.css"; @font-face {{font-family: X; src: url({server}/x.ttf)}}
p {{font-family: X; background: url({server}/background.png)}}</style>
<base href="{server}/base/"><p>{text}</p>
<img src="{server}/img.png"><img src="{server}/moved.png"><img srcset="{server}/set.png 2x">
<img src="file://{canary}"><img src="{canary}"><img src="relative.png">
<img src="../../../../etc/passwd"><img src="picture:../../../../etc/passwd">
<img src="\\\\host\\share\\a.png"><img src="file://host/share/a.png"><img src="//host/share/a.png">
<img src="data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'/%3E">
<svg width=9 height=9><title>x</title><image href="{server}/svg.png" width=9 height=9 />
<use href="{server}/use.svg#a" /><style>@import "{server}/svg.css";</style></svg>
<object data="{server}/object.svg"></object><embed src="{server}/embed.svg">
<iframe src="{server}/frame"></iframe><video poster="{server}/poster.png"></video>
<div style="background: url({server}/inline.png); list-style: url({server}/list.png)">x</div>
<div style="content: url(file://{canary})">x</div>
<a rel=attachment href="file://{canary}">tệp</a><script>1</script> hết
"""


def test_hostile_html_opens_no_connection_and_reads_no_file(
    visits: list[str], tmp_path: Path
) -> None:
    canary = tmp_path / "canary.json"
    canary.write_text("CANARY-7731")
    html = HOSTILE.format(server=visits[0], canary=canary, text=TEXT)
    pdf = render_pdf(job(html))
    assert visits[1:] == []
    with pikepdf.open(BytesIO(pdf)) as opened:
        streams = [one.read_bytes() for one in opened.objects if isinstance(one, pikepdf.Stream)]
        assert list(opened.attachments) == ["BT-2026-0003-v2.json"]
    assert not any(b"CANARY-7731" in stream for stream in (pdf, *streams))
    assert TEXT in text_of(pdf)
    assert "hết" in text_of(pdf)


_WATCHED = """
import sys
opened, called = set(), set()
def noting(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        opened.add(arguments[0])
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.posix_spawn", "urllib.")):
        called.add(event)
from tests.test_pdf import HOSTILE, TEXT, job
from generator.targets.pdf.engine import render_pdf
render_pdf(job("<p>the engine itself is loaded"))
sys.addaudithook(noting)
render_pdf(job(HOSTILE.format(server="http://127.0.0.1:9", canary=sys.argv[1], text=TEXT)))
open(sys.argv[1]).close()
print(*sorted(called), *sorted(opened), sep="\\n")
"""


def test_a_loaded_engine_opens_no_file_and_no_connection_and_starts_no_program(
    tmp_path: Path,
) -> None:
    """Python tells of all of them; one is opened on purpose, to see that it does.

    What is left is the engine's own description of the colours of a screen.
    """
    canary = tmp_path / "canary.json"
    canary.write_text("{}")
    command = [sys.executable, "-c", _WATCHED, str(canary)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    opened = [one for one in ran.stdout.split() if not one.endswith("/weasyprint/pdf/sRGB2014.icc")]
    assert opened == [str(canary)]


def test_an_image_is_shown_only_when_its_bytes_were_given() -> None:
    drawn = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9"/></svg>'
    )
    html = '<p>Ảnh: <img src="attachments/a.svg" alt="Trạm cấp nước số 2"></p>'
    without, given = (
        print_once(job(html)),
        print_once(job(html, images={"attachments/a.svg": drawn})),
    )
    assert "Trạm cấp nước số 2" in text_of(without)
    assert "Trạm cấp nước số 2" not in text_of(given)
    with pikepdf.open(BytesIO(given)) as opened:
        alternatives = [str(one.Alt) for one in elements_of(opened) if "/Alt" in one]
    assert alternatives == ["Trạm cấp nước số 2"]


# ── fonts and characters ─────────────────────────────────────────────────────────────────────


def test_only_the_shipped_fonts_are_in_the_file_all_embedded_and_readable() -> None:
    pdf = print_once(
        job(f"<h1>{TEXT}</h1><p>{TEXT} <b>{TEXT}</b> <i>{TEXT}</i> <code>{TEXT}</code>")
    )
    assert fonts_of(pdf) == {
        name: ["yes", "yes", "yes"]
        for name in ("Arimo", "Arimo-Bold", "Tinos", "Tinos-Bold", "Tinos-Italic")
    }


def test_a_character_that_the_fonts_lack_is_named_and_brings_no_other_font() -> None:
    pdf = print_once(job("<p>Xong ✓ rồi 😀, 中文, &#128512;, n\u200bối, ☎\ufe0f.</p>"))
    assert text_of(pdf).splitlines()[0] == "Xong ✓ rồi 😀, [U+4E2D…], 😀, nối, ☎."
    assert set(fonts_of(pdf)) == {"Tinos", "Arimo", "Signs"}
    assert page.validate_pdf_bytes(pdf, profile="ua-1").is_compliant


# ── the same bytes ───────────────────────────────────────────────────────────────────────────

_ELSEWHERE = """
import sys
from generator.targets.pdf.engine import render_pdf
from tests.test_pdf import SAMPLE
if sys.argv[1:]:
    render_pdf(SAMPLE._replace(html=SAMPLE.html.replace("quy", "khác")))
sys.stdout.buffer.write(render_pdf(SAMPLE))
"""
SAMPLE = job(
    f"<h1>{TEXT}</h1><h2>Việc</h2><table><thead><tr><th>Việc<th>Hạn</thead><tbody>"
    f"<tr><th scope=row>Lấy mẫu<td>21/11/2026</tbody></table><p>{TEXT * 40}</p>"
    '<svg viewBox="0 0 9 9" width="9" height="9"><title>Mã</title><path d="M0 0h9v9z"/></svg>'
)


def _rendered_elsewhere(
    seed: str, zone: str, spoken: str, *after: str, checkout: Path = ROOT, cwd: Path = ROOT
) -> "subprocess.Popen[bytes]":
    surroundings = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(checkout),
        "HOME": str(cwd),
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "LC_ALL": spoken,
    }
    command = [sys.executable, "-c", _ELSEWHERE, *after]
    return subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, cwd=cwd)


def test_the_bytes_depend_on_nothing_but_the_job() -> None:
    """Neither on hash seed, time zone and locale, nor on what the process has made before."""
    one = _rendered_elsewhere("1", "Asia/Ho_Chi_Minh", "C.UTF-8")
    other = _rendered_elsewhere("2", "America/Lima", "C", "after another document")
    assert one.communicate()[0] == other.communicate()[0] == render_pdf(SAMPLE)


def test_a_copy_of_the_program_in_another_folder_of_another_user_makes_the_same_bytes(
    tmp_path: Path,
) -> None:
    for part in ("generator", "theme", "tests"):
        shutil.copytree(ROOT / part, tmp_path / "copy" / part, ignore=_NOT_COPIED)
    home = tmp_path / "another home"
    home.mkdir()
    there = _rendered_elsewhere("3", "UTC", "C", checkout=tmp_path / "copy", cwd=home)
    assert there.communicate()[0] == render_pdf(SAMPLE)


_NOT_COPIED = shutil.ignore_patterns("__pycache__", "*.png")


def test_the_only_dates_are_those_of_the_issue() -> None:
    with pikepdf.open(BytesIO(print_once(SAMPLE))) as opened:
        attached = opened.attachments["BT-2026-0003-v2.json"].get_file()
        assert str(opened.docinfo["/CreationDate"]) == "D:20261120090000+07'00"
        assert str(opened.docinfo["/ModDate"]) == "D:20261120090000+07'00"
        assert attached.obj.Params.CreationDate == "D:20261120020000Z"


def test_a_key_follows_everything_a_pdf_is_made_of_and_loads_no_engine() -> None:
    changes: list[dict[str, Any]] = [
        {"html": "<p>khác"},
        {"attachment": b"{}"},
        {"attachment_name": "khac.json"},
        {"title": "Khác"},
        {"language": "en"},
        {"created": "2026-11-21T09:00:00+07:00"},
        {"images": {"a.png": b"1"}},
        {"images": {"a.png": b"2"}},
    ]
    keys = {pdf_key(SAMPLE), *(pdf_key(SAMPLE._replace(**change)) for change in changes)}
    assert len(keys) == len(changes) + 1
    assert pdf_key(SAMPLE) == pdf_key(SAMPLE._replace())
    asked = "import sys; from tests.test_pdf import *; pdf_key(SAMPLE);"
    asked += "print('weasyprint' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, check=True)
    assert ran.stdout == b"False\n"


# ── structure ────────────────────────────────────────────────────────────────────────────────


def test_header_cells_say_whether_they_name_a_column_or_a_row() -> None:
    with pikepdf.open(BytesIO(print_once(SAMPLE))) as opened:
        cells = [
            one
            for one in opened.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/TH"
        ]
        assert [str(cell.A.Scope) for cell in cells] == ["/Column", "/Column", "/Row"]


def test_a_list_keeps_its_structure_however_it_is_set_and_wherever_a_page_ends() -> None:
    lists = (
        "<dl><div><dt>Mức độ<dd>phức tạp</div><div><dt>Hạn<dd>21/11</div></dl>"
        "<dl class=rows>\n<div><dt>Mức độ<dd>phức tạp</div>\n<div><dt>Hạn<dd>21/11</div>\n</dl>"
        f"<ul><li>{TEXT}<dl><dt>Dấu hiệu<dd>{TEXT * 90}</dl><ul><li>con</ul><p>{TEXT * 90}</ul>"
        f'<p id=x><a href="#x"><span>TT-2026-0001</span><span> {TEXT}</span></a>'
    )
    pdf = print_once(job(f"<h1>{TEXT}</h1>{lists}"))
    assert [one.message for one in page.validate_pdf_bytes(pdf, profile="ua-1").failures] == []


def test_a_table_repeats_its_head_on_every_page_and_splits_no_row() -> None:
    rows = "".join(f"<tr><td>đầu{n}<br>1<br>2<br>3<br>4<br>cuối{n}<td>hạn" for n in range(40))
    pages = pages_of(print_once(job(f"<table><thead><tr><th>Việc<th>Hạn</thead>{rows}</table>")))
    assert len(pages) > 2
    for text in pages:
        assert "Việc" in text
        assert text.count("đầu") == text.count("cuối")


def test_no_heading_stands_alone_at_the_end_of_a_page() -> None:
    parts = "".join(
        f"<section><h2>Mục{n}</h2><h3>Phần{n}</h3><p>Câu{n} {TEXT * (n % 7 + 1)}</section>"
        for n in range(60)
    )
    pages = pages_of(print_once(job(parts)))
    assert len(pages) > 3
    for text in pages:
        assert text.count("Mục") == text.count("Phần") == text.count("Câu")


def test_opinions_side_by_side_keep_every_word_over_any_number_of_pages() -> None:
    opinions = "".join(
        f"<section class=position><h2>Đơn vị {one}</h2><p>{f'ý{one} ' * 1800}</section>"
        for one in range(3)
    )
    pages = pages_of(print_once(job(f"<div class=positions>{opinions}</div><p>sau cùng")))
    said = " ".join(pages).split()
    assert len(pages) > 1
    assert [said.count(f"ý{one}") for one in range(3)] == [1800] * 3
    assert len({pages[0].count(f"ý{one} ") for one in range(3)}) == 1
    assert "sau cùng" in pages[-1]


# ── a bulletin ───────────────────────────────────────────────────────────────────────────────

NAMES = ("BT-2026-0003/v2", "BT-2026-0005/v1", "BT-2026-0006/v1")


def frozen(name: str) -> bytes:
    """The file of an edition of this repository, which is never changed."""
    return (ROOT / f"content/editions/{name}.json").read_bytes()


@cache
def edition(name: str) -> Edition:
    return Edition.model_validate_json(frozen(name))


def bulletin(name: str) -> PdfJob:
    before = edition("BT-2026-0003/v1") if name == "BT-2026-0003/v2" else None
    return bulletin_job(edition(name), before, Language.VI, frozen(name))


@cache
def printed(name: str) -> bytes:
    return print_once(bulletin(name))


class Reading(HTMLParser):
    """The texts of a page as they are heard, in order; titles of evidence are not printed twice."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "meta"):
            hidden = tag in ("title", "svg") or ("class", "cite-title") in attrs
            self.inside.append("hidden" if hidden else tag)

    def handle_endtag(self, tag: str) -> None:
        self.inside.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and "hidden" not in self.inside:
            self.texts.append(" ".join(data.split()))


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_the_page_can_be_copied_out_whole_and_in_order(name: str) -> None:
    """Columns of a quick bulletin that go on overleaf are copied page by page, not in turn."""
    is_in_turn = bulletin(name).document != "quick"
    reading = Reading()
    reading.feed(bulletin(name).html)
    body = body_of(printed(name), bulletin(name).document)
    said = " ".join(re.sub(r"-\n", "-", body).split())  # a file's name may go on in the next line
    heard, place = said.upper(), 0
    for text in reading.texts:
        found = heard.find(text.upper(), place if is_in_turn else 0)
        assert found >= 0, f"{text!r} does not follow {said[place - 80 : place]!r}"
        place = found + len(text)
    assert said == unicodedata.normalize("NFC", said)
    right = layout_of("masthead", bulletin(name).document).figures["margin-right"]
    edge = f"{596 - float(right.removesuffix('mm')) * 72 / 25.4 + 3:.0f}"
    beyond_the_edge = text_of(printed(name), "-x", edge, "-y", "57", "-W", "40", "-H", "728")
    assert beyond_the_edge.split() == []
    assert len(reading.texts) > 100


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_the_records_is_printed(name: str) -> None:
    """In its paper or in the annex; of a quick bulletin those that it reports on; its evidence
    stands in the attached file."""
    job, content = bulletin(name), edition(name)
    said = folded(body_of(printed(name), job.document) + annex_of(content))
    is_quick = job.document == "quick"
    named = content.plan["include"] if is_quick else content.records
    told = [_reported(content.records[one]) if is_quick else content.records[one] for one in named]
    missing = [text for text in texts_of([content.plan, *told]) if folded(text) not in said]
    assert missing == []
    attached = folded(json.dumps(json.loads(job.attachment), ensure_ascii=False))
    everything = texts_of([content.plan, *content.records.values()])
    assert [text for text in everything if json_folded(text) not in attached] == []


def annex_of(content: Edition) -> str:
    """The text of the annex, which is a paper of its own."""
    job = annex_job(content, None, Language.VI, b"{}")
    return body_of(print_once(job), job.document) if has_annex(content) else ""


def _reported(record: Mapping[str, Any]) -> dict[str, Any]:
    """Without what a quick bulletin counts, and leaves to its page and to the attached file."""
    left = {**record}
    left["tasks"] = [one for one in record.get("tasks", ()) if one.get("status") != "done"]
    left["forecast"] = [] if record["id"].startswith("SV") else record.get("forecast", ())
    return left


def json_folded(text: str) -> str:
    return folded(json.dumps(text, ensure_ascii=False)[1:-1])


def texts_of(value: object) -> Iterator[str]:
    """The lines that people wrote: not keys, ids, dates or choices."""
    if isinstance(value, str):
        lines = [re.sub(r"^(- |\d+\. )", "", line.strip()) for line in value.splitlines()]
        yield from (line for line in lines if " " in line or not line.isascii())
    elif isinstance(value, Mapping):
        yield from (text for one in value.values() for text in texts_of(one))
    elif isinstance(value, list | tuple):
        yield from (text for one in value for text in texts_of(one))


def folded(text: str) -> str:
    """Without white space and Markdown's stars."""
    return re.sub(r"[\s*]", "", text)


@pytest.mark.parametrize("name", NAMES)
def test_a_bulletin_conforms_to_pdf_ua(name: str, tmp_path: Path) -> None:
    report = page.validate_pdf_bytes(printed(name), profile="ua-1")
    assert [(one.rule_id, one.message) for one in report.failures] == []
    assert report.rules.passed > 100
    (tmp_path / "a.pdf").write_bytes(printed(name))
    subprocess.run(["qpdf", "--check", tmp_path / "a.pdf"], check=True, capture_output=True)
    assert set(fonts_of(printed(name))) <= SHIPPED


def test_every_page_says_what_it_is_until_when_and_of_how_many() -> None:
    pages = pages_of(printed("BT-2026-0003/v2"))
    digest = edition("BT-2026-0003/v2").digest.removeprefix("sha256:")[:12]
    for number, text in enumerate(pages, 1):
        for said in (
            "BT-2026-0003 · phiên bản 2",
            "DIỄN TẬP",
            "Công khai",
            "18 giờ 00 ngày 19/12/2026",
            digest,
            f"Trang {number}/{len(pages)}",
        ):
            assert said in text


def test_a_correction_says_on_its_first_page_what_it_changed() -> None:
    first = " ".join(pages_of(printed("BT-2026-0003/v2"))[0].split())
    assert str(edition("BT-2026-0003/v2").change_note) in first
    assert "“12” thành “21”" in first


def test_the_last_page_is_signed_by_every_party_and_says_how_to_verify() -> None:
    """The chairing unit signs on the right, which is last in reading; the annex comes after."""
    pages = [" ".join(text.split()) for text in pages_of(printed("BT-2026-0003/v2"))]
    signed, last = pages[1], pages[-1]
    signing = signed[signed.find("PHÊ DUYỆT") :]
    places = [signing.find(unit) for unit in ("Ban Dân vận", "Ban Tuyên giáo", "Nơi nhận")]
    assert -1 not in places
    assert places == sorted(places)
    assert "bulletins/" not in last
    assert "còn mới nhất hay đã được thay, hỏi: Ban Tuyên giáo Quận ủy Hà Đông · 024" in last
    assert edition("BT-2026-0003/v2").digest in last
    assert "bulletin verify" in last
    with pikepdf.open(BytesIO(printed("BT-2026-0003/v2"))) as opened:
        drawn = [
            str(one.Alt)
            for one in opened.objects
            if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]
    assert drawn == []  # no code where the site has no address


def test_the_frozen_edition_is_attached_as_the_source() -> None:
    with pikepdf.open(BytesIO(printed("BT-2026-0006/v1"))) as opened:
        found = opened.attachments["BT-2026-0006-v1.json"].get_file().read_bytes()
        assert [str(one.AFRelationship) for one in opened.Root.AF] == ["/Source"]
    assert found == frozen("BT-2026-0006/v1")
    assert body_digest(json.loads(found)) == edition("BT-2026-0006/v1").digest


def test_reading_programs_show_title_language_and_sections() -> None:
    with pikepdf.open(BytesIO(printed("BT-2026-0006/v1"))) as opened:
        assert (
            str(opened.docinfo["/Title"]) == f"DIỄN TẬP: {edition('BT-2026-0006/v1').plan['title']}"
        )
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert opened.Root.Lang == "vi"
        with opened.open_outline() as outline:
            titles = [one.title for one in outline.root[0].children]
    assert titles[:2] == ["Điểm chính", "Đính chính từ kỳ trước"]
    assert titles[-1] == "Kiểm tra bản in này"


def test_what_is_not_issued_says_so_on_every_page_and_has_no_address() -> None:
    draft = print_once(bulletin_job(edition("BT-2026-0001/v1"), None, Language.VI, None))
    assert all("DIỄN TẬP · DỰ THẢO" in text for text in pages_of(draft))
    assert "bulletin verify" not in text_of(draft)
    with pikepdf.open(BytesIO(draft)) as opened:
        assert not opened.attachments


def test_a_bulletin_looks_like_no_official_document() -> None:
    for name in NAMES:
        said = text_of(printed(name)).upper()
        assert not any(
            form in said for form in ("CỘNG HÒA XÃ HỘI", "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐÃ KÝ")
        )


def test_a_bulletin_is_printed_in_english_too() -> None:
    html = bulletin_job(edition("BT-2026-0003/v2"), None, Language.EN, b"{}").html
    assert 'data-page="Page"' in html
    assert "To check this print" in html
