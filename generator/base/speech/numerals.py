"""Numbers as they are said in Vietnamese: “hai nghìn không trăm hai mươi sáu”.

Northern words (linh, nghìn), as the national broadcast says them. num2words 0.5.14 was tried and
is not used: it says 2026 as “hai nghìn lẻ hai mươi sáu”, -1 as “mười chín”, 0.05 as “không phẩy
năm”; the libraries that normalise whole texts for speech are young and bring data or models.
"""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu")
_BILLION = 10**9
MOST_DIGITS = 15  # longer figures are codes, not quantities: said digit by digit


def cardinal(number: int) -> str:
    """A whole number in words; a negative one begins with “âm”."""
    if number < 0:
        return f"âm {cardinal(-number)}"
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, _BILLION)
    high = f"{cardinal(billions)} tỷ" if billions else ""
    low = _below_a_billion(rest, is_first=not billions)
    return f"{high} {low}".strip()


def decimal(whole: str, fraction: str) -> str:
    """12,5 as “mười hai phẩy năm”; a fraction that begins with 0 is said digit by digit."""
    short = 2
    is_number = len(fraction) <= short and not fraction.startswith("0")
    words = cardinal(int(fraction)) if is_number else digits(fraction)
    return f"{figures(whole)} phẩy {words}"


def figures(text: str) -> str:
    """A run of digits: a number, unless it begins with 0 or is too long for one."""
    is_number = len(text) <= MOST_DIGITS and (len(text) == 1 or not text.startswith("0"))
    return cardinal(int(text)) if is_number else digits(text)


def digits(text: str) -> str:
    """Every digit by its name, skipping other characters: a telephone number, a code."""
    return " ".join(_DIGITS[int(letter)] for letter in text if letter.isdecimal())


def _below_a_billion(number: int, *, is_first: bool) -> str:
    groups = [(number // 1000**power % 1000, _SCALES[power]) for power in (2, 1, 0)]
    words: list[str] = []
    for group, scale in groups:
        if group:
            words.append(f"{_below_a_thousand(group, is_first=is_first and not words)} {scale}")
    return " ".join(words).strip().replace("  ", " ")


def _below_a_thousand(number: int, *, is_first: bool) -> str:
    """Three digits; after a larger group the hundred is always said: “không trăm hai mươi”."""
    hundreds, rest = divmod(number, 100)
    if not hundreds and is_first:
        return _below_a_hundred(rest)
    words = f"{_DIGITS[hundreds]} trăm"
    if not rest:
        return words
    return f"{words} linh {_DIGITS[rest]}" if rest < 10 else f"{words} {_below_a_hundred(rest)}"  # noqa: PLR2004


def _below_a_hundred(number: int) -> str:
    tens, units = divmod(number, 10)
    if tens == 0:
        return _DIGITS[units]
    ten = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    return f"{ten} {_unit_after(tens, units)}" if units else ten


def _unit_after(tens: int, units: int) -> str:
    """Mười lăm, hai mươi mốt, hai mươi tư, hai mươi lăm; but mười một and mười bốn."""
    changed = {5: "lăm"} if tens == 1 else {1: "mốt", 4: "tư", 5: "lăm"}
    return changed.get(units, _DIGITS[units])
