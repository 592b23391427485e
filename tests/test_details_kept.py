"""Every word of a detail is on page, paper and in the Word file, in its order, whatever it is."""

import re
from functools import cache

import pytest

from generator.base.readable import _HtmlReader
from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.model.ledger.ledger import Ledger
from generator.targets.word.word_file import docx_of
from generator.views.bulletin.bulletin_print import annex_job
from generator.views.context.site_context import SiteContext
from generator.views.site.record_page import make_record
from tests.exercise import Desk, head_of, plan
from tests.measure import read_aloud
from tests.official import job_of, official
from tests.prints import print_once
from tests.real_details import DETAILS, MANY
from tests.support import FACT, RECORDS
from tests.test_word import notes_of, opened
from tests.test_word import text_of as document_text

WORD = re.compile(r"[^\W_]+")
IDS = [f"TT-2026-{number:04}" for number in range(101, 101 + len(DETAILS))]
PAIRS = [*zip(IDS, DETAILS, strict=True)]
BODY = RECORDS[FACT].partition("nature:")[2]


@cache
def edition() -> Edition:
    """A bulletin that prints a piece of information with each of the details."""
    files: dict[str, str | bytes] = {}
    for record_id, details in zip(IDS, DETAILS, strict=True):
        path = f"information/2026/{record_id}"
        lines = "".join(f"  {line}\n" for line in details.split("\n"))
        files[f"content/records/{path}.yml"] = f"{head_of(path)}nature:{BODY}details: |-\n{lines}"
    return Desk(files | plan("BT-2026-0001", IDS)).issue("BT-2026-0001")


@cache
def paper() -> dict[str, str]:
    """In the order of the tagged text, which is that of whoever has the paper read aloud."""
    return by_title(
        " ".join(read_aloud(print_once(annex_job(edition(), None, Language.VI, b"{}"))))
    )


@cache
def word_file() -> dict[str, str]:
    """The same pieces of information in an official paper."""
    base, ours = official("dang-hd05-2026"), edition()
    records = {**base.records, **{name: ours.records[name] for name in IDS}}
    plan_of_both = {**base.plan, "include": [*base.plan["include"], *IDS]}
    both = base.model_copy(update={"records": records, "plan": plan_of_both})
    content = docx_of(job_of(both))
    return by_title(document_text(opened(content).element.body, notes_of(content)))


def by_title(said: str) -> dict[str, str]:
    """What stands under the title of each piece last: its details stand there."""
    _, *parts = re.split(r"Tiêu đề (TT-2026-\d{4})", said)
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return {record_id: without_repeated_head(words(part)) for record_id, part in pairs}


def without_repeated_head(told: str) -> str:
    """The head of a table stands again where the table goes on."""
    head = words(MANY.partition("\n")[0])
    before, found, after = told.partition(head)
    return f"{before}{found}{after.replace(head, ' ')}"


def page(record_id: str) -> str:
    context = SiteContext(Ledger((edition(),), {}, edition().issued_at), Language.VI)
    reader = _HtmlReader()
    reader.feed(make_record(context, record_id).body)
    return words("".join(reader.pieces))


def words(text: str) -> str:
    """The words of a text, between blanks; the dashes below the head of a table are none."""
    return f" {' '.join(WORD.findall(text))} "


def test_there_are_forty_different_details() -> None:
    assert len({*DETAILS}) == len(DETAILS) == 40


@pytest.mark.parametrize(("record_id", "details"), PAIRS, ids=IDS)
def test_the_page_has_every_word_in_its_order(record_id: str, details: str) -> None:
    assert words(details) in page(record_id)


@pytest.mark.pdf
@pytest.mark.parametrize(("record_id", "details"), PAIRS, ids=IDS)
def test_the_paper_has_every_word_in_its_order(record_id: str, details: str) -> None:
    assert words(details) in paper()[record_id]


@pytest.mark.parametrize(("record_id", "details"), PAIRS, ids=IDS)
def test_the_word_file_has_every_word_in_its_order(record_id: str, details: str) -> None:
    assert words(details) in word_file()[record_id]
