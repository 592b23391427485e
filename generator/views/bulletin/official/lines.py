"""What the text of an official paper consists of: chapters, parts, lines."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup

from generator.views.context.formatter import Cite, Formatter, Sentence, sentence_case

_OWN_END = ("?", "!", "…", "”", ":")
DASH = "- "


class Line(NamedTuple):
    """A paragraph: `mark` stands before it, what it cites becomes footnotes; or a text that is
    finished already, such as a table (`html`). What `leads` stays on the page of the next one."""

    text: str = ""
    cites: tuple[Cite, ...] = ()
    mark: str = ""
    html: Markup = Markup()
    leads: bool = False


class Part(NamedTuple):
    """Lines under a title; `id` is the record that they tell, `source` what its footnote says."""

    title: str
    lines: tuple[Line, ...]
    id: str = ""
    source: str = ""
    parts: tuple["Part", ...] = ()

    @property
    def is_filled(self) -> bool:
        return bool(self.lines) or any(part.is_filled for part in self.parts)


class Chapter(NamedTuple):
    """Parts under a title in capitals; a part without a title stands right under it."""

    id: str
    title: str
    parts: tuple[Part, ...]

    @property
    def is_filled(self) -> bool:
        return any(part.is_filled for part in self.parts)


class Words(NamedTuple):
    """The sentences of official papers in the words of a formatter."""

    formatter: Formatter

    def clause(self, label: str, **values: str) -> str:
        """A label filled in; empty when a value is."""
        if not all(values.values()):
            return ""
        return self.formatter.label(label).format(**values)

    def line(self, *clauses: str, mark: str = "", cites: Iterable[Cite] = ()) -> tuple[Line, ...]:
        """The clauses that say something as one sentence; none without them."""
        text = joined(*clauses)
        return (Line(text, tuple(cites), mark),) if text else ()

    def said(self, sentence: Sentence, mark: str = DASH, lead: str = "") -> Line:
        """A sentence with what it rests on; one that was stopped is only told to be left out."""
        return Line(f"{lead}{self.text_of(sentence)}", sentence.cites, mark)

    def text_of(self, sentence: Sentence) -> str:
        return self.formatter.label("sentence_left_out") if sentence.is_stopped else sentence.text

    def duty(self, unit: str, do: str, due: str, state: str = "") -> tuple[Line, ...]:
        """Who does what until when, and how far it is."""
        owned = self.clause("official_who", unit=unit, do=bare(do))
        return self.line(owned or do, self.clause("official_due", day=due), state, mark=DASH)

    def contact(self, unit_id: str | None) -> tuple[Line, ...]:
        """Who answers, and how that office is reached."""
        contact = self.formatter.contact(unit_id)
        if contact is None:
            return ()
        ways = ", ".join(filter(None, contact[1:]))
        whom = f"{contact.unit} ({ways})" if ways else contact.unit
        return self.line(self.clause("official_contact", whom=whom))

    def next_update(self, moment: datetime | None) -> tuple[Line, ...]:
        return self.line(self.clause("official_next", moment=self.formatter.moment(moment)))

    def every(self, sentences: Iterable[Sentence]) -> tuple[Line, ...]:
        return tuple(self.said(sentence) for sentence in sentences)

    def titled(self, label: str, lines: Iterable[Line]) -> Part:
        return Part(self.formatter.label(label), tuple(lines))


def joined(*clauses: str) -> str:
    """One sentence of the clauses that are not empty; ends that they bring are kept where a
    sentence may end so."""
    filled = [clause.strip() for clause in clauses if clause.strip()]
    if not filled:
        return ""
    text = "; ".join((*(clause.removesuffix(".") for clause in filled[:-1]), filled[-1]))
    return sentence_case(text if text.endswith((".", *_OWN_END)) else f"{text}.")


def filled_parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.is_filled)


def bare(text: str) -> str:
    """A text without the full stop at its end, to stand inside a sentence."""
    return text.strip().removesuffix(".")
