"""bulletin new: a new record of a kind with a free id, every key, labels and sensible dates."""

import re
from collections.abc import Iterable, Iterator

import click

from generator.base.diagnostics import BulletinError
from generator.base.text import Bilingual, nearest, nfc
from generator.cli.report.next_steps import after_new
from generator.cli.report.report import say
from generator.cli.session import completion
from generator.cli.session.compilation import corpus_of
from generator.cli.session.one_writer import one_writer
from generator.cli.session.session import Session
from generator.cli.session.signoff_files import refuse_ended
from generator.cli.session.typed_texts import judged
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.placeholders import UNTITLED
from generator.model.corpus.state import Sign, is_alive, last_edition_of, signs
from generator.model.desk.numbers import free_number, number_owners
from generator.model.kinds import KINDS, folder_of, path_of
from generator.model.kinds.bulletin import Bulletin, BulletinKind
from generator.model.kinds.event import Event
from generator.model.kinds.message import Message
from generator.model.record.record import Record
from generator.targets.editor.scaffold import Draft, Given, sensible
from generator.workspace import DiskWorkspace
from generator.writer import write_new


def _kinds() -> str:
    """The kinds in the help, one a line."""
    lines = (f"{k.kind} ({k.prefix}): {k.label.vi} · {k.kind} ({k.prefix})" for k in KINDS)
    return "\b\nCác loại: · The kinds:\n" + "\n".join(lines)


# Of each verb that makes records.
UNIT_OPTION = click.option(
    "--unit", shell_complete=completion.units, help="Đơn vị cung cấp · The unit that supplies it"
)
EVENT_OPTION = click.option(
    "--event", shell_complete=completion.events, help="Mã sự việc · The event it belongs to"
)


@click.command("new", epilog=_kinds())
@click.argument("kind_name", metavar="KIND", shell_complete=completion.kinds)
@click.option("--title", default="", help="Tiêu đề · The title")
@UNIT_OPTION
@EVENT_OPTION
@click.pass_obj
@one_writer
def command(
    session: Session, kind_name: str, title: str, unit: str | None, event: str | None
) -> None:
    kind = kind_called(kind_name)
    corpus, _ = corpus_of(session)
    now = corpus.now.astimezone(corpus.registry.programme.zone)
    known = sensible(now) | {
        "id": next_id(session.workspace, corpus, kind, now.year),
        "title": judged(corpus, "--title", title) if title else session.words(UNTITLED, corpus),
        "unit": unit_named(session, corpus, unit),
        **(of_event(corpus, event) if event else {}),
        **(_of_bulletin(corpus) if kind is Bulletin else {}),
    }
    hints = {"number": _next_numbers(corpus, now.year)} if kind is Bulletin else {}
    draft = Draft(kind, corpus.registry, session.language(corpus), now, known, hints)
    path = path_of(known["id"])
    write_new(session.root, path, draft.text().encode())
    click.echo(path)
    say(session.words(after_new(path, known["id"]), corpus))


def kind_called(name: str) -> type[Record]:
    """The kind with that name, prefix, label or start of a label; raises BulletinError."""
    folded_name = nfc(name).casefold()
    for kind in KINDS:
        if folded_name in (kind.kind, kind.prefix.casefold(), kind.label.vi):
            return kind
    candidates = [kind for kind in KINDS if kind.label.vi.startswith(folded_name)]
    if len(candidates) == 1:
        return candidates[0]
    words = {word: kind for kind in KINDS for word in (kind.kind, kind.prefix, kind.label.vi)}
    near = nearest(name, words)
    known = near or ", ".join(f"{kind.kind} ({kind.label.vi})" for kind in KINDS)
    raise BulletinError(
        f"Không có loại bản ghi “{name}”; có phải: {known}?",
        f"There is no kind “{name}”; did you mean: {known}?",
    )


