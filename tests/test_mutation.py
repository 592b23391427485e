"""Whatever changes in an approved message, or below it, the approvals lapse; nothing else can."""

from collections.abc import Iterable, Iterator, Mapping, Set

import orjson
import pytest
import yaml
from pydantic import BaseModel

from generator import pipeline
from generator.base.diagnostics import Diagnostic, Located, Severity
from generator.base.span import Span
from generator.editions.freeze import Request
from generator.model.corpus.corpus import Corpus
from generator.model.corpus.state import Sign, is_alive, is_pending, signs
from generator.model.edition.edition import Relation
from generator.model.kinds import KINDS, path_of
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.message import Message
from generator.pipeline import Compilation, compile_content
from generator.rules import RULES
from tests.full_records import EVIDENCE, Changed, Given, changes, full, ids_of
from tests.spots import keys_of, wanted
from tests.support import Files, approvals, corpus_of, in_memory, issue, remembering

MESSAGE, BULLETIN = "ND-2026-0001", "BT-2026-0001"
PNG = b"\x89PNG\r\n\x1a\n"
Records = Mapping[str, Given]


def all_records() -> dict[str, Given]:
    """Two full records of every kind.

    No message or bulletin is retired: it would be no longer looked at.
    """
    records = {i: full(kind, i) for kind in KINDS for i in ids_of(kind.kind)[:2]}
    for record_id, record in records.items():
        if record_id[:2] in ("ND", "BT"):
            del record["retired"]
    return records


RECORDS = all_records()


def files_of(records: Records) -> dict[str, str | bytes]:
    """The files of these records with their attachments; JSON is YAML as well."""
    files: dict[str, str | bytes] = {path_of(i): orjson.dumps(r) for i, r in records.items()}
    named = [one["file"] for record in records.values() for one in record.get("attachments", ())]
    return files | {f"content/attachments/{name}": PNG + name.encode() for name in named}


def approved(record_id: str) -> Files:
    """Everything as it stood when all parties approved the record."""
    files = files_of(RECORDS)
    return files | approvals(corpus_of(in_memory(files)), record_id)


def issued() -> Files:
    """Everything as it stood when the bulletin with the message had been issued."""
    files = dict(approved(BULLETIN))
    return files | issue(corpus_of(in_memory(files)), Request(BULLETIN, Relation.NEW))


