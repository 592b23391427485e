"""Signs of office programs as letters that paper shows: raised figures, check marks, formulas."""

from mammoth.docx.dingbats import dingbats

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
# What no face of paper has, by the sign of the same meaning that one has.
_SHOWN = str.maketrans(
    {
        **{"🗹": "☑", "🗵": "☒", "🗷": "☒", "⮽": "☒"},
        **dict.fromkeys("🞎🞏🞐🞑🞒🞓", "☐"),
        **{"🗸": "✓", "🗴": "✗", "🗶": "✗", "🕿": "☎", "🕾": "☎", "🕽": "☎"},
        **dict.fromkeys("🡪🡺⮚⮊", "→"),
        **dict.fromkeys("🡨🡸⮘⮈", "←"),
        **dict.fromkeys("⬝⬩🞟🞄⦁", "•"),
        **dict.fromkeys("⭘🞆🞈", "○"),
    }
)
_MOST_SIGNS = 2
_PRIVATE = range(0xF000, 0xF100)


def raised(text: str) -> str | None:
    """A text in raised signs; None when one of them has none."""
    return _in_signs(text, _RAISED)


def lowered(text: str) -> str | None:
    """A text in lowered signs; None when one of them has none."""
    return _in_signs(text, _LOWERED)


def _in_signs(text: str, signs: dict[int, int]) -> str | None:
    shown = text.translate(signs)
    has_all = all(ord(letter) in signs or letter.isspace() for letter in text)
    return shown if has_all or not text.strip() else None


def shown(text: str) -> str:
    """A text with signs that paper has in place of those of the same meaning."""
    return text if text.isascii() else text.translate(_SHOWN)


def of_font(font: str, text: str) -> str:
    """A text in a font of signs (Wingdings, Symbol) in Unicode; what nobody knows stays."""
    return "".join(_sign(font, ord(letter)) for letter in text)


def _sign(font: str, code: int) -> str:
    number = code - 0xF000 if code in _PRIVATE else code
    found = dingbats.get((font, number))
    return shown(chr(found)) if found else chr(code)


def is_in_signs(font: str, text: str) -> bool:
    """Whether a text in a font is signs, and no words that somebody typed with it."""
    if (font, ord("a")) not in dingbats:
        return False
    return len(text.strip()) <= _MOST_SIGNS or bool(unknown(text))


def unknown(text: str) -> str:
    """The letters of a private area in a text: signs of a font that nobody knows."""
    return "".join(letter for letter in text if "\ue000" <= letter <= "\uf8ff")
