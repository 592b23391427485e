"""When two questions are the same: in the words that ask for something, whatever their order."""

from generator.base.fold import words

# Words that only make a question of a sentence, or that say “now”, which every message means.
_ASKING = frozenset(
    spoken.spelling
    for spoken in words(
        "có không chưa à ạ ư nhỉ hay thế nào như ra sao làm thì là đã bị được rồi vậy"
        " hiện nay giờ bây hôm xin cho hỏi biết"
    )
)

Asked = frozenset[str]


def asked(question: str | None) -> Asked:
    """What a question asks for: its words without those that only ask; empty for none.

    “Nước có uống được không?” and “Hiện nay nước uống được chưa ạ?” ask the same; each further
    word (a group, a place, an hour) makes another question.
    """
    own = frozenset(word.spelling for word in words(question or ""))
    return own - _ASKING or own
