"""The chain of editions: each names the one issued before it, the head names the last."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import datetime
from typing import Any, NamedTuple

import orjson
from pydantic import ValidationError

from generator.base.diagnostics import Diagnostic, PhaseOutcome
from generator.base.digest import blob_ids
from generator.base.span import Span
from generator.base.text import Bilingual
from generator.base.workspace import Workspace
from generator.editions.agreement import agreed_links
from generator.editions.freeze import as_body
from generator.editions.problems import (
    BROKEN_CHAIN,
    ISSUED_TWICE,
    MERGING,
    RESTORE,
    ROLLED_BACK,
    altered_file,
    drop_own,
    issued_ahead,
    lost_recall,
    older_head,
    rewritten_edition,
)
from generator.model.edition.edition import (
    EDITION_FILE,
    Edition,
    History,
    Link,
    Redacted,
    body_digest,
    file_bytes,
    in_chain_order,
)
from generator.model.edition.redaction import is_redaction_of

FOLDER, RECALLS = "content/editions", "content/recalls"
# What may not go: asked of git at once.
WATCHED = (FOLDER, RECALLS)
RECALL_FILE = re.compile(rf"^{RECALLS}/[^/]+\.yml$")
HEAD = f"{FOLDER}/head.json"


def read_edition(path: str, content: bytes) -> PhaseOutcome[Link | None]:
    """An edition whose bytes are exactly as issued, or its redacted form; else the problem."""
    try:
        body = orjson.loads(content)
    except orjson.JSONDecodeError:
        return _unreadable_edition(path, content)
    if isinstance(body, dict) and body.get("form") == "redacted":
        return _read_redacted(path, content, body)
    if not isinstance(body, dict) or body_digest(body) != body.get("digest"):
        return _altered_edition(
            path, "nội dung không khớp mã băm", "the content does not match its digest"
        )
    return _read_whole(path, content, body)


def _read_whole(path: str, content: bytes, body: dict[str, Any]) -> PhaseOutcome[Link | None]:
    """An edition whose content is as its digest says."""
    if file_bytes(body) != content:
        return _altered_edition(path, "cách ghi tệp đã bị đổi", "the way it is written was changed")
    try:
        edition = Edition.model_validate(body)
    except ValidationError:
        return _altered_edition(
            path, "không đúng dạng bản phát hành", "it is not in the form of an edition"
        )
    if edition.form > 1 and file_bytes(as_body(edition)) != content:
        return _altered_edition(path, "cách ghi tệp đã bị đổi", "the way it is written was changed")
    if edition.path != path:
        return _altered_edition(
            path, f"tệp này là của {edition.name}", f"the file belongs to {edition.name}"
        )
    return PhaseOutcome(edition)


def _read_redacted(path: str, content: bytes, body: dict[str, Any]) -> PhaseOutcome[Link | None]:
    """The place of an edition whose content every party took out."""
    try:
        redacted = Redacted.model_validate(body)
    except ValidationError:
        return _altered_edition(
            path, "không đúng dạng bản đã gỡ nội dung", "it is not in the form of a redacted one"
        )
    if redacted.path != path or file_bytes(body) != content:
        return _altered_edition(path, "cách ghi tệp đã bị đổi", "the way it is written was changed")
    return PhaseOutcome(redacted)


def read_editions(workspace: Workspace) -> PhaseOutcome[History]:
    """All editions that hold, oldest first, and the problems of files, approvals and chain."""
    paths = [file.path for file in workspace.files(FOLDER) if file.is_regular]
    contents = {path: workspace.read(path) for path in paths if EDITION_FILE.match(path)}
    outcomes = {path: read_edition(path, content) for path, content in contents.items()}
    problems = [problem for outcome in outcomes.values() for problem in outcome.problems]
    chain = in_chain_order(
        outcome.value for outcome in outcomes.values() if outcome.value is not None
    )
    in_git = _InGit.of(workspace, contents)
    root = _replaced_root(workspace, in_git, {link.path for link in chain})
    agreed = agreed_links(chain, workspace.vouches, root)
    history = History(
        tuple(link for link in agreed.value if isinstance(link, Edition)),
        tuple(link for link in agreed.value if isinstance(link, Redacted)),
        root,
    )
    altered = {name_of(path) for path, outcome in outcomes.items() if outcome.problems}
    forged = {link.name for link in chain if isinstance(link, Redacted)} - {
        link.name for link in history.redacted
    }
    head = workspace.read(HEAD) if HEAD in paths else None
    whole = tuple(link for link in chain if link.name not in forged)
    chain_breaks = chain_problems(whole, head, frozenset(altered | forged))
    ahead = _issued_ahead(chain, workspace.horizon())
    rewritten = _rewritten(workspace, in_git, history.links)
    lost = _lost_recalls(workspace)
    found = (*problems, *agreed.problems, *chain_breaks, *ahead, *rewritten, *lost)
    return PhaseOutcome(history, found)


def _lost_recalls(workspace: Workspace) -> Iterator[Diagnostic]:
    """Recalls that git knows and that are gone: what one party stopped would come back alone."""
    present = {file.path for file in workspace.files(RECALLS)}
    begun = (path for path in workspace.begun(WATCHED) if RECALL_FILE.match(path))
    for path in sorted({*begun} - present):
        yield lost_recall(path)


class _InGit(NamedTuple):
    """What git tells of the files of editions: `first` are the digests of their first versions, by
    path, `kept` the paths whose file is one of these."""

    first: Mapping[str, frozenset[str]]
    kept: frozenset[str]

    @classmethod
    def of(cls, workspace: Workspace, contents: Mapping[str, bytes]) -> "_InGit":
        begun = workspace.begun(WATCHED).items()
        first = {path: blobs for path, blobs in begun if EDITION_FILE.match(path)}
        in_both = first.keys() & contents.keys()
        kept = (p for p in in_both if not first[p].isdisjoint(blob_ids(contents[p])))
        return cls(first, frozenset(kept))


def _rewritten(workspace: Workspace, in_git: _InGit, links: Iterable[Link]) -> Iterator[Diagnostic]:
    """Editions that are not as git first got them: somebody wrote them again, digests and all.

    Who drops the own edition and issues again begins its file a second time, which may be right. A
    redacted form never stands for itself: it is held to the edition that git had.
    """
    for link in links:
        if isinstance(link, Redacted):
            is_known = _is_of_one(link, workspace, in_git.first.get(link.path, frozenset()))
        else:
            is_kept = link.path not in in_git.first or link.path in in_git.kept
            is_known = is_kept or _is_dropped(workspace, link.path)
        if not is_known:
            yield rewritten_edition(link)


def _replaced_root(workspace: Workspace, in_git: _InGit, present: Set[str]) -> Edition | None:
    """The first edition that git ever had; None while each edition is as it was begun, once."""
    are_begun_once = all(len(blobs) == 1 for blobs in in_git.first.values())
    if are_begun_once and in_git.first.keys() <= in_git.kept & present:
        return None
    for path, digest in workspace.beginnings(FOLDER):
        content = workspace.blob(digest) if EDITION_FILE.match(path) else None
        first = read_edition(path, content).value if content else None
        if isinstance(first, Edition) and first.previous is None:
            return first
    return None


def _is_dropped(workspace: Workspace, path: str) -> bool:
    """Whether the last commit about a file has removed it: what stands there is new."""
    revision = workspace.revision_of(path)
    return revision is not None and workspace.read_at(revision, path) is None


def _is_of_one(link: Redacted, workspace: Workspace, blobs: Iterable[str]) -> bool:
    """Whether a redacted form says what one of the first versions in git was.

    True also where git lacks them: that is how content leaves a repository for good.
    """
    contents = [content for blob in blobs if (content := workspace.blob(blob)) is not None]
    first = (read_edition(link.path, content).value for content in contents)
    whole = [edition for edition in first if isinstance(edition, Edition)]
    return not whole or any(is_redaction_of(link, edition) for edition in whole)


def _issued_ahead(chain: Iterable[Link], horizon: datetime | None) -> Iterator[Diagnostic]:
    """Editions of a time to come: readers would not see them, nor why."""
    for link in chain:
        done = link.redaction.done if isinstance(link, Redacted) else link.issued_at
        if horizon and max(done, link.issued_at) > horizon:
            yield issued_ahead(link, max(done, link.issued_at))


def name_of(path: str) -> str:
    """The name of the edition in a file."""
    return path.removeprefix(f"{FOLDER}/").removesuffix(".json")


def _altered_edition(path: str, vi: str, en: str) -> PhaseOutcome[None]:
    match = EDITION_FILE.match(path)
    name = f"{match[1]}/v{match[2]}" if match else path
    return PhaseOutcome(None, (altered_file(name, path, Bilingual(vi, en)),))


def _unreadable_edition(path: str, content: bytes) -> PhaseOutcome[None]:
    if MERGING in content:
        return PhaseOutcome(None, (_issued_twice(path, path),))
    return _altered_edition(path, "tệp không đọc được nữa", "the file cannot be read any more")


def _issued_twice(path: str, *editions: str) -> Diagnostic:
    """The problem of a file that git could not merge; one of the editions is to be dropped."""
    return BROKEN_CHAIN.at(Span(path), reason=ISSUED_TWICE, mend=drop_own(*editions))


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
        return _issued_twice(HEAD, *(edition.path for edition in editions[-2:]))
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
