"""Hostile texts in every text of every kind: no script runs, and no page gains an element."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote
from xml.etree import ElementTree

import orjson
import pytest
from playwright.sync_api import Browser, Page

from generator.base.prose import _TAGS
from tests import hostile_site
from tests.browser import DESK, served
from tests.hostile import PAYLOADS, REFUSED, harmless
from tests.hostile_site import MOST, TEXTS
from tests.page_types import READ_AT, addresses
from tests.shared import folder_of
from tests.support import check
from tests.test_mutation import RECORDS, files_of
from tests.visits import Window, visitor

# What Markdown may make of a text; its links lead to pages, to https or to a mailbox.
ATTRIBUTES = {"a": ("href", "href rel", "href rel title"), "th": ("scope",), "img": ("alt src",)}
ALLOWED = {(tag, names) for tag in _TAGS for names in ATTRIBUTES.get(tag, ("",))}
# Elements of a page as a browser builds them, and where its attributes lead.
ELEMENTS = """async (paths) => {
  const found = {};
  for (const path of paths) {
    const text = await (await fetch(path)).text();
    const page = new DOMParser().parseFromString(text, "text/html");
    const elements = {}, targets = new Set();
    for (const one of page.querySelectorAll("*")) {
      const names = [...one.attributes].map((attribute) => attribute.name).sort().join(" ");
      const key = `${one.localName}|${names}`;
      elements[key] = (elements[key] || 0) + 1;
      if (one.matches("link[rel=canonical], link[rel=alternate]")) continue; // loads nothing
      for (const name of ["href", "src", "action", "formaction", "data", "srcset", "xlink:href"]) {
        if (one.hasAttribute(name)) targets.add(`${one.localName} ${one.getAttribute(name)}`);
      }
    }
    found[path] = [elements, [...targets]];
  }
  return found;
}"""
# Pages in frames, some at a time; a script of a payload would leave its mark here or there.
RUN = """async (paths) => {
  const run = [];
  const look = (path) => new Promise((done) => {
    const frame = document.createElement("iframe");
    frame.src = path;
    frame.onload = () => {
      if (frame.contentWindow.canary || self.canary) run.push(path);
      if (frame.contentWindow.location.pathname !== path) run.push(`${path} went away`);
      frame.remove();
      done();
    };
    document.body.append(frame);
  });
  while (paths.length) await Promise.all(paths.splice(0, 6).map(look));
  return run;
}"""
HOST = '<!doctype html><title>x</title><link rel="icon" href="data:,"><body>'
Shape = Counter[tuple[str, str]]


class Sites(NamedTuple):
    """The hostile site and its harmless twin, served beside each other."""

    folder: Path
    hostile: Path
    harmless: Path

    def paths(self, site: Path) -> list[str]:
        above = site.relative_to(self.folder).as_posix()
        return [f"/{above}/{address}" for address in addresses(site)]


@pytest.fixture(scope="module")
def sites() -> Sites:
    hostile = folder_of("twins/hostile", lambda at: hostile_site.build(at, str))
    twin = folder_of("twins/harmless", lambda at: hostile_site.build(at, harmless))
    return Sites(hostile.parent, hostile / "site", twin / "site")


@pytest.fixture(scope="module")
def address(sites: Sites) -> Iterator[str]:
    (sites.folder / "host.html").write_text(HOST, "utf-8")
    with served(sites.folder) as at:
        yield at


@pytest.fixture(scope="module")
def shapes(sites: Sites, address: str, chromium: Browser) -> Mapping[str, tuple[Shape, list[str]]]:
    """The elements of each page of both sites, and what its attributes lead to."""
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}host.html")
        paths = [*sites.paths(sites.hostile), *sites.paths(sites.harmless)]
        found: dict[str, Any] = page.evaluate(ELEMENTS, paths)
    return {path: (_shape(counts), targets) for path, (counts, targets) in found.items()}


def _shape(counts: Mapping[str, int]) -> Shape:
    return Counter({(k.partition("|")[0], k.partition("|")[2]): n for k, n in counts.items()})


def test_there_are_many_payloads_and_all_are_used() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60
    assert not [one for one in PAYLOADS if not any(one in text for text in TEXTS)]
    assert max(map(len, TEXTS)) <= MOST


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_loader_lets_a_payload_through_as_text(payload: str) -> None:
    """Else a page without it would prove nothing."""
    assert "BT109" not in _codes(payload)


@pytest.mark.parametrize("payload", REFUSED)
def test_the_loader_stops_what_hides(payload: str) -> None:
    assert "BT109" in _codes(payload)


def _codes(text: str) -> set[str]:
    records = {"ND-2026-0001": {**RECORDS["ND-2026-0001"], "question": text}}
    return {f.diagnostic.problem.code for f in check(files_of(records)).findings}


@pytest.mark.large
def test_every_text_stands_on_the_pages_of_both(sites: Sites) -> None:
    """Of each kind a page of its own shows the text: the records came through the loader."""
    assert len(sites.paths(sites.hostile)) == len(sites.paths(sites.harmless)) > 400
    for kind in ("events", "messages", "information", "opinions", "concerns", "directives"):
        pages = [p for p in (sites.hostile / kind).rglob("index.html") if p.parent.name != kind]
        texts = " ".join(page.read_text("utf-8") for page in pages)
        assert len(pages) >= 2 * len(TEXTS)
        assert "self.canary=1" in texts, kind


def test_no_page_gains_or_loses_an_element(
    sites: Sites, shapes: Mapping[str, tuple[Shape, list[str]]]
) -> None:
    wrong = {}
    for path, twin in zip(sites.paths(sites.hostile), sites.paths(sites.harmless), strict=True):
        ours, theirs = shapes[path][0], shapes[twin][0]
        changed = {*(ours - theirs), *(theirs - ours)} - ALLOWED
        if changed:
            wrong[path] = sorted(changed)
    assert wrong == {}


def test_no_attribute_leads_to_a_script_or_loads_from_elsewhere(
    shapes: Mapping[str, tuple[Shape, list[str]]],
) -> None:
    wrong = {
        (path, target)
        for path, (_, targets) in shapes.items()
        for target in targets
        if not _is_safe(target)
    }
    assert sorted(wrong)[:5] == []


def _is_safe(target: str) -> bool:
    tag, _, value = target.partition(" ")
    scheme = value.split("/")[0].split("?")[0].split("#")[0]
    if tag == "a" and value.startswith(("https://", "mailto:", "tel:")):
        return True
    return ":" not in scheme and not value.startswith("//")


def test_nothing_of_it_runs_even_without_the_policy(
    sites: Sites, address: str, chromium: Browser
) -> None:
    """The policy would stop a script; here it is off, so that only the pages themselves stop it."""
    with chromium.new_context(bypass_csp=True) as context:
        dialogs: list[str] = []
        context.on("dialog", lambda dialog: dialogs.append(dialog.message))
        page = context.new_page()
        page.goto(f"{address}host.html")
        assert page.evaluate(RUN, _representative(sites)) == []
        assert dialogs == []
        _search_for_each(page, sites, address)


def _search_for_each(page: Page, sites: Sites, address: str) -> None:
    """The search shows what is typed and what is found."""
    if (sites.hostile / "search/index.html").is_file():
        at = f"{address}{sites.hostile.relative_to(sites.folder).as_posix()}/search/?q="
        for payload in (*PAYLOADS[::4], "canary"):
            page.goto(at + quote(payload))
            page.wait_for_timeout(50)
            assert page.evaluate("self.canary") is None, payload


def _representative(sites: Sites) -> list[str]:
    """Every version of a bulletin, which shows all records of a text, and some of each section."""
    paths = sites.paths(sites.hostile)
    versions = [path for path in paths if path.endswith("/v2/")]
    return [*versions, *(path for path in paths[::7] if path not in versions)]


def test_the_policy_has_nothing_to_refuse(sites: Sites, chromium: Browser) -> None:
    above = sites.paths(sites.hostile)[0].removesuffix("404.html")
    with (
        served(sites.hostile) as address,
        visitor(chromium, address, Window(*DESK, READ_AT)) as reader,
    ):
        # The page for lost readers asks for its styles at the address of the site.
        paths = (path for path in _representative(sites) if not path.endswith("404.html"))
        for path in [*paths][:: len(TEXTS) // 4]:
            reader.open(path.removeprefix(above))
            assert reader.noted() == [], path


@pytest.mark.large
def test_files_for_machines_keep_their_form(sites: Sites) -> None:
    """Feeds, the interface, the calendar: each parses, and has as many parts as its twin."""
    for path in sorted(p for p in sites.hostile.rglob("*") if p.suffix in PARTS):
        if path.name in LISTS_OF_FILES:
            continue
        twin = sites.harmless / path.relative_to(sites.hostile)
        assert PARTS[path.suffix](path) == PARTS[path.suffix](twin), path


def _in_json(path: Path) -> int:
    return _values(orjson.loads(path.read_bytes()))


def _values(value: object) -> int:
    if isinstance(value, dict):
        return len(value) + sum(map(_values, value.values()))
    return sum(map(_values, value)) if isinstance(value, list) else 1


def _in_xml(path: Path) -> int:
    """The parser of the standard library is enough for files that we wrote ourselves."""
    return sum(1 for _ in ElementTree.fromstring(path.read_bytes()).iter())  # noqa: S314


def _in_calendar(path: Path) -> int:
    return path.read_bytes().count(b"\nBEGIN:")


# The search has as many files as its words need.
LISTS_OF_FILES = ("manifest.json", "offline.json")
PARTS = {".json": _in_json, ".xml": _in_xml, ".ics": _in_calendar}
