"""Everything the desk knows about a record, line by line."""

from collections.abc import Iterable, Iterator, Sequence

from generator.base.diagnostics import Located
from generator.base.text import Bilingual
from generator.base.times import in_words
from generator.cli.report.approval_lines import approval_lines
from generator.cli.report.record_standing import standing
from generator.cli.report.report import LABELS
from generator.model.corpus.corpus import Corpus
from generator.model.desk.desk import DeskItem
from generator.model.desk.desk_state import SIGNING, paths
from generator.rules.naming import unit_name


def describe(
    corpus: Corpus, findings: Sequence[Located], items: Iterable[DeskItem], record_id: str
) -> Iterator[Bilingual]:
    """Its state, approvals, waiting units with the next step, and other findings."""
    entry = corpus.records[record_id]
    files = paths(corpus)
    own_findings = [finding for finding in findings if files.get(finding.span.path) == record_id]
    state = standing(corpus, record_id, own_findings)
    title = f"{record_id} “{entry.record.title}”"
    yield Bilingual(f"{title}: {state.vi}  ({entry.path})", f"{title}: {state.en}  ({entry.path})")
    for text, place, _ in approval_lines(corpus, record_id):
        where = f"  ({place.path})" if place else ""
        yield Bilingual(f"  {text.vi}{where}", f"  {text.en}{where}")
    waiting = [item for item in items if item.record == record_id]
    for item in waiting:
        yield from _waiting_lines(corpus, item)
    reported = [finding for item in waiting for finding in item.findings if finding.diagnostic.wait]
    for finding in own_findings:
        if finding not in reported and finding.diagnostic.problem.code not in SIGNING:
            yield from _finding_lines(finding)


def _waiting_lines(corpus: Corpus, item: DeskItem) -> Iterator[Bilingual]:
    if item.findings[0].diagnostic.wait is None:
        return  # the findings themselves follow
    name, since, late = unit_name(corpus, item.unit), since_text(item), _late(item)
    yield Bilingual(
        f"  chờ {name} {item.what.vi}{since.vi}{late.vi}",
        f"  waits for {name} to {item.what.en}{since.en}{late.en}",
    )
    yield from _next_step(item.findings[0])
    if item.holds:
        record_ids = ", ".join(item.holds)
        yield Bilingual(f"    đang giữ lại: {record_ids}", f"    holds back: {record_ids}")


def since_text(item: DeskItem) -> Bilingual:
    """The end of a sentence: since which day it waits."""
    if item.since is None:
        return Bilingual("", "")
    day = in_words(item.since)
    return Bilingual(f", từ {day.vi}", f", since {day.en}")


def _late(item: DeskItem) -> Bilingual:
    late = item.lateness
    return Bilingual(f" ({late.vi})", f" ({late.en})") if late else Bilingual("", "")


def _finding_lines(finding: Located) -> Iterator[Bilingual]:
    diagnostic = finding.diagnostic
    label, code = LABELS[diagnostic.problem.severity], diagnostic.problem.code
    sentence = diagnostic.sentence
    yield Bilingual(f"  {label.vi} {code}: {sentence.vi}", f"  {label.en} {code}: {sentence.en}")
    yield from _next_step(finding)


def _next_step(finding: Located) -> Iterator[Bilingual]:
    mend = finding.diagnostic.mend
    yield Bilingual(
        f"    {finding.span}\n    Làm tiếp: {mend.vi}", f"    {finding.span}\n    Next: {mend.en}"
    )
