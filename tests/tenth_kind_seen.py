"""What checks, editions, site, papers, search and API make of the tenth kind (`tenth_kind`)."""

from generator.base.text import Language
from generator.model.edition.edition import Edition, Relation
from generator.model.ledger.ledger import Ledger
from generator.model.ledger.queries import is_open
from generator.targets.editor.schema import schema_of as editors_schema
from generator.targets.machine.api_schema import NAMES, api_schema
from generator.views.bulletin.document import bound_paper, document
from generator.views.context.site_context import SiteContext
from generator.views.site.offline_addresses import kept_addresses
from generator.views.site.search_entries import search_entries
from tests.exercise import BODIES, Desk, Files, plan, record_files, text_of
from tests.machine import Files as Machines
from tests.support import check
from tests.support import places as places_of

ID = "BP-2026-0001"
PATH = f"content/records/measure/2026/{ID}.yml"
MESSAGE = "content/records/message/2026/ND-2026-0001.yml"
INCLUDED = [ID, "ND-2026-0001", "SV-2026-0001"]


def everything(record: str) -> dict[str, object]:
    files = _files(record)
    desk = Desk(files | plan("BT-2026-0001", INCLUDED))
    periodic = desk.issue("BT-2026-0001")
    desk.files |= plan("BT-2026-0002", INCLUDED, "quick")
    quick = desk.issue("BT-2026-0002")
    desk.change(ID, "Không dùng", "Không được dùng")
    desk.issue("BT-2026-0001", Relation.UPDATE, "Lời của biện pháp rõ hơn.")
    return {
        "findings": [one for one in places_of(check(files).findings) if ID in one[0]],
        "wrong": _codes({**files, PATH: f"{record}wat: 1\n"}),
        "untrue": _codes({**files, **_refuted(files)}),
        "frozen": periodic.records[ID]["order"],
        "documents": [*_documents(periodic), *_documents(quick)],
        **_in_the_ledger(desk.ledger()),
        **_on_the_site(Machines(desk.ledger())),
        "schema": (NAMES.count("measure"), api_schema("measure")["properties"]["kind"]["const"]),
        "edition_schema": "Measure" in api_schema("edition")["$defs"],
        "editors_schema": editors_schema("measure")["title"],
    }


def _files(record: str) -> Files:
    """The week's records, the new one, and a message that rests on it."""
    files = record_files()
    body = BODIES["message/2026/ND-2026-0001"]
    cited = body.replace("because: [TT-2026-0001]", f"because: [TT-2026-0001, {ID}]", 1)
    files[MESSAGE] = str(files[MESSAGE]).replace(body, cited)
    return {**files, PATH: record}


def _refuted(files: Files) -> Files:
    """The information that the new record cites, found to be wrong."""
    path = "content/records/information/2026/TT-2026-0001.yml"
    return {path: str(files[path]).replace("result: confirmed", "result: refuted")}


def _codes(files: Files) -> list[str]:
    return [code for path, _, code in places_of(check(files).findings) if path == PATH]


def _documents(edition: Edition) -> list[str]:
    """A version on its page and on paper."""
    both = document(edition, Language.VI, None), bound_paper(edition, Language.VI, None)
    return [text_of("".join(part.html for part in (*one.sections, *one.annex))) for one in both]


def _in_the_ledger(ledger: Ledger) -> dict[str, object]:
    context = SiteContext(ledger, Language.VI)
    (place,) = (one for one in search_entries(context) if one.id == ID)
    return {
        "named_by": ledger.named_by[ID],
        "names": sorted(ledger.issued[ID][-1].names),
        "is_open": is_open(ledger, ID),
        "search": place.kinds,
        "offline": "measures/" in kept_addresses(context),
    }


def _on_the_site(made: Machines) -> dict[str, object]:
    pages = {
        "page": f"measures/{ID}/",
        "list": "measures/",
        "area": "areas/song-xanh/",
        "message": "messages/ND-2026-0001/",
        "filters": "search/",
        "changes": "bulletins/BT-2026-0001/v2/changes/",
    }
    return {
        **{name: text_of(made.pages[address].body) for name, address in pages.items()},
        "api": made.record(ID)["content"],
        "calendar": f"UID:{ID}-next-update" in made.made["calendar.ics"].decode(),
    }
