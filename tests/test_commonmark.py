"""The examples of CommonMark read as CommonMark, but for what records do otherwise on purpose."""

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from generator.base.markdown_dialect import FIRST_HEADING
from generator.base.prose import to_html

NPM = Path(__file__).parent / "web"
# Why not as CommonMark says (decision 38), and the numbers of the examples.
OTHERWISE = {
    "an indented line is no code": (
        "1-3 5-8 18 36 48 69 85 100 107 111-112 114-118 134 137 225 231 236 238 252-254 257 264 "
        "270-274 278 286-290 313"
    ),
    "raw HTML is shown as it was typed": (
        "21 31 110 148-191 308-309 344 475-477 491 494 524 613-617 623 625-631 642-643"
    ),
    "a line “[1]: …” does not vanish, and nothing refers to it": (
        "14 23 33 192-196 198 200-208 210-211 214-218 317 527-545 549-550 553-571 573 576-577 "
        "582-589 591-593"
    ),
    "an address leads out of the bulletin, or is none": "485-487 594 596 598-599 601",
    "a year, a day or a lone figure begins no list": "265 268 296-297 299 302",
    "a star between figures is a sign": "356",
    "a line stays a line": (
        "28 46 49 70 81-82 87-88 93 95 104-106 113 138 145 213 220 222-224 228-230 232-233 243 247 "
        "250-251 285 291-293 304 312 334 367 384 394 405 423 432 490 505 552 621 648-649"
    ),
    "“+” under “-” is the next level of an outline": "301",
    "“&copy;” stays as it was typed": "25-27 37-41",
    "after a letter or a figure ` is no code": "341 349 525",
    "two backslashes are the name of a computer": "12 15",
    "a star or a line within words is a sign": "56 355 370 416 429 437-438 449-450 454-455 457 459",
}


class Structure(HTMLParser):
    """What elements stand in which, their words and where they lead."""

    def __init__(self, first_heading: int) -> None:
        super().__init__()
        self.first_heading = first_heading
        self.parts: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        leads = unquote(given.get("href") or given.get("src") or "")
        self.parts.append(("begin", self.level(tag), given.get("start") or "", leads))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(("end", self.level(tag)))

    def handle_data(self, data: str) -> None:
        if words := " ".join(data.split()):
            self.parts.append(("words", words))

    def level(self, tag: str) -> str:
        if not re.fullmatch("h[1-6]", tag):
            return tag
        return f"h{min(int(tag[1]) - self.first_heading + FIRST_HEADING, 6)}"


def structure(html: str, first_heading: int) -> list[tuple[str, ...]]:
    parser = Structure(first_heading)
    parser.feed(html)
    parser.close()
    return parser.parts


@cache
def examples() -> list[dict[str, str]]:
    asked = "console.log(JSON.stringify(require('commonmark-spec').tests).replaceAll('→', '\\\\t'))"
    said = subprocess.run(["node", "-e", asked], cwd=NPM, capture_output=True, check=True)
    found: list[dict[str, str]] = json.loads(said.stdout)
    return found


def numbers(listed: str) -> Iterator[int]:
    for part in listed.split():
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def read_otherwise() -> Iterator[int]:
    for number, example in enumerate(examples(), 1):
        ours = structure(to_html(example["markdown"], str), FIRST_HEADING)
        if ours != structure(example["html"], 1):
            yield number


def test_an_example_is_read_as_there_or_it_is_said_why_not() -> None:
    named = sorted(number for listed in OTHERWISE.values() for number in numbers(listed))
    assert len(examples()) == 652
    assert [*read_otherwise()] == named
