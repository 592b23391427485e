"""A section of a bulletin is declared once; pages and papers place what it holds."""

import re

import pytest
from jinja2 import ChoiceLoader, DictLoader

from generator.base.text import Language
from generator.model.edition.edition import Edition
from generator.model.kinds.bulletin import BulletinKind
from generator.model.kinds.event import Event
from generator.views.bulletin import sections
from generator.views.bulletin.document import annex_apart, document, paper
from generator.views.bulletin.section import DocumentSection, Section, parts
from generator.views.bulletin.sections import ORDERS, SECTIONS
from generator.views.bulletin.selection import every
from generator.views.catalogue.labels import labels
from generator.views.context.edition_context import NOTHING_LATER, Later
from generator.views.context.templates import environment
from tests.test_fields_shown import frozen

# What the full records give nothing to: a kind without a block, a matter on which all agree.
EMPTY = {
    BulletinKind.PERIODIC: {"others", "consultations"},
    BulletinKind.MEETING: {"others", "consultations", "minutes"},  # lines to write on, on paper
    BulletinKind.QUICK: {"people"},  # its short text asks for nothing: paper says it once
}
KINDS = pytest.mark.parametrize("kind", BulletinKind, ids=str)
ADDED = Section(
    key="contacts-of-events",
    label="event_contact",
    holds=parts(every(Event), "contact"),
    page="page/added",
    paper="paper/added",
)
TEMPLATE = "{%% for one in parts %%}<p>%s: {{ one.block.contact.unit }}</p>{%% endfor %%}"
TEMPLATES = {f"sections/{name}/added.html": TEMPLATE % name for name in ("page", "paper")}


def edition(kind: BulletinKind, included: int = 1) -> Edition:
    """An edition with a full record of every kind; it includes every record, or one in so many."""
    full = frozen()
    include = sorted(full.records)[::included]
    plan = {**full.plan, "kind": kind.value, "form": "masthead", "include": include}
    return full.model_copy(update={"plan": plan})


def on_page(issued: Edition) -> tuple[DocumentSection, ...]:
    return document(issued, Language.VI, None).sections


def on_paper(issued: Edition, later: Later = NOTHING_LATER) -> tuple[DocumentSection, ...]:
    return tuple(section for part in parts_on_paper(issued, later) for section in part)


def parts_on_paper(
    issued: Edition, later: Later = NOTHING_LATER
) -> tuple[tuple[DocumentSection, ...], ...]:
    """The paper of a bulletin and that of its annex."""
    printed = paper(issued, Language.VI, None, later)
    apart = annex_apart(issued, Language.VI, None, later).sections
    return (*printed.sections, *printed.annex), apart


def test_of_several_who_answer_each_says_of_what_and_what_is_refused_twice_stands_once() -> None:
    full = edition(BulletinKind.QUICK)
    asked = [one for one in full.records if one.startswith(("SV", "ND"))]
    named = [unit for unit in full.names.units if full.names.units[unit].contact]
    refused = {"do_not_say": full.records["ND-2026-0001"]["do_not_say"]}
    same = {
        one: {**full.records[one], "contact": named[0], **(refused if one < "O" else {})}
        for one in asked
    }
    one_contact = full.model_copy(update={"records": {**full.records, **same}})
    html = {one.id: str(one.html) for one in on_paper(one_contact)}
    assert html["do-not-say"].count("<li>") == len(refused["do_not_say"])
    assert "Trả lời về" not in html["contact"]
    same["ND-2026-0001"] = {**same["ND-2026-0001"], "contact": named[1], "title": "Việc khác"}
    two = full.model_copy(update={"records": {**full.records, **same}})
    html = {one.id: str(one.html) for one in on_paper(two)}
    assert html["contact"].count("Trả lời về: ") == 2
    assert "Trả lời về: Việc khác</p>" in html["contact"]


