"""BT510 to BT514: speech, small numbers, secrecy marks, sensitive matters and labels."""

from collections.abc import Iterator

from generator.base.diagnostics import Severity
from generator.base.text import Bilingual
from generator.model.corpus import Corpus
from generator.rules.rule import Finding, found, rule
from generator.rules.seen import reported
from generator.rules.small_counts import small_counts


@rule(
    "BT510",
    Bilingual(
        "Trích nguyên lời một người dân: “{shown}”.",
        "The very words of a citizen are quoted: “{shown}”.",
    ),
    Bilingual(
        "kể lại thành luồng ý kiến chung, không để trong dấu ngoặc kép.",
        "tell it as a stream of opinion, without quotation marks.",
    ),
)
def quoted_citizen(corpus: Corpus) -> Iterator[Finding]:
    """Neighbours recognise a person by the words; people then stop speaking openly."""
    return reported(corpus, "BT510")


@rule(
    "BT511",
    Bilingual(
        "Số người hoặc số lượt quá nhỏ: {shown}, trong khi ngưỡng là {least}.",
        "Too small a count of people or reports: {shown}, while the least is {least}.",
    ),
    Bilingual("{mend}.", "{mend}."),
)
def count_too_small(corpus: Corpus) -> Iterator[Finding]:
    """Of three people everybody in the street knows which three."""
    least = corpus.registry.programme.small_count
    for place, shown, mend in small_counts(corpus):
        yield found(place, shown=shown, least=least, mend=mend)


@rule(
    "BT512",
    Bilingual("Có dấu chỉ độ mật: {shown}.", "There is a secrecy mark: {shown}."),
    Bilingual(
        "đưa tệp này ra khỏi máy nối mạng và báo người phụ trách bảo mật; không dùng chữ này để"
        " nhấn mạnh.",
        "take this file off any networked computer and tell whoever keeps secrets; never use the"
        " word for emphasis.",
    ),
)
def secrecy_mark(corpus: Corpus) -> Iterator[Finding]:
    """Nothing secret may be drafted on a networked computer, nor anything be marked as
    if it were.
    """
    return reported(corpus, "BT512")


@rule(
    "BT513",
    Bilingual(
        "Điều nhạy cảm ({shown}) gắn với một nhóm rất nhỏ hoặc một tổ dân cư.",
        "A sensitive matter ({shown}) is tied to very few people or to one residential group.",
    ),
    Bilingual(
        "nói ở phạm vi toàn phường, hoặc bỏ con số và tên tổ.",
        "tell it of the whole ward, or leave out the count and the group.",
    ),
    Severity.WARNING,
)
def sensitive_matter_of_a_few(corpus: Corpus) -> Iterator[Finding]:
    """Health, faith, ethnicity and politics of a few people are the facts that hurt them most."""
    return reported(corpus, "BT513")


@rule(
    "BT514",
    Bilingual(
        "Lời quy kết: “{shown}”.", "Words that label people or tell guilt undecided: “{shown}”."
    ),
    Bilingual(
        "kể điều đã xảy ra; nói vi phạm thì nêu quyết định của cơ quan có thẩm quyền.",
        "tell what happened; for an offence, name the decision of the competent body.",
    ),
    Severity.WARNING,
)
def label_on_people(corpus: Corpus) -> Iterator[Finding]:
    """Who is labelled stops listening; and guilt is for those who must decide it."""
    return reported(corpus, "BT514")
