"""Links in the running text of a page: the telephone numbers, and the ids that have a page."""

import re
from collections.abc import Callable, Iterable

# A telephone number by its first sign, and what follows it.
_FIRST = {"+": "84", "(": r"0\d{1,3}\)?", "0": r"\d{1,3}\)?", "1": "[89]00"}
_DIGITS = r"(?:[ .\u00a0-]?\d){4,10}"
_PHONE = rf"(?:{'|'.join(re.escape(sign) + rest for sign, rest in _FIRST.items())}){_DIGITS}"
_AFTER = "|".join(f"(?<={re.escape(sign)}){rest}" for sign, rest in _FIRST.items())
_ID = r"[A-Z]{2}-\d{4}-\d{4,}(?:/v\d+)?"
_ID_ALONE = re.compile(rf"\b{_ID}\b")
# Elements that hold no links are passed over as a whole.
_CLOSED = r"(?<=<)(?P<tag>a|code|summary|button|caption|h[1-4])\b[^>]*>.*?</(?P=tag)>"
# Text ends where a tag begins, so that no attribute is taken for text.
_IN_TEXT = r"(?=[^<>]*<)"
# It begins with a set of signs, so that nothing is tried at all others.
_PLACES = re.compile(
    rf"[<+(01A-Z](?:{_CLOSED}"
    rf"|(?<![\w./,+(-].)(?P<phone>(?:{_AFTER}){_DIGITS})(?![\w/-]|[.,]\d){_IN_TEXT}"
    rf'|(?<=[A-Z])(?<!id">.)(?<![\w/-].)(?P<id>{_ID.replace("{2}", "")})(?![\w/-]){_IN_TEXT})',
    re.DOTALL,
)
_FEWEST_DIGITS = 8  # of a telephone number; fewer may be anything


def phone_href(phone: str) -> str:
    """The `tel:` link of the first telephone number in a text; empty without one."""
    found = re.search(_PHONE, phone)
    return f"tel:{re.sub(r'[^0-9+]', '', found[0])}" if found else ""


def no_page(_: str) -> str:
    return ""


def linked(html: str, href_of: Callable[[str], str] = no_page) -> str:
    """Every telephone number a link, and the ids for which `href_of` gives one.

    What is said about a number stays outside its link.
    """

    def place(found: re.Match[str]) -> str:
        text = found[0]
        if found["tag"]:
            return text
        href = href_of(text) if found["id"] else _phone_href(text)
        return f'<a href="{href}">{text}</a>' if href else text

    return _PLACES.sub(place, html)


def ids_in(texts: Iterable[str]) -> list[str]:
    """The ids that stand in texts, each once, in a fixed order."""
    return sorted(set(_ID_ALONE.findall("\n".join(texts))))


def _phone_href(text: str) -> str:
    return phone_href(text) if sum(map(str.isdigit, text)) >= _FEWEST_DIGITS else ""
