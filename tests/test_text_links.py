"""Links in running text: every telephone number, and every id that has a page."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.targets.site.guide import rule_pages
from generator.views.context.text_links import linked, phone_href
from tests.page_types import addresses, file_of

PRINTED = re.compile(r"\b0(?:[ .]?\d){8,10}\b")


class Unlinked(HTMLParser):
    """The telephone numbers that a page prints outside of links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.depth, self.found = 0, list[str]()
        self.links = list[tuple[str, str]]()
        self.href = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.href = dict(attrs).get("href") or ""
        self.depth += tag in ("a", "code", "script")

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag in ("a", "code", "script")

    def handle_data(self, data: str) -> None:
        if self.depth == 0:
            self.found += PRINTED.findall(data)
        elif self.href.startswith("tel:"):
            self.links.append((self.href, data))


@pytest.mark.parametrize("folder", ["messages", "events", "units"])
def test_every_printed_telephone_number_is_a_link(folder: str, sample_site: Path) -> None:
    pages = [one for one in addresses(sample_site) if one.startswith(f"{folder}/")]
    read = [Unlinked(file_of(sample_site, one).read_text("utf-8")) for one in pages]
    assert [page.found for page in read if page.found] == []
    links = {link for page in read for link in page.links}
    assert ("tel:02400000002", "024 0000 0002") in links
    assert not [text for _, text in links if "(" in text]


@pytest.mark.parametrize(
    ("said", "href"),
    [
        ("024 3382 1234", "tel:02433821234"),
        ("(024) 3382.1234 (trực ban)", "tel:02433821234"),
        ("+84 24 3382 1234", "tel:+842433821234"),
        ("Số 1900 6789, cả ngày", "tel:19006789"),
        ("", ""),
        ("chưa có số", ""),
    ],
)
def test_the_link_of_a_number(said: str, href: str) -> None:
    assert phone_href(said) == href


@pytest.mark.parametrize(
    "html",
    [
        "<p>ngày 08/11/2026, số 012/QĐ-UBND</p>",
        "<code>0123456789</code>",
        '<a href="x">024 3382 1234</a>',
        '<p title="024 3382 1234">x</p>',
        "<p>0,123456789 và 012345678901234</p>",
        "<summary>gọi 024 3382 1234</summary>",
    ],
)
def test_what_is_no_number_or_a_control_already_is_left_alone(html: str) -> None:
    assert linked(html) == html


def test_ids_in_running_text_are_links_when_they_have_a_page() -> None:
    pages = {"TD-2026-0001": "../TD/", "BT-2026-0003/v2": "../v2/"}
    html = (
        "<p>Xem TD-2026-0001, BT-2026-0003/v2,"
        ' ND-2026-0009. <b class="record-id">TD-2026-0001</b></p>'
    )
    assert linked(html, lambda one: pages.get(one, "")) == (
        '<p>Xem <a href="../TD/">TD-2026-0001</a>, <a href="../v2/">BT-2026-0003/v2</a>,'
        ' ND-2026-0009. <b class="record-id">TD-2026-0001</b></p>'
    )


def test_the_texts_of_a_record_lead_to_what_they_name(sample_site: Path) -> None:
    html = file_of(sample_site, "information/TT-2026-0007/").read_text("utf-8")
    assert 'thống nhất <a href="../../consultations/TD-2026-0001/">TD-2026-0001</a>' in html


def test_a_rule_begins_in_vietnamese_and_leads_on() -> None:
    pages = dict(rule_pages())
    text = pages["guide/rules/BT102.md"]
    reason, english = text.index("không ai biết giá trị nào"), text.index("*English:")
    assert reason < english < text.index("## Sai")
    assert re.search(r"Trước: \[BT101 .+\]\(BT101\.md\) · Tiếp: \[BT103 .+\]\(BT103\.md\)", text)
    assert [one for one, page in pages.items() if "index.md)" not in page] == [
        "guide/rules/index.md"
    ]
