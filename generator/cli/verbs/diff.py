"""bulletin diff: changes between two versions, or since the last version, record by record."""

import click

from generator.base.diagnostics import Refused
from generator.base.text import Bilingual
from generator.cli.report.change_lines import change_lines
from generator.cli.report.machine_form import change_list, in_form, print_json
from generator.cli.report.named_records import record_named
from generator.cli.report.next_steps import after_diff
from generator.cli.report.recall_lines import recall_notice
from generator.cli.report.report import say
from generator.cli.session import completion
from generator.cli.session.compilation import corpus_of
from generator.cli.session.session import Session
from generator.editions.freeze import Request, freeze
from generator.model.corpus.corpus import Corpus
from generator.model.edition.comparison import RecordChange, compare
from generator.model.edition.edition import Edition, Relation
from generator.model.record.record import Record

_SAME = Bilingual("Không có gì khác.", "Nothing differs.")


@click.command("diff")
@click.argument("bulletin", metavar="BT-ID", shell_complete=completion.bulletins)
@click.argument("versions", nargs=-1, type=int, metavar="[V1 V2]")
@in_form
@click.pass_obj
def command(session: Session, bulletin: str, versions: tuple[int, ...], form: str) -> None:
    corpus, compilation = corpus_of(session)
    if not corpus.holding(bulletin):
        record_named(corpus, compilation.findings, bulletin, Record)
    before, after = _versions_to_compare(corpus, bulletin, versions)
    changes, notice = compare(before, after), recall_notice(corpus, bulletin)
    if form == "json":
        ends = {"before": before.name, "after": after.name if versions else None}
        print_json({"bulletin": bulletin, **ends, "changes": change_list(changes)})
    else:
        _print(session, corpus, changes, notice)
    if form == "text" and not versions and (changes or notice):
        say(session.words(after_diff(bulletin), corpus))


def _print(
    session: Session,
    corpus: Corpus,
    changes: tuple[RecordChange, ...],
    notice: Bilingual | None,
) -> None:
    if notice:
        say(session.words(notice, corpus))
    if not changes:
        say(session.words(_SAME, corpus))
    for change in changes:
        for line in change_lines(change, session.language(corpus)):
            click.echo(line)


def _versions_to_compare(
    corpus: Corpus, bulletin: str, versions: tuple[int, ...]
) -> tuple[Edition, Edition]:
    issued = {edition.version: edition for edition in corpus.versions.get(bulletin, ())}
    if not issued:
        raise _without_versions(corpus, bulletin)
    missing = [version for version in versions if version not in issued]
    if missing or len(versions) not in (0, 2):
        known = ", ".join(map(str, issued))
        raise Refused(f"Nêu hai trong các phiên bản: {known}.", f"Name two versions of: {known}.")
    if versions:
        return issued[versions[0]], issued[versions[1]]
    if bulletin not in corpus.records:
        raise Refused(f"Không còn bản ghi {bulletin}.", f"The record {bulletin} is gone.")
    return issued[max(issued)], freeze(corpus, Request(bulletin, Relation.UPDATE))


def _without_versions(corpus: Corpus, record_id: str) -> Refused:
    """Why a record has no versions of its own: it is printed in bulletins, or nowhere yet."""
    editions = corpus.holding(record_id)
    if editions:
        last = editions[-1]
        return Refused(
            f"{record_id} được in trong {last.name}; phiên bản là của bản tin. Xem điều đã đổi:"
            f" bulletin diff {last.bulletin}",
            f"{record_id} is printed in {last.name}; versions belong to the bulletin. See what"
            f" changed: bulletin diff {last.bulletin}",
        )
    return Refused(
        f"{record_id} chưa phát hành lần nào, nên chưa có gì để so.",
        f"{record_id} was never issued, so there is nothing to compare.",
    )
