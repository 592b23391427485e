"""bulletin publish: build, verify, and show readers the new release in one step."""

import click

from generator.base.diagnostics import BulletinError, Refused
from generator.base.text import Bilingual
from generator.cli.report.machine_form import in_form, print_json
from generator.cli.report.next_steps import after_dry_run, after_publish, after_rollback
from generator.cli.report.report import progress, say
from generator.cli.session.session import Session
from generator.cli.session.whole_history import whole_history
from generator.editions.verify import unknown_to
from generator.model.edition.edition import History
from generator.model.record.record import Circulation
from generator.targets.build.cache import Cache
from generator.targets.build.inputs import Wish
from generator.targets.release.publish import (
    Order,
    Published,
    as_json,
    build_apart,
    foreseen,
    publish,
    refuse_mixture,
    roll_back,
)
from generator.targets.release.target import Target
from generator.targets.release.where import target_at

KEEP = 5  # releases
_SHOWN = 5  # paths of each sort


@click.command("publish")
@click.argument("place", metavar="DIR|s3://…")
@click.option("--rollback", is_flag=True, help="Trở lại bản đứng trước · Back to the one before")
@click.option("--dry-run", is_flag=True, help="Chỉ nói sẽ đổi gì · Only say what would change")
@click.option("--keep", type=click.IntRange(min=1), default=KEEP, help="Giữ mấy bản · Kept")
@click.option(
    "--circulation",
    type=click.Choice([c.value for c in Circulation]),
    default=Circulation.INTERNAL.value,
    help="Lưu hành · Circulation",
)
@click.option("--no-pdf", is_flag=True, help="Không làm PDF · Leave out PDFs")
@in_form
@click.pass_obj
def command(  # noqa: PLR0913  the options of the spec
    session: Session,
    place: str,
    circulation: str,
    keep: int,
    form: str,
    *,
    rollback: bool,
    dry_run: bool,
    no_pdf: bool,
) -> int:
    if rollback and dry_run:
        raise BulletinError(
            "--rollback và --dry-run không đi cùng nhau: trở lại bản trước thì bản ấy đã có sẵn"
            f" trong {place}/releases. Chưa đổi gì.",
            "--rollback and --dry-run do not go together: the release before lies in"
            f" {place}/releases. Nothing was changed.",
        )
    target = target_at(place, Cache(session.root).folder / "publishing")
    audience = Circulation.named(circulation)
    wish = Wish(session.at, audience, with_pdf=not no_pdf, with_bundle=True)
    if rollback:
        done = _roll_back(target)
        text, then = _WENT_BACK, after_rollback(place)
    elif dry_run:
        done = _dry(session, target, wish)
        text, then = _WOULD, after_dry_run(place)
    else:
        done = _publish(session, target, wish, keep)
        text, then = _DONE if done.release else _NOTHING_NEW, after_publish(place, target.seen_at)
    if form == "json":
        print_json(as_json(place, done) | {"dry_run": dry_run})
    else:
        _tell(session, done, text)
        say(session.words(then))
    return int(bool(done.unmade))


_WENT_BACK = Bilingual("Đã trở lại bản trước", "Went back to the release before")
_WOULD = Bilingual("Nếu đăng thì sẽ đổi", "Publishing would change")
_DONE = Bilingual("Đã đăng", "Published")
_NOTHING_NEW = Bilingual("Không có gì mới, chưa phải đăng", "Nothing is new, nothing to publish")


def _roll_back(target: Target) -> Published:
    with target.alone():
        return roll_back(target)


def _dry(session: Session, target: Target, wish: Wish) -> Published:
    _history(session, target, wish)
    with progress(session.words(_BUILDING)):
        return foreseen(build_apart(session.root, wish, target), target)


def _publish(session: Session, target: Target, wish: Wish, keep: int) -> Published:
    with target.alone(), progress(session.words(_BUILDING)):
        history = _history(session, target, wish)
        taken_out = [link.name for link in history.redacted]
        order = Order(wish, keep, taken_out)
        return publish(build_apart(session.root, wish, target), target, order)


_BUILDING = Bilingual("Đang dựng và kiểm tra bản mới…", "Building and verifying the release…")


_UNDONE = Bilingual("Chưa đăng gì", "Nothing was published")


def _history(session: Session, target: Target, wish: Wish) -> History:
    """Every edition that holds; raises Refused when one does not, or is gone that readers saw."""
    target.check()
    refuse_mixture(target, wish.circulation.value)
    history = whole_history(session, _UNDONE)
    shown = {name: d for r in target.releases() for name, d in r.manifest.editions.items()}
    lost = unknown_to(history, shown)
    if lost:
        names = ", ".join(lost)
        raise Refused(
            f"Chưa đăng gì: người đọc đã có {names}, kho này không còn đúng bản ấy. Lấy lại bản đã"
            " phát hành từ git; muốn sửa thì phát hành bản đính chính.",
            f"Nothing was published: readers have {names}, and this workspace no longer has the"
            " same. Bring the issued version back from git; to change it, issue a correction.",
        )
    return history


_SORTS = (
    ("new", Bilingual("mới", "new")),
    ("changed", Bilingual("đổi", "changed")),
    ("gone", Bilingual("bỏ", "gone")),
)


def _tell(session: Session, done: Published, text: Bilingual) -> None:
    """What was switched, and the files that are new, changed and gone: counted, the first named."""
    changes = done.changes._asdict()
    for sort, label in _SORTS:
        for path in changes[sort][:_SHOWN]:
            click.echo(f"  {session.words(label)}: {path}")
        if len(changes[sort]) > _SHOWN:
            click.echo(f"  {session.words(label)}: … ({len(changes[sort])})")
    for path in done.reprinted:
        say(session.words(_reprinted(path)))
    for failure in done.unmade:
        say(session.words(failure.sentence))
    if not done.release and not any(done.changes):
        say(f"{session.words(text)}.")
        return
    counts = (f"{len(changes[sort])} {session.words(label)}" for sort, label in _SORTS)
    say(f"{session.words(text)}: {', '.join(counts)}. {done.release}".rstrip())


def _reprinted(path: str) -> Bilingual:
    return Bilingual(
        f"Bản in người đọc đã có nay in khác, vì có điều trong đó đã bị dừng: {path}",
        f"A paper that readers hold is printed otherwise now, for something in it was stopped:"
        f" {path}",
    )