class Case:
    """Files with sign-offs, and what they say of a message or a bulletin after a change."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.means = remembering()
        self.before = self.after({})

    def after(self, changed: Files) -> Compilation:
        return compile_content(in_memory({**self.files, **changed}), self.means)

    def below(self, record_id: str) -> list[str]:
        """What a record rests on, itself among it."""
        return list(corpus(self.before).closure(record_id))


def corpus(compilation: Compilation) -> Corpus:
    assert compilation.corpus is not None
    return compilation.corpus


def standing_by(compilation: Compilation, record_id: str) -> set[str]:
    """The parties whose approval holds for the record as it is now."""
    known = corpus(compilation)
    if record_id not in known.records:
        return set()
    return {one.party for one in signs(known, record_id) if one.sign is Sign.APPROVED}


def told(compilation: Compilation, record_id: str) -> set[str]:
    """The parties whose approval is reported as lapsed."""
    facts = [
        found.diagnostic.facts
        for found in compilation.findings
        if found.diagnostic.problem.code == "BT402"
    ]
    return {str(fact["unit"]) for fact in facts if fact["id"] == record_id}


def is_asked_for(compilation: Compilation, record_id: str) -> bool:
    """Whether the record can still be read, and its agreement still matters."""
    entry = corpus(compilation).records.get(record_id)
    match entry.record if entry else None:
        case Message() as message:
            return is_alive(corpus(compilation), message)
        case Bulletin() as bulletin:
            return is_pending(corpus(compilation), bulletin)
        case _:
            return False


PARTIES = {"tuyen-giao", "dan-van"}


def changed(record_id: str) -> Iterator[tuple[Changed, Files]]:
    """Every change of a record, with its file."""
    kind = next(kind for kind in KINDS if kind.prefix == record_id[:2])
    for one in changes(kind, RECORDS[record_id]):
        yield one, {path_of(record_id): orjson.dumps(one.record)}


def other_bytes(record_id: str) -> Iterator[Files]:
    """Each attachment of a record with other bytes under the same name."""
    for attached in RECORDS[record_id]["attachments"]:
        yield {f"content/attachments/{attached['file']}": PNG + b"another picture"}


def lapses(case: Case, signed: str, record_id: str) -> list[str]:
    """The changes of a record after which an approval still stands, or lapsed unsaid."""
    done = ((one, case.after(files)) for one, files in changed(record_id))
    return [f"{one.what}: {fault}" for one, after in done for fault in _faults(one, after, signed)]


def _faults(one: Changed, after: Compilation, signed: str) -> Iterator[str]:
    stand = standing_by(after, signed)
    if one.where[1] == "note":
        yield from () if stand == PARTIES else ("lapsed",)
    elif stand:
        yield "did not lapse"
    elif unread := _unread_below(after, signed):
        yield from _faults_of_unread(after, signed, unread)
    elif is_asked_for(after, signed):
        if told(after, signed) != PARTIES:
            yield "lapsed unsaid"
    elif not _is_over(after, signed):
        yield "is passed over"


def _faults_of_unread(after: Compilation, signed: str, unread: Set[str]) -> Iterator[str]:
    wrong = {found.span.path for found in after.of(Severity.ERROR)}
    if not {path_of(record_id) for record_id in unread} <= wrong:
        yield "is passed over"
    if told(after, signed):
        yield "judged although a record cannot be read"


def _unread_below(after: Compilation, signed: str) -> frozenset[str]:
    """The records that cannot be read, of those that the approvals covered."""
    return corpus(after).closure_with_unreadable(signed) & corpus(after).broken


def _is_over(after: Compilation, signed: str) -> bool:
    """Retired or past its time; or its file is wrong, and an error says so."""
    if signed in corpus(after).records:
        return True
    return any(found.span.path == path_of(signed) for found in after.findings)


@pytest.fixture(scope="module", autouse=True)
def without_lines() -> Iterator[None]:
    """Only what is reported as lapsed matters here, and not on which line: the rest takes time."""

    def unplaced(_: object, problems: Iterable[Diagnostic], __: object) -> tuple[Located, ...]:
        return tuple(Located(Span(problem.place.path), problem) for problem in problems)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "located", unplaced)
        lapsing = tuple(one for one in RULES if one.problem.code == "BT402")
        patch.setattr(pipeline, "RULES", lapsing)
        yield


@pytest.fixture(scope="module")
def both(without_lines: None) -> Case:
    """The message was approved by itself, and the bulletin as well."""
    return Case({**approved(MESSAGE), **approved(BULLETIN)})


@pytest.fixture(scope="module")
def after_issue(without_lines: None) -> Case:
    """The bulletin was issued, and the message in it."""
    return Case(issued())


BELOW_MESSAGE = [MESSAGE, *(ids_of(kind)[0] for kind in (*EVIDENCE, "directive"))]
BELOW_BULLETIN = [ids_of(kind.kind)[0] for kind in KINDS]
OTHERS = sorted({*BELOW_BULLETIN, ids_of("message")[1]} - {*BELOW_MESSAGE})


def test_before_any_change_every_party_stands_by_it(both: Case, after_issue: Case) -> None:
    for case in (both, after_issue):
        assert standing_by(case.before, MESSAGE) == PARTIES
        assert standing_by(case.before, BULLETIN) == PARTIES
    assert set(BELOW_BULLETIN) <= set(both.below(BULLETIN))
    assert set(BELOW_MESSAGE) <= set(both.below(MESSAGE))
    assert not set(OTHERS) & set(both.below(MESSAGE))


def test_every_key_of_every_model_is_changed() -> None:
    done = {one.where for kind in KINDS for one, _ in changed(ids_of(kind.kind)[0])}
    assert {(model, key) for kind in KINDS for model, key in _keys(kind)} == done


def _keys(model: type[BaseModel]) -> Iterator[tuple[type[BaseModel], str]]:
    for key, field in keys_of(model).items():
        yield model, key
        leaf, _ = wanted(field.annotation)
        if issubclass(leaf, BaseModel):
            yield from _keys(leaf)


@pytest.mark.parametrize("record_id", BELOW_MESSAGE)
def test_approvals_lapse_whatever_changes_in_a_message_or_below_it(
    record_id: str, both: Case
) -> None:
    assert lapses(both, MESSAGE, record_id) == []


@pytest.mark.parametrize("record_id", OTHERS)
def test_what_a_bulletin_alone_rests_on_makes_its_approvals_lapse_and_no_others(
    record_id: str, both: Case
) -> None:
    for one, files in changed(record_id):
        after = both.after(files)
        assert list(_faults(one, after, BULLETIN)) == [], one.what
        assert standing_by(after, MESSAGE) == PARTIES, one.what
        assert told(after, MESSAGE) == set(), one.what


@pytest.mark.parametrize("record_id", BELOW_MESSAGE)
def test_what_was_issued_lapses_whatever_changes_in_it_later(
    record_id: str, after_issue: Case
) -> None:
    assert lapses(after_issue, MESSAGE, record_id) == []


def test_a_message_is_agreed_through_a_bulletin_only_as_that_stands() -> None:
    through = Case(approved(BULLETIN))
    assert standing_by(through.before, MESSAGE) == PARTIES
    for one, files in changed(ids_of("information")[0]):
        stand = standing_by(through.after(files), MESSAGE)
        assert stand == (PARTIES if one.where[1] == "note" else set()), one.what


@pytest.mark.parametrize("record_id", BELOW_BULLETIN)
def test_approvals_lapse_when_an_attached_file_changes(record_id: str, both: Case) -> None:
    for files in other_bytes(record_id):
        after = both.after(files)
        assert standing_by(after, BULLETIN) == set(), files.keys()
        assert told(after, BULLETIN) == PARTIES, files.keys()
        assert bool(standing_by(after, MESSAGE)) is (record_id not in BELOW_MESSAGE)


def test_the_order_of_keys_and_the_way_a_record_is_written_change_nothing(both: Case) -> None:
    other_way = orjson.loads(orjson.dumps(dict(reversed(RECORDS[MESSAGE].items()))))
    written = yaml.safe_dump(other_way, allow_unicode=True, sort_keys=False, width=60)
    after = both.after({path_of(MESSAGE): written})
    assert standing_by(after, MESSAGE) == standing_by(after, BULLETIN) == PARTIES
