"""The chain of editions: each names the one issued before it, the head names the last."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

import orjson

from generator.base.diagnostics import Diagnostic, PhaseOutcome
from generator.base.span import Span
from generator.base.text import Bilingual
from generator.base.workspace import Workspace
from generator.editions.agreement import agreed_links
from generator.editions.in_git import InGit
from generator.editions.problems import (
    BROKEN_CHAIN,
    MERGING,
    RESTORE,
    ROLLED_BACK,
    content_is_back,
    drop_own,
    issued_ahead,
    issued_twice,
    older_head,
    rewritten_edition,
)
from generator.editions.reading import FOLDER, name_of, read_edition
from generator.model.edition.edition import (
    EDITION_FILE,
    Edition,
    History,
    Link,
    Redacted,
    file_bytes,
    in_chain_order,
)

HEAD = f"{FOLDER}/head.json"


def read_editions(workspace: Workspace) -> PhaseOutcome[History]:
    """All editions that hold, oldest first, and the problems of files, approvals and chain."""
    paths = [file.path for file in workspace.files(FOLDER) if file.is_regular]
    contents = {path: workspace.read(path) for path in paths if EDITION_FILE.match(path)}
    outcomes = {path: read_edition(path, content) for path, content in contents.items()}
    problems = [problem for outcome in outcomes.values() for problem in outcome.problems]
    chain = in_chain_order(
        outcome.value for outcome in outcomes.values() if outcome.value is not None
    )
    in_git = InGit(workspace, contents, chain)
    root = in_git.replaced_root()
    agreed = agreed_links(chain, workspace.vouches, root)
    history = History(
        tuple(link for link in agreed.value if isinstance(link, Edition)),
        tuple(link for link in agreed.value if isinstance(link, Redacted)),
        root,
        in_git.lost(agreed.value),
    )
    altered = {name_of(path) for path, outcome in outcomes.items() if outcome.problems}
    forged = {link.name for link in chain if isinstance(link, Redacted)} - {
        link.name for link in history.redacted
    }
    head = workspace.read(HEAD) if HEAD in paths else None
    whole = tuple(link for link in chain if link.name not in forged)
    chain_breaks = chain_problems(whole, head, frozenset(altered | forged))
    ahead = _issued_ahead(chain, workspace.horizon())
    rewritten = map(rewritten_edition, in_git.rewritten(history.links))
    back = (content_is_back(*found) for found in in_git.brought_back())
    found = (*problems, *agreed.problems, *chain_breaks, *ahead, *rewritten, *back)
    return PhaseOutcome(history, found)


def _issued_ahead(chain: Iterable[Link], horizon: datetime | None) -> Iterator[Diagnostic]:
    """Editions of a time to come: readers would not see them, nor why."""
    for link in chain:
        done = link.redaction.done if isinstance(link, Redacted) else link.issued_at
        if horizon and max(done, link.issued_at) > horizon:
            yield issued_ahead(link, max(done, link.issued_at))


def head_after_crash(workspace: Workspace) -> bytes | None:
    """The head that a run was stopped before writing, when that is all that is wrong; else None.

    An edition is written before the head that names it. A head that is only older loses nothing by
    being moved on: every edition is there, and each follows the one before.
    """
    history, problems = read_editions(workspace)
    links, codes = history.links, {problem.problem.code for problem in problems}
    has_head = any(file.path == HEAD for file in workspace.files(FOLDER))
    is_first = not has_head and len(links) == len(problems) == 1
    return head_bytes(links[-1]) if links and (codes == {ROLLED_BACK.code} or is_first) else None


def head_bytes(edition: Link) -> bytes:
    """The head file: it names the newest edition, so that removing that file is noticed too."""
    return file_bytes({"edition": edition.name, "digest": edition.digest})


def chain_problems(
    editions: tuple[Link, ...], head: bytes | None, altered: frozenset[str]
) -> Iterator[Diagnostic]:
    """Where the chain is broken. Breaks caused by an altered file are not reported again."""
    known = {edition.name: edition for edition in editions}
    followed: dict[str, Link] = {}
    for number, edition in enumerate(editions):
        yield from _link_problems(edition, number, known, followed, altered)
    yield from _version_gaps(editions, altered)
    yield from _head_problems(editions, head, known, altered)
    yield from _rollback(editions, head, altered, followed)


def _link_problems(
    edition: Link,
    number: int,
    known: Mapping[str, Link],
    followed: dict[str, Link],
    altered: frozenset[str],
) -> Iterator[Diagnostic]:
    previous = edition.previous.edition if edition.previous else ""
    if previous in followed:
        first = followed[previous]
        yield _chain_break(
            edition.path,
            f"{first.name} và {edition.name} cùng nối sau {previous or 'điểm đầu'}",
            f"{first.name} and {edition.name} both follow {previous or 'the start'}",
            drop_own(first.path, edition.path),
        )
    followed.setdefault(previous, edition)
    if edition.previous is None or previous in altered:
        return
    if previous not in known:
        yield _chain_break(
            edition.path,
            f"thiếu {previous}, bản đứng trước {edition.name}",
            f"{previous} is missing",
        )
    elif known[previous].issued_at > edition.issued_at:
        yield _chain_break(
            edition.path,
            f"{edition.name} ghi lúc phát hành sớm hơn {previous}, bản đứng trước nó",
            f"{edition.name} says that it was issued before {previous}, which it follows",
        )
    elif known[previous].digest != edition.previous.digest:
        yield _chain_break(
            edition.path,
            f"{previous} đã khác với lúc {edition.name} nối vào",
            f"{previous} differs from what {edition.name} follows",
        )


def _version_gaps(editions: tuple[Link, ...], altered: frozenset[str]) -> Iterator[Diagnostic]:
    names = {edition.name for edition in editions} | altered
    missing = {edition.previous.edition for edition in editions if edition.previous}
    for edition in editions:
        before = f"{edition.bulletin}/v{edition.version - 1}"
        if edition.version > 1 and before not in names and before not in missing:
            yield _chain_break(edition.path, f"thiếu {before}", f"{before} is missing")


def _head_problems(
    editions: tuple[Link, ...],
    head: bytes | None,
    known: Mapping[str, Link],
    altered: frozenset[str],
) -> Iterator[Diagnostic]:
    if head is None:
        if editions:
            yield _chain_break(HEAD, "thiếu tệp đầu chuỗi", "the head of the chain is missing")
        return
    head_content = _head_content(head)
    if head_content is None:
        yield _unreadable_head(editions, head)
    elif head_content["edition"] in altered or _is_followed_by_missing(
        editions, head_content["edition"]
    ):
        return
    elif head_content["edition"] not in known:
        last = head_content["edition"]
        yield _chain_break(
            HEAD, f"thiếu {last}, bản phát hành mới nhất", f"{last}, the newest, is missing"
        )
    elif known[head_content["edition"]].digest != head_content["digest"]:
        yield _chain_break(
            HEAD,
            f"{head_content['edition']} khác với tệp đầu chuỗi",
            f"{head_content['edition']} differs",
        )


def _rollback(
    editions: tuple[Link, ...],
    head: bytes | None,
    altered: frozenset[str],
    followed: Mapping[str, Link],
) -> Iterator[Diagnostic]:
    """An older head: editions stand behind the one that it names as the last."""
    content = _head_content(head) if head else None
    later = followed.get(content["edition"]) if content else None
    if content and later and content["edition"] not in altered:
        last = editions[-1]
        yield older_head(HEAD, content["edition"], last.name)


def _is_followed_by_missing(editions: tuple[Link, ...], name: str) -> bool:
    """Whether the link check has already reported this edition as missing."""
    names = {edition.name for edition in editions}
    return name not in names and any(e.previous and e.previous.edition == name for e in editions)


def _unreadable_head(editions: tuple[Link, ...], head: bytes) -> Diagnostic:
    if MERGING in head:
        return issued_twice(HEAD, *(edition.path for edition in editions[-2:]))
    return _chain_break(HEAD, "tệp đầu chuỗi đã bị sửa", "the head of the chain was altered")


def _head_content(head: bytes) -> dict[str, Any] | None:
    try:
        body = orjson.loads(head)
    except orjson.JSONDecodeError:
        return None
    is_head = isinstance(body, dict) and set(body) == {"edition", "digest"}
    is_head = is_head and all(isinstance(value, str) for value in body.values())
    return body if is_head and file_bytes(body) == head else None


def _chain_break(path: str, vi: str, en: str, mend: Bilingual = RESTORE) -> Diagnostic:
    return BROKEN_CHAIN.at(Span(path), reason=Bilingual(vi, en), mend=mend)
