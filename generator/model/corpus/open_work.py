"""Work that waits although no rule is broken: open matters, dates to keep, bulletins to issue.

The desk shows it beside the findings; work that is past its day is a finding.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.diagnostics import Diagnostic, Fact, Problem, Severity, Wait
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.completeness import (
    lack_of,
    missing_keys,
    reasons_to_be_complete,
    to_be_written,
    unfinished_records,
)
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.matter import MatterState, matter_state
from generator.model.corpus.pending import (
    TO_FINISH,
    TO_UPDATE,
    TO_WRITE,
    day_of,
    end_of_day,
    last_signed,
    steps_of,
    unfinished_work,
    update_of,
    verification_step,
    work_of,
)
from generator.model.corpus.state import (
    Sign,
    is_alive,
    is_open,
    is_pending,
    is_retired,
    last_edition_of,
    records_in_preparation,
    signs,
)
from generator.model.corpus.stops import redaction_signs, uncorrected
from generator.model.kinds.bulletin import Bulletin
from generator.model.kinds.concern import Concern
from generator.model.kinds.consultation import Consultation, Outcome
from generator.model.kinds.directive import Directive, Stage
from generator.model.kinds.event import Event
from generator.model.kinds.information import Information
from generator.model.kinds.message import Message
from generator.model.kinds.opinion import Opinion
from generator.model.record.record import Record, Task


class _Task(NamedTuple):
    """A kind of work: its name, and how to do it."""

    what: Bilingual
    fix: Bilingual

    def at(self, place: Place, wait: Wait, about: Fact, bulletin: str = "") -> Diagnostic:
        """The work as a note on a record; `about` is the record's own text about it."""
        problem = Problem("", Bilingual("{about}", "{about}"), self.fix, Severity.NOTE)
        return problem.at(place, wait, about=about, bulletin=bulletin)


_WRITE = Bilingual(
    "làm xong thì ghi vào bản ghi này.", "write it into this record when it is done."
)
_GAPS = _Task(
    TO_WRITE,
    Bilingual("điền các khóa ấy; mỗi khóa có lời chú trong tệp.", "fill in these keys."),
)
_TASK = _Task(TO_FINISH, _WRITE)
_DOING = _Task(
    TO_FINISH,
    Bilingual(
        "xong thì bỏ khỏi “doing” và ghi kết quả vào “timeline”.",
        "when it is done move it from “doing” to “timeline”.",
    ),
)
_PROPOSAL = _Task(
    Bilingual("trả lời kiến nghị", "answer the proposal"),
    Bilingual(
        "nhận làm thì ghi việc, đơn vị và hạn vào “tasks” của sự việc hoặc bức xúc; không nhận thì"
        " báo lý do cho đơn vị kiến nghị.",
        "if it is accepted, write the work, its unit and due day under “tasks” of the event or"
        " concern; if not, tell the unit that proposed it why.",
    ),
)
_SUBMIT = _Task(
    Bilingual("trình văn bản đề xuất", "submit the proposed document"),
    Bilingual(
        "trình rồi thì ghi “stage: submitted”; thôi không trình thì ghi “retired”.",
        "then write “stage: submitted”; if it is given up, “retired”.",
    ),
)
_UPDATE = _Task(TO_UPDATE, _WRITE)
_MATTER = _Task(
    Bilingual("đi đến thống nhất", "settle the matter"),
    Bilingual(
        "xong thì ghi vào bản ghi này: meeting, outcome, positions, referral hoặc conclusion.",
        "then write it into this record: meeting, outcome, positions, referral or conclusion.",
    ),
)
_STEP = _Task(
    Bilingual("xác minh thông tin", "verify the information"),
    Bilingual(
        "xong thì ghi thêm một bước vào “verification”, có ngày, đơn vị và văn bản.",
        "then add a step to “verification”, with its day, unit and document.",
    ),
)
_ISSUE = _Task(
    Bilingual("phát hành bản tin", "issue the bulletin"),
    Bilingual("các bên đã đồng ý: bulletin issue …", "all parties agree: bulletin issue …"),
)
_NEXT_VERSION = Bilingual(
    "sửa bản tin, các bên phê duyệt, rồi: bulletin issue {bulletin} --relation correction"
    " --change-note “…”; muốn bỏ cả bản tin thì --relation withdrawal.",
    "mend the bulletin, let every party approve, then: bulletin issue {bulletin} --relation"
    " correction --change-note “…”; to give it up, --relation withdrawal.",
)
_CORRECT = _Task(
    Bilingual(
        "đính chính: còn in nội dung đã bị dừng", "correct it: it still prints what was stopped"
    ),
    _NEXT_VERSION,
)
_REPLACE = _Task(
    Bilingual("ra bản thay bản đã bị thu hồi", "issue a version in place of the recalled one"),
    _NEXT_VERSION,
)
_REDACT = _Task(
    Bilingual("phê duyệt việc gỡ nội dung", "approve that the content goes"),
    Bilingual(
        "bulletin approve {bulletin} --unit … --office …",
        "bulletin approve {bulletin} --unit … --office …",
    ),
)
_REDACT_AGAIN = _Task(
    Bilingual(
        "phê duyệt lại việc gỡ nội dung, đề nghị đã đổi", "approve again, the request was changed"
    ),
    _REDACT.fix,
)
_REDACT_OTHERWISE = _Task(
    Bilingual("đề nghị gỡ bị từ chối", "the redaction was rejected"),
    Bilingual(
        "trao đổi với bên không đồng ý; bỏ đề nghị thì xóa tệp trong content/redactions, đổi đề"
        " nghị thì sửa “reason” trong đó rồi mời phê duyệt lại: bulletin approve {bulletin} …",
        "talk with the party that disagrees; delete the file in content/redactions to give it up,"
        " or change its “reason” and ask again: bulletin approve {bulletin} …",
    ),
)
_TAKE_OUT = _Task(
    Bilingual("gỡ nội dung", "take the content out"),
    Bilingual("mọi bên đã phê duyệt: bulletin redact {bulletin}", "bulletin redact {bulletin}"),
)
_INCLUDE = _Task(
    Bilingual("đưa vào một bản tin", "include it in a bulletin"),
    Bilingual(
        "ghi mã này vào “include” của một bản tin.", "write its id under “include” of a bulletin."
    ),
)


