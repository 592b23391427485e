"""A version of a bulletin as a single page that needs no other file."""

import re
from html import escape, unescape
from urllib.parse import urljoin

from generator.views.context.page import Page

# Links to other files of the site: useless in a file without the site.
_ACTIONS = re.compile(r'<p class="actions">.*?</p>\n?', re.DOTALL)
_LINK = re.compile(
    r'<a (?P<rest>[^>]*?)href="(?P<href>[^"]*)"(?P<more>[^>]*)>(?P<text>.*?)</a>', re.DOTALL
)
_KEPT_PREFIXES = ("#", "https:", "http:", "mailto:", "tel:")


def standing_alone(page: Page, base_url: str) -> str:
    """The body of the page; links become absolute, or plain text without `base_url`."""

    def resolved_link(match: re.Match[str]) -> str:
        if match["href"].startswith(_KEPT_PREFIXES):
            return match[0]
        if not base_url:
            return match["text"]
        href = escape(urljoin(base_url + page.address, unescape(match["href"])))
        return f'<a {match["rest"]}href="{href}"{match["more"]}>{match["text"]}</a>'

    return _LINK.sub(resolved_link, _ACTIONS.sub("", page.body))
