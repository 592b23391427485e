"""Feeds: recalls and corrections first, each entry for ever the same, valid in both formats."""

from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest

from generator.base.text import Language
from generator.model.edition.edition import Relation
from generator.views.machine.feed import MOST_ENTRIES
from tests.exercise import INCLUDED, Desk, plan, record_files, text_of, week
from tests.machine import SITE, Files, recall
from tests.support import REGISTRY

WITHHELD = "Cắt nước đêm thứ bảy"
# Ends of CDATA and of scripts, entities, letters outside the basic plane, quotes.
HOSTILE = "A ]]> B </script><script>x()</script> &amp; < \" ' 🚱 \\, ; end"


@pytest.fixture(scope="module")
def files() -> Files:
    return Files(week().ledger())


def atom(files: Files, path: str = "feed.xml", base: str = SITE) -> Any:  # noqa: ANN401  feedparser has no types
    """The feed as feedparser reads it when it was found at this address."""
    headers = {"content-location": base + path, "content-type": "application/atom+xml"}
    read = feedparser.parse(files.made[path], response_headers=headers)
    assert not read.bozo, read.get("bozo_exception")
    return read


def subjects(files: Files, path: str = "feed.json") -> list[str]:
    return [item["_bulletin"]["about"] for item in files.json(path)["items"]]


def test_recalls_stand_first_then_corrections_then_the_newest() -> None:
    desk = week()
    desk.files |= plan("BT-2026-0003", INCLUDED[:1], "quick")
    desk.issue("BT-2026-0003")
    recalled = Files(desk.ledger("2026-12-02T08:00+07:00", recall(at="2026-12-01T11:00+07:00")))
    order = ["ND-2026-0001", "BT-2026-0002/v2", "BT-2026-0003/v1", "BT-2026-0002/v1"]
    assert subjects(recalled)[:4] == order
    assert [entry.id for entry in atom(recalled).entries] == [
        item["id"] for item in recalled.json("feed.json")["items"]
    ]


def test_a_correction_of_long_ago_stands_where_its_time_puts_it() -> None:
    desk = week()
    desk.files |= plan("BT-2026-0003", INCLUDED[:1], "quick")
    desk.issue("BT-2026-0003")
    later = desk.editions[-1].model_copy(
        update={"issued_at": desk.editions[-1].issued_at.replace(month=12, day=30)}
    )
    desk.editions = (*desk.editions[:-1], later)
    assert subjects(Files(desk.ledger("2026-12-31T08:00+07:00")))[0] == "BT-2026-0003/v1"


def test_an_entry_says_when_why_what_changed_and_until_when(files: Files) -> None:
    (correction,) = (e for e in atom(files).entries if "BT-2026-0002/v2" in e.title)
    assert correction.title.startswith("DIỄN TẬP · Đính chính: ")
    for said in (
        "Phát hành lúc 11 giờ 00 ngày 01/12/2026.",
        "Số mẫu đúng là 12.",
        "Thay đổi: TT-2026-0001",
        "“21” thành “12”",
        "Nội dung thống nhất có hiệu lực đến 8 giờ 00 ngày 20/12/2026.",
    ):
        assert said in correction.summary
    page = files.pages["bulletins/BT-2026-0002/v2/"]
    assert "“21” thành “12”" in text_of(page.body)


def test_an_older_version_names_the_newer_one_and_is_updated_with_it(files: Files) -> None:
    items = {one["_bulletin"]["about"]: one for one in files.json("feed.json")["items"]}
    old, new = items["BT-2026-0002/v1"], items["BT-2026-0002/v2"]
    assert "Đã có bản mới hơn: BT-2026-0002/v2." in old["content_text"]
    assert old["date_modified"] == new["date_published"] > old["date_published"]


def test_a_recall_says_who_when_why_and_never_what_was_said() -> None:
    files = Files(week().ledger("2026-12-02T08:00+07:00", recall()))
    entry = atom(files).entries[0]
    assert entry.title == "DIỄN TẬP · Thu hồi Tiêu đề ND-2026-0001 (ND-2026-0001)"
    assert "Ban Dân vận thu hồi lúc 20 giờ 00 ngày 01/12/2026." in entry.summary
    assert "Có kết quả mới." in entry.summary
    assert "Nước đạt quy chuẩn và dùng được." not in entry.summary


def test_ids_and_times_follow_from_the_content_alone(files: Files) -> None:
    later, elsewhere = Files(week().ledger("2026-12-09T08:00+07:00")), Files(week().ledger(), SITE)
    for path in ("feed.xml", "feed.json", "events/SV-2026-0001/feed.xml"):
        assert later.made[path] == files.made[path]
        assert later.keys[path] == files.keys[path] != elsewhere.keys[path]
    ids = [item["id"] for item in files.json("feed.json")["items"]]
    assert ids == [item["id"] for item in elsewhere.json("feed.json")["items"]]
    assert len({*ids}) == len(ids) and all(one.startswith("urn:uuid:") for one in ids)
    assert files.json("feed.json")["_bulletin"]["id"] not in ids


def test_atom_has_all_that_the_format_demands(files: Files) -> None:
    for path in (path for path in files.made if path.endswith(".xml")):
        feed = atom(files, path).feed
        assert feed.id.startswith("urn:uuid:") and feed.title and feed.updated_parsed
        assert feed.author and feed.language == "vi"
        for entry in atom(files, path).entries:
            assert entry.id and entry.title and entry.updated_parsed and entry.published_parsed
            assert entry.summary and entry.link


