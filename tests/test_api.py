"""The API: what pages say, said to machines; described by published schemas, for ever the same."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from html import unescape
from typing import Any
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

import orjson
import pytest
from jsonschema import Draft202012Validator

from generator.base.prose import to_html
from generator.base.text import Choice, Language
from generator.base.times import day_text, moment_text
from generator.editions.fold import fold_editions, visible
from generator.model.corpus.standing import Standing
from generator.model.edition.edition import History, Relation, thaw
from generator.model.kinds import BY_PREFIX
from generator.model.record.citations import texts
from generator.model.record.record import Circulation
from generator.model.record.scalars import Prose
from generator.model.registry.registry import Exercises
from generator.targets.build.output_guard import texts_of_html
from generator.views.catalogue.labels import labels
from generator.views.context.addresses import SECTIONS
from tests.exercise import INCLUDED, Desk, plan, record_files, text_of, week
from tests.machine import SITE, Files, frozen, recall
from tests.support import REGISTRY

VI = Language.VI
API = "api/v1/"
RUMOUR = "Có tin nói nước chứa chất thải."
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
SECTION_TITLES = tuple(labels(Language.VI)[f"section_{section.id}"] for section in SECTIONS)
HOSTILE = "A ]]> B </script><script>x()</script> &amp; \" ' 🚱 \\ end"


@pytest.fixture(scope="module")
def files() -> Files:
    return Files(week().ledger())


def documents(files: Files) -> list[str]:
    """Every file of the API but the schemas."""
    found = (path for path in files.made if path.startswith(API))
    return [path for path in found if not path.startswith(f"{API}schema/")]


def schema_for(files: Files, path: str) -> str:
    """Where a file's schema stands, as the file itself says; of editions the index says it."""
    named = files.json(path).get("$schema")
    index = files.json(f"{API}index.json")
    start = path if named else f"{API}index.json"
    return str(urljoin(SITE + start, named or index["edition_schema"])).removeprefix(SITE)


def complaints(files: Files, path: str) -> list[str]:
    schema = files.json(schema_for(files, path))
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    found = validator.iter_errors(files.json(path))
    return [f"{path} {'/'.join(map(str, e.path))}: {e.message}" for e in found]


# ── schemas ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("base_url", ["", SITE])
def test_every_file_is_as_its_schema_says(base_url: str) -> None:
    desk = week()
    desk.files |= plan("BT-2026-0003", INCLUDED[:2], "quick")
    desk.issue("BT-2026-0003")
    desk.issue("BT-2026-0003", Relation.WITHDRAWAL, "Phát hành nhầm.")
    files = Files(desk.ledger("2026-12-02T08:00+07:00", recall()), base_url)
    kinds = {path.split("/")[2] for path in documents(files)}
    assert kinds == {"records", "editions", "index.json", "in-force.json"}
    assert [said for path in documents(files) for said in complaints(files, path)] == []


def test_a_schema_refuses_what_it_does_not_describe(files: Files) -> None:
    path = f"{API}records/ND-2026-0001.json"
    for change in ({"kind": "event"}, {"added": 1}, {"digest": "x"}, {"content": {"say": "x"}}):
        files.made["x.json"] = orjson.dumps({**files.json(path), **change})
        schema = files.json(schema_for(files, path))
        assert list(Draft202012Validator(schema).iter_errors(files.json("x.json"))), change
    del files.made["x.json"]


def test_every_schema_is_one_and_says_each_key_in_both_languages(files: Files) -> None:
    schemas = [path for path in files.made if path.startswith(f"{API}schema/")]
    assert len(schemas) == 4 + len(BY_PREFIX) - 1
    for path in schemas:
        schema = files.json(path)
        Draft202012Validator.check_schema(schema)
        assert not [place for place, _ in own_keys(schema) if place.endswith(".note")]
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert "x-" not in str(schema.keys())
        for place, key in own_keys(schema):
            assert re.search(r"\w \(\w.*\)\.", key.get("description", "")), f"{path} {place}"


