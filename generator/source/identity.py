"""Each id fits its file, and no id is used twice."""

from collections.abc import Collection, Iterator, Sequence

from generator.base.diagnostics import Diagnostic
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus import Entry
from generator.model.kinds import BY_PREFIX, path_of
from generator.model.record import Record
from generator.model.registry import AreasFile, TopicsFile, UnitsFile
from generator.model.signoff import Approval, Recall
from generator.source.problems import MISPLACED_ID, REPEATED_ID


def misplaced(entry: Entry[Record], paths: Collection[str]) -> Diagnostic | None:
    """A record whose id does not lead to its file; `paths` are all files that hold records."""
    record_id = entry.record.id
    known = BY_PREFIX.get(record_id[:2])
    right = path_of(record_id) if known else None
    if right == entry.path:
        return None
    if right in paths:
        return REPEATED_ID.at(entry.place("id"), id=record_id, first=str(right))
    stem = entry.path.rpartition("/")[2].removesuffix(".yml")
    if right and right.rpartition("/")[0] == entry.path.rpartition("/")[0]:
        hint = Bilingual(
            f"viết mã là {stem}, hoặc đổi tên tệp thành {record_id}.yml.",
            f"write the id {stem}, or rename the file to {record_id}.yml.",
        )
    else:
        prefix = type(entry.record).prefix
        hint = Bilingual(
            f"mã của {type(entry.record).label.vi} bắt đầu bằng {prefix}-, năm trong mã là tên"
            " thư mục, phần sau là tên tệp.",
            f"an id here begins with {prefix}-, names the year of the folder and the file.",
        )
    return MISPLACED_ID.at(entry.place("id"), id=record_id, hint=hint)


def misplaced_signoff(path: str, signoff: Approval | Recall) -> Diagnostic | None:
    """An approval or recall whose file name says another record or unit."""
    parts = path.removesuffix(".yml").split("/")
    expected = (parts[-2], parts[-1]) if isinstance(signoff, Approval) else (parts[-1], None)
    if expected[0] != signoff.record:
        return _signoff(path, "record", signoff.record, expected[0])
    if expected[1] is not None and expected[1] != signoff.unit:
        return _signoff(path, "unit", signoff.unit, expected[1])
    return None


def _signoff(path: str, key: str, given: str, expected: str) -> Diagnostic:
    hint = Bilingual(f"tệp này phải ghi {expected}.", f"this file must say {expected}.")
    return MISPLACED_ID.at(Place(path, (key,)), id=given, hint=hint)


def repeated_in_registry(path: str, content: object) -> Iterator[Diagnostic]:
    """Units, offices, areas, topics and document types that share an id."""
    match content:
        case UnitsFile(units=units):
            yield from _repeated(path, "units", [unit.id for unit in units])
            for number, unit in enumerate(units):
                ids = [office.id for office in unit.offices]
                yield from _repeated(path, "units", ids, (number, "offices"))
        case AreasFile(areas=areas):
            yield from _repeated(path, "areas", [area.id for area in areas])
        case TopicsFile(topics=topics, document_types=types):
            yield from _repeated(path, "topics", [topic.id for topic in topics])
            yield from _repeated(path, "document_types", [kind.id for kind in types])


def _repeated(
    path: str, key: str, ids: Sequence[str], below: tuple[str | int, ...] = ()
) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for number, one in enumerate(ids):
        if one in seen:
            yield REPEATED_ID.at(Place(path, (key, *below, number, "id")), id=one, first=path)
        seen.add(one)
