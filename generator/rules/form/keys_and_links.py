"""BT1xx, checks that need all files together: missing keys, links, ids that vanished."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.base.diagnostics import MOST_ALIKE
from generator.base.prose import Marks, marks
from generator.base.readable import first_change
from generator.base.span import Place
from generator.base.text import Bilingual
from generator.model.corpus.completeness import missing_keys, reasons_to_be_complete
from generator.model.corpus.corpus import Corpus, Entry
from generator.model.kinds import path_of
from generator.model.record.citations import prose
from generator.model.record.fields import title_of
from generator.model.record.record import Record
from generator.model.record.scalars import RECORD_ID
from generator.rules.rule import Finding, found, rule

SHOWN = 60
_HTTPS = re.compile(r"https://[^\s\\/][^\s\\]*", re.IGNORECASE)
_ID = re.compile(RECORD_ID)


@rule(
    "BT106",
    Bilingual(
        "Chưa có giá trị cho khóa “{key}” ({title}), trong khi {reason}.",
        "There is no “{key}” ({title}), although {reason}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
def missing_key(corpus: Corpus) -> Iterator[Finding]:
    """A unit that approves, cites or issues a record answers for it; it cannot answer for a gap."""
    for record_id, reason in corpus.once(reasons_to_be_complete).items():
        entry = corpus.records[record_id]
        for key in missing_keys(corpus, entry.record):
            title = title_of(type(entry.record), key)
            mend = Bilingual(f"ghi “{key}: …”", f"write “{key}: …”")
            yield found(entry.key(key), key=key, title=title, reason=reason, mend=mend)


@rule(
    "BT112",
    Bilingual("Đoạn văn có {what}.", "The text holds {what}."),
    Bilingual("{mend}.", "{mend}."),
)
def raw_html_or_forbidden_link(corpus: Corpus) -> Iterator[Finding]:
    """Pages, prints and feeds show a text as it is; hidden code or links could harm a reader."""
    mailboxes = {
        unit.contact.email.casefold()
        for unit in corpus.registry.units.values()
        if unit.contact and unit.contact.email
    }
    for entry in corpus.records.values():
        for prose_value in prose(entry.record):
            flaws = _text_flaws(corpus, entry, marks(prose_value.value), mailboxes)
            for number, (target, flaw) in enumerate(flaws):
                what, mend = flaw.of(target)
                place = entry.place(*prose_value.at)
                if number < MOST_ALIKE:  # the others are only counted
                    place = _place_of(target, prose_value.value, place)
                yield found(place, what=what, mend=mend)


@rule(
    "BT118",
    Bilingual(
        "Gõ “{typed}” mà in ra thành “{printed}”.", "“{typed}” was typed, “{printed}” is printed."
    ),
    Bilingual(
        "viết lại chỗ ấy bằng câu thường, không dùng dấu định dạng ở đó.",
        "write that place as plain sentences, without marks.",
    ),
)
def printed_otherwise(corpus: Corpus) -> Iterator[Finding]:
    """What is approved is what is printed, word by word and figure by figure."""
    for entry in corpus.records.values():
        for prose_value in prose(entry.record):
            change = first_change(prose_value.value)
            if change:
                typed, printed = (words or "…" for words in change)
                yield found(entry.place(*prose_value.at), typed=typed, printed=printed)


def _text_flaws(
    corpus: Corpus, entry: Entry[Record], found_marks: Marks, mailboxes: set[str]
) -> Iterator[tuple[str, "_TextFlaw"]]:
    files = {attachment.file for attachment in entry.record.attachments}
    if found_marks.is_intricate:
        yield "", _INTRICATE
    if found_marks.raw_html:
        yield found_marks.raw_html[0], _RAW
    for target in found_marks.links:
        if not (target in files or _is_allowed_target(corpus, target, mailboxes)):
            yield target, _LINK
    for target in found_marks.images:
        if target not in files:
            yield target, _IMAGE


def _place_of(words: str, text: str, whole: Place) -> Place:
    """The place of the HTML or of the link's target within the text; else the whole text."""
    before = "" if words.startswith("<") else r"(?<=\]\()|(?<=\]\(<)|(?<=<)|(?<=\]: )"
    at = re.search(f"(?:{before}){re.escape(words)}", text)
    return whole.part(*at.span()) if words and at else whole