def own_keys(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key of the document and of records; the registry's own files say theirs themselves."""
    yield from schema["properties"].items()
    for name, group in schema["$defs"].items():
        if name not in ("Previous", "Approval"):
            for key, one in group.get("properties", {}).items():
                yield f"{name}.{key}", one


# ── the same content as on the pages ─────────────────────────────────────────────────────────


def test_every_page_of_a_record_or_version_has_its_file_and_every_file_its_page(
    files: Files,
) -> None:
    pages = {a for a in files.pages if re.fullmatch(r"\w+/[A-Z]{2}-\d{4}-\d{4,}/(v\d+/)?", a)}
    pages -= {address for address in pages if re.fullmatch(r"bulletins/[^/]+/", address)}
    told = {}
    for path in documents(files):
        if path.startswith(f"{API}records/"):
            told[path] = urljoin(SITE + path, files.json(path)["page"]).removeprefix(SITE)
        elif path.startswith(f"{API}editions/"):
            name = path.removeprefix(f"{API}editions/").removesuffix(".json")
            told[path] = f"bulletins/{name}/"
    assert sorted(told.values()) == sorted(pages)


def test_every_text_of_a_record_file_stands_on_its_page(files: Files) -> None:
    for record_id in files.ledger.issued:
        document = files.record(record_id)
        page = text_of(files.pages[page_of(files, record_id)].body)
        record = thaw(record_id, document["content"])
        for said in texts(record):
            shown = to_html(said.value) if isinstance(said.value, Prose) else None
            wanted = text_of(shown) if shown else " ".join(said.value.split())
            assert wanted in page, f"{record_id} {said.at}"


def test_nothing_on_the_page_of_a_record_is_missing_in_the_api() -> None:
    files = Files(week().ledger("2026-12-02T08:00+07:00", recall()))
    known = explained_by(files)
    for record_id in files.ledger.issued:
        for piece in texts_of_html(files.pages[page_of(files, record_id)].body):
            if piece.startswith("#"):  # leads to a part of the page
                continue
            left = rest(" ".join(piece.split()), known)
            assert not re.search(r"\w{2}", left), f"{record_id}: {piece!r} leaves {left!r}"


def leaves(value: object) -> Iterator[str]:
    """Every text in a JSON value, keys included."""
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, str):
        yield value


def page_of(files: Files, record_id: str) -> str:
    path = f"{API}records/{record_id}.json"
    return str(urljoin(SITE + path, files.json(path)["page"])).removeprefix(SITE)


def explained_by(files: Files) -> tuple[str, ...]:
    """Every text of the records' files and the index as pages show it, and the labels; the longest
    first."""
    read = [path for path in documents(files) if not path.startswith(f"{API}editions/")]
    said = {one for path in read for one in leaves(files.json(path))}
    shown = {" ".join(text.split()) for one in said for text in (one, *shown_as(one))}
    # Files beside a page, and the page of changes below that of a version.
    shown |= {one.rpartition("/")[2] for one in said} | {"changes/"}
    words = {part for label in labels(VI).values() for part in re.split(r"\{\w+\}", label)}
    words |= {choice.label.vi for one in Choice.__subclasses__() for choice in one}
    words |= {*(kind.label.vi for kind in BY_PREFIX.values()), *SECTION_TITLES}
    words |= {f"v{number}" for number in range(9)} | {"feed.xml", "feed.json"}
    found = {one.casefold().strip(" .:,;") for one in (*shown, *words)}
    return tuple(sorted((one for one in found if len(one) > 1), key=len, reverse=True))


