"""What no document may do to the office's computer: take hours, take all memory, leave the page."""

import gc
import hashlib
import os
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.base.diagnostics import BulletinError
from generator.targets.build import executor
from generator.targets.build.cache import Cache
from generator.targets.build.limits import Limits
from generator.targets.build.output import FileContent, Output
from generator.targets.build.tree import Tree
from generator.targets.pdf import engine as pdf
from generator.targets.pdf.engine import render_pdf
from generator.targets.pdf.own_process import made_apart
from generator.views.context.pdf_job import PdfJob
from tests.test_pdf import TEXT, job

pytestmark = pytest.mark.pdf

# A row in a row in a row: each is laid out several times for the one around it.
SLOW = job("<div class=signatures>" * 30 + TEXT + "</div>" * 30, title="Bản tin rất chậm")
QUICK = job(f"<p>{TEXT}", title="Bản tin nhanh")


def _apart(job: PdfJob) -> bytes:
    return made_apart(render_pdf, job, job.title)


@pytest.fixture
def a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is a second, so that nobody need wait for two minutes."""
    limits = Limits(seconds=1, seconds_a_page=0.1, grace=1)
    monkeypatch.setattr("generator.targets.build.limits.LIMITS", limits)


def test_two_minutes_and_a_second_a_page_are_allowed() -> None:
    assert (Limits().seconds, Limits().seconds_a_page) == (120, 1)


@pytest.mark.usefixtures("a_second")
@pytest.mark.parametrize("make", [render_pdf, _apart])
def test_a_document_that_takes_too_long_is_refused_by_name(
    make: Callable[[PdfJob], bytes],
) -> None:
    with pytest.raises(BulletinError) as refused:
        make(SLOW)
    assert "“Bản tin rất chậm”: quá 1 giây" in refused.value.sentence.vi
    assert "“Bản tin rất chậm” could not be printed: not done after 1 sec" in str(refused.value)
    assert make(QUICK).startswith(b"%PDF")


def _deep_in_c(job: PdfJob) -> bytes:
    """Hours in a function that does not come back to Python, which hears no clock there."""
    return hashlib.pbkdf2_hmac("sha256", job.html.encode(), b"", 2**31 - 1)


def _all_memory(job: PdfJob) -> bytes:
    return bytes(8 * 1024**3) + job.html.encode()


@pytest.mark.usefixtures("a_second")
def test_an_engine_that_does_not_come_back_is_ended_and_its_document_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "_laid_out", _deep_in_c)
    with pytest.raises(BulletinError) as refused:
        _apart(SLOW)
    assert "“Bản tin rất chậm”: máy đã ngắt giữa chừng vì quá giờ" in refused.value.sentence.vi


def test_a_document_that_takes_all_memory_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "_laid_out", _all_memory)
    with pytest.raises(BulletinError) as refused:
        render_pdf(SLOW)
    assert "“Bản tin rất chậm”: cần nhiều bộ nhớ hơn" in refused.value.sentence.vi
    assert len(bytearray(3 * 1024**3)) > 0  # the limit was that document's alone


def test_what_one_document_took_does_not_count_for_the_next() -> None:
    """The command collects no garbage by itself, and the engine's boxes name one another."""
    gc.disable()
    try:
        taken = {_boxes_after(QUICK) for _ in range(3)}
    finally:
        gc.enable()
    assert len(taken) == 1 and taken.pop() > 0


def _boxes_after(job: PdfJob) -> int:
    render_pdf(job)
    return sum("formatting_structure" in str(type(one).__module__) for one in gc.get_objects())


def _printed(job: PdfJob) -> FileContent:
    return FileContent(render_pdf(job))


def _build(folder: Path, *jobs: PdfJob) -> Tree:
    outputs = [
        Output(f"{n}.pdf", one.title, partial(_printed, one), lambda: [])
        for n, one in enumerate(jobs)
    ]
    outputs.append(Output("manifest.json", "", lambda: FileContent(b"{}")))
    tree = Tree(folder / "site", Cache(folder))
    tree.update(outputs, (), jobs=2)
    return tree


def _no_font(job: PdfJob) -> bytes:
    raise ValueError("no such font")


@pytest.mark.usefixtures("a_second")
@pytest.mark.parametrize(
    ("engine", "said"),
    [
        (pdf._laid_out, "“Bản tin rất chậm”: quá 1 giây"),
        (_no_font, "“Bản tin rất chậm”: bộ in báo lỗi (ValueError: no such font)"),
        (_deep_in_c, "“0.pdf”: máy đã ngắt giữa chừng"),
    ],
)
def test_a_document_that_cannot_be_made_is_named_and_all_others_are_made(
    engine: Callable[[PdfJob], object],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _build(tmp_path, QUICK)
    laid_out = pdf._laid_out
    monkeypatch.setattr(
        pdf, "_laid_out", lambda job: engine(job) if job.title == SLOW.title else laid_out(job)
    )
    tree = _build(tmp_path, SLOW, QUICK, QUICK._replace(title="Bản tin thứ ba"))
    assert [said in failure.sentence.vi for failure in tree.unmade.values()] == [True]
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [
        "1.pdf",
        "2.pdf",
        "manifest.json",
    ]
    monkeypatch.setattr(pdf, "_laid_out", laid_out)
    assert not _build(tmp_path, QUICK, QUICK).unmade


def test_workers_are_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "_ROUND", 4)
    workers = list(executor.spread_apart(lambda _: os.getpid(), range(12), jobs=1))
    assert [len(set(workers[first : first + 4])) for first in (0, 4, 8)] == [1, 1, 1]
    assert len(set(workers)) == 3


def test_every_item_but_the_deadly_ones_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def deadly(number: int) -> int:
        if number in (3, 9):
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    monkeypatch.setattr(executor, "_ROUND", 8)
    made = list(executor.spread_apart(deadly, range(12), jobs=2))
    assert made == [None if number in (3, 9) else number for number in range(12)]
