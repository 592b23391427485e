"""An editor without a window: yaml-language-server over stdio, with the repository's settings."""

import json
import os
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.conftest import ROOT

SERVER = ROOT / "tests/editor/node_modules/yaml-language-server/bin/yaml-language-server"
# Every request to the outside meets this door, which is closed.
CLOSED = "http://127.0.0.1:9"
PATIENCE = 180  # seconds for all the tests of one editor
Json = dict[str, Any]


class Complaint(NamedTuple):
    """A diagnostic as the editor shows it; the line counts from 1."""

    line: int
    marked: str
    message: str


class Editor:
    """One open workspace. Files need not be on the disk."""

    def __init__(self, server: "subprocess.Popen[bytes]", root: Path, settings: Json) -> None:
        self.server, self.root, self.settings = server, root, settings
        self.asked = 0
        self._request("initialize", self._abilities())
        self._notify("initialized", {})
        self._notify("workspace/didChangeConfiguration", {"settings": self.settings})

    def complaints(self, files: Mapping[str, str]) -> dict[str, list[Complaint]]:
        """What is underlined in files that hold these texts; none may have been opened before."""
        found: dict[str, list[Complaint]] = {}
        for path, text in files.items():
            self._open(path, text)
        while len(found) < len(files):
            said = self._published()
            for path, text in files.items():
                if said["uri"] == self._uri(path):
                    found[path] = [_complaint(text, one) for one in said["diagnostics"]]
        return found

    def completions(self, path: str, text: str) -> dict[str, str]:
        """The documentation of everything that may be written where the text ends in `‸`."""
        items = self._at("textDocument/completion", path, text)["items"]
        return {item["label"]: _words(item.get("documentation", "")) for item in items}

    def hover(self, path: str, text: str) -> str:
        """What is shown when the pointer rests where `‸` stands."""
        return _words(self._at("textDocument/hover", path, text)["contents"])

    def _at(self, method: str, path: str, text: str) -> Json:
        before, _, after = text.partition("‸")
        self._open(path, before + after)
        line = before.count("\n")
        at = {"line": line, "character": len(before) - before.rfind("\n") - 1}
        return self._request(method, {"textDocument": {"uri": self._uri(path)}, "position": at})

    def _open(self, path: str, text: str) -> None:
        self.asked += 1
        document = {"uri": self._uri(path), "languageId": "yaml", "version": self.asked}
        self._notify("textDocument/didOpen", {"textDocument": {**document, "text": text}})

    def _uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def _abilities(self) -> Json:
        markdown = {"documentationFormat": ["markdown"], "snippetSupport": True}
        return {
            "processId": os.getpid(),
            "rootUri": self.root.as_uri(),
            "workspaceFolders": [{"uri": self.root.as_uri(), "name": "kho"}],
            "capabilities": {
                "textDocument": {
                    "completion": {"completionItem": markdown},
                    "hover": {"contentFormat": ["markdown"]},
                },
                "workspace": {"configuration": True, "workspaceFolders": True},
            },
        }

    # ── the protocol ─────────────────────────────────────────────────────────────────────────

    def _request(self, method: str, parameters: Json) -> Json:
        self.asked += 1
        number = self.asked
        self._send({"id": number, "method": method, "params": parameters})
        while (message := self._receive()).get("id") != number or "method" in message:
            self._answer(message)
        assert "error" not in message, message
        return dict(message["result"] or {})

    def _published(self) -> Json:
        while (message := self._receive()).get("method") != "textDocument/publishDiagnostics":
            self._answer(message)
        return dict(message["params"])

    def _answer(self, message: Json) -> None:
        """What the server wants of us: its settings."""
        if message.get("method") == "workspace/configuration":
            wanted = [self._section(one.get("section", "")) for one in message["params"]["items"]]
            self._send({"id": message["id"], "result": wanted})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _section(self, name: str) -> Json:
        return dict(self.settings.get(name, {}))

    def _notify(self, method: str, parameters: Json) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin is not None
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def _receive(self) -> Json:
        assert self.server.stdout is not None
        length = 0
        while (line := self.server.stdout.readline()).strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the language server has ended"
        return dict(json.loads(self.server.stdout.read(length)))


def settings_of(root: Path) -> Json:
    """The workspace's settings as an editor hands them on: nested, by section."""
    flat = json.loads((root / ".vscode/settings.json").read_text("utf-8"))
    nested: Json = {}
    for name, value in flat.items():
        *above, last = name.split(".") if not name.startswith("[") else [name]
        section = nested
        for part in above:
            section = section.setdefault(part, {})
        section[last] = value
    return nested


def _complaint(text: str, found: Json) -> Complaint:
    start, end = found["range"]["start"], found["range"]["end"]
    line = text.split("\n")[start["line"]]
    stop = end["character"] if end["line"] == start["line"] else len(line)
    return Complaint(start["line"] + 1, line[start["character"] : stop], found["message"])


def _words(documentation: object) -> str:
    if isinstance(documentation, dict):
        return str(documentation["value"])
    return str(documentation)


@contextmanager
def editor(root: Path, door: str | None = None, settings: Json | None = None) -> Iterator[Editor]:
    """The workspace opened; the server is stopped at the end.

    Requests to the outside go to `door`; without one there is no network at all.
    """
    assert SERVER.exists(), "`make test` installs it; by hand: cd tests/editor && npm ci"
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTPS_PROXY"), door or CLOSED)
    server = subprocess.Popen(
        (*(() if door else without_network()), "node", str(SERVER), "--stdio"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **proxies},
    )
    patience = threading.Timer(PATIENCE, server.kill)
    patience.start()
    try:
        yield Editor(server, root, {**settings_of(root), **(settings or {})})
    finally:
        patience.cancel()
        server.kill()
        server.wait()


def without_network() -> tuple[str, ...]:
    """A network of its own with nothing in it, where the kernel lets us; else only CLOSED."""
    alone = ("unshare", "--map-root-user", "--net")
    try:
        tried = subprocess.run((*alone, "true"), check=False, capture_output=True)
    except FileNotFoundError:
        return ()
    return alone if tried.returncode == 0 else ()
