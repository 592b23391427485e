"""Signs of measures, coordinates and sums in words, for `speech.py`."""

import re

from generator.base.lazy_regex import lazy_regex
from generator.base.speech.numerals import cardinal, figures
from generator.base.speech.passes import END, Pass

_DIRECTIONS = {"B": "Bắc", "N": "Nam", "Đ": "Đông", "T": "Tây"}
_ENGLISH = {"N": "Bắc", "S": "Nam", "E": "Đông", "W": "Tây"}
_IN_ENGLISH = lazy_regex("[0-9°′″'\"] ?[EWS](?!\\w)")
_COMPARED = {">": "lớn hơn", "<": "nhỏ hơn", "≥": "lớn hơn hoặc bằng", "≤": "nhỏ hơn hoặc bằng"}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BY_CURRENT = "dòng điện|dòng|cường độ|aptomat|áp tô mát|attomat|cầu dao|cầu chì|định mức|máy cắt"
_DEEP = r"(?:cao|sâu|dài|dày|ngập|dâng|mực nước)\s"
_SMALLER = {"tr": ("triệu", "nghìn"), "tỷ": ("tỷ", "triệu"), "tỉ": ("tỉ", "triệu")}
_BASES = {"m": "mét", "km": "ki-lô-mét", "kg": "ki-lô-gam", "l": "lít"}


def _angle(match: re.Match[str]) -> str:
    """20°58'12"B; N is north only beside E or W, as English has it."""
    parts = [f"{match['degrees']} độ"]
    parts += [f"{match['minutes']} phút"] if match["minutes"] else []
    parts += [f"{match['seconds']} giây"] if match["seconds"] else []
    names = _ENGLISH if _IN_ENGLISH.search(match.string) else _DIRECTIONS
    side = match["side"]
    parts += [names.get(side, side)] if side else []
    return " ".join(parts) + (", " if match["dash"] else "")


def _power(match: re.Match[str]) -> str:
    sign, number = match["power"][:1], match["power"].lstrip("-−").translate(_RAISED)
    minus = "âm " if sign in "-−" else ""
    return f"{match['base']} mũ {minus}{cardinal(int(number))}"


def _split_money(match: re.Match[str]) -> str:
    """2tr5 is 2,5 triệu: two million five hundred thousand."""
    large, small = _SMALLER[match["unit"]]
    rest = int(match["rest"].ljust(3, "0"))
    return f"{figures(match['whole'])} {large} {cardinal(rest)} {small}"


def _split_measure(match: re.Match[str]) -> str:
    """1m65, 1m5: what is behind the unit is tenths or hundredths of it."""
    rest = "rưỡi" if match["rest"] == "5" else figures(match["rest"])
    return f"{match['lead']}{cardinal(int(match['whole']))} {_BASES[match['unit']]} {rest}"


PASSES: tuple[Pass, ...] = (
    (lazy_regex(r"\s?[-=]>\s?"), lambda _: " → "),
    (
        lazy_regex(
            r"(?<![\w.,])(?P<degrees>[0-9]{1,3}(?:,[0-9]+)?)\s?[°ºo]\s?"
            r"(?=[0-9]+\s?['′’]|[BNĐTESW](?!\w))"
            r"(?:(?P<minutes>[0-9]{1,2}(?:,[0-9]+)?)\s?['′’](?!['′’])\s?)?"
            r"(?:(?P<seconds>[0-9]{1,2}(?:[,.][0-9]+)?)\s?(?:\"|″|''|′′|’’|”)\s?)?"
            r"(?P<side>[BNĐTESW](?!\w))?(?P<dash>\s?[-–—]\s?(?=[0-9]))?"
        ),
        _angle,
    ),
    (
        lazy_regex(
            r"(?<![\w.,])(?P<degrees>[0-9]{1,3}[.,][0-9]{1,6})(?P<minutes>)(?P<seconds>)"
            r"\s?(?P<side>[NESW])(?!\w)(?P<dash>)"
        ),
        _angle,
    ),
    (lazy_regex(r"[ØΦφ⌀ø]\s?(?=[0-9])"), lambda _: "phi "),
    (lazy_regex(r"(?<=[0-9])(\s?[%°]?C?)\s?÷\s?(?=[0-9])"), lambda m: f"{m[1]}-"),
    (lazy_regex(r"(?:№|(?<![\w#])#|(?<!\w)No\.?)\s?(?=[0-9])"), lambda _: "số "),
    (
        lazy_regex(r"(?<!\w)(?P<base>[0-9]+)(?:\s?\^\s?(?P<power>[-−]?[0-9]+))(?!\w)"),
        _power,
    ),
    (lazy_regex(r"(?<!\w)(?P<base>[0-9]+)(?P<power>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"), _power),
    (
        lazy_regex(r"([$€])\s?([0-9][0-9.,]*(?:\s(?:nghìn|triệu|tỷ|tỉ))?)(?!\w)"),
        lambda m: f"{m[2]} {m[1]}",
    ),
    (
        lazy_regex(r"(?<=[0-9%])\s?([><≥≤])\s?(?=[0-9])"),
        lambda match: f" {_COMPARED[match[1]]} ",
    ),
    (
        lazy_regex(rf"((?<!\w)(?i:{_BY_CURRENT})\s(?:\w+\s){{0,2}})([0-9]+)\s?A(?!\w)"),
        lambda match: f"{match[1]}{match[2]} am-pe",
    ),
    (
        lazy_regex(
            r"(?<![\w.,])(?P<whole>[0-9]{1,3})(?P<unit>tr|tỷ|tỉ)(?P<rest>[1-9][0-9]{0,2})(?!\w)"
        ),
        _split_money,
    ),
    (
        lazy_regex(
            rf"(?P<lead>(?<!\w)(?i:{_DEEP}))(?P<whole>[0-9]{{1,3}})(?P<unit>m)(?P<rest>[0-9]{{1,2}})"
            rf"{END}"
        ),
        _split_measure,
    ),
    (
        lazy_regex(
            r"(?<![\w.,])(?P<lead>)(?P<whole>[0-9]{1,3})"
            rf"(?P<unit>k?m(?![23](?!\w))|kg|l)(?P<rest>[0-9]{{1,2}}){END}"
        ),
        _split_measure,
    ),
)
