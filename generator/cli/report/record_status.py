"""Everything the desk knows of one record, line by line."""

from collections.abc import Iterable, Iterator, Sequence

from generator.base.diagnostics import Located
from generator.base.text import Bilingual
from generator.cli.report.approval_lines import agreed
from generator.cli.report.record_standing import standing
from generator.cli.report.report import LABELS
from generator.model.corpus.corpus import Corpus
from generator.model.desk.desk import DeskItem
from generator.model.desk.desk_state import SIGNING, paths
from generator.rules.naming import unit_name
from generator.views.catalogue.desk import WORDS


def describe(
    corpus: Corpus, findings: Sequence[Located], items: Iterable[DeskItem], record_id: str
) -> Iterator[Bilingual]:
    """Its state, each party's sign, who is waited for and how to go on, and what was found."""
    entry = corpus.records[record_id]
    files = paths(corpus)
    own = [found for found in findings if files.get(found.span.path) == record_id]
    state = standing(corpus, record_id, own)
    title = f"{record_id} “{entry.record.title}”"
    yield Bilingual(f"{title}: {state.vi}  ({entry.path})", f"{title}: {state.en}  ({entry.path})")
    for said, place, _ in agreed(corpus, record_id):
        where = f"  ({place.path})" if place else ""
        yield Bilingual(f"  {said.vi}{where}", f"  {said.en}{where}")
    waiting = [item for item in items if item.record == record_id]
    for item in waiting:
        yield from _waits(corpus, item)
    told = [found for item in waiting for found in item.findings if found.diagnostic.wait]
    for found in own:
        if found not in told and found.diagnostic.problem.code not in SIGNING:
            yield from _found(found)


def _waits(corpus: Corpus, item: DeskItem) -> Iterator[Bilingual]:
    if item.findings[0].diagnostic.wait is None:
        return  # the findings themselves follow
    name, since = unit_name(corpus, item.unit), f"{item.since:%d/%m/%Y}"
    yield Bilingual(
        f"  chờ {name} {item.what.vi}, từ {since}{_late(item).vi}",
        f"  waits for {name} to {item.what.en}, since {since}{_late(item).en}",
    )
    yield from _how(item.findings[0])
    if item.holds:
        held = ", ".join(item.holds)
        yield Bilingual(f"    đang giữ lại: {held}", f"    holds back: {held}")


def _late(item: DeskItem) -> Bilingual:
    if item.late is None:
        return Bilingual("", "")
    said = WORDS["late" if item.late else "late_today"]
    return Bilingual(f" ({said.vi.format(days=item.late)})", f" ({said.en.format(days=item.late)})")


def _found(found: Located) -> Iterator[Bilingual]:
    diagnostic = found.diagnostic
    label, code = LABELS[diagnostic.problem.severity], diagnostic.problem.code
    said = diagnostic.sentence
    yield Bilingual(f"  {label.vi} {code}: {said.vi}", f"  {label.en} {code}: {said.en}")
    yield from _how(found)


def _how(found: Located) -> Iterator[Bilingual]:
    mend = found.diagnostic.mend
    yield Bilingual(
        f"    {found.span}\n    Làm tiếp: {mend.vi}", f"    {found.span}\n    Next: {mend.en}"
    )
