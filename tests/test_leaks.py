"""What is about to be published is searched once more: nothing slips past the rules."""

import re
from pathlib import Path

import orjson
import pytest

from generator.base.diagnostics import Refused
from generator.base.digest import digest_bytes
from generator.base.text import Language
from generator.guard.allowance import Allowance, phones_in
from generator.guard.scan import sightings
from generator.model.ledger.text_sources import sources
from generator.targets.build import output_guard
from generator.targets.build import plan as plan_module
from generator.targets.build.executor import spread
from generator.targets.build.inputs import Wish
from generator.targets.build.known_texts import KnownTexts, form_of
from generator.targets.build.output import FileContent, Output
from generator.targets.build.output_guard import Guard
from generator.targets.build.plan import Plan, plan_of
from generator.targets.site import outputs, shell
from generator.views.context.page import Page
from generator.views.context.pdf_job import PdfJob
from generator.views.context.site_context import SiteContext
from generator.views.machine.machine_context import MachineContext
from tests.exercise import RECORDS, Desk, record_files, week
from tests.exercise import plan as planned
from tests.machine import recall
from tests.support import pdf

PLANTED = "0912 345 678"
TESTS = Path(__file__).parent
GUARD = Guard(Allowance(phones=phones_in("024 3355 7788")), week().ledger())


def made(path: str, content: str | bytes) -> FileContent:
    raw = content if isinstance(content, bytes) else content.encode()
    return GUARD.guarded(Output(path, "k", lambda: FileContent(raw))).make()


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a/index.html", f"<p>Hỏi <b>0912</b> 345 678</p><p>{'x' * 9}</p>"),
        ("a/index.html", f'<img alt="Gọi {PLANTED}" src="a.png">'),
        ("a/index.html", f'<meta name="description" content="Gọi {PLANTED}">'),
        ("feed.json", f'{{"text": "Gọi {PLANTED}"}}'),
        ("search/parts/t0-1.js", f'searchPart(["t0",[["a/","","","","Gọi\\n{PLANTED}"]]]);'),
        (
            "search/parts/columns.js",
            'searchPart(["columns",{"areas":{"x":"!"}}]);\nsearchPart(["0-0",{"goi":["gọi","!",""]}]);\n'
            f'searchPart(["t0",[["a/","","","","Gọi\\n{PLANTED}"]]]);\n',
        ),
        ("feed.json", f'{{"text": "Gọi\\n \\"{PLANTED}\\""}}'),
        ("feed.json", f'{{"Gọi {PLANTED}": 1}}'),
        ("feed.xml", f"<feed><summary>Gọi {PLANTED}</summary></feed>"),
        ("feed.xml", f'<feed><link title="Gọi {PLANTED}"/></feed>'),
        ("calendar.ics", f"DESCRIPTION:Gọi {PLANTED[:8]}\r\n {PLANTED[8:]}\r\n"),
    ],
)
def test_a_finished_file_that_gives_somebody_away_is_refused(
    path: str, content: str | bytes
) -> None:
    with pytest.raises(Refused) as refused:
        made(path, content)
    assert PLANTED not in refused.value.sentence.vi


@pytest.mark.parametrize(
    "job",
    [
        PdfJob(f"<td>Hỏi</td><td>{PLANTED}</td>", "Bản tin", "vi", ""),
        PdfJob("<p>Bản tin</p>", "Nguyễn Văn Thu", "vi", ""),
        PdfJob("<p>Bản tin</p>", "Bản tin", "vi", "", denser=(f"<p>Hỏi {PLANTED}</p>",)),
    ],
    ids=["sheet", "title", "smaller type"],
)
def test_a_sheet_that_gives_somebody_away_is_not_even_printed(job: PdfJob) -> None:
    printed: list[str] = []

    def engine() -> FileContent:
        printed.append("sheet")
        return FileContent(b"")

    sheet = Output("a.pdf", "k", engine, lambda: job.shown)
    with pytest.raises(Refused):
        GUARD.guarded(sheet).make()
    assert not printed


def test_a_sheet_of_which_nobody_knows_what_it_says_is_not_published() -> None:
    with pytest.raises(Refused, match=re.escape(".pdf")):
        made("a.pdf", pdf("Ban tin"))
    assert made("attachments/a.pdf", pdf("Ban tin"))


