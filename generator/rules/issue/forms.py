"""BT7xx: which form an official document may have, and the blocks of its type."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.corpus.state import is_pending
from generator.model.kinds.bulletin import Bulletin, Official
from generator.model.layouts import Profile, official_layout, profile, profile_names
from generator.model.record.fields import title_of
from generator.model.registry.registry import DocumentType
from generator.rules.naming import in_one_sentence, unit_name
from generator.rules.rule import Finding, found, rule


class Paper(NamedTuple):
    """An official bulletin that is being written, and the profile whose form it gets."""

    entry: Entry[Bulletin]
    form: Profile

    @property
    def official(self) -> Official:
        return self.entry.record.official or Official()

    @property
    def place(self) -> Place:
        """Where its form is chosen."""
        record = self.entry.record
        chosen = record.official is not None and record.official.layout is not None
        return self.entry.place("official", "layout") if chosen else self.entry.place("form")


@rule(
    "BT712",
    Bilingual(
        "{bulletin} in theo “{form}”, nhưng {unit} là {kind}, không ban hành văn bản theo thể thức"
        " này.",
        "{bulletin} is printed as “{form}”, but {unit} is {kind}, which issues no documents of this"
        " form.",
    ),
    Bilingual(
        "bỏ “official.layout” để lấy khuôn theo loại đơn vị; các bên có thể thức khác nhau thì ghi"
        " “form: masthead”, hoặc để một bên ban hành riêng.",
        "leave “official.layout” out, so that the kind of unit decides; where the parties have"
        " different forms write “form: masthead”, or let one of them issue it alone.",
    ),
)
def issuer_not_of_the_form(corpus: Corpus) -> Iterator[Finding]:
    """A body of the Party under the name of the State, or the reverse, looks forged."""
    for paper in _papers(corpus):
        for unit_id in corpus.parties:
            unit = corpus.registry.units.get(unit_id)
            if unit and paper.form.issuers and unit.kind.value not in paper.form.issuers:
                yield found(
                    paper.place,
                    bulletin=paper.entry.record.id,
                    form=paper.form.name,
                    unit=unit_name(corpus, unit_id),
                    kind=unit.kind.label,
                )
                break


@rule(
    "BT713",
    Bilingual(
        "{bulletin} là {type} nhưng thiếu {missing}.",
        "{bulletin} is of the type “{type}” but lacks {missing}.",
    ),
    Bilingual(
        "ghi thêm {missing} dưới “official”.",
        "add {missing} under “official”.",
    ),
)
def block_of_the_type_missing(corpus: Corpus) -> Iterator[Finding]:
    """A letter to nobody, an invitation without time and place cannot be sent."""
    for paper, kind in _typed_papers(corpus):
        needed = paper.form.block(kind.name, "needs").split()
        missing = [key for key in needed if not getattr(paper.official, key)]
        if missing:
            yield found(
                paper.entry.place("official"),
                bulletin=paper.entry.record.id,
                type=kind.name,
                missing=_named(missing),
            )


@rule(
    "BT714",
    Bilingual(
        "{bulletin} là {type}, mà loại này không in {unused}.",
        "{bulletin} is of the type “{type}”, which prints no {unused}.",
    ),
    Bilingual(
        "bỏ {unused} dưới “official”, hoặc chọn loại văn bản khác.",
        "leave {unused} under “official” out, or choose another type.",
    ),
)
def block_of_another_type(corpus: Corpus) -> Iterator[Finding]:
    """What is approved is what is printed: nothing stands in a plan that no paper shows."""
    for paper, kind in _typed_papers(corpus):
        taken = [
            key for name in ("needs", "takes") for key in paper.form.block(kind.name, name).split()
        ]
        extra = [key for key in _BLOCKS if getattr(paper.official, key) and key not in taken]
        if extra:
            yield found(
                paper.entry.place("official", extra[0]),
                bulletin=paper.entry.record.id,
                type=kind.name,
                unused=_named(extra),
            )


_BLOCKS = ("addressees", "meeting")  # what some types of papers have, and others do not


def _named(keys: Iterable[str]) -> Bilingual:
    titles = ((key, title_of(Official, key)) for key in keys)
    return in_one_sentence(Bilingual(f"{t.vi} ({key})", f"{t.en} ({key})") for key, t in titles)


def _typed_papers(corpus: Corpus) -> Iterator[tuple[Paper, DocumentType]]:
    """Those of a registered type, with it."""
    for paper in _papers(corpus):
        kind = corpus.registry.document_types.get(paper.official.type or "")
        if kind:
            yield paper, kind


def _papers(corpus: Corpus) -> Iterator[Paper]:
    """The official bulletins that are not issued as they stand."""
    for entry in corpus.of(Bulletin):
        if entry.record.is_official and is_pending(corpus, entry.record):
            chair = corpus.registry.units.get(entry.record.unit)
            own = (entry.record.official or Official()).layout
            named = own or corpus.registry.programme.layout
            if named in profile_names():  # BT202 tells of any other name
                layout = official_layout(named, chair.kind.value if chair else "")
                yield Paper(entry, profile(layout))
