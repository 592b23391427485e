"""What the card, the script and the texts of a message have in common."""

from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator.model.corpus.standing import Standing
from generator.model.kinds.message import Message
from generator.model.ledger.queries import is_retired, stopped_at, successor
from generator.model.record.record import Cited
from generator.model.registry.directory import Answer
from generator.views.blocks.consultation_notes import why_held
from generator.views.context.formatter import Cite, sentence_case
from generator.views.context.qr import WayToCheck, way_to_check
from generator.views.context.site_context import SiteContext
from generator.views.message.subject import Subject


class Stop(NamedTuple):
    """A message must not be used: its state in words, since when, why, and what to use instead."""

    stamp: str
    since: str
    reason: str
    instead: tuple[Cite, ...]


class Handout(Subject[Message]):
    """One message as last issued."""

    @property
    def standing(self) -> Standing:
        return self.context.standing(self.record.id)

    @cached_property
    def say(self) -> tuple[Cited, ...]:
        """The key messages that may still be told by what cites nothing.

        None, when a document that the whole message rests on was recalled or retired.
        """
        if any(map(self.context.is_stopped, self.record.basis)):
            return ()
        can_tell = self.context.can_tell
        edition = self.edition
        return tuple(said for said in self.record.say if can_tell(said.text, said.because, edition))

    @property
    def told(self) -> tuple[str, ...]:
        """The words of the key messages for what cites nothing: a card, a voice, a list."""
        return tuple(map(self._words_of, self.say))

    def _words_of(self, said: Cited) -> str:
        """A sentence that is true in part says so itself."""
        is_partly = said.because and all(map(self.context.is_partly, said.because))
        return f"{said.text.rstrip()} {self.said('true_in_part')}" if is_partly else said.text

    @property
    def is_grounded(self) -> bool:
        """Whether any of its key messages still rests on something."""
        return bool(self.say) or not self.record.say

    @property
    def is_used(self) -> bool:
        """Whether the message may be used now or later; if not, its text is not handed out."""
        return self.standing.is_usable and self.is_grounded

    @property
    def is_on_paper(self) -> bool:
        """Whether there are sheets of it: its own while it may be used, then one that stops it.

        There is none once its time is over: its own sheets say until when they hold, and its page
        says the rest.
        """
        return self.standing is not Standing.EXPIRED

    @property
    def check(self) -> WayToCheck:
        """How the holder of a sheet learns whether the message still holds."""
        unit = self.record.contact or self.record.unit
        return way_to_check(self.formatter, self.address, unit)

    @property
    def reach(self) -> str:
        return self.reach_with((self.record.circulation,))

    @property
    def version(self) -> int:
        return len(self.context.ledger.versions(self.record.id))

    @property
    def name(self) -> str:
        return f"{self.record.id} · {self.said('card_version', number=self.version)}"

    @property
    def origin(self) -> str:
        """Which version of which message this is, and which edition prints it."""
        return f"{self.name} · {self.said('card_edition', **self.printed_in)}"

    @property
    def validity(self) -> str:
        return self.holds_as("card_open", "card_between", "card_until")

    def holds_as(self, still_open: str, between: str, until: str) -> str:
        """Until when the message holds; if it is still to come, also from when."""
        valid, formatter = self.record.holds, self.formatter
        if valid is None:
            return self.said(still_open)
        name = between if self.standing is Standing.COMING else until
        start, end = formatter.moment(valid.start), formatter.moment(valid.until)
        return self.said(name, start=start, until=end)

    @property
    def answer(self) -> Answer | None:
        """The unit to ask, and the one that answers for it at the moment of reading."""
        return self.formatter.answer(self.record.contact or "")

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        return not_yet_known(self.context, self.record)

    @cached_property
    def stop(self) -> Stop | None:
        """Why it must not be used; None while it may."""
        if self.is_used:
            return None
        if self.standing.is_usable:
            return Stop(self.said("stop_ungrounded"), "", self.said("ungrounded"), ())
        since, reason = _end_of(self)
        instead = successor(self.context.ledger, self.record.id)
        return Stop(
            stamp=self.said(f"stop_{self.standing.value}"),
            since=self.said("stop_since", moment=since) if since else "",
            reason=reason,
            instead=self.formatter.cites(filter(None, (instead,))),
        )


def not_yet_known(context: SiteContext, message: Message) -> tuple[str, ...]:
    """What the message's event lists as unknown; nothing if the message is out of use."""
    is_used = context.standing(message.id).is_usable
    if not is_used or message.event is None or not context.is_issued(message.event):
        return ()
    return tuple(context.content(message.event).get("unknown", ()))


def handout_of(context: SiteContext, record_id: str, base_url: str = "") -> Handout:
    record = context.ledger.record(record_id)
    if not isinstance(record, Message):
        raise TypeError(record_id)
    return Handout(context, record, base_url)


class _End(NamedTuple):
    """Since when and why a message is out of use; each may be empty."""

    since: str
    reason: str = ""


def _end_of(handout: Handout) -> _End:
    ledger, record, formatter = handout.context.ledger, handout.record, handout.formatter
    match handout.standing:
        case Standing.RECALLED:
            recall = ledger.recalls[record.id]
            return _End(formatter.moment(recall.at), _reason_sentence(handout, recall.reason))
        case Standing.HELD:
            matter = ledger.matters[ledger.held[record.id]]
            why = sentence_case(why_held(handout.context, formatter, record.id))
            return _End(_day_phrase(handout, matter.since), f"{why}.")
        case Standing.EXPIRED if record.holds:
            return _End(formatter.moment(record.holds.until))
        case Standing.WITHDRAWN if record.retired and is_retired(ledger, record.id):
            retired = record.retired
            return _End(_day_phrase(handout, retired.on), _reason_sentence(handout, retired.reason))
        case _:
            return _End(formatter.moment(stopped_at(ledger, record.id)))


def _reason_sentence(handout: Handout, reason: str) -> str:
    return handout.said("recall_reason", reason=reason)


def _day_phrase(handout: Handout, day: date) -> str:
    return handout.said("on_day", day=handout.formatter.day(day))