def next_id(workspace: DiskWorkspace, corpus: Corpus, kind: type[Record], year: int) -> str:
    """An id one above the highest number on this disk, on any branch and in any edition."""
    folder = f"{folder_of(kind)}/{year}"
    local_paths = (file.path for file in workspace.files(folder))
    names = [*local_paths, *workspace.on_branches(folder), *_issued_ids(corpus)]
    return f"{kind.prefix}-{year}-{_highest(kind, year, names) + 1:04}"


def _highest(kind: type[Record], year: int, names: Iterable[str]) -> int:
    form = re.compile(rf"(?:^|/){kind.prefix}-{year}-([0-9]{{4,}})(?:\.yml)?$")
    return max((int(match[1]) for name in names if (match := form.search(name))), default=0)


def _issued_ids(corpus: Corpus) -> Iterator[str]:
    for edition in corpus.editions:
        yield edition.bulletin
        yield from edition.records
    for link in corpus.redacted:
        yield from link.redaction.records


def unit_named(session: Session, corpus: Corpus, unit_id: str | None) -> str:
    """The given unit, or the first party; that choice is announced to the user."""
    if unit_id is None:
        return _first_party(session, corpus)
    units = corpus.registry.units
    if unit_id not in units:
        near = nearest(unit_id, units) or ", ".join(units)
        raise BulletinError(
            f"Không có đơn vị “{unit_id}”; có phải: {near}?",
            f"There is no unit “{unit_id}”; did you mean: {near}?",
        )
    refuse_ended(corpus, unit_id)
    return unit_id


def _first_party(session: Session, corpus: Corpus) -> str:
    today = corpus.now.date()
    parties = [unit.id for unit in corpus.party_units if unit.valid.covers(today)]
    if not parties:
        raise BulletinError(
            "Hôm nay chương trình không có bên nào đang hoạt động; nêu đơn vị bằng --unit.",
            "No party of the programme exists today; name the unit with --unit.",
        )
    notice = Bilingual(
        f"Chưa nêu --unit nên ghi {parties[0]}; các bên: {', '.join(parties)}.",
        f"Without --unit it says {parties[0]}; the parties: {', '.join(parties)}.",
    )
    say(session.words(notice, corpus))
    return parties[0]


def _of_bulletin(corpus: Corpus) -> dict[str, Given]:
    """What a new bulletin can already say: who signs, and the messages that await a bulletin."""
    today = corpus.now.date()
    signers = [
        {"unit": unit.id, "office": office.id}
        for unit in corpus.party_units
        for office in [office for office in unit.offices if office.valid.covers(today)][:1]
    ]
    agreed = [
        entry.record.id
        for entry in corpus.of(Message)
        if is_alive(corpus, entry.record)
        and last_edition_of(corpus, entry.record.id) is None
        and {party.sign for party in signs(corpus, entry.record.id)} == {Sign.APPROVED}
    ]
    values = {"signers": signers, "include": agreed}
    return {key: value for key, value in values.items() if value}


def _next_numbers(corpus: Corpus, year: int) -> Bilingual:
    owners = corpus.once(number_owners)
    free = [(kind, free_number(owners, kind.value, str(year))) for kind in BulletinKind]
    return Bilingual(
        "số kế tiếp: " + ", ".join(f"{number} ({kind.label.vi})" for kind, number in free),
        "the next: " + ", ".join(f"{number} ({kind.label.en})" for kind, number in free),
    )


def of_event(corpus: Corpus, event_id: str) -> dict[str, Given]:
    """The values that a record copies from its event."""
    event = corpus.find(event_id, Event)
    if event is None:
        near = nearest(event_id, [entry.record.id for entry in corpus.of(Event)])
        vi = f"; có phải: {near}?" if near else "; tạo trước bằng: bulletin new event."
        en = f"; did you mean: {near}?" if near else "; start it with: bulletin new event."
        raise BulletinError(f"Không có sự việc {event_id}{vi}", f"No event {event_id}{en}")
    values = {"event": event_id, "areas": list(event.areas), "topic": event.topic}
    return {key: value for key, value in values.items() if value}
