"""The guide in the site: its navigation, its finished pages, and the pages of the rules."""

import re
import struct
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path
from posixpath import dirname, normpath
from typing import Any
from urllib.parse import quote, unquote

from generator.resources import shipped
from generator.source.corpus.guide_pages import own_pages

_FOLDER = "content/guide/"
FIRST = f"{_FOLDER}index.md"
# The guide is written in Vietnamese, whatever the language of the site.
TITLE, RULES_TITLE = "Hướng dẫn", "Quy tắc kiểm tra"
RULES_INTRODUCTION = """\
Mỗi quy tắc có một mã gồm chữ BT và ba chữ số. Trang của quy tắc nói vì sao có nó, thế nào là sai,
thế nào là đúng. Gõ `bulletin explain BT402` trong cửa sổ lệnh thì đọc được đúng trang ấy.

Không cần đọc hết. Khi chương trình báo mã nào, hãy tìm mã đó ở đây."""
# By the beginning of the codes in a group: its heading, and its subject.
GROUPS = {
    "BT1": (
        "BT1xx · Đọc được tệp",
        "Tệp phải đọc được, đúng tên, đúng chỗ, đủ khóa. Phần lớn là lỗi gõ; sửa trong một phút.",
    ),
    "BT2": (
        "BT2xx · Nêu đúng bản ghi, đơn vị, địa bàn",
        "Mã được nêu phải có thật, đúng loại và còn hiệu lực vào ngày đó.",
    ),
    "BT3": (
        "BT3xx · Nói điều đã kết luận",
        "Câu nào nói ra cũng phải có căn cứ, và căn cứ phải đã được kết luận.",
    ),
    "BT4": (
        "BT4xx · Các bên đồng ý",
        "Ai đã phê duyệt, phê duyệt còn giá trị không, ý kiến khác nhau đã được kết luận chưa.",
    ),
    "BT5": (
        "BT5xx · Bảo vệ con người và điều bí mật",
        "Không ghi tên, số điện thoại, giấy tờ, địa chỉ của người dân; không ghi nội dung mật.",
    ),
    "BT6": (
        "BT6xx · Dùng được và còn hạn",
        "Nội dung ngắn gọn, có hạn, có lần cập nhật tới; việc nào cũng có đơn vị và có hạn.",
    ),
    "BT7": (
        "BT7xx · Bản đã phát hành không đổi",
        "Bản phát hành phải nguyên vẹn, nối tiếp nhau, và nói rõ đã đổi gì so với bản trước.",
    ),
}
_PICTURE = re.compile(r'<img (?=[^>]*src="[^"]*hinh/(?P<name>[\w-]+\.png)")')
_LINK = re.compile(r"!?\[(?P<words>[^\]]*)\]\((?P<target>[^)\s#:]+)[^)\s]*\)")
_ENGLISH = re.compile(r"^\*English: .+\*\n", re.MULTILINE)
_PREVIOUS, _NEXT, _ALL_RULES = "Trước", "Tiếp", f"[{RULES_TITLE}: tất cả](index.md)"
_FENCE_PLACES = ("```yaml ", "```text ", "```json ")


def navigation(root: Path, shown: Sequence[str]) -> list[dict[str, Any]]:
    """The hand-written pages by file name, then the list of rules."""
    folder = root / _FOLDER
    shown_pages = (page for page in folder.glob("*.md") if f"{_FOLDER}{page.name}" in shown)
    pages = sorted(shown_pages, key=lambda page: page.name)
    first = [page for page in pages if page.name == "index.md"]
    rest = [page for page in pages if page.name != "index.md"]
    made = [] if first else [{TITLE: "guide/index.md"}]
    return [
        *made,
        *({page_heading(page): f"guide/{page.name}"} for page in (*first, *rest)),
        {RULES_TITLE: "guide/rules/index.md"},
    ]


def page_heading(page: Path) -> str:
    """The first heading of a Markdown page."""
    for line in page.read_text("utf-8-sig").splitlines():
        if line.startswith("# "):
            return line.removeprefix("# ").strip()
    return page.stem


