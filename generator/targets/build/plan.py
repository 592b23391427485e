"""What a site is made from: the ledger, and everything that many files derive from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import itemgetter
from pathlib import Path

from generator.base.diagnostics import Refused
from generator.base.digest import Json, digest, digest12
from generator.base.text import Bilingual, Language
from generator.guard.allowance import Allowance
from generator.issued import compile_ledger
from generator.model.edition.edition import Edition
from generator.model.edition.public_names import allowance_of_all
from generator.model.ledger.ledger import Ledger
from generator.model.record.fields import as_json
from generator.model.record.record import Section
from generator.model.registry.boundaries import NO_BOUNDARIES, Boundaries
from generator.model.registry.registry import Programme
from generator.notary import vouches
from generator.pipeline import compile_boundaries, compile_guide
from generator.targets.build.cache import Cache, Vouched
from generator.targets.build.inputs import Paper, Wish
from generator.targets.build.output_guard import Guard
from generator.views.context.addresses import SECTIONS
from generator.views.context.corrections import Correction, corrections_before
from generator.views.context.page import Planned
from generator.views.context.site_context import SiteContext
from generator.views.site.all_pages import plan_site
from generator.views.site.search_entries import SearchEntry, search_entries
from generator.workspace import CLOCK_SKEW, DiskWorkspace, is_by_clock, moment_of_run

HIDDEN = "_shell"


@dataclass(frozen=True)
class Plan:
    """What a site is made from; only the preview has drafts, and no index contains them.

    `working_name` is the bulletin's name in the working tree, for a site before the first issue.
    `guide` are the files of the guide that are shown; `unmade` says why a PDF could not be made, by
    its path; `papers` are those that readers hold already, by their paths.
    """

    root: Path
    ledger: Ledger
    working_name: str
    base_url: str
    language: Language
    with_pdf: bool = True
    with_bundle: bool = False
    drafts: tuple[Planned, ...] = ()
    boundaries: Boundaries = NO_BOUNDARIES
    guide: tuple[str, ...] = ()
    unmade: Mapping[str, Bilingual] = field(default_factory=dict)
    coming: Mapping[str, bytes] = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)

    def frozen(self, edition: Edition) -> bytes:
        """The bytes of an edition as they were issued; of one that is being issued, as they will
        be."""
        coming = self.coming.get(edition.path)
        return (self.root / edition.path).read_bytes() if coming is None else coming

    @cached_property
    def pages(self) -> tuple[Planned, ...]:
        pages = plan_site(self.ledger, self.language, self.boundaries, self.unmade)
        return tuple(map(self._page_without_papers, pages)) if self.unmade else pages

    def _page_without_papers(self, page: Planned) -> Planned:
        """The page with a key that tells which papers beside it could not be made."""
        beside = [
            [path, why.vi, why.en]
            for path, why in sorted(self.unmade.items(), key=itemgetter(0))
            if path.startswith(page.address)
        ]
        return page._replace(key=digest([page.key, beside])) if beside else page

    @cached_property
    def context(self) -> SiteContext:
        """The answers of the ledger, remembered for every file that is planned."""
        return SiteContext(self.ledger, self.language, self.unmade)

    @cached_property
    def searchable_entries(self) -> tuple[SearchEntry, ...]:
        """The entries that the search finds, without the pages of the guide."""
        return tuple(search_entries(self.context))

    @cached_property
    def corrections(self) -> Mapping[str, tuple[Correction, ...]]:
        """By edition digest, the corrections since the periodic bulletin before it."""
        return corrections_before(self.ledger)

    @cached_property
    def allowance(self) -> Allowance:
        """What the registries of all editions allow, and the check marks that pages print."""
        digests = [edition.digest for edition in self.ledger.editions]
        digests += (
            appearance.digest
            for appearances in self.ledger.issued.values()
            for appearance in appearances
        )
        marks = frozenset(map(digest12, digests))
        registered = allowance_of_all(self._registries())
        return registered.joined(Allowance(marks=marks))

    def _registries(self) -> Iterator[Json]:
        """The frozen registries, and the units and areas that are told to have ended."""
        yield from (edition.registry for edition in self.ledger.editions)
        if self.ledger.newest:
            directory = self.ledger.directory
            yield {
                "programme": self.ledger.newest.registry["programme"],
                "units": [as_json(unit) for unit in directory.units.values()],
                "areas": [as_json(area) for area in directory.areas.values()],
            }

    @cached_property
    def guard(self) -> Guard:
        return Guard(self.allowance, self.ledger)

    @property
    def site_name(self) -> str:
        """The bulletin's name as last agreed on; a name that only the registry has is nobody's."""
        newest = self.ledger.newest
        return newest.names.programme.short_title if newest else self.working_name

    @property
    def owners(self) -> str:
        """Whose bulletin it is, for the head of every page; nobody's before the first issue."""
        return self.ledger.newest.owners if self.ledger.newest else ""

    @property
    def exercise(self) -> str:
        """What every page says when all that was issued is an exercise; else empty."""
        return self.context.label("exercise") if self.ledger.is_exercise else ""

    @cached_property
    def shells(self) -> tuple[str, ...]:
        """The files of the shells that the pages need, sorted."""
        indexes = {shell_of(index_of(section)) for section in SECTIONS}
        planned = (*self.pages, *self.drafts)
        return tuple(sorted(indexes | {shell_of(page.address) for page in planned}))

    @cached_property
    def cache(self) -> Cache:
        return Cache(self.root)


