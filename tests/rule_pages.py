"""The pages of the rules, read as tests: each section is a small story in its own workspace.

A fence ```yaml PATH holds a file; `bytes=ENCODING` after the path writes it in another encoding,
`bytes=base64` what is written so.
`digest: sha256:…` stands for the record's present digest. A fence ```console holds commands that
are carried out in memory, in order with the files: `bulletin approve ID [--unit U [--sign KEY]]`,
`bulletin issue ID [--relation R] [--change-note N]`, `git rm PATH`, `sed -i s/A/B/ PATH`. `{key K}`
in a file is the public half of the key K, which `--sign K` signs with: also where the verb refuses.

`# BTxxx` at the end of a line says what must be reported there; in a console fence a place
follows it, as `# BTxxx PATH:LINE`. An `issue` with such a mark is asked for, not carried out.
"""

import re
import shlex
from base64 import b64decode
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import orjson

from generator.editions.chain import HEAD, head_bytes
from generator.editions.freeze import Request
from generator.model.corpus.corpus import Corpus
from generator.model.edition.edition import EDITION_FILE, Edition, Relation, body_digest, file_bytes
from generator.pipeline import compile_content
from generator.workspace import MemoryWorkspace
from tests.keys import public_key, signature
from tests.support import BASE, MOMENT, approval, approvals, as_bytes, corpus_of, issue, places

