"""The sections of the site in their order; only this module builds addresses of pages."""

from collections.abc import Iterator

from generator.model.kinds import KINDS, kind_of
from generator.model.record.record import Section

_OF_NO_KIND: tuple[Section, ...] = (
    Section("now", None, -1),
    Section("rumours", None, 30),
    Section("corrections", None, 910),
    Section("dashboard", None, 920),
    Section("areas", None, 930),
    Section("topics", None, 940),
    Section("units", None, 950),
    Section("search", None, 960),
)


def sections() -> tuple[Section, ...]:
    """The sections of the kinds and those that show several kinds, in their order."""
    unordered = (*_OF_NO_KIND, *(kind.section for kind in KINDS))
    return tuple(sorted(unordered, key=lambda section: section.place))


SECTIONS = sections()
BY_ID = {section.id: section for section in SECTIONS}


def _menu() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The groups of the menu, by label, with their folders; what no other names is looked up."""
    use_now = ("desk", "", "events", "messages", "rumours", "search")
    follow = ("opinions", "concerns", "consultations", "network", "corrections", "dashboard")
    named = {*use_now, *follow}
    look_up = tuple(one.folder for one in SECTIONS if one.folder not in named)
    yield "menu_use_now", use_now
    yield "menu_look_up", (*look_up, "guide")
    yield "menu_follow", follow


MENU = tuple(_menu())


def address_of(record_id: str) -> str:
    """The page of a record or bulletin."""
    return f"{kind_of(record_id).section.folder}/{record_id}/"


def address_of_edition(name: str) -> str:
    """The page of one version, from its name as in BT-2026-0003/v2."""
    return f"bulletins/{name}/"


def path_of_paper(name: str) -> str:
    """The PDF of one version, from its name."""
    return f"{address_of_edition(name)}{name.replace('/', '-')}.pdf"


def path_of_annex(name: str) -> str:
    """The PDF of the annex of one version, which is a paper of its own."""
    return f"{address_of_edition(name)}{name.replace('/', '-')}-phu-luc.pdf"


def way_up(address: str) -> str:
    """The relative path from a page to the root of the site; empty on the front page."""
    return "../" * address.count("/")


# The start of a file that stands alone where the site has no address: it links to no page.
NOWHERE = "-"


def relative_link(start: str, target: str) -> str:
    """The link from the page at `start` to the page at `target`.

    It is relative, unless `start` is the base URL of the site: so begin the links of a file that
    stands alone. From NOWHERE there is none.
    """
    if start == NOWHERE:
        return ""
    if "://" in start:
        return f"{start}{target}"
    return f"{way_up(start)}{target}" or "./"
