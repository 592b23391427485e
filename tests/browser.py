"""A real browser for tests: Debian's chromium, fresh profiles, a server on the loopback only."""

import gzip
import io
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from playwright.sync_api import Browser, sync_playwright

from generator.targets.release.stage import IMMUTABLE

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
# What is compressed on the way, as strongly as web servers do without being asked for more.
ZIPPED = frozenset(
    {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".ics", ".webmanifest"}
)
ZIP_LEVEL = 6
KEPT = "max-age=31536000, immutable"
PHONE, DESK = (390, 844), (1280, 900)


@contextmanager
def browser(*more: str) -> Iterator[Browser]:
    """Chromium without a window; each context that a test opens is a new visitor."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM, headless=True, args=[*FLAGS, *more]
        )
        yield launched
        launched.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Tests have nothing to say about each request."""


class _Zipping(_Quiet):
    """Serves texts compressed, as any web server does that is set up for readers."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if self.path.partition("?")[0].endswith("/") else path
        if path.suffix not in ZIPPED or not path.is_file():
            return super().send_head()
        body = gzip.compress(path.read_bytes(), ZIP_LEVEL, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header(
            "Cache-Control", "immutable" if IMMUTABLE.search(path.name) else "no-cache"
        )
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@contextmanager
def served(
    folder: Path, port: int = 0, handler: type[SimpleHTTPRequestHandler] = _Quiet
) -> Iterator[str]:
    """The address, ending in a slash, at which a folder is served; port 0 is any free one."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@contextmanager
def served_zipped(folder: Path) -> Iterator[str]:
    """The same, with texts compressed on the way."""
    with served(folder, handler=_Zipping) as address:
        yield address