@pytest.mark.parametrize("name", ["x.csv", "x.md", "x.vcf", "x.docx", "x.svgz", "x", ".htaccess"])
def test_a_sort_of_file_that_nobody_can_look_into_is_not_published(name: str) -> None:
    with pytest.raises(Refused, match=re.escape(name)):
        made(name, "Không có gì riêng tư ở đây.")


def test_a_table_of_ours_is_looked_into_cell_by_cell() -> None:
    assert made("dashboard/x.csv", '"Việc, hai dòng\r\nkhông có gì riêng",UBND phường')
    with pytest.raises(Refused, match="BT501"):
        made("dashboard/x.csv", f'Việc,"Gọi ""{PLANTED}"""')
    with pytest.raises(Refused, match=re.escape("attachments/x.csv")):
        made("attachments/x.csv", "Việc")


@pytest.mark.parametrize("name", ["x.svg", "x.js", "x.webmanifest", "x.TXT", "x.json", "x.HTML"])
def test_every_other_text_is_looked_into_whatever_its_ending(name: str) -> None:
    with pytest.raises(Refused, match="BT501"):
        made(name, f'<p>"Gọi {PLANTED}"</p>')


@pytest.mark.parametrize(
    ("clean", "leak"),
    [
        ("Ghi ngày 12/3/2026, xem TT-2026-0285.", f"Ghi ngày 02/3/2026, xem {PLANTED}."),
        ("TT-2026-0001 · số 12", "TT-2026-0912 345 678"),
        ("xem ngày 12/3/2026", "xem ngày 12/3/2026 0912 345 678"),
        ("TT-2026-0285 ngày 12/3/2026", "TT-2026-0285 sinh ngày 12/3/2026"),
    ],
)
def test_of_texts_that_differ_only_in_our_ids_and_days_one_is_judged(clean: str, leak: str) -> None:
    made("a.txt", clean)
    assert not GUARD.known.unknown([clean])
    with pytest.raises(Refused):
        made("a.txt", leak)


def test_an_id_and_a_day_make_no_difference_to_what_is_known() -> None:
    line = "Kết luận ngày {}: {} · {}"
    made("a.txt", line.format("12/3/2026", "TT-2026-0285", "../events/SV-2026-0001/x.pdf"))
    other = line.format("25/9/2026", "TT-2026-1306", "../events/SV-2026-1310/x.pdf")
    assert not GUARD.known.unknown([form_of(other)])
    with_phone = line.format("25/9/2026", "TT-2026-1306", PLANTED)
    assert GUARD.known.unknown([form_of(with_phone)])


def test_what_a_worker_finds_clean_all_others_know() -> None:
    known = KnownTexts(1)
    texts = [f"Văn bản thứ {number}" for number in range(3000)]
    assert list(spread(lambda text: known.add([text]), texts[:300], jobs=2, least=1))
    assert len(known.unknown(texts[:300])) < 30 and known.unknown(texts[300:]) == texts[300:]
    known.add(texts)  # more than the table holds
    assert not known.unknown(texts)


def test_what_the_guard_sees_in_a_text_does_not_hang_on_its_ids_and_days() -> None:
    files = (path for folder in ("guard", "rules") for path in (TESTS / folder).rglob("*.*"))
    lines = {line for path in files for line in path.read_text("utf-8").splitlines()}
    forms = {line: form_of(line) for line in lines if form_of(line) != line}
    assert len(forms) > 300
    for line, form in forms.items():
        assert [s.code for s in sightings(line)] == [s.code for s in sightings(form)], line


def _frame(plan: Plan, folder: Path) -> Path:
    """What MkDocs would have left: a shell for every section and depth."""
    for name in plan.shells:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"<title>{shell.TITLE}</title>{shell.BODY}", "utf-8")
    return folder


@pytest.mark.parametrize("name", ["a.csv", "guide/mau.docx"])
def test_nothing_of_an_unknown_sort_comes_in_beside_the_guard(
    name: str, workspace: Path, tmp_path: Path
) -> None:
    """Neither with the frame, which holds the guide, nor derived from other files."""
    plan = plan_of(workspace, Wish(at="2026-11-23T18:00+07:00", with_pdf=False))
    frame = _frame(plan, tmp_path / "frame")
    assert outputs.outputs(plan, frame)
    (frame / name).parent.mkdir(exist_ok=True)
    (frame / name).write_bytes(b"?")
    with pytest.raises(Refused, match=re.escape(name)):
        outputs.outputs(plan, frame)
    derived = output_guard.with_known_sorts(
        lambda *_: [Output(name, "k", lambda: FileContent(b"?"))]
    )
    with pytest.raises(Refused, match=re.escape(name)):
        derived({}, tmp_path)


