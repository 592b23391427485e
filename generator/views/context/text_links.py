"""Links in the running text of a page: the telephone numbers, and the ids that have a page."""

import re
from collections.abc import Callable, Iterable

# A telephone number by its first sign, and what follows it.
_FIRST = {"+": "84", "(": r"0\d{1,3}\)?", "0": r"\d{1,3}\)?", "1": "[89]00"}
_DIGITS = r"(?:[ .\u00a0-]?\d){4,10}"
_PHONE = rf"(?:{'|'.join(re.escape(sign) + rest for sign, rest in _FIRST.items())}){_DIGITS}"
_AFTER = "|".join(f"(?<={re.escape(sign)}){rest}" for sign, rest in _FIRST.items())
_ID = r"[A-Z]{2}-\d{4}-\d{4,}(?:/v\d+)?"
# Elements that hold no links are passed over as a whole.
_CLOSED = r"(?<=<)(?P<tag>a|code|summary|button|caption|h[1-4])\b[^>]*>.*?</(?P=tag)>"
# Text ends where a tag begins, so that no attribute is taken for text.
_IN_TEXT = r"(?=[^<>]*<)"
# Each begins with a set of signs, so that nothing is tried at all others.
_PHONES = re.compile(
    rf"[<+(01](?:{_CLOSED}"
    rf"|(?<![\w./,+(-].)(?P<text>(?:{_AFTER}){_DIGITS})(?![\w/-]|[.,]\d){_IN_TEXT})",
    re.DOTALL,
)
_IDS = re.compile(
    rf'[<A-Z](?:{_CLOSED}|(?<!id">.)(?<![\w/-].)(?P<text>{_ID.replace("{2}", "")}(?![\w/-]))'
    rf"{_IN_TEXT})",
    re.DOTALL,
)
_FEWEST_DIGITS = 8  # of a telephone number; fewer may be anything


def phone_href(phone: str) -> str:
    """The `tel:` link of the first telephone number in a text; empty without one."""
    found = re.search(_PHONE, phone)
    return f"tel:{re.sub(r'[^0-9+]', '', found[0])}" if found else ""


def with_phones(html: str) -> str:
    """Every telephone number a link; what is said about the number stays outside the link."""
    return _linked(html, _PHONES, lambda text: phone_href(text) if _is_phone(text) else "")


def with_ids(html: str, href_of: Callable[[str], str]) -> str:
    """Ids in running text as links; `href_of` gives none for an id without a page."""
    return _linked(html, _IDS, href_of)


def ids_in(texts: Iterable[str]) -> list[str]:
    """The ids that stand in texts, each once, in a fixed order."""
    return sorted({found[0] for text in texts for found in re.finditer(rf"\b{_ID}\b", text)})


def _is_phone(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= _FEWEST_DIGITS


def _linked(html: str, pattern: re.Pattern[str], href_of: Callable[[str], str]) -> str:
    def link(found: re.Match[str]) -> str:
        href = href_of(found[0]) if found["text"] else ""
        return f'<a href="{href}">{found[0]}</a>' if href else found[0]

    return pattern.sub(link, html)
