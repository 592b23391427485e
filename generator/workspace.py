"""The real files, git and clock; and a workspace in memory."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from stat import S_ISREG

from generator.base.diagnostics import BulletinError, Refused
from generator.base.digest import blob_ids
from generator.base.text import Bilingual
from generator.base.workspace import FileEntry, Rival, Sealed, Version
from generator.base.years import FIRST_YEAR, LAST_YEAR, is_in_our_years, moment_of
from generator.git import (
    COMMITS,
    SAYING,
    VERSIONS,
    begun_on,
    contents_told,
    git_at,
    names,
    refusal_of_git,
    repository_of,
    versions,
    versions_told,
)
from generator.notary import vouches
from generator.system import AT_ONCE

Vouches = Callable[[Sealed], bool]
CLOCK_SKEW = timedelta(minutes=10)  # between the computers of two units
_NONE = "0" * 40


@dataclass(frozen=True)
class DiskWorkspace:
    """A folder that holds mkdocs.yml and content/, at a moment."""

    root: Path
    moment: datetime
    notary: Vouches = vouches
    by_clock: bool = False

    def files(self, folder: str) -> Sequence[FileEntry]:
        """Every file below the folder; of a link on the way to it, only the link itself."""
        first, *inner = accumulate(folder.split("/"), "{}/{}".format)
        del first  # content/ itself may lie elsewhere
        link = next((path for path in inner if (self.root / path).is_symlink()), None)
        if link is None and (self.root / folder).is_file():
            link = folder  # a file in the place of the folder
        if link is not None:
            return [FileEntry(link, 0, is_regular=False)]
        return sorted(_walk(self.root, folder), key=lambda file: file.path)

    def read(self, path: str) -> bytes:
        try:
            with open(f"{self.root}/{path}", "rb", opener=_at_once) as file:
                return file.read()
        except OSError as error:
            raise BulletinError(
                f"Không mở được {path}: {error.strerror}.", f"{path} cannot be opened."
            ) from error

    def revision_of(self, path: str) -> str | None:
        revision = self._git("log", "-1", "--format=%H", "--", path) or self._git(
            "log", "-1", "--format=%H"
        )
        return revision.decode().strip() if revision else None

    def read_at(self, revision: str, path: str) -> bytes | None:
        return self._git("cat-file", "blob", f"{revision}:./{path}")

    def on_branches(self, folder: str) -> frozenset[str]:
        """The names directly below a folder, on every local or fetched branch."""
        heads = self._git("for-each-ref", "--format=%(objectname)", "refs/heads", "refs/remotes")
        outputs = (
            self._git("ls-tree", "-z", "--name-only", head, f"{folder}/")
            for head in sorted(set((heads or b"").decode().split()))
        )
        return frozenset(name for output in outputs for name in names(output or b""))

    def versions(
        self, folders: Sequence[str], most: int | None = None, saying: str | None = None
    ) -> Sequence[Version]:
        asked = (f"--max-count={most}",) if most else ("--topo-order",)
        asked = (*asked, *((*SAYING, saying) if saying else ()), "--", *folders)
        if asked not in self._told:
            told = self._log(*VERSIONS, "--reverse", COMMITS, *asked)
            self._told[asked] = tuple(versions_told(told))
        return self._told[asked]

    def _log(self, *arguments: str) -> bytes:
        """What the log of this branch tells; raises BulletinError when git cannot tell it all.

        A log that broke off, for want of an object or by a setting, is not “nothing happened”.
        """
        if not self._has_commits:
            return b""
        told = git_at(self.root, "log", "HEAD", *arguments)
        if told.returncode:
            raise refusal_of_git(self.root, told.stderr.decode("utf-8", "replace"))
        return told.stdout

    @cached_property
    def _has_commits(self) -> bool:
        return self._git("rev-parse", "--verify", "--quiet", "HEAD") is not None

    def blobs(self, digests: Iterable[str]) -> Mapping[str, bytes]:
        wanted = {digest for digest in digests if digest.strip("0")}
        asked = "\n".join(sorted(wanted - self._contents.keys()))
        if asked and self._has_history:
            told = git_at(self.root, "cat-file", "--batch", given=f"{asked}\n".encode())
            self._contents.update(contents_told(told.stdout))
        missing = sorted(wanted - self._contents.keys())
        if missing and self._has_history:
            raise refusal_of_git(self.root, f"object {missing[0]} is missing")
        return {digest: self._contents[digest] for digest in wanted - {*missing}}

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        return {}

    def lacks_history(self) -> bool:
        return (self._git("rev-parse", "--is-shallow-repository") or b"").strip() == b"true"

    def is_known_at(self, commit: str, later: str) -> bool:
        return (self._git("merge-base", commit, later) or b"").startswith(commit.encode())

    @cached_property
    def _told(self) -> dict[tuple[str, ...], Sequence[Version]]:
        """What git has told: every reading of the editions asks, and history stays while we run."""
        return {}

    def rivals(self, folders: Sequence[str]) -> tuple[Rival, ...]:
        """Two commands of git however many branches there are, and two more for each rival."""
        others = ("--branches", "--remotes", "--not", "HEAD")
        told = self._git("log", *others, *VERSIONS, "--format=on %S", "--", *folders)
        begun = [b for b in begun_on(told) if (self.root / b[0]).is_file()]
        theirs = versions(told) if begun else {}
        paths = sorted({path for path, _ in begun})
        own = self._git("log", "HEAD", *VERSIONS, "-m", "--format=", "--", *paths) if begun else b""
        ours = versions(own)
        found = [b for b in begun if theirs[b[0]].isdisjoint(ours.get(b[0], ()))]
        contents = ((path, branch, self.read_at(branch, path)) for path, branch in found)
        return tuple(
            Rival(path, branch, content)
            for path, branch, content in contents
            if content is not None
        )

    def history_mark(self) -> str:
        told = self._git("rev-parse", "--revs-only", "HEAD", "--branches", "--remotes")
        return (told or b"").decode()

    def now(self) -> datetime:
        return self.moment

    def horizon(self) -> datetime | None:
        return self.moment + CLOCK_SKEW if self.by_clock else None

    def vouches(self, sealed: Sealed) -> bool:
        return self.notary(sealed)

    def _git(self, *arguments: str) -> bytes | None:
        """What git prints, or None when there is no repository or no such thing in it."""
        completed = git_at(self.root, *arguments) if self._has_history else None
        return completed.stdout or None if completed and completed.returncode == 0 else None

    @cached_property
    def _has_history(self) -> bool:
        """Whether the workspace is in a repository; raises BulletinError when git cannot tell.

        To take a refusal for “no git” would give an id twice.
        """
        root = self.root.resolve()
        top = repository_of(root)
        if top is None:
            return False
        try:
            asked = git_at(root, "rev-parse", "--git-dir")
        except FileNotFoundError:
            raise BulletinError(
                "Kho này dùng git nhưng máy chưa cài git, nên không biết mã nào đã dùng, ai đã sửa"
                " gì. Cài git rồi thử lại.",
                "This workspace is kept with git, which is not installed here. Install git.",
            ) from None
        if asked.returncode:
            raise refusal_of_git(top, asked.stderr.decode("utf-8", "replace"))
        return True


def _at_once(path: str, flags: int) -> int:
    """Open a file; a pipe to which nobody writes would else be waited for."""
    return os.open(path, flags | AT_ONCE)


def bundle_history(root: Path, target: Path) -> bool:
    """Write every branch and tag of the repository of a workspace into one file; whether there is
    one.

    Raises Refused where the content has changes that no commit holds, or the clone is not whole:
    what is kept for years would lack them.
    """
    if repository_of(root) is None:
        return False
    if git_at(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        raise _unfit(_SHALLOW)
    if _uncommitted(root):
        raise _unfit(_UNCOMMITTED)
    made = git_at(root, "bundle", "create", "--quiet", str(target), "--branches", "--tags", "HEAD")
    if made.returncode:
        raise refusal_of_git(root, made.stderr.decode("utf-8", "replace"))
    return True


def _uncommitted(root: Path) -> bool:
    """Whether the content has files that the last commit does not hold in the same way.

    Files are compared by us, up to their line ends: git would start the filters of a repository.
    """
    tree = git_at(root, "ls-tree", "-rz", "HEAD", "content/").stdout
    held = dict(_tree_entry(line) for line in names(tree))
    present = {f.path for f in _walk(root, "content") if "/." not in f.path}
    if present != {path for path in held if "/." not in path}:
        return True
    return any(held[path] not in blob_ids((root / path).read_bytes()) for path in present)


def _tree_entry(line: str) -> tuple[str, str]:
    """(path, digest) of a line of ls-tree."""
    about, _, path = line.partition("\t")
    return path, about.rpartition(" ")[2]


def _unfit(reason: Bilingual) -> Refused:
    return Refused(f"Chưa lập được hồ sơ lưu: {reason.vi}.", f"Nothing was archived: {reason.en}.")


_UNCOMMITTED = Bilingual(
    "trong content/ có thay đổi chưa commit; git add -A, git commit rồi chạy lại",
    "content/ has changes that are in no commit; git add -A, git commit, and run again",
)
_SHALLOW = Bilingual(
    "bản sao git này thiếu lịch sử cũ; chạy git fetch --unshallow rồi chạy lại",
    "this clone lacks the older history; run git fetch --unshallow, and run again",
)


def _spelled(path: str) -> str:
    """A path as it is; raises BulletinError when its bytes are no text."""
    if path.isprintable() or not any("\ud800" <= sign <= "\udfff" for sign in path):
        return path
    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
    raise BulletinError(
        f"Tên tệp {shown} không phải chữ UTF-8; đổi tên tệp ấy (ví dụ bằng dấu * trong dòng lệnh).",
        f"The name of the file {shown} is no UTF-8 text; give it another name.",
    )


def _walk(root: Path, folder: str) -> list[FileEntry]:
    files: list[FileEntry] = []
    folders = [folder]
    while folders:
        current = folders.pop()
        try:
            with os.scandir(root / current) as entries:
                for entry in entries:
                    path = _spelled(f"{current}/{entry.name}")
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(path)
                    else:
                        stat = entry.stat(follow_symlinks=False)
                        stamp = (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
                        files.append(FileEntry(path, stat.st_size, S_ISREG(stat.st_mode), stamp))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise BulletinError(
                f"Không mở được thư mục {current}: {error.strerror}.",
                f"The folder {current} cannot be opened.",
            ) from error
    return files


@dataclass(frozen=True)
class MemoryWorkspace:
    """A workspace that lives in memory: paths and bytes, with earlier revisions by name."""

    contents: Mapping[str, bytes]
    moment: datetime
    past: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)

    def vouches(self, sealed: Sealed) -> bool:
        return vouches(sealed)

    def files(self, folder: str) -> Sequence[FileEntry]:
        below = sorted(path for path in self.contents if path.startswith(f"{folder}/"))
        return [FileEntry(path, len(self.contents[path])) for path in below]

    def read(self, path: str) -> bytes:
        return self.contents[path]

    def revision_of(self, path: str) -> str | None:
        del path
        return next(reversed(list(self.past)), None)

    def read_at(self, revision: str, path: str) -> bytes | None:
        return self.past[revision].get(path)

    def versions(
        self, folders: Sequence[str], most: int | None = None, saying: str | None = None
    ) -> Sequence[Version]:
        del most, saying
        below, found = tuple(f"{folder}/" for folder in folders), list[Version]()
        last: dict[str, str] = {}
        for commit, then in self.past.items():
            digests = {path: min(blob_ids(content)) for path, content in then.items()}
            for path in sorted({path for path in (*digests, *last) if path.startswith(below)}):
                digest, before = digests.get(path, _NONE), last.get(path, _NONE)
                if digest != before:
                    found.append(Version(path, digest, (before,), self.moment, commit))
                    last[path] = digest
        return found

    def blobs(self, digests: Iterable[str]) -> Mapping[str, bytes]:
        contents = (content for then in self.past.values() for content in then.values())
        ids = {digest: content for content in contents for digest in blob_ids(content)}
        return {digest: ids[digest] for digest in digests if digest in ids}

    def lacks_history(self) -> bool:
        return False

    def is_known_at(self, commit: str, later: str) -> bool:
        return [*self.past].index(commit) <= [*self.past].index(later)

    def rivals(self, folders: Sequence[str]) -> tuple[Rival, ...]:
        del folders
        return ()

    def history_mark(self) -> str:
        return ""

    def now(self) -> datetime:
        return self.moment

    def horizon(self) -> datetime | None:
        return None


def moment_of_run(given: str | None = None) -> datetime:
    """The moment of this run: as given, else SOURCE_DATE_EPOCH, else the clock.

    Raises BulletinError when the text is no moment of our years; a moment without an offset is in
    UTC+7.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    rejected = given or epoch
    try:
        moment = _moment_given(given, epoch)
    except (ValueError, OverflowError, OSError) as error:
        raise BulletinError(
            f"“{rejected}” không phải là một thời điểm như 2026-11-21T17:00+07:00.",
            f"“{rejected}” is not a moment such as 2026-11-21T17:00+07:00.",
        ) from error
    if not is_in_our_years(moment, UTC):
        raise BulletinError(
            f"“{rejected}” nằm ngoài các năm từ {FIRST_YEAR} đến {LAST_YEAR}.",
            f"“{rejected}” lies outside the years {FIRST_YEAR} to {LAST_YEAR}.",
        )
    return moment


def is_by_clock(given: str | None) -> bool:
    """Whether the moment of this run is that of the clock."""
    return not given and not os.environ.get("SOURCE_DATE_EPOCH")


def _moment_given(given: str | None, epoch: str | None) -> datetime:
    if given:
        moment = moment_of(given)
        if moment is None:
            raise ValueError(given)
        return moment if moment.tzinfo else moment.replace(tzinfo=timezone(timedelta(hours=7)))
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def find_workspace(start: Path) -> Path:
    """The nearest folder upwards that holds mkdocs.yml and content/; raises BulletinError."""
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "content").is_dir():
            return folder
    raise BulletinError(
        f"Không thấy kho bản tin nào từ {start} trở lên (cần mkdocs.yml và content/). Vào thư mục"
        " của kho rồi gọi lại, hoặc tạo kho mới: bulletin init THƯ-MỤC",
        f"There is no workspace at {start} or above (mkdocs.yml and content/ are needed). Go to"
        " its folder and try again, or start one: bulletin init DIR",
    )