def plan_of(root: Path, wish: Wish, coming: Edition | None = None) -> Plan:
    """What to build from a workspace; raises Refused when its editions cannot be trusted.

    `coming` is an edition that is about to be issued.
    """
    memory = Vouched(Cache(root), vouches)
    workspace = DiskWorkspace(root, moment_of_run(wish.at), memory, is_by_clock(wish.at))
    programme, ledger = _read_now(workspace, wish, coming)
    return Plan(
        root=root,
        ledger=ledger,
        working_name=programme.short_title,
        base_url=f"{programme.base_url.rstrip('/')}/" if programme.base_url else "",
        language=programme.spoken,
        with_pdf=wish.with_pdf,
        with_bundle=wish.with_bundle,
        boundaries=compile_boundaries(workspace),
        guide=compile_guide(workspace),
        papers=wish.papers,
    )


def _read_now(
    workspace: DiskWorkspace, wish: Wish, coming: Edition | None
) -> tuple[Programme, Ledger]:
    """The programme and the ledger at the moment of the build.

    If no moment was asked for, nothing may lie ahead: what another clock dated a few minutes later
    counts already, and what lies further ahead would be left out without a word.
    """
    programme, ledger = compile_ledger(workspace, wish.circulation, coming)
    latest = workspace.moment + CLOCK_SKEW
    while wish.at is None and ledger.ahead and ledger.upcoming and ledger.upcoming <= latest:
        workspace = replace(workspace, moment=ledger.upcoming)
        programme, ledger = compile_ledger(workspace, wish.circulation, coming)
    if wish.at is None and ledger.ahead:
        paths = ", ".join(ledger.ahead)
        raise Refused(
            f"{paths} ghi vào lúc chưa đến, nên chưa có tác dụng, và không dựng trang khi như vậy:"
            " sửa “at” thành lúc thu hồi.",
            f"{paths}: dated at a time to come, so without effect, and nothing is built like that:"
            " set “at” to the moment of the recall.",
        )
    return programme, ledger


def shell_of(address: str) -> str:
    """The file of the shell for an address: the index of a section has its own shell; deeper pages
    share a shell for each section and depth."""
    if address.count("/") <= 1:
        return f"{address}index.html"
    section, _, below = address.partition("/")
    return f"{section}/{HIDDEN}/{'deeper/' * (below.count('/') - 1)}index.html"


def index_of(section: Section) -> str:
    """The address of a section's first page."""
    return f"{section.folder}/" if section.folder else ""
