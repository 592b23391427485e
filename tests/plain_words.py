"""Whether a finding speaks as an editor does: whole sentences in Vietnamese, no jargon."""

import re
import unicodedata

from generator.base.diagnostics import Diagnostic, Located
from generator.base.text import Language

QUOTED = re.compile(
    r"các khóa: [\w, ]+|“[^”]*”|(?:\b\w+ )?\([^()]*\)"
    r"|\b[A-Z]{2}-\d{4}-\d{4,}\b|\{[^{}]*\}|\[[^\[\]]*\]"
)
JARGON = re.compile(
    r"\b(parse[rd]?|null|none|nonetype|schema|pydantic|yaml|libyaml|token|scalar|mapping|sequence"
    r"|string|integer|boolean|tuple|dict|enum|regex|exception|traceback|literal|input|field)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(the|is|are|of|be|must|should|not|expected|found|valid|while|with|this|missing|value|a key"
    r"|cannot|allowed|extra|required)\b",
    re.IGNORECASE,
)
PYTHON = re.compile(r"'\w+'|\bTrue\b|\bFalse\b|<class|\w+Error\b|\{\w*\}")


def faults(found: Located) -> list[str]:
    """What an editor could not read in a finding; empty when nothing is wrong."""
    diagnostic = found.diagnostic
    sentence, fix = diagnostic.message(Language.VI), diagnostic.fix(Language.VI)
    wrong = [f"{word!r} in {text!r}" for text in (sentence, fix) for word in _foreign(text)]
    if not (sentence[:1].isupper() or sentence[:1] in "“" or sentence[:1].isdigit()):
        wrong.append(f"no beginning: {sentence!r}")
    if not sentence.endswith("."):
        wrong.append(f"no end: {sentence!r}")
    if not fix.strip(". "):
        wrong.append(f"no fix: {sentence!r}")
    if not any(map(_is_vietnamese, sentence)):
        wrong.append(f"not in Vietnamese: {sentence!r}")
    return wrong + _unlike_english(diagnostic)


def _foreign(text: str) -> list[str]:
    own = QUOTED.sub("", text)
    words = [*JARGON.findall(own), *ENGLISH.findall(own)]
    return words + PYTHON.findall(re.sub(r"“[^”]*”|\{khóa: giá trị\}", "", text))


def _is_vietnamese(letter: str) -> bool:
    return letter in "đĐ" or (letter.isalpha() and len(unicodedata.normalize("NFD", letter)) > 1)


def _unlike_english(diagnostic: Diagnostic) -> list[str]:
    """Both languages say something of their own."""
    same = diagnostic.message(Language.VI) == diagnostic.message(Language.EN)
    return ["the same in both languages"] if same else []
