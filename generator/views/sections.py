"""The sections of the site in their order, and the one place that knows addresses."""

from typing import NamedTuple

from generator.base.text import Bilingual
from generator.model.kinds import BY_PREFIX


class Section(NamedTuple):
    """One entry of the site's navigation."""

    id: str
    folder: str
    title: Bilingual


SECTIONS: tuple[Section, ...] = (
    Section("now", "", Bilingual("Đang có hiệu lực", "What holds now")),
    Section("bulletins", "bulletins", Bilingual("Bản tin", "Bulletins")),
    Section("events", "events", Bilingual("Sự việc", "Events")),
    Section("messages", "messages", Bilingual("Nội dung thống nhất", "Messages")),
    Section("rumours", "rumours", Bilingual("Tin đồn và sự thật", "Rumours and facts")),
    Section("information", "information", Bilingual("Thông tin", "Information")),
    Section("opinions", "opinions", Bilingual("Dư luận", "Public opinion")),
    Section("concerns", "concerns", Bilingual("Vấn đề bức xúc", "Concerns")),
    Section("consultations", "consultations", Bilingual("Trao đổi", "Consultations")),
    Section("directives", "directives", Bilingual("Văn bản", "Directives")),
    Section("network", "network", Bilingual("Lực lượng", "Network")),
    Section("corrections", "corrections", Bilingual("Đính chính", "Corrections")),
    Section("dashboard", "dashboard", Bilingual("Số liệu", "Dashboard")),
    Section("areas", "areas", Bilingual("Địa bàn", "Areas")),
    Section("topics", "topics", Bilingual("Lĩnh vực", "Topics")),
    Section("units", "units", Bilingual("Đơn vị", "Units")),
    Section("search", "search", Bilingual("Tìm", "Search")),
)
BY_ID = {section.id: section for section in SECTIONS}

# The section in which the records of a kind have their pages.
SECTION_OF_KIND = {
    "information": "information",
    "opinion": "opinions",
    "event": "events",
    "message": "messages",
    "concern": "concerns",
    "consultation": "consultations",
    "directive": "directives",
    "network": "network",
    "bulletin": "bulletins",
}


def section_of(record_id: str) -> str:
    return SECTION_OF_KIND[BY_PREFIX[record_id[:2]].kind]


def address_of(record_id: str) -> str:
    """The page of a record or bulletin."""
    return f"{section_of(record_id)}/{record_id}/"


def address_of_edition(name: str) -> str:
    """The page of one version, from its name as in BT-2026-0003/v2."""
    return f"bulletins/{name}/"


def way_up(address: str) -> str:
    """What leads from a page to the root of the site; empty on the front page."""
    return "../" * address.count("/")


def link(start: str, target: str) -> str:
    """The relative link from the page at `start` to the page at `target`."""
    return f"{way_up(start)}{target}" or "./"