def test_a_section_is_one_entry_its_place_and_two_templates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    templates, order = environment(), ORDERS[BulletinKind.PERIODIC]
    assert templates.loader is not None
    longer = order._replace(rows=(*order.rows, ((ADDED.key,),)))
    monkeypatch.setattr(
        templates, "loader", ChoiceLoader([DictLoader(TEMPLATES), templates.loader])
    )
    monkeypatch.setattr(sections, "SECTIONS", (*SECTIONS, ADDED))
    monkeypatch.setattr(sections, "ORDERS", {**ORDERS, BulletinKind.PERIODIC: longer})
    issued = edition(BulletinKind.PERIODIC)
    (page,) = (one for one in on_page(issued) if one.id == ADDED.key)
    (sheet,) = (one for one in on_paper(issued) if one.id == ADDED.key)
    assert page.html.startswith("<p>page: ")
    assert sheet.html.startswith("<p>paper: ")
    assert page.title == sheet.title == labels(Language.VI)["event_contact"]
    assert ADDED.key not in [one.id for one in on_page(edition(BulletinKind.QUICK))]


@KINDS
def test_a_section_has_one_heading_on_page_and_paper(kind: BulletinKind) -> None:
    """A word that is changed for one is changed for the other."""
    page = {one.id: one.title for n in (1, 2) for one in on_page(edition(kind, n))}
    sheet = {one.id: one.title for n in (1, 2) for one in on_paper(edition(kind, n))}
    shared = page.keys() & sheet.keys()
    rows = {key for row in ORDERS[kind].rows for column in row for key in column}
    main = {one.anchor or one.key for one in SECTIONS if one.key in rows}
    assert main - shared == EMPTY[kind]
    assert {key: page[key] for key in shared} == {key: sheet[key] for key in shared}
    words = {(one.anchor or one.key, labels(Language.VI)[one.label]) for one in SECTIONS}
    assert {*page.items(), *sheet.items()} <= words


def test_every_section_has_a_place_and_every_place_one_section() -> None:
    placed = {
        key
        for order in ORDERS.values()
        for key in (
            *(*order.page, *order.annex, *order.apart),
            *(k for row in order.rows for c in row for k in c),
        )
    }
    keys = [one.key for one in SECTIONS]
    assert placed == {*keys}
    assert len(keys) == len({*keys})


@KINDS
@pytest.mark.parametrize("included", [1, 2, 3])
def test_a_link_on_paper_leads_to_what_it_prints(kind: BulletinKind, included: int) -> None:
    issued = edition(kind, included)
    every = set[str]()
    for part in parts_on_paper(issued):
        html = "".join(one.html for one in part)
        ids, links = ({*re.findall(rf' {name}="#?([A-Z][^"]+)"', html)} for name in ("id", "href"))
        assert links <= ids
        every |= links
    assert every


def test_paper_leaves_out_words_that_people_stopped_wherever_an_event_says_them() -> None:
    issued = edition(BulletinKind.PERIODIC)
    event = next(issued.record(name) for name in issued.records if name.startswith("SV"))
    assert isinstance(event, Event)
    stopped = {event.known[0].text, event.unknown[0], event.doing[0].text}
    as_issued = "".join(one.html for one in on_paper(issued))
    now = "".join(one.html for one in on_paper(issued, Later((), {}, stopped.__contains__)))
    assert all(re.search(rf"<li>{text} ?<", as_issued) for text in stopped)
    assert not any(re.search(rf"<li>{text} ?<", now) for text in stopped)
    assert "trio-part" in now
    assert labels(Language.VI)["sentence_left_out"] in now


def test_what_a_periodic_bulletin_does_not_leave_out_says_none() -> None:
    issued = edition(BulletinKind.PERIODIC)
    bare = issued.model_copy(
        update={"records": {k: v for k, v in issued.records.items() if k.startswith("VB")}}
    )
    none = labels(Language.VI)["none"]
    for shown in (on_page(bare), on_paper(bare)):
        (matters,) = (one for one in shown if one.id == "differing")
        assert matters.html == f"<p>{none}</p>"
    quick = bare.model_copy(update={"plan": {**bare.plan, "kind": "quick"}})
    assert "differing" not in [one.id for one in (*on_page(quick), *on_paper(quick))]