@cache
def shown_as(said: str) -> tuple[str, ...]:
    """A day, a moment, a digest or Markdown as readers see it."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", said):
        return (day_text(date.fromisoformat(said), VI),)
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\S+", said):
        return (moment_text(datetime.fromisoformat(said), ZONE, VI),)
    if said.startswith("sha256:"):
        return (said[7:19],)
    return tuple(unescape(re.sub("<[^>]+>", "\n", to_html(said))).split("\n"))


def rest(piece: str, known: tuple[str, ...]) -> str:
    left = piece.casefold()
    for one in known:
        if not left:
            break
        left = left.replace(one, " ")
    return re.sub(r"[\d\W]+", " ", left)


def test_a_file_names_the_same_related_records_as_the_page(files: Files) -> None:
    for record_id in files.ledger.issued:
        body = files.pages[page_of(files, record_id)].body
        related = body.partition('id="related"')[2].partition('<h2 id="record"')[0]
        shown = set(re.findall(r'href="[^"]*/([A-Z]{2}-\d{4}-\d{4,})/"', related))
        assert shown == {*files.record(record_id)["named_by"]}
    assert files.record("SV-2026-0001")["named_by"]


def test_the_list_of_what_is_in_force_says_what_the_front_page_says(files: Files) -> None:
    front = text_of(files.pages[""].body)
    listed = files.json(f"{API}in-force.json")
    (message,) = listed["messages"]
    assert message["id"] == "ND-2026-0001"
    for said in (message["question"], *message["say"], listed["events"][0]["title"]):
        assert said in front
    contact = message["names"]["units"][message["contact"]]["contact"]
    page = text_of(files.pages["messages/ND-2026-0001/"].body)
    assert contact["title"] in page
    assert contact["email"] in front
    assert [one["name"] for one in listed["corrections"]] == ["BT-2026-0002/v2"]
    assert listed["as_of"] == files.ledger.editions[-1].issued_at.isoformat()


# ── judged at the machine's own moment ───────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "moment",
    [
        "2026-12-01T11:30+07:00",
        "2026-12-20T08:00:00+07:00",
        "2026-12-20T08:00:00.000001+07:00",
        "2027-01-01T00:00+07:00",
    ],
)
def test_a_machine_judges_as_the_site_does(files: Files, moment: str) -> None:
    later = week().ledger(moment)
    for record_id in later.issued:
        standing = files.record(record_id)["standing"]
        assert judged(standing, datetime.fromisoformat(moment)) == later.standing(record_id)


def judged(standing: dict[str, Any], now: datetime) -> Standing:
    """As the schema says it is done."""
    if standing["state"] in ("recalled", "withdrawn", "superseded"):
        return Standing.named(standing["state"])
    if "retired_on" in standing and standing["retired_on"] <= now.date().isoformat():
        return Standing.WITHDRAWN
    if "until" in standing and datetime.fromisoformat(standing["until"]) < now:
        return Standing.EXPIRED
    if standing["state"] == "held":
        return Standing.HELD
    if "from" not in standing:
        return Standing.ISSUED
    is_coming = now < datetime.fromisoformat(standing["from"])
    return Standing.COMING if is_coming else Standing.IN_FORCE


def test_a_recall_says_who_when_and_why_and_leaves_what_is_in_force() -> None:
    files = Files(week().ledger("2026-12-02T08:00+07:00", recall()))
    standing = files.record("ND-2026-0001")["standing"]
    assert standing["state"] == "recalled"
    assert standing["recalled"] == {
        "at": "2026-12-01T20:00:00+07:00",
        "unit": "dan-van",
        "office": "truong-ban",
        "reason": "Có kết quả mới.",
    }
    listed = files.json(f"{API}in-force.json")
    assert listed["messages"] == []
    assert [one["id"] for one in listed["recalls"]] == ["ND-2026-0001"]
    assert listed["as_of"] == "2026-12-01T20:00:00+07:00"


def test_a_superseded_message_names_its_successor() -> None:
    desk = week()
    path = next(path for path in desk.files if path.endswith("ND-2026-0001.yml"))
    new = str(desk.files[path]).replace("ND-2026-0001", "ND-2026-0002")
    desk.files[path.replace("ND-2026-0001", "ND-2026-0002")] = new + "supersedes: ND-2026-0001\n"
    desk.files |= plan("BT-2026-0003", ["ND-2026-0002"], "quick")
    desk.issue("BT-2026-0003")
    files = Files(desk.ledger())
    standing = files.record("ND-2026-0001")["standing"]
    assert (standing["state"], standing["superseded_by"]) == ("superseded", "ND-2026-0002")
    assert [one["id"] for one in files.json(f"{API}in-force.json")["messages"]] == ["ND-2026-0002"]


def test_a_message_whose_matter_is_open_is_only_named_as_held() -> None:
    desk = week()
    desk.change("TD-2026-0001", "about: [ND-2026-0009]", "about: [ND-2026-0009, ND-2026-0001]")
    desk.files |= plan("BT-2026-0003", ["TD-2026-0001"], "quick")
    desk.issue("BT-2026-0003")
    files = Files(desk.ledger())
    standing = files.record("ND-2026-0001")["standing"]
    assert (standing["state"], standing["held_by"]) == ("held", "TD-2026-0001")
    listed = files.json(f"{API}in-force.json")
    assert listed["messages"] == []
    assert listed["held"] == [{"id": "ND-2026-0001", "held_by": "TD-2026-0001"}]
    assert "Nước đạt quy chuẩn và dùng được." not in str(listed)


# ── what never reaches it, what stays as it is ───────────────────────────────────────────────


def test_a_draft_and_the_editors_note_reach_no_file(files: Files) -> None:
    assert f"{API}records/ND-2026-0009.json" not in files.made
    told = b" ".join(files.made.values()).decode()
    assert "Cắt nước đêm thứ bảy" not in told and "chưa xong" not in told


def test_a_rumour_that_is_not_answered_is_not_worded() -> None:
    written = record_files()
    path = next(path for path in written if path.endswith("TT-2026-0002.yml"))
    lines = str(written[path]).splitlines(keepends=True)
    written[path] = "".join(line for line in lines if not line.startswith("answer:"))
    files = Files(week(written).ledger())
    document = files.record("TT-2026-0002")
    assert document["withheld"] == ["statement", "details"]
    assert RUMOUR not in str(document) and "Chi tiết đối chiếu" not in str(document)
    assert complaints(files, f"{API}records/TT-2026-0002.json") == []
    assert RUMOUR in str(Files(week().ledger()).record("TT-2026-0002"))


def test_internal_bulletins_reach_no_file_of_a_public_site() -> None:
    desk = week()
    desk.files |= plan("BT-2026-0003", ["DL-2026-0001"], "quick")
    desk.change("BT-2026-0003", "circulation: public", "circulation: internal")
    desk.change("DL-2026-0001", "Đề nghị công bố kết quả hằng ngày.", "Đề nghị nội bộ.")
    desk.issue("BT-2026-0003")
    told = {}
    for circulation in Circulation:
        shown = visible(History(desk.editions), circulation, Exercises.SHOW)
        ledger = fold_editions(shown, {}, desk.ledger().moment)
        told[circulation] = b" ".join(Files(ledger).made.values()).decode()
    assert "Đề nghị nội bộ." in told[Circulation.INTERNAL]
    assert "BT-2026-0003" in told[Circulation.INTERNAL]
    assert "Đề nghị nội bộ." not in told[Circulation.PUBLIC]
    assert "BT-2026-0003" not in told[Circulation.PUBLIC]


def test_an_edition_is_published_byte_for_byte(files: Files) -> None:
    for edition in files.ledger.editions:
        assert files.made[f"{API}editions/{edition.name}.json"] == frozen(edition)


def test_the_index_knows_every_file_and_its_digest(files: Files) -> None:
    index = files.json(f"{API}index.json")
    listed = {f"{API}{index['record_file'].format(id=one)}" for one in index["records"]}
    listed |= {urljoin(SITE + API, one["file"]).removeprefix(SITE) for one in index["editions"]}
    assert listed | {f"{API}index.json", f"{API}in-force.json"} == {*documents(files)}
    for record_id, one in index["records"].items():
        assert one["digest"] == files.record(record_id)["digest"]
        assert one["edition"] == files.record(record_id)["edition"]["name"]


def test_the_index_sends_on_from_an_edition_as_its_page_does() -> None:
    desk = week()
    desk.files |= plan("BT-2026-0003", ["SV-2026-0001"], "quick", "exercise")
    desk.issue("BT-2026-0003")
    desk.files |= plan("BT-2026-0004", ["LL-2026-0001"])
    desk.issue("BT-2026-0004")
    editions = Files(desk.ledger()).json(f"{API}index.json")["editions"]
    assert {edition["name"]: edition.get("newer") for edition in editions} == {
        "BT-2026-0001/v1": "BT-2026-0004/v1",  # the next periodic one
        "BT-2026-0002/v1": "BT-2026-0003/v1",
        "BT-2026-0002/v2": "BT-2026-0003/v1",
        "BT-2026-0003/v1": None,
        "BT-2026-0004/v1": None,
    }
    alone = Files(week().ledger()).json(f"{API}index.json")["editions"]
    assert [edition.get("newer") for edition in alone] == [None, "BT-2026-0002/v2", None]


def test_the_moment_of_the_build_is_nowhere(files: Files) -> None:
    later = Files(week().ledger("2026-12-09T08:00+07:00"))
    assert later.made == files.made


def test_files_with_equal_keys_are_equal() -> None:
    """Whatever is issued, recalled or withdrawn between two builds."""
    desk = week()
    desk.files |= plan("BT-2026-0003", INCLUDED[:4], "quick")
    stages = [Files(desk.ledger())]
    desk.issue("BT-2026-0003")
    stages.append(Files(desk.ledger()))
    stages.append(Files(desk.ledger("2026-12-02T08:00+07:00", recall())))
    desk.issue("BT-2026-0003", Relation.WITHDRAWAL, "Phát hành nhầm.")
    stages.append(Files(desk.ledger("2026-12-03T08:00+07:00", recall())))
    made: dict[tuple[str, str], bytes] = {}
    for files in stages:
        for path, content in files.made.items():
            assert made.setdefault((path, files.keys[path]), content) == content, path
    first, second = stages[:2]
    alone = f"{API}records/LL-2026-0001.json"
    assert first.keys[alone] == second.keys[alone]


def test_hostile_texts_arrive_as_they_were_written() -> None:
    desk = Desk({**REGISTRY, **record_files(), **plan("BT-2026-0001", INCLUDED)})
    quoted = HOSTILE.replace("'", "''")
    desk.change("ND-2026-0001", "text: Nước đạt quy chuẩn và dùng được.", f"text: '{quoted}'")
    desk.issue("BT-2026-0001")
    files = Files(desk.ledger())
    assert files.record("ND-2026-0001")["content"]["say"][0]["text"] == HOSTILE
    assert files.json(f"{API}in-force.json")["messages"][0]["say"] == [HOSTILE]
