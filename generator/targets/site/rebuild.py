"""Why a page is made again: what a build took, kept to be compared with what the next one takes.

A page is made again when its key changes (decision 8). The key is one digest; the trace of a build
tells apart what went into it: records, moment, words, templates, program, settings.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import orjson

from generator.base.diagnostics import BulletinError
from generator.base.digest import digest
from generator.base.text import Bilingual, Language, nearest
from generator.base.times import moment_text
from generator.model.kinds import is_of
from generator.model.kinds.bulletin import Bulletin
from generator.model.ledger.ledger import Ledger
from generator.resources import code_files, theme_files
from generator.targets.build.inputs import Wish
from generator.targets.build.plan import Plan, plan_of
from generator.targets.build.tree import Tree
from generator.targets.site import guide
from generator.views.context.page import Key

_PAGE = "index.html"
_MOST = 12  # inputs that are told of one sort


class Trace(NamedTuple):
    """What a build took: files by path, settings by name, records by id, and all pages by address,
    each with what it takes from every record."""

    moment: str
    files: Mapping[str, str]
    settings: Mapping[str, str]
    records: Mapping[str, str]
    pages: Mapping[str, Mapping[str, int]]


class Answer(NamedTuple):
    """A page, whether it is still to be made again or was by the last build, and the inputs."""

    page: str
    is_ahead: bool
    reasons: tuple[Bilingual, ...]


def keep_trace(tree: Tree, plan: Plan) -> None:
    """Remember what a build took, and beside it the last that took something else."""
    content, before = orjson.dumps(tuple(trace_of(plan))), tree.cache.load(tree.trace)
    if before is not None and _without_moment(before) != _without_moment(content):
        tree.cache.save(tree.earlier_trace, before)
    tree.cache.save(tree.trace, content)


def _without_moment(trace: bytes) -> bytes:
    return trace.partition(b",")[2]


def trace_of(plan: Plan) -> Trace:
    settings = {
        "site_name": plan.site_name,
        "owners": plan.owners,
        "base_url": plan.base_url,
        "language": plan.language.value,
        "guide": digest(guide.navigation(plan.root, plan.guide)),
    }
    pages = {p.address: p.key.inputs if isinstance(p.key, Key) else {} for p in plan.pages}
    return Trace(plan.ledger.moment.isoformat(), _files(), settings, _records(plan.ledger), pages)


def _files() -> Mapping[str, str]:
    theme = {f"theme/{path}": sha256 for path, sha256 in theme_files().items()}
    return {f"generator/{path}": sha256 for path, sha256 in code_files().items()} | theme


def _records(ledger: Ledger) -> Mapping[str, str]:
    """What people did to each record and bulletin: issued it, recalled it, retired it."""
    acts: dict[str, list[str]] = {}
    for edition in ledger.editions:
        acts.setdefault(edition.bulletin, []).append(edition.digest)
    for record_id, appearances in ledger.issued.items():
        told = [f"{a.edition.name} {a.digest} {a.content.get('retired')}" for a in appearances]
        acts.setdefault(record_id, []).extend(told)
    for name, recall in ledger.recalls.items():
        acts.setdefault(name.partition("/")[0], []).append(recall.model_dump_json())
    return {name: digest(told) for name, told in acts.items()}


# ── the question ─────────────────────────────────────────────────────────────────────────────


def why(root: Path, wish: Wish, out: Path, page: str) -> Answer:
    """Why the next build makes a page again or, if it does not, why the last one did.

    Raises BulletinError where nothing was built yet, or for a page that is not there.
    """
    plan = plan_of(root, wish)
    tree, now = Tree(out, plan.cache), trace_of(plan)
    last = _load(tree, tree.trace)
    if last is None:
        raise BulletinError(
            "Chưa có lần dựng nào để so sánh; dựng một lần đã: bulletin build",
            "Nothing was built yet that this could be compared with: bulletin build",
        )
    address = _address(page, now, last)
    if reasons := _reasons(last, now, address, plan.ledger):
        return Answer(address + _PAGE, is_ahead=True, reasons=reasons)
    earlier = _load(tree, tree.earlier_trace)
    reasons = _reasons(earlier, last, address, plan.ledger) if earlier else ()
    return Answer(address + _PAGE, is_ahead=False, reasons=reasons)


def _load(tree: Tree, name: str) -> Trace | None:
    content = tree.cache.load(name)
    return Trace(*orjson.loads(content)) if content else None


def _address(page: str, *traces: Trace) -> str:
    """The address of a page that is named by a record, a path or an address."""
    known = [address for trace in traces for address in trace.pages]
    asked = page.replace("\\", "/").removeprefix("site/").removesuffix(_PAGE).strip("/")
    for address in known:
        if asked.casefold() in (address.strip("/").casefold(), _last_part(address)):
            return address
    near = nearest(asked, [address.strip("/") for address in known if address])
    vi, en = (f"; có phải: {near}?", f"; did you mean: {near}?") if near else ("", "")
    raise BulletinError(f"Không có trang “{page}”{vi}", f"There is no page “{page}”{en}")


def _last_part(address: str) -> str:
    """The record that has a page, in small letters; nothing for the first page of a section."""
    return address.strip("/").rpartition("/")[2].casefold() if "/" in address.strip("/") else "-"


def _reasons(before: Trace, now: Trace, address: str, ledger: Ledger) -> tuple[Bilingual, ...]:
    """The inputs of a page that differ between two builds."""
    if address not in before.pages:
        return (Bilingual("trang mới, lần dựng trước chưa có", "it is new"),)
    if address not in now.pages:
        return (Bilingual("trang không còn nữa", "it is there no more"),)
    return (
        *_content_reasons(before, now, address, ledger),
        *_file_reasons(_differing(before.files, now.files)),
        *(_SETTINGS[name] for name in _differing(before.settings, now.settings)),
    )


def _content_reasons(
    before: Trace, now: Trace, address: str, ledger: Ledger
) -> Iterator[Bilingual]:
    """Records that people changed; or else the clock, which changes what holds."""
    shown = set(_differing(before.pages[address], now.pages[address]))
    changed = set(_differing(before.records, now.records))
    causes, by_clock = shown & changed, set[str]()
    for name in shown - changed:
        acts = changed & _related(ledger, name) if name else changed
        causes |= acts
        by_clock |= set() if acts else {name}
    for name in sorted(causes)[:_MOST]:
        thing = _BULLETIN if is_of(name, Bulletin) else _RECORD
        yield Bilingual(f"{thing.vi} {name}", f"{thing.en} {name}")
    if by_clock:
        yield _clock(before, now, sorted(filter(None, by_clock)), ledger)


_RECORD, _BULLETIN = Bilingual("bản ghi", "record"), Bilingual("bản tin", "bulletin")


def _related(ledger: Ledger, name: str) -> set[str]:
    """What a record names, and what names it: their states hang together."""
    last = ledger.latest(name)
    return {*(last.names if last else ()), *ledger.named_by.get(name, ())}


def _clock(before: Trace, now: Trace, names: list[str], ledger: Ledger) -> Bilingual:
    zone = ledger.newest.zone if ledger.newest else UTC
    moments = [datetime.fromisoformat(trace.moment) for trace in (before, now)]
    told = {
        language: " → ".join(moment_text(moment, zone, language) for moment in moments)
        for language in Language
    }
    of = f" ({', '.join(names[:_MOST])})" if names else ""
    return Bilingual(f"thời điểm: {told[Language.VI]}{of}", f"the clock: {told[Language.EN]}{of}")


def _file_reasons(paths: list[str]) -> Iterator[Bilingual]:
    for path in paths[:_MOST]:
        sort = next(sort for is_of, sort in _SORTS if is_of in path)
        yield Bilingual(f"{sort.vi} {path}", f"{sort.en} {path}")
    if len(paths) > _MOST:
        more = len(paths) - _MOST
        yield Bilingual(f"và {more} tệp khác của chương trình", f"and {more} other files")


# The sort of a file by a part of its path; the first that fits.
_SORTS = (
    ("/catalogue/", _WORDS := Bilingual("từ ngữ", "words")),
    ("/locale/", _WORDS),
    (".html", Bilingual("mẫu", "template")),
    ("theme/", Bilingual("tệp giao diện", "file of the theme")),
    ("", Bilingual("chương trình", "program")),
)
_SETTINGS = {
    "site_name": Bilingual("tên của trang", "the name of the site"),
    "owners": Bilingual("các bên ghi ở đầu trang", "the parties at the head of pages"),
    "base_url": Bilingual("địa chỉ của trang (base_url)", "the address of the site (base_url)"),
    "language": Bilingual("ngôn ngữ", "the language"),
    "guide": Bilingual("mục lục hướng dẫn (content/guide)", "the contents of the guide"),
}


def _differing(before: Mapping[str, object], now: Mapping[str, object]) -> list[str]:
    return sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
