"""The same texts for Typst: headings, paragraphs, tables and the ends of the pages, no more."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

_SET = """\
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm),
  header: text(font: "Arimo", size: 9pt)[%s #h(1fr) %s],
  footer: context text(font: "Arimo", size: 9pt)[%s #h(1fr)
    Trang #counter(page).display("1/1", both: true)])
#set text(font: "Tinos", size: 11pt, lang: "vi")
#set par(leading: 0.5em, spacing: 0.7em)
#show heading: set text(font: "Arimo", size: 11pt)
#show table: set text(size: 9pt)
#set table(stroke: 0.5pt)
"""
_TEXTS = frozenset({"p", "figcaption", "address", "blockquote"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INSIDE = ("p", "table", "ul", "ol", "dl", "div", "section")
_UNSEEN = frozenset({"svg", "img", "style", "script"})


def typeset(html: str) -> str:
    """The source of a whole document from the HTML of one."""
    body = BeautifulSoup(html, "html.parser").body
    if body is None:
        raise ValueError("a document without a body")
    ends = (_quoted(str(body.get(f"data-{name}", ""))) for name in ("issue", "reach", "validity"))
    return _SET % tuple(ends) + "\n\n".join(_blocks(body))


def _blocks(parent: Tag) -> Iterator[str]:
    for child in parent.children:
        if isinstance(child, Tag):
            yield from _block(child)
        elif text := str(child).strip():
            yield _quoted(text)


def _block(one: Tag) -> Iterator[str]:
    if one.name in _HEADINGS:
        yield f"#heading(level: {one.name[1]})[{_quoted(_text(one))}]"
    elif one.name == "table":
        yield _table(one)
    elif one.name == "dl":
        yield " ".join(map(_part, one.find_all(["dt", "dd"])))
    elif one.name == "li" and one.find(_INSIDE) is None:
        yield f"- {_quoted(_text(one))}"
    elif one.name in _TEXTS and one.find(_INSIDE) is None:
        yield _quoted(_text(one))
    elif one.name not in _UNSEEN:
        yield from _blocks(one)


def _part(one: Tag) -> str:
    """A name in bold, or what is said under it, in one running line as in our style."""
    return f"#strong[{_quoted(_text(one))}]:" if one.name == "dt" else _quoted(_text(one))


def _table(one: Tag) -> str:
    rows = [[_quoted(_text(cell)) for cell in row.find_all(["th", "td"])] for row in one("tr")]
    columns = max(map(len, rows), default=1)
    cells = (cell for row in rows for cell in (*row, *[""] * (columns - len(row))))
    return f"#table(columns: (1fr,) * {columns}, {', '.join(f'[{cell}]' for cell in cells)})"


def _text(one: Tag) -> str:
    return " ".join(one.get_text(" ").split())


def _quoted(text: str) -> str:
    """As a string of Typst, in which nothing but these two signs means something."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}"'