def rule_pages() -> Iterator[tuple[str, str]]:
    """(source address, Markdown) of each rule's page, and of their list."""
    pages = sorted(shipped("rules").glob("BT*.md"))
    yield "guide/rules/index.md", _overview(pages)
    for number, page in enumerate(pages):
        text = _vietnamese_first(_readable(page.read_text("utf-8")))
        ways = (
            *(f"{_PREVIOUS}: {_way(one)}" for one in pages[:number][-1:]),
            *(f"{_NEXT}: {_way(one)}" for one in pages[number + 1 :][:1]),
            _ALL_RULES,
        )
        yield f"guide/rules/{code_of(page)}.md", f"{text}\n\n---\n\n{' · '.join(ways)}\n"


def _way(page: Path) -> str:
    return f"[{page_heading(page)}]({code_of(page)}.md)"


def _vietnamese_first(text: str) -> str:
    """A rule's page with the English line below the Vietnamese introduction."""
    english = _ENGLISH.search(text)
    introduction, mark, rest = text.partition("\n## ")
    if english is None or not mark:
        return text
    without = introduction.replace(english[0], "").rstrip()
    return f"{without}\n\n{english[0].strip()}\n{mark}{rest}"


def first_page(root: Path, shown: Iterable[str]) -> str:
    """The Markdown of the first page where an editor keeps none: a list of the others."""
    links = [
        f"- [{page_heading(root / path)}]({quote(path.removeprefix(_FOLDER))})"
        for path in shown
        if path.endswith(".md")
    ]
    links.append(f"- [{RULES_TITLE}](rules/index.md)")
    return f"# {TITLE}\n\n" + "\n".join(links) + "\n"


def without_lost_links(markdown: str, address: str, there: Container[str]) -> str:
    """A page in which only the words are left of links to pages of ours that an editor deleted."""

    def words(link: re.Match[str]) -> str:
        target = normpath(f"{dirname(address)}/{unquote(link['target'])}")
        is_lost = f"content/{target}" in own_pages() and target not in there
        return link["words"] if is_lost else link[0]

    return _LINK.sub(words, markdown)


def finish_page(html: str, root: Path) -> str:
    """A page of the guide with HTML that Markdown cannot express: the scope of table headings, code
    that can be scrolled with keys, and the size of pictures before they load.
    """
    with_scope = html.replace("<th>", '<th scope="col">')
    return _with_sizes(with_scope.replace("<pre><code", '<pre><code tabindex="0"'), root)


def _with_sizes(html: str, root: Path) -> str:
    """Add width and height to pictures; a picture has 2 pixels for each pixel of the page."""
    return _PICTURE.sub(lambda match: f"{match[0]}{_size(root, match['name'])}", html)


def _size(root: Path, name: str) -> str:
    """The attributes from the header of a PNG: 16 bytes to skip, then width and height."""
    path = root / "content" / "guide" / "hinh" / name
    if not path.is_file():  # MkDocs reports it
        return ""
    with path.open("rb") as picture:
        width, height = struct.unpack(">16xII", picture.read(24))
    return f'width="{width // 2}" height="{height // 2}" '


def _overview(pages: list[Path]) -> str:
    """The list of rules by group, each group with its subject in plain words."""
    parts = [f"# {RULES_TITLE}", RULES_INTRODUCTION]
    for start, (heading, about) in GROUPS.items():
        rules = [page for page in pages if page.name.startswith(start)]
        links = "\n".join(f"- [{page_heading(page)}]({code_of(page)}.md)" for page in rules)
        parts += [f"## {heading}", about, links] if rules else []
    return "\n\n".join(parts) + "\n"


def code_of(page: Path) -> str:
    return page.stem.partition("-")[0]


def _readable(text: str) -> str:
    """Move the file name of a fence to a line above it; Markdown would read it as a setting."""
    lines: list[str] = []
    for line in text.splitlines():
        fence = next((f for f in _FENCE_PLACES if line.startswith(f)), None)
        if fence:
            lines += [f"`{line.removeprefix(fence).strip()}`", "", fence.strip()]
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"