def _is_allowed_target(corpus: Corpus, target: str, mailboxes: set[str]) -> bool:
    if _ID.match(target):
        return target in corpus.records or target in corpus.broken
    if target.startswith("mailto:"):
        return target.removeprefix("mailto:").casefold() in mailboxes
    return bool(_HTTPS.fullmatch(target))


class _TextFlaw(NamedTuple):
    """One kind of forbidden content in a text, and how to mend it."""

    what: Bilingual
    mend: Bilingual

    def of(self, words: str) -> tuple[Bilingual, Bilingual]:
        if not words:
            return self.what, self.mend
        shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
        return Bilingual(f"{self.what.vi} “{shown}”", f"{self.what.en} “{shown}”"), self.mend


_RAW = _TextFlaw(
    Bilingual("mã HTML", "the HTML"),
    Bilingual(
        "bỏ mã HTML; viết **chữ đậm**, *chữ nghiêng*, danh sách bắt đầu bằng “- ”",
        "remove the HTML; write **bold**, *italic*, and lists that begin with “- ”",
    ),
)
_INTRICATE = _TextFlaw(
    Bilingual(
        "quá nhiều dấu định dạng (như *, _, [, <, #, >) đứng sát nhau hoặc lồng nhau",
        "too many marks (such as *, _, [, <, #, >) close together or inside one another",
    ),
    Bilingual(
        "bỏ các dấu thừa, thường do gõ lặp hoặc do chép từ nơi khác; danh sách thật dài thì chia"
        " thành nhiều đoạn, cách nhau một dòng trống",
        "remove the marks not needed, mostly typed or copied by mistake; part a very long list"
        " with empty lines",
    ),
)
_LINK = _TextFlaw(
    Bilingual("liên kết không được dùng", "a link that may not be used"),
    Bilingual(
        "chỉ dẫn đến địa chỉ https://, đến mã một bản ghi đang có, đến tệp kèm theo của bản ghi"
        " này, hoặc đến thư điện tử (mailto:) ghi trong registry/units.yml",
        "lead only to an https:// address, to the id of an existing record, to an attachment of"
        " this record, or to an e-mail (mailto:) that stands in registry/units.yml",
    ),
)
_IMAGE = _TextFlaw(
    Bilingual("hình ảnh từ nơi khác", "an image from elsewhere"),
    Bilingual(
        "ghi hình ảnh vào attachments của bản ghi này rồi nêu đúng tên tệp",
        "list the image among the attachments of this record and name its file",
    ),
)


@rule(
    "BT114",
    Bilingual(
        "Bản ghi {id} có trong bản phát hành {edition} nhưng không còn trong content.",
        "The record {id} stands in the edition {edition} but is no longer in content.",
    ),
    Bilingual(
        "lấy lại tệp {path} từ lịch sử git; muốn ngừng dùng thì ghi khóa “retired”.",
        "restore {path} from git; to stop using it, write the key “retired”.",
    ),
)
def vanished_record(corpus: Corpus) -> Iterator[Finding]:
    """Readers must be able to check what was issued; without its record it has no source."""
    seen: set[str] = set()
    for edition in reversed(corpus.editions):
        for record_id in sorted({edition.bulletin, *edition.records} - seen):
            seen.add(record_id)
            if record_id not in corpus.records and record_id not in corpus.broken:
                path = path_of(record_id)
                place = Place(edition.path)
                yield found(place, id=record_id, edition=edition.name, path=path)
