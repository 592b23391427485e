"""Links in the running text of a page: the telephone numbers, and the ids that have a page."""

import re
from collections.abc import Callable, Iterable

_PHONE = r"(?:\+84|\(?0\d{1,3}\)?|1[89]00)(?:[ .\u00a0-]?\d){4,10}"
# Elements that hold no links are passed over as a whole.
_CLOSED = r"<(?P<tag>a|code|summary|button|caption|h[1-4])\b[^>]*>.*?</(?P=tag)>"
# Text ends where a tag begins, so that no attribute is taken for text.
_IN_TEXT = r"(?=[^<>]*<)"
_PHONES = re.compile(
    rf"{_CLOSED}|(?P<text>(?<![\w./,+(-]){_PHONE}(?![\w/-]|[.,]\d)){_IN_TEXT}", re.DOTALL
)
_ID = r"[A-Z]{2}-\d{4}-\d{4,}(?:/v\d+)?"
_IDS = re.compile(rf'{_CLOSED}|(?P<text>(?<!id">)(?<![\w/-]){_ID}(?![\w/-])){_IN_TEXT}', re.DOTALL)
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
        href = href_of(found["text"]) if found["text"] else ""
        return f'<a href="{href}">{found[0]}</a>' if href else found[0]

    return pattern.sub(link, html)
