"""Many people read while new releases are published: make readers ARGS="300 60".

A small server opens files through `current`, as web servers do. Each reader asks for a page, for
what the page names, for the search and its parts, again and again. Afterwards every answer is
judged by the manifests: was it whole, and did a page and its files come from one release?
"""

import asyncio
import hashlib
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import orjson

from tests.conftest import ROOT
from tests.test_publish import FIRST, SECOND, written

PAGES = ("index.html", "messages/ND-2026-0001/index.html", "bulletins/BT-2026-0001/v1/index.html")
NAMED = re.compile(rb'(?:src|href)="(?:\.\./)*\.?/?(assets/[^"]+\.(?:js|css))"')
COLUMNS, MARKS = "search/parts/columns.js", re.compile(rb'"texts":"([0-9a-f]+)"')
OF_GUIDE = 10  # parts of the search, and more, have texts of the guide: they are always files
PAUSE = 0.5  # seconds at most between a page and its files, on a slow line
LIVE = frozenset({"assets/site.js", COLUMNS, "manifest.json"})  # one address, new with each release


class Answer(NamedTuple):
    """What a reader got: the path, the status, and the sha256 of the bytes."""

    path: str
    status: int
    sha256: str


Visit = Sequence[Answer]  # a page, then what it names


class Reading:
    """A target, its server, and everything that readers got."""

    def __init__(self, target: Path) -> None:
        self.target, self.is_over = target, False
        self.visits: list[Visit] = []
        self.manifests: list[dict[str, str]] = []
        self.bodies: dict[str, bytes] = {}

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        path = (await reader.readline()).split()[1].decode().lstrip("/")
        try:
            body = (self.target / "current" / path).read_bytes()
            writer.write(b"200\n" + body)
        except OSError:
            writer.write(b"404\n")
        await writer.drain()
        writer.close()

    async def ask(self, port: int, path: str) -> Answer:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET /{path}\n".encode())
        status, _, body = (await reader.read()).partition(b"\n")
        writer.close()
        sha256 = hashlib.sha256(body).hexdigest()
        self.bodies[sha256] = body
        return Answer(path, int(status), sha256)

    async def read(self, port: int, draw: random.Random) -> None:
        """One reader, until the last release is published."""
        while not self.is_over:
            page = await self.ask(port, draw.choice(PAGES))
            named = sorted({*NAMED.findall(self.bodies[page.sha256])})
            await asyncio.sleep(PAUSE * draw.random())
            self.visits.append([page, *[await self.ask(port, p.decode()) for p in named]])
            columns = await self.ask(port, COLUMNS)
            await asyncio.sleep(PAUSE * draw.random())
            marks = MARKS.findall(self.bodies[columns.sha256])[0].decode()
            number = draw.randrange(OF_GUIDE)
            part = f"search/parts/t{number}-{marks[8 * number : 8 * number + 8]}.js"
            self.visits.append([columns, await self.ask(port, part)])
            self.visits.append([await self.ask(port, "manifest.json")])
            await asyncio.sleep(draw.random())

    async def publish(self, office: Path, number: int) -> None:
        """A release that differs from the one before in half of its pages."""
        moment = (FIRST, SECOND)[number % 2]
        command = ("--at", moment, "publish", str(self.target), "--no-pdf", "--keep", "2")
        ran = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "generator", "-C", str(office), *command),
            cwd=ROOT,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        assert await ran.wait() == 0
        raw = (self.target / "current/manifest.json").read_bytes()
        own = {"manifest.json": hashlib.sha256(raw).hexdigest()}
        self.manifests.append(orjson.loads(raw)["files"] | own)

    def flaws(self) -> Iterator[str]:
        """Answers that are errors, and pages whose files come from no one release."""
        for visit in self.visits:
            wrong = [answer.path for answer in visit if answer.status != 200]
            if wrong:
                yield f"error: {', '.join(wrong)}"
            elif not any(self._is_of(visit, files) for files in self.manifests):
                yield f"mixed: {', '.join(answer.path for answer in visit)}"

    def _is_of(self, visit: Visit, files: dict[str, str]) -> bool:
        first, *others = visit
        return files.get(first.path) == first.sha256 and all(
            any(seen.get(other.path) == other.sha256 for seen in self.manifests)
            if other.path in LIVE
            else files.get(other.path) == other.sha256
            for other in others
        )


async def reading(folder: Path, readers: int, publishes: int, seed: int) -> Reading:
    """So many readers during so many releases."""
    office, run = folder / "kho", Reading(folder / "ban-tin")
    written(office)
    await run.publish(office, 1)
    server = await asyncio.start_server(run.serve, "127.0.0.1", 0, backlog=readers)
    port = server.sockets[0].getsockname()[1]
    draws = (random.Random(seed + number) for number in range(readers))  # noqa: S311  to be repeated
    crowd = [asyncio.create_task(run.read(port, draw)) for draw in draws]
    for number in range(publishes):
        await run.publish(office, number)
    run.is_over = True
    await asyncio.gather(*crowd)
    server.close()
    return run


def main(readers: int, publishes: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        run = asyncio.run(reading(Path(folder), readers, publishes, 1))
    answers, flaws = sum(map(len, run.visits)), list(run.flaws())
    errors = sum(flaw.startswith("error") for flaw in flaws)
    sys.stdout.write("".join(f"{flaw}\n" for flaw in flaws[:20]))
    sys.stdout.write(
        f"{readers} readers, {publishes} releases, {answers} answers, {len(run.visits)} visits:"
        f" {errors} errors, {len(flaws) - errors} mixed\n"
    )
    return int(bool(flaws))


if __name__ == "__main__":
    sys.exit(main(*map(int, [*sys.argv[1:], "300", "60"][:2])))