def unfinished(corpus: Corpus) -> Iterator[Diagnostic]:
    """Everything that waits for a unit, in every record that is not retired."""
    for entry in corpus.records.values():
        if not is_retired(corpus, entry.record):
            yield from tuple(_open_work_of(corpus, entry)) or _gaps(corpus, entry)
    yield from _to_correct(corpus)
    yield from _to_redact(corpus)


def _to_correct(corpus: Corpus) -> Iterator[Diagnostic]:
    """Bulletins that readers still have with something that people stopped."""
    for bulletin, stopped, since in uncorrected(corpus):
        entry = corpus.records.get(bulletin)
        if entry is not None:
            task = _CORRECT if stopped else _REPLACE
            wait = Wait(entry.record.unit, task.what, since)
            about = ", ".join(stopped) or entry.record.title
            yield task.at(entry.place("id"), wait, about, bulletin)


def _to_redact(corpus: Corpus) -> Iterator[Diagnostic]:
    """Redactions that wait for a party, were rejected, or wait to be carried out."""
    waiting = {edition.name: edition.bulletin for edition in corpus.editions}
    for name, entry in corpus.redactions.items():
        if name not in waiting:
            continue
        bulletin = corpus.records.get(waiting[name])
        since, place = day_of(entry.record.at, corpus), entry.place("edition")
        missing = [sign for sign in redaction_signs(corpus, name) if not sign.approval]
        for sign in missing:
            task, unit = _REDACT_AGAIN if sign.is_lapsed else _REDACT, sign.party
            about = entry.record.reason
            if sign.rejection and bulletin:
                task, unit = _REDACT_OTHERWISE, str(bulletin.record.unit)
                about = sign.rejection.reason or about
            yield task.at(place, Wait(unit, task.what, since), about, name)
        if not missing and bulletin:
            wait = Wait(bulletin.record.unit, _TAKE_OUT.what, since)
            command = name.replace("/", " ")
            yield _TAKE_OUT.at(place, wait, entry.record.reason, command)


def _gaps(corpus: Corpus, entry: Entry[Record]) -> Iterator[Diagnostic]:
    """What a record without other work lacks before it can be used, unless a rule says it."""
    record = entry.record
    reported = record.id in corpus.once(to_be_written) | corpus.once(reasons_to_be_complete).keys()
    keys = () if reported else tuple(missing_keys(corpus, record))
    if keys:
        wait = Wait(record.unit, TO_WRITE, record.created)
        yield _GAPS.at(entry.key(keys[0]), wait, lack_of(record, keys))


