"""bulletin verify: recompute every digest and the chain, or the files of a built site."""

from pathlib import Path

import click

from generator.base.text import Bilingual
from generator.cli.report.report import print_findings, say
from generator.cli.session.session import Session
from generator.editions.signatures import signature_count
from generator.editions.verify import verify_editions
from generator.model.edition.edition import History
from generator.pipeline import located
from generator.targets.build.manifest import verify_site


@click.command("verify")
@click.argument("target", required=False, type=click.Path(path_type=Path), metavar="[SITE]")
@click.pass_obj
def command(session: Session, target: Path | None) -> int:
    """Đối chiếu các bản phát hành, hoặc trang đã dựng · Verify editions or a built site."""
    if target is not None:
        return _site(session, target)
    outcome = verify_editions(session.workspace)
    language = session.language()
    print_findings(located(session.workspace, outcome.problems), None, language)
    history, problem_count = outcome.value, len(outcome.problems)
    count = len(history.editions)
    if problem_count:
        message = Bilingual(f"{problem_count} chỗ không khớp.", f"{problem_count} differences.")
    else:
        signatures, gaps = _signature_text(signature_count(history.editions)), _gap_text(history)
        message = Bilingual(
            f"{count} bản phát hành, chuỗi liền mạch, mọi mã băm khớp{signatures.vi}.{gaps.vi}",
            f"{count} editions, the chain is whole, every digest matches{signatures.en}.{gaps.en}",
        )
    say(message.to(language))
    return int(problem_count > 0)


def _signature_text(count: int) -> Bilingual:
    """The part of the message about signatures; empty without signatures."""
    if not count:
        return Bilingual("", "")
    return Bilingual(f", {count} chữ ký đều đúng", f", all {count} signatures hold")


def _gap_text(history: History) -> Bilingual:
    """The editions whose content was taken out, by name: the chain knows only their digests."""
    names = ", ".join(link.name for link in history.redacted)
    if not names:
        return Bilingual("", "")
    return Bilingual(
        f" Đã gỡ nội dung, chỉ còn mã băm trong chuỗi: {names}.",
        f" Taken out, only the digest stays in the chain: {names}.",
    )


def _site(session: Session, target: Path) -> int:
    differences = verify_site(target)
    for difference in differences:
        click.echo(session.words(difference))
    count = len(differences)
    clean = Bilingual("Mọi tệp khớp với manifest.json.", "Every file matches manifest.json.")
    differing = Bilingual(f"{count} tệp không khớp.", f"{count} files differ.")
    say(session.words(differing if count else clean))
    return int(count > 0)