def test_a_refusal_names_the_record_and_the_key_that_say_it() -> None:
    files = record_files()
    path = f"{RECORDS}/message/2026/ND-2026-0001.yml"
    files[path] = str(files[path]).replace("Nấu ăn được như thường.", f"Gọi {PLANTED} để hỏi.")
    desk = Desk(files | planned("BT-2026-0001", ["ND-2026-0001"]))
    desk.issue("BT-2026-0001")
    guard = Guard(GUARD.allowance, desk.ledger())
    page = Output("a/index.html", "k", lambda: FileContent(b"<p>0912345678</p>"))
    with pytest.raises(Refused) as refused:
        guard.guarded(page).make()
    said = "lấy từ ND-2026-0001, mục “answers.1.answer” (bản BT-2026-0001/v1)"
    assert said in refused.value.sentence.vi
    recalled = desk.ledger("2026-12-02T08:00+07:00", recall())
    (source,) = sources(recalled, "có kết quả mới")
    assert source.vi == "lấy từ lệnh thu hồi ND-2026-0001, mục “reason”"
    with pytest.raises(Refused) as ours:
        GUARD.guarded(page).make()
    assert "giao diện hoặc chương trình" in ours.value.sentence.vi


def test_what_belongs_in_a_page_passes() -> None:
    digest = "sha256:" + "001085012345" * 5 + "abcd"
    page = f"<p>Hỏi 024 3355 7788; số 112/TTYT ngày 18/11/2026</p><code>{digest}</code>"
    assert made("a/index.html", page)


def test_the_check_mark_of_an_edition_is_no_number_of_a_person(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plan_of(workspace, Wish(at="2026-11-23T18:00+07:00", with_pdf=False))
    mark = "066085012397"  # twelve of sixteen digits, as one digest in three hundred begins
    page = f"<p>Mã kiểm tra: {mark}</p>"
    with pytest.raises(Refused):
        GUARD.guarded(Output("a/index.html", "k", lambda: FileContent(page.encode()))).make()
    monkeypatch.setattr(plan_module, "digest12", lambda _: mark)
    marked = plan.guard.guarded(Output("a/index.html", "k", lambda: FileContent(page.encode())))
    assert marked.make()


def test_no_id_that_we_make_up_ourselves_is_a_number_of_a_person() -> None:
    """A feed's `urn:uuid` forbade one build in 1,250 for ever: nobody could edit it away."""
    context = SiteContext(week().ledger(), Language.VI)
    source = MachineContext(context, "Bản tin", "https://example.vn/")
    hundred_thousand = (digest_bytes(str(number).encode()) for number in range(100_000))
    digests = [one for one in hundred_thousand if _has_digits(source, one)]
    urns = [source.urn("edition", one) for one in digests]
    assert len(digests) > 10_000
    feed = "".join(f"<entry><id>{one}</id></entry>" for one in urns)
    lines = (f"UID:BT-2026-0001-next-issue@{one.removeprefix('urn:uuid:')}" for one in urns)
    files = {one: f"../../attachments/{one[7:19]}/so-do.png" for one in digests}
    assert made("feed.xml", f"<feed>{feed}</feed>")
    assert made("calendar.ics", "\r\n".join(lines))
    assert made("api/v1/record.json", orjson.dumps([files, urns]))
    assert made("index.html", "".join(f'<a href="{one}">Sơ đồ</a>' for one in files.values()))


def _has_digits(source: MachineContext, digest: str) -> bool:
    """Whether an id made of it has as many digits on end as the shortest number looked for."""
    made_of_it = source.urn("edition", digest).replace("-", ""), digest[7:19]
    return any(re.search(r"\d{7}", one) for one in made_of_it)


def test_a_number_planted_by_the_theme_stops_the_build(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plan_of(workspace, Wish(at="2026-11-23T18:00+07:00", with_pdf=False))
    made = outputs.outputs(plan, _frame(plan, tmp_path / "frame"))
    pages = [o for o in made if o.path.startswith("messages/") and o.path.endswith(".html")]
    assert all(page.make().content for page in pages)
    fill = shell.fill

    def planted(cut: shell.Shell, page: Page, base_url: str) -> str:
        return fill(cut, page, base_url) + f"<footer>Gọi {PLANTED}</footer>"

    monkeypatch.setattr(shell, "fill", planted)
    with pytest.raises(Refused):
        pages[0].make()