PAGES = Path(__file__).parent / "rules"
TITLE = re.compile(r"\A# (BT\d{3}) (.+)\n\n\*English: (.+)\*\n\n((?:.+\n)+)\n")
SECTION = re.compile(r"^## ((?:Sai|Đúng)[^\n]*)\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
FENCE = re.compile(r"^```(yaml|text|console) ?([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
KEY = re.compile(r"\{key ([a-z-]+)\}")
MARK = re.compile(r" *# ((?:BT\d{3} ?)+)(content/[^ :]+)?(?::(\d+))?$")
FIRST_HOUR = datetime.fromisoformat("2026-11-30T08:00+07:00")
UNKNOWN_DIGEST = "sha256:" + "0" * 64


class Section(NamedTuple):
    """One example of a page."""

    page: str
    title: str
    text: str


class Page(NamedTuple):
    """What stands above the examples."""

    code: str
    name: str
    title: str
    english: str
    reason: str


def pages() -> tuple[Page, ...]:
    found = []
    for path in sorted(PAGES.glob("*.md")):
        head = TITLE.match(path.read_text("utf-8"))
        assert head, f"{path.name} does not begin with title, English line and reason"
        found.append(Page(head[1], path.stem.partition("-")[2], head[2], head[3], head[4].strip()))
    return tuple(found)


def sections() -> tuple[Section, ...]:
    return tuple(
        Section(path.stem, title, text)
        for path in sorted(PAGES.glob("*.md"))
        for title, text in SECTION.findall(path.read_text("utf-8"))
    )


@dataclass
class Story:
    """What the files are after each fence, and what must be reported in the end."""

    code: str = ""
    files: dict[str, bytes] = field(default_factory=lambda: as_bytes(BASE))
    before_issue: dict[str, bytes] = field(default_factory=dict)
    past: dict[str, dict[str, bytes]] = field(default_factory=dict)
    hour: datetime = FIRST_HOUR
    issuing: str | None = None
    expected: list[tuple[str, int, str]] = field(default_factory=list)

    def tell(self, text: str) -> None:
        for language, info, body in FENCE.findall(text):
            if language == "console":
                for line in body.splitlines():
                    self._run(line)
            else:
                self._write(info, body)

    def found(self) -> list[tuple[str, int, str]]:
        """What is reported at the end; that a draft awaits approval matters on its page only."""
        compilation = compile_content(self.workspace(MOMENT), issuing=self.issuing)
        reported = places(compilation.findings)
        awaited = {self.code, *(code for _, _, code in self.expected)}
        return [one for one in reported if one[2] != "BT401" or "BT401" in awaited]

    def _write(self, info: str, body: str) -> None:
        path, _, encoding = info.partition(" bytes=")
        lines = [
            self._unmarked(line, path, number)
            for number, line in enumerate(body.splitlines(), start=1)
        ]
        text = KEY.sub(lambda found: public_key(found[1]), "".join(f"{line}\n" for line in lines))
        is_binary = encoding == "base64"
        self.files[path] = b64decode(text) if is_binary else text.encode(encoding or "utf-8")
        if b"sha256:\xe2\x80\xa6" in self.files[path]:
            self._fill_digest(path)

    def _fill_digest(self, path: str) -> None:
        text = self.files.pop(path).decode()
        record_id = path.split("/")[2]
        digest = self._corpus().digest(record_id)
        self.files[path] = text.replace("sha256:…", digest).encode()

    def _unmarked(self, line: str, path: str, number: int) -> str:
        """The line without its mark, which says what is expected there or at the place it names."""
        mark = MARK.search(line)
        if mark is None:
            return line
        place = (mark[2], int(mark[3] or 1)) if mark[2] else (path, number)
        self.expected += [(*place, code) for code in mark[1].split()]
        return line[: mark.start()]

    def _run(self, line: str) -> None:
        self.hour += timedelta(hours=1)
        command = self._unmarked(line, "", 1)
        match shlex.split(command):
            case ["bulletin", "approve", record_id, *options]:
                self._approve(record_id, dict(zip(options[::2], options[1::2], strict=True)))
            case ["bulletin", "issue", bulletin, *_] if command != line:
                self.issuing = bulletin
            case ["bulletin", "issue", bulletin, *options]:
                self._issue(bulletin, dict(zip(options[::2], options[1::2], strict=True)))
            case ["git", *words]:
                self._git(words)
            case ["sed", "-i", change, path]:
                self._change(path, *change.split("/")[1:3])
            case _:
                raise AssertionError(f"unknown command: {line}")

    def _approve(self, record_id: str, options: dict[str, str]) -> None:
        """By one unit, signed where a key is named; without a unit by every party."""
        corpus, unit = self._corpus(), options.get("--unit")
        given = approval(corpus, record_id, unit) if unit else approvals(corpus, record_id)
        self._add(given)
        if key := options.get("--sign"):
            signed = {
                p.replace(".yml", ".sig"): signature(key, t.encode()) for p, t in given.items()
            }
            self._add(signed)
        self.past["approved"] = dict(self.files)

    def _issue(self, bulletin: str, options: dict[str, str]) -> None:
        relation = Relation.named(options.get("--relation", "new"))
        request = Request(bulletin, relation, options.get("--change-note"))
        self.before_issue = dict(self.files)
        self._add(issue(self._corpus(), request))

    def _git(self, words: list[str]) -> None:
        match words:
            case ["pull", _]:
                self._pull_forgery()
            case ["checkout", "HEAD~1", "--", path]:
                self.files[path] = self.before_issue[path]
            case ["rm", path]:
                del self.files[path]
            case _:
                raise AssertionError(f"unknown command of git: {words}")

    def _pull_forgery(self) -> None:
        """What comes in is a chain whose last edition lacks an approval, its digest made anew."""
        path = max(path for path in self.files if EDITION_FILE.match(path))
        body = orjson.loads(self.files[path])
        body["approvals"].pop()
        body["digest"] = body_digest(body)
        forged = Edition.model_validate(body)
        self._add({path: file_bytes(body), HEAD: head_bytes(forged)})

    def _change(self, path: str, before: str, after: str) -> None:
        assert before.encode() in self.files[path]
        self.files[path] = self.files[path].replace(before.encode(), after.encode())

    def _add(self, files: dict[str, str] | dict[str, bytes]) -> None:
        self.files |= as_bytes(dict(files))

    def _corpus(self) -> Corpus:
        return corpus_of(self.workspace(self.hour))

    def workspace(self, moment: datetime) -> MemoryWorkspace:
        return MemoryWorkspace(dict(self.files), moment, self.past)
