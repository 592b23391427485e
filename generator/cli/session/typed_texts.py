"""Texts typed after an option are judged like texts of records, before anything is written."""

from generator.base.diagnostics import Refused
from generator.base.span import Place
from generator.base.text import Bilingual, nfc
from generator.guard.text.sighting import masked
from generator.model.corpus.corpus import Corpus
from generator.model.edition.public_names import allowance_of, forbidden_in
from generator.source.yaml.characters import in_value


def judged(corpus: Corpus, option: str, text: str) -> str:
    """The text composed (NFC), in one line; raises Refused when no record could say it.

    `option` is what the editor typed it after, such as `--reason`.
    """
    line = nfc(" ".join(text.split()))
    if not line:
        raise Refused(
            f"{option} còn trống: hãy viết một câu. Chưa ghi gì.",
            f"{option} is empty: write a sentence. Nothing was written.",
        )
    problem = in_value(Place(option), line)
    if problem:
        raise _refusal(option, problem.sentence, problem.mend)
    for sighting in forbidden_in(line, allowance_of(corpus.registry)):
        seen, code = masked(sighting), sighting.code
        what = Bilingual(f"có {seen} ({code})", f"holds {seen} ({code})")
        mend = Bilingual(
            f"bỏ đi rồi chạy lại; vì sao: bulletin explain {code}",
            f"leave it out and run again; the reason: bulletin explain {code}",
        )
        raise _refusal(option, what, mend)
    return line


def _refusal(option: str, what: Bilingual, mend: Bilingual) -> Refused:
    return Refused(
        f"{option}: {_one_sentence(what.vi)} {_one_sentence(mend.vi)} Chưa ghi gì.",
        f"{option}: {_one_sentence(what.en)} {_one_sentence(mend.en)} Nothing was written.",
    )


def _one_sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