def test_json_feed_has_all_that_the_format_demands() -> None:
    for base_url in ("", SITE):
        files = Files(week().ledger(), base_url)
        for path in (path for path in files.made if path.endswith("feed.json")):
            feed = files.json(path)
            assert feed["version"] == "https://jsonfeed.org/version/1.1"
            assert feed["title"] and isinstance(feed["items"], list)
            assert {"home_page_url", "feed_url"} <= feed.keys() or not base_url
            for item in feed["items"]:
                assert isinstance(item["id"], str) and item["id"]
                assert item["content_text"] and isinstance(item["tags"], list)
                whole = [item.get("url"), feed.get("home_page_url"), feed.get("feed_url")]
                assert all(one is None or one.startswith(SITE) for one in whole)
                known = {"id", "url", "title", "content_text", "date_published", "date_modified"}
                assert all(k in {*known, "tags"} or k.startswith("_") for k in item)


@pytest.mark.parametrize("base_url", ["", SITE])
def test_every_link_leads_to_a_page(base_url: str) -> None:
    files = Files(week().ledger("2026-12-02T08:00+07:00", recall()), base_url)
    known = {*files.pages, *files.made}
    for path in (path for path in files.made if path.endswith("feed.xml")):
        read = feedparser.parse(files.made[path])
        links = [link.href for one in (read.feed, *read.entries) for link in one.links]
        assert {urljoin(SITE + path, link).removeprefix(SITE) for link in links} <= known
        pages = [item["_bulletin"]["page"] for item in files.json(path[:-3] + "json")["items"]]
        assert {urljoin(SITE + path, one).removeprefix(SITE) for one in pages} <= known


def test_each_event_area_and_topic_has_a_feed_of_its_own_and_its_page_leads_there() -> None:
    desk = week()
    desk.change("VB-2026-0001", "topic: moi-truong", "topic: do-thi")
    desk.files |= plan("BT-2026-0003", ["VB-2026-0001"], "quick")
    desk.issue("BT-2026-0003")
    files = Files(desk.ledger())
    followed = [a for a in files.pages if a.startswith(("events/SV", "areas/s", "topics/m"))]
    assert len(followed) == 3
    for address in followed:
        assert f"{address}feed.xml" in files.made
        assert 'href="feed.xml"' in files.pages[address].body
        assert "Theo dõi bằng Atom" in text_of(files.pages[address].body)
    assert "BT-2026-0003/v1" in subjects(files, "topics/do-thi/feed.json")
    assert "BT-2026-0003/v1" not in subjects(files, "events/SV-2026-0001/feed.json")
    assert atom(files, "areas/song-xanh/feed.xml").feed.title == (
        "Bản tin phối hợp: Phường Sông Xanh"
    )


def test_a_feed_is_bounded_and_keeps_the_newest() -> None:
    desk = Desk(record_files() | plan("BT-2026-0001", INCLUDED))
    first = desk.issue("BT-2026-0001")
    desk.editions = tuple(
        first.model_copy(
            update={
                "bulletin": f"BT-2026-{number:04}",
                "digest": f"sha256:{number:064x}",
                "issued_at": first.issued_at.replace(minute=number),
            }
        )
        for number in range(1, MOST_ENTRIES + 9)
    )
    files = Files(desk.ledger())
    for path in ("feed.json", "topics/moi-truong/feed.json"):
        shown = subjects(files, path)
        assert len(shown) == MOST_ENTRIES
        assert shown[0] == f"BT-2026-{MOST_ENTRIES + 8:04}/v1"


def test_hostile_texts_arrive_as_they_were_written() -> None:
    files = {**REGISTRY, **record_files(), **plan("BT-2026-0001", INCLUDED)}
    desk = Desk(files)
    quoted = HOSTILE.replace("'", "''")
    desk.change("BT-2026-0001", "title: Bản tin BT-2026-0001", f"title: '{quoted}'")
    desk.change("BT-2026-0001", "Nước đã được kiểm nghiệm.", f"'{quoted}\n\n  dòng hai'")
    desk.issue("BT-2026-0001")
    made = Files(desk.ledger())
    assert b"<script" not in made.made["feed.xml"]
    entry = atom(made).entries[0]
    item = made.json("feed.json")["items"][0]
    assert item["title"] == f"{HOSTILE} (BT-2026-0001/v1)" == entry.title
    assert f"{HOSTILE}\ndòng hai" in item["content_text"]
    assert item["content_text"] == entry.summary


def test_a_draft_reaches_no_feed_and_nothing_withheld_does(files: Files) -> None:
    told = b" ".join(files.made.values()).decode()
    assert WITHHELD not in told
    assert "chưa xong" not in told


def test_a_feed_speaks_the_language_of_the_programme() -> None:
    feed = Files(week().ledger(), language=Language.EN)
    assert atom(feed).feed.language == "en"
    assert feed.json("feed.json")["items"][0]["title"].startswith("EXERCISE · Correction: ")


def test_a_withdrawn_bulletin_no_longer_offers_its_highlights() -> None:
    desk = week()
    desk.issue("BT-2026-0002", Relation.WITHDRAWAL, "Phát hành nhầm.")
    items = {i["_bulletin"]["about"]: i for i in Files(desk.ledger()).json("feed.json")["items"]}
    for name in ("BT-2026-0002/v1", "BT-2026-0002/v2", "BT-2026-0002/v3"):
        assert "Nước đã được kiểm nghiệm." not in items[name]["content_text"]
    assert "Phát hành nhầm." in items["BT-2026-0002/v3"]["content_text"]
    assert "Nước đã được kiểm nghiệm." in items["BT-2026-0001/v1"]["content_text"]


def test_a_site_without_editions_has_valid_empty_feeds() -> None:
    empty = Files(Desk({}).ledger())
    assert atom(empty).entries == [] and empty.json("feed.json")["items"] == []