def _open_work_of(corpus: Corpus, entry: Entry[Record]) -> Iterator[Diagnostic]:
    match entry.record:
        case Event() as event:
            yield from _update(corpus, entry, event)
            yield from _work(corpus, entry, event)
        case Concern() as concern:
            yield from _work(corpus, entry, concern)
        case Opinion() as opinion:
            yield from _proposals(corpus, entry, opinion)
        case Directive(stage=Stage.PROPOSED) as directive:
            yield from _submission(entry, directive)
        case Message() as message:
            yield from _message(corpus, entry, message)
        case record:
            yield from _matter(corpus, entry, record)


def _matter(corpus: Corpus, entry: Entry[Record], record: Record) -> Iterator[Diagnostic]:
    """Consultations to settle, information to verify, bulletins to issue."""
    match record:
        case Consultation() if matter_state(corpus, record.id).is_open:
            for wait in _unreported_steps(corpus, record):
                yield _MATTER.at(entry.place(_last_key_written(record)), wait, record.title)
        case Information() if record.id in corpus.once(unfinished_records):
            pass  # it is written first
        case Information(verification=steps) if not _is_concluded(record):
            at = ("verification", len(steps) - 1) if steps else ("id",)
            yield _STEP.at(entry.place(*at), verification_step(record), record.title)
        case Bulletin() if is_pending(corpus, record):
            yield from _ready_to_issue(corpus, entry, _ISSUE)


def _unreported_steps(corpus: Corpus, matter: Consultation) -> tuple[Wait, ...]:
    """The next steps, without the first missing position, which BT408 reports already."""
    is_missing = matter_state(corpus, matter.id).state is MatterState.INCOMPLETE
    is_reported = is_missing and matter.outcome is Outcome.DIFFERING
    return steps_of(corpus, matter)[int(is_reported) :]


def _is_concluded(information: Information) -> bool:
    concluded = information.conclusion
    return concluded is not None and concluded.result is not None


def _last_key_written(matter: Consultation) -> str:
    """The latest key of a consultation that is filled in."""
    keys = ("conclusion", "referral", "outcome", "meeting")
    return next((key for key in keys if getattr(matter, key)), "id")


def _update(corpus: Corpus, entry: Entry[Record], event: Event) -> Iterator[Diagnostic]:
    if is_open(corpus, event) and event.next_update and event.next_update >= corpus.now:
        yield _UPDATE.at(entry.place("next_update"), update_of(corpus, event), event.title)


def _work(corpus: Corpus, entry: Entry[Record], record: Event | Concern) -> Iterator[Diagnostic]:
    """Until its day; after that it is a finding."""
    for at, work in unfinished_work(record, goes_on=is_open(corpus, record)):
        if work.due and work.due >= corpus.now.date():
            wait = work_of(corpus, record, work.unit, work.due)
            task, about = (_TASK, work.do) if isinstance(work, Task) else (_DOING, work.text)
            yield task.at(entry.place(*at, "due"), wait, about)


def _proposals(corpus: Corpus, entry: Entry[Record], opinion: Opinion) -> Iterator[Diagnostic]:
    """Until their day; a report that is not finished is written first."""
    if opinion.id in corpus.once(unfinished_records):
        return
    for number, proposal in enumerate(opinion.proposals):
        if proposal.to and proposal.due and proposal.due >= corpus.now.date():
            due = end_of_day(proposal.due, corpus)
            wait = Wait(proposal.to, _PROPOSAL.what, opinion.created, due)
            yield _PROPOSAL.at(entry.place("proposals", number, "due"), wait, proposal.text)


def _submission(entry: Entry[Record], directive: Directive) -> Iterator[Diagnostic]:
    """By the unit that keeps the record, for all who drafted it; else by each of them."""
    drafting = directive.drafted_by
    is_own = directive.unit in drafting or not drafting
    for unit in (directive.unit,) if is_own else drafting:
        wait = Wait(unit, _SUBMIT.what, directive.created)
        yield _SUBMIT.at(entry.place("stage"), wait, directive.title)


def _message(corpus: Corpus, entry: Entry[Record], message: Message) -> Iterator[Diagnostic]:
    if not is_alive(corpus, message):
        return
    is_issued = last_edition_of(corpus, message.id) is not None
    if not is_issued and message.id not in corpus.once(records_in_preparation):
        yield from _ready_to_issue(corpus, entry, _INCLUDE)


def _ready_to_issue(corpus: Corpus, entry: Entry[Record], task: _Task) -> Iterator[Diagnostic]:
    """A note when all parties have approved the record, but it was not issued yet."""
    record = entry.record
    if all(party_sign.sign is Sign.APPROVED for party_sign in signs(corpus, record.id)):
        wait = Wait(record.unit, task.what, last_signed(corpus, record))
        yield task.at(entry.place("id"), wait, record.title)
