"""bulletin build: the site and its PDFs, from the issued editions."""

from collections.abc import Mapping
from pathlib import Path

import click

from generator.base.diagnostics import BulletinError
from generator.base.text import Bilingual
from generator.cli.report.next_steps import after_build
from generator.cli.report.report import progress, say
from generator.cli.session import completion
from generator.cli.session.session import Session
from generator.model.record.record import Circulation
from generator.targets.build.inputs import Paper, Wish
from generator.targets.site.site_build import build_site

_CIRCULATIONS = click.Choice([circulation.value for circulation in Circulation])


@click.command("build")
@click.option("--out", type=click.Path(path_type=Path), help="Thư mục kết quả · Output folder")
@click.option(
    "--content",
    type=click.Path(path_type=Path),
    metavar="REPO",
    help="Kho chỉ có content/ · A repository that holds only content/",
)
@click.option(
    "--circulation",
    type=click.Choice([c.value for c in Circulation]),
    help="Lưu hành · Circulation",
)
@click.option("--as-of", metavar="TIME", help="Dựng như vào lúc này · As of this moment")
@click.option(
    "--reuse",
    type=click.Path(path_type=Path),
    metavar="RELEASE",
    help="Lấy lại PDF từ trang hoặc bản phát hành trước · Take over the PDFs of an earlier site",
)
@click.option("--no-pdf", is_flag=True, help="Không làm PDF · Leave out PDFs")
@click.option(
    "--bundle", is_flag=True, help="Thêm cả trang trong một tệp zip · Add the site as a zip"
)
@click.option("--jobs", type=click.IntRange(min=0), default=0, help="Số tiến trình · Processes")
@click.option(
    "--why",
    metavar="PAGE",
    shell_complete=completion.pages,
    help="Không dựng; nói vì sao một trang được dựng lại · Only say why a page is made again",
)
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917  the options of the spec
    session: Session,
    out: Path | None,
    content: Path | None,
    circulation: str | None,
    as_of: str | None,
    reuse: Path | None,
    why: str | None,
    *,
    no_pdf: bool,
    bundle: bool,
    jobs: int,
) -> int:
    wish = Wish(
        at=as_of or session.at,
        circulation=Circulation.named(circulation) if circulation else Circulation.INTERNAL,
        with_pdf=not no_pdf,
        papers=_papers_of(reuse.resolve()) if reuse else {},
        with_bundle=bundle,
    )
    root = _received(content) if content else session.root
    target = out or (Path("site") if content else root / "site")
    if why is not None:
        return _tell_why(session, root, wish, target.resolve(), why)
    start_text = Bilingual("Đang dựng trang…", "Building the site…")
    with progress(session.words(start_text)):
        written, unmade = build_site(root, wish, target.resolve(), jobs)
    for failure in unmade:
        say(session.words(failure.sentence))
    pages = sum(path.endswith("index.html") for path in written)
    end_text = Bilingual(
        f"Xong: {pages} trang, {len(written)} tệp trong {target}.",
        f"Done: {pages} pages, {len(written)} files in {target}.",
    )
    say(session.words(end_text))
    say(session.words(after_build(target)))
    if unmade:
        say(session.words(_UNMADE))
    return int(bool(unmade))


def _tell_why(session: Session, root: Path, wish: Wish, out: Path, page: str) -> int:
    from generator.targets.site.rebuild import why  # noqa: PLC0415  loads the views

    answer = why(root, wish, out, page)
    first = _AHEAD if answer.is_ahead else _BEHIND if answer.reasons else _STANDS
    click.echo(session.words(first).format(page=answer.page))
    for reason in answer.reasons:
        click.echo(f"  ← {session.words(reason)}")
    return 0


_AHEAD = Bilingual("{page} sẽ được dựng lại, vì đã khác:", "{page} will be made again, because of:")
_BEHIND = Bilingual(
    "{page} còn nguyên; lần dựng gần nhất có thay đổi đã dựng lại nó, vì đã khác:",
    "{page} stands; the last build that changed something made it again, because of:",
)
_STANDS = Bilingual(
    "{page} còn nguyên, lần dựng gần nhất cũng không dựng lại nó.",
    "{page} stands, and the last build did not make it again.",
)


def _papers_of(release: Path) -> Mapping[str, Paper]:
    from generator.targets.release.publish import reused  # noqa: PLC0415  only when it is asked for

    return reused(release)


def _received(folder: Path) -> Path:
    """A repository of which nothing but the content is read: no settings, nothing that runs."""
    if not (folder / "content").is_dir():
        raise BulletinError(
            f"Trong {folder} không có thư mục content/.",
            f"There is no folder content/ in {folder}.",
        )
    return folder.resolve()


_UNMADE = Bilingual(
    "Trang của các tệp chưa làm được đã ghi rõ điều đó; lần dựng sau sẽ thử làm lại.",
    "The pages of the files that could not be made say so; the next build tries again.",
)
