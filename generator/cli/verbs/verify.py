"""bulletin verify: recompute every digest and the chain, or the files of a built site."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.base.diagnostics import BulletinError
from generator.base.phases import phase
from generator.base.text import Bilingual
from generator.cli.report.machine_form import edition_list, in_form, print_json
from generator.cli.report.report import finding_item, print_findings, say
from generator.cli.session.session import Session
from generator.editions.agreement import signature_count
from generator.editions.chain import read_editions
from generator.editions.problems import unknown_mark
from generator.editions.reading import FOLDER
from generator.editions.verify import holds_mark, unknown_to
from generator.model.edition.edition import History
from generator.pipeline import located, verify_content
from generator.targets.build.manifest import differences_from, read_manifest
from generator.targets.machine.holding import as_folder, is_address, paper_in
from generator.targets.release.folder import Folder
from generator.targets.release.target import Target
from generator.targets.release.where import is_bucket, target_at
from generator.writer import steady


@click.command("verify")
@click.argument("target", required=False, metavar="[SITE|ZIP|PDF|URL|s3://…]")
@click.option(
    "--since", metavar="DIGEST", help="Bản mang mã này phải còn trong chuỗi · Must be in the chain"
)
@in_form
@click.pass_obj
def command(session: Session, target: str | None, since: str | None, form: str) -> int:
    if target is not None:
        return _held(session, target, form)
    with steady(session.root):
        outcome = verify_content(session.unremembering)
    language, history = session.language(), outcome.value
    problems = list(outcome.problems)
    if since is not None and not holds_mark(history, since):
        problems.append(unknown_mark(FOLDER, since))
    findings, problem_count = located(session.workspace, problems), len(problems)
    if form == "json":
        items = [finding_item(finding, language) for finding in findings]
        print_json({"findings": items, "editions": edition_list(history)})
        return int(problem_count > 0)
    print_findings(findings, None, language)
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


def _older_than(session: Session, editions: Mapping[str, str]) -> Iterator[Bilingual]:
    """The editions that the site shows and that the workspace, if this is one, holds no more."""
    try:
        workspace = session.unremembering
    except BulletinError:
        return  # a site can be verified anywhere
    for name in unknown_to(read_editions(workspace).value, editions):
        yield Bilingual(
            f"{name}: bản đang kiểm tra có bản này, kho này không còn đúng bản ấy",
            f"{name}: what is verified has this edition, this workspace no longer has the same",
        )


def _differences(session: Session, place: Path) -> Iterator[Bilingual]:
    """In what a built site, or a folder of releases, is not as it says."""
    target = Folder(place)
    if target.names():
        yield from _differences_in(session, target)
        return
    manifest = read_manifest(place)
    yield from differences_from(manifest, place)
    yield from _older_than(session, manifest.editions)


def _differences_in(session: Session, target: Target) -> Iterator[Bilingual]:
    """The same of every release of a target, and of their order."""
    yield from target.differences()
    shown = [release.manifest.editions for release in target.releases()]
    yield from _older_than(session, {name: one for seen in shown for name, one in seen.items()})


def _held(session: Session, target: str, form: str) -> int:
    """A folder, a zip, a site on the network, a bucket, or one PDF."""
    if target.lower().endswith(".pdf") and not is_address(target):
        differences, clean = _paper(session, Path(target))
    elif is_bucket(target):
        with TemporaryDirectory() as mirrors:  # no cache is believed here
            bucket = target_at(target, Path(mirrors))
            differences, clean = tuple(_differences_in(session, bucket)), _CLEAN
    else:
        with as_folder(target) as place, phase("compare") as counts:
            differences, clean = tuple(_differences(session, place)), _CLEAN
            counts["differences"] = len(differences)
    if form == "json":
        print_json({"site": target, "differences": list(map(session.words, differences))})
        return int(bool(differences))
    for difference in differences:
        click.echo(session.words(difference))
    count = len(differences)
    differing = Bilingual(f"{count} chỗ không khớp.", f"{count} differences.")
    say(session.words(differing if count else clean))
    return int(count > 0)


_CLEAN = Bilingual("Mọi tệp khớp với manifest.json.", "Every file matches manifest.json.")


def _paper(session: Session, path: Path) -> tuple[tuple[Bilingual, ...], Bilingual]:
    """The differences of a PDF, and what is said when there are none."""
    paper, flaws = paper_in(path)
    if paper is None:
        return flaws, _CLEAN
    unknown = _older_than(session, {paper.name: paper.digest})
    clean = Bilingual(
        f"{paper.name}: bản gốc đính kèm khớp mã băm, số kiểm tra có trên cả {paper.pages} trang."
        " Từng chữ trên trang in thì so với trang web.",
        f"{paper.name}: the attached edition has its digest, and all {paper.pages} pages the check"
        " mark. Compare the words on paper with the site.",
    )
    return (*flaws, *unknown), clean
