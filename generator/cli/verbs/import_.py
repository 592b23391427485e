"""bulletin import: a file of another office becomes a draft; a table of counts becomes drafts.

What a file says is never a statement: an editor compares, and the parties verify.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from generator.base.diagnostics import Refused
from generator.base.text import Bilingual, nfc
from generator.cli.report.next_steps import after_import
from generator.cli.report.report import say
from generator.cli.session.compilation import corpus_of
from generator.cli.session.one_writer import one_writer
from generator.cli.session.session import Session
from generator.cli.session.word_part import needs_word_part
from generator.cli.verbs.new import EVENT_OPTION, UNIT_OPTION, next_id, of_event, unit_named
from generator.model.corpus.corpus import Corpus
from generator.model.edition.public_names import allowance_of, forbidden_in
from generator.model.kinds import path_of
from generator.model.kinds.information import Information
from generator.model.record.record import Channel, Record
from generator.targets.editor.scaffold import Draft, Given, sensible
from generator.writer import write_files

_LONGEST_TITLE = 160
_CUT = " …"
_HIDDEN = "(đã che)"
_STATE_SECRETS = "BT512"


class Found(NamedTuple):
    """What a file gave: the values of new records of one kind, and what to tell the editor."""

    kind: type[Record]
    records: list[dict[str, Given]]
    notes: list[Bilingual]
    flaws: list[Bilingual]


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@UNIT_OPTION
@EVENT_OPTION
@click.pass_obj
@one_writer
def command(session: Session, file: Path, unit: str | None, event: str | None) -> None:
    corpus, _ = corpus_of(session)
    found = _found(corpus, file)
    shared = {
        "unit": unit_named(session, corpus, unit),
        **(of_event(corpus, event) if event else {}),
    }
    files = dict(_drafts(session, corpus, found, shared))
    write_files(session.root, files, new=tuple(files))
    for path in files:
        click.echo(path)
    for line in (*found.notes, *found.flaws, *_next(files)):
        say(session.words(line, corpus))
    if found.flaws:
        raise SystemExit(1)


@needs_word_part
def _found(corpus: Corpus, file: Path) -> Found:
    from generator.targets.incoming import package, reader  # noqa: PLC0415  an optional extra

    content = package.read_file(file)
    return (_counted if reader.is_table(file.name) else _letter)(corpus, file.name, content)


def _letter(corpus: Corpus, name: str, content: bytes) -> Found:
    """A document as one information: its text under `details`, its head as the source."""
    from generator.targets.incoming import blocks, letter, reader  # noqa: PLC0415  an optional extra

    incoming, registry = reader.document(name, content), corpus.registry
    types = [kind.name for kind in registry.document_types.values()]
    units = [called for unit in registry.units.values() for called in (unit.name, unit.called)]
    read = letter.letter(incoming.blocks, types, units)
    if not read.title:
        raise Refused(f"{name} không có chữ nào.", f"{name} holds no words.")
    _refuse_secret(corpus, nfc(incoming.everything))
    notes = [*incoming.notes, *read.notes]
    texts = (read.title, read.reference, blocks.markdown(read.body))
    masked = [_masked(corpus, text, notes) for text in texts]
    day = corpus.now.astimezone(registry.programme.zone).date().isoformat()
    source = {"kind": Channel.DOCUMENT.value, "reference": masked[1] or name, "received": day}
    title = _short(masked[0])
    if title.endswith(_CUT):  # the whole of it is kept
        masked[2] = f"{blocks.markdown([blocks.Block(masked[0])])}\n\n{masked[2]}"
    record = {"title": title, "source": source, "details": f"{masked[2]}\n"}
    if not masked[2]:
        del record["details"]
    return Found(Information, [record], _told(notes), [])


def _refuse_secret(corpus: Corpus, text: str) -> None:
    """A paper with a mark of secrecy anywhere, in its head too, is not taken in."""
    seen = forbidden_in(text, allowance_of(corpus.registry))
    if any(sighting.code == _STATE_SECRETS for sighting in seen):
        raise Refused(
            "Văn bản có dấu chỉ độ mật: không đưa vào máy nối mạng (bulletin explain BT512)."
            " Chưa ghi gì.",
            "The paper is marked as secret: it must not be on a networked machine (bulletin explain"
            " BT512). Nothing was written.",
        )


def _masked(corpus: Corpus, text: str, notes: list[Bilingual]) -> str:
    """The text without what singles out a person."""
    seen = forbidden_in(text, allowance_of(corpus.registry))
    people = [sighting for sighting in seen if sighting.code.startswith("BT50")]
    if people:
        listed, count = ", ".join(sorted({sighting.code for sighting in people})), len(people)
        notes.append(
            Bilingual(
                f"đã che {count} chỗ chỉ ra một người ({listed})",
                f"{count} places that single out a person were masked ({listed})",
            )
        )
    for sighting in sorted(people, reverse=True, key=lambda sighting: sighting.start):
        start = sighting.start + len(sighting.value) - len(sighting.value.lstrip("( "))
        text = f"{text[:start]}{_HIDDEN}{text[sighting.end :]}"
    return text


def _short(title: str) -> str:
    """The title with a capital, cut at a word where it is longer than a line may be."""
    one_line = " ".join(title.split()) or "Văn bản đến"
    if len(one_line) > _LONGEST_TITLE:
        one_line = f"{one_line[:_LONGEST_TITLE].rpartition(' ')[0]}{_CUT}"
    return one_line[:1].upper() + one_line[1:]


def _told(notes: list[Bilingual]) -> list[Bilingual]:
    return [Bilingual(f"Lưu ý: {note.vi}.", f"Note: {note.en}.") for note in notes]


def _counted(corpus: Corpus, name: str, content: bytes) -> Found:
    """A table as one record a line, and one finding for every line that is none."""
    from generator.targets.incoming import counts, reader  # noqa: PLC0415  an optional extra

    table = reader.table(name, content, counts.is_head)
    kind = counts.kind_of(table.heads)
    if kind is None:
        raise Refused(
            f"{name}: bảng phải có cột “Số lượt phản ánh” (vấn đề bức xúc) hoặc “Số báo cáo”"
            " (dư luận). Chưa ghi gì.",
            f"{name}: the table needs a column “Count” (concerns) or “Reports” (opinions). Nothing"
            " was written.",
        )
    every = list(counts.read(kind, table.lines, corpus.registry))
    flaws = [
        Bilingual(f"Dòng {row.line}: {row.flaw.vi}.", f"Line {row.line}: {row.flaw.en}.")
        for row in every
        if row.flaw
    ]
    totals = [row.total for row in every if row.total]
    notes = _told([*table.notes, *counts.serial(table.heads), *totals])
    records = [row.values for row in every if not (row.flaw or row.total)]
    return Found(kind, records, notes, flaws)


def _drafts(
    session: Session, corpus: Corpus, found: Found, shared: dict[str, Given]
) -> Iterator[tuple[str, bytes]]:
    now = corpus.now.astimezone(corpus.registry.programme.zone)
    prefix, _, first = next_id(session.workspace, corpus, found.kind, now.year).rpartition("-")
    for number, values in enumerate(found.records, int(first)):
        known = {**sensible(now), **shared, **values, "id": f"{prefix}-{number:04}"}
        draft = Draft(found.kind, corpus.registry, session.language(corpus), now, known)
        yield path_of(known["id"]), draft.text().encode()


def _next(files: dict[str, bytes]) -> Iterator[Bilingual]:
    for path in list(files)[:1]:
        yield after_import(path, Path(path).stem)
