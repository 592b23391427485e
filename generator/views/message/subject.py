"""What the papers of a message and of an event have in common."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from generator.base.digest import digest12
from generator.model.edition.edition import Edition
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.record.record import Circulation
from generator.views.context.addresses import address_of
from generator.views.context.formatter import Formatter, PublicContact
from generator.views.context.pdf_job import Setting, Sheet
from generator.views.context.site_context import SiteContext

S = TypeVar("S", bound=Message | Event)


@dataclass(frozen=True)
class Subject(Generic[S]):
    """A record as last issued; `address` is its page's, empty when the site's is not known."""

    context: SiteContext
    record: S
    base_url: str = ""

    @property
    def record_ids(self) -> tuple[str, ...]:
        """The ids of the records whose words its papers print."""
        return (self.record.id,)

    @cached_property
    def edition(self) -> Edition:
        """The newest edition that printed any of these records."""
        editions = (self.context.ledger.issued[one][-1].edition for one in self.record_ids)
        return max(editions, key=lambda edition: (edition.issued_at, edition.name))

    @cached_property
    def formatter(self) -> Formatter:
        return self.context.formatter(self.edition, address_of(self.record.id))

    @property
    def address(self) -> str:
        return f"{self.base_url}{address_of(self.record.id)}" if self.base_url else ""

    @property
    def exercise(self) -> str:
        return self.said("exercise") if self.edition.is_exercise else ""

    @property
    def contact(self) -> PublicContact | None:
        return self.formatter.contact(self.record.contact)

    @property
    def next_update(self) -> str:
        moment = self.formatter.moment(self.record.next_update)
        return self.said("card_next", moment=moment) if moment else ""

    @property
    def digest12(self) -> str:
        return digest12(self.edition.digest)

    @property
    def code(self) -> str:
        return self.said("print_code", digest=self.digest12)

    @property
    def printed_in(self) -> dict[str, object]:
        return {"bulletin": self.edition.bulletin, "version": self.edition.version}

    def reach_with(self, levels: Iterable[Circulation | None]) -> str:
        """Who may read it: internal if a record or the bulletin that prints it is internal."""
        every = {*levels, self.edition.plan.get("circulation")}
        level = Circulation.INTERNAL if Circulation.INTERNAL in every else Circulation.PUBLIC
        return self.formatter.said(level)

    def said(self, name: str, **values: object) -> str:
        return self.formatter.label(name).format(**values)

    def setting(self, document: str) -> Setting:
        layout = self.formatter.names.programme.layout
        return Setting(layout, document, self.context.language, self.edition.issued_at)

    def sheet(self, issue: str, reach: str, validity: str) -> Sheet:
        """The head and the foot of every page."""
        return Sheet(
            look="exercise" if self.exercise else "plain",
            banner=self.exercise,
            issue=issue,
            reach=reach,
            validity=validity,
            code=self.code,
            page=self.said("print_page"),
        )
